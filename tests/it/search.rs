//! The golden sets of searches, `tests/golden/queries.tsv` and `kinds.tsv`: a class, a query and what is to
//! come first, a line each (`figure:SUBJECT.METRIC@YEAR#SCOPE!target`, `record:ID`, `gap:ID`, `none`; `|`
//! between choices; `~WORD` for a word that the hit must say it does not speak to). Add a line to add a case. Below it, the command as a process.

use std::{
    collections::BTreeMap,
    process::{Command, Output},
};

use liangjiang::{
    query::search::{Hit, HitKind, search},
    store::Atlas,
};

const GOLDEN: &str = include_str!("../golden/queries.tsv");
const KINDS: &str = include_str!("../golden/kinds.tsv");

/// The data of the program.
fn bundled() -> Atlas<'static> {
    static TABLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tables.bin"));
    Atlas::new(TABLES, include_str!(concat!(env!("OUT_DIR"), "/objects.json")))
}

/// Whether a hit is the one that an expectation such as `figure:guoyuan.berths@2023!target` names.
fn is(hit: &Hit, expect: &str) -> bool {
    let (expect, left) = expect.split_once('~').map_or((expect, None), |(expect, left)| (expect, Some(left)));
    if left.is_some_and(|left| hit.unmatched.iter().all(|word| word != left)) {
        return false;
    }
    let (kind, want) = expect.split_once(':').unwrap();
    match (kind, hit.kind) {
        ("record", HitKind::Record(_)) | ("gap", HitKind::Gap) => *hit.id == *want,
        ("figure", HitKind::Figure) => {
            let figure = bundled().figure_at(hit.number).unwrap();
            let (want, target) = want.strip_suffix("!target").map_or((want, false), |want| (want, true));
            let (want, scope) = want.split_once('#').map_or((want, None), |(want, scope)| (want, Some(scope)));
            let (want, year) = want.split_once('@').map_or((want, None), |(want, year)| (want, Some(year)));
            format!("{}.{}", figure.subject, figure.metric) == want
                && year.is_none_or(|year| figure.date_text().is_some_and(|when| when.starts_with(year)))
                && scope.is_none_or(|scope| figure.scope.as_deref() == Some(scope))
                && target == (figure.status.name() == "target")
        }
        _ => false,
    }
}

#[derive(Default)]
struct Tally {
    queries: usize,
    first: usize,
    third: usize,
}

#[test]
fn the_golden_set_is_found() {
    found_first(GOLDEN);
}

#[test]
fn each_kind_of_query_finds_what_it_asks_for() {
    found_first(KINDS);
}

/// Asserts that at least 98 of 100 queries of a golden set find first, and 99 among three, what they ask for,
/// and that nothing is found for nothing.
fn found_first(golden: &str) {
    let atlas = bundled();
    let mut classes: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut nonsense = Vec::new();
    for line in golden.lines().skip(1) {
        let mut columns = line.split('\t');
        let (class, query, expect) =
            (columns.next().unwrap(), columns.next().unwrap(), columns.next().unwrap());
        let hits = search(&atlas, query).unwrap().hits;
        let meant = |hit: &Hit| expect.split('|').any(|expect| is(hit, expect));
        let (first, third) = if expect == "none" {
            if !hits.is_empty() {
                nonsense.push(query);
            }
            (hits.is_empty(), hits.is_empty())
        } else {
            (hits.first().is_some_and(meant), hits.iter().take(3).any(meant))
        };
        let tally = classes.entry(class).or_default();
        tally.queries += 1;
        tally.first += usize::from(first);
        tally.third += usize::from(third);
        if !first {
            let found: Vec<String> = hits
                .iter()
                .take(4)
                .map(|hit| format!("{}:{} {}{:?}", hit.kind.name(), hit.id, hit.score, hit.matched.tier))
                .collect();
            let third = if third { "" } else { "!" };
            println!("{third} {class} `{query}` wants {expect}, finds {}", found.join(", "));
        }
    }
    let mut all = Tally::default();
    println!("{:28}{:>8}{:>8}{:>8}", "class", "queries", "top 1", "top 3");
    for (class, tally) in &classes {
        println!("{class:28}{:8}{:8}{:8}", tally.queries, tally.first, tally.third);
        all.queries += tally.queries;
        all.first += tally.first;
        all.third += tally.third;
    }
    println!("{:28}{:8}{:8}{:8}", "all", all.queries, all.first, all.third);
    assert!(nonsense.is_empty(), "found something for {nonsense:?}");
    assert!(100 * all.first >= 98 * all.queries, "first: {} of {}", all.first, all.queries);
    assert!(100 * all.third >= 99 * all.queries, "among three: {} of {}", all.third, all.queries);
}

#[test]
fn a_figure_that_answers_is_of_the_newest_where_no_year_is_asked_for() {
    let atlas = bundled();
    let mut answered = 0;
    for line in GOLDEN.lines().skip(1) {
        let (query, expect) = line.split_once('\t').and_then(|(_, rest)| rest.split_once('\t')).unwrap();
        let hits = search(&atlas, query).unwrap().hits;
        let Some(hit) = hits.first().filter(|hit| hit.kind == HitKind::Figure) else { continue };
        let figure = atlas.figure_at(hit.number).unwrap();
        if expect.contains(['@', '!']) || figure.span().is_none() {
            continue;
        }
        let latest = run(&["figures", &figure.subject, "--metric", &figure.metric, "--latest", "-f", "ids"]);
        assert!(out(&latest).lines().any(|id| *id == *figure.id), "{query}: {}", figure.id);
        answered += 1;
    }
    assert!(answered > 100, "{answered}");
}

