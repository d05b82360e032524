//! The console blocks of the README: each `$ command` is run, and what follows it must be what it says,
//! on both streams, whatever its exit status. A line `...` stands for any lines, `...` within a line for any
//! text, and a run of blanks for any other: what the data counts and how wide it is may change.

use std::{fs, path::Path, process::Command};

use crate::harness::folder;

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
fn the_readme_says_what_the_program_says() {
    let Ok(text) = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")) else {
        return;
    };
    let program = Path::new(env!("CARGO_BIN_EXE_liangjiang"));
    let path = format!("{}:{}", program.parent().unwrap().display(), std::env!("PATH"));
    for (n, block) in blocks(&text).into_iter().enumerate() {
        let folder = folder(&format!("readme-{n}"));
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
                "README.md:{}: `{}` says\n{}\nand not\n{}",
                step.line,
                step.command,
                said.join("\n"),
                says.join("\n")
            );
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}

#[test]
fn blocks_and_wildcards_are_read() {
    let read = blocks("a\n```console\n$ one\nx\n...\ny\n$ two\n```\n```sh\n$ no\n```\n");
    assert_eq!(read.len(), 1);
    assert_eq!(read[0].len(), 2);
    assert_eq!((read[0][0].line, read[0][0].says.len()), (3, 3));
    let own = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    assert!(matches(&own(&["x", "...", "y"]), &own(&["x", "y"])));
    assert!(matches(&own(&["x", "...", "y"]), &own(&["x", "a", "y", "y"])));
    assert!(!matches(&own(&["x", "...", "y"]), &own(&["x", "a"])));
    assert!(!matches(&own(&["x"]), &own(&["x", "y"])));
    for (pattern, line, want) in [
        ("a  b", "a b", true),
        ("a ... d", "a b c d", true),
        ("a ...", "a b", true),
        ("a ... d", "a b c", false),
        ("a", "a b", false),
    ] {
        assert_eq!(is_line(pattern, line), want, "{pattern}: {line}");
    }
}
