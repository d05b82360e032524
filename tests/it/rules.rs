//! Every rule of the data, broken once: the fault is found, named, and placed.

use crate::load::{Rule, read};

type Files = Vec<(String, Vec<u8>)>;

/// A small data set without a fault.
fn sound() -> Files {
    let files = [
        (
            "atlas.toml",
            r#"
version = "2026.11.23"
governance = []
contact = []
scopes = []
headlines = ["quay.berths.2020"]
"#,
        ),
        (
            "metrics.toml",
            r#"
[[metric]]
id = "berths"
label = "Berths"
label_zh = "泊位数"
theme = "capacity"
type = "quantity"
unit = "count"
definition = "Berths in use."
definition_zh = "在用泊位数。"
kinds = ["port"]

[[metric]]
id = "quay-length"
label = "Quay length"
label_zh = "码头岸线长度"
theme = "capacity"
type = "quantity"
unit = "m"
definition = "Length of the quay."
definition_zh = "码头岸线长度。"
kinds = ["port"]
"#,
        ),
        (
            "sources.toml",
            r#"
[[source]]
id = "paper-2020"
title = "A title"
publisher = "A paper"
url = "https://example.org/a"
published = "2020-05-01"
accessed = "2026-11-23"
lang = "en"
kind = "media"
strength = "secondary"
"#,
        ),
        (
            "vocabulary.toml",
            r#"
[[theme]]
id = "capacity"
label = "Capacity"
label_zh = "能力"
meaning = "m"
meaning_zh = "义"

[[unit]]
id = "count"
label = "count"
label_zh = "个"
meaning = "m"
meaning_zh = "义"

[[unit]]
id = "m"
label = "m"
label_zh = "米"
meaning = "m"
meaning_zh = "义"

[[category]]
id = "river-port"
label = "River port"
label_zh = "内河港口"
meaning = "m"
meaning_zh = "义"
"#,
        ),
        (
            "disputes.toml",
            r#"
[[dispute]]
id = "quay-berths"
text = "t"
text_zh = "文"
note = "n"
note_zh = "注"
figures = ["quay.berths.2020"]
"#,
        ),
        (
            "gaps.toml",
            r#"
[[gap]]
id = "quay-depth"
text = "t"
text_zh = "文"
topics = ["depth"]
topics_zh = ["水深"]
records = ["quay"]
"#,
        ),
        (
            "synonyms.toml",
            r#"
[[word]]
words = ["jetty"]
means = ["record:quay"]
"#,
        ),
        (
            "ports/quay.toml",
            r#"
name = "Quay"
name_zh = "码头"
pinyin = "ma tou"
category = "river-port"
summary = "A quay."
summary_zh = "一座码头。"
sources = ["paper-2020"]

[links]
ports = ["wharf"]

[[figure]]
metric = "berths"
value = 5
period = "2020"
source = "paper-2020"
statement = "Five berths."
statement_zh = "泊位5个。"
"#,
        ),
        (
            "ports/wharf.toml",
            r#"
name = "Wharf"
category = "river-port"
parent = "quay"
summary = "A wharf."
summary_zh = "一座码头。"
sources = ["paper-2020"]

[links]
ports = ["quay"]
"#,
        ),
    ];
    files.into_iter().map(|(path, text)| (path.to_owned(), text.trim_start().as_bytes().to_vec())).collect()
}

/// The faults after `from` became `to` in one file.
fn faults_after(path: &str, from: &str, to: &str) -> Vec<String> {
    let mut files = sound();
    let file = files.iter_mut().find(|(name, _)| name == path).unwrap();
    let text = String::from_utf8(file.1.clone()).unwrap();
    assert!(text.contains(from), "{from:?} is not in {path}");
    file.1 = text.replacen(from, to, 1).into_bytes();
    read(&files).1.iter().map(ToString::to_string).collect()
}

const QUAY: &str = "ports/quay.toml";

