//! Who may use whom, as src/lib.rs says; and the list of test files.

use std::fs;

use crate::harness::project;

/// Each room with the rooms that it may use, from the top floor down.
const ARROWS: &[(&str, &[&str])] = &[
    (
        "command",
        &[
            "atlas", "cli", "command", "complete", "error", "lang", "model", "package", "page", "query",
            "render", "view", "Outcome",
        ],
    ),
    ("complete", &["atlas", "cli", "error", "lang", "model", "view", "Outcome"]),
    ("page", &["atlas", "cli", "error", "lang", "model", "page", "query", "render", "view"]),
    ("package", &["atlas", "error", "model", "package", "render"]),
    ("view", &["model", "query", "render", "view"]),
    ("query", &["atlas", "model", "cli", "error", "query"]),
    ("render", &["cli", "lang", "model"]),
    ("lang", &["model", "error", "atlas"]),
    ("atlas", &["model", "error"]),
    ("error", &["model"]),
    ("cli", &["model"]),
    ("model", &["model"]),
];

/// Everything in src/.
const ROOMS: [&str; 15] = [
    "model", "atlas", "lang", "query", "render", "view", "page", "package", "complete", "command", "cli",
    "error", "lib", "main", "pager",
];

fn files(room: &str) -> Vec<(String, String)> {
    let source = project("src");
    let mut files = Vec::new();
    let mut left = vec![if source.join(room).is_dir() { room.to_owned() } else { format!("{room}.rs") }];
    while let Some(name) = left.pop() {
        let path = source.join(&name);
        if path.is_dir() {
            let inside = |entry: std::io::Result<fs::DirEntry>| {
                entry.unwrap().file_name().to_string_lossy().into_owned()
            };
            left.extend(fs::read_dir(path).unwrap().map(inside).map(|file| format!("{name}/{file}")));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push((name, fs::read_to_string(path).unwrap()));
        }
    }
    files
}

/// What stands behind each `crate::` of the code, tests left out.
fn used(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap();
    let mut used = Vec::new();
    for (_, rest) in code.match_indices("crate::").map(|(at, found)| code.split_at(at + found.len())) {
        let names = match rest.strip_prefix('{') {
            None => rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap().to_owned(),
            Some(list) => {
                let (mut depth, mut top) = (1, String::new());
                for c in list.chars() {
                    depth += i32::from(c == '{') - i32::from(c == '}');
                    match depth {
                        0 => break,
                        1 => top.push(c),
                        _ => {}
                    }
                }
                top
            }
        };
        let first = |name: &str| name.trim().split([':', ' ', '}']).next().unwrap().to_owned();
        used.extend(names.split(',').map(first).filter(|name| !name.is_empty()));
    }
    used
}

#[test]
fn no_room_uses_one_that_it_may_not() {
    for (room, may) in ARROWS {
        for (file, text) in files(room) {
            for name in used(&text) {
                assert!(
                    may.contains(&name.as_str()),
                    "src/{file} uses crate::{name}; {room} may use {may:?}"
                );
            }
        }
    }
}

#[test]
fn every_room_uses_only_those_below_it_so_that_there_is_no_circle() {
    for (n, (room, may)) in ARROWS.iter().enumerate() {
        let below = |other: &str| ARROWS[n..].iter().any(|(below, _)| *below == other);
        for other in may.iter().filter(|other| **other != "Outcome") {
            assert!(below(other), "{room} may use {other}, which stands above it");
        }
    }
}

#[test]
fn comfy_table_colored_and_streams_have_one_user_each() {
    for (word, home) in [
        ("comfy_table", "render/terminal.rs"),
        ("colored::", "render/terminal.rs"),
        ("io::stdout", "main.rs"),
    ] {
        let mut users = Vec::new();
        for room in ROOMS {
            users.extend(
                files(room).into_iter().filter(|(_, text)| text.contains(word)).map(|(file, _)| file),
            );
        }
        assert_eq!(users, [home], "{word}");
    }
}

#[test]
fn every_source_file_says_what_it_is_for() {
    for (room, _) in ARROWS {
        for (file, text) in files(room) {
            assert!(text.starts_with("//! "), "src/{file} has no module doc");
        }
    }
}

#[test]
fn every_test_file_is_listed() {
    let list = fs::read_to_string(project("tests/it/main.rs")).unwrap();
    for file in fs::read_dir(project("tests/it")).unwrap() {
        let name = file.unwrap().file_name().to_string_lossy().replace(".rs", "");
        assert!(
            name == "main" || list.contains(&format!("mod {name};")),
            "{name} is not in tests/it/main.rs"
        );
    }
}
