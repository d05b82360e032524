//! TOML in: reading a data folder, the rules that it keeps, and every fault with its place.
//!
//! It uses `model` only; `build.rs` runs it, so that a fault in the data stops the build.

mod dataset;
mod diagnostic;
mod read;
mod rules;

pub use dataset::{Dataset, Spanned};
use diagnostic::did_you_mean;
pub use diagnostic::{Diagnostic, Diagnostics, Location, Rule};
pub use read::{load, read};

#[cfg(test)]
mod tests;
