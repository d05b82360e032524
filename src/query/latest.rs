//! The one rule of what is latest.
//!
//! What competes: figures of one subject, metric, scope, part, other end and unit. Different scopes, parts
//! and units never do, nor do retired figures, the figures of a metric that lists different things side by side, nor those
//! of an unnamed part.
//!
//! 1. What happened stands before estimates, these before what was designed, whatever their dates.
//!    Targets never stand in for any of them: they are latest only among targets, where only targets
//!    were asked for.
//! 2. Of one status the newest period wins (`model::series::newest`): a quarter or part of a year never
//!    beats a full year of the same or a later year, but a newer one stands beside it; two values of
//!    one period that differ both stand.
//! 3. An undated figure is never latest.

use crate::model::{Figure, Status, series};

/// The places of the latest among figures in the order of the compiled data. `repeats` says which
/// metrics list different things side by side; `targets` says that only targets were asked for.
#[must_use]
pub fn latest(figures: &[&Figure], repeats: impl Fn(&str) -> bool, targets: bool) -> Vec<usize> {
    let mut firsts: Vec<&Figure> = Vec::new();
    let mut latest = Vec::new();
    for run in series::ranges(figures, &repeats) {
        let own = &figures[run.clone()];
        let Some(first) = own.first().copied() else { continue };
        if (first.status == Status::Target) != targets || own.iter().all(|f| f.span().is_none()) {
            continue;
        }
        // The compiled data has them by status: what stands before a series and competes with it is worth more.
        let is_beaten = || firsts.iter().any(|before| compete(before, first));
        if first.is_retired() || series::forms_series(first, &repeats) && is_beaten() {
            continue;
        }
        firsts.push(first);
        latest.extend(series::newest(own).into_iter().map(|n| run.start + n));
    }
    latest.sort_unstable();
    latest
}

/// Whether two figures compete: they say the same thing of different dates, if of any.
pub fn compete(a: &Figure, b: &Figure) -> bool {
    a.subject == b.subject
        && a.metric == b.metric
        && a.scope == b.scope
        && a.part == b.part
        && a.to == b.to
        && a.unit == b.unit
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Number, Text, Value};

    /// `when scope/part/unit status value`, such as `2021 - actual 5`.
    fn figure(text: &'static str) -> Figure<'static> {
        let mut words = text.split(' ');
        let mut next = || words.next().unwrap();
        let (when, place, status, value) = (next(), next(), next(), next());
        let dated = (when != "undated").then(|| Text::from(when));
        let (period, as_of) = if when.len() == 10 { (None, dated) } else { (dated, None) };
        let mut place = place.split('/').map(|word| (word != "-").then(|| Text::from(word)));
        Figure {
            id: text.into(),
            value: Value::Number(Number::Int(value.parse().unwrap())),
            scope: place.next().flatten(),
            part: place.next().flatten(),
            unit: place.next().flatten(),
            period,
            as_of,
            status: Status::from_name(status).unwrap(),
            ..Figure::sample()
        }
    }

    /// Rules, each with figures in the order of the compiled data, of which those with a star are latest.
    const RULES: &str = "\
the newest period of a series: 2019 - actual 1, *2021 - actual 2
what happened before a newer estimate: *2019 - actual 1, 2024 - estimate 2
an estimate before a newer design: *2019 - estimate 1, 2024 - designed 2
a design where there is nothing else: *2024 - designed 2
targets never stand in: 2020 - target 9
targets never beat anything: *2015 - actual 1, 2035 - target 9
scopes never compete: *2012 a actual 1, *2021 b actual 2
nor do scopes across statuses: *2012 a actual 1, *2021 b estimate 2
parts never compete: *2012 -/a actual 1, *2021 -/b actual 2
units never compete: *2012 -/-/CNY actual 1, *2021 -/-/USD actual 2
units never compete across statuses: *2012 -/-/CNY actual 1, *2021 -/-/USD estimate 2
unnamed parts are different things: *2012 -/part actual 1, *2021 -/part actual 2
a quarter never beats its own year: 2021-Q4 - actual 1, *2021 - actual 2
a half year never beats a later year: 2020-H2 - actual 1, *2021 - actual 2
a newer quarter stands beside the year: *2021 - actual 2, *2022-Q1 - actual 1
a longer part of a year beats a shorter one: 2022-Q1 - actual 1, *2022-H1 - actual 2
a level on a day is no part of a year: 2021-06-30 - actual 1, *2022-03-01 - actual 2
two values of one year both stand: *2021 - actual 1, *2021 - actual 2
two equal values of one year stand once: *2021 - actual 1, 2021 - actual 1
an undated one is never latest beside a dated one: undated - actual 1, *2015 - actual 2
undated is never latest: undated - actual 1
an undated fact hides no dated estimate: undated - actual 1, *2020 - estimate 2";

    #[test]
    fn the_rule_of_what_is_latest_holds_line_by_line() {
        for line in RULES.lines() {
            let (rule, texts) = line.split_once(": ").unwrap();
            let want: Vec<&str> = texts.split(", ").filter_map(|text| text.strip_prefix('*')).collect();
            let figures: Vec<Figure> =
                texts.split(", ").map(|text| figure(text.trim_start_matches('*'))).collect();
            let refs: Vec<&Figure> = figures.iter().collect();
            let found = latest(&refs, |_| false, false).into_iter();
            assert_eq!(found.map(|n| &*refs[n].id).collect::<Vec<_>>(), want, "{rule}");
        }
    }

    #[test]
    fn targets_are_latest_among_targets_where_they_were_asked_for() {
        let (old, new) = (figure("2020 - target 1"), figure("2035 - target 2"));
        assert_eq!(latest(&[&old, &new], |_| false, true), [1]);
    }

    #[test]
    fn what_stands_side_by_side_is_all_latest_and_what_is_retired_never() {
        let (a, b) = (figure("2020 - actual 1"), figure("2021 - estimate 2"));
        assert_eq!(latest(&[&a, &b], |metric| metric == "gdp", false), [0, 1]);
        let retired = Figure { superseded_by: Some("newer".into()), ..a };
        assert_eq!(latest(&[&retired, &b], |_| false, false), [1], "what is retired hides nothing");
    }
}
