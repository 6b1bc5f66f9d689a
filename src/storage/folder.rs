//! What lies in a folder, for a list to choose a file from.
//!
//! Which files are wanted is told by their endings: what is in them is found
//! when one is read. A folder may hold anything, so no single entry makes the
//! whole fail, and of very many only some are looked at.

use std::ffi::OsStr;
use std::fs::{self, DirEntry, Metadata};
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use super::error::StorageError;

/// The most entries that are looked at.
pub const MOST: usize = 20_000;

/// What lies in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The folder, absolute and without `..`.
    pub folder: PathBuf,
    /// The folders in it, by their names.
    pub folders: Vec<PathBuf>,
    /// The files of the endings that were asked for, the last changed first.
    pub files: Vec<Found>,
    /// How many other files there are; hidden ones do not count.
    pub others: usize,
    /// Whether there are more entries than were looked at.
    pub cut: bool,
}

/// A file in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// Its length in bytes.
    pub length: u64,
    /// When it was last changed, where the system says so.
    pub changed: Option<SystemTime>,
}

/// The folders in a folder, and its files whose names have one of these endings,
/// given small and without the dot. Hidden ones are left out.
///
/// # Errors
/// When it is missing, no folder, or cannot be read.
pub fn list(folder: &Path, endings: &[&str]) -> Result<Contents, StorageError> {
    let folder = plain(folder);
    let entries = fs::read_dir(&folder).map_err(|error| StorageError::from_io(&folder, &error))?;
    let mut contents = Contents { folder, ..Contents::default() };
    for (index, entry) in entries.flatten().enumerate() {
        if index == MOST {
            contents.cut = true;
            break;
        }
        contents.take(&entry, endings);
    }
    if cfg!(windows) && contents.folder.parent().is_none() {
        contents.folders.extend(drives(&contents.folder));
    }
    contents.folders.sort();
    contents.files.sort_by(|a, b| b.changed.cmp(&a.changed).then_with(|| a.path.cmp(&b.path)));
    Ok(contents)
}

impl Contents {
    fn take(&mut self, entry: &DirEntry, endings: &[&str]) {
        let path = entry.path();
        let Some(told) = followed(entry, &path) else {
            // A link that leads nowhere, or what the system tells nothing of.
            self.others += usize::from(!starts_with_dot(&path));
            return;
        };
        if is_hidden(&path, &told) {
            return;
        }
        let ending = path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
        if told.is_dir() {
            self.folders.push(path);
        } else if told.is_file() && ending.is_some_and(|own| endings.contains(&own.as_str())) {
            let (length, changed) = (told.len(), told.modified().ok());
            self.files.push(Found { path, length, changed });
        } else {
            self.others += 1;
        }
    }
}

/// What the system tells of an entry, or of that where a link leads.
fn followed(entry: &DirEntry, path: &Path) -> Option<Metadata> {
    let told = entry.metadata().ok()?;
    if told.is_symlink() { fs::metadata(path).ok() } else { Some(told) }
}

fn starts_with_dot(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// Whether a file is hidden, or the lock that Word leaves beside an open document.
#[cfg_attr(not(windows), expect(unused_variables, reason = "only Windows marks files so"))]
fn is_hidden(path: &Path, told: &Metadata) -> bool {
    #[cfg(windows)]
    {
        const HIDDEN: u32 = 2;
        if std::os::windows::fs::MetadataExt::file_attributes(told) & HIDDEN != 0 {
            return true;
        }
    }
    let lock = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"~$"));
    lock || starts_with_dot(path)
}

/// The other drives of Windows: no folder stands above them all.
fn drives(own: &Path) -> Vec<PathBuf> {
    let all = ('A'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\")));
    all.filter(|drive| drive != own && drive.is_dir()).collect()
}

/// A path as it is read: absolute, `..` done.
pub fn plain(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut plain = PathBuf::new();
    for part in whole.components() {
        if part == Component::ParentDir {
            plain.pop();
        } else {
            plain.push(part);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Problem;
    use std::time::Duration;

    fn put(path: &Path, length: u64, age: u64) {
        let file = fs::File::create(path).unwrap();
        file.set_len(length).unwrap();
        let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000 - age);
        file.set_modified(moment).unwrap();
    }

    fn names(paths: impl IntoIterator<Item = PathBuf>) -> Vec<String> {
        let name = |path: PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
        paths.into_iter().map(name).collect()
    }

    #[test]
    fn folders_by_name_and_files_by_age_and_the_rest_is_counted() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        put(&at("老.txt"), 10, 900);
        put(&at("新.DOCX"), 2000, 5);
        put(&at("中.txt"), 0, 70);
        put(&at("照片.png"), 9, 1);
        put(&at("无名"), 9, 1);
        put(&at(".隐.txt"), 9, 1);
        put(&at("~$新.docx"), 9, 1);
        for name in ["乙", "甲", ".git"] {
            fs::create_dir(at(name)).unwrap();
        }
        let found = list(folder.path(), &["txt", "docx"]).unwrap();
        assert_eq!(
            names(found.files.iter().map(|file| file.path.clone())),
            ["新.DOCX", "中.txt", "老.txt"]
        );
        assert_eq!(found.files[0].length, 2000);
        assert_eq!(names(found.folders), ["乙", "甲"]);
        assert_eq!((found.others, found.cut), (2, false));
    }

    #[test]
    fn what_is_no_folder_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("报告.txt");
        put(&file, 1, 0);
        let problem = |path: &Path| list(path, &[]).unwrap_err().problem;
        assert_eq!(problem(&file), Problem::NotAFolder);
        assert_eq!(problem(&folder.path().join("没有")), Problem::Missing);
        let up = folder.path().join("没有").join("..");
        assert_eq!(list(&up, &["txt"]).unwrap().folder, folder.path());
    }

    #[cfg(unix)]
    #[test]
    fn odd_entries_do_no_harm() {
        use std::os::unix::ffi::OsStrExt;
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::os::unix::fs::symlink(at("没有"), at("断了.txt")).unwrap();
        put(&at("真.txt"), 1, 0);
        std::os::unix::fs::symlink(at("真.txt"), at("连着.txt")).unwrap();
        put(&folder.path().join(OsStr::from_bytes(b"\xd4\xc6\xcf\xaa.txt")), 1, 5);
        let found = list(folder.path(), &["txt"]).unwrap();
        assert_eq!((found.files.len(), found.others), (3, 1));
    }

    #[test]
    fn of_very_many_only_some_are_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..=MOST {
            fs::File::create(folder.path().join(format!("{number}.txt"))).unwrap();
        }
        let found = list(folder.path(), &["txt"]).unwrap();
        assert_eq!((found.files.len(), found.cut), (MOST, true));
    }
}
