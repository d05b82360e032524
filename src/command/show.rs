//! `show`: records in full, with their figures, disputes, gaps and numbered references.

use serde::Serialize;

use super::{Answer, Teller};
use crate::{
    Outcome,
    atlas::Atlas,
    cli::ShowArgs,
    command::figures::FigureRow,
    error::Error,
    model::{Dispute, Gap, Kind, Record, Source},
    page,
    query::resolve,
};

/// A record in full.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Shown<'a> {
    /// Its number in the atlas.
    #[serde(skip)]
    pub number: usize,
    /// The record itself.
    #[serde(flatten)]
    pub record: Record<'a>,
    /// Its figures, by metric, scope, part, status and date.
    #[cfg_attr(test, schemars(with = "Vec<crate::model::Figure>"))]
    pub figures: Vec<FigureRow<'a>>,
    /// Where sources disagree on one of its figures.
    pub disputes: Vec<Dispute<'a>>,
    /// What is not known of it.
    pub gaps: Vec<Gap<'a>>,
    /// Its sources, numbered as on the screen.
    pub references: Vec<Reference<'a>>,
}

/// A source with the number by which a page calls it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reference<'a> {
    /// The number, from 1.
    pub number: usize,
    /// The source.
    #[serde(flatten)]
    pub source: Source<'a>,
}

/// The keys of a shown record.
pub const KEYS: &[&str] = &[
    "kind",
    "id",
    "name",
    "name_zh",
    "pinyin",
    "aliases",
    "category",
    "status",
    "status_as_of",
    "parent",
    "country",
    "groups",
    "summary",
    "summary_zh",
    "links",
    "sources",
    "figures",
    "disputes",
    "gaps",
    "references",
];

pub fn run(teller: &Teller, kind: Option<Kind>, args: &ShowArgs) -> Result<Outcome, Error> {
    let mut rows = Vec::new();
    let mut missing = Vec::new();
    for found in resolve::records(&teller.atlas, &args.ids, kind) {
        match found {
            Ok((number, record)) => rows.push(shown(&teller.atlas, number, record, teller.copies_json())?),
            Err(Error::Data) => return Err(Error::Data),
            Err(error) => missing.push(error),
        }
    }
    let answer = Answer {
        rows,
        single: args.ids.len() == 1 && !args.piped,
        keys: KEYS,
        id: |shown: &Shown| shown.record.id.to_string(),
        missing,
    };
    teller.tell(answer, &page::records)
}

/// A record with all that stands on its shelf.
fn shown<'a>(atlas: &Atlas<'a>, number: usize, record: Record<'a>, copy: bool) -> Result<Shown<'a>, Error> {
    let shelf = atlas.shelf(number)?;
    let figures = FigureRow::rows(atlas, shelf.stretch(), copy)?;
    let disputes = shelf.disputes.iter().map(|n| atlas.dispute(*n as usize)).collect::<Result<_, _>>()?;
    let gaps = shelf.gaps.iter().map(|n| atlas.gap(*n as usize)).collect::<Result<_, _>>()?;
    let reference = |(n, source): (usize, &u32)| {
        Ok(Reference { number: n + 1, source: atlas.source_at(*source as usize)? })
    };
    let references = shelf.references.iter().enumerate().map(reference).collect::<Result<_, Error>>()?;
    Ok(Shown { number, record, figures, disputes, gaps, references })
}
