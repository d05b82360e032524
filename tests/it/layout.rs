//! The layout holds for every answer, in both languages and at every width: nothing wider, no blanks at an
//! end, no word broken that fits.

use std::collections::HashSet;

use liangjiang::{command::paths, model::Kind};
use unicode_width::UnicodeWidthStr;

use crate::harness::{Run, answers, liangjiang};

fn drawn(answer: &str, width: usize, lang: &str) -> Run {
    liangjiang(&format!("{answer} --width {width} --lang {lang}")).prints().may_warn()
}

fn check(page: &str, width: usize, of: &str) {
    for line in page.lines() {
        assert!(line.width() <= width, "{of} at {width}: {} cells: {line}", line.width());
        assert_eq!(line.trim_end(), line, "{of} at {width}: blanks at the end");
    }
    assert!(!page.contains("\n\n\n"), "{of} at {width}: two empty lines");
}

#[test]
fn no_line_is_wider_than_the_width_and_none_ends_in_blanks() {
    for answer in answers() {
        for lang in ["en", "zh"] {
            for width in 40..=200 {
                check(&drawn(&answer, width, lang).run(), width, &answer);
            }
        }
    }
    for path in paths() {
        for (width, lang) in [(100, "en"), (100, "zh"), (60, "zh"), (40, "zh")] {
            let run = liangjiang(&format!("help {} --lang {lang}", path.join(" ")));
            let run = run.env("COLUMNS", width.to_string());
            check(&run.prints().run(), width, &path.concat());
        }
    }
    for width in [1, 2, 65535] {
        drawn("show bailuwan", width, "en").run();
    }
    // What the data itself holds has other lengths: all of it, at three widths.
    let lists = Kind::ALL.map(Kind::plural).into_iter();
    for answer in lists.chain(["overview", "figures --chart", "sources", "metrics", "conflicts", "gaps"]) {
        for (width, lang) in [(40, "zh"), (80, "en"), (133, "zh")] {
            check(&drawn(answer, width, lang).live().run(), width, answer);
        }
    }
}

#[test]
fn no_word_is_broken_unless_it_is_wider_than_the_line() {
    let words = |text: &str| -> HashSet<String> {
        let word = |word: &str| word.trim_matches([',', ':', ';', '(', ')', '-']).to_owned();
        text.split(|c: char| c.is_whitespace() || c as u32 > 0x2000).map(word).collect()
    };
    for answer in answers() {
        for lang in ["en", "zh"] {
            let whole = words(&drawn(&answer, 0, lang).run());
            for width in [40, 57, 80, 120] {
                // What a mark means is told on screens alone.
                let page = drawn(&answer, width, lang).run().replace("[?] rests on a weak source.\n", "");
                for word in words(&page) {
                    // An address longer than the line must break somewhere.
                    let piece = || whole.iter().any(|w| w.len() + 6 > width && w.contains(&word));
                    assert!(whole.contains(&word) || piece(), "{answer} {lang} {width}: {word}");
                }
            }
        }
    }
}

#[test]
fn without_a_width_every_record_is_one_line() {
    for kind in Kind::ALL.map(Kind::plural) {
        let ids = liangjiang(&format!("{kind} -f ids")).live().lines();
        let page = liangjiang(kind).live().lines();
        assert_eq!(page.iter().take_while(|line| !line.is_empty()).count(), ids.len() + 1, "{kind}");
    }
}
