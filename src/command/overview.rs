//! The overview: what and where, who governs since when, the three scopes, headline figures, the age of
//! the data, what is inside.

use serde::Serialize;

use super::{Answer, Row, Teller, show::Reference};
use crate::{
    Outcome,
    atlas::Atlas,
    error::Error,
    model::{Ages, Figure, Kind, Record, Text},
    page,
};

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
        }
    }
}

/// The keys of the overview.
pub const KEYS: &[&str] = &[
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

/// The record that the whole program is about.
pub const AREA: &str = "liangjiang";

impl Row for Overview<'_> {}

pub fn run(teller: &Teller) -> Result<Outcome, Error> {
    let atlas = &teller.atlas;
    let about = atlas.about()?;
    let area = atlas.record_by_id(AREA)?.ok_or(Error::Data)?;
    let figures = |ids: &[Text]| -> Result<Vec<Figure<'static>>, Error> {
        ids.iter().map(|id| atlas.figure(id)?.ok_or(Error::Data)).collect()
    };
    let (governance, contact) = (figures(&about.governance)?, figures(&about.contact)?);
    let (scopes, headlines) = (figures(&about.scopes)?, figures(&about.headlines)?);
    let mut references: Vec<Reference> = Vec::new();
    for figure in governance.iter().chain(&contact).chain(&scopes).chain(&headlines) {
        if !references.iter().any(|reference| reference.source.id == figure.source) {
            let source = atlas.source(&figure.source)?.ok_or(Error::Data)?;
            references.push(Reference { number: references.len() + 1, source });
        }
    }
    let overview = Overview {
        id: area.id.clone(),
        area,
        governance,
        contact,
        scopes,
        headlines,
        data_version: about.version,
        ages: atlas.ages()?,
        counts: counts(atlas)?,
        references,
    };
    let id = |row: &Overview| row.id.to_string();
    let answer = Answer { single: true, ..Answer::list(vec![overview], KEYS, id) };
    teller.tell(answer, &page::overview)
}

/// How much is inside.
pub fn counts(atlas: &Atlas) -> Result<Counts, Error> {
    use crate::model::pack::Section;

    let count = |kind| -> Result<usize, Error> { Ok(atlas.numbers_of(kind)?.len()) };
    Ok(Counts {
        industries: count(Kind::Industry)?,
        ports: count(Kind::Port)?,
        parks: count(Kind::Park)?,
        plans: count(Kind::Plan)?,
        policies: count(Kind::Policy)?,
        enterprises: count(Kind::Enterprise)?,
        projects: count(Kind::Project)?,
        areas: count(Kind::Area)?,
        figures: atlas.figure_count()?,
        sources: atlas.table(Section::Sources)?.len(),
        disputes: atlas.table(Section::Disputes)?.len(),
        gaps: atlas.table(Section::Gaps)?.len(),
    })
}
