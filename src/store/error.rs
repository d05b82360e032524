//! Why compiled data could not be read or made.

use std::fmt;

/// Why compiled data could not be read or made.
#[derive(Debug)]
pub enum Error {
    /// Bytes are not of the type that belongs there.
    Decode(postcard::Error),
    /// Stored JSON is not that of its type.
    Json(serde_json::Error),
    /// A table, an entry or something that another entry names is not there.
    Missing,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decode(error) => error.fmt(f),
            Self::Json(error) => error.fmt(f),
            Self::Missing => f.write_str("an entry is missing"),
        }
    }
}

impl std::error::Error for Error {}

impl From<postcard::Error> for Error {
    fn from(error: postcard::Error) -> Self {
        Self::Decode(error)
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}
