//! Blocks as text for a screen of any width: every column starts at one place on every line, no line is
//! wider than the limit, none ends in blanks.
//!
//! This file is the only user of comfy-table and of colored. comfy-table is given cells that are wrapped
//! already, so that it never breaks a word; the paint goes on afterwards, so that it never counts it.

use colored::Colorize;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets};

use super::{
    Block, Column, Grid, Look, Tone,
    layout::{longest_word, width, wrap},
    mark::marked,
};

/// Blanks between two columns.
const GAP: usize = 2;

/// Text for a screen, and notes on what did not fit.
#[derive(Debug, Default)]
pub struct Drawn {
    /// The text.
    pub text: String,
    /// The titles of the columns that were left out.
    pub shed: Vec<String>,
}

/// Draws blocks.
#[must_use]
pub fn terminal(blocks: &[Block], look: &Look) -> Drawn {
    colored::control::set_override(look.color);
    let mut drawn = Drawn::default();
    for block in blocks {
        match block {
            Block::Title(text) => drawn.paragraph(text, "", "", Tone::Strong, look),
            Block::Heading(text) => {
                drawn.blank();
                drawn.paragraph(text, "", "", Tone::Strong, look);
            }
            Block::Text(text) => drawn.paragraph(text, "", "", Tone::Plain, look),
            Block::Faint(text) => drawn.paragraph(text, "", "", Tone::Faint, look),
            Block::Item(text) => drawn.paragraph(text, "  - ", "    ", Tone::Plain, look),
            Block::Reference(number, text) => {
                let first = format!("{:>5} ", format!("[{number}]"));
                drawn.paragraph(text, &first, "      ", Tone::Faint, look);
            }
            Block::Grid(grid) => drawn.grid(grid, look),
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

    fn paragraph(&mut self, text: &str, first: &str, rest: &str, tone: Tone, look: &Look) {
        let limit = look.width.map(|limit| limit.saturating_sub(width(rest)));
        for (n, line) in wrap(text, limit).into_iter().enumerate() {
            let indent = if n == 0 { first } else { rest };
            self.line(&format!("{indent}{}", paint(&line, tone, look)));
        }
    }

    fn grid(&mut self, grid: &Grid, look: &Look) {
        if grid.rows.is_empty() {
            return;
        }
        let mut shown: Vec<usize> = (0..grid.columns.len())
            .filter(|n| grid.header || grid.rows.iter().any(|row| !row[*n].is_empty()))
            .collect();
        let mut shed = Vec::new();
        let widths = loop {
            if let Some(widths) = widths(grid, &shown, look.width) {
                break widths;
            }
            // The one that matters least goes; with none left to go, each row becomes a block.
            let least = shown.iter().copied().max_by_key(|n| grid.columns[*n].shed);
            match least.filter(|n| grid.columns[*n].shed > 0) {
                Some(least) => {
                    shown.retain(|n| *n != least);
                    shed.push(grid.columns[least].title.clone());
                }
                None => return self.rows_as_blocks(grid, look),
            }
        };
        for title in shed {
            if !title.is_empty() && !self.shed.contains(&title) {
                self.shed.push(title);
            }
        }
        self.table(grid, &shown, &widths, look);
    }

    fn table(&mut self, grid: &Grid, shown: &[usize], widths: &[usize], look: &Look) {
        let cells = |cell: &dyn Fn(usize) -> String| -> Vec<String> {
            let wrapped = |(n, width): (&usize, &usize)| wrap(&cell(*n), Some(*width)).join("\n");
            shown.iter().zip(widths).map(wrapped).collect()
        };
        let mut table = Table::new();
        table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
        let header: Vec<String> = cells(&|n| grid.columns[n].title.clone());
        let header_lines = header.iter().map(|title| title.lines().count().max(1)).max().unwrap_or(0);
        if grid.header {
            table.add_row(header);
        }
        for row in &grid.rows {
            table.add_row(cells(&|n| said(&row[n], grid.header)));
        }
        for ((at, n), width) in shown.iter().enumerate().zip(widths) {
            let Some(column) = table.column_mut(at) else { continue };
            let gap = if at + 1 == shown.len() { 0 } else { GAP };
            column.set_padding((0, small(gap)));
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(small(width + gap))));
            if grid.columns[*n].right {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        let columns: Vec<&Column> = shown.iter().map(|n| &grid.columns[*n]).collect();
        for (n, line) in table.lines().enumerate() {
            let line = line.trim_end();
            if !look.color {
                self.line(line);
            } else if grid.header && n < header_lines {
                self.line(&paint(line, Tone::Strong, look));
            } else {
                self.line(&paint_columns(line, &columns, widths, &grid.marks, look));
            }
        }
    }

    /// Where columns do not fit, each row is a block of `title: value` lines.
    fn rows_as_blocks(&mut self, grid: &Grid, look: &Look) {
        for (n, row) in grid.rows.iter().enumerate() {
            if grid.header && n > 0 {
                self.blank();
            }
            let mut cells = row.iter().zip(&grid.columns).filter(|(cell, _)| !cell.is_empty());
            if let Some((cell, column)) = cells.next() {
                let tone = if column.tone == Tone::Plain && grid.header { Tone::Strong } else { column.tone };
                self.paragraph(cell, "", if grid.header { "" } else { "  " }, tone, look);
            }
            if grid.header {
                for (cell, column) in cells {
                    let text = format!("{}{}{cell}", column.title, look.lang.colon());
                    self.paragraph(&text, "  ", "  ", Tone::Plain, look);
                }
            } else {
                let rest: Vec<&str> = cells.map(|(cell, _)| cell.as_str()).collect();
                if !rest.is_empty() {
                    self.paragraph(&rest.join(look.lang.comma()), "    ", "    ", Tone::Plain, look);
                }
            }
        }
    }
}

/// An empty cell of a list says so.
fn said(cell: &str, header: bool) -> String {
    if cell.is_empty() && header { "-".to_owned() } else { cell.to_owned() }
}

/// The width of each shown column; none where they cannot fit without breaking a word.
fn widths(grid: &Grid, shown: &[usize], limit: Option<usize>) -> Option<Vec<usize>> {
    let cells = |n: usize| {
        let title = grid.header.then_some(grid.columns[n].title.as_str());
        grid.rows.iter().map(move |row| row[n].as_str()).chain(title)
    };
    let mut widths: Vec<usize> =
        shown.iter().map(|n| cells(*n).map(width).max().unwrap_or(0).max(1)).collect();
    let Some(limit) = limit else { return Some(widths) };
    let room = limit.checked_sub(GAP * (shown.len() - 1))?;
    let total: usize = widths.iter().sum();
    if total <= room {
        return Some(widths);
    }
    // Columns that do not wrap well (numbers, ids) keep their width; text gives way, the widest first.
    let least: Vec<usize> =
        shown.iter().map(|n| cells(*n).map(longest_word).max().unwrap_or(0).max(1)).collect();
    if least.iter().sum::<usize>() > room {
        return None;
    }
    let mut excess = total - room;
    while excess > 0 {
        let widest = (0..widths.len()).filter(|n| widths[*n] > least[*n]).max_by_key(|n| widths[*n])?;
        widths[widest] -= 1;
        excess -= 1;
    }
    // A column squeezed to shreds is worse than one left out.
    let text = widths
        .iter()
        .zip(shown)
        .any(|(width, n)| *width < 16 && cells(*n).any(|cell| self::width(cell) > 4 * width));
    (!text || grid.columns.iter().all(|column| column.shed == 0)).then_some(widths)
}

fn small(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

fn paint(text: &str, tone: Tone, look: &Look) -> String {
    if !look.color || text.is_empty() {
        return text.to_owned();
    }
    match tone {
        Tone::Plain => text.to_owned(),
        Tone::Strong => text.bold().to_string(),
        Tone::Key => text.cyan().to_string(),
        Tone::Faint => text.dimmed().to_string(),
    }
}

/// Paints a finished line column by column, by the cells that each column takes.
fn paint_columns(line: &str, columns: &[&Column], widths: &[usize], marks: &[String], look: &Look) -> String {
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
        if column.marked {
            for mark in marked(text, marks) {
                painted.push_str(&paint(&text[done..mark.start], column.tone, look));
                let word = text[mark.clone()].bold().underline();
                let word = if column.tone == Tone::Key { word.cyan() } else { word };
                painted.push_str(&word.to_string());
                done = mark.end;
            }
        }
        painted.push_str(&paint(&text[done..], column.tone, look));
        painted.push_str(&cell[text.len()..]);
        rest = after;
    }
    painted
}
