//! From what a person typed to a record or a metric: ids, names in both languages, aliases, pinyin and
//! its initials, folded; else the one whose name begins so; else the one that is an edit or two away.
//!
//! Every argument that takes an id comes by here. It never guesses: where two are close, it names them.

use crate::{
    error::{Entity, Error},
    limit,
    model::{Kind, Record, fold, split_words},
    query::search::max_edits,
    store::Atlas,
    store::{
        format::Section,
        index::{Field, SearchKey, Target, letter_mask},
    },
};

/// How many candidates an error names.
const CANDIDATES: usize = 5;

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

/// The record that `typed` means; of `kind`, where one is asked for.
///
/// # Errors
/// [`Error::OtherKind`] where it is a record of another kind, [`Error::NotFound`] where it is none or
/// more than one.
pub fn record(atlas: &Atlas, typed: &str, kind: Option<Kind>) -> Result<Resolution, Error> {
    let of_kind = |number: usize| -> Result<bool, Error> {
        Ok(match kind {
            Some(kind) => atlas.kind_of(number)? == kind,
            None => true,
        })
    };
    // An id goes before every name that reads like it.
    let typed_id = typed.trim().to_lowercase().replace(['_', ' '], "-");
    if let Some(number) = atlas.record_number(&typed_id)?
        && of_kind(number)?
    {
        return Ok(Resolution { number, note: None });
    }
    let found = Candidates::find(atlas, typed, named_record, of_kind)?;
    let id = |number: usize| -> Result<String, Error> { Ok(atlas.record(number)?.id.to_string()) };
    if let Some(meant) = found.meant(typed, id)? {
        return Ok(meant);
    }
    if let (Some(asked), [], [other]) = (kind, &found.wanted[..], &found.others[..]) {
        let record = atlas.record(*other)?;
        return Err(Error::OtherKind { asked, is: record.kind, id: record.id.to_string() });
    }
    Err(found.not_found(Entity::Record(kind), typed, id)?)
}

/// The record of a kind that an everyday word means: the one that the word means first.
///
/// # Errors
/// Where the data cannot be read.
pub fn everyday(atlas: &Atlas, typed: &str, kind: Kind) -> Result<Option<usize>, Error> {
    let means = |search_key: &SearchKey| match (search_key.target, search_key.field) {
        (Target::Record(number), Field::Word(place)) => Some((place, number as usize)),
        _ => None,
    };
    let mut meanings = exactly(atlas, &fold(typed), &means)?;
    meanings.sort_unstable();
    for (_, number) in meanings {
        if atlas.kind_of(number)? == kind {
            return Ok(Some(number));
        }
    }
    Ok(None)
}

