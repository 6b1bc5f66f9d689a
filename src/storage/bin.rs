//! Deleted drafts: moved aside, never destroyed.
//!
//! A draft is copied into the bin before it is taken from its folder, so that
//! a failure half-way leaves two of it and never none. Files are moved as they
//! are, unread: a broken draft can be put away and brought back too.

use std::fs;
use std::path::PathBuf;

use super::draft;
use super::error::{Problem, StorageError};
use super::file;
use super::id::{DraftId, safe_stem};
use super::lock::{Lock, Taken};
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
    let bytes = file::read_bytes(&path)?;
    let who = format!("（正在删除，{stamp}）");
    let _lock = match Lock::take(&path, &who)? {
        Taken::Mine(lock) => lock,
        Taken::Other { who } => return Err(StorageError::new(path, Problem::Locked { who })),
    };
    let stem = format!("{id}@{}", safe_stem(stamp));
    let name = |number| match number {
        1 => data.bin().join(format!("{stem}.ron")),
        _ => data.bin().join(format!("{stem}-{number}.ron")),
    };
    let (_, kept) = file::write_free(name, &bytes)?;
    fs::remove_file(&path).map_err(|error| StorageError::from_io(&path, &error))?;
    Ok(stem_of(&kept))
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
            Binned {
                id: DraftId::new(id),
                stamp: stamp.to_owned(),
                name,
                path,
            }
        })
        .collect();
    binned.sort_by(|a, b| b.stamp.cmp(&a.stamp).then_with(|| a.name.cmp(&b.name)));
    Ok(binned)
}

/// Brings a draft back from the bin under its name, or the next free one.
///
/// # Errors
/// When the bin holds no such draft or it cannot be moved.
pub fn restore(data: &DataFolder, name: &str) -> Result<DraftId, StorageError> {
    let found = bin_list(data)?.into_iter().find(|b| b.name == name);
    let missing = || StorageError::new(data.bin().join(name), Problem::Missing);
    let binned = found.ok_or_else(missing)?;
    let bytes = file::read_bytes(&binned.path)?;
    let id = draft::put_under_free_name(&data.drafts(), &binned.id, &bytes)?;
    fs::remove_file(&binned.path).map_err(|error| StorageError::from_io(&binned.path, &error))?;
    Ok(id)
}

fn stem_of(path: &std::path::Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}
