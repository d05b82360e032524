//! The golden sets of searches, `tests/golden/queries.tsv` and `kinds.tsv`: a class, a query and what is to
//! come first, a line each (`figure:SUBJECT.METRIC@YEAR#SCOPE/PART!target`, `record:ID`, `gap:ID`, `none`; `|`
//! between choices; `~WORD` for a word that the hit must say it does not speak to). Add a line to add a case. Below it, the command.

use liangjiang::query::search::{Hit, HitKind, search};

use crate::harness::{liangjiang, live, with_args};

const GOLDEN: &str = include_str!("../golden/queries.tsv");
const KINDS: &str = include_str!("../golden/kinds.tsv");
/// Slips of the keyboard with what was meant; English words that the data does not have, with nothing.
const SLIPS: &str = include_str!("../golden/slips.tsv");

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
            let figure = live().figure_at(hit.number).unwrap();
            let (want, target) = want.strip_suffix("!target").map_or((want, false), |want| (want, true));
            let (want, part) = want.split_once('/').map_or((want, None), |(want, part)| (want, Some(part)));
            let (want, scope) =
                want.split_once('#').map_or((want, None), |(want, scope)| (want, Some(scope)));
            let (want, year) = want.split_once('@').map_or((want, None), |(want, year)| (want, Some(year)));
            format!("{}.{}", figure.subject, figure.metric) == want
                && year.is_none_or(|year| figure.date_text().is_some_and(|date| date.starts_with(year)))
                && scope.is_none_or(|scope| figure.scope.as_deref() == Some(scope))
                && part.is_none_or(|part| figure.part.as_deref() == Some(part))
                && target == (figure.status.name() == "target")
        }
        _ => false,
    }
}

