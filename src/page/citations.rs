//! The sources that a page cites, numbered as it cites them, and their list at its foot.

use super::{Labels, mark};
use crate::{
    error::Error,
    lang::Label,
    model::{Figure, Source},
    render::Block,
    store::{self, Stored},
};

/// The sources in the order of their numbers, and whether each is cited.
#[derive(Debug, Default)]
pub struct Citations<'a>(Vec<(Stored<'a, Source<'a>>, bool)>);

impl<'a> Citations<'a> {
    /// Of sources that have their numbers before they are cited.
    pub fn of(sources: impl Iterator<Item = Stored<'a, Source<'a>>>) -> Self {
        Self(sources.map(|source| (source, false)).collect())
    }

    /// The number of the source with this id, from 1.
    pub fn cite(&mut self, id: &str, labels: &Labels<'a>) -> Result<usize, Error> {
        let known = self.0.iter().position(|(source, _)| source.has_id(id));
        let at = known.unwrap_or(self.0.len());
        if known.is_none() {
            self.0.push((labels.atlas.source(id)?.ok_or(store::Error::Missing)?, false));
        }
        self.0[at].1 = true;
        Ok(at + 1)
    }

    /// The mark of the source of a figure.
    pub fn mark(&mut self, figure: &Figure, labels: &Labels<'a>) -> Result<String, Error> {
        Ok(mark(self.cite(&figure.source, labels)?, figure.strength))
    }

    /// Cites all of them.
    pub fn cite_all(&mut self) {
        self.0.iter_mut().for_each(|(_, is_cited)| *is_cited = true);
    }

    /// How many are cited.
    pub fn count(&self) -> usize {
        self.0.iter().filter(|(_, is_cited)| *is_cited).count()
    }

    /// Those that are cited, under their heading; nothing where nothing is.
    pub fn list(&self, labels: &Labels) -> Result<Vec<Block>, Error> {
        let mut blocks = Vec::from_iter((self.count() > 0).then(|| labels.heading(Label::Sources)));
        for (number, (source, _)) in (1..).zip(&self.0).filter(|(_, (_, is_cited))| *is_cited) {
            blocks.push(labels.reference(number, &source.read()?)?);
        }
        Ok(blocks)
    }
}
