//! Which figures pass the filters of `figures`.
//!
//! Most filters look at each figure by itself; `--latest` chooses among those that pass them, and
//! `--stale` among what is left, against the date of the data. Nothing is decoded where no filter asks
//! for more than whole records.

use std::{borrow::Cow, collections::BTreeSet, ops::Range};

use serde::Serialize;

use crate::{
    cli::FigureFilter,
    error::Error,
    lang::{
        message::{self, short},
        phrase,
    },
    model::{Figure, Kind, Span, Status, Term, Text, as_id, fold, narrow, series},
    query::{
        Conditions,
        latest::latest,
        resolve::{self, FuzzyMatch, Matching},
    },
    store::{self, Atlas, Section, Stored, format::RecordIndex},
};

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
    let Filters { conditions, notes, records_of_kind, only_targets, theme } =
        Filters::new(atlas, filter, matching)?;
    let is_of_kind = |record: &usize| records_of_kind.as_ref().is_none_or(|of_kind| of_kind.contains(record));
    let records: Option<Vec<usize>> = match records {
        Some(records) => Some(records.iter().copied().filter(is_of_kind).collect()),
        None => records_of_kind.clone().map(Iterator::collect),
    };
    let mut numbers: Vec<usize> = match records {
        None => (0..atlas.count(Section::Figures)?).collect(),
        Some(records) => {
            let indexes = records.iter().map(|record| atlas.record_index(*record));
            let indexes = indexes.collect::<Result<Vec<_>, _>>()?;
            indexes.iter().flat_map(RecordIndex::figure_range).collect()
        }
    };
    numbers.sort_unstable();
    numbers.dedup();
    let is_read = !conditions.0.is_empty() || filter.latest || filter.stale.is_some();
    let mut rows = Vec::with_capacity(numbers.len());
    for number in numbers {
        let stored = atlas.stored_figure(number)?;
        let parsed = if is_read { Some(Box::new(stored.read()?)) } else { None };
        if parsed.as_ref().is_none_or(|figure| conditions.hold(figure)) {
            rows.push(Selected { stored, parsed });
        }
    }
    if filter.latest {
        let figures: Vec<&Figure> = rows.iter().filter_map(|row| row.parsed.as_deref()).collect();
        let dated = latest(&figures, atlas.repeats()?, only_targets);
        // A sheet of a theme and a comparison leave nothing out for want of a date: it is shown as undated.
        let stands_alone = |n: &usize| {
            let is_undated = figures[*n].span().is_none() && figures[*n].status != Status::Target;
            is_undated && !dated.iter().any(|dated| series::compete(figures[*dated], figures[*n]))
        };
        let with_undated = theme.is_some() || filter.undated;
        let undated = (0..figures.len()).filter(|n| with_undated && stands_alone(n));
        let newest: BTreeSet<usize> = undated.chain(dated.iter().copied()).collect();
        let mut places = 0..;
        rows.retain(|_| places.next().is_some_and(|n| newest.contains(&n)));
    }
    if let Some(years) = filter.stale {
        let line = atlas.data_day()?.years_before(years);
        let is_old = |figure: &Figure| figure.span().is_some_and(|span| span.end < line);
        rows.retain(|row| row.parsed.as_deref().is_some_and(is_old));
    }
    if let Some(theme) = &theme {
        rows.sort_by_key(|row| theme.iter().position(|metric| row.stored.metric() == &**metric));
    }
    Ok((rows, notes))
}

/// A figure that passes.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Selected<'a> {
    /// As it is stored.
    pub stored: Stored<'a, Figure<'a>>,
    /// Parsed, where a filter has read it: a page that shows it does not parse it again.
    #[serde(skip)]
    parsed: Option<Box<Figure<'a>>>,
}

impl<'a> Selected<'a> {
    /// The figure.
    ///
    /// # Errors
    /// Where the stored JSON is damaged.
    pub fn figure(&self) -> Result<Cow<'_, Figure<'a>>, store::Error> {
        match &self.parsed {
            Some(figure) => Ok(Cow::Borrowed(figure)),
            None => self.stored.read().map(Cow::Owned),
        }
    }
}

/// The filters, read.
struct Filters<'a> {
    /// What a figure is looked at for.
    conditions: Conditions<'a, Figure<'a>>,
    notes: Vec<FuzzyMatch>,
    records_of_kind: Option<Range<usize>>,
    only_targets: bool,
    /// The metrics of the theme that was asked for.
    theme: Option<Vec<Text<'a>>>,
}

