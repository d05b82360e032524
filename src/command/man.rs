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
    render::wrap,
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
    let program = bold(&name.join(" "));
    let mut page = Roff(String::new());
    page.line(&format!(
        ".TH {} 1 {date} \"liangjiang {}\" \"{}\"",
        name.join("-").to_uppercase(),
        env!("CARGO_PKG_VERSION"),
        escape(Label::ManualTitle.text(lang))
    ));
    // Neither words nor the names of options are broken, and lines end where they may.
    page.line(".nh\n.ad l");
    page.section(Label::Name.text(lang));
    let about = manual.about.first().map_or("", |line| line);
    page.prose(&format!("{} \\- {}", escape(&name.join("-")), escape(about)));
    page.section(Label::Synopsis.text(lang));
    page.line(&program);
    let commands = Label::Commands.text(lang);
    let (commands, arguments): (Vec<_>, Vec<_>) =
        manual.sections.iter().partition(|section| section.title == commands);
    for item in arguments.iter().flat_map(|section| &section.items) {
        page.line(&usage(&item.spec));
    }
    if !commands.is_empty() {
        page.line(&format!(".br\n{program} \\fICOMMAND\\fR"));
    }
    page.section(Label::Description.text(lang));
    page.prose(&manual.about.iter().map(|line| escape(line)).collect::<Vec<_>>().join("\n.PP\n"));
    for section in &manual.sections {
        page.section(&section.title);
        for item in &section.items {
            page.item(&styled(&item.spec), &item.text);
            for (value, meaning) in &item.values {
                let colon = if meaning.is_empty() { "" } else { lang.colon() };
                page.line(".br");
                page.prose(&[bold(value), escape(&[colon, meaning].concat())].concat());
            }
        }
    }
    for (title, topic) in [(Label::ExitStatus, "exit-codes"), (Label::Environment, "environment")] {
        page.section(title.text(lang));
        for (name, what) in texts::items(topic, lang) {
            page.item(&bold(name), what);
        }
    }
    page.section(Label::Examples.text(lang));
    page.line(".nf");
    // In a locale without Chinese its characters would be left out, and with them what the line says.
    for example in manual.examples.iter().filter(|example| lang == Lang::Zh || example.is_ascii()) {
        page.line(&escape(example).replace(' ', "\\ "));
    }
    page.line(".fi");
    page.0
}

fn bold(text: &str) -> String {
    ["\\fB", &escape(text), "\\fR"].concat()
}

/// An argument in the synopsis, by its long name; no line may end within it.
fn usage(spec: &str) -> String {
    let (long, [open, close]) = spec.find("--").map_or((spec, ["", ""]), |at| (&spec[at..], ["[", "]"]));
    // No end of a sentence, though a dot may stand before it.
    [open, &styled(long).replace(' ', "\\ "), close, "\\&"].concat()
}

/// `-f, --format <FORMAT>` with names in bold and values in italics.
fn styled(spec: &str) -> String {
    let word = |word: &str| {
        let (name, comma) = word.strip_suffix(',').map_or((word, ""), |name| (name, ","));
        if name.starts_with('-') {
            return [&bold(name), comma].concat();
        }
        escape(word).replace('<', "\\fI").replace('>', "\\fR")
    };
    spec.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// A page in the making.
struct Roff(String);

impl Roff {
    fn section(&mut self, title: &str) {
        self.line(&[".SH \"", &escape(&title.to_uppercase()), "\""].concat());
    }

    fn item(&mut self, term: &str, text: &str) {
        self.line(".TP");
        self.line(term);
        self.prose(&escape(text));
    }

    /// A line as it is.
    fn line(&mut self, line: &str) {
        self.0.extend([line, "\n"]);
    }

    /// Escaped text, in lines that a reader of the source can take in; Chinese, which has few blanks, in one.
    fn prose(&mut self, text: &str) {
        for paragraph in text.lines() {
            wrap(paragraph, (!paragraph.contains("\\[u")).then_some(78)).for_each(|line| self.line(line));
        }
    }
}

/// Text in which roff sees no command, and characters beyond ASCII by their numbers: groff alone reads no
/// UTF-8. Lines may end before a Chinese character, but not behind an opening mark.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut previous = ' ';
    for c in text.chars() {
        if ('\u{4e00}'..='\u{9fff}').contains(&c) && !" （《“［".contains(previous) {
            escaped.push_str("\\:");
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
