//! Bars: a column of shares becomes marks, in the room that the other columns leave. It knows nothing
//! of what is measured.

use super::{
    Cells, Grid,
    layout::{longest_word, width},
};

/// The share of the longest bar of its grid, in thousandths; below zero it is drawn with another mark.
#[must_use]
pub fn share(value: f64, largest: f64) -> String {
    if largest > 0.0 { format!("{:.0}", value / largest * 1000.0) } else { String::new() }
}

/// The most cells that a bar takes, and the fewest with which it still says something.
const MOST: usize = 30;
const LEAST: usize = 6;
/// Cells of text that the other columns may keep before bars give way to them.
const TEXT: usize = 16;

/// The grid with its shares drawn, for a screen of `limit` columns with `gap` blanks between them. Where
/// there is no room the bars are left out; the values stand beside them in any case.
#[must_use]
pub fn drawn(grid: &Grid, limit: Option<usize>, gap: usize, unicode: bool) -> Grid {
    let mut grid = grid.clone();
    let cells = limit.map_or(MOST, |limit| room(&grid, limit, gap).min(MOST));
    for (n, column) in grid.columns.iter().enumerate() {
        if column.cells == Cells::Bars {
            for row in &mut grid.rows {
                row[n] = match row[n].parse() {
                    Ok(share) if cells >= LEAST => bar(share, cells, unicode),
                    _ => String::new(),
                };
            }
        }
    }
    grid
}

fn room(grid: &Grid, limit: usize, gap: usize) -> usize {
    let wanted = |n: usize| {
        let cells = grid.rows.iter().map(|row| row[n].as_str());
        cells.map(|cell| width(cell).min(longest_word(cell).max(TEXT))).max().unwrap_or(0)
    };
    let others: usize = grid
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.cells != Cells::Bars)
        .map(|(n, _)| wanted(n))
        .sum();
    limit.saturating_sub(others + gap * grid.columns.len().saturating_sub(1))
}

/// A bar of up to `cells` cells, to an eighth of a cell where the characters allow it. What is not
/// nothing is never drawn as nothing.
fn bar(share: i32, cells: usize, unicode: bool) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let size = share.unsigned_abs() as usize;
    if size == 0 {
        return String::new();
    }
    if !unicode {
        let marks = (size * cells + 500) / 1000;
        return if share < 0 { "-" } else { "#" }.repeat(marks.max(1));
    }
    if share < 0 {
        return "░".repeat(((size * cells + 500) / 1000).max(1));
    }
    let eighths = ((size * cells * 8 + 500) / 1000).max(1);
    "█".repeat(eighths / 8) + EIGHTHS[eighths % 8]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Column;

    #[test]
    fn bars_are_as_long_as_their_share() {
        for (share, unicode, ascii) in [
            (1000, "██████████", "##########"),
            (500, "█████", "#####"),
            (512, "█████▏", "#####"),
            (1, "▏", "#"),
            (0, "", ""),
            (-300, "░░░", "---"),
        ] {
            assert_eq!(bar(share, 10, true), unicode);
            assert_eq!(bar(share, 10, false), ascii);
        }
    }

    #[test]
    fn bars_take_the_room_that_is_left_and_give_way_to_values() {
        let mut grid = Grid::plain(vec![Column::new(""), Column::new("").bars(), Column::new("")]);
        grid.row(["2020".into(), "1000".into(), "34.94 m passengers".into()]);
        let length = |limit| width(&drawn(&grid, limit, 2, true).rows[0][1]);
        assert_eq!(length(None), 30);
        assert_eq!(length(Some(40)), 40 - 4 - 16 - 4);
        assert_eq!(length(Some(25)), 0);
    }
}
