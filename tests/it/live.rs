//! What holds of `data/` whatever it says: its rules, and that everything in it comes out again as it went
//! in. No test here knows a value or a count of it.

use std::{collections::BTreeSet, fs};

use liangjiang::{model::Kind, store::Section};
use serde_json::Value;

use crate::{
    harness::{liangjiang, live, project, records, text, texts},
    load,
};

#[test]
fn the_data_keeps_its_rules() {
    assert_eq!(load::read(&load::files(&project("data")).unwrap()).1, []);
}

#[test]
fn every_record_is_shown_by_its_id_and_name_in_every_form() {
    let atlas = live();
    for (kind, ids) in records(atlas) {
        let kind = kind.plural();
        assert_eq!(liangjiang(&format!("{kind} -f ids")).live().lines(), ids);
        for id in ids {
            let record = atlas.record_by_id(&id).unwrap().unwrap();
            for name in [Some(&record.name), record.name_zh.as_ref()].into_iter().flatten() {
                let args = [kind, "show", name, "-f", "ids"];
                crate::harness::with_args(args).live().stdout(&format!("{id}\n")).run();
            }
            for format in ["table", "markdown", "html"] {
                for lang in ["en", "zh"] {
                    let command = format!("{kind} show {id} -f {format} --lang {lang}");
                    assert!(liangjiang(&command).live().lines().len() > 3, "{command}");
                }
            }
        }
    }
}

#[test]
fn everything_is_found_by_its_id_and_a_record_is_what_serde_makes_of_it() {
    let atlas = live();
    for number in 0..atlas.count(Section::Figures).unwrap() {
        let id = atlas.stored_figure(number).unwrap().id();
        assert_eq!(atlas.figure_number(id).unwrap(), Some(number));
    }
    for source in atlas.sources().unwrap() {
        assert_eq!(atlas.source(&source.id).unwrap().map(|found| found.id()), Some(&*source.id));
    }
    for metric in atlas.metrics().unwrap() {
        assert_eq!(atlas.metric(&metric.id).unwrap().map(|found| found.label), Some(metric.label));
    }
    // Put together from stored JSON, a record is what serde makes of it.
    for (kind, ids) in records(atlas) {
        let shown =
            liangjiang(&format!("{} show {} --json", kind.plural(), ids.join(" "))).live().prints().run();
        assert_eq!(format!("{}\n", serde_json::from_str::<Value>(&shown).unwrap()), shown, "{kind:?}");
    }
}

#[test]
fn figures_has_one_row_for_every_figure_that_is_written() {
    let files = load::files(&project("data")).unwrap();
    let dataset = load::read(&files).0;
    let rows = liangjiang("figures --json").live().rows();
    let ids: BTreeSet<String> = texts(&rows, "id").into_iter().collect();
    let written: BTreeSet<String> = dataset.figures.iter().map(|f| f.item.id.to_string()).collect();
    assert_eq!(ids, written);
    assert_eq!(rows.len(), ids.len());
    let counts = liangjiang("version --json").live().json();
    assert_eq!(counts["counts"]["figures"], rows.len());
    assert_eq!(counts["counts"]["ports"], liangjiang("ports -f ids").live().lines().len());
    for row in &rows {
        assert!(text(row, "id").starts_with(&format!("{}.{}.", text(row, "subject"), text(row, "metric"))));
    }
}

#[test]
fn files_are_written_as_the_guide_says() {
    for kind in Kind::ALL {
        for file in fs::read_dir(project("data").join(kind.plural())).unwrap() {
            let path = file.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.starts_with("name = "), "{path:?} begins with its name");
            assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{path:?} ends in one newline");
        }
    }
}
