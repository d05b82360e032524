//! Blocks as text for a screen of any width: every column starts at one place on every line, no line is
//! wider than the limit, none ends in blanks. Columns that have no room go under their rows.
//!
//! This file is the only user of comfy-table and of colored. Cells are wrapped before comfy-table pads
//! them, so that it never breaks a word, and painted after, so that it never counts an escape sequence.

use std::{borrow::Cow, io, io::Write, iter::repeat_n};

use colored::Colorize;
use comfy_table::{
    CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, Table, TableStyle, Width,
};

use super::{
    Block, Cell, Column, Fit, Grid, Row, Tone, bar,
    wrap::{longest_word, width, wrap},
};
use crate::style::Style;

/// Blanks between two columns.
const GAP: usize = 2;

/// The width below which no column of text is squeezed, whatever its words.
const MIN_WIDTH: usize = 18;

/// What stands before a note under a row.
const NOTE_INDENT: &str = "    ";

/// How many rows of a table are laid out at a time: a whole long list would take twice the memory.
const ROWS_AT_A_TIME: usize = 100;

/// How many bytes are drawn before they are written.
const BUFFER: usize = 16 << 10;

/// Stands between the cells of a line that comfy-table has padded, so that they can be painted one by
/// one: the unit separator of ASCII, which no text of the data holds (a rule of `load`).
const SEPARATOR: char = '\u{1f}';

/// Draws blocks; what is drawn goes, so that a long answer is never in memory as a whole twice.
pub fn terminal(blocks: Vec<Block>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    // The crate would decide by the process's own streams; `style` has decided (see `paint`).
    colored::control::set_override(true);
    let mut screen = Screen { text: String::with_capacity(2 * BUFFER), style, out };
    for block in blocks {
        match block {
            Block::Title(text) => screen.paragraph(&text, "", "", Tone::Strong),
            Block::Heading(text) => {
                screen.blank();
                screen.paragraph(&text, "", "", Tone::Strong);
            }
            Block::Text(text) => screen.paragraph(&text, "", "", Tone::Plain),
            Block::Faint(text) => screen.paragraph(&text, "", "", Tone::Faint),
            Block::Footnote(mark, text) => {
                let first = [&mark, " "].concat();
                screen.paragraph(&text, &first, &" ".repeat(width(&first)), Tone::Faint);
            }
            Block::Item(text) => screen.paragraph(&text, "  - ", "    ", Tone::Plain),
            Block::Indented(text) => screen.paragraph(&text, "    ", "    ", Tone::Faint),
            Block::Reference { number, text, url } => screen.reference(number, &text, url.as_deref()),
            Block::Table(grid) => screen.grid(grid, true)?,
            Block::Columns(grid) => screen.grid(grid, false)?,
            Block::Chart { grid, .. } => screen.grid(bar::drawn(grid, style.width), false)?,
            Block::Blank => screen.blank(),
        }
        screen.write(BUFFER)?;
    }
    screen.out.write_all(screen.text.as_bytes())
}

/// What is drawn and not yet written.
struct Screen<'s> {
    text: String,
    style: &'s Style,
    out: &'s mut dyn Write,
}

/// The columns of a grid, which of them are shown, and how wide.
struct Layout {
    columns: Vec<Column>,
    shown: Vec<usize>,
    widths: Vec<usize>,
}

impl Layout {
    /// The cells of a row that are shown, with their columns and widths.
    fn cells<'r>(&'r self, row: &'r Row) -> impl Iterator<Item = (&'r Cell, &'r Column, usize)> {
        let shown = self.shown.iter().zip(&self.widths);
        shown.map(|(n, width)| (&row.cells[*n], &self.columns[*n], *width))
    }
}

