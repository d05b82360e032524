//! `help`: topics, or the help of a command; and that help, for `--help` and the man pages.
//!
//! clap's own help knows English alone and breaks lines only at blanks, so it is drawn from the grammar
//! here, by the blocks that draw every other page.

use clap::{Arg, ArgMatches, Args, FromArgMatches};

use super::{COMMANDS, EXAMPLES, Entry, Printer, command_at, entry_at, with_lang};
use crate::{
    error::Error,
    lang::{
        Label, Lang,
        help::{self, TOPICS},
        message, phrase,
    },
    own::OwnData,
    render::{Block, Column, Grid, Tone},
    store::Atlas,
};

pub const HELP: Entry = Entry {
    name: "help",
    about: "A topic, or the help of a command",
    examples: &["liangjiang help formats", "liangjiang help ports show"],
    options: with_lang::<HelpArgs>,
    run,
    contract: None,
    show: None,
};

#[derive(Args, Debug)]
struct HelpArgs {
    /// Topic (data, formats, environment, exit-codes, scopes), or a command
    #[arg(value_name = "TOPIC")]
    words: Vec<String>,
}

/// The widest that help is drawn, in columns.
const MAX_WIDTH: u16 = 100;

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let HelpArgs { words } = HelpArgs::from_arg_matches(matches)?;
    let path: Vec<&str> = words.iter().flat_map(|word| word.split_whitespace()).collect();
    let lang = printer.style().lang;
    if let [name] = path[..]
        && let Some(text) = help::topic(name, lang)
    {
        printer.draw(text.lines().map(line_of_topic).collect())?;
        // To be copied, so that no line of it is wrapped.
        return if name == "data" { printer.write(help::SKELETON) } else { Ok(()) };
    }
    if path != ["scopes"] {
        return print(&path, true, printer);
    }
    let own = OwnData::read(&printer.atlas, &printer.options.data, printer.environment)?;
    printer.draw(scopes(&own.as_ref().map_or(printer.atlas, OwnData::atlas), lang)?)
}

fn line_of_topic(line: &str) -> Block {
    match line.strip_prefix(help::ITEM) {
        Some(item) => Block::Item(item.to_owned()),
        None if line.is_empty() => Block::Blank,
        None => Block::Text(line.to_owned()),
    }
}

/// The scopes as the vocabulary says them.
fn scopes(atlas: &Atlas, lang: Lang) -> Result<Vec<Block>, Error> {
    let mut blocks = vec![Block::Text(Label::ScopesNote.text(lang).to_owned())];
    for term in atlas.terms("scope")? {
        let (label, meaning) =
            (lang.pick(&term.label, &term.label_zh), lang.pick(&term.meaning, &term.meaning_zh));
        blocks.push(Block::Item(format!("{}{}{}{meaning}", term.id, lang.bracket(label), lang.colon())));
    }
    Ok(blocks)
}

/// Prints the help of the command at a path; `full` adds the meaning of values, and examples.
pub fn print(path: &[&str], full: bool, printer: &mut Printer) -> Result<(), Error> {
    let style = printer.style();
    let manual = Manual::new(path, style.lang).ok_or_else(|| unknown("help", path))?;
    printer.options.width = style
        .width
        .map_or(Some(MAX_WIDTH), |width| u16::try_from(width).ok())
        .map(|width| width.min(MAX_WIDTH));
    printer.draw(manual.blocks(full, style.lang))
}

/// The error of a path that leads to no command.
pub fn unknown(option: &'static str, path: &[&str]) -> Error {
    let mut known: Vec<&str> = Vec::new();
    if option == "help" {
        known.extend(TOPICS.iter().map(|(topic, _)| topic));
    }
    known.extend(COMMANDS.iter().map(|entry| entry.name));
    message::unknown_value(option, &path.join(" "), &known)
}

