//! TOML in: `data/` as a [`Dataset`], with the place of everything and every fault of form.
//!
//! Each table of a file is read by itself, by the `Deserialize` of its type, so that a fault in one hides
//! none in another; of several faults of form in one table the first is told. What the values mean to each
//! other is judged in `rules.rs`.

use std::{
    collections::{BTreeSet, HashMap},
    fmt::Display,
    fs, io,
    path::Path,
};

use serde::{Deserialize, Serialize};
use toml::{
    Spanned,
    de::{DeTable, DeValue, Error, ValueDeserializer},
};

use super::{Dataset, Diagnostic, Diagnostics, Located, Location, Rule, did_you_mean, merge, rules};
use crate::model::{InForce, Kind, Record, Strength, is_invisible};

/// The closed lists of `vocabulary.toml`.
const SETS: &[&str] = &[
    "category", "country", "entity-status", "item", "kind", "level", "metric-type", "need", "part", "place",
    "plan-status", "qualifier", "scheme", "scope", "source-kind", "status", "strength", "theme", "tier",
    "topic", "unit",
];

/// Keys of a figure that the rules fill in.
const COMPUTED: [&str; 7] =
    ["id", "label", "label_zh", "period_start", "period_end", "superseded_by", "disputes"];

/// The TOML files of the project's data folder, by name.
pub fn files(folder: &Path) -> io::Result<Vec<DataFile>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(inside)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == "toml") {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                let (shown, content) = (format!("data/{name}"), Ok(fs::read(&path)?));
                files.push(DataFile { path: name, shown, content });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// Reads and checks the files of the project. Diagnostics are the second value, all of them, by location; the data
/// set is fit for use only where there are none.
pub fn read(files: &[DataFile]) -> (Dataset<'_>, Vec<Diagnostic>) {
    let mut reader = Reader::default();
    for file in files {
        reader.file(file, 0);
    }
    let Reader { mut dataset, mut diagnostics, .. } = reader;
    rules::fill(&mut dataset);
    rules::relate(&mut dataset);
    rules::check(&dataset, &mut diagnostics);
    (dataset, diagnostics.into_sorted())
}

/// A file of a data folder.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// Its path below the folder, with `/`.
    pub path: String,
    /// Its path as diagnostics tell it.
    pub shown: String,
    /// Its bytes, or why it is not read.
    pub content: Result<Vec<u8>, (Rule, String)>,
}

/// Reads files into a data set.
#[derive(Default)]
pub struct Reader<'a> {
    pub dataset: Dataset<'a>,
    /// The place of each record that is there already.
    pub records: HashMap<String, usize>,
    pub diagnostics: Diagnostics,
    /// The file that is read, and its layer.
    file: usize,
    layer: usize,
}

impl<'a> Reader<'a> {
    /// Into what is there already.
    pub fn over(dataset: Dataset<'a>) -> Self {
        let records = (0..).zip(&dataset.records).map(|(n, record)| (record.id.to_string(), n));
        Self { records: records.collect(), dataset, ..Self::default() }
    }

    /// Reads one file.
    pub fn file(&mut self, file: &'a DataFile, layer: usize) {
        let text = file.content.as_ref().map(|bytes| str::from_utf8(bytes));
        let text_or_none = text.as_ref().ok().and_then(|text| text.ok()).unwrap_or_default();
        self.file = self.diagnostics.add_file(&file.shown, text_or_none, layer);
        self.layer = layer;
        match text {
            Ok(Ok(text)) => self.text(&file.path, text),
            Ok(Err(error)) => {
                let message = format!("the file is not UTF-8 from byte `{}` on", error.valid_up_to());
                self.fault(0, Rule::Syntax, message);
            }
            Err((rule, why)) => self.fault(0, *rule, why),
        }
    }

    fn fault(&mut self, offset: usize, rule: Rule, message: impl Display) {
        self.diagnostics.add(self.file, offset, rule, message);
    }

