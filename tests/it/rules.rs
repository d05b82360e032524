//! Every rule of the data, broken in the fixture: the fault is found, named, and placed.

use std::fs;

use crate::{
    harness::project,
    load::{Diagnostic, Rule, read},
};

/// The files of the fixture, each with its path in it.
fn fixture() -> Vec<(String, Vec<u8>)> {
    let folder = project("tests/fixture");
    let mut files = Vec::new();
    let mut left = vec![folder.clone()];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let name = path.strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
            files.push((name, fs::read(path).unwrap()));
        }
    }
    files
}

/// The text of one file after the first `from` in it became `to`, and the faults of the whole.
fn broken(path: &str, from: &str, to: &str) -> (String, Vec<Diagnostic>) {
    let mut files = fixture();
    let (_, bytes) = files.iter_mut().find(|(name, _)| name == path).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains(from), "{from:?} is not in {path}");
    let text = text.replacen(from, to, 1);
    *bytes = text.clone().into_bytes();
    (text, read(&files).1)
}

/// `tests/golden/faults.tsv`: a rule, a file, what in it becomes what, and the text that the fault is told at.
fn cases() -> impl Iterator<Item = [String; 5]> {
    let lines = include_str!("../golden/faults.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| {
        let cells: Vec<String> = line.split('\t').map(|cell| cell.replace("\\n", "\n")).collect();
        cells.try_into().unwrap()
    })
}

#[test]
fn every_rule_finds_its_fault_at_its_place() {
    for [rule, path, from, to, place] in cases() {
        let (text, faults) = broken(&path, &from, &to);
        let before = &text[..text.find(&place).unwrap_or_else(|| panic!("no {place:?} in {path}"))];
        // A column counts characters.
        let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
        let want = format!("data/{path}:{}:{column}: {rule}: ", before.matches('\n').count() + 1);
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(
            faults.iter().any(|fault| fault.starts_with(&want)),
            "{to:?}: {want} is not among {faults:#?}"
        );
    }
}

#[test]
fn every_rule_is_broken_somewhere() {
    for rule in Rule::ALL {
        assert!(cases().any(|[broken, ..]| broken == rule.name()), "no case breaks {}", rule.name());
    }
}

#[test]
fn one_fault_hides_no_other() {
    let (_, faults) =
        broken("ports/bailuwan.toml", "value = 205_000", "value = true\n[[figure]]\nmetric = \"births\"");
    let mut files = fixture();
    files.push(("sources/odd.toml".into(), b"x = 1".to_vec()));
    let rules: Vec<Rule> = faults.iter().chain(&read(&files).1).map(|fault| fault.rule).collect();
    for rule in [Rule::WrongType, Rule::UnknownKey] {
        assert!(rules.contains(&rule), "{} is not among {rules:?}", rule.name());
    }
}

#[test]
fn hostile_files_are_faults_and_not_panics() {
    for text in [
        &b"\xff\xfe"[..],
        b"name = \"\xf0\x9f\"",
        b"[[[[[[[[[",
        b"figure = 3",
        b"links = []",
        b"[[figure]]\nvalue = 99999999999999999999999\nn = -1\n",
        b"[[figure]]\nvalue = 1e400\n",
        b"[[figure]]\nvalue = nan\n",
        b"[[figure]]\nvalue = 2020-01-01\n",
        &"[".repeat(50_000).into_bytes(),
    ] {
        let mut files = fixture();
        files.push(("ports/odd.toml".into(), text.to_vec()));
        assert!(!read(&files).1.is_empty());
    }
}
