//! Data files of the user that go before built-in ones of the same name: what
//! stands in them is known by the room that they belong to.

use std::path::{Path, PathBuf};

use ron::error::SpannedError;

use crate::storage::complaint;
use crate::storage::error::{Problem, StorageError};
use crate::storage::file;
use crate::storage::paths::DataFolder;

/// A data file of the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFile {
    /// Where it is.
    pub path: PathBuf,
    /// What stands in it.
    pub text: String,
}

/// The user's copy of a data file by its name without ending, such as
/// `rules/years`; `None` where there is none.
///
/// # Errors
/// When it is there and cannot be read.
pub fn own_file(data: &DataFolder, name: &str) -> Result<Option<OwnFile>, StorageError> {
    let path = data.root().join(name).with_extension("ron");
    match file::read_text(&path) {
        Ok(text) => Ok(Some(OwnFile { path, text })),
        Err(error) if error.problem == Problem::Missing => Ok(None),
        Err(error) => Err(error),
    }
}

/// What is wrong with a data file that could not be understood, with its place.
pub fn broken(path: &Path, text: &str, error: &SpannedError) -> StorageError {
    complaint::translate(error, text, path)
}
