//! HTML pages, read with a tokenizer of the standard: well nested, linked both ways, in two languages, saying
//! what the terminal says; and hostile data stays text.

use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsString,
};

use html5gum::{Token, Tokenizer};
use liangjiang::{
    command::{COMMANDS, Entry},
    store::Atlas,
    style::Environment,
};
use proptest::prelude::*;

use crate::{
    fixture,
    harness::{answers, liangjiang, project, records},
    load, store,
};

/// A page as it is read.
#[derive(Default)]
struct Page {
    /// The elements in their order, with their attributes.
    elements: Vec<(String, BTreeMap<String, String>)>,
    /// The texts, each with its element and the nearest language around it.
    texts: Vec<(String, String, String)>,
}

impl Page {
    /// Reads a page. Whatever is not well nested, or an error by the standard, is a fault.
    #[track_caller]
    fn read(html: &str) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let mut page = Self::default();
        let mut open: Vec<(String, String)> = vec![(String::new(), String::new())];
        for Ok(token) in Tokenizer::new(html) {
            let (inner, lang) = open.last().unwrap().clone();
            match token {
                Token::StartTag(tag) => {
                    let name = text(&tag.name);
                    let attributes: BTreeMap<String, String> =
                        tag.attributes.iter().map(|(key, value)| (text(key), text(value))).collect();
                    let lang = attributes.get("lang").cloned().unwrap_or(lang);
                    page.elements.push((name.clone(), attributes));
                    if !tag.self_closing && name != "meta" {
                        open.push((name, lang));
                    }
                }
                Token::EndTag(tag) => assert_eq!(open.pop().unwrap().0, text(&tag.name), "{html}"),
                Token::String(string) => page.texts.push((inner, lang, text(&string))),
                Token::Doctype(_) => {}
                other => panic!("{other:?} in {html}"),
            }
        }
        assert_eq!(open.len(), 1, "{html}");
        page
    }

    fn of(command: &str, lang: &str) -> Self {
        let run = liangjiang(&format!("{command} -f html --lang {lang}"));
        Self::read(&run.prints().may_warn().run())
    }

    fn attributes(&self, key: &str) -> Vec<&str> {
        self.elements.iter().filter_map(|(_, attributes)| attributes.get(key).map(String::as_str)).collect()
    }

    fn count(&self, name: &str) -> usize {
        self.elements.iter().filter(|(element, _)| element == name).count()
    }

    /// What a reader sees.
    fn text(&self) -> String {
        let seen = self.texts.iter().filter(|(element, ..)| !["style", "desc"].contains(&&**element));
        seen.map(|(_, _, text)| text.as_str()).collect()
    }
}

#[test]
fn every_page_is_linked_both_ways_and_says_its_languages_and_heads() {
    for command in answers().into_iter().chain(["show bailuwan cangyun luoyun tax-ten".to_owned()]) {
        for (lang, tag) in [("en", "en"), ("zh", "zh-Hans")] {
            let page = Page::of(&command, lang);
            let about = format!("{command} {lang}");
            assert_eq!(page.elements[0].1["lang"], tag, "{about}");
            assert_eq!((page.count("h1"), page.count("main"), page.count("script")), (1, 1, 0), "{about}");
            // Who reads it may have no terminal.
            let names = |entry: &&&Entry| page.text().contains(&["liangjiang ", entry.name].concat());
            assert_eq!(COMMANDS.iter().find(names).map(|entry| entry.name), None, "{about}");
            let ids = page.attributes("id");
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{about}: an id twice");
            let links = page.attributes("href");
            for target in links.iter().filter_map(|link| link.strip_prefix('#')) {
                assert!(ids.contains(&target), "{about}: {target} is nowhere");
            }
            // The first call of a footnote has its id behind a c.
            for id in ids.iter().filter(|id| id.starts_with("cs") || id.starts_with("cn")) {
                assert!(ids.contains(&&id[1..]), "{about}");
                assert!(links.contains(&&*["#", id].concat()), "{about}: no way back to {id}");
            }
            let heads = page.elements.iter().filter(|(name, _)| name == "th");
            let is_head = |own: &BTreeMap<_, _>| own.contains_key("scope") && !own.contains_key("data-t");
            assert!(heads.clone().all(|(_, attributes)| is_head(attributes)), "{about}");
            assert!(!page.attributes("data-t").contains(&""), "{about}: a cell with a head of no name");
            assert!(page.attributes("style").is_empty(), "{about}: the policy forbids it");
            for (element, of, text) in page.texts.iter().filter(|(element, ..)| element != "style") {
                let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
                let plain = ["title", "desc", "text"].contains(&&**element) || text.contains("://");
                assert!(plain || of != "en" || !text.contains(is_han), "{about}: {text}");
                let is_latin = |c: char| c.is_ascii_alphabetic();
                assert!(plain || of != "zh-Hans" || !text.contains(is_latin), "{about}: {text}");
            }
        }
    }
}

