//! `figures`: figures as rows.

use std::ops::Range;

use serde::Serialize;
use serde_json::value::RawValue;

use super::{Answer, Teller};
use crate::{Outcome, atlas::Atlas, cli::FiguresArgs, error::Error, model::Figure, page, query::resolve};

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
    pub fn rows(atlas: &Atlas<'a>, figures: Range<usize>, copy: bool) -> Result<Vec<Self>, Error> {
        if copy {
            return Ok(atlas.figures_json(figures)?.into_iter().map(Self::Json).collect());
        }
        figures.map(|n| Ok(Self::Figure(Box::new(atlas.figure_at(n)?)))).collect()
    }

    /// The figure, where it is decoded.
    pub fn figure(&self) -> Option<&Figure<'a>> {
        match self {
            Self::Json(_) => None,
            Self::Figure(figure) => Some(figure),
        }
    }
}

pub fn run(teller: &Teller, args: &FiguresArgs) -> Result<Outcome, Error> {
    let atlas = &teller.atlas;
    let copy = teller.copies_json();
    let mut missing = Vec::new();
    let mut rows = Vec::new();
    if args.ids.is_empty() && !args.piped {
        rows = FigureRow::rows(atlas, 0..atlas.figure_count()?, copy)?;
    }
    for found in resolve::records(atlas, &args.ids, None) {
        match found {
            Ok((number, _)) => rows.extend(FigureRow::rows(atlas, atlas.shelf(number)?.stretch(), copy)?),
            Err(Error::Data) => return Err(Error::Data),
            Err(error) => missing.push(error),
        }
    }
    let id = |row: &FigureRow| row.figure().map_or_else(String::new, |figure| figure.id.to_string());
    let answer = Answer { rows, single: false, keys: KEYS, id, missing };
    teller.tell(answer, &page::figures)
}
