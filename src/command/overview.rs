//! `overview`: what and where, who governs since when, the three scopes, headline figures, the age of the
//! data, what is inside: one screen that ends in what to ask next.

use clap::{ArgMatches, Args, FromArgMatches};
use serde::Serialize;

use super::{Answer, Contract, Entry, Printer, Row, Shape, show::Reference, with_output};
use crate::{
    cli::Format,
    error::Error,
    lang::{self, Label, Lang, message, phrase},
    model::{About, Ages, Figure, Highlight, Kind, News, PerKind, Record, Strength, Text, series},
    page::{Citations, Labels, Page},
    render::{Block, Column, Grid, Tone},
    store::{self, Atlas, Section},
};

pub const OVERVIEW: Entry = Entry {
    name: "overview",
    about: "What and where the area is, who governs it, and what is inside (the default)",
    examples: &["liangjiang overview --lang zh", "liangjiang overview --json --fields counts,ages"],
    options: with_output::<OverviewArgs>,
    run,
    contract: Some(Contract { row: "Overview", shape: Shape::One }),
    show: None,
};

#[derive(Args, Debug)]
struct OverviewArgs {
    /// List the sources at the foot on a terminal too
    #[arg(long)]
    sources: bool,
}

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let OverviewArgs { sources } = OverviewArgs::from_arg_matches(matches)?;
    let with_sources =
        sources || !printer.environment.stdout_terminal || printer.options.format() != Format::Table;
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
    /// What the data set says of itself: labels of the figures above, and command lines.
    #[serde(skip)]
    pub about: About<'a>,
    /// For each headline that rests on a weak source, the newest of its series that does not.
    #[serde(skip)]
    pub strong: Vec<Option<Figure<'a>>>,
    /// How much changed since the release before.
    #[serde(skip)]
    pub news: Option<News<'a>>,
}

impl Row for Overview<'_> {}

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

impl Counts {
    /// Each count but that of figures with what it counts, in words.
    pub fn texts(&self, labels: &Labels) -> Vec<String> {
        let lang = labels.lang;
        let kinds = Kind::ALL.iter().map(|kind| {
            lang::count(*self.records.of(*kind), kind.plural(), message::kind(*kind, lang), lang)
        });
        let others = [
            (self.sources, "sources", Label::Sources),
            (self.disputes, "disputes", Label::Disputes),
            (self.gaps, "gaps", Label::Gaps),
        ];
        let other =
            |(count, plural, label): (usize, &str, Label)| lang::count(count, plural, label.text(lang), lang);
        kinds.chain(others.into_iter().map(other)).collect()
    }
}

/// Looks it up.
pub fn overview<'a>(atlas: Atlas<'a>) -> Result<Overview<'a>, Error> {
    let about = atlas.about()?;
    let area = atlas.record_by_id(&about.area)?.ok_or(store::Error::Missing)?;
    let figure =
        |id: &Text| -> Result<Figure<'a>, store::Error> { atlas.figure(id)?.ok_or(store::Error::Missing) };
    let figures = |highlights: &[Highlight]| -> Result<Vec<Figure<'a>>, store::Error> {
        highlights.iter().map(|own| figure(&own.id)).collect()
    };
    let (governance, contact) = (figures(&about.governance)?, figures(&about.contact)?);
    let headlines = figures(&about.headlines)?;
    let scopes = about.scopes.iter().map(figure).collect::<Result<Vec<_>, _>>()?;
    let mut references: Vec<Reference> = Vec::new();
    for figure in governance.iter().chain(&contact).chain(&scopes).chain(&headlines) {
        if !references.iter().any(|reference| reference.source.has_id(&figure.source)) {
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
        data_version: about.version.clone(),
        ages: atlas.ages()?,
        counts: counts(&atlas)?,
        references,
        strong,
        news: atlas.news()?,
        about,
    })
}

/// The newest figure in the series of one that rests on a weak source whose own source is not weak.
fn newest_strong<'a>(atlas: Atlas<'a>, weak: &Figure) -> Result<Option<Figure<'a>>, Error> {
    if weak.strength != Strength::Weak {
        return Ok(None);
    }
    // The figures of a series follow each other by date.
    for older in (0..atlas.figure_number(&weak.id)?.unwrap_or(0)).rev() {
        let older = atlas.figure_at(older)?;
        if !series::same(&older, weak) {
            break;
        }
        if older.strength != Strength::Weak && !older.is_retired() {
            return Ok(Some(older));
        }
    }
    Ok(None)
}

