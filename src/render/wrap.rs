//! Display width and the breaking of lines: between words, between Chinese characters, never before a
//! closing mark or behind an opening one. A word is broken only where it is wider than the line.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Cells that a text takes on a screen.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// Marks that never begin a line.
const CLOSING: &str = "，。、；：？！）》」』”’…—％%),.;:?!]}";
/// Marks that never end a line.
const OPENING: &str = "（《「『“‘([{";

/// Where a word may be broken that is wider than its line: a space without width, for [`wrap`] alone.
pub const BREAK: char = '\u{200b}';

/// The pieces between which a line may break, each with its trailing blanks.
fn pieces(mut text: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let length = |text: &str| text.chars().next().map(char::len_utf8);
        let mut end = length(text)?;
        while end < text.len() && !may_break(text, end) {
            end += length(&text[end..])?;
        }
        let piece;
        (piece, text) = text.split_at(end);
        Some(piece)
    })
}

/// Whether a line may break before the character at this byte, which is not the first.
fn may_break(text: &str, at: usize) -> bool {
    // Most characters are ASCII, and of these the bytes tell all.
    let (before, byte) = (text.as_bytes()[at - 1], text.as_bytes()[at]);
    if before.is_ascii() && byte.is_ascii() {
        return before == b' ' && byte != b' ';
    }
    let (Some(before), Some(c)) = (text[..at].chars().next_back(), text[at..].chars().next()) else {
        return false;
    };
    let is_wide = |c: char| c.width() == Some(2);
    c != ' '
        && (before == ' '
            || ((is_wide(before) || is_wide(c)) && !CLOSING.contains(c) && !OPENING.contains(before)))
}

/// The width of the widest piece of a text.
#[must_use]
pub fn longest_word(text: &str) -> usize {
    if text.is_ascii() {
        return text.split(' ').map(str::len).max().unwrap_or(0);
    }
    let parts = pieces(text).flat_map(|piece| piece.split(BREAK));
    parts.map(|part| width(part.trim_end())).max().unwrap_or(0)
}

/// A text in lines of at most `limit` cells; none is no limit.
#[must_use]
pub fn wrap(text: &str, limit: Option<usize>) -> Vec<&str> {
    let Some(limit) = limit.filter(|limit| width(text) > *limit) else { return vec![text] };
    let limit = limit.max(2);
    let mut lines = Vec::new();
    // The line so far, in bytes of the text and in cells.
    let (mut start, mut end, mut used) = (0, 0, 0);
    for piece in pieces(text) {
        let wanted = width(piece.trim_end());
        if used > 0 && used + wanted > limit {
            lines.push(text[start..end].trim_end());
            (start, used) = (end, 0);
        }
        if wanted <= limit {
            end += piece.len();
            used += width(piece);
            continue;
        }
        for part in piece.split_inclusive(BREAK) {
            if used > 0 && used + width(part.trim_end()) > limit {
                lines.push(&text[start..end]);
                (start, used) = (end, 0);
            }
            for c in part.chars() {
                let cells = c.width().unwrap_or(0);
                if used + cells > limit {
                    lines.push(&text[start..end]);
                    (start, used) = (end, 0);
                }
                end += c.len_utf8();
                used += cells;
            }
        }
    }
    lines.push(text[start..end].trim_end());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_never_exceed_the_limit() {
        assert_eq!(wrap("one two three", Some(8)), ["one two", "three"]);
        assert_eq!(wrap("14th-five-year-plan", Some(30)), ["14th-five-year-plan"]);
        assert_eq!(
            wrap("in five-\u{200b}year-\u{200b}plan", Some(9)),
            ["in", "five-\u{200b}", "year-\u{200b}plan"]
        );
        assert_eq!(wrap("no limit at all", None), ["no limit at all"]);
        assert_eq!(wrap("https://example.org/long", Some(10)), ["https://ex", "ample.org/", "long"]);
    }

    #[test]
    fn chinese_breaks_between_characters_but_not_before_closing_marks() {
        assert_eq!(wrap("两江新区，重庆", Some(8)), ["两江新", "区，重庆"]);
        assert_eq!(wrap("规划（一期）", Some(6)), ["规划", "（一", "期）"]);
    }

    #[test]
    fn any_text_at_any_width_keeps_its_characters_and_its_limit() {
        let texts = [
            "State-level new area of 1,200 km2 north of the Yangtze (Jialing), established in June 2010.",
            "国家级新区，位于重庆市区长江以北、嘉陵江以东，2010年6月成立，规划面积1200平方公里；2025年11月设立同名行政区。",
            "Mixed 中英文 text, with “quotes” — and（括号）and a/very/long/path-that-cannot-break",
        ];
        for text in texts {
            for limit in 2..120 {
                let lines = wrap(text, Some(limit));
                for line in &lines {
                    assert!(width(line) <= limit, "{limit}: {line}");
                    assert_eq!(line.trim_end(), *line);
                }
                let joined: String = lines.concat().split_whitespace().collect();
                assert_eq!(joined, text.split_whitespace().collect::<String>());
            }
        }
    }
}
