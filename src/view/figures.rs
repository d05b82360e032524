//! Figures as they are kept: their JSON is copied.

use super::Row;
use crate::model::KeptFigure;

impl Row for KeptFigure<'_> {
    const KEYS: &'static [&'static str] = &[
        "id",
        "subject",
        "metric",
        "label",
        "label_zh",
        "value",
        "value_zh",
        "qualifier",
        "unit",
        "period",
        "as_of",
        "scope",
        "part",
        "status",
        "of",
        "source",
        "strength",
        "statement",
        "statement_zh",
        "note",
        "note_zh",
    ];

    fn id(&self) -> String {
        self.read().map_or_else(|_| String::new(), |figure| figure.id.to_string())
    }

    fn write_json(&self, json: &mut Vec<u8>) -> serde_json::Result<()> {
        json.extend_from_slice(self.json.as_bytes());
        Ok(())
    }
}
