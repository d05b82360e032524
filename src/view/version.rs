//! What the program and its data are.

use serde::Serialize;

use super::{Row, overview::Counts};
use crate::model::Text;

/// What the program and its data are.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Version<'a> {
    /// Name of the program.
    pub name: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Version of the data: its date.
    pub data_version: Text<'a>,
    /// How much is inside.
    pub counts: Counts,
}

impl Row for Version<'_> {
    const KEYS: &'static [&'static str] = &["name", "version", "data_version", "counts"];

    fn id(&self) -> String {
        self.name.to_owned()
    }
}
