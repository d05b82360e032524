//! From what a person typed to a record or a metric: ids, names in both languages, aliases and pinyin,
//! folded; and for people the one whose name begins so, sounds so, or is an edit or two away, with a note.
//!
//! Every argument that takes an id comes by here. It never guesses: where two are close, it names them.

use super::lexicon::{Lexicon, max_edits};
use crate::{
    error::{Entity, Error},
    limit,
    model::{Figure, Kind, Record, as_id, fold, split_words},
    store::index::{Field, Role, SearchKey, Target},
    store::{Atlas, Section},
};

/// What counts as the name of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matching {
    /// A name as it is written: for programs, which must never get another record's data.
    Exact,
    /// Also the beginning of a name and a near miss: for people, who are told.
    Fuzzy,
}

/// A near miss that was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FuzzyMatch {
    /// What was typed.
    pub typed: String,
    /// The id of what was answered.
    pub id: String,
}

/// What was meant: a number in its table, and whether it was a near miss.
#[derive(Clone, Debug)]
pub struct Resolution {
    /// The number of the record or metric.
    pub number: usize,
    /// The note to print where the match was fuzzy.
    pub note: Option<FuzzyMatch>,
}

/// What several arguments mean.
#[derive(Debug, Default)]
pub struct Resolved<'a> {
    /// The records, each once, with their numbers.
    pub records: Vec<(usize, Record<'a>)>,
    /// The notes to print of fuzzy matches.
    pub notes: Vec<FuzzyMatch>,
    /// What means no record, or more than one.
    pub missing: Vec<Error>,
}

/// The records that several arguments mean; what one of them does not mean hides no other.
///
/// # Errors
/// [`Error::Data`] where the data cannot be read.
pub fn records<'a>(
    atlas: &Atlas<'a>,
    typed: &[String],
    kind: Option<Kind>,
    matching: Matching,
) -> Result<Resolved<'a>, Error> {
    let mut resolved = Resolved::default();
    resolved.records.reserve_exact(typed.len().min(atlas.count(Section::Records)?));
    for typed in typed {
        match one_of_many(atlas, typed, kind, matching, resolved.missing.len()) {
            Ok(meant) => {
                resolved.notes.extend(meant.note);
                if !resolved.records.iter().any(|(number, _)| *number == meant.number) {
                    resolved.records.push((meant.number, atlas.record(meant.number)?));
                }
            }
            Err(error @ Error::Data(_)) => return Err(error),
            Err(error) => resolved.missing.push(error),
        }
    }
    Ok(resolved)
}

/// The record that `typed` means; of `kind`, where one is asked for.
///
/// # Errors
/// [`Error::OtherKind`] where it is a record of another kind, [`Error::NotFound`] where it is none or
/// more than one.
pub fn record(
    atlas: &Atlas,
    typed: &str,
    kind: Option<Kind>,
    matching: Matching,
) -> Result<Resolution, Error> {
    one_of_many(atlas, typed, kind, matching, 0)
}

/// The record that one of many arguments means. Near misses are looked for as long as they would be told.
///
/// # Errors
/// As [`record`].
pub fn one_of_many(
    atlas: &Atlas,
    typed: &str,
    kind: Option<Kind>,
    matching: Matching,
    missing: usize,
) -> Result<Resolution, Error> {
    let of_kind = |number: usize| kind.is_none_or(|kind| atlas.kind_of(number).is_ok_and(|of| of == kind));
    // An id goes before every name that reads like it, also one of an earlier release.
    let id = as_id(typed);
    if let Some(number) = atlas.record_number(&id)?
        && of_kind(number)
    {
        return Ok(Resolution { number, note: None });
    }
    if let Some(now) = atlas.renamed(&id)?
        && let Some(number) = atlas.record_number(&now)?
        && of_kind(number)
    {
        let note = FuzzyMatch { typed: typed.to_owned(), id: now.to_string() };
        return Ok(Resolution { number, note: Some(note) });
    }
    let is_figure =
        || Ok::<_, Error>(atlas.figure_number(typed)?.is_some() || renamed(atlas, typed)?.is_some());
    if typed.contains('.') && is_figure()? {
        return Err(Error::IsFigure(typed.to_owned()));
    }
    let named = |key: &SearchKey| match key.target {
        Target::Record(number) if key.field.is_name() || key.field == Field::Initials => {
            Some(number as usize)
        }
        _ => None,
    };
    let found = Candidates::find(atlas, typed, missing < limit::ERRORS, named, of_kind)?;
    if let (Some(asked), [], [other]) = (kind, &found.wanted[..], &found.others[..]) {
        let record = atlas.record(*other)?;
        return Err(Error::OtherKind { asked, is: record.kind, id: record.id.to_string() });
    }
    found.resolved(Entity::Record(kind), typed, matching, |number| Ok(atlas.record(number)?.id.to_string()))
}

