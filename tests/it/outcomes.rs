//! What came of targets, as it was found by reading.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::harness::{liangjiang, text};

/// `tests/golden/outcomes.tsv`: what reading every target beside the sources found.
#[test]
fn the_rule_finds_the_outcomes_that_reading_found() {
    let rows = liangjiang("plans --outcomes --json").live().rows();
    let found: BTreeMap<&str, &Value> = rows.iter().map(|row| (text(row, "id"), row)).collect();
    for line in include_str!("../golden/outcomes.tsv").lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [target, outcome, presumed] = cells[..] else { panic!("{line}") };
        let row = found.get(target).unwrap_or_else(|| panic!("no target {target}"));
        if outcome == text(&row["outcome"], "id") {
            assert_eq!(row["scope_presumed"], presumed == "presumed", "{line}");
        } else if !outcome.is_empty() {
            // A figure that was added since may answer before it.
            assert!(row["also"].as_array().unwrap().iter().any(|id| *id == *outcome), "{line}: {row}");
        }
    }
}
