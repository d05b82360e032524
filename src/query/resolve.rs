//! From what a person typed to a record: ids, names in both languages, aliases and pinyin, folded;
//! else the one record whose name begins so.

use crate::{
    atlas::Atlas,
    error::{Error, Thing},
    model::{
        Kind, Metric, Record, fold,
        pack::{Key, Section},
    },
};

/// How many candidates an error names.
const CANDIDATES: usize = 5;

/// The number of the record that `typed` means; of `kind`, where one is asked for.
///
/// # Errors
/// [`Error::OtherKind`] where it is a record of another kind, [`Error::NotFound`] where it is none or
/// more than one.
pub fn record(atlas: &Atlas, typed: &str, kind: Option<Kind>) -> Result<usize, Error> {
    let key = fold(typed);
    let exact = named(atlas, &key, |name| name == key.as_bytes())?;
    if let Some(number) = only_one(atlas, &exact, kind)? {
        return Ok(number);
    }
    let begins = if exact.is_empty() && long_enough(&key) {
        named(atlas, &key, |name| name.starts_with(key.as_bytes()))?
    } else {
        exact
    };
    if let Some(number) = only_one(atlas, &begins, kind)? {
        return Ok(number);
    }
    let mut candidates = Vec::new();
    let mut others = Vec::new();
    for number in begins {
        let record = atlas.record(number)?;
        match kind {
            Some(asked) if asked != record.kind => others.push((asked, record)),
            _ => candidates.push(record.id.to_string()),
        }
    }
    if let ([], [(asked, record)]) = (&candidates[..], &others[..]) {
        return Err(Error::OtherKind { asked: *asked, is: record.kind, id: record.id.to_string() });
    }
    candidates.truncate(CANDIDATES);
    Err(Error::NotFound { what: Thing::Record(kind), typed: typed.to_owned(), candidates })
}

/// The records with a folded name for which `matches` holds, among the names from `key` on.
fn named(atlas: &Atlas, key: &str, matches: impl Fn(&[u8]) -> bool) -> Result<Vec<usize>, Error> {
    let names = atlas.table(Section::Names)?;
    let mut found = Vec::new();
    if key.is_empty() {
        return Ok(found);
    }
    for at in names.lower_bound(key)?..names.len() {
        let name: Key = names.get(at)?;
        if !matches(name.key) {
            break;
        }
        let entry = name.entry as usize;
        if !found.contains(&entry) {
            found.push(entry);
        }
    }
    Ok(found)
}

/// The one record among several, or the one of the kind that is asked for.
fn only_one(atlas: &Atlas, numbers: &[usize], kind: Option<Kind>) -> Result<Option<usize>, Error> {
    let Some(kind) = kind else {
        return Ok(if let [number] = numbers { Some(*number) } else { None });
    };
    let range = atlas.numbers_of(kind)?;
    let mut of_kind = numbers.iter().filter(|number| range.contains(number));
    Ok(match (of_kind.next(), of_kind.next()) {
        (Some(number), None) => Some(*number),
        _ => None,
    })
}

/// One letter begins too many names; one Chinese character says more.
fn long_enough(key: &str) -> bool {
    key.len() >= 2
}

/// The records that several arguments mean, each with what was typed; errors in their place.
#[must_use]
pub fn records<'a>(
    atlas: &Atlas<'a>,
    typed: &[String],
    kind: Option<Kind>,
) -> Vec<Result<(usize, Record<'a>), Error>> {
    typed
        .iter()
        .map(|typed| {
            let number = record(atlas, typed, kind)?;
            Ok((number, atlas.record(number)?))
        })
        .collect()
}

/// The metric that `typed` means: its id or label in either language; else the one whose id or label
/// begins so.
///
/// # Errors
/// [`Error::NotFound`] where it is none or more than one.
pub fn metric<'a>(atlas: &Atlas<'a>, typed: &str) -> Result<Metric<'a>, Error> {
    let key = fold(typed);
    let metrics = atlas.metrics()?;
    let names = |metric: &Metric| [fold(&metric.id), fold(&metric.label), fold(&metric.label_zh)];
    let mut begins: Vec<Metric> = Vec::new();
    for metric in metrics {
        let names = names(&metric);
        if names.contains(&key) {
            return Ok(metric);
        }
        if long_enough(&key) && names.iter().any(|name| name.starts_with(&key)) {
            begins.push(metric);
        }
    }
    match (begins.len(), begins.pop()) {
        (1, Some(metric)) => Ok(metric),
        (_, last) => {
            let mut candidates: Vec<String> =
                begins.iter().chain(&last).map(|metric| metric.id.to_string()).collect();
            candidates.truncate(CANDIDATES);
            Err(Error::NotFound { what: Thing::Metric, typed: typed.to_owned(), candidates })
        }
    }
}
