//! Runs the binary and says what must come of it. What a test does not expect must be empty.

use std::{
    ffi::OsString,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

/// The binary under test.
pub const BINARY: &str = env!("CARGO_BIN_EXE_liangjiang");

/// A run to be: arguments, environment, expectations.
#[derive(Clone, Debug)]
pub struct Run {
    args: Vec<OsString>,
    env: Vec<(String, String)>,
    status: i32,
    stdout: Expect,
    stderr: Expect,
}

#[derive(Clone, Debug)]
enum Expect {
    Empty,
    Is(String),
    Contains(Vec<String>),
    Anything,
}

/// A run of the program with arguments split at blanks.
pub fn liangjiang(args: &str) -> Run {
    run_args(args.split_whitespace())
}

/// A run of the program with these arguments.
pub fn run_args<S: Into<OsString>>(args: impl IntoIterator<Item = S>) -> Run {
    Run {
        args: args.into_iter().map(Into::into).collect(),
        env: Vec::new(),
        status: 0,
        stdout: Expect::Empty,
        stderr: Expect::Empty,
    }
}

impl Run {
    /// With an environment variable.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Ends with this exit status.
    pub fn status(mut self, status: i32) -> Self {
        self.status = status;
        self
    }

    /// Prints exactly this.
    pub fn stdout(mut self, text: &str) -> Self {
        self.stdout = Expect::Is(text.to_owned());
        self
    }

    /// Prints something with this in it.
    pub fn says(mut self, text: &str) -> Self {
        self.stdout = self.stdout.and(text);
        self
    }

    /// Prints anything.
    pub fn prints(mut self) -> Self {
        self.stdout = Expect::Anything;
        self
    }

    /// Says something with this in it on standard error.
    pub fn warns(mut self, text: &str) -> Self {
        self.stderr = self.stderr.and(text);
        self
    }

    /// Says anything on standard error.
    pub fn may_warn(mut self) -> Self {
        self.stderr = Expect::Anything;
        self
    }

    /// The process, with a clean environment.
    pub fn command(&self) -> Command {
        let mut command = Command::new(BINARY);
        command.args(&self.args).env_clear().envs(self.env.iter().map(|(a, b)| (a, b))).stdin(Stdio::null());
        command
    }

    /// Runs, checks, and gives what was printed.
    #[track_caller]
    pub fn run(self) -> String {
        let Output { status, stdout, stderr } = self.command().output().unwrap();
        let stdout = String::from_utf8(stdout).unwrap();
        let stderr = String::from_utf8(stderr).unwrap();
        let shown = format!("{:?}\n--- stdout\n{stdout}\n--- stderr\n{stderr}", self.args);
        assert_eq!(status.code(), Some(self.status), "exit status of {shown}");
        self.stdout.check("standard output", &stdout, &shown);
        self.stderr.check("standard error", &stderr, &shown);
        stdout
    }

    /// Runs, checks, and reads what was printed as JSON.
    #[track_caller]
    pub fn json(self) -> serde_json::Value {
        serde_json::from_str(&self.prints().run()).unwrap()
    }
}

impl Expect {
    fn and(self, text: &str) -> Self {
        let mut texts = if let Self::Contains(texts) = self { texts } else { Vec::new() };
        texts.push(text.to_owned());
        Self::Contains(texts)
    }

    #[track_caller]
    fn check(&self, stream: &str, text: &str, shown: &str) {
        match self {
            Self::Empty => assert!(text.is_empty(), "{stream} is not empty: {shown}"),
            Self::Is(want) => assert_eq!(text, want, "{stream} of {shown}"),
            Self::Contains(wanted) => {
                for want in wanted {
                    assert!(text.contains(want.as_str()), "no {want:?} in {stream} of {shown}");
                }
            }
            Self::Anything => {}
        }
    }
}

/// A file of the project.
pub fn project(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every command that prints records or rows, with arguments that give it something to print.
pub const COMMANDS: &[&str] = &[
    "overview",
    "industries",
    "industries --pillar",
    "ports list",
    "parks",
    "plans",
    "policies --in-force",
    "enterprises",
    "projects",
    "areas",
    "industries show automobiles",
    "ports show guoyuan",
    "ports show jiangbei-airport",
    "parks show shuitu",
    "plans show 14th-five-year-plan",
    "policies show western-tax-15",
    "enterprises show corning",
    "areas show liangjiang",
    "show cuntan boe",
    "figures guoyuan",
    "sources show liangjiang-about-2017",
    "metrics",
    "conflicts",
    "gaps",
    "check",
];
