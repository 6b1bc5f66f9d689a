//! Temporary files that a crash left behind.
//!
//! Only what is certainly left over is removed: a younger file may be another
//! window's save under way, and a file of any other name is not ours.

use std::fs::{self, DirEntry};
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::writing::PREFIX;

/// How old a temporary file must be to be certainly left over.
const STALE: Duration = Duration::from_secs(60 * 60);

/// Removes temporary files of this program that were last written more than an
/// hour before `now`, in one folder. Gives their number; what cannot be
/// removed is left.
pub fn clean_leftovers(folder: &Path, now: SystemTime) -> usize {
    let stale = entries(folder).filter(|entry| is_leftover(entry, now));
    let removed = stale.filter(|entry| fs::remove_file(entry.path()).is_ok());
    removed.count()
}

/// The same in a folder and all folders in it: for the data folder, which
/// holds nothing but what is the program's.
pub fn clean_tree(folder: &Path, now: SystemTime) -> usize {
    let inner = entries(folder).filter(|entry| entry.file_type().is_ok_and(|t| t.is_dir()));
    let below: usize = inner.map(|entry| clean_tree(&entry.path(), now)).sum();
    below + clean_leftovers(folder, now)
}

fn entries(folder: &Path) -> impl Iterator<Item = DirEntry> {
    fs::read_dir(folder).into_iter().flatten().flatten()
}

fn is_leftover(entry: &DirEntry, now: SystemTime) -> bool {
    if !entry.file_name().to_string_lossy().starts_with(PREFIX) {
        return false;
    }
    let Ok(metadata) = entry.metadata() else {
        return false;
    };
    let written = metadata.modified().ok();
    let age = written.and_then(|written| now.duration_since(written).ok());
    metadata.is_file() && age.is_some_and(|age| age > STALE)
}
