//! `figures`: figures as rows.

use super::{Answer, Teller};
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
    let answer = Answer { missing, near, ..Answer::list(rows) };
    if args.chart { teller.tell(answer, &page::chart) } else { teller.tell(answer, &page::figures) }
}

/// The sources of some figures, each once, in the order in which the figures name them.
fn cited<'a>(atlas: &Atlas<'a>, figures: &[KeptFigure]) -> Result<Vec<Source<'a>>, Error> {
    let mut sources: Vec<Source> = Vec::new();
    for figure in figures {
        let id = figure.read()?.source;
        if !sources.iter().any(|source| source.id == id) {
            sources.push(atlas.source(&id)?.ok_or(Error::Data)?.read()?);
        }
    }
    Ok(sources)
}
