//! The reader of the index of names and words, shared by ids ([`super::resolve`]) and [`super::search`]:
//! texts that are exactly this, that begin so, that sound so, or that are an edit or two away.

use crate::{
    error::Error,
    model::{is_han, reading},
    store::Atlas,
    store::{
        format::{Section, Table},
        index::{Field, Postings, SearchKey, letter_mask},
    },
};

/// The edits (insert, drop, replace, swap of neighbours) that are forgiven in a text of so many characters.
#[must_use]
pub fn max_edits(chars: usize) -> usize {
    match chars {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// At most so many letters are left out of a typed word.
const LEFT_OUT: usize = 4;

/// A word of the lexicon that is near to what was typed.
#[derive(Clone, Debug)]
pub struct NearWord {
    /// The edits between them.
    pub edits: usize,
    /// The word.
    pub word: String,
    /// How many texts hold it; none where only summaries do.
    pub texts: usize,
}

/// The tables of the index.
#[derive(Clone, Copy, Debug)]
pub struct Lexicon<'a> {
    keys: Table<'a>,
    words: Table<'a>,
    letter_masks: &'a [u8],
}

impl<'a> Lexicon<'a> {
    /// Over the data.
    pub fn new(atlas: &Atlas<'a>) -> Result<Self, Error> {
        Ok(Self {
            keys: atlas.table(Section::SearchKeys)?,
            words: atlas.table(Section::Lexicon)?,
            letter_masks: atlas.table(Section::LetterMasks)?.get(0)?,
        })
    }

    /// A search key by its number.
    pub fn key(&self, number: u32) -> Result<SearchKey<'a>, Error> {
        Ok(self.keys.get(number as usize)?)
    }

    /// The search keys that are exactly this folded text.
    pub fn exact(&self, text: &str) -> Result<Vec<SearchKey<'a>>, Error> {
        Ok(self.exact_and_longer(text)?.0)
    }

    /// The search keys that are exactly this folded text, and whether longer ones begin so: one look-up.
    pub fn exact_and_longer(&self, text: &str) -> Result<(Vec<SearchKey<'a>>, bool), Error> {
        let mut found = Vec::new();
        for at in self.keys.lower_bound(text)?..self.keys.len() {
            let (key, _) = self.keys.prefix::<&[u8]>(at)?;
            if key != text.as_bytes() {
                return Ok((found, key.starts_with(text.as_bytes())));
            }
            found.push(self.keys.get(at)?);
        }
        Ok((found, false))
    }

    /// At most so many search keys that begin with this folded text.
    pub fn beginning(&self, text: &str, most: usize) -> Result<Vec<SearchKey<'a>>, Error> {
        let mut found = Vec::new();
        if text.is_empty() {
            return Ok(found);
        }
        for at in self.keys.lower_bound(text)?..self.keys.len() {
            let key: SearchKey = self.keys.get(at)?;
            if found.len() == most || !key.key.starts_with(text.as_bytes()) {
                break;
            }
            found.push(key);
        }
        Ok(found)
    }

    /// The search keys for which `wanted` holds that are at most so many edits from a folded text, nearest
    /// first. Values and initials are not meant by nearness.
    pub fn near(
        &self,
        text: &str,
        most: usize,
        wanted: impl Fn(&SearchKey) -> bool,
    ) -> Result<Vec<(usize, SearchKey<'a>)>, Error> {
        let (chars, letters, is_ascii) = (text.chars().count(), letter_mask(text), text.is_ascii());
        let mut found: Vec<(usize, SearchKey)> = Vec::new();
        for at in self.keys.lower_bound("0")?..self.keys.len() {
            if len_of_key(self.keys, at).is_some_and(|len| len.abs_diff(text.len()) > 3 * most) {
                continue;
            }
            let (bytes, _) = self.keys.prefix::<&[u8]>(at)?;
            let Ok(other) = std::str::from_utf8(bytes) else { continue };
            if other.chars().count().abs_diff(chars) > most
                || is_ascii
                    && other.is_ascii()
                    && (letter_mask(other) ^ letters).count_ones() as usize > 2 * most
            {
                continue;
            }
            let edits = strsim::osa_distance(text, other);
            if edits <= most {
                let key: SearchKey = self.keys.get(at)?;
                if !matches!(key.field, Field::Initials | Field::Value) && wanted(&key) {
                    found.push((edits, key));
                }
            }
        }
        found.sort_by_key(|(edits, _)| *edits);
        Ok(found)
    }

    /// The search keys that sound like a Chinese text, without the tones.
    pub fn sounding(&self, text: &str) -> Result<Vec<SearchKey<'a>>, Error> {
        let found = pinyin(text).map(|pinyin| self.exact(&pinyin)).transpose()?.unwrap_or_default();
        Ok(found.into_iter().filter(|key| key.field <= Field::Label).collect())
    }

    /// The Chinese texts of as many characters, of three bytes each, that differ in one of them.
    pub fn one_character_off(&self, text: &str) -> Result<Vec<SearchKey<'a>>, Error> {
        let mut found = Vec::new();
        for at in self.keys.lower_bound("\u{3007}")?..self.keys.len() {
            if len_of_key(self.keys, at) == Some(text.len()) {
                let (key, _) = self.keys.prefix::<&[u8]>(at)?;
                if key.chunks(3).zip(text.as_bytes().chunks(3)).filter(|(a, b)| a != b).count() == 1 {
                    found.push(self.keys.get(at)?);
                }
            }
        }
        Ok(found)
    }

    /// The texts and summaries that hold a word.
    pub fn postings(&self, word: &str) -> Result<Option<Postings>, Error> {
        let Some(at) = self.words.find(word)? else { return Ok(None) };
        Ok(Some(self.words.get::<(&[u8], Postings)>(at)?.1))
    }

    /// Whether a text or a summary holds a word.
    pub fn has(&self, word: &str) -> Result<bool, Error> {
        Ok(self.words.find(word)?.is_some())
    }

    /// At most so many longer words that begin so, with the texts that hold them.
    pub fn words_beginning(&self, typed: &str, most: usize) -> Result<Vec<(&'a [u8], Postings)>, Error> {
        let mut found = Vec::new();
        let first = self.words.lower_bound(typed)?;
        for at in first..self.words.len().min(first + most) {
            let (word, postings): (&[u8], Postings) = self.words.get(at)?;
            if !word.starts_with(typed.as_bytes()) {
                break;
            }
            if word.len() > typed.len() {
                found.push((word, postings));
            }
        }
        Ok(found)
    }

    /// The words that begin with a Latin letter and are at most so many edits from a typed one, and those for which
    /// `also` holds.
    pub fn near_words(
        &self,
        typed: &str,
        most: usize,
        also: impl Fn(&str) -> bool,
    ) -> Result<Vec<NearWord>, Error> {
        let letters = letter_mask(typed);
        let mut found = Vec::new();
        let (first, end) = (self.words.lower_bound("a")?, self.words.lower_bound("{")?);
        let masks =
            self.letter_masks.chunks_exact(4).map(|mask| mask.try_into().map_or(0, u32::from_le_bytes));
        for (at, mask) in (first..end).zip(masks.skip(first)) {
            let near = (mask ^ letters).count_ones() as usize <= 2 * most;
            let skips = letters & !mask == 0;
            if !near && !skips {
                continue;
            }
            let (word, _) = self.words.prefix::<&str>(at)?;
            let skips = skips && word.len() <= typed.len() + LEFT_OUT;
            let near = near && word.len().abs_diff(typed.len()) <= most;
            let edits = if near { strsim::osa_distance(typed, word) } else { usize::MAX };
            if edits <= most || skips && also(word) {
                let texts = self.words.get::<(&[u8], Postings)>(at)?.1.0.len();
                found.push(NearWord { edits: edits.min(most + 1), word: word.to_owned(), texts });
            }
        }
        Ok(found)
    }
}

