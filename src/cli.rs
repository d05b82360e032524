//! What commands share of the grammar: the output options and the filters. Data only: it does nothing but
//! parse. The options of one command stand in its file under `command`; the Chinese of all these texts in
//! `lang/help.zh.txt`.

use std::{ffi::OsString, path::PathBuf};

use clap::{ArgAction, ArgMatches, Args, FromArgMatches, ValueEnum, ValueHint};

use crate::{
    lang::{Label, Lang},
    limit,
    model::narrow,
};

/// How the answer looks.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Output")]
pub struct OutputArgs {
    /// Form of the answer
    #[arg(short, long, value_enum, value_name = "FORMAT", overrides_with = "json")]
    pub format: Option<Format>,
    /// The same as --format json
    #[arg(long, overrides_with = "format")]
    pub json: bool,
    /// Only these fields, in this order (any format)
    #[arg(long, action = ArgAction::Set, value_delimiter = ',', value_name = "FIELD,...")]
    pub fields: Vec<String>,
    /// With a byte order mark, by which spreadsheets know UTF-8 (csv and tsv)
    #[arg(long)]
    pub bom: bool,
    /// Sort by these fields; - before one turns it round
    #[arg(
        long,
        action = ArgAction::Set,
        value_delimiter = ',',
        value_name = "FIELD,...",
        allow_hyphen_values = true
    )]
    pub sort: Vec<String>,
    /// Language of labels, names and sentences
    #[arg(long, value_enum, value_name = "LANG")]
    pub lang: Option<Lang>,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN")]
    pub color: Option<ColorArg>,
    /// Columns to fill; 0 is no limit
    #[arg(long, value_name = "COLUMNS", value_parser = number, allow_negative_numbers = true)]
    pub width: Option<u16>,
    /// Never through a pager
    #[arg(long)]
    pub no_pager: bool,
    /// Which data is asked; taken from the command line before these.
    #[arg(skip)]
    pub data: DataArgs,
}

/// Which data is asked. `--bundled-only` goes before the others.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Data")]
pub struct DataArgs {
    /// Folder of your own data over ours, the last on top; may be given several times: liangjiang help data
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub data: Vec<PathBuf>,
    /// Your own data alone, without ours
    #[arg(long)]
    pub data_only: bool,
    /// Our data alone, whatever the environment says
    #[arg(long)]
    pub bundled_only: bool,
}

/// What may stand anywhere on a command line.
#[derive(Debug, Default)]
pub struct Anywhere {
    /// `--lang`: help and errors are in that language too.
    pub lang: Option<Lang>,
    /// The options of [`DataArgs`]: the data is chosen before it is asked.
    pub data: DataArgs,
    /// An option of these that ends the line without its value.
    pub valueless: Option<&'static str>,
}

/// A command line without what may stand anywhere, and that. A language that is none is left to be refused. The
/// grammar never sees these options, which the help adds to it: that saves a tenth of a short answer.
pub fn take_anywhere(args: &[OsString]) -> (Vec<OsString>, Anywhere) {
    let (mut others, mut found) = (Vec::new(), Anywhere::default());
    let mut args = args.iter().peekable();
    while let Some(arg) = args.next() {
        let text = arg.to_str().unwrap_or_default();
        let (name, value) = text.split_once('=').map_or((text, None), |(name, value)| (name, Some(value)));
        match (name, value) {
            ("--lang", Some(value)) if Lang::parse(value).is_some() => found.lang = Lang::parse(value),
            ("--lang", None) => match args.next_if(|next| next.to_str().and_then(Lang::parse).is_some()) {
                Some(value) => found.lang = value.to_str().and_then(Lang::parse),
                None => others.push(arg.clone()),
            },
            ("--data", _) => match value.map(PathBuf::from).or_else(|| args.next().map(PathBuf::from)) {
                Some(folder) => found.data.data.push(folder),
                None => found.valueless = Some("--data <DIR>"),
            },
            ("--data-only", None) => found.data.data_only = true,
            ("--bundled-only", None) => found.data.bundled_only = true,
            ("--", None) => {
                others.push(arg.clone());
                break;
            }
            _ => others.push(arg.clone()),
        }
    }
    others.extend(args.cloned());
    (others, found)
}

