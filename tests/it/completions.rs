//! Completions: the scripts that make a shell ask the program, and what it answers.

use std::fs;

use crate::harness::{accepts, liangjiang, project, with_args};

#[test]
fn the_stored_scripts_are_those_of_the_program() {
    for (shell, file) in [
        ("bash", "liangjiang.bash"),
        ("zsh", "_liangjiang"),
        ("fish", "liangjiang.fish"),
        ("powershell", "_liangjiang.ps1"),
        ("elvish", "liangjiang.elv"),
    ] {
        let script = liangjiang(&format!("completions {shell}")).says("COMPLETE").run();
        let path = project("completions").join(file);
        if accepts() {
            fs::write(&path, &script).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), script, "{file}: LIANGJIANG_ACCEPT=1 cargo test");
        let asked =
            liangjiang("").environment(|it| it.complete = Some(format!("/bin/{shell}"))).prints().run();
        assert_eq!(asked, script, "a shell is told its script by COMPLETE, too");
    }
}

/// What the last of some words may be, without the names beside it.
fn offered(words: &str) -> Vec<String> {
    let args = ["--", "liangjiang"].into_iter().chain(words.split(' '));
    let lines = with_args(args).environment(|it| it.complete = Some("fish".to_owned())).lines();
    lines.into_iter().map(|line| line.split('\t').next().unwrap().to_owned()).collect()
}

#[test]
fn a_shell_is_offered_what_may_stand_there() {
    assert_eq!(offered("ports show ")[..2], ["bailuwan", "cangyun"]);
    assert!(!offered("ports show ").contains(&"liuyuan".to_owned()), "a park is no port");
    for (words, want) in [
        ("show liu", "liuyuan"),
        ("industries --park liu", "liuyuan"),
        ("industries --tier pil", "pillar"),
        ("industries --scheme 3", "33511-2023"),
        ("enterprises --country ge", "germany"),
        ("figures --metric gd", "gdp"),
        ("figures --scope whole-a", "whole-area"),
        ("figures --sort per", "period"),
        ("ports --fields id,name_", "id,name_zh"),
        ("sources show mirror", "mirror-undated-copy"),
        ("schema po", "ports"),
        ("help env", "environment"),
        ("po", "ports"),
    ] {
        assert!(offered(words).contains(&want.to_owned()), "{words}: {:?}", offered(words));
    }
    assert_eq!(offered("nope x"), [""; 0]);
}

#[test]
fn ids_are_offered_with_their_names() {
    with_args(["--", "liangjiang", "ports", "show", "bai"])
        .environment(|it| it.complete = Some("fish".to_owned()))
        .stdout("bailuwan\tBailuwan Port 白鹭湾港\n")
        .run();
}

#[test]
fn a_shell_that_nobody_knows_is_a_usage_error_and_none_is_none() {
    let asks = |shell: &str| liangjiang("version").environment(|it| it.complete = Some(shell.to_owned()));
    asks("tcsh").status(2).warns("bash").run();
    for off in ["", "0"] {
        asks(off).says("liangjiang ").run();
    }
}
