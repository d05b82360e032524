//! The user's own data: folders of the form of `data/`, read within limits, put over the bundled data and
//! compiled like it. The bundled data itself is made again from its compiled form, so that no text of it has
//! to be in the program twice.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use crate::{
    cli::DataArgs,
    error::{Error, UsageError},
    lang::message,
    limit,
    load::{self, DataFile, Dataset, Diagnostic, Rule},
    model::{Kind, visible},
    store::{self, Atlas, Compiled},
    style::Environment,
};

/// A compiled data set with the user's data in it.
#[derive(Debug)]
pub struct OwnData {
    compiled: Compiled,
    /// Figures that only repeat one of the bundled data: id and `file:line`.
    pub copies: Vec<(String, String)>,
    /// What is not as the user may think, although the data can be used.
    pub warnings: Vec<Diagnostic>,
}

impl OwnData {
    /// The data set of the folders that were asked for; none where the bundled data alone is. An error names
    /// every fault of the folders.
    pub fn read(bundled: &Atlas, asked: &DataArgs, environment: &Environment) -> Result<Option<Self>, Error> {
        if asked.data_only && asked.bundled_only {
            return Err(UsageError::NoData.into());
        }
        let folders = folders(asked, environment);
        if folders.is_empty() {
            return if asked.data_only { Err(UsageError::NoOwnData.into()) } else { Ok(None) };
        }
        let mut reader = Reader { files_left: limit::OWN_FILES, bytes_left: limit::OWN_BYTES };
        let folders: Vec<_> = folders.iter().map(|folder| reader.folder(folder)).collect::<Result<_, _>>()?;
        let below = if asked.data_only { Dataset::default() } else { bundled.dataset()? };
        let (dataset, diagnostics) = load::merge(below, &folders);
        let (warnings, faults): (Vec<_>, Vec<_>) =
            diagnostics.into_iter().partition(|diagnostic| diagnostic.rule.is_warning());
        if !faults.is_empty() {
            return Err(Error::OwnData(faults));
        }
        Ok(Some(Self { compiled: store::compile(&dataset)?, copies: dataset.copies, warnings }))
    }

    /// The reader of it.
    pub fn atlas(&self) -> Atlas<'_> {
        Atlas::new(&self.compiled.tables, &self.compiled.json)
    }

    /// Those of the warnings that say that something was left out of the data.
    pub fn left_out(&self) -> usize {
        self.warnings.iter().filter(|warning| warning.rule != Rule::UnusedSource).count()
    }
}

/// The folders in their order: those of the variable, then those of the options.
fn folders(asked: &DataArgs, environment: &Environment) -> Vec<PathBuf> {
    if asked.bundled_only {
        return Vec::new();
    }
    let of_variable = (environment.variable)("LIANGJIANG_DATA").unwrap_or_default();
    let folders = std::env::split_paths(&of_variable).filter(|path| !path.as_os_str().is_empty());
    folders.chain(asked.data.iter().cloned()).collect()
}

/// Reads folders, as long as what is left of the limits allows.
struct Reader {
    /// How many files and folders there may be yet.
    files_left: usize,
    /// How many bytes may be read yet.
    bytes_left: u64,
}

impl Reader {
    /// Reads the files of a folder, and of the folders in it that are named after a kind.
    fn folder(&mut self, folder: &Path) -> Result<Vec<DataFile>, Error> {
        let shown = visible(&folder.to_string_lossy());
        let failed = |source| Error::Folder(shown.clone(), source);
        let root = fs::canonicalize(folder).map_err(failed)?;
        let entries = self.entries(&root).map_err(failed)?;
        let mut files = Vec::new();
        let shown = shown.trim_end_matches(['/', '\\']);
        for (name, path) in entries {
            let is_kind = Kind::from_plural(&name).is_some();
            let of_kind = inside(&root, &path).filter(|inside| is_kind && inside.is_dir());
            match of_kind.map(|inside| self.entries(&inside)) {
                Some(Ok(entries)) => {
                    for (file, path) in entries {
                        files.push(self.file(&root, &path, shown, format!("{name}/{file}")));
                    }
                }
                Some(Err(error)) => files.push(data_file(shown, name, Err(unreadable(&error)))),
                None if name == "README.md" => {}
                None => files.push(self.file(&root, &path, shown, name)),
            }
        }
        Ok(files)
    }

    /// What is in a folder, by name.
    fn entries(&mut self, folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder)? {
            let too_many = || io::Error::other(format!("more than {} files", limit::OWN_FILES));
            self.files_left = self.files_left.checked_sub(1).ok_or_else(too_many)?;
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            entries.push((name, path));
        }
        Ok(entries)
    }

    /// A file with its text, or why it has none.
    fn file(&mut self, root: &Path, path: &Path, shown: &str, name: String) -> DataFile {
        let not_read = |why: &str| Err((Rule::NotRead, why.to_owned()));
        let content = match inside(root, path) {
            None => not_read("it leads out of the folder, or nowhere"),
            Some(real) if real.is_dir() => {
                let kinds = Kind::ALL.map(Kind::plural);
                let (meant, kinds) = (load::did_you_mean(&name, kinds), kinds.join(", "));
                not_read(&format!("only the folders of kinds are read{meant} (there are {kinds})"))
            }
            Some(_) if path.extension() != Some(OsStr::new("toml")) => {
                not_read("only files that end in .toml are read")
            }
            Some(real) => self.text(&real).map_err(|error| unreadable(&error)),
        };
        data_file(shown, name, content)
    }

    fn text(&mut self, path: &Path) -> io::Result<Vec<u8>> {
        // Opened only where it is a file: others may never end.
        let before = fs::metadata(path)?;
        if !before.is_file() {
            return Err(io::Error::other("it is no plain file"));
        }
        let most = limit::OWN_FILE.min(self.bytes_left);
        if before.len() > most {
            let (file, all) = (limit::OWN_FILE >> 20, limit::OWN_BYTES >> 20);
            return Err(io::Error::other(format!("a file may have {file} MiB, and all together {all} MiB")));
        }
        let mut bytes = Vec::new();
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
        let is_as_before = fs::metadata(path)?.modified().ok() == before.modified().ok();
        if bytes.len() as u64 != before.len() || !is_as_before {
            return Err(io::Error::other("it changed while it was read; try again"));
        }
        self.bytes_left = self.bytes_left.saturating_sub(before.len());
        Ok(bytes)
    }
}

/// The place of a path, where that is in the folder, whatever links lead there.
fn inside(root: &Path, path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok().filter(|real| real.starts_with(root))
}

fn unreadable(error: &io::Error) -> (Rule, String) {
    (Rule::Unreadable, message::reason(error))
}

/// A file of a folder that is shown as it was named, by its path in it.
fn data_file(shown: &str, path: String, content: Result<Vec<u8>, (Rule, String)>) -> DataFile {
    DataFile { shown: format!("{shown}/{}", visible(&path)), path, content }
}
