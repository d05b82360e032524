//! What the pages of several commands share: labels and values in the language of the page, marks, charts.
//! Widths and colours are not known here; JSON does not come by here.

pub mod chart;
mod citations;
mod labels;

pub use citations::Citations;
pub use labels::{Labels, mark, shown_as_statement};

use labels::Marks;
use serde_json::{Value, value::RawValue};

use crate::{
    error::Error,
    lang::Label,
    render::{Block, Column, Grid},
};

/// Blocks for standard output and notes for standard error.
#[derive(Debug, Default)]
pub struct Page {
    /// What it is called, where its blocks do not begin with its name: only HTML needs one then.
    pub title: String,
    /// The answer.
    pub blocks: Vec<Block>,
    /// What is said beside it.
    pub notes: Vec<String>,
    /// Whether it is a list: a line a record, however wide, where nobody says how wide.
    pub is_list: bool,
}

impl Page {
    pub fn of(blocks: Vec<Block>) -> Self {
        Self { blocks, ..Self::default() }
    }

    /// A list.
    pub fn list(blocks: Vec<Block>) -> Self {
        Self { is_list: true, ..Self::of(blocks) }
    }

    /// Called this.
    pub fn titled(self, title: impl Into<String>) -> Self {
        Self { title: title.into(), ..self }
    }

    /// With a note beside it where it is empty.
    pub fn noted(mut self, is_empty: bool, note: impl Into<String>) -> Self {
        self.notes.extend(is_empty.then(|| note.into()));
        self
    }

    /// With the meaning of the marks that its figures bear at the foot: of weak sources, and the caveat of
    /// each figure that has one.
    pub fn with_marks_explained(mut self, labels: &Labels) -> Self {
        self.blocks.extend(explained(labels.take_marks(), labels));
        self
    }
}

/// The meaning of marks, as footnotes.
pub fn explained(Marks { weak, caveats }: Marks, labels: &Labels) -> Vec<Block> {
    let mut blocks = Vec::from_iter((weak || !caveats.is_empty()).then_some(Block::Blank));
    if weak {
        let meaning = labels.label(Label::WeakMark).to_owned();
        blocks.push(Block::Footnote("[?]".to_owned(), meaning));
    }
    let mark = |n: usize| if labels.for_html { format!("*{n}") } else { "*".to_owned() };
    blocks.extend((1..).zip(caveats).map(|(n, caveat)| Block::Footnote(mark(n), caveat)));
    blocks
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
