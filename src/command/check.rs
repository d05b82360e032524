//! `check`: the rules of the data, run over the data.
//!
//! What would be a fault has stopped the build already; what is left are warnings: figures of one series
//! that exclude each other, values that jump to ten times the one before or a tenth of it (a slip of units, or
//! of another territory), and exact figures whose note doubts them. A dispute that names the figures silences
//! a warning, and so does a note for a jump. Of the user's own data, files that are not read, sources that
//! nothing rests on, and what is no longer in ours are told too.

use std::collections::HashMap;

use clap::ArgMatches;
use serde::Serialize;

use super::{Answer, Contract, Entry, NoArgs, Printer, Row, Shape, with_output};
use crate::{
    error::Error,
    lang::{Label, Lang, message, phrase},
    load::Diagnostic,
    model::{Figure, Qualifier, Status, Text, series},
    page::{Labels, Page},
    query::targets::limits,
    render::Block,
    store::{self, Section},
};

pub const CHECK: Entry = Entry {
    name: "check",
    about: "Run the data's own rules over it; warn of figures that exclude each other",
    examples: &["liangjiang check", "liangjiang check --lang zh"],
    options: with_output::<NoArgs>,
    run,
    contract: Some(Contract { row: "Warning", shape: Shape::List }),
    show: None,
};

/// A rule that warns, with what it says of the figures.
type WarningRule = (&'static str, Label);

const EXCLUDING: WarningRule = ("excluding-figures", Label::Exclude);
const JUMP: WarningRule = ("jump", Label::Jump);
const DOUBTFUL: WarningRule = ("doubtful-note", Label::Doubtful);

/// Words by which a note says that its figure may be wrong.
const DOUBTS: &[&str] = &["slip", "misprint", "typo", "doubtful", "implausible"];
const DOUBTS_ZH: &[&str] = &["笔误", "存疑", "不可信"];

fn run(_: &str, _: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let atlas = printer.atlas;
    let is_disputed = |figure: &Figure| !figure.disputes.is_empty();
    let mut rows = Vec::new();
    for number in 0..atlas.count(Section::Records)? {
        for series in atlas.series_of(number)? {
            let figures = series.figures().map(|number| atlas.figure_at(number));
            let figures = figures.collect::<Result<Vec<Figure>, store::Error>>()?;
            rows.extend(excluding(&figures, is_disputed).iter().map(|pair| Warning::new(EXCLUDING, pair)));
            let doubted = figures.iter().filter(|figure| is_doubted(figure) && !is_disputed(figure));
            rows.extend(doubted.map(|figure| Warning::new(DOUBTFUL, &[figure])));
            let is_explained = |figure: &Figure| figure.note.is_some() || is_disputed(figure);
            for [a, b] in jumps(&figures) {
                if !is_explained(a) && !is_explained(b) {
                    rows.push(Warning::new(JUMP, &[a, b]));
                }
            }
        }
    }
    let files = printer.own.map_or(&[][..], |(_, own)| &own.warnings);
    rows.extend(files.iter().map(Warning::of_file));
    printer.print(Answer::list(rows), &page)
}

/// A warning about figures.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Warning<'a> {
    /// What is doubtful: `excluding-figures`, `jump` or `doubtful-note`; of the user's own data also `orphaned`,
    /// `unused-source` or `not-read`.
    pub rule: &'static str,
    /// Id of the record concerned; of a file of the user's own data its path.
    pub id: Text<'a>,
    /// Ids of the figures concerned.
    pub figures: Vec<Text<'a>>,
    /// What they say, or what is wrong with the file, in English.
    pub statements: Vec<Text<'a>>,
    /// The same in Chinese.
    pub statements_zh: Vec<Text<'a>>,
    /// Where the first that is the user's own stands, `file:line`; none where all is the data of the program.
    pub origin: Option<Text<'a>>,
    /// What a page says of figures; of a file there are its statements alone.
    #[serde(skip)]
    said: Option<Label>,
}

