//! Files as the program sees them: read with names in the errors, written
//! whole or not at all ([`write_whole`], [`write_new`]).
//!
//! What a file means is not known here. No other code of the program reads or
//! writes a file, so that no error goes without its path and no write without
//! its safety.

mod bounded;
mod leftovers;
mod writing;

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use super::error::{Problem, StorageError};

pub use bounded::read_at_most;
pub use leftovers::{clean_leftovers, clean_tree};
pub(super) use writing::{numbered, probe_writing, write_free, write_numbered};
pub use writing::{write_new, write_whole};

/// What a file held when it was last read or written; equal for equal content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    length: usize,
    hash: u64,
}

impl Revision {
    /// The revision of a content.
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(bytes);
        Self { length: bytes.len(), hash: hasher.finish() }
    }
}

/// The bytes of a file.
///
/// # Errors
/// When it is missing, a folder, or cannot be read.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads")]
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, StorageError> {
    fs::read(path).map_err(|error| {
        if path.is_dir() {
            return StorageError::new(path, Problem::Directory);
        }
        StorageError::from_io(path, &error)
    })
}

/// The text of a file, without byte-order mark, with `\n` at each line end.
///
/// # Errors
/// As [`read_bytes`]; also when the file is empty, holds zero bytes or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, StorageError> {
    text_of(read_bytes(path)?, path)
}

/// The text that `bytes` are; `path` only names it in errors.
pub(super) fn text_of(bytes: Vec<u8>, path: &Path) -> Result<String, StorageError> {
    if bytes.trim_ascii().is_empty() {
        return Err(StorageError::new(path, Problem::Empty));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(StorageError::new(path, Problem::Utf16));
    }
    if let Some(at) = bytes.iter().position(|b| *b == 0) {
        return Err(at_byte(path, &bytes, at, Problem::Nuls));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        at_byte(path, error.as_bytes(), at, Problem::NotText)
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Ok(text.replace("\r\n", "\n"))
}

fn at_byte(path: &Path, bytes: &[u8], at: usize, problem: Problem) -> StorageError {
    let before = String::from_utf8_lossy(&bytes[..at]);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    StorageError::at(path, line, column, problem)
}

/// The revision of what a file holds now.
///
/// # Errors
/// As [`read_bytes`].
pub fn revision_of(path: &Path) -> Result<Revision, StorageError> {
    Ok(Revision::of(&read_bytes(path)?))
}

/// The file that a symbolic link leads to, else the path itself.
pub(super) fn link_target(path: &Path) -> PathBuf {
    let Ok(next) = fs::read_link(path) else {
        return path.to_path_buf();
    };
    fs::canonicalize(path).unwrap_or_else(|_| folder_of(path).join(next))
}

/// The folder that a file is in; the current one for a bare name.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests;
