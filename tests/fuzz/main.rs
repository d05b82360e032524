//! Made-up input for what reads input: data files, searches, command lines, completions. Each target first
//! replays its corpus, then mutations of it and of the fixture, from a seed, so that a run can be repeated.
//!
//! `cargo test --test fuzz` is the short run. `LIANGJIANG_FUZZ_SECONDS=900 LIANGJIANG_FUZZ_SEED=7 cargo test
//! --test fuzz reading -- --nocapture` is a longer one of one target. Input that fails is printed with its
//! escapes: mend the fault, and add the input to `corpus/<target>.txt`, a line each, so that it is replayed.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    missing_docs,
    reason = "a test that cannot go on stops"
)]

use std::{
    ffi::OsString,
    fs,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::Path,
    time::{Duration, Instant},
};

use liangjiang::{RunResult, load, model::is_invisible, store, style::Environment};

#[path = "../../src/fixture.rs"]
mod fixture;

/// Numbers that look random and are the same for the same seed (`SplitMix64`).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % end.max(1) as u64).unwrap()
    }

    fn of<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        &items[self.below(items.len())]
    }
}

/// Pieces that mean something to one of the readers, or are hard for most, a line each as in a corpus.
const PIECES: &str = include_str!("pieces.txt");

/// A text with some of its parts cut, doubled, changed, or taken from another.
fn mutate(text: &str, others: &[String], pieces: &[String], random: &mut Random) -> String {
    let mut text: Vec<char> = text.chars().collect();
    for _ in 0..=random.below(4) {
        let from = random.below(text.len() + 1);
        let to = (from + random.below(12)).min(text.len());
        let part: Vec<char> = match random.below(7) {
            0 => Vec::new(),
            1 => text[from..to].repeat(2),
            2 => text[from..to].iter().rev().copied().collect(),
            3 => vec![char::from_u32(u32::try_from(random.below(0x11_0000)).unwrap()).unwrap_or('\u{fffd}')],
            4 => text[from..to].repeat(1 + random.below(60)),
            5 => {
                let other: Vec<char> = random.of(others).chars().collect();
                let at = random.below(other.len() + 1);
                other[at..(at + random.below(40)).min(other.len())].to_vec()
            }
            _ => random.of(pieces).chars().collect(),
        };
        text.splice(from..to, part);
    }
    text.into_iter().collect()
}

/// Tries the corpus of a target, `more` beginnings, and mutations of both. Without a time that is a number of
/// them.
fn fuzz(target: &str, more: Vec<String>, rounds: usize, attempt: impl Fn(&str, &mut Random)) {
    let variable = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let time = variable("LIANGJIANG_FUZZ_SECONDS").map(Duration::from_secs);
    let seed = variable("LIANGJIANG_FUZZ_SEED").unwrap_or(1);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fuzz/corpus/{target}.txt"));
    let corpus = fs::read_to_string(path).unwrap();
    // A corpus holds any text, a line each: a new line in it is `\n`, any other character may be `\u{..}`.
    let mut inputs: Vec<String> = corpus.lines().map(unescape).collect();
    inputs.extend(more);
    let pieces: Vec<String> = PIECES.lines().map(unescape).collect();
    let (mut random, start, mut tried) = (Random(seed), Instant::now(), 0);
    let mut next = |text: &str, random: &mut Random| {
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| attempt(text, random))) {
            println!("{target}, seed {seed}, try {tried}: {}", text.escape_debug());
            resume_unwind(panic);
        }
        tried += 1;
    };
    for text in &inputs {
        next(text, &mut random);
    }
    let mut round = 0;
    while time.map_or(round < rounds, |time| start.elapsed() < time) {
        let text = mutate(random.of::<String>(&inputs), &inputs, &pieces, &mut random);
        next(&text, &mut random);
        round += 1;
    }
    println!("{target}: {tried} inputs, seed {seed}");
}

fn unescape(line: &str) -> String {
    serde_json::from_str(&format!("\"{}\"", line.replace('"', "\\\""))).unwrap_or_else(|_| line.to_owned())
}