#[test]
fn each_query_of_the_golden_sets_finds_first_what_it_asks_for() {
    let atlas = live();
    let mut lost = Vec::new();
    for line in GOLDEN.lines().skip(1).chain(KINDS.lines().skip(1)) {
        let columns: Vec<&str> = line.split('\t').collect();
        let (query, expect) = (columns[1], columns[2]);
        let hits = search(&atlas, query).unwrap().hits;
        let found = match hits.first() {
            Some(hit) => expect.split('|').any(|expect| expect != "none" && is(hit, expect)),
            None => expect.split('|').any(|expect| expect == "none"),
        };
        if !found {
            let hits = hits
                .iter()
                .take(4)
                .map(|hit| format!("{}:{} {:?}", hit.kind.name(), hit.id, hit.matched.tier));
            lost.push(format!("`{query}` wants {expect}, finds {}", hits.collect::<Vec<_>>().join(", ")));
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn a_slip_finds_what_the_right_word_finds_and_another_word_nothing() {
    let atlas = live();
    let first = |query: &str| {
        let hits = search(&atlas, query).unwrap().hits;
        hits.first().map(|hit| format!("{}:{}", hit.kind.name(), hit.id))
    };
    let lost: Vec<_> = SLIPS
        .lines()
        .skip(1)
        .map(|line| line.split_once('\t').unwrap())
        .filter(|(typed, meant)| first(typed) != first(meant))
        .collect();
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn a_figure_that_answers_is_of_the_newest_where_no_year_is_asked_for() {
    let atlas = live();
    let mut answered = 0;
    for line in GOLDEN.lines().skip(1) {
        let (query, expect) = line.split_once('\t').and_then(|(_, rest)| rest.split_once('\t')).unwrap();
        let hits = search(&atlas, query).unwrap().hits;
        let Some(hit) = hits.first().filter(|hit| hit.kind == HitKind::Figure) else { continue };
        let figure = atlas.figure_at(hit.number).unwrap();
        if expect.contains(['@', '!']) || figure.span().is_none() {
            continue;
        }
        let latest = format!("figures {} --metric {} --latest -f ids", figure.subject, figure.metric);
        assert!(
            liangjiang(&latest).live().lines().contains(&figure.id.to_string()),
            "{query}: {}",
            figure.id
        );
        answered += 1;
    }
    assert!(answered > 0);
}

#[test]
fn a_record_is_shown_with_the_figure_that_orders_it_and_what_links_it() {
    liangjiang("search largest port").says("Container throughput: 523,456 TEU (2024)").run();
    let figure = liangjiang("search largest port --json --limit 1").rows()[0]["figure"]["id"].clone();
    assert_eq!(figure, "bailuwan.container-throughput.2024");
    let kinds = liangjiang("search companies in willow park");
    kinds.says("linked with liuyuan").says("Also: liuyuan (park)").run();
}

#[test]
fn a_hit_in_json_has_the_figure_or_the_gap() {
    let hits = liangjiang("search bailuwan berths --json --limit 2").rows();
    assert_eq!(hits.len(), 2);
    assert_eq!(
        (&hits[0]["figure"]["metric"], &hits[0]["matched"]["tier"]),
        (&"berths".into(), &"exact".into())
    );
    assert!(hits[0]["gap"].is_null());
    let gap = liangjiang("search electricity price --json --limit 1").rows();
    assert_eq!((&gap[0]["gap"]["id"], &gap[0]["figure"]), (&"power-price".into(), &serde_json::Value::Null));
}

#[test]
fn nothing_found_is_an_empty_list_and_a_status() {
    liangjiang("search zzzz --json").status(1).stdout("[]\n").run();
    let hostile = with_args(["search", "zz\u{1b}[31mzz"]).status(1);
    hostile.warns("liangjiang: nothing found for `zz\\u{1b}[31mzz`\n").run();
    with_args(["search", " "]).status(1).may_warn().run();
}

#[test]
fn what_a_hit_does_not_speak_to_is_said_first() {
    let table = liangjiang("search bailuwan helicopter");
    table.prints().warns("liangjiang: nothing on `helicopter`; the nearest:\n").run();
    let hits = liangjiang("search bailuwan helicopter --json").rows();
    assert_eq!(hits[0]["unmatched"], serde_json::json!(["helicopter"]));
}

#[test]
fn a_target_is_no_answer_to_what_happened() {
    let first = |query: &str| liangjiang(&format!("search {query} --json")).rows().swap_remove(0);
    let (past, ahead) = (first("third plan population 2019"), first("third plan passengers 2028"));
    assert_eq!((&past["figure"]["status"], &ahead["figure"]["status"]), (&"target".into(), &"target".into()));
    assert_eq!(
        (&past["unmatched"], &ahead["unmatched"]),
        (&serde_json::json!(["2019"]), &serde_json::json!([]))
    );
}

#[test]
fn what_lies_outside_the_data_is_refused_with_what_it_covers() {
    let table = liangjiang("search hangzhou airport passengers").status(1);
    table.warns("liangjiang: nothing on `hangzhou`: the data covers Luoyun New Area\n").run();
    liangjiang("search 深圳地铁 --json").status(1).stdout("[]\n").run();
}

#[test]
fn a_long_query_is_a_usage_error() {
    with_args(["search", &"a".repeat(201), "--json"]).status(2).warns("longer than 200 characters").run();
    with_args(["search", &"果".repeat(200)]).status(1).may_warn().run();
}

#[test]
fn kind_and_limit_narrow_the_hits() {
    liangjiang("search luoyun --kind area --limit 1 -f ids").stdout("luoyun\n").run();
    let ids = |options: &str| liangjiang(&format!("search luoyun -f ids {options}")).lines();
    assert_eq!(ids("--limit 2"), ids("--limit 0")[..2]);
}

#[test]
fn every_everyday_word_finds_what_it_means() {
    let atlas = live();
    let mut lost = Vec::new();
    for synonym in atlas.synonyms().unwrap() {
        let meant = |hit: &Hit| {
            synonym.means.iter().any(|meaning| match (meaning.split_once(':').unwrap(), hit.kind) {
                (("record", id), HitKind::Record(_)) | (("gap", id), HitKind::Gap) => *hit.id == *id,
                (("metric", id), HitKind::Figure) => *atlas.figure_at(hit.number).unwrap().metric == *id,
                _ => false,
            })
        };
        for word in &synonym.words {
            let hits = search(&atlas, word).unwrap().hits;
            if !hits.iter().take(3).any(meant) {
                lost.push(word.to_string());
            }
        }
    }
    assert!(lost.is_empty(), "{lost:?}");
}
