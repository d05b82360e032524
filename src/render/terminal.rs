//! Blocks as text for a screen of any width: every column starts at one place on every line, no line is
//! wider than the limit, none ends in blanks.
//!
//! This file is the only user of comfy-table and of colored. Cells are wrapped before comfy-table pads
//! them, so that it never breaks a word, and painted after, so that it never counts an escape sequence.

use std::{borrow::Cow, iter::repeat_n};

use colored::Colorize;
use comfy_table::{
    CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, Table, TableStyle, Width,
};

use super::{
    Block, Cell, Column, Fit, Grid, Row, Tone, bar,
    highlight::highlighted,
    wrap::{longest_word, width, wrap},
};
use crate::style::Style;

/// Blanks between two columns.
const GAP: usize = 2;

/// The width down to which a flexible column gives way before the others.
const FLEXIBLE_MIN: usize = 20;

/// The fewest columns that a table is left with; below that its rows are drawn as blocks.
const MIN_COLUMNS: usize = 3;

/// The width below which no column of text is squeezed, whatever its words.
const MIN_WIDTH: usize = 10;

/// The most lines that a cell may take before a column is left out instead.
const MAX_LINES: usize = 6;

/// What stands before a note under a row.
const NOTE_INDENT: &str = "    ";

/// How many rows of a table are laid out at a time: a whole long list would take twice the memory.
const ROWS_AT_A_TIME: usize = 100;

/// Stands between the cells of a line that comfy-table has padded, so that they can be painted one by
/// one: the unit separator of ASCII, which no text of the data holds (a rule of `load`).
const SEPARATOR: char = '\u{1f}';

/// Text for a screen, and notes on what did not fit.
#[derive(Debug, Default)]
pub struct Drawn {
    /// The text.
    pub text: String,
    /// The titles of the columns that were left out.
    pub dropped: Vec<String>,
}

/// Draws blocks.
pub fn terminal(blocks: &[Block], style: &Style) -> Drawn {
    // The crate would decide by the process's own streams; `style` has decided (see `paint`).
    colored::control::set_override(true);
    let mut drawn = Drawn::default();
    for block in blocks {
        match block {
            Block::Title(text) => drawn.paragraph(text, "", "", Tone::Strong, style),
            Block::Heading(text) => {
                drawn.blank();
                drawn.paragraph(text, "", "", Tone::Strong, style);
            }
            Block::Text(text) => drawn.paragraph(text, "", "", Tone::Plain, style),
            Block::Faint(text) => drawn.paragraph(text, "", "", Tone::Faint, style),
            Block::Footnote(mark, text) => {
                let first = [mark, " "].concat();
                let rest = " ".repeat(width(&first));
                drawn.paragraph(text, &first, &rest, Tone::Faint, style);
            }
            Block::Item(text) => drawn.paragraph(text, "  - ", "    ", Tone::Plain, style),
            Block::Indented(text) => drawn.paragraph(text, "    ", "    ", Tone::Faint, style),
            Block::Reference { number, text, url } => {
                drawn.reference(*number, text, url.as_deref(), style);
            }
            Block::Table(grid) => drawn.grid(grid, true, style),
            Block::Columns(grid) => drawn.grid(grid, false, style),
            Block::Chart { grid, .. } => {
                let grid = bar::drawn(grid.clone(), style.width, GAP, style.unicode);
                drawn.grid(&grid, false, style);
            }
            Block::Blank => drawn.blank(),
        }
    }
    drawn
}

/// A grid, which of its columns are shown, and how wide.
struct Layout<'g> {
    grid: &'g Grid,
    shown: Vec<usize>,
    widths: Vec<usize>,
}

impl Layout<'_> {
    /// The cells of a row that are shown, with their columns and widths.
    fn cells<'r>(&'r self, row: &'r Row) -> impl Iterator<Item = (&'r Cell, &'r Column, usize)> {
        let shown = self.shown.iter().zip(&self.widths);
        shown.map(|(n, width)| (&row.cells[*n], &self.grid.columns[*n], *width))
    }
}

