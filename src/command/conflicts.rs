//! `conflicts [ID...]`: where sources disagree, with the figures side by side.

use super::{Answer, Teller};
use crate::{
    Outcome,
    cli::ConflictsArgs,
    error::Error,
    model::{Dispute, Figure, Number, series},
    page,
    query::resolve::{self, Resolved},
    view::Conflict,
};

pub fn run(teller: &Teller, args: &ConflictsArgs) -> Result<Outcome, Error> {
    let atlas = &teller.atlas;
    let Resolved { records, near, missing } = resolve::records(atlas, &args.ids, None)?;
    let mut numbers = Vec::new();
    if args.ids.is_empty() && !args.piped {
        numbers.extend(0..atlas.disputes()?.len());
    }
    for (number, _) in records {
        numbers.extend(atlas.shelf(number)?.disputes.iter().map(|n| *n as usize));
    }
    numbers.sort_unstable();
    numbers.dedup();
    let mut rows = Vec::new();
    for number in numbers {
        let Dispute { id, text, text_zh, note, note_zh, figures } = atlas.dispute(number)?;
        let figures = figures
            .iter()
            .map(|id| atlas.figure(id)?.ok_or(Error::Data))
            .collect::<Result<Vec<Figure>, Error>>()?;
        let span = span(&figures);
        let unit = span.and(figures.first()).and_then(|figure| figure.unit.clone());
        rows.push(Conflict { id, text, text_zh, note, note_zh, span, unit, figures });
    }
    teller.tell(Answer { missing, near, ..Answer::list(rows) }, &page::conflicts)
}

/// Lowest and highest value, where all figures are numbers of one series and differ: phases and
/// territories are no ends of one scale.
fn span(figures: &[Figure]) -> Option<[Number; 2]> {
    let first = figures.first()?;
    let mut numbers = Vec::new();
    for figure in figures {
        numbers.push(figure.value.number().filter(|_| series::same(figure, first))?);
    }
    let by_size = |a: &Number, b: &Number| a.as_f64().total_cmp(&b.as_f64());
    let low = numbers.iter().copied().min_by(by_size)?;
    let high = numbers.iter().copied().max_by(by_size)?;
    (low != high).then_some([low, high])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::Atlas;

    fn span_of(dispute: &str) -> Option<[Number; 2]> {
        let atlas = Atlas::bundled();
        let dispute = atlas.disputes().unwrap().into_iter().find(|d| d.id == dispute).unwrap();
        let figures: Vec<_> = dispute.figures.iter().map(|id| atlas.figure(id).unwrap().unwrap()).collect();
        span(&figures)
    }

    #[test]
    fn only_numbers_of_one_series_have_a_span() {
        assert_eq!(span_of("airport-distance"), Some([Number::Int(19), Number::Int(21)]));
        assert_eq!(span_of("liangjiang-founded"), None, "dates");
        assert_eq!(span_of("tencent-investment"), None, "yuan and dollars");
        assert_eq!(span_of("guoyuan-area"), None, "port and hub");
        assert_eq!(span_of("lianglu-cuntan-area"), None, "phases and the whole");
        assert_eq!(span_of("industrial-share-2020"), None, "territories");
        assert_eq!(span_of("guoyuan-teu-2023"), None, "a single figure");
    }
}
