//! Reads `data/` with the program's own types and rules and writes the compiled form for
//! `src/atlas`. A fault in the data stops the build and names its place.

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

#[expect(dead_code, unused_imports, reason = "the program uses the rest")]
#[path = "src/model/mod.rs"]
mod model;

#[expect(clippy::disallowed_methods, reason = "a build script is told its folder by the environment")]
fn main() -> Result<(), Box<dyn Error>> {
    // The growth benchmark compiles made-up data; everything else compiles data/.
    let data = env::var("LIANGJIANG_DATA_DIR").unwrap_or_else(|_| "data".to_owned());
    println!("cargo::rerun-if-env-changed=LIANGJIANG_DATA_DIR");
    println!("cargo::rerun-if-changed={data}");
    println!("cargo::rerun-if-changed=src/model");
    let (dataset, faults) = model::read::load(Path::new(&data))?;
    for fault in &faults {
        println!("cargo::error={fault}");
    }
    if faults.is_empty() {
        let out = PathBuf::from(env::var("OUT_DIR")?);
        let packed = model::pack::pack(&dataset)?;
        fs::write(out.join("atlas.bin"), packed.bytes)?;
        fs::write(out.join("kept.json"), packed.json)?;
    }
    Ok(())
}
