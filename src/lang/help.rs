//! Help in both languages. English texts stand where they belong: those of options at their definitions,
//! where clap takes them from, those of topics here. `help.zh.txt` has the Chinese of each.

use super::{Label, Lang};

/// Pairs of lines: an English text, and the same in Chinese.
const CHINESE: &str = include_str!("help.zh.txt");

/// A text of the help in a language; in English where it has no Chinese (a test looks for such).
pub fn text(english: &str, lang: Lang) -> &str {
    match lang {
        Lang::En => english,
        Lang::Zh => pairs().find(|(known, _)| *known == english).map_or(english, |(_, chinese)| chinese),
    }
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

/// The topic `formats`, a paragraph a line.
pub fn formats(lang: Lang) -> &'static str {
    lang.pick(include_str!("formats.txt"), include_str!("formats.zh.txt"))
}

/// The topic `data`, a paragraph a line.
pub fn data(lang: Lang) -> &'static str {
    lang.pick(include_str!("data.txt"), include_str!("data.zh.txt"))
}

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

/// Exit statuses.
pub const EXIT: [(u8, &str); 5] = [
    (0, "Answered. An empty list is an answer, and so is a reader who closed the pipe."),
    (1, "Not found: what was asked for is not there. The rest of the answer is printed all the same."),
    (2, "Usage: an unknown command, option, field, value or format."),
    (3, "The data, or standard input, cannot be read or is not valid."),
    (
        4,
        "The output cannot be written, or is there already. A stream closed before the start counts as written.",
    ),
];

/// Variables that the program reads.
pub const VARIABLES: [(&str, &str); 18] = [
    (
        "LIANGJIANG_DATA",
        "Folders of your own data, as PATH lists folders; those of --data go on top. --bundled-only passes them over.",
    ),
    ("LIANGJIANG_LANG", "Language, en or zh; --lang goes before it."),
    (
        "LANGUAGE, LC_ALL, LC_MESSAGES, LANG",
        "Where nothing else says the language: the list of the first, else the first of the others that is \
         set. zh, zh_CN and zh-Hans are Chinese. In the locale C there is no list.",
    ),
    (
        "LC_ALL, LC_CTYPE, LANG",
        "The first that is set says whether bars are drawn with more than ASCII: UTF-8.",
    ),
    ("NO_COLOR", "Set and not empty: no colour. --color goes before it."),
    ("CLICOLOR_FORCE", "Set, not empty and not 0: colour even into a pipe."),
    ("TERM", "dumb: no colour. dumb, unknown, empty or not set: no pager but one that is asked for."),
    (
        "FORCE_HYPERLINK",
        "On a terminal with colour. 0: addresses are plain text; else: they can be opened. Where it is not \
         set, the variables of the terminal say whether it can.",
    ),
    (
        "DOMTERM, VTE_VERSION, TERM_PROGRAM, COLORTERM, WT_SESSION, KONSOLE_VERSION",
        "Set by terminals; some of these open addresses.",
    ),
    (
        "LIANGJIANG_TODAY",
        "Today, such as 2026-11-25, in the place of the clock's: policies that ended before it are told so.",
    ),
    ("COLUMNS", "Columns to fill; --width goes before it."),
    (
        "LIANGJIANG_PAGER",
        "Pager for answers longer than the terminal, in words as a shell splits them; empty or cat is none.",
    ),
    ("PAGER", "The same, where LIANGJIANG_PAGER is not set; less where neither is."),
    ("PATH", "Where the pager is looked for; relative entries are passed over."),
    ("LESS", "Set to FRX for the pager where it is not set."),
    ("LV", "Set to -c for the pager where it is not set."),
    ("LESSCHARSET", "Set to utf-8 for the pager where it is not set."),
    ("COMPLETE", "Name of a shell: print its completion script, or complete for it."),
];
