//! `figures`: figures as rows, filtered; with bars for those who ask for a chart.

use std::{borrow::Cow, io::Write};

use clap::{ArgMatches, Args, FromArgMatches};

use super::{Answer, Contract, Entry, Printer, Row, Shape, with_citations};
use crate::{
    cli::FigureFilter,
    error::Error,
    lang::Label,
    model::{Figure, Gap, Text},
    page::{Citations, Labels, Page, chart},
    query::{
        self,
        figures::Selected,
        resolve::{self, Resolved},
    },
    render::{Block, Column, Grid, Tone},
    store,
};

pub const FIGURES: Entry = Entry {
    name: "figures",
    about: "Figures as rows: value, date, scope, status, source",
    examples: &[
        "liangjiang figures guoyuan",
        "liangjiang figures guoyuan --sort -period,metric --fields period,metric,value,unit,source",
        "liangjiang ports -f ids | liangjiang figures - -f csv",
        "liangjiang figures --theme costs --latest",
    ],
    options: with_citations::<FiguresArgs>,
    run,
    contract: Some(Contract { row: "Figure", shape: Shape::List }),
    show: None,
};

#[derive(Args, Debug)]
struct FiguresArgs {
    /// Only of these records: id, name, alias or pinyin; - reads ids from standard input
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Which of them.
    #[command(flatten)]
    filter: FigureFilter,
    /// In the table, a bar for each full year; every series has its own scale
    #[arg(long)]
    chart: bool,
}

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let FiguresArgs { mut ids, filter, chart: is_chart } = FiguresArgs::from_arg_matches(matches)?;
    let piped = printer.read_ids(&mut ids)?;
    let atlas = printer.atlas;
    let Resolved { records, mut notes, missing } = resolve::records(&atlas, &ids, None, printer.matching())?;
    let records: Vec<usize> = records.into_iter().map(|(number, _)| number).collect();
    // No id at all asks for every figure; no id on standard input asks for none.
    let asked = (!ids.is_empty() || piped).then_some(&records[..]);
    let (rows, metric_notes) = query::figures::figures(&atlas, asked, &filter, printer.matching())?;
    notes.extend(metric_notes);
    let answer = Answer { missing, notes, ..Answer::list(rows) };
    match filter.theme.filter(|_| filter.latest) {
        _ if is_chart => printer.print(answer, &|rows, labels| {
            chart::page(rows.chunk_by(|a, b| a.stored.subject() == b.stored.subject()).map(read), labels)
        }),
        Some(typed) => {
            let theme = query::figures::theme(&atlas, &typed)?;
            let mut gaps = atlas.gaps()?;
            gaps.retain(|gap| gap.themes.contains(&theme));
            printer.print(answer, &|rows, labels| sheet(rows, &gaps, labels))
        }
        None => printer.print(answer, &page),
    }
}

impl Row for Selected<'_> {
    fn id(&self) -> Result<String, Error> {
        Ok(self.stored.id().to_owned())
    }

    fn write_json(&self, out: &mut dyn Write) -> Result<(), Error> {
        Ok(out.write_all(self.stored.json().as_bytes())?)
    }

    fn cited(&self) -> Vec<Text<'_>> {
        self.figure().map_or_else(|_| Vec::new(), |figure| vec![figure.into_owned().source])
    }
}

fn read<'r, 'a>(rows: &'r [Selected<'a>]) -> Result<Vec<Cow<'r, Figure<'a>>>, store::Error> {
    rows.iter().map(Selected::figure).collect()
}

fn page(rows: &[Selected], labels: &Labels) -> Result<Page, Error> {
    let label = |label| labels.column(label);
    let mut grid = Grid::new(vec![
        label(Label::Subject).tone(Tone::Key),
        label(Label::Metric),
        label(Label::Value).tone(Tone::Strong),
        label(Label::When),
        label(Label::Scope).fold_order(1),
        label(Label::Source).tone(Tone::Faint).fold_order(2),
    ]);
    for row in rows {
        let figure = &row.figure()?;
        grid.row([
            figure.subject.to_string(),
            labels.metric(figure).to_owned(),
            labels.value_or_statement(figure)? + labels.weak_mark(figure),
            labels.date_text(figure),
            labels.qualifiers(figure)?.join(labels.lang.comma()),
            figure.source.to_string(),
        ]);
        if let Some(note) = labels.note(figure) {
            grid.note(note);
        }
    }
    let page = Page::list(vec![Block::Table(grid)]).titled(labels.label(Label::Figures));
    Ok(page.noted(rows.is_empty(), labels.label(Label::NoFigures)).with_marks_explained(labels))
}

/// The newest figures of a theme, a line each below its metric, and what no source answers.
fn sheet<'a>(rows: &[Selected<'a>], gaps: &[Gap], labels: &Labels<'a>) -> Result<Page, Error> {
    let mut page = Page::default();
    let mut citations = Citations::default();
    for of_metric in read(rows)?.chunk_by(|one, next| one.metric == next.metric) {
        let mut grid = Grid::new(vec![
            Column::new("").tone(Tone::Strong),
            Column::new(""),
            Column::new(""),
            Column::new("").tone(Tone::Key),
            Column::new("").tone(Tone::Faint),
        ]);
        for figure in of_metric {
            let number = citations.cite(&figure.source, labels)?;
            grid.row([
                labels.value_or_statement(figure)? + labels.weak_mark(figure) + &labels.note_mark(figure),
                labels.date_beside(figure),
                labels.qualifiers(figure)?.join(labels.lang.comma()),
                figure.subject.to_string(),
                format!("[{number}]"),
            ]);
        }
        page.blocks.push(Block::Heading(labels.metric(&of_metric[0]).to_owned()));
        page.blocks.push(Block::Columns(grid));
    }
    let mut page = page.with_marks_explained(labels);
    if !gaps.is_empty() {
        page.blocks.push(labels.heading(Label::Gaps));
        page.blocks.extend(gaps.iter().map(|gap| Block::Item(labels.gap(gap))));
    }
    page.blocks.extend(citations.list(labels)?);
    Ok(page.noted(rows.is_empty(), labels.label(Label::NoFigures)))
}
