//! Writes a folder, all of it or nothing: beside its place first, then renamed into it. What is there
//! already stays as it is unless that is forced, and then only where an earlier export wrote it.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
};

use super::File;
use crate::error::Error;

/// Writes the files of a package into a folder that is not there yet.
///
/// # Errors
/// [`Error::Exists`] where something is there and `force` is not given; [`Error::Write`] where the folder
/// cannot be written, or holds what no export wrote. Nothing is changed then.
pub fn write(target: &Path, force: bool, files: &[File]) -> Result<(), Error> {
    let failed = |source: io::Error| Error::Write { path: target.display().to_string(), source };
    let there = fs::symlink_metadata(target).is_ok();
    if there && !force {
        return Err(Error::Exists(target.display().to_string()));
    }
    if there {
        replaceable(target).map_err(failed)?;
    }
    let Some(name) = target.file_name() else {
        return Err(failed(io::Error::new(io::ErrorKind::InvalidInput, "this folder has no name to give")));
    };
    let parent = match target.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    let beside = fresh(parent, name, "partial").map_err(failed)?;
    let placed = fill(&beside, files).and_then(|()| place(&beside, target, parent, name, there));
    if placed.is_err() {
        // The first fault is the one to report.
        let _ = fs::remove_dir_all(&beside);
    }
    placed.map_err(failed)
}

/// Makes a folder of a new name beside the target.
fn fresh(parent: &Path, name: &std::ffi::OsStr, what: &str) -> io::Result<PathBuf> {
    let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
    for n in 0..100 {
        let path = parent.join(hidden(name, &format!("{what}-{}-{n}", std::process::id())));
        match fs::create_dir(&path) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

fn hidden(name: &std::ffi::OsStr, suffix: &str) -> OsString {
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(".");
    hidden.push(suffix);
    hidden
}

/// Writes the files and sees them onto the disk.
fn fill(folder: &Path, files: &[File]) -> io::Result<()> {
    use io::Write;

    for file in files {
        let mut written = fs::File::create_new(folder.join(&file.name))?;
        written.write_all(&file.bytes)?;
        written.sync_all()?;
    }
    sync_folder(folder)
}

/// Moves the filled folder into its place, and what was there out of it and away.
fn place(beside: &Path, target: &Path, parent: &Path, name: &std::ffi::OsStr, there: bool) -> io::Result<()> {
    if there {
        let aside = fresh(parent, name, "old")?;
        let old = aside.join(name);
        if let Err(error) = fs::rename(target, &old).and_then(|()| {
            fs::rename(beside, target).inspect_err(|_| {
                let _ = fs::rename(&old, target);
            })
        }) {
            let _ = fs::remove_dir(&aside);
            return Err(error);
        }
        // A link is taken away, never what it leads to.
        if fs::symlink_metadata(&old)?.is_dir() {
            fs::remove_dir_all(&aside)?;
        } else {
            fs::remove_file(&old)?;
            fs::remove_dir(&aside)?;
        }
    } else {
        fs::rename(beside, target)?;
    }
    sync_folder(parent)
}

/// Whether a target may be replaced: a link, an empty folder, or one that holds nothing but an export.
fn replaceable(target: &Path) -> io::Result<()> {
    let kind = fs::symlink_metadata(target)?.file_type();
    if kind.is_symlink() {
        return Ok(());
    }
    let refused = |what| Err(io::Error::new(io::ErrorKind::InvalidInput, what));
    if !kind.is_dir() {
        return refused("it is no folder");
    }
    for entry in fs::read_dir(target)? {
        let entry = entry?;
        let name = entry.file_name();
        let ours = name == "datapackage.json" || Path::new(&name).extension().is_some_and(|e| e == "csv");
        if !ours || !entry.file_type()?.is_file() {
            return refused("it holds what no export wrote");
        }
    }
    Ok(())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
