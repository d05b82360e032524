//! Blocks: what a page for people is made of, before width and colour are known.

use crate::model::{Qualifier, Status, Strength};

/// How a piece of text is painted. It carries no information that the text does not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As it is.
    #[default]
    Plain,
    /// Headings, names, and what a reader came for.
    Strong,
    /// What one types: ids.
    Key,
    /// What one needs last: references, dates of reading.
    Faint,
}

/// A piece of a page.
#[derive(Clone, Debug)]
pub enum Block {
    /// The name of the page.
    Title(String),
    /// The name of a section, with an empty line before it.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A paragraph that one needs last.
    Faint(String),
    /// A footnote: the mark that stands behind what it is about (`*`, `[?]`), and its text.
    Footnote(String, String),
    /// A point of a list.
    Item(String),
    /// What belongs to the point before it.
    Indented(String),
    /// A source at the foot of a page.
    Reference {
        /// The number by which the page calls it; it stands in its own column.
        number: usize,
        /// What the source is, without its address.
        text: String,
        /// Its address.
        url: Option<String>,
    },
    /// Rows under titles.
    Table(Grid),
    /// Rows without titles on a screen: the lines of a page. HTML has the titles, where there are any.
    Columns(Grid),
    /// Columns whose bars HTML draws as a picture: of each row its first cell, its bar and the cell behind it.
    Chart {
        /// What the bars are of.
        title: String,
        /// The rows; HTML has them in a table too, where more than one bar makes them a chart.
        grid: Grid,
        /// Whether they are told in a table besides, so that HTML has the picture alone.
        told: bool,
    },
    /// An empty line.
    Blank,
}

/// Rows and columns.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The rows, from the top.
    pub rows: Vec<Row>,
}

impl Grid {
    /// A grid without rows.
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row, with a cell for each column.
    pub fn row(&mut self, cells: impl IntoIterator<Item = impl Into<Cell>>) {
        self.rows.push(Row { cells: cells.into_iter().map(Into::into).collect(), note: None });
    }

    /// Its bars, from the top.
    pub fn bars(&self) -> impl Iterator<Item = &Bar> {
        self.rows.iter().flat_map(|row| &row.cells).filter_map(Cell::bar)
    }

    /// Sets the note of the last row.
    pub fn note(&mut self, note: &str) {
        if let Some(row) = self.rows.last_mut() {
            row.note = Some(note.to_owned());
        }
    }
}

/// A row of a grid.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// A cell for each column.
    pub cells: Vec<Cell>,
    /// What stands under it, across all columns.
    pub note: Option<String>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text in the tone of its column. In a table, no text is drawn as `-`.
    Text(String),
    /// Text in a tone of its own.
    Toned(Tone, String),
    /// An address, which a terminal may be able to open.
    Link(String),
    /// A bar; negative values are drawn with another character.
    Bar(Bar),
}

/// A bar of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Its length as a share of the longest bar on its scale, from -1 to 1.
    pub share: f64,
    /// Whether it is of what happened; HTML draws other bars hollow.
    pub status: Status,
    /// How sharp its value is.
    pub qualifier: Qualifier,
    /// Of its source; HTML hatches a bar of a weak one.
    pub strength: Strength,
}

impl Cell {
    /// Its text; empty for a bar.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Toned(_, text) | Self::Link(text) => text,
            Self::Bar(_) => "",
        }
    }

    /// Its bar, where it is one.
    pub fn bar(&self) -> Option<&Bar> {
        if let Self::Bar(bar) = self { Some(bar) } else { None }
    }

    /// Its own tone, else that of its column.
    pub fn tone(&self, column: &Column) -> Tone {
        if let Self::Toned(tone, _) = self { *tone } else { column.tone }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// How a column takes part when there is little room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fit {
    /// It is wrapped between words, the widest column first.
    #[default]
    Wraps,
    /// Its cells stay in one piece: values and dates.
    NoWrap,
    /// It is wrapped behind hyphens too: ids.
    Hyphens,
}

/// One column of a grid.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Its title.
    pub title: String,
    /// Its tone.
    pub tone: Tone,
    /// Whether its cells stand at the right, as numbers do.
    pub right: bool,
    /// How it takes part when there is little room.
    pub fit: Fit,
    /// The order in which the cells of columns go under their rows where there is no room, the highest first and
    /// those of one together; those of 0 last and one by one.
    pub fold_order: u8,
}

impl Column {
    /// A column of text, which goes under its rows last.
    pub fn new(title: &str) -> Self {
        Self { title: title.to_owned(), ..Self::default() }
    }

    /// With this tone.
    pub fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// With its cells at the right.
    pub fn right(self) -> Self {
        Self { right: true, ..self }
    }

    /// With its cells in one piece.
    pub fn no_wrap(self) -> Self {
        Self { fit: Fit::NoWrap, ..self }
    }

    /// Wrapped behind hyphens too.
    pub fn hyphens(self) -> Self {
        Self { fit: Fit::Hyphens, ..self }
    }

    /// Under its rows where there is no room, the highest first.
    pub fn fold_order(self, order: u8) -> Self {
        Self { fold_order: order, ..self }
    }
}
