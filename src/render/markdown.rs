//! Blocks as Markdown, for a memo: headings, lists and tables (GitHub's form), with everything escaped
//! that Markdown or HTML would take for markup.

use std::{io, io::Write};

use super::{Block, Column, Grid, bar};

/// Writes blocks as Markdown, with an empty line between them; the items of one list stand together.
pub fn markdown(blocks: Vec<Block>, out: &mut dyn Write) -> io::Result<()> {
    let is_drawn = |block: &Block| match block {
        Block::Blank => false,
        Block::Table(grid) | Block::Columns(grid) | Block::Chart { grid, .. } => !grid.rows.is_empty(),
        _ => true,
    };
    let (mut is_first, mut in_list) = (true, false);
    for block in blocks.into_iter().filter(is_drawn) {
        let is_item = matches!(block, Block::Item(_) | Block::Indented(_) | Block::Reference { .. });
        out.write_all(if is_first || (in_list && is_item) { b"" } else { b"\n" })?;
        (is_first, in_list) = (false, is_item);
        match block {
            Block::Title(title) => line(out, "# ", &title)?,
            Block::Heading(heading) => line(out, "## ", &heading)?,
            Block::Text(own) | Block::Faint(own) => line(out, "", &own)?,
            Block::Footnote(mark, note) => line(out, "", &[&mark, " ", &*note].concat())?,
            Block::Item(item) => line(out, "- ", &item)?,
            Block::Indented(item) => line(out, "  - ", &item)?,
            Block::Reference { number, text, url } => {
                let url = url.map(|url| [" ", &url].concat()).unwrap_or_default();
                line(out, "- ", &format!("[{number}] {text}{url}"))?;
            }
            Block::Table(grid) => table(out, grid, true)?,
            Block::Columns(grid) => table(out, grid, false)?,
            Block::Chart { grid, .. } => table(out, bar::drawn(grid, None), false)?,
            Block::Blank => {}
        }
    }
    Ok(())
}

fn line(out: &mut dyn Write, mark: &str, line: &str) -> io::Result<()> {
    writeln!(out, "{mark}{}", escape_markdown(line))
}

fn table(out: &mut dyn Write, grid: Grid, titled: bool) -> io::Result<()> {
    let Grid { columns, rows } = grid;
    let mut line = |cells: Vec<String>| writeln!(out, "| {} |", cells.join(" | "));
    let title = |column: &Column| if titled { escape_markdown(&column.title) } else { String::new() };
    let rule = |column: &Column| if column.right { "---:" } else { "---" }.to_owned();
    line(columns.iter().map(title).collect())?;
    line(columns.iter().map(rule).collect())?;
    for row in rows {
        let cell =
            |text: &str| if text.is_empty() && titled { "-".to_owned() } else { escape_markdown(text) };
        line(row.cells.iter().map(|own| cell(own.text())).collect())?;
        if let Some(note) = &row.note {
            line(vec![escape_markdown(note)])?;
        }
    }
    Ok(())
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
