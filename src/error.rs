//! What can go wrong, and the exit status of each. The words are in `lang::message`.

use std::io;

use crate::{load::Diagnostic, model::Kind, store};

/// Why a question has no answer.
#[derive(Debug)]
#[expect(missing_docs, reason = "each variant says what is in it")]
pub enum Error {
    /// No record (source, metric) answers to what was typed; the candidates are ids that it may have meant, best
    /// first.
    NotFound { what: Entity, typed: String, candidates: Vec<String> },
    /// What was typed is a record, with this id, of another kind than was asked.
    OtherKind { asked: Kind, is: Kind, id: String },
    /// A usage error that the grammar cannot see.
    Usage(UsageError),
    /// A usage error that clap saw, in clap's words.
    Clap(Box<clap::Error>),
    /// The user's own data has faults.
    OwnData(Vec<Diagnostic>),
    /// A folder of the user's own data, as it was named, cannot be read.
    Folder(String, io::Error),
    /// The compiled data cannot be decoded.
    Data(store::Error),
    /// Standard input could not be read.
    Read(io::Error),
    /// What standard input holds is no text.
    NotUtf8,
    /// The answer could not be written.
    Output(io::Error),
    /// A folder or file could not be written.
    Write(String, io::Error),
    /// What an export has replaced could not be removed from where it is now; the new one is whole.
    Remove(String, io::Error),
    /// What would be written is there already.
    Exists(String),
}

/// What an id stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entity {
    /// A record, of one kind or of any.
    Record(Option<Kind>),
    /// A metric.
    Metric,
    /// A source.
    Source,
    /// A figure.
    Figure,
}

/// A usage error that the grammar cannot see.
#[derive(Debug)]
#[expect(missing_docs, reason = "each variant says what is in it")]
pub enum UsageError {
    /// A value of an option that is none of those known.
    UnknownValue { option: &'static str, typed: String, known: Vec<String> },
    /// A field that is none of those that the answer has.
    UnknownField { typed: String, known: Vec<String> },
    /// The same record, or records of different kinds, side by side.
    NotComparable(Vec<(String, Kind)>),
    /// Fewer than two records to compare.
    TooFew,
    /// Something else stands where a command does, after this one; and the command line that may be meant.
    NoCommand { command: String, typed: String, meant: String },
    /// What `--from` and `--to` say: the end of a time before its beginning.
    Backwards { from: String, to: String },
    /// More words than a command line may have.
    TooManyArguments(usize),
    /// More ids than one command looks up.
    TooManyIds(usize),
    /// An option stands before any command.
    OptionFirst(String),
    /// A search of more characters than this.
    QueryTooLong(usize),
    /// An option that says nothing in this format.
    NotInFormat(&'static str, String),
    /// An option that needs a value and has none.
    MissingValue(&'static str),
    /// A question about the user's own data where there is none.
    NoOwnData,
    /// A date of an option that is none, and one of the form that it takes.
    NotADate { option: &'static str, example: &'static str, typed: String },
}

impl Error {
    /// The exit status: 1 not found, 2 usage, 3 data, 4 output.
    pub fn status(&self) -> u8 {
        match self {
            Self::NotFound { .. } | Self::OtherKind { .. } => 1,
            Self::Usage(_) | Self::Clap(_) => 2,
            Self::Data(_) | Self::Read(_) | Self::NotUtf8 | Self::OwnData(_) | Self::Folder(..) => 3,
            Self::Output(_) | Self::Write(..) | Self::Remove(..) | Self::Exists(_) => 4,
        }
    }
}

impl From<UsageError> for Error {
    fn from(usage: UsageError) -> Self {
        Self::Usage(usage)
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        Self::Data(error)
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// JSON is parsed from the data and written to the output.
impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        if error.is_io() { Self::Output(error.into()) } else { Self::Data(error.into()) }
    }
}

/// CSV is only written.
impl From<csv::Error> for Error {
    fn from(error: csv::Error) -> Self {
        // Its own conversion hides the kind of the error, such as a closed pipe.
        Self::Output(match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })
    }
}

impl From<clap::Error> for Error {
    fn from(error: clap::Error) -> Self {
        Self::Clap(Box::new(error))
    }
}