impl Screen<'_> {
    /// Writes the text where it is longer than so many bytes, but for the ends of lines behind it, which
    /// [`Screen::blank`] looks at.
    fn write(&mut self, longer: usize) -> io::Result<()> {
        let end = if self.text.len() > longer { self.text.trim_end_matches('\n').len() } else { 0 };
        self.out.write_all(self.text.drain(..end).as_str().as_bytes())
    }

    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn paragraph(&mut self, text: &str, first: &str, rest: &str, tone: Tone) {
        self.linked(text, "", [first, rest], tone);
    }

    /// A paragraph that ends in an address. Where that is wrapped, each piece is a link to all of it.
    fn linked(&mut self, text: &str, url: &str, [first, rest]: [&str; 2], tone: Tone) {
        let lines = wrap(text, self.style.width.map(|limit| limit.saturating_sub(width(rest))));
        let lines: Vec<&str> = lines.collect();
        // Counted from the end, for an address has no blank that a line could have lost.
        let mut behind: usize = lines.iter().map(|line| line.len()).sum();
        for (n, line) in lines.into_iter().enumerate() {
            behind -= line.len();
            let linked = if self.style.links { url.len().saturating_sub(behind).min(line.len()) } else { 0 };
            let (text, address) = line.split_at(line.len() - linked);
            self.text.push_str(if n == 0 { first } else { rest });
            self.text.push_str(&self.painted(text, tone));
            self.text.push_str(&link(&self.painted(address, tone), url));
            self.text.push('\n');
        }
    }

    /// The notes under a row, a paragraph each.
    fn note(&mut self, row: &Row) {
        for note in row.note.iter().flat_map(|note| note.lines()) {
            self.paragraph(note, NOTE_INDENT, NOTE_INDENT, Tone::Faint);
        }
    }

    /// A source: its number in a column of its own, its address last.
    fn reference(&mut self, number: usize, text: &str, url: Option<&str>) {
        const INDENT: &str = "      ";
        let mark = ["[", &number.to_string(), "] "].concat();
        let first = [&INDENT[mark.len().min(INDENT.len())..], &mark].concat();
        let whole = url.map_or(Cow::from(text), |url| Cow::from([text, " ", url].concat()));
        self.linked(&whole, url.unwrap_or_default(), [&first, INDENT], Tone::Faint);
    }

    /// Rows. While its columns do not fit, those that go first go under the rows; of those without an order the last.
    fn grid(&mut self, mut grid: Grid, titled: bool) -> io::Result<()> {
        let has_text = |n: &usize| titled || grid.rows.iter().any(|row| !row.cells[*n].text().is_empty());
        let mut shown: Vec<usize> = (0..grid.columns.len()).filter(has_text).collect();
        if grid.rows.is_empty() || shown.is_empty() {
            return Ok(());
        }
        let mut folded = Vec::new();
        let widths = loop {
            if let Some(widths) = widths(&grid, titled, &shown, self.style.width) {
                break widths;
            }
            let order = shown.iter().map(|n| grid.columns[*n].fold_order).max().unwrap_or(0);
            let goes = |n: &usize| order > 0 && grid.columns[*n].fold_order == order;
            folded.extend(shown.extract_if(.., |n| goes(n)));
            if order == 0 {
                folded.extend(shown.pop());
            }
        };
        folded.sort_unstable();
        if !folded.is_empty() {
            self.put_under_rows(&mut grid, &folded, titled);
        }
        let Grid { columns, rows } = grid;
        let layout = Layout { columns, shown, widths };
        if titled {
            return self.table(rows, &layout);
        }
        for row in &rows {
            self.columns(row, &layout);
        }
        Ok(())
    }

    /// Puts the cells of some columns under their rows, each behind its title where titles are shown.
    fn put_under_rows(&self, grid: &mut Grid, columns: &[usize], titled: bool) {
        let lang = self.style.lang;
        for row in &mut grid.rows {
            let held = columns.iter().filter(|n| !row.cells[**n].text().is_empty());
            let text = |n: &usize| match (&*grid.columns[*n].title, row.cells[*n].text()) {
                (title, text) if titled && !title.is_empty() => lang.labelled(title, text),
                (_, text) => text.to_owned(),
            };
            let notes: Vec<String> = held.map(text).chain(row.note.take()).collect();
            let mut note = notes.join(lang.semicolon());
            // Sentences, and more than a line, are easier to read with each of them on its own.
            let is_long = self.style.width.is_some_and(|limit| width(&note) + NOTE_INDENT.len() > limit);
            if titled && (is_long || notes.iter().any(|note| note.ends_with(['.', '。']))) {
                note = notes.join("\n");
            }
            row.note = (!note.is_empty()).then_some(note);
            for n in columns {
                row.cells[*n] = Cell::from("");
            }
        }
    }

    /// A row without titles: each cell behind the blanks that are owed to it, so that a line never ends in
    /// any. comfy-table would take three times the instructions, and these are most lines of a page.
    fn columns(&mut self, row: &Row, layout: &Layout) {
        let mut lines: Vec<_> =
            layout.cells(row).map(|(cell, _, width)| wrap(cell.text(), Some(width))).collect();
        loop {
            let (mut owed, start) = (0, self.text.len());
            for (lines, (cell, column, cells)) in lines.iter_mut().zip(layout.cells(row)) {
                let text = lines.next().unwrap_or_default();
                if text.is_empty() {
                    owed += cells + GAP;
                    continue;
                }
                let rest = cells.saturating_sub(width(text));
                let before = if column.right { owed + rest } else { owed };
                owed = if column.right { GAP } else { rest + GAP };
                self.text.extend(repeat_n(' ', before));
                self.cell(text, cell, column);
            }
            if self.text.len() == start {
                return self.note(row);
            }
            self.text.push('\n');
        }
    }

    /// Rows under titles.
    fn table(&mut self, rows: Vec<Row>, layout: &Layout) -> io::Result<()> {
        let titles = layout.columns.iter();
        let titles = titles.map(|column| Cell::Toned(Tone::Strong, column.title.clone())).collect();
        if layout.shown.iter().any(|n| !layout.columns[*n].title.is_empty()) {
            self.padded(&[Row { cells: titles, note: None }], layout);
        }
        let mut rows = rows.into_iter();
        loop {
            let next: Vec<Row> = rows.by_ref().take(ROWS_AT_A_TIME).collect();
            if next.is_empty() {
                return Ok(());
            }
            self.padded(&next, layout);
            self.write(BUFFER)?;
        }
    }

    /// Rows padded by comfy-table.
    fn padded(&mut self, rows: &[Row], layout: &Layout) {
        let mut table = Table::new();
        let junction = if self.style.color { SEPARATOR } else { ' ' };
        table.set_content_arrangement(ContentArrangement::Disabled);
        table.load_style(TableStyle::new().content_lines(ContentLineStyle::none().junction(junction)));
        let mut heights = Vec::with_capacity(rows.len());
        for row in rows {
            let mut height = 1;
            let wrapped = layout.cells(row).map(|(cell, _, limit)| {
                let is_empty = matches!(cell, Cell::Text(text) if text.is_empty());
                let text = if is_empty { "-" } else { cell.text() };
                if width(text) <= limit {
                    return comfy_table::Cell::new(text);
                }
                let lines: Vec<&str> = wrap(text, Some(limit)).collect();
                height = height.max(lines.len());
                comfy_table::Cell::new(lines.join("\n"))
            });
            table.add_row(comfy_table::Row::from(wrapped.collect::<Vec<_>>()));
            heights.push(height);
        }
        for (at, (n, width)) in layout.shown.iter().zip(&layout.widths).enumerate() {
            let Some(padded) = table.column_mut(at) else { continue };
            // The junction is the last blank of the gap.
            padded.set_padding((0, small(GAP - 1)));
            padded.set_constraint(ColumnConstraint::Absolute(Width::Fixed(small(*width + GAP - 1))));
            if layout.columns[*n].right {
                padded.set_cell_alignment(CellAlignment::Right);
            }
        }
        let mut lines = table.lines();
        for (row, height) in rows.iter().zip(heights) {
            for line in lines.by_ref().take(height) {
                if self.style.color {
                    self.line(&line, row, layout);
                } else {
                    self.text.push_str(line.trim_end());
                }
                self.text.push('\n');
            }
            self.note(row);
        }
    }

    /// A line of padded cells, painted one by one.
    fn line(&mut self, line: &str, row: &Row, layout: &Layout) {
        let mut owed = 0;
        for (padded, (cell, column, _)) in line.split(SEPARATOR).zip(layout.cells(row)) {
            let text = padded.trim_end();
            let text_alone = text.trim_start();
            if !text_alone.is_empty() {
                self.text.extend(repeat_n(' ', owed + text.len() - text_alone.len()));
                self.cell(text_alone, cell, column);
                owed = 0;
            }
            owed += padded.len() - text.len() + 1;
        }
    }

    /// The text on one line of a cell, painted.
    fn cell(&mut self, text: &str, cell: &Cell, column: &Column) {
        let painted = self.painted(text, cell.tone(column));
        match cell {
            Cell::Link(url) if self.style.links => self.text.push_str(&link(&painted, url)),
            _ => self.text.push_str(&painted),
        }
    }

    fn painted<'t>(&self, text: &'t str, tone: Tone) -> Cow<'t, str> {
        if !self.style.color || text.is_empty() {
            return Cow::from(text);
        }
        Cow::from(match tone {
            Tone::Plain => return Cow::from(text),
            Tone::Strong => text.bold().to_string(),
            Tone::Key => text.cyan().to_string(),
            Tone::Faint => text.dimmed().to_string(),
        })
    }
}

