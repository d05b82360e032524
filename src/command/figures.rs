//! `figures`: figures as rows.

use serde::Serialize;
use serde_json::value::RawValue;

use super::{Answer, Teller};
use crate::{
    Outcome,
    atlas::Atlas,
    cli::FiguresArgs,
    error::Error,
    model::{Figure, Source, Text},
    page,
    query::{self, resolve},
};

/// The keys of a figure.
pub const KEYS: &[&str] = &[
    "id",
    "subject",
    "metric",
    "label",
    "label_zh",
    "value",
    "value_zh",
    "qualifier",
    "unit",
    "period",
    "as_of",
    "scope",
    "part",
    "status",
    "of",
    "source",
    "strength",
    "statement",
    "statement_zh",
    "note",
    "note_zh",
];

/// A figure as a row: its JSON as made at build time, where that is all that is asked for.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum FigureRow<'a> {
    /// Copied.
    Json(&'a RawValue),
    /// Decoded.
    Figure(Box<Figure<'a>>),
}

impl<'a> FigureRow<'a> {
    /// Some figures as rows, copied or decoded.
    pub fn rows(
        atlas: &Atlas<'a>,
        figures: impl IntoIterator<Item = usize>,
        copy: bool,
    ) -> Result<Vec<Self>, Error> {
        if copy {
            return Ok(atlas.figures_json(figures)?.into_iter().map(Self::Json).collect());
        }
        figures.into_iter().map(|n| Ok(Self::Figure(Box::new(atlas.figure_at(n)?)))).collect()
    }

    /// The figure, where it is decoded.
    #[must_use]
    pub fn figure(&self) -> Option<&Figure<'a>> {
        match self {
            Self::Json(_) => None,
            Self::Figure(figure) => Some(figure),
        }
    }
}

pub fn run(teller: &Teller, args: &FiguresArgs) -> Result<Outcome, Error> {
    let atlas = &teller.atlas;
    let mut missing = Vec::new();
    let mut records = Vec::new();
    for found in resolve::records(atlas, &args.ids, None) {
        match found {
            Ok((number, _)) => records.push(number),
            Err(Error::Data) => return Err(Error::Data),
            Err(error) => missing.push(error),
        }
    }
    let asked = (!args.ids.is_empty()).then_some(&records[..]);
    let numbers = query::figures::figures(atlas, asked, &args.filter)?;
    let rows = FigureRow::rows(atlas, numbers, teller.copies_json())?;
    if teller.cites() {
        let sources = rows.iter().filter_map(FigureRow::figure).map(|figure| &figure.source);
        return teller.cite(&cited(atlas, sources)?, &missing);
    }
    let id = |row: &FigureRow| row.figure().map_or_else(String::new, |figure| figure.id.to_string());
    let answer = Answer { rows, single: false, keys: KEYS, id, missing };
    if args.chart {
        return teller.tell(&answer, &page::chart);
    }
    teller.tell(&answer, &page::figures)
}

/// The sources of an answer, each once, in the order in which the answer names them.
fn cited<'a, 's>(atlas: &Atlas<'a>, ids: impl Iterator<Item = &'s Text<'a>>) -> Result<Vec<Source<'a>>, Error>
where
    'a: 's,
{
    let mut sources: Vec<Source> = Vec::new();
    for id in ids {
        if !sources.iter().any(|source| source.id == *id) {
            sources.push(atlas.source(id)?.ok_or(Error::Data)?);
        }
    }
    Ok(sources)
}
