//! What things are: records, figures, metrics, sources and the rest, with dates and series.
//!
//! It uses nothing of the rest of the crate, asks no question, formats nothing, reads no clock.

mod change;
mod date;
mod figure;
mod fold;
mod kind;
mod record;
mod registry;
pub mod series;
mod text;

pub(crate) use figure::closed_list;

pub use change::{Change, ChangeKind, News, Reason, Release};
pub use date::{Day, Recency, Span};
pub use figure::{Figure, Number, Qualifier, Status, Value};
pub use fold::{as_id, fold, fold_char, fold_pinyin, is_han, narrow, reading, split_words};
pub use kind::{Kind, PerKind};
pub use record::{Ask, Group, InForce, Links, Record};
pub use registry::{
    About, Ages, Asked, Classes, Dispute, Gap, Highlight, Metric, MetricType, ShortlistMetrics, Source,
    SourceKind, Strength, Synonym, Term,
};
pub use text::{Text, is_invisible, visible};
