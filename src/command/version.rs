//! `version`: of the program and of its data, and how much is inside.

use serde::Serialize;

use super::{
    Answer, Row, Teller,
    overview::{self, Counts},
};
use crate::{Outcome, error::Error, model::Text, page};

/// What the program and its data are.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Version<'a> {
    /// Name of the program.
    pub name: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Version of the data: its date.
    pub data_version: Text<'a>,
    /// How much is inside.
    pub counts: Counts,
}

/// The keys of a version.
pub const KEYS: &[&str] = &["name", "version", "data_version", "counts"];

impl Row for Version<'_> {}

pub fn run(teller: &Teller) -> Result<Outcome, Error> {
    let version = Version {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        data_version: teller.atlas.about()?.version,
        counts: overview::counts(&teller.atlas)?,
    };
    let id = |row: &Version| row.name.to_owned();
    let answer = Answer { single: true, ..Answer::list(vec![version], KEYS, id) };
    teller.tell(answer, &|rows, words| Ok(page::version(rows, words)))
}