/// The width of each shown column; none where they cannot fit without breaking a word. A column alone always fits.
fn widths(grid: &Grid, titled: bool, shown: &[usize], limit: Option<usize>) -> Option<Vec<usize>> {
    let cells = |n: usize| {
        let title = titled.then_some(grid.columns[n].title.as_str());
        grid.rows.iter().map(move |row| row.cells[n].text()).chain(title)
    };
    let mut widths: Vec<usize> =
        shown.iter().map(|n| cells(*n).map(width).max().unwrap_or(0).max(1)).collect();
    let Some(limit) = limit else { return Some(widths) };
    let room = limit.saturating_sub(GAP * (shown.len() - 1));
    let total: usize = widths.iter().sum();
    if total <= room {
        return Some(widths);
    }
    if let [_] = shown {
        return Some(vec![room]);
    }
    let least = |(n, full): (&usize, &usize)| {
        if grid.columns[*n].fit == Fit::NoWrap {
            return *full;
        }
        let word = cells(*n).map(|cell| longest_word(cell, grid.columns[*n].fit == Fit::Hyphens));
        word.max().unwrap_or(0).max(MIN_WIDTH.min(*full))
    };
    let least: Vec<usize> = shown.iter().zip(&widths).map(least).collect();
    if least.iter().sum::<usize>() > room {
        return None;
    }
    // The widest gives way, cell by cell.
    for _ in room..total {
        let can = |n: &usize| widths[*n] > least[*n];
        let widest = (0..widths.len()).filter(can).max_by_key(|n| widths[*n])?;
        widths[widest] -= 1;
    }
    Some(widths)
}

fn small(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

/// A text that opens an address (OSC 8).
fn link(text: &str, url: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    ["\u{1b}]8;;", url, "\u{1b}\\", text, "\u{1b}]8;;\u{1b}\\"].concat()
}
