//! `search`: everything that the words may mean, ranked: records, figures and gaps.

use super::{Answer, Teller};
use crate::{
    Outcome,
    atlas::Atlas,
    cli::SearchArgs,
    error::Error,
    page,
    query::search::{self, Hit, Sort},
    view::Found,
};

pub fn run(teller: &Teller, args: &SearchArgs) -> Result<Outcome, Error> {
    let atlas = &teller.atlas;
    let query = args.words.join(" ");
    let mut found = search::search(atlas, &query)?;
    if let Some(kind) = &args.kind {
        found.hits.retain(|hit| hit.sort.name() == kind);
    }
    if args.limit > 0 {
        found.hits.truncate(args.limit);
    }
    let rows = (1..).zip(found.hits).map(|(rank, hit)| self::found(atlas, rank, hit));
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    let answer = Answer::list(rows);
    let nothing = answer.rows.is_empty();
    let mut outcome = teller.tell(answer, &|rows, words| page::search(rows, &query, &found.marks, words))?;
    if nothing {
        outcome.status = outcome.status.max(1);
    }
    Ok(outcome)
}

fn found<'a>(atlas: &Atlas<'a>, rank: usize, hit: Hit<'a>) -> Result<Found<'a>, Error> {
    let mut found = Found {
        rank,
        kind: hit.sort.name(),
        id: hit.id,
        name: String::new(),
        name_zh: None,
        matched: hit.matched,
        score: hit.score,
        figure: None,
        gap: None,
        record: None,
    };
    match hit.sort {
        Sort::Record(_) => {
            let record = atlas.record(hit.number)?;
            found.name = record.name.to_string();
            found.name_zh = record.name_zh.as_ref().map(ToString::to_string);
            found.record = Some(record);
        }
        Sort::Figure => {
            let kept = atlas.kept(hit.number)?;
            let figure = kept.read()?;
            let subject = atlas.record_by_id(&figure.subject)?.ok_or(Error::Data)?;
            let subject_zh = subject.name_zh.as_ref().unwrap_or(&subject.name);
            found.name = format!("{}: {}", subject.name, figure.label);
            found.name_zh = Some(format!("{subject_zh}：{}", figure.label_zh));
            found.figure = Some(kept);
        }
        Sort::Gap => {
            let gap = atlas.gap(hit.number)?;
            found.name = gap.topics.first().map(ToString::to_string).unwrap_or_default();
            found.name_zh = gap.topics_zh.first().map(ToString::to_string);
            found.gap = Some(gap);
        }
    }
    Ok(found)
}
