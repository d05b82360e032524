//! CSV and TSV: a header, a row for each item, raw values.
//!
//! A text stands as it is, null is empty, and what has structure (a list, links, figures) stands as
//! compact JSON in its cell. CSV quotes by RFC 4180; TSV writes `\t`, `\n`, `\r` and `\\` inside a cell.
//! Both can be read back without loss.

use std::{borrow::Cow, io::Write};

use serde_json::value::RawValue;

use crate::error::Error;

/// Rows between commas, made one by one. `keys` is the header; each row has a value for each.
pub fn csv(
    keys: &[&str],
    rows: impl Iterator<Item = Result<Vec<Box<RawValue>>, Error>>,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let mut writer = ::csv::Writer::from_writer(out);
    writer.write_record(keys)?;
    for row in rows {
        for value in row? {
            writer.write_field(&*cell(&value)?)?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    Ok(writer.flush()?)
}

/// Rows between tabs, made one by one. `keys` is the header; each row has a value for each.
pub fn tsv(
    keys: &[&str],
    rows: impl Iterator<Item = Result<Vec<Box<RawValue>>, Error>>,
    out: &mut dyn Write,
) -> Result<(), Error> {
    writeln!(out, "{}", keys.join("\t"))?;
    for row in rows {
        let row = row?;
        let cells: Vec<Cow<str>> =
            row.iter().map(|value| cell(value).map(escaped)).collect::<Result<_, _>>()?;
        writeln!(out, "{}", cells.join("\t"))?;
    }
    Ok(())
}

/// A value as it stands in a cell of CSV.
pub fn cell(value: &RawValue) -> serde_json::Result<Cow<'_, str>> {
    match value.get() {
        "null" => Ok(Cow::Borrowed("")),
        text if text.starts_with('"') => serde_json::from_str(text).map(Cow::Owned),
        other => Ok(Cow::Borrowed(other)),
    }
}

fn escaped(cell: Cow<str>) -> Cow<str> {
    if !cell.contains(['\\', '\t', '\n', '\r']) {
        return cell;
    }
    cell.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r").into()
}
