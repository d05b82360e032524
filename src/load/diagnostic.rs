//! Diagnostics of the data: which rule is broken, where, and how to mend it. Every fault is collected;
//! nothing stops at the first.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::{closed_list, is_invisible};

closed_list! {
    /// The rules that the data keeps: those of form are checked in `read.rs`, the others in `rules.rs`.
    Rule {
        /// The file is TOML.
        Syntax = "syntax",
        /// Every folder, file and key is one that the schema knows.
        UnknownKey = "unknown-key",
        /// Every required key is there, also one that only another key or a metric asks for.
        MissingKey = "missing-key",
        /// A value has the form that its key or metric asks for.
        WrongType = "wrong-type",
        /// No text is empty, and none begins or ends in a blank.
        BlankText = "blank-text",
        /// No text holds a control or invisible character.
        InvisibleCharacter = "invisible-character",
        /// No list has an item twice.
        RepeatedItem = "repeated-item",
        /// An id is kebab-case: lower-case letters, digits and single hyphens.
        IdForm = "id-form",
        /// No two things have one id; no two figures share everything that tells figures apart.
        DuplicateId = "duplicate-id",
        /// No two records have one name.
        DuplicateName = "duplicate-name",
        /// Every id that is named exists.
        UnknownId = "unknown-id",
        /// A link stands on both sides, under the right kind.
        OneSidedLink = "one-sided-link",
        /// Nothing is linked to itself.
        SelfLink = "self-link",
        /// The parents of a record lead to a top, not in a circle.
        ParentCycle = "parent-cycle",
        /// A unit is the metric's own; only counts may name the thing counted.
        WrongUnit = "wrong-unit",
        /// A key or metric is used only on the kinds of record that it is for.
        WrongKind = "wrong-kind",
        /// A date is one of the calendar, and not after the data's own date where it says what was.
        ImpossibleDate = "impossible-date",
        /// A figure has a period or an as-of date, else it says `undated = true`.
        Undated = "undated",
        /// A figure has a period or an as-of date, never both.
        TwoDates = "two-dates",
        /// A count is not below zero, a rank not below one.
        ImpossibleValue = "impossible-value",
        /// A figure retires one other of its subject, and what is retired stands out nowhere.
        Supersedes = "supersedes",
        /// Figures and sources stand in the order that the guide of the data gives.
        OutOfOrder = "out-of-order",
        /// A figure names its source, a record at least one.
        Unsourced = "unsourced",
        /// What is said in English is said in Chinese.
        Untranslated = "untranslated",
        /// What changed or went since the last release has its reason.
        Unexplained = "unexplained",
        /// An address is http or https, with a host of a domain.
        UnsafeAddress = "unsafe-address",
    }
}

/// Where a table stands in the data, and the keys in it.
#[derive(Clone, Debug, Default)]
pub struct Location {
    /// Index of the file in the order read.
    pub file: usize,
    /// Byte offset of the table.
    pub start: usize,
    /// Byte offsets of its keys; those of a table in it are called `table.key`.
    pub keys: Vec<(String, usize)>,
}

impl Location {
    /// The offset of a key, or of the table where the key is absent.
    #[must_use]
    pub fn of(&self, key: &str) -> usize {
        self.keys.iter().find(|(name, _)| *name == key).map_or(self.start, |(_, offset)| *offset)
    }
}

/// One broken rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// File, as a path below the data folder's parent.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The rule.
    pub rule: Rule,
    /// What is wrong, the offender in backticks.
    pub message: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, column, rule, message } = self;
        write!(f, "{path}:{line}:{column}: {}: {message}", rule.name())
    }
}

/// The most diagnostics of one file that are kept; the last says how many more there were.
const MOST: usize = 100;

/// The files read, and the diagnostics found in them so far.
#[derive(Debug, Default)]
pub struct Diagnostics {
    files: Vec<File>,
}

#[derive(Debug, Default)]
struct File {
    path: String,
    text: String,
    /// Byte offset of each line.
    lines: Vec<usize>,
    kept: Vec<Diagnostic>,
    /// How many were found beside those kept.
    more: usize,
}

impl Diagnostics {
    /// Adds a file; its index names it in [`Location`].
    pub fn add_file(&mut self, path: &str, text: &str) -> usize {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        self.files.push(File { path: path.to_owned(), text: text.to_owned(), lines, ..File::default() });
        self.files.len() - 1
    }

    /// Records a fault at a byte offset of a file.
    pub fn add(&mut self, file: usize, offset: usize, rule: Rule, message: impl Into<String>) {
        let file = &mut self.files[file];
        if file.kept.len() == MOST {
            file.more += 1;
            return;
        }
        let line = file.lines.partition_point(|start| *start <= offset).max(1);
        let before = file.text.get(file.lines[line - 1]..offset).unwrap_or_default();
        // What is wrong in the data may be that it steers a terminal.
        let mut shown = String::new();
        for c in message.into().chars() {
            if is_invisible(c) { shown.extend(c.escape_unicode()) } else { shown.push(c) }
        }
        file.kept.push(Diagnostic {
            path: file.path.clone(),
            line,
            column: before.chars().count() + 1,
            rule,
            message: shown,
        });
    }

    /// Records a fault at a key of a table.
    pub fn at(&mut self, location: &Location, key: &str, rule: Rule, message: impl Into<String>) {
        self.add(location.file, location.of(key), rule, message);
    }

    /// Whether more faults of a file are only counted, so that no message need be made for them.
    #[must_use]
    pub fn is_full(&self, file: usize) -> bool {
        self.files[file].kept.len() == MOST
    }

    /// All diagnostics, by file and place.
    #[must_use]
    pub fn into_sorted(self) -> Vec<Diagnostic> {
        let mut all = Vec::new();
        for mut file in self.files {
            file.kept.sort();
            file.kept.dedup();
            if let (Some(last), more @ 1..) = (file.kept.last_mut(), file.more) {
                last.message = format!("{}; and {more} more in this file", last.message);
            }
            all.append(&mut file.kept);
        }
        all.sort_by(|a, b| a.path.cmp(&b.path));
        all
    }
}

/// `; did you mean x?`, where one of the known names is but an edit or two from what was written.
#[must_use]
pub fn did_you_mean<'n>(written: &str, known: impl IntoIterator<Item = &'n str>) -> String {
    let edits = |name: &str| strsim::osa_distance(written, name);
    let nearest = known.into_iter().map(|name| (edits(name), name)).min();
    match nearest.filter(|(edits, name)| *edits <= name.len().max(written.len()).div_ceil(4)) {
        Some((_, name)) => format!("; did you mean `{name}`?"),
        None => String::new(),
    }
}
