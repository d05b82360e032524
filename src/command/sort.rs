//! `--sort`: rows by the values of some of their fields, as they stand in JSON. Numbers go by size, dates
//! and periods by time, Chinese by its pinyin, other texts by their letters; what is unknown (null, an empty list) goes last,
//! whichever way round; rows that are equal keep their order.

use std::{cmp::Ordering, collections::BTreeMap};

use serde_json::{Number, Value, value::RawValue};

use crate::{
    error::Error,
    lang::Lang,
    model::{Span, reading},
    render::select,
};

/// The order of rows by fields, the first one first; `-` before a field turns it round. Each row is its
/// object in JSON; the answer has their places. In Chinese, a name in both languages goes by the Chinese one.
pub fn order(
    rows: &mut dyn Iterator<Item = Result<String, Error>>,
    fields: &[String],
    lang: Lang,
) -> Result<Vec<usize>, Error> {
    let (mut names, mut reversed) = (Vec::new(), Vec::new());
    for field in fields {
        let (name, is_reversed) =
            field.strip_prefix('-').map_or((field.as_str(), false), |name| (name, true));
        names.push(name);
        reversed.push(is_reversed);
    }
    let mut keyed: Vec<Vec<Value>> = Vec::new();
    for row in rows {
        let row = row?;
        let names: Vec<String> =
            names.iter().map(|name| shown_field(&row, name, lang)).collect::<Result<_, _>>()?;
        let values = select(&row, &names.iter().map(String::as_str).collect::<Vec<_>>())?;
        let value = |value: Box<RawValue>| Ok(aloud(serde_json::from_str(value.get())?));
        keyed.push(values.into_iter().map(value).collect::<Result<_, Error>>()?);
    }
    let mut places: Vec<usize> = (0..keyed.len()).collect();
    places.sort_unstable_by(|a, b| {
        let pairs = reversed.iter().zip(keyed[*a].iter().zip(&keyed[*b]));
        pairs.map(|(reversed, (a, b))| compare(a, b, *reversed)).find(|o| o.is_ne()).unwrap_or(a.cmp(b))
    });
    Ok(places)
}

/// The field by which one that was asked for is sorted: in Chinese the Chinese one beside it, and a Chinese
/// name by the pinyin that its record gives.
fn shown_field(row: &str, name: &str, lang: Lang) -> Result<String, Error> {
    let zh = format!("{name}_zh");
    if lang == Lang::En && name != "name_zh" {
        return Ok(name.to_owned());
    }
    let values: BTreeMap<&str, &RawValue> = serde_json::from_str(row)?;
    let is_held = |key: &&str| values.get(key).is_some_and(|value| value.get() != "null");
    let pinyin = if matches!(name, "name" | "name_zh") { "pinyin" } else { "" };
    Ok([pinyin, &zh].into_iter().find(is_held).unwrap_or(name).to_owned())
}

/// A Chinese text as its pinyin, by which Chinese lists are sorted.
fn aloud(value: Value) -> Value {
    match value {
        Value::String(text) => reading(&text).unwrap_or(text).into(),
        other => other,
    }
}

/// Two values of one field, the unknown last whichever way round.
fn compare(a: &Value, b: &Value, reversed: bool) -> Ordering {
    match (unknown(a), unknown(b)) {
        (false, false) if reversed => values(b, a),
        (false, false) => values(a, b),
        (a, b) => a.cmp(&b),
    }
}

