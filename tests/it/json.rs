//! JSON is a contract: keys, types and null, mirrored here by hand. An added, renamed or lost key fails.

use std::{collections::BTreeSet, fs};

use serde::Deserialize;
use serde_json::Value;

use crate::harness::{COMMANDS, liangjiang, project};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read for its shape")]
struct Record {
    kind: String,
    id: String,
    name: String,
    name_zh: Option<String>,
    pinyin: Option<String>,
    aliases: Vec<String>,
    category: String,
    status: Option<String>,
    status_as_of: Option<String>,
    parent: Option<String>,
    country: Vec<String>,
    groups: Vec<Group>,
    summary: String,
    summary_zh: String,
    links: Links,
    sources: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read for its shape")]
struct Group {
    scheme: String,
    tier: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read for its shape")]
struct Links {
    industries: Vec<String>,
    ports: Vec<String>,
    parks: Vec<String>,
    plans: Vec<String>,
    policies: Vec<String>,
    enterprises: Vec<String>,
    projects: Vec<String>,
    areas: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read for its shape")]
struct Figure {
    id: String,
    subject: String,
    metric: String,
    label: String,
    label_zh: String,
    value: Value,
    value_zh: Option<Value>,
    qualifier: String,
    unit: Option<String>,
    period: Option<String>,
    as_of: Option<String>,
    scope: Option<String>,
    part: Option<String>,
    status: String,
    of: Option<String>,
    source: String,
    strength: String,
    statement: String,
    statement_zh: String,
    note: Option<String>,
    note_zh: Option<String>,
}

const RECORD: &[&str] = &[
    "kind",
    "id",
    "name",
    "name_zh",
    "pinyin",
    "aliases",
    "category",
    "status",
    "status_as_of",
    "parent",
    "country",
    "groups",
    "summary",
    "summary_zh",
    "links",
    "sources",
];

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn every_command_that_prints_rows_prints_json_that_parses() {
    for command in COMMANDS {
        let value = liangjiang(&format!("{command} --json")).may_warn().json();
        assert!(value.is_array() || value.is_object(), "{command}");
    }
}

#[test]
fn a_list_is_a_bare_array_of_records_with_all_keys_in_one_order() {
    for kind in ["industries", "ports", "parks", "plans", "policies", "enterprises", "projects", "areas"] {
        let value = liangjiang(&format!("{kind} --json")).json();
        for item in value.as_array().unwrap() {
            assert_eq!(keys(item), RECORD);
        }
        let records: Vec<Record> = serde_json::from_value(value).unwrap();
        assert!(!records.is_empty());
    }
}

#[test]
fn show_of_one_is_an_object_and_of_several_an_array_with_figures_and_references() {
    let one = liangjiang("show guoyuan --json").json();
    let want: Vec<&str> =
        RECORD.iter().copied().chain(["figures", "disputes", "gaps", "references"]).collect();
    assert_eq!(keys(&one), want);
    let figures: Vec<Figure> = serde_json::from_value(one["figures"].clone()).unwrap();
    assert!(figures.iter().all(|figure| figure.subject == "guoyuan"));
    let references = one["references"].as_array().unwrap();
    let numbers: Vec<_> = references.iter().map(|r| r["number"].as_u64().unwrap()).collect();
    assert_eq!(numbers, (1..=references.len() as u64).collect::<Vec<_>>());
    let cited: BTreeSet<_> = references.iter().map(|r| r["id"].as_str().unwrap()).collect();
    assert!(figures.iter().all(|figure| cited.contains(figure.source.as_str())));
    assert_eq!(liangjiang("show guoyuan cuntan --json").json().as_array().unwrap().len(), 2);
}

#[test]
fn figures_has_exactly_one_row_for_every_figure_in_the_data() {
    let mut written = 0;
    for kind in ["industries", "ports", "parks", "plans", "policies", "enterprises", "projects", "areas"] {
        for file in fs::read_dir(project("data").join(kind)).unwrap() {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            written += text.lines().filter(|line| *line == "[[figure]]").count();
        }
    }
    let figures: Vec<Figure> = serde_json::from_value(liangjiang("figures --json").json()).unwrap();
    let ids: BTreeSet<_> = figures.iter().map(|figure| figure.id.as_str()).collect();
    assert_eq!(figures.len(), written);
    assert_eq!(ids.len(), written, "ids are unique");
    let lines = liangjiang("figures --format jsonl").prints().run();
    assert_eq!(lines.lines().count(), written);
}

#[test]
fn json_never_depends_on_language_width_or_colour() {
    let plain = liangjiang("ports show guoyuan --json").prints().run();
    for other in ["--lang zh", "--width 40", "--color always"] {
        assert_eq!(liangjiang(&format!("ports show guoyuan --json {other}")).prints().run(), plain);
    }
}

#[test]
fn values_are_raw_and_dates_are_iso() {
    let figures = liangjiang("figures guoyuan --json").json();
    let figure = figures
        .as_array()
        .unwrap()
        .iter()
        .find(|figure| figure["id"] == "guoyuan.container-throughput.2023")
        .unwrap();
    assert_eq!(figure["value"], 990_000);
    assert_eq!(figure["unit"], "TEU");
    assert_eq!(figure["period"], "2023");
    assert_eq!(figure["scope"], Value::Null);
}

#[test]
fn what_the_page_of_2017_states_is_answered_with_it_as_the_source() {
    let source = liangjiang("sources show liangjiang-about-2017 --json").json();
    let figures: BTreeSet<_> =
        source["figures"].as_array().unwrap().iter().map(|f| f.as_str().unwrap()).collect();
    assert!(figures.len() >= 10, "{figures:?}");
    for id in figures {
        let subject = id.split('.').next().unwrap();
        let shown = liangjiang(&format!("figures {subject} --json")).json();
        assert!(shown.as_array().unwrap().iter().any(|figure| figure["id"] == id), "{id}");
    }
}
