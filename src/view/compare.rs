//! A record as it stands beside others.

use serde::Serialize;

use super::Row;
use crate::model::{Figure, Kind, Text};

/// A record as it stands beside others.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Compared<'a> {
    /// Id of the record.
    pub id: Text<'a>,
    /// Its kind, which all share.
    pub kind: Kind,
    /// English name.
    pub name: Text<'a>,
    /// Chinese name.
    pub name_zh: Option<Text<'a>>,
    /// Category within the kind.
    pub category: Text<'a>,
    /// Status.
    pub status: Option<Text<'a>>,
    /// The record that it belongs to.
    pub parent: Option<Text<'a>>,
    /// Linked industries.
    pub industries: Vec<Text<'a>>,
    /// Linked ports.
    pub ports: Vec<Text<'a>>,
    /// Linked enterprises.
    pub enterprises: Vec<Text<'a>>,
    /// Sources of the record and of all its figures, in the order of its page.
    pub sources: Vec<Text<'a>>,
    /// Its latest figures (`query::latest`).
    pub figures: Vec<Figure<'a>>,
}

impl Row for Compared<'_> {
    const KEYS: &'static [&'static str] = &[
        "id",
        "kind",
        "name",
        "name_zh",
        "category",
        "status",
        "parent",
        "industries",
        "ports",
        "enterprises",
        "sources",
        "figures",
    ];

    fn id(&self) -> String {
        self.id.to_string()
    }
}
