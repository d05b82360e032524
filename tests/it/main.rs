//! Behaviour on the made-up data set of `tests/fixture`, through the library; what needs a process (streams,
//! the pager, the README), through the binary; and on `data/` what must hold whatever it says.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    missing_docs,
    reason = "a test that cannot go on stops"
)]

use liangjiang::{load, store};

mod caveats;
mod chinese;
mod export;
mod filters;
#[path = "../../src/fixture.rs"]
mod fixture;
mod formats;
mod harness;
mod help;
mod html;
mod layering;
mod layout;
mod live;
mod own;
mod pages;
mod readme;
mod rules;
mod search;
mod shells;
mod streams;
