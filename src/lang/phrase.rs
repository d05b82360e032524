//! Sentences and parts of sentences with a number or a name in them, as pages say them.

use super::Lang;
use crate::model::InForce;

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

/// Of what date the data is.
#[must_use]
pub fn data_of(date: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("data of {date}"),
        Lang::Zh => format!("数据截至{date}"),
    }
}

/// The newest value that rests on a stronger source than the one shown.
#[must_use]
pub fn newest_strong(metric: &str, value: &str, date: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{metric} from a weak source; the newest from a stronger one: {value} ({date})"),
        Lang::Zh => format!("{metric}的来源较弱；较强来源的最新数值为{value}（{date}）"),
    }
}

/// How to see the sources of the overview and the notes (`*`) on its figures.
#[must_use]
pub fn sources_of_overview(sources: usize, notes: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{sources} sources [n] and {notes} caveats *: liangjiang overview --sources"),
        Lang::Zh => format!("来源[n]{sources}个、说明*{notes}条：liangjiang overview --sources"),
    }
}

/// Where to read of the disputes about a record.
#[must_use]
pub fn sources_disagree(id: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("(Sources disagree: liangjiang conflicts {id})"),
        Lang::Zh => format!("（来源不一致：liangjiang conflicts {id}）"),
    }
}

/// What is not held, in a few words.
#[must_use]
pub fn not_held(topics: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Not held: {topics} (liangjiang gaps)"),
        Lang::Zh => format!("尚无数据：{topics}（liangjiang gaps）"),
    }
}

/// How old the figures are, in years.
#[must_use]
pub fn ages(up_to_two: usize, up_to_five: usize, older: usize, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("Figures: {up_to_two} up to two years old, {up_to_five} up to five, {older} older")
        }
        Lang::Zh => format!("数据年限：两年以内{up_to_two}条，两至五年{up_to_five}条，五年以上{older}条"),
    }
}

/// A policy that has ended.
#[must_use]
pub fn ended(date: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("ended {date} by its own terms"),
        Lang::Zh => format!("按其规定已于{date}届满"),
    }
}

/// From when until when something holds; none where neither is known.
#[must_use]
pub fn from_until(from: Option<String>, until: Option<String>, lang: Lang) -> Option<String> {
    Some(match (from, until, lang) {
        (None, None, _) => return None,
        (Some(from), None, Lang::En) => format!("from {from}, no end named"),
        (Some(from), None, Lang::Zh) => format!("自{from}起，未载明截止时间"),
        (None, Some(until), Lang::En) => format!("until {until}"),
        (None, Some(until), Lang::Zh) => format!("至{until}"),
        (Some(from), Some(until), Lang::En) => format!("{from} to {until}"),
        (Some(from), Some(until), Lang::Zh) => format!("{from}至{until}"),
    })
}

/// Whether a policy is in force, and when that was last shown.
#[must_use]
pub fn in_force(in_force: Option<InForce>, as_of: Option<&str>, lang: Lang) -> String {
    let word = match in_force {
        Some(InForce::Yes) => lang.pick("yes", "有效"),
        Some(InForce::No) => lang.pick("no", "已失效"),
        Some(InForce::Unconfirmed) => lang.pick("not shown within two years", "近两年未见有效依据"),
        None => lang.pick("not held", "尚无数据"),
    };
    match (as_of, lang) {
        (Some(as_of), Lang::En) => format!("{word}, last shown {as_of}"),
        (Some(as_of), Lang::Zh) => format!("{word}（最近见于{as_of}）"),
        (None, _) => word.to_owned(),
    }
}

/// That the data may be out of date.
#[must_use]
pub fn data_is_old(lang: Lang) -> &'static str {
    lang.pick("the data is more than a year old: look for a newer release", "数据已逾一年，请查找更新版本")
}
