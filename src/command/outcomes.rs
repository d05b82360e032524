//! `plans --outcomes`: every target beside what came of it.

use super::{Answer, Teller};
use crate::{
    Outcome,
    cli::ListArgs,
    error::Error,
    model::{Kind, Status},
    page,
    query::{filter, outcome},
};

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
    let answer = Answer { near, ..Answer::list(outcome::outcomes(atlas, &targets)?) };
    teller.tell(answer, &page::outcomes)
}
