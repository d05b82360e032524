//! Writes a folder, all of it or nothing: beside its place first, then moved into it in one step. Nothing
//! goes that no export wrote: a folder is replaced only where its own description lists every file in it,
//! each with its sum.
//!
//! What a killed run leaves is a hidden folder beside its target; the next export there takes it away. A run
//! that is under way holds a lock on its own.

use std::{
    ffi::OsStr,
    fs, io,
    io::Write,
    path::{Path, PathBuf},
};

use super::{
    File,
    describe::{self, DESCRIPTION},
};
use crate::error::Error;

/// What the names of folders that are being written begin with. They are short, so that the name of the
/// target may be as long as the system allows.
const HIDDEN: &str = ".liangjiang-export-";

/// A folder that is being written.
pub struct Folder {
    /// Where it is meanwhile.
    hidden: PathBuf,
    files: Vec<File>,
}

impl Folder {
    /// Writes a file, and sees it onto the disk.
    pub fn put(&mut self, name: String, rows: Option<usize>, bytes: &[u8]) -> Result<(), Error> {
        let mut file = fs::File::create_new(self.hidden.join(&name))?;
        file.write_all(bytes)?;
        file.sync_all()?;
        self.files.push(File { name, rows, bytes: bytes.len() });
        Ok(())
    }
}

/// Writes a folder that is not there yet, with the files that `fill` puts into it.
///
/// # Errors
/// [`Error::Exists`] where something is there and `force` is not given; [`Error::Write`] where the folder
/// cannot be written, or holds what no export wrote: nothing is changed then. [`Error::Remove`] where the new
/// export is whole, and the one that it replaces is left beside it.
pub fn write(
    target: &Path,
    force: bool,
    fill: impl FnOnce(&mut Folder) -> Result<(), Error>,
) -> Result<Vec<File>, Error> {
    let failed = |source: io::Error| Error::Write(target.display().to_string(), source);
    let there = fs::symlink_metadata(target).is_ok();
    if there {
        replaceable(target).map_err(failed)?;
        if !force {
            return Err(Error::Exists(target.display().to_string()));
        }
    }
    if target.file_name().is_none() {
        return Err(failed(io::Error::new(io::ErrorKind::InvalidInput, "this folder has no name to give")));
    }
    let parent = match target.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    let hidden = fresh(parent).map_err(failed)?;
    let lock = system::lock(&hidden);
    let mut folder = Folder { hidden, files: Vec::new() };
    let filled = fill(&mut folder);
    let Folder { hidden, files } = folder;
    let placed =
        filled.and_then(|()| Ok(sync(&hidden).and_then(|()| system::place(&hidden, target, there))?));
    if let Err(error) = placed {
        // The first fault is the one to report.
        let _ = fs::remove_dir_all(&hidden);
        return Err(if let Error::Output(error) = error { failed(error) } else { error });
    }
    drop(lock);
    // What is there by now no export may have written either.
    let remove = || replaceable(&hidden).and_then(|()| fs::remove_dir_all(&hidden));
    let removed = if there { remove() } else { Ok(()) };
    remove_leftovers(parent, &files);
    // Where the disk cannot be asked to keep the new names, they are there all the same.
    let _ = sync(parent);
    removed.map_err(|source| Error::Remove(hidden.display().to_string(), source))?;
    Ok(files)
}

/// Makes a folder of a new name.
fn fresh(parent: &Path) -> io::Result<PathBuf> {
    for n in 0..100 {
        let path = parent.join(format!("{HIDDEN}{}-{n}", std::process::id()));
        match fs::create_dir(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => return made.map(|()| path),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Fails unless a target is an empty folder, or one that holds nothing but what an export wrote.
fn replaceable(target: &Path) -> io::Result<()> {
    let refused = |what: &str| Err(io::Error::new(io::ErrorKind::InvalidInput, what));
    if !fs::symlink_metadata(target)?.is_dir() {
        return refused("it is no folder");
    }
    let description = target.join(DESCRIPTION);
    let is_file = fs::symlink_metadata(&description).is_ok_and(|there| there.is_file());
    let listed = describe::listed(&if is_file { fs::read(description)? } else { Vec::new() });
    for entry in fs::read_dir(target)? {
        let entry = entry?;
        let name = entry.file_name();
        let is_ours = |(listed, sum): &(String, String)| {
            name == **listed && fs::read(entry.path()).is_ok_and(|bytes| describe::sum(&bytes) == *sum)
        };
        if !entry.file_type()?.is_file() || !listed.iter().any(is_ours) {
            return refused("it holds what no export wrote");
        }
    }
    Ok(())
}

/// Removes what runs that were killed have left, whole files and parts of files alike. Nothing is lost where it
/// stays.
fn remove_leftovers(parent: &Path, files: &[File]) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    let is_hidden = |name: &OsStr| name.to_str().is_some_and(|name| name.starts_with(HIDDEN));
    for entry in entries.flatten().filter(|entry| is_hidden(&entry.file_name())) {
        let folder = entry.path();
        let is_dir = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_dir && let Some(_lock) = system::lock(&folder) {
            for file in files {
                let _ = fs::remove_file(folder.join(&file.name));
            }
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Sees the names in a folder onto the disk, where a folder can be opened.
fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { fs::File::open(folder)?.sync_all() } else { Ok(()) }
}

/// What Linux, Android and Apple's systems can do to a folder.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
mod system {
    use std::{fs, io, path::Path};

    use rustix::{
        fs::{CWD, FlockOperation, RenameFlags, flock, renameat_with},
        io::Errno,
    };

    /// Moves a folder into its place; what was there takes its name, and is never away meanwhile.
    pub fn place(hidden: &Path, target: &Path, there: bool) -> io::Result<()> {
        let flags = if there { RenameFlags::EXCHANGE } else { RenameFlags::NOREPLACE };
        match renameat_with(CWD, hidden, CWD, target, flags) {
            // A file system that cannot.
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => super::place_in_steps(hidden, target, there),
            placed => Ok(placed?),
        }
    }

    /// A lock that ends with the process at the latest; none where another holds it.
    pub fn lock(folder: &Path) -> Option<fs::File> {
        let folder = fs::File::open(folder).ok()?;
        flock(&folder, FlockOperation::NonBlockingLockExclusive).ok()?;
        Some(folder)
    }
}

/// Elsewhere nothing can be locked, so that nothing is known to be left by a killed run.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
mod system {
    pub(super) use super::place_in_steps as place;

    pub fn lock(_: &std::path::Path) -> Option<std::fs::File> {
        None
    }
}

/// The same for want of an exchange: between the steps the place is empty.
fn place_in_steps(hidden: &Path, target: &Path, there: bool) -> io::Result<()> {
    if !there {
        return fs::rename(hidden, target);
    }
    let aside = fresh(hidden.parent().unwrap_or(Path::new(".")))?;
    // An empty folder gives way to a folder.
    fs::rename(target, &aside)?;
    if let Err(error) = fs::rename(hidden, target) {
        let _ = fs::rename(&aside, target);
        return Err(error);
    }
    let _ = fs::rename(&aside, hidden);
    Ok(())
}
