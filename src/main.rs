//! The edge of the process: arguments, environment, streams, and the bundled data. Everything else is in
//! the library.

mod pager;

use std::{
    env,
    io::{self, BufWriter, ErrorKind, IsTerminal, Read, Write},
    process::ExitCode,
    thread,
    time::Duration,
};

use jiff::Timestamp;
use liangjiang::{
    RunResult,
    error::Error,
    lang::{message, phrase},
    limit, run,
    store::Atlas,
    style::{Environment, Variable},
};
use pager::PagerOutcome;
use terminal_size::{Height, Width, terminal_size_of};

/// The compiled tables of `data/`.
static TABLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tables.bin"));
/// The stored JSON of `data/`.
static OBJECTS: &str = include_str!(concat!(env!("OUT_DIR"), "/objects.json"));
/// Bytes that are written at a time, twice those of std: half the writes of a long answer. More of them cost short
/// answers instructions.
const BUFFER: usize = 16 << 10;

#[expect(clippy::disallowed_methods, reason = "the one place that touches the process")]
fn main() -> ExitCode {
    // A limit on the size of files is then an error of writing, and not the end of the process.
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default());
    let (stdout, mut stderr) = (io::stdout(), Waiting(io::stderr()));
    let stdout_terminal = stdout.is_terminal();
    let size = stdout_terminal.then(|| terminal_size_of(&stdout)).flatten();
    let environment = Environment {
        variable: &|name| env::var_os(name),
        stdin: &read_stdin,
        // A timestamp begins with the date.
        today: Timestamp::now().to_string().get(..10).map(str::to_owned),
        stdout_terminal,
        terminal_columns: size.map(|(width, _)| width.0),
        opens_links: stdout_terminal && supports_hyperlinks::supports_hyperlinks(),
    };
    let args: Vec<_> = env::args_os().collect();
    let atlas = Atlas::new(TABLES, OBJECTS);
    let mut result = if let Some((Width(columns), Height(rows))) = size {
        // How long the answer is decides whether it is paged, so it is held back.
        let mut answer = Vec::new();
        let mut result = run(&args, &environment, &atlas, &mut answer);
        // Notes come first: below the pager nobody would see them before it ends.
        let _ = stderr.write_all(std::mem::take(&mut result.stderr).as_bytes());
        let is_long = || pager::rows(&answer, columns.into()) >= rows.into();
        if !(result.pages && is_long() && paged(&answer, environment.variable, &mut result)) {
            write(&answer, &mut result);
        }
        result
    } else {
        let out = Waiting(without_line_buffer(&stdout));
        run(&args, &environment, &atlas, &mut BufWriter::with_capacity(BUFFER, out))
    };
    // Where standard error cannot be written, only the exit status is left to report it.
    if stderr.write_all(result.stderr.as_bytes()).is_err() && result.status == 0 {
        result.status = 4;
    }
    ExitCode::from(result.status)
}

/// Standard output without the buffer of [`io::stdout`], which searches all of an answer for newlines.
#[cfg(unix)]
fn without_line_buffer(stdout: &io::Stdout) -> Box<dyn Write> {
    use std::os::fd::AsFd;
    match stdout.as_fd().try_clone_to_owned() {
        Ok(own) => Box::new(std::fs::File::from(own)),
        Err(_) => Box::new(stdout.lock()),
    }
}

#[cfg(not(unix))]
fn without_line_buffer(stdout: &io::Stdout) -> Box<dyn Write> {
    Box::new(stdout.lock())
}

/// Shows the answer through a pager; false where it is still to be printed.
fn paged(answer: &[u8], variable: Variable, result: &mut RunResult) -> bool {
    let note = match pager::page(answer, result.color_always, variable) {
        PagerOutcome::Shown => return true,
        PagerOutcome::Off => return false,
        PagerOutcome::Missing(command) => phrase::no_pager(message::quoted(&command), result.lang),
        PagerOutcome::Failed(command) => phrase::pager_failed(message::quoted(&command), result.lang),
    };
    result.note(&note);
    false
}

#[expect(clippy::disallowed_methods, reason = "main.rs opens the streams")]
fn write(answer: &[u8], result: &mut RunResult) {
    let mut stdout = Waiting(io::stdout());
    if let Err(error) = stdout.write_all(answer).and_then(|()| stdout.flush()) {
        result.fail(&Error::Output(error), result.lang);
    }
}

/// All of standard input; on a terminal, after this line on standard error.
///
/// # Errors
/// [`ErrorKind::InvalidData`] where it is longer than [`limit::INPUT`].
#[expect(clippy::disallowed_methods, reason = "main.rs opens the streams")]
fn read_stdin(prompt: &str) -> io::Result<Vec<u8>> {
    if io::stdin().is_terminal() {
        let _ = writeln!(io::stderr(), "{prompt}");
    }
    let mut bytes = Vec::new();
    let read = Waiting(io::stdin().lock()).take(limit::INPUT + 1).read_to_end(&mut bytes)?;
    if read as u64 > limit::INPUT {
        return Err(io::Error::new(ErrorKind::InvalidData, "more than a mebibyte"));
    }
    Ok(bytes)
}

/// A stream that may be non-blocking, used as if it blocked: where its other end is slow, it waits.
struct Waiting<W>(W);

impl<R: Read> Read for Waiting<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        waiting(|| self.0.read(bytes))
    }
}

impl<W: Write> Write for Waiting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        waiting(|| self.0.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        waiting(|| self.0.flush())
    }
}

/// Tries until the stream takes or gives something. The standard library has no `poll`; a pipe of 64 KiB every
/// 2 ms is 32 MB a second.
fn waiting<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match attempt() {
            Err(error) if error.kind() == ErrorKind::WouldBlock => thread::sleep(Duration::from_millis(2)),
            done => return done,
        }
    }
}
