//! Help, man pages and schemas: everything is described, and what is described is so.

use std::{fs, process::Command};

use clap::ValueEnum;
use liangjiang::{
    cli::Format,
    command::{EXAMPLES, command_at, contract_at, entry_at, keys, paths},
};

use crate::harness::{BINARY, answers, folder, liangjiang, project, text, with_args};

fn examples(path: &[&str]) -> &'static [&'static str] {
    if path.is_empty() { EXAMPLES } else { entry_at(path).unwrap().examples }
}

/// The program itself, as no path, and every command.
fn commands() -> Vec<Vec<&'static str>> {
    std::iter::once(Vec::new()).chain(paths()).collect()
}

#[test]
fn the_grammar_is_sound_and_every_argument_has_help() {
    fn walk(command: &clap::Command, path: &str) {
        assert!(command.get_about().is_some(), "{path} says nothing of itself");
        for argument in command.get_arguments() {
            assert!(argument.get_help().is_some(), "{path}: {} has no help", argument.get_id());
        }
        let has = |option: &str| command.get_arguments().any(|argument| argument.get_long() == Some(option));
        let words: Vec<&str> = path.split_whitespace().collect();
        // The program itself has the overview's contract and options nowhere.
        let contract = contract_at(&words);
        assert_eq!(has("json"), !words.is_empty() && contract.is_some(), "{path}");
        assert!(contract.is_none_or(|contract| keys(contract.row).is_ok()), "{path}: its row has no schema");
        for sub in command.get_subcommands() {
            walk(sub, &format!("{path} {}", sub.get_name()));
        }
    }
    let mut root = command_at(&[]).unwrap();
    root.build();
    root.clone().debug_assert();
    walk(&root, "");
}

#[test]
fn every_command_has_a_man_page_and_two_help_texts() {
    let date = liangjiang("version --json").json()["data_version"].as_str().unwrap().replace('.', "-");
    for path in commands() {
        let page = with_args([&["man"], &path[..]].concat()).prints().run();
        for section in ["NAME", "SYNOPSIS", "EXIT STATUS", "ENVIRONMENT", "EXAMPLES"] {
            assert!(page.contains(&format!(".SH \"{section}\"")), "man {path:?}: {section}");
        }
        let title = page.lines().next().unwrap();
        assert!(
            title.contains(&format!(" 1 {date} ")) && title.ends_with("\"Liangjiang reference\""),
            "{title}"
        );
        // In a locale of ASCII no example may be blank.
        assert!(
            page.is_ascii() && !page.rsplit(".SH \"EXAMPLES\"\n").next().unwrap().contains("\\[u"),
            "{path:?}"
        );
        assert!(page.lines().all(|line| line.len() <= 100 || line.starts_with("liangjiang")), "{path:?}");
        let synopsis = page.split(".SH \"").find(|section| section.starts_with("SYNOPSIS")).unwrap();
        for arg in command_at(&path).unwrap().get_arguments().filter(|arg| arg.get_action().takes_values()) {
            let value = &arg.get_value_names().unwrap()[0];
            assert!(synopsis.contains(value.as_str()), "{path:?}: no {value} in {synopsis}");
        }
        let help = |option| with_args([&path[..], &[option]].concat()).prints().run();
        let (long, short) = (help("--help"), help("-h"));
        assert!(short.len() < long.len() && !short.contains("Examples:"), "{path:?}: -h is shorter");
        assert!(!long.contains("Arguments of"), "{path:?}: the comment of a type");
        assert!(long.lines().all(|line| line.chars().count() <= 100), "{path:?}");
        with_args([&["help"], &path[..]].concat()).stdout(&long).run();
    }
    for command in ["man nope", "help nope"] {
        liangjiang(command).status(2).may_warn().run();
    }
}

#[test]
fn every_example_is_answered() {
    let folder = folder("examples");
    let bin = std::path::Path::new(BINARY).parent().unwrap();
    for path in commands() {
        assert!(examples(&path).len() >= 2, "{path:?} has too few");
        for example in examples(&path) {
            let output = Command::new("bash")
                .args(["-o", "pipefail", "-c", example])
                .current_dir(&folder)
                .env_clear()
                .env("PATH", format!("{}:/usr/bin:/bin", bin.display()))
                .output()
                .unwrap();
            let said = String::from_utf8(output.stderr).unwrap();
            assert!(output.status.success() && said.is_empty(), "{example}: {said}");
            assert!(output.stdout.len() > 3, "{example} says nothing");
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn every_answer_is_that_of_its_schema_in_name_and_keys() {
    for path in paths() {
        let name = path.join(" ");
        if contract_at(&path).is_none() {
            liangjiang(&format!("schema {name}")).status(2).warns("ports show").run();
            continue;
        }
        let schema = liangjiang(&format!("schema {name}")).json();
        assert_eq!(text(&schema, "title"), format!("liangjiang {name} --json"));
        assert_eq!(with_args(["schema", &name]).json(), schema, "in one word");
    }
    // Rows of an option and of a format.
    for path in [["plans", "outcomes"].as_slice(), &["csl-json"]] {
        assert!(keys(contract_at(path).unwrap().row).is_ok(), "{path:?}: its row has no schema");
    }
    for answer in answers() {
        let words: Vec<&str> = answer.split(' ').collect();
        let path: &[&str] = if answer.ends_with("--outcomes") {
            &["plans", "outcomes"]
        } else if words.get(1) == Some(&"show") {
            &words[..2]
        } else {
            &words[..1]
        };
        for row in liangjiang(&format!("{answer} --json")).rows() {
            let keys: Vec<&String> = row.as_object().unwrap().keys().collect();
            assert_eq!(keys, self::keys(contract_at(path).unwrap().row).unwrap(), "{answer}");
        }
    }
}

#[test]
fn the_topics_say_what_the_program_does() {
    let environment = liangjiang("help environment").prints().run();
    for file in ["lib.rs", "own.rs", "style.rs", "pager.rs"] {
        let source = fs::read_to_string(project("src").join(file)).unwrap();
        for name in source.split('"').skip(1).step_by(2) {
            let is_variable =
                name.len() > 3 && name != "POSIX" && name.chars().all(|c| c.is_ascii_uppercase() || c == '_');
            assert!(!is_variable || environment.contains(name), "help environment does not name {name}");
        }
    }
    let codes = liangjiang("help exit-codes").prints().run();
    assert!((0..=4).all(|code| codes.contains(&format!("- {code}: "))), "{codes}");
    let formats = liangjiang("help formats").prints().run();
    for format in Format::value_variants().iter().filter(|format| !format.is_citation()) {
        assert!(formats.contains(&format!("\n{}: ", format.name())), "{format:?}");
    }
    liangjiang("help scopes").says("directly-administered").run();
}
