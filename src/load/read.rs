//! TOML in, with the location of everything: `data/` as a [`Dataset`] and every fault of form.
//!
//! Each table is read by itself and each key by itself, so that one fault hides no other. What the
//! values mean to each other is judged in `check.rs`.

use std::{collections::BTreeMap, fs, io, ops::Range, path::Path};

use toml::{
    Spanned as TomlSpanned,
    de::{DeTable, DeValue},
};

use super::{Dataset, Diagnostic, Diagnostics, FigureEntry, Location, Rule, Spanned, rules};
use crate::model::{
    About, Dispute, Figure, Gap, Group, Kind, Links, Metric, MetricType, Number, Qualifier, Record, Source,
    SourceKind, Status, Strength, Synonym, Term, Text, Value, is_invisible,
};

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
        let Ok(text) = std::str::from_utf8(bytes) else {
            let file = diagnostics.add_file(&shown, "");
            diagnostics.add(file, 0, Rule::Syntax, "the file is not UTF-8");
            continue;
        };
        let file = diagnostics.add_file(&shown, text);
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let offset = error.span().map_or(0, |span| span.start);
            diagnostics.add(file, offset, Rule::Syntax, error.message().replace('\n', ", "));
        }
        let fields = Fields::new(table.get_ref(), file, 0, &mut diagnostics);
        read_file(path, fields, &mut dataset);
    }
    rules::run(&mut dataset, &mut diagnostics);
    (dataset, diagnostics.into_sorted())
}

fn read_file(path: &str, mut fields: Fields, dataset: &mut Dataset) {
    let record = path
        .strip_suffix(".toml")
        .and_then(|path| path.split_once('/'))
        .and_then(|(folder, id)| Some((Kind::from_plural(folder)?, id)));
    match (path, record) {
        (_, Some((kind, id))) => record_file(kind, id, fields, dataset),
        ("atlas.toml", _) => {
            let about = About {
                version: fields.text("version"),
                governance: fields.texts("governance"),
                contact: fields.texts("contact"),
                scopes: fields.texts("scopes"),
                headlines: fields.texts("headlines"),
            };
            dataset.about = Some(fields.spanned(about));
        }
        ("metrics.toml", _) => fields.each("metric", |fields| {
            let metric = Metric {
                id: fields.text("id"),
                label: fields.text("label"),
                label_zh: fields.text("label_zh"),
                theme: fields.text("theme"),
                form: fields
                    .word("type", MetricType::from_name, MetricType::ALL, MetricType::name)
                    .unwrap_or(MetricType::Text),
                unit: fields.optional("unit"),
                repeats: fields.flag("repeats"),
                definition: fields.text("definition"),
                definition_zh: fields.text("definition_zh"),
                kinds: fields
                    .words_of("kinds", |name| Kind::ALL.into_iter().find(|kind| kind.name() == name)),
            };
            dataset.metrics.push(fields.spanned(metric));
        }),
        ("sources.toml", _) => fields.each("source", |fields| {
            let source = Source {
                id: fields.text("id"),
                title: fields.text("title"),
                publisher: fields.text("publisher"),
                url: fields.optional("url"),
                published: fields.optional("published"),
                accessed: fields.text("accessed"),
                lang: fields.text("lang"),
                kind: fields
                    .word("kind", SourceKind::from_name, SourceKind::ALL, SourceKind::name)
                    .unwrap_or(SourceKind::Reference),
                strength: fields
                    .word("strength", Strength::from_name, Strength::ALL, Strength::name)
                    .unwrap_or(Strength::Weak),
                note: fields.optional("note"),
                note_zh: fields.optional("note_zh"),
            };
            dataset.sources.push(fields.spanned(source));
        }),
        ("vocabulary.toml", _) => fields.each_of_all(|set, fields| {
            let term = Term {
                set: Text::from(set.to_owned()),
                id: fields.text("id"),
                label: fields.text("label"),
                label_zh: fields.text("label_zh"),
                meaning: fields.text("meaning"),
                meaning_zh: fields.text("meaning_zh"),
                shown_by: fields.texts_or_none("shown_by"),
            };
            dataset.terms.push(fields.spanned(term));
        }),
        ("disputes.toml", _) => fields.each("dispute", |fields| {
            let dispute = Dispute {
                id: fields.text("id"),
                text: fields.text("text"),
                text_zh: fields.text("text_zh"),
                note: fields.text("note"),
                note_zh: fields.text("note_zh"),
                figures: fields.texts("figures"),
            };
            dataset.disputes.push(fields.spanned(dispute));
        }),
        ("gaps.toml", _) => fields.each("gap", |fields| {
            let gap = Gap {
                id: fields.text("id"),
                text: fields.text("text"),
                text_zh: fields.text("text_zh"),
                topics: fields.texts("topics"),
                topics_zh: fields.texts("topics_zh"),
                records: fields.texts("records"),
            };
            dataset.gaps.push(fields.spanned(gap));
        }),
        ("synonyms.toml", _) => fields.each("word", |fields| {
            let usage = Synonym { words: fields.texts("words"), means: fields.texts("means") };
            dataset.synonyms.push(fields.spanned(usage));
        }),
        _ => fields.report(
            0,
            Rule::UnknownKey,
            format!("no file `{path}` belongs in the data; a record is <kinds>/<id>.toml"),
        ),
    }
}

