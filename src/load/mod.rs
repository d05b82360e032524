//! TOML in: reading data folders, putting a user's over ours, the rules that it keeps, and every fault with its place.
//!
//! It uses `model` only; `build.rs` runs it, so that a fault in the data stops the build.

mod dataset;
mod diagnostic;
mod merge;
mod read;
mod rules;

pub use dataset::{Dataset, Located};
pub use diagnostic::{Diagnostic, Diagnostics, Location, Rule, did_you_mean};
pub use merge::merge;
pub use read::{DataFile, files, read};
