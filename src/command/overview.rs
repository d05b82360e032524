//! `overview`: what and where, who governs since when, the three scopes, headline figures, the age of the
//! data, what is inside: one screen that ends in what to ask next.

use clap::{ArgMatches, Args, FromArgMatches};
use serde::Serialize;

use super::{Answer, Contract, Entry, Printer, Row, Shape, show::Reference, with_output};
use crate::{
    cli::Format,
    error::Error,
    lang::{self, Label, Lang, phrase},
    model::{Ages, Figure, Kind, PerKind, Record, Span, Strength, Text, series},
    page::{Labels, Page, mark},
    render::{Block, Column, Grid, Tone},
    store::{self, Atlas},
};

pub const OVERVIEW: Entry = Entry {
    name: "overview",
    about: "What and where the area is, who governs it, and what is inside (the default)",
    examples: &["liangjiang overview --lang zh", "liangjiang overview --json --fields counts,ages"],
    options: with_output::<OverviewArgs>,
    run,
    contract: Some(Contract { keys: Overview::KEYS, row: "Overview", shape: Shape::One }),
    show: None,
};

/// Arguments of `overview`.
#[derive(Args, Debug)]
struct OverviewArgs {
    /// List the sources at the foot on a terminal too
    #[arg(long)]
    sources: bool,
}

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    // Without a command on the line there are no arguments of it.
    let asked = OverviewArgs::from_arg_matches(matches).is_ok_and(|args| args.sources);
    let with_sources = asked || !printer.style().terminal || printer.options.format() != Format::Table;
    let answer = Answer::one(overview(printer.atlas)?);
    printer.print(answer, &|rows, labels| page(rows, with_sources, labels))
}

/// The answer of the overview.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Overview<'a> {
    /// Id of the area.
    pub id: Text<'a>,
    /// The area itself.
    pub area: Record<'a>,
    /// Who governs it.
    pub governance: Vec<Figure<'a>>,
    /// Where to ask.
    pub contact: Vec<Figure<'a>>,
    /// The size of each scope.
    pub scopes: Vec<Figure<'a>>,
    /// Headline figures.
    pub headlines: Vec<Figure<'a>>,
    /// Version of the data.
    pub data_version: Text<'a>,
    /// How old the figures are.
    pub ages: Ages,
    /// How many records of each kind, figures and sources there are.
    pub counts: Counts,
    /// Sources of the figures above, numbered as on the screen.
    pub references: Vec<Reference<'a>>,
    /// For each headline that rests on a weak source, the newest of its series that does not.
    #[serde(skip)]
    pub strong: Vec<Option<Figure<'a>>>,
}

impl Row for Overview<'_> {
    const KEYS: &'static [&'static str] = &[
        "id",
        "area",
        "governance",
        "contact",
        "scopes",
        "headlines",
        "data_version",
        "ages",
        "counts",
        "references",
    ];

    fn id(&self) -> String {
        self.id.to_string()
    }
}

/// How much is inside.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Counts {
    /// Records, by kind.
    #[serde(flatten)]
    pub records: PerKind<usize>,
    /// Number of figures.
    pub figures: usize,
    /// Number of sources.
    pub sources: usize,
    /// Number of disputes.
    pub disputes: usize,
    /// Number of gaps.
    pub gaps: usize,
}

fn overview<'a>(atlas: Atlas<'a>) -> Result<Overview<'a>, Error> {
    let about = atlas.about()?;
    let area = atlas.record_by_id(&about.area)?.ok_or(store::Error::Missing)?;
    let figures = |ids: &[Text]| -> Result<Vec<Figure<'a>>, store::Error> {
        ids.iter().map(|id| atlas.figure(id)?.ok_or(store::Error::Missing)).collect()
    };
    let (governance, contact) = (figures(&about.governance)?, figures(&about.contact)?);
    let (scopes, headlines) = (figures(&about.scopes)?, figures(&about.headlines)?);
    let mut references: Vec<Reference> = Vec::new();
    for figure in governance.iter().chain(&contact).chain(&scopes).chain(&headlines) {
        if !references.iter().any(|reference| figure.source == reference.source.id()) {
            let source = atlas.source(&figure.source)?.ok_or(store::Error::Missing)?;
            references.push(Reference { number: references.len() + 1, source });
        }
    }
    let strong = headlines.iter().map(|headline| newest_strong(atlas, headline)).collect::<Result<_, _>>()?;
    Ok(Overview {
        id: area.id.clone(),
        area,
        governance,
        contact,
        scopes,
        headlines,
        data_version: about.version,
        ages: atlas.ages()?,
        counts: counts(&atlas)?,
        references,
        strong,
    })
}

