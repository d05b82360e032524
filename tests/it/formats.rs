//! The formats read back to what was written: over all the data, and over hostile text.

use std::process::Command;

use liangjiang::{error::Error, render};
use proptest::prelude::*;
use serde_json::{Map, Value, value::to_raw_value};

fn answer(args: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_liangjiang")).args(args).env_clear().output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

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

#[test]
fn a_field_that_is_asked_for_twice_stands_once_with_its_value() {
    let once = answer(&["ports", "--fields", "id,name", "-f", "csv"]);
    assert!(once.starts_with(b"id,name\ncuntan,Cuntan Port\n"));
    assert_eq!(answer(&["ports", "--fields", "id,name,id", "-f", "csv"]), once);
}

const LISTS: [&[&str]; 13] = [
    &["industries"],
    &["ports"],
    &["parks"],
    &["plans"],
    &["policies"],
    &["enterprises"],
    &["projects"],
    &["areas"],
    &["figures"],
    &["sources"],
    &["metrics"],
    &["show", "guoyuan", "liangjiang", "seres"],
    &["version"],
];

#[test]
fn all_formats_say_the_same_of_all_the_data() {
    for command in LISTS {
        let with = |format: &str| answer(&[command, &["-f", format]].concat());
        let json: Value = serde_json::from_slice(&with("json")).unwrap();
        let rows = match json {
            Value::Array(rows) => rows,
            one => vec![one],
        };
        let lines = String::from_utf8(with("jsonl")).unwrap();
        let read: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(read, rows, "{command:?}");
        for table in [read_csv(&with("csv")), read_tsv(&with("tsv"))] {
            assert_eq!(table.len(), rows.len() + 1, "{command:?}");
            let keys: Vec<&String> = rows[0].as_object().unwrap().keys().collect();
            assert_eq!(table[0].iter().collect::<Vec<_>>(), keys);
            for (cells, row) in table[1..].iter().zip(&rows) {
                for (cell, key) in cells.iter().zip(&keys) {
                    assert!(says(cell, &row[*key]), "{command:?} {key}: {cell} is not {}", row[*key]);
                }
            }
        }
        let ids = String::from_utf8(with("ids")).unwrap();
        let key = if *command == ["version"] { "name" } else { "id" };
        assert_eq!(
            ids.lines().collect::<Vec<_>>(),
            rows.iter().map(|row| row[key].as_str().unwrap()).collect::<Vec<_>>()
        );
    }
}

#[test]
fn fields_and_order_hold_in_every_format() {
    for command in LISTS {
        let id = if *command == ["version"] { "name" } else { "id" };
        let sort = format!("-{id}");
        let with =
            |format: &str| answer(&[command, &["-f", format, "--sort", &sort, "--fields", id]].concat());
        let json: Value = serde_json::from_slice(&with("json")).unwrap();
        let rows = match json {
            Value::Array(rows) => rows,
            one => vec![one],
        };
        let ids: Vec<String> = rows.iter().map(|row| row[id].as_str().unwrap().to_owned()).collect();
        let mut sorted = ids.clone();
        sorted.sort_by_key(|id| std::cmp::Reverse(id.to_lowercase()));
        assert_eq!(ids, sorted, "{command:?}");
        assert!(rows.iter().all(|row| row.as_object().unwrap().len() == 1));
        for format in ["jsonl", "csv", "tsv", "ids", "table", "markdown"] {
            let text = String::from_utf8(with(format)).unwrap();
            let lines: Vec<&str> = text.lines().collect();
            assert!(lines.len() >= ids.len(), "{command:?} {format}");
            let behind = &lines[lines.len() - ids.len()..];
            for (line, id) in behind.iter().zip(&ids) {
                assert!(
                    line.replace('\\', "").contains(id.as_str()),
                    "{command:?} {format}: {line} is not {id}"
                );
            }
        }
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
        let separated = |tabs| {
            let raw = |row: &[Value]| row.iter().map(|value| to_raw_value(value).unwrap()).collect();
            let rows = values.chunks_exact(keys.len()).map(|row| Ok::<_, Error>(raw(row)));
            render::separated(&header, rows, tabs).unwrap()
        };
        for table in [read_csv(&separated(false)), read_tsv(&separated(true))] {
            prop_assert_eq!(&table[0], &keys);
            prop_assert_eq!(table.len(), rows.len() + 1);
            for (cells, row) in table[1..].iter().zip(&rows) {
                prop_assert_eq!(cells.len(), keys.len());
                for (cell, key) in cells.iter().zip(&keys) {
                    prop_assert!(says(cell, &row[key]), "{:?} is not {:?}", cell, row[key]);
                }
            }
        }
        let each = || rows.iter().map(Ok::<_, Error>);
        for pretty in [false, true] {
            let array = render::array(each(), pretty).unwrap();
            // The same bytes as serde makes of the list at once.
            prop_assert_eq!(&array, &render::json(&rows, pretty).unwrap());
            let read: Vec<Map<String, Value>> = serde_json::from_slice(&array).unwrap();
            prop_assert_eq!(&read, &rows);
        }
        let lines = String::from_utf8(render::lines(each()).unwrap()).unwrap();
        let read: Vec<Map<String, Value>> =
            lines.split_terminator('\n').map(|line| serde_json::from_str(line).unwrap()).collect();
        prop_assert_eq!(&read, &rows);
    }
}
