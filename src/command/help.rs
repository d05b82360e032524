//! `help`: topics, or the long help of a command. The tables of exit statuses and variables here are
//! those of the man pages too.

use clap::{ArgMatches, Args, Command, FromArgMatches};

use super::{COMMANDS, Entry, Printer, grammar, with_args};
use crate::{
    error::{Error, UsageError},
    lang::{Lang, message},
    render::Block,
    store::Atlas,
};

pub const HELP: Entry = Entry {
    name: "help",
    about: "A topic, or the help of a command",
    examples: &["liangjiang help formats", "liangjiang help ports show"],
    options: with_args::<HelpArgs>,
    run,
    contract: None,
    show: None,
};

/// Arguments of `help`.
#[derive(Args, Debug)]
struct HelpArgs {
    /// Topic (formats, environment, exit-codes, scopes), or a command
    #[arg(value_name = "TOPIC")]
    words: Vec<String>,
}

/// The topics of `help`, and what each says.
pub const TOPICS: [(&str, &str); 4] = [
    ("formats", "Forms of the answer, escaping, fields, sorting, ids from standard input"),
    ("environment", "Variables that the program reads"),
    ("exit-codes", "What the exit status says"),
    ("scopes", "The three scopes of the area, which no figure joins"),
];

/// Exit statuses.
pub const EXIT: [(u8, &str); 5] = [
    (0, "Answered. An empty list is an answer, and so is a reader who closed the pipe."),
    (1, "Not found: what was asked for is not there. The rest of the answer is printed all the same."),
    (2, "Usage: an unknown command, option, field, value or format."),
    (3, "The data, or standard input, cannot be read or is not valid."),
    (4, "The output cannot be written, or is there already."),
];

/// Variables that main.rs reads.
pub const VARIABLES: [(&str, &str); 14] = [
    ("LIANGJIANG_LANG", "Language, en or zh; --lang goes before it."),
    (
        "LC_ALL, LC_MESSAGES, LANG",
        "The first that is set says the language where nothing else does: Chinese where it begins with zh.",
    ),
    (
        "LC_ALL, LC_CTYPE, LANG",
        "The first that is set says whether bars are drawn with more than ASCII: UTF-8.",
    ),
    ("NO_COLOR", "Set and not empty: no colour. --color goes before it."),
    ("CLICOLOR_FORCE", "Set, not empty and not 0: colour even into a pipe."),
    ("TERM", "dumb: no colour."),
    ("COLUMNS", "Columns to fill; --width goes before it."),
    ("LIANGJIANG_PAGER", "Pager for answers longer than the terminal; empty or cat is none."),
    ("PAGER", "The same, where LIANGJIANG_PAGER is not set; less where neither is."),
    ("PATH", "Where the pager is looked for; relative entries are passed over."),
    ("LESS", "Set to FRX for the pager where it is not set."),
    ("LV", "Set to -c for the pager where it is not set."),
    ("LESSCHARSET", "Set to utf-8 for the pager where it is not set."),
    ("COMPLETE", "Name of a shell: print its completion script, or complete for it."),
];

const FORMATS: &str = include_str!("../help/formats.txt");

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let HelpArgs { words } = HelpArgs::from_arg_matches(matches)?;
    let path: Vec<&str> = words.iter().flat_map(|word| word.split_whitespace()).collect();
    let blocks = match path[..] {
        ["formats"] => FORMATS.lines().map(prose).collect(),
        ["environment"] => table(
            "Variables that the program reads:",
            VARIABLES.map(|(name, what)| (name.to_owned(), what)).into(),
        ),
        ["exit-codes"] => {
            table("What the exit status says:", EXIT.map(|(status, what)| (status.to_string(), what)).into())
        }
        ["scopes"] => scopes(&printer.atlas, printer.style().lang)?,
        _ => {
            let width = printer.style().width.unwrap_or(100).min(100);
            let mut command = find(&path).ok_or_else(|| unknown("help", &path))?.term_width(width);
            return printer.write(command.render_long_help().to_string());
        }
    };
    printer.draw(&blocks)
}

/// A line of a help file: an empty one is a gap, an indented one stands as it is.
fn prose(line: &str) -> Block {
    if line.is_empty() { Block::Blank } else { Block::Text(line.to_owned()) }
}

fn table(title: &str, rows: Vec<(String, &str)>) -> Vec<Block> {
    let mut blocks = vec![Block::Text(title.to_owned())];
    for (name, what) in rows {
        blocks.push(Block::Item(format!("{name}: {what}")));
    }
    blocks
}

/// The scopes as the vocabulary says them.
fn scopes(atlas: &Atlas, lang: Lang) -> Result<Vec<Block>, Error> {
    let mut blocks = vec![Block::Text(
        lang.pick(
            "A figure covers one of these. Figures of different scopes are never joined, charted or compared as one series.",
            "每项数据只属于下列一种口径；不同口径的数据从不合并、连线或当作同一序列比较。",
        )
        .to_owned(),
    )];
    for term in atlas.terms("scope")? {
        let (label, meaning) =
            (lang.pick(&term.label, &term.label_zh), lang.pick(&term.meaning, &term.meaning_zh));
        blocks.push(Block::Item(format!("{}{}{}{meaning}", term.id, lang.bracket(label), lang.colon())));
    }
    Ok(blocks)
}

/// The error of a path that leads to no command.
pub fn unknown(option: &'static str, path: &[&str]) -> Error {
    let mut known: Vec<String> = Vec::new();
    if option == "help" {
        known.extend(TOPICS.iter().map(|(topic, _)| (*topic).to_owned()));
    }
    known.extend(COMMANDS.iter().map(|entry| entry.name.to_owned()));
    UsageError::UnknownValue { option, typed: message::visible(&path.join(" ")), known }.into()
}

/// The command at a path, built, with its full name.
pub fn find(path: &[&str]) -> Option<Command> {
    let mut root = grammar();
    root.build();
    let mut at = &root;
    for word in path {
        at = at.find_subcommand(word)?;
    }
    Some(at.clone())
}
