//! `completions`: the script that makes a shell ask the program for completions.

use clap::{Args, FromArgMatches, builder::PossibleValuesParser};

use super::{Entry, Printer, with_lang};
use crate::{error::Error, lang::message};

pub const COMPLETIONS: Entry = Entry {
    name: "completions",
    about: "A completion script for a shell, which asks the program",
    examples: &["liangjiang completions bash", "liangjiang completions fish"],
    options: with_lang::<CompletionsArgs>,
    run: |_, matches, printer: &mut Printer| -> Result<(), Error> {
        let CompletionsArgs { shell } = CompletionsArgs::from_arg_matches(matches)?;
        printer.write(completion_script(&shell)?.1)
    },
    contract: None,
    show: None,
};

#[derive(Args, Debug)]
struct CompletionsArgs {
    /// Shell to complete in
    #[arg(value_name = "SHELL", value_parser = PossibleValuesParser::new(SHELLS.map(|(name, _)| name)))]
    shell: String,
}

/// The shells with their scripts.
const SHELLS: [(&str, &str); 5] = [
    ("bash", include_str!("../../completions/liangjiang.bash")),
    ("elvish", include_str!("../../completions/liangjiang.elv")),
    ("fish", include_str!("../../completions/liangjiang.fish")),
    ("powershell", include_str!("../../completions/_liangjiang.ps1")),
    ("zsh", include_str!("../../completions/_liangjiang")),
];

/// A shell by the name of its program, with the script by which it asks this program.
pub fn completion_script(shell: &str) -> Result<(&'static str, &'static str), Error> {
    let name = if shell == "pwsh" { "powershell" } else { shell };
    let found = SHELLS.into_iter().find(|(known, _)| *known == name);
    found.ok_or_else(|| message::unknown_value("COMPLETE", shell, &SHELLS.map(|(name, _)| name)))
}