/// Runs words on the fixture, and checks what holds of every answer.
fn answer(words: &[String], complete: Option<&str>) -> (RunResult, String) {
    let environment = Environment {
        variable: &|name| complete.filter(|_| name == "COMPLETE").map(OsString::from),
        stdin: &|_| Ok(b"bailuwan\nnope\n".to_vec()),
        ..Environment::default()
    };
    let args: Vec<OsString> =
        std::iter::once("liangjiang").chain(words.iter().map(String::as_str)).map(Into::into).collect();
    let mut out = Vec::new();
    let result = liangjiang::run(&args, &environment, &fixture::atlas(), &mut out);
    let out = String::from_utf8(out).unwrap();
    assert!(result.status <= 3, "status {}", result.status);
    assert!(result.stderr.chars().all(|c| c == '\n' || !is_invisible(c)), "{:?}", result.stderr);
    assert!(result.stderr.len() <= 8_192, "{} bytes of errors", result.stderr.len());
    assert!(result.status != 2 || out.is_empty(), "an answer beside a usage error");
    (result, out)
}

#[test]
fn reading_and_rules() {
    let files = load::files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture")).unwrap();
    let bytes_of = |file: &load::DataFile| file.content.clone().unwrap();
    let texts = files.iter().map(|file| String::from_utf8(bytes_of(file)).unwrap()).collect();
    fuzz("reading", texts, 500, |text, random| {
        let mut files = files.clone();
        // In the place of the file that it was made of, mostly.
        let alike = |bytes: &[u8]| bytes.iter().zip(text.bytes()).take_while(|(a, b)| **a == *b).count();
        let own = (0..files.len()).max_by_key(|n| alike(&bytes_of(&files[*n]))).unwrap();
        let place = if random.below(4) == 0 { random.below(files.len()) } else { own };
        files[place].content = Ok(text.as_bytes().to_vec());
        let (dataset, faults) = load::read(&files);
        for fault in &faults {
            let text = files.iter().find(|file| file.shown == fault.path).map_or_else(Vec::new, bytes_of);
            let lines = text.split(|byte| *byte == b'\n').count();
            assert!((1..=lines).contains(&fault.line) && fault.column > 0, "{fault}");
            assert!(!fault.message.chars().any(is_invisible), "{fault}");
            assert!(faults.iter().filter(|other| other.path == fault.path).count() <= 100, "{fault}");
        }
        if faults.is_empty() {
            let compiled = store::compile(dataset).unwrap();
            let atlas = store::Atlas::new(&compiled.tables, &compiled.json);
            for words in
                [&["liangjiang", "figures", "--json"][..], &["liangjiang", "search", "port"], &["liangjiang"]]
            {
                let args: Vec<OsString> = words.iter().map(Into::into).collect();
                let result = liangjiang::run(&args, &Environment::default(), &atlas, &mut Vec::new());
                assert!(result.status <= 1, "{words:?}: {}", result.stderr);
            }
        }
    });
}

#[test]
fn searches() {
    fuzz("search", Vec::new(), 2_000, |text, _| {
        let words = ["search".to_owned(), "--".to_owned(), text.to_owned()];
        let (result, out) = answer(&words, None);
        assert_eq!(answer(&words, None).1, out, "the same question twice");
        let rows = answer(&[&words[..1], &["--json".to_owned()], &words[1..]].concat(), None);
        assert_eq!(rows.0.status, result.status);
        assert!(
            rows.0.status == 2 || serde_json::from_str::<serde_json::Value>(&rows.1).is_ok(),
            "{}",
            rows.1
        );
    });
}

/// A text as words: those of a line, a blank within one written `\ `.
fn words(text: &str) -> Vec<String> {
    text.replace("\\ ", "\u{1}").split(' ').map(|word| word.replace('\u{1}', " ")).collect()
}

#[test]
fn command_lines() {
    fuzz("command", Vec::new(), 2_000, |text, _| {
        let words = words(text);
        // `export` writes.
        if !words.iter().any(|word| word == "export") {
            answer(&words, None);
        }
    });
}

#[test]
fn completions() {
    fuzz("command", Vec::new(), 2_000, |text, random| {
        let words = [vec!["--".to_owned(), "liangjiang".to_owned()], words(text)].concat();
        let shell = *random.of(&["bash", "zsh", "fish", "powershell", "elvish"]);
        let (result, out) = answer(&words, Some(shell));
        assert_eq!(result.status, 0);
        for line in out.lines().filter(|line| !matches!(*line, "/directories" | "/parts")) {
            let (word, help) = line.split_once('\t').unwrap_or((line, ""));
            assert!(!word.is_empty() && !help.chars().any(is_invisible), "{line:?}");
        }
    });
}
