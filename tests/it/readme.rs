//! The console blocks of the README: each `$ command` is run, and what follows it must be what it says,
//! on both streams, whatever its exit status. A line `...` stands for any lines, `...` within a line for any
//! text, and a run of blanks for any other: what the data counts and how wide it is may change.

use std::{fs, path::Path, process::Command};

use serde_json::Value;

use crate::harness::{folder, liangjiang, project};

/// A command of a block, with the line that it stands on and what it must say.
struct Step {
    line: usize,
    command: String,
    says: Vec<String>,
}

/// The steps of a text, a list for each `console` block.
fn blocks(text: &str) -> Vec<Vec<Step>> {
    let mut blocks: Vec<Vec<Step>> = Vec::new();
    let mut inside = false;
    for (n, line) in text.lines().enumerate() {
        if !inside {
            if line.trim_end() == "```console" {
                inside = true;
                blocks.push(Vec::new());
            }
        } else if line.trim_end() == "```" {
            inside = false;
        } else if let (Some(command), Some(block)) = (line.strip_prefix("$ "), blocks.last_mut()) {
            block.push(Step { line: n + 1, command: command.to_owned(), says: Vec::new() });
        } else if let Some(step) = blocks.last_mut().and_then(|block| block.last_mut()) {
            step.says.push(line.to_owned());
        }
    }
    assert!(!inside, "a console block without an end");
    blocks
}

/// Whether lines are those of a pattern, in which `...` stands for any lines.
fn matches(pattern: &[String], lines: &[String]) -> bool {
    match pattern.split_first() {
        None => lines.is_empty(),
        Some((first, rest)) if first == "..." => (0..=lines.len()).any(|n| matches(rest, &lines[n..])),
        Some((first, rest)) => {
            lines.split_first().is_some_and(|(line, more)| is_line(first, line) && matches(rest, more))
        }
    }
}

/// Whether a line is that of a pattern, in which `...` stands for any text.
fn is_line(pattern: &str, line: &str) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (pattern, line) = (words(pattern), words(line));
    let mut parts = pattern.split("...");
    let Some(mut rest) = line.strip_prefix(parts.next().unwrap_or_default().trim_end()) else { return false };
    let parts: Vec<&str> = parts.collect();
    for part in &parts {
        let Some((_, behind)) = rest.split_once(part.trim()) else { return false };
        rest = behind;
    }
    rest.is_empty() || parts.last().is_some_and(|last| last.is_empty())
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
    for (n, block) in blocks(text).into_iter().enumerate() {
        let folder = folder(&format!("readme-{name}-{n}"));
        for step in block {
            let output = Command::new("sh")
                .args(["-c", &format!("{{ {}\n}} 2>&1", step.command)])
                .current_dir(&folder)
                .env_clear()
                .env("LC_ALL", "C.UTF-8")
                .env("PATH", &path)
                .output()
                .unwrap();
            let said: Vec<String> =
                String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
            let mut says = step.says;
            while says.last().is_some_and(String::is_empty) && said.last().is_none_or(|line| !line.is_empty())
            {
                says.pop();
            }
            assert!(
                matches(&says, &said),
                "{name}:{}: `{}` says\n{}\nand not\n{}",
                step.line,
                step.command,
                said.join("\n"),
                says.join("\n")
            );
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
