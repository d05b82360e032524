//! Blocks as text for a screen of any width: every column starts at one place on every line, no line is
//! wider than the limit, none ends in blanks.
//!
//! This file is the only user of comfy-table and of colored. comfy-table lays out what has titles; it is
//! given cells that are wrapped already, so that it never breaks a word; the paint goes on afterwards, so that it never counts it.

use std::borrow::Cow;

use colored::Colorize;
use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Row, Table, Width, presets};

use super::{
    Block, Cells, Column, Fit, Grid, Tone, bar,
    layout::{longest_word, width, wrap},
    mark::marked,
};
use crate::style::Style;

/// What stands before a note under a row.
const NOTE_INDENT: &str = "    ";

/// Blanks between two columns.
const GAP: usize = 2;

/// The width down to which a column that gives way does so before the others.
const FLEXIBLE_MIN: usize = 20;

/// The fewest columns that a list is left with; below that its rows say more as blocks.
const FEWEST: usize = 3;

/// The width below which no column of text is squeezed, whatever its words.
const LEAST: usize = 10;

/// The most lines that a cell may take before a column is left out instead.
const MOST_LINES: usize = 6;

/// How many rows of a list are laid out at a time.
const ROWS_AT_A_TIME: usize = 100;

/// Text for a screen, and notes on what did not fit.
#[derive(Debug, Default)]
pub struct Drawn {
    /// The text.
    pub text: String,
    /// The titles of the columns that were left out.
    pub dropped: Vec<String>,
}

/// Draws blocks.
#[must_use]
pub fn terminal(blocks: &[Block], style: &Style) -> Drawn {
    colored::control::set_override(style.color);
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
            Block::Legend(text) if style.width.is_some() => {
                drawn.blank();
                drawn.paragraph(text, "", "", Tone::Faint, style);
            }
            Block::Legend(_) => {}
            Block::Item(text) => drawn.paragraph(text, "  - ", "    ", Tone::Plain, style),
            Block::Indented(text) => drawn.paragraph(text, "    ", "    ", Tone::Faint, style),
            Block::Reference(number, text) => {
                let mark = ["[", &number.to_string(), "] "].concat();
                let first = [&"      "[mark.len().min(6)..], &mark].concat();
                drawn.paragraph(text, &first, "      ", Tone::Faint, style);
            }
            Block::Grid(grid) => drawn.grid(grid, style),
            Block::Blank => drawn.blank(),
        }
    }
    drawn
}

impl Drawn {
    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn paragraph(&mut self, text: &str, first: &str, rest: &str, tone: Tone, style: &Style) {
        let limit = style.width.map(|limit| limit.saturating_sub(width(rest)));
        for (n, line) in wrap(text, limit).into_iter().enumerate() {
            let indent = if n == 0 { first } else { rest };
            self.text.push_str(indent);
            self.line(&paint(&line, tone, style));
        }
    }

    fn grid(&mut self, grid: &Grid, style: &Style) {
        if grid.rows.is_empty() {
            return;
        }
        let drawn;
        let grid = if grid.columns.iter().any(|column| column.cells == Cells::Bars) {
            drawn = bar::drawn(grid, style.width, GAP, style.unicode);
            &drawn
        } else {
            grid
        };
        let mut shown: Vec<usize> = (0..grid.columns.len())
            .filter(|n| grid.header || rows_of_cells(grid).any(|row| !row[*n].is_empty()))
            .collect();
        let mut dropped = Vec::new();
        let widths = loop {
            if let Some(widths) = widths(grid, &shown, style.width) {
                break widths;
            }
            // The one that matters least goes; with none left to go, each row becomes a block.
            let least = shown.iter().copied().max_by_key(|n| grid.columns[*n].drop_order);
            let enough = !grid.header || shown.len() > FEWEST;
            match least.filter(|n| grid.columns[*n].drop_order > 0 && enough) {
                Some(least) => {
                    shown.retain(|n| *n != least);
                    dropped.push(grid.columns[least].title.clone());
                }
                None => return self.rows_as_blocks(grid, style),
            }
        };
        for title in dropped {
            if !title.is_empty() && !self.dropped.contains(&title) {
                self.dropped.push(title);
            }
        }
        if grid.header {
            self.table(grid, &shown, &widths, style);
        } else {
            self.aligned(grid, &shown, &widths, style);
        }
    }

