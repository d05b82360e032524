//! Everything as files: a Frictionless Data Package, one CSV a table, with types, keys, titles in both
//! languages, sources and licences in `datapackage.json`. The same bytes on every run.

mod describe;
mod folder;
mod tables;

use std::path::Path;

use crate::{error::Error, render, store::Atlas};
use describe::DESCRIPTION;

/// A file of the package.
#[derive(Debug)]
pub struct File {
    /// Its name.
    pub name: String,
    /// How many rows it has, where it is a table.
    pub rows: Option<usize>,
    /// How many bytes it has.
    pub bytes: usize,
}

/// Writes the package into a folder, as [`folder::write`] does, a table at a time: its files, the description first.
pub fn write(target: &Path, force: bool, atlas: &Atlas) -> Result<Vec<File>, Error> {
    let mut files = folder::write(target, force, |folder| {
        let mut package = describe::template()?;
        for table in package["resources"].as_array_mut().into_iter().flatten() {
            let name = table["name"].as_str().unwrap_or_default();
            let columns = table["schema"]["fields"].as_array().into_iter().flatten();
            let columns: Vec<&str> = columns.filter_map(|column| column["name"].as_str()).collect();
            // Whom to ask is an object of its own in a record.
            let keys: Vec<String> = columns.iter().map(|column| column.replace("ask_", "ask.")).collect();
            let rows = tables::rows(name, atlas)?;
            // Its JSON is longer, for it has the keys in each row.
            let mut bytes = Vec::with_capacity(rows.iter().map(|row| row.len()).sum());
            render::csv(&columns, rows.iter().map(|row| render::select(row, &keys)), &mut bytes)?;
            let name = format!("{name}.csv");
            describe::add_file(table, &name, &bytes);
            folder.put(name, Some(rows.len()), &bytes)?;
        }
        folder.put(DESCRIPTION.to_owned(), None, &describe::package(atlas, package)?)
    })?;
    files.rotate_right(1);
    Ok(files)
}