    fn text(&mut self, path: &str, text: &'a str) {
        let (root, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let offset = error.span().map_or(0, |span| span.start);
            self.fault(offset, Rule::Syntax, error.message().replace('\n', ", "));
        }
        let root = root.into_inner();
        for (key, value) in &root {
            self.clean(key.get_ref(), value);
        }
        let record = path
            .strip_suffix(".toml")
            .and_then(|path| path.split_once('/'))
            .and_then(|(folder, id)| Some((Kind::from_plural(folder)?, id)));
        match (path, record) {
            (_, Some((kind, id))) => self.record(kind, id, root),
            ("atlas.toml" | "releases.toml" | "changes.toml", _)
                if self.layer > 0
                    && self
                        .dataset
                        .about
                        .as_ref()
                        .is_some_and(|known| self.diagnostics.layer(known.location.file) == 0) =>
            {
                self.fault(0, Rule::NotRead, format!("`{path}` is read with --data-only alone"));
            }
            ("atlas.toml", _) => {
                let known = self.dataset.about.take();
                match self.table(whole(root), &[], known.as_ref()) {
                    Some(about) => self.dataset.about = Some(about),
                    None => _ = self.dataset.unread.insert(path.to_owned()),
                }
            }
            ("vocabulary.toml", _) => {
                self.registry(root, SETS, |d| &mut d.terms, |t| format!("{} {}", t.set, t.id));
            }
            ("metrics.toml", _) => self.registry(root, &["metric"], |d| &mut d.metrics, |m| m.id.to_string()),
            ("sources.toml", _) => self.registry(root, &["source"], |d| &mut d.sources, |s| s.id.to_string()),
            ("disputes.toml", _) => {
                self.registry(root, &["dispute"], |d| &mut d.disputes, |d| d.id.to_string());
            }
            ("gaps.toml", _) => self.registry(root, &["gap"], |d| &mut d.gaps, |g| g.id.to_string()),
            ("synonyms.toml", _) => self.registry(root, &["synonym"], |d| &mut d.synonyms, |_| String::new()),
            ("releases.toml", _) => self.registry(root, &["release"], |d| &mut d.releases, |_| String::new()),
            ("changes.toml", _) => self.registry(root, &["change"], |d| &mut d.reasons, |_| String::new()),
            _ => {
                let folders = Kind::ALL.map(Kind::plural);
                let meant = did_you_mean(path.split('/').next().unwrap_or_default(), folders);
                let message = format!(
                    "no file `{path}` belongs in the data; a record is <folder>/<id>.toml, in one of `{}`{meant}",
                    folders.join(", ")
                );
                self.fault(0, if self.layer > 0 { Rule::NotRead } else { Rule::UnknownKey }, message);
            }
        }
    }

    /// A record's file: its figures each by itself, and the rest as one table, which is merged into that of a
    /// record of a layer below.
    fn record(&mut self, kind: Kind, id: &str, mut root: DeTable<'a>) {
        let figures = root.remove("figure");
        let place = self.records.get(id).copied().filter(|n| {
            let below = &self.dataset.records[*n];
            self.diagnostics.layer(below.location.file) < self.layer
        });
        let mut below = place.map(|n| self.dataset.records[n].clone());
        if let Some(other) = below.as_ref().map(|below| below.kind).filter(|other| *other != kind) {
            let message = format!("`{id}` is one of the `{0}`: its file is `{0}/{id}.toml`", other.plural());
            return self.fault(0, Rule::DuplicateId, message);
        }
        let is_whole = ["name", "category", "summary"].iter().any(|key| root.contains_key(*key));
        if self.layer > 0 && below.is_none() && !is_whole {
            return self.orphan(id, kind);
        }
        if let Some(figures) = figures {
            let known = [("subject", id), ("strength", Strength::Weak.name()), ("origin", "")];
            let given = [&known[..], &COMPUTED.map(|key| (key, ""))].concat();
            for figure in self.items("figure", figures) {
                let figure = self.table(figure, &given, None);
                self.dataset.figures.extend(figure);
            }
        }
        if let Some(Located { item: below, .. }) = &mut below {
            // A status comes with its own date or with none.
            let says =
                |key, known: Option<&str>| root.get(key).is_some_and(|own| own.get_ref().as_str() != known);
            below.status_as_of.take_if(|_| says("status", below.status.as_deref()));
            below.in_force_as_of.take_if(|_| says("in_force", below.in_force.map(InForce::name)));
        }
        let given = [("kind", kind.name()), ("id", id), ("origin", "")];
        let Some(record) = self.table::<Record>(whole(root), &given, below.as_ref()) else { return };
        self.note_own(&record, below.as_ref().map(|below| &below.item));
        let Some((place, Located { item: below, .. })) = place.zip(below) else {
            self.records.insert(id.to_owned(), self.dataset.records.len());
            return self.dataset.records.push(record);
        };
        // What says nothing else of it leaves it where it stands.
        if below != (Record { origin: below.origin.clone(), ..record.item.clone() }) {
            self.dataset.records[place] = record;
        }
    }

