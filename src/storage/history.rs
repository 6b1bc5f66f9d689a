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

/// A history on its way to the new name of its draft.
pub(super) struct Moving {
    from: PathBuf,
    to: PathBuf,
    /// What was copied, where a history of the new name was there already.
    copied: Option<Vec<PathBuf>>,
}

impl Moving {
    /// Moves the folder `from` to `to`. Where `to` is there, left by a draft that
    /// is gone, each version is copied beside those; `from` stays whole till the end.
    pub(super) fn begin(from: PathBuf, to: PathBuf) -> Result<Self, StorageError> {
        if from.is_dir() && !to.exists() {
            fs::rename(&from, &to).map_err(|error| StorageError::from_io(&from, &error))?;
            return Ok(Self { from, to, copied: None });
        }
        let mut copied = Vec::new();
        for Version { stamp, path } in versions(&from)? {
            file::write_numbered(&to, &stamp, &file::read_bytes(&path)?)?;
            copied.push(path);
        }
        Ok(Self { from, to, copied: Some(copied) })
    }

    /// Takes what was copied from its old place.
    pub(super) fn finish(self) {
        for path in self.copied.iter().flatten() {
            // What stays is there twice, which costs nobody anything.
            let _ = fs::remove_file(path);
        }
        let _ = fs::remove_dir(&self.from);
    }

    /// Brings the history back under its old name.
    pub(super) fn undo(self) {
        if self.copied.is_none() {
            let _ = fs::rename(&self.to, &self.from);
        }
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
    fn no_history_is_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(versions(&folder.path().join("无")).unwrap(), []);
    }
}
