//! `<kinds> [list]`: the records of a kind that pass the filters.

use super::{Answer, Row, Teller, show};
use crate::{
    Outcome,
    cli::ListArgs,
    error::Error,
    model::{Kind, Record},
    page,
    query::filter,
};

/// The keys of a record: those of a shown one before what stands on its shelf.
pub const KEYS: &[&str] = show::KEYS.split_at(16).0;

impl Row for Record<'_> {}

pub fn run(teller: &Teller, kind: Kind, args: &ListArgs) -> Result<Outcome, Error> {
    let (numbers, near) = filter::list(&teller.atlas, kind, args)?;
    let rows = numbers.iter().map(|number| teller.atlas.record(*number)).collect::<Result<_, _>>()?;
    let answer = Answer { near, ..Answer::list(rows, KEYS, |record: &Record| record.id.to_string()) };
    teller.tell(answer, &|records, words| page::list(kind, records, &args.own.classes, words))
}
