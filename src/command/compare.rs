//! `compare`: records of one kind side by side: facts of the record, then what an investor asks of the kind
//! (`About::compared`), then the latest number or date of each metric that at least one of them has. Scopes stand in
//! the cells, parts and units in rows of their own. What differs is strong.

use std::cmp::Reverse;

use clap::{ArgMatches, Args, FromArgMatches};
use serde::Serialize;

use super::{Answer, Contract, Entry, Printer, Row, Shape, briefing, with_output};
use crate::{
    cli::FigureFilter,
    error::Error,
    lang::{Label, message, phrase},
    limit,
    model::{
        Asked, Figure, Kind, Metric, Record, Span, Text,
        series::{self, SOME_PART},
    },
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
    contract: Some(Contract { row: "Compared", shape: Shape::List }),
    show: None,
};

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
        let too_few = || message::usage(|lang| [Label::TooFew.text(lang).to_owned()]);
        return Err(missing.into_iter().next().unwrap_or_else(too_few));
    }
    if found.iter().any(|(_, record)| record.kind != found[0].1.kind) {
        return Err(message::usage(|lang| {
            let name = |(_, record): &(usize, Record)| {
                format!("`{}`{}", record.id, lang.bracket(message::kind(record.kind, lang)))
            };
            [phrase::not_comparable(lang.list(found.iter().take(limit::ERRORS).map(name)), lang)]
        }));
    }
    let rows = found.into_iter().map(|(_, record)| compared(atlas, record)).collect::<Result<_, _>>()?;
    printer.print(Answer { missing, notes, ..Answer::list(rows) }, &page)
}

