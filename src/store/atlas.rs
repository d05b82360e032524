//! The reader of a compiled data set: lookup by id, by kind, by subject. It decodes only what is asked
//! for. Records, figures, metrics and the rest are named by their number in their table or by their id.

use std::ops::Range;

use serde::Deserialize;

use super::{
    Error, Stored,
    format::{self, Key, RecordHead, RecordIndex, Section, Series, Table},
};
use crate::{
    load::{Dataset, Located, Location},
    model::{
        About, Ages, Change, Day, Dispute, Figure, Gap, Kind, Metric, News, PerKind, Record, Source, Span,
        Synonym, Term, Text,
    },
};

type Result<T> = std::result::Result<T, Error>;

/// A compiled data set, borrowed; whose bytes these are (the program's own, a test's, a user's) is the
/// caller's concern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Atlas<'a> {
    tables: &'a [u8],
    json: &'a str,
}

impl<'a> Atlas<'a> {
    /// Over the two parts of a [`super::Compiled`] data set. Damage is noticed when it is met.
    pub fn new(tables: &'a [u8], json: &'a str) -> Self {
        Self { tables, json }
    }

    /// A table of the compiled form.
    pub fn table(&self, section: Section) -> Result<Table<'a>> {
        format::section(self.tables, section).ok_or(Error::Missing)
    }

    /// How many entries a table has.
    pub fn count(&self, section: Section) -> Result<usize> {
        Ok(self.table(section)?.len())
    }

    fn all<T: Deserialize<'a>>(&self, section: Section) -> Result<Vec<T>> {
        let table = self.table(section)?;
        (0..table.len()).map(|entry| table.get(entry)).collect()
    }

    fn find<T: Deserialize<'a>>(&self, ids: Section, entries: Section, id: &str) -> Result<Option<T>> {
        match self.entry(ids, id)? {
            Some(entry) => Ok(Some(self.table(entries)?.get(entry)?)),
            None => Ok(None),
        }
    }

    /// The entry that an index has under exactly this key.
    pub fn entry(&self, index: Section, key: &str) -> Result<Option<usize>> {
        let index = self.table(index)?;
        let Some(at) = index.find(key)? else { return Ok(None) };
        Ok(Some(index.get::<Key>(at)?.entry as usize))
    }

    /// What the data set says of itself.
    pub fn about(&self) -> Result<About<'a>> {
        self.table(Section::About)?.get(0)
    }

    /// The last day of the date of the data: "now" for everything that asks how old a figure is.
    pub fn data_day(&self) -> Result<Day> {
        Ok(Span::parse_date(&self.about()?.date()).ok_or(Error::Missing)?.end)
    }

    /// How old the figures are.
    pub fn ages(&self) -> Result<Ages> {
        self.table(Section::Ages)?.get(0)
    }

    /// A record by its number.
    pub fn record(&self, number: usize) -> Result<Record<'a>> {
        self.table(Section::Records)?.get(number)
    }

    /// The number of the record with this id.
    pub fn record_number(&self, id: &str) -> Result<Option<usize>> {
        self.entry(Section::RecordIds, id)
    }

    /// The record with this id.
    pub fn record_by_id(&self, id: &str) -> Result<Option<Record<'a>>> {
        self.find(Section::RecordIds, Section::Records, id)
    }

    /// The kind, id and names of the record with this id.
    pub fn record_head(&self, id: &str) -> Result<Option<RecordHead<'a>>> {
        self.find(Section::RecordIds, Section::Records, id)
    }

    /// The kind, id and names of a record by its number.
    pub fn record_head_at(&self, number: usize) -> Result<RecordHead<'a>> {
        Ok(self.table(Section::Records)?.prefix(number)?.0)
    }

    /// The kind of the record with this number.
    pub fn kind_of(&self, number: usize) -> Result<Kind> {
        Ok(self.table(Section::Records)?.prefix(number)?.0)
    }

    /// The numbers of the records of one kind.
    pub fn numbers_of(&self, kind: Kind) -> Result<Range<usize>> {
        Ok(self.first_records(|of| of < kind)?..self.first_records(|of| of <= kind)?)
    }

    /// How many records there are of each kind.
    pub fn counts(&self) -> Result<PerKind<usize>> {
        let (mut counts, mut first) = (PerKind::default(), 0);
        for kind in Kind::ALL {
            let behind = self.first_records(|of| of <= kind)?;
            *counts.of_mut(kind) = behind - first;
            first = behind;
        }
        Ok(counts)
    }

    /// How many records, which stand by kind, are of the first kinds.
    fn first_records(&self, is_first: impl Fn(Kind) -> bool) -> Result<usize> {
        let records = self.table(Section::Records)?;
        records.partition_point(|number| Ok(is_first(records.prefix(number)?.0)))
    }

    /// Where a key of a record, its link `links.ID`, or with `""` the whole of it stands in the user's own data,
    /// `file:line`; none where that is the data's below.
    pub fn own_key(&self, record: &str, key: &str) -> Result<Option<Text<'a>>> {
        let own_keys = self.table(Section::OwnKeys)?;
        let found = own_keys.find(&[record, "/", key].concat())?;
        found.map(|at| own_keys.get::<(&[u8], Text)>(at).map(|(_, origin)| origin)).transpose()
    }

    /// The same of the first of some keys that is the user's, or of a record that is the user's as a whole.
    pub fn own_part(&self, record: &str, keys: &[&str]) -> Result<Option<Text<'a>>> {
        for key in keys.iter().chain(&[""]) {
            if let Some(origin) = self.own_key(record, key)? {
                return Ok(Some(origin));
            }
        }
        Ok(None)
    }

    /// Where the figures, disputes and gaps of a record are.
    pub fn record_index(&self, record: usize) -> Result<RecordIndex> {
        self.table(Section::RecordIndexes)?.get(record)
    }

    /// The figures of a record, by metric, scope, part, status and date.
    pub fn figures_of(&self, record: usize) -> Result<Vec<Figure<'a>>> {
        self.figures_with(record, |_| true)
    }

    /// The figures of a record whose id passes, such as `x.gdp.2020.target`; no other is parsed.
    pub fn figures_with(&self, record: usize, passes: impl Fn(&str) -> bool) -> Result<Vec<Figure<'a>>> {
        let mut figures = Vec::new();
        for number in self.record_index(record)?.figure_range() {
            let stored = self.stored_figure(number)?;
            if passes(stored.id()) {
                figures.push(stored.read()?);
            }
        }
        Ok(figures)
    }

    /// A figure by its number, as its JSON.
    pub fn stored_figure(&self, number: usize) -> Result<Stored<'a, Figure<'a>>> {
        self.stored(Section::Figures, number)
    }

    /// A source by its number, as its JSON. Sources are in the order of their ids.
    pub fn stored_source(&self, number: usize) -> Result<Stored<'a, Source<'a>>> {
        self.stored(Section::Sources, number)
    }

    fn stored<T>(&self, section: Section, number: usize) -> Result<Stored<'a, T>> {
        self.stored_in(&self.table(section)?, number)
    }

    fn stored_in<T>(&self, table: &Table, number: usize) -> Result<Stored<'a, T>> {
        let range = table.range(number).ok_or(Error::Missing)?;
        Ok(Stored::new(self.json.get(range).ok_or(Error::Missing)?))
    }

    /// The series of a record, by metric, scope, part and status.
    pub fn series_of(&self, record: usize) -> Result<Vec<Series>> {
        self.table(Section::Series)?.get(record)
    }

    /// A figure by its number.
    pub fn figure_at(&self, number: usize) -> Result<Figure<'a>> {
        self.stored_figure(number)?.read()
    }

    /// The figure with this id.
    pub fn figure(&self, id: &str) -> Result<Option<Figure<'a>>> {
        self.figure_number(id)?.map(|number| self.figure_at(number)).transpose()
    }

    /// The number of the figure with this id.
    pub fn figure_number(&self, id: &str) -> Result<Option<usize>> {
        let (by_id, figures) = (self.table(Section::FigureIds)?, self.table(Section::Figures)?);
        let number = |at: usize| Ok::<_, Error>(by_id.get::<u32>(at)? as usize);
        let figure = |at: usize| self.stored_in::<Figure>(&figures, number(at)?);
        let at = by_id.partition_point(|at| Ok(figure(at)?.is_before(id)))?;
        let is_found = at < by_id.len() && figure(at)?.has_id(id);
        is_found.then(|| number(at)).transpose()
    }

    /// The metric with this id.
    pub fn metric(&self, id: &str) -> Result<Option<Metric<'a>>> {
        self.find(Section::MetricIds, Section::Metrics, id)
    }

    /// A metric by its number.
    pub fn metric_at(&self, number: usize) -> Result<Metric<'a>> {
        self.table(Section::Metrics)?.get(number)
    }

    /// The number of the metric with this id: its place in the order in which a page shows metrics.
    pub fn metric_number(&self, id: &str) -> Result<Option<usize>> {
        self.entry(Section::MetricIds, id)
    }

    /// All metrics, in the order in which a page shows them.
    pub fn metrics(&self) -> Result<Vec<Metric<'a>>> {
        self.all(Section::Metrics)
    }

    /// Which metrics, by id, list different things side by side: what repeats makes no series.
    pub fn repeats(&self) -> Result<impl Fn(&str) -> bool + use<'a>> {
        let repeating: Vec<Text> = self.table(Section::Repeating)?.get(0)?;
        Ok(move |metric: &str| repeating.iter().any(|repeats| **repeats == *metric))
    }

    /// The source with this id, as its JSON.
    pub fn source(&self, id: &str) -> Result<Option<Stored<'a, Source<'a>>>> {
        let sources = self.table(Section::Sources)?;
        let source = |number| self.stored_in::<Source>(&sources, number);
        let at = sources.partition_point(|number| Ok(source(number)?.is_before(id)))?;
        let found = (at < sources.len()).then(|| source(at)).transpose()?;
        Ok(found.filter(|found| found.has_id(id)))
    }

    /// A source that a figure or record names; that it exists is a rule of the data.
    pub fn cited(&self, id: &str) -> Result<Source<'a>> {
        self.source(id)?.ok_or(Error::Missing)?.read()
    }

    /// All sources, by id.
    pub fn sources(&self) -> Result<Vec<Source<'a>>> {
        (0..self.count(Section::Sources)?).map(|number| self.stored_source(number)?.read()).collect()
    }

    /// A term of a closed list (a set of the vocabulary).
    pub fn term(&self, set: &str, id: &str) -> Result<Option<Term<'a>>> {
        self.find(Section::TermIds, Section::Terms, &[set, "/", id].concat())
    }

    /// The labels of a term, in English and in Chinese; nothing else of it is decoded.
    pub fn label(&self, set: &str, id: &str) -> Result<Option<[Text<'a>; 2]>> {
        let Some(entry) = self.entry(Section::TermIds, &[set, "/", id].concat())? else { return Ok(None) };
        let ((_, _, en, zh), _): ((&[u8], &[u8], _, _), _) = self.table(Section::Terms)?.prefix(entry)?;
        Ok(Some([en, zh]))
    }

    /// A term by its number.
    pub fn term_at(&self, number: usize) -> Result<Term<'a>> {
        self.table(Section::Terms)?.get(number)
    }

    /// All terms of one set, in their order.
    pub fn terms(&self, set: &str) -> Result<Vec<Term<'a>>> {
        let mut terms = self.vocabulary()?;
        terms.retain(|term| term.set == set);
        Ok(terms)
    }

    /// All terms of all sets.
    pub fn vocabulary(&self) -> Result<Vec<Term<'a>>> {
        self.all(Section::Terms)
    }

    /// A dispute by its number, as its JSON.
    pub fn dispute(&self, number: usize) -> Result<Stored<'a, Dispute<'a>>> {
        self.stored(Section::Disputes, number)
    }

    /// All disputes.
    pub fn disputes(&self) -> Result<Vec<Dispute<'a>>> {
        (0..self.count(Section::Disputes)?).map(|number| self.dispute(number)?.read()).collect()
    }

    /// A gap by its number, as its JSON.
    pub fn gap(&self, number: usize) -> Result<Stored<'a, Gap<'a>>> {
        self.stored(Section::Gaps, number)
    }

    /// The gap with this id; no other is parsed.
    pub fn gap_by_id(&self, id: &str) -> Result<Option<Gap<'a>>> {
        for number in 0..self.count(Section::Gaps)? {
            let gap = self.gap(number)?;
            if gap.has_id(id) {
                return gap.read().map(Some);
            }
        }
        Ok(None)
    }

    /// All gaps.
    pub fn gaps(&self) -> Result<Vec<Gap<'a>>> {
        (0..self.count(Section::Gaps)?).map(|number| self.gap(number)?.read()).collect()
    }

    /// How much changed since the release before; none of a data set without releases.
    pub fn news(&self) -> Result<Option<News<'a>>> {
        Ok(self.all(Section::News)?.pop())
    }

    /// What changed since the first release, the newest data first.
    pub fn changes(&self) -> Result<Vec<Change<'a>>> {
        self.all(Section::Changes)
    }

    /// The id of today of what had this id in an earlier release.
    pub fn renamed(&self, id: &str) -> Result<Option<Text<'a>>> {
        let change: Option<Change> = self.find(Section::Renamed, Section::Changes, id)?;
        Ok(change.map(|change| change.id))
    }

    /// Words of trade and everyday speech, with what they mean.
    pub fn synonyms(&self) -> Result<Vec<Synonym<'a>>> {
        self.all(Section::Synonyms)
    }

    /// The data set that it was compiled from, for other data to be put over it.
    pub fn dataset(&self) -> Result<Dataset<'a>> {
        fn located<T>(items: Vec<T>) -> Vec<Located<T>> {
            items.into_iter().map(|item| Located { item, location: Location::default() }).collect()
        }
        let figures = (0..self.count(Section::Figures)?).map(|number| {
            let figure = self.figure_at(number)?;
            // What is written in the data alone is not stored.
            let (n, undated) = (figure.number_of_id(), figure.date_text().is_none());
            Ok(Figure { n, undated, ..figure })
        });
        let figures = figures.collect::<Result<_>>()?;
        let about: Vec<About> = self.all(Section::About)?;
        Ok(Dataset {
            about: located(about).pop(),
            records: located(self.all(Section::Records)?),
            figures: located(figures),
            metrics: located(self.metrics()?),
            sources: located(self.sources()?),
            terms: located(self.vocabulary()?),
            disputes: located(self.disputes()?),
            gaps: located(self.gaps()?),
            synonyms: located(self.synonyms()?),
            changes: Some((self.changes()?, self.news()?)),
            ..Dataset::default()
        })
    }
}
