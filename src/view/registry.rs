//! Sources and metrics, with what rests on them.

use serde::Serialize;

use super::Row;
use crate::model::{Metric, Source, Text};

/// A source with what it supports.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Supporting<'a> {
    /// The source itself.
    #[serde(flatten)]
    pub source: Source<'a>,
    /// Ids of the figures that rest on it.
    pub figures: Vec<Text<'a>>,
    /// Ids of the records that name it.
    pub records: Vec<Text<'a>>,
}

impl Row for Supporting<'_> {
    const KEYS: &'static [&'static str] = &[
        "id",
        "title",
        "publisher",
        "url",
        "published",
        "accessed",
        "lang",
        "kind",
        "strength",
        "note",
        "note_zh",
        "figures",
        "records",
    ];

    fn id(&self) -> String {
        self.source.id.to_string()
    }
}

/// A metric with how often it is used.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Used<'a> {
    /// The metric itself.
    #[serde(flatten)]
    pub metric: Metric<'a>,
    /// How many figures it has.
    pub figures: usize,
}

impl Row for Used<'_> {
    const KEYS: &'static [&'static str] = &[
        "id",
        "label",
        "label_zh",
        "theme",
        "type",
        "unit",
        "repeats",
        "definition",
        "definition_zh",
        "kinds",
        "figures",
    ];

    fn id(&self) -> String {
        self.metric.id.to_string()
    }
}
