//! `version`: of the program and of its data, and how much is inside.

use clap::ArgMatches;
use serde::Serialize;

use super::{
    Answer, Contract, Entry, NoArgs, Printer, Row, Shape,
    overview::{self, Counts},
    with_output,
};
use crate::{
    error::Error,
    lang::{self, Label, phrase},
    model::Text,
    page::{Labels, Page},
    render::Block,
};

pub const VERSION: Entry = Entry {
    name: "version",
    about: "Version of the program and of its data",
    examples: &["liangjiang version", "liangjiang version --json"],
    options: with_output::<NoArgs>,
    run,
    contract: Some(Contract { row: "Version", shape: Shape::One }),
    show: None,
};

fn run(_: &str, _: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let version = Version {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        data_version: printer.atlas.about()?.version,
        counts: overview::counts(&printer.atlas)?,
    };
    printer.print(Answer::one(version), &|rows, labels| Ok(page(rows, labels)))
}

/// What the program and its data are.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_field_names, reason = "they are the keys of the JSON")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Version<'a> {
    /// Name of the program.
    pub name: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Version of the data: its date.
    pub data_version: Text<'a>,
    /// How much is inside.
    pub counts: Counts,
}

impl Row for Version<'_> {
    fn id(&self) -> Result<String, Error> {
        Ok(self.name.to_owned())
    }
}

fn page(rows: &[Version], labels: &Labels) -> Page {
    let lang = labels.lang;
    let mut blocks = Vec::new();
    for row in rows {
        blocks.push(Block::Text(format!("{} {}", row.name, row.version)));
        blocks.push(Block::Text(phrase::data_version(&row.data_version, lang)));
        let figures = lang::count(row.counts.figures, "figures", labels.label(Label::Figures), lang);
        let counts = [row.counts.texts(labels), vec![figures]].concat();
        blocks.push(Block::Text(lang.list(counts)));
    }
    Page::of(blocks)
}
