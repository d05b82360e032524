//! One search over everything: records, figures and gaps, ranked.
//!
//! Every text by which a thing may be asked for (id, names, aliases, pinyin and its initials, category,
//! metric label, gap topic, everyday word) is met by one of these tiers, the best first:
//!
//! 1. exact: a stretch of the query is the text, however it is spaced, accented or cased;
//! 2. prefix: the text, or a word of it, begins so;
//! 3. word: words of the query are words of the text, in any order (`s`, `ed`, `ing` may differ);
//! 4. initials: the stretch is the initials of the pinyin (`gyg`);
//! 5. typo: a word is one of the text's but for edits (insert, drop, replace, swap: optimal string
//!    alignment); none below 4 letter_mask, one to 7, two above; below 7 letter_mask, and in
//!    everyday words, only where the rest of the text is met too;
//! 6. subsequence: a single word of the query has most letter_mask of a word, in order, the first and
//!    the last among them;
//! 7. summary: the words that no name has are in the summary of a record, or in the sentence or the unit
//!    of a figure of a record that is named.
//!
//! The last two, and edits over several words, are tried only where the others leave the query
//! unanswered. Each atom of the query (a word, a Chinese character) is met by the best text of a thing;
//! the score is the mean of that over the atoms that count, of 1000, with a little more for one text that
//! meets them all. Question words count nothing (`question`); a record and a metric together are a figure
//! (`answer`). Hits are in one total order: score, kind, id.

mod answer;
mod evidence;
mod question;

use std::cmp::Reverse;

use serde::Serialize;

pub use evidence::{Tier, max_edits};

use crate::{
    error::{Error, UsageError},
    model::{Kind, Text},
    store::Atlas,
    store::index::{Field, Target},
};
use answer::{answers, enough, met};
use evidence::{Evidence, Findings};
use question::Question;

/// The most characters of a query.
pub const LONGEST: usize = 200;
/// What is met less than this is no hit.
const LEAST: u32 = 400;
/// From here on, nothing needs the tiers of last resort.
const ENOUGH: u32 = 600;
/// What a text that meets the whole query stands above others.
const WHOLE: u32 = 40;
/// Hits this far below the best are noise.
const NOISE: u32 = 560;

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

/// The field and the tier that speak most for a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Matched {
    /// The field of the text that was met.
    pub field: &'static str,
    /// How it was met.
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
    /// How well it answers: of 1000, and a little more.
    pub score: u32,
    /// Why.
    pub matched: Matched,
}

/// What a query finds.
#[derive(Debug, Default)]
pub struct Hits<'a> {
    /// Best first.
    pub hits: Vec<Hit<'a>>,
    /// Folded words of the data that were met, to mark on a screen.
    pub marks: Vec<String>,
}

/// Searches for a query.
///
/// # Errors
/// [`UsageError::QueryTooLong`], and where the data cannot be decoded.
pub fn search<'a>(atlas: &Atlas<'a>, query: &str) -> Result<Hits<'a>, Error> {
    if query.chars().count() > LONGEST {
        return Err(UsageError::QueryTooLong(LONGEST).into());
    }
    let mut question = Question::new(query);
    evidence::keep_asking(atlas, &mut question)?;
    if question.atoms.is_empty() {
        return Ok(Hits::default());
    }
    let mut findings = Findings::new(atlas, &question)?;
    let mut hits = ranked(atlas, &question, &findings)?;
    let best = |hits: &[Hit]| hits.first().map_or(0, |hit| hit.score);
    if best(&hits) < ENOUGH {
        findings.mistyped_whole(atlas)?;
        if findings.of.is_empty() {
            findings.with_letter_mask_left_out(atlas)?;
        }
        findings.described(atlas)?;
        hits = ranked(atlas, &question, &findings)?;
    }
    Ok(Hits { hits, marks: findings.marks })
}

