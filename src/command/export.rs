//! `export`: everything as a folder of CSV files with a description, a Frictionless Data Package.

use serde::Serialize;

use super::{Answer, Row, Teller};
use crate::{Outcome, cli::ExportArgs, error::Error, package, page};

/// A file of an export.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Written {
    /// Name of the file within the folder.
    pub id: String,
    /// Number of rows behind the header; null for the description.
    pub rows: Option<usize>,
    /// Number of bytes.
    pub bytes: usize,
}

/// The keys of a written file.
pub const KEYS: &[&str] = &["id", "rows", "bytes"];

impl Row for Written {}

pub fn run(teller: &Teller, args: &ExportArgs) -> Result<Outcome, Error> {
    // Before anything is written: what comes after it must not fail for a wrong field.
    teller.check_fields(KEYS)?;
    let files = package::files(&teller.atlas)?;
    package::write(&args.dir, args.force, &files)?;
    let rows = files
        .into_iter()
        .map(|file| Written { id: file.name, rows: file.rows, bytes: file.bytes.len() })
        .collect();
    let answer = Answer::list(rows, KEYS, |row: &Written| row.id.clone());
    teller.tell(answer, &|rows, words| Ok(page::written(rows, words)))
}
