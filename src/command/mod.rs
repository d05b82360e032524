//! One file a command: its options, its answer with the keys of its JSON, how the answer is found, and
//! the page that a person is shown of it. Here they are put together into one grammar.
//!
//! A new command is a file here, a line in [`COMMANDS`] and its `mod`.

mod briefing;
mod changes;
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
mod shortlist;
mod show;
mod sort;
mod sources;
mod targets;
mod version;

use clap::{
    Arg, ArgAction, ArgMatches, Args, Command, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};

pub use completions::completion_script;
pub use print::{Answer, Printer, Row};
pub use schema::{Contract, Shape, contract_at, keys};

use crate::{
    cli::{DataArgs, Format, LangArgs, OutputArgs},
    error::Error,
    own::OwnData,
};

/// The commands, in the order of the help.
pub const COMMANDS: [&Entry; 28] = [
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
    &shortlist::SHORTLIST,
    &cite::CITE,
    &sources::SOURCES,
    &metrics::METRICS,
    &conflicts::CONFLICTS,
    &gaps::GAPS,
    &changes::CHANGES,
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
    /// Adds its arguments and options: `with_output` where it has an answer, else `with_lang`.
    pub options: fn(Command) -> Command,
    /// Answers: `name` is that of the command on the command line.
    pub run: fn(name: &str, &ArgMatches, &mut Printer) -> Result<(), Error>,
    /// What its JSON is; a command without it has no output options.
    pub contract: Option<Contract>,
    /// Its `show`. Such a command has a `list` too, which is what it does where neither is named.
    pub show: Option<&'static Entry>,
}

/// What the program is for.
const ABOUT: &str = "A desk reference for investors on Chongqing Liangjiang New Area: industries, ports, parks, plans, \
    policies, companies and infrastructure, every figure dated, scoped and sourced.\n\
    All data is inside the program; nothing is fetched.";

/// What the help of the program ends with.
const AFTER_HELP: &str = "Options stand after the command they belong to: liangjiang ports show guoyuan --json\n\
Exit status: 0 answered, 1 not found, 2 usage, 3 data unreadable, 4 output not written.\n\
More: liangjiang help data, formats, environment, exit-codes or scopes; liangjiang help COMMAND.";

/// The examples of the program itself.
pub const EXAMPLES: &[&str] = &[
    "liangjiang",
    "liangjiang industries --pillar",
    "liangjiang ports show guoyuan",
    "liangjiang ports show guoyuan --json",
];

/// The whole grammar. The options of a command are added only when it is asked for (`Command::defer`):
/// added at once they would cost three times the instructions of a short answer. What commands are for is added
/// only for help, too ([`command_at`]).
pub fn grammar() -> Command {
    with_commands(|command, _| command)
}

/// The program, each of its commands with what `described` adds to it.
fn with_commands(described: fn(Command, &Entry) -> Command) -> Command {
    let root = with_help(with_args::<LangArgs>(Command::new("liangjiang")))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_subcommand(true)
        .args_override_self(true)
        .help_expected(true);
    COMMANDS.iter().fold(root, |root, entry| {
        let command = Command::new(entry.name).defer(|command| {
            // `defer` takes a plain function, which finds its entry by name.
            match entry_at(&[command.get_name()]) {
                Some(entry) => define(command, entry),
                None => command,
            }
        });
        root.subcommand(described(command, entry))
    })
}

/// The command with everything that belongs to it.
fn define(command: Command, entry: &'static Entry) -> Command {
    let command = (entry.options)(command);
    let Some(show) = entry.show else { return command };
    let list = Command::new("list").about(list_about(entry)).defer(entry.options);
    command
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .subcommand(list)
        .subcommand(Command::new("show").about(show.about).defer(show.options))
}

fn list_about(entry: &Entry) -> &'static str {
    if entry.name == "sources" { "All sources" } else { "List them, with filters (the default)" }
}

/// [`Entry::options`] of a command that has the arguments `A` and no answer.
fn with_args<A: Args>(command: Command) -> Command {
    // clap would put the comment of the type in the place of `about`.
    let about = command.get_about().cloned().unwrap_or_default();
    A::augment_args(command).about(about).long_about(None)
}

/// [`Entry::options`] of a command that has the arguments `A` and text for an answer.
fn with_lang<A: Args>(command: Command) -> Command {
    with_help(with_args::<LangArgs>(with_args::<A>(command)))
}

