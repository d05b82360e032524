//! Figures and sources as they are kept: their JSON, and beside it how long each value in it is. What a
//! script asks for is taken as it is; what a page needs is cut out of the JSON, which costs a small part
//! of parsing it. Things that follow each other in a table follow each other in the JSON, with a comma
//! between them, so that many are one stretch.
//!
//! Both sides stand here, so that what is written is what is read.

use std::marker::PhantomData;

use serde::{Deserialize, Serialize, Serializer, ser::Error};

use super::{Figure, Number, Qualifier, Source, SourceKind, Status, Strength, Text, Value};

type Result<T> = postcard::Result<T>;

/// Where a thing is in the JSON of all that is kept.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Slice {
    /// First byte.
    pub start: u32,
    /// Byte behind the last.
    pub end: u32,
}

/// A figure as it is kept.
pub type KeptFigure<'a> = Kept<'a, Figure<'a>>;

/// A source as it is kept.
pub type KeptSource<'a> = Kept<'a, Source<'a>>;

/// A thing as it is kept.
#[derive(Debug)]
pub struct Kept<'a, T> {
    all: &'static str,
    slice: Slice,
    lengths: &'a [u8],
    thing: PhantomData<T>,
}

/// What can be cut out of its JSON.
pub trait Cut<'a>: Sized {
    /// Reads the values in the order in which serde writes them.
    ///
    /// # Errors
    /// Where the lengths are not those of the JSON.
    fn cut(values: &mut Values<'a>) -> Result<Self>;
}

impl<'a, T: Cut<'a> + Serialize> Serialize for Kept<'a, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        self.read().map_err(S::Error::custom)?.serialize(serializer)
    }
}

impl<'a, T: Cut<'a>> Kept<'a, T> {
    /// The thing at `slice` of all JSON; none where there is no such place.
    #[must_use]
    pub fn new(all: &'static str, slice: Slice, lengths: &'a [u8]) -> Option<Self> {
        all.get(slice.start as usize..slice.end as usize)?;
        Some(Self { all, slice, lengths, thing: PhantomData })
    }

    /// Its JSON.
    #[must_use]
    pub fn json(&self) -> &'static str {
        self.up_to(self.slice.end)
    }

    /// Whether `next` stands behind it in the JSON.
    #[must_use]
    pub fn adjoins(&self, next: &Self) -> bool {
        self.slice.end.checked_add(1) == Some(next.slice.start)
    }

    /// The JSON of things that adjoin, with a comma between two.
    #[must_use]
    pub fn stretch(run: &[Self]) -> &'static str {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return "" };
        first.up_to(last.slice.end)
    }

    fn up_to(&self, end: u32) -> &'static str {
        self.all.get(self.slice.start as usize..end as usize).unwrap_or_default()
    }

    /// Its id.
    ///
    /// # Errors
    /// Where the lengths are not those of the JSON.
    pub fn id(&self) -> Result<Text<'a>> {
        self.values().text("id")
    }

    /// Whether this is its id, of plain letters: the JSON begins with it.
    #[must_use]
    pub fn is(&self, id: &str) -> bool {
        let behind = self.json().strip_prefix("{\"id\":\"").and_then(|json| json.strip_prefix(id));
        behind.is_some_and(|json| json.starts_with('"'))
    }

    /// The thing.
    ///
    /// # Errors
    /// Where the lengths are not those of the JSON.
    pub fn read(&self) -> Result<T> {
        T::cut(&mut self.values())
    }

    fn values(&self) -> Values<'a> {
        Values { json: self.json(), at: 0, lengths: self.lengths }
    }
}

/// The JSON of a thing and the lengths of its values, in postcard; none where it is no object.
#[must_use]
pub fn keep<T: Serialize>(thing: &T) -> Option<(String, Vec<u8>)> {
    let values = serde_json::to_value(thing).ok()?;
    let (mut json, mut lengths) = (String::new(), Vec::new());
    for (key, value) in values.as_object()? {
        let value = value.to_string();
        json.push_str(if json.is_empty() { "{\"" } else { ",\"" });
        json.push_str(key);
        json.push_str("\":");
        json.push_str(&value);
        lengths.extend(postcard::to_stdvec(&value.len()).ok()?);
    }
    json.push('}');
    Some((json, lengths))
}

/// What is not as `keep` writes it.
const BROKEN: postcard::Error = postcard::Error::SerdeDeCustom;

