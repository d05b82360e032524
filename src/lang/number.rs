//! Numbers and values as people write them: `CN¥ 595.4 bn`, `1.2 m TEU`, `5954 亿元`, `120 万标箱`.
//!
//! No digit of a source is ever lost: a scale word is used only where the number stays exact with few
//! decimals, else all digits are shown.

use super::{Lang, phrase};
use crate::model::{Figure, Number, Qualifier, Value};

/// Scale words: the power of ten, the word (in English with its blank), and the most decimals with which it reads well.
const SCALES_EN: [(u32, &str, usize); 3] = [(12, " tn", 3), (9, " bn", 3), (6, " m", 3)];
const SCALES_ZH: [(u32, &str, usize); 3] = [(12, "万亿", 2), (8, "亿", 4), (4, "万", 4)];

/// A number in a language: grouped in English, with 万 and 亿 in Chinese, and scaled where it stays
/// exact.
fn scaled(number: Number, lang: Lang) -> (String, &'static str) {
    let text = number.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", &*text), |digits| ("-", digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let decimals = decimals.trim_end_matches('0');
    let scales = match lang {
        Lang::En => &SCALES_EN,
        Lang::Zh => &SCALES_ZH,
    };
    for (power, word, most) in scales {
        let power = *power as usize;
        if whole.len() <= power {
            continue;
        }
        let (above, below) = whole.split_at(whole.len() - power);
        let fraction = [below, decimals].concat();
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() <= *most {
            return (sign.to_owned() + &join(above, fraction, lang), word);
        }
    }
    (sign.to_owned() + &join(whole, decimals, lang), "")
}

fn join(whole: &str, decimals: &str, lang: Lang) -> String {
    // Chinese groups by four with words, so a plain run of digits needs no marks up to there.
    let whole = if lang == Lang::En || whole.len() > 4 { group(whole) } else { whole.to_owned() };
    if decimals.is_empty() { whole } else { [&whole, ".", decimals].concat() }
}

fn group(digits: &str) -> String {
    let mut text = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number with its unit; `label` is the unit's label in the language.
pub fn quantity(number: Number, unit: Option<&str>, label: &str, lang: Lang) -> String {
    let (digits, scale) = scaled(number, lang);
    with_unit(&digits, scale, unit, label, lang)
}

fn with_unit(digits: &str, scale: &str, unit: Option<&str>, label: &str, lang: Lang) -> String {
    match (unit, lang) {
        (Some("percent"), _) => [digits, "%"].concat(),
        (None, _) | (Some("count"), Lang::En) => [digits, scale].concat(),
        (Some("CNY"), Lang::En) => ["CN¥ ", digits, scale].concat(),
        (Some("USD"), Lang::En) => ["US$ ", digits, scale].concat(),
        (Some("EUR"), Lang::En) => ["€ ", digits, scale].concat(),
        (Some(_), Lang::En) if digits == "1" && scale.is_empty() => ["1 ", &singular(label)].concat(),
        (Some(_), Lang::En) => [digits, scale, " ", label].concat(),
        (Some(_), Lang::Zh) => [digits, " ", scale, label].concat(),
    }
}

/// How many of what, of which `zh` is the Chinese name: `16 ports`, `1 port`, `口岸16`.
pub fn count(count: usize, plural: &str, zh: &str, lang: Lang) -> String {
    let one = (count == 1).then(|| singular(plural));
    phrase::count_of(count, one.as_deref().unwrap_or(plural), zh, lang)
}

/// The singular of a unit's label: `day`, `country`.
fn singular(label: &str) -> String {
    match label.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => label.strip_suffix('s').unwrap_or(label).to_owned(),
    }
}

/// The value of a figure with its qualifier and unit; `unit` is the label of its unit. Texts and lists
/// are shown by their statement and not in a column.
pub fn value(figure: &Figure, unit: &str, lang: Lang) -> String {
    let unit_id = figure.unit.as_deref();
    match &figure.value {
        Value::Number(number) => {
            let text = if figure.unit.is_none() {
                phrase::rank(scaled(*number, lang).0, lang)
            } else {
                quantity(*number, unit_id, unit, lang)
            };
            qualified(figure.qualifier, text, lang)
        }
        Value::Range(low, high) => {
            let (low, low_scale) = scaled(*low, lang);
            let (high, high_scale) = scaled(*high, lang);
            let low = if low_scale == high_scale { low } else { [&low, low_scale].concat() };
            let both = format!("{low}{}{high}", lang.pick(" to ", "至"));
            with_unit(&both, high_scale, unit_id, unit, lang)
        }
        Value::Text(text) => match (&figure.value_zh, lang) {
            (Some(Value::Text(zh)), Lang::Zh) => zh.to_string(),
            _ => text.to_string(),
        },
        Value::List(list) => {
            let list = match (&figure.value_zh, lang) {
                (Some(Value::List(zh)), Lang::Zh) => zh,
                _ => list,
            };
            lang.list(list)
        }
    }
}

