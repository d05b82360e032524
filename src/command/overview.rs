//! `overview`: what and where, who governs since when, the three scopes, headline figures, the age of the
//! data, what is inside: one screen that ends in what to ask next.

use serde::Serialize;

use super::{Answer, Contract, Entry, NoArgs, Row, Shape, show::Reference, with_output};
use crate::{
    error::Error,
    lang::{Label, Lang},
    model::{Ages, Figure, Kind, PerKind, Record, Text},
    page::{Labels, Page, mark},
    render::{Block, Column, Grid, Tone},
    store::{self, Atlas},
};

pub const OVERVIEW: Entry = Entry {
    name: "overview",
    about: "What and where the area is, who governs it, and what is inside (the default)",
    examples: &["liangjiang overview --lang zh", "liangjiang overview --json --fields counts,ages"],
    options: with_output::<NoArgs>,
    run: |_, _, printer| printer.print(Answer::one(overview(printer.atlas)?), &page),
    contract: Some(Contract { keys: Overview::KEYS, row: "Overview", shape: Shape::One }),
    show: None,
};

/// The record that the whole program is about.
const AREA: &str = "liangjiang";

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
    let area = atlas.record_by_id(AREA)?.ok_or(store::Error::Missing)?;
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
    })
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

fn page(rows: &[Overview], labels: &Labels) -> Result<Page, Error> {
    let Some(overview) = rows.first() else { return Ok(Page::default()) };
    let area = &overview.area;
    let lang = labels.lang;
    let cite = |figure: &Figure| {
        let reference = overview.references.iter().find(|reference| figure.source == reference.source.id());
        mark(reference.map_or(0, |reference| reference.number), figure.strength)
    };
    let mut blocks = vec![
        Block::Title(format!(
            "{}  {}",
            labels.name(area),
            lang.pick(area.name_zh.as_deref().unwrap_or_default(), &area.name)
        )),
        Block::Text(lang.pick(&area.summary, &area.summary_zh).to_owned()),
    ];
    for figure in overview.governance.iter().chain(&overview.contact) {
        let gap = lang.pick(" ", "");
        blocks.push(Block::Item(format!("{}{gap}{}", labels.statement(figure), cite(figure))));
    }

    blocks.push(Block::Heading(labels.label(Label::Scopes).to_owned()));
    let mut scopes = Grid::plain(vec![
        Column::new(""),
        Column::new("").tone(Tone::Strong).right().no_wrap(),
        Column::new("").no_wrap(),
        Column::new("").tone(Tone::Faint).no_wrap(),
    ]);
    for figure in &overview.scopes {
        let scope = labels.term("scope", figure.scope.as_deref().unwrap_or_default())?;
        scopes.row([scope, labels.value(figure)?, labels.date_text(figure), cite(figure)]);
    }
    blocks.push(Block::Grid(scopes));

    blocks.push(Block::Heading(labels.label(Label::Headlines).to_owned()));
    let mut headlines = Grid::plain(vec![
        Column::new(""),
        Column::new("").tone(Tone::Strong).no_wrap(),
        Column::new("").tone(Tone::Faint).no_wrap(),
    ]);
    for figure in &overview.headlines {
        let mut what = vec![labels.metric(figure).to_owned()];
        if figure.scope.is_none() {
            what.push(figure.subject.to_string());
        }
        what.push(labels.date_text(figure));
        what.extend(labels.qualifiers(figure)?);
        headlines.row([what.join(lang.comma()), labels.value(figure)?, cite(figure)]);
    }
    blocks.push(Block::Grid(headlines));
    blocks.push(Block::Blank);
    blocks.push(Block::Text(age(overview, lang)));
    blocks.push(Block::Text(inside(overview, labels)?));
    let mut commands = Grid::plain(vec![Column::new("").tone(Tone::Key), Column::new("")]);
    for (command, en, zh) in COMMANDS {
        commands.row([(*command).to_owned(), lang.pick(en, zh).to_owned()]);
    }
    blocks.push(Block::Heading(labels.label(Label::Try).to_owned()));
    blocks.push(Block::Grid(commands));
    blocks.push(Block::Blank);
    for reference in &overview.references {
        blocks.push(Block::Reference(reference.number, labels.source(&reference.source.read()?)?));
    }
    Ok(Page::of(blocks))
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
