//! Kept versions of a draft: what it was before each session changed it.
//!
//! Not undo, which lives in the session; these survive it. They are copies
//! byte for byte, so that even a version this program cannot read is kept.

use std::fs;
use std::path::{Path, PathBuf};

use super::draft;
use super::error::StorageError;
use super::file;
use super::id::safe_stem;

/// How many versions of a draft are kept.
const MOST_KEPT: usize = 30;

/// One kept version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// When it was kept.
    pub stamp: String,
    /// Its file, a draft like any other.
    pub path: PathBuf,
}

/// Keeps a copy of a draft as it stands on disk as `stamp.ron`, then thins the
/// history to the newest thirty. A kept version is never overwritten.
///
/// # Errors
/// When the draft cannot be read or the copy cannot be written.
pub fn keep(history: &Path, draft: &Path, stamp: &str) -> Result<PathBuf, StorageError> {
    let bytes = file::read_bytes(draft)?;
    let stem = safe_stem(stamp);
    let name = |number| match number {
        1 => history.join(format!("{stem}.ron")),
        _ => history.join(format!("{stem}-{number}.ron")),
    };
    let (_, kept) = file::write_free(name, &bytes)?;
    thin(history)?;
    Ok(kept)
}

/// The kept versions in a history folder, the newest first.
///
/// # Errors
/// When the folder is there but cannot be read.
pub fn versions(history: &Path) -> Result<Vec<Version>, StorageError> {
    let files = draft::draft_files(history)?.into_iter().rev();
    Ok(files
        .map(|path| Version {
            stamp: path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            path,
        })
        .collect())
}

fn thin(history: &Path) -> Result<(), StorageError> {
    for version in versions(history)?.into_iter().skip(MOST_KEPT) {
        fs::remove_file(&version.path)
            .map_err(|error| StorageError::from_io(&version.path, &error))?;
    }
    Ok(())
}
