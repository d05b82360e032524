//! Figures as rows.

use super::{
    Page, Words,
    words::{doubt, is_said},
};
use crate::{
    error::Error,
    lang::Label,
    model::KeptFigure,
    render::{Block, Column, Grid, Tone},
};

pub fn figures(rows: &[KeptFigure], words: &Words) -> Result<Page, Error> {
    let label = |label: Label| Column::new(words.label(label));
    let mut grid = Grid::with_header(vec![
        label(Label::Subject).tone(Tone::Key),
        label(Label::Metric),
        label(Label::Value).tone(Tone::Strong),
        label(Label::When),
        label(Label::Scope).shed(1),
        label(Label::Source).tone(Tone::Faint).shed(2),
    ]);
    for row in rows {
        let figure = &row.read()?;
        let value = if is_said(figure) { words.statement(figure).to_owned() } else { words.value(figure)? };
        grid.row([
            figure.subject.to_string(),
            words.metric(figure).to_owned(),
            format!("{value}{}", doubt(figure.strength)),
            words.when(figure),
            words.circumstances(figure)?.join(words.lang.comma()),
            figure.source.to_string(),
        ]);
    }
    let mut page = Page::of(vec![Block::Grid(grid)]);
    if rows.is_empty() {
        page.notes.push(words.lang.pick("no figures", "没有数据").to_owned());
    }
    Ok(page.with_doubt_explained(words))
}