impl Drawn {
    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn paragraph(&mut self, text: &str, first: &str, rest: &str, tone: Tone, style: &Style) {
        self.linked(text, "", [first, rest], tone, style);
    }

    /// A paragraph that ends in an address. Where that is wrapped, each piece is a link to all of it.
    fn linked(&mut self, text: &str, url: &str, [first, rest]: [&str; 2], tone: Tone, style: &Style) {
        let lines = wrap(text, style.width.map(|limit| limit.saturating_sub(width(rest))));
        // Counted from the end, for an address has no blank that a line could have lost.
        let mut behind: usize = lines.iter().map(|line| line.len()).sum();
        for (n, line) in lines.into_iter().enumerate() {
            behind -= line.len();
            let linked = if style.links { url.len().saturating_sub(behind).min(line.len()) } else { 0 };
            let (text, address) = line.split_at(line.len() - linked);
            self.text.push_str(if n == 0 { first } else { rest });
            self.text.push_str(&paint(text, tone, style));
            self.text.push_str(&link(&paint(address, tone, style), url));
            self.text.push('\n');
        }
    }

    /// The note under a row, where it has one.
    fn note(&mut self, row: &Row, style: &Style) {
        if let Some(note) = &row.note {
            self.paragraph(note, NOTE_INDENT, NOTE_INDENT, Tone::Faint, style);
        }
    }

    /// A source: its number in a column of its own, its address last.
    fn reference(&mut self, number: usize, text: &str, url: Option<&str>, style: &Style) {
        const INDENT: &str = "      ";
        let mark = ["[", &number.to_string(), "] "].concat();
        let first = [&INDENT[mark.len().min(INDENT.len())..], &mark].concat();
        let whole = url.map_or(Cow::from(text), |url| Cow::from([text, " ", url].concat()));
        self.linked(&whole, url.unwrap_or_default(), [&first, INDENT], Tone::Faint, style);
    }

    fn grid(&mut self, grid: &Grid, titled: bool, style: &Style) {
        if grid.rows.is_empty() {
            return;
        }
        let mut shown: Vec<usize> = (0..grid.columns.len())
            .filter(|n| titled || grid.rows.iter().any(|row| !row.cells[*n].text().is_empty()))
            .collect();
        let mut dropped = Vec::new();
        let mut folded = Vec::new();
        let widths = loop {
            if let Some(widths) = widths(grid, titled, &shown, style.width) {
                break widths;
            }
            // The one that matters least goes; with none left to go, each row becomes a block.
            let least = shown.iter().copied().max_by_key(|n| grid.columns[*n].drop_order);
            let enough = !titled || shown.len() > MIN_COLUMNS;
            match least.filter(|n| grid.columns[*n].drop_order > 0 && enough) {
                Some(least) => {
                    shown.retain(|n| *n != least);
                    let column = &grid.columns[least];
                    if column.folds { folded.push(least) } else { dropped.push(column.title.clone()) }
                }
                None => return self.stacked(grid, titled, style),
            }
        };
        for title in dropped {
            if !title.is_empty() && !self.dropped.contains(&title) {
                self.dropped.push(title);
            }
        }
        folded.sort_unstable();
        let with_notes = (!folded.is_empty()).then(|| under_rows(grid.clone(), &folded, style));
        let layout = Layout { grid: with_notes.as_ref().unwrap_or(grid), shown, widths };
        if titled {
            self.table(&layout, style);
        } else {
            self.columns(&layout, style);
        }
    }

