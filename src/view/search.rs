//! What a search found.

use serde::Serialize;

use super::Row;
use crate::{
    model::{Gap, KeptFigure, Record, Text},
    query::search::Matched,
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

impl Row for Found<'_> {
    const KEYS: &'static [&'static str] =
        &["rank", "kind", "id", "name", "name_zh", "matched", "score", "figure", "gap"];

    fn id(&self) -> String {
        self.id.to_string()
    }
}
