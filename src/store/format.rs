//! The layout of compiled data: tables of entries, each of which can be decoded alone.
//!
//! A [`Table`] is the number of its entries, the offset of each, and the entries in postcard.
//! [`compile`] lays the tables of a data set one behind the other, in the order of [`Section`], behind
//! a head with the offset of each table. What is answered as it is stored (figures, sources, disputes,
//! gaps) is JSON in a text beside it.
//! All offsets are little-endian `u32`.

use std::{collections::HashMap, ops::Range};

use serde::{Deserialize, Serialize};

use super::{
    Error,
    index::{self, number},
};
use crate::{
    load::{Dataset, Located},
    model::{Ages, ChangeKind, Figure, Kind, Metric, Record, Span, Text, series},
};

/// The tables of the compiled form, in their order. Small ones that lead to others come first, so that
/// a short answer touches few pages of memory.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "named after what they hold")]
pub enum Section {
    About,
    /// How old the figures are: [`Ages`].
    Ages,
    /// Sorted [`Key`]s: ids to entries of the table named by the section.
    RecordIds,
    MetricIds,
    TermIds,
    /// For each record, where its figures, disputes and gaps are: [`RecordIndex`].
    RecordIndexes,
    /// For each record, its [`Series`].
    Series,
    /// Where the JSON of each figure is ([`Table::range`]), which is the only form in which it is stored. By
    /// subject, then by metric in the order of the registry, then by scope, part, other end, status, unit and
    /// date, the retired ones last: the figures of a series stand together.
    Figures,
    /// The numbers of the figures, by id.
    FigureIds,
    /// Where the JSON of each source is, by id.
    Sources,
    /// Where the JSON of each dispute and of each gap is.
    Disputes,
    Gaps,
    /// The ids of the metrics that list different things side by side, all in one entry.
    Repeating,
    /// By kind, then by category in the order of the vocabulary, then by id.
    Records,
    Metrics,
    Terms,
    Synonyms,
    /// For each metric, the numbers of the records that have it.
    Measured,
    /// Sorted [`index::SearchKey`]s: every text by which something may be asked for.
    SearchKeys,
    /// Sorted words: the tokens of these texts and of the summaries, each with its [`index::Postings`]: the
    /// numbers of the search keys that hold it, and of the records whose summary does.
    Lexicon,
    /// One entry: [`index::Index::letter_masks`].
    LetterMasks,
    /// For each record, its [`index::RecordRank`].
    Ranks,
    /// How much changed since the release before: one [`crate::model::News`], or none.
    News,
    /// Sorted [`Key`]s: ids that are others now, to entries of `Changes`.
    Renamed,
    /// What changed since the first release: [`crate::model::Change`].
    Changes,
    /// Sorted: the keys and links of records that are the user's, each with its `file:line`
    /// ([`Dataset::own_keys`]).
    OwnKeys,
}

/// How many sections there are.
pub const SECTIONS: usize = Section::OwnKeys as usize + 1;

/// The first fields of a [`Record`], which postcard can decode without the rest: enough for a link.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RecordHead<'a> {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// English name.
    pub name: Text<'a>,
    /// Chinese name.
    pub name_zh: Option<Text<'a>>,
}

/// Where the figures, disputes and gaps of a record are.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct RecordIndex {
    /// First figure.
    pub first: u32,
    /// How many figures follow it.
    pub figures: u32,
    /// Disputes that name one of its figures.
    pub disputes: Vec<u32>,
    /// Gaps that name the record.
    pub gaps: Vec<u32>,
    /// Its sources in the order in which a page names them: those of the newest figures first, then
    /// those of older values, those of its evidence, and those of the record alone.
    pub references: Vec<u32>,
}

impl RecordIndex {
    /// The numbers of its figures.
    pub fn figure_range(&self) -> Range<usize> {
        self.first as usize..(self.first + self.figures) as usize
    }
}

/// A series of a record: figures that follow each other, by number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Series {
    /// The first figure, which is the oldest.
    pub first: u32,
    /// How many figures there are.
    pub len: u32,
    /// The year in which the oldest begins, where there are several and it is dated.
    pub since: Option<u16>,
    /// The newest figures, best first ([`series::newest`]).
    pub newest: Vec<u32>,
    /// Its theme, as the number of a term.
    pub theme: u32,
    /// Whether its metric lists different things side by side, each in a series of its own.
    pub repeats: bool,
}

