//! `metrics`: what is measured, with definitions and units.

use super::{Answer, Teller};
use crate::{Outcome, error::Error, model::Metric, page, view::Used};

pub fn run(teller: &Teller) -> Result<Outcome, Error> {
    let figures = teller.atlas.figures()?;
    let used = |metric: Metric<'static>| {
        let count = figures.iter().filter(|figure| figure.metric == metric.id).count();
        Used { metric, figures: count }
    };
    let rows = teller.atlas.metrics()?.into_iter().map(used).collect();
    let answer = Answer::list(rows);
    teller.tell(answer, &page::metrics)
}
