//! Exit codes, closed pipes, full disks, hostile arguments, odd environments, colour.

use std::{
    ffi::OsString,
    fs::OpenOptions,
    io::Read,
    os::unix::ffi::OsStringExt,
    process::{Command, Stdio},
};

use crate::harness::{BINARY, Run, liangjiang, run_args};

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
        let output = run_args(args).command().output().unwrap();
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
        let output = run_args(args.clone()).command().output().unwrap();
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
        let output = run_args(args).command().output().unwrap();
        assert!(output.stderr.len() <= 1024, "{} bytes", output.stderr.len());
        assert!(matches!(output.status.code(), Some(1 | 2)));
    }
}

#[test]
fn many_arguments_are_answered_briefly() {
    let args = ["show"].into_iter().chain(std::iter::repeat_n("x", 20_000));
    let output = run_args(args).command().output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stderr.len() <= 4096, "{} bytes", output.stderr.len());
}

#[test]
fn an_empty_environment_or_an_odd_locale_changes_no_byte() {
    let plain = liangjiang("ports").prints().run();
    for (name, value) in [
        ("LC_ALL", "C"),
        ("LANG", ""),
        ("LC_ALL", "xx_YY.ISO-8859-1"),
        ("COLUMNS", "abc"),
        ("COLUMNS", "-1"),
        ("COLUMNS", "0"),
        ("COLUMNS", "999999999"),
        ("LIANGJIANG_LANG", "xx"),
        ("HOME", "/nonexistent"),
        ("TZ", "Pacific/Apia"),
    ] {
        assert_eq!(liangjiang("ports").env(name, value).prints().run(), plain, "{name}={value}");
    }
    let chinese = liangjiang("ports --lang zh").prints().run();
    assert_eq!(liangjiang("ports").env("LC_ALL", "zh_CN.GBK").prints().run(), chinese);
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
    assert!(!painted(liangjiang("ports")));
    assert!(painted(liangjiang("ports").env("CLICOLOR_FORCE", "1")));
    assert!(!painted(liangjiang("ports").env("CLICOLOR_FORCE", "0")));
    assert!(!painted(liangjiang("ports").env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1")));
    assert!(painted(liangjiang("ports --color always").env("NO_COLOR", "1")));
}

#[test]
fn colour_changes_no_letter() {
    for args in [
        "ports --width 80",
        "show guoyuan --width 80",
        "overview --width 60",
        "show guoyuan --width 40 --lang zh",
    ] {
        let plain = liangjiang(args).prints().may_warn().run();
        let painted = liangjiang(&format!("{args} --color always")).prints().may_warn().run();
        let mut bare = String::new();
        let mut rest = painted.as_str();
        while let Some(at) = rest.find(ESC) {
            bare.push_str(&rest[..at]);
            rest = &rest[at..][rest[at..].find('m').unwrap() + 1..];
        }
        bare.push_str(rest);
        assert_eq!(bare, plain, "{args}");
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
    let compact = liangjiang("show guoyuan --json").prints().run();
    assert!(spread.lines().count() > 100 && compact.lines().count() == 1);
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(read(&spread), read(&compact));
}

#[test]
fn a_slow_reader_gets_every_byte() {
    let want = liangjiang("figures --json").prints().run();
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
    liangjiang("--help").says("ports").run();
    liangjiang("--version").stdout(&format!("liangjiang {}\n", env!("CARGO_PKG_VERSION"))).run();
    liangjiang("ports --nonsense").status(2).warns("liangjiang: ").warns("--nonsense").run();
    liangjiang("nonsense").status(2).warns("liangjiang: ").run();
    liangjiang("ports show").status(2).may_warn().run();
}
