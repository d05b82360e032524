//! From answers to bytes: tables and pages for people, JSON and delimited text for scripts. It looks nothing up:
//! everything that it writes is in what it is given.

mod bar;
mod block;
pub mod cite;
mod delimited;
mod html;
mod json;
mod markdown;
mod svg;
mod terminal;
mod toml;
mod wrap;

pub use block::{Bar, Block, Cell, Column, Fit, Grid, Row, Tone};
pub use delimited::{cell, csv, tsv};
pub use html::html;
pub use json::{json, members, select};
pub use markdown::{escape_markdown, markdown};
pub use terminal::terminal;
pub use toml::toml;
pub use wrap::{width, wrap};