/// The metric that `typed` means.
///
/// # Errors
/// [`Error::NotFound`] where it is none or more than one.
pub fn metric(atlas: &Atlas, typed: &str) -> Result<Resolution, Error> {
    let id = |number: usize| -> Result<String, Error> { Ok(atlas.metric_at(number)?.id.to_string()) };
    let labelled = |search_key: &SearchKey| match (search_key.target, search_key.field) {
        (Target::Metric(number), Field::Id | Field::Label | Field::Pinyin) => Some(number as usize),
        _ => None,
    };
    let called = |search_key: &SearchKey| match (search_key.target, search_key.field) {
        (Target::Metric(number), Field::Word(0)) => Some(number as usize),
        _ => None,
    };
    let found = Candidates::find(atlas, typed, labelled, |_| Ok(true))?;
    if let Some(meant) = found.meant(typed, id)? {
        if meant.note.is_none() {
            return Ok(meant);
        }
        // An everyday word that is typed rightly goes before a label that is not.
        let everyday = exactly(atlas, &fold(typed), &called)?;
        return Ok(match everyday[..] {
            [number] => Resolution { number, note: None },
            _ => meant,
        });
    }
    match exactly(atlas, &fold(typed), &called)?[..] {
        [number] => Ok(Resolution { number, note: None }),
        _ => Err(match found.not_found(Entity::Metric, typed, id)? {
            Error::NotFound { what, typed, candidates } if candidates.is_empty() => {
                let candidates = holding(atlas, &typed)?;
                Error::NotFound { what, typed, candidates }
            }
            error => error,
        }),
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
pub fn records<'a>(atlas: &Atlas<'a>, typed: &[String], kind: Option<Kind>) -> Result<Resolved<'a>, Error> {
    let mut resolved = Resolved::default();
    for typed in typed {
        match one_of_many(atlas, typed, kind, resolved.missing.len()) {
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

/// The record that one of many arguments means. Near misses are looked for as long as they would be told.
///
/// # Errors
/// As [`record`].
pub fn one_of_many(
    atlas: &Atlas,
    typed: &str,
    kind: Option<Kind>,
    missing: usize,
) -> Result<Resolution, Error> {
    if missing < limit::ERRORS {
        return record(atlas, typed, kind);
    }
    match exactly(atlas, &fold(typed), &named_record)?[..] {
        [number] if kind.is_none_or(|kind| atlas.kind_of(number).is_ok_and(|of| of == kind)) => {
            Ok(Resolution { number, note: None })
        }
        _ => Err(Error::NotFound {
            what: Entity::Record(kind),
            typed: typed.to_owned(),
            candidates: Vec::new(),
        }),
    }
}

/// The record that a search key names.
fn named_record(search_key: &SearchKey) -> Option<usize> {
    match search_key.target {
        Target::Record(number) => is_name(search_key.field).then_some(number as usize),
        _ => None,
    }
}

/// Whether a text names a record, and does not only lead to it.
fn is_name(field: Field) -> bool {
    matches!(field, Field::Id | Field::Name | Field::NameZh | Field::Alias | Field::Pinyin | Field::Initials)
}

/// What may have been meant, best first, of the first way that finds something.
#[derive(Debug, Default)]
struct Candidates {
    /// Of the kind that is asked for.
    wanted: Vec<usize>,
    /// Of another kind.
    others: Vec<usize>,
    /// Whether they are near misses, and if so, whether the first is clearly the nearest.
    near: Option<bool>,
}

impl Candidates {
    fn find(
        atlas: &Atlas,
        typed: &str,
        named: impl Fn(&SearchKey) -> Option<usize>,
        of_kind: impl Fn(usize) -> Result<bool, Error>,
    ) -> Result<Self, Error> {
        let key = fold(typed);
        let mut found = exactly(atlas, &key, &named)?;
        if found.is_empty() && long_enough(&key) {
            found = beginning(atlas, &key, &named)?;
        }
        if !found.is_empty() {
            return Self::parted(found, of_kind, None);
        }
        let mut near = nearly(atlas, &key, &named)?;
        // Candidates of the kind that is asked for go first, however near the others are.
        let mut wanted = Vec::new();
        for (edits, number) in &near {
            if of_kind(*number)? {
                wanted.push((*edits, *number));
            }
        }
        if wanted.iter().any(|(edits, _)| *edits <= max_edits(key.chars().count())) {
            near = wanted;
        }
        let most = max_edits(key.chars().count());
        let clear = match near[..] {
            [(first, _), (second, _), ..] => second > first + 1,
            _ => true,
        };
        let found = near.into_iter().filter(|(edits, _)| *edits <= most).map(|(_, number)| number).collect();
        Self::parted(found, of_kind, Some(clear))
    }

    fn parted(
        found: Vec<usize>,
        of_kind: impl Fn(usize) -> Result<bool, Error>,
        near: Option<bool>,
    ) -> Result<Self, Error> {
        let mut candidates = Self { near, ..Self::default() };
        for number in found {
            let of_kind = of_kind(number)?;
            if of_kind { &mut candidates.wanted } else { &mut candidates.others }.push(number);
        }
        Ok(candidates)
    }

    /// The one that was meant, where it is clear.
    fn meant(
        &self,
        typed: &str,
        id: impl Fn(usize) -> Result<String, Error>,
    ) -> Result<Option<Resolution>, Error> {
        Ok(match (&self.wanted[..], self.near) {
            ([number], None) => Some(Resolution { number: *number, note: None }),
            ([number, ..], Some(true)) => {
                let near = FuzzyMatch { typed: typed.to_owned(), id: id(*number)? };
                Some(Resolution { number: *number, note: Some(near) })
            }
            _ => None,
        })
    }

    fn not_found(
        &self,
        what: Entity,
        typed: &str,
        id: impl Fn(usize) -> Result<String, Error>,
    ) -> Result<Error, Error> {
        let candidates = self.wanted.iter().take(CANDIDATES).map(|number| id(*number));
        let candidates = candidates.collect::<Result<_, _>>()?;
        Ok(Error::NotFound { what, typed: typed.to_owned(), candidates })
    }
}

/// Those that have exactly this text.
fn exactly<T: PartialEq>(
    atlas: &Atlas,
    key: &str,
    named: &impl Fn(&SearchKey) -> Option<T>,
) -> Result<Vec<T>, Error> {
    from(atlas, key, |search_key| search_key.key == key.as_bytes(), named)
}

/// Those that have a text that begins so. Initials are typed whole or not at all.
fn beginning(
    atlas: &Atlas,
    key: &str,
    named: &impl Fn(&SearchKey) -> Option<usize>,
) -> Result<Vec<usize>, Error> {
    let written = |search_key: &SearchKey| {
        if search_key.field == Field::Initials { None } else { named(search_key) }
    };
    from(atlas, key, |search_key| search_key.key.starts_with(key.as_bytes()), &written)
}

/// Those that have a text for which `matches` holds, among the texts from `key` on.
fn from<T: PartialEq>(
    atlas: &Atlas,
    key: &str,
    matches: impl Fn(&SearchKey) -> bool,
    named: &impl Fn(&SearchKey) -> Option<T>,
) -> Result<Vec<T>, Error> {
    let search_keys = atlas.table(Section::SearchKeys)?;
    let mut found = Vec::new();
    if key.is_empty() {
        return Ok(found);
    }
    for at in search_keys.lower_bound(key)?..search_keys.len() {
        let search_key: SearchKey = search_keys.get(at)?;
        if !matches(&search_key) {
            break;
        }
        found.extend(named(&search_key).filter(|number| !found.contains(number)));
    }
    Ok(found)
}

/// Those that have a text a few edits away, one edit more than is forgiven among them, nearest first.
fn nearly(
    atlas: &Atlas,
    key: &str,
    named: &impl Fn(&SearchKey) -> Option<usize>,
) -> Result<Vec<(usize, usize)>, Error> {
    let long = key.chars().count();
    let most = max_edits(long) + 1;
    let mut found: Vec<(usize, usize)> = Vec::new();
    if max_edits(long) == 0 {
        return Ok(found);
    }
    let bits = letter_mask(key);
    let search_keys = atlas.table(Section::SearchKeys)?;
    for at in 0..search_keys.len() {
        let search_key: SearchKey = search_keys.get(at)?;
        let Some(number) = named(&search_key).filter(|_| search_key.field != Field::Initials) else {
            continue;
        };
        let Ok(text) = std::str::from_utf8(search_key.key) else { continue };
        let apart = (letter_mask(text) ^ bits).count_ones() as usize > 2 * most;
        if text.chars().count().abs_diff(long) > most || text.is_ascii() && apart {
            continue;
        }
        let edits = strsim::osa_distance(key, text);
        if edits <= most {
            match found.iter_mut().find(|(_, other)| *other == number) {
                Some(nearer) => nearer.0 = nearer.0.min(edits),
                None => found.push((edits, number)),
            }
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// One letter begins too many names; one Chinese character says more.
fn long_enough(key: &str) -> bool {
    key.len() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn asked(typed: &str, kind: Option<Kind>) -> String {
        let atlas = fixture::atlas();
        match record(&atlas, typed, kind) {
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
    fn names_are_met_in_every_form() {
        for typed in ["bailuwan", "Bailuwan Port", "白鹭湾港", "bai lu wan gang", "blwg", "bailuwan_port"]
        {
            assert_eq!(asked(typed, None), "bailuwan", "{typed}");
        }
    }

    #[test]
    fn a_clear_near_miss_is_answered_and_said() {
        for (typed, want) in [
            ("bailuawn", "near bailuwan"),
            ("cangyin", "near cangyun"),
            ("vehiclse", "near vehicles"),
            ("ring bridg", "ring-bridge"),
            ("rng bridge", "near ring-bridge"),
        ] {
            assert_eq!(asked(typed, None), want, "{typed}");
        }
        assert_eq!(asked("bailuawn", Some(Kind::Port)), "near bailuwan");
    }

    #[test]
    fn nothing_is_guessed_where_two_are_close_or_none_is() {
        for typed in ["bogus", "zzzz", "é", "toyota", "", "abc"] {
            assert_eq!(asked(typed, None), "none of ", "{typed}");
        }
        assert_eq!(asked("ring-b", Some(Kind::Project)), "ring-bridge", "begins so");
        assert_eq!(asked("terminal eest", None), "none of bailuwan cangyun", "West or East");
    }

    #[test]
    fn another_kind_is_named() {
        assert_eq!(asked("liuyuan", Some(Kind::Port)), "park liuyuan");
        assert_eq!(asked("liuyaun", Some(Kind::Port)), "park liuyuan");
    }

    #[test]
    fn metrics_answer_to_ids_labels_everyday_words_and_near_misses() {
        let atlas = fixture::atlas();
        let id = |typed: &str| {
            metric(&atlas, typed).ok().map(|meant| atlas.metric_at(meant.number).unwrap().id.to_string())
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
