//! Completions: the scripts for five shells, and what the program answers them. Ids of the right kind,
//! metrics, sources, values of filters and fields are completed with their names.
//!
//! A script runs `COMPLETE=SHELL liangjiang -- WORDS`, the last of them the one to complete as far as the
//! cursor, and gets lines: a word, a tab, what it is. A line `/directories` says that the shell is to
//! complete the name of a directory by itself, `/parts` that more may follow the word without a blank.
//!
//! What an argument takes is told by the name of its value (`ID`, `METRIC`, `CATEGORY` ...), so that a new
//! option is completed without a line here.

use std::{collections::BTreeSet, ffi::OsString, io::Write};

use clap::{
    Arg, ArgAction, Command, ValueHint,
    builder::{PossibleValue, StyledStr},
};

use crate::{
    cli::{Anywhere, take_anywhere},
    command::{COMMANDS, command_at, completion_script, contract_at, has_show, keys},
    error::Error,
    lang::help::TOPICS,
    model::{Kind, Record, Text},
    own::OwnData,
    store::{Atlas, Section},
    style::Environment,
};

/// Answers a shell that asks for completions: its script, or what the last of the words behind `--` may be.
pub fn answer(
    shell: &str,
    args: &[OsString],
    environment: &Environment,
    atlas: &Atlas,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let name = std::path::Path::new(shell).file_stem().unwrap_or_default().to_string_lossy();
    let (shell, script) = completion_script(&name)?;
    let words = args.iter().skip_while(|arg| *arg != "--").skip(1);
    let typed: Vec<OsString> = words.clone().cloned().collect();
    let (_, Anywhere { data, .. }) = take_anywhere(typed.split_last().map_or(&[], |(_, before)| before));
    // Data with faults completes nothing; the command itself tells them.
    let own = OwnData::read(atlas, &data, environment).ok().flatten();
    let atlas = &own.as_ref().map_or(*atlas, OwnData::atlas);
    let mut words: Vec<String> = words.map(|word| word.to_string_lossy().into_owned()).collect();
    let Some(last) = words.last_mut() else { return Ok(out.write_all(script.as_bytes())?) };
    let ascii = shell == "powershell";
    if ascii {
        *last = last.trim_start_matches(':').to_owned();
    }
    for (word, help) in offer(&words, atlas)? {
        let help = help.lines().next().unwrap_or_default();
        // Windows PowerShell reads what a program prints by a code page that nobody knows here.
        let help: String = help.chars().filter(|c| !ascii || c.is_ascii()).collect();
        let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
        let tab = if help.is_empty() { "" } else { "\t" };
        writeln!(out, "{word}{tab}{help}")?;
    }
    Ok(())
}

/// Words that may stand somewhere, each with what it is.
type Offer = Vec<(String, String)>;

/// What the last of the words may be. They are walked as the grammar reads them.
fn offer(words: &[String], atlas: &Atlas) -> Result<Offer, Error> {
    let Some((last, before)) = words.split_last().filter(|(_, before)| !before.is_empty()) else {
        return Ok(Offer::new());
    };
    let Some(command) = command_at(&[]) else { return Ok(Offer::new()) };
    let mut place = Place { command, path: Vec::new(), typed: Vec::new(), atlas };
    let mut only_values = false;
    // The option that the next word is the value of.
    let mut waiting: Option<Arg> = None;
    for word in &before[1..] {
        if waiting.take_if(|option| must_have_value(option) || !word.starts_with('-')).is_some() {
            continue;
        }
        waiting = None;
        if only_values {
            place.typed.push(word);
        } else if word == "--" {
            only_values = true;
        } else if word.len() > 1 && word.starts_with('-') {
            waiting = place.option(word).filter(|(_, at)| *at == word.len()).map(|(option, _)| option);
        } else if place.typed.is_empty() && place.command.find_subcommand(word).is_some() {
            place.path.push(word);
            let Some(command) = command_at(&place.path) else { return Ok(Offer::new()) };
            place.command = command;
        } else if place.path.is_empty() {
            return Ok(Offer::new());
        } else {
            place.typed.push(word);
        }
    }
    if let Some(option) = waiting {
        let offer = place.values(&option, "", last)?;
        if must_have_value(&option) || !last.starts_with('-') {
            return Ok(offer);
        }
    }
    if !only_values && last.starts_with('-') {
        return match place.option(last).filter(|(_, at)| *at < last.len() || last.ends_with('=')) {
            Some((option, at)) => place.values(&option, &last[..at], &last[at..]),
            None => Ok(place.options(last)),
        };
    }
    let mut words = Offer::new();
    if !only_values && place.typed.is_empty() {
        let begun = place.command.get_subcommands().filter(|command| command.get_name().starts_with(last));
        words.extend(begun.map(|command| (command.get_name().to_owned(), text(command.get_about()))));
    }
    if let Some(argument) = place.positional() {
        words.extend(place.values(&argument, "", last)?);
    }
    if words.is_empty() && last.is_empty() && !only_values {
        words = place.options("-");
    }
    Ok(words)
}

