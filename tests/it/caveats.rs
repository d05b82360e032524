//! Every caveat stands wherever its figure does. The data is that of the program with a caveat of its own on
//! every figure: what is shown without one is then seen.

use std::{fs, sync::OnceLock};

use liangjiang::{
    load,
    model::{Figure, Kind, Status},
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
    let atlas = noted();
    let about = atlas.about().unwrap();
    for (kind, ids) in records(atlas) {
        let is_listed = |figure: &Figure| {
            let size = (kind == Kind::Area).then_some(&about.size);
            kind != Kind::Plan
                && about.list_metrics.of(kind).iter().chain(size).any(|metric| figure.metric == *metric)
                && figure.status != Status::Target
                && !figure.is_retired()
                && figure.scope.as_ref().is_none_or(|scope| !about.part_scopes.contains(scope))
        };
        let lines = on_noted(&format!("{} --width 0", kind.plural())).lines();
        for (id, line) in ids.iter().zip(&lines[1..]) {
            let own = atlas.figures_of(atlas.record_number(id).unwrap().unwrap()).unwrap();
            assert_eq!(line.contains(" *"), own.iter().any(is_listed), "{line}");
        }
        let compared = on_noted(&format!("compare {} --width 0", ids.join(" "))).lines();
        for line in compared.iter().filter(|line| !line.starts_with('*')) {
            let mut cells = line.split("  ").filter(|cell| cell.contains("m2 (") || cell.contains("CN¥ "));
            assert_eq!(cells.find(|cell| !cell.ends_with('*')), None, "{line}");
        }
    }
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
