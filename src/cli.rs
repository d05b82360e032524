//! The grammar: commands, options and their help. Data only: it imports nothing of ours but the kinds,
//! and does nothing but parse.
//!
//! Options stand on the commands they belong to, and each command is built only when it is asked for
//! (`Command::defer`): with every option on the root, the same tree costs three times as much at start.

mod examples;

use std::path::PathBuf;

use clap::{
    ArgMatches, Args, Command, FromArgMatches, ValueEnum, ValueHint,
    builder::{PossibleValue, PossibleValuesParser},
};
use clap_complete::Shell;

use crate::model::Kind;

/// The topics of `help`, and what each says.
pub const TOPICS: [(&str, &str); 4] = [
    ("formats", "Forms of the answer, escaping, fields, sorting, ids from standard input"),
    ("environment", "Variables that the program reads"),
    ("exit-codes", "What the exit status says"),
    ("scopes", "The three scopes of the area, which no figure joins"),
];

/// What was asked.
#[derive(Debug)]
pub enum Request {
    /// What and where the area is, and what is inside.
    Overview(OverviewArgs),
    /// Records of one kind.
    List(Kind, Box<ListArgs>),
    /// Records by id, of one kind or of any.
    Show(Option<Kind>, ShowArgs),
    /// Figures as rows.
    Figures(Box<FiguresArgs>),
    /// Records side by side.
    Compare(CompareArgs),
    /// Whatever some words mean.
    Search(SearchArgs),
    /// Sources.
    Sources(SourcesArgs),
    /// Sources by id.
    ShowSources(ShowSourcesArgs),
    /// Metrics.
    Metrics(MetricsArgs),
    /// Where sources disagree.
    Conflicts(ConflictsArgs),
    /// What is not known.
    Gaps(GapsArgs),
    /// The rules of the data, run over it.
    Check(CheckArgs),
    /// What this program and its data are.
    Version(VersionArgs),
    /// Everything, as a folder of CSV files.
    Export(ExportArgs),
    /// The JSON Schema of a command's answer.
    Schema(SchemaArgs),
    /// A completion script.
    Completions(CompletionsArgs),
    /// A man page.
    Man(ManArgs),
    /// A topic, or the help of a command.
    Help(HelpArgs),
}

impl Request {
    /// The ids that were asked for, and whether they came from standard input, to fill.
    pub fn ids_mut(&mut self) -> Option<(&mut Vec<String>, &mut bool)> {
        match self {
            Self::Show(_, args) => Some((&mut args.ids, &mut args.piped)),
            Self::Figures(args) => Some((&mut args.ids, &mut args.piped)),
            Self::Compare(args) => Some((&mut args.ids, &mut args.piped)),
            Self::Conflicts(args) => Some((&mut args.ids, &mut args.piped)),
            Self::ShowSources(args) => Some((&mut args.ids, &mut args.piped)),
            _ => None,
        }
    }
}

/// How the answer looks.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Output")]
pub struct OutputArgs {
    /// Form of the answer
    #[arg(short, long, value_enum, value_name = "FORMAT", conflicts_with = "json")]
    pub format: Option<Format>,
    /// The same as --format json
    #[arg(long)]
    pub json: bool,
    /// Only these fields, in this order (any format)
    #[arg(long, value_delimiter = ',', value_name = "FIELD,...")]
    pub fields: Vec<String>,
    /// Sort by these fields; - before one turns it round
    #[arg(long, value_delimiter = ',', value_name = "FIELD,...", allow_hyphen_values = true)]
    pub sort: Vec<String>,
    /// Language of labels, names and sentences
    #[arg(long, value_enum, value_name = "LANG")]
    pub lang: Option<LangArg>,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN")]
    pub color: Option<ColorArg>,
    /// Columns to fill; 0 is no limit
    #[arg(long, value_name = "COLUMNS")]
    pub width: Option<u16>,
    /// Never through a pager
    #[arg(long)]
    pub no_pager: bool,
}

