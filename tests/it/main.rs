//! Behaviour through the real binary and, where thousands of runs are needed, through the library.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::too_many_lines,
    missing_docs,
    reason = "a test that cannot go on stops"
)]

mod chinese;
mod grid;
mod harness;
mod json;
mod layering;
mod layout;
mod pages;
mod rules;
mod streams;
