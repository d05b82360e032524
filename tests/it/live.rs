//! What holds of `data/` whatever it says: its rules, and that everything in it comes out again as it went
//! in; and what is certain in it. No test here knows a count of it.

use std::collections::{BTreeMap, BTreeSet};

use liangjiang::store::Section;
use serde_json::Value;

use crate::{
    harness::{liangjiang, live, project, records, text, texts, with_args},
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
                with_args(args).live().stdout(&format!("{id}\n")).run();
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

/// `tests/golden/outcomes.tsv`: what reading every target beside the sources found.
#[test]
fn the_rule_finds_the_outcomes_that_reading_found() {
    let rows = liangjiang("plans --outcomes --json").live().rows();
    let found: BTreeMap<&str, &Value> = rows.iter().map(|row| (text(row, "id"), row)).collect();
    for line in include_str!("../golden/outcomes.tsv").lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [target, outcome, presumed] = cells[..] else { panic!("{line}") };
        let row = found.get(target).unwrap_or_else(|| panic!("no target {target}"));
        if outcome == text(&row["outcome"], "id") {
            assert_eq!(row["scope_presumed"], presumed == "presumed", "{line}");
        } else if !outcome.is_empty() {
            // A figure that was added since may answer before it.
            assert!(row["also"].as_array().unwrap().iter().any(|id| *id == *outcome), "{line}: {row}");
        }
    }
}

#[test]
fn every_source_of_the_data_makes_an_entry_whose_braces_balance() {
    let mut depth = 0;
    for c in liangjiang("sources -f bibtex").live().prints().run().chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        assert!((0..=4).contains(&depth));
    }
    assert_eq!(depth, 0);
}

#[test]
fn a_source_names_the_figures_that_rest_on_it() {
    let figures = liangjiang("figures --json").live().rows();
    for source in liangjiang("sources --json").live().rows() {
        let of_it = figures.iter().filter(|figure| figure["source"] == source["id"]);
        let mut want: Vec<&str> = of_it.map(|figure| text(figure, "id")).collect();
        let mut said: Vec<&str> =
            source["figures"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
        want.sort_unstable();
        said.sort_unstable();
        assert_eq!(said, want, "{}", source["id"]);
    }
}

#[test]
fn what_is_certain_in_the_data_is_so_by_any_name_of_the_industry() {
    for (asked, says) in [
        ("semiconductors", "shuitu,in"),
        ("半导体", "shuitu,in"),
        ("chips", "shuitu,in"),
        ("EV batteries", "longxing,in"),
        ("robots --need cooperation:japan", "japan-park,in"),
        // What is not held decides nothing.
        ("semiconductors --need bonded-zone", "shuitu,unknown"),
        ("logistics --need river-port --among gangcheng,yufu", "yufu,in\ngangcheng,unknown"),
        ("biotech", "north-new-zone,out"),
        ("logistics --min-area 1", "smart-logistics-park,out"),
    ] {
        let run = liangjiang(&format!("shortlist {asked} -f csv --fields id,verdict")).live();
        run.says(&format!("\n{says}\n")).run();
    }
}

#[test]
fn a_park_alone_is_what_it_is_among_all_and_they_keep_their_order() {
    let asked = ["shortlist", "logistics", "--need", "river-port,rail", "--min-area", "1", "--json"];
    let all = with_args(asked).live().json();
    let all: Vec<&Value> = all.as_array().unwrap().iter().collect();
    for pair in all.windows(2).filter(|pair| pair[0]["verdict"] != "nothing-held") {
        let among = [&pair[1]["id"], &pair[0]["id"]].map(|id| id.as_str().unwrap()).join(",");
        let rows = with_args(asked.into_iter().chain(["--among", &among])).live().json();
        assert_eq!(rows.as_array().unwrap().iter().collect::<Vec<_>>(), pair, "{among}");
    }
}