/// A rule, the file to break, what becomes what, and the place of the fault.
const BROKEN: &[(Rule, &str, &str, &str, &str)] = &[
    (Rule::Syntax, QUAY, "value = 5", "value = = 5", "data/ports/quay.toml:14:9"),
    (Rule::UnknownKey, QUAY, "period =", "perid =", "data/ports/quay.toml:15:1"),
    (Rule::MissingKey, QUAY, "summary = \"A quay.\"\n", "", "data/ports/quay.toml:1:1"),
    (Rule::WrongType, QUAY, "value = 5", "value = \"five\"", "data/ports/quay.toml:14:1"),
    (Rule::WrongType, QUAY, "period = \"2020\"", "period = 2020", "data/ports/quay.toml:15:10"),
    (Rule::BlankText, QUAY, "\"Five berths.\"", "\"Five berths. \"", "data/ports/quay.toml:17:13"),
    (
        Rule::InvisibleCharacter,
        QUAY,
        "\"Five berths.\"",
        "\"Five\\u001b berths.\"",
        "data/ports/quay.toml:17:13",
    ),
    (Rule::InvisibleCharacter, QUAY, "一座码头。", "一座\u{202e}码头。", "data/ports/quay.toml:6:14"),
    (Rule::IdForm, "gaps.toml", "quay-depth", "Quay_depth", "data/gaps.toml:2:1"),
    (
        Rule::DuplicateId,
        QUAY,
        "[[figure]]",
        "[[figure]]\nmetric = \"berths\"\nvalue = 6\nperiod = \"2020\"\nsource = \"paper-2020\"\nstatement = \"s\"\nstatement_zh = \"句\"\n\n[[figure]]",
        "data/ports/quay.toml:21:1",
    ),
    (Rule::UnknownId, QUAY, "metric = \"berths\"", "metric = \"births\"", "data/ports/quay.toml:13:1"),
    (
        Rule::UnknownId,
        QUAY,
        "category = \"river-port\"",
        "category = \"sea-port\"",
        "data/ports/quay.toml:4:1",
    ),
    (Rule::UnknownId, "disputes.toml", "quay.berths.2020", "quay.berths.2021", "data/disputes.toml:7:1"),
    (Rule::UnknownId, "synonyms.toml", "record:quay", "record:key", "data/synonyms.toml:3:1"),
    (Rule::OneSidedLink, QUAY, "ports = [\"wharf\"]", "ports = []", "data/ports/wharf.toml:9:1"),
    (Rule::OneSidedLink, QUAY, "ports = [\"wharf\"]", "parks = [\"wharf\"]", "data/ports/quay.toml:10:1"),
    (Rule::ParentCycle, QUAY, "category =", "parent = \"wharf\"\ncategory =", "data/ports/quay.toml:4:1"),
    (
        Rule::WrongUnit,
        QUAY,
        "metric = \"berths\"",
        "metric = \"quay-length\"\nunit = \"count\"",
        "data/ports/quay.toml:14:1",
    ),
    (
        Rule::WrongKind,
        QUAY,
        "category =",
        "country = []\ngroups = [{ scheme = \"s\", tier = \"t\" }]\ncategory =",
        "data/ports/quay.toml:5:1",
    ),
    (Rule::ImpossibleDate, QUAY, "period = \"2020\"", "period = \"2020-13\"", "data/ports/quay.toml:15:1"),
    (Rule::ImpossibleDate, QUAY, "period = \"2020\"", "period = \"2027\"", "data/ports/quay.toml:15:1"),
    (Rule::Undated, QUAY, "period = \"2020\"\n", "", "data/ports/quay.toml:12:1"),
    (
        Rule::Undated,
        QUAY,
        "period = \"2020\"",
        "period = \"2020\"\nundated = true",
        "data/ports/quay.toml:16:1",
    ),
    (Rule::Unsourced, QUAY, "source = \"paper-2020\"\n", "", "data/ports/quay.toml:12:1"),
    (Rule::Unsourced, QUAY, "sources = [\"paper-2020\"]", "sources = []", "data/ports/quay.toml:7:1"),
    (Rule::Untranslated, QUAY, "statement_zh =", "note = \"n\"\nstatement_zh =", "data/ports/quay.toml:12:1"),
    (
        Rule::UnsafeAddress,
        "sources.toml",
        "https://example.org/a",
        "javascript:alert(1)",
        "data/sources.toml:5:1",
    ),
];

#[test]
fn the_sound_data_set_has_no_fault() {
    assert_eq!(read(&sound()).1, []);
}

#[test]
fn every_rule_finds_its_fault_at_its_place() {
    for (rule, path, from, to, place) in BROKEN {
        let faults = faults_after(path, from, to);
        let want = format!("{place}: {}: ", rule.name());
        assert!(faults.iter().any(|fault| fault.starts_with(&want)), "{want} is not among {faults:#?}");
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
    let mut files = sound();
    for (path, text) in &mut files {
        if path == QUAY {
            *text = String::from_utf8_lossy(text)
                .replace("value = 5", "value = true\nvalu = 6")
                .replace("period = \"2020\"", "period = \"2020-02-30\"")
                .replace("paper-2020\"\nstatement", "paper-2021\"\nstatement")
                .into_bytes();
        }
    }
    files.push(("sources/odd.toml".into(), b"x = 1".to_vec()));
    let rules: Vec<_> = read(&files).1.iter().map(|fault| fault.rule).collect();
    for rule in [Rule::WrongType, Rule::UnknownKey, Rule::ImpossibleDate, Rule::UnknownId] {
        assert!(rules.contains(&rule), "{} is not among {rules:?}", rule.name());
    }
}

#[test]
fn a_column_counts_characters_not_bytes() {
    let faults = faults_after(QUAY, "summary_zh = \"一座码头。\"", "summary_zh = \"一座码头。\" x");
    assert!(faults.iter().any(|fault| fault.starts_with("data/ports/quay.toml:6:22: syntax")), "{faults:#?}");
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
        let mut files = sound();
        files.push(("ports/odd.toml".into(), text.to_vec()));
        assert!(!read(&files).1.is_empty());
    }
}
