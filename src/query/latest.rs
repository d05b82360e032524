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
        let is_beaten = || firsts.iter().any(|before| series::compete(before, first));
        if first.is_retired() || series::forms_series(first, &repeats) && is_beaten() {
            continue;
        }
        firsts.push(first);
        latest.extend(series::newest(own).into_iter().map(|n| run.start + n));
    }
    latest.sort_unstable();
    latest
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rules, each with figures in the order of the compiled data, of which those with a star are latest.
    const RULES: &str = "\
the newest period of a series: 2019 1, *2021 2
what happened before a newer estimate: *2019 1, 2024 2 status=estimate
an estimate before a newer design: *2019 1 status=estimate, 2024 2 status=designed
a design where there is nothing else: *2024 2 status=designed
targets never stand in: 2020 9 status=target
targets never beat anything: *2015 1, 2035 9 status=target
scopes never compete: *2012 1 scope=a, *2021 2 scope=b
nor do scopes across statuses: *2012 1 scope=a, *2021 2 scope=b status=estimate
parts never compete: *2012 1 part=a, *2021 2 part=b
units never compete: *2012 1 unit=CNY, *2021 2 unit=USD
units never compete across statuses: *2012 1 unit=CNY, *2021 2 unit=USD status=estimate
unnamed parts are different things: *2012 1 part=part, *2021 2 part=part
a quarter never beats its own year: 2021-Q4 1, *2021 2
a half year never beats a later year: 2020-H2 1, *2021 2
a newer quarter stands beside the year: *2021 2, *2022-Q1 1
a longer part of a year beats a shorter one: 2022-Q1 1, *2022-H1 2
a level on a day is no part of a year: 2021-06-30 1, *2022-03-01 2
two values of one year both stand: *2021 1, *2021 2
two equal values of one year stand once: *2021 1, 2021 1
an undated one is never latest beside a dated one: undated 1, *2015 2
undated is never latest: undated 1
an undated fact hides no dated estimate: undated 1, *2020 2 status=estimate
what is retired hides nothing: 2020 1 superseded_by=newer, *2021 2 status=estimate";

    #[test]
    fn the_rule_of_what_is_latest_holds_line_by_line() {
        for line in RULES.lines() {
            let (rule, texts) = line.split_once(": ").unwrap();
            let want: Vec<&str> = texts.split(", ").filter_map(|text| text.strip_prefix('*')).collect();
            let figures: Vec<Figure> =
                texts.split(", ").map(|text| Figure::written(text.trim_start_matches('*'))).collect();
            let refs: Vec<&Figure> = figures.iter().collect();
            let found = latest(&refs, |_| false, false).into_iter();
            assert_eq!(found.map(|n| &*refs[n].id).collect::<Vec<_>>(), want, "{rule}");
        }
    }

    #[test]
    fn targets_are_latest_where_they_are_asked_for_and_what_stands_side_by_side_is_all_latest() {
        let [old, new] = ["2020 1 status=target", "2035 2 status=target"].map(Figure::written);
        assert_eq!(latest(&[&old, &new], |_| false, true), [1]);
        assert_eq!(latest(&[&old, &new], |metric| metric == "gdp", true), [0, 1]);
    }
}
