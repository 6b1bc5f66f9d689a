//! A draft that is open for writing: its lock, and what its file last held.
//!
//! It keeps no report; the text is the caller's. It owns everything that a
//! save must know, so that a saver on a thread of its own needs nothing else.

use std::fs;
use std::path::{Path, PathBuf};

use super::draft::{self, Loaded};
use super::error::{Problem, StorageError};
use super::file::{self, Revision};
use super::history;
use super::id::DraftId;
use super::lock::{Lock, Taken};
use super::paths::DataFolder;
use crate::report::Report;

/// What may be done with an open draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// It may be read and saved.
    Write,
    /// It may only be read.
    ReadOnly {
        /// Who is writing it; `None` where the file or its folder takes no writing.
        who: Option<String>,
    },
}

/// What a save did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// Somebody else had changed the file: the text went into this new draft,
    /// which is now the open one; theirs is untouched.
    pub conflict: Option<DraftId>,
    /// The file had vanished and was written anew.
    pub vanished: bool,
    /// What did not succeed beside the save itself.
    pub warning: Option<StorageError>,
}

/// An open draft.
#[derive(Debug)]
pub struct OpenDraft {
    data: DataFolder,
    id: DraftId,
    path: PathBuf,
    who: String,
    access: Access,
    lock: Option<Lock>,
    revision: Revision,
    kept: bool,
}

impl OpenDraft {
    /// Opens a draft and reads its report; `who` names the user to others.
    /// Where somebody else writes it, or nobody can, it opens read-only.
    ///
    /// # Errors
    /// When it cannot be read; see [`draft::load`].
    pub fn open(data: &DataFolder, path: &Path, who: &str) -> Result<(Self, Report), StorageError> {
        let metadata = fs::metadata(path).map_err(|error| StorageError::from_io(path, &error))?;
        if metadata.is_dir() {
            return Err(StorageError::new(path, Problem::Directory));
        }
        // The lock comes before the reading: what is read under it stays true.
        let (access, lock) = ask_for(path, who);
        let Loaded { report, revision } = draft::load(path)?;
        let open = Self {
            data: data.clone(),
            id: DraftId::of_file(path),
            path: path.to_path_buf(),
            who: who.to_owned(),
            access,
            lock,
            revision,
            kept: false,
        };
        Ok((open, report))
    }

    /// The name of the draft.
    pub fn id(&self) -> &DraftId {
        &self.id
    }

    /// Whether it may be saved.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// Why the lock protects nothing, on a medium that cannot lock.
    pub fn warning(&self) -> Option<&StorageError> {
        self.lock.as_ref().and_then(Lock::warning)
    }

    /// Writes the report into the draft's file. The first save that changes it
    /// keeps the old version in the history under `stamp`. A file that somebody
    /// else has changed is left alone: see [`Saved::conflict`].
    ///
    /// # Errors
    /// When it cannot be written or is open read-only; the old file is whole.
    pub fn save(&mut self, report: &Report, stamp: &str) -> Result<Saved, StorageError> {
        self.refuse_read_only()?;
        let text = draft::render(report)?;
        let wanted = Revision::of(text.as_bytes());
        match file::revision_of(&self.path) {
            Ok(now) if now == wanted => {
                self.revision = now;
                Ok(Saved::default())
            }
            Ok(now) if now == self.revision => self.overwrite(&text, stamp),
            Ok(_) => self.save_beside(&text),
            Err(error) if error.problem == Problem::Missing => self.write_anew(&text),
            Err(error) => Err(error),
        }
    }

    fn refuse_read_only(&self) -> Result<(), StorageError> {
        let problem = match &self.access {
            Access::Write => return Ok(()),
            Access::ReadOnly { who: Some(who) } => Problem::Locked { who: who.clone() },
            Access::ReadOnly { who: None } => Problem::NoPermission,
        };
        Err(StorageError::new(&self.path, problem))
    }

    fn overwrite(&mut self, text: &str, stamp: &str) -> Result<Saved, StorageError> {
        let mut saved = Saved::default();
        if !self.kept {
            let folder = self.data.history(&self.id);
            match history::keep(&folder, &self.path, stamp) {
                Ok(_) => self.kept = true,
                // The newest text matters more than the oldest.
                Err(error) => saved.warning = Some(error),
            }
        }
        self.revision = file::write_whole(&self.path, text.as_bytes())?;
        Ok(saved)
    }

    fn write_anew(&mut self, text: &str) -> Result<Saved, StorageError> {
        self.revision = file::write_whole(&self.path, text.as_bytes())?;
        // The folder of the locks may have gone with the file.
        self.lock_again();
        Ok(Saved { vanished: true, ..Saved::default() })
    }

    fn lock_again(&mut self) {
        self.lock = None;
        (self.access, self.lock) = ask_for(&self.path, &self.who);
    }

    fn save_beside(&mut self, text: &str) -> Result<Saved, StorageError> {
        let folder = file::folder_of(&self.path).to_path_buf();
        let id = draft::put_under_free_name(&folder, &self.id, text.as_bytes())?;
        self.path = draft::path_of(&folder, &id);
        self.id = id.clone();
        self.revision = Revision::of(text.as_bytes());
        self.kept = true;
        self.lock_again();
        Ok(Saved { conflict: Some(id), ..Saved::default() })
    }
}

/// What may be done with the draft at `path`, with the lock for doing it.
fn ask_for(path: &Path, who: &str) -> (Access, Option<Lock>) {
    let answer = writable(path).then(|| Lock::take(path, who));
    match answer {
        Some(Ok(Taken::Mine(lock))) => (Access::Write, Some(lock)),
        Some(Ok(Taken::Other { who })) => (Access::ReadOnly { who: Some(who) }, None),
        Some(Err(_)) | None => (Access::ReadOnly { who: None }, None),
    }
}

/// Whether the file and its folder take writing, as far as can be known.
fn writable(path: &Path) -> bool {
    let target = file::link_target(path);
    let protected = fs::metadata(&target).is_ok_and(|m| m.permissions().readonly());
    let folder = file::probe_writing(file::folder_of(&target));
    !protected && !folder.is_err_and(|error| error.forbids_writing())
}

#[cfg(test)]
mod tests;
