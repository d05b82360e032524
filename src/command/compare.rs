//! `compare`: records of one kind side by side, their facts and the latest figure of each metric.

use super::{Answer, Teller};
use crate::{
    Outcome,
    cli::{CompareArgs, FigureFilter},
    error::{Error, Usage},
    page,
    query::{
        self,
        resolve::{self, Resolved},
    },
    view::Compared,
};

pub fn run(teller: &Teller, args: &CompareArgs) -> Result<Outcome, Error> {
    let atlas = &teller.atlas;
    let Resolved { records: found, near, missing } = resolve::records(atlas, &args.ids, None)?;
    // One column compares nothing: what was not found is then the answer.
    if found.len() < 2 {
        return Err(missing.into_iter().next().unwrap_or_else(|| Usage::TooFew.into()));
    }
    if found.iter().any(|(_, record)| record.kind != found[0].1.kind) {
        let kinds = found.iter().map(|(_, record)| (record.id.to_string(), record.kind)).collect();
        return Err(Usage::NotComparable(kinds).into());
    }
    let latest = FigureFilter { latest: true, ..FigureFilter::default() };
    let mut rows = Vec::new();
    for (number, record) in found {
        let (numbers, _) = query::figures::figures(atlas, Some(&[number]), &latest)?;
        let figures = numbers.into_iter().map(|n| atlas.figure_at(n)).collect::<Result<_, _>>()?;
        let references = atlas.shelf(number)?.references;
        let sources = references.iter().map(|n| Ok(atlas.source_at(*n as usize)?.id()?));
        rows.push(Compared {
            id: record.id,
            kind: record.kind,
            name: record.name,
            name_zh: record.name_zh,
            category: record.category,
            status: record.status,
            parent: record.parent,
            industries: record.links.industries,
            ports: record.links.ports,
            enterprises: record.links.enterprises,
            sources: sources.collect::<Result<_, Error>>()?,
            figures,
        });
    }
    let answer = Answer { missing, near, ..Answer::list(rows) };
    teller.tell(answer, &page::compare)
}
