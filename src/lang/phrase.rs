//! Sentences and parts of sentences with a number or a name in them, as pages say them.

use super::Lang;

/// `part of Chongqing (chongqing)`.
#[must_use]
pub fn part_of(name: &str, id: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("part of {name} ({id})"),
        Lang::Zh => format!("属{name}（{id}）"),
    }
}

/// How many values a series has, and since when.
#[must_use]
pub fn values_since(len: usize, since: u16, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{len} values since {since}"),
        Lang::Zh => format!("{since}年以来共{len}个数值"),
    }
}

/// How many rows are folded, and how many of them are older than a year.
#[must_use]
pub fn folded(count: usize, old: usize, year: u16, lang: Lang) -> String {
    match (lang, old) {
        (Lang::En, 0) => format!("{count} more"),
        (Lang::En, _) => format!("{count} more, {old} of them older than {year} or undated"),
        (Lang::Zh, 0) => format!("另有{count}项"),
        (Lang::Zh, _) => format!("另有{count}项，其中{old}项早于{year}年或未注明时间"),
    }
}

/// How many more there are.
#[must_use]
pub fn more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{count} more"),
        Lang::Zh => format!("另有{count}项"),
    }
}

/// How many more sources there are.
#[must_use]
pub fn more_sources(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{count} more for older values and the record itself"),
        Lang::Zh => format!("另有{count}个来源支持较早数值及记录本身"),
    }
}