/// All hits of what was found, in their order.
fn ranked<'a>(atlas: &Atlas<'a>, question: &Question, findings: &Findings) -> Result<Vec<Hit<'a>>, Error> {
    let mut hits = Vec::new();
    // Beside a year or a target, the figure is asked for, and the rest only names it; and what is measured
    // stands before what is not known of it.
    let plain = question.year.is_none() && !question.target;
    let measured = findings.of.iter().any(|(s, evidence)| matches!(s, Target::Metric(_)) && evidence.whole);
    for (target, evidence) in &findings.of {
        if matches!(target, Target::Metric(_)) {
            continue;
        }
        let gap = matches!(target, Target::Gap(_));
        let stands = evidence.whole && plain && !(measured && gap) || evidence.entire && !gap;
        let score = met(question, &[&evidence.quality]) + if stands { WHOLE } else { 0 };
        if score >= LEAST && is_meant(question, findings, *target, evidence) {
            hits.push((*target, score, Matched { field: evidence.field.name(), tier: evidence.tier }));
        }
    }
    for answer in answers(atlas, question, findings)? {
        if answer.score >= LEAST {
            let matched = Matched { field: answer.field.name(), tier: answer.tier };
            match hits.iter_mut().find(|(target, ..)| *target == answer.target) {
                Some(hit) if hit.1 >= answer.score => {}
                Some(hit) => (hit.1, hit.2) = (answer.score, matched),
                None => hits.push((answer.target, answer.score, matched)),
            }
        }
    }
    let mut hits = hits
        .into_iter()
        .map(|(target, score, why)| hit(atlas, target, score, why))
        .collect::<Result<Vec<_>, _>>()?;
    hits.sort_unstable_by(|a, b| (Reverse(a.score), a.kind, &*a.id).cmp(&(Reverse(b.score), b.kind, &*b.id)));
    let least = hits.first().map_or(0, |best| best.score.saturating_sub(NOISE));
    hits.retain(|hit| hit.score >= least);
    Ok(hits)
}

/// Whether a thing is meant by enough of the query: by half of it where that is the name of a record.
fn is_meant(question: &Question, findings: &Findings, target: Target, evidence: &Evidence) -> bool {
    let named =
        matches!(evidence.field, Field::Id | Field::Name | Field::NameZh | Field::Alias | Field::Pinyin)
            && matches!(target, Target::Record(_));
    let met: u32 =
        question.atoms.iter().zip(&evidence.quality).filter(|(_, q)| **q > 0).map(|(a, _)| a.weight).sum();
    named && 100 * met >= 45 * question.weight() || enough(question, findings, &evidence.quality)
}

fn hit<'a>(atlas: &Atlas<'a>, target: Target, score: u32, matched: Matched) -> Result<Hit<'a>, Error> {
    let (kind, number, id) = match target {
        Target::Record(number) => {
            let record = atlas.record(number as usize)?;
            (HitKind::Record(record.kind), number, record.id)
        }
        Target::Figure(number) => (HitKind::Figure, number, atlas.figure_at(number as usize)?.id),
        Target::Gap(number) => (HitKind::Gap, number, atlas.gap(number as usize)?.id),
        Target::Metric(number) => (HitKind::Figure, number, atlas.metric_at(number as usize)?.id),
    };
    Ok(Hit { kind, number: number as usize, id, score, matched })
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
    fn each_tier_finds_by_itself() {
        for (query, want) in [
            ("bailuwan", "port:bailuwan by Exact"),
            ("Báilùwān gǎng", "port:bailuwan by Exact"),
            ("bailuw", "port:bailuwan by Prefix"),
            ("park willow", "park:liuyuan by Word"),
            ("blwg", "port:bailuwan by Initials"),
            ("bailuawn", "port:bailuwan by Typo"),
            ("cngyn", "port:cangyun by Subsequence"),
        ] {
            assert_eq!(first(query).as_deref(), Some(want), "{query}");
        }
    }

    #[test]
    fn nothing_is_found_for_nothing() {
        for query in ["", " ", "☃", "zzzz", "é", "qwertyuiop", "toyota", "龘"] {
            assert_eq!(first(query), None, "{query}");
        }
    }

    #[test]
    fn the_same_query_gives_the_same_hits_in_a_total_order() {
        let ids = |query: &str| -> Vec<(u32, String)> {
            let hits = search(&fixture::atlas(), query).unwrap().hits;
            hits.into_iter().map(|hit| (hit.score, format!("{:?}{}", hit.kind, hit.id))).collect()
        };
        for query in ["luoyun", "capacity", "vehicles output value 2023", "白鹭湾港"] {
            let hits = ids(query);
            assert_eq!(hits, ids(query));
            assert!(hits.is_sorted_by_key(|(score, _)| Reverse(*score)));
        }
    }

    #[test]
    fn a_long_query_is_refused() {
        let long = "果".repeat(LONGEST + 1);
        assert!(matches!(
            search(&fixture::atlas(), &long),
            Err(Error::Usage(UsageError::QueryTooLong(LONGEST)))
        ));
        assert!(search(&fixture::atlas(), &long[3..]).is_ok());
    }
}