/// A line without the command that it ends with, which a page to hand over does not have.
fn without_command(line: &str) -> &str {
    line.find("liangjiang ").map_or(line, |at| line[..at].trim_end().trim_end_matches(['(', '（', ':', '：']))
}

#[test]
fn a_page_says_what_the_terminal_says() {
    // In English a screen has ids where a page to hand over has names.
    let ids: Vec<String> = records(fixture::atlas()).flat_map(|(_, ids)| ids).collect();
    for command in answers() {
        // Several records are a briefing, which is put together otherwise.
        if command.split_whitespace().count() > 3 && command.contains("show") {
            continue;
        }
        for lang in ["en", "zh"] {
            let said = liangjiang(&format!("{command} --width 0 --lang {lang}")).prints().may_warn().run();
            let page = Page::of(&command, lang).text();
            let is_drawn = |word: &&str| !["-", "*"].contains(word) && !word.contains(['█', '░']);
            let words = said.lines().map(without_command).flat_map(str::split_whitespace);
            let is_id = |word: &str| {
                lang == "en" && ids.iter().any(|id| id == word.trim_end_matches([',', ':', ';']))
            };
            for word in words.filter(is_drawn).filter(|word| !is_id(word)) {
                // The list numbers its items itself.
                let number = word.starts_with('[') && word.ends_with(']');
                assert!(number || page.contains(word), "{command} {lang}: no {word}");
            }
        }
    }
}

/// Keys of the data whose text people write.
const KEYS: [&str; 29] = [
    "name", "name_zh", "summary", "summary_zh", "statement", "statement_zh", "note", "note_zh", "text",
    "text_zh", "title", "publisher", "publisher_zh", "label", "label_zh", "meaning", "meaning_zh",
    "definition", "definition_zh", "benefit", "benefit_zh", "who", "who_zh", "document", "document_zh",
    "body", "body_zh", "telephone", "value_zh",
];

/// The text of a file of the data, in which each such text ends in another.
fn ending_in(end: &str, file: &str) -> String {
    let end = end.replace('"', "\\\"");
    KEYS.iter().fold(file.to_owned(), |text, key| {
        let opening = format!("{key} = \"");
        let mut parts = text.split(&opening);
        let first = parts.next().unwrap().to_owned();
        parts.fold(first, |text, part| {
            let (value, rest) = part.split_once('"').unwrap();
            let end = if value.ends_with('\\') { "" } else { &end };
            [&text, &opening, value, end, "\"", rest].concat()
        })
    })
}

/// All pages of the fixture with such texts.
fn pages(end: &str) -> Vec<Page> {
    let mut files = load::files(&project("tests/fixture")).unwrap();
    for file in &mut files {
        let text = String::from_utf8(file.content.clone().unwrap()).unwrap();
        file.content = Ok(ending_in(end, &text).into_bytes());
    }
    let (dataset, diagnostics) = load::read(&files);
    // Every text differs from that of the last release, and no change has its reason.
    let is_fault = |fault: &&load::Diagnostic| fault.rule != load::Rule::Unexplained;
    assert_eq!(diagnostics.iter().find(is_fault).map(ToString::to_string), None, "{end}");
    let compiled = store::compile(dataset).unwrap();
    let atlas = Atlas::new(&compiled.tables, &compiled.json);
    let page = |command: String| {
        let args = format!("liangjiang {command} -f html");
        let args: Vec<OsString> = args.split_whitespace().map(OsString::from).collect();
        let mut html = Vec::new();
        liangjiang::run(&args, &Environment::default(), &atlas, &mut html);
        Page::read(&String::from_utf8(html).unwrap())
    };
    answers().into_iter().chain(["show bailuwan cangyun --lang zh".to_owned()]).map(page).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn hostile_text_never_becomes_markup(parts in prop::collection::vec(prop_oneof![
        Just("<script>alert(1)</script>"), Just("\" onload=\"alert(1)"), Just("' onclick='x"), Just("</title>"),
        Just("</style><img src=x onerror=y>"), Just("<!--"), Just("-->"), Just("]]>"), Just("&lt;b&gt;"), Just("&"),
        Just("<"), Just(">"), Just("<svg/onload=x>"), Just("[1]"), Just("*1"), Just("</svg></table></main>"),
    ], 1..5)) {
        let hostile = format!(" x {}", parts.concat());
        let tame = |text: &str| text.replace(['<', '>', '&', '"', '\''], "_");
        for (page, want) in pages(&hostile).iter().zip(pages(&tame(&hostile))) {
            // The same elements with the same names of attributes, and the text of readers as it is.
            let shape = |page: &Page| -> Vec<(String, Vec<String>)> {
                let keys = |attributes: &BTreeMap<String, String>| attributes.keys().cloned().collect();
                page.elements.iter().map(|(name, attributes)| (name.clone(), keys(attributes))).collect()
            };
            prop_assert_eq!(shape(page), shape(&want));
            prop_assert_eq!(tame(&page.text()), tame(&want.text()));
        }
    }
}
