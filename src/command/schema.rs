//! `schema`: the JSON Schema (2020-12) of what a command prints with `--json`: of the list, or of the
//! object and the list for `show`. It describes the answer without `--fields`, which leaves keys out.
//!
//! The schemas of the types are made from the types and their comments by the test at the end, and stored
//! in `schemas.json`.

use clap::{ArgMatches, Args, FromArgMatches};
use serde_json::{Map, Value, json};

use super::{Entry, Printer, entry_at, paths, targets, with_args};
use crate::{
    error::{Error, UsageError},
    render, store,
};

pub const SCHEMA: Entry = Entry {
    name: "schema",
    about: "The JSON Schema (2020-12) of what a command prints with --json",
    examples: &["liangjiang schema ports", "liangjiang schema ports show", "liangjiang schema figures"],
    options: with_args::<SchemaArgs>,
    run,
    contract: None,
    show: None,
};

/// What a command promises of its JSON.
#[derive(Clone, Copy, Debug)]
pub struct Contract {
    /// The keys of a row, in their order.
    pub keys: &'static [&'static str],
    /// The type of a row: its definition among [`SCHEMAS`].
    pub row: &'static str,
    /// Whether the answer is one row, many, or as many as were asked for.
    pub shape: Shape,
}

/// Whether an answer is one object or a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One object.
    One,
    /// A list of objects.
    List,
    /// One object where one was asked for, else a list.
    AsAsked,
}

/// The JSON Schema of every type that is printed, each under `$defs`.
const SCHEMAS: &str = include_str!("schemas.json");

/// Arguments of `schema`.
#[derive(Args, Debug)]
struct SchemaArgs {
    /// Command whose JSON is described, such as ports, or ports show
    #[arg(value_name = "COMMAND", required = true)]
    words: Vec<String>,
}

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let SchemaArgs { words } = SchemaArgs::from_arg_matches(matches)?;
    let path: Vec<&str> = words.iter().flat_map(|word| word.split_whitespace()).collect();
    let path = if path.first() == Some(&"liangjiang") { &path[1..] } else { &path[..] };
    let Some(contract) = contract_at(path) else {
        let known = paths().filter(|path| contract_at(path).is_some()).map(|path| path.join(" "));
        let known = known.chain(["plans outcomes".to_owned()]).collect();
        return Err(UsageError::UnknownValue { option: "schema", typed: path.join(" "), known }.into());
    };
    let schema = whole(path, &contract).ok_or(store::Error::Missing)?;
    let mut json = Vec::new();
    render::json(&schema, printer.style().terminal, &mut json)?;
    printer.write(json)
}

/// The contract of the command at a path; none where it prints no records.
pub fn contract_at(path: &[&str]) -> Option<Contract> {
    match path {
        [] => super::overview::OVERVIEW.contract,
        ["plans", "outcomes"] => Some(targets::CONTRACT),
        _ => entry_at(path)?.contract,
    }
}

