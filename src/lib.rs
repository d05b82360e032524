//! A desk reference for investors on Chongqing Liangjiang New Area.
//!
//! The rooms, from the ground up; each uses only those above it in this list:
//!
//! - `model`: what things are; TOML in, rules, bytes out. Closed: `build.rs` runs it too.
//! - `cli`: the grammar. `error`: what can go wrong, with its exit status.
//! - `atlas`: the compiled data, for asking.
//! - `lang`: everything that is said in two languages, numbers and dates among it.
//! - `render`: blocks to a screen or Markdown; rows to JSON, CSV, TSV. Looks nothing up.
//! - `query`: questions to the atlas: which record, which figures.
//! - `view`: what each command answers, with its JSON contract.
//! - `page`: what a person is shown of an answer, as blocks. `package`: everything as files.
//!   `complete`: completions for shells.
//! - `command`: one file a command, from arguments to an answer.
//!
//! `main.rs` alone touches the process: arguments, environment, streams.

pub mod atlas;
pub mod cli;
pub mod command;
mod complete;
pub mod error;
pub mod lang;
pub mod model;
mod package;
mod page;
pub mod query;
pub mod render;
pub mod view;

use std::ffi::OsString;

use cli::{OutputArgs, Request};
use error::{Error, Usage};
use lang::message;
use render::{Environment, Look, Output, Stream};

/// What a run of the program gives: bytes for each stream and the exit status.
#[derive(Debug, Default)]
pub struct Outcome {
    /// For standard output: the answer.
    pub stdout: Output,
    /// For standard error: notes and errors.
    pub stderr: String,
    /// 0 answered, 1 not found, 2 usage, 3 data unreadable, 4 output not written.
    pub status: u8,
    /// Whether a long answer may go through a pager.
    pub pages: bool,
    /// The language that the answer is in.
    pub lang: lang::Lang,
}

impl Outcome {
    /// Adds a line to standard error.
    fn say(&mut self, line: &str) {
        self.stderr.push_str(message::PREFIX);
        self.stderr.push_str(line);
        self.stderr.push('\n');
    }

    /// Adds an error to standard error, and its status to the run's.
    fn fail(&mut self, error: &Error, look: &Look) {
        let lines = message::error(error, look.lang);
        for (n, line) in lines.iter().enumerate() {
            if n == 0 {
                self.say(line);
            } else {
                self.stderr.push_str(line);
                self.stderr.push('\n');
            }
        }
        self.status = self.status.max(error.status());
    }
}

/// Runs the program: the whole of it but for the streams.
#[must_use]
pub fn run(args: &[OsString], environment: &Environment) -> Outcome {
    if let Some(shell) = environment.complete.as_deref().filter(|shell| !matches!(*shell, "" | "0")) {
        return complete::answer(shell, args);
    }
    let request = match parse(args, environment) {
        Ok(request) => request,
        Err(Error::Clap(error)) if !error.use_stderr() => {
            let stdout = error.render().to_string().into_bytes().into();
            return Outcome { stdout, pages: environment.stdout_terminal, ..Outcome::default() };
        }
        Err(error) => {
            let mut outcome = Outcome::default();
            outcome.fail(&error, &Look::new(environment, &OutputArgs::default(), Stream::Err));
            return outcome;
        }
    };
    command::run(&request, environment)
}

fn parse(args: &[OsString], environment: &Environment) -> Result<Request, Error> {
    let width = Look::new(environment, &OutputArgs::default(), Stream::Out).width;
    let mut command = cli::command_for(&words(args)).term_width(width.unwrap_or(100).min(100));
    let matches = command.try_get_matches_from_mut(args).map_err(|error| misplaced(args, error))?;
    let mut request = cli::request(&matches)?;
    if let Some((ids, piped)) = request.ids_mut() {
        *piped = read_ids(ids, environment)?;
    }
    Ok(request)
}

/// What stands behind the name of the program, as far as it is text.
fn words(args: &[OsString]) -> Vec<&str> {
    args.iter().skip(1).map_while(|arg| arg.to_str()).collect()
}

/// Puts the lines of standard input in the place of `-`; whether there was one.
fn read_ids(ids: &mut Vec<String>, environment: &Environment) -> Result<bool, Error> {
    if !ids.iter().any(|id| id == "-") {
        return Ok(false);
    }
    let bytes = environment.stdin.map_or_else(|| Ok(Vec::new()), |read| read()).map_err(Error::Read)?;
    let text = String::from_utf8_lossy(&bytes);
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).filter(|line| !line.is_empty());
    let mut read = Some(lines.map(str::to_owned).collect::<Vec<_>>());
    let asked = std::mem::take(ids);
    for id in asked {
        if id == "-" {
            ids.extend(read.take().unwrap_or_default());
        } else {
            ids.push(id);
        }
    }
    Ok(true)
}

/// `liangjiang ports guoyuan` means `ports show guoyuan`, and `liangjiang guoyuan` means `show guoyuan`;
/// words that name no record are searched for; a mistyped command is told its name. An option that stands
/// first is told where it belongs, unless it is one of the program's own, mistyped.
fn misplaced(args: &[OsString], error: clap::Error) -> Error {
    use clap::error::{ContextKind, ErrorKind};

    let words = words(args);
    let known = |typed: &str| query::resolve::record(&atlas::Atlas::bundled(), typed, None).is_ok();
    let suggested = error.get(ContextKind::SuggestedSubcommand).is_some();
    let stray = matches!(error.kind(), ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand);
    match &words[..] {
        [option, ..]
            if stray && option.starts_with('-') && error.get(ContextKind::SuggestedArg).is_none() =>
        {
            Usage::OptionFirst(option.split('=').next().unwrap_or_default().to_owned()).into()
        }
        [command, typed, ..]
            if stray
                && !typed.starts_with('-')
                && !matches!(*typed, "list" | "show")
                && cli::has_show(command)
                && (!suggested || known(typed)) =>
        {
            let command = format!("liangjiang {command}");
            Usage::NoCommand { command, typed: (*typed).to_owned(), taker: "show" }.into()
        }
        [typed, ..] if error.kind() == ErrorKind::InvalidSubcommand && !suggested => {
            let taker = if known(typed) { "show" } else { "search" };
            let command = "liangjiang".to_owned();
            Usage::NoCommand { command, typed: (*typed).to_owned(), taker }.into()
        }
        _ => error.into(),
    }
}
