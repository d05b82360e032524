//! Which word is meant by one that neither a name nor a summary has.
//!
//! One edit is an insert, a drop, a replacement or a swap of neighbours. Nothing is mended below four
//! letters; below six only to a word of names, and only where one is meant.

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

use crate::{
    error::Error,
    query::lexicon::{Lexicon, NearWord, max_edits},
};

/// From so many letters on, the words of summaries are meant, too.
const LONG: usize = 6;
/// Of ten letters of a word, so many must have been typed where the others are only left out.
const TYPED_OF_TEN: usize = 7;

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
            && word.len() > typed.len()
            && typed.len() * 10 >= word.len() * TYPED_OF_TEN
            && word.as_bytes().first() == typed.as_bytes().first()
            && word.as_bytes().last() == typed.as_bytes().last()
            && matcher.fuzzy_match(word, typed).is_some()
    };
    let most = max_edits(typed.len());
    let mut near = lexicon.near_words(typed, most, skips)?;
    // Which of them stand in a text beside the same word as here.
    let joined = |word: &str| -> Result<bool, Error> {
        let texts = [beside[0].map(|before| [before, word].concat()), beside[1].map(|next| [word, next].concat())];
        texts.into_iter().flatten().try_fold(false, |any, text| Ok(any || !lexicon.beginning(&text, 1)?.is_empty()))
    };
    let mut together = Vec::new();
    for near in &near {
        if joined(&near.word)? {
            together.push(near.clone());
        }
    }
    if together.is_empty() {
        near.retain(|near| is_plausible(typed, near));
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
    letters.iter_mut().for_each(|word| word.sort_unstable());
    (near.edits, letters[0] != letters[1], near.texts == 0, std::cmp::Reverse(near.texts.min(1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Atlas;

    #[test]
    fn the_word_that_is_meant_is_one_that_the_data_has() {
        let lexicon = Lexicon::new(&Atlas::bundled()).unwrap();
        for (typed, want) in [
            ("guoyaun", Some("guoyuan")),
            ("pwoer", Some("power")),
            ("japna", Some("japan")),
            ("electricty", Some("electricity")),
            ("hyndi", Some("hyundai")),
            ("qwertyuiop", None),
            ("zzzz", None),
        ] {
            assert_eq!(meant(&lexicon, typed, true, &[None, None]).unwrap().as_deref(), want, "{typed}");
        }
    }
}
