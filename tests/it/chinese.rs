//! Chinese output is Chinese: no English word but ids, commands, addresses, sources and the proper names
//! of `tests/golden/proper-names.txt`; full-width punctuation between Chinese characters.

use std::{collections::BTreeSet, fs};

use crate::harness::{COMMANDS, liangjiang, project};

const KINDS: [&str; 8] =
    ["industries", "ports", "parks", "plans", "policies", "enterprises", "projects", "areas"];

/// The Chinese output of a command without its lines of sources, which stand in their own language.
fn chinese(command: &str) -> Vec<String> {
    let text = liangjiang(&format!("{command} --lang zh")).prints().may_warn().run();
    let mut lines = Vec::new();
    let mut in_sources = false;
    for line in text.lines() {
        in_sources = line == "来源" || (in_sources && line.starts_with(' '));
        let is_reference = line.trim_start().starts_with('[');
        if !in_sources && !is_reference {
            lines.push(line.to_owned());
        }
    }
    lines
}

fn allowed() -> BTreeSet<String> {
    let mut allowed: BTreeSet<String> = fs::read_to_string(project("tests/golden/proper-names.txt"))
        .unwrap()
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(str::to_owned)
        .collect();
    for kind in KINDS {
        for id in liangjiang(&format!("{kind} --format ids")).prints().run().lines() {
            allowed.extend(id.split(|c: char| !c.is_ascii_alphabetic()).map(str::to_owned));
        }
    }
    allowed
}

/// What stands in its own language: ids of sources and gaps, publishers, English names.
fn foreign() -> Vec<String> {
    let mut foreign = Vec::new();
    for command in ["sources", "gaps"].iter().chain(&KINDS) {
        for item in liangjiang(&format!("{command} --json")).json().as_array().unwrap() {
            let keys: &[&str] = if KINDS.contains(command) { &["name"] } else { &["id", "publisher"] };
            for key in keys {
                foreign.extend(item[*key].as_str().map(str::to_owned));
            }
        }
    }
    foreign.sort_by_key(|text| std::cmp::Reverse(text.len()));
    foreign
}

#[test]
fn no_english_is_left_but_names() {
    let (allowed, foreign) = (allowed(), foreign());
    let mut found = BTreeSet::new();
    // Tables of raw ids (metrics, sources) are keys, not prose.
    let prose = COMMANDS.iter().filter(|c| !c.starts_with("metrics") && !c.starts_with("sources"));
    let mut commands: Vec<String> = prose.map(|command| (*command).to_owned()).collect();
    for kind in KINDS {
        let ids = liangjiang(&format!("{kind} --format ids")).prints().run();
        commands.push(format!("{kind} show {}", ids.replace('\n', " ")));
    }
    for command in &commands {
        for line in chinese(command) {
            let mut prose = line.split("liangjiang ").next().unwrap().to_owned();
            for text in &foreign {
                prose = prose.replace(text, "");
            }
            for word in prose.split(|c: char| !c.is_ascii_alphabetic()) {
                if word.len() > 1 && !allowed.contains(word) {
                    found.insert(format!("{word}    ({line})"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn punctuation_between_chinese_characters_is_full_width() {
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for command in COMMANDS {
        for line in chinese(command) {
            let characters: Vec<char> = line.chars().collect();
            for three in characters.windows(3) {
                let half = ",;:?!()".contains(three[1]);
                assert!(!(half && is_chinese(three[0]) && is_chinese(three[2])), "{command}: {line}");
            }
        }
    }
}

#[test]
fn every_label_of_the_vocabulary_is_chinese_in_chinese() {
    let vocabulary = fs::read_to_string(project("data/vocabulary.toml")).unwrap();
    for line in vocabulary.lines().filter_map(|line| line.strip_prefix("label_zh = ")) {
        let foreign = line.chars().any(|c| c.is_ascii_alphabetic());
        let known = ["T3A", "T3B", "RCEP", "SUV"].iter().any(|name| line.contains(name));
        assert!(!foreign || known, "{line}");
    }
}
