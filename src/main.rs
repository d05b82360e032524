//! The edge: arguments, environment and streams. Everything else is in the library.

mod pager;

use std::{
    env,
    io::{self, ErrorKind, IsTerminal, Read, Write},
    process::ExitCode,
};

use liangjiang::{
    lang::message,
    render::{Environment, Output},
    run,
};
use pager::{Paged, Wishes};

#[expect(clippy::disallowed_methods, reason = "the one place that touches the process")]
fn main() -> ExitCode {
    let variable = |name: &str| env::var(name).ok();
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let characters = ["LC_ALL", "LC_CTYPE", "LANG"];
    let (stdout, mut stderr) = (io::stdout(), io::stderr());
    let stdout_terminal = stdout.is_terminal();
    let size = stdout_terminal.then(|| terminal_size::terminal_size_of(&stdout)).flatten();
    let environment = Environment {
        no_color: variable("NO_COLOR"),
        clicolor_force: variable("CLICOLOR_FORCE"),
        term: variable("TERM"),
        columns: variable("COLUMNS"),
        lang: variable("LIANGJIANG_LANG"),
        locale: locale.into_iter().filter_map(variable).find(|locale| !locale.is_empty()),
        characters: characters.into_iter().filter_map(variable).find(|locale| !locale.is_empty()),
        complete: variable("COMPLETE"),
        stdin: Some(read_stdin),
        terminal_columns: size.map(|(width, _)| width.0),
        stdout_terminal,
        stderr_terminal: stderr.is_terminal(),
    };
    let args: Vec<_> = env::args_os().collect();
    let outcome = run(&args, &environment);
    if outcome.pages && size.is_some_and(|(_, height)| outcome.stdout.lines() >= usize::from(height.0)) {
        // Notes come first: below the pager nobody would see them before it ends.
        let _ = stderr.write_all(outcome.stderr.as_bytes());
        let set = |name: &str| env::var_os(name).is_some();
        let wishes = Wishes {
            asked: variable(pager::VARIABLE).or_else(|| variable("PAGER")),
            path: env::var_os("PATH"),
            less: set("LESS"),
            lv: set("LV"),
            charset: set("LESSCHARSET"),
        };
        match pager::page(&outcome.stdout, &wishes) {
            Paged::Shown => return ExitCode::from(outcome.status),
            Paged::Off => {}
            Paged::Missing(asked) => {
                let _ = writeln!(stderr, "{}{}", message::PREFIX, message::no_pager(&asked, outcome.lang));
            }
        }
        return write(&outcome.stdout, outcome.status);
    }
    let code = write(&outcome.stdout, outcome.status);
    // Standard error may be closed or full; there is nobody left to tell.
    let _ = stderr.write_all(outcome.stderr.as_bytes());
    code
}

/// Writes the answer. A reader who has seen enough is no fault.
#[expect(clippy::disallowed_methods, reason = "main.rs opens the streams")]
fn write(output: &Output, status: u8) -> ExitCode {
    match output.write_to(&mut io::stdout()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let reason = message::reason(&error);
            let _ = writeln!(io::stderr(), "{}cannot write output: {reason}", message::PREFIX);
            ExitCode::from(4)
        }
        _ => ExitCode::from(status),
    }
}

/// The most that is read of standard input: ids of everything there is take a hundredth of it.
const MOST_INPUT: u64 = 1 << 20;

fn read_stdin() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MOST_INPUT + 1).read_to_end(&mut bytes)?;
    if read as u64 > MOST_INPUT {
        return Err(io::Error::new(ErrorKind::InvalidData, "more than a mebibyte"));
    }
    Ok(bytes)
}