/// The newest figure in the series of one that rests on a weak source whose own source is not weak.
fn newest_strong<'a>(atlas: Atlas<'a>, weak: &Figure) -> Result<Option<Figure<'a>>, Error> {
    let subject = atlas.record_number(&weak.subject)?.filter(|_| weak.strength == Strength::Weak);
    let Some(subject) = subject else { return Ok(None) };
    let mut figures = atlas.figures_of(subject)?;
    figures.retain(|figure| {
        series::same(figure, weak) && figure.strength != Strength::Weak && !figure.is_retired()
    });
    Ok(figures.into_iter().max_by_key(|figure| figure.span().map(Span::recency)))
}

/// How much is inside.
pub fn counts(atlas: &Atlas) -> Result<Counts, Error> {
    let mut records = PerKind::default();
    for kind in Kind::ALL {
        *records.of_mut(kind) = atlas.numbers_of(kind)?.len();
    }
    Ok(Counts {
        records,
        figures: atlas.figure_count()?,
        sources: atlas.source_count()?,
        disputes: atlas.dispute_count()?,
        gaps: atlas.gap_count()?,
    })
}

fn page(rows: &[Overview], with_sources: bool, labels: &Labels) -> Result<Page, Error> {
    let Some(overview) = rows.first() else { return Ok(Page::default()) };
    let (area, lang) = (&overview.area, labels.lang);
    let mark_of = |figure: &Figure| {
        let reference = overview.references.iter().find(|reference| figure.source == reference.source.id());
        mark(reference.map_or(0, |reference| reference.number), figure.strength)
    };
    let mut blocks = vec![
        Block::Title(format!(
            "{}  {}",
            labels.name(area),
            lang.pick(area.name_zh.as_deref().unwrap_or_default(), &area.name)
        )),
        Block::Toned(
            Tone::Faint,
            phrase::data_of(&lang::date(&overview.data_version.replace('.', "-"), lang), lang),
        ),
        Block::Text(lang.pick(&area.summary, &area.summary_zh).to_owned()),
    ];
    for figure in overview.governance.iter().chain(&overview.contact) {
        let gap = lang.pick(" ", "");
        let undated = if figure.span().is_none() && figure.period.is_none() {
            lang.bracket(labels.label(Label::Undated))
        } else {
            String::new()
        };
        blocks.push(Block::Item([labels.statement(figure), &undated, gap, &mark_of(figure)].concat()));
        blocks.extend(labels.note(figure).map(|note| Block::Indented(note.to_owned())));
    }

    blocks.push(Block::Heading(labels.label(Label::Scopes).to_owned()));
    let mut territories = Grid::new(vec![
        Column::new(""),
        Column::new("").tone(Tone::Strong).right().no_wrap(),
        Column::new(""),
        Column::new("").tone(Tone::Faint).no_wrap(),
    ]);
    for size in &overview.scopes {
        let scope = labels.term("scope", size.scope.as_deref().unwrap_or_default())?;
        let mut marks = mark_of(size);
        let mut held = Vec::new();
        for figure in overview.headlines.iter().filter(|figure| figure.scope == size.scope) {
            held.push(labels.headline(figure)?);
            marks.push_str(&mark_of(figure));
        }
        territories.row([scope, labels.value(size)?, held.join(lang.pick("; ", "；")), marks]);
    }
    blocks.push(Block::Columns(territories));

    blocks.push(Block::Heading(labels.label(Label::Headlines).to_owned()));
    let mut headlines = Grid::new(vec![
        Column::new(""),
        Column::new("").tone(Tone::Strong).no_wrap(),
        Column::new("").no_wrap(),
        Column::new("").flexible(),
        Column::new("").tone(Tone::Faint).no_wrap(),
    ]);
    let has_own_row = |figure: &&Figure| !overview.scopes.iter().any(|size| size.scope == figure.scope);
    for figure in overview.headlines.iter().filter(has_own_row) {
        let what = [labels.metric(figure), lang.comma(), &labels.name_of(&figure.subject)?].concat();
        let details = labels.qualifiers(figure)?.join(lang.comma()) + &labels.note_mark(figure);
        headlines.row([what, labels.value(figure)?, labels.date_text(figure), details, mark_of(figure)]);
    }
    blocks.push(Block::Columns(headlines));
    let mut page = Page::of(blocks).with_marks_explained(labels);
    let blocks = &mut page.blocks;
    for (headline, strong) in overview.headlines.iter().zip(&overview.strong) {
        if let Some(strong) = strong {
            let (metric, value) = (labels.metric(headline), labels.value(strong)?);
            let said = phrase::newest_strong(metric, &value, &labels.date_text(strong), lang);
            blocks.push(Block::Toned(Tone::Faint, said));
        }
    }
    blocks.push(Block::Blank);
    blocks.push(Block::Text(age(overview, lang)));
    blocks.push(Block::Text(inside(overview, labels)?));
    let mut commands = Grid::new(vec![Column::new("").tone(Tone::Key), Column::new("")]);
    for (command, en, zh) in COMMANDS {
        commands.row([(*command).to_owned(), lang.pick(en, zh).to_owned()]);
    }
    blocks.push(Block::Heading(labels.label(Label::Try).to_owned()));
    blocks.push(Block::Columns(commands));
    blocks.push(Block::Blank);
    if with_sources {
        for reference in &overview.references {
            blocks.push(labels.reference(reference.number, &reference.source.read()?)?);
        }
    } else {
        blocks.push(Block::Toned(Tone::Faint, phrase::sources_of_overview(overview.references.len(), lang)));
    }
    Ok(page)
}