fn run(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liangjiang"));
    command.env_clear().args(args).output().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn a_hit_in_json_has_all_keys_and_the_figure() {
    let output = run(&["search", "guoyuan", "berths", "--json", "--limit", "2"]);
    assert_eq!((output.status.code(), err(&output)), (Some(0), ""));
    let hits: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(hits.as_array().unwrap().len(), 2);
    let keys: Vec<&String> = hits[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["rank", "kind", "id", "name", "name_zh", "matched", "unmatched", "score", "figure", "gap"]);
    assert_eq!(hits[0]["figure"]["metric"], "berths");
    assert_eq!(hits[0]["gap"], serde_json::Value::Null);
    assert_eq!(hits[0]["matched"]["tier"], "exact");
}

#[test]
fn nothing_found_is_an_empty_list_and_a_status() {
    let json = run(&["search", "zzzz", "--json"]);
    assert_eq!((json.status.code(), out(&json).trim(), err(&json)), (Some(1), "[]", ""));
    let table = run(&["search", "zz\u{1b}[31mzz"]);
    assert_eq!((table.status.code(), out(&table)), (Some(1), ""));
    assert_eq!(err(&table), "liangjiang: nothing found for `zz\\u{1b}[31mzz`\n");
    let blank = run(&["search", " "]);
    assert_eq!((blank.status.code(), out(&blank)), (Some(1), ""));
}

#[test]
fn a_long_query_is_a_usage_error() {
    let output = run(&["search", &"a".repeat(201), "--json"]);
    assert_eq!((output.status.code(), out(&output)), (Some(2), ""));
    assert!(err(&output).contains("longer than 200 characters"));
    assert_eq!(run(&["search", &"果".repeat(200)]).status.code(), Some(1));
}

#[test]
fn kind_and_limit_narrow_the_hits() {
    let output = run(&["search", "yufu", "--kind", "park", "--limit", "1", "-f", "ids"]);
    assert_eq!(out(&output), "yufu\n");
    let every = run(&["search", "liangjiang", "--limit", "0", "-f", "ids"]);
    assert!(out(&every).lines().count() > 10);
}

#[test]
fn matched_letters_are_marked_in_colour_only() {
    let plain = run(&["search", "guoyaun"]);
    assert!(!out(&plain).contains('\u{1b}'));
    let painted = run(&["search", "guoyaun", "--color", "always"]);
    assert!(out(&painted).contains("\u{1b}[1;4mGuoyuan\u{1b}[0m"), "{}", out(&painted));
    let bare: String = strip(out(&painted));
    assert_eq!(bare, out(&plain));
}

/// The text without its paint.
fn strip(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |bare, part| bare + part.split_once('m').map_or(part, |(_, rest)| rest))
}

#[test]
fn what_a_hit_does_not_speak_to_is_said_first() {
    let table = run(&["search", "guoyuan", "helicopter", "port"]);
    assert!(err(&table).starts_with("liangjiang: nothing on `helicopter`; the nearest:\n"), "{}", err(&table));
    let json = run(&["search", "guoyuan helicopter port", "--json"]);
    let hits: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((&hits[0]["unmatched"], err(&json)), (&serde_json::json!(["helicopter"]), ""));
}

#[test]
fn what_lies_outside_the_data_is_refused_with_what_it_covers() {
    let table = run(&["search", "hangzhou", "airport", "passengers"]);
    assert_eq!((table.status.code(), out(&table)), (Some(1), ""));
    assert_eq!(err(&table), "liangjiang: nothing on `hangzhou`: the data covers Liangjiang and Chongqing\n");
    let json = run(&["search", "深圳地铁", "--json"]);
    assert_eq!((json.status.code(), out(&json).trim(), err(&json)), (Some(1), "[]", ""));
}

#[test]
fn a_program_gets_only_what_it_names_exactly() {
    for (args, hint) in [
        (&["ports", "show", "guoyaun", "-f", "ids"][..], "did you mean `guoyuan`?"),
        (&["show", "sk", "--json"], "did you mean"),
        (&["show", "beijing"], "did you mean `hyundai`?"),
        (&["figures", "guoyaun", "--json"], "did you mean `guoyuan`?"),
        (&["figures", "guoyuan", "--metric", "berth", "--json"], "did you mean `berths`?"),
    ] {
        let output = run(args);
        assert_eq!((output.status.code(), out(&output)), (Some(1), ""), "{args:?}");
        assert!(err(&output).contains(hint), "{}", err(&output));
    }
    let exact = run(&["show", "果园港", "-f", "ids"]);
    assert_eq!((exact.status.code(), out(&exact), err(&exact)), (Some(0), "guoyuan\n", ""));
    let bogus = run(&["show", "bogus"]);
    assert_eq!((bogus.status.code(), err(&bogus)), (Some(1), "liangjiang: no record `bogus`\n"));
}

#[test]
fn every_everyday_word_finds_what_it_means() {
    let atlas = bundled();
    let mut lost = Vec::new();
    for usage in atlas.synonyms().unwrap() {
        let meant = |hit: &Hit| {
            usage.means.iter().any(|meaning| match (meaning.split_once(':').unwrap(), hit.kind) {
                (("record", id), HitKind::Record(_)) | (("gap", id), HitKind::Gap) => *hit.id == *id,
                (("metric", id), HitKind::Figure) => *atlas.figure_at(hit.number).unwrap().metric == *id,
                _ => false,
            })
        };
        for word in &usage.words {
            let hits = search(&atlas, word).unwrap().hits;
            if !hits.iter().take(3).any(meant) {
                lost.push(word.to_string());
            }
        }
    }
    assert!(lost.is_empty(), "{lost:?}");
}