impl<'a> Cut<'a> for Figure<'a> {
    fn cut(values: &mut Values<'a>) -> Result<Self> {
        Ok(Self {
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
}

impl<'a> Cut<'a> for Source<'a> {
    fn cut(values: &mut Values<'a>) -> Result<Self> {
        Ok(Self {
            id: values.text("id")?,
            title: values.text("title")?,
            publisher: values.text("publisher")?,
            url: values.text_or_null("url")?,
            published: values.text_or_null("published")?,
            accessed: values.text("accessed")?,
            lang: values.text("lang")?,
            kind: SourceKind::from_name(&values.text("kind")?).ok_or(BROKEN)?,
            strength: Strength::from_name(&values.text("strength")?).ok_or(BROKEN)?,
            note: values.text_or_null("note")?,
            note_zh: values.text_or_null("note_zh")?,
        })
    }
}

/// Cuts one value after the other out of the JSON of an object.
#[derive(Debug)]
pub struct Values<'a> {
    json: &'a str,
    at: usize,
    lengths: &'a [u8],
}

impl<'a> Values<'a> {
    /// The value behind the next key, which stands between a brace or comma and a colon, in quotes.
    fn next(&mut self, key: &str) -> Result<&'a str> {
        let (length, rest) = postcard::take_from_bytes::<u32>(self.lengths)?;
        let start = self.at + key.len() + 4;
        (self.at, self.lengths) = (start + length as usize, rest);
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

    fn kept<'a, T: Cut<'a>>(json: String, lengths: &'a [u8]) -> Kept<'a, T> {
        let json = json.leak();
        let slice = Slice { start: 0, end: u32::try_from(json.len()).unwrap() };
        Kept::new(json, slice, lengths).unwrap()
    }

    #[test]
    fn a_figure_is_kept_as_the_json_that_serde_makes_and_read_back_whole() {
        for figure in figures() {
            let (json, lengths) = keep(&figure).unwrap();
            assert_eq!(json, serde_json::to_string(&figure).unwrap());
            let read: Figure = kept(json, &lengths).read().unwrap();
            assert_eq!(format!("{read:?}"), format!("{figure:?}"));
        }
    }

    #[test]
    fn a_source_is_kept_as_the_json_that_serde_makes_and_read_back_whole() {
        let source = Source {
            id: "someone-2020".into(),
            title: "\"港口\" \\ {}".into(),
            publisher: "Someone, Ltd.".into(),
            url: None,
            published: Some("2020-05".into()),
            accessed: "2026-10-01".into(),
            lang: "zh".into(),
            kind: SourceKind::StateMedia,
            strength: Strength::Weak,
            note: Some("null".into()),
            note_zh: None,
        };
        let (json, lengths) = keep(&source).unwrap();
        assert_eq!(json, serde_json::to_string(&source).unwrap());
        let kept: KeptSource = kept(json, &lengths);
        assert_eq!(kept.id().unwrap(), source.id);
        assert!(kept.is("someone-2020") && !kept.is("someone-202") && !kept.is("someone-20200"));
        assert_eq!(format!("{:?}", kept.read().unwrap()), format!("{source:?}"));
    }

    #[test]
    fn things_that_adjoin_are_one_stretch() {
        let (all, lengths) = ("{},{},[],{}", []);
        let at = |start, end| KeptFigure::new(all, Slice { start, end }, &lengths).unwrap();
        let (first, second, fourth) = (at(0, 2), at(3, 5), at(9, 11));
        assert!(first.adjoins(&second) && !second.adjoins(&fourth) && !second.adjoins(&first));
        assert_eq!(Kept::stretch(&[first, second]), "{},{}");
        assert_eq!(Kept::stretch(&[fourth]), "{}");
        assert_eq!(KeptFigure::stretch(&[]), "");
        assert!(KeptFigure::new(all, Slice { start: 9, end: 12 }, &lengths).is_none());
    }

    #[test]
    fn lengths_that_are_not_those_of_the_json_are_none_or_another_figure_and_no_panic() {
        let (json, lengths) = keep(&figures()[0]).unwrap();
        let mut all: Vec<u32> = Vec::new();
        let mut rest = &lengths[..];
        while let Ok((length, behind)) = postcard::take_from_bytes(rest) {
            all.push(length);
            rest = behind;
        }
        assert_eq!(all.len(), 21);
        for at in 0..all.len() {
            for wrong in [0, 1, all[at] + 1, 7_000, u32::MAX] {
                let mut lengths = all.clone();
                lengths[at] = wrong;
                let lengths: Vec<u8> = lengths.iter().flat_map(|n| postcard::to_stdvec(n).unwrap()).collect();
                let read = kept::<Figure>(json.clone(), &lengths).read();
                assert!(read.map_or(true, |figure| serde_json::to_string(&figure).unwrap() != json), "{at}");
            }
        }
        assert!(kept::<Figure>(json, &[]).read().is_err());
        assert!(kept::<Figure>(String::new(), &lengths).read().is_err());
    }
}
