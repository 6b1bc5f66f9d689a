//! Writing whole or not at all.
//!
//! A write goes to a temporary file in the same folder, is flushed, and takes
//! the place of the old file in one step; at every moment one of the two is
//! there whole. A kill, a power cut or a full disk can cost the newest state,
//! never the one before.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::{NamedTempFile, TempPath};

use super::{Revision, folder_of, link_target};
use crate::storage::error::{Problem, StorageError};

/// What temporary files are called; never the name of a draft.
pub(super) const PREFIX: &str = ".fazhi-";

/// Puts `bytes` in the place of what the file holds; makes the folder if need
/// be. A symbolic link stays one, permissions stay as they were.
///
/// # Errors
/// When it cannot be done; the old content is then whole.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<Revision, StorageError> {
    let target = link_target(path);
    let temporary = prepare(&target, bytes)?;
    if let Ok(old) = fs::metadata(&target) {
        // A medium without permissions must not stop the save.
        let _ = fs::set_permissions(&temporary, old.permissions());
    }
    put_in_place(temporary, &target).map_err(|error| StorageError::from_io(path, &error))?;
    flush_folder(&target);
    Ok(Revision::of(bytes))
}

/// Writes a new file; one that is there already is never overwritten, even if
/// it comes into being at the same moment.
///
/// # Errors
/// [`Problem::Exists`] when the name is taken; else as [`write_whole`].
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<Revision, StorageError> {
    let temporary = prepare(path, bytes)?;
    temporary
        .persist_noclobber(path)
        .or_else(|refused| match refused.error.kind() {
            io::ErrorKind::AlreadyExists => Err(refused.error),
            _ => claim_and_put(refused.path, path),
        })
        .map_err(|error| StorageError::from_io(path, &error))?;
    flush_folder(path);
    Ok(Revision::of(bytes))
}

/// Writes a new file under the first free of the names for 1, 2, 3….
pub(in crate::storage) fn write_free(
    name: impl Fn(u32) -> PathBuf,
    bytes: &[u8],
) -> Result<(u32, PathBuf), StorageError> {
    let mut number = 1;
    loop {
        let path = name(number);
        // Looked at first only to spare the flushing of a file in vain.
        if fs::symlink_metadata(&path).is_err() {
            match write_new(&path, bytes) {
                Ok(_) => return Ok((number, path)),
                Err(error) if error.problem == Problem::Exists => {}
                Err(error) => return Err(error),
            }
        }
        number += 1;
    }
}

/// Writes a new file `STEM.ron`, or the first free of `STEM-2.ron`, `STEM-3.ron`….
pub(in crate::storage) fn write_numbered(
    folder: &Path,
    stem: &str,
    bytes: &[u8],
) -> Result<PathBuf, StorageError> {
    let name = |number| folder.join(format!("{}.ron", numbered(stem, number)));
    Ok(write_free(name, bytes)?.1)
}

/// The `number`th name where the stem itself is the first: `STEM`, `STEM-2`, `STEM-3`.
pub(in crate::storage) fn numbered(stem: &str, number: u32) -> String {
    if number < 2 { stem.to_owned() } else { format!("{stem}-{number}") }
}

/// For media that cannot rename without overwriting (exFAT, some shares): the
/// name is claimed by an empty file of our own, which is then replaced.
fn claim_and_put(temporary: TempPath, path: &Path) -> io::Result<()> {
    File::create_new(path)?;
    put_in_place(temporary, path).inspect_err(|_| {
        let _ = fs::remove_file(path);
    })
}

/// A flushed temporary file with this content beside `target`, closed.
fn prepare(target: &Path, bytes: &[u8]) -> Result<TempPath, StorageError> {
    let folder = folder_of(target);
    fs::create_dir_all(folder).map_err(|error| match error.kind() {
        // A file where the folder should be: no other name of the file would help.
        io::ErrorKind::AlreadyExists => StorageError::new(folder, Problem::NotAFolder),
        _ => StorageError::from_io(folder, &error),
    })?;
    let write = || -> io::Result<TempPath> {
        let mut file = temporary_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file.into_temp_path())
    };
    write().map_err(|error| match error.kind() {
        // The folder is there: it takes no files, as that of /proc does.
        io::ErrorKind::NotFound => StorageError::new(target, Problem::ReadOnlyFolder),
        _ => StorageError::from_io(target, &error),
    })
}

fn temporary_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Renames over the target. On Windows a scanner or a viewer may hold the
/// target for a moment, so it is tried again for a second and a half.
fn put_in_place(temporary: TempPath, target: &Path) -> io::Result<()> {
    let waits: &[u64] = if cfg!(windows) { &[50, 100, 200, 400, 800] } else { &[] };
    let mut temporary = temporary;
    for wait in waits {
        match temporary.persist(target) {
            Ok(()) => return Ok(()),
            Err(refused) if held(&refused.error) => temporary = refused.path,
            Err(refused) => return Err(refused.error),
        }
        std::thread::sleep(Duration::from_millis(*wait));
    }
    temporary.persist(target).map_err(|refused| refused.error)
}

/// Whether Windows says that another program holds the file (access denied,
/// sharing violation).
fn held(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(5 | 32))
}

/// Makes the new name itself survive a power cut. Not every medium can do it,
/// and the content is whole without it.
fn flush_folder(path: &Path) {
    #[cfg(unix)]
    let _ = File::open(folder_of(path)).and_then(|folder| folder.sync_all());
    #[cfg(not(unix))]
    let _ = path;
}

/// Whether a file could be saved in this folder, as far as can be known.
///
/// # Errors
/// The reason why not.
pub(in crate::storage) fn probe_writing(folder: &Path) -> Result<(), StorageError> {
    match temporary_in(folder) {
        Ok(_) => Ok(()),
        Err(error) => Err(StorageError::from_io(folder, &error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_in_the_place_of_the_folder_ends_the_search_for_a_free_name() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bin");
        File::create(&file).unwrap();
        let error = write_free(|number| file.join(format!("{number}.ron")), b"x").unwrap_err();
        assert_eq!(error.problem, Problem::NotAFolder);
    }

    /// What [`write_new`] falls back on where the medium knows no better way.
    #[test]
    fn a_claimed_name_is_taken_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("稿.ron");
        let put = |text: &str| claim_and_put(prepare(&path, text.as_bytes()).unwrap(), &path);
        put("one").unwrap();
        assert_eq!(put("two").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(super::super::read_bytes(&path).unwrap(), b"one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
