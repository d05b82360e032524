//! `compare`: records of one kind side by side: facts of the record, then what an investor asks of the kind
//! (`About::compared`), then the latest number or date of each metric that at least one of them has. Scopes stand in
//! the cells, parts and units in rows of their own. What differs is strong.

use std::cmp::Reverse;

use clap::{ArgMatches, Args, FromArgMatches};
use serde::Serialize;

use super::{Answer, Contract, Entry, Printer, Row, Shape, briefing, row_with_id, with_output};
use crate::{
    cli::FigureFilter,
    error::{Error, UsageError},
    lang::{Label, phrase},
    model::{Asked, Figure, Kind, Record, Span, Text, series},
    page::{Labels, Page},
    query::{
        self,
        resolve::{self, Matching, Resolved},
    },
    render::{Block, Cell, Column, Grid, Tone},
    store::{self, Atlas, metric_of},
};

pub const COMPARE: Entry = Entry {
    name: "compare",
    about: "Records of one kind side by side: facts and newest figures",
    examples: &["liangjiang compare shuitu yufu longxing", "liangjiang compare guoyuan cuntan --lang zh"],
    options: with_output::<CompareArgs>,
    run,
    contract: Some(Contract { row: Compared::SCHEMA, shape: Shape::List }),
    show: None,
};

/// Arguments of `compare`.
#[derive(Args, Debug)]
struct CompareArgs {
    /// Records of one kind: id, name, alias or pinyin; - reads ids from standard input
    #[arg(value_name = "ID", required = true)]
    ids: Vec<String>,
}

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let CompareArgs { mut ids } = CompareArgs::from_arg_matches(matches)?;
    printer.read_ids(&mut ids)?;
    let atlas = printer.atlas;
    let Resolved { records: found, notes, missing } =
        resolve::records(&atlas, &ids, None, printer.matching())?;
    // One column compares nothing: what was not found is then the answer.
    if found.len() < 2 {
        return Err(missing.into_iter().next().unwrap_or_else(|| UsageError::TooFew.into()));
    }
    if found.iter().any(|(_, record)| record.kind != found[0].1.kind) {
        let kinds = found.iter().map(|(_, record)| (record.id.to_string(), record.kind)).collect();
        return Err(UsageError::NotComparable(kinds).into());
    }
    let mut rows = Vec::new();
    for (number, record) in found {
        rows.push(compared(atlas, number, record)?);
    }
    printer.print(Answer { missing, notes, ..Answer::list(rows) }, &page)
}

/// A record as it stands beside others.
pub fn compared<'a>(atlas: Atlas<'a>, number: usize, record: Record<'a>) -> Result<Compared<'a>, Error> {
    let latest = FigureFilter { latest: true, undated: true, ..FigureFilter::default() };
    let (latest, _) = query::figures::figures(&atlas, Some(&[number]), &latest, Matching::Exact)?;
    let figures = latest.iter().map(|row| Ok(row.figure()?.into_owned())).collect::<Result<_, Error>>()?;
    let references = atlas.record_index(number)?.references;
    let sources = references.iter().map(|n| Ok(Text::from(atlas.stored_source(*n as usize)?.id())));
    Ok(Compared {
        id: record.id,
        kind: record.kind,
        name: record.name,
        name_zh: record.name_zh,
        category: record.category,
        status: record.status,
        parent: record.parent,
        industries: record.links.industries,
        ports: record.links.ports,
        enterprises: record.links.enterprises,
        policies: record.links.policies,
        sources: sources.collect::<Result<_, Error>>()?,
        figures,
        origin: record.origin,
    })
}

/// A record as it stands beside others.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Compared<'a> {
    /// Id of the record.
    pub id: Text<'a>,
    /// Its kind, which all share.
    pub kind: Kind,
    /// English name.
    pub name: Text<'a>,
    /// Chinese name.
    pub name_zh: Option<Text<'a>>,
    /// Category within the kind.
    pub category: Text<'a>,
    /// Status.
    pub status: Option<Text<'a>>,
    /// The record that it belongs to.
    pub parent: Option<Text<'a>>,
    /// Linked industries.
    pub industries: Vec<Text<'a>>,
    /// Linked ports.
    pub ports: Vec<Text<'a>>,
    /// Linked enterprises.
    pub enterprises: Vec<Text<'a>>,
    /// Linked policies.
    pub policies: Vec<Text<'a>>,
    /// Sources of the record and of all its figures, in the order of its page.
    pub sources: Vec<Text<'a>>,
    /// Its latest figures, and undated ones where nothing dated is held.
    pub figures: Vec<Figure<'a>>,
    /// Where it stands in the user's own data, `file:line`; none for the data of the program.
    pub origin: Option<Text<'a>>,
}

row_with_id!(Compared);

