//! Every caveat stands wherever its figure does. The data is that of the program, with a caveat of its own on
//! every figure: what is shown without one is then seen.

use std::{collections::BTreeSet, fs, sync::OnceLock};

use liangjiang::{
    load,
    model::{Figure, Kind, Status},
    store::{self, Atlas},
};
use serde_json::Value;

use crate::harness::{Run, liangjiang, project, records, text, texts, with_args};

/// The caveat of a figure.
fn caveat(id: &str) -> String {
    format!("caveat of {id}!")
}

fn noted() -> Atlas<'static> {
    static COMPILED: OnceLock<store::Compiled> = OnceLock::new();
    let compiled = COMPILED.get_or_init(|| {
        let (mut dataset, _) = load::load(&project("data")).unwrap();
        for figure in &mut dataset.figures {
            figure.item.note = Some(caveat(&figure.item.id).into());
            figure.item.note_zh.clone_from(&figure.item.note);
        }
        store::compile(&dataset).unwrap()
    });
    Atlas::new(&compiled.tables, &compiled.json)
}

fn on_noted(args: &str) -> Run {
    liangjiang(args).on(noted()).prints().may_warn()
}

/// In a page of a command and in its Markdown, in both languages, each of these figures has its caveat.
#[track_caller]
fn has_caveats<'f>(command: &str, figures: impl Iterator<Item = &'f str> + Clone) {
    for options in ["", "--lang zh", "-f markdown"] {
        let page = on_noted(&format!("{command} --width 0 {options}")).run().replace('\\', "");
        for id in figures.clone() {
            assert!(page.contains(&caveat(id)), "{command} {options}: no caveat of {id}");
        }
    }
}

#[test]
fn on_pages_and_in_rows() {
    for (kind, ids) in records(noted()) {
        for id in ids {
            let shown = on_noted(&format!("show {id} --json")).json();
            let figures = texts(shown["figures"].as_array().unwrap(), "id");
            let command = format!("{} show {id} --all", kind.plural());
            // What came of the targets of a plan is told of figures of others.
            has_caveats(&command, figures.iter().map(String::as_str));
        }
    }
    let all = texts(&on_noted("figures --json").rows(), "id");
    has_caveats("figures", all.iter().map(String::as_str));
    let costs = texts(&on_noted("figures --theme costs --latest --json").rows(), "id");
    has_caveats("figures --theme costs --latest", costs.iter().map(String::as_str));
}

#[test]
fn in_lists_and_comparisons() {
    let atlas = noted();
    let about = atlas.about().unwrap();
    for (kind, ids) in records(atlas) {
        let is_listed = |figure: &Figure| {
            let metrics =
                about.list_metrics.of(kind).iter().chain((kind == Kind::Area).then_some(&about.size));
            !matches!(kind, Kind::Plan)
                && metrics.into_iter().any(|metric| figure.metric == *metric)
                && figure.status != Status::Target
                && !figure.is_retired()
                && figure.scope.as_ref().is_none_or(|scope| !about.part_scopes.contains(scope))
        };
        let lines = on_noted(&format!("{} --width 0", kind.plural())).lines();
        for (id, line) in ids.iter().zip(&lines[1..]) {
            let own = atlas.figures_of(atlas.record_number(id).unwrap().unwrap()).unwrap();
            assert_eq!(line.contains(" *"), own.iter().any(is_listed), "{line}");
        }
        for pair in ids.windows(2) {
            let [one, other] = pair else { continue };
            let command = format!("compare {one} {other} --width 0");
            for line in on_noted(&command).lines() {
                let cells = line.split("  ").map(str::trim).filter(|cell| !cell.is_empty());
                let is_measured = |cell: &str| cell.contains("m2 (") || cell.contains("CN¥ ");
                let unmarked = cells.clone().find(|cell| is_measured(cell) && !cell.ends_with('*'));
                assert!(line.starts_with('*') || unmarked.is_none(), "{command}: {line}");
            }
        }
    }
}

#[test]
fn under_the_answers_of_a_search() {
    let queries = fs::read_to_string(project("tests/golden/queries.tsv")).unwrap();
    let mut answered = BTreeSet::new();
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
            answered.insert(figure.to_owned());
        }
    }
    assert!(answered.len() > 20);
}
