//! Help in both languages. English texts stand where they belong: those of options at their definitions,
//! where clap takes them from, those of topics here. `help.zh.txt` has the Chinese of each.

use super::{Label, Lang};

/// Pairs of lines: an English text, and the same in Chinese.
const CHINESE: &str = include_str!("help.zh.txt");

/// A line each: what is said of a fault in the data, with empty backticks for each text that it names, and the same in
/// Chinese.
const FAULTS: &str = include_str!("faults.zh.txt");

/// A text of the help in a language; in English where it has no Chinese (a test looks for such).
pub fn text(english: &str, lang: Lang) -> &str {
    match lang {
        Lang::En => english,
        Lang::Zh => pairs().find(|(known, _)| *known == english).map_or(english, |(_, chinese)| chinese),
    }
}

/// What is said of a fault in the data in a language: each part of it up to a `; `, with what it names in backticks.
pub fn fault(english: &str, lang: Lang) -> String {
    if lang == Lang::En {
        return english.to_owned();
    }
    let words = english.split('`').step_by(2).collect::<Vec<_>>().join("``");
    let chinese =
        |part| FAULTS.lines().filter_map(|line| line.split_once(" | ")).find(|(known, _)| *known == part);
    let parts: Vec<&str> =
        words.split("; ").map(|part| chinese(part).map_or(part, |(_, chinese)| chinese)).collect();
    let mut named = english.split('`').skip(1).step_by(2);
    let fill = |(n, words): (usize, &str)| match n {
        0 => words.to_owned(),
        _ => ["`", named.next().unwrap_or_default(), "`", words].concat(),
    };
    parts.join(lang.semicolon()).split("``").enumerate().map(fill).collect()
}

/// Every English text that has its Chinese, with it.
pub fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut lines = CHINESE.lines();
    std::iter::from_fn(move || Some((lines.next()?, lines.next()?)))
}

/// The lines of clap's usage (`Usage: liangjiang ports [OPTIONS]`) in a language.
pub fn usage(usage: &str, lang: Lang) -> Vec<String> {
    let label = [Label::Usage.text(lang), lang.colon()].concat();
    let indent = " ".repeat(Label::Usage.text(lang).len() + 2);
    let line = |(n, line): (usize, &str)| {
        let line = match lang {
            Lang::En => line.trim().to_owned(),
            Lang::Zh => line.trim().replace("OPTIONS", "选项").replace("COMMAND", "命令"),
        };
        [if n == 0 { &label } else { &indent }, &*line].concat()
    };
    usage.trim_start_matches("Usage:").lines().enumerate().map(line).collect()
}

/// The text of a topic that is the same for all data, a paragraph or an item a line.
pub fn topic(name: &str, lang: Lang) -> Option<&'static str> {
    Some(match name {
        "data" => lang.pick(include_str!("data.txt"), include_str!("data.zh.txt")),
        "environment" => lang.pick(include_str!("environment.txt"), include_str!("environment.zh.txt")),
        "exit-codes" => lang.pick(include_str!("exit-codes.txt"), include_str!("exit-codes.zh.txt")),
        "formats" => lang.pick(include_str!("formats.txt"), include_str!("formats.zh.txt")),
        _ => return None,
    })
}

/// The items of such a topic, each with what is said of it.
pub fn items(topic: &str, lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = self::topic(topic, lang).unwrap_or_default().lines();
    lines.filter_map(move |line| line.strip_prefix(ITEM)?.split_once(lang.colon()))
}

/// What a line of a topic begins with that is an item.
pub const ITEM: &str = "- ";

/// Files of the user's own data to be filled in, at the end of the topic `data`.
pub const SKELETON: &str = include_str!("skeleton.toml");

/// The topics of `help`, each with what it is about.
pub const TOPICS: [(&str, &str); 5] = [
    ("data", "Your own data over ours: files, merging, and files to fill in"),
    ("formats", "Forms of the answer, escaping, fields, sorting, ids from standard input"),
    ("environment", "Variables that the program reads"),
    ("exit-codes", "What the exit status says"),
    ("scopes", "The scopes of the area, which no figure joins"),
];
