//! `search`: everything that the words may mean, ranked: records, figures and gaps.

use serde::Serialize;

use super::{Answer, Row, Teller};
use crate::{
    Outcome,
    atlas::Atlas,
    cli::SearchArgs,
    error::Error,
    model::{Gap, KeptFigure, Record, Text},
    page,
    query::search::{self, Hit, Matched, Sort},
};

/// A hit with what it stands for.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Found<'a> {
    /// Its place, from 1.
    pub rank: usize,
    /// The kind of the record, `figure` or `gap`.
    pub kind: &'static str,
    /// Id of the record, the figure or the gap.
    pub id: Text<'a>,
    /// Name of the record; of its subject and its metric for a figure; the topic of a gap.
    pub name: String,
    /// The same in Chinese.
    pub name_zh: Option<String>,
    /// The field and the tier that speak most for it.
    pub matched: Matched,
    /// How well it answers: of 1000, and a little more.
    pub score: u32,
    /// The figure, where it is one.
    #[cfg_attr(test, schemars(with = "Option<crate::model::Figure>"))]
    pub figure: Option<KeptFigure<'a>>,
    /// The gap, where it is one.
    pub gap: Option<Gap<'a>>,
    /// The record, where it is one: for the page.
    #[serde(skip)]
    pub record: Option<Record<'a>>,
}

/// The keys of a row.
pub const KEYS: &[&str] = &["rank", "kind", "id", "name", "name_zh", "matched", "score", "figure", "gap"];

impl Row for Found<'_> {}

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
    let answer = Answer::list(rows, KEYS, |row: &Found| row.id.to_string());
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
