//! The overview, and how much is inside.

use serde::Serialize;

use super::{Row, record::Reference};
use crate::model::{Ages, Figure, Kind, Record, Text};

/// The answer of the overview.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Overview<'a> {
    /// Id of the area.
    pub id: Text<'a>,
    /// The area itself.
    pub area: Record<'a>,
    /// Who governs it.
    pub governance: Vec<Figure<'a>>,
    /// Where to ask.
    pub contact: Vec<Figure<'a>>,
    /// The size of each scope.
    pub scopes: Vec<Figure<'a>>,
    /// Headline figures.
    pub headlines: Vec<Figure<'a>>,
    /// Version of the data.
    pub data_version: Text<'a>,
    /// How old the figures are.
    pub ages: Ages,
    /// How many records of each kind, figures and sources there are.
    pub counts: Counts,
    /// Sources of the figures above, numbered as on the screen.
    pub references: Vec<Reference<'a>>,
}

/// How much is inside.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Counts {
    /// Number of industries.
    pub industries: usize,
    /// Number of ports.
    pub ports: usize,
    /// Number of parks.
    pub parks: usize,
    /// Number of plans.
    pub plans: usize,
    /// Number of policies.
    pub policies: usize,
    /// Number of enterprises.
    pub enterprises: usize,
    /// Number of projects.
    pub projects: usize,
    /// Number of areas.
    pub areas: usize,
    /// Number of amenities.
    pub amenities: usize,
    /// Number of figures.
    pub figures: usize,
    /// Number of sources.
    pub sources: usize,
    /// Number of disputes.
    pub disputes: usize,
    /// Number of gaps.
    pub gaps: usize,
}

impl Counts {
    /// How many records of a kind there are.
    #[must_use]
    pub fn of(&self, kind: Kind) -> usize {
        match kind {
            Kind::Industry => self.industries,
            Kind::Port => self.ports,
            Kind::Park => self.parks,
            Kind::Plan => self.plans,
            Kind::Policy => self.policies,
            Kind::Enterprise => self.enterprises,
            Kind::Project => self.projects,
            Kind::Area => self.areas,
            Kind::Amenity => self.amenities,
        }
    }
}

impl Row for Overview<'_> {
    const KEYS: &'static [&'static str] = &[
        "id",
        "area",
        "governance",
        "contact",
        "scopes",
        "headlines",
        "data_version",
        "ages",
        "counts",
        "references",
    ];

    fn id(&self) -> String {
        self.id.to_string()
    }
}
