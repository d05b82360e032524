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

/// The text of a file without its tests.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap()
}

/// Whether code names a module: behind `crate::`, or in a list that stands behind it.
fn uses(code: &str, module: &str) -> bool {
    let mut lists = code.split("crate::{").skip(1).map(|rest| rest.split(';').next().unwrap());
    let is_other = |c: char| !c.is_alphanumeric() && c != '_';
    code.contains(&format!("crate::{module}::"))
        || lists.any(|list| list.split(is_other).any(|word| word == module))
}

#[test]
fn every_module_uses_only_those_before_it_so_that_there_is_no_circle() {
    let order = order();
    for (place, module) in order.iter().enumerate() {
        for (file, text) in files(module) {
            let later = order[place + 1..].iter().find(|later| uses(code(&text), later));
            assert_eq!(later, None, "{file} uses what is not before {module}");
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

/// Files with Chinese that is no word of the program: kinds and their titles, columns of the export, words by
/// which a query or a note is understood.
const OTHERS: [&str; 5] =
    ["src/model/kind.rs", "src/export/tables.rs", "src/load/", "src/query/", "src/command/check.rs"];

#[test]
fn chinese_stands_in_lang_alone() {
    let modules = order().into_iter().chain(["lib", "main", "pager"].map(str::to_owned));
    for (file, text) in modules.filter(|module| module != "lang").flat_map(|module| files(&module)) {
        let mut lines =
            code(&text).lines().filter(|line| !line.contains("//") && !line.contains("\"liangjiang "));
        let is_other = OTHERS.iter().any(|other| file.contains(other));
        let chinese = lines.find(|line| line.contains(is_han));
        assert!(is_other || chinese.is_none(), "{file}: {chinese:?}");
    }
}
