//! Runs the program and says what must come of it. What a test does not expect must be empty.
//!
//! A run is in process, on the fixture, unless it says [`Run::live`] (in process, on `data/`) or
//! [`Run::binary`] (the program as people start it).

use std::{
    collections::HashMap,
    ffi::OsString,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use liangjiang::{model::Kind, store::Atlas, style::Environment};
use serde_json::Value;

use crate::fixture;

/// The binary under test.
pub const BINARY: &str = env!("CARGO_BIN_EXE_liangjiang");

/// A run to be: arguments, surroundings, expectations.
#[derive(Clone)]
pub struct Run {
    args: Vec<OsString>,
    /// None is the binary.
    atlas: Option<Atlas<'static>>,
    /// The whole environment.
    variables: HashMap<String, OsString>,
    on_terminal: bool,
    stdin: Vec<u8>,
    status: i32,
    stdout: Expect,
    stderr: Expect,
}

#[derive(Clone)]
enum Expect {
    Is(String),
    Contains(Vec<String>),
}

/// What a run came to.
pub struct Output {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

/// A run of the program with arguments split at blanks.
pub fn liangjiang(args: &str) -> Run {
    with_args(args.split_whitespace())
}

/// A run of the program with these arguments.
pub fn with_args<S: Into<OsString>>(args: impl IntoIterator<Item = S>) -> Run {
    Run {
        args: args.into_iter().map(Into::into).collect(),
        atlas: Some(fixture::atlas()),
        variables: HashMap::new(),
        on_terminal: false,
        stdin: Vec::new(),
        status: 0,
        stdout: Expect::Is(String::new()),
        stderr: Expect::Is(String::new()),
    }
}

impl Run {
    /// On the data that the program is built with.
    pub fn live(self) -> Self {
        self.on(live())
    }

    /// On this data.
    pub fn on(mut self, atlas: Atlas<'static>) -> Self {
        self.atlas = Some(atlas);
        self
    }

    /// As a process.
    pub fn binary(mut self) -> Self {
        self.atlas = None;
        self
    }

    /// With this variable in its environment, which else is empty.
    pub fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.variables.insert(name.to_owned(), value.into());
        self
    }

    /// On a terminal that opens addresses; not as a process.
    pub fn on_terminal(mut self) -> Self {
        self.on_terminal = true;
        self
    }

    /// With this on standard input.
    pub fn stdin(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.stdin = bytes.into();
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
        self.stdout = Expect::Contains(Vec::new());
        self
    }

    /// Says something with this in it on standard error.
    pub fn warns(mut self, text: &str) -> Self {
        self.stderr = self.stderr.and(text);
        self
    }

    /// Says anything on standard error.
    pub fn may_warn(mut self) -> Self {
        self.stderr = Expect::Contains(Vec::new());
        self
    }

    /// The process, to be started otherwise than by [`Run::run`].
    pub fn command(&self) -> Command {
        let mut command = Command::new(BINARY);
        command.args(&self.args).env_clear().envs(&self.variables).stdin(Stdio::null());
        command
    }

    /// Runs, and checks nothing.
    pub fn output(&self) -> Output {
        let (status, stdout, stderr) = match self.atlas {
            Some(atlas) => self.in_process(atlas),
            None => self.as_process(),
        };
        Output {
            status,
            stdout: String::from_utf8(stdout).unwrap(),
            stderr: String::from_utf8(stderr).unwrap(),
        }
    }

    fn in_process(&self, atlas: Atlas) -> (i32, Vec<u8>, Vec<u8>) {
        let environment = Environment {
            variable: &|name| self.variables.get(name).cloned(),
            stdin: &|_| Ok(self.stdin.clone()),
            stdout_terminal: self.on_terminal,
            opens_links: self.on_terminal,
            ..Environment::default()
        };
        let args: Vec<OsString> = std::iter::once("liangjiang".into()).chain(self.args.clone()).collect();
        let mut stdout = Vec::new();
        let result = liangjiang::run(&args, &environment, &atlas, &mut stdout);
        (i32::from(result.status), stdout, result.stderr.into_bytes())
    }

    fn as_process(&self) -> (i32, Vec<u8>, Vec<u8>) {
        let mut command = self.command();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // The program may end without reading.
        let _ = child.stdin.take().unwrap().write_all(&self.stdin);
        let output = child.wait_with_output().unwrap();
        (output.status.code().unwrap(), output.stdout, output.stderr)
    }

    /// Runs, checks, and gives what was printed.
    #[track_caller]
    pub fn run(self) -> String {
        let Output { status, stdout, stderr } = self.output();
        let shown = format!("{:?}\n--- stdout\n{stdout}\n--- stderr\n{stderr}", self.args);
        assert_eq!(status, self.status, "exit status of {shown}");
        self.stdout.check("standard output", &stdout, &shown);
        self.stderr.check("standard error", &stderr, &shown);
        stdout
    }

    /// Runs, checks, and gives the lines that were printed.
    #[track_caller]
    pub fn lines(self) -> Vec<String> {
        self.prints().run().lines().map(str::to_owned).collect()
    }

    /// Runs, checks, and reads what was printed as JSON.
    #[track_caller]
    pub fn json(self) -> Value {
        serde_json::from_str(&self.prints().run()).unwrap()
    }

    /// Runs, checks, and reads what was printed as JSON: an array, or one object as one row.
    #[track_caller]
    pub fn rows(self) -> Vec<Value> {
        match self.json() {
            Value::Array(rows) => rows,
            row => vec![row],
        }
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
            Self::Is(want) => assert_eq!(text, want, "{stream} of {shown}"),
            Self::Contains(wanted) => {
                for want in wanted {
                    assert!(text.contains(want.as_str()), "no {want:?} in {stream} of {shown}");
                }
            }
        }
    }
}