fn qualified(qualifier: Qualifier, text: String, lang: Lang) -> String {
    match qualifier {
        Qualifier::Exact | Qualifier::Range => text,
        Qualifier::About => phrase::about(text, lang),
        Qualifier::AtLeast => phrase::over(text, lang),
        Qualifier::Minimum => phrase::at_least(text, lang),
        Qualifier::AtMost => phrase::at_most(text, lang),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A number with the id of its unit and its label in both languages; how people write it in each.
    const WRITTEN: &str = "
        595400000000 CNY yuan 元 | CN¥ 595.4 bn | 5954 亿元
        4000000000000 CNY yuan 元 | CN¥ 4 tn | 4 万亿元
        250000000 USD US-dollars 美元 | US$ 250 m | 2.5 亿美元
        12.5 EUR euros 欧元 | € 12.5 | 12.5 欧元
        1200000 TEU TEU 标箱 | 1.2 m TEU | 120 万标箱
        990000 TEU TEU 标箱 | 990,000 TEU | 99 万标箱
        64013 TEU TEU 标箱 | 64,013 TEU | 6.4013 万标箱
        48679000 passengers passengers 人次 | 48.679 m passengers | 4867.9 万人次
        48679123 passengers passengers 人次 | 48,679,123 passengers | 4867.9123 万人次
        1234567891 t t 吨 | 1,234,567,891 t | 123,456.7891 万吨
        387892.9 t t 吨 | 387,892.9 t | 387,892.9 吨
        0 t t 吨 | 0 t | 0 吨
        1200 km2 km2 平方公里 | 1,200 km2 | 1200 平方公里
        86.3 km2 km2 平方公里 | 86.3 km2 | 86.3 平方公里
        -3.5 percent percent % | -3.5% | -3.5%
        5.0 percent percent % | 5% | 5%
        7 count items 个 | 7 | 7 个
        1 days days 天 | 1 day | 1 天
        1 countries countries 个国家 | 1 country | 1 个国家";

    #[test]
    fn numbers_read_as_people_write_them() {
        for line in WRITTEN.lines().skip(1) {
            let parts: Vec<&str> = line.split('|').map(str::trim).collect();
            let words: Vec<&str> = parts[0].split(' ').collect();
            let number = Number(words[0].parse().unwrap());
            assert_eq!(quantity(number, Some(words[1]), words[2], Lang::En), parts[1]);
            assert_eq!(quantity(number, Some(words[1]), words[3], Lang::Zh), parts[2]);
        }
    }

    /// The digits of a number without its point and the zeros at its ends.
    fn digits(text: &str) -> String {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits.trim_matches('0').to_owned()
    }

    proptest! {
        #[test]
        fn any_number_keeps_its_digits_and_its_size_in_both_languages(digits: i64, power in 0..18_u32, decimals in 0..5_u32) {
            // Of every magnitude alike, whole and with decimals.
            let int = digits % 10_i64.pow(power + 1);
            #[expect(clippy::cast_precision_loss, reason = "any number does")]
            let number = Number(int as f64 / f64::from(10_i32.pow(decimals)));
            for lang in [Lang::En, Lang::Zh] {
                let (text, scale) = scaled(number, lang);
                let power = match scale {
                    "" => 0,
                    "万" => 4,
                    " m" => 6,
                    "亿" => 8,
                    " bn" => 9,
                    _ => 12,
                };
                prop_assert_eq!(self::digits(&text), self::digits(&number.to_string()), "{} {}", text, scale);
                let read = text.replace(',', "").parse::<f64>().unwrap() * 10_f64.powi(power);
                prop_assert!((read - number.0).abs() <= read.abs() * 1e-12, "{} {}", text, scale);
            }
        }
    }
}
