//! Deleted drafts: moved aside, never destroyed.
//!
//! A draft is copied into the bin before it is taken from its folder, so that
//! a failure half-way leaves two of it and never none. Files are moved as they
//! are, unread: a broken draft can be put away and brought back too. Its history
//! goes with it under the name in the bin: a new draft may get the old name, and
//! must not find there what another was.

use std::fs;
use std::path::{Path, PathBuf};

use super::draft;
use super::error::{Problem, StorageError};
use super::file;
use super::history::Moving;
use super::id::{DraftId, safe_stem};
use super::lock::Lock;
use super::paths::DataFolder;

/// A draft in the bin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binned {
    /// The name in the bin, by which it is restored: `ID@stamp`.
    pub name: String,
    /// The name that the draft had.
    pub id: DraftId,
    /// The stamp of its removal.
    pub stamp: String,
    /// Its file.
    pub path: PathBuf,
}

/// Moves a draft into the bin as `ID@stamp.ron` and gives that name.
///
/// # Errors
/// When somebody is editing it, or it cannot be moved; it is then where it was.
pub fn remove(data: &DataFolder, id: &DraftId, stamp: &str) -> Result<String, StorageError> {
    let path = draft::path_of(&data.drafts(), id);
    remove_file(data, &path, stamp)
}

/// As [`remove`], for a draft known by its file.
///
/// # Errors
/// As there.
pub fn remove_file(data: &DataFolder, path: &Path, stamp: &str) -> Result<String, StorageError> {
    let _lock = Lock::hold(path, "删除")?;
    let name = stem_of(&put_away(data, path, stamp)?);
    let history = data.history(&DraftId::of_file(path));
    let history = Moving::begin(history, data.binned_history(&name), stamp)?;
    fs::remove_file(path).map_err(|error| {
        history.undo();
        StorageError::from_io(path, &error)
    })?;
    Ok(name)
}

/// Puts a kept version of a draft in the place of its broken file, which goes
/// into the bin as it is. Gives the name in the bin.
///
/// # Errors
/// When the kept version cannot be read, somebody is editing the draft, or a
/// file cannot be written; the broken file is then where it was.
pub fn replace_file(
    data: &DataFolder,
    path: &Path,
    kept: &Path,
    stamp: &str,
) -> Result<String, StorageError> {
    draft::load(kept)?;
    let _lock = Lock::hold(path, "换成旧稿")?;
    let binned = put_away(data, path, stamp)?;
    file::write_whole(path, &file::read_bytes(kept)?)?;
    Ok(stem_of(&binned))
}

/// Copies a draft into the bin. Read under the lock: what another window saved
/// last is what goes there.
fn put_away(data: &DataFolder, path: &Path, stamp: &str) -> Result<PathBuf, StorageError> {
    let bytes = file::read_bytes(path)?;
    let stem = format!("{}@{}", DraftId::of_file(path), safe_stem(stamp));
    file::write_numbered(&data.bin(), &stem, &bytes)
}

/// What is in the bin, the last removed first.
///
/// # Errors
/// When the bin is there but cannot be read.
pub fn bin_list(data: &DataFolder) -> Result<Vec<Binned>, StorageError> {
    let files = draft::draft_files(&data.bin())?.into_iter();
    let mut binned: Vec<Binned> = files
        .map(|path| {
            let name = stem_of(&path);
            let (id, stamp) = name.rsplit_once('@').unwrap_or((&name, ""));
            Binned { id: DraftId::new(id), stamp: stamp.to_owned(), name, path }
        })
        .collect();
    binned.sort_by(|a, b| b.stamp.cmp(&a.stamp).then_with(|| a.name.cmp(&b.name)));
    Ok(binned)
}

/// Brings a draft back from the bin under its name, or the next free one, and its
/// history with it. One that was left under that name goes aside under `stamp`.
///
/// # Errors
/// When the bin holds no such draft or it cannot be moved.
pub fn restore(data: &DataFolder, name: &str, stamp: &str) -> Result<DraftId, StorageError> {
    let found = bin_list(data)?.into_iter().find(|b| b.name == name);
    let missing = || StorageError::new(data.bin().join(name), Problem::Missing);
    let binned = found.ok_or_else(missing)?;
    let bytes = file::read_bytes(&binned.path)?;
    let id = draft::put_under_free_name(&data.drafts(), &binned.id, &bytes)?;
    let history = data.binned_history(name);
    if history.is_dir() {
        Moving::begin(history, data.history(&id), stamp).inspect_err(|_| {
            let _ = fs::remove_file(draft::path_of(&data.drafts(), &id));
        })?;
    }
    fs::remove_file(&binned.path).map_err(|error| StorageError::from_io(&binned.path, &error))?;
    Ok(id)
}

