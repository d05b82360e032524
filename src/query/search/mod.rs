//! One search over everything: records, figures and gaps, ranked, with what the query says that a hit
//! does not speak to.
//!
//! 1. `read`: the query in tokens; what each does; what is mended (`mend`).
//! 2. `cover`: what of it each record, metric, gap, unit, territory and kind covers, and how well.
//! 3. `answer`: rules that make candidates of these: a record, a figure of a record and a metric, a metric
//!    by territory, a kind with its links, the first of a kind, a number, a target, a gap.
//! 4. `rank`: candidates in the order of one list of criteria, compared one after the other.

mod answer;
mod cover;
mod mend;
mod rank;
mod read;

use serde::Serialize;

pub use cover::Tier;

use crate::{
    error::Error,
    lang::{message, phrase},
    limit,
    model::{Kind, Text},
    query::lexicon::Lexicon,
    store::Atlas,
    store::index::Target,
};
use answer::candidates;
use cover::Covers;
use read::Query;

/// What sort of thing a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HitKind {
    /// A record of a kind.
    Record(Kind),
    /// A figure.
    Figure,
    /// A gap.
    Gap,
}

impl HitKind {
    /// Its name: the kind of a record, `figure` or `gap`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Record(kind) => kind.name(),
            Self::Figure => "figure",
            Self::Gap => "gap",
        }
    }
}

/// The text that covers most of the query, and how it was matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Matched {
    /// The field of the text.
    pub field: &'static str,
    /// How it was matched.
    pub tier: Tier,
}

/// Something that answers a query.
#[derive(Clone, Debug)]
pub struct Hit<'a> {
    /// What sort of thing it is.
    pub kind: HitKind,
    /// Its number in its table.
    pub number: usize,
    /// Its id.
    pub id: Text<'a>,
    /// Why.
    pub matched: Matched,
    /// What of the query it does not speak to, as typed.
    pub unmatched: Vec<String>,
    /// The figure that gives its place in the order that is asked for.
    pub by: Option<usize>,
    /// The records by whose links it is found.
    pub through: Vec<usize>,
    /// How well it covers the query, of 1000; never more than the hit before it.
    pub score: u32,
}

/// What a query finds.
#[derive(Debug, Default)]
pub struct Hits<'a> {
    /// Best first.
    pub hits: Vec<Hit<'a>>,
    /// Places and bodies that the query names and the data does not cover, as typed: there are no hits.
    pub outside: Vec<String>,
    /// The kind that is asked for.
    pub kind: Option<Kind>,
    /// Words that were read otherwise than typed: as typed, and as what; nothing where by their sound.
    pub mended: Vec<(String, String)>,
}

