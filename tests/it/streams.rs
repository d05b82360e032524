//! The program as a process: closed pipes, full disks, hostile arguments, odd environments, terminals.

use std::{
    ffi::OsString,
    fs::OpenOptions,
    io::Read,
    os::unix::ffi::OsStringExt,
    process::{Command, Stdio},
};

use crate::harness::{BINARY, Run, answers, liangjiang, with_args};

/// Runs under a shell, for pipes and redirections; gives status, standard output and standard error.
fn shell(script: &str) -> (i32, String, String) {
    let output = Command::new("bash")
        .args(["-c", &script.replace("{L}", BINARY)])
        .env_remove("NO_COLOR")
        .env_remove("COLUMNS")
        .output()
        .unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8_lossy(&output.stdout).into_owned(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}

/// What a terminal receives: the program under util-linux `script`.
fn on_a_terminal(environment: &str, args: &str) -> String {
    let script = format!("{environment} script -qec '{BINARY} {args}' /dev/null </dev/null");
    shell(&format!("env -u NO_COLOR -u CLICOLOR_FORCE TERM=xterm {script}")).1
}

const ESC: char = '\u{1b}';

#[test]
fn a_reader_that_leaves_early_is_fine() {
    for format in ["json", "jsonl", "csv", "tsv", "markdown", "table", "ids"] {
        let (_, out, err) =
            shell(&format!("{{L}} figures --format {format} | head -c 1; echo; echo ${{PIPESTATUS[0]}}"));
        assert!(out.ends_with("\n0\n"), "{format}: {out}");
        assert_eq!(err, "", "{format}");
    }
}

#[test]
fn a_reader_that_never_came_is_fine_even_under_pipefail() {
    let (status, _, err) = shell("set -o pipefail; {L} ports | true; {L} ports --json | head -c1 >/dev/null");
    assert_eq!((status, err.as_str()), (0, ""));
}

#[test]
fn a_full_disk_is_told_in_every_format_and_on_help_and_version() {
    let formats = ["json", "jsonl", "csv", "tsv", "markdown", "table", "ids"];
    let commands = formats.map(|format| format!("ports --format {format}"));
    for command in
        commands.iter().map(String::as_str).chain(["--help", "--version", "ports --help", "overview"])
    {
        let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = liangjiang(command).command().stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(4), "{command}");
        let stderr = String::from_utf8(output.stderr).unwrap();
        let lines: Vec<_> = stderr.lines().filter(|line| !line.contains("no room for")).collect();
        assert_eq!(lines, ["liangjiang: cannot write output: No space left on device"], "{command}");
    }
}

#[test]
fn a_closed_or_full_standard_error_changes_no_exit_status() {
    for redirection in ["2>/dev/full", "2>&-"] {
        assert_eq!(shell(&format!("{{L}} show nope-nothing {redirection}")).0, 1, "{redirection}");
    }
}

#[test]
fn a_closed_standard_output_is_no_panic() {
    let (status, _, err) = shell("{L} ports >&-");
    assert!(status == 0 || status == 4, "{status}");
    assert!(!err.contains("panicked"), "{err}");
}

#[test]
fn arguments_that_are_not_utf8_are_a_usage_error() {
    for args in [vec!["show"], vec!["ports", "show"], vec![]] {
        let mut args: Vec<OsString> = args.into_iter().map(OsString::from).collect();
        args.push(OsString::from_vec(vec![0xff, b'x']));
        let output = with_args(args).command().output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
    }
}

/// Whether a text is safe for a terminal.
fn is_safe(text: &str) -> bool {
    text.chars().all(|c| c == '\n' || !liangjiang::model::is_invisible(c))
}

#[test]
fn what_was_typed_reaches_the_terminal_only_in_visible_form() {
    let hostile = "\u{1b}]0;x\u{7}\u{1b}[2J\u{9b}31m\u{202e}b\u{200b}\u{7f}";
    for args in [
        vec!["show", hostile],
        vec!["ports", "show", hostile],
        vec!["ports", hostile],
        vec![hostile],
        vec!["ports", "--category", hostile],
        vec!["ports", "--width", hostile],
        vec!["ports", "--fields", hostile],
        vec!["sources", "show", hostile],
        vec!["ports", "--format", hostile],
    ] {
        let output = with_args(args.clone()).command().output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(matches!(output.status.code(), Some(1 | 2)), "{args:?}");
        assert!(is_safe(&stderr), "{args:?}: {stderr:?}");
        assert!(stderr.contains("\\u{1b}"), "{args:?}: {stderr:?}");
        assert!(is_safe(&String::from_utf8(output.stdout).unwrap()));
    }
}