impl Series {
    /// The numbers of its figures, oldest first.
    pub fn figures(&self) -> Range<usize> {
        self.first as usize..(self.first + self.len) as usize
    }
}

/// The compiled form of a data set.
#[derive(Debug)]
pub struct Compiled {
    /// The tables.
    pub tables: Vec<u8>,
    /// The compact JSON of every figure, source, dispute and gap, in this order.
    pub json: String,
}

/// An entry of an index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Key<'a> {
    /// What is looked up, as UTF-8: bytes compare without being checked again.
    pub key: &'a [u8],
    /// The entry that it leads to.
    pub entry: u32,
}

/// A table of the compiled form: random access by number, each entry decoded alone.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    len: usize,
    offsets: &'a [u8],
    entries: &'a [u8],
}

impl<'a> Table<'a> {
    /// The table that begins at `bytes`; none where they are too short.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let len = word(bytes, 0)?;
        let offsets = bytes.get(4..4 + 4 * (len + 1))?;
        let entries = bytes.get(4 + offsets.len()..)?;
        Some(Self { len, offsets, entries })
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Where an entry is, in bytes of what the table's entries are kept in: the bytes behind its offsets,
    /// or [`Compiled::json`].
    pub fn range(&self, entry: usize) -> Option<Range<usize>> {
        Some(word(self.offsets, entry)?..word(self.offsets, entry + 1)?)
    }

    /// The bytes of one entry.
    pub fn raw(&self, entry: usize) -> Option<&'a [u8]> {
        self.entries.get(self.range(entry)?)
    }

    /// One entry, decoded.
    pub fn get<T: Deserialize<'a>>(&self, entry: usize) -> Result<T, Error> {
        Ok(postcard::from_bytes(self.raw(entry).ok_or(Error::Missing)?)?)
    }

    /// The first fields of an entry, decoded without the rest, and the bytes behind them.
    pub fn prefix<T: Deserialize<'a>>(&self, entry: usize) -> Result<(T, &'a [u8]), Error> {
        Ok(postcard::take_from_bytes(self.raw(entry).ok_or(Error::Missing)?)?)
    }

    /// In a table whose first entries are those that `is_before` is true of: how many these are.
    pub fn partition_point(&self, is_before: impl Fn(usize) -> Result<bool, Error>) -> Result<usize, Error> {
        let (mut low, mut high) = (0, self.len);
        while low < high {
            let mid = usize::midpoint(low, high);
            if is_before(mid)? {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        Ok(low)
    }

    /// In a sorted table whose entries begin with a key: the number of the first that is not below `key`.
    pub fn lower_bound(&self, key: &str) -> Result<usize, Error> {
        self.partition_point(|entry| Ok(self.prefix::<&[u8]>(entry)?.0 < key.as_bytes()))
    }

    /// In a sorted table whose entries begin with a key: the number of the one with exactly this key.
    pub fn find(&self, key: &str) -> Result<Option<usize>, Error> {
        let at = self.lower_bound(key)?;
        Ok((at < self.len && self.prefix::<&[u8]>(at)?.0 == key.as_bytes()).then_some(at))
    }
}

fn word(bytes: &[u8], index: usize) -> Option<usize> {
    let bytes = bytes.get(4 * index..4 * index + 4)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
}

/// The start of each section, found from the head of the compiled form.
pub fn section(bytes: &[u8], section: Section) -> Option<Table<'_>> {
    let start = word(bytes, section as usize)?;
    Table::new(bytes.get(start..)?)
}

