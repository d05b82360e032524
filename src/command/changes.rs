//! `changes`: what the user's own data says against the bundled data: records key by key, figures series by
//! series.

use clap::ArgMatches;
use serde::Serialize;

use super::{Answer, Contract, Entry, NoArgs, Printer, Row, Shape, with_output};
use crate::{
    error::{Error, UsageError},
    lang::Label,
    model::{Figure, Record, Span, Text, Value, series},
    page::{Labels, Page},
    render::{Block, Column, Grid, Tone},
};

pub const CHANGES: Entry = Entry {
    name: "changes",
    about: "What your own data says against ours: new, same, different, retired",
    examples: &[
        "mkdir -p my/parks; liangjiang show yufu -f toml > my/parks/yufu.toml; liangjiang changes --data my",
        "mkdir -p my && liangjiang changes --data my --fields change,subject,what -f csv",
    ],
    options: with_output::<NoArgs>,
    run,
    contract: Some(Contract { keys: Change::KEYS, row: "Change", shape: Shape::List }),
    show: None,
};

/// What sort of change it is.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum ChangeKind {
    /// Ours has no such record, or no such figure of the series at that date.
    New,
    /// Both say the same.
    Same,
    /// Both speak of the same, and otherwise.
    Different,
    /// Yours retires a figure of ours.
    Retired,
}

/// One thing that two data sets say, side by side.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_field_names, reason = "they are the keys of the JSON")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Change<'a> {
    /// What sort of change it is.
    pub change: ChangeKind,
    /// Id of the record.
    pub subject: Text<'a>,
    /// The series: metric, scope, part, other end, status; `record` for a record as a whole, else its key.
    pub what: String,
    /// What ours says; of a new figure the newest of its series.
    pub before: Option<Side<'a>>,
    /// What yours says.
    pub after: Option<Side<'a>>,
    /// Why, in English: the note of the figure that is yours.
    pub reason: Option<Text<'a>>,
    /// Why, in Chinese.
    pub reason_zh: Option<Text<'a>>,
    /// Where it stands in the user's own data, `file:line`.
    pub origin: Option<Text<'a>>,
}

/// One side of a change.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Side<'a> {
    /// Id of the figure, or of the record.
    pub id: Text<'a>,
    /// The value.
    pub value: Value<'a>,
    /// A text or list in Chinese.
    pub value_zh: Option<Value<'a>>,
    /// Unit.
    pub unit: Option<Text<'a>>,
    /// When it holds.
    pub date: Option<Text<'a>>,
    /// Id of the source.
    pub source: Option<Text<'a>>,
    /// The figure; only for a page.
    #[serde(skip)]
    pub figure: Option<Figure<'a>>,
}

impl Row for Change<'_> {
    const KEYS: &'static [&'static str] =
        &["change", "subject", "what", "before", "after", "reason", "reason_zh", "origin"];

    fn id(&self) -> String {
        self.after.as_ref().map_or(&self.subject, |after| &after.id).to_string()
    }
}

fn run(_: &str, _: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let Some((ours, own)) = printer.own else { return Err(UsageError::NoOwnData.into()) };
    let yours = printer.atlas;
    let mut rows = Vec::new();
    for number in 0..yours.record_count()? {
        let record = yours.record(number)?;
        let below = ours.record_number(&record.id)?;
        if record.origin.is_some() {
            of_record(&record, below.map(|below| ours.record(below)).transpose()?, &mut rows)?;
        }
        let mut figures = yours.figures_of(number)?;
        figures.retain(|figure| figure.origin.is_some());
        if !figures.is_empty() {
            let below = below.map(|below| ours.figures_of(below)).transpose()?.unwrap_or_default();
            rows.extend(figures.into_iter().map(|figure| of_figure(figure, &below)));
        }
        for (id, origin) in own.copies.iter().filter(|(id, _)| id.split('.').next() == Some(&*record.id)) {
            let Some(figure) = yours.figure(id)? else { continue };
            let origin = Some(Text::from(origin.as_str()));
            rows.push(Change { origin, ..change(ChangeKind::Same, Some(figure.clone()), figure) });
        }
    }
    printer.print(Answer::list(rows), &page)
}

/// A record of yours against ours, key by key.
fn of_record<'a>(
    yours: &Record<'a>,
    ours: Option<Record<'a>>,
    rows: &mut Vec<Change<'a>>,
) -> Result<(), Error> {
    let side = |value: &serde_json::Value| Side {
        id: yours.id.clone(),
        value: match value {
            serde_json::Value::String(text) => Value::Text(Text::from(text.clone())),
            other => Value::Text(Text::from(other.to_string())),
        },
        value_zh: None,
        unit: None,
        date: None,
        source: None,
        figure: None,
    };
    let mut push = |change, what: &str, before, after: &serde_json::Value| {
        rows.push(Change {
            change,
            subject: yours.id.clone(),
            what: what.to_owned(),
            before,
            after: Some(side(after)),
            reason: None,
            reason_zh: None,
            origin: yours.origin.clone(),
        });
    };
    let after = serde_json::to_value(yours)?;
    let Some(ours) = ours else {
        push(ChangeKind::New, "record", None, &after["name"]);
        return Ok(());
    };
    let before = serde_json::to_value(ours)?;
    for (key, value) in after.as_object().into_iter().flatten() {
        if key != "origin" && before[key] != *value {
            push(ChangeKind::Different, key, (!before[key].is_null()).then(|| side(&before[key])), value);
        }
    }
    Ok(())
}

