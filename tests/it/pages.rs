//! Transcripts of the program on the fixture: each line `$ liangjiang ...` of `tests/golden/pages/*.txt`, which
//! may begin with variables of the environment (`$ COLUMNS=40 liangjiang ...`), is run, and what follows it is what the program says, then its exit status where that is not 0.
//!
//! `LIANGJIANG_ACCEPT=1 cargo test pages` writes the files anew, and the difference is for a person to
//! read. A line `$ liangjiang ...` that is added to a file is a new transcript. Those of `terminal.txt` are said
//! on a terminal, a year after the data. The style sheet of HTML is left out.

use std::fs;

use crate::harness::{accepts, liangjiang, project, with_args};

fn transcript(asked: &str, file: &str) -> String {
    let Some((variables, args)) = asked.split_once("liangjiang") else { return String::new() };
    let mut run = with_args(args.split(' ').skip(1));
    for (name, value) in variables.split_whitespace().filter_map(|word| word.split_once('=')) {
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

#[test]
fn targets_designs_and_estimates_never_look_like_facts() {
    let page = liangjiang("show bailuwan").prints().run();
    let line = |text: &str| page.lines().find(|line| line.contains(text)).unwrap();
    assert!(line("2.8 km").contains("as designed"));
    assert!(line("300 trains").contains("estimate"));
    let (facts, aims) = page.split_once("Targets and forecasts").unwrap();
    for aim in ["300 trains", "1.2 m TEU"] {
        assert!(!facts.contains(aim) && aims.contains(aim), "{aim}");
    }
}

#[test]
fn a_weak_source_is_marked_wherever_its_figure_is_shown() {
    for (command, weak, other) in [
        ("figures bailuwan", "over 26 m t", "16"),
        ("figures bailuwan --width 80", "450,000 TEU", "410,000 TEU"),
        ("industries", "18.47 bn", "tea"),
        ("ports", "9,000 TEU", "523,456 TEU"),
        ("compare bailuwan cangyun --width 0", "150,000 TEU", "16 (2024)"),
        ("search bailuwan cargo throughput --width 0", "over 26 m t", "Answer"),
        ("conflicts", "publisher unknown", "News Agency"),
    ] {
        let page = liangjiang(command).prints().may_warn().run();
        let marked = |part: &str| page.lines().find(|l| l.contains(part)).map(|line| line.contains("[?]"));
        assert_eq!((marked(weak), marked(other)), (Some(true), Some(false)), "{command}\n{page}");
    }
    let page = liangjiang("show bailuwan").prints().run();
    assert!(page.lines().any(|line| line.contains("over 26 m t") && line.contains("?]")), "{page}");
    let narrow = liangjiang("ports --width 80").prints().may_warn().run();
    assert!(narrow.contains("\n\n[?] rests on a weak source.\n"), "the mark is explained at the foot");
}

#[test]
fn what_is_disputed_says_so_beside_the_figure() {
    let area = liangjiang("show luoyun").prints().run();
    assert!(area.lines().any(|line| line.contains("1 May 2012") && line.contains("disputed")), "{area}");
}