/// The schema of a whole answer, with the types that it needs.
fn whole(path: &[&str], contract: &Contract) -> Option<Value> {
    let mut schemas: Map<String, Value> = serde_json::from_str(SCHEMAS).ok()?;
    let one = json!({ "$ref": format!("{DEFINITIONS}{}", contract.row) });
    let list = json!({ "type": "array", "items": one });
    let answer = match contract.shape {
        Shape::One => json!({ "description": "One object.", "$ref": one["$ref"] }),
        Shape::List => json!({ "description": "A list of objects.", "type": "array", "items": one }),
        Shape::AsAsked => {
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

#[cfg(test)]
mod tests {
    use std::fs;

    use schemars::{Schema, generate::SchemaSettings, transform};
    use serde_json::{Value, json};

    use super::{
        super::{check, cite, compare, conflicts, export, metrics, overview, search, show, sources, version},
        *,
    };

    /// The schemas of the types, closed: what is not described is not there. One type a line.
    fn made() -> String {
        let closed = |schema: &mut Schema| {
            if schema.get("properties").is_some() {
                schema.insert("additionalProperties".to_owned(), json!(false));
            }
        };
        let recursive = transform::RecursiveTransform(closed);
        let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(recursive);
        let mut types = settings.into_generator();
        types.subschema_for::<overview::Overview>();
        types.subschema_for::<crate::model::Record>();
        types.subschema_for::<show::Shown>();
        types.subschema_for::<crate::model::Figure>();
        types.subschema_for::<sources::Supporting>();
        types.subschema_for::<metrics::Used>();
        types.subschema_for::<crate::query::targets::TargetResult>();
        types.subschema_for::<compare::Compared>();
        types.subschema_for::<cite::Cited>();
        types.subschema_for::<search::Found>();
        types.subschema_for::<conflicts::Conflict>();
        types.subschema_for::<crate::model::Gap>();
        types.subschema_for::<check::Warning>();
        types.subschema_for::<version::Version>();
        types.subschema_for::<export::Written>();
        let dialect = types.settings().meta_schema.clone().unwrap();
        let line = |(name, schema): (&String, &Value)| format!("{}: {schema}", json!(name));
        let lines: Vec<String> = types.take_definitions(true).iter().map(line).collect();
        format!("{{\"$schema\": {}, \"$defs\": {{\n{}\n}}}}\n", json!(dialect), lines.join(",\n"))
    }

    /// `LIANGJIANG_ACCEPT=1 cargo test` writes the file anew.
    #[test]
    fn the_schemas_are_those_of_the_types() {
        let made = made();
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/command/schemas.json");
        #[expect(clippy::disallowed_methods, reason = "a switch of the tests")]
        if std::env::var_os("LIANGJIANG_ACCEPT").is_some() {
            fs::write(path, &made).unwrap();
        }
        let kept = fs::read_to_string(path).unwrap_or_default();
        assert!(kept == made, "{path} is not that of the types: LIANGJIANG_ACCEPT=1 cargo test");
    }

    fn schema(row: &str) -> Value {
        serde_json::from_str::<Value>(SCHEMAS).unwrap()["$defs"][row].clone()
    }

    fn every_command() -> Vec<Vec<String>> {
        fn walk(command: &clap::Command, path: &[String], all: &mut Vec<Vec<String>>) {
            if command.get_arguments().any(|arg| arg.get_long() == Some("json")) {
                all.push(path.to_vec());
            }
            for sub in command.get_subcommands() {
                walk(sub, &[path, &[sub.get_name().to_owned()]].concat(), all);
            }
        }
        let mut root = super::super::grammar();
        root.build();
        let mut all = Vec::new();
        walk(&root, &[], &mut all);
        all
    }

    #[test]
    fn every_command_that_prints_json_has_a_contract_whose_keys_are_its_schemas() {
        let all = every_command();
        assert!(all.len() > 20);
        for path in all {
            let words: Vec<&str> = path.iter().map(String::as_str).collect();
            let contract = contract_at(&words).unwrap_or_else(|| panic!("{words:?} has no contract"));
            let schema = schema(contract.row);
            let described: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
            assert_eq!(described, contract.keys, "{words:?}");
            assert_eq!(schema["required"].as_array().unwrap().len(), contract.keys.len(), "{words:?}");
        }
    }

    #[test]
    fn every_key_is_described() {
        fn walk(value: &Value, at: &str) {
            if let Some(properties) = value.get("properties").and_then(Value::as_object) {
                for (key, property) in properties {
                    let described = property["description"].as_str().is_some_and(|text| text.len() > 3);
                    assert!(described, "{at}: {key} is not described");
                }
                assert_eq!(value["additionalProperties"], json!(false), "{at}");
            }
            match value {
                Value::Object(object) => {
                    for (key, value) in object {
                        walk(value, &format!("{at}/{key}"));
                    }
                }
                Value::Array(items) => items.iter().for_each(|value| walk(value, at)),
                _ => {}
            }
        }
        let schemas: Value = serde_json::from_str(SCHEMAS).unwrap();
        assert!(schemas["$defs"].as_object().unwrap().len() > 20);
        walk(&schemas["$defs"], "");
    }
}
