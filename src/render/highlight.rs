//! Byte ranges of the matched words of a search in a text as it is shown, whatever its case, accents and
//! blanks. It paints nothing.

use std::ops::Range;

use crate::model::fold;

/// The ranges of a text whose folded form is one of some folded words, in order, none within another.
pub fn highlighted(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let mut folded = String::new();
    // For each byte of the folded text, the character of the text that it comes from.
    let mut from: Vec<Range<usize>> = Vec::new();
    let mut begins: Vec<bool> = Vec::new();
    let mut behind_letter = false;
    for (at, c) in text.char_indices() {
        let letters = fold(c.encode_utf8(&mut [0; 4]));
        for _ in letters.bytes() {
            from.push(at..at + c.len_utf8());
            begins.push(!behind_letter || !c.is_ascii());
        }
        behind_letter = !letters.is_empty() && c.is_ascii();
        folded.push_str(&letters);
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        for (at, _) in folded.match_indices(word.as_str()).filter(|(at, _)| begins[*at]) {
            found.push(from[at].start..from[at + word.len() - 1].end);
        }
    }
    found.sort_unstable_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    found.retain(|range| {
        let apart = range.start >= end;
        if apart {
            end = range.end;
        }
        apart
    });
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
