//! A figure: one measured, dated or stated thing about a record.
//!
//! The order of the fields is the order of the keys in JSON, which is part of the contract. A figure
//! formats nothing: numbers are in base units, dates are ISO text.

use std::{fmt, ops::Sub};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, SeqAccess, Visitor},
};

use super::{Span, Strength, Text};

/// One measured, dated or stated thing about a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure<'a> {
    /// `subject.metric.date[.scope][.part][.status][.n]`, computed.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Id of the record that it is about.
    pub subject: Text<'a>,
    /// Id of what is measured.
    pub metric: Text<'a>,
    /// Label of the metric in English.
    pub label: Text<'a>,
    /// Label of the metric in Chinese.
    pub label_zh: Text<'a>,
    /// The value, in base units (yuan, not billions).
    pub value: Value<'a>,
    /// A text or list value in Chinese.
    pub value_zh: Option<Value<'a>>,
    /// How sharp the value is.
    #[serde(default)]
    pub qualifier: Qualifier,
    /// Unit (vocabulary set `unit`); none for texts, lists, dates and ranks.
    pub unit: Option<Text<'a>>,
    /// Period that a flow covers: `2023`, `2022-Q1`, `2021-H1`, `2021-01/2021-09`.
    pub period: Option<Text<'a>>,
    /// Date on which a level was true or a statement was made.
    pub as_of: Option<Text<'a>>,
    /// First day of the period, else of the as-of date, computed: `2023-01-01`.
    pub period_start: Option<Text<'a>>,
    /// Last day of the period, else of the as-of date, computed: `2023-12-31`.
    pub period_end: Option<Text<'a>>,
    /// Territory that it covers (vocabulary set `scope`); none where the subject says it.
    pub scope: Option<Text<'a>>,
    /// Part or breakdown of the subject (vocabulary set `part`).
    pub part: Option<Text<'a>>,
    /// Of a distance or a transit time: the end that is not the subject; a record, or a place (vocabulary
    /// set `place`).
    pub to: Option<Text<'a>>,
    /// Whether it happened, was planned, designed or estimated.
    #[serde(default)]
    pub status: Status,
    /// For a target or forecast: the record whose figure it aims at.
    pub of: Option<Text<'a>>,
    /// Id of the source.
    #[serde(default)]
    pub source: Text<'a>,
    /// Strength of that source.
    pub strength: Strength,
    /// One sentence that says it, in English.
    pub statement: Text<'a>,
    /// One sentence that says it, in Chinese.
    pub statement_zh: Text<'a>,
    /// What a reader should know besides, in English.
    pub note: Option<Text<'a>>,
    /// What a reader should know besides, in Chinese.
    pub note_zh: Option<Text<'a>>,
    /// Id of the figure that this one retires.
    pub supersedes: Option<Text<'a>>,
    /// Id of the figure that retires this one, computed.
    pub superseded_by: Option<Text<'a>>,
    /// Ids of the disputes that name it, computed.
    #[serde(default)]
    pub disputes: Vec<Text<'a>>,
    /// Where it stands in the user's own data, `file:line`; none for the data of the program.
    pub origin: Option<Text<'a>>,
    /// In the data alone: tells apart figures that share all that their ids are made of.
    #[serde(default, skip_serializing)]
    pub n: Option<i64>,
    /// In the data alone: says that the source gives no date.
    #[serde(default, skip_serializing)]
    pub undated: bool,
}

impl Figure<'_> {
    /// When it holds, as written: the period, else the as-of date, else none.
    pub fn date_text(&self) -> Option<&str> {
        self.period.as_deref().or(self.as_of.as_deref())
    }

    /// The days that it holds for.
    pub fn span(&self) -> Option<Span> {
        self.date_text().and_then(Span::parse)
    }

    /// The days of the date that is its value; none where its value is no date.
    pub fn date_value(&self) -> Option<Span> {
        match &self.value {
            Value::Text(text) if self.value_zh.is_none() => Span::parse(text),
            _ => None,
        }
    }

    /// Whether another figure has taken its place: such a figure is only listed, never the newest.
    pub fn is_retired(&self) -> bool {
        self.superseded_by.is_some()
    }

    /// The number at the end of its id that tells it apart from a figure that shares all else (`n` in the data).
    pub fn number_of_id(&self) -> Option<i64> {
        let numberless = Self { n: None, ..self.clone() }.computed_id();
        self.id.strip_prefix(&*numberless).and_then(|n| n.strip_prefix('.')?.parse().ok())
    }

    /// The id that the other fields make.
    pub fn computed_id(&self) -> String {
        let date = self.date_text().unwrap_or("undated").replace('/', "--");
        let status = (self.status != Status::Actual).then(|| self.status.name());
        let n = self.n.map(|n| n.to_string());
        let apart = [self.scope.as_deref(), self.part.as_deref(), status, n.as_deref()];
        let parts = [&*self.subject, &*self.metric, &*date].into_iter().chain(apart.into_iter().flatten());
        parts.collect::<Vec<_>>().join(".")
    }
}

