//! Folding: what makes `Guǒyuán Port`, `ＧＵＯＹＵＡＮ` and `果園港` meet the names in the data. Used at
//! build time on the keys and at run time on what is typed, so the two cannot differ.

use unicode_normalization::UnicodeNormalization;

/// Pairs of a traditional character and its simplified form, sorted by the first; made for the
/// characters that occur in the data.
const TRADITIONAL: &str = include_str!("../../data/traditional.txt");

/// Pinyin, a line each: the syllables, a blank before each, and the characters that are read so; lines of
/// several syllables are words that are read otherwise together than apart, and stand last.
const PINYIN: &str = include_str!("../../data/pinyin.txt");

/// Bytes of a pair: two three-byte characters and a newline.
const PAIR: usize = 7;

// Line ends of two bytes would hide every pair.
const _: () = assert!(
    TRADITIONAL.len().is_multiple_of(PAIR),
    "data/traditional.txt has other line ends than LF: set git's core.autocrlf to false and check out again"
);

/// Letters and digits only, lower-case, without accents, in simplified characters.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text
            .bytes()
            .filter(u8::is_ascii_alphanumeric)
            .map(|b| char::from(b.to_ascii_lowercase()))
            .collect();
    }
    folded(text.chars()).filter(|c| c.is_alphanumeric()).collect()
}

/// The text with full-width letters, digits and signs in their usual width.
pub fn narrow(text: &str) -> String {
    text.nfkc().collect()
}

/// What may have been meant as an id: ids are lower-case words with hyphens between.
pub fn as_id(typed: &str) -> String {
    typed.trim().to_lowercase().replace(['_', ' '], "-")
}

/// Like [`fold`], with one blank between words: every run of letters or digits is a word, and every
/// Chinese passage stays one.
pub fn split_words(text: &str) -> Vec<String> {
    let folded: String = folded(text.chars()).collect();
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The joined pinyin and the initials of a spaced pinyin.
pub fn fold_pinyin(pinyin: &str) -> (String, String) {
    let initials =
        pinyin.split_whitespace().filter_map(|syllable| syllable.chars().next()).collect::<String>();
    (fold(pinyin), fold(&initials))
}

/// How a Chinese character is read: its syllable without the tone.
fn syllable(c: char) -> Option<&'static str> {
    let (before, _) = PINYIN.split_once(c)?;
    before.rsplit('\n').next()?.split(' ').next()
}

/// How a word of two characters is read, where that is otherwise than by [`syllable`].
fn syllables_of_word(word: &str) -> Option<&'static str> {
    let lines = PINYIN.lines().rev();
    let mut words = lines.map_while(|line| line.rsplit_once(' ').filter(|(said, _)| said.contains(' ')));
    words.find_map(|(said, other)| (other == word).then_some(said))
}

/// The pinyin of a text, a blank between syllables; none where it holds no Chinese, or a character whose
/// reading is not known.
pub fn reading(text: &str) -> Option<String> {
    let folded: Vec<char> = fold(text).chars().collect();
    if !folded.iter().any(|c| is_han(*c)) {
        return None;
    }
    let mut syllables = Vec::new();
    for passage in folded.chunk_by(|a, b| is_han(*a) == is_han(*b)) {
        let mut left = passage;
        while let [c, rest @ ..] = left {
            let word: String = left.iter().take(2).collect();
            left = rest;
            if !is_han(*c) {
                syllables.push(passage.iter().collect());
                break;
            } else if let Some(together) = syllables_of_word(&word) {
                syllables.push(together.to_owned());
                left = rest.get(1..).unwrap_or_default();
            } else {
                syllables.push(syllable(*c)?.to_owned());
            }
        }
    }
    Some(syllables.join(" "))
}

/// Whether a character is Chinese.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// The folded characters that one typed character makes.
pub fn fold_char(c: char) -> impl Iterator<Item = char> {
    folded(std::iter::once(c)).filter(|c| c.is_alphanumeric())
}

fn folded(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    text.nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(simplified)
}

fn simplified(c: char) -> char {
    if !('\u{2e80}'..='\u{fa6a}').contains(&c) {
        return c;
    }
    let (pairs, _) = TRADITIONAL.as_bytes().as_chunks::<PAIR>();
    let mut utf8 = [0; 4];
    let traditional = c.encode_utf8(&mut utf8).as_bytes();
    // UTF-8 sorts as its characters do.
    let found = pairs.binary_search_by(|pair| pair[..3].cmp(traditional));
    found.ok().and_then(|at| TRADITIONAL[at * PAIR + 3..].chars().next()).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_pairs_are_sorted_and_of_one_width() {
        let pairs: Vec<&str> = TRADITIONAL.lines().collect();
        assert!(pairs.len() > 100);
        assert!(pairs.is_sorted());
        for pair in pairs {
            assert_eq!((pair.chars().count(), pair.len()), (2, 6), "{pair}");
        }
    }
}