fn record_file(kind: Kind, id: &str, mut fields: Fields, dataset: &mut Dataset) {
    let mut links = Links::default();
    let mut link_keys = Vec::new();
    fields.inside("links", |fields| {
        for kind in Kind::ALL {
            *links.of_mut(kind) = fields.texts_or_none(kind.plural());
        }
        link_keys = std::mem::take(&mut fields.location.keys);
    });
    let mut groups = Vec::new();
    fields.each("groups", |fields| {
        groups.push(Group { scheme: fields.text("scheme"), tier: fields.text("tier") });
    });
    fields.each("figure", |fields| {
        let written =
            FigureEntry { n: fields.count("n"), undated: fields.flag("undated"), figure: figure(id, fields) };
        dataset.figures.push(fields.spanned(written));
    });
    let record = Record {
        kind,
        id: Text::from(id.to_owned()),
        name: fields.text("name"),
        name_zh: fields.optional("name_zh"),
        pinyin: fields.optional("pinyin"),
        aliases: fields.texts_or_none("aliases"),
        category: fields.text("category"),
        status: fields.optional("status"),
        status_as_of: fields.optional("status_as_of"),
        parent: fields.optional("parent"),
        country: fields.texts_or_none("country"),
        groups,
        summary: fields.text("summary"),
        summary_zh: fields.text("summary_zh"),
        links,
        sources: fields.texts_or_none("sources"),
    };
    let mut entry = fields.spanned(record);
    entry.location.keys.extend(link_keys);
    dataset.records.push(entry);
}

fn figure(subject: &str, fields: &mut Fields) -> Figure<'static> {
    Figure {
        id: Text::default(),
        subject: Text::from(subject.to_owned()),
        metric: fields.text("metric"),
        label: Text::default(),
        label_zh: Text::default(),
        value: fields.value("value").unwrap_or_else(|| {
            fields.missing("value");
            Value::Text(Text::default())
        }),
        value_zh: fields.value("value_zh"),
        qualifier: fields.word_or(
            "qualifier",
            Qualifier::Exact,
            Qualifier::from_name,
            Qualifier::ALL,
            Qualifier::name,
        ),
        unit: fields.optional("unit"),
        period: fields.optional("period"),
        as_of: fields.optional("as_of"),
        scope: fields.optional("scope"),
        part: fields.optional("part"),
        status: fields.word_or("status", Status::Actual, Status::from_name, Status::ALL, Status::name),
        of: fields.optional("of"),
        // Its absence is the rule `unsourced`, not a missing key.
        source: fields.optional("source").unwrap_or_default(),
        strength: Strength::Weak,
        statement: fields.text("statement"),
        statement_zh: fields.text("statement_zh"),
        note: fields.optional("note"),
        note_zh: fields.optional("note_zh"),
    }
}

/// One table being read: hands out its keys, and at the end names those that nobody asked for.
struct Fields<'t> {
    left: BTreeMap<&'t str, (&'t TomlSpanned<DeValue<'t>>, usize)>,
    asked: Vec<&'static str>,
    location: Location,
    diagnostics: &'t mut Diagnostics,
}

