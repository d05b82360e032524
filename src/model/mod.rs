//! What things are, and how they come from TOML to bytes: the types, their reading, the rules that the
//! data keeps, and the compiled form.
//!
//! This folder is closed: it uses nothing of the rest of the crate, because `build.rs` runs it too, so
//! that a fault in the data stops the build. It asks no question, formats nothing, reads no clock.

pub mod check;
mod dataset;
mod date;
mod fault;
mod figure;
mod fold;
pub mod index;
pub mod kept;
mod kind;
pub mod pack;
pub mod read;
mod record;
mod registry;
pub mod series;
mod text;

pub use dataset::{Dataset, Placed, Written};
pub use date::{Day, Newness, Span};
pub use fault::{Fault, Faults, Place, Rule};
pub use figure::{Figure, Number, Qualifier, Status, Value};
pub use fold::{fold, fold_pinyin, words};
pub use kept::{KeptFigure, KeptSource};
pub use kind::Kind;
pub use record::{Group, Links, Record};
pub use registry::{
    About, Ages, Dispute, Gap, Labels, Metric, MetricType, Source, SourceKind, Strength, Term, Usage,
};
pub use text::{Text, is_invisible};
