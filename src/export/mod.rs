//! Everything as files: a Frictionless Data Package, one CSV a table, with types, keys, titles in both
//! languages, sources and licences in `datapackage.json`. The same bytes on every run.

mod describe;
mod folder;
mod tables;

pub use folder::write;

use crate::{error::Error, store::Atlas};

/// A file of the package.
#[derive(Debug)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// How many rows it has, where it is a table.
    pub rows: Option<usize>,
}

/// The files of the package, its description first.
pub fn files(atlas: &Atlas) -> Result<Vec<File>, Error> {
    let mut tables = Vec::new();
    for table in tables::all(atlas)? {
        let of = table.of;
        tables.push((of, File { name: table.file(), rows: Some(table.rows), bytes: table.csv()? }));
    }
    let bytes = describe::package(atlas, &tables)?;
    let mut files = vec![File { name: describe::DESCRIPTION.to_owned(), bytes, rows: None }];
    files.extend(tables.into_iter().map(|(_, file)| file));
    Ok(files)
}
