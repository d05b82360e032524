//! Long answers on a terminal go through a pager: `LIANGJIANG_PAGER` over `PAGER` over `less`.
//!
//! It is looked for on PATH only, never in the current folder and never through a shell; it is never
//! this program itself, and what it starts pages nothing. Without one the answer is printed as it is.

use std::{
    env,
    ffi::{OsStr, OsString},
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use liangjiang::{render::width, style::Variable};

/// The variable that names our pager.
pub const VARIABLE: &str = "LIANGJIANG_PAGER";

/// What became of the pager; the command of one that showed nothing.
#[derive(Debug, PartialEq, Eq)]
pub enum PagerOutcome {
    /// It showed the answer, or as much of it as its reader wanted.
    Shown,
    /// None is wanted.
    Off,
    /// The one that was asked for cannot be run.
    Missing(String),
    /// It ended with an error.
    Failed(String),
}

/// What pagers read that is set where the user has set none: `less` quits where one screen is enough and leaves
/// the screen as it is; both show colour.
const DEFAULTS: [(&str, &str); 3] = [("LESS", "FRX"), ("LV", "-c"), ("LESSCHARSET", "utf-8")];

/// Shows an answer through the pager that the environment names; colour goes to any where `color_always`
/// (`--color always`).
pub fn page(answer: &[u8], color_always: bool, variable: Variable) -> PagerOutcome {
    let text = |name| variable(name)?.into_string().ok();
    // Nobody asked for `less`: its absence is no news, and a terminal that it cannot steer has none.
    let is_capable = || !matches!(text("TERM").as_deref(), None | Some("" | "dumb" | "unknown"));
    let named = text(VARIABLE).or_else(|| text("PAGER"));
    let missing = || named.clone().map_or(PagerOutcome::Off, PagerOutcome::Missing);
    let Some(asked) = named.as_deref().or_else(|| is_capable().then_some("less")) else {
        return PagerOutcome::Off;
    };
    let Some(words) = shlex::split(asked) else { return missing() };
    let Some((program, args)) = words.split_first().filter(|(program, _)| *program != "cat") else {
        return PagerOutcome::Off;
    };
    let Some(path) = find(program, variable("PATH").as_ref()) else { return missing() };
    let color = color_options(&path);
    let mut command = Command::new(path);
    command.args(color.unwrap_or_default()).args(args).stdin(Stdio::piped()).env(VARIABLE, "cat");
    command.envs(DEFAULTS.into_iter().filter(|(name, _)| variable(name).is_none()));
    // Before the pager runs: Ctrl-C may be its first key.
    let Ok(interrupt) = Interrupt::leave_to_pager() else { return PagerOutcome::Off };
    let Ok(child) = command.spawn() else { return missing() };
    let ended_well = if color_always || color.is_some() {
        feed(child, answer)
    } else {
        feed(child, plain(answer).as_bytes())
    };
    // A pager that Ctrl-C ends has not failed.
    let is_shown = ended_well || interrupt.seen.load(Ordering::Relaxed);
    if is_shown { PagerOutcome::Shown } else { PagerOutcome::Failed(asked.to_owned()) }
}

/// Gives the answer to the pager and waits for it; false where it ends with an error. One that quits
/// early has shown enough.
fn feed(mut child: Child, answer: &[u8]) -> bool {
    if let Some(mut stdin) = child.stdin.take() {
        // A pager that was closed takes no more.
        let _ = stdin.write_all(answer);
    }
    child.wait().is_ok_and(|status| status.success())
}

/// The options with which a pager shows colour, whatever its variable says; none of one that is not known to show
/// any: escape sequences on the screen are worse than no colour, and `--color always` sends it all the same.
fn color_options(program: &Path) -> Option<&'static [&'static str]> {
    // On Debian `pager` is a link to it.
    let program = fs::canonicalize(program).unwrap_or_else(|_| program.to_owned());
    match program.file_stem().and_then(OsStr::to_str)? {
        "less" => Some(&["-R"]),
        "lv" => Some(&["-c"]),
        "bat" | "batcat" | "moar" | "moor" | "most" | "ov" => Some(&[]),
        _ => None,
    }
}

/// An answer without the escape sequences that `render` writes: colours (`ESC [ ... m`) and addresses
/// (`ESC ] ... ESC \`).
fn plain(answer: &[u8]) -> String {
    let answer = String::from_utf8_lossy(answer);
    let mut parts = answer.split('\u{1b}');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let behind = match part.as_bytes().first() {
            Some(b'[') => part.split_once('m').map(|(_, behind)| behind),
            Some(b'\\') => part.get(1..),
            _ => None,
        };
        text.push_str(behind.unwrap_or_default());
    }
    text
}

/// How many rows of a terminal of so many columns an answer takes: a line wider than it takes several.
pub fn rows(answer: &[u8], columns: usize) -> usize {
    plain(answer).lines().map(|line| width(line).div_ceil(columns.max(1)).max(1)).sum()
}