    /// Rows without titles: each cell behind the blanks that are owed to it, so that a line never ends in
    /// any. comfy-table would take three times the instructions, and these are most lines of a page.
    fn columns(&mut self, layout: &Layout, style: &Style) {
        for row in &layout.grid.rows {
            let lines: Vec<_> =
                layout.cells(row).map(|(cell, _, width)| wrap(cell.text(), Some(width))).collect();
            for line in 0..lines.iter().map(Vec::len).max().unwrap_or(0) {
                let mut owed = 0;
                for (lines, (cell, column, cells)) in lines.iter().zip(layout.cells(row)) {
                    let text = lines.get(line).map_or("", |text| text);
                    if text.is_empty() {
                        owed += cells + GAP;
                        continue;
                    }
                    let rest = cells.saturating_sub(width(text));
                    let before = if column.right { owed + rest } else { owed };
                    owed = if column.right { GAP } else { rest + GAP };
                    self.text.extend(repeat_n(' ', before));
                    self.cell(text, cell, column, style);
                }
                self.text.push('\n');
            }
            self.note(row, style);
        }
    }

    /// Rows under titles.
    fn table(&mut self, layout: &Layout, style: &Style) {
        let titles = layout.grid.columns.iter();
        let titles = titles.map(|column| Cell::Toned(Tone::Strong, column.title.clone())).collect();
        self.padded(&[Row { cells: titles, note: None }], layout, style);
        for rows in layout.grid.rows.chunks(ROWS_AT_A_TIME) {
            self.padded(rows, layout, style);
        }
    }

    /// Rows padded by comfy-table.
    fn padded(&mut self, rows: &[Row], layout: &Layout, style: &Style) {
        let mut table = Table::new();
        let junction = if style.color { SEPARATOR } else { ' ' };
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
                let lines = wrap(text, Some(limit));
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
            if layout.grid.columns[*n].right {
                padded.set_cell_alignment(CellAlignment::Right);
            }
        }
        let mut lines = table.lines();
        for (row, height) in rows.iter().zip(heights) {
            for line in lines.by_ref().take(height) {
                if style.color {
                    self.painted(&line, row, layout, style);
                } else {
                    self.text.push_str(line.trim_end());
                }
                self.text.push('\n');
            }
            self.note(row, style);
        }
    }

    /// A line of padded cells, painted one by one.
    fn painted(&mut self, line: &str, row: &Row, layout: &Layout, style: &Style) {
        let mut owed = 0;
        for (padded, (cell, column, _)) in line.split(SEPARATOR).zip(layout.cells(row)) {
            let text = padded.trim_end();
            let text_alone = text.trim_start();
            if !text_alone.is_empty() {
                self.text.extend(repeat_n(' ', owed + text.len() - text_alone.len()));
                self.cell(text_alone, cell, column, style);
                owed = 0;
            }
            owed += padded.len() - text.len() + 1;
        }
    }

    /// The text on one line of a cell, painted.
    fn cell(&mut self, text: &str, cell: &Cell, column: &Column, style: &Style) {
        let (tone, mut done) = (cell.tone(column), 0);
        if style.color && matches!(cell, Cell::Text(_)) {
            for range in highlighted(text, &column.highlights) {
                self.text.push_str(&paint(&text[done..range.start], tone, style));
                let word = text[range.clone()].bold().underline();
                let word = if tone == Tone::Key { word.cyan() } else { word };
                self.text.push_str(&word.to_string());
                done = range.end;
            }
        }
        let painted = paint(&text[done..], tone, style);
        match cell {
            Cell::Link(url) if style.links => self.text.push_str(&link(&painted, url)),
            _ => self.text.push_str(&painted),
        }
    }

    /// Where columns do not fit, each row is its first cell and below it the others: behind their titles a
    /// line each, without titles all in one.
    fn stacked(&mut self, grid: &Grid, titled: bool, style: &Style) {
        for (n, row) in grid.rows.iter().enumerate() {
            if titled && n > 0 {
                self.blank();
            }
            let mut cells = row.cells.iter().zip(&grid.columns);
            // A row that goes on under the one before has no name of its own.
            if let Some((name, column)) = cells.next().filter(|(name, _)| !name.text().is_empty()) {
                let tone = match name.tone(column) {
                    Tone::Plain if titled => Tone::Strong,
                    tone => tone,
                };
                self.paragraph(name.text(), "", if titled { "" } else { "  " }, tone, style);
            }
            let held = cells.filter(|(cell, _)| !cell.text().is_empty());
            if titled {
                for (cell, column) in held {
                    let text = [&column.title, style.lang.colon(), cell.text()].concat();
                    self.paragraph(&text, "  ", "  ", Tone::Plain, style);
                }
            } else {
                let texts: Vec<&str> = held.map(|(cell, _)| cell.text()).collect();
                if !texts.is_empty() {
                    self.paragraph(&texts.join(style.lang.comma()), "    ", "    ", Tone::Plain, style);
                }
            }
            self.note(row, style);
        }
    }
}

