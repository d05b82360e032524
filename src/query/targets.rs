//! Targets and what came of them: which actual figure answers a target, and what it says of it.
//!
//! An actual figure answers a target where it is about the record that the target aims at, of the same
//! metric, part and unit, and for the same time: the same period, or the same full year, for which a
//! level at the end of the year counts as well. The scopes must be equal, or the whole area in the one
//! and presumably the whole area in the other; where either is presumed, so is the answer. Metrics that
//! list different things side by side, and unnamed parts, answer nothing: their figures are about
//! different things.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    error::Error,
    model::{Day, Figure, Number, Qualifier, Span, Status, Text, Value, series},
    store::{Atlas, metric_of},
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
    /// Why no outcome was found.
    pub reason: Option<Reason>,
    /// Whether the scope of either figure is presumed.
    pub scope_presumed: bool,
    /// By how much it was met or missed: arithmetic, in no source.
    pub difference: Option<Difference<'a>>,
    /// Where the target stands in the user's own data, `file:line`; none for the data of the program.
    pub origin: Option<Text<'a>>,
}

/// What came of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Verdict {
    /// Reached.
    Met,
    /// Not reached.
    Missed,
    /// The values are not sharp enough to say.
    Undetermined,
    /// Its time is not over.
    Ahead,
    /// No figure answers it.
    None,
}

/// Why no figure answers a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Reason {
    /// It is set in words or as a list, not as a number.
    InWords,
    /// It names no year.
    NoYear,
    /// There is none in the data.
    NoFigure,
}

/// Outcome less target.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Difference<'a> {
    /// The number; negative where the outcome is below the target.
    pub value: Number,
    /// How sharp it is: that of the outcome.
    pub qualifier: Qualifier,
    /// The unit of both; percent is percentage points.
    pub unit: Option<Text<'a>>,
    /// In percent of the target, to one decimal; none for targets that are percentages themselves.
    pub percent: Option<f64>,
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
    let repeats = atlas.repeats()?;
    let about = atlas.about()?;
    let today = atlas.data_day()?;
    let mut aimed_at: BTreeMap<&str, Vec<Figure>> = BTreeMap::new();
    let mut outcomes = Vec::new();
    for target in &targets {
        let of = target.of.as_deref().unwrap_or_default();
        if !aimed_at.contains_key(of) {
            let is_aimed_at = |id: &str| {
                let metric = metric_of(id);
                targets.iter().any(|target| target.of.as_deref() == Some(of) && *target.metric == *metric)
            };
            let record = atlas.record_number(of)?;
            let figures = record.map(|record| atlas.figures_with(record, is_aimed_at)).transpose()?;
            aimed_at.insert(of, figures.unwrap_or_default());
        }
        let figures = aimed_at.get(of).map_or(&[][..], Vec::as_slice);
        let setting = Setting {
            repeats: repeats(&target.metric),
            less_is_better: atlas.metric(&target.metric)?.is_some_and(|metric| metric.less_is_better),
            whole: &about.whole_scope,
            presumed: &about.presumed_scope,
            today,
        };
        outcomes.push(outcome(target, figures, setting));
    }
    Ok(outcomes)
}

/// What judging a target needs to know besides the figures.
#[derive(Clone, Copy)]
struct Setting<'s> {
    /// Whether its metric lists different things side by side.
    repeats: bool,
    /// Whether a goal of its metric is met by what is at or below it.
    less_is_better: bool,
    /// The scope of the whole area.
    whole: &'s str,
    /// The scope of what is presumably the whole area.
    presumed: &'s str,
    /// The last day of the date of the data.
    today: Day,
}

