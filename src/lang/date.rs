//! Dates as people write them: `18 Jun 2010`, `Q1 2022`, `2010 to 2014`; `2010年6月18日`、`2022年第一季度`.

use super::Lang;
use crate::model::Span;

/// A date shows the first three letters.
pub const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
];

/// A partial date or a range, in words. Text that is no date stands as it is.
pub fn date(text: &str, lang: Lang) -> String {
    match text.split_once('/') {
        None => single(text, lang),
        Some((from, to)) => range(from, to, lang),
    }
}

fn range(from: &str, to: &str, lang: Lang) -> String {
    let (from_parts, to_parts): (Vec<_>, Vec<_>) = (from.split('-').collect(), to.split('-').collect());
    match (lang, &from_parts[..], &to_parts[..]) {
        (Lang::Zh, [a], [b]) => format!("{a}—{b}年"),
        (Lang::En, [a, m], [b, n]) if a == b => format!("{} to {} {a}", month(m), month(n)),
        (Lang::Zh, [a, m], [b, n]) if a == b => format!("{a}年{}—{}月", trim(m), trim(n)),
        _ => format!("{}{}{}", single(from, lang), lang.pick(" to ", "至"), single(to, lang)),
    }
}

fn single(text: &str, lang: Lang) -> String {
    if Span::parse_date(text).is_none() {
        return text.to_owned();
    }
    let mut parts = text.splitn(3, '-');
    let year = parts.next().unwrap_or_default();
    match (lang, parts.next(), parts.next()) {
        (Lang::En, None, _) => year.to_owned(),
        (Lang::Zh, None, _) => [year, "年"].concat(),
        (Lang::En, Some(part), None) if part.starts_with(['Q', 'H']) => [part, " ", year].concat(),
        (Lang::Zh, Some(part), None) if part.starts_with(['Q', 'H']) => {
            let name = match part {
                "Q1" => "第一季度",
                "Q2" => "第二季度",
                "Q3" => "第三季度",
                "Q4" => "第四季度",
                "H1" => "上半年",
                _ => "下半年",
            };
            [year, "年", name].concat()
        }
        (Lang::En, Some(m), None) => [month(m), " ", year].concat(),
        (Lang::Zh, Some(m), None) => [year, "年", trim(m), "月"].concat(),
        (Lang::En, Some(m), Some(day)) => [trim(day), " ", month(m), " ", year].concat(),
        (Lang::Zh, Some(m), Some(day)) => [year, "年", trim(m), "月", trim(day), "日"].concat(),
    }
}

/// Whether a sentence says a date itself: its years, and its month, quarter or half-year.
pub fn says(sentence: &str, date: &str) -> bool {
    let any = |words: [&str; 2]| words.iter().any(|word| sentence.contains(word));
    date.split('/').all(|date| {
        let mut parts = date.splitn(3, '-');
        let has_year = parts.next().is_some_and(|year| sentence.contains(year));
        has_year
            && parts.next().is_none_or(|part| match part.as_bytes() {
                [b'Q', _] => any(["quarter", "季度"]),
                [b'H', _] => any(["half", "半年"]),
                _ => any([full_month(part), &["年", trim(part), "月"].concat()]),
            })
    })
}

fn full_month(number: &str) -> &'static str {
    number.parse::<usize>().ok().and_then(|n| MONTHS.get(n.wrapping_sub(1))).copied().unwrap_or("   ")
}

fn month(number: &str) -> &'static str {
    &full_month(number)[..3]
}

fn trim(number: &str) -> &str {
    number.trim_start_matches('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        for (text, en, zh) in [
            ("2024", "2024", "2024年"),
            ("2010-06-18", "18 Jun 2010", "2010年6月18日"),
            ("2024-05", "May 2024", "2024年5月"),
            ("2022-Q1", "Q1 2022", "2022年第一季度"),
            ("2021-H2", "H2 2021", "2021年下半年"),
            ("2010/2014", "2010 to 2014", "2010—2014年"),
            ("2021-01/2021-09", "Jan to Sep 2021", "2021年1—9月"),
            ("2023-05/2024-02", "May 2023 to Feb 2024", "2023年5月至2024年2月"),
            ("2019/2021-03-05", "2019 to 5 Mar 2021", "2019年至2021年3月5日"),
            ("soon", "soon", "soon"),
        ] {
            assert_eq!(date(text, Lang::En), en);
            assert_eq!(date(text, Lang::Zh), zh);
        }
    }
}
