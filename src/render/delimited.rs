//! CSV and TSV: a header, a row for each item, raw values.
//!
//! A text stands as it is, null is empty, and what has structure (a list, links, figures) stands as
//! compact JSON in its cell. CSV quotes by RFC 4180; TSV writes `\t`, `\n`, `\r` and `\\` inside a cell.
//! Both can be read back without loss.

use std::borrow::Cow;

use serde_json::value::RawValue;

/// Rows as delimited text, taken one by one. `keys` is the header; each row has a value for each.
///
/// # Errors
/// Where a row cannot be made. Writing into memory does not fail.
pub fn separated<E: From<csv::Error> + From<serde_json::Error>>(
    keys: &[&str],
    rows: impl Iterator<Item = Result<Vec<Box<RawValue>>, E>>,
    tabs: bool,
) -> Result<Vec<u8>, E> {
    if tabs {
        let mut bytes = keys.join("\t").into_bytes();
        bytes.push(b'\n');
        for row in rows {
            let row = row?;
            let cells: Vec<Cow<str>> =
                row.iter().map(|value| cell(value).map(escaped)).collect::<Result<_, _>>()?;
            bytes.extend_from_slice(cells.join("\t").as_bytes());
            bytes.push(b'\n');
        }
        return Ok(bytes);
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(keys)?;
    for row in rows {
        for value in row? {
            writer.write_field(&*cell(&value)?)?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()).into())
}

fn cell(value: &RawValue) -> serde_json::Result<Cow<'_, str>> {
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
