//! Saying things in two languages: labels and headings, messages, numbers, dates, lists. Every word
//! that the program says, and every number that people read, is formed here and nowhere else.

mod date;
mod label;
pub mod message;
mod number;
pub mod phrase;

pub use date::{date, date_of};
pub use label::Label;
pub use number::{quantity, value};

use crate::model::Text;

/// Language of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese.
    Zh,
}

impl Lang {
    /// The one of two texts that is in this language.
    #[must_use]
    pub fn pick<'t>(self, en: &'t str, zh: &'t str) -> &'t str {
        match self {
            Self::En => en,
            Self::Zh => zh,
        }
    }

    /// The one of two lists that is in this language.
    #[must_use]
    pub fn pick_list<'t>(self, en: &'t [Text<'t>], zh: &'t [Text<'t>]) -> &'t [Text<'t>] {
        match self {
            Self::En => en,
            Self::Zh => zh,
        }
    }

    /// The text in this language, else in English.
    #[must_use]
    pub fn pick_or<'t>(self, en: &'t str, zh: Option<&'t Text>) -> &'t str {
        self.pick(en, zh.map_or(en, |zh| zh))
    }

    /// Between the parts of one line.
    #[must_use]
    pub fn comma(self) -> &'static str {
        self.pick(", ", "，")
    }

    /// Between the items of a list.
    #[must_use]
    pub fn enumerate(self) -> &'static str {
        self.pick(", ", "、")
    }

    /// Between a label and what it labels.
    #[must_use]
    pub fn colon(self) -> &'static str {
        self.pick(": ", "：")
    }

    /// Text in brackets behind something.
    #[must_use]
    pub fn bracket(self, inside: &str) -> String {
        match self {
            Self::En => [" (", inside, ")"].concat(),
            Self::Zh => ["（", inside, "）"].concat(),
        }
    }

    /// A count and its noun: `1 port`, `3 ports`; `3 个口岸`.
    #[must_use]
    pub fn count(self, count: usize, one: &str, many: &str, zh: &str) -> String {
        match self {
            Self::En => format!("{} {}", number::grouped(count), if count == 1 { one } else { many }),
            Self::Zh => format!("{count}{zh}"),
        }
    }
}
