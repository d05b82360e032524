//! One file a command: its options, its answer with the keys of its JSON, how the answer is found, and
//! the page that a person is shown of it. Here they are put together into one grammar.
//!
//! A new command is a file here, a line in [`COMMANDS`] and its `mod`.

mod check;
mod cite;
mod compare;
mod completions;
mod conflicts;
mod export;
mod figures;
mod gaps;
mod help;
mod list;
mod man;
mod metrics;
mod overview;
mod print;
mod schema;
mod search;
mod show;
mod sort;
mod sources;
mod targets;
mod version;

use std::io::Write;

use clap::{
    ArgMatches, Args, Command, ValueEnum,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};

pub use completions::completion_script;
pub use help::TOPICS;
pub use print::{Answer, Printer, Row};
pub use schema::{Contract, Shape, contract_at};

use crate::{
    RunResult,
    cli::{Format, OutputArgs},
    error::Error,
    store::Atlas,
    style::Environment,
};

/// The commands, in the order of the help.
pub const COMMANDS: [&Entry; 26] = [
    &overview::OVERVIEW,
    &list::INDUSTRIES,
    &list::PORTS,
    &list::PARKS,
    &list::PLANS,
    &list::POLICIES,
    &list::ENTERPRISES,
    &list::PROJECTS,
    &list::AREAS,
    &list::AMENITIES,
    &show::SHOW,
    &figures::FIGURES,
    &compare::COMPARE,
    &search::SEARCH,
    &cite::CITE,
    &sources::SOURCES,
    &metrics::METRICS,
    &conflicts::CONFLICTS,
    &gaps::GAPS,
    &check::CHECK,
    &export::EXPORT,
    &schema::SCHEMA,
    &completions::COMPLETIONS,
    &man::MAN,
    &version::VERSION,
    &help::HELP,
];

/// A command.
pub struct Entry {
    /// The word that asks for it.
    pub name: &'static str,
    /// What it is for, in one line.
    pub about: &'static str,
    /// Command lines for its help and its man page; the tests run each and expect the exit status 0.
    pub examples: &'static [&'static str],
    /// Adds its arguments and options: [`with_output`] where it has an answer, else [`with_args`].
    pub options: fn(Command) -> Command,
    /// Answers: `name` is that of the command on the command line.
    pub run: fn(name: &str, &ArgMatches, &mut Printer) -> Result<(), Error>,
    /// What its JSON is; a command without it has no output options.
    pub contract: Option<Contract>,
    /// Its `show`. Such a command has a `list` too, which is what it does where neither is named.
    pub show: Option<&'static Entry>,
}

/// What the help of the program ends with.
const AFTER_HELP: &str = "Options stand after the command they belong to: liangjiang ports show guoyuan --json\n\
Exit status: 0 answered, 1 not found, 2 usage, 3 data unreadable, 4 output not written.\n\
More: liangjiang help formats, environment, exit-codes or scopes; liangjiang help COMMAND.";

/// The examples of the program itself.
const EXAMPLES: &[&str] = &[
    "liangjiang",
    "liangjiang industries --pillar",
    "liangjiang ports show guoyuan",
    "liangjiang ports show guoyuan --json",
];

/// The whole grammar. The options of a command are added only when it is asked for (`Command::defer`):
/// added at once they would cost three times the instructions of a short answer.
#[must_use]
pub fn grammar() -> Command {
    let root = Command::new("liangjiang")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_subcommand(true)
        .max_term_width(100)
        .args_override_self(true)
        .about("A desk reference for investors on Chongqing Liangjiang New Area")
        .long_about(
            "A desk reference for investors on Chongqing Liangjiang New Area: industries, ports, parks,\n\
             plans, policies, companies and infrastructure, every figure dated, scoped and sourced.\n\
             All data is inside the program; nothing is fetched.",
        )
        .after_help(AFTER_HELP)
        .after_long_help(format!("{}\n\n{AFTER_HELP}", examples_text(EXAMPLES)))
        .help_expected(true);
    COMMANDS.iter().fold(root, |root, entry| {
        root.subcommand(Command::new(entry.name).about(entry.about).defer(|command| {
            // `defer` takes a plain function, which finds its entry by name.
            match entry_at(&[command.get_name()]) {
                Some(entry) => define(command, entry),
                None => command,
            }
        }))
    })
}

/// The command with everything that belongs to it.
fn define(command: Command, entry: &'static Entry) -> Command {
    let command = (entry.options)(with_examples(command, entry));
    let Some(show) = entry.show else { return command };
    let list = Command::new("list").about(list_about(entry)).defer(entry.options);
    command
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .subcommand(with_examples(list, entry))
        .subcommand(with_examples(Command::new("show").about(show.about).defer(show.options), show))
}

