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
pub fn drawn(mut grid: Grid, limit: Option<usize>, gap: usize, unicode: bool) -> Grid {
    let cells = limit.map_or(MAX_CELLS, |limit| room(&grid, limit, gap).min(MAX_CELLS));
    for cell in grid.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Cell::Bar(Bar { share, .. }) = *cell {
            let bar = if cells < MIN_CELLS { String::new() } else { bar(share, cells, unicode) };
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

/// A bar of up to `cells` cells, to an eighth of a cell where the characters allow it. A value other than
/// zero has at least the shortest bar.
fn bar(share: f64, cells: usize, unicode: bool) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    // The length in parts of a cell.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 240")]
    let length = |parts: u32| ((share.abs() * f64::from(parts)).round() as usize).max(1);
    let cells = u32::try_from(cells).unwrap_or(0);
    match (share < 0.0, unicode) {
        _ if share == 0.0 => String::new(),
        (true, false) => "-".repeat(length(cells)),
        (false, false) => "#".repeat(length(cells)),
        (true, true) => "░".repeat(length(cells)),
        (false, true) => {
            let eighths = length(cells * 8);
            "█".repeat(eighths / 8) + EIGHTHS[eighths % 8]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{Qualifier, Status, Strength},
        render::Column,
    };

    #[test]
    fn bars_are_as_long_as_their_share() {
        for (share, unicode, ascii) in [
            (1.0, "██████████", "##########"),
            (0.5, "█████", "#####"),
            (0.512, "█████▏", "#####"),
            (0.0001, "▏", "#"),
            (0.0, "", ""),
            (-0.3, "░░░", "---"),
        ] {
            assert_eq!(bar(share, 10, true), unicode);
            assert_eq!(bar(share, 10, false), ascii);
        }
    }

    #[test]
    fn bars_take_the_room_that_is_left_and_give_way_to_values() {
        let mut grid = Grid::new(vec![Column::default(); 3]);
        let (status, qualifier, strength) = (Status::Actual, Qualifier::Exact, Strength::Primary);
        let bar = Cell::Bar(Bar { share: 1.0, status, qualifier, strength });
        grid.row(["2020".into(), bar, "34.94 m passengers".into()]);
        let length = |limit| width(drawn(grid.clone(), limit, 2, true).rows[0].cells[1].text());
        assert_eq!(length(None), 30);
        assert_eq!(length(Some(40)), 40 - 4 - 16 - 4);
        assert_eq!(length(Some(25)), 0);
    }
}
