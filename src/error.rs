//! What can go wrong, and the exit status of each. The words are in `lang::message`.

use std::io;

use crate::{load::Diagnostic, model::Kind, store};

/// Why a question has no answer.
#[derive(Debug)]
pub enum Error {
    /// No record (source, metric) answers to what was typed.
    NotFound {
        /// What was looked for.
        what: Entity,
        /// What was typed.
        typed: String,
        /// Ids that it may have meant, best first.
        candidates: Vec<String>,
    },
    /// What was typed is a record of another kind.
    OtherKind {
        /// The kind that was asked.
        asked: Kind,
        /// The kind that it is.
        is: Kind,
        /// Its id.
        id: String,
    },
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
pub enum UsageError {
    /// A value that a closed list does not hold.
    UnknownValue {
        /// The option.
        option: &'static str,
        /// What was typed.
        typed: String,
        /// What it knows.
        known: Vec<String>,
    },
    /// A field that the answer does not have.
    UnknownField {
        /// What was typed.
        typed: String,
        /// What the answer has.
        known: Vec<String>,
    },
    /// The same record, or records of different kinds, side by side.
    NotComparable(Vec<(String, Kind)>),
    /// Fewer than two records to compare.
    TooFew,
    /// Something else stands where a command does.
    NoCommand {
        /// What it stands after.
        command: String,
        /// What was typed.
        typed: String,
        /// The command line that may be meant.
        meant: String,
    },
    /// The end of a time lies before its beginning.
    Backwards {
        /// What `--from` says.
        from: String,
        /// What `--to` says.
        to: String,
    },
    /// More words than a command line may have.
    TooManyArguments(usize),
    /// More ids than one command looks up.
    TooManyIds(usize),
    /// An option stands before any command.
    OptionFirst(String),
    /// A search of more characters than this.
    QueryTooLong(usize),
    /// A format that this command cannot give.
    NoSuchFormat(String),
    /// An option that says nothing in this format.
    NotInFormat(&'static str, String),
    /// An option that needs a value and has none.
    MissingValue(&'static str),
    /// A question about the user's own data where there is none.
    NoOwnData,
    /// Of its own data and the user's, neither is to be used.
    NoData,
    /// A date that is none.
    NotADate {
        /// The option.
        option: &'static str,
        /// One of the form that it takes.
        example: &'static str,
        /// What was typed.
        typed: String,
    },
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
