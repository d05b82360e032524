//! Several records as one page to hand over: who governs and the scopes, a comparison where they are of one
//! kind, the records, what is disputed, what is not known, and one list of sources. It is what `show` is in
//! HTML.

use std::collections::BTreeMap;

use super::{
    compare, overview,
    show::{self, Shown},
};
use crate::{
    error::Error,
    lang::{Label, phrase},
    page::{Citations, Labels, Page},
    render::Block,
};

/// How many names a title gives.
const NAMES: usize = 4;

pub fn page<'a>(rows: &[Shown<'a>], all: bool, labels: &Labels<'a>) -> Result<Page, Error> {
    let mut citations = Citations::default();
    let title = |label: Label| Block::Title(labels.label(label).to_owned());
    let mut blocks = vec![title(Label::Governs)];
    blocks.extend(overview::ground(&overview::overview(labels.atlas)?, &mut citations, labels)?);
    if rows.iter().all(|row| row.record.kind == rows[0].record.kind) {
        let compared = rows.iter().map(|row| compare::compared(labels.atlas, row.record.clone()));
        blocks.push(title(Label::Comparison));
        blocks.extend(compare::blocks(&compared.collect::<Result<Vec<_>, Error>>()?, labels)?);
    }
    for row in rows {
        blocks.extend(show::draw(row, all, Some(&mut citations), labels)?);
    }
    // What several records share stands once.
    let disputes: BTreeMap<&str, _> =
        rows.iter().flat_map(|row| &row.disputes).map(|dispute| (dispute.id(), dispute)).collect();
    blocks.extend((!disputes.is_empty()).then(|| title(Label::Disagree)));
    for dispute in disputes.values() {
        blocks.push(Block::Item(show::dispute_text(&dispute.read()?, labels)));
    }
    let gaps: BTreeMap<&str, _> = rows.iter().flat_map(|row| &row.gaps).map(|gap| (gap.id(), gap)).collect();
    blocks.extend((!gaps.is_empty()).then(|| title(Label::NotKnown)));
    for gap in gaps.values() {
        blocks.push(Block::Item(labels.gap(&gap.read()?)));
    }
    let names = names(rows.iter().map(|row| &*row.record.id), labels)?;
    let page = Page::of(blocks).titled(phrase::briefing(names, labels.lang));
    let mut page = page.with_marks_explained(labels);
    page.blocks.push(title(Label::Sources));
    page.blocks.extend(citations.list(labels)?.into_iter().skip(1));
    Ok(page)
}

/// The names of records in a title; many are shortened to the first few.
pub fn names<'i>(ids: impl ExactSizeIterator<Item = &'i str>, labels: &Labels) -> Result<String, Error> {
    let count = ids.len();
    let text = labels.list(ids.take(NAMES).map(|id| labels.name_of(id)))?;
    Ok(if count > NAMES { phrase::first_of(count, text, labels.lang) } else { text })
}
