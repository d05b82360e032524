//! Figures as charts: for each record and metric, each series with bars for its full years. A series
//! has its own grid and its own scale, so that no two scopes, parts, units or statuses are ever set
//! beside each other as if they were one. A screen draws the bars in the rows, HTML as a picture beside them.

use std::borrow::Cow;

use super::{Citations, Labels, Page, labels::shown_as_statement};
use crate::{
    error::Error,
    lang::Label,
    model::{Figure, series},
    render::{Bar, Block, Cell, Column, Grid, Tone},
    store,
};

/// The charts of some records, each with its figures.
pub fn page<'r, 'a: 'r>(
    records: impl Iterator<Item = Result<Vec<Cow<'r, Figure<'a>>>, store::Error>>,
    labels: &Labels<'a>,
) -> Result<Page, Error> {
    let (mut blocks, mut citations, mut charted) = (Vec::new(), Citations::default(), 0);
    for figures in records {
        let figures = figures?;
        let figures: Vec<&Figure> = figures.iter().map(Cow::as_ref).collect();
        charted += of_record(&figures, labels, &mut citations, &mut blocks)?;
    }
    let is_empty = blocks.is_empty();
    if charted > 1 {
        let note = labels.label(Label::OwnScales);
        blocks.extend([Block::Blank, Block::Faint(note.to_owned())]);
    }
    let mut page = Page::of(blocks).with_marks_explained(labels);
    page.blocks.extend(citations.list(labels)?);
    Ok(page.titled(labels.label(Label::Figures)).noted(is_empty, labels.label(Label::NoFigures)))
}

/// The charts of the figures of one record, and how many have bars.
fn of_record<'a>(
    figures: &[&Figure<'a>],
    labels: &Labels<'a>,
    citations: &mut Citations<'a>,
    blocks: &mut Vec<Block>,
) -> Result<usize, Error> {
    let (mut charted, mut metric) = (0, "");
    for run in series::ranges(figures, labels.atlas.repeats()?) {
        let (own, first) = (&figures[run.clone()], figures[run.start]);
        if metric != &*first.metric {
            let name = labels.name_of(&first.subject)? + &labels.lang.bracket(&first.subject);
            blocks.push(Block::Heading(labels.lang.labelled(labels.metric(first), &name)));
            metric = &first.metric;
        }
        // What the series covers, where its heading does not say it.
        let caption = labels.coverage(first)?.join(labels.lang.comma());
        if !caption.is_empty() {
            if !matches!(blocks.last(), Some(Block::Heading(_))) {
                blocks.push(Block::Blank);
            }
            blocks.push(Block::Faint(caption));
        }
        let (grid, statements) = rows_of(own, labels, citations)?;
        charted += usize::from(grid.bars().next().is_some());
        if !grid.rows.is_empty() {
            blocks.push(Block::Chart { title: title(first, labels)?, grid, told: false });
        }
        blocks.extend(statements);
    }
    Ok(charted)
}

/// What a chart is of: the metric, the record and what of it.
pub fn title(figure: &Figure, labels: &Labels) -> Result<String, Error> {
    let mut parts = vec![labels.metric(figure).to_owned(), labels.name_of(&figure.subject)?];
    parts.extend(labels.coverage(figure)?);
    Ok(parts.join(labels.lang.comma()))
}

/// The columns of a chart.
pub fn columns(labels: &Labels) -> Grid {
    Grid::new(vec![
        labels.column(Label::When),
        Column::new("").tone(Tone::Key),
        labels.column(Label::Value).tone(Tone::Strong),
        labels.column(Label::Source).tone(Tone::Faint),
    ])
}

/// The bar of a figure, as a share of the largest size on its scale. Where that is zero, bars have no length.
pub fn bar(figure: &Figure, largest: f64) -> Cell {
    let Figure { status, qualifier, strength, .. } = *figure;
    let value = figure.value.number().map_or(0.0, |number| number.0);
    Cell::Bar(Bar { share: value / largest.max(f64::MIN_POSITIVE), status, qualifier, strength })
}

/// Whether a series has bars. A single one says nothing: it is as long as itself.
pub fn is_charted(figures: &[&Figure]) -> bool {
    let years = || figures.iter().filter_map(|figure| bar_of(figure)).map(|(year, _)| year);
    years().min() < years().max()
}

/// The rows of a series, with a bar for each full year and an empty row for each year between them that has
/// no value; and, as points, those of its figures that are told in words.
pub fn rows_of<'a>(
    figures: &[&Figure<'a>],
    labels: &Labels<'a>,
    citations: &mut Citations<'a>,
) -> Result<(Grid, Vec<Block>), Error> {
    let (mut grid, mut statements) = (columns(labels), Vec::new());
    let bars = || figures.iter().filter_map(|figure| bar_of(figure));
    let last = bars().map(|(year, _)| year).max();
    let largest = bars().map(|(_, value)| value.abs()).fold(0.0, f64::max);
    let charted = is_charted(figures);
    // The last year that has its row, from the first bar on.
    let mut filled: Option<u16> = None;
    for figure in figures {
        let end = figure.span().map(|span| span.end.year);
        if let (Some(from), Some(end), Some(last)) = (filled, end, last) {
            for year in from + 1..end.min(last) {
                grid.row([labels.year(year), String::new(), String::new(), String::new()]);
                filled = Some(year);
            }
        }
        let year = bar_of(figure).filter(|_| charted).map(|(year, _)| year);
        filled = filled.max(year);
        let bar = year.map_or_else(|| Cell::from(""), |_| bar(figure, largest));
        let mark = citations.mark(figure, labels)?;
        if shown_as_statement(figure) || !series::forms_series(figure, |_| false) {
            let date = labels.lang.bracket(&labels.date_text(figure));
            let doubts = labels.doubts(figure);
            statements.push(Block::Item(format!("{}{date}{doubts} {mark}", labels.statement(figure))));
            continue;
        }
        grid.row([
            labels.date_text(figure).into(),
            bar,
            (labels.value(figure)? + &labels.doubts(figure)).into(),
            mark.into(),
        ]);
    }
    Ok((grid, statements))
}

/// The year and length of a figure's bar: only one number for a full year has one.
fn bar_of(figure: &Figure) -> Option<(u16, f64)> {
    Some((series::year(figure)?, figure.value.number()?.0))
}
