//! `man`: man pages, made from the same grammar as the help: flags, exit status, environment, examples.

use std::{fmt::Write, io};

use clap::{ArgMatches, Args, FromArgMatches};
use clap_mangen::{
    Man,
    roff::{Roff, bold, roman},
};

use super::{Entry, Printer, help, with_args};
use crate::error::Error;

pub const MAN: Entry = Entry {
    name: "man",
    about: "The man page of the program or of a command",
    examples: &["liangjiang man", "liangjiang man ports show"],
    options: with_args::<ManArgs>,
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
    let command = help::find(&path).ok_or_else(|| help::unknown("man", &path))?;
    printer.write(page(command, &path)?)
}

fn page(command: clap::Command, path: &[&str]) -> io::Result<Vec<u8>> {
    let name: Vec<&str> = std::iter::once("liangjiang").chain(path.iter().copied()).collect();
    let source = concat!("liangjiang ", env!("CARGO_PKG_VERSION"));
    let has_verbs = command.has_subcommands();
    let has_options = command.get_arguments().next().is_some();
    let title = name.join("-");
    let man = Man::new(command.display_name(title.clone()))
        .title(title.to_uppercase())
        .section("1")
        .source(source)
        .manual("Liangjiang reference")
        .date("");
    let mut bytes = Vec::new();
    man.render_title(&mut bytes)?;
    man.render_name_section(&mut bytes)?;
    man.render_synopsis_section(&mut bytes)?;
    man.render_description_section(&mut bytes)?;
    if has_options {
        man.render_options_section(&mut bytes)?;
    }
    if has_verbs {
        man.render_subcommands_section(&mut bytes)?;
    }
    let mut roff = Roff::new();
    roff.control("SH", ["EXIT STATUS"]);
    for (status, what) in help::EXIT {
        roff.control("TP", []).text([bold(status.to_string())]).text([roman(what)]);
    }
    roff.control("SH", ["ENVIRONMENT"]);
    for (name, what) in help::VARIABLES {
        roff.control("TP", []).text([bold(name)]).text([roman(what)]);
    }
    let examples = super::examples(path);
    if !examples.is_empty() {
        roff.control("SH", ["EXAMPLES"]);
        roff.control("nf", []);
        for example in examples {
            roff.text([roman(*example)]);
        }
        roff.control("fi", []);
    }
    roff.to_writer(&mut bytes)?;
    Ok(escape(&String::from_utf8_lossy(&bytes)).into_bytes())
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
