//! `check`: the rules of the data, run over the data inside the program.
//!
//! What would be a fault has stopped the build already; what is left are warnings: figures of one series
//! and one time that exclude each other and that no dispute names.

use super::{Answer, Teller};
use crate::{
    Outcome,
    error::Error,
    model::{Figure, Qualifier, Text, Value},
    page,
    view::Warning,
};

pub fn run(teller: &Teller) -> Result<Outcome, Error> {
    let atlas = &teller.atlas;
    let disputes = atlas.disputes()?;
    let is_disputed = |id: &Text| disputes.iter().any(|dispute| dispute.figures.contains(id));
    let mut rows = Vec::new();
    for number in 0..atlas.record_count()? {
        for run in atlas.runs_of(number)? {
            let figures = (run.first..run.first + run.figures)
                .map(|n| atlas.figure_at(n as usize))
                .collect::<Result<Vec<Figure>, Error>>()?;
            for (n, a) in figures.iter().enumerate() {
                for b in &figures[n + 1..] {
                    if exclude(a, b) && !(is_disputed(&a.id) && is_disputed(&b.id)) {
                        rows.push(Warning {
                            rule: "excluding-figures",
                            id: a.subject.clone(),
                            figures: vec![a.id.clone(), b.id.clone()],
                            statements: vec![a.statement.clone(), b.statement.clone()],
                            statements_zh: vec![a.statement_zh.clone(), b.statement_zh.clone()],
                        });
                    }
                }
            }
        }
    }
    teller.tell(Answer::list(rows), &page::check)
}

/// Whether two figures of one series cannot both be true: the same time, and values that exclude each
/// other within what their qualifiers allow. "About" leaves room, so it excludes nothing.
fn exclude(a: &Figure, b: &Figure) -> bool {
    let (Value::Number(x), Value::Number(y)) = (&a.value, &b.value) else { return false };
    let (x, y) = (x.as_f64(), y.as_f64());
    let same_time = a.when().is_some() && a.period == b.period && (a.period.is_some() || a.as_of == b.as_of);
    same_time
        && match (a.qualifier, b.qualifier) {
            (Qualifier::Exact, Qualifier::Exact) => a.value != b.value,
            (Qualifier::AtLeast, Qualifier::Exact | Qualifier::AtMost) => y < x,
            (Qualifier::Exact | Qualifier::AtMost, Qualifier::AtLeast) => x < y,
            (Qualifier::AtMost, Qualifier::Exact) => y > x,
            (Qualifier::Exact, Qualifier::AtMost) => x > y,
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use Qualifier::{About, AtLeast, AtMost, Exact};

    use super::*;
    use crate::{atlas::Atlas, model::Number};

    #[test]
    fn what_excludes_what_follows_the_qualifiers() {
        let base = Atlas::bundled().figure("guoyuan.container-throughput.2023").unwrap().unwrap();
        let says =
            |qualifier, value| Figure { qualifier, value: Value::Number(Number::Int(value)), ..base.clone() };
        for ((qa, a), (qb, b), want) in [
            ((Exact, 5), (Exact, 5), false),
            ((Exact, 5), (Exact, 6), true),
            ((AtLeast, 5), (Exact, 6), false),
            ((AtLeast, 5), (Exact, 4), true),
            ((AtMost, 5), (Exact, 6), true),
            ((AtMost, 5), (Exact, 4), false),
            ((AtLeast, 6), (AtMost, 5), true),
            ((AtLeast, 5), (AtLeast, 9), false),
            ((About, 5), (Exact, 6), false),
        ] {
            assert_eq!(exclude(&says(qa, a), &says(qb, b)), want, "{qa:?} {a}, {qb:?} {b}");
            assert_eq!(exclude(&says(qb, b), &says(qa, a)), want, "{qb:?} {b}, {qa:?} {a}");
        }
        let later = Figure { period: Some("2024".into()), ..says(Exact, 6) };
        assert!(!exclude(&says(Exact, 5), &later), "another year");
    }
}
