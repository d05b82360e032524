//! Limits on what one command line may ask for and on the messages about it; `help formats` names those
//! that a user meets.

/// Bytes of standard input: a hundred times the ids of everything there is.
pub const INPUT: u64 = 1 << 20;
/// Words of a command line, the program's name among them.
pub const ARGUMENTS: usize = 40_000;
/// Ids that one command looks up, those of standard input among them.
pub const IDS: usize = 20_000;
/// Characters of a search, and of the words of `gaps`.
pub const QUERY: usize = 200;
/// Different fields that `--fields` or `--sort` name: more than any answer has.
pub const FIELDS: usize = 100;
/// Errors, and notes, that one answer prints; behind so many that are not found, only exact names are looked
/// for.
pub const ERRORS: usize = 20;
/// Candidates that an error names ("did you mean").
pub const CANDIDATES: usize = 5;
/// Characters of what was typed that a message repeats at a time.
pub const SAID: usize = 80;
/// Files and folders that all folders of the user's own data have together.
pub const OWN_FILES: usize = 20_000;
/// Bytes of one file of the user's own data: a hundred thousand figures.
pub const OWN_FILE: u64 = 64 << 20;
/// Bytes of all of them.
pub const OWN_BYTES: u64 = 128 << 20;
