//! Completions: scripts for five shells, and answers to `COMPLETE=SHELL liangjiang`. Ids of the right
//! kind, metrics, sources, values of filters and fields are completed with their names.
//!
//! What an argument takes is told by the name of its value (`ID`, `METRIC`, `CATEGORY` ...), so that a new
//! option is completed without a line here. The grammar itself knows no record: values are added to a
//! copy of it, and only to complete.

use std::{ffi::OsString, fmt::Write};

use clap::{
    Arg, Command,
    builder::{PossibleValue, PossibleValuesParser},
};
use clap_complete::{
    ArgValueCandidates, CompletionCandidate, Shell,
    env::{EnvCompleter, Shells},
};

use crate::{
    Outcome,
    atlas::Atlas,
    cli::{self, TOPICS},
    error::Error,
    lang::message,
    model::{Kind, Record},
    view::contract,
};

const NAME: &str = "liangjiang";

/// The variable by which a shell asks.
const VARIABLE: &str = "COMPLETE";

/// Answers a shell that asks for completions, or for the script that will ask.
pub fn answer(shell: &str, args: &[OsString]) -> Outcome {
    let name = std::path::Path::new(shell).file_stem().unwrap_or_default().to_string_lossy();
    let Some(shell) = Shells::builtins().iter().find(|known| known.is(&name)).map(EnvCompleter::name) else {
        let known: Vec<_> = Shells::builtins().names().collect();
        let mut outcome = Outcome { status: 2, ..Outcome::default() };
        outcome.say(&format!("COMPLETE knows no {}", message::quoted(&name)));
        let _ = writeln!(outcome.stderr, "known are: {}", known.join(", "));
        return outcome;
    };
    let mut stdout = Vec::new();
    let words: Vec<OsString> = args.iter().skip_while(|arg| *arg != "--").skip(1).cloned().collect();
    let shells = Shells::builtins();
    let written = match shells.completer(shell) {
        Some(shell) if words.is_empty() => shell.write_registration(VARIABLE, NAME, NAME, NAME, &mut stdout),
        Some(shell) => shell.write_complete(&mut asked(&words), words, None, &mut stdout),
        None => Ok(()),
    };
    // Where nothing can be completed, nothing is offered.
    Outcome { stdout: written.map_or_else(|_| Vec::new(), |()| stdout).into(), ..Outcome::default() }
}

/// The part of the grammar that the words ask for: the other commands are names only.
fn asked(words: &[OsString]) -> Command {
    let inner = words.get(1).filter(|_| words.len() > 2).and_then(|word| word.to_str());
    let mut root = cli::command_for(inner.as_slice());
    let inner = inner.filter(|inner| root.find_subcommand(inner).is_some());
    if inner.is_none() {
        root = root.mut_subcommands(|sub| sub.defer(|command| command));
    }
    root.build();
    let lazily = |arg: Arg, values: Values| {
        arg.add(ArgValueCandidates::new(move || {
            let candidate = |(value, help): (String, String)| {
                CompletionCandidate::new(value).help((!help.is_empty()).then(|| help.into()))
            };
            values.all().into_iter().map(candidate).collect()
        }))
    };
    match inner {
        Some(inner) => root.mut_subcommand(inner, |sub| {
            let path = vec![sub.get_name().to_owned()];
            with_values(sub, &path, &lazily)
        }),
        None => root,
    }
}

