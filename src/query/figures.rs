//! Which figures pass the filters of `figures`.
//!
//! Most filters look at each figure by itself; `--latest` chooses among those that pass them, and
//! `--stale` among what is left, against the date of the data. Nothing is decoded where no filter asks
//! for more than whole records.

use std::borrow::Cow;

use serde::Serialize;

use crate::{
    cli::FigureFilter,
    error::{Error, UsageError},
    model::{Figure, Kind, Span, Status, fold, narrow},
    query::{
        latest::{compete, latest},
        resolve::{self, FuzzyMatch, Matching},
    },
    store::{self, Atlas, Stored},
};

/// A figure that passed. Where a filter had to look at it, it is parsed already.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Selected<'a> {
    /// As it is stored.
    pub stored: Stored<'a, Figure<'a>>,
    #[serde(skip)]
    parsed: Option<Box<Figure<'a>>>,
}

impl<'a> Selected<'a> {
    /// The figure.
    ///
    /// # Errors
    /// Where its JSON is damaged.
    pub fn figure(&self) -> Result<Cow<'_, Figure<'a>>, store::Error> {
        self.parsed
            .as_ref()
            .map_or_else(|| self.stored.read().map(Cow::Owned), |known| Ok(Cow::Borrowed(&**known)))
    }
}

/// The figures that pass, in their order: by subject, metric, scope, part and date; those of a theme by its
/// metrics first.
/// `records` are the records that were asked for; none is all. With them what is to be said of a metric
/// that was not typed quite so.
pub fn figures<'a>(
    atlas: &Atlas<'a>,
    records: Option<&[usize]>,
    filter: &FigureFilter,
    matching: Matching,
) -> Result<(Vec<Selected<'a>>, Vec<FuzzyMatch>), Error> {
    let filters = Filters::new(atlas, filter, matching)?;
    let mut numbers: Vec<usize> = match records {
        None => (0..atlas.figure_count()?).collect(),
        Some(records) => {
            let mut numbers = Vec::new();
            for record in records {
                numbers.extend(atlas.record_index(*record)?.figure_range());
            }
            numbers
        }
    };
    numbers.sort_unstable();
    numbers.dedup();
    if let Some(kind) = filters.kind {
        let of_kind = of_kind(atlas, kind)?;
        numbers.retain(|number| of_kind.contains(number));
    }
    let mut rows = Vec::with_capacity(numbers.len());
    if filters.is_empty() {
        for number in numbers {
            rows.push(Selected { stored: atlas.stored_figure(number)?, parsed: None });
        }
        return Ok((rows, Vec::new()));
    }
    let mut passing = Vec::new();
    for number in numbers {
        let figure = atlas.figure_at(number)?;
        if filters.passes(&figure) {
            passing.push((number, figure));
        }
    }
    if filter.latest {
        let figures: Vec<&Figure> = passing.iter().map(|(_, figure)| figure).collect();
        let latest = latest(&figures, atlas.repeats()?, filters.status == Some(Status::Target));
        let mut newest: Vec<_> = latest.into_iter().map(|n| passing[n].clone()).collect();
        // A sheet of a theme and a comparison leave nothing out for want of a date: it is shown as undated.
        if filters.theme.is_some() || filter.undated {
            let undated = passing.iter().filter(|(_, figure)| is_undated(figure));
            let alone = undated.filter(|(_, figure)| !newest.iter().any(|(_, dated)| compete(dated, figure)));
            newest.extend(alone.cloned().collect::<Vec<_>>());
            newest.sort_by_key(|(number, _)| *number);
        }
        passing = newest;
    }
    if let Some(years) = filter.stale {
        let today = atlas.data_day()?;
        let line = today.years_before(years);
        passing.retain(|(_, figure)| figure.span().is_some_and(|span| span.end < line));
    }
    if let Some(theme) = &filters.theme {
        passing.sort_by_key(|(_, figure)| theme.iter().position(|metric| figure.metric == metric.as_str()));
    }
    for (number, figure) in passing {
        rows.push(Selected { stored: atlas.stored_figure(number)?, parsed: Some(Box::new(figure)) });
    }
    Ok((rows, filters.notes))
}

/// The numbers of the figures of one kind's records.
fn of_kind(atlas: &Atlas, kind: Kind) -> Result<std::ops::Range<usize>, Error> {
    let records = atlas.numbers_of(kind)?;
    if records.is_empty() {
        return Ok(0..0);
    }
    let (first, last) = (atlas.record_index(records.start)?, atlas.record_index(records.end - 1)?);
    Ok(first.figure_range().start..last.figure_range().end)
}

/// The filters, read.
struct Filters {
    metrics: Vec<String>,
    notes: Vec<FuzzyMatch>,
    kind: Option<Kind>,
    from: Option<Span>,
    to: Option<Span>,
    status: Option<Status>,
    scope: Option<String>,
    strength: Option<String>,
    /// The metrics of the theme that was asked for.
    theme: Option<Vec<String>>,
    numeric: bool,
    totals: bool,
    chooses: bool,
}

