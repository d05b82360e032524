//! The eight kinds of record, with the words that name them on disk and on the command line.

use serde::{Deserialize, Serialize};

/// What sort of thing a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A branch, cluster or grouping of industries.
    Industry,
    /// A gateway that goods or people pass: river port, airport, rail terminal, bonded zone, hub.
    Port,
    /// A place to settle in: industrial park, new town, business district, cooperation park.
    Park,
    /// A plan, campaign or set of goals.
    Plan,
    /// A policy: tax, investment, trade, talent, approvals.
    Policy,
    /// A company.
    Enterprise,
    /// A piece of infrastructure.
    Project,
    /// A territory that figures are about: the New Area in its scopes, or Chongqing.
    Area,
    /// A school, hospital or consular post.
    Amenity,
}

impl Kind {
    /// All kinds, in the order in which they are listed everywhere.
    pub const ALL: [Self; 9] = [
        Self::Industry,
        Self::Port,
        Self::Park,
        Self::Plan,
        Self::Policy,
        Self::Enterprise,
        Self::Project,
        Self::Area,
        Self::Amenity,
    ];

    /// The singular, as in JSON: `port`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Industry => "industry",
            Self::Port => "port",
            Self::Park => "park",
            Self::Plan => "plan",
            Self::Policy => "policy",
            Self::Enterprise => "enterprise",
            Self::Project => "project",
            Self::Area => "area",
            Self::Amenity => "amenity",
        }
    }

    /// The plural: the folder in `data/`, the command, and the key in `links`.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Industry => "industries",
            Self::Port => "ports",
            Self::Park => "parks",
            Self::Plan => "plans",
            Self::Policy => "policies",
            Self::Enterprise => "enterprises",
            Self::Project => "projects",
            Self::Area => "areas",
            Self::Amenity => "amenities",
        }
    }

    /// The kind whose folder or command has this name.
    #[must_use]
    pub fn from_plural(plural: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.plural() == plural)
    }
}
