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
    /// What was typed is the id of a figure, of this release or an earlier one, where a record was asked.
    IsFigure(String),
    /// A usage error that the grammar cannot see: its lines in English and in Chinese.
    Usage([Vec<String>; 2]),
    /// A usage error that clap saw, in clap's words.
    Clap(Box<clap::Error>),
    /// The user's own data has faults; the files that are not read are among them.
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

impl Error {
    /// The exit status: 1 not found, 2 usage, 3 data, 4 output.
    pub fn status(&self) -> u8 {
        match self {
            Self::NotFound { .. } | Self::OtherKind { .. } | Self::IsFigure(_) => 1,
            Self::Usage(_) | Self::Clap(_) => 2,
            Self::Data(_) | Self::Read(_) | Self::NotUtf8 | Self::OwnData(_) | Self::Folder(..) => 3,
            Self::Output(_) | Self::Write(..) | Self::Remove(..) | Self::Exists(_) => 4,
        }
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
