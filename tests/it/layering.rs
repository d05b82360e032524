//! Who may use whom: the order of the modules in the documentation of `src/lib.rs`, which is read here.

use std::fs;

use liangjiang::model::is_han;

use crate::harness::project;

/// The modules in the order of the list in `src/lib.rs`: in its items, each word in backticks before a colon.
fn order() -> Vec<String> {
    let text = fs::read_to_string(project("src/lib.rs")).unwrap();
    let list = text.lines().skip_while(|line| !line.starts_with("//! - ")).take_while(|line| *line != "//!");
    let list = list.collect::<String>();
    let words: Vec<&str> = list.split('`').collect();
    let named = words.windows(2).skip(1).step_by(2).filter(|pair| pair[1].starts_with(':'));
    named.map(|pair| pair[0].to_owned()).collect()
}

/// The files of a module, with their text.
fn files(module: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut left = vec![project("src").join(module), project("src").join(format!("{module}.rs"))];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") && path.exists() {
            files.push((path.display().to_string(), fs::read_to_string(path).unwrap()));
        }
    }
    assert!(!files.is_empty(), "no module {module}");
    files
}

/// The modules that stand behind each `crate::` of the code, tests left out.
fn used(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    let mut used = Vec::new();
    for (at, found) in code.match_indices("crate::") {
        let rest = &code[at + found.len()..];
        let (mut depth, mut name) = (0, String::new());
        for c in rest.chars() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => used.push(std::mem::take(&mut name)),
                c if depth < 2 => name.push(c),
                _ => {}
            }
            if depth == 0 && !(c.is_alphanumeric() || c == '_') {
                break;
            }
        }
        used.push(name);
    }
    let first = |name: String| {
        name.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap().to_owned()
    };
    used.into_iter().map(first).filter(|name| name.starts_with(|c: char| c.is_lowercase())).collect()
}

#[test]
fn every_module_uses_only_those_before_it_so_that_there_is_no_circle() {
    let order = order();
    for (place, module) in order.iter().enumerate() {
        for (file, text) in files(module) {
            for name in used(&text) {
                assert!(
                    order[..=place].contains(&name),
                    "{file} uses crate::{name}, which is not before {module}"
                );
            }
        }
    }
}

#[test]
fn every_module_is_in_the_order_and_every_file_says_what_it_is_for() {
    let order = order();
    for entry in fs::read_dir(project("src")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().replace(".rs", "");
        // The crate itself, the process around it, the data of the tests.
        if ["lib", "main", "pager", "fixture"].contains(&&*name) {
            continue;
        }
        assert!(order.contains(&name), "{name} is not in the list of src/lib.rs");
        for (file, text) in files(&name) {
            assert!(text.starts_with("//! "), "{file} does not say what it is for");
        }
    }
}

#[test]
fn the_build_script_runs_the_first_three_modules_and_nothing_else() {
    let script = fs::read_to_string(project("build.rs")).unwrap();
    let mut named: Vec<&str> = script
        .split("#[path = \"src/")
        .skip(1)
        .filter_map(|rest| rest.split_once('/'))
        .map(|(name, _)| name)
        .collect();
    named.sort_unstable();
    assert_eq!(named, ["load", "model", "store"]);
    assert_eq!(order()[..3], ["model", "load", "store"]);
}

#[test]
fn comfy_table_colored_and_streams_have_one_user_each() {
    for (word, home) in [
        ("comfy_table", "src/render/terminal.rs"),
        ("colored::", "src/render/terminal.rs"),
        ("io::stdout", "src/main.rs"),
    ] {
        let modules = order().into_iter().chain(["lib", "main", "pager"].map(str::to_owned));
        let users = modules.flat_map(|module| files(&module)).filter(|(_, text)| text.contains(word));
        let users: Vec<String> = users.map(|(file, _)| file).collect();
        assert_eq!(users, [project(home).display().to_string()], "{word}");
    }
}

/// Files with Chinese that is no word of the program: kinds and their titles, columns of the export, words by
/// which a query or a note is understood.
const OTHERS: [&str; 5] =
    ["src/model/kind.rs", "src/export/tables.rs", "src/load/", "src/query/", "src/command/check.rs"];

#[test]
fn chinese_stands_in_lang_alone() {
    let modules = order().into_iter().chain(["lib", "main", "pager"].map(str::to_owned));
    for (file, text) in modules.filter(|module| module != "lang").flat_map(|module| files(&module)) {
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        let mut lines = code.lines().filter(|line| !line.contains("//") && !line.contains("\"liangjiang "));
        let is_other = OTHERS.iter().any(|other| file.contains(other));
        let chinese = lines.find(|line| line.contains(is_han));
        assert!(is_other || chinese.is_none(), "{file}: {chinese:?}");
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
