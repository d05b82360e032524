//! Limits on what one command line may ask for and on the messages about it; `help formats` names those
//! that a user meets.

/// Bytes of standard input: a hundred times the ids of everything there is.
pub const INPUT: u64 = 1 << 20;
/// Ids that one command looks up, those of standard input among them.
pub const IDS: usize = 20_000;
/// Different fields that `--fields` or `--sort` name: more than any answer has.
pub const FIELDS: usize = 100;
/// Errors, and notes, that one answer prints; behind so many that are not found, only exact names are looked
/// for.
pub const ERRORS: usize = 20;
/// Candidates that an error names ("did you mean").
pub const CANDIDATES: usize = 5;
/// Characters of what was typed that one message repeats.
pub const SAID: usize = 80;
