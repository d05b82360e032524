//! Bars of a chart as a picture in HTML. Its lengths are in units of a viewBox, of which a character of text
//! takes about [`CELL`]; colours and dashes are in `page.css`.

use super::{Bar, Grid, html::Markup, wrap::width};
use crate::{
    lang::{Label, Lang},
    model::{Qualifier, Status, Strength},
};

/// Units of a cell of text.
const CELL: usize = 7;
/// Units from one bar to the next, and the height of a bar.
const STEP: usize = 20;
const HEIGHT: usize = 12;
/// The least width of a chart, and of the longest bars on both sides of zero together.
const WIDTH: usize = 400;
const MIN_ROOM: usize = 120;

/// How a bar of a weak source is filled; once in a page.
const HATCH: &str = "<defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" \
    patternTransform=\"rotate(45)\"><path d=\"M1 0V5\"/></pattern></defs>";

/// The sign of a value that is not exact. The value behind it says the same in words.
fn sign(bar: &Bar) -> &'static str {
    match bar.qualifier {
        Qualifier::AtLeast => "> ",
        Qualifier::Minimum => "≥ ",
        Qualifier::About => "≈ ",
        Qualifier::AtMost => "≤ ",
        Qualifier::Exact | Qualifier::Range => "",
    }
}

/// Draws the rows of a grid: name, bar, value. `number` tells the charts of a page apart.
pub fn chart(title: &str, grid: &Grid, number: usize, lang: Lang, out: &mut Markup) {
    let widest = |n: usize| grid.rows.iter().map(|row| width(row.cells[n].text())).max().unwrap_or(0);
    let (names, values) = ((widest(0) + 1) * CELL, (widest(2) + 4) * CELL);
    let room = WIDTH.saturating_sub(names + values).max(MIN_ROOM);
    let shares = || grid.bars().map(|bar| bar.share);
    let (below, above) = (-shares().fold(0.0, f64::min), shares().fold(0.0, f64::max));
    // A bar of zero has no length, whatever the scale.
    let scale = if below + above > 0.0 { below + above } else { 1.0 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to some hundreds")]
    let units = |share: f64| {
        (share.abs() / scale * f64::from(u16::try_from(room).unwrap_or(u16::MAX))).round() as usize
    };
    let zero = names + units(below);
    let height = grid.rows.len() * STEP;

    out.put(
        "<svg role=\"img\" aria-labelledby=\"ct{} cd{}\" viewBox=\"0 0 {} {}\"><title id=\"ct{}\">{}</title><desc \
         id=\"cd{}\">",
        &[&number, &number, &(names + room + values), &height, &number, &title, &number],
    );
    for row in &grid.rows {
        let value = Some(row.cells[2].text()).filter(|value| !value.is_empty());
        let value = value.unwrap_or(Label::NotHeld.text(lang));
        out.put("{}{}{}{}", &[&row.cells[0].text(), &lang.colon(), &value, &lang.semicolon()]);
    }
    out.put("</desc>", &[]);
    out.put(if number == 1 { HATCH } else { "" }, &[]);
    for (n, row) in grid.rows.iter().enumerate() {
        let top = n * STEP + (STEP - HEIGHT) / 2;
        let (baseline, mut end) = (top + HEIGHT - 2, zero);
        out.put(
            "<text x=\"{}\" y=\"{}\" class=\"name\">{}</text>",
            &[&(names - CELL), &baseline, &row.cells[0].text()],
        );
        if let Some(bar) = row.cells[1].bar() {
            let length = units(bar.share);
            let start = if bar.share < 0.0 { zero - length } else { zero };
            end = end.max(start + length);
            let status = match bar.status {
                Status::Actual => "held",
                Status::Target => "target",
                Status::Estimate | Status::Designed => "plan",
            };
            let weak = if bar.strength == Strength::Weak { " weak" } else { "" };
            out.put(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"{}{}\"/>",
                &[&start, &top, &length, &HEIGHT, &status, &weak],
            );
        }
        let sign = row.cells[1].bar().map_or("", sign);
        out.put(
            "<text x=\"{}\" y=\"{}\">{}{}</text><path d=\"M{} {}h4\"/>",
            &[&(end + CELL), &baseline, &sign, &row.cells[2].text(), &(zero - 4), &(n * STEP + STEP / 2)],
        );
    }
    out.put("<path d=\"M{} 0V{}\"/></svg>", &[&zero, &height]);
    let has = |test: &dyn Fn(&Bar) -> bool| grid.bars().any(test);
    for (label, is_met) in [
        (Label::BarOfTarget, has(&|bar| bar.status == Status::Target)),
        (Label::BarOfPlan, has(&|bar| matches!(bar.status, Status::Estimate | Status::Designed))),
        (Label::BarOfWeak, has(&|bar| bar.strength == Strength::Weak)),
        (Label::BarSigns, has(&|bar| !sign(bar).is_empty())),
    ] {
        if is_met {
            out.put("<p class=\"f\">{}</p>", &[&label.text(lang)]);
        }
    }
}