fn stem_of(path: &std::path::Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::history;

    fn data_with(content: &[u8]) -> (tempfile::TempDir, DataFolder, DraftId) {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path());
        let id = DraftId::suggest(2024, "云溪镇");
        put(&data, &id, content);
        (folder, data, id)
    }

    fn put(data: &DataFolder, id: &DraftId, content: &[u8]) {
        file::write_whole(&draft::path_of(&data.drafts(), id), content).unwrap();
    }

    #[test]
    fn a_draft_goes_and_comes_back_as_it_was() {
        let (_folder, data, id) = data_with(b"broken \xff");
        let name = remove(&data, &id, "20260108-103200").unwrap();
        assert_eq!(name, "2024-云溪镇@20260108-103200");
        assert_eq!(draft::list(&data).unwrap(), []);
        let binned = bin_list(&data).unwrap();
        assert_eq!((&binned[0].id, binned[0].stamp.as_str()), (&id, "20260108-103200"));
        assert_eq!(restore(&data, &name, "s").unwrap(), id);
        let path = draft::path_of(&data.drafts(), &id);
        assert_eq!(file::read_bytes(&path).unwrap(), b"broken \xff");
        assert_eq!(bin_list(&data).unwrap(), []);
    }

    #[test]
    fn nothing_in_the_bin_or_the_folder_is_overwritten() {
        let (_folder, data, id) = data_with(b"one");
        let first = remove(&data, &id, "s").unwrap();
        put(&data, &id, b"two");
        let second = remove(&data, &id, "s").unwrap();
        assert_eq!(second, "2024-云溪镇@s-2");
        put(&data, &id, b"three");
        let ids = [&first, &second].map(|name| restore(&data, name, "s").unwrap());
        assert_eq!(ids, [id.numbered(2), id.numbered(3)]);
    }

    #[test]
    fn the_history_goes_and_comes_back_with_its_draft() {
        let (_folder, data, id) = data_with(b"first");
        let keep = |id: &DraftId, stamp: &str, content: &[u8]| {
            let version = data.history(id).join(format!("{stamp}.ron"));
            file::write_whole(&version, content).unwrap();
        };
        let kept = |id: &DraftId| {
            let versions = history::versions(&data.history(id)).unwrap();
            let bytes = versions.iter().map(|v| file::read_bytes(&v.path).unwrap());
            bytes.collect::<Vec<_>>()
        };
        keep(&id, "20260108-103200", b"of the first");
        let first = remove(&data, &id, "20260109-080000").unwrap();
        // A new draft of the same name has no history …
        put(&data, &id, b"second");
        assert!(kept(&id).is_empty());
        keep(&id, "20260110-090000", b"of the second");
        // … and the deleted one comes back with its own.
        let back = restore(&data, &first, "20260111-080000").unwrap();
        assert_eq!(back, id.numbered(2));
        assert_eq!(
            (kept(&back), kept(&id)),
            (vec![b"of the first".to_vec()], vec![b"of the second".to_vec()])
        );
    }

    #[test]
    fn a_history_that_was_left_is_not_that_of_the_draft_that_comes_back() {
        let (_folder, data, id) = data_with(b"x");
        let version = |folder: PathBuf| folder.join("20260108-103200.ron");
        file::write_whole(&version(data.history(&id)), b"own").unwrap();
        let name = remove(&data, &id, "20260109-080000").unwrap();
        file::write_whole(&version(data.history(&id)), b"left").unwrap();
        restore(&data, &name, "20260111-080000").unwrap();
        assert_eq!(file::read_bytes(&version(data.history(&id))).unwrap(), b"own");
        let aside = data.binned_history(&format!("{id}@20260111-080000"));
        assert_eq!(file::read_bytes(&version(aside)).unwrap(), b"left");
    }

    #[test]
    fn a_draft_that_somebody_edits_stays() {
        let (_folder, data, id) = data_with(b"x");
        let path = draft::path_of(&data.drafts(), &id);
        let _lock = Lock::take(&path, "甲").unwrap();
        let error = remove(&data, &id, "s").unwrap_err();
        assert!(error.to_string().contains("甲正在编辑这份稿件"), "{error}");
        assert!(path.exists() && bin_list(&data).unwrap().is_empty());
    }

    #[test]
    fn a_broken_file_gives_way_to_a_kept_version_and_is_kept_itself() {
        let (_folder, data, id) = data_with(b"broken \xff");
        let path = draft::path_of(&data.drafts(), &id);
        let history = data.history(&id);
        let whole = draft::render(&crate::storage::sample::small()).unwrap();
        let put = |stamp: &str, content: &[u8]| {
            let version = history.join(format!("{stamp}.ron"));
            file::write_whole(&version, content).unwrap();
            version
        };
        let torn = put("20260109-080000", b"(format: 1, rep");
        let kept = put("20260108-103200", whole.as_bytes());
        let newest = crate::storage::history::newest_readable(&history).unwrap();
        assert_eq!((newest.stamp.as_str(), &newest.path), ("20260108-103200", &kept));

        // A version that cannot be read replaces nothing.
        assert!(replace_file(&data, &path, &torn, "s").is_err());
        assert_eq!(file::read_bytes(&path).unwrap(), b"broken \xff");
        assert_eq!(bin_list(&data).unwrap(), []);
        let lock = Lock::take(&path, "甲").unwrap();
        let error = replace_file(&data, &path, &kept, "s").unwrap_err();
        assert!(matches!(error.problem, Problem::Locked { .. }), "{error}");
        drop(lock);

        let name = replace_file(&data, &path, &kept, "s").unwrap();
        assert_eq!(file::read_bytes(&path).unwrap(), whole.as_bytes());
        let binned = &bin_list(&data).unwrap()[0];
        assert_eq!((&binned.name, &binned.id), (&name, &id));
        assert_eq!(file::read_bytes(&binned.path).unwrap(), b"broken \xff");
        assert!(kept.exists() && torn.exists());
    }

    #[test]
    fn what_is_not_there_is_missing() {
        let (_folder, data, _) = data_with(b"x");
        let gone = remove(&data, &DraftId::new("无"), "s").unwrap_err();
        assert_eq!(gone.problem, Problem::Missing);
        let outside = restore(&data, "../drafts/2024-云溪镇", "s").unwrap_err();
        assert_eq!(outside.problem, Problem::Missing);
    }
}
