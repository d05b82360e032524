//! `completions`: the script that makes a shell ask the program for completions.

use clap::{Args, FromArgMatches, builder::PossibleValuesParser};

use super::{Entry, Printer, with_args};
use crate::{complete, error::Error};

pub const COMPLETIONS: Entry = Entry {
    name: "completions",
    about: "A completion script for a shell, which asks the program",
    examples: &["liangjiang completions bash", "liangjiang completions fish"],
    options: with_args::<CompletionsArgs>,
    run: |_, matches, printer: &mut Printer| -> Result<(), Error> {
        let CompletionsArgs { shell } = CompletionsArgs::from_arg_matches(matches)?;
        printer.write(complete::script(&shell)?)
    },
    contract: None,
    show: None,
};

/// Arguments of `completions`.
#[derive(Args, Debug)]
struct CompletionsArgs {
    /// Shell to complete in
    #[arg(value_name = "SHELL", value_parser = PossibleValuesParser::new(complete::shells()))]
    shell: String,
}
