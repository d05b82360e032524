//! Transcripts of the program on the fixture: each line `$ liangjiang ...` of `tests/golden/pages/*.txt` is run, and
//! what follows it is what the program says, then its exit status where that is not 0. It may begin with variables of
//! the environment (`$ COLUMNS=40 liangjiang ...`) or with standard input (`$ printf 'tea\n' | liangjiang show -`).
//!
//! `LIANGJIANG_ACCEPT=1 cargo test pages` writes the files anew, and the difference is for a person to
//! read. A line `$ liangjiang ...` that is added to a file is a new transcript. Those of `terminal.txt` are said
//! on a terminal, a year after the data. The style sheet of HTML is left out.

use std::fs;

use crate::harness::{accepts, liangjiang, project, with_args};

fn transcript(asked: &str, file: &str) -> String {
    let words = shlex::split(asked).unwrap();
    let (before, args) = words.split_at(words.iter().position(|word| word == "liangjiang").unwrap());
    let mut run = with_args(&args[1..]);
    if let [printf, text, _] = before
        && printf == "printf"
    {
        let escapes = [("\\n", "\n"), ("\\r", "\r"), ("\\t", "\t"), ("\\ufeff", "\u{feff}")];
        run = run.stdin(escapes.iter().fold(text.clone(), |text, (typed, meant)| text.replace(typed, meant)));
    }
    for (name, value) in before.iter().filter_map(|word| word.split_once('=')) {
        run = run.env(name, value);
    }
    if file == "terminal" {
        run = run.on_terminal().env("LIANGJIANG_TODAY", "2027-06-30");
    }
    let mut output = run.output();
    if let (Some(from), Some(to)) = (output.stdout.find("<style>"), output.stdout.find("</style>")) {
        output.stdout.replace_range(from + 7..to, "");
    }
    let status =
        if output.status == 0 { String::new() } else { format!("(exit status {})\n", output.status) };
    let said = [&*output.stdout, &output.stderr, &status].concat().replace('\u{1b}', "␛");
    let said = said.replace(env!("CARGO_PKG_VERSION"), "VERSION");
    format!("$ {asked}\n{said}\n")
}

#[test]
fn pages_read_as_they_were_approved() {
    let mut changed = Vec::new();
    for file in fs::read_dir(project("tests/golden/pages")).unwrap() {
        let path = file.unwrap().path();
        let approved = fs::read_to_string(&path).unwrap();
        let asked = approved.lines().filter_map(|line| line.strip_prefix("$ "));
        let file = path.file_stem().unwrap().to_str().unwrap();
        let said: String = asked.map(|args| transcript(args, file)).collect();
        if accepts() {
            fs::write(&path, said).unwrap();
        } else if said != approved {
            let lines = said.lines().zip(approved.lines()).enumerate();
            let first = lines.into_iter().find(|(_, (is, was))| is != was);
            changed.push(format!("{}: {first:?}", path.display()));
        }
    }
    assert!(changed.is_empty(), "LIANGJIANG_ACCEPT=1 cargo test pages\n{changed:#?}");
}

#[test]
fn the_overview_is_one_screen_and_what_a_bare_call_shows() {
    assert_eq!(liangjiang("overview").prints().run(), liangjiang("").prints().run());
    for lang in ["en", "zh"] {
        let screen = liangjiang(&format!("overview --width 80 --lang {lang}")).on_terminal().lines();
        assert!(screen.len() <= 40, "{lang}: {} lines", screen.len());
    }
}
