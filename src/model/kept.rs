//! A figure as it is kept: its JSON, and beside it how long each value in it is. What a script asks for
//! is copied; what a page needs is cut out of the JSON, which costs a small part of parsing it.
//!
//! Both sides stand here, so that what is written is what is read.

use serde::{Deserialize, Serialize, Serializer, ser::Error};

use super::{Figure, Number, Qualifier, Status, Strength, Text, Value};

type Result<T> = postcard::Result<T>;

/// How many values the JSON of a figure has.
const VALUES: usize = 21;

/// Where a figure is in the JSON of all figures.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Slice {
    /// First byte.
    pub start: u32,
    /// Byte behind the last.
    pub end: u32,
}

/// The bytes that each value takes, in the order of the keys.
pub type Lengths = [u32; VALUES];

/// A figure as it is kept.
#[derive(Clone, Copy, Debug)]
pub struct KeptFigure<'a> {
    /// Its JSON.
    pub json: &'a str,
    /// Its [`Lengths`], in postcard.
    pub lengths: &'a [u8],
}

impl Serialize for KeptFigure<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        self.read().map_err(S::Error::custom)?.serialize(serializer)
    }
}

impl<'a> KeptFigure<'a> {
    /// The figure.
    ///
    /// # Errors
    /// Where the lengths are not those of the JSON.
    pub fn read(&self) -> Result<Figure<'a>> {
        read(self.json, &postcard::from_bytes(self.lengths)?)
    }
}

/// The JSON of a figure and the lengths of its values; none where it has not the keys that reading asks for.
#[must_use]
pub fn keep(figure: &Figure) -> Option<(String, Lengths)> {
    let values = serde_json::to_value(figure).ok()?;
    let (mut json, mut lengths) = (String::new(), Vec::new());
    for (key, value) in values.as_object()? {
        let value = value.to_string();
        json.push_str(if json.is_empty() { "{\"" } else { ",\"" });
        json.push_str(key);
        json.push_str("\":");
        json.push_str(&value);
        lengths.push(u32::try_from(value.len()).ok()?);
    }
    json.push('}');
    Some((json, lengths.try_into().ok()?))
}

/// What is not as `keep` writes it.
const BROKEN: postcard::Error = postcard::Error::SerdeDeCustom;

fn read<'a>(json: &'a str, lengths: &Lengths) -> Result<Figure<'a>> {
    let mut values = Values { json, at: 0, lengths: lengths.iter() };
    Ok(Figure {
        id: values.text("id")?,
        subject: values.text("subject")?,
        metric: values.text("metric")?,
        label: values.text("label")?,
        label_zh: values.text("label_zh")?,
        value: value(values.next("value")?)?,
        value_zh: or_null(values.next("value_zh")?, value)?,
        qualifier: Qualifier::from_name(&values.text("qualifier")?).ok_or(BROKEN)?,
        unit: values.text_or_null("unit")?,
        period: values.text_or_null("period")?,
        as_of: values.text_or_null("as_of")?,
        scope: values.text_or_null("scope")?,
        part: values.text_or_null("part")?,
        status: Status::from_name(&values.text("status")?).ok_or(BROKEN)?,
        of: values.text_or_null("of")?,
        source: values.text("source")?,
        strength: Strength::from_name(&values.text("strength")?).ok_or(BROKEN)?,
        statement: values.text("statement")?,
        statement_zh: values.text("statement_zh")?,
        note: values.text_or_null("note")?,
        note_zh: values.text_or_null("note_zh")?,
    })
}

/// Cuts one value after the other out of the JSON of an object.
struct Values<'k, 'a> {
    json: &'a str,
    at: usize,
    lengths: std::slice::Iter<'k, u32>,
}

impl<'a> Values<'_, 'a> {
    /// The value behind the next key, which stands between a brace or comma and a colon, in quotes.
    fn next(&mut self, key: &str) -> Result<&'a str> {
        let start = self.at + key.len() + 4;
        self.at = start + *self.lengths.next().ok_or(BROKEN)? as usize;
        self.json.get(start..self.at).ok_or(BROKEN)
    }

    fn text(&mut self, key: &str) -> Result<Text<'a>> {
        text(self.next(key)?)
    }

    fn text_or_null(&mut self, key: &str) -> Result<Option<Text<'a>>> {
        or_null(self.next(key)?, text)
    }
}

fn or_null<'a, T>(json: &'a str, read: fn(&'a str) -> Result<T>) -> Result<Option<T>> {
    if json == "null" { Ok(None) } else { read(json).map(Some) }
}

/// A text is what stands between its quotes, but for one with a character that JSON writes otherwise.
fn text(json: &str) -> Result<Text<'_>> {
    if json.contains('\\') {
        return serde_json::from_str::<String>(json).map(Text::from).map_err(|_| BROKEN);
    }
    json.strip_prefix('"').and_then(|json| json.strip_suffix('"')).map(Text::from).ok_or(BROKEN)
}

fn number(json: &str) -> Result<Number> {
    let whole = json.parse().map(Number::Int);
    whole.or_else(|_| json.parse().map(Number::Float)).map_err(|_| BROKEN)
}

fn value(json: &str) -> Result<Value<'_>> {
    match json.as_bytes() {
        [b'"', ..] => text(json).map(Value::Text),
        [b'[', b'"', ..] => serde_json::from_str(json).map(Value::List).map_err(|_| BROKEN),
        [b'[', .., b']'] => {
            let (low, high) = json[1..json.len() - 1].split_once(',').ok_or(BROKEN)?;
            Ok(Value::Range(number(low)?, number(high)?))
        }
        _ => number(json).map(Value::Number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A figure with a text that JSON writes with escapes, for each form of value.
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
    fn a_figure_is_kept_as_the_json_that_serde_makes_and_read_back_whole() {
        for figure in figures() {
            let (json, lengths) = keep(&figure).unwrap();
            assert_eq!(json, serde_json::to_string(&figure).unwrap());
            let read = read(&json, &lengths).unwrap();
            assert_eq!(format!("{read:?}"), format!("{figure:?}"));
        }
    }

    #[test]
    fn lengths_that_are_not_those_of_the_json_are_none_or_another_figure_and_no_panic() {
        let (json, lengths) = keep(&figures()[0]).unwrap();
        for at in 0..VALUES {
            for wrong in [0, 1, lengths[at] + 1, 7_000, u32::MAX] {
                let mut lengths = lengths;
                lengths[at] = wrong;
                let read = read(&json, &lengths);
                assert!(read.map_or(true, |figure| serde_json::to_string(&figure).unwrap() != json), "{at}");
            }
        }
        assert!(read("", &lengths).is_err());
    }
}
