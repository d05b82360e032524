//! TOML in: `data/` as a [`Dataset`], with the place of everything and every fault of form.
//!
//! Each table of a file is read by itself, by the `Deserialize` of its type, so that a fault in one hides
//! none in another; of several faults of form in one table the first is told. What the values mean to each
//! other is judged in `rules.rs`.

use std::{collections::BTreeSet, fmt, fs, io, path::Path};

use serde::{
    Deserialize, Deserializer,
    de::{
        Error, Expected, IntoDeserializer, Unexpected, Visitor,
        value::{MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};
use toml::{
    Spanned as TomlSpanned,
    de::{DeString, DeTable, DeValue},
};

use super::{Dataset, Diagnostic, Diagnostics, Location, Rule, Spanned, did_you_mean, rules};
use crate::model::{Kind, Record, is_invisible};

/// The closed lists of `vocabulary.toml`.
const SETS: &[&str] = &[
    "category", "country", "entity-status", "item", "kind", "level", "metric-type", "need", "part", "place",
    "plan-status", "qualifier", "scheme", "scope", "source-kind", "status", "strength", "theme", "tier",
    "topic", "unit",
];

/// Keys of a figure that the rules fill in, with what stands there until then.
const COMPUTED: &[(&str, &str)] = &[
    ("id", ""),
    ("label", ""),
    ("label_zh", ""),
    ("period_start", ""),
    ("period_end", ""),
    ("strength", "weak"),
    ("superseded_by", ""),
    ("origin", ""),
];

/// Reads a data folder and checks it.
///
/// # Errors
/// An [`io::Error`] where the folder cannot be read. Diagnostics of the data are the second value, all of
/// them, by location; the data set is fit for use only where there are none.
pub fn load(folder: &Path) -> io::Result<(Dataset, Vec<Diagnostic>)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(inside)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == "toml") {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
                files.push((name.replace('\\', "/"), fs::read(&path)?));
            }
        }
    }
    files.sort();
    Ok(read(&files))
}

/// Reads and checks files, each a path below the data folder and its bytes.
#[must_use]
pub fn read(files: &[(String, Vec<u8>)]) -> (Dataset, Vec<Diagnostic>) {
    let mut dataset = Dataset::default();
    let mut diagnostics = Diagnostics::default();
    for (path, bytes) in files {
        let shown = format!("data/{path}");
        let text = std::str::from_utf8(bytes);
        let file = diagnostics.add_file(&shown, text.unwrap_or_default());
        let mut reader = FileReader { file, dataset: &mut dataset, diagnostics: &mut diagnostics };
        match text {
            Ok(text) => reader.read(path, text),
            Err(_) => reader.fault(0, Rule::Syntax, "the file is not UTF-8"),
        }
    }
    rules::run(&mut dataset, &mut diagnostics);
    (dataset, diagnostics.into_sorted())
}

/// Reads one file into the data set.
struct FileReader<'r> {
    file: usize,
    dataset: &'r mut Dataset,
    diagnostics: &'r mut Diagnostics,
}

