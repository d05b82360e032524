//! Targets beside what came of them: by the record that sets them, each with its outcome and by how much
//! it was met or missed. The difference is arithmetic and says so by its words.

use super::{
    Page, Words,
    words::{doubt, is_said},
};
use crate::{
    error::Error,
    lang::{self, Label, Lang},
    model::{Figure, Number, Qualifier, Status, Text},
    query::outcome::{self, Difference, Outcome, Reason, Verdict},
    render::{Block, Column, Grid},
};

pub fn outcomes(rows: &[Outcome], words: &Words) -> Result<Page, Error> {
    let mut blocks = vec![Block::Text(summary(rows, words.lang))];
    for group in rows.chunk_by(|a, b| a.plan == b.plan) {
        if let Some(first) = group.first() {
            let name = words.name_of(&first.plan)?;
            blocks.push(Block::Heading(format!("{name}{}", words.lang.bracket(&first.plan))));
        }
        section(group, words, &mut blocks)?;
    }
    let mut page = Page::of(blocks);
    if rows.is_empty() {
        page.notes.push(words.lang.pick("no targets", "没有目标").to_owned());
    }
    Ok(page.with_doubt_explained(words))
}

/// How many targets there are, and what is known of them.
fn summary(rows: &[Outcome], lang: Lang) -> String {
    let count = |verdict| rows.iter().filter(|row| row.verdict == verdict).count();
    let (met, missed, open) = (count(Verdict::Met), count(Verdict::Missed), count(Verdict::Undetermined));
    let (ahead, none) = (count(Verdict::Ahead), count(Verdict::None));
    match lang {
        Lang::En => format!(
            "{}: {met} met, {missed} missed, {open} cannot be told, {ahead} still ahead, {none} without \
             an outcome in the sources. Differences are computed from the two values.",
            lang.count(rows.len(), "target", "targets", "")
        ),
        Lang::Zh => format!(
            "共{}项目标：完成{met}项，未完成{missed}项，无法判定{open}项，尚未到期{ahead}项，来源中未见结果{none}项。差额由两个数值计算得出。",
            rows.len()
        ),
    }
}

/// The section of a plan's page; its targets in words are said there already.
pub fn of_plan<'f, 'a: 'f>(
    figures: impl Iterator<Item = &'f Figure<'a>>,
    words: &Words,
) -> Result<Vec<Block>, Error> {
    let targets: Vec<Figure> = figures.filter(|figure| figure.status == Status::Target).cloned().collect();
    let mut rows = outcome::outcomes(&words.atlas, &targets)?;
    rows.retain(|row| !is_said(&row.target));
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.push(Block::Heading(words.label(Label::Outcomes).to_owned()));
        section(&rows, words, &mut blocks)?;
    }
    Ok(blocks)
}

fn section(rows: &[Outcome], words: &Words, blocks: &mut Vec<Block>) -> Result<(), Error> {
    let label = |label: Label| Column::new(words.label(label));
    let mut grid = Grid::with_header(vec![
        label(Label::Metric),
        label(Label::When),
        label(Label::Target),
        label(Label::Outcome),
    ]);
    let mut said = Vec::new();
    for row in rows {
        let judgement = judgement(row, words)?;
        if is_said(&row.target) {
            let statement = words.statement(&row.target);
            said.push(Block::Item(format!("{statement}{}", words.lang.bracket(&judgement))));
            continue;
        }
        let year = row.year.map(|year| lang::date(&year.to_string(), words.lang)).unwrap_or_default();
        grid.row([aim(row, words)?, year, value(&row.target, words)?, judgement]);
    }
    blocks.push(Block::Grid(grid));
    blocks.append(&mut said);
    Ok(())
}

/// A value, marked where its source is weak.
fn value(figure: &Figure, words: &Words) -> Result<String, Error> {
    Ok(format!("{}{}", words.value(figure)?, doubt(figure.strength)))
}

