//! What the user's own data says against ours: records key by key, figures series by series.

use serde_json::Value;

use super::{Changed, Side, series_of};
use crate::{
    error::Error,
    model::{ChangeKind, Figure, Kind, Record, Span, Text, series},
    own::OwnData,
    store::{Atlas, Section},
};

/// What `yours`, made of `own` over `ours`, says besides.
pub fn rows<'a>(yours: Atlas<'a>, ours: Atlas<'a>, own: &'a OwnData) -> Result<Vec<Changed<'a>>, Error> {
    let mut rows = Vec::new();
    for number in 0..yours.count(Section::Records)? {
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
    let side = |value: &Value| {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        (!value.is_null()).then(|| Side::said(yours.id.clone(), text.into(), None))
    };
    let row = |change, what: &str, before: &Value, after: &Value| {
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
    let differing =
        keys.filter(|(key, value)| !matches!(key.as_str(), "origin" | "links") && before[*key] != **value);
    let differing = differing.map(|(key, value)| row(ChangeKind::Different, key, &before[key], value));
    let mut rows = differing.collect::<Result<Vec<_>, Error>>()?;
    // A link that only leads back from another file of the user's says nothing of this record.
    let file = format!("{}/{}.toml:", yours.kind.plural(), yours.id);
    for other in Kind::ALL.iter().flat_map(|kind| yours.links.of(*kind)) {
        let key = ["links.", other].concat();
        if atlas.own_key(&yours.id, &key)?.is_some_and(|origin| origin.contains(&file)) {
            rows.push(row(ChangeKind::New, &key, &Value::Null, &Value::from(&**other))?);
        }
    }
    Ok(rows)
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
        origin: after.origin.clone(),
        after: Some(Side::of_figure(after)),
        ..row
    }
}
