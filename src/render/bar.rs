//! Bars: shares become rows of characters, in the room that the other columns leave.

use super::{
    Bar, Cell, Grid,
    wrap::{longest_word, width},
};

/// Most and fewest cells of the longest bar; with fewer there are no bars.
const MAX_CELLS: usize = 30;
const MIN_CELLS: usize = 6;
/// Cells of text that each other column may keep before bars give way to it.
const TEXT_CELLS: usize = 16;

/// The grid with text in the place of its bars, for a screen of `limit` columns with `gap` blanks between
/// them. Where there is no room the bars are left out; the values stand beside them in any case.
pub fn drawn(mut grid: Grid, limit: Option<usize>, gap: usize) -> Grid {
    let cells = limit.map_or(MAX_CELLS, |limit| room(&grid, limit, gap).min(MAX_CELLS));
    for cell in grid.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Cell::Bar(Bar { share, .. }) = *cell {
            let bar = if cells < MIN_CELLS { String::new() } else { bar(share, cells) };
            *cell = Cell::Text(bar);
        }
    }
    grid
}

/// The cells that the columns of text leave.
fn room(grid: &Grid, limit: usize, gap: usize) -> usize {
    let wanted = |n: usize| {
        let texts = grid.rows.iter().map(|row| row.cells[n].text());
        texts.map(|text| width(text).min(longest_word(text, false).max(TEXT_CELLS))).max().unwrap_or(0)
    };
    let texts: usize = (0..grid.columns.len()).map(wanted).sum();
    limit.saturating_sub(texts + gap * grid.columns.len().saturating_sub(1))
}

/// A bar of up to `cells` cells. A value other than zero has at least one.
fn bar(share: f64, cells: usize) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "from 0 to 30"
    )]
    let length = (share.abs() * cells as f64).round() as usize;
    match share {
        0.0 => String::new(),
        ..0.0 => "░".repeat(length.max(1)),
        _ => "█".repeat(length.max(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_share() {
        for (share, want) in [(1.0, "██████████"), (0.52, "█████"), (0.0001, "█"), (0.0, ""), (-0.3, "░░░")]
        {
            assert_eq!(bar(share, 10), want);
        }
    }
}
