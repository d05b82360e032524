//! What is disputed, what is doubtful, what is not known.

use serde::Serialize;

use super::Row;
use crate::model::{Figure, Gap, Number, Text};

/// A dispute with its figures.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Conflict<'a> {
    /// Kebab-case id.
    pub id: Text<'a>,
    /// What is disputed, in English.
    pub text: Text<'a>,
    /// What is disputed, in Chinese.
    pub text_zh: Text<'a>,
    /// What a reader should make of it, in English.
    pub note: Text<'a>,
    /// What a reader should make of it, in Chinese.
    pub note_zh: Text<'a>,
    /// Lowest and highest value, where all figures are numbers of one series.
    pub span: Option<[Number; 2]>,
    /// Unit of that span.
    pub unit: Option<Text<'a>>,
    /// The figures concerned.
    pub figures: Vec<Figure<'a>>,
}

impl Row for Conflict<'_> {
    const KEYS: &'static [&'static str] =
        &["id", "text", "text_zh", "note", "note_zh", "span", "unit", "figures"];

    fn id(&self) -> String {
        self.id.to_string()
    }
}

/// A warning about figures.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Warning<'a> {
    /// What is doubtful: `excluding-figures`.
    pub rule: &'static str,
    /// Id of the record concerned.
    pub id: Text<'a>,
    /// Ids of the figures concerned.
    pub figures: Vec<Text<'a>>,
    /// What they say, in English.
    pub statements: Vec<Text<'a>>,
    /// What they say, in Chinese.
    pub statements_zh: Vec<Text<'a>>,
}

impl Row for Warning<'_> {
    const KEYS: &'static [&'static str] = &["rule", "id", "figures", "statements", "statements_zh"];

    fn id(&self) -> String {
        self.id.to_string()
    }
}

impl Row for Gap<'_> {
    const KEYS: &'static [&'static str] = &["id", "text", "text_zh", "topics", "topics_zh", "records"];

    fn id(&self) -> String {
        self.id.to_string()
    }
}
