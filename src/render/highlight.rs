//! Byte ranges of the matched words of a search in a text as it is shown, whatever its case, accents and
//! blanks. It paints nothing.

use std::ops::Range;

use crate::model::fold;

/// The ranges of a text whose folded form is one of some folded words, in order, the longest from where a
/// word begins. Texts are names and ids: short enough to try each range.
pub fn highlighted(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before = ' ';
    for (start, c) in text.char_indices().take_while(|_| !words.is_empty()) {
        let begins = c.is_alphanumeric() && !(c.is_ascii() && before.is_ascii_alphanumeric());
        before = c;
        if !begins || found.last().is_some_and(|last| start < last.end) {
            continue;
        }
        let ends = text[start..].char_indices().filter(|(_, c)| c.is_alphanumeric());
        let ends = ends.map(|(at, c)| start + at + c.len_utf8());
        let longest = ends.rev().find(|end| words.contains(&fold(&text[start..*end])));
        found.extend(longest.map(|end| start..end));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_marked_however_the_text_is_written() {
        let found = |text: &'static str, words: &[&str]| -> Vec<&'static str> {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            highlighted(text, &words).into_iter().map(|range| &text[range]).collect()
        };
        assert_eq!(found("Guoyuan Port", &["guoyuan"]), ["Guoyuan"]);
        assert_eq!(found("Guoyuan Port", &["guoyuanport", "port"]), ["Guoyuan Port"]);
        assert_eq!(found("Entrepôt trade", &["entrepot"]), ["Entrepôt"]);
        assert_eq!(found("重庆果园港", &["果园港"]), ["果园港"]);
        assert_eq!(found("airport", &["port"]), [""; 0], "a word begins where a word begins");
    }
}
