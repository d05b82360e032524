//! `man`: man pages, made from the same grammar as the help: options, exit status, environment, examples.

use std::fmt::Write;

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use super::{Entry, Printer, help, with_args};
use crate::error::Error;

pub const MAN: Entry = Entry {
    name: "man",
    about: "The man page of the program or of a command",
    examples: &["liangjiang man", "liangjiang man ports show"],
    options: with_args::<ManArgs>,
    run,
    contract: None,
    show: None,
};

/// Arguments of `man`.
#[derive(Args, Debug)]
struct ManArgs {
    /// Command to describe, such as ports show; the program itself where none is given
    #[arg(value_name = "COMMAND")]
    words: Vec<String>,
}

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let ManArgs { words } = ManArgs::from_arg_matches(matches)?;
    let path: Vec<&str> = words.iter().flat_map(|word| word.split_whitespace()).collect();
    let command = help::find(&path).ok_or_else(|| help::unknown("man", &path))?;
    let date = printer.atlas.about()?.date();
    printer.write(page(&command, &path, &date))
}

/// The page in the `man` macros of roff, dated like the data.
fn page(command: &Command, path: &[&str], date: &str) -> String {
    let name = [&["liangjiang"], path].concat();
    let (title, about) = (name.join("-"), command.get_about().map(ToString::to_string).unwrap_or_default());
    let mut page = Roff(format!(
        ".TH {} 1 {date} \"liangjiang {}\" \"Liangjiang reference\"\n.nh\n.ad l\n",
        title.to_uppercase(),
        env!("CARGO_PKG_VERSION")
    ));
    page.section("NAME");
    page.line(&format!("{} \\- {}", escape(&title), escape(&about)));
    page.section("SYNOPSIS");
    page.line(&format!("\\fB{}\\fR", escape(&name.join(" "))));
    for arg in command.get_arguments() {
        page.line(&usage(arg));
    }
    let verbs: Vec<&Command> = command.get_subcommands().collect();
    if !verbs.is_empty() {
        page.macro_line("br");
        let verb = if path.is_empty() { "COMMAND" } else { "list | show" };
        page.line(&format!("\\fB{}\\fR \\fI{verb}\\fR [\\fIOPTIONS\\fR]", escape(&name.join(" "))));
    }
    page.section("DESCRIPTION");
    let long = command.get_long_about().map_or(about, ToString::to_string);
    page.line(&escape(&long));
    if command.get_arguments().next().is_some() {
        page.section("OPTIONS");
    }
    for arg in command.get_arguments() {
        let short = arg.get_short().map(|short| format!("\\fB\\-{short}\\fR, ")).unwrap_or_default();
        page.item(&format!("{short}{}", named(arg)), &escape(&meaning(arg)));
    }
    if !verbs.is_empty() {
        page.section("COMMANDS");
    }
    for verb in verbs {
        let about = verb.get_about().map(ToString::to_string).unwrap_or_default();
        page.item(&format!("\\fB{}\\fR", escape(verb.get_name())), &escape(&about));
    }
    page.section("\"EXIT STATUS\"");
    for (status, what) in help::EXIT {
        page.item(&format!("\\fB{status}\\fR"), &escape(what));
    }
    page.section("ENVIRONMENT");
    for (name, what) in help::VARIABLES {
        page.item(&format!("\\fB{}\\fR", escape(name)), &escape(what));
    }
    page.section("EXAMPLES");
    page.macro_line("nf");
    // In a locale without Chinese its characters would be left out, and with them what the line says.
    for example in super::examples(path).iter().filter(|example| example.is_ascii()) {
        page.line(&escape(example).replace(' ', "\\ "));
    }
    page.macro_line("fi");
    page.0
}

/// An argument in the synopsis, where no line may end within it.
fn usage(arg: &Arg) -> String {
    let many = if matches!(arg.get_action(), ArgAction::Append) { "\\ ..." } else { "" };
    let usage = format!("{}{many}", named(arg).replace(' ', "\\ "));
    // No end of a sentence, though a dot may stand before it.
    if arg.is_required_set() { format!("{usage}\\&") } else { format!("[{usage}]\\&") }
}

/// The name of an argument with that of its value.
fn named(arg: &Arg) -> String {
    let value = arg.get_value_names().and_then(|names| names.first()).map(|value| escape(value));
    let value = value.filter(|_| arg.get_action().takes_values()).map(|value| format!("\\fI{value}\\fR"));
    match (arg.get_long(), value) {
        (Some(long), Some(value)) => format!("\\fB\\-\\-{}\\fR {value}", escape(long)),
        (Some(long), None) => format!("\\fB\\-\\-{}\\fR", escape(long)),
        (None, value) => value.unwrap_or_default(),
    }
}

/// What an argument is for, with the values that it takes.
fn meaning(arg: &Arg) -> String {
    let mut text = arg.get_help().map(ToString::to_string).unwrap_or_default();
    if arg.get_action().takes_values() {
        let mut values = arg.get_possible_values().into_iter().peekable();
        if values.peek().is_some() {
            text.push(':');
        }
        while let Some(value) = values.next() {
            let help = value.get_help().map(|help| format!(" ({help})")).unwrap_or_default();
            let comma = if values.peek().is_some() { "," } else { "" };
            // Writing into a string does not fail.
            let _ = write!(text, " {}{help}{comma}", value.get_name());
        }
        for default in arg.get_default_values() {
            let _ = write!(text, " [default: {}]", default.display());
        }
    }
    text
}

/// A page in the making.
struct Roff(String);

impl Roff {
    fn macro_line(&mut self, name: &str) {
        self.0.extend([".", name, "\n"]);
    }

    fn section(&mut self, title: &str) {
        self.0.extend([".SH ", title, "\n"]);
    }

    fn item(&mut self, term: &str, text: &str) {
        self.macro_line("TP");
        self.line(term);
        self.line(text);
    }

    /// Escaped text, a new line before a word where it would grow too long for a reader of the source.
    fn line(&mut self, text: &str) {
        let mut width = 0;
        for (n, word) in text.split([' ', '\n']).enumerate() {
            if n > 0 {
                let escaped = self.0.ends_with('\\');
                let long = width + word.len() > 78 && !escaped;
                self.0.push(if long { '\n' } else { ' ' });
                width = if long { 0 } else { width + 1 };
            }
            if width == 0 && word.starts_with(['.', '\'']) {
                self.0.push_str("\\&");
            }
            self.0.push_str(word);
            width += word.len();
        }
        self.0.push('\n');
    }
}

/// Text in which roff sees no command, and characters beyond ASCII by their numbers: groff alone reads no
/// UTF-8.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\e"),
            '-' => escaped.push_str("\\-"),
            '\'' => escaped.push_str("\\(aq"),
            '`' => escaped.push_str("\\(ga"),
            '^' => escaped.push_str("\\(ha"),
            '~' => escaped.push_str("\\(ti"),
            c if c.is_ascii() => escaped.push(c),
            c => {
                let _ = write!(escaped, "\\[u{:04X}]", u32::from(c));
            }
        }
    }
    escaped
}
