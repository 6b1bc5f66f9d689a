//! What the RON reader complains of, in Chinese and at the right character.
use std::path::Path;

use ron::error::SpannedError;

use super::error::{Problem, StorageError};

/// The complaint about `text`.
pub(super) fn translate(error: &SpannedError, _text: &str, path: &Path) -> StorageError {
    let at = error.span.start;
    StorageError::at(
        path,
        at.line,
        at.col,
        Problem::Broken {
            what: error.to_string(),
            remedy: "请用记事本改正这一处后再打开；原文件未改动".to_owned(),
        },
    )
}
