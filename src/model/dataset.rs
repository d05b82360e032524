//! Everything in `data/` as it is written, each thing with its place: what is read, checked and packed.

use super::{About, Dispute, Figure, Gap, Metric, Place, Record, Source, Term, Usage};

/// Something and where it stands.
#[derive(Debug)]
pub struct Placed<T> {
    /// The thing.
    pub item: T,
    /// Where it stands.
    pub place: Place,
}

/// A figure as it is written: the fields that other files fill in (`label`, `strength`, the default
/// unit) are empty until the rules have met the registries.
#[derive(Debug)]
pub struct Written {
    /// The figure.
    pub figure: Figure<'static>,
    /// Tells apart figures that share subject, metric, date, scope, part and status.
    pub n: Option<u32>,
    /// Whether it says that it has no date.
    pub undated: bool,
    /// The other end of a distance.
    pub to: Option<String>,
    /// Id of the figure that it retires.
    pub supersedes: Option<String>,
}

/// Everything in `data/`.
#[derive(Debug, Default)]
pub struct Dataset {
    /// What the data set says of itself.
    pub about: Option<Placed<About<'static>>>,
    /// Records.
    pub records: Vec<Placed<Record<'static>>>,
    /// Figures, in the order of their records and of the file.
    pub figures: Vec<Placed<Written>>,
    /// Metrics, in the order in which a page shows them.
    pub metrics: Vec<Placed<Metric<'static>>>,
    /// Sources.
    pub sources: Vec<Placed<Source<'static>>>,
    /// Vocabulary, each set in the order in which lists are sorted.
    pub terms: Vec<Placed<Term<'static>>>,
    /// Disputes.
    pub disputes: Vec<Placed<Dispute<'static>>>,
    /// Gaps.
    pub gaps: Vec<Placed<Gap<'static>>>,
    /// Words of trade and everyday speech.
    pub usages: Vec<Placed<Usage<'static>>>,
}