/// A whole number, in full-width digits too.
///
/// # Errors
/// What it should be.
pub fn number(typed: &str) -> Result<u16, Label> {
    narrow(typed).trim().parse().map_err(|_| Label::WholeNumber)
}

/// A number of 0 or more, in full-width digits too.
///
/// # Errors
/// What it should be.
pub fn quantity(typed: &str) -> Result<f64, Label> {
    let number = narrow(typed).trim().parse().ok();
    number.filter(|number: &f64| number.is_finite() && *number >= 0.0).ok_or(Label::Quantity)
}

impl OutputArgs {
    /// The options of a command line. Blanks around fields, empty ones and those named before are passed
    /// over.
    ///
    /// # Errors
    /// Where the command has no output options.
    pub fn read(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let read = Self::from_arg_matches(matches)?;
        Ok(Self { fields: fields(&read.fields), sort: fields(&read.sort), ..read })
    }

    /// The format that was asked for.
    pub fn format(&self) -> Format {
        if self.json { Format::Json } else { self.format.unwrap_or_default() }
    }
}

/// The different fields that were named, without blanks around them and empty ones.
pub fn fields(typed: &[String]) -> Vec<String> {
    let mut fields: Vec<String> = Vec::new();
    let name = |field: &str| field.trim_start_matches('-').to_owned();
    for part in typed.iter().flat_map(|part| part.split('，')) {
        let part = narrow(part).trim().to_owned();
        if fields.len() <= limit::FIELDS
            && !part.is_empty()
            && !fields.iter().any(|field| name(field) == name(&part))
        {
            fields.push(part);
        }
    }
    if fields.is_empty() && !typed.is_empty() {
        // Only empty ones: that none is named is then the fault.
        fields.push(String::new());
    }
    fields
}

/// Form of the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// for people (default)
    #[default]
    Table,
    /// one array, or one object for one id
    Json,
    /// one JSON object a line
    Jsonl,
    /// comma-separated, with a header
    Csv,
    /// tab-separated, with a header
    Tsv,
    /// the table, for a memo
    Markdown,
    /// a page to hand over, with charts
    Html,
    /// one id a line
    Ids,
    /// a file of data, to copy and change
    Toml,
    /// the sources, for LaTeX
    Bibtex,
    /// the sources, for reference managers
    CslJson,
    /// the sources by GB/T 7714-2015
    Gb7714,
}

impl Format {
    /// Whether it cites the sources of an answer instead of giving the answer.
    pub fn is_citation(self) -> bool {
        matches!(self, Self::Bibtex | Self::CslJson | Self::Gb7714)
    }

    /// Whether it has the fields of the answer, which every command can give.
    pub fn has_fields(self) -> bool {
        !self.is_citation() && self != Self::Toml
    }

