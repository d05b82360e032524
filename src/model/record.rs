//! A record: a thing that one can look up. Its figures are kept apart from it.
//!
//! The order of the fields is the order of the keys in JSON, which is part of the contract.

use serde::{Deserialize, Serialize};

use super::{Kind, Text};

/// An industry, port, park, plan, policy, enterprise, project or area.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
    pub aliases: Vec<Text<'a>>,
    /// Category within the kind (vocabulary set `category`).
    pub category: Text<'a>,
    /// Status (vocabulary sets `entity-status` and `plan-status`).
    pub status: Option<Text<'a>>,
    /// Date on which the status was last known to hold.
    pub status_as_of: Option<Text<'a>>,
    /// The record that it belongs to.
    pub parent: Option<Text<'a>>,
    /// Home countries or regions of an enterprise; two for a joint venture.
    pub country: Vec<Text<'a>>,
    /// Classes that an industry has in the schemes of different years.
    pub groups: Vec<Group<'a>>,
    /// What it is, in English.
    pub summary: Text<'a>,
    /// What it is, in Chinese.
    pub summary_zh: Text<'a>,
    /// Records that it is linked to, both ways.
    pub links: Links<'a>,
    /// Ids of the sources that the record rests on.
    pub sources: Vec<Text<'a>>,
}

/// The class of an industry in one scheme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Group<'a> {
    /// Classification (vocabulary set `scheme`).
    #[serde(borrow)]
    pub scheme: Text<'a>,
    /// Class in it (vocabulary set `tier`).
    pub tier: Text<'a>,
}

/// Ids of linked records, by kind.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Links<'a> {
    #[serde(borrow)]
    /// Ids of industries.
    pub industries: Vec<Text<'a>>,
    /// Ids of ports.
    pub ports: Vec<Text<'a>>,
    /// Ids of parks.
    pub parks: Vec<Text<'a>>,
    /// Ids of plans.
    pub plans: Vec<Text<'a>>,
    /// Ids of policies.
    pub policies: Vec<Text<'a>>,
    /// Ids of enterprises.
    pub enterprises: Vec<Text<'a>>,
    /// Ids of projects.
    pub projects: Vec<Text<'a>>,
    /// Ids of areas.
    pub areas: Vec<Text<'a>>,
    /// Ids of amenities.
    pub amenities: Vec<Text<'a>>,
}

impl<'a> Links<'a> {
    /// The linked ids of one kind.
    #[must_use]
    pub fn of(&self, kind: Kind) -> &[Text<'a>] {
        match kind {
            Kind::Industry => &self.industries,
            Kind::Port => &self.ports,
            Kind::Park => &self.parks,
            Kind::Plan => &self.plans,
            Kind::Policy => &self.policies,
            Kind::Enterprise => &self.enterprises,
            Kind::Project => &self.projects,
            Kind::Area => &self.areas,
            Kind::Amenity => &self.amenities,
        }
    }

    /// The list of one kind, to fill.
    pub fn of_mut(&mut self, kind: Kind) -> &mut Vec<Text<'a>> {
        match kind {
            Kind::Industry => &mut self.industries,
            Kind::Port => &mut self.ports,
            Kind::Park => &mut self.parks,
            Kind::Plan => &mut self.plans,
            Kind::Policy => &mut self.policies,
            Kind::Enterprise => &mut self.enterprises,
            Kind::Project => &mut self.projects,
            Kind::Area => &mut self.areas,
            Kind::Amenity => &mut self.amenities,
        }
    }
}