/// A record as it stands beside others.
pub fn compared<'a>(atlas: Atlas<'a>, record: Record<'a>) -> Result<Compared<'a>, Error> {
    let number = atlas.record_number(&record.id)?.ok_or(store::Error::Missing)?;
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
        status_as_of: record.status_as_of,
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
    /// Date on which the status was last known to hold.
    pub status_as_of: Option<Text<'a>>,
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

impl Row for Compared<'_> {}

fn page(rows: &[Compared], labels: &Labels) -> Result<Page, Error> {
    let names = briefing::names(rows.iter().map(|row| &*row.id), labels)?;
    let title = labels.lang.labelled(labels.label(Label::Comparison), &names);
    Ok(Page::of(blocks(rows, labels)?).titled(title).with_marks_explained(labels))
}

/// The page without its foot.
pub fn blocks(rows: &[Compared], labels: &Labels) -> Result<Vec<Block>, Error> {
    let lang = labels.lang;
    let line = |label: &str, is_asked: bool, cell: &dyn Fn(&Compared) -> Result<String, Error>| {
        let cells = rows.iter().map(cell).collect::<Result<Vec<_>, _>>()?;
        Ok::<_, Error>((label.to_owned(), is_asked, cells))
    };
    let is_park = rows.iter().all(|row| row.kind == Kind::Park);
    let tenants = if is_park { Label::TenantsByYear } else { Label::Enterprises };
    let parent = |row: &Compared| {
        let name = labels.name_of(row.parent.as_deref().unwrap_or_default())?;
        Ok(name + labels.key_mark(&row.id, &["parent"])?)
    };
    let mut lines = vec![
        line(labels.label(Label::Id), true, &|row| Ok(labels.with_mark(&row.id, row.origin.as_ref())))?,
        line(labels.label(Label::Category), true, &|row| {
            Ok(labels.term("category", &row.category)? + labels.key_mark(&row.id, &["category"])?)
        })?,
        line(labels.label(Label::Status), true, &|row| {
            labels.dated_status(&labels.atlas.record_by_id(&row.id)?.ok_or(store::Error::Missing)?)
        })?,
        line(labels.label(Label::Parent), true, &parent)?,
        line(labels.label(Label::Industries), is_park, &|row| labels.short_names(&row.id, &row.industries))?,
        line(labels.label(Label::Ports), is_park, &|row| labels.short_names(&row.id, &row.ports))?,
        line(labels.label(tenants), is_park, &|row| by_year(row, &row.enterprises, labels))?,
        line(labels.label(Label::Incentives), is_park, &|row| by_year(row, &row.policies, labels))?,
    ];
    let about = labels.atlas.about()?;
    for (is_asked, measure) in measures(rows, about.compared.of(rows[0].kind), labels)? {
        let metric = labels.atlas.metric(measure.metric)?.ok_or(store::Error::Missing)?;
        let is_paid = is_asked && measure.part.is_none() && metric.item.is_some();
        let label = measure.label(&metric, labels)?;
        lines.push(line(&label, is_asked, &|row| held(row, &measure, is_paid, labels))?);
    }
    lines.push(line(labels.label(Label::Sources), true, &|row| Ok(row.sources.len().to_string()))?);

    let heading =
        |row: &Compared| Column::new(lang.pick_or(&row.name, row.name_zh.as_ref())).hyphens().fold_order(1);
    let mut grid = Grid::new(std::iter::once(Column::new("")).chain(rows.iter().map(heading)).collect());
    let mut of_none = Vec::new();
    for (label, is_asked, cells) in lines {
        let is_of_none = cells.iter().all(String::is_empty);
        // What is held of none has a row only where an investor asks it of every record.
        if is_of_none && !is_asked {
            continue;
        }
        let differs = cells.iter().any(|cell| *cell != cells[0]);
        let drawn = |text: &String| match (text.is_empty(), differs) {
            (true, _) => Cell::Toned(Tone::Faint, labels.label(Label::NotHeld).to_owned()),
            (false, true) => Cell::Toned(Tone::Strong, text.clone()),
            (false, false) => Cell::from(text.clone()),
        };
        grid.row(std::iter::once(Cell::from(&*label)).chain(cells.iter().map(drawn)));
        of_none.extend(is_of_none.then_some(label));
    }
    let mut blocks = vec![Block::Table(grid)];
    if !of_none.is_empty() {
        let none = phrase::none_has(lang.list(of_none), lang);
        let caption = labels.see(none, "liangjiang figures --theme costs --latest");
        blocks.extend([Block::Blank, Block::Faint(caption)]);
    }
    let not_compared = labels.label(Label::NotCompared).to_owned();
    let caption = labels.see(not_compared, &format!("liangjiang {} show ID", rows[0].kind.plural()));
    blocks.extend([Block::Blank, Block::Faint(caption)]);
    Ok(blocks)
}

/// What a record holds of a measure, of the whole or else of parts without a name, and what its enterprises paid.
fn held(row: &Compared, measure: &Measure, is_paid: bool, labels: &Labels) -> Result<String, Error> {
    let cell = |figure: &Figure| labels.value_cell(figure, labels.date_text(figure));
    // The label says of which part it is, and between which ends.
    let bare = |figure: &Figure| cell(&Figure { part: None, to: None, ..figure.clone() });
    let own = row.figures.iter().filter(|figure| Measure::of(figure) == *measure);
    let mut cells = own.map(bare).collect::<Result<Vec<_>, _>>()?;
    if cells.is_empty() {
        let is_of_part = |figure: &&Figure| {
            let own = Measure::of(figure);
            let unit = own.unit.filter(|_| measure.unit.is_some());
            own.part == Some(SOME_PART) && Measure { part: None, unit, ..own } == *measure
        };
        cells = row.figures.iter().filter(is_of_part).map(cell).collect::<Result<_, _>>()?;
    }
    // What a site or a lease cost stands with the enterprise that paid it.
    for id in if is_paid { &row.enterprises[..] } else { &[] } {
        let Some(number) = labels.atlas.record_number(id)? else { continue };
        let paid = labels.atlas.figures_with(number, |figure| metric_of(figure) == measure.metric)?;
        for figure in paid.iter().filter(|figure| !figure.is_retired()) {
            cells.push(labels.lang.labelled(&labels.short_name_of(id)?, &cell(figure)?));
        }
    }
    Ok(cells.join(labels.lang.semicolon()))
}

/// Linked records, the one whose status was shown last first, each with that year and, unless it is the
/// usual one, the status.
fn by_year(row: &Compared, ids: &[Text], labels: &Labels) -> Result<String, Error> {
    let mut dated = Vec::new();
    for id in ids {
        let Some(record) = labels.atlas.record_by_id(id)? else { continue };
        let year = record.status_as_of.as_deref().and_then(Span::parse).map(|span| span.end.year);
        let mut details: Vec<String> = year.iter().map(|year| labels.year(*year)).collect();
        if labels.has_ended(&record) {
            details.push(labels.record_status(&record)?);
        } else if !matches!(record.status.as_deref(), Some("active" | "in-force")) {
            details.push(labels.record_status(&record)?.to_lowercase());
        }
        details.retain(|detail| !detail.is_empty());
        let text = labels.short_name_of(id)? + &labels.lang.bracket_all(&details);
        dated.push((year, labels.linked(&row.id, id, text)?));
    }
    dated.sort_by_key(|(year, _)| Reverse(*year));
    Ok(labels.lang.list(dated.into_iter().map(|(_, text)| text)))
}

/// What stands in one row.
#[derive(PartialEq)]
struct Measure<'m> {
    metric: &'m str,
    to: Option<&'m str>,
    part: Option<&'m str>,
    unit: Option<&'m str>,
}

