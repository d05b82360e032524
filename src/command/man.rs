//! `man`: man pages, from the same manual as the help: options, exit status, environment, examples.

use std::fmt::Write;

use clap::{ArgMatches, Args, FromArgMatches};

use super::{
    Entry, Printer,
    help::{self, Manual},
    with_lang,
};
use crate::{
    error::Error,
    lang::{Label, Lang, help as texts},
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
    let name = [&["liangjiang"], path].concat();
    let (words, title) = (escape(&name.join(" ")), escape(&name.join("-")));
    let mut page = Roff(String::new());
    page.line(&format!(
        ".TH {} 1 {date} \"liangjiang {}\" \"{}\"",
        name.join("-").to_uppercase(),
        env!("CARGO_PKG_VERSION"),
        escape(Label::ManualTitle.text(lang))
    ));
    // Neither words nor the names of options are broken, and lines end where they may.
    page.0.push_str(".nh\n.ad l\n");
    page.section(Label::ManName.text(lang));
    let about = manual.about.first().map_or("", |line| line);
    page.line(&format!("{title} \\- {}", escape(about)));
    page.section(Label::Synopsis.text(lang));
    page.line(&format!("\\fB{words}\\fR"));
    let commands = Label::Commands.text(lang);
    let mut verbs = String::new();
    for section in &manual.sections {
        for item in &section.items {
            if section.title == commands {
                let or = if verbs.is_empty() { "" } else { " | " };
                verbs.extend([or, "\\fB", &escape(&item.spec), "\\fR"]);
            } else {
                page.line(&usage(&item.spec));
            }
        }
    }
    if !verbs.is_empty() {
        page.macro_line("br");
        page.line(&format!("\\fB{words}\\fR {verbs}"));
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
            page.item(&styled(&item.spec), &item.text);
            for (value, meaning) in &item.values {
                page.macro_line("br");
                let colon = if meaning.is_empty() { "" } else { lang.colon() };
                page.line(&format!("\\fB{}\\fR{}", escape(value), escape(&[colon, meaning].concat())));
            }
        }
    }
    for (title, topic) in [(Label::ExitStatus, "exit-codes"), (Label::Environment, "environment")] {
        page.section(title.text(lang));
        for (name, what) in texts::items(topic, lang) {
            page.item(&format!("\\fB{}\\fR", escape(name)), what);
        }
    }
    page.section(Label::Examples.text(lang));
    page.macro_line("nf");
    // In a locale without Chinese its characters would be left out, and with them what the line says.
    for example in manual.examples.iter().filter(|example| lang == Lang::Zh || example.is_ascii()) {
        page.line(&escape(example).replace(' ', "\\ "));
    }
    page.macro_line("fi");
    page.0
}

/// An argument in the synopsis, by its long name; no line may end within it.
fn usage(spec: &str) -> String {
    let long = spec.find("--").map_or(spec, |at| &spec[at..]);
    // No end of a sentence, though a dot may stand before it.
    if spec.contains("--") {
        format!("[{}]\\&", styled(long).replace(' ', "\\ "))
    } else {
        format!("{}\\&", styled(long))
    }
}

/// `-f, --format <FORMAT>` with names in bold and values in italics.
fn styled(spec: &str) -> String {
    let word = |word: &str| {
        let (name, comma) = word.strip_suffix(',').map_or((word, ""), |name| (name, ","));
        if name.starts_with('-') {
            return format!("\\fB{}\\fR{comma}", escape(name));
        }
        escape(word).replace('<', "\\fI").replace('>', "\\fR")
    };
    spec.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// A page in the making.
struct Roff(String);

impl Roff {
    fn macro_line(&mut self, name: &str) {
        self.0.extend([".", name, "\n"]);
    }

    fn section(&mut self, title: &str) {
        let title = escape(&title.to_uppercase());
        let quote = if title.contains(' ') { "\"" } else { "" };
        self.0.extend([".SH ", quote, &title, quote, "\n"]);
    }

    fn item(&mut self, term: &str, text: &str) {
        self.macro_line("TP");
        self.line(term);
        self.line(&escape(text));
    }

    /// Escaped text, with a new line before a word where it would grow too long for a reader of the source;
    /// Chinese, which has no blanks, is continued on the next line where it may break.
    fn line(&mut self, text: &str) {
        let mut width = 0;
        for (n, word) in text.split(' ').enumerate() {
            let (first, others) = word.split_once(BREAK).map_or((word, None), |(a, b)| (a, Some(b)));
            if n > 0 {
                // A blank behind a backslash is a character of the word.
                let long = width + first.len() > 78 && !self.0.ends_with('\\') && !text.starts_with('.');
                self.0.push(if long { '\n' } else { ' ' });
                width = if long { 0 } else { width + 1 };
            }
            if width == 0 && n > 0 && first.starts_with(['.', '\'']) {
                self.0.push_str("\\&");
            }
            self.0.push_str(first);
            width += first.len();
            for piece in others.into_iter().flat_map(|others| others.split(BREAK)) {
                let long = width + BREAK.len() + piece.len() > 78 && !text.starts_with('.');
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
/// UTF-8. Lines may end before a Chinese character, but not behind an opening mark.
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
            // Writing into a string does not fail.
            c => _ = write!(escaped, "\\[u{:04X}]", u32::from(c)),
        }
    }
    escaped
}
