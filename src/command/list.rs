//! `<kinds> [list]`: the records of a kind that pass the filters.

use super::{Answer, Teller};
use crate::{Outcome, cli::ListArgs, error::Error, model::Kind, page, query::filter};

pub fn run(teller: &Teller, kind: Kind, args: &ListArgs) -> Result<Outcome, Error> {
    let (numbers, near) = filter::list(&teller.atlas, kind, args)?;
    let rows = numbers.iter().map(|number| teller.atlas.record(*number)).collect::<Result<_, _>>()?;
    let answer = Answer { near, ..Answer::list(rows) };
    teller.tell(answer, &|records, words| page::list(kind, records, &args.own.classes, words))
}
