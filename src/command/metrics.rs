//! `metrics`: what is measured, with definitions and units.

use serde::Serialize;

use super::{Answer, Row, Teller};
use crate::{Outcome, error::Error, model::Metric, page};

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

/// The keys of a metric.
pub const KEYS: &[&str] = &[
    "id",
    "label",
    "label_zh",
    "theme",
    "type",
    "unit",
    "repeats",
    "definition",
    "definition_zh",
    "kinds",
    "figures",
];

impl Row for Used<'_> {}

pub fn run(teller: &Teller) -> Result<Outcome, Error> {
    let figures = teller.atlas.figures()?;
    let used = |metric: Metric<'static>| {
        let count = figures.iter().filter(|figure| figure.metric == metric.id).count();
        Used { metric, figures: count }
    };
    let rows = teller.atlas.metrics()?.into_iter().map(used).collect();
    let answer = Answer::list(rows, KEYS, |used: &Used| used.metric.id.to_string());
    teller.tell(answer, &page::metrics)
}