/// Commands to try, and what each shows.
const COMMANDS: &[(&str, &str, &str)] = &[
    ("liangjiang ports show guoyuan", "a port, with every figure and its source", "一个港口的全部数据及来源"),
    ("liangjiang industries --pillar", "the pillar industries", "支柱产业"),
    ("liangjiang search bonded zone", "anything, by name, pinyin or topic", "按名称、拼音或主题查找"),
    ("liangjiang gaps electricity", "what no source answers", "尚无来源回答的问题"),
    ("liangjiang figures chongqing --json", "figures for a script", "供脚本使用的数据"),
];

fn age(overview: &Overview, lang: Lang) -> String {
    let ages = &overview.ages;
    let (two, five, older) = (ages.up_to_two_years, ages.up_to_five_years, ages.older);
    let (ahead, undated) = (ages.ahead, ages.undated);
    let (version, all) = (&overview.data_version, overview.counts.figures);
    match lang {
        Lang::En => format!(
            "Data of {version}: of {all} figures {two} are up to two years old, {five} up to five, \
             {older} older; {ahead} lie ahead, {undated} are undated."
        ),
        Lang::Zh => format!(
            "数据版本{version}：共{all}条数据，不超过两年的{two}条，两至五年的{five}条，更早的{older}条；\
             属未来的{ahead}条，未注明时间的{undated}条。"
        ),
    }
}

fn inside(overview: &Overview, labels: &Labels) -> Result<String, Error> {
    let counts = &overview.counts;
    let mut parts = Vec::new();
    for kind in Kind::ALL {
        let count = counts.records.of(kind);
        parts.push(match labels.lang {
            Lang::En => format!("{count} {}", kind.plural()),
            Lang::Zh => format!("{}{count}", labels.term("kind", kind.name())?),
        });
    }
    let (sources, disputes, gaps) = (counts.sources, counts.disputes, counts.gaps);
    parts.extend(match labels.lang {
        Lang::En => [format!("{sources} sources"), format!("{disputes} disputes"), format!("{gaps} gaps")],
        Lang::Zh => [format!("来源{sources}"), format!("争议{disputes}"), format!("缺口{gaps}")],
    });
    let stop = labels.lang.pick(".", "。");
    Ok(format!(
        "{}{}{}{stop}",
        labels.label(Label::Inside),
        labels.lang.colon(),
        parts.join(labels.lang.enumerate())
    ))
}
