//! `show`: records in full, with their figures, disputes, gaps and numbered references.

use serde::Serialize;

use super::{Answer, Row, Teller};
use crate::{
    Outcome,
    atlas::Atlas,
    cli::ShowArgs,
    error::Error,
    model::{Dispute, Gap, KeptFigure, Kind, Record, Source},
    page,
    query::resolve::{self, Resolved},
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
    pub figures: Vec<KeptFigure<'a>>,
    /// What stands beside the figures.
    #[serde(flatten)]
    pub beside: Beside<'a>,
}

/// What stands beside the figures of a record.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Beside<'a> {
    /// Where sources disagree on one of its figures.
    pub disputes: Vec<Dispute<'a>>,
    /// What is not known of it.
    pub gaps: Vec<Gap<'a>>,
    /// Its sources, numbered as on the screen.
    pub references: Vec<Reference<'a>>,
}

impl Row for Shown<'_> {
    /// The same object as serde makes, with the figures copied between the keys before and behind them.
    fn write_json(&self, json: &mut Vec<u8>) -> serde_json::Result<()> {
        serde_json::to_writer(&mut *json, &self.record)?;
        json.pop();
        json.extend_from_slice(b",\"figures\":[");
        for (n, figure) in self.figures.iter().enumerate() {
            if n > 0 {
                json.push(b',');
            }
            figure.write_json(json)?;
        }
        json.extend_from_slice(b"],");
        let start = json.len();
        serde_json::to_writer(&mut *json, &self.beside)?;
        json.remove(start);
        Ok(())
    }
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
    let Resolved { records, near, missing } = resolve::records(&teller.atlas, &args.ids, kind)?;
    let rows = records.into_iter().map(|(number, record)| shown(&teller.atlas, number, record));
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    if teller.cites() {
        let mut sources: Vec<Source> = Vec::new();
        for reference in rows.into_iter().flat_map(|shown| shown.beside.references) {
            if !sources.iter().any(|source| source.id == reference.source.id) {
                sources.push(reference.source);
            }
        }
        return teller.cite(&sources, &missing);
    }
    let id = |shown: &Shown| shown.record.id.to_string();
    let single = args.ids.len() == 1 && !args.piped;
    let answer = Answer { single, missing, near, ..Answer::list(rows, KEYS, id) };
    teller.tell(answer, &page::records)
}

/// A record with all that stands on its shelf.
fn shown<'a>(atlas: &Atlas<'a>, number: usize, record: Record<'a>) -> Result<Shown<'a>, Error> {
    let shelf = atlas.shelf(number)?;
    let figures = shelf.stretch().map(|n| atlas.kept(n)).collect::<Result<_, _>>()?;
    let disputes = shelf.disputes.iter().map(|n| atlas.dispute(*n as usize)).collect::<Result<_, _>>()?;
    let gaps = shelf.gaps.iter().map(|n| atlas.gap(*n as usize)).collect::<Result<_, _>>()?;
    let reference = |(n, source): (usize, &u32)| {
        Ok(Reference { number: n + 1, source: atlas.source_at(*source as usize)? })
    };
    let references = shelf.references.iter().enumerate().map(reference).collect::<Result<_, Error>>()?;
    Ok(Shown { number, record, figures, beside: Beside { disputes, gaps, references } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copied_json_is_the_json_that_serde_makes() {
        let atlas = Atlas::bundled();
        for number in 0..atlas.record_count().unwrap() {
            let row = shown(&atlas, number, atlas.record(number).unwrap()).unwrap();
            let mut copied = Vec::new();
            row.write_json(&mut copied).unwrap();
            assert_eq!(String::from_utf8(copied).unwrap(), serde_json::to_string(&row).unwrap());
        }
    }
}
