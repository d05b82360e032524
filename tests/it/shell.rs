//! The program as a citizen of the shell: sorting, ids from standard input, schema, completions, man
//! pages, help and its examples, export.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liangjiang"));
    command.env_clear();
    command
}

fn run(args: &[&str]) -> Output {
    program().args(args).output().unwrap()
}

fn fed(args: &[&str], input: &[u8]) -> Output {
    let mut child = program()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The program may end without reading.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A folder of its own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("liangjiang-shell-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The commands that have no commands below them, or can do without, with their paths.
fn commands() -> Vec<(String, clap::Command)> {
    fn walk(command: &clap::Command, path: &str, all: &mut Vec<(String, clap::Command)>) {
        all.push((path.to_owned(), command.clone()));
        for sub in command.get_subcommands() {
            walk(sub, format!("{path} {}", sub.get_name()).trim(), all);
        }
    }
    let mut root = liangjiang::cli::command();
    root.build();
    let mut all = Vec::new();
    walk(&root, "", &mut all);
    assert!(all.len() > 30);
    all
}

fn words(path: &str) -> Vec<&str> {
    path.split_whitespace().collect()
}

#[test]
fn lists_sort_by_numbers_and_the_unknown_goes_last() {
    let values = |sort: &str| -> Vec<Value> {
        let output = run(&["metrics", "--sort", sort, "--fields", "figures,unit", "--json"]);
        json(&output).as_array().unwrap().clone()
    };
    let counts: Vec<i64> = values("-figures").iter().map(|row| row["figures"].as_i64().unwrap()).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b) && counts[0] > 9);
    for sort in ["unit", "-unit"] {
        let units = values(sort);
        let first = units.iter().position(|row| row["unit"].is_null()).unwrap();
        assert!(first > 0 && units[first..].iter().all(|row| row["unit"].is_null()), "{sort}");
    }
}

#[test]
fn a_field_that_is_none_is_refused_with_the_list() {
    for option in ["--sort", "--fields"] {
        for format in ["table", "json", "jsonl", "csv", "tsv", "markdown", "ids"] {
            let output = run(&["ports", option, "nope", "-f", format]);
            assert_eq!(output.status.code(), Some(2), "{option} {format}");
            assert!(text(&output.stderr).contains("`nope`"));
            assert!(text(&output.stderr).contains("aliases, category"));
            assert!(output.stdout.is_empty());
        }
    }
    assert_eq!(run(&["ports", "--sort", "-nope"]).status.code(), Some(2));
}

#[test]
fn ids_come_from_standard_input() {
    let ids = run(&["ports", "-f", "ids"]).stdout;
    let shown = json(&fed(&["show", "-", "--json", "--fields", "id"], &ids));
    let shown: Vec<&str> = shown.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(shown, text(&ids).lines().collect::<Vec<_>>());
    let one = fed(&["ports", "show", "-", "-f", "ids"], b"\xef\xbb\xbf  guoyuan \r\n\r\n");
    assert_eq!((text(&one.stdout), one.status.code()), ("guoyuan\n", Some(0)));
    assert!(json(&fed(&["show", "-", "--json"], b"guoyuan\n")).is_array(), "a list, however many ids");
    assert!(json(&fed(&["show", "guoyuan", "--json"], b"")).is_object());
    let mixed = fed(&["show", "cuntan", "-", "yufu", "-f", "ids"], b"guoyuan\n");
    assert_eq!(text(&mixed.stdout), "cuntan\nguoyuan\nyufu\n");
    let wrong = fed(&["show", "-", "-f", "ids"], b"guoyuan\nnope\n--json\n\xff\ncuntan\n");
    assert_eq!((text(&wrong.stdout), wrong.status.code()), ("guoyuan\ncuntan\n", Some(1)));
    assert!(text(&wrong.stderr).contains("`nope`") && text(&wrong.stderr).contains("`--json`"));
    assert_eq!(text(&fed(&["figures", "-", "--json"], b"").stdout), "[]\n", "none is none, not all");
    assert!(text(&fed(&["figures", "-", "-f", "ids"], b"guoyuan\n").stdout).starts_with("guoyuan."));
    assert_eq!(fed(&["sources", "show", "-", "-f", "ids"], b"liangjiang-about-2017\n").stdout.len(), 22);
    let long = fed(&["show", "-"], "guoyuan\n".repeat(200_000).as_bytes());
    assert_eq!(long.status.code(), Some(3));
}

#[test]
fn every_command_with_ids_reads_standard_input() {
    for (path, command) in commands() {
        let takes_ids = command.get_positionals().any(|arg| {
            let name = arg.get_value_names().and_then(|names| names.first());
            name.is_some_and(|name| name == "ID" || name == "SOURCE")
        });
        if takes_ids {
            let output = fed(&[words(&path), vec!["-"]].concat(), b"\n");
            let said = text(&output.stderr);
            assert!(!said.contains("`-`"), "{path} - takes - for an id: {said}");
        }
    }
}

