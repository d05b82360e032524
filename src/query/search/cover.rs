//! What of a query each thing covers: for every token, how well a text of the thing has it.

use std::{cmp::Reverse, collections::BTreeMap, ops::Range};

use serde::Serialize;

use super::read::{How, Query, Reading, forms};
use crate::{
    error::Error,
    query::lexicon::Lexicon,
    store::index::{Field, Postings, Role, Target, number},
};

/// How a text was matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Tier {
    /// The whole of it.
    Exact,
    /// The whole of it by the sound of its characters, or but for one of them.
    Sound,
    /// Its beginning.
    Prefix,
    /// Some of its words, in any order.
    Word,
    /// The initials of its pinyin.
    Initials,
    /// But for an edit or two, or with letters left out.
    Typo,
    /// Somewhere in what describes it.
    Summary,
}

/// How well a token is covered, the worst first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Not at all.
    #[default]
    Nothing,
    /// A summary or a sentence has it.
    Described,
    /// A word of a text begins so.
    Begins,
    /// It is a word of a text that has more others.
    Some,
    /// It is among most of the words of a text.
    Most,
    /// It is among all words of a text, in another order or form.
    Words,
    /// It is part of a stretch that is the whole text.
    Whole,
}

/// The place of the best class.
pub const BEST: usize = Class::Whole as usize;

/// For each class, the weight of the tokens that are covered no better.
pub fn uncovered(classes: &[Class], query: &Query) -> [u32; BEST + 1] {
    let mut weights = [0; BEST + 1];
    for (class, token) in classes.iter().zip(&query.tokens) {
        weights[*class as usize] += token.weight;
    }
    for n in 1..=BEST {
        weights[n] += weights[n - 1];
    }
    weights
}

/// What one thing covers.
#[derive(Clone, Debug)]
pub struct Cover {
    /// For each token of the query, how well.
    pub classes: Vec<Class>,
    /// The field of the text that covers most.
    pub field: Field,
    /// How that text was matched.
    pub tier: Tier,
    /// How many words of that text the query does not have.
    pub rest: u32,
    /// How well that text covers, and the weight that it covers.
    best: (Class, u32),
}

/// How a text covers tokens.
#[derive(Clone, Copy, Debug)]
struct Match {
    class: Class,
    field: Field,
    tier: Tier,
    /// How many words of the text the query does not have.
    rest: u32,
}

/// The covers of everything that covers something.
#[derive(Debug, Default)]
pub struct Covers {
    /// By thing.
    pub of: BTreeMap<Target, Cover>,
}

/// The most words that a beginning is completed to, and the most beginnings of a query.
const COMPLETIONS: usize = 60;
const COMPLETED: usize = 6;

impl Covers {
    /// Notes that a text of a thing covers tokens.
    fn add(&mut self, query: &Query, target: Target, tokens: Range<usize>, matched: Match) {
        let Match { mut class, field, tier, rest } = matched;
        // Where a word first means that something is not known, its other meanings stand behind that.
        if matches!(field, Field::Word(1..))
            && query.missing.iter().any(|gap| gap.start <= tokens.start && tokens.end <= gap.end)
        {
            class = class.min(Class::Most);
        }
        // What a metric is called is that one: the `output` of `vehicle output` is no output value.
        if matches!((target, field), (Target::Metric(_), Field::Word(_)))
            && query.labels.iter().any(|(label, metric)| {
                *metric != target
                    && label.start <= tokens.start
                    && tokens.end <= label.end
                    && label.len() > tokens.len()
            })
        {
            return;
        }
        let weight = query.tokens[tokens.clone()].iter().map(|token| token.weight).sum();
        let cover = self.of.entry(target).or_insert_with(|| {
            let classes = vec![Class::Nothing; query.tokens.len()];
            Cover { classes, field: Field::Summary, tier: Tier::Summary, rest: 0, best: (Class::Nothing, 0) }
        });
        if ((class, weight), Reverse((field, rest))) > (cover.best, Reverse((cover.field, cover.rest))) {
            (cover.best, cover.field, cover.tier, cover.rest) = ((class, weight), field, tier, rest);
        }
        cover.classes[tokens].iter_mut().for_each(|own| *own = class.max(*own));
    }

    /// Reads everything that the query may name.
    pub fn new(lexicon: &Lexicon, query: &Query) -> Result<Self, Error> {
        let mut covers = Self::default();
        for reading in &query.readings {
            if matches!(reading.key.target, Target::Role(_)) {
                continue;
            }
            let (field, tokens) = (reading.key.field, reading.tokens.clone());
            let mended = query.tokens[tokens.clone()].iter().any(|token| token.mended);
            let tier = match (reading.how, field) {
                (_, Field::Initials) => Tier::Initials,
                (How::Sound, _) => Tier::Sound,
                (How::Exact, _) if mended => Tier::Typo,
                (How::Exact, _) => Tier::Exact,
            };
            let class = match field {
                Field::Initials if reading.key.key.len() < 3 => Class::Begins,
                Field::Category if matches!(reading.key.target, Target::Record(_) | Target::Gap(_)) => {
                    Class::Most
                }
                // The second meaning of a word.
                Field::Word(1..) => Class::Words,
                _ => Class::Whole,
            };
            let matched = Match { class, field, tier, rest: 0 };
            covers.add(query, reading.key.target, tokens, matched);
        }
        covers.words(lexicon, query)?;
        covers.beginning(lexicon, query)?;
        Ok(covers)
    }