    /// The lines of a page, which have no titles: each cell behind the blanks that are owed to it, so
    /// that a line never ends in any.
    fn aligned(&mut self, grid: &Grid, shown: &[usize], widths: &[usize], style: &Style) {
        for row in &grid.rows {
            if let Some(note) = grid.as_note(row) {
                self.paragraph(note, NOTE_INDENT, NOTE_INDENT, Tone::Faint, style);
                continue;
            }
            let cells: Vec<_> =
                shown.iter().zip(widths).map(|(n, width)| wrap(&row[*n], Some(*width))).collect();
            let lines = cells.iter().map(Vec::len).max().unwrap_or(0);
            for line in 0..lines {
                let mut owed = 0;
                for ((cell, n), cells) in cells.iter().zip(shown).zip(widths) {
                    let text = cell.get(line).map_or("", |text| text);
                    let (column, rest) = (&grid.columns[*n], cells.saturating_sub(width(text)));
                    if text.is_empty() {
                        owed += cells + GAP;
                        continue;
                    }
                    let before = if column.right { owed + rest } else { owed };
                    owed = if column.right { GAP } else { rest + GAP };
                    self.text.extend(std::iter::repeat_n(' ', before));
                    self.text.push_str(&paint(text, column.tone, style));
                }
                self.text.push('\n');
            }
        }
    }

    /// Rows under titles, some at a time: all of a long list at once would take twice the memory.
    fn table(&mut self, grid: &Grid, shown: &[usize], widths: &[usize], style: &Style) {
        let columns: Vec<&Column> = shown.iter().map(|n| &grid.columns[*n]).collect();
        let titles: Vec<&str> = columns.iter().map(|column| column.title.as_str()).collect();
        for line in laid_out(&[titles], &columns, widths).lines() {
            self.line(&paint(line.trim_end(), Tone::Strong, style));
        }
        let is_note = |row: &Vec<String>| grid.as_note(row).is_some();
        let alike = grid.rows.chunk_by(|a, b| is_note(a) == is_note(b));
        for rows in alike.flat_map(|rows| rows.chunks(ROWS_AT_A_TIME)) {
            if is_note(&rows[0]) {
                for note in rows.iter().flatten() {
                    self.paragraph(note, NOTE_INDENT, NOTE_INDENT, Tone::Faint, style);
                }
                continue;
            }
            let rows: Vec<Vec<&str>> =
                rows.iter().map(|row| shown.iter().map(|n| said(&row[*n])).collect()).collect();
            for line in laid_out(&rows, &columns, widths).lines() {
                let line = line.trim_end();
                if style.color {
                    self.line(&paint_columns(line, &columns, widths, &grid.marks, style));
                } else {
                    self.line(line);
                }
            }
        }
    }

    /// Where columns do not fit, each row is a block of `title: value` lines.
    fn rows_as_blocks(&mut self, grid: &Grid, style: &Style) {
        for (n, row) in grid.rows.iter().enumerate() {
            if let Some(note) = grid.as_note(row) {
                self.paragraph(note, NOTE_INDENT, NOTE_INDENT, Tone::Faint, style);
                continue;
            }
            if grid.header && n > 0 {
                self.blank();
            }
            let mut cells = row.iter().zip(&grid.columns);
            // A row that goes on under the one before has no name of its own.
            if let Some((cell, column)) = cells.next().filter(|(cell, _)| !cell.is_empty()) {
                let tone = if column.tone == Tone::Plain && grid.header { Tone::Strong } else { column.tone };
                self.paragraph(cell, "", if grid.header { "" } else { "  " }, tone, style);
            }
            let cells = cells.filter(|(cell, _)| !cell.is_empty());
            if grid.header {
                for (cell, column) in cells {
                    let text = format!("{}{}{cell}", column.title, style.lang.colon());
                    self.paragraph(&text, "  ", "  ", Tone::Plain, style);
                }
            } else {
                let rest: Vec<&str> = cells.map(|(cell, _)| cell.as_str()).collect();
                if !rest.is_empty() {
                    self.paragraph(&rest.join(style.lang.comma()), "    ", "    ", Tone::Plain, style);
                }
            }
        }
    }
}