/// Searches for a query.
///
/// # Errors
/// Where the query is too long, and where the data cannot be decoded.
pub fn search<'a>(atlas: &Atlas<'a>, typed: &str) -> Result<Hits<'a>, Error> {
    if typed.chars().count() > limit::QUERY {
        return Err(message::usage(|lang| [phrase::query_too_long(limit::QUERY, lang)]));
    }
    let lexicon = Lexicon::new(atlas)?;
    let query = Query::new(&lexicon, typed)?;
    if query.tokens.is_empty() {
        return Ok(Hits::default());
    }
    let covers = Covers::new(&lexicon, &query)?;
    let mut candidates = candidates(atlas, &query, &covers)?;
    candidates.retain(|candidate| candidate.is_of_places(&query));
    if candidates.is_empty() {
        let outside = query.outside.iter().map(|tokens| query.stretch(tokens).to_owned()).collect();
        return Ok(Hits { outside, ..Hits::default() });
    }
    let ranked = rank::ranked(atlas, &query, candidates)?;
    let mut hits: Vec<Hit> = Vec::new();
    for candidate in ranked {
        let (kind, number, id) = match candidate.target {
            Target::Record(number) => {
                let record = atlas.record_head_at(number as usize)?;
                (HitKind::Record(record.kind), number, record.id)
            }
            Target::Gap(number) => (HitKind::Gap, number, Text::from(atlas.gap(number as usize)?.id())),
            Target::Figure(number) => {
                (HitKind::Figure, number, atlas.stored_figure(number as usize)?.id().into())
            }
            _ => continue,
        };
        let mut unmatched =
            query.as_typed(|n| candidate.leaves(&query, n) || candidate.is_unordered(&query, n));
        unmatched.extend((!query.unread.is_empty()).then(|| query.unread.to_owned()));
        let tier = match candidate.tier {
            Tier::Exact if !unmatched.is_empty() => Tier::Word,
            tier => tier,
        };
        let most = hits.last().map_or(1000, |hit| hit.score);
        hits.push(Hit {
            kind,
            number: number as usize,
            id,
            matched: Matched { field: candidate.field.name(), tier },
            unmatched,
            by: candidate.by.map(|number| number as usize),
            through: candidate.through.iter().map(|number| *number as usize).collect(),
            score: candidate.score(&query).min(most),
        });
    }
    Ok(Hits { hits, outside: Vec::new(), kind: query.kind, mended: query.mended })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn first(query: &str) -> Option<String> {
        let hits = search(&fixture::atlas(), query).unwrap().hits;
        hits.first().map(|hit| format!("{}:{} by {:?}", hit.kind.name(), hit.id, hit.matched.tier))
    }

    #[test]
    fn each_way_of_matching_finds_by_itself() {
        for (query, want) in [
            ("bailuwan", "port:bailuwan by Exact"),
            ("Báilùwān gǎng", "port:bailuwan by Exact"),
            ("Ba\u{301}ilu\u{300}wa\u{304}n", "port:bailuwan by Exact"),
            ("bailuw", "port:bailuwan by Prefix"),
            ("park willow", "park:liuyuan by Word"),
            ("blwg", "port:bailuwan by Initials"),
            ("bailuawn", "port:bailuwan by Typo"),
            ("cngyn", "port:cangyun by Typo"),
            ("白鹭弯港", "port:bailuwan by Sound"),
            ("柳园 industrial park", "park:liuyuan by Exact"),
        ] {
            assert_eq!(first(query).as_deref(), Some(want), "{query}");
        }
    }

    /// The ids of the first hits.
    fn ids(query: &str, most: usize) -> String {
        let hits = search(&fixture::atlas(), query).unwrap().hits;
        hits.iter().take(most).map(|hit| &*hit.id).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_rule_finds_what_it_is_for_and_nothing_beside() {
        for (query, want) in [
            ("largest port", "bailuwan cangyun"),
            ("largest port purple", "bailuwan cangyun"),
            ("最小的码头", "cangyun bailuwan"),
            ("bailuwan container throughput", "bailuwan.container-throughput.2024"),
            ("bailuwan container throughput 2025", "bailuwan.container-throughput.2025-01--2025-03"),
            ("bailuwan distance to cangyun", "bailuwan.distance.2024"),
            ("bailuwan distance to the city centre of chongqing", "bailuwan.distance.2024.2"),
            ("cangyun target", "third-plan.passengers.2028.target"),
            ("wages in parks", "wages"),
            ("berths purple", ""),
            ("0.41 million purple visitors", ""),
            ("2 3", ""),
            ("toyota", ""),
            ("☃", ""),
        ] {
            assert_eq!(ids(query, want.split(' ').count()), want, "{query}");
        }
        assert_eq!(ids("japanese firms", 9), "otter-tea", "what is only of the kind is no hit");
    }

    #[test]
    fn what_a_hit_does_not_speak_to_is_told_as_typed() {
        let hits = search(&fixture::atlas(), "is Bailuwan Dēeper").unwrap().hits;
        assert_eq!(hits[0].unmatched, ["Dēeper"]);
        let long = "bailuwan ".repeat(18);
        assert!(search(&fixture::atlas(), &long).unwrap().hits[0].unmatched.is_empty());
        let long = "白鹭湾港".repeat(7);
        assert_eq!(
            search(&fixture::atlas(), &long).unwrap().hits[0].unmatched,
            ["白鹭湾港"],
            "what is not read"
        );
    }

    #[test]
    fn a_part_of_a_year_is_told_where_the_figure_is_not_of_it() {
        for (query, want) in [
            ("bailuwan container throughput q1 2025", ""),
            ("bailuwan container throughput 2025q1", ""),
            ("bailuwan container throughput march to january 2025", ""),
            ("bailuwan container throughput 2025年1-3月", ""),
            ("bailuwan container throughput 2025 january", "january"),
            ("bailuwan container throughput h1 2025", "h1"),
            ("bailuwan container throughput q1 april 2025", "april"),
            ("luoyun population february 2025", ""),
            ("luoyun population q1 2025", ""),
            ("luoyun population q2 2025", "q2"),
            ("luoyun population last year", "last year"),
            ("bailuwan x2024", "x2024"),
            ("bailuwan 20242025", "20242025"),
        ] {
            let hits = search(&fixture::atlas(), query).unwrap().hits;
            assert_eq!(hits[0].unmatched.join(" "), want, "{query}");
        }
    }

    #[test]
    fn the_same_query_gives_the_same_hits_and_scores_never_rise() {
        let scores = |query: &str| -> Vec<u32> {
            search(&fixture::atlas(), query).unwrap().hits.iter().map(|hit| hit.score).collect()
        };
        // Half of the words are covered as a whole, the others not at all.
        assert_eq!(
            (scores("bailuwan")[0], scores("bailuwan purple")[0], scores("blwg")[0]),
            (1000, 500, 1000)
        );
        for query in ["bailuwan", "capacity", "vehicles output value 2023", "白鹭湾港"] {
            assert_eq!(ids(query, 9), ids(query, 9));
            assert!(scores(query).is_sorted_by_key(|score| std::cmp::Reverse(*score)));
        }
    }
}