impl Filters {
    fn new(atlas: &Atlas, filter: &FigureFilter, matching: Matching) -> Result<Self, Error> {
        let mut metrics = Vec::new();
        let mut notes = Vec::new();
        for typed in &filter.metric {
            let meant = resolve::metric(atlas, typed, matching)?;
            let id = atlas.metric_at(meant.number)?.id.to_string();
            if metrics.contains(&id) {
                continue;
            }
            metrics.push(id);
            notes.extend(meant.note);
        }
        let kind = filter.kind.as_deref().map(|typed| kind(atlas, typed)).transpose()?;
        let year = filter.year.as_ref().map(|typed| date("--year", typed, true)).transpose()?;
        let from = filter.from.as_ref().map(|typed| date("--from", typed, false)).transpose()?;
        let to = filter.to.as_ref().map(|typed| date("--to", typed, false)).transpose()?;
        if let (Some(first), Some(last), Some(from_typed), Some(to_typed)) =
            (from, to, &filter.from, &filter.to)
            && first.start > last.end
        {
            let (from, to) = (from_typed.clone(), to_typed.clone());
            return Err(UsageError::Backwards { from, to }.into());
        }
        let word = |option, set, typed: &Option<String>| -> Result<Option<String>, Error> {
            typed.as_deref().map(|typed| word(atlas, option, set, typed)).transpose()
        };
        let status = word("--status", "status", &filter.status)?;
        Ok(Self {
            metrics,
            notes,
            kind,
            from: from.or(year),
            to: to.or(year),
            status: status.as_deref().and_then(Status::from_name),
            scope: word("--scope", "scope", &filter.scope)?,
            strength: word("--strength", "strength", &filter.strength)?,
            theme: filter.theme.as_deref().map(|typed| metrics_of(atlas, typed)).transpose()?,
            numeric: filter.numeric,
            totals: filter.totals,
            chooses: filter.latest || filter.stale.is_some(),
        })
    }

    /// Whether no figure has to be looked at.
    fn is_empty(&self) -> bool {
        // By pattern, so that a new filter is not forgotten; a kind is a range of numbers.
        let Self {
            metrics,
            notes: _,
            kind: _,
            from,
            to,
            status,
            scope,
            strength,
            theme,
            numeric,
            totals,
            chooses,
        } = self;
        metrics.is_empty()
            && from.or(*to).is_none()
            && status.is_none()
            && scope.as_ref().or(strength.as_ref()).is_none()
            && theme.is_none()
            && !(*numeric || *totals || *chooses)
    }

    fn passes(&self, figure: &Figure) -> bool {
        let span = figure.span();
        (self.metrics.is_empty() || self.metrics.iter().any(|metric| figure.metric == *metric.as_str()))
            && self.from.is_none_or(|from| span.is_some_and(|span| span.end >= from.start))
            && self.to.is_none_or(|to| span.is_some_and(|span| span.start <= to.end))
            && self.status.is_none_or(|status| figure.status == status)
            && self.scope.as_ref().is_none_or(|scope| figure.scope.as_deref() == Some(scope))
            && self.strength.as_ref().is_none_or(|strength| figure.strength.name() == strength)
            && self
                .theme
                .as_ref()
                .is_none_or(|theme| theme.iter().any(|metric| figure.metric == metric.as_str()))
            && (!self.numeric || figure.value.number().is_some())
            && (!self.totals || figure.part.is_none())
    }
}

/// Whether a figure has no date and aims at nothing.
fn is_undated(figure: &Figure) -> bool {
    figure.span().is_none() && figure.status != Status::Target
}

/// The id of the theme that was typed.
pub fn theme(atlas: &Atlas, typed: &str) -> Result<String, Error> {
    word(atlas, "--theme", "theme", typed)
}

/// The ids of the metrics of a theme, in the order of the registry.
fn metrics_of(atlas: &Atlas, typed: &str) -> Result<Vec<String>, Error> {
    let theme = theme(atlas, typed)?;
    let of_theme = atlas.metrics()?.into_iter().filter(|metric| metric.theme == theme.as_str());
    Ok(of_theme.map(|metric| metric.id.to_string()).collect())
}

/// The id of a word of a closed list, typed as such or as its label in either language.
pub(super) fn word(atlas: &Atlas, option: &'static str, set: &str, typed: &str) -> Result<String, Error> {
    let key = fold(typed);
    let terms = atlas.terms(set)?;
    let meant =
        terms.iter().find(|term| [&term.id, &term.label, &term.label_zh].iter().any(|t| fold(t) == key));
    if let Some(term) = meant {
        return Ok(term.id.to_string());
    }
    let known = terms.iter().map(|term| term.id.to_string()).collect();
    Err(UsageError::UnknownValue { option, typed: typed.to_owned(), known }.into())
}

/// A kind, typed as its singular, its plural or its label in either language.
fn kind(atlas: &Atlas, typed: &str) -> Result<Kind, Error> {
    let key = fold(typed);
    if let Some(kind) = Kind::from_name(&key).or_else(|| Kind::from_plural(&key)) {
        return Ok(kind);
    }
    let id = word(atlas, "--kind", "kind", typed)?;
    Ok(Kind::from_name(&id).ok_or(store::Error::Missing)?)
}

fn date(option: &'static str, typed: &str, only_years: bool) -> Result<Span, Error> {
    Span::parse_date(narrow(typed).trim().trim_end_matches('年'))
        .filter(|span| !only_years || span.is_full_year())
        .ok_or_else(|| UsageError::NotADate { option, example: "2023", typed: typed.to_owned() }.into())
}
