//! The golden set of searches, `tests/golden/queries.tsv`: a class, a query and what is to come first, a
//! line each. Add a line to add a case.

use std::collections::BTreeMap;

use liangjiang::{
    atlas::Atlas,
    query::search::{Hit, Sort, search},
};

const GOLDEN: &str = include_str!("golden/queries.tsv");

/// Whether a hit is the one that an expectation such as `figure:guoyuan.berths@2023!target` names.
fn is(hit: &Hit, expect: &str) -> bool {
    let (kind, want) = expect.split_once(':').unwrap();
    match (kind, hit.sort) {
        ("record", Sort::Record(_)) | ("gap", Sort::Gap) => *hit.id == *want,
        ("figure", Sort::Figure) => {
            let figure = Atlas::bundled().figure_at(hit.number).unwrap();
            let (want, target) = want.strip_suffix("!target").map_or((want, false), |want| (want, true));
            let (want, year) = want.split_once('@').map_or((want, None), |(want, year)| (want, Some(year)));
            format!("{}.{}", figure.subject, figure.metric) == want
                && year.is_none_or(|year| figure.when().is_some_and(|when| when.starts_with(year)))
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
    let atlas = Atlas::bundled();
    let only = std::env::var("GOLDEN").ok();
    let mut classes: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut nonsense = Vec::new();
    for (n, line) in GOLDEN.lines().skip(1).enumerate() {
        let held_out = n % 3 == 2;
        if only.as_deref().is_some_and(|only| (only == "held-out") != held_out) {
            continue;
        }
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
                .map(|hit| format!("{}:{} {}{:?}", hit.sort.name(), hit.id, hit.score, hit.matched.tier))
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
    assert!(100 * all.first >= 95 * all.queries, "first: {} of {}", all.first, all.queries);
    assert!(100 * all.third >= 99 * all.queries, "among three: {} of {}", all.third, all.queries);
}
