//! Everything that is known, for asking: lookup by id, by kind, by subject. One decode an answer, and
//! only of what is asked for. It knows nothing of what a user typed, of terminals or of JSON.

use std::ops::Range;

use serde::Deserialize;

use crate::{
    error::Error,
    model::{
        About, Ages, Dispute, Figure, Gap, KeptFigure, KeptSource, Kind, Labels, Metric, Record, Source,
        Term, Text, Usage,
        kept::{Cut, Kept},
        pack::{self, Head, Key, Section, Shelf, Table},
        series::Run,
    },
};

static BUNDLED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/atlas.bin"));
static JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/kept.json"));

type Result<T> = std::result::Result<T, Error>;

/// The data, over the bytes of its compiled form.
#[derive(Clone, Copy, Debug)]
pub struct Atlas<'a> {
    bytes: &'a [u8],
    json: &'static str,
}

impl Atlas<'static> {
    /// The data that is inside the program.
    #[must_use]
    pub fn bundled() -> Self {
        Self { bytes: BUNDLED, json: JSON }
    }
}

impl<'a> Atlas<'a> {
    /// A table of the compiled form.
    pub fn table(&self, section: Section) -> Result<Table<'a>> {
        pack::section(self.bytes, section).ok_or(Error::Data)
    }

    fn all<T: Deserialize<'a>>(&self, section: Section) -> Result<Vec<T>> {
        let table = self.table(section)?;
        (0..table.len()).map(|entry| Ok(table.get(entry)?)).collect()
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
        Ok(self.table(Section::About)?.get(0)?)
    }

    /// How old the figures are.
    pub fn ages(&self) -> Result<Ages> {
        Ok(self.table(Section::Ages)?.get(0)?)
    }

    /// How many records there are.
    pub fn record_count(&self) -> Result<usize> {
        Ok(self.table(Section::Records)?.len())
    }

    /// A record by its number.
    pub fn record(&self, number: usize) -> Result<Record<'a>> {
        Ok(self.table(Section::Records)?.get(number)?)
    }

    /// The number of the record with this id.
    pub fn record_number(&self, id: &str) -> Result<Option<usize>> {
        self.entry(Section::RecordIds, id)
    }

    /// The record with this id.
    pub fn record_by_id(&self, id: &str) -> Result<Option<Record<'a>>> {
        self.find(Section::RecordIds, Section::Records, id)
    }

    /// What a link to the record with this id says.
    pub fn head(&self, id: &str) -> Result<Option<Head<'a>>> {
        self.find(Section::RecordIds, Section::Records, id)
    }

    /// The kind of the record with this number.
    pub fn kind_of(&self, number: usize) -> Result<Kind> {
        Ok(self.table(Section::Records)?.begin(number)?.0)
    }

    /// The numbers of the records of one kind.
    pub fn numbers_of(&self, kind: Kind) -> Result<Range<usize>> {
        let records = self.table(Section::Records)?;
        let next = Kind::ALL.iter().position(|k| *k == kind).and_then(|n| Kind::ALL.get(n + 1));
        let end = match next {
            Some(next) => pack::first_of_kind(records, *next)?,
            None => records.len(),
        };
        Ok(pack::first_of_kind(records, kind)?..end)
    }

    /// Where the figures, disputes and gaps of a record are.
    pub fn shelf(&self, record: usize) -> Result<Shelf> {
        Ok(self.table(Section::Shelves)?.get(record)?)
    }

    /// The figures of a record, by metric, scope, part, status and date.
    pub fn figures_of(&self, record: usize) -> Result<Vec<Figure<'a>>> {
        self.shelf(record)?.stretch().map(|number| self.figure_at(number)).collect()
    }

    /// A figure as it is kept, by its number.
    pub fn kept(&self, number: usize) -> Result<KeptFigure<'a>> {
        self.kept_in(Section::Figures, number)
    }

    fn kept_in<T: Cut<'a>>(&self, section: Section, number: usize) -> Result<Kept<'a, T>> {
        let (slice, lengths) = self.table(section)?.get(number)?;
        Kept::new(self.json, slice, lengths).ok_or(Error::Data)
    }

    /// The series of a record, by metric, scope, part and status.
    pub fn runs_of(&self, record: usize) -> Result<Vec<Run>> {
        Ok(self.table(Section::Runs)?.get(record)?)
    }

    /// A figure by its number.
    pub fn figure_at(&self, number: usize) -> Result<Figure<'a>> {
        Ok(self.kept(number)?.read()?)
    }

    /// A source by its number.
    pub fn source_at(&self, number: usize) -> Result<KeptSource<'a>> {
        self.kept_in(Section::Sources, number)
    }

    /// All figures, by subject, metric, scope, part, status and date.
    pub fn figures(&self) -> Result<Vec<Figure<'a>>> {
        (0..self.figure_count()?).map(|number| self.figure_at(number)).collect()
    }

    /// How many figures there are.
    pub fn figure_count(&self) -> Result<usize> {
        Ok(self.table(Section::Figures)?.len())
    }

    /// The figure with this id.
    pub fn figure(&self, id: &str) -> Result<Option<Figure<'a>>> {
        // An id begins with its subject's.
        let subject = id.split('.').next().unwrap_or_default();
        let Some(record) = self.record_number(subject)? else { return Ok(None) };
        for number in self.shelf(record)?.stretch() {
            let kept = self.kept(number)?;
            if kept.is(id) {
                return Ok(Some(kept.read()?));
            }
        }
        Ok(None)
    }

    /// The metric with this id.
    pub fn metric(&self, id: &str) -> Result<Option<Metric<'a>>> {
        self.find(Section::MetricIds, Section::Metrics, id)
    }

    /// A metric by its number.
    pub fn metric_at(&self, number: usize) -> Result<Metric<'a>> {
        Ok(self.table(Section::Metrics)?.get(number)?)
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

    /// The source with this id.
    pub fn source(&self, id: &str) -> Result<Option<KeptSource<'a>>> {
        let sources = self.table(Section::Sources)?;
        let at = sources.partition_point(|number| Ok::<_, Error>(*self.source_at(number)?.id()? < *id))?;
        let found = (at < sources.len()).then(|| self.source_at(at)).transpose()?;
        Ok(found.filter(|found| found.is(id)))
    }

    /// All sources, by id.
    pub fn sources(&self) -> Result<Vec<Source<'a>>> {
        (0..self.table(Section::Sources)?.len()).map(|number| Ok(self.source_at(number)?.read()?)).collect()
    }

    /// A word of a closed list.
    pub fn term(&self, set: &str, id: &str) -> Result<Option<Term<'a>>> {
        self.find(Section::TermIds, Section::Terms, &format!("{set}/{id}"))
    }

    /// The labels of a word of a closed list.
    pub fn labels(&self, set: &str, id: &str) -> Result<Option<Labels<'a>>> {
        let Some(entry) = self.entry(Section::TermIds, &[set, "/", id].concat())? else { return Ok(None) };
        Ok(Some(self.table(Section::Terms)?.begin::<Labels>(entry)?.0))
    }

    /// A word of a closed list by its number.
    pub fn term_at(&self, number: usize) -> Result<Term<'a>> {
        Ok(self.table(Section::Terms)?.get(number)?)
    }

    /// Whether there is a closed list of this name.
    pub fn has_terms(&self, set: &str) -> Result<bool> {
        let index = self.table(Section::TermIds)?;
        let prefix = format!("{set}/");
        let at = index.lower_bound(&prefix)?;
        if at == index.len() {
            return Ok(false);
        }
        let found: Key = index.get(at)?;
        Ok(found.key.starts_with(prefix.as_bytes()))
    }

    /// All words of one closed list, in their order.
    pub fn terms(&self, set: &str) -> Result<Vec<Term<'a>>> {
        let mut terms = self.vocabulary()?;
        terms.retain(|term| term.set == set);
        Ok(terms)
    }

    /// All words of all closed lists.
    pub fn vocabulary(&self) -> Result<Vec<Term<'a>>> {
        self.all(Section::Terms)
    }

    /// A dispute by its number.
    pub fn dispute(&self, number: usize) -> Result<Dispute<'a>> {
        Ok(self.table(Section::Disputes)?.get(number)?)
    }

    /// All disputes.
    pub fn disputes(&self) -> Result<Vec<Dispute<'a>>> {
        self.all(Section::Disputes)
    }

    /// A gap by its number.
    pub fn gap(&self, number: usize) -> Result<Gap<'a>> {
        Ok(self.table(Section::Gaps)?.get(number)?)
    }

    /// All gaps.
    pub fn gaps(&self) -> Result<Vec<Gap<'a>>> {
        self.all(Section::Gaps)
    }

    /// Words of trade and everyday speech.
    pub fn usages(&self) -> Result<Vec<Usage<'a>>> {
        self.all(Section::Usages)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_stands_in_the_range_of_its_kind() {
        let atlas = Atlas::bundled();
        let mut seen = 0;
        for kind in Kind::ALL {
            for number in atlas.numbers_of(kind).unwrap() {
                assert_eq!(atlas.record(number).unwrap().kind, kind);
                seen += 1;
            }
        }
        assert_eq!(seen, atlas.record_count().unwrap());
    }

    #[test]
    fn the_head_of_a_record_is_what_it_begins_with() {
        let atlas = Atlas::bundled();
        for number in 0..atlas.record_count().unwrap() {
            let record = atlas.record(number).unwrap();
            let head = atlas.head(&record.id).unwrap().unwrap();
            let own = (record.kind, record.id, record.name, record.name_zh);
            assert_eq!((head.kind, head.id, head.name, head.name_zh), own);
        }
    }

    #[test]
    fn every_figure_stands_on_the_shelf_of_its_subject_and_nowhere_else() {
        let atlas = Atlas::bundled();
        let mut seen = 0;
        for number in 0..atlas.record_count().unwrap() {
            let record = atlas.record(number).unwrap();
            for figure in atlas.figures_of(number).unwrap() {
                assert_eq!(figure.subject, record.id);
                seen += 1;
            }
        }
        assert_eq!(seen, atlas.figure_count().unwrap());
    }

    #[test]
    fn the_figures_of_a_series_stand_together() {
        let mut seen: Vec<String> = Vec::new();
        for figure in Atlas::bundled().figures().unwrap() {
            let series = format!(
                "{} {} {:?} {:?} {:?} {}",
                figure.subject,
                figure.metric,
                figure.scope,
                figure.part,
                figure.unit,
                figure.status.name()
            );
            assert!(seen.last() == Some(&series) || !seen.contains(&series), "{series}");
            seen.push(series);
        }
    }

    #[test]
    fn the_json_made_at_build_time_is_that_of_the_figure() {
        let atlas = Atlas::bundled();
        for (number, figure) in atlas.figures().unwrap().iter().enumerate() {
            assert_eq!(serde_json::to_string(figure).unwrap(), atlas.kept(number).unwrap().json());
        }
    }

    #[test]
    fn everything_is_found_by_its_id() {
        let atlas = Atlas::bundled();
        for figure in atlas.figures().unwrap() {
            assert_eq!(atlas.figure(&figure.id).unwrap().map(|f| f.id), Some(figure.id));
        }
        for source in atlas.sources().unwrap() {
            let found = atlas.source(&source.id).unwrap().unwrap();
            assert_eq!(found.json(), serde_json::to_string(&source).unwrap());
        }
        for term in atlas.vocabulary().unwrap() {
            assert_eq!(atlas.term(&term.set, &term.id).unwrap().map(|t| t.label), Some(term.label));
        }
        assert!(atlas.record_by_id("nowhere").unwrap().is_none());
    }

    #[test]
    fn damaged_bytes_are_an_error_and_not_a_panic() {
        for len in (0..BUNDLED.len()).step_by(9_973) {
            let atlas = Atlas { bytes: &BUNDLED[..len], json: "" };
            let answers = [
                atlas.figures().is_err(),
                atlas.record_by_id("guoyuan").is_err(),
                atlas.kept(0).is_err(),
                atlas.usages().is_err(),
            ];
            assert!(answers.contains(&true), "{len} bytes");
        }
    }
}
