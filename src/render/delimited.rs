//! CSV and TSV: a header, a row for each item, raw values.
//!
//! A text stands as it is, null is empty, and what has structure (a list, links, figures) stands as
//! compact JSON in its cell. CSV quotes by RFC 4180; TSV writes `\t`, `\n`, `\r` and `\\` inside a cell.
//! Both can be read back without loss.

use std::borrow::Cow;

use serde_json::{Map, Value};

/// Rows as delimited text. `keys` is the header; each row is an object with those keys.
///
/// # Errors
/// Where the bytes cannot be written; never into memory.
pub fn separated(keys: &[String], rows: &[Map<String, Value>], tabs: bool) -> Result<Vec<u8>, csv::Error> {
    let cells = |row: &Map<String, Value>| -> Vec<String> {
        keys.iter().map(|key| row.get(key).map_or_else(String::new, cell)).collect()
    };
    if tabs {
        let mut bytes = Vec::new();
        for line in std::iter::once(keys.to_vec()).chain(rows.iter().map(cells)) {
            let line: Vec<_> = line.iter().map(|cell| escaped(cell)).collect();
            bytes.extend(line.join("\t").into_bytes());
            bytes.push(b'\n');
        }
        return Ok(bytes);
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(keys)?;
    for row in rows {
        writer.write_record(cells(row))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn escaped(cell: &str) -> Cow<'_, str> {
    if !cell.contains(['\\', '\t', '\n', '\r']) {
        return Cow::Borrowed(cell);
    }
    let escaped = cell.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r");
    Cow::Owned(escaped)
}
