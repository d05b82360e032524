//! Which word is meant by one that neither a name nor a summary has.
//!
//! One edit is an insert, a drop, a replacement or a swap of neighbours. Nothing is mended below four
//! letters; of four letters only a word that stands alone, or as in a text beside its neighbour; below six only
//! to a word of names, and only where one is meant.

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

use crate::{
    error::Error,
    query::lexicon::{Lexicon, NearWord, max_edits},
    store::index::{SearchKey, Target},
};

/// From so many letters on, the words of summaries are meant, too.
const LONG: usize = 6;
/// From so many letters on, a word that is two edits away is meant, where not only summaries hold it.
const LONGER: usize = 9;

/// The word that is meant, where it is clear; `alone` where the query is this one word, `beside` the words
/// before and behind it.
pub fn meant(
    lexicon: &Lexicon,
    typed: &str,
    alone: bool,
    beside: &[Option<&str>; 2],
) -> Result<Option<String>, Error> {
    let matcher = SkimMatcherV2::default();
    let ends = |word: &str| (word.bytes().next(), word.bytes().last());
    // Letters left out: the first and the last stand, the others in their order.
    let skips = |word: &str| alone && ends(word) == ends(typed) && matcher.fuzzy_match(word, typed).is_some();
    let near = lexicon.near_words(typed, max_edits(typed.len()), skips)?;
    // Which of them stand in a text beside the same word as here.
    let is_joined = |near: &NearWord| {
        let before = beside[0].map(|before| [before, &near.word].concat());
        let texts = before.into_iter().chain(beside[1].map(|next| [&near.word, next].concat()));
        texts.into_iter().any(|text| lexicon.beginning(&text, 1).is_ok_and(|found| !found.is_empty()))
    };
    let (mut near, others): (Vec<_>, Vec<_>) = near.into_iter().partition(is_joined);
    let is_name = |near: &NearWord| {
        let names = |key: &SearchKey| key.field.is_name() && matches!(key.target, Target::Record(_));
        lexicon.exact(&near.word).is_ok_and(|found| found.iter().any(names))
    };
    if near.is_empty() && (alone || typed.len() > 4) {
        near = others;
        near.retain(|near| is_plausible(typed, near) && (is_name(near) || is_slip(typed, near)));
    }
    // The nearest first: fewest edits; a swap before another edit; the word that is a name by itself.
    let order = |near: &NearWord| (near.edits, sorted(typed) != sorted(&near.word), !is_name(near));
    let mut near: Vec<_> = near.into_iter().map(|near| (order(&near), near.word)).collect();
    near.sort();
    let is_clear = near.len() < 2 || near[0].0 < near[1].0;
    Ok(near.into_iter().next().filter(|_| typed.len() >= LONG || is_clear).map(|(_, word)| word))
}

/// The letters of a word in the order of the alphabet.
fn sorted(word: &str) -> Vec<u8> {
    let mut letters = word.as_bytes().to_vec();
    letters.sort_unstable();
    letters
}

/// Letters that are taken for each other by their sound.
const ALIKE: [&str; 8] = ["aeiouy", "ck", "csz", "mn", "dt", "bp", "fv", "gj"];
/// The rows of a keyboard.
const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// Whether a letter is easily typed for another: it sounds alike, or stands beside it.
fn is_easily_typed_for(a: char, b: char) -> bool {
    let place = |c: char| (0..).zip(ROWS).find_map(|(row, keys)| Some((row, keys.find(c)?)));
    let beside =
        place(a).zip(place(b)).is_some_and(|((row_a, at_a), (row_b, at_b)): ((i32, _), (i32, _))| {
            row_a.abs_diff(row_b) <= 1 && at_a.abs_diff(at_b) <= 1
        });
    beside || ALIKE.iter().any(|letters| letters.contains(a) && letters.contains(b))
}

/// Whether the edits between two words are such as people make: a replaced letter is easily typed for the
/// other; two edits only in a long word, and not both replacements.
fn is_slip(typed: &str, near: &NearWord) -> bool {
    let replaced: Vec<(char, char)> = typed.chars().zip(near.word.chars()).filter(|(a, b)| a != b).collect();
    match (near.edits, typed.len() == near.word.len(), &replaced[..]) {
        (1, true, [(a, b)]) => is_easily_typed_for(*a, *b),
        (1, ..) => near.texts > 0 || typed.len() > LONG,
        (2, true, [_, _]) => false,
        (2, ..) => typed.len() >= LONGER && near.texts > 0,
        _ => near.texts > 0,
    }
}

/// Whether a near word may be meant at all.
fn is_plausible(typed: &str, near: &NearWord) -> bool {
    let first = typed.as_bytes().first() == near.word.as_bytes().first();
    let swapped = typed.as_bytes().get(..2).map(|two| [two[1], two[0]]).as_ref().map(|two| &two[..])
        == near.word.as_bytes().get(..2);
    (first || swapped) && (typed.len() >= LONG || near.texts > 0) && near.word.len() >= 4
}
