//! `sources` and `sources show`: where the figures were read, and what each supports.

use std::collections::HashMap;

use clap::{ArgMatches, Args, FromArgMatches};
use serde::Serialize;

use super::{Answer, Contract, Entry, NoArgs, Printer, Row, Shape, with_citations};
use crate::{
    error::{Entity, Error},
    lang::{self, Label},
    limit,
    model::{Figure, Source, Text, as_id},
    page::{Labels, Page},
    render::{Block, Cell, Column, Grid, Tone},
    store::{Atlas, Stored},
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
    contract: Some(Contract { row: Supporting::SCHEMA, shape: Shape::List }),
    show: Some(&Entry {
        name: "show",
        about: "Sources by id",
        examples: &[
            "liangjiang sources show liangjiang-about-2017",
            "liangjiang sources show liangjiang-about-2017 --json --fields figures",
        ],
        options: with_citations::<ShowArgs>,
        run: show,
        contract: Some(Contract { row: Supporting::SCHEMA, shape: Shape::AsAsked }),
        show: None,
    }),
};

/// Arguments of `sources show`.
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
            Some(source) => {
                let source = source.read()?;
                if !sources.iter().any(|shown: &Source| shown.id == source.id) {
                    sources.push(source);
                }
            }
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
    /// These figures.
    #[serde(skip)]
    pub supported: Vec<Stored<'a, Figure<'a>>>,
}

impl Row for Supporting<'_> {
    const SCHEMA: &'static str = "Supporting";

    fn id(&self) -> String {
        self.source.id.to_string()
    }

    fn cited(&self) -> Option<Vec<Text<'_>>> {
        Some(vec![self.source.id.clone()])
    }
}

fn supporting<'a>(atlas: Atlas<'a>, sources: Vec<Source<'a>>) -> Result<Vec<Supporting<'a>>, Error> {
    let new = |source| Supporting { source, figures: Vec::new(), records: Vec::new(), supported: Vec::new() };
    let mut rows: Vec<Supporting> = sources.into_iter().map(new).collect();
    let row_of: HashMap<String, usize> =
        rows.iter().enumerate().map(|(n, row)| (row.source.id.to_string(), n)).collect();
    for number in 0..atlas.figure_count()? {
        let stored = atlas.stored_figure(number)?;
        let figure = stored.read()?;
        if let Some(n) = row_of.get(&*figure.source) {
            rows[*n].figures.push(figure.id);
            rows[*n].supported.push(stored);
        }
    }
    for number in 0..atlas.record_count()? {
        let record = atlas.record(number)?;
        for source in &record.sources {
            if let Some(n) = row_of.get(&**source) {
                rows[*n].records.push(record.id.clone());
            }
        }
    }
    Ok(rows)
}

/// The ids of sources that begin like what was typed.
fn with_prefix(atlas: Atlas, typed: &str) -> Result<Vec<String>, Error> {
    let mut ids = Vec::new();
    for number in 0..atlas.source_count()? {
        let id = atlas.stored_source(number)?.id();
        ids.extend((!typed.is_empty() && id.starts_with(typed)).then(|| id.to_owned()));
    }
    Ok(ids)
}

fn list_page(rows: &[Supporting], labels: &Labels) -> Result<Page, Error> {
    let label = |label| labels.column(label);
    let mut grid = Grid::new(vec![
        label(Label::Id).tone(Tone::Key),
        label(Label::Publisher).drop_order(3),
        label(Label::Published).drop_order(2),
        label(Label::Strength),
        label(Label::Figures).right().drop_order(1),
        label(Label::Title).drop_order(4),
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
    for Supporting { source, supported, .. } in rows {
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
        if !supported.is_empty() {
            blocks.push(labels.heading(Label::Supports));
        }
        for figure in supported {
            blocks.push(Block::Item(labels.statement(&figure.read()?)));
        }
    }
    let title = if rows.len() > 1 { labels.label(Label::Sources) } else { "" };
    Ok(Page::of(blocks).titled(title))
}
