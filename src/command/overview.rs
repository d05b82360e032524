//! The overview: what and where, who governs since when, the three scopes, headline figures, the age of
//! the data, what is inside.

use super::{Answer, Teller};
use crate::{
    Outcome,
    atlas::Atlas,
    error::Error,
    model::{Figure, Kind, Text},
    page,
    view::{Counts, Overview, Reference},
};

/// The record that the whole program is about.
pub const AREA: &str = "liangjiang";

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
        if !references.iter().any(|reference| reference.source.is(&figure.source)) {
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
    let answer = Answer { single: true, ..Answer::list(vec![overview]) };
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
        amenities: count(Kind::Amenity)?,
        figures: atlas.figure_count()?,
        sources: atlas.table(Section::Sources)?.len(),
        disputes: atlas.table(Section::Disputes)?.len(),
        gaps: atlas.table(Section::Gaps)?.len(),
    })
}
