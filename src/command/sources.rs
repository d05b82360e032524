//! `sources` and `sources show`: where the figures were read, and what each supports.

use super::{Answer, Teller};
use crate::{
    Outcome,
    cli::ShowSourcesArgs,
    error::{Error, Thing},
    model::Source,
    page,
    view::Supporting,
};

pub fn list(teller: &Teller) -> Result<Outcome, Error> {
    let sources = teller.atlas.sources()?;
    if teller.cites() {
        return teller.cite(&sources, &[]);
    }
    let rows = supporting(teller, sources)?;
    let answer = Answer::list(rows);
    teller.tell(answer, &page::sources)
}

pub fn show(teller: &Teller, args: &ShowSourcesArgs) -> Result<Outcome, Error> {
    let mut sources = Vec::new();
    let mut missing = Vec::new();
    for typed in &args.ids {
        let id = typed.to_lowercase().replace(['_', ' '], "-");
        match teller.atlas.source(&id)? {
            Some(source) => sources.push(source.read()?),
            None => missing.push(Error::NotFound {
                what: Thing::Source,
                typed: typed.clone(),
                candidates: beginning(teller, &id)?,
            }),
        }
    }
    if teller.cites() {
        return teller.cite(&sources, &missing);
    }
    let rows = supporting(teller, sources)?;
    let single = args.ids.len() == 1 && !args.piped;
    let answer = Answer { single, missing, ..Answer::list(rows) };
    teller.tell(answer, &page::source)
}

fn supporting<'a>(teller: &Teller, sources: Vec<Source<'a>>) -> Result<Vec<Supporting<'a>>, Error> {
    let mut rows: Vec<Supporting> = sources
        .into_iter()
        .map(|source| Supporting { source, figures: Vec::new(), records: Vec::new() })
        .collect();
    let at: std::collections::HashMap<String, usize> =
        rows.iter().enumerate().map(|(n, row)| (row.source.id.to_string(), n)).collect();
    for figure in teller.atlas.figures()? {
        if let Some(n) = at.get(&*figure.source) {
            rows[*n].figures.push(figure.id);
        }
    }
    for number in 0..teller.atlas.record_count()? {
        let record = teller.atlas.record(number)?;
        for source in &record.sources {
            if let Some(n) = at.get(&**source) {
                rows[*n].records.push(record.id.clone());
            }
        }
    }
    Ok(rows)
}

/// The ids of sources that begin like what was typed.
fn beginning(teller: &Teller, typed: &str) -> Result<Vec<String>, Error> {
    let ids = teller.atlas.sources()?.into_iter().map(|source| source.id.to_string());
    Ok(ids.filter(|id| !typed.is_empty() && id.starts_with(typed)).take(5).collect())
}
