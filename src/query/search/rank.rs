//! Which candidates are hits, and in which order: one list of criteria, compared one after the other.

use std::cmp::Reverse;

use super::{
    cover::{BEST, Class, Cover, Tier, uncovered},
    read::Query,
};
use crate::{
    error::Error,
    model::{Day, Kind},
    store::Atlas,
    store::{
        format::Section,
        index::{Field, RecordRank, Superlative, Target},
    },
};

/// Something that may answer, with what of the query it covers.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// A record, a figure or a gap.
    pub target: Target,
    /// For each token, how well.
    pub classes: Vec<Class>,
    /// The field of the text that covers most.
    pub field: Field,
    /// How that text was matched.
    pub tier: Tier,
    /// How many words of that text the query does not have.
    pub rest: u32,
    /// How many things together cover this: a record and a metric are two.
    pub things: u32,
    /// Its place in the order that its rule gives, from 0.
    pub place: u32,
    /// The figure that gives the place.
    pub by: Option<u32>,
    /// The records by whose links it is found.
    pub through: Vec<u32>,
}

impl Candidate {
    /// What covers tokens so.
    pub fn new(target: Target, classes: Vec<Class>, field: Field, tier: Tier) -> Self {
        Self { target, classes, field, tier, rest: 0, things: 1, place: 0, by: None, through: Vec::new() }
    }

    /// What one cover makes.
    pub fn of(target: Target, cover: &Cover) -> Self {
        Self { rest: cover.rest, ..Self::new(target, cover.classes.clone(), cover.field, cover.tier) }
    }

    /// Covers a token at least so well.
    pub fn covers(&mut self, token: usize, class: Class) {
        self.classes[token] = self.classes[token].max(class);
    }

    /// Covers what something else does, but nothing better than `most`.
    pub fn joins(&mut self, cover: &Cover, most: Class) {
        for (own, other) in self.classes.iter_mut().zip(&cover.classes) {
            *own = (*own).max((*other).min(most));
        }
    }

    /// Whether it does not speak to a token that decides.
    pub fn leaves(&self, query: &Query, token: usize) -> bool {
        query.tokens[token].weight > 0 && self.classes[token] == Class::Nothing
    }

    /// Whether a token asks for an order of size that it has no place in; figures are the newest first anyway.
    pub fn is_unordered(&self, query: &Query, token: usize) -> bool {
        let by_size = query.superlative.is_some_and(|order| order != Superlative::Newest);
        by_size
            && self.by.is_none()
            && query.ordering.contains(&token)
            && self.classes[token] == Class::Nothing
    }

    /// Whether the places outside the data that are named are part of what this is called, and it speaks to
    /// everything else.
    pub fn is_of_places(&self, query: &Query) -> bool {
        let outside = |n: &usize| query.outside.iter().any(|tokens| tokens.contains(n));
        if query.outside.is_empty() {
            return true;
        }
        (0..self.classes.len()).all(|n| match self.classes[n] {
            class if outside(&n) => class >= Class::Most,
            class => class >= Class::Some || query.tokens[n].weight == 0,
        })
    }

    /// How well it covers the query, of 1000: the mean over the weight of the tokens, by class.
    pub fn score(&self, query: &Query) -> u32 {
        let lost: u32 = uncovered(&self.classes, query)[..BEST].iter().sum();
        let best = u32::try_from(BEST).unwrap_or(1);
        1000 - (1000 * lost / (best * query.weight().max(1))).min(1000)
    }
}

/// The criteria, the first that differs decides; less is better.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// Weight of the tokens that are not covered, and of those that name something by themselves and are only
    /// mentioned here.
    left: u32,
    /// Weight of the tokens covered only by a description or not at all.
    described: u32,
    /// What is not of the kind that is asked for, or has no place in the order that is.
    other_kind: bool,
    /// Weight of the tokens that are covered only by a beginning or worse, and so on up to those covered but
    /// not as part of a whole text.
    uncovered: [u32; BEST + 1],
    /// What is over, and what only says what is missing, stands behind other things, also where only that
    /// is named as a whole.
    behind: bool,
    /// Weight of the tokens that are covered as less than a whole text.
    not_whole: u32,
    /// The place in the order that the rule gives: the size of what is the largest, the territory.
    place: u32,
    /// One thing that covers all stands before two that do so together.
    things: u32,
    /// Words of the text that the query does not have.
    rest: u32,
    /// An id before a name, a name before an alias, and so on.
    field: Field,
    /// Records before figures, in the order of the kinds.
    kind: Reverse<Option<Reverse<Kind>>>,
    /// The newer before the older.
    since: Reverse<Option<Day>>,
    /// What stands first in the data.
    target: Target,
}

