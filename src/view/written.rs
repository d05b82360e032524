//! A file that was written.

use serde::Serialize;

use super::Row;

/// A file of an export.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Written {
    /// Name of the file within the folder.
    pub id: String,
    /// Number of rows behind the header; null for the description.
    pub rows: Option<usize>,
    /// Number of bytes.
    pub bytes: usize,
}

impl Row for Written {
    const KEYS: &'static [&'static str] = &["id", "rows", "bytes"];

    fn id(&self) -> String {
        self.id.clone()
    }
}
