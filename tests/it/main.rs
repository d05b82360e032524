//! Behaviour through the real binary and, where thousands of runs are needed, through the library.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::too_many_lines,
    missing_docs,
    reason = "a test that cannot go on stops"
)]

mod analyst;
mod chinese;
mod formats;
mod grid;
mod harness;
mod json;
mod layering;
mod layout;
mod pages;
mod readme;
mod rules;
mod search;
mod shell;
mod streams;