/// Whether an option that stands alone takes the next word, whatever it is.
fn must_have_value(option: &Arg) -> bool {
    option.get_num_args().is_none_or(|range| range.min_values() > 0)
}

/// How far the words have led.
struct Place<'p, 'a> {
    command: Command,
    path: Vec<&'p str>,
    /// The values that stand alone.
    typed: Vec<&'p str>,
    atlas: &'p Atlas<'a>,
}

impl Place<'_, '_> {
    /// The option that a word names, where it takes a value, and where in the word that would begin.
    fn option(&self, word: &str) -> Option<(Arg, usize)> {
        let name = word.split_once('=').map_or(word, |(name, _)| name);
        let glued = (name.len() + 1).min(word.len());
        let takes_value = |arg: &&Arg| arg.get_action().takes_values();
        let mut all = self.command.get_arguments().filter(takes_value);
        if let Some(long) = name.strip_prefix("--") {
            all.find(|arg| arg.get_long() == Some(long)).map(|arg| (arg.clone(), glued))
        } else {
            let short = word.chars().nth(1)?;
            let at = 1 + short.len_utf8();
            let at = if word[at..].starts_with('=') { at + 1 } else { at };
            all.find(|arg| arg.get_short() == Some(short)).map(|arg| (arg.clone(), at))
        }
    }

    /// The options that begin so.
    fn options(&self, beginning: &str) -> Offer {
        let version = self.path.is_empty().then(|| ("--version".to_owned(), "Version".to_owned()));
        let option = |arg: &Arg| Some((format!("--{}", arg.get_long()?), text(arg.get_help())));
        let all = self.command.get_arguments().filter_map(option).chain(version);
        all.filter(|(option, _)| option.starts_with(beginning)).collect()
    }

    /// The argument that the next value that stands alone is for.
    fn positional(&self) -> Option<Arg> {
        let all: Vec<&Arg> = self.command.get_positionals().collect();
        let many = |arg: &&&Arg| matches!(arg.get_action(), ArgAction::Append);
        all.get(self.typed.len()).or_else(|| all.last().filter(many)).map(|arg| (*arg).clone())
    }

    /// The values of an argument that begin as typed, each behind what stands before it in its word.
    fn values(&self, arg: &Arg, before: &str, typed: &str) -> Result<Offer, Error> {
        if arg.get_value_hint() == ValueHint::DirPath {
            return Ok(vec![("/directories".to_owned(), String::new())]);
        }
        let parts = arg.get_value_delimiter();
        let mut at = parts.and_then(|comma| typed.rfind(comma)).map_or(0, |comma| comma + 1);
        if arg.is_allow_hyphen_values_set() && typed[at..].starts_with('-') {
            at += 1;
        }
        let (first, part) = typed.split_at(at);
        let mut values = self.known_values(arg)?;
        let is_typed = |value: &str| self.typed.contains(&value) || first.split(',').any(|own| own == value);
        values.retain(|(value, _)| value.starts_with(part) && !is_typed(value));
        for (value, _) in &mut values {
            value.insert_str(0, first);
            value.insert_str(0, before);
        }
        if parts.is_some() && !values.is_empty() {
            values.insert(0, ("/parts".to_owned(), String::new()));
        }
        Ok(values)
    }

