//! Everything in `data/` as it is written, each thing with its place: what is read, checked and packed.

use super::Location;
use crate::model::{About, Dispute, Figure, Gap, Metric, Record, Source, Synonym, Term};

/// A value with its place in a file.
#[derive(Debug)]
pub struct Spanned<T> {
    /// The value.
    pub item: T,
    /// Its place.
    pub location: Location,
}

/// A figure as it is written: the fields that other files fill in (`label`, `strength`, the default
/// unit) are empty until the rules have met the registries.
#[derive(Debug)]
pub struct FigureEntry {
    /// The figure.
    pub figure: Figure<'static>,
    /// Tells apart figures that share subject, metric, date, scope, part and status.
    pub n: Option<u32>,
    /// Whether it says that it has no date.
    pub undated: bool,
}

/// Everything in `data/`.
#[derive(Debug, Default)]
pub struct Dataset {
    /// What the data set says of itself.
    pub about: Option<Spanned<About<'static>>>,
    /// Records.
    pub records: Vec<Spanned<Record<'static>>>,
    /// Figures, in the order of their records and of the file.
    pub figures: Vec<Spanned<FigureEntry>>,
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
}
