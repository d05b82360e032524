//! Everything as files: a Frictionless Data Package, one CSV a table, with types, keys, titles in both
//! languages, sources and licences in `datapackage.json`. The same bytes on every run.

mod describe;
mod folder;
mod tables;

pub use folder::write;

use crate::{error::Error, render, store::Atlas};

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
    let mut package = describe::template()?;
    let mut files = Vec::new();
    for table in package["resources"].as_array_mut().into_iter().flatten() {
        let name = table["name"].as_str().unwrap_or_default();
        let columns = table["schema"]["fields"].as_array().into_iter().flatten();
        let columns: Vec<&str> = columns.filter_map(|column| column["name"].as_str()).collect();
        // Whom to ask is an object of its own in a record.
        let keys: Vec<String> = columns.iter().map(|column| column.replace("ask_", "ask.")).collect();
        let rows = tables::rows(name, atlas)?;
        let mut bytes = Vec::new();
        render::csv(&columns, rows.iter().map(|row| render::select(row, &keys)), &mut bytes)?;
        let file = File { name: format!("{name}.csv"), bytes, rows: Some(rows.len()) };
        describe::add_file(table, &file);
        files.push(file);
    }
    let bytes = describe::package(atlas, package)?;
    files.insert(0, File { name: describe::DESCRIPTION.to_owned(), bytes, rows: None });
    Ok(files)
}