/// Puts records, sources and figures into the order of their tables.
fn sort(dataset: &mut Dataset) {
    let Dataset { records, figures, metrics, sources, terms, .. } = dataset;
    let category = |id: &str| terms.iter().position(|term| term.set == "category" && term.id == *id);
    records.sort_by_cached_key(|r| (r.kind, category(&r.category), r.id.to_string()));
    sources.sort_by(|a, b| a.id.cmp(&b.id));
    let subjects: HashMap<&str, usize> = (0..).zip(records).map(|(n, record)| (&*record.id, n)).collect();
    let registry: HashMap<&str, usize> = (0..).zip(metrics).map(|(n, metric)| (&*metric.id, n)).collect();
    figures.sort_by(|a, b| {
        let [a, b] = [a, b].map(|f| {
            let of = (subjects.get(&*f.subject), registry.get(&*f.metric));
            let series = (of, &f.scope, &f.part, &f.to, f.status, &f.unit, f.is_retired());
            (series, f.span().map(Span::recency), &f.id)
        });
        a.cmp(&b)
    });
}

/// The figures of each record, as a range of all figures.
pub fn figure_ranges(dataset: &Dataset) -> impl Iterator<Item = Range<usize>> {
    let mut first = 0;
    dataset.records.iter().map(move |record| {
        let own = dataset.figures[first..].iter().take_while(|figure| figure.subject == record.id);
        let range = first..first + own.count();
        first = range.end;
        range
    })
}

/// The series of each record.
fn series(dataset: &Dataset) -> Vec<Vec<Series>> {
    let metrics: HashMap<&str, &Metric> = dataset.metrics.iter().map(|m| (&*m.id, &m.item)).collect();
    let figures: Vec<&Figure> = dataset.figures.iter().map(|figure| &figure.item).collect();
    let repeats = |metric: &str| metrics.get(metric).is_some_and(|metric| metric.repeats);
    let theme = |metric: &str| {
        let theme = metrics.get(metric).map(|metric| &metric.theme);
        dataset.terms.iter().position(|term| term.set == "theme" && Some(&term.id) == theme)
    };
    let of_record = |range: Range<usize>| {
        let own = &figures[range.clone()];
        let series = series::ranges(own, repeats).into_iter().map(|within| {
            let first = range.start + within.start;
            let oldest = figures[first];
            let newest = series::newest(&own[within.clone()]);
            Series {
                first: number(first),
                len: number(within.len()),
                since: oldest.span().filter(|_| within.len() > 1).map(|span| span.start.year),
                newest: newest.into_iter().map(|n| number(first + n)).collect(),
                theme: number(theme(&oldest.metric).unwrap_or_default()),
                repeats: repeats(&oldest.metric),
            }
        });
        series.collect()
    };
    figure_ranges(dataset).map(of_record).collect()
}

/// Where the figures, disputes, gaps and sources of each record are.
fn record_indexes(dataset: &Dataset, series: &[Vec<Series>]) -> Vec<RecordIndex> {
    let of_record = |((record, range), series): ((&Located<Record>, Range<usize>), &Vec<Series>)| {
        let own = &dataset.figures[range.clone()];
        let is_own = |id: &Text| own.iter().any(|figure| figure.id == *id);
        let disputes = (0..).zip(&dataset.disputes).filter(|(_, dispute)| dispute.figures.iter().any(is_own));
        let gaps = (0..).zip(&dataset.gaps).filter(|(_, gap)| gap.records.contains(&record.id));
        let newest = series.iter().flat_map(|series| &series.newest);
        let newest = newest.map(|n| &dataset.figures[*n as usize].source);
        let mut references: Vec<u32> = Vec::new();
        let proving =
            |id: &Text| dataset.figures.iter().find(|figure| figure.id == *id).map(|figure| &figure.source);
        let proof = record.evidence.iter().filter_map(proving);
        for id in newest.chain(own.iter().map(|figure| &figure.source)).chain(proof).chain(&record.sources) {
            let source = dataset.sources.binary_search_by_key(&id, |source| &source.id).ok().map(number);
            references.extend(source.filter(|source| !references.contains(source)));
        }
        RecordIndex {
            first: number(range.start),
            figures: number(range.len()),
            disputes: disputes.map(|(n, _)| n).collect(),
            gaps: gaps.map(|(n, _)| n).collect(),
            references,
        }
    };
    dataset.records.iter().zip(figure_ranges(dataset)).zip(series).map(of_record).collect()
}

