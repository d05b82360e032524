//! Every caveat stands wherever its figure does. The data is that of the program with a caveat of its own on
//! every figure: what is shown without one is then seen.

use std::{fs, sync::OnceLock};

use liangjiang::{
    load,
    store::{self, Atlas},
};
use serde_json::Value;

use crate::harness::{Run, liangjiang, project, records, text, texts, with_args};

fn caveat(id: &str) -> String {
    format!("caveat of {id}!")
}

fn noted() -> Atlas<'static> {
    static COMPILED: OnceLock<store::Compiled> = OnceLock::new();
    let compiled = COMPILED.get_or_init(|| {
        let files = load::files(&project("data")).unwrap();
        let mut dataset = load::read(&files).0;
        for figure in &mut dataset.figures {
            figure.item.note = Some(caveat(&figure.item.id).into());
            figure.item.note_zh.clone_from(&figure.item.note);
        }
        store::compile(dataset).unwrap()
    });
    Atlas::new(&compiled.tables, &compiled.json)
}

fn on_noted(args: &str) -> Run {
    liangjiang(args).on(noted()).prints().may_warn()
}

#[test]
fn on_pages_and_in_rows() {
    let mut commands = ["figures", "figures --theme costs --latest"].map(str::to_owned).to_vec();
    commands.extend(records(noted()).flat_map(|(_, ids)| ids).map(|id| format!("show {id} --all")));
    for command in commands {
        let answer = on_noted(&format!("{command} --json")).json();
        let figures = texts(answer["figures"].as_array().or(answer.as_array()).unwrap(), "id");
        for options in ["", "--lang zh", "-f markdown"] {
            let page = on_noted(&format!("{command} --width 0 {options}")).run().replace('\\', "");
            let bare = figures.iter().find(|id| !page.contains(&caveat(id)));
            assert_eq!(bare, None, "{command} {options}");
        }
    }
}

#[test]
fn in_lists_and_comparisons() {
    let mut values = 0;
    for (kind, ids) in records(noted()) {
        for command in [kind.plural(), &format!("compare {}", ids.join(" "))] {
            let lines = on_noted(&format!("{command} --width 0")).lines();
            for line in lines.iter().filter(|line| !line.starts_with('*')) {
                for cell in line.split("  ").filter(|cell| cell.contains("m2 (") || cell.contains("CN¥ ")) {
                    assert!(cell.ends_with('*'), "{command}: {line}");
                    values += 1;
                }
            }
        }
    }
    assert!(values > 100, "{values}");
}

#[test]
fn under_the_answers_of_a_search() {
    let queries = fs::read_to_string(project("tests/golden/queries.tsv")).unwrap();
    let mut answered = 0;
    for query in queries.lines().filter_map(|line| line.split('\t').nth(1)).step_by(7) {
        let run = |options: &[&str]| {
            let args = [&["search"], &query.split_whitespace().collect::<Vec<_>>()[..], options].concat();
            with_args(args).on(noted()).output().stdout
        };
        let hits: Value = serde_json::from_str(&run(&["--json"])).unwrap_or_default();
        let page = run(&["--width", "0"]);
        for hit in hits.as_array().into_iter().flatten().filter(|hit| !hit["figure"].is_null()) {
            let figure = text(&hit["figure"], "id");
            assert!(page.contains(&caveat(figure)), "{query}: no caveat of {figure}");
            answered += 1;
        }
    }
    assert!(answered > 20);
}
