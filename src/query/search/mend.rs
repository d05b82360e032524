//! Which word is meant by one that neither a name nor a summary has.
//!
//! One edit is an insert, a drop, a replacement or a swap of neighbours. Nothing is mended below four
//! letters; of four letters only a word that stands alone, or as in a text beside its neighbour; below six only
//! to a word of names, and only where one is meant.

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

use crate::{
    error::Error,
    query::lexicon::{Lexicon, NearWord, max_edits},
    store::index::{Field, Target},
};

/// From so many letters on, the words of summaries are meant, too.
const LONG: usize = 6;
/// From so many letters on, words that are two edits away and no name alone.
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
    // Letters left out: the first and the last stand, the others in their order.
    let skips = |word: &str| {
        alone
            && typed.len() >= 5
            && word.as_bytes().first() == typed.as_bytes().first()
            && word.as_bytes().last() == typed.as_bytes().last()
            && matcher.fuzzy_match(word, typed).is_some()
    };
    let most = max_edits(typed.len());
    let mut near = lexicon.near_words(typed, most, skips)?;
    // Which of them stand in a text beside the same word as here.
    let joined = |word: &str| -> Result<bool, Error> {
        let texts =
            [beside[0].map(|before| [before, word].concat()), beside[1].map(|next| [word, next].concat())];
        texts
            .into_iter()
            .flatten()
            .try_fold(false, |any, text| Ok(any || !lexicon.beginning(&text, 1)?.is_empty()))
    };
    let mut together = Vec::new();
    for near in &near {
        if joined(&near.word)? {
            together.push(near.clone());
        }
    }
    if together.is_empty() && !alone && typed.len() == 4 {
        return Ok(None);
    }
    if together.is_empty() {
        let mut plausible = Vec::new();
        for near in near {
            let name = lexicon.exact(&near.word)?.iter().any(|key| {
                key.field.is_name() && key.field != Field::Pinyin && matches!(key.target, Target::Record(_))
            });
            if is_plausible(typed, &near) && (name || is_slip(typed, &near)) {
                plausible.push((!name, near));
            }
        }
        // The word that is a name by itself first.
        plausible.sort_by_key(|(other, near)| (near.edits, *other));
        let name_first = plausible.first().is_some_and(|(other, _)| !other);
        let edits = plausible.first().map(|(_, near)| near.edits);
        plausible.retain(|(other, near)| !name_first || !other || Some(near.edits) != edits);
        near = plausible.into_iter().map(|(_, near)| near).collect();
    } else {
        near = together;
    }
    near.sort_by_key(|near| order(typed, near));
    let Some(best) = near.first() else { return Ok(None) };
    let same = |other: &&NearWord| super::read::forms(&best.word).contains(&other.word);
    let rival = near.iter().skip(1).find(|other| !same(other));
    let clear = rival.is_none_or(|rival| order(typed, best) < order(typed, rival));
    Ok((typed.len() >= LONG || clear).then(|| best.word.clone()))
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

/// How near a word is, the nearest first: edits; a swap before another edit; words of names before those
/// of summaries; the length kept; words of many texts.
fn order(typed: &str, near: &NearWord) -> (usize, bool, bool, std::cmp::Reverse<usize>) {
    let mut letters = [typed, &near.word].map(|word| word.as_bytes().to_vec());
    for word in &mut letters {
        word.sort_unstable();
    }
    (near.edits, letters[0] != letters[1], near.texts == 0, std::cmp::Reverse(near.texts.min(1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn the_word_that_is_meant_is_one_that_the_data_has() {
        let lexicon = Lexicon::new(&fixture::atlas()).unwrap();
        for (typed, want) in [
            ("bailuawn", Some("bailuwan")),
            ("electricty", Some("electricity")),
            ("cngyn", Some("cangyun")),
            ("qwertyuiop", None),
            ("zzzz", None),
        ] {
            assert_eq!(meant(&lexicon, typed, true, &[None, None]).unwrap().as_deref(), want, "{typed}");
        }
    }
}