/// The completion script of a shell; the values stand in it.
pub fn script(shell: Shell) -> Outcome {
    let listed = |arg: Arg, values: Values| {
        // clap keeps names for as long as the process lives, which here is the length of one script.
        let possible =
            values.all().into_iter().map(|(value, help)| PossibleValue::new(&*value.leak()).help(help));
        arg.value_parser(PossibleValuesParser::new(possible))
    };
    let mut root = cli::command();
    root.build();
    let mut root = with_values(root, &[], &listed);
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut root, NAME, &mut bytes);
    let mut text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    match shell {
        Shell::Fish => in_fish(&root, &[], &mut text),
        Shell::Elvish => in_blocks(&root, &[], &mut text, &|value, help| {
            format!("            cand {} {}\n", quoted(value), quoted(help))
        }),
        Shell::PowerShell => in_blocks(&root, &[], &mut text, &|value, help| {
            let (value, help) = (quoted(value), quoted(if help.is_empty() { value } else { help }));
            format!(
                "            [CompletionResult]::new({value}, {value}, [CompletionResultType]::ParameterValue, {help})\n"
            )
        }),
        _ => {}
    }
    let mut stdout = Vec::with_capacity(text.len());
    for line in text.trim_end().lines() {
        stdout.extend_from_slice(line.trim_end().as_bytes());
        stdout.push(b'\n');
    }
    Outcome { stdout: stdout.into(), ..Outcome::default() }
}

/// A word between single quotes, as Elvish and PowerShell take it.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "''"))
}

/// The values of the arguments without a name, which the generators of three shells leave out.
fn positional(command: &Command) -> Vec<(String, String)> {
    let possible = command.get_positionals().flat_map(Arg::get_possible_values);
    possible
        .map(|value| {
            let help = value.get_help().map(ToString::to_string).unwrap_or_default();
            (value.get_name().to_owned(), help)
        })
        .collect()
}

/// Fish: a line for each value, under the condition of its command.
fn in_fish(command: &Command, path: &[&str], text: &mut String) {
    let condition = match path {
        [] => String::new(),
        [one] => format!("__fish_{NAME}_using_subcommand {one}"),
        [one, rest @ ..] => {
            format!(
                "__fish_{NAME}_using_subcommand {one}; and __fish_seen_subcommand_from {}",
                rest.join(" ")
            )
        }
    };
    for (value, help) in positional(command) {
        let help = help.replace('\\', "\\\\").replace('\'', "\\'");
        let _ = writeln!(text, "complete -c {NAME} -n \"{condition}\" -f -a \"{value}\" -d '{help}'");
    }
    for sub in command.get_subcommands() {
        in_fish(sub, &[path, &[sub.get_name()]].concat(), text);
    }
}

/// Elvish and PowerShell: values at the head of the block of their command.
fn in_blocks(command: &Command, path: &[&str], text: &mut String, line: &dyn Fn(&str, &str) -> String) {
    let mut name = vec![NAME];
    name.extend(path);
    let head = format!("'{}'", name.join(";"));
    let lines: String = positional(command).iter().map(|(value, help)| line(value, help)).collect();
    let behind = text.find(&head).and_then(|at| Some(at + text.get(at..)?.find('\n')? + 1));
    if let Some(behind) = behind {
        text.insert_str(behind, &lines);
    }
    for sub in command.get_subcommands() {
        in_blocks(sub, &[path, &[sub.get_name()]].concat(), text, line);
    }
}

/// The command with values on each argument that takes known ones.
fn with_values(command: Command, path: &[String], add: &dyn Fn(Arg, Values) -> Arg) -> Command {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    let command = command.mut_args(|arg| match Values::of(&arg, &names) {
        Some(values) => add(arg, values),
        None => arg,
    });
    command.mut_subcommands(|sub| {
        let path = [path, &[sub.get_name().to_owned()]].concat();
        with_values(sub, &path, add)
    })
}

/// Where the values of an argument come from.
#[derive(Clone, Debug)]
enum Values {
    /// Records, of one kind or of any.
    Records(Option<Kind>),
    Metrics,
    Sources,
    /// What the records of a kind have in a field, labelled by these sets of the vocabulary.
    Used(Kind, fn(&Record) -> Vec<String>, &'static [&'static str]),
    /// A set of the vocabulary.
    Terms(String),
    Fields(&'static [&'static str]),
    /// Paths of commands, with the topics of `help`.
    Commands(bool),
}