/// A figure of yours against those of ours that speak of the same.
fn of_figure<'a>(figure: Figure<'a>, ours: &[Figure<'a>]) -> Change<'a> {
    if let Some(old) = figure.supersedes.as_ref().and_then(|id| ours.iter().find(|other| other.id == *id)) {
        return change(ChangeKind::Retired, Some(old.clone()), figure);
    }
    let of_series: Vec<&Figure> = ours.iter().filter(|other| series::same(other, &figure)).collect();
    let of_date = || of_series.iter().copied().filter(|other| other.date_text() == figure.date_text());
    let says_the_same = |other: &&Figure| other.value == figure.value && other.qualifier == figure.qualifier;
    if let Some(same) = of_date().find(says_the_same) {
        return change(ChangeKind::Same, Some(same.clone()), figure);
    }
    if let Some(other) = of_date().next() {
        return change(ChangeKind::Different, Some(other.clone()), figure);
    }
    let newest = of_series.iter().max_by_key(|other| other.span().map(Span::recency));
    change(ChangeKind::New, newest.map(|newest| (*newest).clone()), figure)
}

fn change<'a>(change: ChangeKind, before: Option<Figure<'a>>, after: Figure<'a>) -> Change<'a> {
    let status = Some(after.status.name()).filter(|status| *status != "actual");
    let parts = [after.scope.as_deref(), after.part.as_deref(), after.to.as_deref(), status];
    let what =
        std::iter::once(&*after.metric).chain(parts.into_iter().flatten()).collect::<Vec<_>>().join(".");
    let side = |figure: Figure<'a>| Side {
        id: figure.id.clone(),
        value: figure.value.clone(),
        value_zh: figure.value_zh.clone(),
        unit: figure.unit.clone(),
        date: figure.date_text().map(|date| Text::from(date.to_owned())),
        source: Some(figure.source.clone()),
        figure: Some(figure),
    };
    Change {
        change,
        subject: after.subject.clone(),
        what,
        before: before.map(side),
        reason: after.note.clone(),
        reason_zh: after.note_zh.clone(),
        origin: after.origin.clone(),
        after: Some(side(after)),
    }
}

fn page(rows: &[Change], labels: &Labels) -> Result<Page, Error> {
    let label = |label: Label| Column::new(labels.label(label));
    let mut grid = Grid::new(vec![
        label(Label::Change).tone(Tone::Strong).no_wrap(),
        label(Label::Subject).tone(Tone::Key),
        label(Label::What),
        label(Label::Ours),
        label(Label::Yours),
    ]);
    for row in rows {
        let word = match row.change {
            ChangeKind::New => Label::New,
            ChangeKind::Same => Label::Same,
            ChangeKind::Different => Label::Different,
            ChangeKind::Retired => Label::RetiredOurs,
        };
        // The value of a figure bears the mark itself.
        let own =
            row.origin.as_ref().filter(|_| row.after.as_ref().is_some_and(|after| after.figure.is_none()));
        let own = labels.own_mark(own);
        let what = row.after.as_ref().and_then(|after| after.figure.as_ref());
        grid.row([
            labels.label(word).to_owned(),
            row.subject.to_string(),
            what.map_or(row.what.clone(), |figure| labels.metric(figure).to_owned()),
            side(row.before.as_ref(), labels)?,
            side(row.after.as_ref(), labels)? + own,
        ]);
        if let Some(reason) = &row.reason {
            grid.note(labels.lang.pick_or(reason, row.reason_zh.as_ref()));
        }
    }
    let mut page = Page::list(vec![Block::Table(grid)]);
    if rows.is_empty() {
        page.notes.push(labels.label(Label::NoChanges).to_owned());
    }
    Ok(page)
}

/// A value with its date, what it covers, and its source.
fn side(side: Option<&Side>, labels: &Labels) -> Result<String, Error> {
    let Some(side) = side else { return Ok(String::new()) };
    let Some(figure) = &side.figure else {
        let Value::Text(text) = &side.value else { return Ok(String::new()) };
        return Ok(text.to_string());
    };
    let mut details = vec![labels.date_text(figure)];
    details.extend(labels.qualifiers(figure)?);
    details.push(figure.source.to_string());
    Ok(labels.value_or_statement(figure)? + &labels.lang.bracket(&details.join(labels.lang.comma())))
}
