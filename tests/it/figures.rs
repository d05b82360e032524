//! Figures and their filters, charts, records side by side, and what came of targets.

use std::collections::BTreeMap;

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::harness::{liangjiang, text, texts, with_args};

fn figures(filter: &[&str]) -> Vec<Value> {
    with_args([&["figures", "--json"], filter].concat()).rows()
}

fn ids(filter: &str) -> Vec<String> {
    texts(&figures(&filter.split_whitespace().collect::<Vec<_>>()), "id")
}

/// When a figure holds.
fn date(figure: &Value) -> String {
    let period = text(figure, "period");
    if period.is_empty() { text(figure, "as_of").to_owned() } else { period.to_owned() }
}

#[test]
fn each_filter_keeps_what_it_names_and_drops_the_rest() {
    type Holds = fn(&Value) -> bool;
    let is_port = |figure: &Value| ["bailuwan", "cangyun"].contains(&text(figure, "subject"));
    let all = figures(&[]);
    let cases: &[(&[&str], Holds)] = &[
        (&["--metric", "passengers"], |f| text(f, "metric") == "passengers"),
        (&["--metric", "旅客吞吐量"], |f| text(f, "metric") == "passengers"),
        (&["--metric", "Passenger throughput"], |f| text(f, "metric") == "passengers"),
        (&["--metric", "passengers", "--metric", "gdp"], |f| {
            ["passengers", "gdp"].contains(&text(f, "metric"))
        }),
        (&["--kind", "port"], is_port),
        (&["--kind", "ports"], is_port),
        (&["--status", "designed"], |f| text(f, "status") == "designed"),
        (&["--scope", "whole-area"], |f| text(f, "scope") == "whole-area"),
        (&["--scope", "Whole New Area"], |f| text(f, "scope") == "whole-area"),
        (&["--strength", "weak"], |f| text(f, "strength") == "weak"),
        (&["--year", "2022"], |f| date(f).starts_with("2022")),
    ];
    for (filter, holds) in cases {
        let want: Vec<_> = all.iter().filter(|figure| holds(figure)).cloned().collect();
        assert!(!want.is_empty() && want.len() < all.len(), "{filter:?}");
        assert_eq!(figures(filter), want, "{filter:?}");
        let both = [*filter, &["--strength", "secondary"]].concat();
        let want: Vec<_> =
            want.into_iter().filter(|figure| text(figure, "strength") == "secondary").collect();
        assert!(filter.contains(&"--strength") || figures(&both) == want, "{both:?}");
    }
}

#[test]
fn dates_bound_by_overlap_and_undated_figures_pass_no_date() {
    let of = |bounds: &str| ids(&format!("cangyun --metric passengers {bounds}"));
    assert_eq!(of("--from 2019 --to 2020"), ["cangyun.passengers.2019", "cangyun.passengers.2020"]);
    assert_eq!(of("--from 2024-04"), ["cangyun.passengers.2024", "cangyun.passengers.2024-H1.international"]);
    for bound in ["--from 1000", "--to 2999"] {
        let dated = figures(&bound.split(' ').collect::<Vec<_>>());
        assert!(
            dated.iter().all(|figure| !date(figure).is_empty()) && dated.len() < figures(&[]).len(),
            "{bound}"
        );
    }
}

#[test]
fn figures_stand_once_and_in_their_order_however_they_are_asked_for() {
    let mut want = figures(&[]);
    want.retain(|figure| ["cangyun", "bailuwan"].contains(&text(figure, "subject")));
    assert_eq!(figures(&["cangyun", "bailuwan", "cangyun"]), want);
}

#[test]
fn stale_is_judged_by_the_date_of_the_data() {
    // The data is of 2026-06-30: with one year, what ended before 2025-06-30.
    let stale = |years: &str| ids(&format!("cangyun --metric passengers --latest --stale {years}"));
    assert_eq!(stale("1"), ["cangyun.passengers.2024", "cangyun.passengers.2024-H1.international"]);
    assert_eq!(stale("2"), [""; 0], "the very day is not yet stale");
    assert_eq!(ids("--stale"), ids("--stale 5"));
    let old = figures(&["--stale"]);
    assert!(!old.is_empty() && old.iter().all(|figure| date(figure).as_str() < "2021-06-30"));
}

#[test]
fn latest_gives_the_newest_of_each_scope_and_part_and_no_target() {
    assert_eq!(
        ids("luoyun --metric gdp --latest"),
        ["luoyun.gdp.2024.whole-area", "luoyun.gdp.2020.whole-presumed"],
        "the estimate of a quarter gives way to what happened"
    );
    let both = ids("bailuwan --metric container-throughput --year 2022 --latest");
    assert!(
        both.contains(&"bailuwan.container-throughput.2022.2".to_owned()),
        "values that differ both stand"
    );
    assert!(figures(&["--latest"]).iter().all(|figure| text(figure, "status") != "target"));
    assert_eq!(
        ids("third-plan --metric gdp --latest --status target"),
        ["third-plan.gdp.2024.whole-area.target"]
    );
}

