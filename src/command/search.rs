//! `search`: everything that the words may mean, ranked: records, figures and gaps, with the answer itself
//! where a figure or a gap is one.

use clap::{ArgMatches, Args, FromArgMatches, builder::PossibleValuesParser};
use serde::Serialize;

use super::{Answer, Contract, Entry, Printer, Row, Shape, with_output};
use crate::{
    cli::number,
    error::Error,
    lang::{Label, Lang, message::quoted, phrase},
    model::{Figure, Gap, Kind, Record, Text},
    page::{Labels, Page, shown_as_statement},
    query::search::{self, Hit, HitKind, Hits, Matched},
    render::{Block, Grid, Tone},
    store::{self, Atlas, Stored},
};

pub const SEARCH: Entry = Entry {
    name: "search",
    about: "Whatever the words mean, ranked: records, figures, and what is not known",
    examples: &[
        "liangjiang search bonded zone",
        "liangjiang search guoyuan container throughput 2023 --json",
        "liangjiang search 果园港什么时候开港",
    ],
    options: with_output::<SearchArgs>,
    run,
    contract: Some(Contract { row: "Found", shape: Shape::List }),
    show: None,
};

#[derive(Args, Debug)]
struct SearchArgs {
    /// Names, pinyin, initials, metrics, years, questions; in any order, English or Chinese
    #[arg(value_name = "WORDS", required = true)]
    words: Vec<String>,
    /// Only hits of this kind
    #[arg(long, value_name = "KIND", value_parser = hit_kinds())]
    kind: Option<String>,
    /// At most so many hits; 0 is all
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = number, allow_negative_numbers = true)]
    limit: u16,
}

/// The kinds of hits: of records, and the two others.
fn hit_kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(Kind::ALL.iter().map(|kind| kind.name()).chain(["figure", "gap"]))
}

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let args = SearchArgs::from_arg_matches(matches)?;
    let atlas = printer.atlas;
    let query = args.words.join(" ");
    let mut found = search::search(&atlas, &query)?;
    if let Some(kind) = &args.kind {
        found.hits.retain(|hit| hit.kind.name() == kind);
    }
    if args.limit > 0 {
        found.hits.truncate(usize::from(args.limit));
    }
    let hits = (1..).zip(std::mem::take(&mut found.hits));
    let rows = hits.map(|(rank, hit)| self::found(atlas, rank, hit)).collect::<Result<Vec<_>, _>>()?;
    if rows.is_empty() {
        printer.found_nothing();
    }
    printer.print(Answer::list(rows), &|rows, labels| page(rows, &query, &found, labels))
}

/// A hit with what it stands for.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Found<'a> {
    /// Its place, from 1.
    pub rank: usize,
    /// The kind of the record, `figure` or `gap`.
    pub kind: &'static str,
    /// Id of the record, the figure or the gap.
    pub id: Text<'a>,
    /// Name of the record; of its subject and its metric for a figure; the topic of a gap.
    pub name: String,
    /// The same in Chinese.
    pub name_zh: Option<String>,
    /// The text that covers most of the query, and how it was matched.
    pub matched: Matched,
    /// The words of the query that it does not speak to, as typed.
    pub unmatched: Vec<String>,
    /// How well it covers the words of the query that decide, of 1000; never more than the hit before it.
    pub score: u32,
    /// The figure, where it is one; of a record the one that gives its place in an order that is asked for.
    #[cfg_attr(test, schemars(with = "Option<crate::model::Figure>"))]
    pub figure: Option<Stored<'a, Figure<'a>>>,
    /// The gap, where it is one.
    pub gap: Option<Gap<'a>>,
    /// Where it stands in the user's own data, `file:line`; none for the data of the program.
    pub origin: Option<Text<'a>>,
    /// The record, where it is one: for the page.
    #[serde(skip)]
    pub record: Option<Record<'a>>,
    /// The records by whose links it is found: for the page.
    #[serde(skip)]
    pub through: Vec<Record<'a>>,
}

impl Row for Found<'_> {}

fn found<'a>(atlas: Atlas<'a>, rank: usize, hit: Hit<'a>) -> Result<Found<'a>, Error> {
    let mut figure = hit.by.map(|number| atlas.stored_figure(number)).transpose()?;
    let (mut record, mut gap) = (None, None);
    let (name, name_zh, origin) = match hit.kind {
        HitKind::Record(_) => {
            let own = record.insert(atlas.record(hit.number)?);
            (own.name.to_string(), own.name_zh.as_ref().map(ToString::to_string), own.origin.clone())
        }
        HitKind::Figure => {
            let own = figure.insert(atlas.stored_figure(hit.number)?).read()?;
            let subject = atlas.record_head(&own.subject)?.ok_or(store::Error::Missing)?;
            let [name, name_zh] = [(Lang::En, &own.label), (Lang::Zh, &own.label_zh)].map(|(lang, label)| {
                lang.labelled(lang.pick_or(&subject.name, subject.name_zh.as_ref()), label)
            });
            (name, Some(name_zh), own.origin)
        }
        HitKind::Gap => {
            let own = gap.insert(atlas.gap(hit.number)?.read()?);
            let [name, name_zh] =
                [&own.topics, &own.topics_zh].map(|topics| topics.first().map(ToString::to_string));
            (name.unwrap_or_default(), name_zh, own.origin.clone())
        }
    };
    let through = hit.through.iter().map(|number| atlas.record(*number)).collect::<Result<_, _>>()?;
    let Hit { kind, id, matched, unmatched, score, .. } = hit;
    let kind = kind.name();
    Ok(Found {
        rank,
        kind,
        id,
        name,
        name_zh,
        matched,
        unmatched,
        score,
        figure,
        gap,
        origin,
        record,
        through,
    })
}

