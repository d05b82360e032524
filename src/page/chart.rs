//! Figures as charts: for each record and metric, each series with bars for its full years. A series
//! has its own grid and its own scale, so that no two scopes, parts, units or statuses are ever set
//! beside each other as if they were one. A screen draws the bars in the rows, HTML as a picture beside them.

use std::borrow::Borrow;

use super::{
    Citations, Labels, Page,
    labels::{mark, shown_as_statement},
};
use crate::{
    error::Error,
    lang::{self, Label},
    model::{Figure, series},
    render::{Bar, Block, Cell, Column, Grid, Tone},
};

pub fn page<'a, F: Borrow<Figure<'a>>>(figures: &[F], labels: &Labels) -> Result<Page, Error> {
    let figures: Vec<&Figure> = figures.iter().map(Borrow::borrow).collect();
    let repeats = labels.atlas.repeats()?;
    let mut page = Chart { labels, blocks: Vec::new(), citations: Citations::default(), charted: 0 };
    let mut named: Option<&Figure> = None;
    for run in series::ranges(&figures, repeats) {
        let own = &figures[run];
        let Some(first) = own.first().copied() else { continue };
        if named.is_none_or(|named| named.subject != first.subject || named.metric != first.metric) {
            let name = labels.name_of(&first.subject)?;
            let metric = labels.metric(first);
            let heading =
                format!("{metric}{}{name}{}", labels.lang.colon(), labels.lang.bracket(&first.subject));
            page.blocks.push(Block::Heading(heading));
            named = Some(first);
        }
        page.caption(first)?;
        let cite =
            |figure: &Figure| Ok(mark(page.citations.cite(&figure.source, labels)?.0, figure.strength));
        let (grid, statements) = rows_of(own, labels, cite)?;
        page.charted += usize::from(grid.bars().next().is_some());
        if !grid.rows.is_empty() {
            page.blocks.push(Block::Chart { title: title(first, labels)?, grid, told: false });
        }
        page.blocks.extend(statements);
    }
    if page.charted > 1 {
        let note = labels.label(Label::OwnScales);
        page.blocks.extend([Block::Blank, Block::Faint(note.to_owned())]);
    }
    page.blocks.extend(page.citations.list(labels)?);
    let mut drawn = Page::of(page.blocks).titled(labels.label(Label::Figures));
    if figures.is_empty() {
        drawn.notes.push(labels.label(Label::NoFigures).to_owned());
    }
    Ok(drawn)
}

struct Chart<'c, 'a> {
    labels: &'c Labels<'a>,
    blocks: Vec<Block>,
    citations: Citations<'a>,
    /// How many series have bars.
    charted: usize,
}

impl Chart<'_, '_> {
    /// What a series covers, where its heading does not say it.
    fn caption(&mut self, figure: &Figure) -> Result<(), Error> {
        let caption = self.labels.qualifiers(figure)?.join(self.labels.lang.comma());
        if !caption.is_empty() {
            if !matches!(self.blocks.last(), Some(Block::Heading(_))) {
                self.blocks.push(Block::Blank);
            }
            self.blocks.push(Block::Faint(caption));
        }
        Ok(())
    }
}

/// What a chart is of: the metric, the record and what of it.
pub fn title(figure: &Figure, labels: &Labels) -> Result<String, Error> {
    let mut parts = vec![labels.metric(figure).to_owned(), labels.name_of(&figure.subject)?];
    parts.extend(labels.qualifiers(figure)?);
    Ok(parts.join(labels.lang.comma()))
}

/// The columns of a chart.
pub fn columns(labels: &Labels) -> Grid {
    let label = |label: Label| Column::new(labels.label(label));
    Grid::new(vec![
        label(Label::When),
        Column::new("").tone(Tone::Key),
        label(Label::Value).tone(Tone::Strong),
        label(Label::Source).tone(Tone::Faint),
    ])
}

/// The bar of a figure, as a share of the largest on its scale.
pub fn bar(figure: &Figure, value: f64, largest: f64) -> Cell {
    let Figure { status, qualifier, strength, .. } = *figure;
    Cell::Bar(Bar { share: value / largest, status, qualifier, strength })
}

/// Whether a series has bars. A single one says nothing: it is as long as itself.
pub fn is_charted(figures: &[&Figure]) -> bool {
    let years = || figures.iter().filter_map(|figure| bar_of(figure)).map(|(year, _)| year);
    years().min() < years().max()
}