/// Compiles a data set that has no faults.
pub fn compile(mut dataset: Dataset) -> Result<Compiled, Error> {
    let (changes, news) = dataset.changes.take().unwrap_or_else(|| super::changes::changes(&dataset));
    sort(&mut dataset);
    let Dataset { about, records, figures, metrics, terms, disputes, gaps, synonyms, sources, .. } = &dataset;
    let repeating: Vec<&Text> = metrics.iter().filter(|m| m.repeats).map(|m| &m.id).collect();
    let series = series(&dataset);
    let record_indexes = record_indexes(&dataset, &series);
    let mut figures_by_id: Vec<u32> = (0..number(figures.len())).collect();
    figures_by_id.sort_by_key(|n| &figures[*n as usize].id);
    let mut json = String::new();
    let index = index::index(&dataset);
    let term_ids: Vec<String> = terms.iter().map(|term| format!("{}/{}", term.set, term.id)).collect();
    let renamed = (0..).zip(&changes).filter(|(_, change)| change.change != ChangeKind::Superseded);
    let renamed = renamed.filter_map(|(n, change)| Some((n, change.old_id.as_deref()?)));
    let own_keys: Vec<_> = dataset.own_keys.iter().map(|(key, origin)| (key.as_bytes(), origin)).collect();
    let tables = [
        table(items(about.as_slice()))?,
        table([ages(&dataset)])?,
        keys((0..).zip(records.iter().map(|record| &*record.id)))?,
        keys((0..).zip(metrics.iter().map(|metric| &*metric.id)))?,
        keys((0..).zip(term_ids.iter().map(String::as_str)))?,
        table(&record_indexes)?,
        table(&series)?,
        stored_table(figures, &mut json)?,
        table(&figures_by_id)?,
        stored_table(sources, &mut json)?,
        stored_table(disputes, &mut json)?,
        stored_table(gaps, &mut json)?,
        table([repeating])?,
        table(items(records))?,
        table(items(metrics))?,
        table(items(terms))?,
        table(items(synonyms))?,
        table(&index.measured)?,
        table(&index.search_keys)?,
        table(&index.lexicon)?,
        table([index.letter_masks])?,
        table(&index.ranks)?,
        table(news.as_slice())?,
        keys(renamed)?,
        table(&changes)?,
        table(&own_keys)?,
    ];
    let mut head = Vec::new();
    let mut body = Vec::new();
    for table in tables {
        head.extend(number(SECTIONS * 4 + body.len()).to_le_bytes());
        body.extend(table);
    }
    head.extend(body);
    Ok(Compiled { tables: head, json })
}

fn ages(dataset: &Dataset) -> Ages {
    let mut ages = Ages::default();
    let today = dataset.about.as_ref().and_then(|about| Span::parse_date(&about.date()));
    if let Some(today) = today {
        for figure in &dataset.figures {
            ages.count(figure, today.end);
        }
    }
    ages
}

fn keys<'a>(ids: impl Iterator<Item = (u32, &'a str)>) -> postcard::Result<Vec<u8>> {
    let mut keys: Vec<Key> = ids.map(|(entry, key)| Key { key: key.as_bytes(), entry }).collect();
    keys.sort();
    table(&keys)
}

/// Appends the JSON of each value to `json`; the table has where each is, and no entries of its own.
fn stored_table<T: Serialize>(values: &[Located<T>], json: &mut String) -> Result<Vec<u8>, Error> {
    let mut bytes = number(values.len()).to_le_bytes().to_vec();
    bytes.extend(number(json.len()).to_le_bytes());
    for value in items(values) {
        json.push_str(&serde_json::to_string(value)?);
        bytes.extend(number(json.len()).to_le_bytes());
    }
    Ok(bytes)
}

fn table<T: Serialize>(entries: impl IntoIterator<Item = T>) -> postcard::Result<Vec<u8>> {
    let mut offsets = vec![0];
    let mut body = Vec::new();
    for entry in entries {
        body.extend(postcard::to_stdvec(&entry)?);
        offsets.push(body.len());
    }
    let head = std::iter::once(offsets.len() - 1).chain(offsets);
    let mut bytes: Vec<u8> = head.flat_map(|word| number(word).to_le_bytes()).collect();
    bytes.extend(body);
    Ok(bytes)
}

fn items<T>(located: &[Located<T>]) -> impl Iterator<Item = &T> {
    located.iter().map(|located| &located.item)
}
