//! Figures, comparison, outcomes and citations, through the binary that people run. Expectations are
//! written by hand, from the data files and from published rules.

use std::{
    collections::BTreeMap,
    process::{Command, Output},
};

use serde_json::Value;

use crate::harness::liangjiang;

fn run(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liangjiang"));
    command.env_clear().env("LC_ALL", "C.UTF-8").args(args).output().unwrap()
}

fn out(args: &[&str]) -> String {
    let output = run(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn json(args: &[&str]) -> Vec<Value> {
    let args: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
    serde_json::from_str(&out(&args)).unwrap()
}

/// The exit status and what was said of it; nothing may stand on standard output.
fn refused(args: &[&str]) -> (i32, String) {
    let output = run(args);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{args:?}");
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or("")
}

/// What a filter is to keep.
type Holds<'h> = &'h dyn Fn(&Value) -> bool;

#[test]
fn each_filter_keeps_what_it_names_and_drops_the_rest() {
    let all = json(&["figures"]);
    let kinds: BTreeMap<String, String> =
        json(&["ports"]).iter().map(|port| (text(port, "id").to_owned(), "port".to_owned())).collect();
    let when = |f: &Value| {
        let period = text(f, "period");
        if period.is_empty() { text(f, "as_of").to_owned() } else { period.to_owned() }
    };
    let cases: &[(&[&str], Holds)] = &[
        (&["--metric", "passengers"], &|f| text(f, "metric") == "passengers"),
        (&["--metric", "旅客吞吐量"], &|f| text(f, "metric") == "passengers"),
        (&["--metric", "Passenger throughput"], &|f| text(f, "metric") == "passengers"),
        (&["--metric", "passengers", "--metric", "trains"], &|f| {
            ["passengers", "trains"].contains(&text(f, "metric"))
        }),
        (&["--kind", "port"], &|f| kinds.contains_key(text(f, "subject"))),
        (&["--kind", "ports"], &|f| kinds.contains_key(text(f, "subject"))),
        (&["--status", "designed"], &|f| text(f, "status") == "designed"),
        (&["--scope", "whole-area"], &|f| text(f, "scope") == "whole-area"),
        (&["--scope", "Whole New Area"], &|f| text(f, "scope") == "whole-area"),
        (&["--strength", "weak"], &|f| text(f, "strength") == "weak"),
        (&["--year", "2004"], &|f| when(f).starts_with("2004")),
        (&["--kind", "port", "--status", "designed"], &|f| {
            kinds.contains_key(text(f, "subject")) && text(f, "status") == "designed"
        }),
    ];
    for (filter, holds) in cases {
        let args: Vec<&str> = ["figures"].iter().chain(*filter).copied().collect();
        let want: Vec<&str> = all.iter().filter(|f| holds(f)).map(|f| text(f, "id")).collect();
        let found = json(&args);
        let found: Vec<&str> = found.iter().map(|f| text(f, "id")).collect();
        assert!(!want.is_empty() && want.len() < all.len(), "{filter:?}");
        assert_eq!(found, want, "{filter:?}");
    }
}

#[test]
fn dates_bound_by_overlap_and_undated_figures_pass_no_date() {
    let ids = |args: &[&str]| -> Vec<String> {
        let args: Vec<&str> =
            ["figures", "jiangbei-airport", "--metric", "passengers"].iter().chain(args).copied().collect();
        json(&args).iter().map(|f| text(f, "id").to_owned()).collect()
    };
    assert_eq!(
        ids(&["--from", "2019", "--to", "2020"]),
        ["jiangbei-airport.passengers.2019", "jiangbei-airport.passengers.2020"]
    );
    assert_eq!(
        ids(&["--from", "2025-04"]),
        ["jiangbei-airport.passengers.2025", "jiangbei-airport.passengers.2025-H1.international"]
    );
    for bound in [["--from", "1000"], ["--to", "2999"]] {
        let dated = json(&["figures", bound[0], bound[1]]);
        assert!(dated.iter().all(|f| !f["period"].is_null() || !f["as_of"].is_null()), "{bound:?}");
    }
}

#[test]
fn figures_stand_once_and_in_their_order_however_they_are_asked_for() {
    let asked = json(&["figures", "cuntan", "guoyuan", "cuntan"]);
    let want: Vec<Value> = json(&["figures"])
        .into_iter()
        .filter(|f| ["cuntan", "guoyuan"].contains(&text(f, "subject")))
        .collect();
    assert_eq!(asked, want);
}

#[test]
fn stale_is_judged_by_the_date_of_the_data() {
    // The data is of 2026-11-23: with one year, what ended before 2025-11-23.
    let stale = |years: &str| {
        json(&["figures", "jiangbei-airport", "--metric", "passengers", "--latest", "--stale", years]).len()
    };
    assert_eq!(stale("1"), 1, "the first half of 2025 is stale, the year 2025 is not");
    assert_eq!(stale("5"), 0);
    let default = json(&["figures", "guoyuan", "--stale"]);
    assert_eq!(default, json(&["figures", "guoyuan", "--stale", "5"]));
    assert!(!default.is_empty());
    for figure in &default {
        let when = [text(figure, "period"), text(figure, "as_of")].concat();
        assert!(!when.is_empty() && when.as_str() < "2021-11-23", "{figure}");
    }
}

#[test]
fn latest_gives_the_newest_of_each_scope_and_no_target() {
    let latest = json(&["figures", "liangjiang", "--metric", "gdp", "--latest"]);
    let found: Vec<(&str, &str)> = latest.iter().map(|f| (text(f, "scope"), text(f, "period"))).collect();
    // The estimates of 2021 (whole-area) and 2011 (whole-presumed) give way to what happened.
    let want = [("unstated", "2012-01/2012-09"), ("whole-area", "2021"), ("whole-presumed", "2015")];
    assert_eq!(found, want);
    assert!(latest.iter().all(|f| text(f, "status") == "actual"));
    assert!(json(&["figures", "--latest"]).iter().all(|f| text(f, "status") != "target"));
    let targets = json(&["figures", "three-steps", "--metric", "gdp", "--latest", "--status", "target"]);
    assert_eq!(targets.len(), 1);
    assert_eq!(text(&targets[0], "period"), "2020");
}

#[test]
fn what_no_list_holds_is_refused_with_what_it_holds() {
    for (args, says) in [
        (["figures", "--scope", "everywhere"], "whole-area"),
        (["figures", "--status", "hoped"], "designed"),
        (["figures", "--strength", "strong"], "primary"),
        (["figures", "--kind", "castle"], "port"),
        (["figures", "--year", "23"], "--year"),
        (["figures", "--year", "2023-05"], "--year"),
        (["figures", "--from", "soon"], "--from"),
    ] {
        let (status, said) = refused(&args);
        assert_eq!(status, 2, "{args:?}");
        assert!(said.contains(says), "{said}");
    }
    let (status, said) = refused(&["figures", "--metric", "nonsense"]);
    assert_eq!((status, said.contains("nonsense")), (1, true));
    let (status, said) = refused(&["figures", "--metric", "share"]);
    assert_eq!((status, said.contains("`share-of-chongqing`")), (1, true), "a prefix of several");
}

#[test]
fn the_chart_keeps_its_width_and_draws_ascii_without_utf_8() {
    let chart = ["figures", "jiangbei-airport", "--metric", "passengers", "--chart"];
    for (width, lang) in [("80", "en"), ("40", "en"), ("80", "zh"), ("40", "zh")] {
        let args: Vec<&str> = chart.iter().copied().chain(["--width", width, "--lang", lang]).collect();
        let drawn = out(&args);
        let cells = |line: &str| unicode_width::UnicodeWidthStr::width(line);
        for line in drawn.lines() {
            assert!(cells(line) <= width.parse().unwrap() && line.trim_end() == line, "{line}");
        }
        let year = if lang == "en" { "2020 " } else { "2020年" };
        let line = drawn.lines().find(|line| line.starts_with(year)).unwrap();
        assert!(
            line.contains('█') && line.contains(if lang == "en" { "34.94 m" } else { "3494 万" }),
            "{line}"
        );
        assert!(drawn.lines().any(|line| line == year.replace("2020", "2018").trim_end()), "a blank year");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_liangjiang"));
    let plain = command.env_clear().env("LC_ALL", "C").args(chart).output().unwrap();
    let plain = String::from_utf8(plain.stdout).unwrap();
    assert!(plain.contains("####") && !plain.contains('█'));
}

#[test]
fn records_of_one_kind_stand_side_by_side() {
    let parks = json(&["compare", "yufu", "shuitu", "longxing"]);
    let ids: Vec<&str> = parks.iter().map(|park| text(park, "id")).collect();
    assert_eq!(ids, ["yufu", "shuitu", "longxing"]);
    let keys: Vec<&String> = parks[0].as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        [
            "id",
            "kind",
            "name",
            "name_zh",
            "category",
            "status",
            "parent",
            "industries",
            "ports",
            "enterprises",
            "sources",
            "figures"
        ]
    );
    for park in &parks {
        let figures = json(&["figures", text(park, "id"), "--latest"]);
        assert_eq!(park["figures"].as_array().unwrap(), &figures);
    }
    let table = out(&["compare", "yufu", "shuitu", "longxing", "--width", "80"]);
    assert!(table.lines().all(|line| line.chars().count() <= 80));
    let header = table.lines().next().unwrap();
    assert_eq!(header.split_whitespace().collect::<Vec<_>>(), ["yufu", "shuitu", "longxing"]);
    let area = table.lines().find(|line| line.starts_with("Area ")).unwrap();
    assert!(area.contains("58 km2") && area.contains(" - ") && area.contains("111 km2"), "{area}");
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let (status, said) = refused(&["compare", "yufu", "guoyuan"]);
    assert_eq!((status, said.contains("`guoyuan` (port)")), (2, true), "{said}");
    assert_eq!(refused(&["compare", "yufu"]).0, 2);
    assert_eq!(refused(&["compare", "yufu", "yufu"]).0, 2, "the same one twice");
    assert_eq!(refused(&["compare", "yufu", "nowhere-at-all"]).0, 1);
}

#[test]
fn the_rule_finds_the_outcomes_that_reading_found_and_no_others() {
    let outcomes = json(&["plans", "--outcomes"]);
    let found: BTreeMap<&str, (&str, bool)> = outcomes
        .iter()
        .map(|row| (text(row, "id"), (text(&row["outcome"], "id"), row["scope_presumed"] == true)))
        .collect();
    let mut want = BTreeMap::new();
    for line in include_str!("../golden/outcomes.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let mut next = || cells.next().unwrap();
        want.insert(next(), (next(), next() == "presumed"));
    }
    assert_eq!(want.len(), 106);
    assert_eq!(found, want);
}

#[test]
fn outcomes_say_by_how_much_in_the_table_and_on_the_page_of_the_plan() {
    for args in [&["plans", "--outcomes"][..], &["plans", "show", "three-steps"]] {
        let table = out(args);
        // 160 less 147.622 billion; 12.378 / 160 is 7.74 %.
        assert!(table.contains("CN¥ 147.622 bn, missed by CN¥ 12.378 bn (7.7%), scope presumed"), "{table}");
        // 75 less 34.94 million; 40.06 / 75 is 53.41 %.
        assert!(table.contains("missed by 40.06 m passengers (53.4%)"));
    }
    let outcomes = json(&["plans", "--outcomes"]);
    let of = |id: &str| outcomes.iter().find(|row| text(row, "id") == id).unwrap();
    let rcep = of("rcep-plan.foreign-trade.2026.rcep.target");
    assert_eq!(text(rcep, "verdict"), "ahead", "2026 is not over on 2026-11-23");
    let passengers = of("three-steps.passengers.2020.target");
    assert_eq!(text(passengers, "verdict"), "missed");
    assert_eq!(passengers["difference"]["value"], -40_060_000);
    assert_eq!(text(of("dadi.enterprises.2022-02.part.target"), "reason"), "no-year");
    let list = of("33511.members.2023--2027.leading.target");
    assert_eq!((text(list, "verdict"), &list["outcome"]), ("ahead", &Value::Null));
}

#[test]
fn outcomes_of_some_plans_keep_to_the_filters() {
    let some = json(&["plans", "--outcomes", "--category", "area-plan"]);
    assert!(!some.is_empty());
    let plans: Vec<String> =
        json(&["plans", "--category", "area-plan"]).iter().map(|p| text(p, "id").to_owned()).collect();
    assert!(some.iter().all(|row| plans.iter().any(|plan| plan == text(row, "plan"))));
}

/// A complete one with a character of TeX; a Chinese title with a percent sign; no date; no address; only
/// a month; neither publisher nor date nor address.
const CITED: &[&str] = &[
    "ats-2016-04-21-officially-opens-plant",
    "district-ce-2015-02-09-liangjiang",
    "cqnews-undated-innovation-zone",
    "chongqing-municipa-2021-01-05-guoyuan-hub",
    "mhfzw-2025-04-jiangbei-airport",
    "publisher-unknown-undated-kawasaki",
];

fn cited(format: &str) -> String {
    let args: Vec<&str> =
        ["sources", "show"].iter().chain(CITED).copied().chain(["--format", format]).collect();
    out(&args)
}

/// BibTeX: fields of `misc` in btxdoc; `key` sorts what has no author; months are macros; bodies and
/// titles in a second pair of braces, so that no style splits or lower-cases them. `url` and `urldate`
/// are those of plainnat and biblatex.
#[test]
fn bibtex_is_as_written_by_hand() {
    assert_eq!(cited("bibtex"), include_str!("../golden/cite.bib"));
}

/// CSL 1.0.2, csl-data.json: `id` and `type` are required, dates are `date-parts` of numbers, a body is a
/// name with `literal`; nothing is null, for the schema has no null.
#[test]
fn csl_json_is_as_written_by_hand() {
    let want: Value = serde_json::from_str(include_str!("../golden/cite.csl.json")).unwrap();
    let found: Value = serde_json::from_str(&cited("csl-json")).unwrap();
    assert_eq!(found, want);
    assert!(!cited("csl-json").contains("null"));
}

/// GB/T 7714-2015, 4.6.2: 主要责任者. 题名[文献类型标识/文献载体标识]. (更新或修改日期)[引用日期]. 获取和访问路径.
/// Its own example: 萧钰. 出版业信息化迈入快车道[EB/OL]. (2001-12-19)[2002-04-15]. 网址.
/// `[OL]` is for what is online only, so what has no address is `[Z]`, "other" in annex B.
#[test]
fn gb7714_is_as_written_by_hand() {
    assert_eq!(cited("gb7714"), include_str!("../golden/cite.gb7714.txt"));
}

#[test]
fn every_answer_cites_its_sources_once_in_the_order_of_its_references() {
    let shown: Value = serde_json::from_str(&out(&["ports", "show", "guoyuan", "--json"])).unwrap();
    let want: Vec<&str> = shown["references"].as_array().unwrap().iter().map(|r| text(r, "id")).collect();
    let keys = |args: &[&str]| -> Vec<String> {
        let args: Vec<&str> = args.iter().copied().chain(["--format", "bibtex"]).collect();
        let bib = out(&args);
        let heads = bib.lines().filter_map(|line| line.strip_prefix("@misc{")?.strip_suffix(','));
        heads.map(str::to_owned).collect()
    };
    assert_eq!(keys(&["ports", "show", "guoyuan"]), want);
    assert_eq!(keys(&["show", "guoyuan"]), want);
    let mut both = keys(&["show", "guoyuan", "cuntan"]);
    assert_eq!(both[..want.len()], want);
    both.sort_unstable();
    let count = both.len();
    both.dedup();
    assert_eq!(both.len(), count, "once each");

    let mut figures: Vec<String> = Vec::new();
    for figure in json(&["figures", "guoyuan"]) {
        if !figures.iter().any(|id| id == text(&figure, "source")) {
            figures.push(text(&figure, "source").to_owned());
        }
    }
    assert_eq!(keys(&["figures", "guoyuan"]), figures);

    let all = keys(&["sources"]);
    let ids: Vec<String> = json(&["sources"]).iter().map(|s| text(s, "id").to_owned()).collect();
    assert_eq!(all, ids);
    for key in all {
        assert!(key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{key}");
    }
}

#[test]
fn braces_of_every_bibtex_entry_balance() {
    let mut depth = 0;
    for c in out(&["sources", "--format", "bibtex"]).chars() {
        depth += match c {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        assert!((0..=4).contains(&depth));
    }
    assert_eq!(depth, 0);
}

#[test]
fn only_answers_with_sources_are_cited() {
    for args in [
        &["--format", "bibtex"][..],
        &["metrics", "--format", "csl-json"],
        &["ports", "--format", "gb7714"],
        &["compare", "yufu", "shuitu", "--format", "bibtex"],
        &["plans", "--outcomes", "--format", "bibtex"],
        &["show", "guoyuan", "--format", "bibtex", "--fields", "id"],
        &["ports", "--format", "gb7714", "--fields", "id"],
    ] {
        let (status, _) = refused(args);
        assert_eq!(status, 2, "{args:?}");
    }
    let output = run(&["show", "guoyuan", "nowhere-at-all", "--format", "gb7714"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!output.stdout.is_empty(), "what is there is cited all the same");
}

#[test]
fn a_rule_changed_within_the_last_year_of_a_term_is_the_latest() {
    let line = "figures visa-free-transit --metric stay-limit --latest --fields value,unit -f csv";
    assert_eq!(liangjiang(line).prints().run(), "value,unit\n240,hours\n");
}