    /// Notes what of a record is the user's. A link is told at its other end too, also that of a new record.
    fn note_own(&mut self, Located { item: record, location }: &Located<Record>, below: Option<&Record>) {
        let mut note = |id: &str, key: &str, at: &str| {
            let (file, offset) = location.of(at);
            let origin = self.diagnostics.origin(file, offset);
            self.dataset.own_keys.extend(origin.map(|origin| (format!("{id}/{key}"), origin)));
        };
        match below {
            None => note(&record.id, "", ""),
            Some(below) => differing(below, record).iter().for_each(|key| note(&record.id, key, key)),
        }
        for kind in Kind::ALL {
            let (at, known) = (format!("links.{}", kind.plural()), below.map(|below| below.links.of(kind)));
            for other in
                record.links.of(kind).iter().filter(|id| known.is_none_or(|known| !known.contains(id)))
            {
                note(other, &format!("links.{}", record.id), &at);
                if known.is_some() {
                    note(&record.id, &format!("links.{other}"), &at);
                }
            }
        }
    }

    /// A file that adds to a record that is not there: mistyped, or no longer in the data.
    fn orphan(&mut self, id: &str, kind: Kind) {
        let of_kind = self.dataset.records.iter().filter(|record| record.kind == kind);
        let meant = self.diagnostics.did_you_mean(id, of_kind.map(|record| &*record.id));
        let rule = if meant.is_empty() { Rule::Orphaned } else { Rule::UnknownId };
        let advice = match &*meant {
            "" => "; a new record has `name`, `category` and `summary`",
            meant => meant,
        };
        self.fault(0, rule, format!("no record `{id}` to add to{advice}"));
    }

