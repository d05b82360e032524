//! Everything in a data folder as it is written, each thing with its place: what is read, merged, checked
//! and compiled.

use std::collections::HashSet;

use super::Location;
use crate::model::{About, Dispute, Figure, Gap, Metric, Record, Source, Synonym, Term};

/// A value with its place in a file.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    /// The value.
    pub item: T,
    /// Its place.
    pub location: Location,
}

/// A data set; texts of compiled data that it was made from again are borrowed.
#[derive(Debug, Default)]
pub struct Dataset<'a> {
    /// What the data set says of itself.
    pub about: Option<Spanned<About<'a>>>,
    /// Records.
    pub records: Vec<Spanned<Record<'a>>>,
    /// Figures, in the order of their records and of the file. What the registries know of them (`label`,
    /// `strength`, the default unit) is filled in by the rules.
    pub figures: Vec<Spanned<Figure<'a>>>,
    /// Metrics, in the order in which a page shows them.
    pub metrics: Vec<Spanned<Metric<'a>>>,
    /// Sources.
    pub sources: Vec<Spanned<Source<'a>>>,
    /// Vocabulary, each set in the order in which lists are sorted.
    pub terms: Vec<Spanned<Term<'a>>>,
    /// Disputes.
    pub disputes: Vec<Spanned<Dispute<'a>>>,
    /// Gaps.
    pub gaps: Vec<Spanned<Gap<'a>>>,
    /// Words of trade and everyday speech.
    pub synonyms: Vec<Spanned<Synonym<'a>>>,
    /// Figures of the user's that say word for word what a figure below says: id and `file:line`. They are left
    /// out, so that a file of the data can be copied and changed.
    pub copies: Vec<(String, String)>,
    /// Ids of what could not be read for a fault of form; of a figure, its subject's. No rule says that these
    /// do not exist.
    pub unread: HashSet<String>,
}
