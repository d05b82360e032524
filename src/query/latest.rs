//! The one rule of what is latest.
//!
//! What competes: figures of one subject, metric, scope, part and unit. Different scopes, parts and
//! units never do, nor do the figures of a metric that lists different things side by side, nor those
//! of an unnamed part.
//!
//! 1. What happened stands before estimates, these before what was designed, whatever their dates.
//!    Targets never stand in for any of them: they are latest only among targets, where only targets
//!    were asked for.
//! 2. Of one status the newest period wins (`model::series::newest`): a quarter or part of a year never
//!    beats a full year of the same or a later year, but a newer one stands beside it; two values of
//!    one period that differ both stand.
//! 3. An undated figure is never latest.

use crate::model::{
    Figure, Status,
    series::{self, standing},
};

/// The places of the latest among figures in the order of the compiled data. `repeats` says which
/// metrics list different things side by side; `targets` says that only targets were asked for.
#[must_use]
pub fn latest(figures: &[&Figure], repeats: impl Fn(&str) -> bool, targets: bool) -> Vec<usize> {
    let mut rivals: Vec<Rivals> = Vec::new();
    for run in series::runs(figures, &repeats) {
        let own = &figures[run.clone()];
        let Some(first) = own.first().copied() else { continue };
        if (first.status == Status::Target) != targets || own.iter().all(|f| series::span(f).is_none()) {
            continue;
        }
        let newest: Vec<usize> = series::newest(own).into_iter().map(|n| run.start + n).collect();
        let alone = !series::joins(first, &repeats);
        match rivals.iter_mut().rev().find(|rival| !alone && !rival.alone && compete(rival.first, first)) {
            Some(rival) if standing(rival.first.status) <= standing(first.status) => {}
            Some(rival) => *rival = Rivals { first, newest, alone },
            None => rivals.push(Rivals { first, newest, alone }),
        }
    }
    let mut latest: Vec<usize> = rivals.into_iter().flat_map(|rival| rival.newest).collect();
    latest.sort_unstable();
    latest
}

/// The best of the series that compete with each other, so far.
struct Rivals<'r, 'a> {
    first: &'r Figure<'a>,
    newest: Vec<usize>,
    alone: bool,
}

fn compete(a: &Figure, b: &Figure) -> bool {
    a.subject == b.subject
        && a.metric == b.metric
        && a.scope == b.scope
        && a.part == b.part
        && a.unit == b.unit
}
