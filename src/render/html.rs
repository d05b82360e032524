//! Blocks as one HTML file: no script, nothing fetched, its style inside and allowed by its hash alone.
//!
//! A text bears the marks of its footnotes (`[3]`, `[3?]`, `*1`, `[?]`) as other renderings show them. Where
//! the page has the footnote, the mark links to it, and the footnote back to where it was first called.

use std::collections::BTreeMap;

use html_escape::encode_double_quoted_attribute_to_string as escape;
use memchr::memchr;

use super::{Block, Cell, Column, Fit, Grid, Row, Tone, svg};
use crate::lang::{Label, Lang};

/// The style of every page.
const CSS: &str = include_str!("page.css");

/// What a page may load: its own style and nothing else. A test holds the hash to `page.css`.
const POLICY: &str = "default-src 'none'; style-src 'sha256-NdgM/haT5ObTWPwcwOZGHXTptFJV74jjQH2EKWhhbK4='; base-uri 'none'; form-action 'none'";

/// The most columns of a table that a page sets side by side; the cells of wider ones stand below each other.
const MAX_COLUMNS: usize = 7;

/// Writes blocks as an HTML file. `title` is the name of the page; `about` stands at its foot: what it is
/// taken from.
pub fn html(title: &str, blocks: &[Block], about: &str, lang: Lang) -> String {
    let known = blocks.iter().filter_map(|block| match block {
        Block::Reference { number, .. } => Some(format!("s{number}")),
        Block::Footnote(mark, _) => note_of(mark),
        _ => None,
    });
    let called = known.map(|id| (id, false)).collect();
    let mut page = Html { out: Markup::default(), lang, called, titles: 0, charts: 0 };
    page.out.put(HEAD, &[&tag(lang), &POLICY, &title]);
    page.out.0.push_str(CSS);
    page.element("</style></head><body><header><h1>", title, "</h1></header>\n");
    page.contents(blocks);
    page.out.put("<main>\n", &[]);
    page.blocks(blocks);
    page.element("</main>\n<footer><p>", about, "</p></footer></body></html>\n");
    page.out.0
}

/// What a page begins with: its language, its policy, its title and its style.
const HEAD: &str = r#"<!DOCTYPE html>
<html lang="{}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{}</title><style>"#;

/// HTML as it is written: a text goes in escaped, and unescaped only what the program is written with.
#[derive(Default)]
pub(super) struct Markup(String);

impl Markup {
    /// Adds markup, with pieces in the places of its `{}`.
    pub fn put(&mut self, markup: &'static str, pieces: &[&dyn Piece]) {
        let mut rest = markup;
        for piece in pieces {
            // Markup has no other braces.
            let Some(gap) = memchr(b'{', rest.as_bytes()) else { break };
            self.0.push_str(&rest[..gap]);
            piece.write(&mut self.0);
            rest = &rest[gap + "{}".len()..];
        }
        self.0.push_str(rest);
    }
}

/// What can stand within markup.
pub(super) trait Piece {
    fn write(&self, html: &mut String);
}

impl Piece for &str {
    fn write(&self, html: &mut String) {
        escape(self, html);
    }
}

impl Piece for usize {
    fn write(&self, html: &mut String) {
        html.push_str(&self.to_string());
    }
}

/// The tag of a language.
fn tag(lang: Lang) -> &'static str {
    lang.pick("en", "zh-Hans")
}

/// The language that a letter shows; none of digits, blanks and the punctuation of ASCII.
fn of_letter(c: char) -> Option<Lang> {
    match c {
        '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff65}' | '\u{20000}'.. => {
            Some(Lang::Zh)
        }
        c => c.is_alphabetic().then_some(Lang::En),
    }
}

/// The mark at the beginning of a text (`[4 7?]`, `[?]`, `*1`), and the ids of the footnotes that it calls, each with
/// what shows it. The note on weak sources has the number 0.
fn calls(text: &str) -> Option<(&str, Vec<(String, &str)>)> {
    if let Some(rest) = text.strip_prefix('*') {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let mark = &text[..=digits];
        return Some((mark, vec![(format!("n{}", &mark[1..]), mark)]));
    }
    let (inside, _) = text.strip_prefix('[')?.split_once(']')?;
    let call = |shown| match shown {
        "?" => ("n0".to_owned(), shown),
        _ => (format!("s{}", shown.trim_end_matches('?')), shown),
    };
    Some((&text[..inside.len() + 2], inside.split(' ').map(call).collect()))
}

