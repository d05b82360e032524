//! Figures, sources, disputes and gaps in the only form in which they are stored: their JSON. A script is handed the
//! text as it is; a page parses the ones that it shows.

use std::marker::PhantomData;

use serde::{Deserialize, Serialize, Serializer, ser::Error as _};

use super::Error;
use crate::model::Figure;

/// A value that is stored as compact JSON; parsed only by [`Stored::read`].
#[derive(Clone, Debug)]
pub struct Stored<'a, T> {
    json: &'a str,
    parsed: PhantomData<T>,
}

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

    /// Whether this is its id, seen without looking for its end.
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

    /// Whether a key has this text, seen without parsing: quotes within texts are escaped, so that none holds this.
    pub fn has(&self, key: &str, text: &str) -> bool {
        self.json.contains(&["\"", key, "\":\"", text, "\""].concat())
    }
}

impl<'a> Stored<'a, Figure<'a>> {
    /// The id of its subject, the first part of its own.
    pub fn subject(&self) -> &'a str {
        subject_of(self.id())
    }

    /// The id of its metric, the second part of its own.
    pub fn metric(&self) -> &'a str {
        metric_of(self.id())
    }
}

/// The id of the subject of a figure with this id.
pub fn subject_of(figure: &str) -> &str {
    figure.split('.').next().unwrap_or_default()
}

/// The date of a figure with this id, as it is written; `undated` where it has none.
pub fn date_of(figure: &str) -> &str {
    figure.split('.').nth(2).unwrap_or_default()
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
