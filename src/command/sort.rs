//! `--sort`: rows by the values of some of their fields, as they stand in JSON. Numbers go by size, dates
//! and periods by time, Chinese by its pinyin, other texts by their letters; what is unknown (null, an empty list) goes last,
//! whichever way round; rows that are equal keep their order.

use std::{cmp::Ordering, collections::BTreeMap};

use serde_json::{Value, value::RawValue};

use crate::{
    error::Error,
    lang::Lang,
    model::{Recency, Span, reading},
    render::select,
};

/// Rows by fields of their objects in JSON, the first field first; `-` before one turns it round. In Chinese, a
/// name in both languages goes by the Chinese one.
pub fn sorted<R>(
    rows: Vec<R>,
    fields: &[String],
    lang: Lang,
    json: impl Fn(&R) -> Result<String, Error>,
) -> Result<Vec<R>, Error> {
    let places = order(&mut rows.iter().map(json), fields, lang)?;
    let mut rows: Vec<Option<R>> = rows.into_iter().map(Some).collect();
    Ok(places.into_iter().filter_map(|place| rows[place].take()).collect())
}

/// The places of rows, each its object in JSON.
fn order(
    objects: &mut dyn Iterator<Item = Result<String, Error>>,
    fields: &[String],
    lang: Lang,
) -> Result<Vec<usize>, Error> {
    let mut keyed: Vec<Vec<SortKey>> = Vec::new();
    for object in objects {
        let object = object?;
        let names = fields.iter().map(|field| shown_field(&object, field.trim_start_matches('-'), lang));
        let values = select(&object, &names.collect::<Result<Vec<_>, _>>()?)?;
        let keys = values.iter().map(|value| Ok(serde_json::from_str::<Value>(value.get())?.into()));
        keyed.push(keys.collect::<Result<_, Error>>()?);
    }
    let mut places: Vec<usize> = (0..keyed.len()).collect();
    places.sort_by(|a, b| {
        let orders = fields.iter().zip(keyed[*a].iter().zip(&keyed[*b])).map(|(field, (a, b))| {
            let order = a.partial_cmp(b).unwrap_or(Ordering::Equal);
            let is_known = *a != SortKey::Unknown && *b != SortKey::Unknown;
            if is_known && field.starts_with('-') { order.reverse() } else { order }
        });
        orders.fold(Ordering::Equal, Ordering::then)
    });
    Ok(places)
}

/// The field by which one that was asked for is sorted: in Chinese the Chinese one beside it, and a Chinese
/// name by the pinyin that its record gives.
fn shown_field(row: &str, name: &str, lang: Lang) -> Result<String, Error> {
    let zh = format!("{name}_zh");
    if lang == Lang::En && name != "name_zh" {
        return Ok(name.to_owned());
    }
    let values: BTreeMap<&str, &RawValue> = serde_json::from_str(row)?;
    let is_held = |key: &&str| values.get(key).is_some_and(|value| value.get() != "null");
    let pinyin = if matches!(name, "name" | "name_zh") { "pinyin" } else { "" };
    Ok([pinyin, &zh].into_iter().find(is_held).unwrap_or(name).to_owned())
}

/// A value as it is sorted: by its sort, in this order, then by what it holds.
#[derive(PartialEq, PartialOrd)]
enum SortKey {
    Bool(bool),
    /// A number, or the ends of a range.
    Numbers(Vec<f64>),
    /// A date or period by time (a half-year before its year), then as it stands.
    Date(Recency, String),
    /// A text by its letters, small and capital alike, then as it stands; a Chinese one as its pinyin.
    Text(String, String),
    List(Vec<Self>),
    /// An object as its JSON.
    Object(String),
    /// Null or an empty list.
    Unknown,
}

impl From<Value> for SortKey {
    fn from(value: Value) -> Self {
        match value {
            Value::Bool(value) => Self::Bool(value),
            Value::Number(number) => Self::Numbers(number.as_f64().into_iter().collect()),
            Value::String(text) => {
                if let Some(span) = Span::parse(&text) {
                    return Self::Date(span.recency(), text);
                }
                let text = reading(&text).unwrap_or(text);
                Self::Text(text.to_lowercase(), text)
            }
            Value::Array(items) if items.is_empty() => Self::Unknown,
            Value::Array(items) if items[0].is_number() => {
                Self::Numbers(items.iter().filter_map(Value::as_f64).collect())
            }
            Value::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Object(_) => Self::Object(value.to_string()),
            Value::Null => Self::Unknown,
        }
    }
}
