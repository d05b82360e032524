//! `completions`: the script that makes a shell ask the program for completions.

use clap::{Args, FromArgMatches};
use clap_complete::{
    Shell,
    env::{Bash, Elvish, EnvCompleter, Fish, Powershell, Zsh},
};

use super::{Entry, Printer, with_args};
use crate::error::{Error, UsageError};

pub const COMPLETIONS: Entry = Entry {
    name: "completions",
    about: "A completion script for a shell, which asks the program",
    examples: &["liangjiang completions bash", "liangjiang completions fish"],
    options: with_args::<CompletionsArgs>,
    run: |_, matches, printer: &mut Printer| -> Result<(), Error> {
        let CompletionsArgs { shell } = CompletionsArgs::from_arg_matches(matches)?;
        printer.write(script(&shell.to_string())?)
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

/// The shells, by name.
const SHELLS: [&dyn EnvCompleter; 5] = [&Bash, &Elvish, &Fish, &Powershell, &Zsh];

/// The variable by which a shell asks for completions.
const VARIABLE: &str = "COMPLETE";

/// The script by which a shell asks this program.
///
/// # Errors
/// A usage error where the shell is not known.
pub fn script(shell: &str) -> Result<Vec<u8>, Error> {
    let mut script = Vec::new();
    let name = "liangjiang";
    completer(shell)?.write_registration(VARIABLE, name, name, name, &mut script)?;
    Ok(script)
}

/// What writes for a shell, by its name.
///
/// # Errors
/// A usage error where the shell is not known.
pub fn completer(shell: &str) -> Result<&'static dyn EnvCompleter, Error> {
    SHELLS.into_iter().find(|known| known.is(shell)).ok_or_else(|| {
        let known = SHELLS.iter().map(|shell| shell.name().to_owned()).collect();
        UsageError::UnknownValue { option: VARIABLE, typed: shell.to_owned(), known }.into()
    })
}
