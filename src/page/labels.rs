//! The words of a page: labels of the vocabulary, names of records, values and dates of figures, in the
//! language of the page.

use std::cell::RefCell;

use crate::{
    error::Error,
    lang::{self, Label, Lang},
    model::{Figure, Kind, Number, Record, Source, Span, Status, Strength, Value, series::SOME_PART},
    store::Atlas,
};

/// Looks words up in the language of a page.
pub struct Labels<'a> {
    /// The data.
    pub atlas: Atlas<'a>,
    /// The language.
    pub lang: Lang,
    /// Labels met so far, by set and id: a page meets the same few again and again.
    terms: RefCell<Vec<(String, String, String)>>,
}

type Result<T> = std::result::Result<T, Error>;

impl<'a> Labels<'a> {
    pub fn new(atlas: Atlas<'a>, lang: Lang) -> Self {
        Self { atlas, lang, terms: RefCell::default() }
    }

    pub fn label(&self, label: Label) -> &'static str {
        label.text(self.lang)
    }

    /// The label of a word of a closed list; the word itself where the list does not hold it.
    pub fn term(&self, set: &str, id: &str) -> Result<String> {
        let known = |(a, b, _): &&(String, String, String)| b == id && a == set;
        if let Some((_, _, label)) = self.terms.borrow().iter().find(known) {
            return Ok(label.clone());
        }
        let term = self.atlas.term(set, id)?;
        let label = term.map_or_else(|| id.to_owned(), |t| self.lang.pick(&t.label, &t.label_zh).to_owned());
        self.terms.borrow_mut().push((set.to_owned(), id.to_owned(), label.clone()));
        Ok(label)
    }

    /// The label of a record's status; empty where it has none.
    pub fn record_status(&self, record: &Record) -> Result<String> {
        self.status(record.kind, record.status.as_deref())
    }

    /// The label of a status of records of a kind; empty where there is none.
    pub fn status(&self, kind: Kind, status: Option<&str>) -> Result<String> {
        let Some(status) = status else { return Ok(String::new()) };
        let set = match kind {
            Kind::Plan | Kind::Policy => "plan-status",
            _ => "entity-status",
        };
        self.term(set, status)
    }

    /// The name of a record.
    pub fn name<'r>(&self, record: &'r Record) -> &'r str {
        self.lang.pick_or(&record.name, record.name_zh.as_ref())
    }

    /// The name of the record with this id.
    pub fn name_of(&self, id: &str) -> Result<String> {
        let head = self.atlas.record_head(id)?;
        Ok(head.map_or_else(
            || id.to_owned(),
            |head| self.lang.pick_or(&head.name, head.name_zh.as_ref()).to_owned(),
        ))
    }

    fn unit(&self, figure: &Figure) -> Result<String> {
        figure.unit.as_ref().map_or_else(|| Ok(String::new()), |unit| self.term("unit", unit))
    }

    /// The value of a figure with its qualifier and unit; a date in labels.
    pub fn value(&self, figure: &Figure) -> Result<String> {
        if let Value::Text(text) = &figure.value
            && Span::parse(text).is_some()
            && figure.value_zh.is_none()
        {
            return Ok(lang::date(text, self.lang));
        }
        Ok(lang::value(figure, &self.unit(figure)?, self.lang))
    }

    /// A number in a unit, such as a difference of two figures.
    pub fn quantity(&self, number: Number, unit: Option<&str>) -> Result<String> {
        let label = unit.map_or_else(|| Ok(String::new()), |unit| self.term("unit", unit))?;
        Ok(lang::quantity(number, unit, &label, self.lang))
    }

    /// When a figure holds, or that it does not say.
    pub fn date_text(&self, figure: &Figure) -> String {
        lang::date_of(figure, self.lang).unwrap_or_else(|| self.label(Label::Undated).to_owned())
    }

    /// A value in one cell: with its date where it is none itself, its claim and scope, and the mark of a
    /// weak source.
    pub fn value_cell(&self, figure: &Figure, when: String) -> Result<String> {
        let mut details = if is_date(figure) { Vec::new() } else { vec![when] };
        details.extend(self.status_label(figure)?);
        if let Some(scope) = &figure.scope {
            details.push(self.term("scope", scope)?);
        }
        let details = match &details[..] {
            [] => String::new(),
            details => self.lang.bracket(&details.join(self.lang.comma())),
        };
        Ok([&*self.value(figure)?, &details, weak_mark(figure.strength)].concat())
    }

    /// The sentence that says a figure.
    pub fn statement<'f>(&self, figure: &'f Figure) -> &'f str {
        self.lang.pick(&figure.statement, &figure.statement_zh)
    }

    /// The label of a figure's metric.
    pub fn metric<'f>(&self, figure: &'f Figure) -> &'f str {
        self.lang.pick(&figure.label, &figure.label_zh)
    }

    /// What sort of claim a figure is, where it is not simply what happened.
    pub fn status_label(&self, figure: &Figure) -> Result<Option<String>> {
        if figure.status == Status::Actual {
            return Ok(None);
        }
        Ok(Some(self.term("status", figure.status.name())?.to_lowercase()))
    }

    /// What sort of claim a figure is and what it covers: scope and part.
    pub fn qualifiers(&self, figure: &Figure) -> Result<Vec<String>> {
        let mut qualifiers: Vec<String> = self.status_label(figure)?.into_iter().collect();
        if let Some(scope) = &figure.scope {
            qualifiers.push(self.term("scope", scope)?);
        }
        if let Some(part) = figure.part.as_deref().filter(|part| *part != SOME_PART) {
            qualifiers.push(self.term("part", part)?);
        } else if figure.part.is_some() {
            qualifiers.push(self.lang.pick("one part", "其中一部分").to_owned());
        }
        Ok(qualifiers)
    }

    /// A source as one reads it at the foot of a page.
    pub fn source(&self, source: &Source) -> Result<String> {
        let mut text = format!("{}{}", source.publisher, self.lang.comma());
        match &source.published {
            Some(date) => text.push_str(&lang::date(date, self.lang)),
            None => text.push_str(self.label(Label::Undated)),
        }
        text.push_str(self.lang.colon());
        text.push_str(&source.title);
        if source.strength == Strength::Weak {
            text.push_str(&self.lang.bracket(&self.term("strength", "weak")?.to_lowercase()));
        }
        if let Some(url) = &source.url {
            text.push(' ');
            text.push_str(url);
        }
        Ok(text)
    }
}

/// Whether a figure is shown by its sentence: texts and lists, whose value says little alone.
pub fn shown_as_statement(figure: &Figure) -> bool {
    match &figure.value {
        Value::List(_) => true,
        Value::Text(_) => figure.value_zh.is_some(),
        Value::Number(_) | Value::Range(..) => false,
    }
}

/// The mark of a weak source behind a value, where no reference stands beside it.
pub const WEAK_MARK: &str = " [?]";

/// The mark that a value bears for its source.
pub fn weak_mark(strength: Strength) -> &'static str {
    if strength == Strength::Weak { WEAK_MARK } else { "" }
}

/// Whether the value of a figure is its date.
pub fn is_date(figure: &Figure) -> bool {
    matches!(&figure.value, Value::Text(text) if figure.value_zh.is_none() && Span::parse(text).is_some())
}

/// The mark of a reference; a weak source shows it.
pub fn mark(number: usize, strength: Strength) -> String {
    let weak = if strength == Strength::Weak { "?" } else { "" };
    ["[", &number.to_string(), weak, "]"].concat()
}
