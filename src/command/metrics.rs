//! `metrics`: what is measured, with definitions and units.

use serde::Serialize;

use super::{Answer, Teller};
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

pub fn run(teller: &Teller) -> Result<Outcome, Error> {
    let figures = teller.atlas.figures()?;
    let used = |metric: Metric<'static>| {
        let count = figures.iter().filter(|figure| figure.metric == metric.id).count();
        Used { metric, figures: count }
    };
    let rows = teller.atlas.metrics()?.into_iter().map(used).collect();
    let answer = Answer {
        rows,
        single: false,
        keys: KEYS,
        id: |used: &Used| used.metric.id.to_string(),
        missing: Vec::new(),
    };
    teller.tell(answer, &page::metrics)
}
