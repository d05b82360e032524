//! What is not known, what is disputed, what is doubtful.

use super::{Page, Words, words::doubt};
use crate::{
    error::Error,
    lang::{self, Label, Lang},
    model::{Gap, Number, Text},
    render::{Block, Column, Grid, Tone},
    view::{Conflict, Warning},
};

pub fn gaps(rows: &[Gap], words: &Words) -> Page {
    let mut page = Page::default();
    for gap in rows {
        page.blocks.push(Block::Item(words.lang.pick(&gap.text, &gap.text_zh).to_owned()));
        page.blocks.push(Block::Indented(named(gap.id.as_ref(), &gap.records, words)));
    }
    if rows.is_empty() {
        page.notes.push(
            words
                .lang
                .pick(
                    "no known gap about these words; that does not mean that the data answers them",
                    "没有关于这些词的已知缺口；这并不表示数据中有答案",
                )
                .to_owned(),
        );
    }
    page
}

/// An id and the records that it concerns.
fn named(id: &str, records: &[Text], words: &Words) -> String {
    let records: Vec<&str> = records.iter().map(|record| &**record).collect();
    format!("{id}{}{}", words.lang.colon(), records.join(", "))
}

pub fn conflicts(rows: &[Conflict], words: &Words) -> Result<Page, Error> {
    let lang = words.lang;
    let mut page = Page::default();
    for conflict in rows {
        page.blocks.push(Block::Heading(lang.pick(&conflict.text, &conflict.text_zh).to_owned()));
        page.blocks.push(Block::Text(lang.pick(&conflict.note, &conflict.note_zh).to_owned()));
        let mut grid = Grid::plain(vec![
            Column::new("").tone(Tone::Key),
            Column::new("").tone(Tone::Strong),
            Column::new("").whole(),
            Column::new("").gives(),
            Column::new("").tone(Tone::Faint),
        ]);
        for figure in &conflict.figures {
            let source = words.atlas.source(&figure.source)?.ok_or(Error::Data)?.read()?;
            grid.row([
                figure.subject.to_string(),
                words.value(figure)?,
                words.when(figure),
                words.circumstances(figure)?.join(lang.comma()),
                format!("{}{}", source.publisher, doubt(figure.strength)),
            ]);
        }
        page.blocks.push(Block::Grid(grid));
        if let Some([low, high]) = conflict.span {
            page.blocks.push(Block::Faint(difference(low, high, conflict, words)?));
        }
    }
    if rows.is_empty() {
        page.notes.push(lang.pick("no known dispute", "没有已知争议").to_owned());
    }
    Ok(page.with_doubt_explained(words))
}

/// By how much the highest value exceeds the lowest, and how many times it is: our arithmetic.
fn difference(low: Number, high: Number, conflict: &Conflict, words: &Words) -> Result<String, Error> {
    let lang = words.lang;
    let unit_id = conflict.unit.as_deref();
    let unit = match unit_id {
        Some(unit) => words.term("unit", unit)?,
        None => String::new(),
    };
    let said = |number: Number| lang::quantity(number, unit_id, &unit, lang);
    let apart = match (low, high) {
        (Number::Int(low), Number::Int(high)) => said(Number::Int(high - low)),
        // Decimals of the sources: at most four places, so the difference is exact to that.
        (low, high) => said(Number::Float(((high.as_f64() - low.as_f64()) * 1e5).round() / 1e5)),
    };
    Ok(match lang {
        Lang::En => {
            format!("{}: {apart}, from {} to {}", words.label(Label::Difference), said(low), said(high))
        }
        Lang::Zh => format!("{}：{apart}（{}至{}）", words.label(Label::Difference), said(low), said(high)),
    })
}

pub fn check(rows: &[Warning], words: &Words) -> Result<Page, Error> {
    let lang = words.lang;
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
    let (count, figures) = (rows.len(), words.atlas.figure_count()?);
    page.blocks.push(Block::Text(match lang {
        Lang::En => format!("{figures} figures, no fault, {}", lang.count(count, "warning", "warnings", "")),
        Lang::Zh => format!("{figures}条数据，无错误，{count}条警告"),
    }));
    Ok(page)
}
