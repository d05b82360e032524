//! Diagnostics of the data: which rule is broken, where, and how to mend it. Every fault is collected;
//! nothing stops at the first.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::closed_list;

closed_list! {
    /// The rules that the data keeps; each is checked in one location (`read.rs` or `check.rs`).
    Rule {
        /// The file is TOML.
        Syntax = "syntax",
        /// Every folder, file and key is one that the schema knows.
        UnknownKey = "unknown-key",
        /// Every required key is there.
        MissingKey = "missing-key",
        /// A value has the form that its key or metric asks for.
        WrongType = "wrong-type",
        /// No text is empty, and none begins or ends in a blank.
        BlankText = "blank-text",
        /// No text holds a control or invisible character.
        InvisibleCharacter = "invisible-character",
        /// An id is kebab-case: lower-case letters, digits and single hyphens.
        IdForm = "id-form",
        /// No two things have one id; no two figures share everything that tells figures apart.
        DuplicateId = "duplicate-id",
        /// Every id that is named exists.
        UnknownId = "unknown-id",
        /// A link stands on both sides, under the right kind.
        OneSidedLink = "one-sided-link",
        /// The parents of a record lead to a top, not in a circle.
        ParentCycle = "parent-cycle",
        /// A unit is the metric's own; only counts may name the thing counted.
        WrongUnit = "wrong-unit",
        /// A key or metric is used only on the kinds of record that it is for.
        WrongKind = "wrong-kind",
        /// A date is one of the calendar, and not after the data's own date where it says what was.
        ImpossibleDate = "impossible-date",
        /// A figure has a period or an as-of date, or says `undated = true`; never both.
        Undated = "undated",
        /// A figure names its source, a record at least one.
        Unsourced = "unsourced",
        /// What is said in English is said in Chinese.
        Untranslated = "untranslated",
        /// An address is http or https.
        UnsafeAddress = "unsafe-address",
    }
}

/// Where something stands in the data.
#[derive(Clone, Debug, Default)]
pub struct Location {
    /// Index of the file in the order read.
    pub file: usize,
    /// Byte offset of the table.
    pub start: usize,
    /// Byte offsets of its keys.
    pub keys: Vec<(&'static str, usize)>,
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

/// The files read, and the diagnostics found in them so far.
#[derive(Debug, Default)]
pub struct Diagnostics {
    files: Vec<(String, String)>,
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a file; its index names it in [`Location`].
    pub fn add_file(&mut self, path: &str, text: &str) -> usize {
        self.files.push((path.to_owned(), text.to_owned()));
        self.files.len() - 1
    }

    /// Records a fault at a byte offset of a file.
    pub fn add(&mut self, file: usize, offset: usize, rule: Rule, message: impl Into<String>) {
        let (path, text) = &self.files[file];
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        self.found.push(Diagnostic {
            path: path.clone(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            rule,
            message: message.into(),
        });
    }

    /// Records a fault at a key of something.
    pub fn at(&mut self, location: &Location, key: &str, rule: Rule, message: impl Into<String>) {
        self.add(location.file, location.of(key), rule, message);
    }

    /// All diagnostics, by location.
    #[must_use]
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.found.sort();
        self.found.dedup();
        self.found
    }
}
