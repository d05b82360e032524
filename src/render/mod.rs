//! From answers to bytes: tables for people, JSON and delimited text for scripts. It looks nothing up:
//! everything that it writes is in what it is given.

mod bar;
mod block;
pub mod cite;
mod delimited;
mod json;
mod mark;
mod markdown;
mod terminal;
mod wrap;

pub use block::{Block, Cell, Column, Fit, Grid, Row, Tone};
pub use delimited::{cell, csv, tsv};
pub use json::{array, json, lines, members};
pub use markdown::{escape_markdown, markdown};
pub use terminal::terminal;
pub use wrap::{width, wrap};