/// The candidates that are hits, best first, each thing once.
pub fn ranked(atlas: &Atlas, query: &Query, candidates: Vec<Candidate>) -> Result<Vec<Candidate>, Error> {
    let ranks = atlas.table(Section::Ranks)?;
    // Where a record is called by its name, what only mentions the name is not meant.
    let called = &query.named;
    let ordered = candidates.iter().any(|candidate| candidate.by.is_some());
    let mut ranked = Vec::new();
    for candidate in candidates.into_iter().filter(|c| is_hit(query, &c.classes, c.by.is_some())) {
        let (record, kind): (RecordRank, _) = match candidate.target {
            Target::Record(number) => (ranks.get(number as usize)?, Some(atlas.kind_of(number as usize)?)),
            _ => (RecordRank::default(), None),
        };
        let mut uncovered = uncovered(&candidate.classes, query);
        // Where size or time orders, how well a word is covered does not.
        if candidate.by.is_some() {
            uncovered[Class::Some as usize..].fill(0);
        }
        let not_whole = std::mem::take(&mut uncovered[BEST - 1]);
        let classes = &candidate.classes;
        let only_mentions = (0..called.len()).all(|n| !called[n] || classes[n] < Class::Whole);
        let mentions = |n: &usize| {
            only_mentions && called[*n] && (Class::Described..=Class::Some).contains(&classes[*n])
        };
        let mentioned: u32 = (0..called.len()).filter(mentions).map(|n| query.tokens[n].weight).sum();
        let rank = Rank {
            left: uncovered[0] + mentioned,
            described: uncovered[1],
            uncovered,
            behind: record.ended && !query.superlative.is_some_and(Superlative::is_of_time)
                || matches!(candidate.target, Target::Gap(_)),
            not_whole,
            other_kind: query.kind.is_some() && kind != query.kind || ordered && candidate.by.is_none(),
            place: candidate.place,
            things: candidate.things,
            rest: candidate.rest,
            field: candidate.field,
            kind: Reverse(kind.map(Reverse)),
            since: Reverse(record.since),
            target: candidate.target,
        };
        ranked.push((rank, candidate));
    }
    ranked.sort_by(|(a, _), (b, _)| a.cmp(b));
    // What leaves over much that the first covers is no hit beside it; a name is not covered by what only
    // describes.
    let open = |candidate: &Candidate| -> u32 {
        let tokens = candidate.classes.iter().zip(called).zip(&query.tokens);
        let open = tokens.filter(|((class, called), _)| {
            **class == Class::Nothing || **called && **class == Class::Described
        });
        open.map(|(_, token)| token.weight).sum()
    };
    let least = ranked.first().map_or(0, |(_, candidate)| open(candidate));
    let mut hits: Vec<Candidate> = Vec::new();
    for (_, candidate) in ranked {
        let more = open(&candidate).saturating_sub(least);
        if 2 * more <= query.weight() && hits.iter().all(|hit| hit.target != candidate.target) {
            hits.push(candidate);
        }
    }
    Ok(hits)
}

/// Whether what covers tokens so speaks to enough of the query: what it covers outweighs what is left over,
/// where words of a name count three times, and numbers, words that only a description has, those that only
/// begin so and a word for the kind that is left over, half. What has a place in the order that is asked for covers a
/// word more: the largest port that is held is the nearest to `largest port in the world`.
pub fn is_hit(query: &Query, classes: &[Class], ordered: bool) -> bool {
    let (mut covered, mut left) = (if ordered { 4 } else { 0 }, 0);
    for (n, (class, token)) in classes.iter().zip(&query.tokens).enumerate() {
        match class {
            Class::Nothing if query.of_kind[n] => left += token.weight,
            Class::Nothing => left += 2 * token.weight,
            _ if token.number.is_some() => covered += token.weight,
            Class::Described | Class::Begins => covered += token.weight,
            Class::Words | Class::Whole if query.named[n] => covered += 6 * token.weight,
            _ => covered += 2 * token.weight,
        }
    }
    covered > left || query.weight() == 0
}
