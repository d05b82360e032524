//! The console blocks of the README: each `$ command` is run, and what follows it must be what it says,
//! on both streams, whatever its exit status. `...` stands for any text, and a run of blanks
//! for any other: what the data counts and how wide it is may change.

use std::{fs, path::Path, process::Command};

use serde_json::Value;

use crate::harness::{folder, liangjiang, project};

/// The steps of a text, a list for each `console` block: a command and what it must say.
fn blocks(text: &str) -> impl Iterator<Item = Vec<(String, String)>> {
    text.split("\n```console\n").skip(1).map(|rest| {
        let block = rest.split("\n```").next().unwrap();
        let steps = block.strip_prefix("$ ").unwrap().split("\n$ ");
        let owned = |(command, says): (&str, &str)| (command.to_owned(), says.to_owned());
        steps.map(|step| owned(step.split_once('\n').unwrap_or((step, "")))).collect()
    })
}

/// Whether a text is that of a pattern, in which `...` stands for any text and a run of blanks for any other.
fn matches(pattern: &str, text: &str) -> bool {
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines = |text: &str| text.trim().lines().map(words).collect::<Vec<_>>().join("\n");
    let (pattern, text) = (lines(pattern), lines(text));
    let mut parts = pattern.split("...").map(str::trim);
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let mut last = None;
    for part in parts {
        let Some((_, behind)) = rest.split_once(part) else { return false };
        (rest, last) = (behind, Some(part));
    }
    rest.is_empty() || last.is_some_and(|last| last.is_empty() || rest.ends_with(last))
}

#[test]
fn the_readmes_say_what_the_program_says() {
    for name in ["README.md", "README.zh.md"] {
        run_blocks(name, &fs::read_to_string(project(name)).unwrap());
    }
}

fn run_blocks(name: &str, text: &str) {
    let program = Path::new(env!("CARGO_BIN_EXE_liangjiang"));
    let path = format!("{}:{}", program.parent().unwrap().display(), std::env!("PATH"));
    for (n, block) in blocks(text).enumerate() {
        let folder = folder(&format!("readme-{name}-{n}"));
        for (command, says) in block {
            let output = Command::new("sh")
                .args(["-c", &format!("{{ {command}\n}} 2>&1")])
                .current_dir(&folder)
                .env_clear()
                .env("LC_ALL", "C.UTF-8")
                .env("PATH", &path)
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&output.stdout);
            assert!(matches(&says, &said), "{name}: `{command}` says\n{said}\nand not\n{says}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}

/// The numbers that stand behind `before` and before `after` in a text.
fn claims(text: &str, before: &str, after: &str) -> Vec<u64> {
    // English numbers have commas, and a Chinese line may end anywhere.
    let text = text.replace(',', "").replace("\n  ", if before.is_empty() { "" } else { " " });
    let number = |(at, _): (usize, &str)| {
        let ahead = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        text[ahead.len()..at].parse().ok().filter(|_| ahead.ends_with(before))
    };
    text.match_indices(after).filter_map(number).collect()
}

#[test]
fn the_readmes_claim_no_more_than_is_held() {
    let overview: Value = serde_json::from_str(&liangjiang("overview --json").live().prints().run()).unwrap();
    let counts = overview["counts"].as_object().unwrap();
    let count = |what: &str| counts[what].as_u64().unwrap();
    let others = ["figures", "sources", "disputes", "gaps"];
    let records = counts.iter().filter(|(what, _)| !others.contains(&&***what));
    let records: u64 = records.map(|(_, count)| count.as_u64().unwrap()).sum();
    let weak = liangjiang("figures --strength weak -f ids").live().lines().len();
    assert!(
        100 * u64::try_from(weak).unwrap() <= 35 * count("figures"),
        "more than three in ten are weak: {weak}"
    );
    let [en, zh] = ["README.md", "README.zh.md"].map(|name| fs::read_to_string(project(name)).unwrap());
    for (in_en, in_zh, held) in [
        (" records", "余条记录", records),
        (" figures", "余项数据", count("figures")),
        (" sources", "余个来源", count("sources")),
        (" disputes", "余处争议", count("disputes")),
        (" gaps", "余项缺口", count("gaps")),
    ] {
        let claimed =
            [claims(&en, "over ", in_en), claims(&en, "Over ", in_en), claims(&zh, "", in_zh)].concat();
        assert!(claimed.len() >= 2, "{in_en}, {in_zh}: {claimed:?}");
        assert!(claimed.iter().all(|claimed| *claimed <= held), "{in_en}: {claimed:?} of {held}");
    }
}
