//! What things are: records, figures, metrics, sources and the rest, with dates and series.
//!
//! It uses nothing of the rest of the crate, asks no question, formats nothing, reads no clock.

mod date;
mod figure;
mod fold;
mod kind;
mod record;
mod registry;
pub mod series;
mod text;

pub(crate) use figure::closed_list;

pub use date::{Day, Recency, Span};
pub use figure::{Figure, Number, Qualifier, Status, Value};
pub use fold::{fold, fold_char, fold_pinyin, split_words, syllable, syllables_of_word};
pub use kind::Kind;
pub use record::{Group, Links, Record};
pub use registry::{
    About, Ages, Dispute, Gap, Metric, MetricType, Source, SourceKind, Strength, Synonym, Term,
};
pub use text::{Text, is_invisible};
