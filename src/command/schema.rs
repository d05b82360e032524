//! `schema`: the JSON Schema (2020-12) of what a command prints with `--json`: of the list, or of the
//! object and the list for `show`; of all commands at once where none is named. With `--fields` it is that
//! of the answer with these fields.
//!
//! The schemas of the types are made from the types and their comments by the test at the end, and stored
//! in `schemas.json`.

use clap::{ArgMatches, Args, FromArgMatches};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Entry, Printer, entry_at, paths, targets, with_lang};
use crate::{
    cli,
    error::Error,
    lang::{
        message::{self, known_are, quoted},
        phrase,
    },
    render, store,
};

pub const SCHEMA: Entry = Entry {
    name: "schema",
    about: "The JSON Schema (2020-12) of what a command prints with --json",
    examples: &[
        "liangjiang schema ports show",
        "liangjiang schema figures --fields id,value,unit",
        "liangjiang schema",
    ],
    options: with_lang::<SchemaArgs>,
    run,
    contract: None,
    show: None,
};

/// What a command promises of its JSON.
#[derive(Clone, Copy, Debug)]
pub struct Contract {
    /// The type of a row: its definition in `schemas.json`, which has its keys.
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

#[derive(Args, Debug)]
struct SchemaArgs {
    /// Command whose JSON is described, such as ports, or ports show; all of them where none is given
    #[arg(value_name = "COMMAND")]
    words: Vec<String>,
    /// Of the answer with these fields only
    #[arg(long, value_delimiter = ',', value_name = "FIELD,...", requires = "words")]
    fields: Vec<String>,
}

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let SchemaArgs { words, fields } = SchemaArgs::from_arg_matches(matches)?;
    let path: Vec<&str> = words.iter().flat_map(|word| word.split_whitespace()).collect();
    let path = if path.first() == Some(&"liangjiang") { &path[1..] } else { &path[..] };
    let schema = if words.is_empty() {
        let schema = |path: Vec<&'static str>| Ok((path.join(" "), whole(&path, &[])?));
        Value::Object(described().map(schema).collect::<Result<_, Error>>()?)
    } else {
        whole(path, &cli::fields(&fields))?
    };
    let mut json = Vec::new();
    render::json(&schema, printer.environment.stdout_terminal, &mut json)?;
    printer.write(json)
}

/// What stands beside the paths of commands: an option and a format that give other rows.
const OTHERS: [(&[&str], Contract); 2] = [
    (&["plans", "outcomes"], targets::CONTRACT),
    (&["csl-json"], Contract { row: "CslItem", shape: Shape::List }),
];

/// All that has a schema: commands that print records, in the order of the help, and [`OTHERS`].
fn described() -> impl Iterator<Item = Vec<&'static str>> {
    let commands = paths().filter(|path| contract_at(path).is_some());
    commands.chain(OTHERS.iter().map(|(path, _)| path.to_vec()))
}

/// The contract of the command at a path; none where it prints no records.
pub fn contract_at(path: &[&str]) -> Option<Contract> {
    let other = OTHERS.iter().find(|(other, _)| *other == path).map(|(_, contract)| *contract);
    match path {
        [] => super::overview::OVERVIEW.contract,
        _ => other.or_else(|| entry_at(path)?.contract),
    }
}

/// The schema of a whole answer, or of these fields of it, with the types that it needs.
fn whole(path: &[&str], fields: &[String]) -> Result<Value, Error> {
    let mut contracts: Vec<Contract> = contract_at(path).into_iter().collect();
    if let ["plans"] | ["plans", "list"] = path {
        // With --outcomes.
        contracts.push(targets::CONTRACT);
    }
    let Some(Contract { row, .. }) = contracts.first() else {
        let known: Vec<_> = described().map(|path| path.join(" ")).collect();
        return Err(message::unknown_value("schema", &path.join(" "), &known));
    };
    let has = |contract: &Contract, field: &String| has_path(contract.row, field).unwrap_or(false);
    if let Some(unknown) = fields.iter().find(|field| !contracts.iter().any(|contract| has(contract, field)))
    {
        return Err(unknown_field(unknown, &keys(row)?));
    }
    contracts.retain(|contract| fields.iter().all(|field| has(contract, field)));
    let mut schemas: Map<String, Value> = serde_json::from_str(SCHEMAS)?;
    let definitions = schemas.get_mut("$defs").and_then(Value::as_object_mut).ok_or(store::Error::Missing)?;
    let answers: Vec<Value> =
        contracts.iter().map(|contract| answer(contract, fields, definitions)).collect();
    let answer = match &answers[..] {
        [answer] => answer.clone(),
        _ => json!({ "description": "A list of one of these.", "anyOf": answers }),
    };
    let needed = needed(&answer, definitions);
    definitions.retain(|name, _| needed.contains(name));
    let mut schema = Map::new();
    schema.extend(schemas.remove_entry("$schema"));
    schema.insert("title".to_owned(), format!("liangjiang {} --json", path.join(" ")).into());
    schema.extend(answer.as_object().cloned().unwrap_or_default());
    schema.extend(schemas.remove_entry("$defs"));
    Ok(Value::Object(schema))
}