/// The id of the footnote with this mark; none of that on the user's own data, whose mark stands everywhere.
fn note_of(mark: &str) -> Option<String> {
    calls(mark)?.1.pop().map(|(id, _)| id).filter(|id| id.starts_with('n'))
}

struct Html {
    out: Markup,
    lang: Lang,
    /// The ids of the footnotes of the page; whether a text has called them so far.
    called: BTreeMap<String, bool>,
    /// How many parts of the page have begun.
    titles: usize,
    /// How many charts are drawn.
    charts: usize,
}

impl Html {
    /// The list of the parts of a page that has several.
    fn contents(&mut self, blocks: &[Block]) {
        let parts =
            blocks.iter().filter_map(|block| if let Block::Title(text) = block { Some(text) } else { None });
        if parts.clone().count() < 2 {
            return;
        }
        self.out.put("<nav aria-label=\"{}\"><ol>", &[&Label::Contents.text(self.lang)]);
        for (n, title) in (1..).zip(parts) {
            self.out.put("<li><a href=\"#p{}\">", &[&n]);
            self.element("", title, "</a></li>");
        }
        self.out.put("</ol></nav>\n", &[]);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        let list = |block: &Block| match block {
            Block::Item(_) | Block::Indented(_) => 1,
            Block::Footnote(..) => 2,
            Block::Reference { .. } => 3,
            _ => 0,
        };
        for group in blocks.chunk_by(|a, b| list(a) == list(b) && list(a) > 0) {
            match &group[0] {
                Block::Title(text) => {
                    self.titles += 1;
                    self.out.put("<h2 id=\"p{}\">", &[&self.titles]);
                    self.element("", text, "</h2>");
                }
                Block::Heading(text) if self.titles > 0 => self.element("<h3>", text, "</h3>"),
                Block::Heading(text) => self.element("<h2>", text, "</h2>"),
                Block::Text(text) => self.element("<p>", text, "</p>"),
                Block::Faint(text) => self.element("<p class=\"f\">", text, "</p>"),
                Block::Item(_) | Block::Indented(_) => self.items(group),
                Block::Footnote(..) => self.list("<ul class=\"f\">", group, "</ul>"),
                Block::Reference { .. } => self.list("<ol class=\"f\">", group, "</ol>"),
                Block::Table(grid) => self.table(grid, true),
                Block::Columns(grid) => self.table(grid, false),
                Block::Chart { title, grid, told } => self.chart(title, grid, *told),
                Block::Blank => continue,
            }
            self.out.put("\n", &[]);
        }
    }

    /// A chart, with the table of its values beside it. What has no value is in the picture alone.
    fn chart(&mut self, title: &str, grid: &Grid, told: bool) {
        // A single bar is as long as itself.
        let is_chart = grid.bars().count() > 1;
        if is_chart {
            self.charts += 1;
            self.element("<div class=\"chart\"><figure><figcaption>", title, "</figcaption>");
            svg::chart(title, grid, self.charts, self.lang, &mut self.out);
            self.out.put("</figure>", &[]);
        }
        if !told {
            let mut grid = grid.clone();
            grid.rows.retain(|row| !row.cells[2].text().is_empty());
            self.table(&grid, false);
        }
        self.out.put(if is_chart { "</div>" } else { "" }, &[]);
    }

    fn element(&mut self, open: &'static str, text: &str, close: &'static str) {
        self.out.put(open, &[]);
        self.inline(text);
        self.out.put(close, &[]);
    }

    /// Points, each with what belongs to it.
    fn items(&mut self, blocks: &[Block]) {
        self.out.put("<ul>", &[]);
        for point in blocks.chunk_by(|_, next| matches!(next, Block::Indented(_))) {
            self.out.put("<li>", &[]);
            for block in point {
                match block {
                    Block::Item(text) => self.inline(text),
                    Block::Indented(text) => self.element("<p class=\"f\">", text, "</p>"),
                    _ => {}
                }
            }
            self.out.put("</li>", &[]);
        }
        self.out.put("</ul>", &[]);
    }

