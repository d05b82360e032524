//! Blocks as Markdown, for a memo: headings, lists and tables (GitHub's form), with everything escaped
//! that Markdown or HTML would take for markup.

use super::{Block, Column, Grid, bar};

/// Writes blocks as Markdown, with an empty line between them; the items of one list stand together.
pub fn markdown(blocks: &[Block]) -> String {
    let is_drawn = |block: &&Block| match block {
        Block::Blank => false,
        Block::Table(grid) | Block::Columns(grid) | Block::Chart { grid, .. } => !grid.rows.is_empty(),
        _ => true,
    };
    let (mut text, mut in_list) = (String::new(), false);
    for block in blocks.iter().filter(is_drawn) {
        let is_item = matches!(block, Block::Item(_) | Block::Indented(_) | Block::Reference { .. });
        text.push_str(if text.is_empty() || (in_list && is_item) { "" } else { "\n" });
        in_list = is_item;
        match block {
            Block::Title(title) => line(&mut text, "# ", title),
            Block::Heading(heading) => line(&mut text, "## ", heading),
            Block::Text(own) | Block::Faint(own) => line(&mut text, "", own),
            Block::Footnote(mark, note) => line(&mut text, "", &[mark, " ", note].concat()),
            Block::Item(item) => line(&mut text, "- ", item),
            Block::Indented(item) => line(&mut text, "  - ", item),
            Block::Reference { number, text: source, url } => {
                let url = url.as_ref().map(|url| [" ", url].concat()).unwrap_or_default();
                line(&mut text, "- ", &format!("[{number}] {source}{url}"));
            }
            Block::Table(grid) => table(&mut text, grid, true),
            Block::Columns(grid) => table(&mut text, grid, false),
            Block::Chart { grid, .. } => table(&mut text, &bar::drawn(grid.clone(), None), false),
            Block::Blank => {}
        }
    }
    text
}

fn line(text: &mut String, mark: &str, line: &str) {
    text.push_str(mark);
    text.push_str(&escape_markdown(line));
    text.push('\n');
}

fn table(text: &mut String, grid: &Grid, titled: bool) {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let title = |column: &Column| if titled { escape_markdown(&column.title) } else { String::new() };
    let rule = |column: &Column| if column.right { "---:" } else { "---" }.to_owned();
    text.push_str(&line(grid.columns.iter().map(title).collect()));
    text.push_str(&line(grid.columns.iter().map(rule).collect()));
    for row in &grid.rows {
        let cell =
            |text: &str| if text.is_empty() && titled { "-".to_owned() } else { escape_markdown(text) };
        text.push_str(&line(row.cells.iter().map(|own| cell(own.text())).collect()));
        if let Some(note) = &row.note {
            text.push_str(&line(vec![escape_markdown(note)]));
        }
    }
}

/// The text with every character escaped that Markdown or HTML would take for markup.
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