/// How much is inside.
pub fn counts(atlas: &Atlas) -> Result<Counts, Error> {
    Ok(Counts {
        records: atlas.counts()?,
        figures: atlas.count(Section::Figures)?,
        sources: atlas.count(Section::Sources)?,
        disputes: atlas.count(Section::Disputes)?,
        gaps: atlas.count(Section::Gaps)?,
    })
}

fn page<'a>(rows: &[Overview<'a>], with_sources: bool, labels: &Labels<'a>) -> Result<Page, Error> {
    let Some(overview) = rows.first() else { return Ok(Page::default()) };
    let (area, about, lang) = (&overview.area, &overview.about, labels.lang);
    let mut citations = Citations::of(overview.references.iter().map(|reference| reference.source.clone()));
    let label = |own: &Highlight| lang.pick(&own.label, &own.label_zh).to_owned();
    let name = lang.pick(area.name_zh.as_deref().unwrap_or_default(), &area.name);
    let data_of = phrase::data_of(lang::date(&overview.data_version.replace('.', "-"), lang), lang);
    let mut blocks = vec![
        Block::Title(format!("{}  {name}{}", labels.name(area), lang.bracket(&data_of))),
        Block::Text(lang.pick(&area.summary, &area.summary_zh).to_owned()),
    ];
    blocks.push(Block::Blank);
    blocks.extend(ground(overview, &mut citations, labels)?);

    blocks.push(labels.heading(Label::Headlines));
    let mut grid = Grid::new(vec![
        Column::new(""),
        Column::new("").tone(Tone::Strong).no_wrap(),
        Column::new("").no_wrap(),
        Column::new("").tone(Tone::Faint).no_wrap(),
    ]);
    let has_own_row = |figure: &Figure| !overview.scopes.iter().any(|size| size.scope == figure.scope);
    for (own, figure) in headlines(overview).filter(|(_, figure)| has_own_row(figure)) {
        let details = lang.bracket_all(&labels.qualifiers(figure)?);
        let value = labels.value(figure)? + &details + &labels.note_mark(figure);
        grid.row([label(own), value, labels.date_text(figure), citations.mark(figure, labels)?]);
    }
    blocks.push(Block::Columns(grid));
    let topics = lang.list(about.gaps.iter().map(label));
    if !topics.is_empty() {
        let said = phrase::not_held(topics, lang);
        blocks.push(Block::Text(labels.see(said, "liangjiang gaps")));
    }
    if with_sources {
        for (headline, strong) in overview.headlines.iter().zip(&overview.strong) {
            if let Some(strong) = strong {
                let (metric, value) = (labels.metric(headline), labels.value(strong)?);
                let said = phrase::newest_strong(metric, &value, labels.date_text(strong), lang);
                blocks.push(Block::Faint(said));
            }
        }
    }
    let counts = lang.list(overview.counts.texts(labels));
    let inside = lang.labelled(labels.label(Label::Inside), &counts) + lang.stop() + own_mark(labels)?;
    blocks.extend([Block::Blank, Block::Text(inside)]);
    let Ages { up_to_two_years, up_to_five_years, older, ahead, undated } = overview.ages;
    let old = phrase::ages(up_to_two_years, up_to_five_years, older, ahead, undated, lang);
    blocks.push(Block::Faint(old));
    if let Some(News { since, records, figures, changed, .. }) = &overview.news {
        let since = lang::date(&since.replace('.', "-"), lang);
        let said = phrase::news(since, records, figures, changed, lang);
        blocks.push(Block::Faint(labels.see(said, "liangjiang changes")));
    }
    if !labels.for_html {
        blocks.extend([Block::Blank, Block::Columns(examples(about, lang))]);
    }
    let mut page = Page::of(blocks);
    if with_sources {
        page = page.with_marks_explained(labels);
        page.blocks.push(if labels.for_html { labels.heading(Label::Sources) } else { Block::Blank });
        page.blocks.extend(citations.list(labels)?.into_iter().skip(1));
    } else {
        let caveats = labels.take_marks().caveats.len();
        let sources = phrase::sources_of_overview(overview.references.len(), caveats, lang);
        page.blocks.push(Block::Faint(sources));
    }
    Ok(page)
}

