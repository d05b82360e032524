//! The layout of compiled data: tables of entries, each of which can be decoded alone.
//!
//! A [`Table`] is the number of its entries, the offset of each, and the entries in postcard.
//! [`compile`] lays the tables of a data set one behind the other, in the order of [`Section`], behind
//! a head with the offset of each table. What is answered as it is stored (figures, sources, disputes,
//! gaps) is JSON in a text beside it.
//! All offsets are little-endian `u32`.

use std::{collections::BTreeMap, ops::Range};

use serde::{Deserialize, Serialize};

use super::{
    Error,
    index::{self, IndexInput, LexiconWord, SearchKey},
};
use crate::{
    load::{Dataset, Located},
    model::{Ages, ChangeKind, Figure, Kind, Metric, Record, Source, Span, Term, Text, series},
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
    /// Where the JSON of each figure is ([`Table::range`]), which is the only form in which it is stored.
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
    /// By kind, category and id.
    Records,
    Metrics,
    Terms,
    Synonyms,
    /// For each metric, the numbers of the records that have it.
    Measured,
    /// Sorted [`SearchKey`]s: every text by which something may be asked for.
    SearchKeys,
    /// Sorted [`index::LexiconWord`]s: the tokens of these texts and of the summaries, each followed by
    /// its postings: the numbers of the search keys that hold it, and of the records whose summary does.
    Lexicon,
    /// For each record, its [`index::RecordRank`].
    Ranks,
    /// How much changed since the release before: one [`crate::model::News`], or none.
    News,
    /// Sorted [`Key`]s: ids that are others now, to entries of `Changes`.
    Renamed,
    /// What changed since the first release: [`crate::model::Change`].
    Changes,
}

/// How many sections there are.
pub const SECTIONS: usize = Section::Changes as usize + 1;

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
    /// those of older values, then those of the record alone.
    pub references: Vec<u32>,
}

impl RecordIndex {
    /// The numbers of its figures.
    #[must_use]
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
    #[must_use]
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
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let len = word(bytes, 0)?;
        let offsets = bytes.get(4..4 + 4 * (len + 1))?;
        let entries = bytes.get(4 + offsets.len()..)?;
        Some(Self { len, offsets, entries })
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Where an entry is, in bytes of what the table's entries are kept in: the bytes behind its offsets,
    /// or [`Compiled::json`].
    #[must_use]
    pub fn range(&self, entry: usize) -> Option<Range<usize>> {
        Some(word(self.offsets, entry)?..word(self.offsets, entry + 1)?)
    }

    /// The bytes of one entry.
    #[must_use]
    pub fn raw(&self, entry: usize) -> Option<&'a [u8]> {
        self.entries.get(self.range(entry)?)
    }

    /// One entry, decoded.
    ///
    /// # Errors
    /// Where there is no such entry or its bytes are not of the type.
    pub fn get<T: Deserialize<'a>>(&self, entry: usize) -> Result<T, Error> {
        Ok(postcard::from_bytes(self.raw(entry).ok_or(Error::Missing)?)?)
    }

    /// The first fields of an entry, decoded without the rest, and the bytes behind them.
    ///
    /// # Errors
    /// Where there is no such entry or its first bytes are not of the type.
    pub fn prefix<T: Deserialize<'a>>(&self, entry: usize) -> Result<(T, &'a [u8]), Error> {
        Ok(postcard::take_from_bytes(self.raw(entry).ok_or(Error::Missing)?)?)
    }

    /// In a table whose first entries are those that `is_before` is true of: how many these are.
    ///
    /// # Errors
    /// Where `is_before` fails.
    pub fn partition_point<E>(&self, is_before: impl Fn(usize) -> Result<bool, E>) -> Result<usize, E> {
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
    ///
    /// # Errors
    /// Where an entry is not a key.
    pub fn lower_bound(&self, key: &str) -> Result<usize, Error> {
        self.partition_point(|entry| Ok(self.prefix::<&[u8]>(entry)?.0 < key.as_bytes()))
    }

    /// In a sorted table whose entries begin with a key: the number of the one with exactly this key.
    ///
    /// # Errors
    /// Where an entry is not a key.
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
#[must_use]
pub fn section(bytes: &[u8], section: Section) -> Option<Table<'_>> {
    let start = word(bytes, section as usize)?;
    Table::new(bytes.get(start..)?)
}

