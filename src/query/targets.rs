//! Targets and what came of them: which actual figure answers a target, and what it says of it.
//!
//! An actual figure answers a target where it is about the record that the target aims at, of the same
//! metric, part and unit, and for the same time: the same period, or the same full year, for which a
//! level at the end of the year counts as well. The scopes must be equal, or the whole area in the one
//! and presumably the whole area in the other; where either is presumed, so is the answer. Metrics that
//! list different things side by side, and unnamed parts, answer nothing: their figures are about
//! different things.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    error::Error,
    model::{About, Day, Figure, Metric, Number, Qualifier, Span, Status, Text, Value, closed_list, series},
    store::{self, Atlas, metric_of},
};

/// A target with what came of it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TargetResult<'a> {
    /// Id of the target figure.
    pub id: Text<'a>,
    /// Id of the record that sets it; mostly a plan.
    pub plan: Text<'a>,
    /// Id of the record whose figure it aims at.
    pub of: Option<Text<'a>>,
    /// Id of what is measured.
    pub metric: Text<'a>,
    /// The last year of the time that it is set for.
    pub year: Option<u16>,
    /// The target itself.
    pub target: Figure<'a>,
    /// The figure that answers it.
    pub outcome: Option<Figure<'a>>,
    /// Ids of further figures that answer it as well, with other values.
    pub also: Vec<Text<'a>>,
    /// What came of it.
    pub verdict: Verdict,
    /// Whether the scope of either figure is presumed.
    pub scope_presumed: bool,
    /// Outcome less target, in the unit of both, where it was met or missed by a number that is exact: arithmetic, in
    /// no source.
    pub difference: Option<Number>,
    /// Where the target stands in the user's own data, `file:line`; none for the data of the program.
    pub origin: Option<Text<'a>>,
}

closed_list! {
    /// What came of a target.
    Verdict {
        /// Reached.
        Met = "met",
        /// Not reached.
        Missed = "missed",
        /// The values are not sharp enough to say.
        Undetermined = "undetermined",
        /// Its time is not over.
        Ahead = "ahead",
        /// No figure answers it.
        None = "none",
    }
}

/// What came of the targets that some records set, in their order.
pub fn of_records<'a>(
    atlas: &Atlas<'a>,
    records: impl IntoIterator<Item = usize>,
) -> Result<Vec<TargetResult<'a>>, Error> {
    let mut targets = Vec::new();
    for record in records {
        let figures = atlas.figures_with(record, |id| id.contains(".target"))?;
        let is_target = |figure: &Figure| figure.status == Status::Target && !figure.is_retired();
        targets.extend(figures.into_iter().filter(is_target));
    }
    let (about, today) = (atlas.about()?, atlas.data_day()?);
    // The figures of each record that is aimed at, of the metrics that its targets are of.
    let mut aimed_at: BTreeMap<&str, Vec<Figure>> = BTreeMap::new();
    let mut outcomes = Vec::new();
    for target in &targets {
        let of = target.of.as_deref().unwrap_or_default();
        if !aimed_at.contains_key(of) {
            let of_record = targets.iter().filter(|other| other.of == target.of);
            let metrics: Vec<&str> = of_record.map(|other| &*other.metric).collect();
            let is_aimed_at = |id: &str| metrics.contains(&metric_of(id));
            let figures = atlas.record_number(of)?.map(|record| atlas.figures_with(record, is_aimed_at));
            aimed_at.insert(of, figures.transpose()?.unwrap_or_default());
        }
        let metric = atlas.metric(&target.metric)?.ok_or(store::Error::Missing)?;
        outcomes.push(outcome(target, &aimed_at[of], &metric, &about, today));
    }
    Ok(outcomes)
}

