//! `gaps [WORDS...]`: what an investor would ask and no source answers.

use clap::{ArgMatches, Args, FromArgMatches};

use super::{Answer, Contract, Entry, Printer, Row, Shape, with_output};
use crate::{
    error::Error,
    lang::{Label, message, phrase},
    limit,
    model::{Gap, split_words},
    page::{Labels, Page},
    query::resolve::{self, Matching},
    render::Block,
};

pub const GAPS: Entry = Entry {
    name: "gaps",
    about: "What an investor would ask and no source answers",
    examples: &["liangjiang gaps", "liangjiang gaps electricity"],
    options: with_output::<GapsArgs>,
    run,
    contract: Some(Contract { row: "Gap", shape: Shape::List }),
    show: None,
};

#[derive(Args, Debug)]
struct GapsArgs {
    /// Only those about all of these words, in English or Chinese, or about a record (id, name, alias or pinyin)
    #[arg(value_name = "WORDS")]
    words: Vec<String>,
}

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let GapsArgs { words } = GapsArgs::from_arg_matches(matches)?;
    let words = words.join(" ");
    if words.chars().count() > limit::QUERY {
        return Err(message::usage(|lang| [phrase::query_too_long(limit::QUERY, lang)]));
    }
    let (atlas, asked) = (printer.atlas, split_words(&words));
    let named = match resolve::record(&atlas, &words, None, Matching::Exact) {
        Ok(named) => Some(atlas.record_head_at(named.number)?.id),
        Err(_) => None,
    };
    let mut rows = atlas.gaps()?;
    rows.retain(|gap| {
        let of_named = named.as_ref().is_some_and(|named| gap.records.contains(named));
        of_named || asked.iter().all(|word| is_about(gap, word))
    });
    printer.print(Answer::list(rows), &|rows, labels| Ok(page(rows, labels)))
}

impl Row for Gap<'_> {}

/// Whether a folded word begins a word of the gap's topics, text or records.
fn is_about(gap: &Gap, word: &str) -> bool {
    let texts =
        gap.topics.iter().chain(&gap.topics_zh).chain(&gap.records).chain([&gap.id, &gap.text, &gap.text_zh]);
    let begins = |text: &str| {
        split_words(text).iter().any(|own| own.starts_with(word) || (!word.is_ascii() && own.contains(word)))
    };
    texts.into_iter().any(|text| begins(text))
}

fn page(rows: &[Gap], labels: &Labels) -> Page {
    let mut page = Page::default().titled(labels.label(Label::NotKnown));
    for gap in rows {
        let records: Vec<&str> = gap.records.iter().map(|record| &**record).collect();
        page.blocks.push(Block::Item(labels.gap(gap)));
        page.blocks.push(Block::Indented(labels.lang.labelled(&gap.id, &records.join(", "))));
    }
    page.noted(rows.is_empty(), labels.label(Label::NoGaps))
}
