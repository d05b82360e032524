//! `conflicts [ID...]`: where sources disagree, with the figures side by side.

use std::collections::BTreeSet;

use clap::{ArgMatches, Args, FromArgMatches};
use serde::Serialize;

use super::{Answer, Contract, Entry, Printer, Row, Shape, with_output};
use crate::{
    error::Error,
    lang::{Label, phrase},
    model::{Dispute, Figure, Number, Text, series},
    page::{Labels, Page},
    query::resolve::{self, Resolved},
    render::{Block, Column, Grid, Tone},
    store::{self, Section},
};

pub const CONFLICTS: Entry = Entry {
    name: "conflicts",
    about: "Where sources disagree, with the figures side by side",
    examples: &["liangjiang conflicts", "liangjiang conflicts guoyuan --lang zh"],
    options: with_output::<ConflictsArgs>,
    run,
    contract: Some(Contract { row: "Conflict", shape: Shape::List }),
    show: None,
};

#[derive(Args, Debug)]
struct ConflictsArgs {
    /// Only those that concern these records: id, name, alias or pinyin; - reads ids from standard input
    #[arg(value_name = "ID")]
    ids: Vec<String>,
}

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let ConflictsArgs { mut ids } = ConflictsArgs::from_arg_matches(matches)?;
    let piped = printer.read_ids(&mut ids)?;
    let atlas = printer.atlas;
    let Resolved { records, notes, missing } = resolve::records(&atlas, &ids, None, printer.matching())?;
    let mut numbers = BTreeSet::new();
    if ids.is_empty() && !piped {
        numbers.extend(0..atlas.count(Section::Disputes)?);
    }
    for (number, _) in records {
        numbers.extend(atlas.record_index(number)?.disputes.iter().map(|n| *n as usize));
    }
    let mut rows = Vec::new();
    for number in numbers {
        let Dispute { id, text, text_zh, note, note_zh, figures, origin } = atlas.dispute(number)?.read()?;
        let figures = figures
            .iter()
            .map(|id| atlas.figure(id)?.ok_or(store::Error::Missing))
            .collect::<Result<Vec<Figure>, store::Error>>()?;
        let span = span(&figures);
        let unit = span.and(figures.first()).and_then(|figure| figure.unit.clone());
        rows.push(Conflict { id, text, text_zh, note, note_zh, span, unit, figures, origin });
    }
    printer.print(Answer { missing, notes, ..Answer::list(rows) }, &page)
}

/// A dispute with its figures.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Conflict<'a> {
    /// Kebab-case id.
    pub id: Text<'a>,
    /// What is disputed, in English.
    pub text: Text<'a>,
    /// What is disputed, in Chinese.
    pub text_zh: Text<'a>,
    /// What a reader should make of it, in English.
    pub note: Text<'a>,
    /// What a reader should make of it, in Chinese.
    pub note_zh: Text<'a>,
    /// Lowest and highest value, where all figures are numbers of one series.
    pub span: Option<[Number; 2]>,
    /// Unit of that span.
    pub unit: Option<Text<'a>>,
    /// The figures concerned.
    pub figures: Vec<Figure<'a>>,
    /// Where it stands in the user's own data, `file:line`; none for the data of the program.
    pub origin: Option<Text<'a>>,
}

impl Row for Conflict<'_> {}

/// Lowest and highest value, where all figures are numbers of one series and differ: phases and
/// territories are no ends of one scale.
fn span(figures: &[Figure]) -> Option<[Number; 2]> {
    let first = figures.first()?;
    let mut numbers = Vec::new();
    for figure in figures {
        numbers.push(figure.value.number().filter(|_| series::same(figure, first))?);
    }
    let by_size = |a: &Number, b: &Number| a.0.total_cmp(&b.0);
    let low = numbers.iter().copied().min_by(by_size)?;
    let high = numbers.iter().copied().max_by(by_size)?;
    (low != high).then_some([low, high])
}

fn page(rows: &[Conflict], labels: &Labels) -> Result<Page, Error> {
    let lang = labels.lang;
    let mut page = Page::default().titled(labels.label(Label::Disagree));
    for conflict in rows {
        let text = lang.pick(&conflict.text, &conflict.text_zh);
        page.blocks.push(Block::Heading(labels.with_mark(text, conflict.origin.as_ref())));
        page.blocks.push(Block::Text(lang.pick(&conflict.note, &conflict.note_zh).to_owned()));
        let mut grid = Grid::new(vec![
            Column::new("").tone(Tone::Key),
            Column::new("").tone(Tone::Strong),
            Column::new("").no_wrap(),
            Column::new(""),
            Column::new("").tone(Tone::Faint),
        ]);
        for figure in &conflict.figures {
            let source = labels.atlas.cited(&figure.source)?;
            grid.row([
                figure.subject.to_string(),
                labels.value(figure)?,
                labels.date_beside(figure),
                labels.coverage(figure)?.join(lang.comma()),
                [labels.publisher(&source), labels.weak_mark(figure), &labels.note_mark(figure)].concat(),
            ]);
        }
        page.blocks.push(Block::Columns(grid));
        if let Some([low, high]) = conflict.span {
            let unit = conflict.unit.as_deref();
            let apart = labels.difference(high - low, unit)?;
            let (low, high) = (labels.quantity(low, unit)?, labels.quantity(high, unit)?);
            page.blocks.push(Block::Faint(phrase::difference(apart, low, high, lang)));
        }
    }
    Ok(page.noted(rows.is_empty(), labels.label(Label::NoDisputes)).with_marks_explained(labels))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_of_one_series_have_a_span() {
        let span_to = |text: &str| span(&[text, "undated 5"].map(Figure::written));
        assert_eq!(span_to("undated 8"), Some([Number(5.0), Number(8.0)]));
        for other in ["8 unit=USD", "8 subject=y", "8 part=phase-one", "8 scope=whole-area", "about-eight"] {
            assert_eq!(span_to(&["undated ", other].concat()), None, "{other}");
        }
        assert_eq!(span(&[Figure::sample()]), None, "a single figure");
    }
}
