//! `figures`: figures as rows.

use super::{Answer, Row, Teller};
use crate::{
    Outcome,
    atlas::Atlas,
    cli::FiguresArgs,
    error::Error,
    model::{KeptFigure, Source},
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

impl Row for KeptFigure<'_> {
    fn write_json(&self, json: &mut Vec<u8>) -> serde_json::Result<()> {
        json.extend_from_slice(self.json.as_bytes());
        Ok(())
    }
}

pub fn run(teller: &Teller, args: &FiguresArgs) -> Result<Outcome, Error> {
    let atlas = &teller.atlas;
    let Resolved { records, mut near, missing } = resolve::records(atlas, &args.ids, None)?;
    let records: Vec<usize> = records.into_iter().map(|(number, _)| number).collect();
    let asked = (!args.ids.is_empty() || args.piped).then_some(&records[..]);
    let (numbers, near_metrics) = query::figures::figures(atlas, asked, &args.filter)?;
    near.extend(near_metrics);
    let rows = numbers.into_iter().map(|number| atlas.kept(number)).collect::<Result<Vec<_>, _>>()?;
    if teller.cites() {
        return teller.cite(&cited(atlas, &rows)?, &missing);
    }
    let id = |row: &KeptFigure| row.read().map_or_else(|_| String::new(), |figure| figure.id.to_string());
    let answer = Answer { missing, near, ..Answer::list(rows, KEYS, id) };
    if args.chart { teller.tell(answer, &page::chart) } else { teller.tell(answer, &page::figures) }
}

/// The sources of some figures, each once, in the order in which the figures name them.
fn cited<'a>(atlas: &Atlas<'a>, figures: &[KeptFigure]) -> Result<Vec<Source<'a>>, Error> {
    let mut sources: Vec<Source> = Vec::new();
    for figure in figures {
        let id = figure.read()?.source;
        if !sources.iter().any(|source| source.id == id) {
            sources.push(atlas.source(&id)?.ok_or(Error::Data)?);
        }
    }
    Ok(sources)
}
