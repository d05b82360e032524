//! `completions`: the script that makes a shell ask the program for completions.

use clap::{Args, FromArgMatches};
use clap_complete::Shell;

use super::{Entry, Printer, with_lang};
use crate::{complete, error::Error};

pub const COMPLETIONS: Entry = Entry {
    name: "completions",
    about: "A completion script for a shell, which asks the program",
    examples: &["liangjiang completions bash", "liangjiang completions fish"],
    options: with_lang::<CompletionsArgs>,
    run: |_, matches, printer: &mut Printer| -> Result<(), Error> {
        let CompletionsArgs { shell } = CompletionsArgs::from_arg_matches(matches)?;
        printer.write(complete::script(&shell.to_string())?)
    },
    contract: None,
    show: None,
};

/// Arguments of `completions`.
#[derive(Args, Debug)]
struct CompletionsArgs {
    /// Shell to complete in
    #[arg(value_name = "SHELL")]
    shell: Shell,
}
