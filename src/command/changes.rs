//! `changes`: what the user's own data says against the bundled data: records key by key, figures series by
//! series.

use clap::ArgMatches;
use serde::Serialize;
use serde_json::Value;

use super::{Answer, Contract, Entry, NoArgs, Printer, Row, Shape, with_output};
use crate::{
    error::{Error, UsageError},
    lang::Label,
    model::{Figure, Record, Span, Text, series},
    page::{Labels, Page},
    render::{Block, Column, Grid, Tone},
};

pub const CHANGES: Entry = Entry {
    name: "changes",
    about: "What your own data says against ours: new, same, different, retired",
    examples: &[
        "mkdir -p my; liangjiang changes --data my -f csv",
        "mkdir -p my; liangjiang changes --data my --fields change,subject,what -f tsv",
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
    /// The series: metric, scope, part, other end, status; of a record its key, `record` where all is new.
    pub what: String,
    /// What ours says: a figure, of a new one the newest of its series; of a record the value of the key.
    pub before: Value,
    /// What yours says, in the same form.
    pub after: Value,
    /// Why, in English: the note of the figure that is yours.
    pub reason: Option<Text<'a>>,
    /// Why, in Chinese.
    pub reason_zh: Option<Text<'a>>,
    /// Where it stands in the user's own data, `file:line`.
    pub origin: Option<Text<'a>>,
    /// The figures, ours and yours; only for a page.
    #[serde(skip)]
    pub figures: Option<(Option<Figure<'a>>, Figure<'a>)>,
}

impl Row for Change<'_> {
    const KEYS: &'static [&'static str] =
        &["change", "subject", "what", "before", "after", "reason", "reason_zh", "origin"];

    fn id(&self) -> String {
        self.figures.as_ref().map_or(&self.subject, |(_, yours)| &yours.id).to_string()
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
            for figure in figures {
                rows.push(of_figure(figure, &below)?);
            }
        }
        for (id, origin) in own.copies.iter().filter(|(id, _)| id.split('.').next() == Some(&*record.id)) {
            if let Some(figure) = yours.figure(id)? {
                let origin = Some(Text::from(origin.as_str()));
                rows.push(Change { origin, ..change(ChangeKind::Same, Some(figure.clone()), figure)? });
            }
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
    let mut push = |change, what: &str, before: Value, after: Value| {
        let (subject, origin) = (yours.id.clone(), yours.origin.clone());
        let (reason, reason_zh, what) = (None, None, what.to_owned());
        rows.push(Change { change, subject, what, before, after, reason, reason_zh, origin, figures: None });
    };
    let after = serde_json::to_value(yours)?;
    match ours {
        None => push(ChangeKind::New, "record", Value::Null, after["name"].clone()),
        Some(ours) => {
            let before = serde_json::to_value(ours)?;
            for (key, value) in after.as_object().into_iter().flatten() {
                if key != "origin" && before[key] != *value {
                    push(ChangeKind::Different, key, before[key].clone(), value.clone());
                }
            }
        }
    }
    Ok(())
}

/// A figure of yours against those of ours that speak of the same.
fn of_figure<'a>(figure: Figure<'a>, ours: &[Figure<'a>]) -> Result<Change<'a>, Error> {
    if let Some(old) = figure.supersedes.as_ref().and_then(|id| ours.iter().find(|other| other.id == *id)) {
        return change(ChangeKind::Retired, Some(old.clone()), figure);
    }
    let of_series: Vec<&Figure> = ours.iter().filter(|other| series::same(other, &figure)).collect();
    let of_date = || of_series.iter().copied().filter(|other| other.date_text() == figure.date_text());
    let is_same = |other: &&Figure| other.value == figure.value && other.qualifier == figure.qualifier;
    let newest = || of_series.iter().copied().max_by_key(|other| other.span().map(Span::recency));
    let (kind, other) = match (of_date().find(is_same), of_date().next()) {
        (Some(same), _) => (ChangeKind::Same, Some(same)),
        (None, Some(other)) => (ChangeKind::Different, Some(other)),
        (None, None) => (ChangeKind::New, newest()),
    };
    change(kind, other.cloned(), figure)
}

fn change<'a>(
    change: ChangeKind,
    before: Option<Figure<'a>>,
    after: Figure<'a>,
) -> Result<Change<'a>, Error> {
    let status = Some(after.status.name()).filter(|status| *status != "actual");
    let parts = [after.scope.as_deref(), after.part.as_deref(), after.to.as_deref(), status];
    let what =
        std::iter::once(&*after.metric).chain(parts.into_iter().flatten()).collect::<Vec<_>>().join(".");
    Ok(Change {
        change,
        subject: after.subject.clone(),
        what,
        before: serde_json::to_value(&before)?,
        reason: after.note.clone(),
        reason_zh: after.note_zh.clone(),
        origin: after.origin.clone(),
        after: serde_json::to_value(&after)?,
        figures: Some((before, after)),
    })
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
        let [what, before, after] = if let Some((before, after)) = &row.figures {
            let before = before.as_ref().map(|figure| cell(figure, labels)).transpose()?;
            [labels.metric(after).to_owned(), before.unwrap_or_default(), cell(after, labels)?]
        } else {
            let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let before = if row.before.is_null() { String::new() } else { text(&row.before) };
            [row.what.clone(), before, text(&row.after) + labels.own_mark(row.origin.as_ref())]
        };
        grid.row([labels.label(word).to_owned(), row.subject.to_string(), what, before, after]);
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
fn cell(figure: &Figure, labels: &Labels) -> Result<String, Error> {
    let mut details = vec![labels.date_text(figure)];
    details.extend(labels.qualifiers(figure)?);
    details.push(figure.source.to_string());
    Ok(labels.value_or_statement(figure)? + &labels.lang.bracket(&details.join(labels.lang.comma())))
}
