//! `man`: man pages in both languages, from the same manual as the help.

use std::fmt::Write;

use clap::{ArgMatches, Args, FromArgMatches};

use super::{
    Entry, Printer,
    help::{self, Manual},
    with_lang,
};
use crate::{
    error::Error,
    lang::{
        Label, Lang,
        help::{EXIT, VARIABLES, text},
    },
};

pub const MAN: Entry = Entry {
    name: "man",
    about: "The man page of the program or of a command",
    examples: &["liangjiang man", "liangjiang man ports show"],
    options: with_lang::<ManArgs>,
    run,
    contract: None,
    show: None,
};

/// Arguments of `man`.
#[derive(Args, Debug)]
struct ManArgs {
    /// Command to describe, such as ports show; the program itself where none is given
    #[arg(value_name = "COMMAND")]
    words: Vec<String>,
}

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let ManArgs { words } = ManArgs::from_arg_matches(matches)?;
    let path: Vec<&str> = words.iter().flat_map(|word| word.split_whitespace()).collect();
    let lang = printer.style().lang;
    let manual = Manual::new(&path, lang).ok_or_else(|| help::unknown("man", &path))?;
    let date = printer.atlas.about()?.date();
    printer.write(page(&manual, &path, &date, lang))
}

/// The page in the `man` macros of roff, dated like the data.
fn page(manual: &Manual, path: &[&str], date: &str, lang: Lang) -> String {
    let name = [&["liangjiang"], path].concat().join("-");
    let mut page = Roff(format!(
        ".TH {} 1 {date} \"liangjiang {}\" \"{}\"\n.nh\n.ad l\n",
        name.to_uppercase(),
        env!("CARGO_PKG_VERSION"),
        escape(Label::ManualTitle.text(lang))
    ));
    page.section(Label::ManName.text(lang));
    page.line(&[&*escape(&name), " \\- ", &escape(manual.about.first().map_or("", |line| line))].concat());
    page.section(Label::Synopsis.text(lang));
    let items = || manual.sections.iter().flat_map(|section| &section.items);
    for (n, line) in manual.usage.iter().enumerate() {
        if n > 0 {
            page.macro_line("br");
        }
        // Every option in the place of `[OPTIONS]`; no line ends within one.
        let (before, behind) = line.split_once(Label::OptionsMark.text(lang)).unwrap_or((line, ""));
        page.line(&["\\fB", &escape(before.trim()), "\\fR"].concat());
        if before.len() < line.len() {
            for item in items().filter(|item| item.is_option()) {
                let spec = escape(&item.spec.trim_start().replace(", ", "|")).replace(' ', "\\ ");
                page.line(&["[", &spec, "]\\&"].concat());
            }
        }
        if !behind.is_empty() {
            page.line(&[&escape(behind.trim()), "\\&"].concat());
        }
    }
    page.section(Label::Description.text(lang));
    for (n, line) in manual.about.iter().enumerate() {
        if n > 0 {
            page.macro_line("PP");
        }
        page.line(&escape(line));
    }
    for section in &manual.sections {
        page.section(&section.title);
        for item in &section.items {
            page.item(item.spec.trim_start(), &item.text);
            for (value, meaning) in &item.values {
                let colon = if meaning.is_empty() { "" } else { lang.colon() };
                page.macro_line("br");
                page.line(&["\\fB", &escape(value), "\\fR", &escape(colon), &escape(meaning)].concat());
            }
        }
    }
    page.section(Label::ExitStatus.text(lang));
    for (status, what) in EXIT {
        page.item(&status.to_string(), text(what, lang));
    }
    page.section(Label::Environment.text(lang));
    for (name, what) in VARIABLES {
        page.item(name, text(what, lang));
    }
    page.section(Label::Examples.text(lang));
    page.macro_line("nf");
    // In a locale without Chinese its characters would be left out, and with them what the line says.
    for example in manual.examples.iter().filter(|example| example.is_ascii()) {
        page.line(&escape(example).replace(' ', "\\ "));
    }
    page.macro_line("fi");
    page.0
}

/// A page in the making.
struct Roff(String);

impl Roff {
    fn macro_line(&mut self, name: &str) {
        self.0.extend([".", name, "\n"]);
    }

    fn section(&mut self, title: &str) {
        self.0.extend([".SH \"", &escape(&title.to_uppercase()), "\"\n"]);
    }

    fn item(&mut self, term: &str, text: &str) {
        self.macro_line("TP");
        self.line(&["\\fB", &escape(term), "\\fR"].concat());
        self.line(&escape(text));
    }

    /// Escaped text, a new line before a word where it would grow too long for a reader of the source; in
    /// Chinese, which has no blanks, the line is continued ([`BREAK`]).
    fn line(&mut self, text: &str) {
        let mut width = 0;
        for (n, word) in text.split(' ').enumerate() {
            let mut pieces = word.split(BREAK);
            let first = pieces.next().unwrap_or_default();
            if n > 0 {
                let escaped = self.0.ends_with('\\');
                let long = width + first.len() > 78 && !escaped;
                self.0.push(if long { '\n' } else { ' ' });
                width = if long { 0 } else { width + 1 };
            }
            if width == 0 && first.starts_with(['.', '\'']) {
                self.0.push_str("\\&");
            }
            self.0.push_str(first);
            width += first.len();
            for piece in pieces {
                let long = width + BREAK.len() + piece.len() > 78;
                self.0.extend([BREAK, if long { "\\\n" } else { "" }, piece]);
                width = if long { 0 } else { width + BREAK.len() } + piece.len();
            }
        }
        self.0.push('\n');
    }
}

/// Where a line may end without a blank.
const BREAK: &str = "\\:";

/// Text in which roff sees no command, and characters beyond ASCII by their numbers: groff alone reads no
/// UTF-8. Lines may end before Chinese characters.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut previous = ' ';
    for c in text.chars() {
        if ('\u{4e00}'..='\u{9fff}').contains(&c) && !" （《“［".contains(previous) {
            escaped.push_str(BREAK);
        }
        previous = c;
        match c {
            '\\' => escaped.push_str("\\e"),
            '-' => escaped.push_str("\\-"),
            '\'' => escaped.push_str("\\(aq"),
            '`' => escaped.push_str("\\(ga"),
            '^' => escaped.push_str("\\(ha"),
            '~' => escaped.push_str("\\(ti"),
            c if c.is_ascii() => escaped.push(c),
            c => {
                // Writing into a string does not fail.
                let _ = write!(escaped, "\\[u{:04X}]", u32::from(c));
            }
        }
    }
    escaped
}
