//! What a person is shown of an answer, as blocks: which columns, which words, in which order. Widths
//! and paint are not known here; JSON does not come by here.

mod chart;
mod compare;
mod doubt;
mod figures;
mod list;
mod outcome;
mod overview;
mod record;
mod registry;
mod search;
mod version;
mod words;
mod written;

pub use chart::chart;
pub use compare::compare;
pub use doubt::{check, conflicts, gaps};
pub use figures::figures;
pub use list::list;
pub use outcome::outcomes;
pub use overview::overview;
pub use record::records;
pub use registry::{metrics, source, sources};
pub use search::search;
pub use version::version;
pub use words::Words;
pub use written::written;

use serde_json::{Value, value::RawValue};
use words::DOUBT;

use crate::{
    error::Error,
    lang::Label,
    render::{Block, Column, Grid},
};

/// Blocks for standard output and notes for standard error.
#[derive(Debug, Default)]
pub struct Page {
    /// The answer.
    pub blocks: Vec<Block>,
    /// What is said beside it.
    pub notes: Vec<String>,
}

impl Page {
    fn of(blocks: Vec<Block>) -> Self {
        Self { blocks, notes: Vec::new() }
    }

    /// With a word at the foot on the mark of weak sources, where something bears it.
    fn with_doubt_explained(mut self, words: &Words) -> Self {
        let bears = |block: &Block| match block {
            Block::Grid(grid) => grid.rows.iter().flatten().any(|cell| cell.contains(DOUBT)),
            Block::Item(text) => text.contains(DOUBT),
            _ => false,
        };
        if self.blocks.iter().any(bears) {
            self.blocks.push(Block::Legend(words.label(Label::Doubt).to_owned()));
        }
        self
    }
}

/// A grid of picked fields: raw values, as in JSON.
pub fn fields(
    keys: &[&str],
    rows: impl Iterator<Item = Result<Vec<Box<RawValue>>, Error>>,
) -> Result<Block, Error> {
    let cell = |value: &RawValue| -> Result<String, Error> {
        Ok(match serde_json::from_str(value.get())? {
            Value::Null => String::new(),
            Value::String(text) => text,
            Value::Array(items) if items.iter().all(Value::is_string) => {
                items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
            }
            _ => value.get().to_owned(),
        })
    };
    let mut grid = Grid::with_header(keys.iter().map(|key| Column::new(key)).collect());
    for row in rows {
        grid.rows.push(row?.iter().map(|value| cell(value)).collect::<Result<_, _>>()?);
    }
    Ok(Block::Grid(grid))
}