/// The width of each shown column; none where they cannot fit without breaking a word.
fn widths(grid: &Grid, titled: bool, shown: &[usize], limit: Option<usize>) -> Option<Vec<usize>> {
    let cells = |n: usize| {
        let title = titled.then_some(grid.columns[n].title.as_str());
        grid.rows.iter().map(move |row| row.cells[n].text()).chain(title)
    };
    let mut widths: Vec<usize> =
        shown.iter().map(|n| cells(*n).map(width).max().unwrap_or(0).max(1)).collect();
    let Some(limit) = limit else { return Some(widths) };
    let room = limit.checked_sub(GAP * shown.len().saturating_sub(1))?;
    let total: usize = widths.iter().sum();
    if total <= room {
        return Some(widths);
    }
    let least: Vec<usize> = shown
        .iter()
        .zip(&widths)
        .map(|(n, full)| {
            if grid.columns[*n].fit == Fit::NoWrap {
                return *full;
            }
            let word = cells(*n).map(|cell| longest_word(cell, grid.columns[*n].fit == Fit::Hyphens));
            word.max().unwrap_or(0).max(MIN_WIDTH.min(*full))
        })
        .collect();
    if least.iter().sum::<usize>() > room {
        return None;
    }
    let full = widths.clone();
    for _ in room..total {
        let can = |n: &usize| widths[*n] > least[*n];
        let gives = |n: &usize| grid.columns[shown[*n]].fit == Fit::Flexible && widths[*n] > FLEXIBLE_MIN;
        // What would take too many lines gives way last.
        let spares = |n: &usize| widths[*n] > full[*n].div_ceil(MAX_LINES);
        let widest = (0..widths.len()).filter(can).max_by_key(|n| (spares(n), gives(n), widths[*n]))?;
        widths[widest] -= 1;
    }
    let squeezed = |(width, n): (&usize, &usize)| cells(*n).any(|cell| self::width(cell) > MAX_LINES * width);
    let sheds = shown.iter().any(|n| grid.columns[*n].drop_order > 0);
    (!sheds || !widths.iter().zip(shown).any(squeezed)).then_some(widths)
}

/// A grid with the cells of some columns under their rows, each behind its title; a name needs none.
fn under_rows(mut grid: Grid, columns: &[usize], style: &Style) -> Grid {
    for row in &mut grid.rows {
        let held = columns.iter().filter(|n| !row.cells[**n].text().is_empty());
        let note = held.map(|n| match (&grid.columns[*n], row.cells[*n].text()) {
            (Column { tone: Tone::Strong, .. }, name) => name.to_owned(),
            (Column { title, .. }, text) => [title, style.lang.colon(), text].concat(),
        });
        let note = note.chain(row.note.take()).collect::<Vec<_>>().join(style.lang.semicolon());
        row.note = (!note.is_empty()).then_some(note);
    }
    grid
}

fn small(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

fn paint<'t>(text: &'t str, tone: Tone, style: &Style) -> Cow<'t, str> {
    if !style.color || text.is_empty() {
        return Cow::from(text);
    }
    match tone {
        Tone::Plain => Cow::from(text),
        Tone::Strong => Cow::from(text.bold().to_string()),
        Tone::Key => Cow::from(text.cyan().to_string()),
        Tone::Faint => Cow::from(text.dimmed().to_string()),
    }
}

/// A text that opens an address (OSC 8).
fn link(text: &str, url: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    ["\u{1b}]8;;", url, "\u{1b}\\", text, "\u{1b}]8;;\u{1b}\\"].concat()
}
