//! What each command answers: plain structs whose JSON is the contract, with their keys and their schema.
//! Every rendering is made of them. They decide nothing, look nothing up and know no width or colour.

mod compare;
pub mod contract;
mod doubt;
mod figures;
mod outcome;
mod overview;
mod record;
mod registry;
mod search;
mod version;
mod written;

use serde::Serialize;

use crate::render::Output;

pub use compare::Compared;
pub use doubt::{Conflict, Warning};
pub use overview::{Counts, Overview};
pub use record::{Beside, Reference, Shown};
pub use registry::{Supporting, Used};
pub use search::Found;
pub use version::Version;
pub use written::Written;

/// A row of an answer.
pub trait Row: Serialize {
    /// Its keys in JSON, in their order.
    const KEYS: &'static [&'static str];

    /// Its id.
    fn id(&self) -> String;

    /// Writes the row as compact JSON; where it was made at build time, it is taken from there.
    ///
    /// # Errors
    /// Where the row cannot be serialised; never with the types of this program.
    fn write_json(&self, json: &mut Output) -> serde_json::Result<()> {
        serde_json::to_writer(&mut json.made, self)
    }

    /// Writes rows as compact JSON, with a comma between two.
    ///
    /// # Errors
    /// As for one row.
    fn write_list(rows: &[Self], json: &mut Output) -> serde_json::Result<()>
    where
        Self: Sized,
    {
        json.list(rows, |json, row| row.write_json(json))
    }
}
