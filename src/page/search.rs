//! Hits of a search, with the answer itself where a figure or a gap is one.

use super::{
    Page, Words,
    words::{doubt, is_said},
};
use crate::{
    error::Error,
    lang::{Label, message},
    model::Record,
    render::{Block, Column, Grid, Tone},
    view::Found,
};

pub fn search(rows: &[Found], query: &str, marks: &[String], words: &Words) -> Result<Page, Error> {
    let label = |label: Label| Column::new(words.label(label));
    let mut grid = Grid::with_header(vec![
        label(Label::Kind).shed(1),
        label(Label::Id).tone(Tone::Key).marked(),
        label(Label::Name).tone(Tone::Strong).marked(),
        label(Label::Answer),
        label(Label::Matched).tone(Tone::Faint).shed(2),
    ]);
    grid.marks = marks.to_vec();
    for row in rows {
        let name = match &row.name_zh {
            Some(zh) => words.lang.pick(&row.name, zh),
            None => &row.name,
        };
        let matched = [words.field(row.matched.field), words.tier(row.matched.tier)];
        grid.row([
            words.sort(row.kind).to_owned(),
            row.id.to_string(),
            name.to_owned(),
            answer(row, words)?,
            matched.join(words.lang.comma()),
        ]);
    }
    let mut page = Page::of(vec![Block::Grid(grid)]);
    if rows.is_empty() {
        page.notes.push(message::nothing_found(query, words.lang));
    }
    Ok(page.with_doubt_explained(words))
}

/// The value of a figure, the text of a gap, what a record is.
fn answer(row: &Found, words: &Words) -> Result<String, Error> {
    if let Some(kept) = &row.figure {
        let figure = &kept.read()?;
        if is_said(figure) {
            return Ok(format!("{}{}", words.statement(figure), doubt(figure.strength)));
        }
        let mut beside = vec![words.when(figure)];
        beside.extend(words.circumstances(figure)?);
        let beside = words.lang.bracket(&beside.join(words.lang.comma()));
        return Ok(format!("{}{beside}{}", words.value(figure)?, doubt(figure.strength)));
    }
    if let Some(gap) = &row.gap {
        return Ok(words.lang.pick(&gap.text, &gap.text_zh).to_owned());
    }
    row.record.as_ref().map_or_else(|| Ok(String::new()), |record| facts(record, words))
}

fn facts(record: &Record, words: &Words) -> Result<String, Error> {
    let category = words.term("category", &record.category)?;
    let status = words.status(record)?;
    Ok(if status.is_empty() { category } else { format!("{category}{}{status}", words.lang.comma()) })
}