impl<'a> Filters<'a> {
    fn new(atlas: &Atlas<'a>, filter: &FigureFilter, matching: Matching) -> Result<Self, Error> {
        let (mut metrics, mut notes) = (Vec::new(), Vec::new());
        for typed in &filter.metric {
            let meant = resolve::metric(atlas, typed, matching)?;
            let id = atlas.metric_at(meant.number)?.id;
            if !metrics.contains(&id) {
                metrics.push(id);
                notes.extend(meant.note);
            }
        }
        let of_kind = |typed: &String| Ok::<_, Error>(atlas.numbers_of(kind(atlas, typed)?)?);
        let records_of_kind = filter.kind.as_ref().map(of_kind).transpose()?;
        let date = |option, typed: &Option<String>, only_years| {
            typed.as_ref().map(|typed| date(option, typed, only_years)).transpose()
        };
        let year = date("--year", &filter.year, true)?;
        let (from, to) = (date("--from", &filter.from, false)?, date("--to", &filter.to, false)?);
        if let (Some(first), Some(last)) = (from, to)
            && first.start > last.end
        {
            let [from, to] =
                [&filter.from, &filter.to].map(|typed| short(typed.as_deref().unwrap_or_default()));
            return Err(message::usage(|lang| [phrase::backwards(&from, &to, lang)]));
        }
        let word = |option, set, typed: &Option<String>| {
            typed.as_deref().map(|typed| Ok::<_, Error>(term(atlas, option, set, typed)?.id)).transpose()
        };
        let status = word("--status", "status", &filter.status)?.and_then(|name| Status::from_name(&name));
        let only_targets = status == Some(Status::Target);
        let scope = word("--scope", "scope", &filter.scope)?;
        let strength = word("--strength", "strength", &filter.strength)?;
        let theme = filter.theme.as_deref().map(|typed| metrics_of(atlas, typed)).transpose()?;

        let mut conditions = Conditions(Vec::new());
        let is_one = |metrics: &Vec<Text>, figure: &Figure| metrics.contains(&figure.metric);
        conditions.add(Some(metrics).filter(|metrics| !metrics.is_empty()), is_one);
        conditions.add(from.or(year), |from, figure| figure.span().is_some_and(|own| own.end >= from.start));
        conditions.add(to.or(year), |to, figure| figure.span().is_some_and(|own| own.start <= to.end));
        conditions.add(status, |status, figure| figure.status == *status);
        conditions.add(scope, |scope, figure| figure.scope.as_ref() == Some(scope));
        conditions.add(strength, |strength, figure| *strength == *figure.strength.name());
        conditions.add(theme.clone(), is_one);
        conditions.add(filter.numeric.then_some(()), |(), figure| figure.value.number().is_some());
        conditions.add(filter.totals.then_some(()), |(), figure| figure.part.is_none());
        Ok(Self { conditions, notes, records_of_kind, only_targets, theme })
    }
}

/// The id of the theme that was typed.
pub fn theme<'a>(atlas: &Atlas<'a>, typed: &str) -> Result<Text<'a>, Error> {
    Ok(term(atlas, "--theme", "theme", typed)?.id)
}

/// The ids of the metrics of a theme, in the order of the registry.
fn metrics_of<'a>(atlas: &Atlas<'a>, typed: &str) -> Result<Vec<Text<'a>>, Error> {
    let theme = theme(atlas, typed)?;
    let of_theme = atlas.metrics()?.into_iter().filter(|metric| metric.theme == theme);
    Ok(of_theme.map(|metric| metric.id).collect())
}

/// A word of a closed list, typed as its id or as its label in either language.
pub(super) fn term<'a>(
    atlas: &Atlas<'a>,
    option: &'static str,
    set: &str,
    typed: &str,
) -> Result<Term<'a>, Error> {
    // An id is looked up; only a label needs the whole list.
    if let Some(term) = atlas.term(set, &as_id(typed))? {
        return Ok(term);
    }
    let (key, terms) = (fold(typed), atlas.terms(set)?);
    let is_meant = |term: &&Term| [&term.id, &term.label, &term.label_zh].iter().any(|t| fold(t) == key);
    terms.iter().find(is_meant).cloned().ok_or_else(|| {
        let of = |term: &Term| if term.takes_country() { ":COUNTRY" } else { "" };
        let known: Vec<_> = terms.iter().map(|term| [&*term.id, of(term)].concat()).collect();
        message::unknown_value(option, typed, &known)
    })
}

/// A kind, typed as its singular, its plural or its label in either language.
fn kind(atlas: &Atlas, typed: &str) -> Result<Kind, Error> {
    let key = fold(typed);
    if let Some(kind) = Kind::from_name(&key).or_else(|| Kind::from_plural(&key)) {
        return Ok(kind);
    }
    let term = term(atlas, "--kind", "kind", typed)?;
    Ok(Kind::from_name(&term.id).ok_or(store::Error::Missing)?)
}

fn date(option: &'static str, typed: &str, only_years: bool) -> Result<Span, Error> {
    Span::parse_date(narrow(typed).trim().trim_end_matches('年'))
        .filter(|span| !only_years || span.is_full_year())
        .ok_or_else(|| message::not_a_date(option, "2023", typed))
}
