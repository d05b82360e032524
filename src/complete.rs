//! Completions: the scripts for five shells, and what the program answers them. Ids of the right kind,
//! metrics, sources, values of filters and fields are completed with their names.
//!
//! What an argument takes is told by the name of its value (`ID`, `METRIC`, `CATEGORY` ...), so that a new
//! option is completed without a line here. The grammar itself knows no record: values are added to a
//! copy of it, and only to complete.

use std::{ffi::OsString, io::Write};

use clap::{Arg, Command};
use clap_complete::{ArgValueCandidates, CompletionCandidate};

use crate::{
    RunResult,
    command::{COMMANDS, TOPICS, completer, completion_script, contract_at, grammar},
    error::Error,
    model::{Kind, Record},
    store::Atlas,
};

/// Answers a shell that asks for completions: its script, or the candidates for the words behind `--`.
pub fn answer(
    shell: &str,
    args: &[OsString],
    atlas: &Atlas,
    out: &mut dyn Write,
    result: &mut RunResult,
) -> Result<(), Error> {
    let name = std::path::Path::new(shell).file_stem().unwrap_or_default().to_string_lossy();
    let words: Vec<OsString> = args.iter().skip_while(|arg| *arg != "--").skip(1).cloned().collect();
    if words.is_empty() {
        return Ok(out.write_all(&completion_script(&name)?)?);
    }
    let mut candidates = Vec::new();
    let written =
        completer(&name)?.write_complete(&mut with_candidates(&words, atlas), words, None, &mut candidates);
    // Where nothing can be completed, nothing is offered.
    result.status = 0;
    written.map_or(Ok(()), |()| Ok(out.write_all(&candidates)?))
}

/// The grammar with the values of those arguments that the last of the words may be: the positional ones
/// of the command, and the option before it or in it.
fn with_candidates(words: &[OsString], atlas: &Atlas) -> Command {
    let mut root = grammar();
    root.build();
    let text = |word: &OsString| word.to_string_lossy().into_owned();
    let last: Vec<String> = words.iter().rev().take(2).map(text).collect();
    let option = last
        .iter()
        .find(|word| word.starts_with("--"))
        .map(|word| word.trim_start_matches('-').split('=').next().unwrap_or_default().to_owned());
    match words.get(1).filter(|_| words.len() > 2).map(text) {
        Some(name) if root.find_subcommand(&name).is_some() => {
            root.mut_subcommand(&name, |sub| add_candidates(sub, &[&name], option.as_deref(), atlas))
        }
        _ => root,
    }
}

fn add_candidates(command: Command, path: &[&str], option: Option<&str>, atlas: &Atlas) -> Command {
    let command = command.mut_args(|arg| {
        let asked = arg.is_positional() || (option.is_some() && arg.get_long() == option);
        match Values::of(&arg, path, atlas).filter(|_| asked).and_then(|values| values.read(atlas).ok()) {
            Some(values) => arg.add(ArgValueCandidates::new(move || {
                let candidate = |(value, help): &(String, String)| {
                    CompletionCandidate::new(value).help((!help.is_empty()).then(|| help.clone().into()))
                };
                values.iter().map(candidate).collect()
            })),
            None => arg,
        }
    });
    command.mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        add_candidates(sub, &[path, &[&name]].concat(), option, atlas)
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
    /// Names of commands, after the topics of `help` where these are meant too.
    Commands {
        topics: bool,
    },
}

impl Values {
    fn of(arg: &Arg, path: &[&str], atlas: &Atlas) -> Option<Self> {
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
            "FIELD,..." => contract_at(path).map(|contract| Self::Fields(contract.keys)),
            "COMMAND" => Some(Self::Commands { topics: false }),
            "TOPIC" => Some(Self::Commands { topics: true }),
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
            atlas.has_terms(&set).is_ok_and(|has| has).then_some(Self::Terms(set))
        })
    }

    /// The values, each with what it is.
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
            Self::Commands { topics } => {
                let mut all: Vec<(String, String)> = Vec::new();
                if *topics {
                    all.extend(TOPICS.map(|(topic, about)| (topic.to_owned(), about.to_owned())));
                }
                all.extend(COMMANDS.iter().map(|entry| (entry.name.to_owned(), entry.about.to_owned())));
                all
            }
        })
    }
}
