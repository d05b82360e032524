//! `version`: of the program and of its data, and how much is inside.

use super::{Answer, Teller, overview};
use crate::{Outcome, error::Error, page, view::Version};

pub fn run(teller: &Teller) -> Result<Outcome, Error> {
    let version = Version {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        data_version: teller.atlas.about()?.version,
        counts: overview::counts(&teller.atlas)?,
    };
    let answer = Answer { single: true, ..Answer::list(vec![version]) };
    teller.tell(answer, &|rows, words| Ok(page::version(rows, words)))
}
