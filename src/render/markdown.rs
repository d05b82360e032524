//! Blocks as Markdown, for a memo: headings, lists and tables (GitHub's form), with everything escaped
//! that Markdown or HTML would take for markup.

use super::{Block, Column, Grid, bar};

/// Writes blocks as Markdown.
pub fn markdown(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Title(title) => paragraph(&mut text, "# ", title),
            Block::Heading(heading) => paragraph(&mut text, "## ", heading),
            Block::Text(line) | Block::Faint(line) => paragraph(&mut text, "", line),
            Block::Footnote(mark, note) => paragraph(&mut text, "", &[mark, " ", note].concat()),
            Block::Item(item) => item_line(&mut text, &format!("- {}\n", escape_markdown(item))),
            Block::Indented(item) => item_line(&mut text, &format!("  - {}\n", escape_markdown(item))),
            Block::Reference { number, text: source, url } => {
                let url = url.as_ref().map(|url| [" ", &*escape_markdown(url)].concat()).unwrap_or_default();
                item_line(&mut text, &format!("- \\[{number}\\] {}{url}\n", escape_markdown(source)));
            }
            Block::Table(grid) => table(&mut text, grid, true),
            Block::Columns(grid) => table(&mut text, grid, false),
            Block::Chart { grid, .. } => table(&mut text, &bar::drawn(grid.clone(), None, 0, true), false),
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

fn table(text: &mut String, grid: &Grid, titled: bool) {
    if grid.rows.is_empty() {
        return;
    }
    apart(text);
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
