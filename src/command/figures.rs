//! `figures`: figures as rows.

use serde::{Serialize, Serializer, ser::Error as _};
use serde_json::value::RawValue;

use super::{Answer, Row, Teller};
use crate::{
    Outcome,
    atlas::Atlas,
    cli::FiguresArgs,
    error::Error,
    model::{Figure, Source, Text},
    page,
    query::{
        self,
        resolve::{self, Resolved},
    },
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
#[derive(Debug)]
pub enum FigureRow<'a> {
    /// Copied.
    Json(&'a str),
    /// Decoded.
    Figure(Box<Figure<'a>>),
}

impl Serialize for FigureRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Json(json) => {
                serde_json::from_str::<&RawValue>(json).map_err(S::Error::custom)?.serialize(serializer)
            }
            Self::Figure(figure) => figure.serialize(serializer),
        }
    }
}

impl Row for FigureRow<'_> {
    fn write_json(&self, json: &mut Vec<u8>) -> serde_json::Result<()> {
        match self {
            Self::Json(made) => {
                json.extend_from_slice(made.as_bytes());
                Ok(())
            }
            Self::Figure(figure) => serde_json::to_writer(json, figure),
        }
    }
}

impl<'a> FigureRow<'a> {
    /// Some figures as rows, copied or decoded.
    pub fn rows(
        atlas: &Atlas<'a>,
        figures: impl IntoIterator<Item = usize>,
        copy: bool,
    ) -> Result<Vec<Self>, Error> {
        let row = |n| {
            Ok(if copy {
                Self::Json(atlas.figure_json(n)?)
            } else {
                Self::Figure(Box::new(atlas.figure_at(n)?))
            })
        };
        figures.into_iter().map(row).collect()
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
    let Resolved { records, mut near, missing } = resolve::records(atlas, &args.ids, None)?;
    let records: Vec<usize> = records.into_iter().map(|(number, _)| number).collect();
    let asked = (!args.ids.is_empty() || args.piped).then_some(&records[..]);
    let (numbers, near_metrics) = query::figures::figures(atlas, asked, &args.filter)?;
    near.extend(near_metrics);
    let rows = FigureRow::rows(atlas, numbers, teller.copies_json())?;
    if teller.cites() {
        let sources = rows.iter().filter_map(FigureRow::figure).map(|figure| &figure.source);
        return teller.cite(&cited(atlas, sources)?, &missing);
    }
    let id = |row: &FigureRow| row.figure().map_or_else(String::new, |figure| figure.id.to_string());
    let answer = Answer { missing, near, ..Answer::list(rows, KEYS, id) };
    if args.chart { teller.tell(answer, &page::chart) } else { teller.tell(answer, &page::figures) }
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
