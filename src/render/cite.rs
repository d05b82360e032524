//! Sources as citations: BibTeX, CSL-JSON and GB/T 7714-2015. A pure function of the source: the key is
//! its id, and nothing is guessed that it does not say. A publisher that is not known is no author.

use serde::Serialize;

use crate::{
    lang::{self, Label, Lang, MONTHS, phrase},
    model::{Source, SourceKind, Strength},
};

/// Who answers for a source, in the language of the source; none where its publisher is not known.
fn author<'s>(source: &'s Source) -> Option<&'s str> {
    let publisher = match &source.publisher_zh {
        Some(publisher) if source.lang == "zh" => publisher,
        _ => &source.publisher,
    };
    (!publisher.is_empty() && !publisher.to_lowercase().contains("unknown")).then_some(publisher)
}

/// Sources as a BibTeX file in UTF-8.
///
/// `@misc` is the one type for such sources that BibTeX and biblatex both know (`@online` is biblatex
/// alone). The address stands in `url`, which every current style prints or ignores. Authors and titles
/// are in two pairs of braces: no style may turn a name round or a title into lower case.
pub fn bibtex(sources: &[Source], lang: Lang) -> String {
    let mut text = String::new();
    for (n, source) in sources.iter().enumerate() {
        text.push_str(if n > 0 { "\n" } else { "" });
        text.extend(["@misc{", &source.id, ",\n"]);
        let braced = |value: &str| ["{", value, "}"].concat();
        let author = author(source).map(tex);
        let mut date = source.published.as_deref().into_iter().flat_map(|date| date.split('-'));
        let (year, month, day) = (date.next(), date.next(), date.next());
        let month = month.and_then(|month| MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?));
        for (name, value) in [
            ("author", author.as_ref().map(|author| braced(&braced(author)))),
            // What styles sort by where there is no author.
            ("key", author.is_none().then(|| braced(&tex(&source.title)))),
            ("title", Some(braced(&braced(&tex(&source.title))))),
            ("year", year.map(braced)),
            // The short names of months are macros of every style, so they stand without braces.
            ("month", month.map(|name| name[..3].to_lowercase())),
            ("day", day.map(|day| braced(day.trim_start_matches('0')))),
            ("url", source.url.as_ref().map(|url| braced(&address(url)))),
            ("urldate", source.url.as_ref().map(|_| braced(&source.accessed))),
            ("language", (source.lang != "en").then(|| braced(&source.lang))),
            ("note", note(source, lang).map(|note| braced(&tex(&note)))),
        ] {
            if let Some(value) = value {
                text.extend(["  ", name, " = ", &value, ",\n"]);
            }
        }
        text.push_str("}\n");
    }
    text
}

/// What a reader should know of a source, in the language that is asked for: its note, that it is weak, and that it
/// is the user's own.
fn note(source: &Source, lang: Lang) -> Option<String> {
    let own = source.origin.as_ref().map(|origin| phrase::own_data(origin, lang));
    let note = source.note.as_ref().map(|note| lang.pick_or(note, source.note_zh.as_ref()).to_owned());
    let weak = (source.strength == Strength::Weak).then(|| Label::WeakSource.text(lang).to_owned());
    let parts: Vec<String> = note.into_iter().chain(weak).chain(own).collect();
    (!parts.is_empty()).then(|| parts.join(lang.semicolon()))
}

/// Text with everything escaped that TeX takes for a command. BibTeX counts braces even behind a
/// backslash, so a brace is named and not escaped. A straight quotation mark stands as it is: its name
/// (`\textquotedbl`) is one that readers such as pandoc drop.
fn tex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '{' => escaped.push_str("{\\textbraceleft}"),
            '}' => escaped.push_str("{\\textbraceright}"),
            '~' => escaped.push_str("{\\textasciitilde}"),
            '^' => escaped.push_str("{\\textasciicircum}"),
            '\\' => escaped.push_str("{\\textbackslash}"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// An address as styles give it to `\url`, which takes it as it is but for braces, blanks and backslashes.
fn address(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D").replace(' ', "%20").replace('\\', "%5C")
}

/// A source as reference managers read it (CSL 1.0.2, `csl-data.json`).
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "CslItem"))]
pub struct Item<'s> {
    /// Id of the source.
    id: &'s str,
    /// What sort of text it is.
    #[serde(rename = "type")]
    form: &'static str,
    /// Its title.
    title: &'s str,
    /// The body that answers for it; left out where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<[Name<'s>; 1]>,
    /// What published it, where that is a paper or a site of news.
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    container: Option<&'s str>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Date>,
    /// When it was read.
    accessed: Option<Date>,
    /// Its address.
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'s str>,
    /// Its language (ISO 639-1).
    language: &'s str,
    /// What a reader should know of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// The name of a body.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "CslName"))]