/// The figure that had this id in an earlier release, with the note that says so.
///
/// # Errors
/// Where the data cannot be read.
pub fn renamed<'a>(atlas: &Atlas<'a>, typed: &str) -> Result<Option<(Figure<'a>, FuzzyMatch)>, Error> {
    let Some(now) = atlas.renamed(typed)? else { return Ok(None) };
    let note = FuzzyMatch { typed: typed.to_owned(), id: now.to_string() };
    Ok(atlas.figure(&now)?.map(|figure| (figure, note)))
}

/// The record of a kind that an everyday word means first; none where the word is the name of one of them.
///
/// # Errors
/// Where the data cannot be read.
pub fn everyday(atlas: &Atlas, typed: &str, kind: Kind) -> Result<Option<usize>, Error> {
    let mut words = Vec::new();
    for key in Lexicon::new(atlas)?.exact(&fold(typed))? {
        match (key.target, key.field) {
            (Target::Record(number), _) if atlas.kind_of(number as usize)? != kind => {}
            (Target::Record(number), Field::Word(place)) => words.push((place, number as usize)),
            (Target::Record(_), field) if field.is_name() => return Ok(None),
            _ => {}
        }
    }
    Ok(words.into_iter().min().map(|(_, number)| number))
}

/// The metric that `typed` means: by its id, its label, or an everyday word for it.
///
/// # Errors
/// [`Error::NotFound`] where it is none or more than one.
pub fn metric(atlas: &Atlas, typed: &str, matching: Matching) -> Result<Resolution, Error> {
    let written = fold(typed);
    let labelled = |key: &SearchKey| match (key.target, key.field) {
        (Target::Metric(number), Field::Id | Field::Label | Field::Pinyin) => Some(number as usize),
        (Target::Metric(number), Field::Word(_)) if key.key == written.as_bytes() => Some(number as usize),
        _ => None,
    };
    let found = Candidates::find(atlas, typed, true, labelled, |_| true)?;
    let id = |number: usize| Ok(atlas.metric_at(number)?.id.to_string());
    match found.resolved(Entity::Metric, typed, matching, id) {
        Err(Error::NotFound { what, typed, candidates }) if candidates.is_empty() => {
            let candidates = holding(atlas, &typed)?;
            Err(Error::NotFound { what, typed, candidates })
        }
        other => other,
    }
}

/// The metrics whose id or label holds all the words that were typed: first those whose id does, and of
/// these those with the fewest other words.
fn holding(atlas: &Atlas, typed: &str) -> Result<Vec<String>, Error> {
    let typed = split_words(typed);
    let mut holding = Vec::new();
    for metric in atlas.metrics()? {
        let own = [split_words(&metric.id), split_words(&metric.label), split_words(&metric.label_zh)];
        let holds = |own: &Vec<String>, word: &String| {
            own.iter().any(|own| own == word || (!word.is_ascii() && own.contains(word.as_str())))
        };
        let first = own.iter().position(|own| typed.iter().all(|word| holds(own, word)));
        if let Some(first) = first.filter(|_| !typed.is_empty()) {
            holding.push((first, own[0].len(), metric.id.to_string()));
        }
    }
    holding.sort();
    Ok(holding.into_iter().map(|(.., id)| id).collect())
}

/// What may have been meant, best first, of the first way that finds something.
#[derive(Debug, Default)]
struct Candidates {
    /// Of the kind that is asked for.
    wanted: Vec<usize>,
    /// Of another kind.
    others: Vec<usize>,
    /// Whether the name was written so; else it begins or sounds so, or is near.
    is_exact: bool,
    /// Whether the text names a place or body that the data does not cover.
    is_outside: bool,
}

impl Candidates {
    /// Looks for names as they are written, and `nearly` for what is near to one.
    fn find(
        atlas: &Atlas,
        typed: &str,
        nearly: bool,
        named: impl Fn(&SearchKey) -> Option<usize>,
        of_kind: impl Fn(usize) -> bool,
    ) -> Result<Self, Error> {
        let lexicon = Lexicon::new(atlas)?;
        let key = fold(typed);
        let mut near = lexicon.exact(&key)?;
        let written = |key: &SearchKey| key.field != Field::Initials;
        let named_so = near.iter().filter(|key| written(key) && named(key).is_some());
        let best = named_so.map(|key| key.field).min();
        // An everyday word means nothing where the same text is the label of a metric.
        let level = |field: Field| field.is_name() || field == Field::Label || best == Some(field);
        let exact = near.iter().filter(|key| written(key) && level(key.field)).filter_map(&named);
        let exact = Self::parted(exact, &of_kind);
        if !nearly || !exact.is_empty() {
            return Ok(Self { is_exact: true, ..exact });
        }
        let is_outside = near.iter().any(|key| key.target == Target::Role(Role::Outside));
        if key.len() >= 2 {
            near.extend(lexicon.beginning(&key, usize::MAX)?.into_iter().filter(written));
            near.extend(lexicon.sounding(&key)?);
        }
        near.sort_by_key(|key| (key.field, key.key.len()));
        let mut found = Self::parted(near.iter().filter_map(&named), &of_kind);
        if found.is_empty() {
            let near = lexicon.near(&key, max_edits(key.chars().count()), |key| named(key).is_some())?;
            found = Self::parted(near.iter().filter_map(|(_, key)| named(key)), of_kind);
        }
        Ok(Self { is_outside, ..found })
    }

    fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.others.is_empty()
    }

    fn parted(numbers: impl Iterator<Item = usize>, of_kind: impl Fn(usize) -> bool) -> Self {
        let mut candidates = Self::default();
        for number in numbers {
            let list = if of_kind(number) { &mut candidates.wanted } else { &mut candidates.others };
            if !list.contains(&number) {
                list.push(number);
            }
        }
        candidates
    }

    /// The one that was meant, where it is clear; else the error that names those that may have been.
    fn resolved(
        &self,
        what: Entity,
        typed: &str,
        matching: Matching,
        id: impl Fn(usize) -> Result<String, Error>,
    ) -> Result<Resolution, Error> {
        let typed = typed.to_owned();
        match &self.wanted[..] {
            [number] if self.is_exact => Ok(Resolution { number: *number, note: None }),
            [number] if matching == Matching::Fuzzy && !self.is_outside => {
                Ok(Resolution { number: *number, note: Some(FuzzyMatch { typed, id: id(*number)? }) })
            }
            wanted => {
                let candidates = wanted.iter().take(limit::CANDIDATES).map(|number| id(*number));
                Err(Error::NotFound { what, typed, candidates: candidates.collect::<Result<_, _>>()? })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn asked(typed: &str, kind: Option<Kind>, matching: Matching) -> String {
        let atlas = fixture::atlas();
        match record(&atlas, typed, kind, matching) {
            Ok(meant) => {
                let id = atlas.record(meant.number).unwrap().id;
                if meant.note.is_some() { format!("near {id}") } else { id.to_string() }
            }
            Err(Error::NotFound { candidates, .. }) => format!("none of {}", candidates.join(" ")),
            Err(Error::OtherKind { is, id, .. }) => format!("{} {id}", is.name()),
            Err(error) => format!("{error:?}"),
        }
    }

    #[test]
    fn what_is_typed_means_one_record_and_near_misses_only_to_people() {
        for (typed, want) in [
            ("bailuwan", "bailuwan"),
            ("Bailuwan Port", "bailuwan"),
            ("白鹭湾港", "bailuwan"),
            ("bai lu wan gang", "bailuwan"),
            ("bailuwan_port", "bailuwan"),
            ("bailuawn", "near bailuwan"),
            ("liuyun", "near liuyuan"),
            ("blwg", "near bailuwan"),
            ("白鹭弯港", "near bailuwan"),
            ("cangyin", "near cangyun"),
            ("vehiclse", "near vehicles"),
            ("ring bridg", "near ring-bridge"),
            ("rng bridge", "near ring-bridge"),
            ("terminal wesx", "near bailuwan"),
            ("wi", "near liuyuan"),
            // Nothing is guessed where two are near or none is.
            ("terminal eest", "none of cangyun bailuwan"),
        ] {
            assert_eq!(asked(typed, None, Matching::Fuzzy), want, "{typed}");
            assert_eq!(asked(typed, None, Matching::Exact), want.replace("near", "none of"), "{typed}");
        }
        for typed in ["bogus", "zzzz", "é", "toyota", "", "abc", "the harbour"] {
            assert_eq!(asked(typed, None, Matching::Fuzzy), "none of ", "{typed}");
        }
    }

    #[test]
    fn another_kind_is_named() {
        assert_eq!(asked("liuyuan", Some(Kind::Port), Matching::Exact), "park liuyuan");
        assert_eq!(asked("liuyaun", Some(Kind::Port), Matching::Fuzzy), "park liuyuan");
        assert_eq!(asked("liuyaun", Some(Kind::Park), Matching::Fuzzy), "near liuyuan");
    }

    #[test]
    fn metrics_answer_to_ids_labels_everyday_words_and_near_misses() {
        let atlas = fixture::atlas();
        let id = |typed: &str| {
            let meant = metric(&atlas, typed, Matching::Fuzzy).ok()?;
            Some(atlas.metric_at(meant.number).unwrap().id.to_string())
        };
        for (typed, want) in [
            ("gdp", Some("gdp")),
            ("container_throughput", Some("container-throughput")),
            ("常住人口", Some("population")),
            ("boxes", Some("container-throughput")),
            ("popluation", Some("population")),
            ("bogus", None),
        ] {
            assert_eq!(id(typed).as_deref(), want, "{typed}");
        }
    }
}