    /// The name by which it is asked for.
    pub fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

/// The language alone, where there are no other output options.
#[derive(Args, Debug)]
pub struct LangArgs {
    /// Language of labels, names and sentences
    #[arg(long, value_enum, value_name = "LANG")]
    pub lang: Option<Lang>,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorArg {
    /// On a terminal, unless the environment says otherwise
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Filters of a list; several given must all hold.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Filters")]
pub struct ListArgs {
    /// In this category
    #[arg(long, value_name = "CATEGORY")]
    pub category: Option<String>,
    /// With this status
    #[arg(long, value_name = "STATUS")]
    pub status: Option<String>,
    /// Linked to this industry
    #[arg(long, value_name = "ID")]
    pub industry: Option<String>,
    /// Linked to this port
    #[arg(long, value_name = "ID")]
    pub port: Option<String>,
    /// Linked to this park
    #[arg(long, value_name = "ID")]
    pub park: Option<String>,
    /// Linked to this enterprise
    #[arg(long, value_name = "ID")]
    pub enterprise: Option<String>,
    /// Filters that one kind has.
    #[arg(skip)]
    pub own: KindFilter,
}

/// Filters that one kind has and the others have not.
#[derive(Debug, Default)]
pub struct KindFilter {
    /// Of industries.
    pub industry: IndustryFilter,
    /// Of enterprises.
    pub enterprise: EnterpriseFilter,
    /// Of policies.
    pub policy: PolicyFilter,
    /// Of plans.
    pub plan: PlanFilter,
}

/// Filters of industries.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Filters")]
pub struct IndustryFilter {
    /// The pillar industries of the area's page of 2017
    #[arg(long)]
    pub pillar: bool,
    /// The emerging industries of the area's page of 2017
    #[arg(long)]
    pub emerging: bool,
    /// The service lines of the area's page of 2017
    #[arg(long)]
    pub service: bool,
    /// Classed by this scheme, such as 33511-2023
    #[arg(long, value_name = "SCHEME")]
    pub scheme: Option<String>,
    /// In this class of a scheme, such as leading
    #[arg(long, value_name = "TIER")]
    pub tier: Option<String>,
}

/// Filters of enterprises.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Filters")]
pub struct EnterpriseFilter {
    /// With this home country or region; a joint venture has two
    #[arg(long, value_name = "COUNTRY")]
    pub country: Option<String>,
}

/// Filters of policies.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Filters")]
pub struct PolicyFilter {
    /// In force, as far as the data knows
    #[arg(long)]
    pub in_force: bool,
    /// Whose own term ends within so many months (12) after the date of the data
    #[arg(
        long,
        value_name = "MONTHS",
        num_args = 0..=1,
        default_missing_value = "12",
        value_parser = number,
        allow_negative_numbers = true
    )]
    pub lapsing: Option<u16>,
}

/// What plans can be asked besides.
#[derive(Args, Debug, Default)]
pub struct PlanFilter {
    /// Every target beside what came of it; with filters, those of the plans that pass
    #[arg(long)]
    pub outcomes: bool,
}

/// Filters of figures; several given must all hold.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Filters")]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct FigureFilter {
    /// Of this metric: id or label; may be given several times
    #[arg(long, value_name = "METRIC")]
    pub metric: Vec<String>,
    /// Of records of this kind
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// Of metrics of this theme, such as costs; with --latest a sheet of it, undated figures too, and its gaps
    #[arg(long, value_name = "THEME")]
    pub theme: Option<String>,
    /// Single numbers only: no ranges, texts or lists
    #[arg(long)]
    pub numeric: bool,
    /// Of the whole subject only: no parts
    #[arg(long)]
    pub totals: bool,
    /// That hold in this year
    #[arg(long, value_name = "YEAR", conflicts_with_all = ["from", "to"])]
    pub year: Option<String>,
    /// That hold at this date or later
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// That hold at this date or earlier
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    /// With this status: actual, estimate, designed, target
    #[arg(long, value_name = "STATUS")]
    pub status: Option<String>,
    /// Of this territory, such as whole-area
    #[arg(long, value_name = "SCOPE")]
    pub scope: Option<String>,
    /// From sources of this strength: primary, secondary, weak
    #[arg(long, value_name = "STRENGTH")]
    pub strength: Option<String>,
    /// Of what is left, the newest of each series; what happened before estimates before designs
    #[arg(long)]
    pub latest: bool,
    /// With `latest`: undated ones too, where nothing dated is held.
    #[arg(skip)]
    pub undated: bool,
    /// Of what is left, what is more than YEARS older than the data [default: 5]
    #[arg(
        long,
        value_name = "YEARS",
        num_args = 0..=1,
        default_missing_value = "5",
        value_parser = number,
        allow_negative_numbers = true
    )]
    pub stale: Option<u16>,
}