/// Compiles a data set that has no faults.
///
/// # Errors
/// Where an entry cannot be encoded; with faultless data none.
pub fn compile(dataset: &Dataset) -> Result<Compiled, Error> {
    let records = records(dataset);
    let figures = figures(dataset, &records);
    let metrics: Vec<_> = items(&dataset.metrics);
    let repeating: Vec<&Text> = metrics.iter().filter(|m| m.repeats).map(|m| &m.id).collect();
    let mut sources: Vec<_> = items(&dataset.sources);
    sources.sort_by_key(|source| &source.id);
    let terms: Vec<_> = items(&dataset.terms);
    let disputes: Vec<_> = items(&dataset.disputes);
    let gaps: Vec<_> = items(&dataset.gaps);
    let about: Vec<_> = dataset.about.iter().map(|about| &about.item).collect();

    let series = series_of_records(dataset, &records, &figures);
    let record_indexes = record_indexes(dataset, &records, &figures, &series, &sources);
    let mut json = String::new();
    let stored_figures = stored_table(&figures, &mut json)?;
    let mut figures_by_id: Vec<u32> = (0..figures.len()).map(size).collect();
    figures_by_id.sort_by_key(|n| &figures[*n as usize].id);
    let stored_sources = stored_table(&sources, &mut json)?;
    let stored_disputes = stored_table(&disputes, &mut json)?;
    let stored_gaps = stored_table(&gaps, &mut json)?;
    let synonyms = items(&dataset.synonyms);
    let index = index::index(&IndexInput {
        records: &records,
        figures: &figures,
        metrics: &metrics,
        terms: &terms,
        disputes: &disputes,
        gaps: &gaps,
        synonyms: &synonyms,
    });
    let search_keys: Vec<SearchKey> = index
        .search_keys
        .iter()
        .map(|(key, target, field, words)| SearchKey {
            key: key.as_bytes(),
            target: *target,
            field: *field,
            words: *words,
        })
        .collect();
    let lexicon: Vec<_> = index
        .lexicon
        .iter()
        .map(|(word, postings)| {
            (LexiconWord { word: word.as_bytes(), letter_mask: index::letter_mask(word) }, postings)
        })
        .collect();
    let term_ids: Vec<String> = terms.iter().map(|term| format!("{}/{}", term.set, term.id)).collect();
    let (changes, news) = dataset.changes.clone().unwrap_or_else(|| super::changes::changes(dataset));
    let renamed = (0..).zip(&changes).filter(|(_, change)| change.change != ChangeKind::Superseded);
    let renamed = renamed.filter_map(|(n, change)| change.old_id.as_deref().map(|id| (n, id)));
    let tables = [
        table(&about)?,
        table(&[ages(dataset)])?,
        ids(records.iter().map(|record| &*record.id))?,
        ids(metrics.iter().map(|metric| &*metric.id))?,
        ids(term_ids.iter().map(String::as_str))?,
        table(&record_indexes)?,
        table(&series)?,
        stored_figures,
        table(&figures_by_id)?,
        stored_sources,
        stored_disputes,
        stored_gaps,
        table(&[repeating])?,
        table(&records)?,
        table(&metrics)?,
        table(&terms)?,
        table(&synonyms)?,
        table(&index.measured)?,
        table(&search_keys)?,
        table(&lexicon)?,
        table(&index.ranks)?,
        table(news.as_slice())?,
        keys(renamed)?,
        table(&changes)?,
    ];
    let mut head = Vec::new();
    let mut body = Vec::new();
    for table in tables {
        head.extend(size(SECTIONS * 4 + body.len()).to_le_bytes());
        body.extend(table);
    }
    head.extend(body);
    Ok(Compiled { tables: head, json })
}

fn items<T>(placed: &[Located<T>]) -> Vec<&T> {
    placed.iter().map(|placed| &placed.item).collect()
}

/// By kind, then by category in the order of the vocabulary, then by id.
fn records<'d, 'a>(dataset: &'d Dataset<'a>) -> Vec<&'d Record<'a>> {
    let category = |id: &str| dataset.terms.iter().position(|t| t.item.set == "category" && t.item.id == id);
    let mut records = items(&dataset.records);
    records.sort_by_cached_key(|r| (r.kind, category(&r.category), r.id.to_string()));
    records
}

/// By subject, then by metric in the order of the registry, then by scope, part, other end, status, unit and date,
/// the retired ones last: the figures of a series stand together.
fn figures<'d, 'a>(dataset: &'d Dataset<'a>, records: &[&Record]) -> Vec<&'d Figure<'a>> {
    let subjects: BTreeMap<&str, usize> = records.iter().enumerate().map(|(n, r)| (&*r.id, n)).collect();
    let metrics: BTreeMap<&str, usize> =
        dataset.metrics.iter().enumerate().map(|(n, m)| (&*m.item.id, n)).collect();
    let mut figures: Vec<&Figure> = dataset.figures.iter().map(|placed| &placed.item).collect();
    figures.sort_by(|a, b| {
        let series = |f: &'d Figure<'a>| {
            let of = (subjects.get(&*f.subject), metrics.get(&*f.metric));
            (of, &f.scope, &f.part, &f.to, f.status, &f.unit, f.is_retired())
        };
        let (span_a, span_b) = (a.span(), b.span());
        series(a)
            .cmp(&series(b))
            .then_with(|| span_a.map(Span::recency).cmp(&span_b.map(Span::recency)))
            .then_with(|| a.id.cmp(&b.id))
    });
    figures
}

fn ages(dataset: &Dataset) -> Ages {
    let mut ages = Ages::default();
    let today = dataset.about.as_ref().and_then(|about| Span::parse_date(&about.item.date()));
    if let Some(today) = today {
        for figure in &dataset.figures {
            ages.count(figure.item.span(), today.end);
        }
    }
    ages
}

