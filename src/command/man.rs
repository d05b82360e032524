//! `man`: man pages, from the same manual as the help: options, exit status, environment, examples.

use std::fmt::Write;

use clap::{ArgMatches, Args, FromArgMatches};
use roff::{Roff, bold, roman};

use super::{
    Entry, Printer,
    help::{self, Item, Manual},
    with_lang,
};
use crate::{
    error::Error,
    lang::{
        Label, Lang,
        help::{EXIT, VARIABLES, text},
    },
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

fn page(manual: &Manual, path: &[&str], date: &str, lang: Lang) -> String {
    let name = [&["liangjiang"], path].concat().join("-");
    let source = concat!("liangjiang ", env!("CARGO_PKG_VERSION"));
    let mut roff = Roff::new();
    roff.control("TH", [&*name.to_uppercase(), "1", date, source, Label::ManualTitle.text(lang)]);
    // Neither words nor the names of options are broken, and no blanks stretched.
    roff.control("nh", []).control("ad", ["l"]);
    heading(&mut roff, Label::ManName.text(lang));
    fill(&mut roff, &[&*name, " - ", manual.about.first().map_or("", |line| line)].concat(), lang);
    heading(&mut roff, Label::Synopsis.text(lang));
    for (n, line) in synopsis(manual, lang).iter().enumerate() {
        if n > 0 {
            roff.control("br", []);
        }
        fill(&mut roff, line, lang);
    }
    if manual.about.len() > 1 {
        heading(&mut roff, Label::Description.text(lang));
        for (n, line) in manual.about.iter().enumerate() {
            if n > 0 {
                roff.control("PP", []);
            }
            fill(&mut roff, line, lang);
        }
    }
    for section in &manual.sections {
        heading(&mut roff, &section.title);
        for item in &section.items {
            entry(&mut roff, item.spec.trim_start(), &item.text, lang);
            for (value, meaning) in &item.values {
                let colon = if meaning.is_empty() { "" } else { lang.colon() };
                roff.control("br", []).text([bold(value), roman([colon, meaning].concat())]);
            }
        }
    }
    heading(&mut roff, Label::ExitStatus.text(lang));
    for (status, what) in EXIT {
        entry(&mut roff, &status.to_string(), text(what, lang), lang);
    }
    heading(&mut roff, Label::Environment.text(lang));
    for (name, what) in VARIABLES {
        entry(&mut roff, name, text(what, lang), lang);
    }
    heading(&mut roff, Label::Examples.text(lang));
    roff.control("nf", []);
    for example in manual.examples {
        roff.text([roman(*example)]);
    }
    roff.control("fi", []);
    escape(&roff.render())
}

fn heading(roff: &mut Roff, title: &str) {
    roff.control("SH", [title.to_uppercase().as_str()]);
}

/// A term and what it means.
fn entry(roff: &mut Roff, term: &str, text: &str, lang: Lang) {
    roff.control("TP", []).text([bold(term)]);
    fill(roff, text, lang);
}

/// A paragraph in short lines of the source, each of whose ends is a blank; Chinese has none ([`escape`]).
fn fill(roff: &mut Roff, text: &str, lang: Lang) {
    for line in wrap(text, (lang == Lang::En || text.is_ascii()).then_some(LINE)) {
        roff.text([roman(line)]);
    }
}

/// The usage with every option in the place of `[OPTIONS]`.
fn synopsis(manual: &Manual, lang: Lang) -> Vec<String> {
    let is_option = |item: &&Item| item.spec.trim_start().starts_with('-');
    let items = manual.sections.iter().flat_map(|section| &section.items).filter(is_option);
    let options: Vec<String> =
        items.map(|item| format!("[{}]", item.spec.trim_start().replace(", ", "|"))).collect();
    let label = [Label::Usage.text(lang), lang.colon()].concat();
    let usage = manual.usage.iter().map(|line| line.trim_start_matches(&label).trim_start());
    usage.map(|line| line.replace(lang.pick("[OPTIONS]", "[选项]"), &options.join(" "))).collect()
}

/// Where a line of the source ends, in cells or bytes.
const LINE: usize = 56;

/// Characters beyond ASCII by their numbers, for groff alone reads no UTF-8; lines may break before
/// Chinese characters, and long lines of the source go on in the next.
fn escape(page: &str) -> String {
    let mut escaped = String::with_capacity(page.len());
    let (mut previous, mut column, mut is_control) = (' ', 0, false);
    for c in page.chars() {
        if previous == '\n' {
            column = 0;
        }
        is_control = if column == 0 { c == '.' } else { is_control };
        if ('\u{4e00}'..='\u{9fff}').contains(&c) && !"（《“［".contains(previous) && !is_control {
            escaped.push_str(if column > LINE { "\\:\\\n" } else { "\\:" });
            column = if column > LINE { 0 } else { column + 2 };
        }
        if c.is_ascii() {
            escaped.push(c);
            column += 1;
        } else {
            // Writing into a string does not fail.
            let _ = write!(escaped, "\\[u{:04X}]", u32::from(c));
            column += "\\[u4E00]".len();
        }
        previous = c;
    }
    escaped
}
