//! `plans --outcomes`: every target beside what came of it.

use super::{Answer, Row, Teller};
use crate::{
    Outcome,
    cli::ListArgs,
    error::Error,
    model::{Kind, Status},
    page,
    query::{filter, outcome},
};

impl Row for outcome::Outcome<'_> {}

/// The keys of a target with its outcome.
pub const KEYS: &[&str] = &[
    "id",
    "plan",
    "of",
    "metric",
    "year",
    "target",
    "outcome",
    "also",
    "verdict",
    "reason",
    "scope_presumed",
    "difference",
];

/// Without filters the targets of all records, for some are set by a park or an industry; with filters
/// those of the plans that pass.
pub fn run(teller: &Teller, args: &ListArgs) -> Result<Outcome, Error> {
    let atlas = &teller.atlas;
    let (plans, near) = filter::list(atlas, Kind::Plan, args)?;
    let mut targets = Vec::new();
    if plans.len() == atlas.numbers_of(Kind::Plan)?.len() {
        targets = atlas.figures()?;
    } else {
        for plan in plans {
            targets.extend(atlas.figures_of(plan)?);
        }
    }
    targets.retain(|figure| figure.status == Status::Target);
    let id = |row: &outcome::Outcome| row.id.to_string();
    let answer = Answer { near, ..Answer::list(outcome::outcomes(atlas, &targets)?, KEYS, id) };
    teller.tell(answer, &page::outcomes)
}