/// What came of one target.
fn outcome<'a>(target: &Figure<'a>, figures: &[Figure<'a>], setting: Setting) -> TargetResult<'a> {
    let comparable = series::forms_series(target, |_| setting.repeats);
    let mut answers: Vec<&Figure> =
        figures.iter().filter(|figure| comparable && answers(figure, target, setting)).collect();
    // Of several, the most certain territory and then the strongest source; all are named.
    answers.sort_by_key(|figure| (figure.scope != target.scope, figure.strength));
    answers.dedup_by(|a, b| a.value == b.value && a.qualifier == b.qualifier);
    let end = target.period.as_deref().and_then(Span::parse).map(|span| span.end);
    let judged = |answer: &&Figure| judge(target, answer, setting.less_is_better);
    let verdict = match (answers.first(), end) {
        (Some(first), _) if answers.iter().all(|answer| judged(answer) == judged(first)) => judged(first),
        (Some(_), _) => Verdict::Undetermined,
        (None, Some(end)) if end > setting.today => Verdict::Ahead,
        (None, _) => Verdict::None,
    };
    let measured = matches!(target.value, Value::Number(_) | Value::Range(..));
    let date_set = target.date_value().map(|span| span.end);
    let reason = (verdict == Verdict::None).then(|| match (measured || date_set.is_some(), end) {
        (false, _) => Reason::InWords,
        (true, None) if measured => Reason::NoYear,
        (true, _) => Reason::NoFigure,
    });
    let presumed = |figure: &Figure| figure.scope.as_deref() == Some(setting.presumed);
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
        reason,
        scope_presumed: outcome.is_some_and(|figure| presumed(figure) || presumed(target)),
        difference: outcome.and_then(|outcome| difference(target, outcome)),
        origin: target.origin.clone(),
    }
}

/// Whether a figure is the actual value that a target was set for.
fn answers(figure: &Figure, target: &Figure, setting: Setting) -> bool {
    let same_time = match (target.period.as_deref(), figure.period.as_deref()) {
        (Some(set), Some(held)) if set == held => true,
        (Some(_), _) => series::year(target).is_some_and(|year| series::year(figure) == Some(year)),
        (None, _) => false,
    };
    let whole = |scope: Option<&str>| [Some(setting.whole), Some(setting.presumed)].contains(&scope);
    let (scope, set) = (figure.scope.as_deref(), target.scope.as_deref());
    figure.status == Status::Actual
        && !figure.is_retired()
        && target.of.as_deref() == Some(&*figure.subject)
        && figure.metric == target.metric
        && figure.part == target.part
        && figure.to == target.to
        && figure.unit == target.unit
        && same_time
        && (scope == set || whole(scope) && whole(set))
}

