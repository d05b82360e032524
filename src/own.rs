//! The user's own data: folders of the form of `data/`, read within limits, put over the bundled data and
//! compiled like it. The bundled data itself is made again from its compiled form, so that no text of it has
//! to be in the program twice.

use std::{
    collections::HashSet,
    ffi::OsStr,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use crate::{
    cli::DataArgs,
    error::Error,
    lang::{Label, message},
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
            return Err(message::usage(|lang| [Label::NoData.text(lang).to_owned()]));
        }
        let folders = folders(asked, environment);
        if folders.is_empty() && asked.data_only {
            return Err(message::usage(|lang| [Label::NoOwnData.text(lang).to_owned()]));
        }
        if folders.is_empty() {
            return Ok(None);
        }
        let mut reader = Reader { files_left: limit::OWN_FILES, bytes_left: limit::OWN_BYTES };
        let folders: Vec<_> = folders.iter().map(|folder| reader.folder(folder)).collect::<Result<_, _>>()?;
        let below = if asked.data_only { Dataset::default() } else { bundled.dataset()? };
        let (mut dataset, diagnostics) = load::merge(below, &folders);
        if !diagnostics.iter().all(|diagnostic| diagnostic.rule.is_warning()) {
            // Other warnings may only follow from a fault.
            let told = |own: &Diagnostic| !own.rule.is_warning() || own.rule == Rule::NotRead;
            return Err(Error::OwnData(diagnostics.into_iter().filter(told).collect()));
        }
        let copies = std::mem::take(&mut dataset.copies);
        Ok(Some(Self { compiled: store::compile(dataset)?, copies, warnings: diagnostics }))
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

/// The folders in their order: those of the variable, then those of the options. One that is named again is read
/// once, in its last place.
fn folders(asked: &DataArgs, environment: &Environment) -> Vec<PathBuf> {
    if asked.bundled_only {
        return Vec::new();
    }
    let of_variable = (environment.variable)("LIANGJIANG_DATA").unwrap_or_default();
    let folders = std::env::split_paths(&of_variable).filter(|path| !path.as_os_str().is_empty());
    let mut folders: Vec<PathBuf> = folders.chain(asked.data.iter().cloned()).collect();
    let mut seen = HashSet::new();
    folders.reverse();
    folders.retain(|folder| seen.insert(fs::canonicalize(folder).unwrap_or_else(|_| folder.clone())));
    folders.reverse();
    folders
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
        let mut places = self.entries(&root, "").map_err(failed)?;
        let mut files = Vec::new();
        while let Some((path, place)) = places.pop() {
            // Where links lead.
            let real = fs::canonicalize(&place).ok().filter(|real| real.starts_with(&root));
            let content = match real {
                _ if path == "README.md" => continue,
                Some(real) if real.is_dir() && Kind::from_plural(&path).is_some() => {
                    match self.entries(&real, &format!("{path}/")) {
                        Ok(entries) => {
                            places.extend(entries);
                            continue;
                        }
                        Err(error) => Err(unreadable(&error)),
                    }
                }
                real => self.content(&path, real),
            };
            let shown = format!("{}/{}", shown.trim_end_matches(['/', '\\']), visible(&path));
            files.push(DataFile { path, shown, content });
        }
        Ok(files)
    }

    /// What is in a folder: the name of each behind a prefix, and its place.
    fn entries(&mut self, folder: &Path, prefix: &str) -> io::Result<Vec<(String, PathBuf)>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder)? {
            let too_many = || io::Error::other(format!("more than {} files", limit::OWN_FILES));
            self.files_left = self.files_left.checked_sub(1).ok_or_else(too_many)?;
            let entry = entry?;
            entries.push(([prefix, &entry.file_name().to_string_lossy()].concat(), entry.path()));
        }
        Ok(entries)
    }

    /// The bytes of a file that is really somewhere in the folder, or why it is not read.
    fn content(&mut self, path: &str, real: Option<PathBuf>) -> Result<Vec<u8>, (Rule, String)> {
        let why = match real {
            None => "it leads out of the folder, or nowhere".to_owned(),
            Some(real) if real.is_dir() => {
                let kinds = Kind::ALL.map(Kind::plural);
                let meant = load::did_you_mean(path, kinds);
                format!("only the folders of kinds are read; known are `{}`{meant}", kinds.join(", "))
            }
            Some(_) if Path::new(path).extension() != Some(OsStr::new("toml")) => {
                "only files that end in .toml are read".to_owned()
            }
            Some(real) => return self.bytes(&real).map_err(|error| unreadable(&error)),
        };
        Err((Rule::NotRead, why))
    }

    fn bytes(&mut self, path: &Path) -> io::Result<Vec<u8>> {
        // Opened only where it is a file: others may never end.
        let before = fs::metadata(path)?;
        if !before.is_file() {
            return Err(io::Error::other("it is no plain file"));
        }
        let most = limit::OWN_FILE.min(self.bytes_left);
        if before.len() > most {
            let (file, all) = (limit::OWN_FILE >> 20, limit::OWN_BYTES >> 20);
            return Err(io::Error::other(format!(
                "a file may have `{file}` MiB, and all together `{all}` MiB"
            )));
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

fn unreadable(error: &io::Error) -> (Rule, String) {
    (Rule::Unreadable, message::reason(error))
}
