//! The formats read back to what was written: over all the data, and over hostile text.

use std::collections::HashSet;

use liangjiang::{error::Error, model::Kind, render};
use proptest::prelude::*;
use serde_json::{Map, Value, value::to_raw_value};

use crate::harness::{Run, answers, liangjiang, texts};

fn read_csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn read_tsv(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(!text.contains('\r'));
    text.split_terminator('\n').map(|line| line.split('\t').map(unescaped).collect()).collect()
}

fn unescaped(cell: &str) -> String {
    let mut text = String::new();
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        text.push(match c {
            '\\' => match chars.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                Some('\\') => '\\',
                other => panic!("a backslash before {other:?}"),
            },
            c => c,
        });
    }
    text
}

/// What a cell says of a value: nothing of null, a text itself, else JSON.
fn says(cell: &str, value: &Value) -> bool {
    match value {
        Value::Null => cell.is_empty(),
        Value::String(text) => cell == text,
        other => serde_json::from_str::<Value>(cell).is_ok_and(|read| read == *other),
    }
}

/// The key by which `-f ids` names a row.
fn id_key(rows: &[Value]) -> &'static str {
    if rows[0].get("id").is_some() { "id" } else { "name" }
}

/// Everything in all formats that hold raw values.
fn check(command: &str, on: fn(Run) -> Run) {
    let with = |format: &str| on(liangjiang(&format!("{command} -f {format}"))).prints().may_warn().run();
    let rows = on(liangjiang(&format!("{command} --json"))).may_warn().rows();
    let read: Vec<Value> = with("jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(read, rows, "{command}");
    let Some(first) = rows.first() else { return };
    let keys: Vec<&String> = first.as_object().unwrap().keys().collect();
    for table in [read_csv(with("csv").as_bytes()), read_tsv(with("tsv").as_bytes())] {
        assert_eq!(table.len(), rows.len() + 1, "{command}");
        assert_eq!(table[0].iter().collect::<Vec<_>>(), keys);
        for (cells, row) in table[1..].iter().zip(&rows) {
            for (cell, key) in cells.iter().zip(&keys) {
                assert!(says(cell, &row[*key]), "{command} {key}: {cell} is not {}", row[*key]);
            }
        }
    }
    assert_eq!(with("ids").lines().collect::<Vec<_>>(), texts(&rows, id_key(&rows)), "{command}");
}

#[test]
fn all_formats_say_the_same() {
    for command in answers() {
        check(&command, |run| run);
    }
    for list in Kind::ALL.map(Kind::plural).iter().chain(&["figures", "sources", "metrics", "overview"]) {
        check(list, Run::live);
    }
}

#[test]
fn fields_and_order_hold_in_every_format() {
    for command in answers() {
        // Charts and columns of records have no order to turn round.
        if command.contains("--chart") || command.starts_with("check") {
            continue;
        }
        let rows = liangjiang(&format!("{command} --json")).rows();
        let id = id_key(&rows);
        let with = |format: &str| {
            liangjiang(&format!("{command} -f {format} --sort -{id} --fields {id},{id}")).prints().run()
        };
        let mut want = texts(&rows, id);
        want.sort_by_key(|id| std::cmp::Reverse(id.to_lowercase()));
        let sorted: Value = serde_json::from_str(&with("json")).unwrap();
        let sorted = sorted.as_array().cloned().unwrap_or_else(|| vec![sorted]);
        assert_eq!(texts(&sorted, id), want, "{command}");
        assert!(sorted.iter().all(|row| row.as_object().unwrap().len() == 1), "asked for twice, there once");
        for format in ["jsonl", "csv", "tsv", "ids", "table", "markdown"] {
            let said = with(format);
            let lines: Vec<&str> = said.lines().collect();
            for (line, id) in lines[lines.len() - want.len()..].iter().zip(&want) {
                assert!(line.replace('\\', "").contains(id), "{command} {format}: {line} is not {id}");
            }
        }
    }
}

#[test]
fn json_has_one_order_of_keys_and_depends_on_neither_language_nor_width_nor_colour() {
    for command in answers() {
        let plain = liangjiang(&format!("{command} --json")).prints().run();
        for other in ["--lang zh", "--width 40", "--color always"] {
            liangjiang(&format!("{command} --json {other}")).stdout(&plain).run();
        }
        let value: Value = serde_json::from_str(&plain).unwrap();
        let rows = value.as_array().cloned().unwrap_or_else(|| vec![value]);
        let keys = |row: &Value| row.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert!(rows.iter().map(keys).collect::<HashSet<_>>().len() <= 1, "{command}");
    }
}

/// Text that formats take for markup, and any other.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        "[\\t\\n\\r\"'\\\\,;|=+@a-c 两江\u{feff}\u{1b}\u{202e}-]{0,12}",
        any::<String>(),
        Just("\\t".to_owned()),
        Just("\r\n".to_owned()),
        Just("\"".to_owned()),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        hostile().prop_map(Value::from),
        prop::collection::vec(hostile(), 0..3).prop_map(Value::from),
    ]
}

proptest! {
    #[test]
    fn hostile_text_reads_back(
        keys in prop::collection::btree_set("[a-z_]{1,8}", 2..5),
        values in prop::collection::vec(value(), 0..40),
    ) {
        let keys: Vec<String> = keys.into_iter().collect();
        let row = |values: &[Value]| -> Map<String, Value> {
            keys.iter().cloned().zip(values.iter().cloned()).collect()
        };
        let rows: Vec<_> = values.chunks_exact(keys.len()).map(row).collect();
        let header: Vec<&str> = keys.iter().map(String::as_str).collect();
        let raw = || values.chunks_exact(keys.len()).map(|row| {
            Ok::<_, Error>(row.iter().map(|value| to_raw_value(value).unwrap()).collect())
        });
        let (mut commas, mut tabs) = (Vec::new(), Vec::new());
        render::csv(&header, raw(), &mut commas).unwrap();
        render::tsv(&header, raw(), &mut tabs).unwrap();
        for table in [read_csv(&commas), read_tsv(&tabs)] {
            prop_assert_eq!(&table[0], &keys);
            prop_assert_eq!(table.len(), rows.len() + 1);
            for (cells, row) in table[1..].iter().zip(&rows) {
                prop_assert_eq!(cells.len(), keys.len());
                for (cell, key) in cells.iter().zip(&keys) {
                    prop_assert!(says(cell, &row[key]), "{:?} is not {:?}", cell, row[key]);
                }
            }
        }
    }
}