impl OutputArgs {
    /// The format that was asked for.
    #[must_use]
    pub fn format(&self) -> Format {
        if self.json { Format::Json } else { self.format.unwrap_or_default() }
    }
}

/// Form of the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the help of each says it")]
pub enum Format {
    #[default]
    Table,
    Json,
    Jsonl,
    Csv,
    Tsv,
    Markdown,
    Ids,
    Bibtex,
    CslJson,
    Gb7714,
}

impl Format {
    /// Whether it cites the sources of an answer instead of giving the answer.
    #[must_use]
    pub fn cites(self) -> bool {
        matches!(self, Self::Bibtex | Self::CslJson | Self::Gb7714)
    }

    /// The name by which it is asked for.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Markdown => "markdown",
            Self::Ids => "ids",
            Self::Bibtex => "bibtex",
            Self::CslJson => "csl-json",
            Self::Gb7714 => "gb7714",
        }
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::Table,
            Self::Json,
            Self::Jsonl,
            Self::Csv,
            Self::Tsv,
            Self::Markdown,
            Self::Ids,
            Self::Bibtex,
            Self::CslJson,
            Self::Gb7714,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Table => "for people (default)",
            Self::Json => "one array, or one object for one id",
            Self::Jsonl => "one JSON object a line",
            Self::Csv => "comma-separated, with a header",
            Self::Tsv => "tab-separated, with a header",
            Self::Markdown => "the table, for a memo",
            Self::Ids => "one id a line",
            Self::Bibtex => "the sources, for LaTeX (show, figures, sources)",
            Self::CslJson => "the sources, for reference managers (show, figures, sources)",
            Self::Gb7714 => "the sources by GB/T 7714-2015 (show, figures, sources)",
        };
        Some(PossibleValue::new(self.name()).help(help))
    }
}

/// Language of labels, names and sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// English
    En,
    /// Chinese
    Zh,
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