    /// Footnotes, each with the way back.
    fn list(&mut self, open: &'static str, footnotes: &[Block], close: &'static str) {
        self.out.put(open, &[]);
        for block in footnotes {
            match block {
                Block::Footnote(mark, text) => {
                    let id = note_of(mark);
                    match &id {
                        Some(id) => self.out.put("<li id=\"{}\">", &[&id.as_str()]),
                        None => self.out.put("<li>", &[]),
                    }
                    self.out.put("<span class=\"m\">{}</span> ", &[&mark.as_str()]);
                    self.inline(text);
                    self.way_back(&id.unwrap_or_default());
                }
                Block::Reference { number, text, url } => {
                    self.out.put("<li value=\"{}\" id=\"s{}\">", &[number, number]);
                    // What a title has in brackets calls no footnote.
                    self.runs(text);
                    self.out.put(" ", &[]);
                    self.address(url.as_deref().unwrap_or_default());
                    self.way_back(&format!("s{number}"));
                }
                _ => {}
            }
            self.out.put("</li>\n", &[]);
        }
        self.out.put(close, &[]);
    }

    fn way_back(&mut self, id: &str) {
        if self.called.get(id) == Some(&true) {
            let back = Label::BackToText.text(self.lang);
            self.out.put(" <a href=\"#c{}\" aria-label=\"{}\" class=\"b\">↩</a>", &[&id, &back]);
        }
    }

    /// A link to a footnote; the first is where the footnote links back to.
    fn call(&mut self, id: &str, shown: &str) {
        self.out.put("<a href=\"#{}\"", &[&id]);
        if self.called.insert(id.to_owned(), true) == Some(false) {
            self.out.put(" id=\"c{}\"", &[&id]);
        }
        self.out.put(">{}</a>", &[&shown]);
    }

