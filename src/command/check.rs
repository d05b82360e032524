//! `check`: the rules of the data, run over the data.
//!
//! What would be a fault has stopped the build already; what is left are warnings: figures of one series
//! and one time that exclude each other and that no dispute names.

use clap::ArgMatches;
use serde::Serialize;

use super::{Answer, Contract, Entry, NoArgs, Printer, Row, Shape, with_output};
use crate::{
    error::Error,
    lang::Lang,
    model::{Figure, Qualifier, Text, Value},
    page::{Labels, Page},
    render::Block,
    store,
};

pub const CHECK: Entry = Entry {
    name: "check",
    about: "Run the data's own rules over it; warn of figures that exclude each other",
    examples: &["liangjiang check", "liangjiang check --lang zh"],
    options: with_output::<NoArgs>,
    run,
    contract: Some(Contract { keys: Warning::KEYS, row: "Warning", shape: Shape::List }),
    show: None,
};

fn run(_: &str, _: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let atlas = printer.atlas;
    let disputes = atlas.disputes()?;
    let is_disputed = |id: &Text| disputes.iter().any(|dispute| dispute.figures.contains(id));
    let mut rows = Vec::new();
    for number in 0..atlas.record_count()? {
        for series in atlas.series_of(number)? {
            let figures = (series.first..series.first + series.len)
                .map(|n| atlas.figure_at(n as usize))
                .collect::<Result<Vec<Figure>, store::Error>>()?;
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
    printer.print(Answer::list(rows), &page)
}

/// A warning about figures.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Warning<'a> {
    /// What is doubtful: `excluding-figures`.
    pub rule: &'static str,
    /// Id of the record concerned.
    pub id: Text<'a>,
    /// Ids of the figures concerned.
    pub figures: Vec<Text<'a>>,
    /// What they say, in English.
    pub statements: Vec<Text<'a>>,
    /// What they say, in Chinese.
    pub statements_zh: Vec<Text<'a>>,
}

impl Row for Warning<'_> {
    const KEYS: &'static [&'static str] = &["rule", "id", "figures", "statements", "statements_zh"];

    fn id(&self) -> String {
        self.id.to_string()
    }
}

/// Whether two figures of one series cannot both be true: the same time, and values that exclude each
/// other within what their qualifiers allow. "About" leaves room, so it excludes nothing.
fn exclude(a: &Figure, b: &Figure) -> bool {
    let (Value::Number(x), Value::Number(y)) = (&a.value, &b.value) else { return false };
    let (x, y) = (x.as_f64(), y.as_f64());
    let same_time =
        a.date_text().is_some() && a.period == b.period && (a.period.is_some() || a.as_of == b.as_of);
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

fn page(rows: &[Warning], labels: &Labels) -> Result<Page, Error> {
    let lang = labels.lang;
    let mut page = Page::default();
    for warning in rows {
        let said = lang.pick(
            "these exclude each other, and no dispute names them",
            "以下数据互相排斥，且无争议条目说明",
        );
        page.blocks.push(Block::Item(format!("{}{}{said}", warning.id, lang.colon())));
        let statements = match lang {
            Lang::En => &warning.statements,
            Lang::Zh => &warning.statements_zh,
        };
        for (statement, id) in statements.iter().zip(&warning.figures) {
            page.blocks.push(Block::Indented(format!("{statement}{}", lang.bracket(id))));
        }
    }
    let (count, figures) = (rows.len(), labels.atlas.figure_count()?);
    page.blocks.push(Block::Text(match lang {
        Lang::En => format!("{figures} figures, no fault, {}", lang.count(count, "warning", "warnings", "")),
        Lang::Zh => format!("{figures}条数据，无错误，{count}条警告"),
    }));
    Ok(page)
}

#[cfg(test)]
mod tests {
    use Qualifier::{About, AtLeast, AtMost, Exact};

    use super::*;
    use crate::model::Number;

    #[test]
    fn what_excludes_what_follows_the_qualifiers() {
        let says = |qualifier, value| Figure {
            qualifier,
            value: Value::Number(Number::Int(value)),
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
        let later = Figure { period: Some("2024".into()), ..says(Exact, 6) };
        assert!(!exclude(&says(Exact, 5), &later), "another year");
    }
}