#[test]
fn every_answer_is_that_of_its_schema_in_name() {
    for (path, command) in commands() {
        if path.is_empty() || !command.get_arguments().any(|arg| arg.get_long() == Some("json")) {
            continue;
        }
        let output = run(&[vec!["schema"], words(&path)].concat());
        assert!(output.status.success(), "schema {path}: {}", text(&output.stderr));
        let schema = json(&output);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["title"], format!("liangjiang {path} --json"));
        assert_eq!(run(&["schema", &path]).stdout, output.stdout, "in one word");
    }
    let none = run(&["schema", "nope"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(text(&none.stderr).contains("ports show"));
    assert_eq!(run(&["schema", "man"]).status.code(), Some(2));
}

#[test]
fn version_counts_what_is_inside() {
    let version = json(&run(&["version", "--json"]));
    assert_eq!(version["version"], env!("CARGO_PKG_VERSION"));
    assert!(version["data_version"].as_str().unwrap().starts_with("20"));
    let ports = json(&run(&["ports", "--json"]));
    assert_eq!(version["counts"]["ports"], ports.as_array().unwrap().len());
    let figures = json(&run(&["figures", "--json"]));
    assert_eq!(version["counts"]["figures"], figures.as_array().unwrap().len());
    assert!(text(&run(&["version"]).stdout).starts_with("liangjiang "));
    assert!(text(&run(&["version", "--lang", "zh"]).stdout).contains("数据版本"));
}

/// `LIANGJIANG_ACCEPT=1 cargo test` writes the files anew.
#[test]
fn the_completions_are_those_of_the_grammar_and_the_data() {
    for (shell, file) in [
        ("bash", "liangjiang.bash"),
        ("zsh", "_liangjiang"),
        ("fish", "liangjiang.fish"),
        ("powershell", "_liangjiang.ps1"),
        ("elvish", "liangjiang.elv"),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions").join(file);
        let made = run(&["completions", shell]).stdout;
        for word in ["guoyuan", "western-tax-15", "33511-2023", "liangjiang-about-2017", "version"] {
            // Elvish and PowerShell complete commands, options and ids; clap knows no values there.
            let known = !matches!((shell, word), ("elvish" | "powershell", "33511-2023"));
            assert!(!known || text(&made).contains(word), "{shell}: {word}");
        }
        if std::env::vars_os().any(|(name, _)| name == "LIANGJIANG_ACCEPT") {
            fs::write(&path, &made).unwrap();
        }
        assert!(fs::read(&path).unwrap_or_default() == made, "{file}: LIANGJIANG_ACCEPT=1 cargo test");
    }
}

fn offered(words: &[&str]) -> Vec<String> {
    let args = [&["--", "liangjiang"], words].concat();
    let output = program().env("COMPLETE", "fish").args(args).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{words:?}: {}", text(&output.stderr));
    text(&output.stdout).lines().map(str::to_owned).collect()
}

#[test]
fn a_shell_that_asks_is_offered_ids_of_the_right_kind_with_their_names() {
    assert_eq!(offered(&["ports", "show", "guoyuan"])[0], "guoyuan\tGuoyuan Port 果园港");
    let first = |words: &[&str]| -> Vec<String> {
        offered(words).iter().map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect()
    };
    let ports: Vec<String> = text(&run(&["ports", "-f", "ids"]).stdout).lines().map(str::to_owned).collect();
    let shown = first(&["ports", "show", ""]);
    assert!(ports.iter().all(|id| shown.contains(id)));
    assert!(!shown.contains(&"yufu".to_owned()), "a park is no port");
    assert!(first(&["show", "yuf"]).contains(&"yufu".to_owned()));
    assert!(first(&["industries", "--park", "yuf"]).contains(&"yufu".to_owned()));
    assert!(first(&["industries", "--tier", "pil"]).contains(&"pillar".to_owned()));
    assert!(first(&["ports", "--fields", "id,name_"]).contains(&"id,name_zh".to_owned()));
    assert!(first(&["figures", "--sort", "per"]).contains(&"period".to_owned()));
    assert!(first(&["sources", "show", "liangjiang-about"]).contains(&"liangjiang-about-2017".to_owned()));
    assert!(first(&["schema", "po"]).contains(&"ports".to_owned()));
    assert!(first(&["help", "env"]).contains(&"environment".to_owned()));
    assert!(first(&["po"]).contains(&"ports".to_owned()));
    assert!(first(&["nope", "x"]).is_empty());
}

#[test]
fn a_shell_that_nobody_knows_is_a_usage_error_and_none_is_none() {
    let unknown = program().env("COMPLETE", "tcsh").output().unwrap();
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("bash"));
    for off in ["", "0"] {
        let output = program().env("COMPLETE", off).args(["version"]).output().unwrap();
        assert!(text(&output.stdout).starts_with("liangjiang "));
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell", "/bin/zsh"] {
        let output = program().env("COMPLETE", shell).output().unwrap();
        assert!(text(&output.stdout).contains("COMPLETE"), "{shell}");
    }
}

