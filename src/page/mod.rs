//! What the pages of several commands share: labels and values in the language of the page, marks, charts.
//! Widths and colours are not known here; JSON does not come by here.

mod chart;
mod labels;

pub use chart::chart;
pub use labels::{Labels, is_date, mark, shown_as_statement, weak_mark};

use labels::WEAK_MARK;
use serde_json::{Value, value::RawValue};

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
    pub fn of(blocks: Vec<Block>) -> Self {
        Self { blocks, notes: Vec::new() }
    }

    /// With a word at the foot on the mark of weak sources, where something bears it.
    pub fn with_weak_mark_explained(mut self, labels: &Labels) -> Self {
        let bears = |block: &Block| match block {
            Block::Table(grid) | Block::Columns(grid) => {
                grid.rows.iter().flatten().any(|cell| cell.text().contains(WEAK_MARK))
            }
            Block::Item(text) => text.contains(WEAK_MARK),
            _ => false,
        };
        if self.blocks.iter().any(bears) {
            self.blocks.push(Block::Legend(labels.label(Label::WeakMark).to_owned()));
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
    let mut grid = Grid::new(keys.iter().map(|key| Column::new(key)).collect());
    for row in rows {
        grid.row(row?.iter().map(|value| cell(value)).collect::<Result<Vec<_>, _>>()?);
    }
    Ok(Block::Table(grid))
}