    /// Texts that begin with the whole query.
    fn beginning(&mut self, lexicon: &Lexicon, query: &Query) -> Result<(), Error> {
        let all = 0..query.tokens.len();
        let typed = query.joined(all.clone());
        // A Chinese character has three bytes.
        if typed.len() < 2 {
            return Ok(());
        }
        for key in lexicon.beginning(&typed, COMPLETIONS)? {
            if key.key.len() > typed.len() && !matches!(key.field, Field::Initials | Field::Value) {
                let class = if 2 * typed.len() > key.key.len() { Class::Most } else { Class::Begins };
                let more = number(key.key.len() - typed.len());
                let matched = Match { class, field: key.field, tier: Tier::Prefix, rest: more };
                self.add(query, key.target, all.clone(), matched);
            }
        }
        Ok(())
    }

    /// Texts and summaries that hold words of the query: as they stand, in another form, as beginnings.
    fn words(&mut self, lexicon: &Lexicon, query: &Query) -> Result<(), Error> {
        // A text and the first and last token of a word that it has, or (`true`) that only begins so.
        let mut texts: Vec<(u32, usize, usize, bool)> = Vec::new();
        let mut summaries: Vec<(u32, usize)> = Vec::new();
        let mut note = |postings: Postings, tokens: Range<usize>, begins: bool| {
            texts.extend(postings.0.into_iter().map(|text| (text, tokens.start, tokens.end, begins)));
            for record in postings.1.into_iter().filter(|_| !begins) {
                summaries.extend(tokens.clone().map(|n| (record, n)));
            }
        };
        let tokens = &query.tokens;
        let mut completed = 0;
        for (n, token) in tokens.iter().enumerate() {
            if token.han {
                let in_pair = tokens.get(n + 1).is_some_and(|next| next.joined);
                if token.joined && !in_pair {
                    continue;
                }
                let to = n + 1 + usize::from(in_pair);
                let word = query.joined(n..to);
                if let Some(postings) = lexicon.postings(&word)? {
                    note(postings, n..to, false);
                }
                continue;
            }
            let digits = token.text.bytes().all(|b| b.is_ascii_digit());
            // Where `how big` is read as a whole, `how` still only asks.
            let asks = |reading: &Reading| {
                reading.key.target == Target::Role(Role::Asking) && reading.tokens == (n..n + 1)
            };
            if token.weight == 0 || token.text.len() < 2 || query.readings.iter().any(asks) {
                continue;
            }
            for form in forms(&token.text) {
                if let Some(postings) = lexicon.postings(&form)? {
                    note(postings, n..n + 1, false);
                }
            }
            if !digits && completed < COMPLETED && (token.text.len() > 3 || tokens.len() == 1) {
                completed += 1;
                for (_, postings) in lexicon.words_beginning(&token.text, COMPLETIONS)? {
                    note(postings, n..n + 1, true);
                }
            }
        }
        texts.sort_unstable();
        texts.dedup_by_key(|(text, start, end, _)| (*text, *start, *end));
        for hits in texts.chunk_by(|(a, ..), (b, ..)| a == b) {
            let key = lexicon.key(hits[0].0)?;
            let words = number(hits.len());
            let rest = key.words.saturating_sub(words);
            let share = match (key.field, rest) {
                (Field::Category | Field::Unit, _) => Class::Some,
                (Field::Word(_), 1..) => Class::Begins,
                (_, 0) => Class::Words,
                _ if rest <= words => Class::Most,
                _ => Class::Some,
            };
            for (_, start, end, begins) in hits {
                let tokens = *start..*end;
                let mended = query.tokens[tokens.clone()].iter().any(|token| token.mended);
                let (class, tier) = match (begins, mended) {
                    (true, _) => (Class::Begins, Tier::Prefix),
                    (false, true) => (share, Tier::Typo),
                    (false, false) => (share, Tier::Word),
                };
                self.add(query, key.target, tokens, Match { class, field: key.field, tier, rest });
            }
        }
        let matched =
            Match { class: Class::Described, field: Field::Summary, tier: Tier::Summary, rest: u32::MAX };
        for (record, n) in summaries {
            self.add(query, Target::Record(record), n..n + 1, matched);
        }
        Ok(())
    }
}
