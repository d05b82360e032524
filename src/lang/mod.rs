//! The two languages: labels, phrases, messages, help, numbers, dates, lists. Every word that the program
//! says of its own, and every number that people read, is formed here and nowhere else.

mod date;
pub mod help;
mod label;
pub mod message;
mod number;
pub mod phrase;

pub use date::{MONTHS, date, says};
pub use label::Label;
pub use number::{count, quantity, value};

use clap::ValueEnum;

use crate::model::Text;

/// Language of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// English
    #[default]
    En,
    /// Chinese
    Zh,
}

impl Lang {
    /// The language that a tag, a locale, or the first known one in a list of these names: `zh`,
    /// `zh_CN.UTF-8`, `zh-Hans`, `de:zh_TW:en`.
    pub fn parse(text: &str) -> Option<Self> {
        text.split(':').find_map(|name| {
            let primary = name.split(['_', '-', '.', '@']).next().unwrap_or_default();
            match primary.to_ascii_lowercase().as_str() {
                "en" => Some(Self::En),
                "zh" => Some(Self::Zh),
                _ => None,
            }
        })
    }

    /// The one of two texts that is in this language.
    pub fn pick<'t>(self, en: &'t str, zh: &'t str) -> &'t str {
        match self {
            Self::En => en,
            Self::Zh => zh,
        }
    }

    /// The one of two lists that is in this language.
    pub fn pick_list<'t>(self, en: &'t [Text<'t>], zh: &'t [Text<'t>]) -> &'t [Text<'t>] {
        match self {
            Self::En => en,
            Self::Zh => zh,
        }
    }

    /// The text in this language, else in English.
    pub fn pick_or<'t>(self, en: &'t str, zh: Option<&'t Text>) -> &'t str {
        self.pick(en, zh.map_or(en, |zh| zh))
    }

    /// Between the parts of one line.
    pub fn comma(self) -> &'static str {
        self.pick(", ", "，")
    }

    /// The items of a list within a line.
    pub fn list(self, items: impl IntoIterator<Item = impl ToString>) -> String {
        let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
        items.join(self.pick(", ", "、"))
    }

    /// Between parts that have commas themselves.
    pub fn semicolon(self) -> &'static str {
        self.pick("; ", "；")
    }

    /// Between two sentences, or a sentence and its reference.
    pub fn space(self) -> &'static str {
        self.pick(" ", "")
    }

    /// At the end of a sentence.
    pub fn stop(self) -> &'static str {
        self.pick(".", "。")
    }

    /// Between a label and what it labels.
    pub fn colon(self) -> &'static str {
        self.pick(": ", "：")
    }

    /// Text in brackets behind something.
    pub fn bracket(self, inside: &str) -> String {
        match self {
            Self::En => [" (", inside, ")"].concat(),
            Self::Zh => ["（", inside, "）"].concat(),
        }
    }

    /// Several parts in brackets; nothing where there is none.
    pub fn bracket_all(self, parts: &[String]) -> String {
        if parts.is_empty() { String::new() } else { self.bracket(&parts.join(self.comma())) }
    }

    /// A text behind what it is about.
    pub fn labelled(self, label: &str, text: &str) -> String {
        [label, self.colon(), text].concat()
    }
}
