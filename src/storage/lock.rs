//! One writer for each draft.
//!
//! The lock is the operating system's, so that a crash leaves none; what the
//! lock file holds never matters. Who has it stands in a second file, because
//! Windows lets nobody read a locked one. The draft itself is not locked: each
//! save puts another file in its place.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::error::{Problem, StorageError};
use super::file;

/// The folder of the lock files beside the drafts.
const FOLDER: &str = ".locks";

/// Most characters shown of what a lock's owner wrote.
const MOST_SHOWN: usize = 80;

/// The right to write a draft; given back when dropped or when the process ends.
#[derive(Debug)]
pub struct Lock {
    /// Holds the lock as long as it is open; `None` where none can be had.
    _file: Option<File>,
    who: PathBuf,
    warning: Option<StorageError>,
}

/// The answer to asking for a lock.
#[derive(Debug)]
pub enum Taken {
    /// The caller has it.
    Mine(Lock),
    /// Somebody else has it.
    Other {
        /// Who, as they named themselves.
        who: String,
    },
}

impl Lock {
    /// Asks for the lock of the draft at `draft`; `who` tells others who has
    /// it (name, machine, time), on one line. Never waits.
    ///
    /// # Errors
    /// When the folder takes no writing. A medium that cannot lock gives a
    /// lock with a [`Lock::warning`].
    pub fn take(draft: &Path, who: &str) -> Result<Taken, StorageError> {
        let draft = file::link_target(draft);
        let folder = file::folder_of(&draft).join(FOLDER);
        let name =
            |ending| folder.join(draft.with_extension(ending).file_name().unwrap_or_default());
        let (lock, who_path) = (name("lock"), name("who"));
        match open(&folder, &lock) {
            Ok(file) => match file.try_lock() {
                Ok(()) => Ok(Taken::Mine(Self::signed(Some(file), who_path, who, None))),
                Err(TryLockError::WouldBlock) => Ok(Taken::Other { who: owner(&who_path) }),
                Err(TryLockError::Error(_)) => Ok(Taken::Mine(Self::unlocked(lock, who_path, who))),
            },
            Err(error) => {
                let error = StorageError::from_io(&lock, &error);
                if error.forbids_writing() {
                    return Err(error);
                }
                Ok(Taken::Mine(Self::unlocked(lock, who_path, who)))
            }
        }
    }

    /// The lock for what takes but a moment, such as 改名; others are told what is done.
    ///
    /// # Errors
    /// When somebody else has it, or the folder takes no writing.
    pub fn hold(draft: &Path, doing: &str) -> Result<Self, StorageError> {
        match Self::take(draft, &format!("另一个窗口（正在{doing}）"))? {
            Taken::Mine(lock) => Ok(lock),
            Taken::Other { who } => Err(StorageError::new(draft, Problem::Locked { who })),
        }
    }

    fn unlocked(lock: PathBuf, who_path: PathBuf, who: &str) -> Self {
        let warning = StorageError::new(lock, Problem::NoLocks);
        Self::signed(None, who_path, who, Some(warning))
    }

    fn signed(
        file: Option<File>,
        who_path: PathBuf,
        who: &str,
        warning: Option<StorageError>,
    ) -> Self {
        // Only a courtesy: the lock holds without it.
        let _ = file::write_whole(&who_path, who.as_bytes());
        Self { _file: file, who: who_path, warning }
    }

    /// Why the lock protects nothing, on a medium that cannot lock.
    pub fn warning(&self) -> Option<&StorageError> {
        self.warning.as_ref()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The name goes while the lock still holds; the lock file stays, for
        // removing it would let two openers hold two different files.
        let _ = fs::remove_file(&self.who);
    }
}

/// Opens the lock file; one that a colleague made may be readable only, which
/// is enough for locking.
fn open(folder: &Path, lock: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    match options.open(lock) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => File::open(lock),
        opened => opened,
    }
}

/// What the owner of a lock wrote of themselves, made fit for a line of text.
fn owner(path: &Path) -> String {
    let bytes = file::read_bytes(path).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let line = text.trim().lines().next().unwrap_or("");
    let shown: String = line.chars().filter(|c| !c.is_control()).take(MOST_SHOWN).collect();
    if shown.trim().is_empty() { "另一个窗口".to_owned() } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("2024-云溪镇.ron");
        (folder, path)
    }

    fn mine(path: &Path, who: &str) -> Lock {
        match Lock::take(path, who).unwrap() {
            Taken::Mine(lock) => lock,
            Taken::Other { who } => panic!("taken by {who}"),
        }
    }

    fn other(path: &Path) -> Option<String> {
        match Lock::take(path, "乙").unwrap() {
            Taken::Mine(_) => None,
            Taken::Other { who } => Some(who),
        }
    }

    #[test]
    fn a_lock_excludes_others_until_it_is_dropped() {
        let (_folder, path) = draft();
        let lock = mine(&path, "甲@办公室，10:32 起");
        assert!(lock.warning().is_none());
        assert_eq!(other(&path).unwrap(), "甲@办公室，10:32 起");
        assert_eq!(other(&path.with_file_name("别的.ron")), None);
        drop(lock);
        assert_eq!(other(&path), None);
    }

    #[test]
    fn a_lock_for_a_moment_says_what_is_done_or_who_has_it() {
        let (_folder, path) = draft();
        let lock = Lock::hold(&path, "删除").unwrap();
        assert_eq!(other(&path).unwrap(), "另一个窗口（正在删除）");
        drop(lock);
        let _lock = mine(&path, "甲");
        let error = Lock::hold(&path, "删除").unwrap_err();
        assert_eq!(error.problem, Problem::Locked { who: "甲".to_owned() });
    }

    #[test]
    fn leftover_and_garbage_lock_files_never_block() {
        let (folder, path) = draft();
        let locks = folder.path().join(FOLDER);
        for content in [b"".as_slice(), b"\0\xff garbage", b"pid=1\nhost=gone"] {
            file::write_whole(&locks.join("2024-云溪镇.lock"), content).unwrap();
            file::write_whole(&locks.join("2024-云溪镇.who"), content).unwrap();
            assert_eq!(other(&path), None);
        }
    }

    #[test]
    fn an_owner_without_a_legible_name_is_another_window() {
        let (folder, path) = draft();
        let _lock = mine(&path, "甲");
        let who = folder.path().join(FOLDER).join("2024-云溪镇.who");
        for (content, shown) in
            [("", "另一个窗口"), ("\u{1b}\u{7}", "另一个窗口"), ("\u{1b}[31m甲\n第二行", "[31m甲")]
        {
            file::write_whole(&who, content.as_bytes()).unwrap();
            assert_eq!(other(&path).unwrap(), shown);
        }
        fs::remove_file(&who).unwrap();
        assert_eq!(other(&path).unwrap(), "另一个窗口");
    }

    #[test]
    fn where_no_lock_can_be_had_work_goes_on_with_a_warning() {
        let (folder, path) = draft();
        fs::create_dir_all(folder.path().join(FOLDER).join("2024-云溪镇.lock")).unwrap();
        let lock = mine(&path, "甲");
        assert_eq!(lock.warning().unwrap().problem, Problem::NoLocks);
    }

    #[cfg(unix)]
    #[test]
    fn two_names_of_one_file_share_the_lock() {
        let (folder, path) = draft();
        file::write_whole(&path, b"x").unwrap();
        let link = folder.path().join("链.ron");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        let _lock = mine(&path, "甲");
        assert_eq!(other(&link).as_deref(), Some("甲"));
    }
}
