//! The program as a process: closed pipes, a full disk, terminals, arguments that are no text.

use std::{
    ffi::OsString,
    io::{ErrorKind, Read, Write},
    os::unix::ffi::OsStringExt,
    process::{Command, Stdio},
};

use clap::ValueEnum;
use liangjiang::{cli::Format, style::Environment};
use rustix::fs::{OFlags, fcntl_setfl};

use crate::{
    fixture,
    harness::{BINARY, Output, answers, folder, liangjiang, with_args},
};

const ESC: char = '\u{1b}';

/// Runs under a shell, for pipes and redirections; `{L}` is the program.
fn shell(script: &str) -> Output {
    let mut command = Command::new("bash");
    command.args(["-c", &script.replace("{L}", BINARY)]);
    for variable in ["NO_COLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(variable);
    }
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Output { status: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// What a terminal receives: the program under util-linux `script`.
fn on_a_terminal(variable: &str, args: &str) -> String {
    shell(&format!("TERM=xterm {variable} script -qec '{BINARY} {args}' /dev/null </dev/null")).stdout
}

#[test]
fn a_reader_that_leaves_early_is_fine() {
    for format in ["json", "jsonl", "csv", "tsv", "markdown", "html", "table", "ids"] {
        let output = shell(&format!("{{L}} figures -f {format} | head -c 1; echo; echo ${{PIPESTATUS[0]}}"));
        assert!(output.stdout.ends_with("\n0\n"), "{format}: {}", output.stdout);
        assert_eq!(output.stderr, "", "{format}");
    }
    let never = shell("set -o pipefail; {L} ports | true; {L} ports --json | head -c1 >/dev/null");
    assert_eq!((never.status, &*never.stderr), (0, ""));
}

#[test]
fn slow_ends_of_pipes_that_do_not_block_lose_no_byte() {
    let want = liangjiang("figures --json").binary().prints().run();
    let (mut reader, writer) = std::io::pipe().unwrap();
    fcntl_setfl(&writer, OFlags::NONBLOCK).unwrap();
    let mut child = liangjiang("figures --json").command().stdout(writer).spawn().unwrap();
    let (mut got, mut piece) = (Vec::new(), [0; 4096]);
    loop {
        let read = reader.read(&mut piece).unwrap();
        got.extend_from_slice(&piece[..read]);
        match read {
            0 => break,
            _ if got.len() < 50_000 => std::thread::sleep(std::time::Duration::from_millis(2)),
            _ => {}
        }
    }
    assert!(child.wait().unwrap().success());
    assert_eq!(String::from_utf8(got).unwrap(), want);

    let (reader, mut writer) = std::io::pipe().unwrap();
    fcntl_setfl(&reader, OFlags::NONBLOCK).unwrap();
    let mut command = liangjiang("show - -f ids").command();
    let child = command.stdin(reader).stdout(Stdio::piped()).spawn().unwrap();
    for id in ["guoyuan\n", "cuntan\n"] {
        std::thread::sleep(std::time::Duration::from_millis(100));
        writer.write_all(id.as_bytes()).unwrap();
    }
    drop(writer);
    assert_eq!(child.wait_with_output().unwrap().stdout, b"guoyuan\ncuntan\n");
}

#[test]
fn a_limit_on_the_size_of_files_is_an_error_and_no_signal() {
    let folder = folder("limit");
    for command in ["ports", "figures --json", "--help", "version", "man", "completions bash"] {
        let said = shell(&format!("ulimit -f 0; {{L}} {command} 2>&1 >{}/out | cat", folder.display()));
        assert_eq!(said.stdout, "liangjiang: cannot write output: File too large\n", "{command}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}

/// Takes so many bytes, in pieces, and then fails.
struct Failing {
    taken: Vec<u8>,
    room: usize,
    piece: usize,
    error: ErrorKind,
}

impl Write for Failing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.taken.len() == self.room && !bytes.is_empty() {
            self.room += usize::from(self.error == ErrorKind::Interrupted);
            return Err(self.error.into());
        }
        let taken = bytes.len().min(self.room - self.taken.len()).min(self.piece);
        self.taken.extend(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_answer_that_fails_at_any_byte_is_told_and_ends_there() {
    let formats = Format::value_variants().iter().filter(|format| **format != Format::Toml);
    let formats = formats.map(|format| format.name());
    let commands = formats.map(|format| format!("sources show mirror-undated-copy --format {format}"));
    for command in commands
        .chain(["show liuyuan -f toml", "version", "ports -h", "--version", "man version"].map(str::to_owned))
    {
        let args: Vec<OsString> =
            std::iter::once("liangjiang").chain(command.split(' ')).map(Into::into).collect();
        let attempt = |room, piece, error| {
            let mut out = Failing { taken: Vec::new(), room, piece, error };
            let result = liangjiang::run(&args, &Environment::default(), &fixture::atlas(), &mut out);
            (out.taken, result.status, result.stderr)
        };
        let (whole, status, said) = attempt(usize::MAX, usize::MAX, ErrorKind::Other);
        assert_eq!((status, &*said), (0, ""), "{command}");
        assert!(!whole.is_empty());
        for room in 0..whole.len() {
            let (taken, status, said) = attempt(room, 1 + room % 7, ErrorKind::StorageFull);
            assert_eq!((status, said.lines().count()), (4, 1), "{command}, byte {room}: {said}");
            assert!(said.starts_with("liangjiang: cannot write output: "), "{command}, byte {room}: {said}");
            assert_eq!(taken, whole[..room], "{command}, byte {room}");
        }
        // A reader that has seen enough is no fault, and a signal between two bytes changes nothing.
        assert_eq!(
            attempt(1, 9, ErrorKind::BrokenPipe),
            (whole[..1].to_vec(), 0, String::new()),
            "{command}"
        );
        assert_eq!(attempt(0, 1, ErrorKind::Interrupted), (whole, 0, String::new()), "{command}");
    }
}

#[test]
fn closed_streams_change_no_exit_status_and_are_no_panic() {
    for redirection in ["2>/dev/full", "2>&-"] {
        assert_eq!(shell(&format!("{{L}} show nope-nothing {redirection}")).status, 1, "{redirection}");
    }
    let closed = shell("{L} ports >&-");
    assert!(matches!(closed.status, 0 | 4) && !closed.stderr.contains("panicked"), "{}", closed.stderr);
}

#[test]
fn arguments_that_are_not_utf8_are_usage_errors() {
    for before in [&["show"][..], &["ports", "show"], &[]] {
        let args = before.iter().map(OsString::from).chain([OsString::from_vec(vec![0xff, b'x'])]);
        with_args(args).binary().status(2).may_warn().run();
    }
}

/// What each variable means is in `tests/golden/pages/environment.txt`.
#[test]
fn colour_addresses_and_a_prompt_are_for_terminals() {
    for (variable, args, want) in [
        ("", "ports", true),
        ("NO_COLOR=1", "ports", false),
        // Standard error is a terminal here and standard output a file.
        ("", "ports | cat", false),
        ("CLICOLOR_FORCE=1", "ports | cat", true),
    ] {
        assert_eq!(on_a_terminal(variable, args).contains(ESC), want, "{variable} {args}");
    }
    let link = "\u{1b}]8;;";
    for (hyperlink, want) in [("1", true), ("0", false)] {
        let variables = format!("CLICOLOR_FORCE=1 FORCE_HYPERLINK={hyperlink}");
        assert_eq!(on_a_terminal(&variables, "overview --sources").contains(link), want, "{variables}");
        assert!(!shell(&format!("{variables} {{L}} overview --sources")).stdout.contains(link), "in a pipe");
    }
    assert!(on_a_terminal("", "show - -f ids").contains("Ctrl-D"), "ids are waited for");
}

#[test]
fn an_answer_longer_than_the_terminal_goes_through_the_pager() {
    let said = |pager: &str, rows: usize, args: &str| {
        let inner = format!("stty rows {rows} cols 50; {BINARY} {args}");
        let run = format!("LIANGJIANG_PAGER={pager} TERM=xterm script -qec '{inner}' /dev/null </dev/null");
        shell(&run).stdout.replace('\r', "")
    };
    let plain = said("cat", 90, "version");
    assert_eq!(plain, liangjiang("version --width 50").live().prints().run());
    let (mark, lines) = ("'sed s/^/+/'", plain.lines().count());
    assert_eq!(
        said(mark, lines, "version"),
        "+".to_owned() + plain.trim_end().replace('\n', "\n+").as_str() + "\n"
    );
    assert_eq!(said(mark, lines + 1, "version"), plain);
    assert_eq!(said(mark, lines, "version --no-pager"), plain);
    for (args, colored) in [("ports", false), ("ports --color always", true)] {
        assert_eq!(said(mark, 3, args).contains(ESC), colored, "a pager that may not show colour: {args}");
    }
    for (pager, note) in
        [("false", "the pager `false` failed"), ("nowhere", "cannot run the pager `nowhere`")]
    {
        let told = said(pager, lines, "version");
        assert!(told.contains(note) && told.contains(&plain), "{told}");
    }
    let interrupted = r#""/bin/sh -c 'kill -INT \$PPID; exit 1'""#;
    assert_eq!(said(interrupted, lines, "version"), "", "a pager that Ctrl-C ends has not failed");
}

#[test]
fn colour_changes_no_letter() {
    for args in answers() {
        for width in ["80", "40 --lang zh"] {
            let plain = liangjiang(&format!("{args} --width {width}")).prints().may_warn();
            let painted =
                liangjiang(&format!("{args} --width {width} --color always")).prints().may_warn().run();
            let mut parts = painted.split(ESC);
            let first = parts.next().unwrap().to_owned();
            let bare = parts.fold(first, |bare, part| bare + part.split_once('m').unwrap().1);
            assert_eq!(bare, plain.run(), "{args}");
        }
    }
}
