//! JSON and JSON Lines: raw values, ISO dates, stable keys. Pretty for a person, compact for a script. The
//! data holds no character that steers a terminal (a rule of `load`), so none is escaped here beyond what
//! JSON asks.

use std::{collections::BTreeMap, io::Write};

use serde::Serialize;
use serde_json::{
    Value,
    value::{RawValue, to_raw_value},
};

use crate::{error::Error, store};

/// One value, with a newline.
pub fn json<T: Serialize + ?Sized>(value: &T, pretty: bool, out: &mut dyn Write) -> Result<(), Error> {
    if pretty {
        // Values that are passed on as raw text would not be spread over lines.
        serde_json::to_writer_pretty(&mut *out, &serde_json::to_value(value)?)?;
    } else {
        serde_json::to_writer(&mut *out, value)?;
    }
    Ok(out.write_all(b"\n")?)
}

/// The values of some keys or paths, as they stand in the JSON of an object.
pub fn select(object: &str, keys: &[impl AsRef<str>]) -> Result<Vec<Box<RawValue>>, Error> {
    let values: BTreeMap<&str, &RawValue> = serde_json::from_str(object)?;
    let value = |key: &str| {
        if let Some(value) = values.get(key) {
            return Ok((*value).to_owned());
        }
        let (key, path) = key.split_once('.').ok_or(store::Error::Missing)?;
        let value = values.get(key).ok_or(store::Error::Missing)?;
        Ok(to_raw_value(&at_path(&serde_json::from_str(value.get())?, path))?)
    };
    keys.iter().map(|key| value(key.as_ref())).collect()
}

/// The value at a path: of a list, that of each item; null where there is none.
fn at_path(value: &Value, path: &str) -> Value {
    if let Value::Array(items) = value {
        return items.iter().map(|item| at_path(item, path)).collect();
    }
    let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
    let value = value.get(key).unwrap_or(&Value::Null);
    rest.map_or_else(|| value.clone(), |rest| at_path(value, rest))
}

/// The members of a compact JSON object: what stands between its braces.
pub fn members(object: &str) -> &str {
    object.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or_default()
}
