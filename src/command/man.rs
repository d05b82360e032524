//! `man`: man pages, from the same manual as the help: options, exit status, environment, examples.

use std::fmt::Write;

use clap::{ArgMatches, Args, FromArgMatches};
use roff::{Roff, bold, roman};

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

fn page(manual: &Manual, path: &[&str], date: &str, lang: Lang) -> String {
    let name = [&["liangjiang"], path].concat().join("-");
    let source = concat!("liangjiang ", env!("CARGO_PKG_VERSION"));
    let mut roff = Roff::new();
    roff.control("TH", [&*name.to_uppercase(), "1", date, source, Label::ManualTitle.text(lang)]);
    // Neither words nor the names of options are broken.
    roff.control("nh", []);
    let heading = |roff: &mut Roff, title: &str| {
        roff.control("SH", [title.to_uppercase().as_str()]);
    };
    heading(&mut roff, Label::ManName.text(lang));
    roff.text([roman([&*name, " - ", manual.about.first().map_or("", |line| line)].concat())]);
    heading(&mut roff, Label::Usage.text(lang));
    roff.control("nf", []);
    let label = [Label::Usage.text(lang), lang.colon()].concat();
    for line in &manual.usage {
        roff.text([bold(line.trim_start_matches(&label).trim())]);
    }
    roff.control("fi", []);
    if manual.about.len() > 1 {
        heading(&mut roff, Label::Description.text(lang));
        for line in &manual.about {
            roff.control("PP", []).text([roman(line)]);
        }
    }
    for section in &manual.sections {
        heading(&mut roff, &section.title);
        for item in &section.items {
            roff.control("TP", []).text([bold(item.spec.trim_start())]).text([roman(&item.text)]);
            for (value, meaning) in &item.values {
                let meaning =
                    if meaning.is_empty() { String::new() } else { [lang.colon(), meaning].concat() };
                roff.control("br", []).text([bold(value), roman(meaning)]);
            }
        }
    }
    let list = |roff: &mut Roff, title: &str, items: Vec<(String, &'static str)>| {
        heading(roff, title);
        for (term, english) in items {
            roff.control("TP", []).text([bold(term)]).text([roman(text(english, lang))]);
        }
    };
    let exit = EXIT.iter().map(|(status, what)| (status.to_string(), *what)).collect();
    list(&mut roff, Label::ExitStatus.text(lang), exit);
    let variables = VARIABLES.iter().map(|(name, what)| ((*name).to_owned(), *what)).collect();
    list(&mut roff, Label::Environment.text(lang), variables);
    heading(&mut roff, Label::Examples.text(lang));
    roff.control("nf", []);
    for example in manual.examples {
        roff.text([roman(*example)]);
    }
    roff.control("fi", []);
    escape(&roff.render())
}

/// Characters beyond ASCII by their numbers: groff alone reads no UTF-8.
fn escape(page: &str) -> String {
    let mut escaped = String::with_capacity(page.len());
    for c in page.chars() {
        if c.is_ascii() {
            escaped.push(c);
        } else {
            // Writing into a string does not fail.
            let _ = write!(escaped, "\\[u{:04X}]", u32::from(c));
        }
    }
    escaped
}
