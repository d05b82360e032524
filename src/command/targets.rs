//! `plans --outcomes`: every target beside what came of it, by the record that sets it, and by how much it
//! was met or missed. The difference is arithmetic and says so by its words.

use super::{Answer, Contract, Printer, Row, Shape};
use crate::{
    error::Error,
    lang::{self, Label, Lang, phrase},
    model::{Figure, Kind, Number, Qualifier},
    page::{Labels, Page, chart, shown_as_statement},
    query::{
        resolve::FuzzyMatch,
        targets::{self, Difference, Reason, TargetResult, Verdict},
    },
    render::{Block, Cell, Column, Grid},
};

/// What the JSON of `plans --outcomes` is.
pub const CONTRACT: Contract = Contract { keys: TargetResult::KEYS, row: "TargetResult", shape: Shape::List };

/// Prints the targets of the plans that passed the filters. Where all plans passed, those of all records
/// are meant, for some are set by a park or an industry.
pub fn print(plans: &[usize], notes: Vec<FuzzyMatch>, printer: &mut Printer) -> Result<(), Error> {
    let atlas = printer.atlas;
    let rows = if plans.len() == atlas.numbers_of(Kind::Plan)?.len() {
        targets::of_records(&atlas, 0..atlas.record_count()?)?
    } else {
        targets::of_records(&atlas, plans.iter().copied())?
    };
    printer.print(Answer { notes, ..Answer::list(rows) }, &page)
}

impl Row for TargetResult<'_> {
    const KEYS: &'static [&'static str] = &[
        "id", "plan", "of", "metric", "year", "target", "outcome", "also", "verdict", "reason",
        "scope_presumed", "difference", "origin",
    ];

    fn id(&self) -> String {
        self.id.to_string()
    }
}

fn page(rows: &[TargetResult], labels: &Labels) -> Result<Page, Error> {
    let mut blocks = vec![Block::Text(summary(rows, labels.lang))];
    for group in rows.chunk_by(|a, b| a.plan == b.plan) {
        if let Some(first) = group.first() {
            let name = labels.name_of(&first.plan)?;
            blocks.push(Block::Heading(format!("{name}{}", labels.lang.bracket(&first.plan))));
        }
        section(group.iter(), labels, &mut blocks)?;
    }
    let mut page = Page::of(blocks).titled(labels.label(Label::TargetsAndOutcomes));
    if rows.is_empty() {
        page.notes.push(labels.label(Label::NoTargets).to_owned());
    }
    Ok(page.with_marks_explained(labels))
}

/// How many targets there are, and what is known of them.
fn summary(rows: &[TargetResult], lang: Lang) -> String {
    let count = |verdict| rows.iter().filter(|row| row.verdict == verdict).count();
    let (met, missed, open) = (count(Verdict::Met), count(Verdict::Missed), count(Verdict::Undetermined));
    let (ahead, none) = (count(Verdict::Ahead), count(Verdict::None));
    let targets = phrase::targets(rows.len(), lang);
    phrase::targets_and_outcomes(targets, met, missed, open, ahead, none, lang)
}

/// The section of a plan's page; its targets in words are told there already.
pub fn section_of_plan(targets: &[TargetResult], labels: &Labels) -> Result<Vec<Block>, Error> {
    let rows: Vec<&TargetResult> = targets.iter().filter(|row| !shown_as_statement(&row.target)).collect();
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.push(Block::Heading(labels.label(Label::Outcomes).to_owned()));
        section(rows.into_iter(), labels, &mut blocks)?;
    }
    Ok(blocks)
}

fn section<'r, 'a: 'r>(
    rows: impl Iterator<Item = &'r TargetResult<'a>>,
    labels: &Labels,
    blocks: &mut Vec<Block>,
) -> Result<(), Error> {
    let label = |label: Label| Column::new(labels.label(label));
    let mut grid = Grid::new(vec![
        label(Label::Metric),
        label(Label::When),
        label(Label::Target),
        label(Label::Outcome),
    ]);
    let (mut charts, mut statements) = (Vec::new(), Vec::new());
    for row in rows {
        let judgement = judgement(row, labels)?;
        if shown_as_statement(&row.target) {
            let statement = labels.statement(&row.target);
            statements.push(Block::Item(format!("{statement}{}", labels.lang.bracket(&judgement))));
            continue;
        }
        let year = row.year.map(|year| lang::date(&year.to_string(), labels.lang)).unwrap_or_default();
        charts.extend(if labels.for_html { pair(row, &year, labels)? } else { None });
        grid.row([aim(row, labels)?, year, value(&row.target, labels)?, judgement]);
    }
    blocks.push(Block::Table(grid));
    blocks.append(&mut charts);
    blocks.append(&mut statements);
    Ok(())
}