impl<'a> Warning<'a> {
    fn new((rule, said): WarningRule, figures: &[&Figure<'a>]) -> Self {
        let texts =
            |of: for<'f> fn(&'f Figure<'a>) -> &'f Text<'a>| figures.iter().map(|f| of(f).clone()).collect();
        Self {
            rule,
            id: figures[0].subject.clone(),
            figures: texts(|figure| &figure.id),
            statements: texts(|figure| &figure.statement),
            statements_zh: texts(|figure| &figure.statement_zh),
            origin: figures.iter().find_map(|figure| figure.origin.clone()),
            said: Some(said),
        }
    }

    fn of_file(warning: &'a Diagnostic) -> Self {
        let said = |lang| vec![Text::from(message::diagnostic(warning, lang))];
        Self {
            rule: warning.rule.name(),
            id: Text::from(&*warning.path),
            figures: Vec::new(),
            statements: said(Lang::En),
            statements_zh: said(Lang::Zh),
            origin: Some(Text::from(format!("{}:{}", warning.path, warning.line))),
            said: None,
        }
    }
}

impl Row for Warning<'_> {}

/// Figures of a series that cannot both be true: each once, with the one before it that is farthest from it. Where
/// both are disputed nothing is told.
fn excluding<'f, 'a>(
    series: &'f [Figure<'a>],
    is_disputed: impl Fn(&Figure) -> bool,
) -> Vec<[&'f Figure<'a>; 2]> {
    // Of each time the highest and the lowest so far, of all figures and of those that no dispute names.
    let mut farthest: HashMap<_, [[Option<&Figure>; 2]; 2]> = HashMap::new();
    let mut pairs = Vec::new();
    for figure in series.iter().filter(|figure| bounds(figure).is_some()) {
        let of_time = farthest.entry((&figure.period, &figure.as_of)).or_default();
        let before = of_time[usize::from(is_disputed(figure))].into_iter().flatten();
        pairs.extend(before.rev().find(|before| exclude(before, figure)).map(|before| [before, figure]));
        let (low, high) = bounds(figure).unwrap_or_default();
        for [highest, lowest] in of_time.iter_mut().take(if is_disputed(figure) { 1 } else { 2 }) {
            highest.take_if(|highest| bounds(highest).is_some_and(|(before, _)| before < low));
            lowest.take_if(|lowest| bounds(lowest).is_some_and(|(_, before)| before > high));
            highest.get_or_insert(figure);
            lowest.get_or_insert(figure);
        }
    }
    pairs
}

/// Within what a figure's value lies by its qualifier. "About" leaves room, so it excludes nothing.
fn bounds(figure: &Figure) -> Option<(f64, f64)> {
    let (low, high) = limits(figure)?;
    Some((low.unwrap_or(f64::NEG_INFINITY), high.unwrap_or(f64::INFINITY)))
}

/// Whether two figures of one series cannot both be true: the same time, and values that exclude each
/// other within what their qualifiers allow.
fn exclude(a: &Figure, b: &Figure) -> bool {
    let (Some((low, high)), Some((other_low, other_high))) = (bounds(a), bounds(b)) else { return false };
    let same_time = a.date_text().is_some() && (&a.period, &a.as_of) == (&b.period, &b.as_of);
    same_time && (low > other_high || other_low > high)
}

/// Neighbours of a series, full years or levels, of which one is ten times the other or more, within three
/// years; a thousand times at any distance. Growth that takes longer is no slip.
fn jumps<'f, 'a>(series: &'f [Figure<'a>]) -> Vec<[&'f Figure<'a>; 2]> {
    let value = |figure: &Figure| figure.value.number().map_or(0.0, |number| number.0);
    let is_comparable =
        |figure: &&Figure| (figure.period.is_none() || series::year(figure).is_some()) && value(figure) > 0.0;
    let figures: Vec<&Figure> = series.iter().filter(is_comparable).collect();
    let year = |figure: &Figure| figure.span().map_or(0, |span| span.end.year);
    let is_jump = |[a, b]: &[&Figure; 2]| {
        let times = if year(b).abs_diff(year(a)) <= 3 { 10.0 } else { 1000.0 };
        value(a) >= times * value(b) || value(b) >= times * value(a)
    };
    figures.windows(2).map(|pair| [pair[0], pair[1]]).filter(is_jump).collect()
}

