//! Which drafts and files are meant: each by itself, or all in a folder.

use std::path::PathBuf;

use crate::cli::draft;
use crate::cli::failure::Failure;
use crate::storage::{DataFolder, folder};

/// The endings of files in a folder that are checked: drafts and what an import reads.
const ENDINGS: [&str; 9] = ["ron", "txt", "docx", "doc", "wps", "html", "htm", "md", "markdown"];

/// A draft or a file.
pub(in crate::cli) struct Source {
    /// As it was named: the name of a draft, or a path.
    pub(in crate::cli) name: String,
    /// Where it is.
    pub(in crate::cli) path: PathBuf,
}

/// All that is meant, in the order in which it was named; the files of a folder by their
/// names. One that is not there stands in its place with why.
pub(super) fn all(data: &DataFolder, wanted: &[String]) -> Vec<Result<Source, (String, Failure)>> {
    let named = wanted.iter().flat_map(|name| match meant(data, name) {
        Ok(sources) => sources.into_iter().map(Ok).collect(),
        Err(failure) => vec![Err((name.clone(), failure))],
    });
    named.collect()
}

/// What is meant by one name.
fn meant(data: &DataFolder, name: &str) -> Result<Vec<Source>, Failure> {
    let path = draft::locate(data, name)?;
    if path.is_dir() {
        return in_folder(name, &path);
    }
    Ok(vec![Source { name: name.to_owned(), path }])
}

fn in_folder(name: &str, path: &std::path::Path) -> Result<Vec<Source>, Failure> {
    let mut files = folder::list(path, &ENDINGS)?.files;
    if files.is_empty() {
        let sentence = format!(
            "“{name}”里没有可以校核的文件（{}）。",
            ENDINGS.map(|e| format!(".{e}")).join(" ")
        );
        return Err(Failure::Trouble(sentence));
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let named = |file: folder::Found| {
        let inner = file.path.file_name().map(PathBuf::from).unwrap_or_default();
        let name = PathBuf::from(name).join(inner).display().to_string();
        Source { name, path: file.path }
    };
    Ok(files.into_iter().map(named).collect())
}