/// A target and its outcome as bars on a scale of their own, where both are numbers.
fn pair(row: &TargetResult, year: &str, labels: &Labels) -> Result<Option<Block>, Error> {
    let number = |figure: &Figure| figure.value.number().map(Number::as_f64);
    let outcome = row.outcome.as_ref();
    let (Some(target), Some((outcome, came))) =
        (number(&row.target), outcome.and_then(|o| Some((o, number(o)?))))
    else {
        return Ok(None);
    };
    // Two zeros have bars of no length.
    let largest = target.abs().max(came.abs()).max(f64::MIN_POSITIVE);
    let mut grid = chart::columns(labels);
    for (label, figure, value) in [(Label::Target, &row.target, target), (Label::Outcome, outcome, came)] {
        let bar = chart::bar(figure, value, largest);
        grid.row([labels.label(label).into(), bar, labels.value(figure)?.into(), Cell::from("")]);
    }
    let title = [&*aim(row, labels)?, labels.lang.comma(), year].concat();
    Ok(Some(Block::Chart { title, grid, told: true }))
}

/// A value, marked where its source is weak.
fn value(figure: &Figure, labels: &Labels) -> Result<String, Error> {
    Ok(format!("{}{}", labels.value(figure)?, labels.marks(figure)))
}

/// What a target aims at: the metric, the record where it is not the one that sets it, scope and part.
fn aim(row: &TargetResult, labels: &Labels) -> Result<String, Error> {
    let mut parts = vec![labels.metric(&row.target).to_owned()];
    parts.extend(row.of.as_ref().filter(|of| **of != row.plan).map(ToString::to_string));
    let status = labels.status_label(&row.target)?;
    parts.extend(labels.qualifiers(&row.target)?.into_iter().filter(|part| Some(part) != status.as_ref()));
    Ok(parts.join(labels.lang.comma()))
}

/// The outcome and what it says of the target.
fn judgement(row: &TargetResult, labels: &Labels) -> Result<String, Error> {
    let mut parts =
        row.outcome.iter().map(|outcome| value(outcome, labels)).collect::<Result<Vec<_>, _>>()?;
    parts.push(match (row.verdict, row.reason) {
        (Verdict::Met, _) => with_difference(Label::Met, row, labels)?,
        (Verdict::Missed, _) => with_difference(Label::Missed, row, labels)?,
        (Verdict::Undetermined, _) => with_difference(Label::Undetermined, row, labels)?,
        (Verdict::Ahead, _) => labels.label(Label::Ahead).to_owned(),
        (Verdict::None, _) => labels.label(Label::NoOutcome).to_owned(),
    });
    match row.reason {
        Some(Reason::NoYear) => parts.push(labels.label(Label::NoYear).to_owned()),
        Some(Reason::InWords) => parts.push(labels.label(Label::InWords).to_owned()),
        Some(Reason::NoFigure) | None => {}
    }
    if row.scope_presumed {
        parts.push(labels.label(Label::ScopePresumed).to_owned());
    }
    if !row.also.is_empty() {
        let ids: Vec<&str> = row.also.iter().map(|id| &**id).collect();
        parts.push(phrase::see_also(ids.join(labels.lang.enumerate()), labels.lang));
    }
    Ok(parts.join(labels.lang.comma()))
}

/// `missed by CN¥ 12.378 bn (7.7%)`; `未完成，差 123.78 亿元（7.7%）`.
fn with_difference(verdict: Label, row: &TargetResult, labels: &Labels) -> Result<String, Error> {
    let said = labels.label(verdict);
    let Some(difference) = &row.difference else { return Ok(said.to_owned()) };
    let below = difference.value.as_f64() < 0.0;
    let Some(size) =
        (if below { Number::Int(0).checked_sub(difference.value) } else { Some(difference.value) })
    else {
        return Ok(said.to_owned());
    };
    if size.as_f64() == 0.0 {
        return Ok(said.to_owned());
    }
    let amount = amount(size, difference, labels)?;
    Ok(match (verdict, below) {
        (Label::Met | Label::Missed, _) if labels.lang == Lang::En => {
            phrase::verdict_by(said, amount, labels.lang)
        }
        (_, true) => phrase::below(said, amount, labels.lang),
        (_, false) => phrase::above(said, amount, labels.lang),
    })
}

fn amount(size: Number, difference: &Difference, labels: &Labels) -> Result<String, Error> {
    let mut text = labels.difference(size, difference.unit.as_deref())?;
    text = match difference.qualifier {
        Qualifier::About => phrase::about(text, labels.lang),
        Qualifier::AtLeast | Qualifier::AtMost => phrase::at_least(text, labels.lang),
        Qualifier::Exact | Qualifier::Range => text,
    };
    if let Some(percent) = difference.percent {
        text.push_str(&labels.lang.bracket(&format!("{}%", percent.abs())));
    }
    Ok(text)
}
