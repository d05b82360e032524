//! Series: the figures of one subject, metric, scope, part, other end, unit and status, which alone may be
//! joined, charted, compared, or said to disagree; and which of them is the newest. Decided here once, at build
//! time, for every page and question.

use std::ops::Range;

use super::{Figure, Span, Value};

/// The part that stands for "one line, plant or project that the statement names": two figures of it
/// are about different things, so it never makes a series.
pub const SOME_PART: &str = "part";

/// The ranges of `figures` that are series. `figures` must be in the order of the compiled data: those of
/// one series together, oldest first. A figure for which [`forms_series`] is false is a range of its own.
pub fn ranges(figures: &[&Figure], repeats: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (n, figure) in figures.iter().enumerate() {
        match ranges.last_mut() {
            Some(range)
                if same(figures[range.start], figure)
                    && forms_series(figures[range.start], &repeats)
                    && forms_series(figure, &repeats) =>
            {
                range.end = n + 1;
            }
            _ => ranges.push(n..n + 1),
        }
    }
    ranges
}

/// Whether a figure can stand in one series with others: it is measured and not retired, and neither its
/// metric nor its part lists different things side by side.
pub fn forms_series(figure: &Figure, repeats: impl Fn(&str) -> bool) -> bool {
    matches!(figure.value, Value::Number(_) | Value::Range(..))
        && !figure.is_retired()
        && figure.part.as_deref() != Some(SOME_PART)
        && !repeats(&figure.metric)
}

/// Whether two figures are of one series.
pub fn same(a: &Figure, b: &Figure) -> bool {
    compete(a, b) && a.status == b.status
}

/// Whether two figures say the same thing of different dates, if of any: as what is, or as what was hoped for.
pub fn compete(a: &Figure, b: &Figure) -> bool {
    a.subject == b.subject
        && a.metric == b.metric
        && a.scope == b.scope
        && a.part == b.part
        && a.to == b.to
        && a.unit == b.unit
}

/// The newest figures of one series (oldest first, as [`ranges`] gives them), best first, as places in it.
///
/// The newest period wins; a quarter or part of a year never beats a full year of the same or a later
/// year, but one that is newer than the newest full year stands beside it. Two figures of the same
/// period that differ both stand. An undated figure is newest only where nothing is dated. A retired one
/// never is, and is a series of its own.
pub fn newest(series: &[&Figure]) -> Vec<usize> {
    if series.iter().any(|figure| figure.is_retired()) {
        return Vec::new();
    }
    let dated: Vec<(usize, Span)> =
        series.iter().enumerate().filter_map(|(n, figure)| Some((n, figure.span()?))).collect();
    if dated.is_empty() {
        return (0..series.len()).rev().take(1).collect();
    }
    let latest = |part_years: bool| {
        let of = || dated.iter().filter(|(n, span)| part_years == is_part_year(series[*n], *span));
        let top = of().map(|(_, span)| span.recency()).max();
        of().filter(|(_, span)| Some(span.recency()) == top).copied().collect::<Vec<_>>()
    };
    let (whole, part) = (latest(false), latest(true));
    let newer = match (whole.first(), part.first()) {
        (Some((_, whole)), Some((_, part))) => part.end > whole.end,
        _ => true,
    };
    let mut newest: Vec<usize> = whole.into_iter().map(|(n, _)| n).collect();
    if newer {
        newest.extend(part.into_iter().map(|(n, _)| n));
    }
    newest.dedup_by(|a, b| {
        let (a, b) = (series[*a], series[*b]);
        a.value == b.value && a.date_text() == b.date_text() && a.qualifier == b.qualifier
    });
    newest
}

/// The year that a figure answers for: a flow over all of it, or a level at its end. None for parts of a
/// year, several years and days within one. Only such figures are set beside a year: as a bar of a
/// chart, or as the outcome of a target.
pub fn year(figure: &Figure) -> Option<u16> {
    let span = figure.span()?;
    let at_its_end = figure.period.is_none() && (span.end.month, span.end.day) == (12, 31);
    (span.is_full_year() || at_its_end).then_some(span.end.year)
}

/// Whether a figure covers a stretch of less than a year: a quarter, a half, some months.
fn is_part_year(figure: &Figure, span: Span) -> bool {
    figure.period.is_some() && span.start.year == span.end.year && !span.is_full_year()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_two_places_are_two_series() {
        let to = |place: &'static str| Figure { to: Some(place.into()), ..Figure::sample() };
        assert_eq!(ranges(&[&to("singapore"), &to("duisburg")], |_| false).len(), 2);
    }

    #[test]
    fn a_year_is_a_full_one_or_its_last_day() {
        for (when, want) in [
            ("2020", Some(2020)),
            ("2020-01/2020-12", Some(2020)),
            ("as of 2020", Some(2020)),
            ("as of 2020-12-31", Some(2020)),
            ("as of 2020-12", Some(2020)),
            ("2020-H2", None),
            ("2020-12", None),
            ("2019/2020", None),
            ("2020-01/2020-11", None),
            ("as of 2020-06-30", None),
        ] {
            let (period, as_of) = match when.strip_prefix("as of ") {
                Some(date) => (None, Some(date.into())),
                None => (Some(when.into()), None),
            };
            assert_eq!(year(&Figure { period, as_of, ..Figure::sample() }), want, "{when}");
        }
    }
}