impl FileReader<'_> {
    fn fault(&mut self, offset: usize, rule: Rule, message: impl Into<String>) {
        self.diagnostics.add(self.file, offset, rule, message);
    }

    fn read(&mut self, path: &str, text: &str) {
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
            ("atlas.toml", _) => match self.table("file", whole(root), &[]) {
                Some(about) => self.dataset.about = Some(about),
                None => _ = self.dataset.unread.insert(path.to_owned()),
            },
            ("vocabulary.toml", _) => self.dataset.terms = self.registry(root, SETS),
            ("metrics.toml", _) => self.dataset.metrics = self.registry(root, &["metric"]),
            ("sources.toml", _) => self.dataset.sources = self.registry(root, &["source"]),
            ("disputes.toml", _) => self.dataset.disputes = self.registry(root, &["dispute"]),
            ("gaps.toml", _) => self.dataset.gaps = self.registry(root, &["gap"]),
            ("synonyms.toml", _) => self.dataset.synonyms = self.registry(root, &["synonym"]),
            _ => {
                let folders = Kind::ALL.map(Kind::plural).join(", ");
                let message = format!(
                    "no file `{path}` belongs in the data; a record is <folder>/<id>.toml, in one of {folders}"
                );
                self.fault(0, Rule::UnknownKey, message);
            }
        }
    }

    /// A record's file: its figures each by itself, and the rest as one table.
    fn record(&mut self, kind: Kind, id: &str, mut root: DeTable) {
        if let Some(figures) = root.remove("figure") {
            let given = [&[("subject", id)][..], COMPUTED].concat();
            let figures = self.array("figure", figures, &given);
            self.dataset.figures.extend(figures);
        }
        let given = [("kind", kind.name()), ("id", id), ("origin", "")];
        if let Some(mut record) = self.table::<Record>("file", whole(root), &given) {
            record.item.origin = None;
            self.dataset.records.push(record);
        }
    }

    /// A registry: the arrays `names` and no others; a term is given the name of its array as its set.
    fn registry<T: Deserialize<'static>>(
        &mut self,
        root: DeTable,
        names: &'static [&'static str],
    ) -> Vec<Spanned<T>> {
        let mut tables = Vec::new();
        for (key, value) in root {
            let Some(name) = names.iter().find(|name| **name == *key.get_ref()) else {
                let (unknown, meant) = (key.get_ref(), did_you_mean(key.get_ref(), names.iter().copied()));
                let message = format!("unknown key `{unknown}`{meant} (known are {})", names.join(", "));
                self.fault(key.span().start, Rule::UnknownKey, message);
                continue;
            };
            let given: &[(&str, &str)] = if names.len() > 1 { &[("set", name)] } else { &[] };
            tables.extend(self.array(name, value, given));
        }
        tables
    }

    /// Each table of an array.
    fn array<T: Deserialize<'static>>(
        &mut self,
        key: &str,
        value: TomlSpanned<DeValue>,
        given: &[(&str, &str)],
    ) -> Vec<Spanned<T>> {
        let start = value.span().start;
        if let DeValue::Array(items) = value.into_inner() {
            return items.into_iter().filter_map(|item| self.table(key, item, given)).collect();
        }
        self.fault(start, Rule::WrongType, format!("`{key}` is tables, each under [[{key}]]"));
        Vec::new()
    }

    /// A table as what it is. `given` are keys that it does not have itself.
    fn table<T: Deserialize<'static>>(
        &mut self,
        key: &str,
        mut value: TomlSpanned<DeValue>,
        given: &[(&str, &str)],
    ) -> Option<Spanned<T>> {
        let start = value.span().start;
        let mut keys = Vec::new();
        if let DeValue::Table(table) = value.get_mut() {
            add_keys(table, "", &mut keys);
            for (key, text) in given {
                let text = TomlSpanned::new(0..0, DeValue::String((*text).to_owned().into()));
                if let Some(there) = table.insert(TomlSpanned::new(0..0, (*key).to_owned().into()), text) {
                    let message = format!("`{key}` is not written here: it is known from elsewhere");
                    self.fault(there.span().start, Rule::UnknownKey, message);
                }
            }
        }
        match T::deserialize(ValueReader { key, value: &value }) {
            Ok(item) => Some(Spanned { item, location: Location { file: self.file, start, keys } }),
            Err(Fault { rule, message, offset, .. }) => {
                self.fault(offset.unwrap_or(start), rule, message);
                let id = |key| Some(value.get_ref().as_table()?.get(key)?.get_ref().as_str()?.to_owned());
                self.dataset.unread.extend(id("subject").or_else(|| id("id")));
                None
            }
        }
    }

    /// No text in a value is empty, begins or ends in a blank, or holds a character that cannot be seen; no
    /// list says something twice.
    fn clean(&mut self, key: &str, value: &TomlSpanned<DeValue>) {
        let start = value.span().start;
        match value.get_ref() {
            DeValue::String(text) => {
                if text.trim() != text.as_ref() || text.is_empty() {
                    let message = format!("`{key}` is empty or has a blank at an end");
                    self.fault(start, Rule::BlankText, message);
                }
                if let Some(bad) = text.chars().find(|c| is_invisible(*c)) {
                    let message = format!("`{key}` holds the invisible character {}", bad.escape_unicode());
                    self.fault(start, Rule::InvisibleCharacter, message);
                }
            }
            DeValue::Array(items) => {
                let mut seen = BTreeSet::new();
                for item in items {
                    self.clean(key, item);
                    if item.get_ref().as_str().is_some_and(|text| !seen.insert(text)) {
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

/// A file as one table.
fn whole(root: DeTable) -> TomlSpanned<DeValue> {
    TomlSpanned::new(0..0, DeValue::Table(root))
}

/// The keys of a table with their places; before those of a table in it stands that table's key.
fn add_keys(table: &DeTable, path: &str, keys: &mut Vec<(String, usize)>) {
    for (key, value) in table {
        let name = format!("{path}{}", key.get_ref());
        if let DeValue::Table(inner) = value.get_ref() {
            add_keys(inner, &format!("{name}."), keys);
        }
        keys.push((name, key.span().start));
    }
}

/// Why a table is not what it should be.
#[derive(Debug)]
struct Fault {
    rule: Rule,
    message: String,
    /// Where, once that is known; else at the table.
    offset: Option<usize>,
    /// What the message still needs.
    needs: Needs,
}

#[derive(Debug)]
enum Needs {
    Nothing,
    /// The key of the value, before it.
    Key,
    /// The place of this key, which does not belong in its table; and the keys that do.
    Unknown(String, &'static [&'static str]),
}

impl Fault {
    fn new(rule: Rule, needs: Needs, message: String) -> Self {
        Self { rule, message, offset: None, needs }
    }

    /// Places it at the value of a key, unless it is placed already.
    fn at(mut self, key: &str, value: &TomlSpanned<DeValue>) -> Self {
        match (std::mem::replace(&mut self.needs, Needs::Nothing), value.get_ref()) {
            (Needs::Key, _) => self.message = format!("`{key}` {}", self.message),
            (Needs::Unknown(unknown, known), DeValue::Table(table)) => {
                self.offset = table.get_key_value(&*unknown).map(|(key, _)| key.span().start);
                let left = known.iter().copied().filter(|key| !table.contains_key(*key));
                let meant = did_you_mean(&unknown, left.clone());
                let left = left.collect::<Vec<_>>().join(", ");
                self.message = format!("unknown key `{unknown}`{meant} (there could be {left})");
            }
            _ => {}
        }
        self.offset.get_or_insert(value.span().start);
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

impl Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(Rule::WrongType, Needs::Key, message.to_string())
    }

    fn invalid_type(found: Unexpected, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Str(_) => "a text",
            Unexpected::Signed(_) | Unexpected::Float(_) => "a number",
            Unexpected::Bool(_) => "true or false",
            Unexpected::Seq => "a list",
            Unexpected::Map => "a table",
            Unexpected::Other(other) => other,
            _ => "what it is",
        };
        let expected = expected.to_string();
        let expected = match &*expected {
            "i64" => "a whole number",
            "a boolean" => "true or false",
            "a sequence" => "a list",
            other if other.starts_with("struct ") => "a table",
            other if other.starts_with("enum ") => "a text",
            other => other,
        };
        Self::new(Rule::WrongType, Needs::Key, format!("is {expected}, not {found}"))
    }

    fn unknown_variant(variant: &str, known: &'static [&'static str]) -> Self {
        let (meant, known) = (did_you_mean(variant, known.iter().copied()), known.join(", "));
        Self::new(Rule::UnknownId, Needs::Key, format!("knows no `{variant}`{meant} (known are {known})"))
    }

    fn unknown_field(field: &str, known: &'static [&'static str]) -> Self {
        let needs = Needs::Unknown(field.to_owned(), known);
        Self::new(Rule::UnknownKey, needs, String::new())
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Rule::MissingKey, Needs::Nothing, format!("key `{field}` is missing"))
    }
}