/// The content of the help and the man page of a command, in one language.
pub struct Manual {
    /// What it is for: a line, and more lines where it needs them.
    pub about: Vec<String>,
    /// Its usage, a line each.
    pub usage: Vec<String>,
    /// Its commands, arguments and options.
    pub sections: Vec<Section>,
    /// Command lines.
    pub examples: &'static [&'static str],
    /// What stands at the end.
    pub after: Vec<String>,
}

/// Commands, arguments or options under one heading.
pub struct Section {
    /// The heading.
    pub title: String,
    /// What stands under it.
    pub items: Vec<Item>,
}

/// A command, an argument or an option.
pub struct Item {
    /// As it is typed: `-f, --format <FORMAT>`.
    pub spec: String,
    /// What it does.
    pub text: String,
    /// The values that it takes, with what each means; empty where they are not a closed list.
    pub values: Vec<(String, String)>,
}

impl Item {
    /// The names of its values.
    fn names(&self, lang: Lang) -> String {
        lang.list(self.values.iter().map(|(name, _)| name))
    }
}

impl Manual {
    /// The manual of the command at a path; none where there is no such command.
    pub fn new(path: &[&str], lang: Lang) -> Option<Self> {
        let mut command = command_at(path)?;
        // Adds what clap adds itself: `--version`.
        let usage = command.render_usage().to_string();
        let text = |text: String| help::text(&text, lang).to_owned();
        let mut sections: Vec<Section> = Vec::new();
        let mut add = |title: &str, item: Item| match sections.iter_mut().find(|known| known.title == title) {
            Some(section) => section.items.push(item),
            None => sections.push(Section { title: title.to_owned(), items: vec![item] }),
        };
        for sub in command.get_subcommands() {
            let about = text(sub.get_about().map(ToString::to_string).unwrap_or_default());
            let spec = sub.get_name().to_owned();
            add(Label::Commands.text(lang), Item { spec, text: about, values: Vec::new() });
        }
        for argument in command.get_positionals() {
            add(Label::Arguments.text(lang), item(argument, lang));
        }
        let (last, options): (Vec<&Arg>, Vec<&Arg>) = command
            .get_arguments()
            .filter(|argument| !argument.is_positional())
            .partition(|option| option.get_id() == "help");
        for option in options.into_iter().chain(last) {
            let title = option.get_help_heading().unwrap_or("Options");
            add(help::text(title, lang), item(option, lang));
        }
        let about = command.get_about().map(ToString::to_string);
        let lines = |text: Option<String>| -> Vec<String> {
            let text = text.unwrap_or_default();
            text.lines().map(|line| help::text(line, lang).to_owned()).collect()
        };
        Some(Self {
            about: lines(about),
            after: lines(command.get_after_help().map(ToString::to_string)),
            usage: help::usage(&usage, lang),
            sections,
            examples: if path.is_empty() { EXAMPLES } else { entry_at(path)?.examples },
        })
    }

    fn blocks(&self, full: bool, lang: Lang) -> Vec<Block> {
        let mut blocks: Vec<Block> = self.about.iter().cloned().map(Block::Text).collect();
        blocks.push(Block::Blank);
        blocks.extend(self.usage.iter().cloned().map(Block::Text));
        let output = help::text(OUTPUT, lang);
        for section in self.sections.iter().filter(|section| section.title != output) {
            blocks.push(Block::Heading([&section.title, lang.colon().trim_end()].concat()));
            let mut grid = Grid::new(vec![Column::new("").tone(Tone::Key).no_wrap(), Column::new("")]);
            for item in &section.items {
                let mut text = item.text.clone();
                if !full && !item.values.is_empty() {
                    text.push_str(&phrase::one_of(item.names(lang), lang));
                }
                grid.row([["  ", &item.spec].concat(), text]);
                for (name, meaning) in item.values.iter().filter(|_| full) {
                    let colon = if meaning.is_empty() { "" } else { lang.colon() };
                    grid.row([String::new(), ["  ", name, colon, meaning].concat()]);
                }
            }
            blocks.push(Block::Columns(grid));
        }
        if full {
            blocks.push(Block::Heading([Label::Examples.text(lang), lang.colon().trim_end()].concat()));
            blocks.extend(self.examples.iter().map(|example| Block::Text(["  ", example].concat())));
        }
        if let Some(section) = self.sections.iter().find(|section| section.title == output) {
            blocks.push(Block::Blank);
            blocks.push(Block::Text(output_line(section, lang)));
        }
        if !self.after.is_empty() {
            blocks.push(Block::Blank);
            blocks.extend(self.after.iter().cloned().map(Block::Text));
        }
        blocks
    }
}

