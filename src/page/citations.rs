//! The sources that a page cites, numbered as it cites them, and their list at its foot.

use super::Labels;
use crate::{error::Error, lang::Label, model::Source, render::Block};

/// The sources cited so far, in the order of their numbers.
#[derive(Debug, Default)]
pub struct Citations<'a> {
    sources: Vec<Source<'a>>,
}

impl<'a> Citations<'a> {
    /// The source with this id, and its number, from 1.
    pub fn cite(&mut self, id: &str, labels: &Labels<'a>) -> Result<(usize, &Source<'a>), Error> {
        let known = self.sources.iter().position(|source| source.id == *id);
        let at = known.unwrap_or(self.sources.len());
        if known.is_none() {
            self.sources.push(labels.atlas.cited(id)?);
        }
        Ok((at + 1, &self.sources[at]))
    }

    /// The list, under its heading; nothing where nothing is cited.
    pub fn list(&self, labels: &Labels) -> Result<Vec<Block>, Error> {
        let heading = Block::Heading(labels.label(Label::References).to_owned());
        let mut blocks = Vec::from_iter((!self.sources.is_empty()).then_some(heading));
        for (number, source) in (1..).zip(&self.sources) {
            blocks.push(labels.reference(number, source)?);
        }
        Ok(blocks)
    }
}