/// A value to read. What is read owns its texts, so that it outlives the file.
struct ValueReader<'t> {
    key: &'t str,
    value: &'t TomlSpanned<DeValue<'t>>,
}

impl<'de, 't> Deserializer<'de> for ValueReader<'t> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Self { key, value } = self;
        let read = match value.get_ref() {
            DeValue::String(text) => visitor.visit_str(text),
            DeValue::Integer(int) => match i64::from_str_radix(int.as_str(), int.radix()) {
                Ok(int) => visitor.visit_i64(int),
                Err(_) => Err(Fault::custom("is a number of more than 64 bits")),
            },
            DeValue::Float(float) => match float.as_str().parse() {
                Ok(float) if f64::is_finite(float) => visitor.visit_f64(float),
                _ => Err(Fault::custom("is no finite number")),
            },
            DeValue::Boolean(flag) => visitor.visit_bool(*flag),
            DeValue::Datetime(_) => {
                let found = Unexpected::Other("a TOML date (dates are texts here, in quotes)");
                Err(Fault::invalid_type(found, &visitor))
            }
            DeValue::Array(items) => {
                visitor.visit_seq(SeqDeserializer::new(items.iter().map(|value| ValueReader { key, value })))
            }
            DeValue::Table(table) => {
                let entry = |(key, value): (&'t TomlSpanned<DeString<'t>>, _)| {
                    let key: &str = key.get_ref();
                    (key, ValueReader { key, value })
                };
                visitor.visit_map(MapDeserializer::new(table.iter().map(entry)))
            }
        };
        read.map_err(|fault| fault.at(key, value))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.value.get_ref().as_str() {
            Some(text) => visitor
                .visit_enum(text.into_deserializer())
                .map_err(|fault: Fault| fault.at(self.key, self.value)),
            None => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl IntoDeserializer<'_, Fault> for ValueReader<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
