//! `gaps [WORDS...]`: what an investor would ask and no source answers.

use super::{Answer, Teller};
use crate::{
    Outcome,
    cli::GapsArgs,
    error::Error,
    model::{Gap, words},
    page,
};

pub fn run(teller: &Teller, args: &GapsArgs) -> Result<Outcome, Error> {
    let asked = words(&args.words.join(" "));
    let mut rows = teller.atlas.gaps()?;
    rows.retain(|gap| asked.iter().all(|word| is_about(gap, word)));
    let answer = Answer::list(rows);
    teller.tell(answer, &|gaps, words| Ok(page::gaps(gaps, words)))
}

/// Whether a folded word begins a word of the gap's topics, text or records.
fn is_about(gap: &Gap, word: &str) -> bool {
    let texts =
        gap.topics.iter().chain(&gap.topics_zh).chain(&gap.records).chain([&gap.id, &gap.text, &gap.text_zh]);
    let begins = |text: &str| {
        words(text).iter().any(|own| own.starts_with(word) || (!word.is_ascii() && own.contains(word)))
    };
    texts.into_iter().any(|text| begins(text))
}