/// The mark of counts, where something of the user's own is among what they count.
fn own_mark(labels: &Labels) -> Result<&'static str, Error> {
    let (atlas, mut mark) = (labels.atlas, "");
    if labels.has_own {
        let records = (0..atlas.count(Section::Records)?).map(|number| Ok(atlas.record(number)?.origin));
        let mut origins = records.collect::<Result<Vec<_>, Error>>()?;
        origins.extend(atlas.sources()?.into_iter().map(|own| own.origin));
        origins.extend(atlas.disputes()?.into_iter().map(|own| own.origin));
        origins.extend(atlas.gaps()?.into_iter().map(|own| own.origin));
        for origin in origins.iter().flatten() {
            mark = labels.own_mark(Some(origin));
        }
    }
    Ok(mark)
}

/// The headline figures with their labels.
fn headlines<'o>(overview: &'o Overview) -> impl Iterator<Item = (&'o Highlight<'o>, &'o Figure<'o>)> {
    overview.about.headlines.iter().zip(&overview.headlines)
}

/// Who governs and where to ask; then the territories, a row each: its size and the headline figures of it.
pub fn ground<'a>(
    overview: &Overview<'a>,
    citations: &mut Citations<'a>,
    labels: &Labels<'a>,
) -> Result<[Block; 3], Error> {
    let (lang, about) = (labels.lang, &overview.about);
    let mut who = Grid::new(vec![
        Column::new("").tone(Tone::Strong).no_wrap(),
        Column::new(""),
        Column::new("").tone(Tone::Faint).no_wrap(),
    ]);
    let (labelled, figures) = (about.governance.iter().chain(&about.contact), &overview.governance);
    for (own, figure) in labelled.zip(figures.iter().chain(&overview.contact)) {
        let text = labels.statement(figure) + &labels.doubts(figure);
        let label = lang.pick(&own.label, &own.label_zh).to_owned();
        who.row([label, text, citations.mark(figure, labels)?]);
    }
    let mut territories = Grid::new(vec![
        Column::new(""),
        Column::new("").tone(Tone::Strong).right().no_wrap(),
        Column::new("").no_wrap(),
        Column::new("").tone(Tone::Faint).no_wrap(),
    ]);
    for size in &overview.scopes {
        let scope = labels.term("scope", size.scope.as_deref().unwrap_or_default())?;
        let (mut marks, mut held) = (citations.mark(size, labels)?, Vec::new());
        for (own, figure) in headlines(overview).filter(|(_, figure)| figure.scope == size.scope) {
            let mut details = vec![labels.year_text(figure)];
            details.extend(labels.status_label(figure)?);
            details.extend(labels.disputed(figure).map(str::to_owned));
            let value = labels.value(figure)? + &lang.bracket_all(&details) + &labels.note_mark(figure);
            held.push(lang.labelled(lang.pick(&own.label, &own.label_zh), &value));
            marks.extend(Some(citations.mark(figure, labels)?).filter(|mark| !marks.contains(&**mark)));
        }
        let size = labels.value(size)? + &labels.doubts(size);
        territories.row([scope, size, held.join(lang.semicolon()), marks]);
    }
    Ok([Block::Columns(who), labels.heading(Label::Scopes), Block::Columns(territories)])
}

/// What to try next, two commands a line.
fn examples(about: &About, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![Column::new("").tone(Tone::Key), Column::new("").tone(Tone::Key)]);
    for pair in lang.pick_list(&about.examples, &about.examples_zh).chunks(2) {
        grid.row([0, 1].map(|n| pair.get(n).map(ToString::to_string).unwrap_or_default()));
    }
    grid
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beside_a_weak_figure_stands_the_newest_before_it_that_is_not_weak() {
        let atlas = crate::fixture::atlas();
        let strong = |id: &str| {
            let figure = atlas.figure(&format!("bailuwan.container-throughput.{id}")).unwrap().unwrap();
            newest_strong(atlas, &figure)
                .unwrap()
                .map(|strong| strong.id.rsplit('.').next().unwrap().to_owned())
        };
        assert_eq!(strong("2025-01--2025-03").as_deref(), Some("2024"));
        assert_eq!((strong("2022.2").as_deref(), strong("2024")), (Some("2022"), None));
    }
}