/// Typed words in backticks.
fn listed(words: &[String], lang: Lang) -> String {
    lang.list(words.iter().map(|word| quoted(word)))
}

/// Above the hits what they do not speak to and what was read otherwise; then one layout for all of them,
/// in which the id is that of the record.
fn page(rows: &[Found], query: &str, about: &Hits, labels: &Labels) -> Result<Page, Error> {
    let label = |label| labels.column(label);
    let mut grid = Grid::new(vec![
        label(Label::Name).tone(Tone::Strong),
        label(Label::Answer),
        label(Label::Id).tone(Tone::Key),
    ]);
    // Who asks for a kind is shown its records; what else is near is named below them.
    let of_kind = |row: &Found| about.kind.is_none_or(|kind| row.kind == kind.name());
    let others = |row: &&Found| row.record.is_some() && rows.first().is_some_and(of_kind) && !of_kind(row);
    for row in rows.iter().filter(|row| !others(row)) {
        let name = row.name_zh.as_ref().map_or(&*row.name, |zh| labels.lang.pick(&row.name, zh));
        let id = if row.kind == "figure" { row.id.split('.').next().unwrap_or_default() } else { &*row.id };
        // The value of a figure bears the mark itself.
        let own = row.origin.as_ref().filter(|_| row.kind != "figure");
        grid.row([labels.with_mark(name, own), answer(row, labels)?, id.to_owned()]);
    }
    let mut page = Page::of(vec![Block::Table(grid)]).titled(phrase::search_for(query, labels.lang));
    let also = rows.iter().filter(others).filter_map(|row| {
        let kind = labels.lang.pick(row.kind, row.record.as_ref()?.kind.name_zh());
        Some(row.id.to_string() + &labels.lang.bracket(kind))
    });
    let also: Vec<String> = also.collect();
    if !also.is_empty() {
        let also = phrase::also_found(labels.lang.list(also), labels.lang);
        page.blocks.extend([Block::Blank, Block::Text(also)]);
    }
    // Who asks for a park for an industry is told of the command that compares them.
    let of_industry = |record: &&Record| record.kind == Kind::Industry;
    if let Some(row) = rows.first().filter(|row| about.kind == Some(Kind::Park) && of_kind(row))
        && let Some(industry) = row.through.iter().find(of_industry)
    {
        let command = format!("liangjiang shortlist {}", industry.id);
        page.blocks.extend([Block::Blank, Block::Text(phrase::more_by(command, labels.lang))]);
    }
    for (typed, right) in &about.mended {
        page.notes.push(match right.as_str() {
            // By its sound.
            "" => phrase::read_by_sound(quoted(typed), labels.lang),
            right => phrase::read_as(quoted(right), quoted(typed), labels.lang),
        });
    }
    match rows.first() {
        None if !about.outside.is_empty() => {
            let area = labels.name_of(&labels.atlas.about()?.area)?;
            page.notes.push(phrase::outside(listed(&about.outside, labels.lang), area, labels.lang));
        }
        None => page.notes.push(phrase::nothing_found(quoted(query), labels.lang)),
        Some(best) if !best.unmatched.is_empty() => {
            // What another hit speaks to is held, but not together with the rest.
            let mut left = best.unmatched.clone();
            left.retain(|word| rows.iter().all(|row| row.unmatched.contains(word)));
            page.notes.push(if left.is_empty() {
                labels.label(Label::NothingTogether).to_owned()
            } else {
                phrase::nothing_on(listed(&left, labels.lang), labels.lang)
            });
        }
        Some(_) => {}
    }
    Ok(page.with_marks_explained(labels))
}

/// The value of a figure, the text of a gap, what a record is and why it is there.
fn answer(row: &Found, labels: &Labels) -> Result<String, Error> {
    let lang = labels.lang;
    let figure = row.figure.as_ref().map(Stored::read).transpose()?;
    let value = |figure: &Figure| labels.value_cell(figure, labels.date_text(figure));
    match (&row.record, &figure) {
        (Some(record), _) => {
            let by = figure.iter().map(|by| Ok(lang.labelled(labels.metric(by), &value(by)?)));
            let mut facts = by.collect::<Result<Vec<_>, Error>>()?;
            facts.extend([labels.term("category", &record.category)?, labels.dated_status(record)?]);
            if !row.through.is_empty() {
                let ids = row.through.iter().map(|record| &record.id);
                facts.push(phrase::linked_with(lang.list(ids), lang));
            }
            facts.retain(|fact| !fact.is_empty());
            Ok(facts.join(lang.comma()))
        }
        (None, Some(figure)) if shown_as_statement(figure) => {
            Ok(labels.statement(figure) + &labels.marks(figure))
        }
        (None, Some(figure)) => value(figure),
        (None, None) => Ok(row.gap.as_ref().map_or("", |gap| lang.pick(&gap.text, &gap.text_zh)).to_owned()),
    }
}
