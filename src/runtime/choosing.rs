//! Effects on the list of files to import: folders are read, and the one that a
//! file was taken from is remembered.

use std::path::{Path, PathBuf};

use super::{Program, clock};
use crate::app::effect::{FileFacts, FileRow, Listing, Outcome};
use crate::app::prompt::files::ENDINGS;
use crate::storage::folder::{self, Contents, Found};
use crate::storage::{Problem, Settings, StorageError, paths};

impl Program {
    /// Lists the folder that one begins in: one where it was put aside, else that of
    /// last time, else the usual one, with a word where it is not the one expected.
    pub(super) fn list_first(&self, aside: Option<PathBuf>) -> Result<Outcome, StorageError> {
        let last = aside.or_else(|| Settings::load(&self.data).0.import_folder);
        let usual = || listing(&self.app.facts().usual_folder);
        let Some(last) = last else { return usual().map(|usual| Outcome::Files(or_here(usual))) };
        if let Ok(listing) = listing(&last) {
            return Ok(Outcome::Files(listing));
        }
        let told = format!("上次的文件夹现在打不开：{}。先看这里。", last.display());
        Ok(Outcome::Files(Listing { told: Some(told), ..usual()? }))
    }

    /// Reads the file at a place, or lists the folder there. Where the file was
    /// taken from is remembered.
    pub(super) fn take_file(&mut self, path: &Path) -> Result<Outcome, StorageError> {
        let path = paths::expand_home(path);
        let path = std::path::absolute(&path).unwrap_or(path);
        if path.is_dir() {
            return Ok(list_folder(&path));
        }
        let outcome = Self::read(&path)?;
        if let (false, Some(folder)) = (matches!(outcome, Outcome::Failed(_)), path.parent()) {
            // Nobody waits for it: where it cannot be written, the list begins
            // elsewhere next time and no more.
            let _ = Settings::remember_import(&self.data, &folder::plain(folder));
        }
        Ok(outcome)
    }
}

/// The usual folder, or where it holds no file that can be imported and the one in
/// which the program was started does, that.
fn or_here(usual: Listing) -> Listing {
    let has_files = |listing: &Listing| listing.rows.iter().any(|row| row.file.is_some());
    if has_files(&usual) {
        return usual;
    }
    let here = std::env::current_dir().ok().and_then(|here| listing(&here).ok());
    here.filter(has_files).unwrap_or(usual)
}

/// Lists a folder, or says why not.
pub(super) fn list_folder(wanted: &Path) -> Outcome {
    match listing(wanted) {
        Ok(listing) => Outcome::Files(listing),
        Err(error) => Outcome::Failed(unlisted(&error)),
    }
}

fn listing(wanted: &Path) -> Result<Listing, StorageError> {
    let found = folder::list(&paths::expand_home(wanted), &ENDINGS)?;
    let Contents { folder, folders, files, others, cut } = found;
    let name = |path: &Path| match path.file_name() {
        Some(name) => name.to_string_lossy().into_owned(),
        None => path.display().to_string(),
    };
    let folders = folders.into_iter().map(|path| FileRow { name: name(&path), path, file: None });
    let files = files.into_iter().map(|found| {
        let Found { path, length, changed } = found;
        let changed = changed.map(clock::shown).unwrap_or_default();
        let file = Some(FileFacts { size: size(length), changed });
        FileRow { name: name(&path), path, file }
    });
    Ok(Listing { rows: folders.chain(files).collect(), folder, others, cut, told: None })
}

/// Why a folder cannot be listed.
fn unlisted(error: &StorageError) -> String {
    let place = error.path.display();
    match error.problem {
        Problem::Missing => format!("没有这个文件夹：{place}。请看看是不是改了名，或者换一个"),
        Problem::NoPermission => format!("没有权限看这个文件夹：{place}。请换一个"),
        _ => error.to_string(),
    }
}

/// A length in the unit that people say it in.
fn size(bytes: u64) -> String {
    const KILO: u64 = 1024;
    match bytes {
        ..KILO => format!("{bytes} 字节"),
        KILO..1_048_576 => format!("{} KB", bytes.div_ceil(KILO)),
        _ => {
            let tenths = bytes.saturating_mul(10) / (KILO * KILO);
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_listed_is_told_with_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("没有");
        let Outcome::Failed(told) = list_folder(&missing) else { panic!() };
        assert_eq!(
            told,
            format!("没有这个文件夹：{}。请看看是不是改了名，或者换一个", missing.display())
        );
        let error = StorageError::new("锁", Problem::NoPermission);
        assert_eq!(unlisted(&error), "没有权限看这个文件夹：锁。请换一个");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_that_is_no_text_is_read_as_far_as_it_goes_and_leads_to_its_file() {
        use std::os::unix::ffi::OsStrExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(std::ffi::OsStr::from_bytes(b"\xd4\xc6 2024.txt"));
        crate::storage::file::write_whole(&path, b"1").unwrap();
        let Outcome::Files(listing) = list_folder(folder.path()) else { panic!() };
        assert!(listing.rows[0].name.ends_with(" 2024.txt"), "{:?}", listing.rows);
        assert_eq!(listing.rows[0].path, path);
    }

    #[test]
    fn a_length_is_told_as_people_say_it() {
        let told = [0, 812, 1024, 36_500, 1_048_576, 3_670_016, u64::MAX / 20].map(size);
        assert_eq!(told[..6], ["0 字节", "812 字节", "1 KB", "36 KB", "1.0 MB", "3.5 MB"]);
    }
}
