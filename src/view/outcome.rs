//! Targets beside what came of them.

use super::Row;
use crate::query::outcome::Outcome;

impl Row for Outcome<'_> {
    const KEYS: &'static [&'static str] = &[
        "id",
        "plan",
        "of",
        "metric",
        "year",
        "target",
        "outcome",
        "also",
        "verdict",
        "reason",
        "scope_presumed",
        "difference",
    ];

    fn id(&self) -> String {
        self.id.to_string()
    }
}