/// Rows of cells in columns of these widths.
fn laid_out(rows: &[Vec<&str>], columns: &[&Column], widths: &[usize]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    for row in rows {
        let cell = |(cell, width): (&&str, &usize)| Cell::new_owned(fitted(cell, *width));
        table.add_row(Row::from(row.iter().zip(widths).map(cell).collect::<Vec<_>>()));
    }
    for (at, (column, width)) in columns.iter().zip(widths).enumerate() {
        let Some(laid_out) = table.column_mut(at) else { continue };
        let gap = if at + 1 == columns.len() { 0 } else { GAP };
        laid_out.set_padding((0, small(gap)));
        laid_out.set_constraint(ColumnConstraint::Absolute(Width::Fixed(small(width + gap))));
        if column.right {
            laid_out.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}

/// An empty cell of a list says so.
fn said(cell: &str) -> &str {
    if cell.is_empty() { "-" } else { cell }
}

/// A text in lines of a width.
fn fitted(text: &str, limit: usize) -> String {
    if width(text) <= limit { text.to_owned() } else { wrap(text, Some(limit)).join("\n") }
}

/// The rows that are not notes.
fn rows_of_cells(grid: &Grid) -> impl Iterator<Item = &Vec<String>> {
    grid.rows.iter().filter(|row| row.len() == grid.columns.len())
}

/// The width of each shown column; none where they cannot fit without breaking a word.
fn widths(grid: &Grid, shown: &[usize], limit: Option<usize>) -> Option<Vec<usize>> {
    let cells = |n: usize| {
        let title = grid.header.then_some(grid.columns[n].title.as_str());
        rows_of_cells(grid).map(move |row| row[n].as_str()).chain(title)
    };
    let mut widths: Vec<usize> =
        shown.iter().map(|n| cells(*n).map(width).max().unwrap_or(0).max(1)).collect();
    let Some(limit) = limit else { return Some(widths) };
    let room = limit.checked_sub(GAP * (shown.len() - 1))?;
    let total: usize = widths.iter().sum();
    if total <= room {
        return Some(widths);
    }
    let least: Vec<usize> = shown
        .iter()
        .zip(&widths)
        .map(|(n, full)| {
            let whole = grid.columns[*n].fit == Fit::NoWrap;
            let word = cells(*n).map(longest_word).max().unwrap_or(0);
            if whole { *full } else { word.max(LEAST.min(*full)) }
        })
        .collect();
    if least.iter().sum::<usize>() > room {
        return None;
    }
    let mut excess = total - room;
    while excess > 0 {
        let can = |n: &usize| widths[*n] > least[*n];
        let gives = |n: &usize| grid.columns[shown[*n]].fit == Fit::Flexible && widths[*n] > FLEXIBLE_MIN;
        let widest = (0..widths.len()).filter(can).max_by_key(|n| (gives(n), widths[*n]))?;
        widths[widest] -= 1;
        excess -= 1;
    }
    let squeezed =
        |(width, n): (&usize, &usize)| cells(*n).any(|cell| self::width(cell) > MOST_LINES * width);
    let sheds = shown.iter().any(|n| grid.columns[*n].drop_order > 0);
    (!sheds || !widths.iter().zip(shown).any(squeezed)).then_some(widths)
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

/// Paints a finished line column by column, by the cells that each column takes.
fn paint_columns(
    line: &str,
    columns: &[&Column],
    widths: &[usize],
    marks: &[String],
    style: &Style,
) -> String {
    let mut painted = String::new();
    let mut rest = line;
    for (column, cells) in columns.iter().zip(widths) {
        let (mut used, mut end) = (0, rest.len());
        for (at, c) in rest.char_indices() {
            if used >= cells + GAP {
                end = at;
                break;
            }
            used += width(c.encode_utf8(&mut [0; 4]));
        }
        let (cell, after) = rest.split_at(end);
        let text = cell.trim_end();
        let mut done = 0;
        if column.cells == Cells::Marked {
            for mark in marked(text, marks) {
                painted.push_str(&paint(&text[done..mark.start], column.tone, style));
                let word = text[mark.clone()].bold().underline();
                let word = if column.tone == Tone::Key { word.cyan() } else { word };
                painted.push_str(&word.to_string());
                done = mark.end;
            }
        }
        painted.push_str(&paint(&text[done..], column.tone, style));
        painted.push_str(&cell[text.len()..]);
        rest = after;
    }
    painted
}
