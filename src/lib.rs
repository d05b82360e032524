//! A desk reference for investors on Chongqing Liangjiang New Area.
//!
//! The modules, from the ground up; each uses only those above it in this list:
//!
//! - `model`: what things are: records, figures, metrics, sources, dates, series.
//! - `load`: TOML in, the rules of the data, every fault with its place.
//! - `store`: the compiled form of a data set, and `Atlas`, its reader. `build.rs` runs these three.
//! - `limit`: what is held to a size. `error`: what can go wrong, with its exit status.
//! - `lang`: everything that is said in two languages, numbers and dates among it.
//! - `cli`: option groups that commands share.
//! - `style`: width, colour and language of an answer, from options and environment.
//! - `own`: the user's own data, read within limits and put over the bundled data.
//! - `render`: blocks to a screen, Markdown or HTML; rows to JSON, CSV, TSV; citations. Looks nothing up.
//! - `query`: questions to the atlas: which record, which figures.
//! - `page`: what pages share: labels, values in cells, charts. `export`: everything as files.
//! - `command`: one file a command: its options, its answer with its keys, how it is found, its page.
//!   `complete`: completions for shells, made from the same grammar.
//!
//! `main.rs` alone touches the process (arguments, environment, streams), with `pager.rs`, and holds the
//! bundled data.

pub mod cli;
pub mod command;
mod complete;
pub mod error;
mod export;
#[cfg(test)]
mod fixture;
pub mod lang;
pub mod limit;
pub mod load;
pub mod model;
pub mod own;
mod page;
pub mod query;
pub mod render;
pub mod store;
pub mod style;

use std::{ffi::OsString, io::Write};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use cli::{Anywhere, OutputArgs};
use command::Printer;
use error::Error;
use lang::{
    Lang,
    message::{self, quoted, short},
    phrase,
};
use model::Span;
use query::resolve::Matching;
use store::Atlas;
use style::{Environment, TODAY};

/// What a run leaves besides what it wrote to standard output.
#[derive(Debug, Default)]
pub struct RunResult {
    /// For standard error: notes and errors.
    pub stderr: String,
    /// 0 answered, 1 not found, 2 usage, 3 data unreadable, 4 output not written.
    pub status: u8,
    /// Whether a long answer may go through a pager.
    pub pages: bool,
    /// Whether colour was asked for (`--color always`), whatever the pager shows.
    pub color_always: bool,
    /// The language that the answer is in.
    pub lang: Lang,
}

impl RunResult {
    /// Adds a line to standard error.
    pub fn note(&mut self, line: &str) {
        self.stderr.push_str(message::PREFIX);
        self.stderr.push_str(line);
        self.stderr.push('\n');
    }

    /// Adds an error to standard error, and its status to the run's. A reader that closed the pipe has
    /// seen enough: that is no error.
    pub fn fail(&mut self, error: &Error, lang: Lang) {
        if matches!(error, Error::Output(error) if error.kind() == std::io::ErrorKind::BrokenPipe) {
            return;
        }
        let mut lines = message::error(error, lang).into_iter();
        self.note(&lines.next().unwrap_or_default());
        for hint in lines {
            self.stderr.push_str(&hint);
            self.stderr.push('\n');
        }
        self.status = self.status.max(error.status());
    }
}

/// Runs the program on a data set: parses `args` (the program's name first), answers on `out`.
pub fn run(args: &[OsString], environment: &Environment, atlas: &Atlas, out: &mut dyn Write) -> RunResult {
    let (left, Anywhere { lang, data, valueless }) = cli::take_anywhere(args);
    let mut result = RunResult { lang: style::lang(environment, lang), ..RunResult::default() };
    let options = OutputArgs { lang, data, ..OutputArgs::default() };
    let answered = match environment.text("COMPLETE").as_deref() {
        _ if args.len() > limit::ARGUMENTS => {
            Err(message::usage(|lang| [phrase::too_many_arguments(limit::ARGUMENTS, lang)]))
        }
        None | Some("0") => {
            let mut printer = Printer::new(*atlas, options, environment, out, &mut result);
            match (valueless, environment.text(TODAY).filter(|day| Span::parse_date(day).is_none())) {
                (Some(option), _) => {
                    Err(message::usage(|lang| [phrase::missing_value(quoted(option), lang)]))
                }
                (None, Some(day)) => Err(message::not_a_date(TODAY, "2026-11-23", &day)),
                (None, None) => answer(&left, &mut printer),
            }
        }
        Some(shell) => complete::answer(shell, args, environment, atlas, out),
    };
    if let Err(error) = answered.and_then(|()| Ok(out.flush()?)) {
        let lang = result.lang;
        result.fail(&error, lang);
    }
    result
}

