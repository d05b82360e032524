//! Long answers on a terminal go through a pager: `LIANGJIANG_PAGER` over `PAGER` over `less`.
//!
//! It is looked for on PATH only, never in the current folder and never through a shell; it is never
//! this program itself, and what it starts pages nothing. Without one the answer is printed as it is.

use std::{
    env,
    ffi::OsString,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// The variable that names our pager.
pub const VARIABLE: &str = "LIANGJIANG_PAGER";

/// The pager variables of the environment.
#[derive(Debug, Default)]
pub struct PagerSettings {
    /// `LIANGJIANG_PAGER`, else `PAGER`; none where neither is set.
    pub command: Option<String>,
    /// `PATH`.
    pub path: Option<OsString>,
    /// Whether `LESS` is set.
    pub less: bool,
    /// Whether `LV` is set.
    pub lv: bool,
    /// Whether `LESSCHARSET` is set.
    pub charset: bool,
}

/// What became of the pager.
#[derive(Debug)]
pub enum PagerOutcome {
    /// It showed the answer, or as much of it as its reader wanted.
    Shown,
    /// None is wanted.
    Off,
    /// The one that was asked for cannot be run.
    Missing(String),
}

/// Shows an answer through the pager that the environment names.
pub fn page(answer: &[u8], settings: &PagerSettings) -> PagerOutcome {
    let asked = settings.command.as_deref().unwrap_or("less");
    let mut words = asked.split_whitespace();
    let Some(program) = words.next().filter(|program| *program != "cat") else { return PagerOutcome::Off };
    // Nobody asked for `less`: its absence is no news.
    let missing =
        || settings.command.as_ref().map_or(PagerOutcome::Off, |asked| PagerOutcome::Missing(asked.clone()));
    let Some(path) = find(program, settings.path.as_ref()) else { return missing() };
    let mut command = Command::new(path);
    command.args(words).stdin(Stdio::piped()).env(VARIABLE, "cat");
    for (name, value, set) in [
        ("LESS", "FRX", settings.less),
        ("LV", "-c", settings.lv),
        ("LESSCHARSET", "utf-8", settings.charset),
    ] {
        if !set {
            command.env(name, value);
        }
    }
    let Ok(_interrupts) = Interrupts::left_to_the_pager() else { return PagerOutcome::Off };
    match command.spawn() {
        Ok(child) => feed(child, answer),
        Err(_) => missing(),
    }
}

/// Gives the answer to the pager and waits for it. One that quits early has shown enough.
fn feed(mut child: Child, answer: &[u8]) -> PagerOutcome {
    if let Some(mut stdin) = child.stdin.take() {
        // A pager that was closed takes no more.
        let _ = stdin.write_all(answer);
    }
    loop {
        match child.wait() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            _ => return PagerOutcome::Shown,
        }
    }
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

/// Ctrl-C belongs to the pager while it runs; it would else be left alone with the terminal.
struct Interrupts {
    #[cfg(unix)]
    id: signal_hook::SigId,
}

impl Interrupts {
    #[cfg(unix)]
    fn left_to_the_pager() -> std::io::Result<Self> {
        let seen = std::sync::Arc::default();
        signal_hook::flag::register(signal_hook::consts::SIGINT, seen).map(|id| Self { id })
    }

    #[cfg(not(unix))]
    fn left_to_the_pager() -> std::io::Result<Self> {
        Ok(Self {})
    }
}

impl Drop for Interrupts {
    fn drop(&mut self) {
        #[cfg(unix)]
        signal_hook::low_level::unregister(self.id);
    }
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
    }

    #[test]
    fn a_pager_is_off_where_it_is_empty_or_cat_and_missing_where_it_cannot_be_run() {
        let page = |asked: Option<&str>| {
            page(b"", &PagerSettings { command: asked.map(str::to_owned), ..PagerSettings::default() })
        };
        assert!(matches!(page(Some("")), PagerOutcome::Off));
        assert!(matches!(page(Some("cat")), PagerOutcome::Off));
        assert!(matches!(page(None), PagerOutcome::Off), "no PATH, and nobody asked");
        assert!(matches!(page(Some("nowhere -x")), PagerOutcome::Missing(asked) if asked == "nowhere -x"));
    }

    #[test]
    fn it_never_pages_through_itself() {
        let ourselves = std::env::current_exe().unwrap();
        assert_eq!(found(ourselves.to_str().unwrap(), ""), None);
    }
}
