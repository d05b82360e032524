//! The rows of each table of the package, as JSON with the columns of the table among its keys. Ids that another
//! table defines stand in tables of pairs, so that each is a foreign key; plain lists (other names, countries,
//! topics) are JSON arrays in their cell.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::{Value, json};

use crate::{
    error::Error,
    model::{Dispute, Gap, Group, Kind, Record, Synonym, Text},
    store::{self, Atlas, Section},
};

type Rows<'a> = Result<Vec<Cow<'a, str>>, Error>;

/// The rows of the table of this name.
pub fn rows<'a>(table: &str, atlas: &Atlas<'a>) -> Rows<'a> {
    let records = |numbers: std::ops::Range<usize>| numbers.map(|number| atlas.record(number));
    if let Some(kind) = Kind::from_plural(table) {
        return texts(records(atlas.numbers_of(kind)?).collect::<Result<Vec<_>, _>>()?);
    }
    let of_records = |rows: fn(&Record) -> Vec<Value>| {
        let all = records(0..atlas.count(Section::Records)?).map(|record| Ok(rows(&record?)));
        texts(all.collect::<Result<Vec<_>, Error>>()?.concat())
    };
    match table {
        "records" => of_records(|record| vec![json!({ "id": record.id, "kind": record.kind })]),
        "groups" => of_records(|record| {
            let row =
                |group: &Group| json!({ "record": record.id, "scheme": group.scheme, "tier": group.tier });
            record.groups.iter().map(row).collect()
        }),
        "links" => {
            let mut rows = Vec::new();
            for record in records(0..atlas.count(Section::Records)?) {
                let record = record?;
                for (kind, linked) in Kind::ALL
                    .into_iter()
                    .flat_map(|kind| record.links.of(kind).iter().map(move |id| (kind, id)))
                {
                    let origin = atlas.own_part(&record.id, &[&["links.", linked].concat()])?;
                    rows.push(
                        json!({ "record": record.id, "linked": linked, "kind": kind, "origin": origin }),
                    );
                }
            }
            texts(rows)
        }
        "record_sources" => of_records(|record| pairs(["record", "source"], &record.id, &record.sources)),
        "policy_evidence" => of_records(|policy| pairs(["policy", "figure"], &policy.id, &policy.evidence)),
        "figures" => {
            let json = |number| Ok(Cow::Borrowed(atlas.stored_figure(number)?.json()));
            (0..atlas.count(Section::Figures)?).map(json).collect()
        }
        "metrics" => texts(atlas.metrics()?),
        "sources" => texts(atlas.sources()?),
        "vocabulary" => texts(atlas.vocabulary()?),
        "words" => {
            let numbered = (1..).zip(atlas.synonyms()?);
            let row = |(n, own): (usize, Synonym)| json!({ "number": n, "words": own.words, "means": own.means, "origin": own.origin });
            texts(numbered.map(row))
        }
        "disputes" => texts(atlas.disputes()?),
        "dispute_figures" => {
            let of = |own: &Dispute| pairs(["dispute", "figure"], &own.id, &own.figures);
            texts(atlas.disputes()?.iter().flat_map(of))
        }
        "gaps" => texts(atlas.gaps()?),
        "gap_records" => {
            let of = |own: &Gap| pairs(["gap", "record"], &own.id, &own.records);
            texts(atlas.gaps()?.iter().flat_map(of))
        }
        _ => Err(store::Error::Missing.into()),
    }
}

/// A row for each thing that another names, with the columns of both.
fn pairs([column, other_column]: [&str; 2], id: &Text, others: &[Text]) -> Vec<Value> {
    others.iter().map(|other| json!({ column: id, other_column: other })).collect()
}

fn texts<'a>(rows: impl IntoIterator<Item = impl Serialize>) -> Rows<'a> {
    rows.into_iter().map(|row| Ok(Cow::Owned(serde_json::to_string(&row)?))).collect()
}
