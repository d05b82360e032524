//! The layout holds for every command, both languages and every width: nothing wider, no trailing
//! blanks, no word broken that fits; and every argument of the grammar has help.

use std::{collections::HashSet, ffi::OsString};

use liangjiang::{cli, render::Environment};
use unicode_width::UnicodeWidthStr;

use crate::harness::COMMANDS;

/// Runs in process: thousands of runs are too many for processes.
fn drawn(args: &str, width: usize, lang: &str) -> (String, String) {
    let args: Vec<OsString> = format!("liangjiang {args} --width {width} --lang {lang}")
        .split_whitespace()
        .map(OsString::from)
        .collect();
    let outcome = liangjiang::run(&args, &Environment::default());
    assert_eq!(outcome.status, 0, "{args:?}: {}", outcome.stderr);
    (String::from_utf8(outcome.stdout.bytes()).unwrap(), outcome.stderr)
}

#[test]
fn no_line_is_wider_than_the_width_and_none_ends_in_blanks() {
    for command in COMMANDS {
        for lang in ["en", "zh"] {
            for width in 40..=200 {
                let (text, _) = drawn(command, width, lang);
                for line in text.lines() {
                    assert!(
                        line.width() <= width,
                        "{command} {lang} {width}: {} cells: {line}",
                        line.width()
                    );
                    assert_eq!(line.trim_end(), line, "{command} {lang} {width}: trailing blanks");
                }
                assert!(!text.contains("\n\n\n"), "{command} {lang} {width}: two empty lines");
            }
        }
    }
}

#[test]
fn no_word_is_broken_unless_it_is_wider_than_the_line() {
    for command in COMMANDS {
        for lang in ["en", "zh"] {
            let words = |text: &str| -> HashSet<String> {
                let word = |word: &str| word.trim_matches([',', ':', '(', ')', '-']).to_owned();
                text.split(|c: char| c.is_whitespace() || c as u32 > 0x2000).map(word).collect()
            };
            let whole = words(&drawn(command, 0, lang).0);
            for width in [40, 57, 80, 120] {
                // What a mark means is told on screens alone, in a last line that is never wrapped here.
                let text = drawn(command, width, lang).0.replace("\n[?] rests on a weak source.\n", "\n");
                for word in words(&text) {
                    let known = whole.contains(&word);
                    // An address longer than the line must break somewhere.
                    let piece = || whole.iter().any(|w| w.len() + 6 > width && w.contains(&word));
                    assert!(known || piece(), "{command} {lang} {width}: {word}");
                }
            }
        }
    }
}

#[test]
fn columns_start_at_one_place_on_every_line() {
    // The id is the first column and the name the second, in a language of one width and one of two.
    for (lang, names) in [("en", ["Cuntan", "Guoyuan"]), ("zh", ["寸滩港", "果园港"])] {
        for width in [60, 80, 100, 0] {
            let (text, _) = drawn("ports", width, lang);
            let starts: HashSet<usize> = names
                .iter()
                .filter_map(|name| {
                    let line = text.lines().find(|line| line.contains(name))?;
                    Some(line[..line.find(name)?].width())
                })
                .collect();
            assert_eq!(starts.len(), 1, "{lang} {width}: {text}");
        }
    }
}

#[test]
fn without_a_width_every_record_is_one_line() {
    for (kind, count) in [("ports", 15), ("parks", 31), ("plans", 24)] {
        let (text, notes) = drawn(kind, 0, "en");
        assert_eq!(text.lines().count(), count + 1, "{kind}");
        assert_eq!(notes, "");
    }
}

#[test]
fn a_column_that_has_no_room_is_named_on_standard_error() {
    let (text, notes) = drawn("parks", 80, "en");
    assert!(notes.contains("no room for: Category"), "{notes}");
    assert!(!text.lines().next().unwrap().contains("Category"));
}

#[test]
fn the_overview_is_one_screen() {
    for lang in ["en", "zh"] {
        let (text, _) = drawn("overview", 80, lang);
        let screen = text.lines().take_while(|line| !line.trim_start().starts_with("[1]")).count();
        assert!(screen <= 40, "{lang}: {screen} lines");
    }
}

fn walk(command: &mut clap::Command, path: &str, seen: &mut Vec<String>) {
    command.build();
    for argument in command.get_arguments() {
        let name = argument.get_id();
        assert!(argument.get_help().is_some(), "{path}: {name} has no help");
    }
    assert!(command.get_about().is_some(), "{path} has no about");
    let records = !matches!(path, "liangjiang");
    if records && command.get_arguments().any(|argument| argument.get_id() == "format") {
        assert!(command.get_arguments().any(|argument| argument.get_id() == "json"), "{path} has no --json");
        seen.push(path.to_owned());
    }
    for sub in command.get_subcommands_mut() {
        let path = format!("{path} {}", sub.get_name());
        walk(sub, &path, seen);
    }
}

#[test]
fn the_whole_grammar_is_sound_has_help_on_everything_and_json_on_what_prints_records() {
    cli::command().debug_assert();
    let mut seen = Vec::new();
    walk(&mut cli::command(), "liangjiang", &mut seen);
    for want in ["ports", "ports list", "ports show", "show", "figures", "sources", "sources show", "metrics"]
    {
        assert!(seen.contains(&format!("liangjiang {want}")), "{want} does not print JSON");
    }
}
