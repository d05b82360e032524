//! Records: in a list, and in full with what stands beside their figures.

use serde::Serialize;

use super::Row;
use crate::{
    model::{Dispute, Gap, KeptFigure, KeptSource, Record},
    render::Output,
};

/// A record in full.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Shown<'a> {
    /// Its number in the atlas.
    #[serde(skip)]
    pub number: usize,
    /// The record itself.
    #[serde(flatten)]
    pub record: Record<'a>,
    /// Its figures, by metric, scope, part, status and date.
    #[cfg_attr(test, schemars(with = "Vec<crate::model::Figure>"))]
    pub figures: Vec<KeptFigure<'a>>,
    /// What stands beside the figures.
    #[serde(flatten)]
    pub beside: Beside<'a>,
}

/// What stands beside the figures of a record.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Beside<'a> {
    /// Where sources disagree on one of its figures.
    pub disputes: Vec<Dispute<'a>>,
    /// What is not known of it.
    pub gaps: Vec<Gap<'a>>,
    /// Its sources, numbered as on the screen.
    pub references: Vec<Reference<'a>>,
}

/// A source with the number by which a page calls it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reference<'a> {
    /// The number, from 1.
    pub number: usize,
    /// The source.
    #[serde(flatten)]
    #[cfg_attr(test, schemars(with = "crate::model::Source"))]
    pub source: KeptSource<'a>,
}

impl Row for Record<'_> {
    const KEYS: &'static [&'static str] = Shown::KEYS.split_at(16).0;

    fn id(&self) -> String {
        self.id.to_string()
    }
}

impl Row for Shown<'_> {
    const KEYS: &'static [&'static str] = &[
        "kind",
        "id",
        "name",
        "name_zh",
        "pinyin",
        "aliases",
        "category",
        "status",
        "status_as_of",
        "parent",
        "country",
        "groups",
        "summary",
        "summary_zh",
        "links",
        "sources",
        "figures",
        "disputes",
        "gaps",
        "references",
    ];

    fn id(&self) -> String {
        self.record.id.to_string()
    }

    /// The same object as serde makes, with figures and sources taken from where they are kept.
    fn write_json(&self, json: &mut Output) -> serde_json::Result<()> {
        serde_json::to_writer(&mut json.made, &self.record)?;
        json.made.pop();
        json.made.extend(b",\"figures\":[");
        KeptFigure::write_list(&self.figures, json)?;
        json.made.extend(b"],\"disputes\":");
        serde_json::to_writer(&mut json.made, &self.beside.disputes)?;
        json.made.extend(b",\"gaps\":");
        serde_json::to_writer(&mut json.made, &self.beside.gaps)?;
        json.made.extend(b",\"references\":[");
        json.list(&self.beside.references, |json, Reference { number, source }| {
            json.made.extend(b"{\"number\":");
            serde_json::to_writer(&mut json.made, number)?;
            json.made.push(b',');
            json.made.extend_from_slice(source.json().trim_start_matches('{').as_bytes());
            serde_json::Result::Ok(())
        })?;
        json.made.extend(b"]}");
        Ok(())
    }
}
