//! What each command that prints records promises: the keys of a row, its JSON Schema, and whether the
//! answer is a list. `--fields` and `--sort` are completed from it, `schema` prints it.
//!
//! The schema files are made from the types and their comments by the test at the end; a command that
//! takes `--json` and stands not here fails the tests.

use super::{
    check, compare, conflicts, export, figures, gaps, list, metrics, outcomes, overview, search, show,
    sources, version,
};
use crate::model::Kind;

/// What a command promises of its JSON.
#[derive(Clone, Copy, Debug)]
pub struct Contract {
    /// The keys of a row, in their order.
    pub keys: &'static [&'static str],
    /// The JSON Schema of a row.
    pub schema: &'static str,
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
    Asked,
}

/// The contract of the command at a path, such as `["ports", "show"]`; none where it prints no records.
#[must_use]
pub fn of(path: &[&str]) -> Option<Contract> {
    use Shape::{Asked, List, One};
    let (keys, schema, shape) = match path {
        [] | ["overview"] => (overview::KEYS, include_str!("../schema/overview.json"), One),
        ["show"] => (show::KEYS, include_str!("../schema/shown.json"), Asked),
        [kind, "show"] if Kind::from_plural(kind).is_some() => {
            (show::KEYS, include_str!("../schema/shown.json"), Asked)
        }
        [kind] | [kind, "list"] if Kind::from_plural(kind).is_some() => {
            (list::KEYS, include_str!("../schema/record.json"), List)
        }
        ["plans", "outcomes"] => (outcomes::KEYS, include_str!("../schema/outcome.json"), List),
        ["compare"] => (compare::KEYS, include_str!("../schema/compared.json"), List),
        ["search"] => (search::KEYS, include_str!("../schema/hit.json"), List),
        ["conflicts"] => (conflicts::KEYS, include_str!("../schema/conflict.json"), List),
        ["gaps"] => (gaps::KEYS, include_str!("../schema/gap.json"), List),
        ["check"] => (check::KEYS, include_str!("../schema/warning.json"), List),
        ["figures"] => (figures::KEYS, include_str!("../schema/figure.json"), List),
        ["sources"] | ["sources", "list"] => (sources::KEYS, include_str!("../schema/source.json"), List),
        ["sources", "show"] => (sources::KEYS, include_str!("../schema/source.json"), Asked),
        ["metrics"] => (metrics::KEYS, include_str!("../schema/metric.json"), List),
        ["version"] => (version::KEYS, include_str!("../schema/version.json"), One),
        ["export"] => (export::KEYS, include_str!("../schema/file.json"), List),
        _ => return None,
    };
    Some(Contract { keys, schema, shape })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use schemars::{JsonSchema, Schema, generate::SchemaSettings, transform};
    use serde_json::{Value, json};

    use super::*;

    /// The schema of a type, closed: what is not described is not there.
    fn made<T: JsonSchema>() -> String {
        let closed = |schema: &mut Schema| {
            if schema.get("properties").is_some() {
                schema.insert("additionalProperties".to_owned(), json!(false));
            }
        };
        let recursive = transform::RecursiveTransform(closed);
        let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(recursive);
        let schema = settings.into_generator().into_root_schema_for::<T>();
        serde_json::to_string(&schema).unwrap() + "\n"
    }

    /// `LIANGJIANG_ACCEPT=1 cargo test` writes the files anew.
    #[test]
    fn the_schemas_are_those_of_the_types() {
        for (name, schema) in [
            ("overview", made::<overview::Overview>()),
            ("record", made::<crate::model::Record>()),
            ("shown", made::<show::Shown>()),
            ("figure", made::<crate::model::Figure>()),
            ("source", made::<sources::Supporting>()),
            ("metric", made::<metrics::Used>()),
            ("outcome", made::<crate::query::outcome::Outcome>()),
            ("compared", made::<compare::Compared>()),
            ("hit", made::<search::Found>()),
            ("conflict", made::<conflicts::Conflict>()),
            ("gap", made::<crate::model::Gap>()),
            ("warning", made::<check::Warning>()),
            ("version", made::<version::Version>()),
            ("file", made::<export::Written>()),
        ] {
            let path = format!("{}/src/schema/{name}.json", env!("CARGO_MANIFEST_DIR"));
            #[expect(clippy::disallowed_methods, reason = "a switch of the tests")]
            if std::env::var_os("LIANGJIANG_ACCEPT").is_some() {
                fs::write(&path, &schema).unwrap();
            }
            let kept = fs::read_to_string(&path).unwrap_or_default();
            assert!(kept == schema, "{path} is not that of its type: LIANGJIANG_ACCEPT=1 cargo test");
        }
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
            let schema: Value = serde_json::from_str(contract.schema).unwrap();
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
        for path in every_command() {
            let words: Vec<&str> = path.iter().map(String::as_str).collect();
            let contract = of(&words).unwrap();
            walk(&serde_json::from_str(contract.schema).unwrap(), &words.join(" "));
        }
    }
}
