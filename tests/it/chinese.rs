//! Chinese answers are Chinese: no English word but ids, commands, addresses, sources and the proper names
//! of `tests/golden/proper-names.txt`; full-width punctuation between Chinese characters.

use std::{collections::BTreeSet, fs};

use liangjiang::model::is_invisible;

use crate::harness::{liangjiang, live, project, records};

/// The lines of every list and page of the data, but for those of sources, which stand in their own language.
fn chinese() -> Vec<String> {
    let mut commands =
        ["overview", "plans --outcomes", "conflicts", "gaps", "check", "version"].map(str::to_owned).to_vec();
    for (kind, ids) in records(live()) {
        commands.push(kind.plural().to_owned());
        commands.push(format!("{} show {}", kind.plural(), ids.join(" ")));
    }
    let mut lines = Vec::new();
    for command in commands {
        let mut in_sources = false;
        for line in liangjiang(&format!("{command} --lang zh")).live().may_warn().lines() {
            in_sources = line == "来源" || (in_sources && line.starts_with(' '));
            if !in_sources && !line.trim_start().starts_with('[') {
                lines.push(line);
            }
        }
    }
    assert!(!lines.is_empty());
    lines
}

/// The Latin words of a text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1)
}

#[test]
fn no_english_is_left_but_names() {
    let names = fs::read_to_string(project("tests/golden/proper-names.txt")).unwrap();
    let mut allowed: BTreeSet<String> =
        names.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
    let atlas = live();
    // What has an id or a name of its own, and who published: in its own language.
    let mut own: Vec<String> = records(atlas).flat_map(|(_, ids)| ids).collect();
    for id in own.clone() {
        own.push(atlas.record_by_id(&id).unwrap().unwrap().name.to_string());
    }
    own.extend(atlas.gaps().unwrap().iter().map(|gap| gap.id.to_string()));
    for source in atlas.sources().unwrap() {
        own.extend([source.id.to_string(), source.publisher.to_string()]);
    }
    allowed.extend(own.iter().flat_map(|text| words(text)).map(str::to_owned));
    let mut found = BTreeSet::new();
    for line in chinese() {
        let prose = line.split("liangjiang ").next().unwrap();
        found.extend(
            words(prose).filter(|word| !allowed.contains(*word)).map(|word| format!("{word} ({line})")),
        );
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn punctuation_between_chinese_characters_is_full_width_and_nothing_is_invisible() {
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for line in chinese() {
        let characters: Vec<char> = line.chars().collect();
        for three in characters.windows(3) {
            let half = ",;:?!()".contains(three[1]);
            assert!(!(half && is_chinese(three[0]) && is_chinese(three[2])), "{line}");
        }
        assert!(!line.chars().any(is_invisible), "{line}");
    }
}

#[test]
fn every_label_of_the_vocabulary_is_chinese_in_chinese() {
    for term in live().vocabulary().unwrap() {
        let latin: Vec<_> = words(&term.label_zh).collect();
        let known = latin.iter().all(|word| ["RCEP", "SUV"].contains(word));
        assert!(known, "{}/{}: {}", term.set, term.id, term.label_zh);
    }
}
