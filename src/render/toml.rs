//! A record as a file of the data: what its file says, and nothing that is computed from it.

use serde::Serialize;
use serde_json::Value;

use crate::{
    error::Error,
    model::{Figure, Record},
};

/// Keys of a record and of a figure that its file does not have: its path says them, or the registries.
const OF_RECORD: [&str; 3] = ["kind", "id", "origin"];
const OF_FIGURE: [&str; 10] = [
    "id", "subject", "label", "label_zh", "period_start", "period_end", "strength", "superseded_by",
    "disputes", "origin",
];

/// The file of a record with its figures. A figure's unit is left out by the caller where its metric says it.
pub fn toml(record: &Record, figures: &[Figure]) -> Result<String, Error> {
    let (lines, tables) = parts(record, &OF_RECORD)?;
    let mut text = format!("# {}/{}.toml\n{lines}{tables}", record.kind.plural(), record.id);
    for figure in figures {
        let (lines, _) = parts(figure, &OF_FIGURE)?;
        // What is left out means so.
        let lines = lines.replace("\nqualifier = \"exact\"\n", "\n").replace("\nstatus = \"actual\"\n", "\n");
        let n = figure.number_of_id().map(|n| format!("n = {n}\n")).unwrap_or_default();
        let undated = if figure.date_text().is_none() { "undated = true\n" } else { "" };
        text.extend(["\n[[figure]]\n", &lines, &n, undated]);
    }
    Ok(text)
}

/// The keys of a value without some, a line each, and the tables in it.
fn parts<T: Serialize>(value: &T, without: &[&str]) -> Result<(String, String), Error> {
    let value = serde_json::to_value(value)?;
    let (mut lines, mut tables) = (String::new(), String::new());
    for (key, value) in value.as_object().into_iter().flatten().filter(|(key, _)| !without.contains(&&***key))
    {
        if value.is_object() {
            let (inner, _) = parts(value, &[])?;
            tables.extend((!inner.is_empty()).then(|| format!("\n[{key}]\n{inner}")));
        } else if let Some(value) = inline(value) {
            lines.extend([key, " = ", &value, "\n"]);
        }
    }
    Ok((lines, tables))
}

/// A value in one line; none where a file leaves it out. Texts and numbers are written as in JSON.
fn inline(value: &Value) -> Option<String> {
    let joined = |parts: Vec<String>| parts.join(", ");
    Some(match value {
        Value::Null | Value::Bool(false) => return None,
        Value::Array(items) if items.is_empty() => return None,
        Value::Array(items) => format!("[{}]", joined(items.iter().filter_map(inline).collect())),
        Value::Object(object) => {
            let pairs = object.iter().filter_map(|(key, value)| Some(format!("{key} = {}", inline(value)?)));
            format!("{{ {} }}", joined(pairs.collect()))
        }
        other => other.to_string(),
    })
}
