//! JSON and JSON Lines: raw values, ISO dates, stable keys. Pretty for a person, compact for a script. The
//! data holds no character that steers a terminal (a rule of `load`), so none is escaped here beyond what
//! JSON asks.

use std::io::Write;

use serde::{Serialize, Serializer as _, ser::SerializeSeq};
use serde_json::{Serializer, ser::Formatter};

use crate::error::Error;

/// One value, with a newline.
///
/// # Errors
/// Where it cannot be written.
pub fn json<T: Serialize + ?Sized>(value: &T, pretty: bool, out: &mut dyn Write) -> Result<(), Error> {
    if pretty {
        // Values that are passed on as raw text would not be spread over lines.
        serde_json::to_writer_pretty(&mut *out, &serde_json::to_value(value)?)?;
    } else {
        serde_json::to_writer(&mut *out, value)?;
    }
    Ok(out.write_all(b"\n")?)
}

/// Values as an array, made one by one, with a newline.
///
/// # Errors
/// Where a value cannot be made or written.
pub fn array<T: Serialize>(
    values: impl Iterator<Item = Result<T, Error>>,
    pretty: bool,
    out: &mut dyn Write,
) -> Result<(), Error> {
    if pretty {
        let values = values.map(|value| Ok::<_, Error>(serde_json::to_value(value?)?));
        elements(&mut Serializer::pretty(&mut *out), values)?;
    } else {
        elements(&mut Serializer::new(&mut *out), values)?;
    }
    Ok(out.write_all(b"\n")?)
}

fn elements<T: Serialize, W: Write, F: Formatter>(
    serializer: &mut Serializer<W, F>,
    values: impl Iterator<Item = Result<T, Error>>,
) -> Result<(), Error> {
    let mut list = serializer.serialize_seq(None)?;
    for value in values {
        list.serialize_element(&value?)?;
    }
    Ok(list.end()?)
}

/// One value a line, made one by one.
///
/// # Errors
/// Where a value cannot be made or written.
pub fn lines<T: Serialize>(
    values: impl Iterator<Item = Result<T, Error>>,
    out: &mut dyn Write,
) -> Result<(), Error> {
    for value in values {
        json(&value?, false, out)?;
    }
    Ok(())
}

/// The members of a compact JSON object: what stands between its braces.
#[must_use]
pub fn members(object: &str) -> &str {
    object.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or_default()
}