    /// A registry: the arrays `names` and no others; a term is given the name of its array as its set. An
    /// entry is merged into one of a layer below that has its key: its id, behind the set of a term.
    fn registry<T: Deserialize<'a> + Serialize>(
        &mut self,
        root: DeTable<'a>,
        names: &'static [&'static str],
        entries: for<'d> fn(&'d mut Dataset<'a>) -> &'d mut Vec<Located<T>>,
        key_of: fn(&T) -> String,
    ) {
        let mut all = std::mem::take(entries(&mut self.dataset));
        let below: HashMap<String, usize> = match self.layer {
            0 => HashMap::new(),
            _ => all.iter().enumerate().map(|(n, entry)| (key_of(&entry.item), n)).collect(),
        };
        for (key, value) in root {
            let Some(name) = names.iter().find(|name| **name == *key.get_ref()) else {
                let (unknown, meant) = (key.get_ref(), did_you_mean(key.get_ref(), names.iter().copied()));
                let message = format!("unknown key `{unknown}`; known are `{}`{meant}", names.join(", "));
                self.fault(key.span().start, Rule::UnknownKey, message);
                continue;
            };
            let given: &[(&str, &str)] = match *name {
                "release" | "change" => &[],
                _ if names.len() > 1 => &[("origin", ""), ("set", name)],
                _ => &[("origin", "")],
            };
            for item in self.items(name, value) {
                let id = text_at(&item, "id").unwrap_or_default().to_owned();
                let key = if names.len() > 1 { format!("{name} {id}") } else { id.clone() };
                let place = below.get(&key).copied().filter(|_| !id.is_empty());
                let Some(entry) = self.table(item, given, place.map(|place| &all[place])) else { continue };
                let layer = |place: &usize| self.diagnostics.layer(all[*place].location.file);
                let Some(place) = place.filter(|place| layer(place) < self.layer) else {
                    all.push(entry);
                    continue;
                };
                let keys = differing(&all[place].item, &entry.item);
                let is_ours = layer(&place) == 0 && !matches!(*name, "dispute" | "gap");
                // Other kinds of record may have a metric of ours.
                if let Some(key) = keys.iter().find(|key| is_ours && **key != "kinds") {
                    let message = format!(
                        "`{name} {id}` is of the data below, whose figures rest on it: give yours another id"
                    );
                    self.diagnostics.at(&entry.location, key, Rule::DuplicateId, message);
                } else if !keys.is_empty() {
                    all[place] = entry;
                }
            }
        }
        *entries(&mut self.dataset) = all;
    }

    /// The items of an array, tables if all is well.
    fn items<'t>(&mut self, key: &str, value: Spanned<DeValue<'t>>) -> Vec<Spanned<DeValue<'t>>> {
        let start = value.span().start;
        if let DeValue::Array(items) = value.into_inner() {
            return items.into_iter().collect();
        }
        self.fault(start, Rule::WrongType, format!("`{key}` is tables, each under `[[{key}]]`"));
        Vec::new()
    }

    /// A table as what it is. `given` are keys that it does not have itself (its `origin` is known here); what it
    /// does not say either is taken from the one `below` it.
    fn table<T: Deserialize<'a> + Serialize>(
        &mut self,
        mut value: Spanned<DeValue<'a>>,
        given: &[(&str, &str)],
        below: Option<&Located<T>>,
    ) -> Option<Located<T>> {
        let start = value.span().start;
        let mut keys = Vec::new();
        if let DeValue::Table(table) = value.get_mut() {
            add_keys(table, "", self.file, &mut keys);
            for (key, text) in given {
                if let Some(there) = table.remove(*key) {
                    let message = format!("`{key}` is not written here: it is known from elsewhere");
                    self.fault(there.span().start, Rule::UnknownKey, message);
                }
                let origin = || self.diagnostics.origin(self.file, start);
                let text = match *key {
                    "origin" => origin(),
                    // No list of its own is none.
                    "disputes" => None,
                    _ => Some((*text).to_owned()),
                };
                if let Some(text) = text {
                    let text = Spanned::new(0..0, DeValue::String(text.into()));
                    table.insert(Spanned::new(0..0, (*key).to_owned().into()), text);
                }
            }
            if let Some(below) = below {
                merge::fill(table, &serde_json::to_value(&below.item).unwrap_or_default());
                // Its own keys are found before those.
                keys.extend_from_slice(&below.location.keys);
            }
        }
        let id = text_at(&value, "subject").or_else(|| text_at(&value, "id")).map(str::to_owned);
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(item) => Some(Located { item, location: Location { file: self.file, start, keys } }),
            Err(error) => {
                let (rule, message) = fault_of_form(&error, given);
                self.fault(error.span().map_or(start, |span| span.start), rule, message);
                self.dataset.unread.extend(id);
                None
            }
        }
    }

    /// No text in a value is empty, begins or ends in a blank, or holds a character that cannot be seen; no
    /// list says something twice.
    fn clean(&mut self, key: &str, value: &Spanned<DeValue>) {
        let start = value.span().start;
        match value.get_ref() {
            DeValue::String(text) => {
                if text.trim() != text.as_ref() || text.is_empty() {
                    let message = format!("`{key}` is empty or has a blank at an end");
                    self.fault(start, Rule::BlankText, message);
                }
                if let Some(bad) = text.chars().find(|c| is_invisible(*c)) {
                    let message = format!("`{key}` holds the invisible character `{}`", bad.escape_unicode());
                    self.fault(start, Rule::InvisibleCharacter, message);
                }
            }
            DeValue::Array(items) => {
                let mut seen = BTreeSet::new();
                for item in items {
                    self.clean(key, item);
                    if texts(item.get_ref()).is_some_and(|texts| !seen.insert(texts)) {
                        let message = format!("`{key}` has the same item twice");
                        self.fault(item.span().start, Rule::RepeatedItem, message);
                    }
                }
            }
            DeValue::Table(table) => table.iter().for_each(|(key, value)| self.clean(key.get_ref(), value)),
            _ => {}
        }
    }
}