/// [`Entry::options`] of a command that has the arguments `A` and an answer.
fn with_output<A: Args>(command: Command) -> Command {
    with_formats(with_args::<A>(command), |format| format.has_fields())
}

/// The same of a command whose rows name their sources, so that it has the citation formats too.
fn with_citations<A: Args>(command: Command) -> Command {
    with_formats(with_args::<A>(command), |format| *format != Format::Toml)
}

/// The same of a command that prints records as files of data, too.
fn with_files<A: Args>(command: Command) -> Command {
    with_formats(with_args::<A>(command), |_| true)
}

/// Adds the output options; of the formats those that the command has.
fn with_formats(command: Command, has: fn(&Format) -> bool) -> Command {
    let formats = Format::value_variants().iter().filter(|format| has(format));
    let parser = PossibleValuesParser::new(formats.filter_map(ValueEnum::to_possible_value));
    let parser = parser.try_map(|name| Format::from_str(&name, false));
    with_help(with_args::<OutputArgs>(command).mut_arg("format", |arg| arg.value_parser(parser)))
}

/// Adds `--help`. As a global argument it would be copied into every command, also those that are not asked for.
fn with_help(command: Command) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help("Print help");
    // It does not stand under the heading of the options before it.
    command.arg(help.help_heading(None::<&str>))
}

/// No arguments of its own.
#[derive(Args, Debug)]
struct NoArgs {}

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

/// The command at a path as help and completions have it, the program at none: with its full name, and with the
/// options that say which data it asks, of which the grammar that reads a command line knows nothing
/// ([`crate::cli::take_anywhere`]). Nothing else of the grammar is built.
pub fn command_at(path: &[&str]) -> Option<Command> {
    if path.is_empty() {
        let root = with_commands(|command, entry| command.about(entry.about));
        return Some(with_args::<DataArgs>(root.about(ABOUT).after_help(AFTER_HELP)));
    }
    let entry = entry_at(path)?;
    let command = match path {
        [_] => define(Command::new(entry.name).about(entry.about), entry),
        [_, "list"] => (entry.options)(Command::new("list").about(list_about(entry))),
        _ => (entry.options)(Command::new("show").about(entry.about)),
    };
    let command = command.bin_name([&["liangjiang"], path].concat().join(" "));
    Some(if entry.contract.is_some() { with_args::<DataArgs>(command) } else { command })
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

/// Prints the help that words of a command line ask for with `-h` or `--help`, as clap has found.
pub fn help_of(words: &[&str], printer: &mut Printer) -> Result<(), Error> {
    let asked = words.iter().position(|word| matches!(*word, "-h" | "--help")).unwrap_or(words.len());
    help::print(&path_in(&words[..asked]), words.get(asked) == Some(&"--help"), printer)
}

/// The path of the command that words name, whatever else is among them.
pub fn path_in<'w>(words: &[&'w str]) -> Vec<&'w str> {
    let mut path = Vec::new();
    for word in words {
        path.push(*word);
        if entry_at(&path).is_none() {
            path.pop();
        }
    }
    path
}

/// Answers what [`grammar`] matched; without a command that is the overview.
pub fn run(matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let Some((name, matches)) = matches.subcommand() else {
        let overview = &overview::OVERVIEW;
        let without_options = (overview.options)(Command::new(overview.name));
        let matches = without_options.try_get_matches_from([overview.name])?;
        return answer(overview, overview.name, &matches, printer);
    };
    let (path, matches) = match matches.subcommand() {
        Some((verb, inner)) => (vec![name, verb], inner),
        None => (vec![name], matches),
    };
    let Some(entry) = entry_at(&path) else { return Ok(()) };
    if entry.contract.is_some() {
        // The language and the data were found already, wherever they stood.
        let OutputArgs { lang, data, .. } = printer.options.clone();
        printer.set_options(OutputArgs { lang, data, ..OutputArgs::read(matches)? })?;
    }
    answer(entry, name, matches, printer)
}

/// Runs a command on the data that is asked for. What answers nothing of the data reads none of the user's.
fn answer(entry: &Entry, name: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let own = match entry.contract {
        Some(Contract { row, .. }) => {
            printer.row = row;
            OwnData::read(&printer.atlas, &printer.options.data, printer.environment)?
        }
        None => None,
    };
    match own {
        Some(own) => {
            let mut printer = printer.over(&own);
            if entry.name != check::CHECK.name {
                printer.note_left_out();
            }
            (entry.run)(name, matches, &mut printer)
        }
        None => (entry.run)(name, matches, printer),
    }
}