/// The figures of each record, as a range of all figures.
fn figure_ranges(records: &[&Record], figures: &[&Figure]) -> Vec<Range<usize>> {
    let mut first = 0;
    let count = |first: usize, record: &Record| {
        figures[first..].iter().take_while(|figure| figure.subject == record.id).count()
    };
    records
        .iter()
        .map(|record| {
            let range = first..first + count(first, record);
            first = range.end;
            range
        })
        .collect()
}

fn series_of_records(dataset: &Dataset, records: &[&Record], figures: &[&Figure]) -> Vec<Vec<Series>> {
    let metrics: BTreeMap<&str, &Metric> = dataset.metrics.iter().map(|m| (&*m.item.id, &m.item)).collect();
    let repeats = |metric: &str| metrics.get(metric).is_some_and(|metric| metric.repeats);
    let theme = |metric: &str| {
        let theme = metrics.get(metric).map(|metric| &metric.theme);
        let is = |term: &Located<Term>| term.item.set == "theme" && Some(&term.item.id) == theme;
        dataset.terms.iter().position(is).unwrap_or_default()
    };
    let of = |range: Range<usize>| {
        let own = &figures[range.clone()];
        let series = series::ranges(own, repeats).into_iter().map(|within| {
            let first = range.start + within.start;
            let newest = series::newest(&own[within.clone()]);
            let metric = &figures[first].metric;
            Series {
                first: size(first),
                len: size(within.len()),
                since: (within.len() > 1)
                    .then(|| figures[first].span().map(|span| span.start.year))
                    .flatten(),
                newest: newest.into_iter().map(|n| size(first + n)).collect(),
                theme: size(theme(metric)),
                repeats: repeats(metric),
            }
        });
        series.collect()
    };
    figure_ranges(records, figures).into_iter().map(of).collect()
}

fn record_indexes(
    dataset: &Dataset,
    records: &[&Record],
    figures: &[&Figure],
    series: &[Vec<Series>],
    sources: &[&Source],
) -> Vec<RecordIndex> {
    let mut indexes = Vec::new();
    for ((record, range), series) in records.iter().zip(figure_ranges(records, figures)).zip(series) {
        let own = &figures[range.clone()];
        let disputes = dataset.disputes.iter().enumerate().filter(|(_, dispute)| {
            dispute.item.figures.iter().any(|id| own.iter().any(|figure| figure.id == *id))
        });
        let gaps = dataset.gaps.iter().enumerate().filter(|(_, gap)| gap.item.records.contains(&record.id));
        let newest = series.iter().flat_map(|series| &series.newest).map(|n| &figures[*n as usize].source);
        let mut references: Vec<u32> = Vec::new();
        for id in newest.chain(own.iter().map(|figure| &figure.source)).chain(&record.sources) {
            let source = sources.binary_search_by_key(&id, |source| &source.id).ok().map(size);
            references.extend(source.filter(|source| !references.contains(source)));
        }
        indexes.push(RecordIndex {
            first: size(range.start),
            figures: size(range.len()),
            disputes: disputes.map(|(n, _)| size(n)).collect(),
            gaps: gaps.map(|(n, _)| size(n)).collect(),
            references,
        });
    }
    indexes
}

fn ids<'a>(ids: impl Iterator<Item = &'a str>) -> postcard::Result<Vec<u8>> {
    keys(ids.enumerate())
}

fn keys<'a>(ids: impl Iterator<Item = (usize, &'a str)>) -> postcard::Result<Vec<u8>> {
    let mut keys: Vec<Key> = ids.map(|(n, key)| Key { key: key.as_bytes(), entry: size(n) }).collect();
    keys.sort();
    table(&keys)
}

/// Appends the JSON of each value to `json`; the table has where each is, and no entries of its own.
fn stored_table<T: Serialize>(values: &[T], json: &mut String) -> Result<Vec<u8>, Error> {
    let mut bytes = size(values.len()).to_le_bytes().to_vec();
    bytes.extend(size(json.len()).to_le_bytes());
    for value in values {
        json.push_str(&serde_json::to_string(value)?);
        bytes.extend(size(json.len()).to_le_bytes());
    }
    Ok(bytes)
}

fn table<T: Serialize>(entries: &[T]) -> postcard::Result<Vec<u8>> {
    let mut offsets = Vec::new();
    let mut body = Vec::new();
    for entry in entries {
        offsets.extend(size(body.len()).to_le_bytes());
        body.extend(postcard::to_stdvec(entry)?);
    }
    offsets.extend(size(body.len()).to_le_bytes());
    let mut bytes = size(entries.len()).to_le_bytes().to_vec();
    bytes.extend(offsets);
    bytes.extend(body);
    Ok(bytes)
}

/// Sizes fit 32 bits: a data set of four gigabytes is not one that a person keeps by hand.
fn size(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

/// The records of each kind stand together; the first of a kind is found by its kind alone.
///
/// # Errors
/// Where a record cannot be decoded.
pub fn first_of_kind(records: Table, kind: Kind) -> Result<usize, Error> {
    records.partition_point(|record| Ok(records.prefix::<Kind>(record)?.0 < kind))
}