/// What a target aims at: the metric, the record where it is not the one that sets it, scope and part.
fn aim(row: &Outcome, words: &Words) -> Result<String, Error> {
    let mut said = vec![words.metric(&row.target).to_owned()];
    said.extend(row.of.as_ref().filter(|of| **of != row.plan).map(ToString::to_string));
    let claim = words.claim(&row.target)?;
    said.extend(words.circumstances(&row.target)?.into_iter().filter(|said| Some(said) != claim.as_ref()));
    Ok(said.join(words.lang.comma()))
}

/// The outcome and what it says of the target.
fn judgement(row: &Outcome, words: &Words) -> Result<String, Error> {
    let mut said = row.outcome.iter().map(|outcome| value(outcome, words)).collect::<Result<Vec<_>, _>>()?;
    said.push(match (row.verdict, row.reason) {
        (Verdict::Met, _) => with_difference(Label::Met, row, words)?,
        (Verdict::Missed, _) => with_difference(Label::Missed, row, words)?,
        (Verdict::Undetermined, _) => with_difference(Label::Undetermined, row, words)?,
        (Verdict::Ahead, _) => words.label(Label::Ahead).to_owned(),
        (Verdict::None, _) => words.label(Label::NoOutcome).to_owned(),
    });
    match row.reason {
        Some(Reason::NoYear) => said.push(words.label(Label::NoYear).to_owned()),
        Some(Reason::InWords) => said.push(words.label(Label::InWords).to_owned()),
        Some(Reason::NoFigure) | None => {}
    }
    if row.scope_presumed {
        said.push(words.label(Label::ScopePresumed).to_owned());
    }
    if !row.also.is_empty() {
        let ids: Vec<&str> = row.also.iter().map(|id| &**id).collect();
        said.push(match words.lang {
            Lang::En => format!("see also {}", ids.join(", ")),
            Lang::Zh => format!("另见{}", ids.join("、")),
        });
    }
    Ok(said.join(words.lang.comma()))
}

/// `missed by CN¥ 12.378 bn (7.7%)`; `未完成，差 123.78 亿元（7.7%）`.
fn with_difference(verdict: Label, row: &Outcome, words: &Words) -> Result<String, Error> {
    let said = words.label(verdict);
    let Some(difference) = &row.difference else { return Ok(said.to_owned()) };
    let below = difference.value.as_f64() < 0.0;
    let Some(size) = (if below { Number::Int(0).less(difference.value) } else { Some(difference.value) })
    else {
        return Ok(said.to_owned());
    };
    if size.as_f64() == 0.0 {
        return Ok(said.to_owned());
    }
    let amount = amount(size, difference, words)?;
    Ok(match (words.lang, verdict, below) {
        (Lang::En, Label::Met | Label::Missed, _) => format!("{said} by {amount}"),
        (Lang::En, _, true) => format!("{said}, {amount} below"),
        (Lang::En, _, false) => format!("{said}, {amount} above"),
        (Lang::Zh, _, true) => format!("{said}，低 {amount}"),
        (Lang::Zh, _, false) => format!("{said}，高 {amount}"),
    })
}

fn amount(size: Number, difference: &Difference, words: &Words) -> Result<String, Error> {
    let unit: Option<&Text> = difference.unit.as_ref();
    let mut text = if unit.is_some_and(|unit| *unit == "percent") {
        let number = words.quantity(size, None)?;
        match words.lang {
            Lang::En => format!("{number} points"),
            Lang::Zh => format!("{number} 个百分点"),
        }
    } else {
        words.quantity(size, unit.map(|unit| &**unit))?
    };
    text = match (difference.qualifier, words.lang) {
        (Qualifier::About, Lang::En) => format!("about {text}"),
        (Qualifier::About, Lang::Zh) => format!("约 {text}"),
        (Qualifier::AtLeast | Qualifier::AtMost, Lang::En) => format!("at least {text}"),
        (Qualifier::AtLeast | Qualifier::AtMost, Lang::Zh) => format!("至少 {text}"),
        _ => text,
    };
    if let Some(percent) = difference.percent {
        text.push_str(&words.lang.bracket(&format!("{}%", percent.abs())));
    }
    Ok(text)
}