#[test]
fn what_no_list_holds_is_refused_with_what_it_holds() {
    for (args, says) in [
        ("--scope everywhere", "whole-area"),
        ("--status hoped", "designed"),
        ("--strength strong", "primary"),
        ("--kind castle", "port"),
        ("--year 23", "--year"),
        ("--year 2023-05", "--year"),
        ("--from soon", "--from"),
    ] {
        liangjiang(&format!("figures {args}")).status(2).warns(says).run();
    }
    liangjiang("figures --metric nonsense").status(1).warns("nonsense").run();
    liangjiang("figures --metric cont").status(1).warns("`container-capacity`").run();
}

#[test]
fn a_chart_draws_missing_years_blank_and_ascii_without_utf_8() {
    let chart = "figures cangyun --metric passengers --chart --width 60";
    let utf8 = liangjiang(chart).lines();
    let line = |start: &str| utf8.iter().find(|line| line.starts_with(start)).unwrap();
    assert!(line("2020 ").contains('█') && line("2020 ").contains("3.494 m"), "{utf8:?}");
    assert_eq!(line("2022"), "2022");
    assert!(line("2020 ").width() <= 60);
    let ascii = liangjiang(chart).environment(|it| it.characters = None).prints().run();
    assert!(ascii.contains("####") && !ascii.contains('█'));
}

#[test]
fn records_of_one_kind_stand_side_by_side() {
    let rows = liangjiang("compare cangyun bailuwan --json").rows();
    assert_eq!(texts(&rows, "id"), ["cangyun", "bailuwan"], "in the order asked for");
    for row in &rows {
        let (dated, undated): (Vec<Value>, Vec<Value>) =
            row["figures"].as_array().unwrap().iter().cloned().partition(|f| f["period_end"].is_string());
        assert_eq!(dated, figures(&[text(row, "id"), "--latest"]));
        assert_eq!(undated.len(), 1, "what is only held undated is held");
    }
    for (args, status, says) in [
        ("bailuwan liuyuan", 2, "`liuyuan` (park)"),
        ("bailuwan", 2, ""),
        ("bailuwan bailuwan", 2, ""),
        ("bailuwan nowhere-at-all", 1, "nowhere-at-all"),
    ] {
        liangjiang(&format!("compare {args}")).status(status).warns(says).run();
    }
}

#[test]
fn what_came_of_targets_is_said_with_the_difference() {
    let rows = liangjiang("plans --outcomes --json").rows();
    let row = |id: &str| rows.iter().find(|row| text(row, "id") == id).unwrap();
    let missed = row("third-plan.gdp.2020.whole-area.target");
    assert_eq!((text(missed, "verdict"), &missed["scope_presumed"]), ("missed", &Value::Bool(true)));
    // 68.5 less 75 billion; 6.5 / 75 is 8.67 %.
    assert_eq!(missed["difference"]["value"], -6_500_000_000_i64);
    assert_eq!(missed["difference"]["percent"], -8.7);
    assert_eq!(text(row("third-plan.gdp.2024.whole-area.target"), "verdict"), "met");
    assert_eq!(text(row("third-plan.passengers.2028.target"), "verdict"), "ahead");
    let sooner = row("open-door.processing-days.2024.target");
    assert_eq!(text(sooner, "verdict"), "met", "fewer days are better");
    assert_eq!(text(row("third-plan.population.2019.whole-area.target"), "reason"), "no-year");
    let page = liangjiang("plans show third-plan --width 0").prints().run();
    assert!(page.contains("CN¥ 68.5 bn, missed by CN¥ 6.5 bn (8.7%), scope presumed"), "{page}");
    assert_eq!(liangjiang("plans --outcomes --json --category five-year-plan").rows(), rows);
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
fn the_sheet_of_a_theme_has_its_metrics_its_gaps_and_what_is_only_held_undated() {
    let page = liangjiang("figures --theme costs --latest --width 0").prints().run();
    let at = |part: &str| page.find(part).unwrap_or_else(|| panic!("no `{part}`\n{page}"));
    assert!(at("Corporate income tax rate") < at("10%") && at("10%") < at("Gaps"), "{page}");
    assert!(at("Gaps") < at("No source here gives wages in Luoyun."), "{page}");
    assert!(at("No source here gives wages") < at("Sources"), "{page}");
    let undated = "bailuwan.cargo-throughput.undated".to_owned();
    assert!(ids("--theme traffic --latest").contains(&undated));
    assert!(!ids("bailuwan --latest").contains(&undated), "no sheet");
}