/// The rows of a series, with a bar for each full year and an empty row for each year between them that has
/// no value; and, as points, those of its figures that are told in words.
pub fn rows_of(
    figures: &[&Figure],
    labels: &Labels,
    mut cite: impl FnMut(&Figure) -> Result<String, Error>,
) -> Result<(Grid, Vec<Block>), Error> {
    let (mut grid, mut statements) = (columns(labels), Vec::new());
    let bars: Vec<Option<(u16, f64)>> = figures.iter().map(|figure| bar_of(figure)).collect();
    let last = bars.iter().flatten().map(|(year, _)| *year).max();
    let charted = is_charted(figures);
    // Where all are zero, bars have no length.
    let largest = bars.iter().flatten().map(|(_, value)| value.abs()).fold(f64::MIN_POSITIVE, f64::max);
    // The last year that has its row, from the first bar on.
    let mut filled: Option<u16> = None;
    for (figure, own) in figures.iter().zip(&bars) {
        let end = figure.span().map(|span| span.end.year);
        if let (true, Some(from), Some(end), Some(last)) = (charted, filled, end, last) {
            for year in from + 1..end.min(last) {
                let year_alone = lang::date(&year.to_string(), labels.lang);
                grid.row([year_alone, String::new(), String::new(), String::new()]);
                filled = Some(year);
            }
        }
        let bar = match own {
            Some((year, value)) if charted => {
                filled = Some(filled.map_or(*year, |filled| filled.max(*year)));
                bar(figure, *value, largest)
            }
            _ => Cell::from(""),
        };
        let cite = cite(figure)?;
        if shown_as_statement(figure) || !series::forms_series(figure, |_| false) {
            let date = labels.lang.bracket(&labels.date_text(figure));
            statements.push(Block::Item(format!("{}{date} {cite}", labels.statement(figure))));
            continue;
        }
        grid.row([labels.date_text(figure).into(), bar, labels.value(figure)?.into(), cite.into()]);
    }
    Ok((grid, statements))
}

/// The year and length of a figure's bar: only one number for a full year has one.
fn bar_of(figure: &Figure) -> Option<(u16, f64)> {
    Some((series::year(figure)?, figure.value.number()?.as_f64()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{fixture, lang::Lang, model::Value, render::Cell};

    /// The rows of each grid: date, share of the longest bar, value, mark.
    fn charted(figures: &[Figure]) -> Vec<Vec<Vec<String>>> {
        let text = |cell: Cell| match cell {
            Cell::Bar(bar) => format!("{:.0}", bar.share * 1000.0),
            cell => cell.text().to_owned(),
        };
        let page = page(figures, &Labels::new(fixture::atlas(), Lang::En, None)).unwrap();
        let grids = page.blocks.into_iter().filter_map(|block| match block {
            Block::Chart { grid, .. } => {
                let rows = grid.rows.into_iter();
                Some(rows.map(|row| row.cells.into_iter().map(text).collect()).collect())
            }
            _ => None,
        });
        grids.collect()
    }

    /// The figures of one metric of a record.
    fn of(subject: &str, metric: &str) -> Vec<Figure<'static>> {
        let atlas = fixture::atlas();
        let number = atlas.record_number(subject).unwrap().unwrap();
        let figures = atlas.figures_of(number).unwrap().into_iter();
        figures.filter(|figure| figure.metric == metric).collect()
    }

    #[test]
    fn scopes_parts_units_and_statuses_never_share_a_chart() {
        let atlas = fixture::atlas();
        let figures = atlas.figures().unwrap();
        let labels = Labels::new(atlas, Lang::En, None);
        // The grouping is made here anew, from what a series is said to be and not from the code of it.
        let series =
            |f: &Figure| format!("{} {} {:?}", f.subject, f.metric, (&f.scope, &f.part, &f.unit, f.status));
        let repeats = atlas.repeats().unwrap();
        let mut want: Vec<Vec<String>> = Vec::new();
        for group in figures.chunk_by(|a, b| series(a) == series(b) && !repeats(&a.metric)) {
            let measured = |f: &&Figure| {
                matches!(f.value, Value::Number(_) | Value::Range(..)) && f.part.as_deref() != Some("part")
            };
            let values: Vec<_> = group.iter().filter(measured).map(|f| labels.value(f).unwrap()).collect();
            want.extend((!values.is_empty()).then_some(values));
        }
        let values = |rows: Vec<Vec<String>>| -> Vec<String> {
            rows.into_iter().map(|row| row[2].clone()).filter(|value| !value.is_empty()).collect()
        };
        let drawn: Vec<_> = charted(&figures).into_iter().map(values).collect();
        assert_eq!(drawn, want);
    }

    #[test]
    fn only_full_years_have_bars_and_missing_years_have_blank_rows() {
        let rows = &charted(&of("cangyun", "passengers"))[0];
        let bars: Vec<(&str, &str)> = rows.iter().map(|row| (&*row[0], &*row[1])).collect();
        // 9.5 and 3.494 of 12 million, in thousandths.
        let want =
            [("2019", "792"), ("2020", "291"), ("2021", ""), ("2022", ""), ("2023", ""), ("2024", "1000")];
        assert_eq!(bars, want);
        let part_year = charted(&of("bailuwan", "container-throughput"))[0].clone().pop().unwrap();
        assert_eq!((&*part_year[0], &*part_year[1]), ("Jan to Mar 2025", ""));
    }
}