/// Arguments of the overview.
#[derive(Args, Debug, Default)]
pub struct OverviewArgs {
    /// How the answer looks.
    #[command(flatten)]
    pub output: OutputArgs,
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
    pub own: OwnArgs,
    /// How the answer looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Filters that one kind has and the others have not.
#[derive(Debug, Default)]
pub struct OwnArgs {
    /// Of industries.
    pub classes: ClassArgs,
    /// Of enterprises.
    pub home: HomeArgs,
    /// Of policies.
    pub force: ForceArgs,
    /// Of plans.
    pub aims: AimArgs,
}

/// Filters of industries.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Filters")]
pub struct ClassArgs {
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
pub struct HomeArgs {
    /// With this home country or region; a joint venture has two
    #[arg(long, value_name = "COUNTRY")]
    pub country: Option<String>,
}

/// Filters of policies.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Filters")]
pub struct ForceArgs {
    /// In force, as far as the data knows
    #[arg(long)]
    pub in_force: bool,
}

/// What plans can be asked besides.
#[derive(Args, Debug, Default)]
pub struct AimArgs {
    /// Every target beside what came of it; with filters, those of the plans that pass
    #[arg(long)]
    pub outcomes: bool,
}

/// Arguments of `show`.
#[derive(Args, Debug, Default)]
pub struct ShowArgs {
    /// Id, name in English or Chinese, alias or pinyin; - reads ids from standard input
    #[arg(value_name = "ID", required = true)]
    pub ids: Vec<String>,
    /// Whether ids came from standard input: the answer is then a list, however many they were.
    #[arg(skip)]
    pub piped: bool,
    /// How the answer looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Arguments of `figures`.
#[derive(Args, Debug, Default)]
pub struct FiguresArgs {
    /// Only of these records: id, name, alias or pinyin; - reads ids from standard input
    #[arg(value_name = "ID")]
    pub ids: Vec<String>,
    /// Which of them.
    #[command(flatten)]
    pub filter: FigureFilter,
    /// In the table, a bar for each full year; every series has its own scale
    #[arg(long)]
    pub chart: bool,
    /// Whether ids came from standard input: none then means none, and not all.
    #[arg(skip)]
    pub piped: bool,
    /// How the answer looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Filters of figures; several given must all hold.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Filters")]
pub struct FigureFilter {
    /// Of this metric: id or label; may be given several times
    #[arg(long, value_name = "METRIC")]
    pub metric: Vec<String>,
    /// Of records of this kind
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
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
    /// Of what is left, what is more than YEARS older than the data [default: 5]
    #[arg(long, value_name = "YEARS", num_args = 0..=1, default_missing_value = "5")]
    pub stale: Option<u16>,
}

/// Arguments of `compare`.
#[derive(Args, Debug, Default)]
pub struct CompareArgs {
    /// Records of one kind: id, name, alias or pinyin; - reads ids from standard input
    #[arg(value_name = "ID", required = true)]
    pub ids: Vec<String>,
    /// Whether ids came from standard input.
    #[arg(skip)]
    pub piped: bool,
    /// How the answer looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Arguments of `search`.
#[derive(Args, Debug, Default)]
pub struct SearchArgs {
    /// Names, pinyin, initials, metrics, years, questions; in any order, English or Chinese
    #[arg(value_name = "WORDS", required = true)]
    pub words: Vec<String>,
    /// Only hits of this kind
    #[arg(long, value_name = "KIND", value_parser = PossibleValuesParser::new(HITS))]
    pub kind: Option<String>,
    /// At most so many hits; 0 is all
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub limit: usize,
    /// How the answer looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Kinds of hits: of records, and the two others.
const HITS: [&str; 10] =
    ["industry", "port", "park", "plan", "policy", "enterprise", "project", "area", "figure", "gap"];

/// Arguments of `sources`.
#[derive(Args, Debug, Default)]
pub struct SourcesArgs {
    /// How the answer looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Arguments of `sources show`.
#[derive(Args, Debug, Default)]
pub struct ShowSourcesArgs {
    /// Id of a source; - reads ids from standard input
    #[arg(value_name = "SOURCE", required = true)]
    pub ids: Vec<String>,
    /// Whether ids came from standard input: the answer is then a list, however many they were.
    #[arg(skip)]
    pub piped: bool,
    /// How the answer looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Arguments of `metrics`.
#[derive(Args, Debug, Default)]
pub struct MetricsArgs {
    /// How the answer looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Arguments of `conflicts`.
#[derive(Args, Debug, Default)]
pub struct ConflictsArgs {
    /// Only those that concern these records: id, name, alias or pinyin; - reads ids from standard input
    #[arg(value_name = "ID")]
    pub ids: Vec<String>,
    /// Whether ids came from standard input: none then means none, and not all.
    #[arg(skip)]
    pub piped: bool,
    /// How the answer looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Arguments of `gaps`.
#[derive(Args, Debug, Default)]
pub struct GapsArgs {
    /// Only those about all of these words, in English or Chinese, or about a record
    #[arg(value_name = "WORDS")]
    pub words: Vec<String>,
    /// How the answer looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Arguments of `check`.
#[derive(Args, Debug, Default)]
pub struct CheckArgs {
    /// How the answer looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Arguments of `version`.
#[derive(Args, Debug, Default)]
pub struct VersionArgs {
    /// How the answer looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Arguments of `export`.
#[derive(Args, Debug, Default)]
pub struct ExportArgs {
    /// Folder to write; it must not be there yet
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
    /// Replace an earlier export
    #[arg(long)]
    pub force: bool,
    /// How the answer looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Arguments of `schema`.
#[derive(Args, Debug, Default)]
pub struct SchemaArgs {
    /// Command whose JSON is described, such as ports, or ports show
    #[arg(value_name = "COMMAND", required = true)]
    pub words: Vec<String>,
}

/// Arguments of `completions`.
#[derive(Args, Debug)]
pub struct CompletionsArgs {
    /// Shell to complete in
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// Arguments of `man`.
#[derive(Args, Debug, Default)]
pub struct ManArgs {
    /// Command to describe, such as ports show; the program itself where none is given
    #[arg(value_name = "COMMAND")]
    pub words: Vec<String>,
}

/// Arguments of `help`.
#[derive(Args, Debug, Default)]
pub struct HelpArgs {
    /// Topic (formats, environment, exit-codes, scopes), or a command
    #[arg(value_name = "TOPIC")]
    pub words: Vec<String>,
}

/// What the help of the program ends with.
const MORE: &str = "Options stand after the command they belong to: liangjiang ports show guoyuan --json\n\
Exit status: 0 answered, 1 not found, 2 usage, 3 data unreadable, 4 output not written.\n\
More: liangjiang help formats, environment, exit-codes or scopes; liangjiang help COMMAND.";

/// A command: its name, what it is for, and what makes the rest of it when it is asked for.
type Entry = (&'static str, &'static str, fn(Command) -> Command);

/// The commands, in the order of the help.
const COMMANDS: [Entry; 25] = [
    (
        "overview",
        "What and where the area is, who governs it, and what is inside (the default)",
        leaf::<OverviewArgs>,
    ),
    (
        "industries",
        "Industries: pillar, emerging, services, and the classes of later plans",
        grid::<ClassArgs>,
    ),
    ("ports", "Ports and gateways: river ports, airport, rail, bonded zones, corridors", grid::<NoArgs>),
    ("parks", "Parks and places to settle in", grid::<NoArgs>),
    ("plans", "Plans, with their targets", grid::<AimArgs>),
    ("policies", "Policies: tax, foreign investment, trade, talent, approvals", grid::<ForceArgs>),
    ("enterprises", "Companies that have settled or are named", grid::<HomeArgs>),
    ("projects", "Infrastructure projects: roads, bridges, metro, power", grid::<NoArgs>),
    ("areas", "The areas that figures are about: the New Area in its scopes, Chongqing", grid::<NoArgs>),
    ("amenities", "Schools, hospitals and consular posts", grid::<NoArgs>),
    ("show", "Records of any kind by id or name", leaf::<ShowArgs>),
    ("figures", "Figures as rows: value, date, scope, status, source", leaf::<FiguresArgs>),
    ("compare", "Records of one kind side by side: facts and newest figures", leaf::<CompareArgs>),
    (
        "search",
        "Whatever the words mean, ranked: records, figures, and what is not known",
        leaf::<SearchArgs>,
    ),
    ("sources", "Where the figures were read", |command| {
        with_verbs(command, with_args::<SourcesArgs>, "All sources")
    }),
    ("metrics", "What is measured, with definitions and units", leaf::<MetricsArgs>),
    ("conflicts", "Where sources disagree, with the figures side by side", leaf::<ConflictsArgs>),
    ("gaps", "What an investor would ask and no source answers", leaf::<GapsArgs>),
    ("check", "Run the data's own rules over it; warn of figures that exclude each other", leaf::<CheckArgs>),
    ("export", "Everything as a folder of CSV files (a Frictionless Data Package)", leaf::<ExportArgs>),
    ("schema", "The JSON Schema (2020-12) of what a command prints with --json", leaf::<SchemaArgs>),
    (
        "completions",
        "A completion script for a shell; with COMPLETE=SHELL set, one that asks the program",
        leaf::<CompletionsArgs>,
    ),
    ("man", "The man page of the program or of a command", leaf::<ManArgs>),
    ("version", "Version of the program and of its data", leaf::<VersionArgs>),
    ("help", "A topic, or the help of a command", leaf::<HelpArgs>),
];

/// The whole command line, each command built only when it is asked for.
#[must_use]
pub fn command() -> Command {
    let root = root()
        .about("A desk reference for investors on Chongqing Liangjiang New Area")
        .long_about(
            "A desk reference for investors on Chongqing Liangjiang New Area: industries, ports, parks,\n\
             plans, policies, companies and infrastructure, every figure dated, scoped and sourced.\n\
             All data is inside the program; nothing is fetched.",
        )
        .after_help(MORE)
        .after_long_help(format!("{}\n\n{MORE}", examples::of("")))
        .help_expected(true);
    COMMANDS.iter().fold(root, with_entry)
}

/// The command line as far as its first words ask for it: the name of a command needs no other command,
/// and `show` behind one none of the options of its list. What is left out would take a seventh of the
/// instructions of `ports show guoyuan --json`.
#[must_use]
pub fn command_for(words: &[&str]) -> Command {
    let named = words.first().and_then(|word| COMMANDS.iter().find(|(name, ..)| name == word));
    match (named, words.get(1)) {
        (Some((name, ..)), Some(&"show")) if has_show(name) => {
            let group = Command::new(*name).disable_help_subcommand(true).subcommand(show(name));
            root().subcommand(group)
        }
        (Some(entry), _) => with_entry(root(), entry),
        (None, _) => command(),
    }
}

/// Whether a command has `list` and `show`.
#[must_use]
pub fn has_show(command: &str) -> bool {
    command == "sources" || Kind::from_plural(command).is_some()
}

fn root() -> Command {
    Command::new("liangjiang")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_subcommand(true)
        .max_term_width(100)
}

fn with_entry(root: Command, (name, about, defer): &Entry) -> Command {
    root.subcommand(Command::new(*name).about(*about).defer(*defer))
}

/// A command with its options and examples.
fn leaf<A: Args>(command: Command) -> Command {
    let examples = examples::of(command.get_name());
    with_args::<A>(command).after_long_help(examples)
}

/// A command with its options; clap would put the comment of their type in the place of what it says.
fn with_args<A: Args>(command: Command) -> Command {
    let about = command.get_about().cloned().unwrap_or_default();
    A::augment_args(command).about(about).long_about(None)
}

/// The examples of a command, one a line; the path is that behind the name of the program.
#[must_use]
pub fn examples(path: &str) -> Vec<&'static str> {
    examples::of(path).lines().skip(1).map(str::trim).collect()
}

/// The paths of the commands, such as `ports show`, for which `keep` holds.
pub fn paths(command: &Command, keep: impl Fn(&[&str]) -> bool) -> Vec<String> {
    fn walk(command: &Command, path: &[&str], keep: &dyn Fn(&[&str]) -> bool, all: &mut Vec<String>) {
        for sub in command.get_subcommands() {
            let path = [path, &[sub.get_name()]].concat();
            if keep(&path) {
                all.push(path.join(" "));
            }
            walk(sub, &path, keep, all);
        }
    }
    let mut built = command.clone();
    built.build();
    let mut all = Vec::new();
    walk(&built, &[], &keep, &mut all);
    all
}

/// No filter of its own.
#[derive(Args, Debug, Default)]
struct NoArgs {}

fn grid<Own: Args>(command: Command) -> Command {
    with_verbs(
        command,
        |command| with_args::<Own>(with_args::<ListArgs>(command)),
        "List them, with filters (the default)",
    )
}

/// `list` (the default) and `show`.
fn with_verbs(command: Command, list: fn(Command) -> Command, list_about: &'static str) -> Command {
    let own = examples::of(command.get_name());
    let show = show(command.get_name());
    list(command)
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .subcommand(Command::new("list").about(list_about).after_long_help(own).defer(list))
        .subcommand(show)
        .after_long_help(own)
}

/// The `show` of a command.
fn show(command: &str) -> Command {
    let show = Command::new("show").after_long_help(examples::of(&format!("{command} show")));
    if command == "sources" {
        show.about("Sources by id").defer(with_args::<ShowSourcesArgs>)
    } else {
        show.about("One or more of them in full").defer(with_args::<ShowArgs>)
    }
}

/// Reads what was asked from what clap matched.
///
/// # Errors
/// Where the matches are not of this grammar.
pub fn request(matches: &ArgMatches) -> Result<Request, clap::Error> {
    let Some((name, matches)) = matches.subcommand() else {
        return Ok(Request::Overview(OverviewArgs::default()));
    };
    let kind = Kind::from_plural(name);
    let (verb, inner) = matches.subcommand().unwrap_or(("list", matches));
    Ok(match (name, kind, verb) {
        (_, Some(kind), "show") => Request::Show(Some(kind), ShowArgs::from_arg_matches(inner)?),
        (_, Some(kind), _) => {
            let mut list = ListArgs::from_arg_matches(inner)?;
            match kind {
                Kind::Industry => list.own.classes = ClassArgs::from_arg_matches(inner)?,
                Kind::Enterprise => list.own.home = HomeArgs::from_arg_matches(inner)?,
                Kind::Policy => list.own.force = ForceArgs::from_arg_matches(inner)?,
                Kind::Plan => list.own.aims = AimArgs::from_arg_matches(inner)?,
                _ => {}
            }
            Request::List(kind, Box::new(list))
        }
        ("show", ..) => Request::Show(None, ShowArgs::from_arg_matches(matches)?),
        ("figures", ..) => Request::Figures(Box::new(FiguresArgs::from_arg_matches(matches)?)),
        ("compare", ..) => Request::Compare(CompareArgs::from_arg_matches(matches)?),
        ("search", ..) => Request::Search(SearchArgs::from_arg_matches(matches)?),
        ("sources", _, "show") => Request::ShowSources(ShowSourcesArgs::from_arg_matches(inner)?),
        ("sources", ..) => Request::Sources(SourcesArgs::from_arg_matches(inner)?),
        ("metrics", ..) => Request::Metrics(MetricsArgs::from_arg_matches(matches)?),
        ("conflicts", ..) => Request::Conflicts(ConflictsArgs::from_arg_matches(matches)?),
        ("gaps", ..) => Request::Gaps(GapsArgs::from_arg_matches(matches)?),
        ("check", ..) => Request::Check(CheckArgs::from_arg_matches(matches)?),
        ("version", ..) => Request::Version(VersionArgs::from_arg_matches(matches)?),
        ("export", ..) => Request::Export(ExportArgs::from_arg_matches(matches)?),
        ("schema", ..) => Request::Schema(SchemaArgs::from_arg_matches(matches)?),
        ("completions", ..) => Request::Completions(CompletionsArgs::from_arg_matches(matches)?),
        ("man", ..) => Request::Man(ManArgs::from_arg_matches(matches)?),
        ("help", ..) => Request::Help(HelpArgs::from_arg_matches(matches)?),
        _ => Request::Overview(OverviewArgs::from_arg_matches(matches)?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the program says to a command line: its help, or what is wrong with it.
    fn said(mut command: Command, words: &[&str], more: &[&str]) -> String {
        let line = [&["liangjiang"], words, more].concat();
        match command.try_get_matches_from_mut(line) {
            Ok(matches) => format!("{:?}", request(&matches).unwrap()),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn the_part_that_a_command_line_asks_for_says_what_the_whole_would() {
        let all = paths(&command(), |_| true);
        assert!(all.len() > 40, "{all:?}");
        for path in all {
            let words: Vec<&str> = path.split(' ').collect();
            for more in [
                &[][..],
                &["--help"],
                &["-h"],
                &["guoyuan"],
                &["show"],
                &["-f", "csv", "x"],
                &["--nonsense"],
                &["--pillr"],
                &["--fields"],
                &["--json", "--format", "csv"],
                &["--json", "show", "guoyuan"],
            ] {
                let part = said(command_for(&[&words, more].concat()), &words, more);
                assert_eq!(part, said(command(), &words, more), "{path} {more:?}");
            }
        }
    }
}
