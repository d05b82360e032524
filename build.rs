//! Reads `data/` with the program's own types and rules and writes the compiled form for `src/main.rs`.
//! A fault in the data stops the build and names its place.

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

#[expect(dead_code, reason = "the program uses the rest")]
#[path = "src/load/mod.rs"]
mod load;
#[expect(dead_code, unused_imports, reason = "the program uses the rest")]
#[path = "src/model/mod.rs"]
mod model;
#[expect(dead_code, unused_imports, reason = "the program uses the rest")]
#[path = "src/store/mod.rs"]
mod store;

#[expect(clippy::disallowed_methods, reason = "a build script is told its folder by the environment")]
fn main() -> Result<(), Box<dyn Error>> {
    // The growth benchmark compiles made-up data; everything else compiles data/.
    let data = env::var("LIANGJIANG_DATA_DIR").unwrap_or_else(|_| "data".to_owned());
    println!("cargo::rerun-if-env-changed=LIANGJIANG_DATA_DIR");
    for path in [&data, "src/load", "src/model", "src/store"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let files = load::files(Path::new(&data))?;
    let (dataset, diagnostics) = load::read(&files);
    for diagnostic in &diagnostics {
        println!("cargo::error={diagnostic}");
    }
    if diagnostics.is_empty() {
        let out = PathBuf::from(env::var("OUT_DIR")?);
        let compiled = store::compile(dataset)?;
        fs::write(out.join("tables.bin"), compiled.tables)?;
        fs::write(out.join("objects.json"), compiled.json)?;
    }
    Ok(())
}
