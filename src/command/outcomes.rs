//! `plans --outcomes`: every target beside what came of it.

use super::{Answer, Teller};
use crate::{
    Outcome,
    cli::ListArgs,
    error::Error,
    model::Kind,
    page,
    query::{filter, outcome},
};

/// Without filters the targets of all records, for some are set by a park or an industry; with filters
/// those of the plans that pass.
pub fn run(teller: &Teller, args: &ListArgs) -> Result<Outcome, Error> {
    let atlas = &teller.atlas;
    let (plans, near) = filter::list(atlas, Kind::Plan, args)?;
    let targets = if plans.len() == atlas.numbers_of(Kind::Plan)?.len() {
        outcome::targets(atlas, 0..atlas.record_count()?)?
    } else {
        outcome::targets(atlas, plans)?
    };
    let answer = Answer { near, ..Answer::list(outcome::outcomes(atlas, &targets)?) };
    teller.tell(answer, &page::outcomes)
}
