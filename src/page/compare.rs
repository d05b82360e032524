//! Records side by side: facts of the record first, then the latest figure of each metric that at least
//! one of them has. Scopes stand in the cells, parts and units in rows of their own.

use super::{Page, Words, words::is_date};
use crate::{
    error::Error,
    lang::{Label, Lang},
    model::{Figure, Kind, Record, Text, series},
    render::{Block, Column, Grid, Tone},
    view::Compared,
};

/// How many names a cell gives before it only counts.
const NAMES: usize = 3;

pub fn compare(rows: &[Compared], words: &Words) -> Result<Page, Error> {
    let mut columns = vec![Column::new("")];
    columns.extend(rows.iter().map(|row| Column::new(&row.id).tone(Tone::Strong)));
    let mut grid = Grid::with_header(columns);
    let mut line = |label: &str, cell: &dyn Fn(&Compared) -> Result<String, Error>| -> Result<(), Error> {
        let cells = rows.iter().map(cell).collect::<Result<Vec<_>, _>>()?;
        if cells.iter().any(|cell| !cell.is_empty()) {
            grid.rows.push(std::iter::once(label.to_owned()).chain(cells).collect());
        }
        Ok(())
    };
    line(words.label(Label::Name), &|row| {
        Ok(words.lang.pick_or(&row.name, row.name_zh.as_ref()).to_owned())
    })?;
    line(words.label(Label::Category), &|row| words.term("category", &row.category))?;
    line(words.label(Label::Status), &|row| {
        let record: Option<Record> = words.atlas.record_by_id(&row.id)?;
        record.map_or_else(|| Ok(String::new()), |record| words.status(&record))
    })?;
    line(words.label(Label::Parent), &|row| {
        row.parent.as_ref().map_or_else(|| Ok(String::new()), |parent| words.name_of(parent))
    })?;
    line(words.label(Label::Industries), &|row| names(&row.industries, words))?;
    line(words.label(Label::Ports), &|row| names(&row.ports, words))?;
    line(words.label(Label::Enterprises), &|row| names(&row.enterprises, words))?;
    line(words.label(Label::Sources), &|row| Ok(row.sources.len().to_string()))?;
    for measure in measures(rows, words)? {
        line(&measure.label, &|row| {
            let own = row.figures.iter().filter(|figure| measure.is_of(figure));
            let cells = own
                .map(|figure| words.in_a_cell(figure, words.when(figure)))
                .collect::<Result<Vec<_>, _>>()?;
            Ok(cells.join(words.lang.pick("; ", "；")))
        })?;
    }
    let mut blocks = vec![Block::Grid(grid)];
    if let Some(kind) = rows.first().map(|row| row.kind) {
        blocks.push(Block::Blank);
        blocks.push(Block::Faint(closing(kind, words.lang)));
    }
    Ok(Page::of(blocks).with_doubt_explained(words))
}

/// Says what the table does not hold.
fn closing(kind: Kind, lang: Lang) -> String {
    let kind = kind.plural();
    match lang {
        Lang::En => format!(
            "The latest figure of each series. What is told in words, and metrics that list different \
             things side by side: liangjiang {kind} show ID"
        ),
        Lang::Zh => format!("各序列的最新数据。文字说明和并列多项的指标见：liangjiang {kind} show ID"),
    }
}

/// Names with their count; many are shortened to the first few.
fn names(ids: &[Text], words: &Words) -> Result<String, Error> {
    let mut names = Vec::new();
    for id in ids.iter().take(NAMES) {
        names.push(words.name_of(id)?);
    }
    let text = names.join(words.lang.enumerate());
    Ok(match (ids.len(), words.lang) {
        (0..=NAMES, _) => text,
        (count, Lang::En) => format!("{count}: {text} ..."),
        (count, Lang::Zh) => format!("{text}等{count}个"),
    })
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
fn measures<'m>(rows: &'m [Compared], words: &Words) -> Result<Vec<Measure<'m>>, Error> {
    let repeats = words.atlas.repeats()?;
    let comparable =
        |figure: &&Figure| series::joins(figure, &repeats) || (is_date(figure) && !repeats(&figure.metric));
    let mut measures: Vec<Measure> = Vec::new();
    for figure in rows.iter().flat_map(|row| &row.figures).filter(comparable) {
        if measures.iter().any(|measure| measure.is_of(figure)) {
            continue;
        }
        let mut label = words.metric(figure).to_owned();
        if let Some(part) = figure.part.as_deref() {
            label.push_str(&words.lang.bracket(&words.term("part", part)?));
        }
        measures.push(Measure {
            label,
            metric: &figure.metric,
            part: figure.part.as_deref(),
            unit: figure.unit.as_deref(),
        });
    }
    let mut ordered = Vec::new();
    for metric in words.atlas.metrics()? {
        ordered.extend(measures.extract_if(.., |measure| metric.id == measure.metric));
    }
    Ok(ordered)
}
