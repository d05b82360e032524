//! The registries: sources and metrics.

use super::{Page, Words};
use crate::{
    error::Error,
    lang::{self, Label},
    render::{Block, Column, Grid, Tone},
    view::{Supporting, Used},
};

pub fn sources(rows: &[Supporting], words: &Words) -> Result<Page, Error> {
    let label = |label: Label| Column::new(words.label(label));
    let mut grid = Grid::with_header(vec![
        label(Label::Id).tone(Tone::Key),
        label(Label::Publisher).shed(3),
        label(Label::Published).shed(2),
        label(Label::Strength),
        label(Label::Figures).right().shed(1),
        label(Label::Title).shed(4),
    ]);
    for row in rows {
        let source = &row.source;
        grid.row([
            source.id.to_string(),
            source.publisher.to_string(),
            source.published.as_deref().map(|date| lang::date(date, words.lang)).unwrap_or_default(),
            words.term("strength", source.strength.name())?,
            row.figures.len().to_string(),
            source.title.to_string(),
        ]);
    }
    Ok(Page::of(vec![Block::Grid(grid)]))
}

pub fn source(rows: &[Supporting], words: &Words) -> Result<Page, Error> {
    let mut blocks = Vec::new();
    for (n, row) in rows.iter().enumerate() {
        let source = &row.source;
        if n > 0 {
            blocks.push(Block::Blank);
        }
        blocks.push(Block::Title(source.title.to_string()));
        let kind = words.term("source-kind", source.kind.name())?;
        let strength = words.term("strength", source.strength.name())?;
        blocks.push(Block::Faint(format!("{} · {kind} · {strength}", source.id)));
        let mut grid = Grid::plain(vec![Column::new(""), Column::new("")]);
        let date = |date: &str| lang::date(date, words.lang);
        let published =
            source.published.as_deref().map_or_else(|| words.label(Label::Undated).to_owned(), date);
        grid.row([words.label(Label::Publisher).to_owned(), source.publisher.to_string()]);
        grid.row([words.label(Label::Published).to_owned(), published]);
        grid.row([words.label(Label::Accessed).to_owned(), date(&source.accessed)]);
        grid.row([words.label(Label::Language).to_owned(), source.lang.to_string()]);
        if let Some(url) = &source.url {
            grid.row([words.label(Label::Address).to_owned(), url.to_string()]);
        }
        if let Some(note) = &source.note {
            let note = words.lang.pick_or(note, source.note_zh.as_ref()).to_owned();
            grid.row([words.label(Label::Note).to_owned(), note]);
        }
        blocks.push(Block::Blank);
        blocks.push(Block::Grid(grid));
        if !row.figures.is_empty() {
            blocks.push(Block::Heading(words.label(Label::Supports).to_owned()));
            for id in &row.figures {
                let figure = words.atlas.figure(id)?.ok_or(Error::Data)?;
                blocks.push(Block::Item(words.statement(&figure).to_owned()));
            }
        }
    }
    Ok(Page::of(blocks))
}

pub fn metrics(rows: &[Used], words: &Words) -> Result<Page, Error> {
    let label = |label: Label| Column::new(words.label(label));
    let mut grid = Grid::with_header(vec![
        label(Label::Id).tone(Tone::Key),
        label(Label::Name).tone(Tone::Strong),
        label(Label::Theme).shed(3),
        label(Label::Unit).shed(2),
        label(Label::Figures).right().shed(1),
        label(Label::Definition).shed(4),
    ]);
    for row in rows {
        let metric = &row.metric;
        let unit = match &metric.unit {
            Some(unit) => words.term("unit", unit)?,
            None => words.term("metric-type", metric.form.name())?.to_lowercase(),
        };
        grid.row([
            metric.id.to_string(),
            words.lang.pick(&metric.label, &metric.label_zh).to_owned(),
            words.term("theme", &metric.theme)?,
            unit,
            row.figures.to_string(),
            words.lang.pick(&metric.definition, &metric.definition_zh).to_owned(),
        ]);
    }
    Ok(Page::of(vec![Block::Grid(grid)]))
}