/// The schema of an answer, or of these fields of it, without the types that it refers to.
fn answer(contract: &Contract, fields: &[String], definitions: &Map<String, Value>) -> Value {
    let row = if fields.is_empty() {
        json!({ "$ref": format!("{DEFINITIONS}{}", contract.row) })
    } else {
        let of_row = &definitions[contract.row];
        let property = |field: &String| {
            let path: Vec<&str> = field.split('.').collect();
            (field.clone(), at_path(of_row, &path, definitions).unwrap_or_default())
        };
        let properties: Map<String, Value> = fields.iter().map(property).collect();
        json!({
            "type": "object", "properties": properties, "required": fields, "additionalProperties": false
        })
    };
    let list = json!({ "type": "array", "items": row });
    let (description, schema) = match contract.shape {
        Shape::One => ("One object.", row),
        Shape::List => ("A list of objects.", list),
        Shape::AsAsked => ("One object for one id, else a list.", json!({ "oneOf": [row, list] })),
    };
    let mut answer = Map::from_iter([("description".to_owned(), description.into())]);
    answer.extend(schema.as_object().cloned().unwrap_or_default());
    answer.into()
}

/// The keys of a row in their order; only the line of its type is parsed.
pub fn keys(row: &str) -> Result<Vec<&'static str>, Error> {
    #[derive(Deserialize)]
    struct Closed {
        #[serde(borrow)]
        required: Vec<&'static str>,
    }
    let definition = |line: &'static str| line.strip_prefix(&format!("\"{row}\": "));
    let definition = SCHEMAS.lines().find_map(definition).ok_or(store::Error::Missing)?;
    let Closed { required } = serde_json::from_str(definition.trim_end_matches(','))?;
    Ok(required)
}

/// The error of a field that an answer with these keys does not have.
pub fn unknown_field(typed: &str, keys: &[&str]) -> Error {
    let mut known = keys.to_vec();
    known.sort_unstable();
    let fault = |lang| match typed {
        "" => phrase::missing_value("`<FIELD,...>`", lang),
        typed => phrase::unknown_field(quoted(typed), lang),
    };
    message::usage(|lang| [fault(lang), known_are(&known, lang)])
}

/// Whether a path such as `links.parks` leads to something in a row.
pub fn has_path(row: &str, path: &str) -> Result<bool, Error> {
    let schemas: Map<String, Value> = serde_json::from_str(SCHEMAS)?;
    let definitions = schemas.get("$defs").and_then(Value::as_object).ok_or(store::Error::Missing)?;
    let path: Vec<&str> = path.split('.').collect();
    Ok(definitions.get(row).and_then(|row| at_path(row, &path, definitions)).is_some())
}

/// The schema at a path; of a list, a list of that of its items.
fn at_path(schema: &Value, path: &[&str], definitions: &Map<String, Value>) -> Option<Value> {
    let [key, rest @ ..] = path else { return Some(schema.clone()) };
    if let Some(name) = schema["$ref"].as_str().and_then(|name| name.strip_prefix(DEFINITIONS)) {
        return at_path(definitions.get(name)?, path, definitions);
    }
    if let Some(items) = schema.get("items") {
        return Some(json!({ "type": "array", "items": at_path(items, path, definitions)? }));
    }
    if let Some(any) = schema["anyOf"].as_array() {
        let (null, others): (Vec<&Value>, Vec<&Value>) = any.iter().partition(|one| one["type"] == "null");
        let found = others.into_iter().filter_map(|one| at_path(one, path, definitions));
        let found: Vec<Value> = found.collect();
        let null = null.into_iter().cloned();
        return (!found.is_empty())
            .then(|| json!({ "anyOf": found.iter().cloned().chain(null).collect::<Vec<_>>() }));
    }
    at_path(schema["properties"].get(*key)?, rest, definitions)
}

/// Where the types stand in a schema.
const DEFINITIONS: &str = "#/$defs/";

/// The names of the types that a schema refers to, by itself or through others.
fn needed(schema: &Value, definitions: &Map<String, Value>) -> Vec<String> {
    let (mut text, mut needed) = (schema.to_string(), Vec::new());
    let is_named = |name: &str, text: &str| text.contains(&format!("\"{DEFINITIONS}{name}\""));
    while let Some((name, definition)) =
        definitions.iter().find(|(name, _)| !needed.contains(*name) && is_named(name, &text))
    {
        needed.push(name.clone());
        text += &definition.to_string();
    }
    needed
}

#[cfg(test)]
mod tests {
    use std::fs;

    use schemars::{Schema, generate::SchemaSettings, transform};
    use serde_json::{Value, json};

    use super::{
        super::{
            changes, check, cite, compare, conflicts, export, metrics, overview, search, show, sources,
            version,
        },
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
        types.subschema_for::<cite::Cited>();
        types.subschema_for::<crate::render::cite::Item>();
        types.subschema_for::<metrics::Used>();
        types.subschema_for::<crate::query::targets::TargetResult>();
        types.subschema_for::<compare::Compared>();
        types.subschema_for::<search::Found>();
        types.subschema_for::<crate::query::shortlist::Candidate>();
        types.subschema_for::<conflicts::Conflict>();
        types.subschema_for::<changes::Changed>();
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

    #[test]
    fn every_key_is_described_and_no_other_is_there() {
        let schemas: Value = serde_json::from_str(SCHEMAS).unwrap();
        for (name, definition) in schemas["$defs"].as_object().unwrap() {
            for (key, property) in definition["properties"].as_object().into_iter().flatten() {
                assert!(property["description"].is_string(), "{name}: {key} is not described");
                assert_eq!(definition["additionalProperties"], json!(false), "{name}");
            }
        }
    }
}