fn page(rows: &[Compared], labels: &Labels) -> Result<Page, Error> {
    let ids: Vec<Text> = rows.iter().map(|row| row.id.clone()).collect();
    let title = labels.lang.labelled(labels.label(Label::Comparison), &briefing::names(&ids, labels)?);
    Ok(Page::of(blocks(rows, labels)?).titled(title).with_marks_explained(labels))
}

/// The page without its foot.
pub fn blocks(rows: &[Compared], labels: &Labels) -> Result<Vec<Block>, Error> {
    let lang = labels.lang;
    let heading = |row: &Compared| Column::new(lang.pick_or(&row.name, row.name_zh.as_ref())).hyphens();
    let columns = std::iter::once(Column::new("")).chain(rows.iter().map(heading)).collect();
    let mut sheet = Sheet { rows, labels, grid: Grid::new(columns), none: Vec::new() };
    sheet.line(labels.label(Label::Id), true, &|row| Ok(labels.with_mark(&row.id, row.origin.as_ref())))?;
    sheet.line(labels.label(Label::Category), true, &|row| labels.term("category", &row.category))?;
    sheet.line(labels.label(Label::Status), true, &|row| labels.status(row.kind, row.status.as_deref()))?;
    sheet.line(labels.label(Label::Parent), true, &|row| {
        row.parent.as_ref().map_or_else(|| Ok(String::new()), |parent| labels.name_of(parent))
    })?;
    let is_park = rows.iter().all(|row| row.kind == Kind::Park);
    sheet.line(labels.label(Label::Industries), is_park, &|row| names(&row.industries, labels))?;
    sheet.line(labels.label(Label::Ports), is_park, &|row| names(&row.ports, labels))?;
    let tenants = if is_park { Label::TenantsByYear } else { Label::Enterprises };
    sheet.line(labels.label(tenants), is_park, &|row| by_year(&row.enterprises, labels))?;
    sheet.line(labels.label(Label::Incentives), is_park, &|row| by_year(&row.policies, labels))?;
    let about = labels.atlas.about()?;
    for measure in measures(rows, about.compared.of(rows[0].kind), labels)? {
        let metric = labels.atlas.metric(measure.metric)?;
        let is_paid = measure.is_asked && measure.part.is_none() && metric.is_some_and(|m| m.item.is_some());
        sheet.line(&measure.label, measure.is_asked, &|row| {
            let own = row.figures.iter().filter(|figure| measure.is_of(figure));
            // The label says of which part it is, and between which ends.
            let cell = |figure: &Figure| {
                let figure = Figure { part: None, to: None, ..figure.clone() };
                labels.value_cell(&figure, labels.date_text(&figure))
            };
            let mut cells = own.map(cell).collect::<Result<Vec<_>, _>>()?;
            // What a site or a lease cost stands with the enterprise that paid it.
            for id in if is_paid { &row.enterprises[..] } else { &[] } {
                let Some(number) = labels.atlas.record_number(id)? else { continue };
                let paid = labels.atlas.figures_with(number, |figure| metric_of(figure) == measure.metric)?;
                for figure in paid.iter().filter(|figure| !figure.is_retired()) {
                    cells.push(lang.labelled(&labels.short_name_of(id)?, &cell(figure)?));
                }
            }
            Ok(cells.join(lang.semicolon()))
        })?;
    }
    sheet.line(labels.label(Label::Sources), true, &|row| Ok(row.sources.len().to_string()))?;
    let Sheet { grid, none, .. } = sheet;
    let mut captions = Vec::new();
    if !none.is_empty() {
        let none = phrase::none_has(none.join(lang.enumerate()), lang);
        captions.push(labels.see(none, "liangjiang figures --theme costs --latest"));
    }
    let not_compared = labels.label(Label::NotCompared).to_owned();
    captions.push(labels.see(not_compared, &format!("liangjiang {} show ID", rows[0].kind.plural())));
    let mut blocks = vec![Block::Table(grid)];
    for caption in captions {
        blocks.extend([Block::Blank, Block::Faint(caption)]);
    }
    Ok(blocks)
}

/// The rows of a comparison so far.
struct Sheet<'s, 'a> {
    rows: &'s [Compared<'a>],
    labels: &'s Labels<'s>,
    grid: Grid,
    /// What was asked of all records and is held of none.
    none: Vec<String>,
}

impl<'a> Sheet<'_, 'a> {
    /// A row, with what differs strong. What is held of none has one only where an investor asks it of every
    /// record.
    fn line(
        &mut self,
        label: &str,
        is_asked: bool,
        cell: &dyn Fn(&Compared<'a>) -> Result<String, Error>,
    ) -> Result<(), Error> {
        let cells = self.rows.iter().map(cell).collect::<Result<Vec<_>, _>>()?;
        if cells.iter().all(String::is_empty) {
            if !is_asked {
                return Ok(());
            }
            self.none.push(label.to_owned());
        }
        let differs = cells.iter().any(|cell| *cell != cells[0]);
        let drawn = |text: &String| match (text.is_empty(), differs) {
            (true, _) => Cell::Toned(Tone::Faint, self.labels.label(Label::NotHeld).to_owned()),
            (false, true) => Cell::Toned(Tone::Strong, text.clone()),
            (false, false) => Cell::from(text.clone()),
        };
        self.grid.row(std::iter::once(Cell::from(label)).chain(cells.iter().map(drawn)));
        Ok(())
    }
}