fn answer(args: &[OsString], printer: &mut Printer) -> Result<(), Error> {
    let words: Vec<&str> = args.iter().skip(1).map_while(|arg| arg.to_str()).collect();
    match command::grammar().try_get_matches_from(args) {
        Ok(matches) => command::run(&matches, printer),
        Err(error) if error.kind() == ErrorKind::DisplayHelp => command::help_of(&words, printer),
        // `--version`.
        Err(error) if !error.use_stderr() => printer.write(error.to_string()),
        Err(error) => Err(misplaced(&words, &printer.atlas, error)),
    }
}

/// `liangjiang ports guoyuan` means `ports show guoyuan`, `liangjiang guoyuan` means `show guoyuan`, and
/// `ports help` means `help ports`; words that name no record are searched for; a mistyped command is told
/// its name. An option that stands first is told where it belongs, unless it is one of the program's own,
/// mistyped.
fn misplaced(words: &[&str], atlas: &Atlas, error: clap::Error) -> Error {
    let known = |typed: &str| query::resolve::record(atlas, typed, None, Matching::Fuzzy).is_ok();
    let suggested = error.get(ContextKind::SuggestedSubcommand).is_some();
    let stray = matches!(error.kind(), ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand);
    let is_conflict = error.kind() == ErrorKind::ArgumentConflict;
    let no_command = |path: &[&str], typed: &str, meant: String| {
        let command = [&["liangjiang"], path].concat().join(" ");
        let [typed, meant] = [typed, &meant].map(short);
        message::usage(|lang| [phrase::no_command(&command, &typed, &meant, lang)])
    };
    match words {
        [option, ..]
            if stray && option.starts_with('-') && error.get(ContextKind::SuggestedArg).is_none() =>
        {
            let option = quoted(option.split('=').next().unwrap_or_default());
            message::usage(|lang| [phrase::option_first(&option, lang)])
        }
        [first, rest @ ..]
            if (stray || is_conflict) && rest.contains(&"help") && command::entry_at(&[first]).is_some() =>
        {
            let [before, rest] = [0, 1].map(|part| words.split(|word| *word == "help").nth(part));
            let before = command::path_in(before.unwrap_or_default());
            let path = command::path_in(&[&before[..], rest.unwrap_or_default()].concat());
            no_command(&before, "help", format!("liangjiang help {}", path.join(" ")))
        }
        [command, typed, ..]
            if stray
                && !typed.starts_with('-')
                && !matches!(*typed, "list" | "show")
                && command::has_show(command)
                && (!suggested || known(typed)) =>
        {
            no_command(&[command], typed, format!("liangjiang {command} show {typed}"))
        }
        [typed, ..] if error.kind() == ErrorKind::InvalidSubcommand && !suggested => {
            let command = if known(typed) { "show" } else { "search" };
            no_command(&[], typed, format!("liangjiang {command} {typed}"))
        }
        _ => nearest_first(error).into(),
    }
}

/// The error with the nearest of several suggested commands first, and only those about as near.
fn nearest_first(mut error: clap::Error) -> clap::Error {
    if let (Some(ContextValue::String(typed)), Some(ContextValue::Strings(names))) =
        (error.get(ContextKind::InvalidSubcommand), error.get(ContextKind::SuggestedSubcommand))
    {
        let mut near: Vec<_> =
            names.iter().map(|name| (strsim::osa_distance(typed, name), name.clone())).collect();
        near.sort();
        let nearest = near.first().map_or(0, |(edits, _)| *edits);
        near.retain(|(edits, _)| *edits <= nearest + 1);
        let near = near.into_iter().map(|(_, name)| name).collect();
        error.insert(ContextKind::SuggestedSubcommand, ContextValue::Strings(near));
    }
    error
}