/// The data that the program is built with.
pub fn live() -> Atlas<'static> {
    let objects = include_str!(concat!(env!("OUT_DIR"), "/objects.json"));
    Atlas::new(include_bytes!(concat!(env!("OUT_DIR"), "/tables.bin")), objects)
}

/// A file of the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// An empty folder for one test.
pub fn folder(name: &str) -> PathBuf {
    // Below `target`, where nobody else keeps anything.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Whether files that tests compare with are to be written anew: `LIANGJIANG_ACCEPT=1 cargo test`.
pub fn accepts() -> bool {
    std::env::var_os("LIANGJIANG_ACCEPT").is_some()
}

/// Whether tests are to try all that they can think of, which takes minutes: `.ci/deep`.
pub fn is_deep() -> bool {
    std::env::var_os("LIANGJIANG_DEEP").is_some()
}

/// A text of a JSON object; empty where it has none.
pub fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// The texts of one key of rows.
pub fn texts(rows: &[Value], key: &str) -> Vec<String> {
    rows.iter().map(|row| text(row, key).to_owned()).collect()
}

/// The ids of all records, by kind.
pub fn records(atlas: Atlas) -> impl Iterator<Item = (Kind, Vec<String>)> {
    Kind::ALL.into_iter().map(move |kind| {
        let numbers = atlas.numbers_of(kind).unwrap();
        (kind, numbers.map(|number| atlas.record(number).unwrap().id.to_string()).collect())
    })
}

/// Command lines that answer with rows, on the fixture: every list, every record, and one or more of
/// each other command.
pub fn answers() -> Vec<String> {
    let mut answers: Vec<String> = [
        "overview",
        "industries --pillar",
        "policies --in-force",
        "plans --outcomes",
        "figures",
        "figures --chart",
        "figures --latest bailuwan",
        "compare bailuwan cangyun",
        "search bailuwan",
        "search boxes 2022",
        "search electricity price",
        "sources",
        "sources show mirror-undated-copy",
        "metrics",
        "conflicts",
        "gaps",
        "cite lumen bailuwan.container-throughput.2022.2",
        "check",
        "version",
    ]
    .map(str::to_owned)
    .to_vec();
    for (kind, ids) in records(fixture::atlas()) {
        answers.push(kind.plural().to_owned());
        answers.push(format!("{} show {}", kind.plural(), ids.join(" ")));
        answers.extend(ids.iter().map(|id| format!("show {id}")));
    }
    answers
}
