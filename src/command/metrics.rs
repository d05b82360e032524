//! `metrics`: what is measured, with definitions and units.

use std::collections::HashMap;

use clap::ArgMatches;
use serde::Serialize;

use super::{Answer, Contract, Entry, NoArgs, Printer, Row, Shape, with_output};
use crate::{
    error::Error,
    lang::Label,
    model::Metric,
    page::{Labels, Page},
    render::{Block, Grid, Tone},
    store::Section,
};

pub const METRICS: Entry = Entry {
    name: "metrics",
    about: "What is measured, with definitions and units",
    examples: &["liangjiang metrics", "liangjiang metrics --sort -figures --fields id,label,unit,figures"],
    options: with_output::<NoArgs>,
    run,
    contract: Some(Contract { row: "Used", shape: Shape::List }),
    show: None,
};

fn run(_: &str, _: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let atlas = printer.atlas;
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for number in 0..atlas.count(Section::Figures)? {
        *counts.entry(atlas.stored_figure(number)?.metric()).or_default() += 1;
    }
    let count = |metric: &Metric| counts.get(&*metric.id).copied().unwrap_or_default();
    let used = atlas.metrics()?.into_iter().map(|metric| Used { figures: count(&metric), metric });
    let rows = used.collect();
    printer.print(Answer::list(rows), &page)
}

/// A metric with how often it is used.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Used<'a> {
    /// The metric itself.
    #[serde(flatten)]
    pub metric: Metric<'a>,
    /// How many figures it has.
    pub figures: usize,
}

impl Row for Used<'_> {}

fn page(rows: &[Used], labels: &Labels) -> Result<Page, Error> {
    let label = |label| labels.column(label);
    let mut grid = Grid::new(vec![
        label(Label::Id).tone(Tone::Key),
        label(Label::Name).tone(Tone::Strong),
        label(Label::Theme).fold_order(3),
        label(Label::Unit).fold_order(2),
        label(Label::Figures).right().fold_order(1),
        label(Label::Definition).fold_order(4),
    ]);
    for row in rows {
        let metric = &row.metric;
        let unit = match &metric.unit {
            Some(unit) => labels.term("unit", unit)?,
            None => labels.term("metric-type", metric.form.name())?.to_lowercase(),
        };
        grid.row([
            metric.id.to_string(),
            labels.with_mark(labels.lang.pick(&metric.label, &metric.label_zh), metric.origin.as_ref()),
            labels.term("theme", &metric.theme)?,
            unit,
            row.figures.to_string(),
            labels.lang.pick(&metric.definition, &metric.definition_zh).to_owned(),
        ]);
    }
    Ok(Page::list(vec![Block::Table(grid)]).titled(labels.label(Label::Metrics)))
}
