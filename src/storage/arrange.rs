//! What is done to a draft without opening it for writing: renamed, copied, its
//! state set.
//!
//! Each is done under the lock of the draft, and so that a failure half-way
//! leaves two of it and never none.

use std::fs;
use std::path::Path;

use super::draft;
use super::error::{Problem, StorageError};
use super::file;
use super::history::Moving;
use super::id::DraftId;
use super::lock::Lock;
use super::paths::DataFolder;
use super::session::{OpenDraft, Saved};
use crate::report::State;

/// Gives a draft another name; its history goes with it, the time of its last
/// change stays. A history that was left under that name goes aside under `stamp`.
///
/// # Errors
/// When the name is taken, somebody is editing the draft, or it cannot be
/// moved; all is then as it was.
pub fn rename(
    data: &DataFolder,
    path: &Path,
    id: &DraftId,
    stamp: &str,
) -> Result<(), StorageError> {
    let target = draft::path_of(file::folder_of(path), id);
    if fs::symlink_metadata(&target).is_ok() {
        return Err(StorageError::new(target, Problem::Exists));
    }
    // The new name too: nobody may open the draft under it before all is moved.
    let _locks = [Lock::hold(path, "改名")?, Lock::hold(&target, "改名")?];
    let changed = fs::metadata(path).and_then(|metadata| metadata.modified());
    file::write_new(&target, &file::read_bytes(path)?)?;
    if let Ok(changed) = changed {
        // Only a courtesy to the list of drafts.
        let _ = fs::File::options()
            .write(true)
            .open(&target)
            .and_then(|file| file.set_modified(changed));
    }
    let moved = move_rest(data, path, id, stamp);
    if moved.is_err() {
        let _ = fs::remove_file(&target);
    }
    moved
}

/// Moves the history, then takes the old file away.
fn move_rest(
    data: &DataFolder,
    path: &Path,
    id: &DraftId,
    stamp: &str,
) -> Result<(), StorageError> {
    let history = Moving::begin(data.history(&DraftId::of_file(path)), data.history(id), stamp)?;
    fs::remove_file(path).map_err(|error| {
        history.undo();
        StorageError::from_io(path, &error)
    })
}

/// Makes a copy of a draft under the next free name and gives that name. What
/// is copied is what is on disk, read or not: a broken draft can be copied too.
///
/// # Errors
/// When it cannot be read or written.
pub fn copy(path: &Path) -> Result<DraftId, StorageError> {
    let bytes = file::read_bytes(path)?;
    draft::put_under_free_name(file::folder_of(path), &DraftId::of_file(path), &bytes)
}

/// Sets where a report stands on its way; the version before is kept under `stamp`.
/// Gives what the save has to say; `None` where it stood there already, and nothing is written.
///
/// # Errors
/// When it cannot be read, or somebody is editing it, or it cannot be written.
pub fn set_state(
    data: &DataFolder,
    path: &Path,
    state: State,
    who: &str,
    stamp: &str,
) -> Result<Option<Saved>, StorageError> {
    let (mut draft, mut report) = OpenDraft::open(data, path, who)?;
    if report.state == state {
        return Ok(None);
    }
    report.state = state;
    draft.save(&report, stamp).map(Some)
}

#[cfg(test)]
mod tests;
