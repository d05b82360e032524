//! JSON and JSON Lines: raw values, ISO dates, stable keys. Spread over lines for a person, compact for
//! a script. The data holds no character that steers a terminal (a rule of `model::check`), so none is
//! escaped here beyond what JSON asks.

use serde::Serialize;

/// One value, with a newline.
///
/// # Errors
/// Where the value cannot be serialised; never with the types of this program.
pub fn json<T: Serialize + ?Sized>(value: &T, pretty: bool) -> serde_json::Result<Vec<u8>> {
    let mut bytes = if pretty { serde_json::to_vec_pretty(value)? } else { serde_json::to_vec(value)? };
    bytes.push(b'\n');
    Ok(bytes)
}

/// One value a line.
///
/// # Errors
/// Where a value cannot be serialised.
pub fn lines<T: Serialize>(values: &[T]) -> serde_json::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for value in values {
        bytes.extend(json(value, false)?);
    }
    Ok(bytes)
}
