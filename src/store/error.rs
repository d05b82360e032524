//! Why compiled data could not be read or made.

use thiserror::Error;

/// Why compiled data could not be read or made.
#[derive(Debug, Error)]
pub enum Error {
    /// Bytes are not of the type that belongs there.
    #[error(transparent)]
    Decode(#[from] postcard::Error),
    /// Stored JSON is not that of its type.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// A table, an entry or something that another entry names is not there.
    #[error("an entry is missing")]
    Missing,
}
