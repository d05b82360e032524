//! Text that is borrowed from the compiled data where it can be.
//!
//! serde never borrows inside `Option<Cow<str>>`; this newtype does, so that decoding a figure
//! copies no string. It knows nothing of languages, widths or terminals.

use std::{borrow::Cow, fmt, ops::Deref};

use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

/// A string, borrowed from the compiled data or owned (read from TOML).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline, description = ""))]
#[serde(transparent)]
pub struct Text<'a>(Cow<'a, str>);

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

impl PartialEq<str> for Text<'_> {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

impl PartialEq<&str> for Text<'_> {
    fn eq(&self, other: &&str) -> bool {
        &*self.0 == *other
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Readable<'a>(#[serde(borrow)] Cow<'a, str>);

        // To check that it is UTF-8 is half the time that a record of the compiled data takes.
        if deserializer.is_human_readable() {
            let Readable(text) = Readable::deserialize(deserializer)?;
            return Ok(Self(text));
        }
        let bytes = <&[u8]>::deserialize(deserializer)?;
        simdutf8::basic::from_utf8(bytes).map(Self::from).map_err(D::Error::custom)
    }
}

/// The text with every invisible character as its escape.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_invisible(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Whether a character steers a terminal or cannot be seen: controls, all that Unicode calls
/// `Default_Ignorable_Code_Point` (zero-width characters, marks that turn the writing direction, tags ...),
/// notes between lines, and every blank but the space. No text of the data may hold one, and none that a
/// user typed is shown as it is.
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || c.is_whitespace() && c != ' '
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_invisible_and_what_can_is_not() {
        for c in "\0\t\u{7f}\u{85}\u{a0}\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{1680}\u{17b4}\u{180b}\u{180f}\u{2000}\
                  \u{200b}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{202f}\u{205f}\u{2060}\u{206f}\u{2800}\u{3000}\u{3164}\
                  \u{fe00}\u{fe0f}\u{feff}\u{ffa0}\u{fff0}\u{fff8}\u{fffb}\u{1bca0}\u{1bca3}\u{1d173}\u{1d17a}\u{e0000}\
                  \u{e0fff}"
            .chars()
        {
            assert!(is_invisible(c), "{}", c.escape_unicode());
        }
        for c in " aé果。·—…$\u{2027}\u{2801}\u{fffd}\u{1d172}\u{1f600}".chars() {
            assert!(!is_invisible(c), "{}", c.escape_unicode());
        }
    }
}
