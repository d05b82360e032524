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
    folded(text).filter(|c| c.is_alphanumeric()).collect()
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
    let folded: String = folded(text).collect();
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The joined pinyin and the initials of a spaced pinyin.
pub fn fold_pinyin(pinyin: &str) -> (String, String) {
    let initials =
        pinyin.split_whitespace().filter_map(|syllable| syllable.chars().next()).collect::<String>();
    (fold(pinyin), fold(&initials))
}

/// How a Chinese character is read: its syllable without the tone.
pub fn syllable(c: char) -> Option<&'static str> {
    let at = PINYIN.find(c).filter(|_| !c.is_ascii())?;
    let line = PINYIN.get(..at)?.rsplit('\n').next()?;
    line.split(' ').next()
}

/// Words of two characters that are read otherwise than by [`syllable`], and how.
pub fn words_read_otherwise() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = PINYIN.lines().rev();
    let words = lines.map_while(|line| line.rsplit_once(' ').filter(|(said, _)| said.contains(' ')));
    words.map(|(said, word)| (word, said))
}

/// How a word is read, where it is one of [`words_read_otherwise`].
pub fn syllables_of_word(word: &str) -> Option<&'static str> {
    words_read_otherwise().find_map(|(other, said)| (other == word).then_some(said))
}

/// The folded characters that one typed character makes.
pub fn fold_char(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c)
        .nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(simplified)
        .filter(|c| c.is_alphanumeric())
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    text.nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(simplified)
}

fn simplified(c: char) -> char {
    if !('\u{2e80}'..='\u{fa6a}').contains(&c) {
        return c;
    }
    let pairs = TRADITIONAL.as_bytes();
    let (mut low, mut high) = (0, pairs.len() / PAIR);
    while low < high {
        let mid = usize::midpoint(low, high);
        let mut pair = TRADITIONAL[mid * PAIR..].chars();
        match pair.next().map(|traditional| traditional.cmp(&c)) {
            Some(std::cmp::Ordering::Less) => low = mid + 1,
            Some(std::cmp::Ordering::Equal) => return pair.next().unwrap_or(c),
            _ => high = mid,
        }
    }
    c
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_meet_however_they_are_typed() {
        for typed in
            ["Guoyuan Port", "guoyuan_port", "GUOYUAN-PORT", "ＧＵＯＹＵＡＮ　ＰＯＲＴ", "Guǒyuán pòrt"]
        {
            assert_eq!(fold(typed), "guoyuanport", "{typed}");
        }
        assert_eq!(fold("果園港"), "果园港");
        assert_eq!(fold("AT&S"), "ats");
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(split_words("果园港 吞吐量，2023"), ["果园港", "吞吐量", "2023"]);
        assert_eq!(split_words("R&D—centre"), ["r", "d", "centre"]);
    }

    #[test]
    fn traditional_pairs_are_sorted_and_of_one_width() {
        let pairs: Vec<&str> = TRADITIONAL.lines().collect();
        assert!(pairs.len() > 100);
        assert!(pairs.is_sorted());
        for pair in pairs {
            assert_eq!((pair.chars().count(), pair.len()), (2, 6), "{pair}");
        }
    }

    #[test]
    fn characters_and_words_are_read_aloud() {
        assert_eq!((syllable('圆'), syllable('a')), (Some("yuan"), None));
        assert_eq!(syllables_of_word("银行"), Some("yin hang"));
        assert_eq!(syllables_of_word("果园"), None);
    }

    #[test]
    fn pinyin_gives_its_joined_form_and_its_initials() {
        assert_eq!(fold_pinyin("guo yuan gang"), ("guoyuangang".into(), "gyg".into()));
        assert_eq!(fold_pinyin("2017 nian"), ("2017nian".into(), "2n".into()));
    }
}