impl Values {
    fn of(arg: &Arg, path: &[&str]) -> Option<Self> {
        let name = arg.get_value_names()?.first()?.as_str();
        if !arg.get_possible_values().is_empty() {
            return None;
        }
        let kind = path.first().and_then(|first| Kind::from_plural(first));
        let used = |read: fn(&Record) -> Vec<String>, sets: &'static [&'static str]| {
            kind.map(|kind| Self::Used(kind, read, sets))
        };
        let own = match name {
            "ID" => {
                let of_option = Kind::ALL.into_iter().find(|kind| arg.get_long() == Some(kind.name()));
                Some(Self::Records(if arg.is_positional() { kind } else { of_option }))
            }
            "METRIC" => Some(Self::Metrics),
            "SOURCE" => Some(Self::Sources),
            "FIELD,..." => contract::of(path).map(|contract| Self::Fields(contract.keys)),
            "COMMAND" => Some(Self::Commands(false)),
            "TOPIC" => Some(Self::Commands(true)),
            "CATEGORY" => used(|r| vec![r.category.to_string()], &["category"]),
            "STATUS" => used(
                |r| r.status.iter().map(ToString::to_string).collect(),
                &["entity-status", "plan-status"],
            ),
            "COUNTRY" => used(|r| r.country.iter().map(ToString::to_string).collect(), &["country"]),
            "SCHEME" => used(|r| r.groups.iter().map(|g| g.scheme.to_string()).collect(), &["scheme"]),
            "TIER" => used(|r| r.groups.iter().map(|g| g.tier.to_string()).collect(), &["tier"]),
            _ => None,
        };
        own.or_else(|| {
            let set = name.to_lowercase();
            Atlas::bundled().has_terms(&set).is_ok_and(|has| has).then_some(Self::Terms(set))
        })
    }

    /// The values with what each is; none where the data cannot be read.
    fn all(&self) -> Vec<(String, String)> {
        self.read(&Atlas::bundled()).unwrap_or_default()
    }

    fn read(&self, atlas: &Atlas) -> Result<Vec<(String, String)>, Error> {
        let both = |en: &str, zh: Option<&str>| match zh {
            Some(zh) if zh != en => format!("{en} {zh}"),
            _ => en.to_owned(),
        };
        Ok(match self {
            Self::Records(kind) => {
                let numbers = match kind {
                    Some(kind) => atlas.numbers_of(*kind)?,
                    None => 0..atlas.record_count()?,
                };
                let mut all = Vec::new();
                for number in numbers {
                    let record = atlas.record(number)?;
                    all.push((record.id.to_string(), both(&record.name, record.name_zh.as_deref())));
                }
                all
            }
            Self::Metrics => {
                let metrics = atlas.metrics()?.into_iter();
                metrics
                    .map(|metric| (metric.id.to_string(), both(&metric.label, Some(&metric.label_zh))))
                    .collect()
            }
            Self::Sources => atlas
                .sources()?
                .into_iter()
                .map(|source| (source.id.to_string(), source.title.to_string()))
                .collect(),
            Self::Used(kind, read, sets) => {
                let mut values: Vec<String> = Vec::new();
                for number in atlas.numbers_of(*kind)? {
                    values.extend(read(&atlas.record(number)?));
                }
                values.sort_unstable();
                values.dedup();
                let mut all = Vec::new();
                for value in values {
                    let mut help = String::new();
                    for set in *sets {
                        if let Some(term) = atlas.term(set, &value)? {
                            help = both(&term.label, Some(&term.label_zh));
                        }
                    }
                    all.push((value, help));
                }
                all
            }
            Self::Terms(set) => {
                let terms = atlas.terms(set)?.into_iter();
                terms.map(|term| (term.id.to_string(), both(&term.label, Some(&term.label_zh)))).collect()
            }
            Self::Fields(keys) => keys.iter().map(|key| ((*key).to_owned(), String::new())).collect(),
            Self::Commands(topics) => {
                let mut all: Vec<(String, String)> = Vec::new();
                if *topics {
                    all.extend(TOPICS.map(|(topic, about)| (topic.to_owned(), about.to_owned())));
                }
                for sub in cli::command().get_subcommands() {
                    let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
                    all.push((sub.get_name().to_owned(), about));
                }
                all
            }
        })
    }
}
