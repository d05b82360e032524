//! Figures, sources, disputes and gaps in the only form in which they are stored: their JSON. A script is handed the
//! text as it is; a page parses the ones that it shows.

use std::marker::PhantomData;

use serde::{Deserialize, Serialize, Serializer, ser::Error as _};

use super::Error;
use crate::model::Figure;

/// A value that is stored as compact JSON; parsed only by [`Stored::read`].
#[derive(Debug)]
pub struct Stored<'a, T> {
    json: &'a str,
    parsed: PhantomData<T>,
}

impl<T> Clone for Stored<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Stored<'_, T> {}

impl<'a, T> Stored<'a, T> {
    /// Over the compact JSON of a `T`, which begins with its `id`.
    pub fn new(json: &'a str) -> Self {
        Self { json, parsed: PhantomData }
    }

    /// The stored JSON, without a newline.
    pub fn json(&self) -> &'a str {
        self.json
    }

    /// The id, read off the front of the JSON; empty where there is none. Ids are kebab-case and dots
    /// (a rule of the data), so none holds an escape.
    pub fn id(&self) -> &'a str {
        self.id_onward().split_once('"').map_or("", |(id, _)| id)
    }

    /// Whether this is its id.
    pub fn has_id(&self, id: &str) -> bool {
        self.id_onward().strip_prefix(id).is_some_and(|rest| rest.starts_with('"'))
    }

    /// Whether its id sorts before another. The quote that ends it sorts before every character of an id,
    /// so that it need not be looked for.
    pub fn is_before(&self, id: &str) -> bool {
        self.id_onward() < id
    }

    fn id_onward(&self) -> &'a str {
        self.json.strip_prefix("{\"id\":\"").unwrap_or_default()
    }
}

impl<'a> Stored<'a, Figure<'a>> {
    /// The id of its metric, the second part of its own.
    pub fn metric(&self) -> &'a str {
        metric_of(self.id())
    }
}

/// The id of the metric of a figure with this id.
pub fn metric_of(figure: &str) -> &str {
    figure.split('.').nth(1).unwrap_or_default()
}

impl<'a, T: Deserialize<'a>> Stored<'a, T> {
    /// Parses the JSON; strings without escapes are borrowed from it.
    pub fn read(&self) -> Result<T, Error> {
        Ok(serde_json::from_str(self.json)?)
    }
}

/// Within another value it is parsed and written again; alone, [`Stored::json`] is copied.
impl<'a, T: Deserialize<'a> + Serialize> Serialize for Stored<'a, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.read().map_err(S::Error::custom)?.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Number, Qualifier, Source, SourceKind, Status, Strength, Text, Value};

    /// A figure for each form of value, with texts that JSON escapes.
    fn figures() -> Vec<Figure<'static>> {
        let figure = Figure {
            label_zh: "地区生产总值".into(),
            qualifier: Qualifier::AtLeast,
            part: Some("phase-one".into()),
            status: Status::Target,
            strength: Strength::Weak,
            statement: "A \"port\" of \\ and \u{7f}, 1,000 {m}.".into(),
            statement_zh: "“港”，\"口岸\"".into(),
            note: Some("null".into()),
            ..Figure::sample()
        };
        let list = |items: &[&'static str]| Value::List(items.iter().copied().map(Text::from).collect());
        [
            (Value::Number(Number::Int(i64::MAX)), None),
            (Value::Number(Number::Float(-0.1)), None),
            (Value::Range(Number::Int(1), Number::Float(2.5)), None),
            (Value::Text("2020-05".into()), None),
            (Value::Text("a \"text\"".into()), Some(Value::Text("文".into()))),
            (list(&["a,b", "[c]", "\"d\""]), Some(list(&["甲", "乙", "丙"]))),
        ]
        .map(|(value, value_zh)| Figure { value, value_zh, ..figure.clone() })
        .to_vec()
    }

    #[test]
    fn a_figure_reads_back_whole() {
        for figure in figures() {
            let json = serde_json::to_string(&figure).unwrap();
            let stored: Stored<Figure> = Stored::new(&json);
            assert_eq!(stored.id(), &*figure.id);
            assert_eq!(format!("{:?}", stored.read().unwrap()), format!("{figure:?}"));
        }
    }

    #[test]
    fn a_source_reads_back_whole() {
        let source = Source {
            id: "someone-2020".into(),
            title: "\"港口\" \\ {}".into(),
            publisher: "Someone, Ltd.".into(),
            publisher_zh: None,
            url: None,
            published: Some("2020-05".into()),
            accessed: "2026-10-01".into(),
            lang: "zh".into(),
            kind: SourceKind::StateMedia,
            strength: Strength::Weak,
            note: Some("null".into()),
            note_zh: None,
            origin: None,
        };
        let json = serde_json::to_string(&source).unwrap();
        let stored: Stored<Source> = Stored::new(&json);
        assert_eq!(stored.id(), "someone-2020");
        assert_eq!(format!("{:?}", stored.read().unwrap()), format!("{source:?}"));
    }

    #[test]
    fn damaged_json_is_an_error() {
        let json = serde_json::to_string(&figures()[0]).unwrap();
        for end in (0..json.len()).filter(|end| json.is_char_boundary(*end)) {
            assert!(Stored::<Figure>::new(&json[..end]).read().is_err(), "{end}");
        }
    }
}