#[test]
fn every_command_has_a_man_page_and_two_help_texts() {
    for (path, _) in commands() {
        let page = run(&[vec!["man"], words(&path)].concat());
        assert!(page.status.success(), "man {path}");
        for section in ["NAME", "SYNOPSIS", "EXIT STATUS", "ENVIRONMENT", "EXAMPLES"] {
            let head =
                if section.contains(' ') { format!(".SH \"{section}\"") } else { format!(".SH {section}") };
            assert!(text(&page.stdout).contains(&head), "man {path}: {section}");
        }
        let long = run(&[words(&path), vec!["--help"]].concat());
        let short = run(&[words(&path), vec!["-h"]].concat());
        assert!(long.status.success() && short.status.success(), "{path}");
        assert!(short.stdout.len() < long.stdout.len(), "{path}: -h is shorter");
        assert!(!text(&short.stdout).contains("Examples:"));
        assert!(!text(&long.stdout).contains("Arguments of"), "{path}: the comment of a type");
        assert!(text(&long.stdout).lines().all(|line| line.chars().count() <= 100), "{path}");
        let helped = run(&[vec!["help"], words(&path)].concat());
        assert_eq!(text(&helped.stdout), text(&long.stdout), "help {path}");
    }
    assert_eq!(run(&["man", "nope"]).status.code(), Some(2));
    assert_eq!(run(&["help", "nope"]).status.code(), Some(2));
}