#[test]
fn a_huge_argument_is_not_said_back_whole() {
    let huge = "b".repeat(100_000);
    for args in
        [vec!["show", &huge], vec![huge.as_str()], vec!["ports", "--format", &huge], vec!["ports", &huge]]
    {
        let output = with_args(args).command().output().unwrap();
        assert!(output.stderr.len() <= 1024, "{} bytes", output.stderr.len());
        assert!(matches!(output.status.code(), Some(1 | 2)));
    }
}

#[test]
fn many_arguments_are_answered_briefly() {
    let args = ["show"].into_iter().chain(std::iter::repeat_n("x", 20_000));
    let output = with_args(args).command().output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stderr.len() <= 4096, "{} bytes", output.stderr.len());
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
fn colour_on_a_terminal_follows_no_color_force_and_dumb() {
    assert!(on_a_terminal("", "ports").contains(ESC));
    assert!(!on_a_terminal("NO_COLOR=1", "ports").contains(ESC));
    assert!(on_a_terminal("NO_COLOR=", "ports").contains(ESC), "an empty NO_COLOR is not set");
    assert!(!on_a_terminal("TERM=dumb", "ports").contains(ESC));
    assert!(on_a_terminal("NO_COLOR=1", "ports --color always").contains(ESC), "the option wins");
    assert!(!on_a_terminal("", "ports --color never").contains(ESC));
    assert!(!on_a_terminal("", "ports --json").contains(ESC), "JSON is never painted");
}

#[test]
fn colour_in_a_pipe_follows_force() {
    let painted = |run: Run| run.prints().run().contains(ESC);
    assert!(painted(liangjiang("ports").env("CLICOLOR_FORCE", "1")));
    assert!(!painted(liangjiang("ports").env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1")));
    assert!(painted(liangjiang("ports --color always").env("NO_COLOR", "1")));
}

#[test]
fn colour_changes_no_letter() {
    for args in answers() {
        for width in ["80", "40 --lang zh"] {
            let plain = liangjiang(&format!("{args} --width {width}")).prints().may_warn().run();
            let painted =
                liangjiang(&format!("{args} --width {width} --color always")).prints().may_warn().run();
            let mut parts = painted.split(ESC);
            let first = parts.next().unwrap().to_owned();
            let bare = parts.fold(first, |bare, part| bare + part.split_once('m').unwrap().1);
            assert_eq!(bare, plain, "{args}");
        }
    }
}

#[test]
fn standard_output_and_error_are_judged_apart() {
    // Standard error is a terminal here and standard output a file: no colour in the file.
    let script = format!(
        "script -qec '{BINARY} ports > /tmp/liangjiang-$$' /dev/null </dev/null; cat /tmp/liangjiang-*; rm -f /tmp/liangjiang-*"
    );
    let (_, out, _) = shell(&format!("TERM=xterm {script}"));
    assert!(!out.contains(ESC), "{out}");
}

#[test]
fn json_is_spread_on_a_terminal_and_compact_in_a_pipe_with_one_value() {
    let spread = on_a_terminal("", "show guoyuan --json").replace("\r\n", "\n");
    let compact = liangjiang("show guoyuan --json").binary().prints().run();
    assert!(spread.lines().count() > 100 && compact.lines().count() == 1);
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(read(&spread), read(&compact));
}

#[test]
fn a_slow_reader_gets_every_byte() {
    let want = liangjiang("figures --json").binary().prints().run();
    let mut child = liangjiang("figures --json").command().stdout(Stdio::piped()).spawn().unwrap();
    let mut got = Vec::new();
    let mut stdout = child.stdout.take().unwrap();
    let mut piece = [0; 4096];
    loop {
        let read = stdout.read(&mut piece).unwrap();
        if read == 0 {
            break;
        }
        got.extend_from_slice(&piece[..read]);
        if got.len() < 50_000 {
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
    }
    assert!(child.wait().unwrap().success());
    assert_eq!(String::from_utf8(got).unwrap(), want);
}

#[test]
fn help_and_version_succeed_and_usage_errors_are_two() {
    liangjiang("--help").binary().says("ports").run();
    let version = format!("liangjiang {}\n", env!("CARGO_PKG_VERSION"));
    liangjiang("--version").binary().stdout(&version).run();
    liangjiang("ports --nonsense").binary().status(2).warns("liangjiang: ").warns("--nonsense").run();
    liangjiang("nonsense").binary().status(2).warns("liangjiang: ").run();
    liangjiang("ports show").binary().status(2).may_warn().run();
}