/// Whether a note says that an exact figure may be wrong.
fn is_doubted(figure: &Figure) -> bool {
    let is_doubt = |word: &str| DOUBTS.contains(&word);
    let in_english = |note: &Text| note.split(|c: char| !c.is_alphanumeric()).any(is_doubt);
    let in_chinese = |note: &Text| DOUBTS_ZH.iter().any(|doubt| note.contains(doubt));
    figure.qualifier == Qualifier::Exact
        && figure.status == Status::Actual
        && !figure.is_retired()
        && (figure.note.as_ref().is_some_and(in_english) || figure.note_zh.as_ref().is_some_and(in_chinese))
}

fn page(rows: &[Warning], labels: &Labels) -> Result<Page, Error> {
    let lang = labels.lang;
    let mut page = Page::default();
    for warning in rows {
        let statements = match lang {
            Lang::En => &warning.statements,
            Lang::Zh => &warning.statements_zh,
        };
        let Some(said) = warning.said else {
            page.blocks.extend(statements.iter().map(|statement| Block::Item(statement.to_string())));
            continue;
        };
        let own = labels.own_mark(warning.origin.as_ref());
        page.blocks.push(Block::Item([&*warning.id, lang.colon(), said.text(lang), own].concat()));
        for (statement, id) in statements.iter().zip(&warning.figures) {
            page.blocks.push(Block::Indented(format!("{statement}{}", lang.bracket(id))));
        }
    }
    let figures = labels.atlas.count(Section::Figures)?;
    page.blocks.push(Block::Text(phrase::checked(figures, rows.len(), lang)));
    Ok(page)
}

#[cfg(test)]
mod tests {
    use Qualifier::{About, AtLeast, AtMost, Exact};

    use super::*;
    use crate::model::{Number, Value};

    #[test]
    fn what_excludes_what_follows_the_qualifiers() {
        let says = |qualifier, value| Figure {
            qualifier,
            value: Value::Number(Number(f64::from(value))),
            period: Some("2023".into()),
            ..Figure::sample()
        };
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
    }

    #[test]
    fn a_jump_is_tenfold_within_three_years_or_a_thousandfold() {
        for (figures, want) in [
            (&[("2019", 12), ("2020", 120)][..], 1),
            (&[("2019", 12), ("2020", 119)], 0),
            (&[("2019", 120), ("2020", 12)], 1),
            (&[("2017", 1), ("2020", 10)], 1),
            (&[("2016", 1), ("2020", 999)], 0),
            (&[("2016", 1), ("2020", 1000)], 1),
            (&[("2019", 0), ("2020", 10)], 0),
            // A part of a year is not set beside a year.
            (&[("2019", 12), ("2020-Q1", 1), ("2020", 13)], 0),
        ] {
            let figure = |(when, value): &(&'static str, i32)| Figure {
                period: Some((*when).into()),
                value: Value::Number(Number(f64::from(*value))),
                ..Figure::sample()
            };
            let series: Vec<Figure> = figures.iter().map(figure).collect();
            assert_eq!(jumps(&series).len(), want, "{figures:?}");
        }
    }

    #[test]
    fn only_an_exact_and_actual_figure_that_stands_is_doubted() {
        let noted = Figure { note: Some("Probably a slip.".into()), ..Figure::sample() };
        assert!(is_doubted(&noted));
        assert!(is_doubted(&Figure { note_zh: Some("应为笔误。".into()), ..Figure::sample() }));
        assert!(!is_doubted(&Figure { note: Some("From a slipway.".into()), ..Figure::sample() }));
        assert!(!is_doubted(&Figure { qualifier: About, ..noted.clone() }));
        assert!(!is_doubted(&Figure { status: Status::Target, ..noted.clone() }));
        assert!(!is_doubted(&Figure { superseded_by: Some("x".into()), ..noted }));
    }
}
