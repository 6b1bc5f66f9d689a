//! The draft that a command is about, as it was last saved.
//!
//! It is read without a lock: another window may go on writing it.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use crate::report::Report;
use crate::storage::{DataFolder, DraftId, StorageError, draft};

/// A draft that was read.
pub(super) struct Draft {
    /// Its name.
    pub(super) id: DraftId,
    /// Its report.
    pub(super) report: Report,
}

/// The draft of this name or path. A report that is still a text file is told
/// apart from a broken draft, because another command is meant for it.
pub(super) fn read(data: &DataFolder, wanted: &str) -> Result<Draft, Failure> {
    let path = locate(data, wanted)?;
    if path.is_file() && !is_draft(&path) {
        return Err(Failure::Trouble(format!(
            "“{}”不是稿件（.ron）：报告文件请先用 fazhi-tui import 导入。",
            path.display()
        )));
    }
    Ok(read_file(&path)?)
}

/// Where a draft or a file of this name is.
///
/// # Errors
/// A sentence that names the file as it was typed, where one was meant.
pub(super) fn locate(data: &DataFolder, wanted: &str) -> Result<PathBuf, Failure> {
    let path = draft::locate(data, wanted);
    if !path.exists() && draft::is_meant_as_file(wanted) {
        let sentence = format!("没有这个文件：“{wanted}”。请核对名称和位置。");
        return Err(Failure::Trouble(sentence));
    }
    Ok(path)
}

/// Whether a file is a draft by its ending.
pub(super) fn is_draft(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    ending.eq_ignore_ascii_case("ron")
}

/// The draft in this file.
pub(super) fn read_file(path: &Path) -> Result<Draft, StorageError> {
    let report = draft::load(path)?.report;
    let stem = path.file_stem().unwrap_or_default();
    Ok(Draft { id: DraftId::new(&stem.to_string_lossy()), report })
}
