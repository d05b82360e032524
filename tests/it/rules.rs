//! The rules of the data. `tests/rules` is a small data set without a fault; `broken.txt` in it breaks every place
//! that checks, once: the fault is found, named, and placed; and it has what is just allowed.

use std::{collections::BTreeSet, fs};

use liangjiang::{
    lang::{Lang, help},
    load::{self, DataFile, Rule},
    model::Strength,
};

use crate::harness::project;

/// The files of the sound data set.
fn sound() -> Vec<DataFile> {
    load::files(&project("tests/rules")).unwrap()
}

fn file(path: &str, text: impl Into<Vec<u8>>) -> DataFile {
    DataFile { path: path.to_owned(), shown: format!("data/{path}"), content: Ok(text.into()) }
}

/// The faults of the sound data set with a file in it, perhaps in the place of one.
fn faults_with(files: impl IntoIterator<Item = DataFile>) -> Vec<load::Diagnostic> {
    let mut all = sound();
    for file in files {
        all.retain(|other| other.path != file.path);
        all.push(file);
    }
    all.sort_by(|a, b| a.path.cmp(&b.path));
    load::read(&all).1
}

/// The faults after texts of one file became others.
fn faults_after(path: &str, changes: &[(&str, &str)]) -> Vec<String> {
    diagnostics_after(path, changes).iter().map(ToString::to_string).collect()
}

fn diagnostics_after(path: &str, changes: &[(&str, &str)]) -> Vec<load::Diagnostic> {
    let mut text = fs::read_to_string(project("tests/rules").join(path)).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{from:?} is not in {path}");
        text = text.replacen(from, to, 1);
    }
    faults_with([file(path, text)])
}

/// The lines of `broken.txt`: file, from, to, fault.
fn broken() -> Vec<[String; 4]> {
    let text = fs::read_to_string(project("tests/rules/broken.txt")).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let parts = |line: &str| line.split(" | ").map(|part| part.replace("\\n", "\n")).collect::<Vec<_>>();
    lines.map(|line| parts(line).try_into().unwrap()).collect()
}

#[test]
fn the_sound_data_set_has_no_fault() {
    assert_eq!(faults_with([]), []);
}

#[test]
fn each_place_that_checks_finds_its_fault() {
    let paths: Vec<String> = sound().into_iter().map(|file| file.path).collect();
    let path_of = |stem: &str| paths.iter().find(|path| path.ends_with(&format!("{stem}.toml"))).unwrap();
    for [stem, from, to, want] in broken() {
        // One mistake is one fault, but where a + says otherwise.
        let (stem, has_more) = stem.strip_suffix('+').map_or((&*stem, false), |stem| (stem, true));
        let faults = faults_after(path_of(stem), &[(&from, &to)]);
        if want == "sound" {
            assert_eq!(faults, Vec::<String>::new(), "{to}");
            continue;
        }
        let (stem, want) = match want.split_once(' ') {
            Some((other, want)) if !other.contains(':') => (other, want),
            _ => (stem, &*want),
        };
        let words: Vec<&str> = want.splitn(3, ' ').collect();
        let message = words.get(2).unwrap_or(&"");
        let start = format!("data/{}:{}: {}: {message}", path_of(stem), words[0], words[1]);
        assert!(faults.iter().any(|fault| fault.starts_with(&start)), "{start} is not in {faults:#?}");
        assert_eq!(faults.len() > 1, has_more, "{start}: {faults:#?}");
    }
}

#[test]
fn every_rule_is_broken_above() {
    // What only a user's folder can break is told by tests/it/own.rs.
    let of_folders = |rule: &&Rule| rule.is_warning() || **rule == Rule::Unreadable;
    for rule in Rule::ALL.iter().filter(|rule| !of_folders(rule)) {
        let is_broken = |[.., want]: &[String; 4]| want.split(' ').any(|word| word == rule.name());
        assert!(broken().iter().any(is_broken), "no line breaks {}", rule.name());
    }
}

#[test]
fn faults_are_told_in_chinese() {
    let paths: Vec<String> = sound().into_iter().map(|file| file.path).collect();
    let mut english = BTreeSet::new();
    for [stem, from, to, _] in broken() {
        let stem = format!("{}.toml", stem.trim_end_matches('+'));
        let path = paths.iter().find(|path| path.ends_with(&stem)).unwrap();
        for fault in diagnostics_after(path, &[(&from, &to)]) {
            let said = help::fault(&fault.message, Lang::Zh);
            let words: String = said.split('`').step_by(2).collect();
            // What the reader of TOML says of a form is its own, and what is of the project alone.
            let is_own =
                matches!(fault.rule, Rule::Syntax | Rule::WrongType | Rule::OutOfOrder | Rule::Unexplained)
                    || fault.path.contains("changes")
                    || fault.path.contains("atlas");
            let is_chinese = !words.is_ascii() && !words.contains(" is ") && !words.contains("; ");
            english.extend((!is_own && !is_chinese).then_some(said));
        }
    }
    assert!(english.is_empty(), "{english:#?}");
}

