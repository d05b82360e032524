//! A record as a file of the data: what its file says, and nothing that is computed from it.

use serde_json::Value;

use crate::{
    error::Error,
    model::{Figure, Record},
};

/// Keys that a file does not have: its path says them, or the registries.
const COMPUTED: [&str; 13] = [
    "kind",
    "id",
    "origin",
    "subject",
    "label",
    "label_zh",
    "period_start",
    "period_end",
    "strength",
    "superseded_by",
    "qualifier",
    "status",
    "n",
];

/// The file of a record with its figures. A figure's unit is left out by the caller where its metric says it.
///
/// # Errors
/// None with data that was read.
pub fn toml(record: &Record, figures: &[Figure]) -> Result<String, Error> {
    let Value::Object(object) = serde_json::to_value(record)? else { return Ok(String::new()) };
    let mut text = format!("# {}/{}.toml\n", record.kind.plural(), record.id);
    let mut tables = String::new();
    for (key, value) in &object {
        match value {
            Value::Object(inner) => {
                let lines: String = inner.iter().filter_map(|(key, value)| line(key, value)).collect();
                if !lines.is_empty() {
                    tables.extend(["\n[", key, "]\n", &lines]);
                }
            }
            // Of a record this is no word of every figure.
            _ if key == "status" => text.extend(pair(key, value)),
            _ => text.extend(line(key, value)),
        }
    }
    text.push_str(&tables);
    for figure in figures {
        let Value::Object(object) = serde_json::to_value(figure)? else { continue };
        text.push_str("\n[[figure]]\n");
        for (key, value) in &object {
            match (&**key, value.as_str()) {
                ("qualifier", Some("exact")) | ("status", Some("actual")) => {}
                ("qualifier" | "status", _) => text.extend(pair(key, value)),
                _ => text.extend(line(key, value)),
            }
        }
        if let Some(n) = figure.number_of_id() {
            text.extend(["n = ", &n.to_string(), "\n"]);
        }
        if figure.date_text().is_none() {
            text.push_str("undated = true\n");
        }
    }
    Ok(text)
}

/// A line for a key that a file has.
fn line(key: &str, value: &Value) -> Option<String> {
    if COMPUTED.contains(&key) { None } else { pair(key, value) }
}

fn pair(key: &str, value: &Value) -> Option<String> {
    Some(format!("{key} = {}\n", inline(value)?))
}

/// A value in one line; none where a file leaves it out. Texts and numbers are written as in JSON.
fn inline(value: &Value) -> Option<String> {
    Some(match value {
        Value::Null | Value::Bool(false) => return None,
        Value::Array(items) if items.is_empty() => return None,
        Value::Array(items) => {
            format!("[{}]", items.iter().filter_map(inline).collect::<Vec<_>>().join(", "))
        }
        Value::Object(object) => {
            let pairs = object.iter().filter_map(|(key, value)| Some(format!("{key} = {}", inline(value)?)));
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    })
}