    /// What the value of an argument may be, by its name.
    fn known_values(&self, arg: &Arg) -> Result<Offer, Error> {
        let Self { path, typed, atlas, .. } = self;
        let possible = arg.get_possible_values();
        if !possible.is_empty() {
            let offer = |value: &PossibleValue| (value.get_name().to_owned(), text(value.get_help()));
            return Ok(possible.iter().map(offer).collect());
        }
        let plain = |words: &[&str]| words.iter().map(|word| ((*word).to_owned(), String::new())).collect();
        let kind = path.first().and_then(|first| Kind::from_plural(first));
        let name = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
        let of_name = Kind::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(name));
        Ok(match (name, kind) {
            ("ID", _) if arg.is_positional() => records(atlas, kind)?,
            ("ID", _) => {
                records(atlas, Kind::ALL.into_iter().find(|kind| arg.get_long() == Some(kind.name())))?
            }
            ("METRIC", _) => {
                let metrics = atlas.metrics()?.into_iter();
                metrics.map(|it| (it.id.to_string(), both(&it.label, &it.label_zh))).collect()
            }
            ("SOURCE", _) => {
                let sources = atlas.sources()?.into_iter();
                sources.map(|source| (source.id.to_string(), source.title.to_string())).collect()
            }
            ("FIELD,...", _) => plain(&contract_at(path).map_or(Ok(Vec::new()), |answer| keys(answer.row))?),
            ("COMMAND" | "TOPIC", _) if !typed.is_empty() => {
                plain(if has_show(typed[0]) { &["list", "show"] } else { &[] })
            }
            ("COMMAND" | "TOPIC", _) => {
                let topics = TOPICS.into_iter().filter(|_| name == "TOPIC");
                let commands = COMMANDS.iter().map(|entry| (entry.name, entry.about));
                topics.chain(commands).map(|(name, about)| (name.to_owned(), about.to_owned())).collect()
            }
            ("CATEGORY" | "STATUS" | "COUNTRY" | "SCHEME" | "TIER", Some(kind)) => used(atlas, kind, name)?,
            _ if of_name.is_some() => records(atlas, of_name)?,
            // A set of the vocabulary; none where there is none of this name.
            _ => {
                let terms = atlas.terms(&name.to_lowercase())?.into_iter();
                terms.map(|term| (term.id.to_string(), both(&term.label, &term.label_zh))).collect()
            }
        })
    }
}

/// A text of the grammar; empty where there is none.
fn text(of: Option<&StyledStr>) -> String {
    of.map(ToString::to_string).unwrap_or_default()
}

/// A name in both languages.
fn both(en: &str, zh: &str) -> String {
    [en, " ", zh].concat().trim_end().to_owned()
}

/// Records, of one kind or of any.
fn records(atlas: &Atlas, kind: Option<Kind>) -> Result<Offer, Error> {
    let numbers = match kind {
        Some(kind) => atlas.numbers_of(kind)?,
        None => 0..atlas.count(Section::Records)?,
    };
    let named = numbers.map(|number| {
        let record = atlas.record(number)?;
        Ok((record.id.to_string(), both(&record.name, record.name_zh.as_deref().unwrap_or_default())))
    });
    named.collect()
}

/// What the records of a kind have in a field.
fn used(atlas: &Atlas, kind: Kind, field: &str) -> Result<Offer, Error> {
    let mut values: BTreeSet<Text> = BTreeSet::new();
    for number in atlas.numbers_of(kind)? {
        let Record { category, status, country, groups, .. } = atlas.record(number)?;
        match field {
            "CATEGORY" => values.extend([category]),
            "STATUS" => values.extend(status),
            "COUNTRY" => values.extend(country),
            "SCHEME" => values.extend(groups.into_iter().map(|group| group.scheme)),
            _ => values.extend(groups.into_iter().map(|group| group.tier)),
        }
    }
    let set = if field == "STATUS" { kind.status_set().to_owned() } else { field.to_lowercase() };
    let labelled = |value: Text| {
        let term = atlas.term(&set, &value)?;
        let label = term.map(|term| both(&term.label, &term.label_zh));
        Ok((value.to_string(), label.unwrap_or_default()))
    };
    values.into_iter().map(labelled).collect()
}
