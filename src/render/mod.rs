//! From answers to bytes: tables for people, JSON and delimited text for scripts. It looks nothing up:
//! everything that it writes is in what it is given.

pub mod bar;
pub mod block;
pub mod cite;
mod delimited;
mod json;
mod layout;
mod look;
mod mark;
mod markdown;
mod output;
mod terminal;

pub use block::{Block, Cells, Column, Fit, Grid, Tone};
pub use delimited::separated;
pub use json::{array, json, lines};
pub use look::{Environment, Look, Stream};
pub use markdown::markdown;
pub use output::Output;
pub use terminal::terminal;
