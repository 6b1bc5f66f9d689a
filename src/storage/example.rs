//! The worked example: one whole report of a made-up township, built in.
//!
//! It becomes a draft like any other, under a name of its own, so that it can
//! be changed at will and lies beside nobody's work.

use std::path::PathBuf;

use super::draft;
use super::error::{Problem, StorageError};
use super::file;
use super::id::DraftId;
use super::paths::DataFolder;

/// The example as the file of a draft.
pub const TEXT: &str = include_str!("../../data/examples/town.ron");

/// The name of its draft.
pub const ID: &str = "示例-云溪镇";

/// Makes a draft of the example and gives its file; one that is there already
/// stays as it is, whatever was changed in it.
///
/// # Errors
/// When the file cannot be written.
pub fn put(data: &DataFolder) -> Result<PathBuf, StorageError> {
    let path = draft::path_of(&data.drafts(), &DraftId::new(ID));
    match file::write_new(&path, TEXT.as_bytes()) {
        Err(error) if error.problem != Problem::Exists => Err(error),
        _ => Ok(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_made_once_and_kept_as_it_was_changed() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path());
        let path = put(&data).unwrap();
        let mut report = draft::load(&path).unwrap().report;
        assert_eq!(report.unit.name, "云溪镇");
        report.sections[0].heading.push_str("（改）");
        let changed = draft::render(&report).unwrap();
        file::write_whole(&path, changed.as_bytes()).unwrap();
        assert_eq!(put(&data).unwrap(), path);
        assert_eq!(draft::load(&path).unwrap().report, report);
        assert_eq!(draft::list(&data).unwrap().len(), 1);
    }
}
