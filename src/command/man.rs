//! `man`: man pages, made from the same tree as the help: flags, exit status, environment, examples.

use std::fmt::Write;

use clap_mangen::{
    Man,
    roff::{Roff, bold, roman},
};

use super::help;
use crate::{Outcome, cli, error::Error};

pub fn run(words: &[String]) -> Result<Outcome, Error> {
    let path: Vec<&str> = words.iter().flat_map(|word| word.split_whitespace()).collect();
    let command = help::find(&path).ok_or_else(|| help::unknown("man", &path))?;
    let stdout = page(command, &path).map_err(|_| Error::Data)?;
    Ok(Outcome { stdout: stdout.into(), ..Outcome::default() })
}

fn page(command: clap::Command, path: &[&str]) -> std::io::Result<Vec<u8>> {
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
    let examples = cli::examples(&path.join(" "));
    if !examples.is_empty() {
        roff.control("SH", ["EXAMPLES"]);
        roff.control("nf", []);
        for example in examples {
            roff.text([roman(example)]);
        }
        roff.control("fi", []);
    }
    roff.to_writer(&mut bytes)?;
    Ok(named(&String::from_utf8_lossy(&bytes)).into_bytes())
}

/// Characters beyond ASCII by their numbers: groff alone reads no UTF-8.
fn named(page: &str) -> String {
    let mut named = String::with_capacity(page.len());
    for c in page.chars() {
        if c.is_ascii() {
            named.push(c);
        } else {
            // Writing into a string does not fail.
            let _ = write!(named, "\\[u{:04X}]", u32::from(c));
        }
    }
    named
}
