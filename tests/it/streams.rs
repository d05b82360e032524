//! The program as a process: closed pipes, a full disk, odd environments, terminals; and what hostile
//! arguments come to.

use std::{
    ffi::OsString,
    io::{ErrorKind, Read, Write},
    os::unix::ffi::OsStringExt,
    process::{Command, Stdio},
};

use clap::ValueEnum;
use liangjiang::{cli::Format, limit, model::is_invisible, style::Environment};
use proptest::prelude::*;
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
fn what_is_asked_for_is_bounded_before_it_costs() {
    let many = |words: &[&str], more: &str, times: usize| {
        let output = with_args(words.iter().copied().chain(std::iter::repeat_n(more, times))).output();
        assert!(output.stderr.len() <= 4096, "{words:?}: {} bytes", output.stderr.len());
        output
    };
    for (word, more, most) in [("figures", "--metric=x", limit::ARGUMENTS - 2), ("gaps", "x", 100)] {
        assert_ne!(many(&[word], more, most).status, 2, "{word}");
        let over = many(&[word], more, most + 1);
        assert_eq!((over.status, &*over.stdout), (2, ""), "{word}");
    }
    for (length, status) in [(limit::INPUT, 0), (limit::INPUT + 1, 3)] {
        let blank = vec![b' '; usize::try_from(length).unwrap()];
        liangjiang("show - -f ids").binary().stdin(blank).status(status).may_warn().run();
    }
    // What is asked for often is answered once.
    for words in
        [&["cite", "--json"][..], &["sources", "show", "--json"], &["show", "--json"], &["figures", "--json"]]
    {
        let id = if words[0] == "sources" { "mirror-undated-copy" } else { "bailuwan" };
        assert_eq!(many(words, id, 2).stdout, many(words, id, 3000).stdout, "{words:?}");
    }
    let fields = vec!["id"; 10_000].join(",");
    assert_eq!(many(&["ports", "-f", "csv", "--fields"], &fields, 1).stdout, "id\nbailuwan\ncangyun\n");
    for option in ["--fields", "--sort"] {
        let unknown: Vec<String> = (0..10_000).map(|n| format!("f{n}")).collect();
        assert_eq!(many(&["ports", option], &unknown.join(","), 1).status, 2);
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

/// What nobody types: bytes that steer a terminal, a very long word, and any text.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("\u{1b}]0;x\u{7}\u{1b}[2J\u{9b}31m\u{202e}b\u{200b}\u{7f}".to_owned()),
        Just("b".repeat(100_000)),
        any::<String>(),
        "[ -~]{0,40}",
    ]
}

proptest! {
    #[test]
    fn what_was_typed_is_said_back_briefly_and_in_visible_form(typed in hostile(), place in 0..10_usize) {
        let before = [
            "", "show", "ports", "ports show", "ports --category", "ports --width", "ports --fields", "ports --format",
            "sources show", "search",
        ];
        let output = with_args(before[place].split_whitespace().chain([&*typed])).output();
        prop_assert!(output.status <= 3, "{}", output.status);
        prop_assert!(output.stderr.chars().all(|c| c == '\n' || !is_invisible(c)), "{:?}", output.stderr);
        prop_assert!(output.stderr.len() <= 1024, "{} bytes", output.stderr.len());
    }
}

#[test]
fn arguments_that_are_not_utf8_are_usage_errors() {
    for before in [&["show"][..], &["ports", "show"], &[]] {
        let args = before.iter().map(OsString::from).chain([OsString::from_vec(vec![0xff, b'x'])]);
        with_args(args).binary().status(2).may_warn().run();
    }
}

#[test]
fn an_empty_environment_or_an_odd_locale_changes_no_byte() {
    let plain = liangjiang("ports").binary().prints().run();
    for (name, value) in [
        ("LC_ALL", "C"),
        ("LANG", ""),
        ("LC_ALL", "xx_YY.ISO-8859-1"),
        ("COLUMNS", "abc"),
        ("COLUMNS", "999999999"),
        ("LIANGJIANG_LANG", "xx"),
        ("HOME", "/nonexistent"),
        ("TZ", "Pacific/Apia"),
        ("CLICOLOR_FORCE", "0"),
    ] {
        liangjiang("ports").env(name, value).stdout(&plain).run();
    }
    let chinese = liangjiang("ports --lang zh").binary().prints().run();
    liangjiang("ports").env("LC_ALL", "zh_CN.GBK").stdout(&chinese).run();
    liangjiang("ports").env("LIANGJIANG_LANG", "zh").stdout(&chinese).run();
}

#[test]
fn colour_on_a_terminal_follows_no_color_and_dumb_and_in_a_pipe_force() {
    for (variable, args, want) in [
        ("", "ports", true),
        ("NO_COLOR=1", "ports", false),
        ("NO_COLOR=", "ports", true),
        ("TERM=dumb", "ports", false),
        ("NO_COLOR=1", "ports --color always", true),
        ("", "ports --color never", false),
        ("", "ports --json", false),
        // Standard error is a terminal here and standard output a file.
        ("", "ports | cat", false),
    ] {
        assert_eq!(on_a_terminal(variable, args).contains(ESC), want, "{variable} {args}");
    }
    liangjiang("ports").env("CLICOLOR_FORCE", "1").says("\u{1b}[").run();
    let plain = liangjiang("ports").binary().prints().run();
    liangjiang("ports").env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").stdout(&plain).run();
    let link = "\u{1b}]8;;";
    for (hyperlink, want) in [("1", true), ("0", false)] {
        let variables = format!("CLICOLOR_FORCE=1 FORCE_HYPERLINK={hyperlink}");
        assert_eq!(on_a_terminal(&variables, "overview --sources").contains(link), want, "{variables}");
        assert!(!shell(&format!("{variables} {{L}} overview --sources")).stdout.contains(link), "in a pipe");
    }
    assert!(on_a_terminal("", "show - -f ids").contains("Ctrl-D"), "ids are waited for");
    liangjiang("figures guoyuan --chart").env("LANG", "C.UTF-8").says("█").run();
    liangjiang("figures guoyuan --chart").env("LANG", "C").says("####").run();
}

#[test]
fn an_answer_longer_than_the_terminal_goes_through_the_pager() {
    let said = |pager: &str, rows: usize, args: &str| {
        let inner = format!("stty rows {rows} cols 80; {BINARY} {args}");
        let run = format!("LIANGJIANG_PAGER={pager} TERM=xterm script -qec '{inner}' /dev/null </dev/null");
        shell(&run).stdout.replace('\r', "")
    };
    let plain = said("cat", 90, "version");
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
