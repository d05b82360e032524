//! `compare`: records of one kind side by side: facts of the record, then the latest number or date of each
//! metric that at least one of them has. Scopes stand in the cells, parts and units in rows of their own.

use clap::{ArgMatches, Args, FromArgMatches};
use serde::Serialize;

use super::{Answer, Contract, Entry, Printer, Row, Shape, with_output};
use crate::{
    cli::FigureFilter,
    error::{Error, UsageError},
    lang::{Label, phrase},
    model::{Figure, Kind, Text, series},
    page::{Labels, Page},
    query::{
        self,
        resolve::{self, Matching, Resolved},
    },
    render::{Block, Column, Grid, Tone},
};

pub const COMPARE: Entry = Entry {
    name: "compare",
    about: "Records of one kind side by side: facts and newest figures",
    examples: &["liangjiang compare shuitu yufu longxing", "liangjiang compare guoyuan cuntan --lang zh"],
    options: with_output::<CompareArgs>,
    run,
    contract: Some(Contract { keys: Compared::KEYS, row: "Compared", shape: Shape::List }),
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
    let latest = FigureFilter { latest: true, ..FigureFilter::default() };
    let mut rows = Vec::new();
    for (number, record) in found {
        let (numbers, _) = query::figures::figures(&atlas, Some(&[number]), &latest, Matching::Exact)?;
        let figures = numbers.into_iter().map(|n| atlas.figure_at(n)).collect::<Result<_, _>>()?;
        let references = atlas.record_index(number)?.references;
        let sources = references.iter().map(|n| Ok(Text::from(atlas.stored_source(*n as usize)?.id())));
        rows.push(Compared {
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
            sources: sources.collect::<Result<_, Error>>()?,
            figures,
            origin: record.origin,
        });
    }
    printer.print(Answer { missing, notes, ..Answer::list(rows) }, &page)
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
    /// Sources of the record and of all its figures, in the order of its page.
    pub sources: Vec<Text<'a>>,
    /// Its latest figures (`query::latest`).
    pub figures: Vec<Figure<'a>>,
    /// Where it stands in the user's own data, `file:line`; none for the data of the program.
    pub origin: Option<Text<'a>>,
}

impl Row for Compared<'_> {
    const KEYS: &'static [&'static str] = &[
        "id",
        "kind",
        "name",
        "name_zh",
        "category",
        "status",
        "parent",
        "industries",
        "ports",
        "enterprises",
        "sources",
        "figures",
        "origin",
    ];

    fn id(&self) -> String {
        self.id.to_string()
    }
}

/// How many names a cell gives before it only counts.
const NAMES: usize = 3;

fn page(rows: &[Compared], labels: &Labels) -> Result<Page, Error> {
    let mut columns = vec![Column::new("")];
    columns.extend(rows.iter().map(|row| Column::new(&row.id).tone(Tone::Strong)));
    let mut grid = Grid::new(columns);
    let mut line = |label: &str, cell: &dyn Fn(&Compared) -> Result<String, Error>| -> Result<(), Error> {
        let cells = rows.iter().map(cell).collect::<Result<Vec<_>, _>>()?;
        if cells.iter().any(|cell| !cell.is_empty()) {
            grid.row(std::iter::once(label.to_owned()).chain(cells));
        }
        Ok(())
    };
    line(labels.label(Label::Name), &|row| {
        let name = labels.lang.pick_or(&row.name, row.name_zh.as_ref());
        Ok([name, labels.own_mark(row.origin.as_ref())].concat())
    })?;
    line(labels.label(Label::Category), &|row| labels.term("category", &row.category))?;
    line(labels.label(Label::Status), &|row| labels.status(row.kind, row.status.as_deref()))?;
    line(labels.label(Label::Parent), &|row| {
        row.parent.as_ref().map_or_else(|| Ok(String::new()), |parent| labels.name_of(parent))
    })?;
    line(labels.label(Label::Industries), &|row| names(&row.industries, labels))?;
    line(labels.label(Label::Ports), &|row| names(&row.ports, labels))?;
    line(labels.label(Label::Enterprises), &|row| names(&row.enterprises, labels))?;
    line(labels.label(Label::Sources), &|row| Ok(row.sources.len().to_string()))?;
    for measure in measures(rows, labels)? {
        line(&measure.label, &|row| {
            let own = row.figures.iter().filter(|figure| measure.is_of(figure));
            let cells = own
                .map(|figure| labels.value_cell(figure, labels.date_text(figure)))
                .collect::<Result<Vec<_>, _>>()?;
            Ok(cells.join(labels.lang.semicolon()))
        })?;
    }
    let mut blocks = vec![Block::Table(grid)];
    if let Some(kind) = rows.first().map(|row| row.kind) {
        blocks.push(Block::Blank);
        blocks.push(Block::Toned(Tone::Faint, phrase::not_compared(kind.plural(), labels.lang)));
    }
    Ok(Page::of(blocks).with_marks_explained(labels))
}

/// Names with their count; many are shortened to the first few.
fn names(ids: &[Text], labels: &Labels) -> Result<String, Error> {
    let mut names = Vec::new();
    for id in ids.iter().take(NAMES) {
        names.push(labels.name_of(id)?);
    }
    let text = names.join(labels.lang.enumerate());
    Ok(if ids.len() > NAMES { phrase::first_of(ids.len(), text, labels.lang) } else { text })
}

/// What stands in one row: a metric, a part and a unit.
struct Measure<'m> {
    label: String,
    metric: &'m str,
    part: Option<&'m str>,
    unit: Option<&'m str>,
}

impl Measure<'_> {
    fn is_of(&self, figure: &Figure) -> bool {
        figure.metric == *self.metric
            && figure.part.as_deref() == self.part
            && figure.unit.as_deref() == self.unit
    }
}

/// The rows, in the order of the registry of metrics.
fn measures<'m>(rows: &'m [Compared], labels: &Labels) -> Result<Vec<Measure<'m>>, Error> {
    let repeats = labels.atlas.repeats()?;
    let comparable = |figure: &&Figure| {
        series::forms_series(figure, &repeats) || (figure.date_value().is_some() && !repeats(&figure.metric))
    };
    let mut measures: Vec<Measure> = Vec::new();
    for figure in rows.iter().flat_map(|row| &row.figures).filter(comparable) {
        if measures.iter().any(|measure| measure.is_of(figure)) {
            continue;
        }
        let mut label = labels.metric(figure).to_owned();
        if let Some(part) = figure.part.as_deref() {
            label.push_str(&labels.lang.bracket(&labels.term("part", part)?));
        }
        measures.push(Measure {
            label,
            metric: &figure.metric,
            part: figure.part.as_deref(),
            unit: figure.unit.as_deref(),
        });
    }
    let mut keyed = Vec::new();
    for measure in measures {
        keyed.push((labels.atlas.metric_number(measure.metric)?, measure));
    }
    keyed.sort_by_key(|(number, _)| *number);
    Ok(keyed.into_iter().map(|(_, measure)| measure).collect())
}