impl<'m> Measure<'m> {
    fn of(figure: &'m Figure) -> Self {
        let Figure { metric, to, part, unit, .. } = figure;
        Self { metric, to: to.as_deref(), part: part.as_deref(), unit: unit.as_deref() }
    }

    fn label(&self, metric: &Metric, labels: &Labels) -> Result<String, Error> {
        let lang = labels.lang;
        let label = lang.pick(&metric.label, &metric.label_zh);
        let label = match labels.other_end(self.to)? {
            Some(end) => phrase::metric_to(label, end, lang),
            None => label.to_owned(),
        };
        let part = self.part.map(|part| labels.term("part", part)).transpose()?;
        Ok(label + &part.map(|part| lang.bracket(&part)).unwrap_or_default())
    }
}

/// The rows: what is asked of the kind, held or not, then all else in the order of the registry of metrics; each
/// with whether an investor asks it of every record of the kind.
fn measures<'m>(
    rows: &'m [Compared],
    asked: &'m [Asked],
    labels: &Labels,
) -> Result<Vec<(bool, Measure<'m>)>, Error> {
    let repeats = labels.atlas.repeats()?;
    let comparable = |figure: &&Figure| {
        // Between two ends there is one distance, though a record has several.
        series::forms_series(figure, &repeats)
            || figure.to.is_some()
            || (figure.date_value().is_some() && !repeats(&figure.metric))
    };
    let mut measures: Vec<Measure> = Vec::new();
    for measure in rows.iter().flat_map(|row| &row.figures).filter(comparable).map(Measure::of) {
        if !measures.contains(&measure) {
            measures.push(measure);
        }
    }
    let is = |measure: &Measure, asked: &Asked| {
        asked.metric == *measure.metric && asked.to.as_deref() == measure.to
    };
    for asked in asked {
        if !measures.iter().any(|measure| is(measure, asked)) {
            measures.push(Measure { metric: &asked.metric, to: asked.to.as_deref(), part: None, unit: None });
        }
    }
    let place = |measure: &Measure| asked.iter().position(|asked| is(measure, asked));
    measures.sort_by_cached_key(|measure| {
        (place(measure).unwrap_or(asked.len()), labels.atlas.metric_number(measure.metric).ok())
    });
    Ok(measures.into_iter().map(|measure| (place(&measure).is_some(), measure)).collect())
}
