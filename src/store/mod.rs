//! The compiled form of a data set and its reader: bytes with an index, in which nothing is decoded that
//! is not asked for.
//!
//! `format` lays the tables out and reads them, `index` makes those of the search, `stored` is a value
//! kept as its JSON, `atlas` answers for the whole. It uses `model` and `load`; `build.rs` runs it too.

mod atlas;
mod changes;
mod error;
pub mod format;
pub mod index;
mod stored;

pub use atlas::Atlas;
pub use error::Error;
pub use format::{Compiled, Section, compile};
pub use stored::{Stored, date_of, metric_of, subject_of};
