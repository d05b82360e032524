//! `show`: records in full, with their figures, disputes, gaps and numbered references.

use super::{Answer, Teller};
use crate::{
    Outcome,
    atlas::Atlas,
    cli::ShowArgs,
    error::Error,
    model::{Kind, Record, Source},
    page,
    query::resolve::{self, Resolved},
    view::{Beside, Reference, Shown},
};

pub fn run(teller: &Teller, kind: Option<Kind>, args: &ShowArgs) -> Result<Outcome, Error> {
    let Resolved { records, near, missing } = resolve::records(&teller.atlas, &args.ids, kind)?;
    let rows = records.into_iter().map(|(number, record)| shown(&teller.atlas, number, record));
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    if teller.cites() {
        let mut sources: Vec<Source> = Vec::new();
        for reference in rows.into_iter().flat_map(|shown| shown.beside.references) {
            if !sources.iter().any(|source| reference.source.is(&source.id)) {
                sources.push(reference.source.read()?);
            }
        }
        return teller.cite(&sources, &missing);
    }
    let single = args.ids.len() == 1 && !args.piped;
    let answer = Answer { single, missing, near, ..Answer::list(rows) };
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
    use crate::{render::Output, view::Row};

    #[test]
    fn copied_json_is_the_json_that_serde_makes() {
        let atlas = Atlas::bundled();
        for number in 0..atlas.record_count().unwrap() {
            let row = shown(&atlas, number, atlas.record(number).unwrap()).unwrap();
            let mut copied = Output::default();
            row.write_json(&mut copied).unwrap();
            assert_eq!(String::from_utf8(copied.bytes()).unwrap(), serde_json::to_string(&row).unwrap());
        }
    }
}
