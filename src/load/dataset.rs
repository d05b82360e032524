//! Everything in `data/` as it is written, each thing with its place: what is read, checked and packed.

use std::collections::HashSet;

use super::Location;
use crate::model::{About, Dispute, Figure, Gap, Metric, Reason, Record, Release, Source, Synonym, Term};

/// A value with its place in a file.
#[derive(Debug)]
pub struct Spanned<T> {
    /// The value.
    pub item: T,
    /// Its place.
    pub location: Location,
}

/// Everything in `data/`.
#[derive(Debug, Default)]
pub struct Dataset {
    /// What the data set says of itself.
    pub about: Option<Spanned<About<'static>>>,
    /// Records.
    pub records: Vec<Spanned<Record<'static>>>,
    /// Figures, in the order of their records and of the file. What the registries know of them (`label`,
    /// `strength`, the default unit) is filled in by the rules.
    pub figures: Vec<Spanned<Figure<'static>>>,
    /// Metrics, in the order in which a page shows them.
    pub metrics: Vec<Spanned<Metric<'static>>>,
    /// Sources.
    pub sources: Vec<Spanned<Source<'static>>>,
    /// Vocabulary, each set in the order in which lists are sorted.
    pub terms: Vec<Spanned<Term<'static>>>,
    /// Disputes.
    pub disputes: Vec<Spanned<Dispute<'static>>>,
    /// Gaps.
    pub gaps: Vec<Spanned<Gap<'static>>>,
    /// Words of trade and everyday speech.
    pub synonyms: Vec<Spanned<Synonym<'static>>>,
    /// The ids of each release, oldest first.
    pub releases: Vec<Spanned<Release<'static>>>,
    /// Why things changed or went since.
    pub reasons: Vec<Spanned<Reason<'static>>>,
    /// Ids of what could not be read for a fault of form; of a figure, its subject's. No rule says that these
    /// do not exist.
    pub unread: HashSet<String>,
}