/// The bytes of the key that an entry begins with, where these are fewer than 128: its first byte, which is
/// read faster than the entry is decoded.
fn len_of_key(table: Table, at: usize) -> Option<usize> {
    table.raw(at)?.first().filter(|len| **len < 128).map(|len| usize::from(*len))
}

/// The joined pinyin of a text that is all Chinese; none where a character has no reading.
#[must_use]
pub fn pinyin(text: &str) -> Option<String> {
    let all_han = text.chars().all(is_han);
    Some(reading(text).filter(|_| all_han)?.replace(' ', ""))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::fixture;

    /// A text with two letters swapped, one of them another besides, and that one left out.
    fn mistyped(text: &str) -> [String; 3] {
        let mut chars: Vec<char> = text.chars().collect();
        let middle = chars.len() / 2;
        chars.swap(middle - 1, middle);
        let swapped = chars.iter().collect();
        chars[middle] = 'q';
        let changed = chars.iter().collect();
        chars.remove(middle);
        [swapped, changed, chars.iter().collect()]
    }

    #[test]
    fn nothing_that_is_near_is_passed_over() {
        let lexicon = Lexicon::new(&fixture::atlas()).unwrap();
        let text = |bytes| std::str::from_utf8(bytes).unwrap();
        let keys: Vec<SearchKey> = (0..lexicon.keys.len()).map(|at| lexicon.keys.get(at).unwrap()).collect();
        let names: Vec<&str> =
            keys.iter().filter(|key| key.field.is_name()).map(|key| text(key.key)).collect();
        let words = (0..lexicon.words.len()).map(|at| lexicon.words.prefix::<&[u8]>(at).unwrap().0);
        let words: Vec<&str> = words.map(text).filter(|word| word.is_ascii() && *word >= "a").collect();
        for (n, name) in names.iter().enumerate().filter(|(n, name)| n % 5 == 0 && name.chars().count() > 1) {
            for typed in mistyped(name) {
                let (most, edits) = (n % 4, |text: &str| strsim::osa_distance(&typed, text));
                let near = lexicon.near(&typed, most, |key| key.field.is_name()).unwrap();
                assert!(near.is_sorted_by_key(|(edits, _)| *edits));
                let near: BTreeSet<_> = near.iter().map(|(edits, key)| (*edits, text(key.key))).collect();
                let all = names.iter().map(|name| (edits(name), *name)).filter(|(edits, _)| *edits <= most);
                assert_eq!(near, all.collect(), "{typed}, {most}");

                if !typed.is_ascii() {
                    continue;
                }
                let skips = |word: &str| {
                    let mut letters = word.chars();
                    word.len() <= typed.len() + LEFT_OUT && typed.chars().all(|c| letters.any(|own| own == c))
                };
                let near = lexicon.near_words(&typed, most, skips).unwrap();
                let near: BTreeSet<_> = near.iter().map(|near| (near.edits, &*near.word)).collect();
                let all = words.iter().map(|word| (edits(word).min(most + 1), *word));
                let all = all.filter(|(edits, word)| *edits <= most || skips(word));
                assert_eq!(near, all.collect(), "{typed}, {most}");
            }
        }
    }
}
