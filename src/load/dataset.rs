//! Everything in a data folder as it is written, each thing with its place: what is read, merged, checked
//! and compiled.

use std::{
    collections::{BTreeMap, HashSet},
    ops::Deref,
};

use super::Location;
use crate::model::{
    About, Change, Dispute, Figure, Gap, Metric, News, Reason, Record, Release, Source, Synonym, Term, Text,
};

/// A value with its place in a file.
#[derive(Clone, Debug)]
pub struct Located<T> {
    /// The value.
    pub item: T,
    /// Its place.
    pub location: Location,
}

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.item
    }
}

/// A data set; texts of compiled data that it was made from again are borrowed.
#[derive(Debug, Default)]
pub struct Dataset<'a> {
    /// What the data set says of itself.
    pub about: Option<Located<About<'a>>>,
    /// Records.
    pub records: Vec<Located<Record<'a>>>,
    /// Figures, in the order of their records and of the file. What the registries know of them (`label`,
    /// `strength`, the default unit) is filled in by the rules.
    pub figures: Vec<Located<Figure<'a>>>,
    /// Metrics, in the order in which a page shows them.
    pub metrics: Vec<Located<Metric<'a>>>,
    /// Sources.
    pub sources: Vec<Located<Source<'a>>>,
    /// Vocabulary, each set in the order in which lists are sorted.
    pub terms: Vec<Located<Term<'a>>>,
    /// Disputes.
    pub disputes: Vec<Located<Dispute<'a>>>,
    /// Gaps.
    pub gaps: Vec<Located<Gap<'a>>>,
    /// Words of trade and everyday speech.
    pub synonyms: Vec<Located<Synonym<'a>>>,
    /// The ids of each release, oldest first.
    pub releases: Vec<Located<Release<'a>>>,
    /// Why things changed or went since.
    pub reasons: Vec<Located<Reason<'a>>>,
    /// What changed in compiled data that this was made from again; else the two above say it.
    pub changes: Option<(Vec<Change<'a>>, Option<News<'a>>)>,
    /// Figures of the user's that say word for word what a figure below says: id and `file:line`. They are left
    /// out, so that a file of the data can be copied and changed.
    pub copies: Vec<(String, String)>,
    /// What of records is the user's, with its `file:line`: `record/` where all of it is, `record/key` of a key that
    /// says otherwise than the data below, and `record/links.other` of a link.
    pub own_keys: BTreeMap<String, String>,
    /// Ids of what could not be read for a fault of form; of a figure, its subject's. No rule says that these
    /// do not exist.
    pub unread: HashSet<String>,
}

impl<'a> Dataset<'a> {
    /// What a release lists: the id of each thing, and a text that is another where the thing is.
    pub fn fingerprints(&self) -> impl Iterator<Item = (Text<'a>, String)> {
        let records = self.records.iter().map(|own| (own.id.clone(), own.fingerprint()));
        let figures = self.figures.iter().map(|own| (own.id.clone(), own.fingerprint()));
        let disputes = self.disputes.iter().map(|own| (format!("dispute:{}", own.id).into(), "-".to_owned()));
        let gaps = self.gaps.iter().map(|own| (format!("gap:{}", own.id).into(), "-".to_owned()));
        records.chain(figures).chain(disputes).chain(gaps)
    }
}
