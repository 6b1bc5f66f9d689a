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
    let kept = file::write_numbered(history, &safe_stem(stamp), &bytes)?;
    thin(history, &kept)?;
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
            stamp: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            path,
        })
        .collect())
}

/// The newest kept version that can be read.
pub fn newest_readable(history: &Path) -> Option<Version> {
    let kept = versions(history).unwrap_or_default();
    kept.into_iter().find(|version| draft::load(&version.path).is_ok())
}

/// A history on its way to another name of its draft.
pub(super) struct Moving {
    from: PathBuf,
    to: PathBuf,
    /// Whether there was one to move.
    moved: bool,
    /// Where that went which stood under the other name.
    aside: Option<PathBuf>,
}

impl Moving {
    /// Moves the folder `from` to `to`. What is there already was left by a draft
    /// that is gone; it goes aside under `stamp`, for its versions would be taken
    /// for those of this draft. When it fails, all is as it was.
    pub(super) fn begin(from: PathBuf, to: PathBuf, stamp: &str) -> Result<Self, StorageError> {
        let aside = if to.is_dir() { Some(put_aside(&to, stamp)?) } else { None };
        let mut moving = Self { from, to, moved: false, aside };
        if moving.from.is_dir() {
            if let Err(error) = fs::rename(&moving.from, &moving.to) {
                let error = StorageError::from_io(&moving.from, &error);
                moving.undo();
                return Err(error);
            }
            moving.moved = true;
        }
        Ok(moving)
    }

    /// Brings both histories back under their old names.
    pub(super) fn undo(self) {
        // What cannot be brought back is whole under its other name.
        if self.moved {
            let _ = fs::rename(&self.to, &self.from);
        }
        if let Some(aside) = self.aside {
            let _ = fs::rename(aside, &self.to);
        }
    }
}

/// Moves a history folder to the first free of `ID@stamp`, `ID@stamp-2`… and gives that.
fn put_aside(folder: &Path, stamp: &str) -> Result<PathBuf, StorageError> {
    let id = folder.file_name().unwrap_or_default().to_string_lossy();
    let stem = format!("{id}@{}", safe_stem(stamp));
    let mut number = 1;
    loop {
        let aside = folder.with_file_name(file::numbered(&stem, number));
        if fs::symlink_metadata(&aside).is_err() {
            return match fs::rename(folder, &aside) {
                Ok(()) => Ok(aside),
                Err(error) => Err(StorageError::from_io(folder, &error)),
            };
        }
        number += 1;
    }
}

/// Removes all but the newest, and never the one just `kept`: on a machine
/// whose clock was set back it looks like the oldest.
fn thin(history: &Path, kept: &Path) -> Result<(), StorageError> {
    let others = versions(history)?.into_iter().filter(|v| v.path != kept);
    for version in others.skip(MOST_KEPT - 1) {
        fs::remove_file(&version.path)
            .map_err(|error| StorageError::from_io(&version.path, &error))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_version_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let (draft, history) = (folder.path().join("a.ron"), folder.path().join("history/a"));
        for content in [b"one", b"two"] {
            file::write_whole(&draft, content).unwrap();
            keep(&history, &draft, "2026-01-08T10:32:00").unwrap();
        }
        let kept = versions(&history).unwrap();
        let contents: Vec<Vec<u8>> =
            kept.iter().map(|v| file::read_bytes(&v.path).unwrap()).collect();
        assert_eq!(kept.len(), 2);
        assert!(contents.contains(&b"one".to_vec()) && contents.contains(&b"two".to_vec()));
    }

    #[test]
    fn the_newest_thirty_stay() {
        let folder = tempfile::tempdir().unwrap();
        let (draft, history) = (folder.path().join("a.ron"), folder.path().join("history/a"));
        file::write_whole(&draft, b"x").unwrap();
        for n in 0..35 {
            keep(&history, &draft, &format!("20260108-{n:06}")).unwrap();
        }
        let kept = versions(&history).unwrap();
        assert_eq!(kept.len(), MOST_KEPT);
        assert_eq!(kept[0].stamp, "20260108-000034");
        assert_eq!(kept[MOST_KEPT - 1].stamp, "20260108-000005");
    }

    #[test]
    fn a_clock_set_back_costs_no_version_just_kept() {
        let folder = tempfile::tempdir().unwrap();
        let (draft, history) = (folder.path().join("a.ron"), folder.path().join("history/a"));
        file::write_whole(&draft, b"x").unwrap();
        for n in 0..MOST_KEPT {
            keep(&history, &draft, &format!("20260108-{n:06}")).unwrap();
        }
        let kept = keep(&history, &draft, "20000101-000000").unwrap();
        assert!(kept.exists());
        assert_eq!(versions(&history).unwrap().len(), MOST_KEPT);
    }

    #[test]
    fn a_move_that_is_undone_leaves_both_histories_where_they_were() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("旧名"), folder.path().join("新名"));
        let put = |folder: &Path, content: &[u8]| {
            file::write_whole(&folder.join("20260108-103200.ron"), content).unwrap();
        };
        put(&from, b"own");
        put(&to, b"stranger");
        put(&folder.path().join("新名@s"), b"put aside before");
        let content = |folder: &Path| {
            let kept = versions(folder).unwrap();
            let bytes = kept.iter().map(|v| file::read_bytes(&v.path).unwrap());
            bytes.collect::<Vec<_>>()
        };
        let moving = Moving::begin(from.clone(), to.clone(), "s").unwrap();
        assert_eq!((content(&from), content(&to)), (vec![], vec![b"own".to_vec()]));
        assert_eq!(content(&folder.path().join("新名@s-2")), [b"stranger"]);
        moving.undo();
        assert_eq!(
            (content(&from), content(&to)),
            (vec![b"own".to_vec()], vec![b"stranger".to_vec()])
        );
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn no_history_is_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(versions(&folder.path().join("无")).unwrap(), []);
    }
}