/// The program on PATH, relative entries of it left out; an absolute path stands for itself.
fn find(program: &str, path: Option<&OsString>) -> Option<PathBuf> {
    let name = Path::new(program);
    let in_folder = |folder: PathBuf| folder.join([program, env::consts::EXE_SUFFIX].concat());
    let candidates: Vec<PathBuf> = match name.components().count() {
        _ if name.is_absolute() => vec![name.to_owned()],
        1 => env::split_paths(path?).filter(|folder| folder.is_absolute()).map(in_folder).collect(),
        _ => return None,
    };
    let found = candidates.into_iter().find(|candidate| candidate.is_file())?;
    let ourselves = env::current_exe().and_then(fs::canonicalize);
    ourselves.is_ok_and(|own| fs::canonicalize(&found).is_ok_and(|found| found != own)).then_some(found)
}

/// Ctrl-C while a pager runs: it is left to the pager, which without us would be left alone with the terminal.
#[derive(Default)]
struct Interrupt {
    /// Whether it was pressed.
    seen: Arc<AtomicBool>,
    /// Whether it ends the program again, for the pager is gone or never came.
    ends_us: Arc<AtomicBool>,
}

impl Interrupt {
    fn leave_to_pager() -> io::Result<Self> {
        let interrupt = Self::default();
        #[cfg(unix)]
        {
            use signal_hook::{consts::SIGINT, flag};
            flag::register_conditional_default(SIGINT, Arc::clone(&interrupt.ends_us))?;
            flag::register(SIGINT, Arc::clone(&interrupt.seen))?;
        }
        Ok(interrupt)
    }
}

impl Drop for Interrupt {
    fn drop(&mut self) {
        self.ends_us.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_absolute_folders_of_path_are_looked_in_and_never_for_this_program() {
        let found = |program: &str, path: &str| find(program, Some(&OsString::from(path)));
        let up = "../".repeat(env::current_dir().unwrap().components().count() - 1);
        let relative = [&up, "bin"].concat();
        let ourselves = env::current_exe().unwrap();
        for (program, path, want) in [
            ("sh", "/bin", Some("/bin/sh")),
            ("/bin/sh", "", Some("/bin/sh")),
            ("sh", &relative, None),
            // An empty entry is the current folder.
            ("sh", ":", None),
            ("./sh", "/bin", None),
            ("bin/sh", "/", None),
            ("etc", "/", None),
            (ourselves.to_str().unwrap(), "", None),
        ] {
            assert_eq!(found(program, path), want.map(PathBuf::from), "{program} in {path:?}");
        }
    }

    fn paged(command: Option<&str>, term: &str) -> PagerOutcome {
        let variable = |name: &str| match name {
            "PAGER" => command.map(OsString::from),
            "TERM" => Some(term.into()),
            _ => None,
        };
        page(b"", false, &variable)
    }

    #[cfg(unix)]
    #[test]
    fn a_pager_is_shown_off_missing_or_failed() {
        // Words are split as a shell does.
        let with_variables = "/bin/sh -c 'test $LESS$LV$LESSCHARSET$LIANGJIANG_PAGER = FRX-cutf-8cat'";
        assert_eq!(paged(Some(with_variables), "dumb"), PagerOutcome::Shown);
        for failing in ["/bin/sh -c 'exit 1'", "/bin/sh -c 'kill -9 $$'"] {
            assert_eq!(paged(Some(failing), "xterm"), PagerOutcome::Failed(failing.to_owned()));
        }
        for cannot in ["nowhere -x", "/bin/sh 'x", "/etc/passwd"] {
            assert_eq!(paged(Some(cannot), "xterm"), PagerOutcome::Missing(cannot.to_owned()));
        }
        for off in ["", "cat"] {
            assert_eq!(paged(Some(off), "xterm"), PagerOutcome::Off);
        }
        assert_eq!(paged(None, "xterm"), PagerOutcome::Off, "no PATH, and nobody asked");
    }

    #[test]
    fn colour_goes_to_pagers_that_show_it() {
        for (program, want) in [("less", Some(&["-R"][..])), ("bat", Some(&[])), ("more", None)] {
            assert_eq!(color_options(&Path::new("/nowhere").join(program)), want, "{program}");
        }
    }

    #[test]
    fn rows_are_counted_by_what_is_seen_of_lines() {
        let colored = "\u{1b}[1mab\u{1b}[0m\n\n";
        let linked = "\u{1b}]8;;https://example.org/\u{1b}\\果园港\u{1b}]8;;\u{1b}\\\n";
        let answer = [colored, linked].concat();
        assert_eq!(plain(answer.as_bytes()), "ab\n\n果园港\n");
        assert_eq!(rows(answer.as_bytes(), 80), 3);
        assert_eq!(rows(answer.as_bytes(), 4), 4);
    }
}