/// The keys that are not the same in two of a kind, where they stand apart.
fn differing<T: Serialize>(one: &T, other: &T) -> Vec<String> {
    let [one, other] = [one, other].map(|it| serde_json::to_value(it).unwrap_or_default());
    let keys = one.as_object().into_iter().flatten().map(|(key, _)| key);
    keys.filter(|key| *key != "origin" && one[*key] != other[*key]).cloned().collect()
}

/// What tells an item of a list from others: its text, or the texts of a table that has nothing else.
pub fn texts<'v>(item: &'v DeValue) -> Option<Vec<&'v str>> {
    match item {
        DeValue::String(text) => Some(vec![text]),
        DeValue::Table(table) => table.values().map(|value| value.get_ref().as_str()).collect(),
        _ => None,
    }
}

/// A file as one table.
fn whole(root: DeTable<'_>) -> Spanned<DeValue<'_>> {
    Spanned::new(0..0, DeValue::Table(root))
}

/// The text of a key of a table.
fn text_at<'v>(value: &'v Spanned<DeValue>, key: &str) -> Option<&'v str> {
    value.get_ref().as_table()?.get(key)?.get_ref().as_str()
}

/// The keys of a table with their places; before those of a table in it stands that table's key.
fn add_keys(table: &DeTable, path: &str, file: usize, keys: &mut Vec<(String, (usize, usize))>) {
    for (key, value) in table {
        let name = format!("{path}{}", key.get_ref());
        if let DeValue::Table(inner) = value.get_ref() {
            add_keys(inner, &format!("{name}."), file, keys);
        }
        keys.push((name, (file, key.span().start)));
    }
}

/// Which rule a table breaks that is not of its type, and the words of serde for it with what was probably meant.
/// `given` are keys that nobody writes.
fn fault_of_form(error: &Error, given: &[(&str, &str)]) -> (Rule, String) {
    let (what, expected) = error.message().split_once(", expected ").unwrap_or((error.message(), ""));
    let is_given = |part: &&str| given.iter().any(|(key, _)| part.contains(&format!("`{key}`")));
    let parts: Vec<&str> = expected.split(", ").filter(|part| !is_given(part)).collect();
    let expected = &*if what.starts_with("unknown field") { parts.join(", ") } else { expected.to_owned() };
    let rule = match what {
        _ if what.starts_with("unknown field") => Rule::UnknownKey,
        _ if what.starts_with("unknown variant") => Rule::UnknownId,
        _ if what.starts_with("missing field") => Rule::MissingKey,
        _ => Rule::WrongType,
    };
    let written = what.split('`').nth(1).unwrap_or_default();
    let meant = did_you_mean(written, expected.split('`').skip(1).step_by(2));
    // The second line names the key of the value.
    let place = error.to_string().lines().nth(1).map(|place| format!(" {place}")).unwrap_or_default();
    let what = form(what.strip_prefix("invalid type: ").unwrap_or(what));
    let known = match form(expected) {
        _ if !meant.is_empty() => meant,
        "" => String::new(),
        names if names.contains('`') => {
            format!("; known are `{}`", names.replace("one of ", "").replace('`', ""))
        }
        form => format!("; expected {form}"),
    };
    (rule, format!("{what}{place}{known}"))
}

/// A form of values in the words of TOML, where serde has words of Rust for it.
fn form(word: &str) -> &str {
    match word {
        // To toml a date is a table of its own.
        "map" => "a table, or a date without quotes,",
        "sequence" | "a sequence" => "a list",
        "a boolean" => "true or false",
        "a string" => "a text in quotes",
        "i64" => "a whole number",
        word if word.starts_with("struct ") => "a table",
        word => word,
    }
}
