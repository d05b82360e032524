//! The edge: arguments, environment and streams. Everything else is in the library.

use std::{
    env,
    io::{self, ErrorKind, IsTerminal, Write},
    process::ExitCode,
};

use liangjiang::{lang::message, render::Environment, run};

#[expect(clippy::disallowed_methods, reason = "the one place that touches the process")]
fn main() -> ExitCode {
    let variable = |name: &str| env::var(name).ok();
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let characters = ["LC_ALL", "LC_CTYPE", "LANG"];
    let (mut stdout, mut stderr) = (io::stdout(), io::stderr());
    let stdout_terminal = stdout.is_terminal();
    let environment = Environment {
        no_color: variable("NO_COLOR"),
        clicolor_force: variable("CLICOLOR_FORCE"),
        term: variable("TERM"),
        columns: variable("COLUMNS"),
        lang: variable("LIANGJIANG_LANG"),
        locale: locale.into_iter().filter_map(variable).find(|locale| !locale.is_empty()),
        characters: characters.into_iter().filter_map(variable).find(|locale| !locale.is_empty()),
        terminal_columns: stdout_terminal
            .then(|| terminal_size::terminal_size_of(&stdout))
            .flatten()
            .map(|(width, _)| width.0),
        stdout_terminal,
        stderr_terminal: stderr.is_terminal(),
    };
    let args: Vec<_> = env::args_os().collect();
    let outcome = run(&args, &environment);
    let written = stdout.write_all(&outcome.stdout).and_then(|()| stdout.flush());
    // Standard error may be closed or full; there is nobody left to tell.
    let _ = stderr.write_all(outcome.stderr.as_bytes());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let reason = message::reason(&error);
            let _ = writeln!(stderr, "{}cannot write output: {reason}", message::PREFIX);
            ExitCode::from(4)
        }
        _ => ExitCode::from(outcome.status),
    }
}
