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

const PORT: &str = "ports/bailuwan.toml";
const POLICY: &str = "policies/tax-ten.toml";
const PLAN: &str = "plans/third-plan.toml";

/// A rule, a file, what in it becomes what, and the text at whose start the fault is told.
const BROKEN: &[(Rule, &str, &str, &str, &str)] = &[
    (Rule::Syntax, PORT, "value = 205_000", "value = = 205_000", "= 205_000"),
    (Rule::UnknownKey, PORT, "period = \"2018\"", "perid = \"2018\"", "perid"),
    (Rule::UnknownKey, "gaps.toml", "id = \"wages\"", "id = \"wages\"\nowner = 1", "owner"),
    (Rule::MissingKey, PORT, "summary = \"River", "# summary = \"River", "name = "),
    (
        Rule::MissingKey,
        PLAN,
        "of = \"cangyun\"\n",
        "",
        "status = \"target\"\nsource = \"luoyun-2025-03-01-bulletin\"\nstatement = \"The airport",
    ),
    (Rule::MissingKey, PORT, "to = \"cangyun\"\n", "", "metric = \"distance\""),
    (Rule::WrongType, PORT, "value = 205_000", "value = \"many\"", "value = \"many\""),
    (Rule::WrongType, PORT, "period = \"2018\"", "period = 2018", "2018\nsource"),
    (Rule::WrongType, PORT, "n = 2\n", "n = 1\n", "n = 1\n"),
    (Rule::BlankText, PORT, "in 2018.\"", "in 2018. \"", "\"Bailuwan handled 205,000 TEU in 2018. \""),
    (
        Rule::InvisibleCharacter,
        PORT,
        "in 2018.\"",
        "in\\u001b 2018.\"",
        "\"Bailuwan handled 205,000 TEU in\\u001b",
    ),
    (Rule::InvisibleCharacter, PORT, "的内河港口", "\u{202e}的内河港口", "\"洛云新区\u{202e}"),
    (Rule::RepeatedItem, PORT, "[\"Heron Bay\", ", "[\"Heron Bay\", \"Heron Bay\", ", "\"Heron Bay\", \"T"),
    (Rule::IdForm, "gaps.toml", "id = \"wages\"", "id = \"Wages_\"", "id = \"Wages_\""),
    (
        Rule::DuplicateId,
        PORT,
        "n = 2\nsource = \"mirror",
        "source = \"mirror",
        "metric = \"container-throughput\"\nvalue = 450_000",
    ),
    (Rule::DuplicateName, PORT, "\"Bailuwan Port\"", "\"Cangyun Airport\"", "name = "),
    (Rule::UnknownId, PORT, "metric = \"berths\"", "metric = \"births\"", "metric = \"births\""),
    (Rule::UnknownId, PORT, "category = \"river-port\"", "category = \"sea-port\"", "category = "),
    (Rule::UnknownId, PORT, "source = \"news-", "source = \"new-", "source = \"new-"),
    (Rule::UnknownId, "disputes.toml", "throughput.2022\"", "throughput.2021\"", "figures = "),
    (Rule::UnknownId, "synonyms.toml", "record:bailuwan", "record:bailuwen", "means = [\"record"),
    (
        Rule::UnknownId,
        "atlas.toml",
        "presumed_scope = \"whole-presumed\"",
        "presumed_scope = \"half\"",
        "presumed_scope",
    ),
    (
        Rule::OneSidedLink,
        "industries/tea.toml",
        "enterprises = [\"otter-tea\"]",
        "enterprises = [\"lumen\"]",
        "enterprises = ",
    ),
    (Rule::OneSidedLink, PORT, "parks = [\"liuyuan\"]", "plans = [\"liuyuan\"]", "plans = "),
    (Rule::SelfLink, PORT, "ports = [\"cangyun\"]", "ports = [\"cangyun\", \"bailuwan\"]", "ports = "),
    (Rule::ParentCycle, "areas/luoyun.toml", "summary =", "parent = \"bailuwan\"\nsummary =", "parent = "),
    (Rule::WrongUnit, PORT, "value = 205_000", "value = 205_000\nunit = \"t\"", "unit = \"t\""),
    (Rule::WrongKind, PORT, "category =", "country = [\"china\"]\ncategory =", "country = "),
    (Rule::WrongKind, PORT, "sources =", "benefit = \"None.\"\nsources =", "benefit = "),
    (Rule::WrongKind, POLICY, "metric = \"tax-rate\"", "metric = \"trains\"", "metric = \"trains\""),
    (Rule::ImpossibleDate, PORT, "\"2018\"", "\"2018-13\"", "period = \"2018-13\""),
    (Rule::ImpossibleDate, PORT, "\"2018\"", "\"2027\"", "period = \"2027\""),
    (Rule::ImpossibleDate, POLICY, "valid_until = \"2028-", "valid_until = \"2020-", "valid_until = "),
    (
        Rule::Undated,
        PORT,
        "period = \"2018\"\n",
        "",
        "[[figure]]\nmetric = \"container-throughput\"\nvalue = 205_000",
    ),
    (
        Rule::Undated,
        PORT,
        "period = \"2018\"",
        "period = \"2018\"\nundated = true",
        "undated = true\nsource = \"news",
    ),
    (Rule::TwoDates, PORT, "period = \"2018\"", "period = \"2018\"\nas_of = \"2019\"", "as_of = \"2019\""),
    (Rule::ImpossibleValue, PORT, "value = 16\n", "value = -16\n", "value = -16"),
    (
        Rule::Supersedes,
        PORT,
        "supersedes = \"bailuwan.opened.undated\"",
        "supersedes = \"luoyun.founded.undated\"",
        "supersedes = ",
    ),
    (
        Rule::Supersedes,
        "atlas.toml",
        "\"bailuwan.container-throughput.2024\"",
        "\"bailuwan.opened.undated\"",
        "headlines = ",
    ),
    (
        Rule::OutOfOrder,
        PORT,
        "period = \"2018\"",
        "period = \"2020\"",
        "metric = \"container-throughput\"\nvalue = 260_000",
    ),
    (Rule::OutOfOrder, "sources.toml", "id = \"news-agency", "id = \"a-news-agency", "id = \"a-news"),
    (Rule::Unsourced, PORT, "source = \"cloud-weekly-2024-02\"\n", "", "[[figure]]\nmetric = \"trains\""),
    (
        Rule::Unsourced,
        "industries/tea.toml",
        "sources = [\"cloud-weekly-2024-02\"]",
        "sources = []",
        "sources = ",
    ),
    (
        Rule::Untranslated,
        PORT,
        "note_zh = \"开港时提出。\"\n",
        "",
        "[[figure]]\nmetric = \"container-capacity\"",
    ),
    (Rule::Untranslated, "industries/tea.toml", "[\"绿茶\", \"紧压茶\"]", "[\"绿茶\"]", "value_zh = "),
    (
        Rule::UnsafeAddress,
        "sources.toml",
        "https://example.org/boxes",
        "javascript:alert(1)",
        "url = \"javascript",
    ),
];

#[test]
fn every_rule_finds_its_fault_at_its_place() {
    for (rule, path, from, to, place) in BROKEN {
        let (text, faults) = broken(path, from, to);
        let before = &text[..text.find(place).unwrap_or_else(|| panic!("no {place:?} in {path}"))];
        let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
        let want = format!("data/{path}:{}:{column}: {}: ", before.matches('\n').count() + 1, rule.name());
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(
            faults.iter().any(|fault| fault.starts_with(&want)),
            "{to:?}: {want} is not among {faults:#?}"
        );
    }
}

#[test]
fn every_rule_is_broken_somewhere_here() {
    for rule in Rule::ALL {
        assert!(BROKEN.iter().any(|(broken, ..)| broken == rule), "no case breaks {}", rule.name());
    }
}

#[test]
fn one_fault_hides_no_other() {
    let (_, faults) = broken(PORT, "value = 205_000", "value = true\n[[figure]]\nmetric = \"births\"");
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