fn list_about(entry: &Entry) -> &'static str {
    if entry.name == "sources" { "All sources" } else { "List them, with filters (the default)" }
}

fn with_examples(command: Command, entry: &Entry) -> Command {
    command.after_long_help(examples_text(entry.examples))
}

/// [`Entry::options`] of a command that has the arguments `A` and no answer.
fn with_args<A: Args>(command: Command) -> Command {
    // clap would put the comment of the type in the place of `about`.
    let about = command.get_about().cloned().unwrap_or_default();
    A::augment_args(command).about(about).long_about(None)
}

/// [`Entry::options`] of a command that has the arguments `A` and an answer.
fn with_output<A: Args>(command: Command) -> Command {
    with_formats(with_args::<A>(command), |format| !format.is_citation())
}

/// The same of a command whose rows name their sources, so that it has the citation formats too.
fn with_citations<A: Args>(command: Command) -> Command {
    with_formats(with_args::<A>(command), |_| true)
}

/// Adds the output options, which the help of a command tells in one line.
fn with_formats(command: Command, has: fn(&Format) -> bool) -> Command {
    let formats = Format::value_variants().iter().filter(|format| has(format));
    let formats: Vec<_> = formats.filter_map(ValueEnum::to_possible_value).collect();
    let names: Vec<&str> = formats.iter().map(PossibleValue::get_name).collect();
    let line = format!(
        "Output: --json, -f FORMAT ({}), --fields, --sort, --lang, --color, --width, --no-pager: \
         see liangjiang help formats",
        names.join(", ")
    );
    let examples = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
    let parser = PossibleValuesParser::new(formats).try_map(|name| Format::from_str(&name, false));
    with_args::<OutputArgs>(command)
        .mut_arg("format", |arg| arg.value_parser(parser))
        .after_long_help(format!("{line}\n\n{examples}"))
        .after_help(line)
}

/// No arguments of its own.
#[derive(Args, Debug)]
struct NoArgs {}

fn examples_text(examples: &[&str]) -> String {
    let mut text = String::from("Examples:");
    for example in examples {
        text.push_str("\n  ");
        text.push_str(example);
    }
    text
}

/// The examples of the command at a path; of the program where the path is empty.
pub fn examples(path: &[&str]) -> &'static [&'static str] {
    if path.is_empty() { EXAMPLES } else { entry_at(path).map_or(&[], |entry| entry.examples) }
}

/// The command at a path such as `["ports", "show"]`.
pub fn entry_at(path: &[&str]) -> Option<&'static Entry> {
    let entry = |name: &str| COMMANDS.into_iter().find(|entry| entry.name == name);
    match path {
        [name] => entry(name),
        [name, "list"] => entry(name).filter(|entry| entry.show.is_some()),
        [name, "show"] => entry(name)?.show,
        _ => None,
    }
}

/// The command at a path with its options, by itself: nothing else of the grammar is built.
pub fn command_at(path: &[&'static str]) -> Option<Command> {
    let (entry, command) = (entry_at(path)?, Command::new(*path.last()?));
    Some(if path.len() == 1 { define(command, entry) } else { (entry.options)(command) })
}

/// The paths of all commands, such as `ports show`, in the order of the help.
pub fn paths() -> impl Iterator<Item = Vec<&'static str>> {
    COMMANDS.into_iter().flat_map(|entry| {
        let verbs: &[&str] = if entry.show.is_some() { &["list", "show"] } else { &[] };
        std::iter::once(vec![entry.name]).chain(verbs.iter().map(|verb| vec![entry.name, *verb]))
    })
}

/// Whether a command has `list` and `show`.
pub fn has_show(name: &str) -> bool {
    entry_at(&[name, "show"]).is_some()
}

/// Answers what [`grammar`] matched; without a command that is the overview.
pub fn run(
    matches: &ArgMatches,
    environment: &Environment,
    atlas: Atlas,
    out: &mut dyn Write,
    result: &mut RunResult,
) -> Result<(), Error> {
    let Some((name, matches)) = matches.subcommand() else {
        let overview = grammar().try_get_matches_from(["liangjiang", overview::OVERVIEW.name])?;
        return run(&overview, environment, atlas, out, result);
    };
    let (path, matches) = match matches.subcommand() {
        Some((verb, inner)) => (vec![name, verb], inner),
        None => (vec![name], matches),
    };
    let Some(entry) = entry_at(&path) else { return Ok(()) };
    let options = match entry.contract {
        Some(_) => OutputArgs::read(matches)?,
        None => OutputArgs::default(),
    };
    let mut printer = Printer::new(atlas, options, environment, out, result);
    (entry.run)(name, matches, &mut printer)
}
