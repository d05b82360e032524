//! What the user's own data says against ours: records key by key, figures series by series.

use super::{Changed, Side, series_of};
use crate::{
    error::Error,
    lang::{Label, phrase},
    model::{ChangeKind, Figure, Record, Span, Text, Value, series},
    own::OwnData,
    page::{Labels, Page},
    render::{Block, Column, Grid, Tone},
    store::Atlas,
};

/// What `yours`, made of `own` over `ours`, says besides.
pub fn rows<'a>(yours: Atlas<'a>, ours: Atlas<'a>, own: &'a OwnData) -> Result<Vec<Changed<'a>>, Error> {
    let mut rows = Vec::new();
    for number in 0..yours.record_count()? {
        let record = yours.record(number)?;
        let below = ours.record_number(&record.id)?;
        if record.origin.is_some() {
            let below = below.map(|below| ours.record(below)).transpose()?;
            rows.extend(of_record(yours, &record, below.as_ref())?);
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
            rows.push(Changed { origin, ..change(ChangeKind::Same, Some(figure.clone()), figure) });
        }
    }
    Ok(rows)
}

/// A record of yours against ours, key by key.
fn of_record<'a>(
    atlas: Atlas<'a>,
    yours: &Record<'a>,
    ours: Option<&Record>,
) -> Result<Vec<Changed<'a>>, Error> {
    let side = |value: &serde_json::Value| {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        (!value.is_null()).then(|| Side::said(yours.id.clone(), text.into(), None))
    };
    let row = |change, what: &str, before, after| {
        Ok::<_, Error>(Changed {
            before: side(before),
            after: side(after),
            origin: atlas.own_part(&yours.id, &[what])?.or_else(|| yours.origin.clone()),
            ..Changed::new(change, yours.id.clone(), what.to_owned())
        })
    };
    let (before, after) = (serde_json::to_value(ours)?, serde_json::to_value(yours)?);
    if before.is_null() {
        return Ok(vec![row(ChangeKind::New, "record", &before, &after["name"])?]);
    }
    let keys = after.as_object().into_iter().flatten();
    let differing = keys.filter(|(key, value)| *key != "origin" && before[*key] != **value);
    differing.map(|(key, value)| row(ChangeKind::Different, key, &before[key], value)).collect()
}

/// A figure of yours against those of ours that speak of the same.
fn of_figure<'a>(figure: Figure<'a>, ours: &[Figure<'a>]) -> Changed<'a> {
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

fn change<'a>(change: ChangeKind, before: Option<Figure<'a>>, after: Figure<'a>) -> Changed<'a> {
    let row = Changed::new(change, after.subject.clone(), series_of(&after));
    Changed {
        before: before.map(Side::of_figure),
        reason: after.note.clone(),
        reason_zh: after.note_zh.clone(),
        origin: after.origin.clone(),
        after: Some(Side::of_figure(after)),
        ..row
    }
}

/// A line a row, ours beside yours.
pub fn page(rows: &[Changed], labels: &Labels) -> Result<Page, Error> {
    let label = |label: Label| Column::new(labels.label(label));
    let mut grid = Grid::new(vec![
        label(Label::Change).tone(Tone::Strong).no_wrap(),
        label(Label::Subject).tone(Tone::Key),
        label(Label::What),
        label(Label::Ours),
        label(Label::Yours),
    ]);
    for row in rows {
        let what = row.after.as_ref().and_then(|after| after.figure.as_ref());
        // The value of a figure bears the mark itself.
        let own = labels.own_mark(row.origin.as_ref().filter(|_| what.is_none()));
        grid.row([
            phrase::change(row.change, labels.lang).to_lowercase(),
            row.subject.to_string(),
            what.map_or(row.what.clone(), |figure| labels.metric(figure).to_owned()),
            side(row.before.as_ref(), labels)?,
            side(row.after.as_ref(), labels)? + own,
        ]);
        if let Some(reason) = &row.reason {
            grid.note(labels.lang.pick_or(reason, row.reason_zh.as_ref()));
        }
    }
    let mut page = Page::list(vec![Block::Table(grid)]).titled(labels.label(Label::YoursAgainstOurs));
    if rows.is_empty() {
        page.notes.push(labels.label(Label::NothingBesides).to_owned());
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
