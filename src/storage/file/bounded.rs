//! Reading a file that anybody may have named: not longer than a bound, and
//! nothing but a file.
//!
//! What the program wrote itself is read without a bound; here it may be a film,
//! a pipe that never ends, or a download that is still under way.

use std::fs::{self, File, Metadata};
use std::io::Read;
use std::path::Path;

use crate::storage::{Problem, StorageError};

const MEGABYTE: u64 = 1024 * 1024;

/// The bytes of a file that has no more than `limit` of them; a longer one is
/// refused before it is read.
///
/// # Errors
/// When it is missing, a folder, no file at all, too long, cannot be read, or
/// changes meanwhile.
pub fn read_at_most(path: &Path, limit: usize) -> Result<Vec<u8>, StorageError> {
    let limit = u64::try_from(limit).unwrap_or(u64::MAX);
    let failed = |error: &std::io::Error| StorageError::from_io(path, error);
    // Asked by its name first: a pipe would wait for somebody who writes into it.
    check(path, &fs::metadata(path).map_err(|error| failed(&error))?, limit)?;
    let file = File::open(path).map_err(|error| failed(&error))?;
    let before = file.metadata().map_err(|error| failed(&error))?;
    check(path, &before, limit)?;
    // No more than the limit, as was just seen.
    let mut bytes = Vec::with_capacity(usize::try_from(before.len()).unwrap_or_default());
    let read = (&file).take(limit.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| failed(&error))?;
    let after = file.metadata().map_err(|error| failed(&error))?;
    let same = before.len() == after.len() && before.modified().ok() == after.modified().ok();
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    // A file of the system that tells no length has one all the same.
    if length > limit && same {
        return Err(too_long(path, length, limit));
    }
    if same { Ok(bytes) } else { Err(StorageError::new(path, Problem::Changing)) }
}

fn check(path: &Path, told: &Metadata, limit: u64) -> Result<(), StorageError> {
    if told.is_dir() {
        return Err(StorageError::new(path, Problem::Directory));
    }
    if !told.is_file() {
        return Err(StorageError::new(path, Problem::NotAFile));
    }
    if told.len() > limit {
        return Err(too_long(path, told.len(), limit));
    }
    Ok(())
}

fn too_long(path: &Path, length: u64, limit: u64) -> StorageError {
    let (megabytes, most) = (length.div_ceil(MEGABYTE), limit / MEGABYTE);
    StorageError::new(path, Problem::TooLong { megabytes, most })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_refused_and_all_else_read_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("报告.txt");
        let file = File::create(&path).unwrap();
        file.set_len(3 * MEGABYTE).unwrap();
        let limit = 2 * 1024 * 1024;
        let error = read_at_most(&path, limit).unwrap_err();
        assert_eq!(error.problem, Problem::TooLong { megabytes: 3, most: 2 });
        file.set_len(2 * MEGABYTE).unwrap();
        assert_eq!(read_at_most(&path, limit).map(|bytes| bytes.len()), Ok(limit));
        let problem = |path: &Path| read_at_most(path, limit).unwrap_err().problem;
        assert_eq!(problem(folder.path()), Problem::Directory);
        assert_eq!(problem(&folder.path().join("没有")), Problem::Missing);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_is_no_file_and_a_file_without_a_length_has_its_bound() {
        let error = read_at_most(Path::new("/dev/zero"), 10).unwrap_err();
        assert_eq!(error.problem, Problem::NotAFile);
        let status = Path::new("/proc/self/status");
        assert!(read_at_most(status, 100_000).is_ok_and(|bytes| !bytes.is_empty()));
        let error = read_at_most(status, 10).unwrap_err();
        assert!(matches!(error.problem, Problem::TooLong { .. }), "{error}");
    }
}
