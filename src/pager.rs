//! Long answers on a terminal go through a pager: `LIANGJIANG_PAGER` over `PAGER` over `less`.
//!
//! It is looked for on PATH only, never in the current folder and never through a shell; it is never
//! this program itself, and what it starts pages nothing. Without one the answer is printed as it is.

use std::{
    env,
    ffi::{OsStr, OsString},
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

/// Options of `less` and `lv` that are set where the user has set none: quit where one screen is enough,
/// leave the screen as it is, show colour.
const LESS: &str = "FRX";
const LV: &str = "-c";

/// Shows an answer through the pager that the environment names; colour goes to any where `color_always`
/// (`--color always`).
pub fn page(answer: &[u8], color_always: bool, variable: Variable) -> PagerOutcome {
    let text = |name| text_of(variable, name);
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
    let shows_color = color_always || shows_color(&path, args, variable);
    let mut command = Command::new(path);
    command.args(args).stdin(Stdio::piped()).env(VARIABLE, "cat");
    for (name, value) in [("LESS", LESS), ("LV", LV), ("LESSCHARSET", "utf-8")] {
        if variable(name).is_none() {
            command.env(name, value);
        }
    }
    // Before the pager runs: Ctrl-C may be its first key.
    let Ok(interrupted) = interrupted() else { return PagerOutcome::Off };
    let Ok(child) = command.spawn() else { return missing() };
    let ended_well = if shows_color { feed(child, answer) } else { feed(child, plain(answer).as_bytes()) };
    // A pager that Ctrl-C ends has not failed.
    let is_shown = ended_well || interrupted.load(Ordering::Relaxed);
    if is_shown { PagerOutcome::Shown } else { PagerOutcome::Failed(asked.to_owned()) }
}

/// A variable that is text.
fn text_of(variable: Variable, name: &str) -> Option<String> {
    variable(name)?.into_string().ok()
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

/// Whether a pager shows colour. An unknown one is taken not to: escape sequences on the screen are worse
/// than no colour, and `--color always` sends it all the same.
fn shows_color(program: &Path, args: &[String], variable: Variable) -> bool {
    // On Debian `pager` is a link to it.
    let program = std::fs::canonicalize(program).unwrap_or_else(|_| program.to_owned());
    let name = program.file_stem().and_then(OsStr::to_str).unwrap_or_default();
    let (options, usual) = match name {
        "less" => ("LESS", LESS),
        "lv" => ("LV", LV),
        _ => return ["bat", "batcat", "moar", "moor", "most", "ov"].contains(&name),
    };
    let options = text_of(variable, options).unwrap_or_else(|| usual.to_owned());
    let mut words = options.split_whitespace().chain(args.iter().map(String::as_str));
    if name == "lv" {
        return words.any(|word| word == LV);
    }
    words.fold(false, |is_raw, word| is_raw_less(word).unwrap_or(is_raw))
}

/// Whether a word of options makes `less` pass escape sequences on, or not: `-R`, `-r`, either within
/// other letters (`-iRS`), by its long name, or taken back by `-+R`.
fn is_raw_less(word: &str) -> Option<bool> {
    /// Options that take the rest of their word as a text.
    const WITH_TEXT: &str = "bDhjkoOpPtTxyz#\"";
    if let Some(long) = word.strip_prefix("--") {
        return long.eq_ignore_ascii_case("raw-control-chars").then_some(true);
    }
    let is_on = !word.starts_with("-+");
    let mut letters = word.chars().take_while(|letter| !WITH_TEXT.contains(*letter));
    letters.any(|letter| matches!(letter, 'R' | 'r')).then_some(is_on)
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
    let candidates: Vec<PathBuf> = if Path::new(program).is_absolute() {
        vec![PathBuf::from(program)]
    } else if Path::new(program).components().count() == 1 {
        let folders = path.map(|path| env::split_paths(path).collect::<Vec<_>>()).unwrap_or_default();
        let named = |folder: PathBuf| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX));
        folders.into_iter().filter(|folder| folder.is_absolute()).map(named).collect()
    } else {
        Vec::new()
    };
    let ourselves = env::current_exe().and_then(std::fs::canonicalize).ok();
    candidates
        .into_iter()
        .find(|candidate| is_executable(candidate))
        .filter(|found| ourselves.is_none() || std::fs::canonicalize(found).ok() != ourselves)
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(path: &Path) -> bool {
    path.is_file()
}

/// Leaves Ctrl-C to the pager: without us it would be left alone with the terminal. True once it was pressed.
fn interrupted() -> io::Result<Arc<AtomicBool>> {
    let seen = Arc::default();
    #[cfg(unix)]
    signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::clone(&seen))?;
    Ok(seen)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(program: &str, path: &str) -> Option<PathBuf> {
        find(program, Some(&OsString::from(path)))
    }

    #[test]
    fn only_absolute_folders_of_path_are_looked_in() {
        assert_eq!(found("sh", "/bin"), Some(PathBuf::from("/bin/sh")));
        let here = std::env::current_dir().unwrap();
        let up = "../".repeat(here.components().count() - 1);
        assert_eq!(found("sh", &format!("{up}bin")), None, "a relative entry");
        assert_eq!(found("sh", ":"), None, "an empty entry is the current folder");
        assert_eq!(found("./sh", "/bin"), None);
        assert_eq!(found("bin/sh", "/"), None);
        assert_eq!(found("/bin/sh", ""), Some(PathBuf::from("/bin/sh")));
        assert_eq!(found("passwd", "/etc"), None, "no program");
        assert_eq!(found("etc", "/"), None, "a folder");
    }

    fn paged(command: Option<&str>, term: &str) -> PagerOutcome {
        let variable = |name: &str| match name {
            "PAGER" => command.map(OsString::from),
            "TERM" => Some(term.into()),
            _ => None,
        };
        page(b"", false, &variable)
    }

    #[test]
    fn a_pager_is_off_where_it_is_empty_or_cat_and_missing_where_it_cannot_be_run() {
        assert_eq!(paged(Some(""), "xterm"), PagerOutcome::Off);
        assert_eq!(paged(Some("cat"), "xterm"), PagerOutcome::Off);
        assert_eq!(paged(None, "xterm"), PagerOutcome::Off, "no PATH, and nobody asked");
        assert_eq!(paged(Some("nowhere -x"), "xterm"), PagerOutcome::Missing("nowhere -x".to_owned()));
        assert_eq!(paged(Some("/bin/sh 'x"), "xterm"), PagerOutcome::Missing("/bin/sh 'x".to_owned()));
    }

    #[cfg(unix)]
    #[test]
    fn words_are_split_as_a_shell_does_and_a_status_other_than_0_is_a_failure() {
        assert_eq!(paged(Some("/bin/sh -c 'exit 0'"), "dumb"), PagerOutcome::Shown);
        for failing in ["/bin/sh -c 'exit 1'", "/bin/sh -c 'kill -9 $$'"] {
            assert_eq!(paged(Some(failing), "xterm"), PagerOutcome::Failed(failing.to_owned()));
        }
        let interrupted = "/bin/sh -c 'kill -INT $PPID; exit 1'";
        assert_eq!(paged(Some(interrupted), "xterm"), PagerOutcome::Shown, "Ctrl-C is no failure");
        let with_variables = "/bin/sh -c 'test $LESS$LV$LESSCHARSET$LIANGJIANG_PAGER = FRX-cutf-8cat'";
        assert_eq!(paged(Some(with_variables), "xterm"), PagerOutcome::Shown);
    }

    #[test]
    fn colour_goes_to_less_only_where_it_passes_it_on() {
        for (less, args, want) in [
            (None, "", true),
            (Some("-S"), "", false),
            (Some("FRX"), "", true),
            (Some("-i -M -R"), "", true),
            (Some("-PRow -S"), "", false),
            (Some("--RAW-CONTROL-CHARS"), "", true),
            (Some("-S"), "-R", true),
            (Some("-R"), "-+R", false),
        ] {
            let variable = |name: &str| less.filter(|_| name == "LESS").map(OsString::from);
            let args: Vec<String> = args.split_whitespace().map(str::to_owned).collect();
            assert_eq!(shows_color(Path::new("/usr/bin/less"), &args, &variable), want, "{less:?} {args:?}");
        }
        for (program, lv, want) in
            [("more", None, false), ("lv", None, true), ("lv", Some("-z"), false), ("bat", None, true)]
        {
            let variable = |name: &str| lv.filter(|_| name == "LV").map(OsString::from);
            let program = Path::new("/bin").join(program);
            assert_eq!(shows_color(&program, &[], &variable), want, "{program:?} {lv:?}");
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

    #[test]
    fn it_never_pages_through_itself() {
        let ourselves = std::env::current_exe().unwrap();
        assert_eq!(found(ourselves.to_str().unwrap(), ""), None);
    }
}
