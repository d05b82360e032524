//! JSON and JSON Lines: raw values, ISO dates, stable keys. Spread over lines for a person, compact for
//! a script. The data holds no character that steers a terminal (a rule of `model::check`), so none is
//! escaped here beyond what JSON asks.

use serde::{Serialize, Serializer as _, ser::SerializeSeq};
use serde_json::{Serializer, ser::Formatter};

/// One value, with a newline.
///
/// # Errors
/// Where the value cannot be serialised; never with the types of this program.
pub fn json<T: Serialize + ?Sized>(value: &T, pretty: bool) -> serde_json::Result<Vec<u8>> {
    let mut bytes = if pretty {
        // Values that are passed on as they stand would not be spread.
        serde_json::to_vec_pretty(&serde_json::to_value(value)?)?
    } else {
        serde_json::to_vec(value)?
    };
    bytes.push(b'\n');
    Ok(bytes)
}

/// Values as a list, taken one by one, with a newline.
///
/// # Errors
/// Where a value cannot be made or serialised.
pub fn array<T: Serialize, E: From<serde_json::Error>>(
    values: impl Iterator<Item = Result<T, E>>,
    pretty: bool,
) -> Result<Vec<u8>, E> {
    let mut bytes = Vec::new();
    if pretty {
        let values = values.map(|value| Ok::<_, E>(serde_json::to_value(value?)?));
        elements(&mut Serializer::pretty(&mut bytes), values)?;
    } else {
        elements(&mut Serializer::new(&mut bytes), values)?;
    }
    bytes.push(b'\n');
    Ok(bytes)
}

fn elements<T: Serialize, E: From<serde_json::Error>, F: Formatter>(
    serializer: &mut Serializer<&mut Vec<u8>, F>,
    values: impl Iterator<Item = Result<T, E>>,
) -> Result<(), E> {
    let mut list = serializer.serialize_seq(None)?;
    for value in values {
        list.serialize_element(&value?)?;
    }
    Ok(list.end()?)
}

/// One value a line, taken one by one.
///
/// # Errors
/// Where a value cannot be made or serialised.
pub fn lines<T: Serialize, E: From<serde_json::Error>>(
    values: impl Iterator<Item = Result<T, E>>,
) -> Result<Vec<u8>, E> {
    let mut bytes = Vec::new();
    for value in values {
        bytes.extend(json(&value?, false)?);
    }
    Ok(bytes)
}
