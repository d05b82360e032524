//! Blocks: what a page for people is made of, before width and colour are known.

/// How a piece of text is painted; nothing is said by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As it is.
    #[default]
    Plain,
    /// Headings and names.
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
    /// What a mark on the page means, with an empty line before it: for a screen of some width, not
    /// where a list has one line a row.
    Legend(String),
    /// A point of a list.
    Item(String),
    /// What belongs to the point before it.
    Indented(String),
    /// A numbered reference; the number stands in its own column.
    Reference(usize, String),
    /// Rows and columns.
    Grid(Grid),
    /// An empty line.
    Blank,
}

/// Rows and columns.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The cells of each row, as many as there are columns; a single cell spans all columns.
    pub rows: Vec<Vec<String>>,
    /// Whether the titles of the columns are shown.
    pub header: bool,
    /// Folded words that are marked where a marked column has them.
    pub marks: Vec<String>,
}

/// How a column takes part when there is little room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fit {
    /// It is wrapped between words, the widest column first.
    #[default]
    Wraps,
    /// Its cells stay in one piece: values and dates.
    NoWrap,
    /// It gives way before the others.
    Flexible,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cells {
    /// Text.
    #[default]
    Text,
    /// Shares (`bar::share`), drawn as bars.
    Bars,
    /// Text in which the words that a search met are marked.
    Marked,
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
    /// The order in which columns are left out where there is no room: the highest goes first, 0 never.
    pub drop_order: u8,
    /// What its cells are.
    pub cells: Cells,
}

impl Column {
    /// A column of text that is never left out.
    #[must_use]
    pub fn new(title: &str) -> Self {
        Self { title: title.to_owned(), ..Self::default() }
    }

    /// With this tone.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// With its cells at the right.
    #[must_use]
    pub fn right(mut self) -> Self {
        self.right = true;
        self
    }

    /// With its cells in one piece.
    #[must_use]
    pub fn no_wrap(mut self) -> Self {
        self.fit = Fit::NoWrap;
        self
    }

    /// Giving way before the others.
    #[must_use]
    pub fn flexible(mut self) -> Self {
        self.fit = Fit::Flexible;
        self
    }

    /// With its cells drawn as bars.
    #[must_use]
    pub fn bars(mut self) -> Self {
        self.cells = Cells::Bars;
        self
    }

    /// With the words marked that a search met.
    #[must_use]
    pub fn marked(mut self) -> Self {
        self.cells = Cells::Marked;
        self
    }

    /// Left out when there is no room, the highest first.
    #[must_use]
    pub fn drop_order(mut self, order: u8) -> Self {
        self.drop_order = order;
        self
    }
}

impl Grid {
    /// A grid with titles.
    #[must_use]
    pub fn with_header(columns: Vec<Column>) -> Self {
        Self { columns, header: true, ..Self::default() }
    }

    /// A grid without titles.
    #[must_use]
    pub fn plain(columns: Vec<Column>) -> Self {
        Self { columns, ..Self::default() }
    }

    /// Adds a note to the row before, under it and across all columns.
    pub fn note(&mut self, note: &str) {
        self.rows.push(vec![note.to_owned()]);
    }

    /// The text of a row that is a note.
    #[must_use]
    pub fn as_note<'r>(&self, row: &'r [String]) -> Option<&'r str> {
        match row {
            [note] if self.columns.len() > 1 => Some(note),
            _ => None,
        }
    }

    /// Adds a row; an empty cell says "-" where the grid has titles.
    pub fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.into());
    }
}
