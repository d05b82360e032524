//! The made-up data set of `tests/fixture`, compiled once in each test program. `tests/it` includes this
//! file too.

use std::{path::Path, sync::OnceLock};

use crate::{
    load,
    store::{self, Atlas},
};

/// The reader of the fixture.
pub fn atlas() -> Atlas<'static> {
    static COMPILED: OnceLock<store::Compiled> = OnceLock::new();
    let compiled = COMPILED.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture");
        let files = load::files(&folder).unwrap();
        let (dataset, diagnostics) = load::read(&files);
        assert!(diagnostics.is_empty(), "{diagnostics:#?}");
        store::compile(dataset).unwrap()
    });
    Atlas::new(&compiled.tables, &compiled.json)
}