impl<'t> Fields<'t> {
    fn new(table: &'t DeTable<'t>, file: usize, start: usize, diagnostics: &'t mut Diagnostics) -> Self {
        let left =
            table.iter().map(|(key, value)| (key.get_ref().as_ref(), (value, key.span().start))).collect();
        Self { left, asked: Vec::new(), location: Location { file, start, keys: Vec::new() }, diagnostics }
    }

    fn report(&mut self, offset: usize, rule: Rule, message: impl Into<String>) {
        self.diagnostics.add(self.location.file, offset, rule, message);
    }

    fn missing(&mut self, key: &str) {
        self.report(self.location.start, Rule::MissingKey, format!("key `{key}` is missing"));
    }

    fn take(&mut self, key: &'static str) -> Option<(&'t DeValue<'t>, Range<usize>)> {
        self.asked.push(key);
        let (value, offset) = self.left.remove(key)?;
        self.location.keys.push((key, offset));
        Some((value.get_ref(), value.span()))
    }

    fn wrong_type(&mut self, key: &str, span: &Range<usize>, wanted: &str, found: &DeValue) {
        let found = match found {
            DeValue::String(_) => "a string",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "a boolean",
            DeValue::Datetime(_) => "a TOML date (dates are strings here)",
            DeValue::Array(_) => "an array",
            DeValue::Table(_) => "a table",
        };
        self.report(span.start, Rule::WrongType, format!("`{key}` is {wanted}, not {found}"));
    }

