//! CSV and TSV: a header, a row for each item, raw values.
//!
//! A text stands as it is, null is empty, and what has structure (a list, links, figures) stands as
//! compact JSON in its cell. CSV quotes by RFC 4180; TSV writes `\t`, `\n`, `\r` and `\\` inside a cell.
//! Both can be read back without loss.

use serde_json::Value;

/// Rows as delimited text, taken one by one. `keys` is the header; each row has a value for each.
///
/// # Errors
/// Where a row cannot be made. Writing into memory does not fail.
pub fn separated<E: From<csv::Error>>(
    keys: &[&str],
    rows: impl Iterator<Item = Result<Vec<Value>, E>>,
    tabs: bool,
) -> Result<Vec<u8>, E> {
    if tabs {
        let mut bytes = keys.join("\t").into_bytes();
        bytes.push(b'\n');
        for row in rows {
            let cells: Vec<String> = row?.iter().map(|value| escaped(cell(value))).collect();
            bytes.extend_from_slice(cells.join("\t").as_bytes());
            bytes.push(b'\n');
        }
        return Ok(bytes);
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(keys)?;
    for row in rows {
        writer.write_record(row?.iter().map(cell))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()).into())
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn escaped(cell: String) -> String {
    if !cell.contains(['\\', '\t', '\n', '\r']) {
        return cell;
    }
    cell.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r")
}
