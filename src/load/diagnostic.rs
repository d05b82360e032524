//! Diagnostics of the data: which rule is broken, where, and how to mend it. Every fault is collected;
//! nothing stops at the first.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::{closed_list, visible};

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
        /// A quantity is not below zero, unless it is a percentage, a temperature or money; a rank not below one.
        ImpossibleValue = "impossible-value",
        /// A figure supersedes one other of its subject, and no headline or highlight names a superseded one.
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
        /// A file or folder of the user can be read, stands still meanwhile, and is not larger than the limits.
        Unreadable = "unreadable",
        /// A warning: what the user's data adds to, names or retires is not in the data (any more).
        Orphaned = "orphaned",
        /// A warning: nothing rests on a source of the user's.
        UnusedSource = "unused-source",
        /// A warning: a file in the user's folder is none of the data.
        NotRead = "not-read",
    }
}

impl Rule {
    /// Whether the data is used although the rule is broken.
    pub fn is_warning(self) -> bool {
        matches!(self, Self::Orphaned | Self::UnusedSource | Self::NotRead)
    }
}

/// Where a table stands in the data, and the keys in it.
#[derive(Clone, Debug, Default)]
pub struct Location {
    /// Index of the file in the order read.
    pub file: usize,
    /// Byte offset of the table.
    pub start: usize,
    /// File and byte offset of its keys; those of a table in it are called `table.key`. Of a table that was
    /// merged of several, each key stands where it was written last.
    pub keys: Vec<(String, (usize, usize))>,
}

impl Location {
    /// Whether a key stands in the table.
    pub fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|(name, _)| name == key)
    }

    /// File and offset of a key, or of the table where the key is absent.
    pub fn of(&self, key: &str) -> (usize, usize) {
        self.keys.iter().find(|(name, _)| *name == key).map_or((self.file, self.start), |(_, at)| *at)
    }
}

/// One broken rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// File: a path below the parent of the project's data folder, or below the user's folder as it was named.
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

/// The most diagnostics of one file that are kept, the last of which says how many more there were.
const MOST: usize = 100;
/// From so many diagnostics in all files on, no name is suggested: each suggestion compares a text with every name.
const SUGGESTED: usize = 1000;

/// The files read, and the diagnostics found in them so far.
#[derive(Debug, Default)]
pub struct Diagnostics {
    files: Vec<File>,
    /// How many were found in all files.
    found: usize,
}

#[derive(Debug, Default)]
struct File {
    path: String,
    /// 0 is the data of the project; the user's folders follow in their order.
    layer: usize,
    text: String,
    /// Byte offset of each line.
    lines: Vec<usize>,
    kept: Vec<Diagnostic>,
    /// How many were found beside those kept.
    more: usize,
}

impl File {
    /// The line of a byte offset, from 1.
    fn line(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset).max(1)
    }
}

impl Diagnostics {
    /// Adds a file; its index names it in [`Location`].
    pub fn add_file(&mut self, path: &str, text: &str, layer: usize) -> usize {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let (path, text) = (path.to_owned(), text.to_owned());
        self.files.push(File { path, layer, text, lines, ..File::default() });
        self.files.len() - 1
    }

    /// The layer of a file: 0 is the data of the project, above are folders of the user.
    pub fn layer(&self, file: usize) -> usize {
        self.files[file].layer
    }

    /// Whether a file stands for compiled data, which has no places.
    pub fn is_compiled(&self, file: usize) -> bool {
        self.files.get(file).is_some_and(|file| file.path.is_empty())
    }

    /// `file:line` of what the user wrote; none for the data of the project.
    pub fn origin(&self, file: usize, offset: usize) -> Option<String> {
        let file = self.files.get(file).filter(|file| file.layer > 0)?;
        Some(format!("{}:{}", file.path, file.line(offset)))
    }

    /// Records a fault at a byte offset of a file.
    pub fn add(&mut self, file: usize, offset: usize, rule: Rule, message: impl fmt::Display) {
        self.found += 1;
        let file = &mut self.files[file];
        if file.kept.len() == MOST {
            file.more += 1;
            return;
        }
        let line = file.line(offset);
        let before = file.text.get(file.lines[line - 1]..offset).unwrap_or_default();
        file.kept.push(Diagnostic {
            path: file.path.clone(),
            line,
            column: before.chars().count() + 1,
            rule,
            // What is wrong in the data may be that it steers a terminal.
            message: visible(&message.to_string()),
        });
    }

    /// Records a fault at a key of a table.
    pub fn at(&mut self, location: &Location, key: &str, rule: Rule, message: impl fmt::Display) {
        let (file, offset) = location.of(key);
        self.add(file, offset, rule, message);
    }

    /// What was probably meant, which is slow to find: nothing where many faults are found already.
    pub fn did_you_mean<'n>(&self, written: &str, known: impl IntoIterator<Item = &'n str>) -> String {
        if self.found < SUGGESTED { did_you_mean(written, known) } else { String::new() }
    }

    /// The file that was added last.
    pub fn last_file(&self) -> usize {
        self.files.len().saturating_sub(1)
    }

    /// All diagnostics, by file and place.
    pub fn into_sorted(self) -> Vec<Diagnostic> {
        let mut all = Vec::new();
        for mut file in self.files {
            file.kept.sort();
            file.kept.dedup();
            if let (Some(last), more @ 1..) = (file.kept.last_mut(), file.more) {
                last.message = format!("{}; `{more}` more in this file", last.message);
            }
            all.append(&mut file.kept);
        }
        all.sort_by(|a, b| a.path.cmp(&b.path));
        all
    }
}

/// `; did you mean x?`, where one of the known names is but an edit or two from what was written.
pub fn did_you_mean<'n>(written: &str, known: impl IntoIterator<Item = &'n str>) -> String {
    let edits = |name: &str| strsim::osa_distance(written, name);
    let nearest = known.into_iter().map(|name| (edits(name), name)).min();
    match nearest.filter(|(edits, name)| *edits <= name.len().max(written.len()).div_ceil(4)) {
        Some((_, name)) => format!("; did you mean `{name}`?"),
        None => String::new(),
    }
}
