//! Files that were written.

use super::{Page, Words};
use crate::{
    render::{Block, Column, Grid, Tone},
    view::Written,
};

pub fn written(rows: &[Written], words: &Words) -> Page {
    let lang = words.lang;
    let mut grid = Grid::with_header(vec![
        Column::new(lang.pick("FILE", "文件")).tone(Tone::Key),
        Column::new(lang.pick("ROWS", "行数")).right(),
        Column::new(lang.pick("BYTES", "字节")).right(),
    ]);
    for row in rows {
        let count = row.rows.map(|rows| rows.to_string()).unwrap_or_default();
        grid.row([row.id.clone(), count, row.bytes.to_string()]);
    }
    Page::of(vec![Block::Grid(grid)])
}
