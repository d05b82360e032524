//! The user's own data over another data set: records by id, key by key; lists add; figures add and retire.
//!
//! A link of the user's needs no link back. What names a thing that is no longer in the data below is told
//! and left out, so that a new release of the data makes no folder of a user's useless.

use std::collections::{HashMap, HashSet};

use serde_json::Value;
use toml::{
    Spanned,
    de::{DeArray, DeTable, DeValue},
};

use super::{
    DataFile, Dataset, Diagnostic, Diagnostics, Located, Location, Rule,
    read::{Reader, texts},
    rules,
};
use crate::model::{Figure, Kind, Text};

/// Puts folders of files over a data set, the last on top, and checks the whole by the rules of all data.
/// Diagnostics are the second value; the data is fit for use where all of them are warnings.
pub fn merge<'a>(below: Dataset<'a>, folders: &'a [Vec<DataFile>]) -> (Dataset<'a>, Vec<Diagnostic>) {
    let mut reader = Reader::over(below);
    // The locations of what is below are those of this file.
    reader.diagnostics.add_file("", "", 0);
    for (n, files) in folders.iter().enumerate() {
        let mut files: Vec<&'a DataFile> = files.iter().collect();
        files.sort_by_key(|file| &file.path);
        for file in files {
            reader.file(file, n + 1);
        }
    }
    let Reader { mut dataset, mut diagnostics, records, .. } = reader;
    rules::fill(&mut dataset);
    leave_out_copies(&mut dataset);
    link_back(&mut dataset, &records);
    leave_out_orphans(&mut dataset, &mut diagnostics);
    rules::relate(&mut dataset);
    follow_retired(&mut dataset);
    rules::check(&dataset, &mut diagnostics);
    warn_of_unused_sources(&dataset, &mut diagnostics);
    (dataset, diagnostics.into_sorted())
}

/// Adds to a table what it does not say itself: other keys, and the items of lists before its own.
pub fn fill(table: &mut DeTable<'_>, below: &Value) {
    for (key, value) in below.as_object().into_iter().flatten() {
        let Some(value) = toml_value(value) else { continue };
        match (table.get_mut(&**key).map(Spanned::get_mut), value) {
            (None, value) => {
                _ = table.insert(Spanned::new(0..0, key.clone().into()), Spanned::new(0..0, value));
            }
            (Some(DeValue::Array(own)), DeValue::Array(below)) => {
                let said: Vec<_> = own.iter().map(|item| texts(item.get_ref())).collect();
                let mut all: Vec<_> =
                    below.into_iter().filter(|item| !said.contains(&texts(item.get_ref()))).collect();
                all.extend(std::mem::replace(own, DeArray::new()));
                *own = all.into_iter().collect();
            }
            (Some(DeValue::Table(own)), DeValue::Table(_)) => fill(own, &below[key]),
            (Some(_), _) => {}
        }
    }
}

/// JSON of records and registries as TOML: they have no numbers. Null is a key that is left out.
fn toml_value(json: &Value) -> Option<DeValue<'static>> {
    let located = |value| Spanned::new(0..0, value);
    Some(match json {
        Value::String(text) => DeValue::String(text.clone().into()),
        Value::Bool(flag) => DeValue::Boolean(*flag),
        Value::Array(items) => DeValue::Array(items.iter().filter_map(toml_value).map(located).collect()),
        Value::Object(_) => {
            let mut table = DeTable::new();
            fill(&mut table, json);
            DeValue::Table(table)
        }
        Value::Null | Value::Number(_) => return None,
    })
}

/// Leaves out figures of the user's that are those of the data below, word for word.
fn leave_out_copies<'a>(dataset: &mut Dataset<'a>) {
    let mut seen: HashMap<Text, Figure> = HashMap::new();
    let is_copy = |own: &mut Located<Figure<'a>>| {
        let own = Figure { origin: None, ..own.item.clone() };
        let is_copy = seen.get(&own.id) == Some(&own);
        seen.entry(own.id.clone()).or_insert(own);
        is_copy
    };
    let copies = dataset.figures.extract_if(.., is_copy);
    let copies = copies.map(|Located { item: Figure { id, origin, .. }, .. }| {
        (id.to_string(), origin.as_deref().unwrap_or_default().to_owned())
    });
    dataset.copies = copies.collect();
}