#[cfg(test)]
impl Figure<'static> {
    /// What tests vary: five yuan of a record `x`, exact, actual and undated.
    pub(crate) fn sample() -> Self {
        Self::written("undated 5")
    }

    /// That figure with a date, a value and other fields, as tests write them: `2021 >5 scope=whole-area`,
    /// `2021-06-30 90to95 status=estimate`. Its id is the text.
    pub(crate) fn written(text: &str) -> Self {
        let mut fields = serde_json::json!({
            "id": text, "subject": "x", "metric": "gdp", "label": "", "label_zh": "", "unit": "CNY", "source": "s",
            "strength": "primary", "statement": "", "statement_zh": "",
        });
        let mut words = text.split(' ');
        let (when, value) = (words.next().unwrap(), words.next().unwrap());
        if when != "undated" {
            fields[if when.len() == "2021-06-30".len() { "as_of" } else { "period" }] = when.into();
        }
        let signs = [('>', "at-least"), ('≥', "minimum"), ('<', "at-most"), ('~', "about")];
        let qualifier = signs.into_iter().find(|(sign, _)| value.starts_with(*sign));
        let number = value.trim_start_matches(['>', '≥', '<', '~']);
        fields["value"] = match number.split_once("to") {
            Some(ends) => serde_json::from_str(&format!("[{},{}]", ends.0, ends.1)).unwrap(),
            None => serde_json::from_str(number).unwrap_or(number.into()),
        };
        let range = if number.contains("to") { "range" } else { "exact" };
        fields["qualifier"] = qualifier.map_or(range, |(_, name)| name).into();
        for (key, value) in words.map(|word| word.split_once('=').unwrap()) {
            fields[key] = value.into();
        }
        serde_json::from_str(fields.to_string().leak()).unwrap()
    }
}

/// A number as its source prints it: whole, or with decimals.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Number(pub f64);

/// To six decimals, more than any number here has, so that 0.3 less 0.1 is 0.2.
impl Sub for Number {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(format!("{:.6}", self.0 - other.0).parse().unwrap_or_default())
    }
}

impl Number {
    /// It as an integer, where it is one: that is written in an eighth of the instructions.
    fn integer(self) -> Option<i64> {
        #[expect(clippy::cast_possible_truncation, reason = "it is whole, and below 2^53")]
        (self.0.fract() == 0.0).then_some(self.0 as i64)
    }
}

/// The shortest text that reads back the same.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.integer() {
            Some(integer) => integer.fmt(f),
            None => self.0.fmt(f),
        }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.integer() {
            Some(integer) => serializer.serialize_i64(integer),
            None => serializer.serialize_f64(self.0),
        }
    }
}

/// A number in base units; a text or a date; a list of texts; or the lowest and the highest of a range.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Value<'a> {
    /// One number, in base units.
    Number(Number),
    /// Lowest and highest of a range.
    Range(Number, Number),
    /// A text, or a date in ISO form.
    Text(Text<'a>),
    /// A list of texts.
    List(Vec<Text<'a>>),
}

impl Value<'_> {
    /// The number, if it is one.
    pub fn number(&self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

// By hand: what serde derives copies every value into a form of its own first.
impl<'de: 'a, 'a> Deserialize<'de> for Value<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

/// 2^53: below it every whole number is one; no figure is above.
const EXACT: f64 = 9_007_199_254_740_992.0;

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, a text, a list of texts, or [lowest, highest]")
    }

    fn visit_i64<E: de::Error>(self, int: i64) -> Result<Value<'de>, E> {
        #[expect(clippy::cast_precision_loss, reason = "what is not below 2^53 is refused")]
        self.visit_f64(int as f64)
    }

    fn visit_u64<E: de::Error>(self, int: u64) -> Result<Value<'de>, E> {
        i64::try_from(int).map_err(E::custom).and_then(|int| self.visit_i64(int))
    }

    fn visit_f64<E: de::Error>(self, float: f64) -> Result<Value<'de>, E> {
        if float.abs() < EXACT {
            Ok(Value::Number(Number(float)))
        } else {
            Err(E::custom("no finite number below 2^53"))
        }
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Text::from(text)))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Text::from(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value<'de>, A::Error> {
        let mut values = Vec::new();
        while let Some(item) = items.next_element()? {
            values.push(item);
        }
        if let [Value::Number(low), Value::Number(high)] = values[..] {
            return Ok(Value::Range(low, high));
        }
        let text = |value| if let Value::Text(text) = value { Some(text) } else { None };
        let texts: Option<Vec<Text>> = values.into_iter().map(text).collect();
        texts
            .filter(|texts| !texts.is_empty())
            .map(Value::List)
            .ok_or_else(|| de::Error::custom("neither a list of texts nor two numbers, lowest and highest"))
    }
}

/// Declares a closed list of words: an enum with its text in JSON and TOML.
macro_rules! closed_list {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$doc])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: [Self; [$($text),+].len()] = [$(Self::$variant),+];

            /// The word in JSON and in the data.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The one with this word.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use closed_list;

closed_list! {
    /// How sharp a value is.
    #[derive(Default)]
    Qualifier {
        /// As printed.
        #[default]
        Exact = "exact",
        /// "about", "nearly".
        About = "about",
        /// "over", "more than", "passed".
        AtLeast = "at-least",
        /// "at least", "or more": the value itself counts.
        Minimum = "minimum",
        /// "up to", "within".
        AtMost = "at-most",
        /// Between two values.
        Range = "range",
    }
}

closed_list! {
    // In the order in which it may be relied on as what is.
    /// Whether a figure happened or was hoped for.
    #[derive(Default)]
    Status {
        /// It happened.
        #[default]
        Actual = "actual",
        /// A forecast or an estimate of the press.
        Estimate = "estimate",
        /// Capacity, size or cost as planned.
        Designed = "designed",
        /// A goal.
        Target = "target",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subtraction_keeps_every_digit() {
        for (a, b, want) in [
            (34_940_000.0, 75_000_000.0, -40_060_000.0),
            (0.3, 0.1, 0.2),
            (8.9, 8.0, 0.9),
            (5.0, 5.5, -0.5),
            (86.25, 86.3, -0.05),
        ] {
            assert_eq!(Number(a) - Number(b), Number(want), "{a} {b}");
        }
    }
}