    fn clean(&mut self, key: &str, span: &Range<usize>, text: &str) -> Text<'static> {
        if text.trim() != text || text.is_empty() {
            self.report(span.start, Rule::BlankText, format!("`{key}` is empty or has a blank at an end"));
        }
        if let Some(bad) = text.chars().find(|c| is_invisible(*c)) {
            let message = format!("`{key}` holds the invisible character {}", bad.escape_unicode());
            self.report(span.start, Rule::InvisibleCharacter, message);
        }
        Text::from(text.to_owned())
    }

    fn optional(&mut self, key: &'static str) -> Option<Text<'static>> {
        let (value, span) = self.take(key)?;
        match value {
            DeValue::String(text) => Some(self.clean(key, &span, text)),
            other => {
                self.wrong_type(key, &span, "a string", other);
                None
            }
        }
    }

    fn text(&mut self, key: &'static str) -> Text<'static> {
        if !self.left.contains_key(key) {
            self.missing(key);
        }
        self.optional(key).unwrap_or_default()
    }

    fn texts_or_none(&mut self, key: &'static str) -> Vec<Text<'static>> {
        let Some((value, span)) = self.take(key) else { return Vec::new() };
        let DeValue::Array(items) = value else {
            self.wrong_type(key, &span, "an array of strings", value);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::String(text) => texts.push(self.clean(key, &item.span(), text)),
                other => self.wrong_type(key, &item.span(), "an array of strings", other),
            }
        }
        texts
    }

    fn texts(&mut self, key: &'static str) -> Vec<Text<'static>> {
        if !self.left.contains_key(key) {
            self.missing(key);
        }
        self.texts_or_none(key)
    }

    fn words_of<T>(&mut self, key: &'static str, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let texts = self.texts(key);
        let offset = self.location.of(key);
        let mut words = Vec::new();
        for text in texts {
            match read(&text) {
                Some(word) => words.push(word),
                None => self.report(offset, Rule::UnknownId, format!("`{key}` knows no `{text}`")),
            }
        }
        words
    }

    fn word<T: Copy>(
        &mut self,
        key: &'static str,
        read: fn(&str) -> Option<T>,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Option<T> {
        if !self.left.contains_key(key) {
            self.missing(key);
            return None;
        }
        let text = self.optional(key)?;
        let word = read(&text);
        if word.is_none() {
            let legal: Vec<_> = all.iter().map(|word| name(*word)).collect();
            let message = format!("`{key}` knows no `{text}`; it is one of {}", legal.join(", "));
            self.report(self.location.of(key), Rule::UnknownId, message);
        }
        word
    }

    fn word_or<T: Copy>(
        &mut self,
        key: &'static str,
        default: T,
        read: fn(&str) -> Option<T>,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> T {
        if self.left.contains_key(key) { self.word(key, read, all, name).unwrap_or(default) } else { default }
    }

    fn flag(&mut self, key: &'static str) -> bool {
        match self.take(key) {
            None => false,
            Some((DeValue::Boolean(flag), _)) => *flag,
            Some((other, span)) => {
                self.wrong_type(key, &span, "true or false", other);
                false
            }
        }
    }

    fn count(&mut self, key: &'static str) -> Option<u32> {
        let (value, span) = self.take(key)?;
        let count = match number(value) {
            Some(Number::Int(int)) => u32::try_from(int).ok().filter(|n| *n >= 2),
            _ => None,
        };
        if count.is_none() {
            self.wrong_type(key, &span, "a whole number from 2", value);
        }
        count
    }

    fn value(&mut self, key: &'static str) -> Option<Value<'static>> {
        let (value, span) = self.take(key)?;
        let wanted = "a number, a string, a list of strings or a pair of numbers";
        match value {
            DeValue::String(text) => Some(Value::Text(self.clean(key, &span, text))),
            DeValue::Integer(_) | DeValue::Float(_) => {
                let number = number(value);
                if number.is_none() {
                    self.wrong_type(key, &span, "a finite number of at most 64 bits", value);
                }
                number.map(Value::Number)
            }
            DeValue::Array(items) => {
                let numbers: Vec<_> = items.iter().filter_map(|item| number(item.get_ref())).collect();
                if let ([low, high], 2) = (&numbers[..], items.len()) {
                    return Some(Value::Range(*low, *high));
                }
                let mut texts = Vec::new();
                for item in items {
                    match item.get_ref() {
                        DeValue::String(text) => texts.push(self.clean(key, &item.span(), text)),
                        other => self.wrong_type(key, &item.span(), wanted, other),
                    }
                }
                Some(Value::List(texts))
            }
            other => {
                self.wrong_type(key, &span, wanted, other);
                None
            }
        }
    }

    /// Reads the table under `key`, if there is one.
    fn inside(&mut self, key: &'static str, read: impl FnOnce(&mut Fields)) {
        let Some((value, span)) = self.take(key) else { return };
        let DeValue::Table(table) = value else { return self.wrong_type(key, &span, "a table", value) };
        read(&mut Fields::new(table, self.location.file, span.start, self.diagnostics));
    }

    /// Reads each table of the array under `key`, if there is one.
    fn each(&mut self, key: &'static str, read: impl FnMut(&mut Fields)) {
        if let Some((value, span)) = self.take(key) {
            self.each_in(key, value, &span, read);
        }
    }

    /// Reads each table of every array there is, with the name of the array.
    fn each_of_all(&mut self, mut read: impl FnMut(&str, &mut Fields)) {
        for (key, (value, _)) in std::mem::take(&mut self.left) {
            self.each_in(key, value.get_ref(), &value.span(), |fields| read(key, fields));
        }
    }

    fn each_in(
        &mut self,
        key: &str,
        value: &DeValue,
        span: &Range<usize>,
        mut read: impl FnMut(&mut Fields),
    ) {
        let DeValue::Array(items) = value else {
            return self.wrong_type(key, span, "an array of tables", value);
        };
        for item in items {
            match item.get_ref() {
                DeValue::Table(table) => {
                    read(&mut Fields::new(table, self.location.file, item.span().start, self.diagnostics));
                }
                other => self.wrong_type(key, &item.span(), "an array of tables", other),
            }
        }
    }

    /// The thing read, with its location.
    fn spanned<T>(&mut self, item: T) -> Spanned<T> {
        Spanned { item, location: self.location.clone() }
    }
}

impl Drop for Fields<'_> {
    /// What was left unread at the end of a table is a fault, wherever the reading ended.
    fn drop(&mut self) {
        let mut asked = std::mem::take(&mut self.asked);
        asked.sort_unstable();
        for (key, (_, offset)) in std::mem::take(&mut self.left) {
            let message = format!("unknown key `{}`; known are {}", key.escape_debug(), asked.join(", "));
            self.report(offset, Rule::UnknownKey, message);
        }
    }
}

fn number(value: &DeValue) -> Option<Number> {
    match value {
        DeValue::Integer(int) => i64::from_str_radix(int.as_str(), int.radix()).ok().map(Number::Int),
        DeValue::Float(float) => {
            float.as_str().parse().ok().filter(|float: &f64| float.is_finite()).map(Number::Float)
        }
        _ => None,
    }
}
