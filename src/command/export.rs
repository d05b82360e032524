//! `export`: everything as a folder of CSV files with a description, a Frictionless Data Package.

use super::{Answer, Teller};
use crate::{
    Outcome,
    cli::ExportArgs,
    error::Error,
    package, page,
    view::{Row, Written},
};

pub fn run(teller: &Teller, args: &ExportArgs) -> Result<Outcome, Error> {
    // Before anything is written: what comes after it must not fail for a wrong field.
    teller.check_fields(Written::KEYS)?;
    let files = package::files(&teller.atlas)?;
    package::write(&args.dir, args.force, &files)?;
    let rows = files
        .into_iter()
        .map(|file| Written { id: file.name, rows: file.rows, bytes: file.bytes.len() })
        .collect();
    let answer = Answer::list(rows);
    teller.tell(answer, &|rows, words| Ok(page::written(rows, words)))
}