/// The lowest and the highest that a value can be; none is no limit. "About" has no limits at all: no
/// source says how far it reaches.
pub(super) fn limits(figure: &Figure) -> Option<(Option<f64>, Option<f64>)> {
    let number = |number: Number| Some(number.as_f64());
    match (&figure.value, figure.qualifier) {
        (Value::Range(low, high), _) => Some((number(*low), number(*high))),
        (Value::Number(value), Qualifier::Exact | Qualifier::Range) => Some((number(*value), number(*value))),
        (Value::Number(value), Qualifier::AtLeast) => Some((number(*value), None)),
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

/// Outcome less target, where both are single numbers and the outcome's sharpness leaves a target in it:
/// "over 90" says nothing of how far it is below 100.
fn difference<'a>(target: &Figure<'a>, outcome: &Figure<'a>) -> Option<Difference<'a>> {
    let (set, came) = (target.value.number()?, outcome.value.number()?);
    let value = came.checked_sub(set)?;
    let above = value.as_f64() >= 0.0;
    let sharpest = match (target.qualifier, outcome.qualifier) {
        (Qualifier::About, _) | (_, Qualifier::About) => Qualifier::About,
        (_, Qualifier::AtLeast) if above => Qualifier::AtLeast,
        (_, Qualifier::AtMost) if !above => Qualifier::AtMost,
        (_, Qualifier::AtLeast | Qualifier::AtMost) => return None,
        _ => Qualifier::Exact,
    };
    let is_percent = target.unit.as_deref() == Some("percent");
    let percent =
        (!is_percent && set.as_f64() > 0.0).then(|| (value.as_f64() / set.as_f64() * 1000.0).round() / 10.0);
    Some(Difference { value, qualifier: sharpest, unit: target.unit.clone(), percent })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Strength;

    const SETTING: Setting = Setting {
        repeats: false,
        less_is_better: false,
        whole: "whole-area",
        presumed: "whole-presumed",
        today: Day { year: 2026, month: 11, day: 23 },
    };

    fn value(text: &str) -> (Value<'static>, Qualifier) {
        let number = |text: &str| match text.parse() {
            Ok(int) => Number::Int(int),
            Err(_) => Number::Float(text.parse().unwrap()),
        };
        if let Some((low, high)) = text.split_once("to") {
            return (Value::Range(number(low), number(high)), Qualifier::Range);
        }
        let qualifiers = [('>', Qualifier::AtLeast), ('<', Qualifier::AtMost), ('~', Qualifier::About)];
        match qualifiers.into_iter().find(|(mark, _)| text.starts_with(*mark)) {
            Some((_, qualifier)) => (Value::Number(number(&text[1..])), qualifier),
            None => (Value::Number(number(text)), Qualifier::Exact),
        }
    }

    /// A figure of 2020 with this value.
    fn figure(status: Status, text: &str) -> Figure<'static> {
        let (value, qualifier) = value(text);
        Figure {
            id: text.to_owned().into(),
            subject: if status == Status::Target { "plan" } else { "port" }.into(),
            metric: "trains".into(),
            value,
            qualifier,
            unit: Some("trains".into()),
            period: Some("2020".into()),
            status,
            of: (status == Status::Target).then(|| "port".into()),
            ..Figure::sample()
        }
    }

    fn target() -> Figure<'static> {
        figure(Status::Target, "100")
    }

    fn actual() -> Figure<'static> {
        figure(Status::Actual, "90")
    }

    fn verdict(target: &Figure<'static>, actual: Figure<'static>) -> Verdict {
        outcome(target, &[actual], SETTING).verdict
    }

    #[test]
    fn verdicts_respect_how_sharp_the_values_are() {
        use Verdict::{Met, Missed, Undetermined};
        for (target, outcomes, want) in [
            ("100", "100 101 >100", Met),
            ("100", "99 <90 90to95", Missed),
            ("100", ">90 <110 ~120 90to105 90to100", Undetermined),
            (">100", "99.5", Missed),
            ("~100", "120", Undetermined),
            ("<100", "90", Met),
            ("<100", "110", Missed),
            ("<100", ">90 100to110", Undetermined),
            ("100to120", "105", Met),
            ("100to120", "99", Missed),
        ] {
            for came in outcomes.split(' ') {
                let set = figure(Status::Target, target);
                assert_eq!(verdict(&set, figure(Status::Actual, came)), want, "{target} {came}");
            }
        }
        let less = outcome(&target(), &[actual()], Setting { less_is_better: true, ..SETTING });
        assert_eq!(less.verdict, Met, "less is better");
    }

    #[test]
    fn differences_are_exact_and_say_no_more_than_the_values() {
        for (target, actual, want) in [
            ("160", "147.622", Some((Number::Float(-12.378), Qualifier::Exact, Some(-7.7)))),
            ("75", "34", Some((Number::Int(-41), Qualifier::Exact, Some(-54.7)))),
            ("100", ">110", Some((Number::Int(10), Qualifier::AtLeast, Some(10.0)))),
            ("100", ">90", None),
            ("100", ">100", Some((Number::Int(0), Qualifier::AtLeast, Some(0.0)))),
            ("100", "<90", Some((Number::Int(-10), Qualifier::AtMost, Some(-10.0)))),
            ("100", "~90", Some((Number::Int(-10), Qualifier::About, Some(-10.0)))),
            ("100to120", "90", None),
        ] {
            let (set, came) = (figure(Status::Target, target), figure(Status::Actual, actual));
            let found = difference(&set, &came).map(|d| (d.value, d.qualifier, d.percent));
            assert_eq!(found, want, "{target} {actual}");
        }
        let percent = |figure: Figure<'static>| Figure { unit: Some("percent".into()), ..figure };
        assert_eq!(difference(&percent(target()), &percent(actual())).unwrap().percent, None);
    }

    #[test]
    fn only_a_figure_of_the_same_thing_and_time_answers() {
        let found = |change: fn(&mut Figure<'static>)| {
            let mut other = actual();
            change(&mut other);
            verdict(&target(), other)
        };
        assert_eq!(found(|_| {}), Verdict::Missed);
        let none: [fn(&mut Figure<'static>); 11] = [
            |f| f.subject = "other".into(),
            |f| f.metric = "containers".into(),
            |f| f.unit = Some("TEU".into()),
            |f| f.part = Some("phase-one".into()),
            |f| f.scope = Some("whole-area".into()),
            |f| f.status = Status::Estimate,
            |f| f.superseded_by = Some("newer".into()),
            |f| f.period = Some("2019".into()),
            |f| f.period = Some("2020-H2".into()),
            |f| f.period = Some("2016/2020".into()),
            |f| (f.period, f.as_of) = (None, Some("2020-06-30".into())),
        ];
        for (n, change) in none.into_iter().enumerate() {
            assert_eq!(found(change), Verdict::None, "change {n}");
        }
        assert_eq!(found(|f| (f.period, f.as_of) = (None, Some("2020-12-31".into()))), Verdict::Missed);
        let years = |f: Figure<'static>| Figure { period: Some("2016/2020".into()), ..f };
        assert_eq!(verdict(&years(target()), years(actual())), Verdict::Missed, "the same years");
        let part = |f: Figure<'static>| Figure { part: Some("part".into()), ..f };
        assert_eq!(verdict(&part(target()), part(actual())), Verdict::None, "unnamed parts differ");
        let side_by_side = outcome(&target(), &[actual()], Setting { repeats: true, ..SETTING });
        assert_eq!(side_by_side.verdict, Verdict::None);
    }

    #[test]
    fn whole_area_and_presumably_whole_area_meet_and_it_is_said() {
        let scoped = |figure: Figure<'static>, scope| Figure { scope: Some(Text::from(scope)), ..figure };
        for (of_target, of_actual, want) in [
            ("whole-area", "whole-area", Some(false)),
            ("whole-area", "whole-presumed", Some(true)),
            ("whole-presumed", "whole-presumed", Some(true)),
            ("whole-presumed", "unstated", None),
            ("whole-area", "directly-administered", None),
            ("district-2025", "whole-area", None),
        ] {
            let row = outcome(&scoped(target(), of_target), &[scoped(actual(), of_actual)], SETTING);
            assert_eq!(row.outcome.map(|_| row.scope_presumed), want, "{of_target} {of_actual}");
        }
    }

    #[test]
    fn of_answers_that_disagree_that_of_the_same_territory_and_then_the_strongest_is_first() {
        let of = |status, text, scope, strength| Figure {
            scope: Some(Text::from(scope)),
            strength,
            ..figure(status, text)
        };
        let answers = [
            of(Status::Actual, "110", "whole-presumed", Strength::Primary),
            of(Status::Actual, "80", "whole-area", Strength::Weak),
            of(Status::Actual, "90", "whole-area", Strength::Primary),
        ];
        let row = outcome(&of(Status::Target, "100", "whole-area", Strength::Weak), &answers, SETTING);
        assert_eq!((row.outcome.unwrap().id, &row.also[..]), ("90".into(), &["80".into(), "110".into()][..]));
        assert_eq!(row.verdict, Verdict::Undetermined, "they judge nothing");
    }

    #[test]
    fn what_has_no_answer_says_why() {
        let value = Value::Text("hub".into());
        for (target, want) in [
            (target(), (Verdict::None, Some(Reason::NoFigure), Some(2020))),
            // Its year is not over.
            (Figure { period: Some("2026".into()), ..target() }, (Verdict::Ahead, None, Some(2026))),
            (Figure { period: None, ..target() }, (Verdict::None, Some(Reason::NoYear), None)),
            (Figure { value, ..target() }, (Verdict::None, Some(Reason::InWords), Some(2020))),
        ] {
            let row = outcome(&target, &[], SETTING);
            assert_eq!((row.verdict, row.reason, row.year), want);
        }
    }
}