/// The heading of the output options, which help tells in one line.
const OUTPUT: &str = "Output";

/// The names of the output options, with the formats that the command has.
fn output_line(section: &Section, lang: Lang) -> String {
    let name = |item: &Item| {
        let option = item.spec.split_whitespace().find(|word| word.starts_with("--")).unwrap_or_default();
        let values = if option == "--format" { lang.bracket(&item.names(lang)) } else { String::new() };
        [option, &values].concat()
    };
    phrase::output_options(&section.title, lang.list(section.items.iter().map(name)), lang)
}

fn item(argument: &Arg, lang: Lang) -> Item {
    let spec = match argument.get_short() {
        _ if argument.is_positional() => argument.to_string(),
        Some(short) => format!("-{short}, {argument}"),
        None => format!("    {argument}"),
    };
    let mut text = match argument.get_id().as_str() {
        "help" => Label::PrintHelp.text(lang).to_owned(),
        "version" => Label::PrintVersion.text(lang).to_owned(),
        _ => help::text(&argument.get_help().map(ToString::to_string).unwrap_or_default(), lang).to_owned(),
    };
    let takes_value = argument.get_action().takes_values();
    for default in argument.get_default_values().iter().filter(|_| takes_value) {
        text.push_str(&phrase::default_is(default.to_string_lossy(), lang));
    }
    let values = if takes_value { argument.get_possible_values() } else { Vec::new() };
    let meaning = |value: &clap::builder::PossibleValue| {
        let help = value.get_help().map(ToString::to_string).unwrap_or_default();
        (value.get_name().to_owned(), help::text(&help, lang).to_owned())
    };
    Item { spec, text, values: values.iter().map(meaning).collect() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::command::paths;

    /// Every text of the grammar that help shows, in English.
    fn texts() -> BTreeSet<String> {
        let mut texts = BTreeSet::new();
        for path in std::iter::once(Vec::new()).chain(paths()) {
            let manual = Manual::new(&path, Lang::En).unwrap();
            texts.extend(manual.about.into_iter().chain(manual.after));
            for Section { title, items } in manual.sections {
                texts.insert(title);
                for Item { text, values, .. } in items {
                    // Of a search, which names its own.
                    texts.insert(text.trim_end_matches(" [default: 10]").to_owned());
                    texts.extend(values.into_iter().map(|(_, meaning)| meaning));
                }
            }
        }
        // What is said in both languages elsewhere.
        for label in [Label::Commands, Label::Arguments, Label::PrintHelp, Label::PrintVersion] {
            texts.remove(label.text(Lang::En));
        }
        texts.remove("");
        texts
    }

    #[test]
    fn every_text_of_the_help_has_its_chinese_and_no_other_has() {
        let mut texts = texts();
        texts.extend(TOPICS.iter().map(|(_, text)| (*text).to_owned()));
        texts.extend(crate::load::Rule::ALL.iter().map(|rule| rule.name().to_owned()));
        assert_eq!(help::pairs().find(|(_, chinese)| chinese.is_ascii()), None);
        let known: BTreeSet<String> = help::pairs().map(|(english, _)| english.to_owned()).collect();
        let differ: Vec<&String> = texts.symmetric_difference(&known).collect();
        assert!(differ.is_empty(), "in src/lang/help.zh.txt or the grammar alone: {differ:#?}");
    }
}