fn unknown(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// Numbers (a range goes by its lower end), then texts, then lists, then objects.
fn values(a: &Value, b: &Value) -> Ordering {
    match (a, b) {
        (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
        (Value::Number(a), Value::Number(b)) => numbers(a, b),
        (Value::String(a), Value::String(b)) => texts(a, b),
        (Value::Array(a), Value::Array(b)) => {
            let unequal = a.iter().zip(b).map(|(a, b)| values(a, b)).find(|order| order.is_ne());
            unequal.unwrap_or_else(|| a.len().cmp(&b.len()))
        }
        (Value::Array(range), Value::Number(_)) if range[0].is_number() => {
            values(&range[0], b).then(Ordering::Greater)
        }
        (Value::Number(_), Value::Array(range)) if range[0].is_number() => {
            values(a, &range[0]).then(Ordering::Less)
        }
        (Value::Object(a), Value::Object(b)) => {
            let text = |object| serde_json::to_string(object).unwrap_or_default();
            text(a).cmp(&text(b))
        }
        _ => rank(a).cmp(&rank(b)),
    }
}

fn rank(value: &Value) -> u8 {
    match value {
        Value::Bool(_) => 0,
        Value::Number(_) => 1,
        Value::Array(items) if items.first().is_some_and(Value::is_number) => 1,
        Value::String(_) => 2,
        Value::Array(_) => 3,
        Value::Object(_) => 4,
        Value::Null => 5,
    }
}

fn numbers(a: &Number, b: &Number) -> Ordering {
    a.as_f64().unwrap_or_default().total_cmp(&b.as_f64().unwrap_or_default())
}

/// Dates and periods by time (a half-year before its year), before texts by letters, small and capital
/// alike; else as they stand.
fn texts(a: &str, b: &str) -> Ordering {
    match (Span::parse(a), Span::parse(b)) {
        (Some(x), Some(y)) => x.recency().cmp(&y.recency()),
        (None, None) => a.to_lowercase().cmp(&b.to_lowercase()),
        (x, y) => x.is_none().cmp(&y.is_none()),
    }
    .then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn sorted(values: &[Value], by: &str) -> Vec<Value> {
        let mut rows = values.iter().map(|value| Ok(json!({ "v": value }).to_string()));
        let places = order(&mut rows, &[by.to_owned()], Lang::En).unwrap();
        places.into_iter().map(|place| values[place].clone()).collect()
    }

    #[test]
    fn numbers_go_by_size_and_the_unknown_goes_last_both_ways() {
        let mixed = [json!(10), json!(null), json!(9.5), json!("a"), json!([9, 12]), json!([]), json!(-1)];
        assert_eq!(
            sorted(&mixed, "v"),
            [json!(-1), json!([9, 12]), json!(9.5), json!(10), json!("a"), json!(null), json!([])]
        );
        assert_eq!(
            sorted(&mixed, "-v"),
            [json!("a"), json!(10), json!(9.5), json!([9, 12]), json!(-1), json!(null), json!([])]
        );
    }

    #[test]
    fn chinese_goes_by_pinyin_and_a_path_by_what_it_leads_to() {
        let rows = [("果园港", "guo yuan gang"), ("重庆港", "chong qing gang"), ("安居", "an ju")];
        let row = |(name, pinyin)| json!({"name": "x", "name_zh": name, "pinyin": pinyin, "a": {"b": name}});
        let rows = rows.map(|row_of| row(row_of).to_string());
        for by in ["name", "name_zh", "a.b"] {
            let places = order(&mut rows.iter().map(|row| Ok(row.clone())), &[by.to_owned()], Lang::Zh);
            assert_eq!(places.unwrap(), [2, 1, 0], "{by}");
        }
    }

    #[test]
    fn dates_and_periods_go_by_time() {
        let typed =
            ["2023", "Port", "2022/2025", "2023-H1", "2021", "2023-05-03", "2023-Q4", "2024-01", "area"];
        let want =
            ["2021", "2023-05-03", "2023-H1", "2023-Q4", "2023", "2024-01", "2022/2025", "area", "Port"];
        assert_eq!(sorted(&typed.map(|text| json!(text)), "v"), want.map(|text| json!(text)));
    }

    #[test]
    fn every_pair_of_values_is_ordered_one_way() {
        let values: Vec<Value> = vec![
            json!(true),
            json!(1),
            json!(1.5),
            json!([1, 2]),
            json!([1, 3]),
            json!("a"),
            json!("B"),
            json!("2023"),
            json!("2023-H2"),
            json!("2022/2023"),
            json!("20233"),
            json!(["a"]),
            json!(["a", "b"]),
            json!({"a": 1}),
            json!(null),
            json!([]),
        ];
        for a in &values {
            for b in &values {
                assert_eq!(compare(a, b, false), compare(b, a, false).reverse(), "{a} {b}");
                for c in &values {
                    if compare(a, b, false).is_le() && compare(b, c, false).is_le() {
                        assert!(compare(a, c, false).is_le(), "{a} {b} {c}");
                    }
                }
            }
        }
    }

    #[test]
    fn rows_that_are_equal_keep_their_order() {
        let rows = [json!({"v": 1}), json!({"v": 0}), json!({"v": 1})];
        assert_eq!(
            order(&mut rows.iter().map(|row| Ok(row.to_string())), &["-v".to_owned()], Lang::En).unwrap(),
            [0, 2, 1]
        );
    }
}
