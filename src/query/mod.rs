//! Questions to the atlas: which record was meant, which records pass a filter, what a search finds. No
//! clock, no terminal, no words of its own.

pub mod figures;
pub mod filter;
pub mod latest;
pub mod lexicon;
pub mod resolve;
pub mod search;
pub mod shortlist;
pub mod targets;
