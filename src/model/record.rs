//! A record: a thing that one can look up. Its figures are kept apart from it.
//!
//! The order of the fields is the order of the keys in JSON, which is part of the contract.

use serde::{Deserialize, Serialize};

use super::{Kind, PerKind, Text, closed_list};

/// A thing of one of the kinds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Record<'a> {
    /// What sort of thing it is; on disk, the folder.
    pub kind: Kind,
    /// The shortest name a person would type, unique over all kinds; on disk, the file name.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// English name.
    pub name: Text<'a>,
    /// Chinese name; none where no source gives one.
    pub name_zh: Option<Text<'a>>,
    /// Pinyin of the Chinese name, a space between syllables.
    pub pinyin: Option<Text<'a>>,
    /// Other names by which it is asked for, in both languages.
    #[serde(default)]
    pub aliases: Vec<Text<'a>>,
    /// Category within the kind (vocabulary set `category`).
    pub category: Text<'a>,
    /// Status (vocabulary sets `entity-status` and `plan-status`).
    pub status: Option<Text<'a>>,
    /// Date on which the status was last known to hold.
    pub status_as_of: Option<Text<'a>>,
    /// The record that it belongs to.
    pub parent: Option<Text<'a>>,
    /// Home countries or regions of an enterprise, two for a joint venture; the partner of a cooperation park.
    #[serde(default)]
    pub country: Vec<Text<'a>>,
    /// Classes that an industry has in the schemes of different years.
    #[serde(default)]
    pub groups: Vec<Group<'a>>,
    /// What it is, in English.
    pub summary: Text<'a>,
    /// What it is, in Chinese.
    pub summary_zh: Text<'a>,
    /// Records that it is linked to, both ways.
    #[serde(default)]
    pub links: Links<'a>,
    /// Ids of the sources that the record rests on.
    #[serde(default)]
    pub sources: Vec<Text<'a>>,
    /// Of a policy, as all that follows: what it gives, in English.
    pub benefit: Option<Text<'a>>,
    /// What it gives, in Chinese.
    pub benefit_zh: Option<Text<'a>>,
    /// Who qualifies, in English.
    pub who: Option<Text<'a>>,
    /// Who qualifies, in Chinese.
    pub who_zh: Option<Text<'a>>,
    /// Date from which it holds, by its own words.
    pub valid_from: Option<Text<'a>>,
    /// Date until which it holds, by its own words.
    pub valid_until: Option<Text<'a>>,
    /// Whether it is in force.
    pub in_force: Option<InForce>,
    /// Date on which that was last shown.
    pub in_force_as_of: Option<Text<'a>>,
    /// Whom to ask.
    pub ask: Option<Ask<'a>>,
    /// Title and number of the document, in English.
    pub document: Option<Text<'a>>,
    /// Title and number of the document, in Chinese.
    pub document_zh: Option<Text<'a>>,
    /// Who made the rule (vocabulary set `level`).
    pub level: Option<Text<'a>>,
    /// Ids of the figures that prove what is said here.
    #[serde(default)]
    pub evidence: Vec<Text<'a>>,
    /// Where it stands in the user's own data, `file:line`; none for the data of the program.
    pub origin: Option<Text<'a>>,
}

closed_list! {
    /// Whether a policy is in force.
    InForce {
        /// A source of the last two years shows it.
        Yes = "yes",
        /// It has ended, or was replaced.
        No = "no",
        /// No source of the last two years shows it.
        Unconfirmed = "unconfirmed",
    }
}

/// Whom to ask about a policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ask<'a> {
    /// The body, in English.
    #[serde(borrow)]
    pub body: Option<Text<'a>>,
    /// The body, in Chinese.
    pub body_zh: Option<Text<'a>>,
    /// Telephone, as dialled from abroad.
    pub telephone: Option<Text<'a>>,
    /// Address of its site.
    pub url: Option<Text<'a>>,
}

/// The class of an industry in one scheme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Group<'a> {
    /// Classification (vocabulary set `scheme`).
    #[serde(borrow)]
    pub scheme: Text<'a>,
    /// Class in it (vocabulary set `tier`).
    pub tier: Text<'a>,
}

/// Ids of linked records, by kind.
pub type Links<'a> = PerKind<Vec<Text<'a>>>;
