//! `export`: everything as a folder of CSV files with a description, a Frictionless Data Package.

use std::path::PathBuf;

use clap::{ArgMatches, Args, FromArgMatches, ValueHint};
use serde::Serialize;

use super::{Answer, Contract, Entry, Printer, Row, Shape, print::check_fields, with_output};
use crate::{
    error::Error,
    export,
    lang::Label,
    page::{Labels, Page},
    render::{Block, Column, Grid, Tone},
};

pub const EXPORT: Entry = Entry {
    name: "export",
    about: "Everything as a folder of CSV files (a Frictionless Data Package)",
    examples: &["liangjiang export liangjiang-data", "liangjiang export liangjiang-data --force --json"],
    options: with_output::<ExportArgs>,
    run,
    contract: Some(Contract { row: "Written", shape: Shape::List }),
    show: None,
};

#[derive(Args, Debug)]
struct ExportArgs {
    /// Folder to write; it must not be there yet
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    dir: PathBuf,
    /// Replace an earlier export
    #[arg(long)]
    force: bool,
}

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let ExportArgs { dir, force } = ExportArgs::from_arg_matches(matches)?;
    // Before anything is written: what comes after it must not fail for a wrong field.
    check_fields(&printer.options.fields, &printer.options.sort, printer.row)?;
    let files = export::write(&dir, force, &printer.atlas)?.into_iter();
    let rows = files.map(|file| Written { id: file.name, rows: file.rows, bytes: file.bytes });
    printer.print(Answer::list(rows.collect()), &|rows, labels| Ok(page(rows, labels)))
}

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

impl Row for Written {}

fn page(rows: &[Written], labels: &Labels) -> Page {
    let mut grid = Grid::new(vec![
        Column::new(labels.label(Label::File)).tone(Tone::Key),
        Column::new(labels.label(Label::Rows)).right(),
        Column::new(labels.label(Label::Bytes)).right(),
    ]);
    for row in rows {
        let count = row.rows.map(|rows| rows.to_string()).unwrap_or_default();
        grid.row([row.id.clone(), count, row.bytes.to_string()]);
    }
    Page::list(vec![Block::Table(grid)])
}
