//! Blocks as Markdown, for a memo: headings, lists and tables (GitHub's form), with everything escaped
//! that Markdown or HTML would take for markup.

use super::{Block, Cells, Column, Grid, bar};

/// Writes blocks as Markdown.
#[must_use]
pub fn markdown(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Title(title) => paragraph(&mut text, "# ", title),
            Block::Heading(heading) => paragraph(&mut text, "## ", heading),
            Block::Text(line) | Block::Faint(line) | Block::Legend(line) => paragraph(&mut text, "", line),
            Block::Item(item) => item_line(&mut text, &format!("- {}\n", escape_markdown(item))),
            Block::Indented(item) => item_line(&mut text, &format!("  - {}\n", escape_markdown(item))),
            Block::Reference(number, source) => {
                item_line(&mut text, &format!("- \\[{number}\\] {}\n", escape_markdown(source)));
            }
            Block::Grid(grid) => table(&mut text, grid),
            Block::Blank => {}
        }
    }
    text
}

fn apart(text: &mut String) {
    if !text.is_empty() && !text.ends_with("\n\n") {
        text.push('\n');
    }
}

fn paragraph(text: &mut String, mark: &str, line: &str) {
    apart(text);
    text.push_str(mark);
    text.push_str(&escape_markdown(line));
    text.push('\n');
}

/// Items of one list stand together.
fn item_line(text: &mut String, line: &str) {
    let in_list = text
        .trim_end_matches('\n')
        .rsplit('\n')
        .next()
        .is_some_and(|last| last.trim_start().starts_with("- "));
    if !in_list {
        apart(text);
    }
    text.push_str(line);
}

fn table(text: &mut String, grid: &Grid) {
    if grid.rows.is_empty() {
        return;
    }
    apart(text);
    let drawn;
    let grid = if grid.columns.iter().any(|column| column.cells == Cells::Bars) {
        drawn = bar::drawn(grid, None, 0, true);
        &drawn
    } else {
        grid
    };
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let title = |column: &Column| if grid.header { escape_markdown(&column.title) } else { String::new() };
    let rule = |column: &Column| if column.right { "---:" } else { "---" }.to_owned();
    text.push_str(&line(grid.columns.iter().map(title).collect()));
    text.push_str(&line(grid.columns.iter().map(rule).collect()));
    for cells in &grid.rows {
        let said = |cell: &String| {
            if cell.is_empty() && grid.header { "-".to_owned() } else { escape_markdown(cell) }
        };
        text.push_str(&line(cells.iter().map(said).collect()));
    }
}

/// The text with every character escaped that Markdown or HTML would take for markup.
#[must_use]
pub fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}
