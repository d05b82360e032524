//! `schema`: the JSON Schema (2020-12) of what a command prints with `--json`: of the list, or of the
//! object and the list for `show`. It describes the answer without `--fields`, which leaves keys out.

use serde_json::{Map, Value, json};

use crate::{
    Outcome, cli,
    error::{Error, Usage},
    render,
    view::contract::{self, Contract, SCHEMAS, Shape},
};

pub fn run(words: &[String], terminal: bool) -> Result<Outcome, Error> {
    let path: Vec<&str> = words.iter().flat_map(|word| word.split_whitespace()).collect();
    let path = if path.first() == Some(&"liangjiang") { &path[1..] } else { &path[..] };
    let Some(contract) = contract::of(path) else {
        let known = cli::paths(&cli::command(), |path| contract::of(path).is_some());
        return Err(Usage::UnknownValue { option: "schema", typed: path.join(" "), known }.into());
    };
    let schema = whole(path, contract).ok_or(Error::Data)?;
    let stdout = render::json(&schema, terminal)?;
    Ok(Outcome { stdout: stdout.into(), ..Outcome::default() })
}

/// The schema of a whole answer, with the types that it needs.
fn whole(path: &[&str], contract: Contract) -> Option<Value> {
    let mut schemas: Map<String, Value> = serde_json::from_str(SCHEMAS).ok()?;
    let one = json!({ "$ref": format!("{DEFINITIONS}{}", contract.row) });
    let list = json!({ "type": "array", "items": one });
    let answer = match contract.shape {
        Shape::One => json!({ "description": "One object.", "$ref": one["$ref"] }),
        Shape::List => json!({ "description": "A list of objects.", "type": "array", "items": one }),
        Shape::Asked => {
            json!({ "description": "One object for one id, else a list.", "oneOf": [one, list] })
        }
    };
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), schemas.remove("$schema")?);
    schema.insert("title".to_owned(), format!("liangjiang {} --json", path.join(" ")).into());
    schema.extend(answer.as_object()?.clone());
    let definitions = schemas.get_mut("$defs")?.as_object_mut()?;
    let mut needed = Vec::new();
    needs(&answer, definitions, &mut needed);
    definitions.retain(|name, _| needed.contains(name));
    schema.insert("$defs".to_owned(), schemas.remove("$defs")?);
    Some(Value::Object(schema))
}

/// Where the types stand in a schema.
const DEFINITIONS: &str = "#/$defs/";

/// Adds the names of all types that a piece of schema refers to, by itself or through others.
fn needs(schema: &Value, definitions: &Map<String, Value>, needed: &mut Vec<String>) {
    match schema {
        Value::String(text) => {
            let name =
                text.strip_prefix(DEFINITIONS).filter(|name| !needed.iter().any(|known| known == name));
            if let Some((name, definition)) = name.and_then(|name| definitions.get_key_value(name)) {
                needed.push(name.clone());
                needs(definition, definitions, needed);
            }
        }
        Value::Object(object) => object.values().for_each(|value| needs(value, definitions, needed)),
        Value::Array(items) => items.iter().for_each(|value| needs(value, definitions, needed)),
        _ => {}
    }
}