#[test]
fn the_names_of_files_are_checked_too() {
    let text = fs::read(project("tests/rules/enterprises/firm.toml")).unwrap();
    for (path, want) in [
        ("enterprises/Firm.toml", "id-form: `Firm`"),
        ("enterprises/a/firm.toml", "id-form: `a/firm`"),
        ("projects/quay.toml", "duplicate-id: a second `record quay`"),
        ("firm.toml", "unknown-key: no file"),
        ("firms/firm.toml", "unknown-key: no file"),
    ] {
        let faults = faults_with([file(path, text.clone())]);
        let is_told =
            |fault: &load::Diagnostic| fault.to_string().starts_with(&format!("data/{path}:1:1: {want}"));
        assert!(faults.iter().any(is_told), "{want} is not in {faults:#?}");
    }
    let mut all = sound();
    all.retain(|file| file.path != "atlas.toml");
    let faults = load::read(&all).1;
    assert_eq!((&*faults[0].path, faults[0].rule), ("data/atlas.toml", Rule::MissingKey));
}

#[test]
fn a_fault_hides_none_in_another_table_and_makes_none_elsewhere() {
    let changes = [
        ("name = \"Quay\"", "nam = \"Quay\""),
        ("value = 4", "value = true"),
        ("value = 90.5", "value = 90.5\nperiod = \"x\""),
        ("qualifier = \"range\"", "qualifier = \"rang\""),
    ];
    let found = faults_after("ports/quay.toml", &changes);
    // That the record and two of its figures are not there is no fault of those that name them.
    let rules: Vec<&str> = found.iter().map(|fault| fault.split(": ").nth(1).unwrap()).collect();
    assert_eq!(
        rules,
        ["unknown-key", "wrong-type", "unknown-id", "impossible-date", "two-dates"],
        "{found:#?}"
    );
}

#[test]
fn a_column_counts_characters_not_bytes() {
    let faults = faults_after("ports/quay.toml", &[("\"一座码头。\"", "\"一座码头。\" x")]);
    assert!(faults[0].starts_with("data/ports/quay.toml:9:22: syntax"), "{faults:#?}");
}

#[test]
fn at_most_a_hundred_faults_of_a_file_are_told() {
    let figure = "[[figure]]\nmetric = \"nothing\"\nvalue = 1\nundated = true\nsource = \"x\"\n\
                  statement = \"s\"\nstatement_zh = \"句\"\n";
    let quay = fs::read_to_string(project("tests/rules/ports/quay.toml")).unwrap();
    let keys = |value: &str| (0..64_000).map(|n| format!("k{n} = {value}\n")).collect::<Vec<_>>().concat();
    let list = (0..64_000).map(|n| format!("\"s{n}\", ")).collect::<Vec<_>>().concat();
    let sources = format!("{}sources = [{list}]\n", quay.split("sources").next().unwrap());
    for (path, text, told) in [
        ("ports/many.toml", figure.repeat(5000), 100),
        ("vocabulary.toml", keys("[]"), 100),
        ("ports/many.toml", keys("\"\""), 100),
        ("ports/many.toml", keys("1"), 1),
        ("ports/many.toml", sources, 100),
    ] {
        let mut faults = faults_with([file(path, text)]);
        faults.retain(|fault| fault.path == format!("data/{path}"));
        assert_eq!(faults.len(), told, "{:?}", faults[0]);
        let message = &faults[told - 1].message;
        assert_eq!(message.ends_with(" more in this file"), told == 100, "{message}");
    }
}

#[test]
fn hostile_files_are_faults_and_no_panics() {
    for text in [
        &b"\xff\xfe"[..],
        b"name = \"\xf0\x9f\"",
        b"[[[[[[[[[",
        b"figure = 3",
        b"links = []",
        b"[[figure]]\n[[figure.figure]]\n",
        b"[[figure]]\nvalue = nan\n",
        b"[\"\\u0000\"]",
        &"[".repeat(50_000).into_bytes(),
        &"a.".repeat(10_000).into_bytes(),
    ] {
        let paths = ["ports/odd.toml", "odd/odd.toml"];
        let faults = faults_with(paths.map(|path| file(path, text)));
        for path in paths {
            assert!(faults.iter().any(|fault| fault.path == format!("data/{path}")), "{path}: {text:?}");
        }
        assert!(!faults.iter().any(|fault| fault.message.contains('\0')), "{faults:?}");
    }
}

#[test]
fn a_figure_gets_what_others_know_of_it() {
    let files = sound();
    let figures = load::read(&files).0.figures;
    let figure = |id: &str| &figures.iter().find(|figure| figure.item.id == *id).unwrap().item;
    let range = figure("quay.berths.2020.whole.north.2");
    assert_eq!((&*range.label, range.unit.as_deref(), range.strength), ("B", Some("count"), Strength::Weak));
    assert_eq!(range.period_start.as_deref(), Some("2020-01-01"));
    assert_eq!(range.period_end.as_deref(), Some("2020-12-31"));
    assert_eq!(figure("quay.berths.undated").period_end, None);
    assert_eq!(figure("quay.goods.2020").superseded_by.as_deref(), Some("quay.goods.2021"));
    assert!(!figure("quay.goods.2021").is_retired() && range.origin.is_none());
}
