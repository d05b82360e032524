//! `plans --outcomes`: every target beside what came of it, by the record that sets it, and by how much it
//! was met or missed. The difference is arithmetic and says so by its words.

use super::{Answer, Contract, Printer, Row, Shape};
use crate::{
    error::Error,
    lang::{Label, phrase},
    model::{Figure, Number, Status},
    page::{Labels, Page, chart, shown_as_statement},
    query::{
        resolve::FuzzyMatch,
        targets::{self, TargetResult, Verdict},
    },
    render::{Block, Cell, Grid},
    store::Section,
};

/// What the JSON of `plans --outcomes` is.
pub const CONTRACT: Contract = Contract { row: "TargetResult", shape: Shape::List };

/// Prints the targets of the plans that pass the filters; without filters those of all records, for some are
/// set by a park or an industry.
pub fn print(plans: Option<Vec<usize>>, notes: Vec<FuzzyMatch>, printer: &mut Printer) -> Result<(), Error> {
    let plans =
        plans.map_or_else(|| Ok((0..printer.atlas.count(Section::Records)?).collect()), Ok::<_, Error>)?;
    let rows = targets::of_records(&printer.atlas, plans)?;
    printer.row = CONTRACT.row;
    printer.print(Answer { notes, ..Answer::list(rows) }, &page)
}

impl Row for TargetResult<'_> {}

fn page(rows: &[TargetResult], labels: &Labels) -> Result<Page, Error> {
    let lang = labels.lang;
    let counts = Verdict::ALL.map(|verdict| rows.iter().filter(|row| row.verdict == verdict).count());
    let [met, missed, open, ahead, none] = counts;
    let summary = phrase::targets_and_outcomes(rows.len(), met, missed, open, ahead, none, lang);
    let mut blocks = vec![Block::Text(summary)];
    for of_plan in rows.chunk_by(|a, b| a.plan == b.plan) {
        let plan = &of_plan[0].plan;
        blocks.push(Block::Heading(labels.name_of(plan)? + &lang.bracket(plan)));
        blocks.extend(section(of_plan.iter(), labels)?);
    }
    let page = Page::of(blocks).titled(labels.label(Label::TargetsAndOutcomes));
    Ok(page.noted(rows.is_empty(), labels.label(Label::NoTargets)).with_marks_explained(labels))
}

/// The section of a plan's page; its targets in words are told there already.
pub fn section_of_plan(targets: &[TargetResult], labels: &Labels) -> Result<Vec<Block>, Error> {
    let mut rows = targets.iter().filter(|row| !shown_as_statement(&row.target)).peekable();
    if rows.peek().is_none() {
        return Ok(Vec::new());
    }
    let mut blocks = vec![labels.heading(Label::Outcomes)];
    blocks.extend(section(rows, labels)?);
    Ok(blocks)
}

fn section<'r, 'a: 'r>(
    rows: impl Iterator<Item = &'r TargetResult<'a>>,
    labels: &Labels,
) -> Result<Vec<Block>, Error> {
    let titles = [Label::Metric, Label::When, Label::Target, Label::Outcome];
    let mut grid = Grid::new(titles.map(|label| labels.column(label)).to_vec());
    let (mut charts, mut statements) = (Vec::new(), Vec::new());
    for row in rows {
        let judgement = judgement(row, labels)?;
        if shown_as_statement(&row.target) {
            let statement = labels.statement(&row.target);
            let mut details: Vec<String> =
                labels.date_unless_said(&row.target, &statement).into_iter().collect();
            details.extend(
                [labels.disputed(&row.target).map(str::to_owned), Some(judgement)].into_iter().flatten(),
            );
            let marks = [labels.weak_mark(&row.target), &labels.note_mark(&row.target)].concat();
            statements.push(Block::Item(statement + &labels.lang.bracket_all(&details) + &marks));
            continue;
        }
        // Where no year is named, the day of the statement.
        let said = || phrase::said_on(labels.date_text(&row.target), labels.lang);
        let year = row.year.map_or_else(said, |year| labels.year(year));
        charts.extend(if labels.for_html { pair(row, &year, labels)? } else { None });
        grid.row([aim(row, labels)?, year, value(&row.target, labels)?, judgement]);
    }
    Ok(std::iter::once(Block::Table(grid)).chain(charts).chain(statements).collect())
}

/// A target and its outcome as bars on a scale of their own, where both are numbers.
fn pair(row: &TargetResult, year: &str, labels: &Labels) -> Result<Option<Block>, Error> {
    let Some(outcome) = &row.outcome else { return Ok(None) };
    let number = |figure: &Figure| figure.value.number().map(|number| number.0);
    let (Some(target), Some(came)) = (number(&row.target), number(outcome)) else { return Ok(None) };
    let largest = target.abs().max(came.abs());
    let mut grid = chart::columns(labels);
    for (label, figure) in [(Label::Target, &row.target), (Label::Outcome, outcome)] {
        let bar = chart::bar(figure, largest);
        grid.row([
            labels.label(label).into(),
            bar,
            (labels.value(figure)? + &labels.doubts(figure)).into(),
            Cell::from(""),
        ]);
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
    // That it is a target goes without saying.
    parts.extend(labels.coverage(&Figure { status: Status::Actual, ..row.target.clone() })?);
    Ok(parts.join(labels.lang.comma()))
}

/// The outcome and what it says of the target.
fn judgement(row: &TargetResult, labels: &Labels) -> Result<String, Error> {
    let mut parts =
        row.outcome.iter().map(|outcome| value(outcome, labels)).collect::<Result<Vec<_>, _>>()?;
    let verdict = match row.verdict {
        Verdict::Met => Label::Met,
        Verdict::Missed => Label::Missed,
        Verdict::Undetermined => Label::Undetermined,
        Verdict::Ahead => Label::Ahead,
        Verdict::None => Label::NoOutcome,
    };
    parts.push(with_difference(verdict, row, labels)?);
    parts.extend(row.scope_presumed.then(|| labels.label(Label::ScopePresumed).to_owned()));
    if !row.also.is_empty() {
        parts.push(phrase::see_also(labels.lang.list(&row.also), labels.lang));
    }
    Ok(parts.join(labels.lang.comma()))
}

/// `missed by CN¥ 12.378 bn`; `未完成，相差 123.78 亿元`.
fn with_difference(verdict: Label, row: &TargetResult, labels: &Labels) -> Result<String, Error> {
    let said = labels.label(verdict);
    let Some(difference) = row.difference.filter(|difference| difference.0 != 0.0) else {
        return Ok(said.to_owned());
    };
    let amount = labels.difference(Number(difference.0.abs()), row.target.unit.as_deref())?;
    Ok(phrase::verdict_by(said, amount, labels.lang))
}
