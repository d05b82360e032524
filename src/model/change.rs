//! What changed between releases of the data: the ids of each release, the reasons that `changes.toml`
//! gives, and the rows that are made of both.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Figure, Record, Text, closed_list};

/// The ids that a release was the first to hold. A record's id has no dots, a figure's has; `gap:` and
/// `dispute:` stand before the ids of these.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release<'a> {
    /// Version of its data.
    #[serde(borrow)]
    pub version: Text<'a>,
    /// Each id with the fingerprint that it had in the last release; `-` of gaps and disputes.
    pub ids: BTreeMap<Text<'a>, Text<'a>>,
}

/// Why some things changed or went: an entry of `changes.toml`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_field_names, reason = "they are the keys of the data")]
pub struct Reason<'a> {
    /// Version of the data that brought the change.
    #[serde(borrow)]
    pub version: Text<'a>,
    /// What happened.
    pub change: ChangeKind,
    /// What it happened to, by the ids of the release before.
    pub ids: Vec<Text<'a>>,
    /// The ids of today in the same order, where they are others.
    #[serde(default)]
    pub now: Vec<Text<'a>>,
    /// What was said before, in English.
    pub was: Option<Text<'a>>,
    /// What was said before, in Chinese.
    pub was_zh: Option<Text<'a>>,
    /// Why, in English.
    pub reason: Text<'a>,
    /// Why, in Chinese.
    pub reason_zh: Text<'a>,
}

closed_list! {
    /// What happened to a thing.
    #[derive(Default)]
    ChangeKind {
        /// It was wrong, or worded so that it misled.
        Corrected = "corrected",
        /// It is no longer held.
        Withdrawn = "withdrawn",
        /// Another figure took its place.
        Superseded = "superseded",
        /// It has another id: another date, territory or metric.
        Renamed = "renamed",
        /// The status of a record is another.
        Status = "status",
        /// A policy's own term is over, or it was ended.
        Lapsed = "lapsed",
        /// A gap that has its answer.
        Closed = "closed",
        /// It was not held before.
        #[default]
        New = "new",
        /// Of the user's own data, as what follows: it says the same as ours.
        Same = "same",
        /// It speaks of the same as ours, and says otherwise.
        Different = "different",
        /// It retires a figure of ours.
        Retired = "retired",
    }
}

/// A change of one thing.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[allow(clippy::struct_field_names, reason = "called as the key of an answer")]
pub struct Change<'a> {
    /// Version of the data that brought it; the last day of a policy's own term, written so.
    #[serde(borrow)]
    pub version: Text<'a>,
    /// What happened.
    pub change: ChangeKind,
    /// Id of today, as in [`Release::ids`]; the last one of what went.
    pub id: Text<'a>,
    /// The id before, where it is another; of a figure that supersedes, the superseded one's.
    pub old_id: Option<Text<'a>>,
    /// What was said before, in English; none where it is not kept.
    pub was: Option<Text<'a>>,
    /// What was said before, in Chinese.
    pub was_zh: Option<Text<'a>>,
    /// Why, in English; none of what is new, and where the data says it alone.
    pub reason: Option<Text<'a>>,
    /// Why, in Chinese.
    pub reason_zh: Option<Text<'a>>,
}

/// How much changed since the release before the data of today.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct News<'a> {
    /// Version of that release.
    #[serde(borrow)]
    pub since: Text<'a>,
    /// Version of the first release: of what came before, no changes are held.
    pub first: Text<'a>,
    /// New records.
    pub records: usize,
    /// New figures.
    pub figures: usize,
    /// Everything that is not new.
    pub changed: usize,
}

impl Figure<'_> {
    /// A hash of what it says; a note beside it is none of that.
    pub fn fingerprint(&self) -> String {
        let Self { value, value_zh, qualifier, unit, source, statement, statement_zh, .. } = self;
        hash(&(value, value_zh, qualifier, unit, source, statement, statement_zh))
    }
}

impl Record<'_> {
    /// A hash of what it says.
    pub fn fingerprint(&self) -> String {
        hash(&(&self.name, &self.name_zh, &self.category, &self.status, &self.summary, &self.summary_zh))
    }
}

/// A short text that is another where what is said is another: 64-bit FNV-1a, in hexadecimal, of its JSON.
/// `.ci/releases` makes the same.
fn hash(said: &impl Serialize) -> String {
    let json = serde_json::to_vec(said).unwrap_or_default();
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", json.iter().fold(0xcbf2_9ce4_8422_2325, step))
}
