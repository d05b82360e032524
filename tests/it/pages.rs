//! Transcripts of the pages and lists at 80 and 40 columns in both languages, read line by line when they
//! change. `LIANGJIANG_ACCEPT=1 cargo test` writes them anew; the difference is then for a person to read.

use std::fs;

use crate::harness::{liangjiang, project};

const PAGES: &[&str] = &[
    "overview",
    "show guoyuan",
    "show jiangbei-airport",
    "show liangjiang",
    "show shuitu",
    "show automobiles",
    "show western-tax-15",
    "show corning",
    "show 14th-five-year-plan",
    "industries",
    "ports",
    "parks",
    "plans",
    "policies",
    "enterprises",
    "projects",
    "areas",
    "conflicts guoyuan",
    "gaps",
];

#[test]
fn pages_and_lists_read_as_they_were_approved() {
    let accept = std::env::var_os("LIANGJIANG_ACCEPT").is_some();
    let folder = project("tests/golden/pages");
    let mut changed = Vec::new();
    for page in PAGES {
        for (width, lang) in [(80, "en"), (40, "en"), (80, "zh"), (40, "zh")] {
            let drawn =
                liangjiang(&format!("{page} --width {width} --lang {lang}")).prints().may_warn().run();
            let path = folder.join(format!("{}.{width}.{lang}.txt", page.replace(' ', "-")));
            if accept {
                fs::create_dir_all(&folder).unwrap();
                fs::write(&path, &drawn).unwrap();
            } else if fs::read_to_string(&path).unwrap_or_default() != drawn {
                changed.push(path);
            }
        }
    }
    assert!(changed.is_empty(), "changed: {changed:#?}");
}

#[test]
fn targets_designs_and_estimates_never_look_like_facts() {
    let page = liangjiang("show guoyuan").prints().run();
    let line = |text: &str| page.lines().find(|line| line.contains(text)).unwrap().to_owned();
    assert!(line("2,800 m").contains("as designed"));
    assert!(line("300 trains").contains("estimate"));
    let (facts, aims) = page.split_once("Targets and forecasts").unwrap();
    assert!(!facts.contains("300 trains") && aims.contains("300 trains"));
}

#[test]
fn a_weak_source_is_marked_wherever_its_figure_is_shown() {
    let page = liangjiang("show guoyuan").prints().run();
    let line = page.lines().find(|line| line.contains("26 m t")).unwrap();
    assert!(line.contains("?]"), "{line}");
    // In lists too, whatever columns there is room for: a line of a weak source, and one of another.
    for (list, weak, other) in [
        ("figures guoyuan", "over 26 m t", "990,000 TEU"),
        ("figures guoyuan --metric container-throughput --width 80", "149,000 TEU", "990,000 TEU"),
        ("industries --pillar", "184.7 bn", "35 bn"),
        ("ports", "550,000 TEU", "990,000 TEU"),
        ("policies", "31 Dec 2030", "foreign-investment-law"),
        ("enterprises", "2019", "2014"),
        ("compare guoyuan cuntan", "149,000 TEU", "1,000 per TEU"),
        ("search guoyuan cargo throughput", "over 26 m t", "30%"),
    ] {
        let text = liangjiang(list).prints().may_warn().run();
        let marked = |part: &str| text.lines().find(|l| l.contains(part)).map(|line| line.contains("[?]"));
        assert_eq!(marked(weak), Some(true), "{list}: {weak}");
        assert_eq!(marked(other), Some(false), "{list}: {other}");
    }
    let narrow = liangjiang("ports --width 80").prints().may_warn().run();
    assert!(narrow.ends_with("\n\n[?] rests on a weak source.\n"), "the mark is explained on a screen");
}

#[test]
fn a_list_says_what_territory_a_figure_covers() {
    let industries = liangjiang("industries").prints().run();
    for (id, scope) in [
        ("ten-emerging", "CN¥ 270 bn (2016, Chongqing)"),
        ("general-aviation", "CN¥ 300 bn (2020, estimate, Chongqing)"),
        ("automobiles", "CN¥ 184.7 bn (2023, Scope not stated)"),
    ] {
        let line = industries.lines().find(|line| line.starts_with(id)).unwrap();
        assert!(line.contains(scope), "{line}");
    }
}

#[test]
fn disputes_stand_beside_the_figures_they_concern() {
    let page = liangjiang("show guoyuan").prints().run();
    let line = page.lines().find(|line| line.contains("990,000 TEU") && line.contains("2023")).unwrap();
    assert!(line.contains("disputed"), "{line}");
}

#[test]
fn the_overview_says_who_governs_and_the_three_scopes_first() {
    let overview = liangjiang("overview").prints().run();
    assert_eq!(liangjiang("").prints().run(), overview, "it is what a bare call shows");
    for want in ["6 November 2025", "66 Jinyu Avenue", "1,200 km2", "638 km2", "about 1,360 km2"] {
        assert!(overview.lines().take(20).any(|line| line.contains(want)), "{want}");
    }
}