/// Linked records.
fn names(ids: &[Text], labels: &Labels) -> Result<String, Error> {
    let names = ids.iter().map(|id| labels.short_name_of(id)).collect::<Result<Vec<_>, _>>()?;
    Ok(names.join(labels.lang.enumerate()))
}

/// Linked records, the one whose status was shown last first, each with that year and, unless it is the
/// usual one, the status.
fn by_year(ids: &[Text], labels: &Labels) -> Result<String, Error> {
    let mut dated = Vec::new();
    for id in ids {
        let Some(record) = labels.atlas.record_by_id(id)? else { continue };
        let year = record.status_as_of.as_deref().and_then(Span::parse).map(|span| span.end.year);
        let mut details: Vec<String> = year.iter().map(|year| labels.year(*year)).collect();
        if !matches!(record.status.as_deref(), Some("active" | "in-force")) {
            details.push(labels.record_status(&record)?.to_lowercase());
        }
        details.retain(|detail| !detail.is_empty());
        dated.push((year, labels.short_name_of(id)? + &labels.lang.bracket_all(&details)));
    }
    dated.sort_by_key(|(year, _)| Reverse(*year));
    let texts: Vec<String> = dated.into_iter().map(|(_, text)| text).collect();
    Ok(texts.join(labels.lang.enumerate()))
}

/// What stands in one row: a metric, a part, a unit and an other end.
struct Measure<'m> {
    label: String,
    metric: &'m str,
    part: Option<&'m str>,
    unit: Option<&'m str>,
    to: Option<&'m str>,
    /// Whether an investor asks it of every record of the kind.
    is_asked: bool,
}

impl Measure<'_> {
    fn is_of(&self, figure: &Figure) -> bool {
        figure.metric == *self.metric
            && figure.part.as_deref() == self.part
            && figure.unit.as_deref() == self.unit
            && figure.to.as_deref() == self.to
    }
}

/// The rows: what is asked of the kind, held or not, then all else in the order of the registry of metrics.
fn measures<'m>(
    rows: &'m [Compared],
    asked: &'m [Asked],
    labels: &Labels,
) -> Result<Vec<Measure<'m>>, Error> {
    let (repeats, lang) = (labels.atlas.repeats()?, labels.lang);
    let comparable = |figure: &&Figure| {
        // Between two ends there is one distance, though a record has several.
        series::forms_series(figure, &repeats)
            || figure.to.is_some()
            || (figure.date_value().is_some() && !repeats(&figure.metric))
    };
    let label = |metric: &str, to: Option<&str>, part: Option<&str>| -> Result<String, Error> {
        let end = labels.other_end(to)?;
        let label = end.map_or_else(|| metric.to_owned(), |end| phrase::metric_to(metric, end, lang));
        let part = part.map(|part| labels.term("part", part)).transpose()?;
        Ok(label + &part.map(|part| lang.bracket(&part)).unwrap_or_default())
    };
    // With its place among what is asked, and in the registry.
    let mut measures: Vec<(usize, Option<usize>, Measure)> = Vec::new();
    for figure in rows.iter().flat_map(|row| &row.figures).filter(comparable) {
        if measures.iter().any(|(_, _, measure)| measure.is_of(figure)) {
            continue;
        }
        let Figure { metric, part, unit, to, .. } = figure;
        let (part, unit, to) = (part.as_deref(), unit.as_deref(), to.as_deref());
        let label = label(labels.metric(figure), to, part)?;
        let place = asked.iter().position(|asked| asked.metric == *metric && asked.to.as_deref() == to);
        let measure = Measure { label, metric, part, unit, to, is_asked: place.is_some() };
        measures.push((place.unwrap_or(usize::MAX), labels.atlas.metric_number(metric)?, measure));
    }
    for (place, Asked { metric, to }) in asked.iter().enumerate() {
        if measures.iter().all(|(other, ..)| *other != place) {
            let known = labels.atlas.metric(metric)?.ok_or(store::Error::Missing)?;
            let label = label(lang.pick(&known.label, &known.label_zh), to.as_deref(), None)?;
            let measure =
                Measure { label, metric, part: None, unit: None, to: to.as_deref(), is_asked: true };
            measures.push((place, None, measure));
        }
    }
    measures.sort_by_key(|(place, number, _)| (*place, *number));
    Ok(measures.into_iter().map(|(_, _, measure)| measure).collect())
}