struct Name<'s> {
    /// The name, which no style may turn round.
    literal: &'s str,
}

/// A date, which may be a year or a month.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "CslDate"))]
struct Date {
    /// Year, month and day, as far as they are known.
    #[serde(rename = "date-parts")]
    parts: [Vec<u16>; 1],
}

/// Sources as the items of CSL-JSON. News is an article in what published it, its writer not recorded;
/// what a body or company says is a web page of which it is the author, or a report where no address is
/// known. The schema knows no null: what is not known is left out.
pub fn csl<'s>(sources: &'s [Source], lang: Lang) -> Vec<Item<'s>> {
    let date = |text: &str| {
        let parts: Vec<u16> = text.split('-').map_while(|part| part.parse().ok()).collect();
        (!parts.is_empty()).then_some(Date { parts: [parts] })
    };
    let item = |source: &'s Source| {
        let news = matches!(source.kind, SourceKind::StateMedia | SourceKind::Media);
        let publisher = author(source);
        Item {
            id: &source.id,
            form: match (news, &source.url) {
                (true, _) => "article-newspaper",
                (false, Some(_)) => "webpage",
                (false, None) => "report",
            },
            title: &source.title,
            author: publisher.filter(|_| !news).map(|literal| [Name { literal }]),
            container: publisher.filter(|_| news),
            issued: source.published.as_deref().and_then(date),
            accessed: date(&source.accessed),
            url: source.url.as_deref(),
            language: &source.lang,
            note: note(source, lang),
        }
    };
    sources.iter().map(item).collect()
}

/// Sources by GB/T 7714-2015, numbered in their order (顺序编码制).
///
/// With an address, 4.6 of the standard: 主要责任者. 题名\[EB/OL\]. (发布日期)\[引用日期\]. 获取路径.
/// `OL` says "online", so without an address the source is `Z` (其他, annex B), with neither carrier,
/// date of citation nor path: 主要责任者. 题名\[Z\]. 发布日期. An author that is not known is left out, as
/// 8.1 allows in numbered lists; so is a date that is not known: the standard lets one estimate it in
/// brackets, which would be invented.
pub fn gb7714(sources: &[Source], lang: Lang) -> String {
    let line = |(n, source): (usize, &Source)| {
        let author = author(source).unwrap_or_default();
        let stop = match author.chars().last() {
            None => "",
            Some('.') => " ",
            Some(_) => ". ",
        };
        let (title, published) = (&source.title, source.published.as_deref());
        let rest = match (&source.url, published) {
            (Some(url), Some(date)) => format!("[EB/OL]. ({date})[{}]. {url}.", source.accessed),
            (Some(url), None) => format!("[EB/OL]. [{}]. {url}.", source.accessed),
            (None, Some(date)) => format!("[Z]. {date}."),
            (None, None) => "[Z].".to_owned(),
        };
        let own = source.origin.as_ref().map(|origin| format!(" {}.", phrase::own_data(origin, lang)));
        format!("[{n}] {author}{stop}{title}{rest}{}\n", own.unwrap_or_default())
    };
    (1..).zip(sources).map(line).collect()
}

/// A source in one line of a memo: publisher, title, date of publication, address, date of reading, and that it is
/// weak.
pub fn memo(source: &Source, lang: Lang) -> String {
    let mut parts = vec![phrase::quoted_title(&source.title, lang)];
    let undated = || Label::Undated.text(lang).to_owned();
    parts.push(source.published.as_deref().map_or_else(undated, |published| lang::date(published, lang)));
    parts.extend(source.url.as_ref().map(ToString::to_string));
    parts.push(phrase::read_on(lang::date(&source.accessed, lang), lang));
    parts.extend((source.strength == Strength::Weak).then(|| Label::WeakSource.text(lang).to_owned()));
    let publisher = lang.pick_or(&source.publisher, source.publisher_zh.as_ref());
    parts.extend(source.origin.as_ref().map(|origin| phrase::own_data(origin, lang)));
    [publisher, lang.colon(), &parts.join(lang.comma()), lang.stop()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tex_takes_for_a_command_is_escaped() {
        assert_eq!(tex("AT&S 5% $1 #2 a_b"), "AT\\&S 5\\% \\$1 \\#2 a\\_b");
        assert_eq!(
            tex("{x} ~ ^ \\"),
            "{\\textbraceleft}x{\\textbraceright} {\\textasciitilde} {\\textasciicircum} {\\textbackslash}"
        );
        assert_eq!(tex("两江新区“十三五”"), "两江新区“十三五”");
        assert_eq!(tex("\"a\" it's"), "\"a\" it's");
        assert_eq!(address("http://x/a{b} c\\%e9_#"), "http://x/a%7Bb%7D%20c%5C%e9_#");
    }
}