    /// An address. One that is not of the web is text: a browser would run what some others say.
    fn address(&mut self, url: &str) {
        let scheme = url.split_once("://").unwrap_or_default().0;
        if ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
            self.out.put("<a href=\"{}\" rel=\"noreferrer\">{}</a>", &[&url, &url]);
        } else {
            self.out.put("{}", &[&url]);
        }
    }

    /// A text with its marks as links.
    fn inline(&mut self, text: &str) {
        let (mut rest, mut from) = (text, 0);
        let is_mark = |byte: &u8| matches!(byte, b'[' | b'*');
        while let Some(at) = rest.as_bytes()[from..].iter().position(is_mark).map(|at| at + from) {
            let (before, mark) = rest.split_at(at);
            let is_known = |(id, _): &(String, _)| self.called.contains_key(id);
            let Some((mark, calls)) = calls(mark).filter(|(_, calls)| calls.iter().all(is_known)) else {
                from = at + 1;
                continue;
            };
            self.runs(before);
            let has_brackets = mark.starts_with('[');
            self.out.put(if has_brackets { "[" } else { "" }, &[]);
            for (n, (id, shown)) in calls.iter().enumerate() {
                self.out.put(if n > 0 { " " } else { "" }, &[]);
                self.call(id, shown);
            }
            self.out.put(if has_brackets { "]" } else { "" }, &[]);
            (rest, from) = (&rest[at + mark.len()..], 0);
        }
        self.runs(rest);
    }

    /// A text in which what is not in the language of the page says so, from its first letter to its last.
    fn runs(&mut self, text: &str) {
        let own = self.lang;
        if own == Lang::En && text.is_ascii() {
            return self.out.put("{}", &[&text]);
        }
        let is_other = |c: char| of_letter(c).is_some_and(|lang| lang != own);
        let mut rest = text;
        while let Some(start) = rest.find(is_other) {
            let (before, behind) = rest.split_at(start);
            let end = behind.find(|c| of_letter(c) == Some(own)).unwrap_or(behind.len());
            let run = behind[..end].trim_end_matches(|c| !is_other(c));
            let other = if own == Lang::En { Lang::Zh } else { Lang::En };
            self.out.put("{}<span lang=\"{}\">{}</span>", &[&before, &tag(other), &run]);
            rest = &behind[run.len()..];
        }
        self.out.put("{}", &[&rest]);
    }

    /// Rows. The cells of the first column name them.
    fn table(&mut self, grid: &Grid, titled: bool) {
        let has_text = |n: &usize| titled || grid.rows.iter().any(|row| !row.cells[*n].text().is_empty());
        let shown: Vec<usize> = (0..grid.columns.len()).filter(has_text).collect();
        if grid.rows.is_empty() || shown.is_empty() {
            return;
        }
        let class = match titled {
            true if shown.len() > MAX_COLUMNS => "t wide",
            true => "t",
            false => "c",
        };
        self.out.put("<table class=\"{}\">", &[&class]);
        if shown.iter().any(|n| !grid.columns[*n].title.is_empty()) {
            self.out.put("<thead><tr>", &[]);
            for column in shown.iter().map(|n| &grid.columns[*n]) {
                match (&*column.title, column.right) {
                    ("", _) => self.out.put("<td></td>", &[]),
                    (title, true) => self.element("<th scope=\"col\" class=\"r\">", title, "</th>"),
                    (title, false) => self.element("<th scope=\"col\">", title, "</th>"),
                }
            }
            self.out.put("</tr></thead>\n", &[]);
        }
        self.out.put("<tbody>", &[]);
        for row in &grid.rows {
            self.row(row, grid, &shown, titled);
        }
        self.out.put("</tbody></table>", &[]);
    }

    fn row(&mut self, row: &Row, grid: &Grid, shown: &[usize], titled: bool) {
        self.out.put("<tr>", &[]);
        for (place, n) in shown.iter().enumerate() {
            let (cell, column) = (&row.cells[*n], &grid.columns[*n]);
            let is_name = place == 0 && !cell.text().is_empty();
            self.out.put(if is_name { "<th scope=\"row\"" } else { "<td" }, &[]);
            let classes = classes(cell.tone(column), column);
            if !classes.is_empty() {
                self.out.put(" class=\"{}\"", &[&&*classes]);
            }
            if titled && place > 0 && !column.title.is_empty() {
                self.out.put(" data-t=\"{}\"", &[&&*column.title]);
            }
            self.out.put(">", &[]);
            match cell {
                Cell::Link(url) => self.address(url),
                Cell::Text(text) if text.is_empty() && titled => self.out.put("-", &[]),
                cell => self.inline(cell.text()),
            }
            self.out.put(if is_name { "</th>" } else { "</td>" }, &[]);
        }
        self.out.put("</tr>\n", &[]);
        if let Some(note) = &row.note {
            self.out.put("<tr class=\"note\"><td class=\"f\" colspan=\"{}\">", &[&shown.len()]);
            self.element("", note, "</td></tr>\n");
        }
    }
}

fn classes(tone: Tone, column: &Column) -> String {
    let tone = match tone {
        Tone::Plain => "",
        Tone::Strong => "s",
        Tone::Key => "k",
        Tone::Faint => "f",
    };
    let right = if column.right { "r" } else { "" };
    let no_wrap = if column.fit == Fit::NoWrap { "n" } else { "" };
    let classes = [tone, right, no_wrap].into_iter().filter(|class| !class.is_empty());
    classes.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use base64::{Engine, prelude::BASE64_STANDARD};

    use super::*;

    #[test]
    fn the_policy_allows_the_style_of_the_page_and_no_other() {
        let hash = BASE64_STANDARD.encode(hmac_sha256::Hash::hash(CSS.as_bytes()));
        assert!(POLICY.contains(&format!("style-src 'sha256-{hash}'")), "the hash of page.css is now {hash}");
        assert!(!CSS.contains("</") && !CSS.contains("url(h"));
    }

    #[test]
    fn an_address_that_is_not_of_the_web_is_no_link() {
        let reference = |url: &str| {
            let block = Block::Reference { number: 1, text: String::new(), url: Some(url.to_owned()) };
            html("x", &[block], "", Lang::En)
        };
        assert!(!reference("javascript:alert(1)").contains("href"));
        assert!(reference("https://example.org/\"onclick=\"x").contains("/&quot;onclick=&quot;x\" rel="));
    }
}
