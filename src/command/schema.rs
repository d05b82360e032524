//! `schema`: the JSON Schema (2020-12) of what a command prints with `--json`: of the list, or of the
//! object and the list for `show`. It describes the answer without `--fields`, which leaves keys out.

use serde_json::{Map, Value, json};

use super::contract::{self, Shape};
use crate::{
    Outcome, cli,
    error::{Error, Usage},
    render,
};

pub fn run(words: &[String], terminal: bool) -> Result<Outcome, Error> {
    let path: Vec<&str> = words.iter().flat_map(|word| word.split_whitespace()).collect();
    let path = if path.first() == Some(&"liangjiang") { &path[1..] } else { &path[..] };
    let Some(contract) = contract::of(path) else {
        let known = cli::paths(&cli::command(), |path| contract::of(path).is_some());
        return Err(Usage::UnknownValue { option: "schema", typed: path.join(" "), known }.into());
    };
    let schema = whole(path, contract).ok_or(Error::Data)?;
    let stdout = render::json(&schema, terminal).map_err(|_| Error::Data)?;
    Ok(Outcome { stdout, ..Outcome::default() })
}

/// The schema of a whole answer, from that of a row.
fn whole(path: &[&str], contract: contract::Contract) -> Option<Value> {
    let mut row: Map<String, Value> = serde_json::from_str(contract.schema).ok()?;
    let dialect = row.remove("$schema")?;
    let name = row.remove("title")?.as_str()?.to_owned();
    let mut definitions = match row.remove("$defs") {
        Some(Value::Object(definitions)) => definitions,
        _ => Map::new(),
    };
    let one = json!({ "$ref": format!("#/$defs/{name}") });
    definitions.insert(name, Value::Object(row));
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), dialect);
    schema.insert("title".to_owned(), format!("liangjiang {} --json", path.join(" ")).into());
    let list = json!({ "type": "array", "items": one });
    let rest = match contract.shape {
        Shape::One => json!({ "description": "One object.", "$ref": one["$ref"] }),
        Shape::List => json!({ "description": "A list of objects.", "type": "array", "items": one }),
        Shape::Asked => {
            json!({ "description": "One object for one id, else a list.", "oneOf": [one, list] })
        }
    };
    if let Value::Object(rest) = rest {
        schema.extend(rest);
    }
    schema.insert("$defs".to_owned(), Value::Object(definitions));
    Some(Value::Object(schema))
}
