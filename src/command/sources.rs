//! `sources` and `sources show`: where the figures were read, and what each supports.

use std::collections::HashMap;

use clap::{ArgMatches, Args, FromArgMatches};
use serde::Serialize;

use super::{Answer, Contract, Entry, NoArgs, Printer, Row, Shape, with_citations};
use crate::{
    error::{Entity, Error},
    lang::{self, Label},
    limit,
    model::{Source, Text, as_id},
    page::{Labels, Page},
    render::{Block, Cell, Column, Grid, Tone},
    store::{self, Atlas, Section},
};

pub const SOURCES: Entry = Entry {
    name: "sources",
    about: "Where the figures were read",
    examples: &[
        "liangjiang sources --sort -published --fields id,published,title",
        "liangjiang sources --json",
    ],
    options: with_citations::<NoArgs>,
    run: list,
    contract: Some(Contract { row: "Supporting", shape: Shape::List }),
    show: Some(&Entry {
        name: "show",
        about: "Sources by id",
        examples: &[
            "liangjiang sources show liangjiang-about-2017",
            "liangjiang sources show liangjiang-about-2017 --json --fields figures",
        ],
        options: with_citations::<ShowArgs>,
        run: show,
        contract: Some(Contract { row: "Supporting", shape: Shape::AsAsked }),
        show: None,
    }),
};

#[derive(Args, Debug)]
struct ShowArgs {
    /// Id of a source; - reads ids from standard input
    #[arg(value_name = "SOURCE", required = true)]
    ids: Vec<String>,
}

fn list(_: &str, _: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let rows = supporting(printer.atlas, printer.atlas.sources()?)?;
    printer.print(Answer::list(rows), &list_page)
}

fn show(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let ShowArgs { mut ids } = ShowArgs::from_arg_matches(matches)?;
    let piped = printer.read_ids(&mut ids)?;
    let atlas = printer.atlas;
    let mut sources = Vec::new();
    let mut missing = Vec::new();
    for typed in &ids {
        let id = as_id(typed);
        match atlas.source(&id)? {
            Some(_) if sources.iter().any(|shown: &Source| *shown.id == *id) => {}
            Some(source) => sources.push(source.read()?),
            None => missing.push(Error::NotFound {
                what: Entity::Source,
                typed: typed.clone(),
                candidates: if missing.len() < limit::ERRORS { with_prefix(atlas, &id)? } else { Vec::new() },
            }),
        }
    }
    let rows = supporting(atlas, sources)?;
    let single = ids.len() == 1 && !piped;
    printer.print(Answer { single, missing, ..Answer::list(rows) }, &show_page)
}

/// A source with what it supports.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Supporting<'a> {
    /// The source itself.
    #[serde(flatten)]
    pub source: Source<'a>,
    /// Ids of the figures that rest on it.
    pub figures: Vec<Text<'a>>,
    /// Ids of the records that name it.
    pub records: Vec<Text<'a>>,
}

impl Row for Supporting<'_> {
    fn cited(&self) -> Vec<Text<'_>> {
        vec![self.source.id.clone()]
    }
}

fn supporting<'a>(atlas: Atlas<'a>, sources: Vec<Source<'a>>) -> Result<Vec<Supporting<'a>>, Error> {
    let (mut figures, mut records): (HashMap<_, Vec<_>>, HashMap<_, Vec<_>>) = Default::default();
    for number in 0..atlas.count(Section::Figures)? {
        let figure = atlas.figure_at(number)?;
        figures.entry(figure.source).or_default().push(figure.id);
    }
    for number in 0..atlas.count(Section::Records)? {
        let record = atlas.record(number)?;
        for source in record.sources {
            records.entry(source).or_default().push(record.id.clone());
        }
    }
    let mut row = |source: Source<'a>| Supporting {
        figures: figures.remove(&source.id).unwrap_or_default(),
        records: records.remove(&source.id).unwrap_or_default(),
        source,
    };
    Ok(sources.into_iter().map(&mut row).collect())
}

/// The ids of sources that begin like what was typed.
fn with_prefix(atlas: Atlas, typed: &str) -> Result<Vec<String>, Error> {
    let mut ids = Vec::new();
    for number in 0..atlas.count(Section::Sources)? {
        let id = atlas.stored_source(number)?.id();
        ids.extend((!typed.is_empty() && id.starts_with(typed)).then(|| id.to_owned()));
    }
    Ok(ids)
}

fn list_page(rows: &[Supporting], labels: &Labels) -> Result<Page, Error> {
    let label = |label| labels.column(label);
    let mut grid = Grid::new(vec![
        label(Label::Id).tone(Tone::Key),
        label(Label::Publisher).fold_order(3),
        label(Label::Published).fold_order(2),
        label(Label::Strength),
        label(Label::Figures).right().fold_order(1),
        label(Label::Title).fold_order(4),
    ]);
    for row in rows {
        let source = &row.source;
        grid.row([
            labels.with_mark(&source.id, source.origin.as_ref()),
            labels.publisher(source).to_owned(),
            source.published.as_deref().map(|date| lang::date(date, labels.lang)).unwrap_or_default(),
            labels.term("strength", source.strength.name())?,
            row.figures.len().to_string(),
            source.title.to_string(),
        ]);
    }
    Ok(Page::list(vec![Block::Table(grid)]).titled(labels.label(Label::Sources)))
}

fn show_page(rows: &[Supporting], labels: &Labels) -> Result<Page, Error> {
    let mut blocks = Vec::new();
    for Supporting { source, figures, .. } in rows {
        blocks.extend((!blocks.is_empty()).then_some(Block::Blank));
        blocks.push(Block::Title(labels.with_mark(&source.title, source.origin.as_ref())));
        let kind = labels.term("source-kind", source.kind.name())?;
        let strength = labels.term("strength", source.strength.name())?;
        blocks.push(Block::Faint(format!("{} · {kind} · {strength}", source.id)));
        let mut grid = Grid::new(vec![Column::default(); 2]);
        for (label, value) in [
            (Label::Publisher, Some(labels.publisher(source).into())),
            (Label::Published, Some(labels.date_or_undated(source.published.as_deref()).into())),
            (Label::Accessed, Some(lang::date(&source.accessed, labels.lang).into())),
            (Label::Language, Some(Cell::from(&*source.lang))),
            (Label::Address, source.url.as_ref().map(|url| Cell::Link(url.to_string()))),
            (Label::Note, labels.held(source.note.as_ref(), source.note_zh.as_ref()).map(Cell::from)),
        ] {
            if let Some(value) = value {
                grid.row([labels.label(label).into(), value]);
            }
        }
        blocks.extend([Block::Blank, Block::Columns(grid)]);
        if !figures.is_empty() {
            blocks.push(labels.heading(Label::Supports));
        }
        for figure in figures {
            let figure = labels.atlas.figure(figure)?.ok_or(store::Error::Missing)?;
            blocks.push(Block::Item(labels.statement(&figure)));
        }
    }
    let title = if rows.len() > 1 { labels.label(Label::Sources) } else { "" };
    Ok(Page::of(blocks).titled(title))
}