#[test]
fn every_example_of_every_help_is_answered() {
    let folder = folder("examples");
    let bin = Path::new(env!("CARGO_BIN_EXE_liangjiang")).parent().unwrap();
    let path = format!("{}:/usr/bin:/bin", bin.display());
    for (command, _) in commands() {
        let help = run(&[words(&command), vec!["--help"]].concat());
        let help = text(&help.stdout);
        let examples: Vec<&str> = help
            .lines()
            .skip_while(|line| *line != "Examples:")
            .skip(1)
            .map_while(|line| line.strip_prefix("  "))
            .collect();
        assert!(examples.len() >= 2, "{command} has {} examples", examples.len());
        for example in examples {
            let output = Command::new("bash")
                .args(["-o", "pipefail", "-c", example])
                .current_dir(&folder)
                .env_clear()
                .env("PATH", &path)
                .output()
                .unwrap();
            assert!(output.status.success(), "{example}: {}", text(&output.stderr));
            assert!(output.stderr.is_empty(), "{example}: {}", text(&output.stderr));
            assert!(output.stdout.len() > 3, "{example} says nothing");
        }
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_topics_say_what_the_program_does() {
    let environment = run(&["help", "environment"]).stdout;
    let source = [include_str!("../../src/main.rs"), include_str!("../../src/pager.rs")].concat();
    let mut names = 0;
    for name in source.split('"').skip(1).step_by(2) {
        let capital = name.len() > 1 && name.chars().all(|c| c.is_ascii_uppercase() || c == '_');
        if capital && !matches!(name, "FRX") {
            assert!(text(&environment).contains(name), "help environment does not name {name}");
            names += 1;
        }
    }
    assert!(names >= 14, "{names} variables found");
    let codes = run(&["help", "exit-codes"]).stdout;
    for code in 0..=4 {
        assert!(text(&codes).contains(&format!("- {code}: ")), "{code}");
    }
    let formats = run(&["help", "formats"]).stdout;
    for format in ["table", "json", "jsonl", "csv", "tsv", "markdown", "ids"] {
        assert!(text(&formats).contains(&format!("\n{format}: ")), "{format}");
    }
    assert!(text(&run(&["help", "scopes"]).stdout).contains("district-2025"));
}

#[test]
fn an_export_is_whole_and_the_same_every_time() {
    let folder = folder("export");
    let (one, two) = (folder.join("one"), folder.join("two"));
    for target in [&one, &two] {
        let output = run(&["export", target.to_str().unwrap(), "--json"]);
        assert!(output.status.success() && output.stderr.is_empty());
        let files = json(&output);
        let names: Vec<&str> = files.as_array().unwrap().iter().map(|f| f["id"].as_str().unwrap()).collect();
        assert_eq!(names.len(), fs::read_dir(target).unwrap().count());
        for file in files.as_array().unwrap() {
            let size = fs::metadata(target.join(file["id"].as_str().unwrap())).unwrap().len();
            assert_eq!(file["bytes"], size);
        }
    }
    let package: Value = serde_json::from_slice(&fs::read(one.join("datapackage.json")).unwrap()).unwrap();
    for resource in package["resources"].as_array().unwrap() {
        let name = resource["path"].as_str().unwrap();
        let bytes = fs::read(one.join(name)).unwrap();
        assert_eq!(bytes, fs::read(two.join(name)).unwrap(), "{name}");
        let mut reader = csv::Reader::from_reader(&bytes[..]);
        let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        assert_eq!(header, fields.iter().map(|f| f["name"].as_str().unwrap()).collect::<Vec<_>>());
        assert!(fields.iter().all(|f| f["title@zh"].as_str().is_some_and(|title| !title.is_ascii())));
        let key: Vec<usize> = resource["schema"]["primaryKey"]
            .as_array()
            .unwrap()
            .iter()
            .map(|k| header.iter().position(|h| *k == **h).unwrap())
            .collect();
        let mut keys: Vec<Vec<String>> = reader
            .records()
            .map(|row| {
                let row = row.unwrap();
                key.iter().map(|n| row[*n].to_owned()).collect()
            })
            .collect();
        let rows = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), rows, "{name}: a key twice");
    }
    let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "nothing is left beside: {left:?}");
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn an_export_replaces_nothing_unasked_and_only_an_export() {
    let folder = folder("force");
    let target = folder.join("out");
    let path = target.to_str().unwrap();
    assert!(run(&["export", path]).status.success());
    fs::write(target.join("ports.csv"), "spoiled").unwrap();
    let again = run(&["export", path]);
    assert_eq!(again.status.code(), Some(4));
    assert!(text(&again.stderr).contains("--force"));
    assert_eq!(fs::read(target.join("ports.csv")).unwrap(), b"spoiled");
    assert!(run(&["export", path, "--force"]).status.success());
    assert!(fs::read(target.join("ports.csv")).unwrap().starts_with(b"id,name"));
    let slash = format!("{path}/");
    assert!(run(&["export", &slash, "--force"]).status.success());
    fs::write(target.join("thesis.doc"), "years of work").unwrap();
    let refused = run(&["export", path, "--force"]);
    assert_eq!(refused.status.code(), Some(4));
    assert!(text(&refused.stderr).contains("no export wrote"));
    assert_eq!(fs::read(target.join("thesis.doc")).unwrap(), b"years of work");
    let file = folder.join("file");
    fs::write(&file, "x").unwrap();
    assert_eq!(run(&["export", file.to_str().unwrap(), "--force"]).status.code(), Some(4));
    assert_eq!(fs::read(&file).unwrap(), b"x");
    for nameless in ["/", "..", "."] {
        assert_eq!(run(&["export", nameless]).status.code(), Some(4), "{nameless}");
    }
    assert_eq!(run(&["export", folder.join("no/where").to_str().unwrap()]).status.code(), Some(4));
    let wrong = folder.join("wrong");
    assert_eq!(run(&["export", wrong.to_str().unwrap(), "--fields", "nope"]).status.code(), Some(2));
    assert!(!wrong.exists(), "nothing is written for a wrong field");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    fs::remove_dir_all(&folder).unwrap();
}

#[cfg(unix)]
#[test]
fn an_export_that_fails_leaves_nothing_and_harms_nothing() {
    let folder = folder("fail");
    let target = folder.join("out");
    let limited = |options: &str| {
        let script = format!("ulimit -f 100; \"$0\" export \"$1\" {options}");
        let program = env!("CARGO_BIN_EXE_liangjiang");
        Command::new("bash").args(["-c", &script, program, target.to_str().unwrap()]).output().unwrap()
    };
    let output = limited("");
    assert_eq!(output.status.code(), Some(4), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("cannot write"));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "nothing is left");
    assert!(run(&["export", target.to_str().unwrap()]).status.success());
    let before = fs::read(target.join("figures.csv")).unwrap();
    assert_eq!(limited("--force").status.code(), Some(4));
    assert_eq!(fs::read(target.join("figures.csv")).unwrap(), before, "the old one stands");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    fs::remove_dir_all(&folder).unwrap();
}

#[cfg(unix)]
#[test]
fn an_export_takes_a_link_away_and_never_follows_it() {
    let folder = folder("link");
    let real = folder.join("real");
    fs::create_dir(&real).unwrap();
    fs::write(real.join("mine"), "mine").unwrap();
    let link = folder.join("link");
    std::os::unix::fs::symlink(&real, &link).unwrap();
    let path = link.to_str().unwrap();
    assert_eq!(run(&["export", path]).status.code(), Some(4));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(run(&["export", path, "--force"]).status.success());
    assert!(fs::symlink_metadata(&link).unwrap().is_dir());
    assert_eq!(fs::read_dir(&real).unwrap().count(), 1);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    fs::remove_dir_all(&folder).unwrap();
}