/// What came of one target.
fn outcome<'a>(
    target: &Figure<'a>,
    figures: &[Figure<'a>],
    metric: &Metric,
    about: &About,
    today: Day,
) -> TargetResult<'a> {
    let comparable = series::forms_series(target, |_| metric.repeats);
    let mut answers: Vec<&Figure> =
        figures.iter().filter(|figure| comparable && answers(figure, target, about)).collect();
    // Of several, the most certain territory and then the strongest source; all are named.
    answers.sort_by_key(|figure| (figure.scope != target.scope, figure.strength));
    answers.dedup_by(|a, b| a.value == b.value && a.qualifier == b.qualifier);
    let end = target.period.as_deref().and_then(Span::parse).map(|span| span.end);
    let judged = |answer: &&Figure| judge(target, answer, metric.less_is_better);
    let verdict = match (answers.first(), end) {
        (Some(first), _) if answers.iter().all(|answer| judged(answer) == judged(first)) => judged(first),
        (Some(_), _) => Verdict::Undetermined,
        (None, Some(end)) if end > today => Verdict::Ahead,
        (None, _) => Verdict::None,
    };
    let date_set = target.date_value().map(|span| span.end);
    let presumed = |figure: &Figure| figure.scope.as_ref() == Some(&about.presumed_scope);
    let outcome = answers.first().copied();
    TargetResult {
        id: target.id.clone(),
        plan: target.subject.clone(),
        of: target.of.clone(),
        metric: target.metric.clone(),
        year: end.or(date_set).map(|day| day.year),
        target: target.clone(),
        outcome: outcome.cloned(),
        also: answers.iter().skip(1).map(|figure| figure.id.clone()).collect(),
        verdict,
        scope_presumed: outcome.is_some_and(|figure| presumed(figure) || presumed(target)),
        difference: outcome.and_then(|outcome| difference(target, outcome, verdict)),
        origin: target.origin.clone(),
    }
}

/// Whether a figure is the actual value that a target was set for.
fn answers(figure: &Figure, target: &Figure, about: &About) -> bool {
    let same_time = match (target.period.as_deref(), figure.period.as_deref()) {
        (Some(set), Some(held)) if set == held => true,
        (Some(_), _) => series::year(target).is_some_and(|year| series::year(figure) == Some(year)),
        (None, _) => false,
    };
    let whole = |scope: &Option<Text>| {
        scope.as_ref().is_some_and(|scope| [&about.whole_scope, &about.presumed_scope].contains(&scope))
    };
    figure.status == Status::Actual
        && !figure.is_retired()
        && target.of.as_deref() == Some(&*figure.subject)
        && figure.metric == target.metric
        && figure.part == target.part
        && figure.to == target.to
        && figure.unit == target.unit
        && same_time
        && (figure.scope == target.scope || whole(&figure.scope) && whole(&target.scope))
}

/// The lowest and the highest that a value can be; none is no limit. "About" has no limits at all: no
/// source says how far it reaches.
pub fn limits(figure: &Figure) -> Option<(Option<f64>, Option<f64>)> {
    let number = |number: Number| Some(number.0);
    match (&figure.value, figure.qualifier) {
        (Value::Range(low, high), _) => Some((number(*low), number(*high))),
        (Value::Number(value), Qualifier::Exact | Qualifier::Range) => Some((number(*value), number(*value))),
        (Value::Number(value), Qualifier::AtLeast | Qualifier::Minimum) => Some((number(*value), None)),
        (Value::Number(value), Qualifier::AtMost) => Some((None, number(*value))),
        _ => None,
    }
}

/// Whether an outcome reaches a target. A target of "at most", or of a metric of which less is better,
/// is reached from above, any other from below.
fn judge(target: &Figure, outcome: &Figure, less_is_better: bool) -> Verdict {
    let less = target.qualifier == Qualifier::AtMost || less_is_better;
    // Of a range, the nearer end.
    let reached_at = |(low, high): (Option<f64>, Option<f64>)| if less { high.or(low) } else { low.or(high) };
    let (Some((low, high)), Some(set)) = (limits(outcome), limits(target).and_then(reached_at)) else {
        return Verdict::Undetermined;
    };
    let (met, missed) = if less {
        (high.is_some_and(|high| high <= set), low.is_some_and(|low| low > set))
    } else {
        (low.is_some_and(|low| low >= set), high.is_some_and(|high| high < set))
    };
    match (met, missed) {
        (true, _) => Verdict::Met,
        (_, true) => Verdict::Missed,
        _ => Verdict::Undetermined,
    }
}

