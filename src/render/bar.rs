//! Bars: shares become rows of characters.

use super::{Bar, Cell, Grid};

/// Most cells of the longest bar; it takes a third of a narrower screen.
const MAX_CELLS: u16 = 30;
/// The narrowest screen that has bars; the values stand beside them in any case.
const MIN_WIDTH: usize = 60;

/// The grid with text in the place of its bars, for a screen of `limit` columns.
pub fn drawn(mut grid: Grid, limit: Option<usize>) -> Grid {
    let cells = match limit {
        Some(limit) if limit < MIN_WIDTH => 0,
        Some(limit) => u16::try_from(limit / 3).unwrap_or(MAX_CELLS).min(MAX_CELLS),
        None => MAX_CELLS,
    };
    for cell in grid.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Cell::Bar(Bar { share, .. }) = *cell {
            *cell = Cell::Text(bar(share, cells));
        }
    }
    grid
}

/// A bar of up to `cells` cells. A value other than zero has at least one.
fn bar(share: f64, cells: u16) -> String {
    if share == 0.0 || cells == 0 {
        return String::new();
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 30")]
    let length = (share.abs() * f64::from(cells)).round() as usize;
    if share < 0.0 { "░" } else { "█" }.repeat(length.max(1))
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
