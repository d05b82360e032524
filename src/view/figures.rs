//! Figures as they are kept: their JSON is taken as it is, and that of neighbours in one stretch.

use super::Row;
use crate::{model::KeptFigure, render::Output};

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
        Self::id(self).map_or_else(|_| String::new(), |id| id.to_string())
    }

    fn write_json(&self, json: &mut Output) -> serde_json::Result<()> {
        json.keep(self.json().as_bytes());
        Ok(())
    }

    fn write_list(rows: &[Self], json: &mut Output) -> serde_json::Result<()> {
        json.list(rows.chunk_by(Self::adjoins), |json, run| {
            json.keep(Self::stretch(run).as_bytes());
            Ok(())
        })
    }
}
