//! Display width and the breaking of lines: between words, between Chinese characters, never before a
//! closing mark or behind an opening one. A word is broken only where it is wider than the line.

use unicode_width::UnicodeWidthChar;

/// Cells that a text takes on a screen.
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(cells).sum() }
}

fn cells(c: char) -> usize {
    // Most are of these two.
    match c {
        ' '..='~' => 1,
        '\u{4e00}'..='\u{9fff}' => 2,
        c => c.width().unwrap_or(0),
    }
}

/// What no line begins with, and what none ends with.
const NEVER_FIRST: [char; 27] = [
    '，', '。', '、', '；', '：', '？', '！', '）', '》', '」', '』', '”', '’', '…', '—', '％', ' ', '%',
    ')', ',', '.', ';', ':', '?', '!', ']', '}',
];
const NEVER_LAST: [char; 9] = ['（', '《', '「', '『', '“', '‘', '(', '[', '{'];

/// Whether a line may break between two characters.
fn may_break(before: char, c: char) -> bool {
    // Most are ASCII.
    if before.is_ascii() && c.is_ascii() {
        return before == ' ' && c != ' ';
    }
    let has_wide = cells(before) == 2 || cells(c) == 2;
    before == ' ' || (has_wide && !NEVER_FIRST.contains(&c) && !NEVER_LAST.contains(&before))
}

/// The width of the widest piece that no line may break, in an id that may break behind hyphens too.
pub fn longest_word(text: &str, behind_hyphens: bool) -> usize {
    let breaks = |c: char| c == ' ' || (behind_hyphens && c == '-');
    text.split_inclusive(breaks).map(|word| longest_piece(word.trim_end_matches(' '))).max().unwrap_or(0)
}

/// The same of a word without blanks, in which only wide characters allow a break.
fn longest_piece(word: &str) -> usize {
    if word.is_ascii() {
        return word.len();
    }
    let (mut longest, mut used, mut before) = (0, 0, '\0');
    for c in word.chars() {
        if may_break(before, c) {
            used = 0;
        }
        used += cells(c);
        longest = longest.max(used);
        before = c;
    }
    longest
}

/// A text in lines of at most `limit` cells; none is no limit. A word that is wider than a line is broken
/// behind a hyphen where it has one.
pub fn wrap(text: &str, limit: Option<usize>) -> impl Iterator<Item = &str> {
    let mut left = Some(text);
    std::iter::from_fn(move || {
        let text = left?;
        let end = limit.map_or(text.len(), |limit| fitting(text, limit.max(2)));
        let next = text[end..].chars().next();
        let (line, others) = text.split_at(next.map_or(end, |next| last_break(&text[..end], next)));
        left = next.map(|_| others);
        Some(line.trim_end())
    })
}

/// Bytes of the longest beginning of a text that takes at most `limit` cells and the blanks behind it, which
/// take no room at the end of a line.
fn fitting(text: &str, limit: usize) -> usize {
    let mut used = 0;
    // As far as all is ASCII, cells are bytes.
    let head = &text.as_bytes()[..limit.min(text.len())];
    let is_wide = |byte: &u8| !byte.is_ascii();
    let known = if head.is_ascii() { head.len() } else { head.iter().position(is_wide).unwrap_or(0) };
    let exceeds = |(at, c): &(usize, char)| {
        used += cells(*c);
        known + used > limit && *c != ' ' && known + at > 0
    };
    text[known..].char_indices().find(exceeds).map_or(text.len(), |(at, _)| known + at)
}

/// Where a line breaks that `next` does not fit into, in bytes.
fn last_break(line: &str, mut next: char) -> usize {
    for (at, c) in line.char_indices().rev() {
        if may_break(c, next) {
            return at + c.len_utf8();
        }
        next = c;
    }
    line.rfind('-').map_or(line.len(), |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_is_wider_than_a_line_breaks_behind_a_hyphen_where_it_has_one() {
        for (text, limit, lines) in [
            ("14th-five-year-plan", 30, &["14th-five-year-plan"][..]),
            ("in five-year-plan", 9, &["in", "five-", "year-plan"]),
            ("https://example.org/long", 10, &["https://ex", "ample.org/", "long"]),
            ("in déjà-vu", 6, &["in", "déjà-", "vu"]),
        ] {
            assert!(wrap(text, Some(limit)).eq(lines.iter().copied()), "{text}");
        }
        assert_eq!(longest_word("high-end-equipment", true), "equipment".len());
    }

    #[test]
    fn any_text_at_any_width_keeps_its_characters_and_its_limit() {
        let texts = [
            "State-level new area of 1,200 km2 north of the Yangtze (Jialing), established in June 2010.",
            "国家级新区，位于重庆市区长江以北、嘉陵江以东，2010年6月成立，规划面积1200平方公里；2025年11月设立同名行政区。",
            "Mixed 中英文 text, with “quotes” — and（括号）and a/very/long/path-that-cannot-break",
        ];
        for (text, limit) in texts.into_iter().flat_map(|text| (2..120).map(move |limit| (text, limit))) {
            let lines: Vec<&str> = wrap(text, Some(limit)).collect();
            assert!(lines.iter().all(|line| width(line) <= limit && line.trim_end() == *line), "{lines:?}");
            let joined: String = lines.concat().split_whitespace().collect();
            assert_eq!(joined, text.split_whitespace().collect::<String>());
        }
    }
}
