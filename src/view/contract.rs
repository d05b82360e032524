//! What each command that prints records promises: the keys of a row, its JSON Schema, and whether the
//! answer is a list. `--fields` and `--sort` are completed from it, `schema` prints it.
//!
//! The schemas are made from the types and their comments by the test at the end; a command that takes
//! `--json` and stands not here fails the tests.

use super::{Compared, Conflict, Found, Overview, Row, Shown, Supporting, Used, Version, Warning, Written};
use crate::{
    model::{Gap, KeptFigure, Kind, Record},
    query::outcome::Outcome,
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

/// The JSON Schema of every type that is printed, each under `$defs`.
pub const SCHEMAS: &str = include_str!("schemas.json");

/// Whether an answer is one object or a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One object.
    One,
    /// A list of objects.
    List,
    /// One object where one was asked for, else a list.
    Asked,
}

/// The contract of the command at a path, such as `["ports", "show"]`; none where it prints no records.
#[must_use]
pub fn of(path: &[&str]) -> Option<Contract> {
    use Shape::{Asked, List, One};
    let (keys, row, shape) = match path {
        [] | ["overview"] => (Overview::KEYS, "Overview", One),
        ["show"] => (Shown::KEYS, "Shown", Asked),
        [kind, "show"] if Kind::from_plural(kind).is_some() => (Shown::KEYS, "Shown", Asked),
        [kind] | [kind, "list"] if Kind::from_plural(kind).is_some() => (Record::KEYS, "Record", List),
        ["plans", "outcomes"] => (Outcome::KEYS, "Outcome", List),
        ["compare"] => (Compared::KEYS, "Compared", List),
        ["search"] => (Found::KEYS, "Found", List),
        ["conflicts"] => (Conflict::KEYS, "Conflict", List),
        ["gaps"] => (Gap::KEYS, "Gap", List),
        ["check"] => (Warning::KEYS, "Warning", List),
        ["figures"] => (KeptFigure::KEYS, "Figure", List),
        ["sources"] | ["sources", "list"] => (Supporting::KEYS, "Supporting", List),
        ["sources", "show"] => (Supporting::KEYS, "Supporting", Asked),
        ["metrics"] => (Used::KEYS, "Used", List),
        ["version"] => (Version::KEYS, "Version", One),
        ["export"] => (Written::KEYS, "Written", List),
        _ => return None,
    };
    Some(Contract { keys, row, shape })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use schemars::{Schema, generate::SchemaSettings, transform};
    use serde_json::{Value, json};

    use super::*;

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
        types.subschema_for::<Overview>();
        types.subschema_for::<Record>();
        types.subschema_for::<Shown>();
        types.subschema_for::<crate::model::Figure>();
        types.subschema_for::<Supporting>();
        types.subschema_for::<Used>();
        types.subschema_for::<Outcome>();
        types.subschema_for::<Compared>();
        types.subschema_for::<Found>();
        types.subschema_for::<Conflict>();
        types.subschema_for::<Gap>();
        types.subschema_for::<Warning>();
        types.subschema_for::<Version>();
        types.subschema_for::<Written>();
        let dialect = types.settings().meta_schema.clone().unwrap();
        let line = |(name, schema): (&String, &Value)| format!("{}: {schema}", json!(name));
        let lines: Vec<String> = types.take_definitions(true).iter().map(line).collect();
        format!("{{\"$schema\": {}, \"$defs\": {{\n{}\n}}}}\n", json!(dialect), lines.join(",\n"))
    }

    /// `LIANGJIANG_ACCEPT=1 cargo test` writes the file anew.
    #[test]
    fn the_schemas_are_those_of_the_types() {
        let made = made();
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/view/schemas.json");
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
        let mut root = crate::cli::command();
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
            let contract = of(&words).unwrap_or_else(|| panic!("{words:?} has no contract"));
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