/// Outcome less target: "over 90" says nothing of how far it is below 100.
fn difference(target: &Figure, outcome: &Figure, verdict: Verdict) -> Option<Number> {
    let is_judged = matches!(verdict, Verdict::Met | Verdict::Missed);
    let is_sharp = is_judged && outcome.qualifier == Qualifier::Exact;
    Some(outcome.value.number().filter(|_| is_sharp)? - target.value.number()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    /// A target of 2020 for the trains of the record `x`, or another that is written so.
    fn target(text: &str) -> Figure<'static> {
        Figure::written(&[text, " metric=trains status=target subject=plan of=x"].concat())
    }

    fn actual(text: &str) -> Figure<'static> {
        Figure::written(&[text, " metric=trains"].concat())
    }

    /// What came of a target on 23 November 2026, where its metric is changed so.
    fn came_of(
        target: &Figure<'static>,
        actual: &[Figure<'static>],
        change: fn(&mut Metric),
    ) -> TargetResult<'static> {
        let atlas = fixture::atlas();
        let mut metric = atlas.metric("trains").unwrap().unwrap();
        change(&mut metric);
        let today = Day { year: 2026, month: 11, day: 23 };
        outcome(target, actual, &metric, &atlas.about().unwrap(), today)
    }

    #[test]
    fn only_a_figure_of_the_same_thing_and_time_answers_and_judges_as_sharply_as_the_values_are() {
        use Verdict::{Met, Missed, None, Undetermined};
        for (set, outcomes, want) in [
            ("2020 100", "2020 100, 2020 101, 2020 >100", Met),
            ("2020 100", "2020 99, 2020 <90, 2020 90to95, 2020-12-31 90", Missed),
            ("2020 100", "2020 >90, 2020 <110, 2020 ~120, 2020 90to105, 2020 90to100", Undetermined),
            ("2020 >100", "2020 99.5", Missed),
            ("2020 ~100", "2020 120", Undetermined),
            ("2020 <100", "2020 90", Met),
            ("2020 <100", "2020 110", Missed),
            ("2020 <100", "2020 >90, 2020 100to110", Undetermined),
            ("2020 100to120", "2020 105", Met),
            ("2020 100to120", "2020 99", Missed),
            ("2016/2020 100", "2016/2020 90", Missed),
            ("2020 100", "2019 90, 2020-H2 90, 2016/2020 90, 2020-06-30 90", None),
            ("2020 100", "2020 90 subject=y, 2020 90 unit=TEU, 2020 90 part=phase-one", None),
            ("2020 100", "2020 90 status=estimate, 2020 90 superseded_by=newer", None),
            ("2020 100 part=part", "2020 90 part=part", None),
            ("2020 100", "2020 90 scope=whole-area", None),
            // The whole area and presumably the whole area meet, and it is said.
            ("2020 100 scope=whole-area", "2020 90 scope=whole-area, 2020 90 scope=whole-presumed", Missed),
            ("2020 100 scope=whole-presumed", "2020 90 scope=whole-presumed", Missed),
            ("2020 100 scope=whole-presumed", "2020 90 scope=unstated", None),
            ("2020 100 scope=whole-area", "2020 90 scope=directly-administered", None),
            ("2020 100 scope=district-2025", "2020 90 scope=whole-area", None),
        ] {
            for came in outcomes.split(", ") {
                let row = came_of(&target(set), &[actual(came)], |_| {});
                assert_eq!(row.verdict, want, "{set}: {came}");
                let is_presumed = want != None && [set, came].concat().contains("whole-presumed");
                assert_eq!(row.scope_presumed, is_presumed, "{set}: {came}");
            }
        }
        let (set, came) = (target("2020 100"), [actual("2020 90")]);
        assert_eq!(came_of(&set, &came, |metric| metric.less_is_better = true).verdict, Met);
        assert_eq!(came_of(&set, &came, |metric| metric.repeats = true).verdict, None, "side by side");
        assert_eq!(came_of(&set, &[Figure::written("2020 90")], |_| {}).verdict, None, "another metric");
    }

    #[test]
    fn differences_are_exact_and_say_no_more_than_the_values() {
        for (set, came, want) in [
            ("160", "147.622", Some(Number(-12.378))),
            (">100", "99.5", Some(Number(-0.5))),
            ("100", "100", Some(Number(0.0))),
            ("100", ">110", None),
            ("100", "90to95", None),
            ("~100", "90", None),
            ("100to120", "90", None),
        ] {
            let [set, came] = [set, came].map(|text| ["2020 ", text].concat());
            assert_eq!(came_of(&target(&set), &[actual(&came)], |_| {}).difference, want, "{set}: {came}");
        }
    }

    #[test]
    fn of_answers_that_disagree_that_of_the_same_territory_and_then_the_strongest_is_first() {
        let answers = [
            "2020 110 scope=whole-presumed strength=primary",
            "2020 80 scope=whole-area strength=weak",
            "2020 90 scope=whole-area strength=primary",
        ];
        let row = came_of(&target("2020 100 scope=whole-area"), &answers.map(actual), |_| {});
        let values = row.outcome.iter().map(|figure| &figure.id).chain(&row.also);
        let values: Vec<&str> = values.filter_map(|id| id.split(' ').nth(1)).collect();
        assert_eq!(values, ["90", "80", "110"]);
        assert_eq!(row.verdict, Verdict::Undetermined, "they judge nothing");
    }
}