/// Adds the other side of the links of the user's records.
fn link_back(dataset: &mut Dataset, records: &HashMap<String, usize>) {
    let mut links: Vec<(usize, Kind, Kind, Text)> = Vec::new();
    for Located { item: record, .. } in dataset.records.iter().filter(|own| own.origin.is_some()) {
        for kind in Kind::ALL {
            let others = record.links.of(kind).iter().filter_map(|id| records.get(&**id));
            links.extend(others.map(|other| (*other, kind, record.kind, record.id.clone())));
        }
    }
    for (other, kind, kind_of_own, id) in links {
        let other = &mut dataset.records[other].item;
        // Under a wrong kind it is a fault of its own.
        let is_linked = Kind::ALL.into_iter().any(|kind| other.links.of(kind).contains(&id));
        if other.kind == kind && !is_linked {
            other.links.of_mut(kind_of_own).push(id);
        }
    }
}

/// Leaves out what the user's data says of figures and records that are not there: figures that it retires,
/// figures of disputes, records of gaps and links; the data below names none such. A mistyped record is left for
/// the rules to tell.
fn leave_out_orphans(dataset: &mut Dataset, diagnostics: &mut Diagnostics) {
    let records = dataset.records.iter().map(|record| &record.id);
    let ids: HashSet<String> =
        records.chain(dataset.figures.iter().map(|figure| &figure.id)).map(Text::to_string).collect();
    let unread = &dataset.unread;
    let mut keep = |named: &mut Vec<Text>, location: &Location, key: &str, effect: &str| {
        named.retain(|id| {
            // The id of a figure begins with its subject's.
            if ids.contains(&**id) || unread.contains(id.split('.').next().unwrap_or(id)) {
                return true;
            }
            let meant = diagnostics.did_you_mean(id, ids.iter().map(String::as_str));
            let is_mistyped_record = !id.contains('.') && !meant.is_empty();
            if !is_mistyped_record {
                let message = format!("`{id}` is not in the data, so {effect}{meant}");
                diagnostics.at(location, key, Rule::Orphaned, message);
            }
            is_mistyped_record
        });
    };
    for Located { item, location } in &mut dataset.figures {
        let mut old = Vec::from_iter(item.supersedes.take());
        keep(&mut old, location, "supersedes", "it retires nothing");
        item.supersedes = old.pop();
    }
    for Located { item, location } in &mut dataset.records {
        for kind in Kind::ALL {
            let key = format!("links.{}", kind.plural());
            keep(item.links.of_mut(kind), location, &key, "the link is left out");
        }
    }
    for Located { item, location } in &mut dataset.disputes {
        keep(&mut item.figures, location, "figures", "the dispute is told without it");
    }
    for Located { item, location } in &mut dataset.gaps {
        keep(&mut item.records, location, "records", "the gap is told without it");
    }
}

/// Where a highlighted figure or the one that tells a territory's extent is superseded by one of the user's, the
/// newer one is used.
fn follow_retired(dataset: &mut Dataset) {
    let newer: HashMap<&str, &Text> = dataset
        .figures
        .iter()
        .filter_map(|figure| Some((&*figure.id, figure.superseded_by.as_ref()?)))
        .collect();
    let Some(about) = &mut dataset.about else { return };
    let about = &mut about.item;
    let highlights = about.governance.iter_mut().chain(&mut about.contact).chain(&mut about.headlines);
    for id in highlights.map(|own| &mut own.id).chain(&mut about.scopes) {
        // A circle is a fault that the rules tell.
        for _ in 0..newer.len() {
            match newer.get(&**id) {
                Some(next) => *id = (*next).clone(),
                None => break,
            }
        }
    }
}

fn warn_of_unused_sources(dataset: &Dataset, diagnostics: &mut Diagnostics) {
    let of_figures = dataset.figures.iter().map(|figure| &*figure.source);
    let of_records = dataset.records.iter().flat_map(|record| &record.sources).map(|id| &**id);
    let used: HashSet<&str> = of_figures.chain(of_records).collect();
    for source in &dataset.sources {
        if source.origin.is_some() && !used.contains(&*source.id) {
            let message = format!("no figure and no record rests on `{}`", source.id);
            diagnostics.at(&source.location, "id", Rule::UnusedSource, message);
        }
    }
}
