//! One draft as a file: its format, and how it is found, read, made and listed.
//!
//! Saving an open draft is the session's. The file begins with its format
//! number, which is looked at before anything else: a file of a newer version
//! must be refused kindly, not torn at its first unknown word.

mod tidy;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::error::{Problem, StorageError};
use super::file::{self, Revision};
use super::id::DraftId;
use super::notation;
use super::paths::DataFolder;
use crate::report::Report;

/// The format that this version writes. It reads all before it too: the second
/// only adds what the first cannot hold (deleted sections, a 导语 left out), the third
/// what the second cannot (what the author leaves as the checks have found it).
pub const FORMAT: u32 = 3;

/// The first line of every draft.
const COMMENT: &str = "// 法治政府建设情况报告稿件，由 fazhi-tui 保存。可以用记事本查看；一段一行，改动时请保留半角的引号和逗号。\n";

/// The ending of a draft's file.
const ENDING: &str = "ron";

/// A draft as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// The report.
    pub report: Report,
    /// What the file held.
    pub revision: Revision,
}

/// One file of the drafts folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The name of the draft: the stem of its file.
    pub id: DraftId,
    /// Its file.
    pub path: PathBuf,
    /// When it was last written, where the system says so.
    pub changed: Option<SystemTime>,
    /// The report, or why it cannot be read.
    pub content: Result<Report, StorageError>,
}

#[derive(Serialize)]
struct Written<'a> {
    format: u32,
    report: &'a Report,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    format: u32,
    report: Report,
}

/// The format number alone, whatever else a file of a later version holds.
#[derive(Deserialize)]
struct Head<T> {
    format: Option<T>,
}

/// The report that a text holds; `path` only names it in errors.
///
/// # Errors
/// When the text is broken, of a newer format or no draft; with line and
/// column where there is a place.
pub fn parse(text: &str, path: &Path) -> Result<Report, StorageError> {
    let refusal = match notation::parse::<Read>(text, path) {
        Ok(read) if (1..=FORMAT).contains(&read.format) => return Ok(tidy::tidied(read.report)),
        Ok(_) => StorageError::new(path, Problem::Foreign),
        Err(error) => error,
    };
    match head_problem(text) {
        Some(problem) => Err(StorageError::new(path, problem)),
        None => Err(refusal),
    }
}

/// Whether the first line that is no comment begins as data does, not as prose.
fn begins_as_data(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with("//"));
    first.is_none_or(|line| line.starts_with(['(', '#', '/']))
}

/// What its head alone tells of a text that was refused: that it is of a newer
/// format, or well-formed but no draft. Nothing of a text that is broken.
fn head_problem(text: &str) -> Option<Problem> {
    if !begins_as_data(text) {
        return Some(Problem::Foreign);
    }
    match notation::try_parse::<Head<IgnoredAny>>(text) {
        Some(Head { format: Some(_) }) => {}
        Some(Head { format: None }) => return Some(Problem::Foreign),
        None => return notation::try_parse::<IgnoredAny>(text).map(|_| Problem::Foreign),
    }
    let format = notation::try_parse::<Head<u32>>(text)?.format?;
    match format {
        0 => Some(Problem::Foreign),
        newer if newer > FORMAT => Some(Problem::Newer { format }),
        _ => None,
    }
}

/// A report as the text of its file.
///
/// # Errors
/// When the report cannot be written in the notation: a fault of the program.
pub fn render(report: &Report) -> Result<String, StorageError> {
    let format = FORMAT;
    let body = notation::render(&Written { format, report })?;
    Ok(format!("{COMMENT}{body}"))
}

/// The file that a user means by the name of a draft or by a path.
pub fn locate(data: &DataFolder, wanted: &str) -> PathBuf {
    let stem = wanted.strip_suffix(".ron").unwrap_or(wanted);
    let id = DraftId::new(stem);
    let own = path_of(&data.drafts(), &id);
    let plain = id.as_str() == stem;
    if plain && (own.exists() || (stem == wanted && !Path::new(wanted).exists())) {
        return own;
    }
    PathBuf::from(wanted)
}

/// Whether a word is meant as a file and not as the name of a draft: it has a
/// folder before it, or an ending of letters other than that of drafts.
pub fn is_meant_as_file(wanted: &str) -> bool {
    let path = Path::new(wanted);
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let letters = ending.starts_with(|c: char| c.is_ascii_alphabetic())
        && ending.chars().all(|c| c.is_ascii_alphanumeric());
    wanted.contains(['/', '\\']) || (letters && !ending.eq_ignore_ascii_case(ENDING))
}

/// The file of a draft in a folder.
pub(super) fn path_of(folder: &Path, id: &DraftId) -> PathBuf {
    folder.join(format!("{id}.{ENDING}"))
}

/// Reads a draft; takes no lock.
///
/// # Errors
/// When the file cannot be read or holds no draft of a known format.
pub fn load(path: &Path) -> Result<Loaded, StorageError> {
    let bytes = file::read_bytes(path)?;
    let revision = Revision::of(&bytes);
    let report = parse(&file::text_of(bytes, path)?, path)?;
    Ok(Loaded { report, revision })
}

/// Makes a draft and gives its name: the wanted one, or, unless it must be
/// `exact`, the first free of `ID-2`, `ID-3`…. Nothing is ever overwritten.
///
/// # Errors
/// When an exact name is taken, or the file cannot be written.
pub fn create(
    data: &DataFolder,
    wanted: &DraftId,
    exact: bool,
    report: &Report,
) -> Result<DraftId, StorageError> {
    let folder = data.drafts();
    let text = render(report)?;
    if exact {
        file::write_new(&path_of(&folder, wanted), text.as_bytes())?;
        return Ok(wanted.clone());
    }
    put_under_free_name(&folder, wanted, text.as_bytes())
}

/// Writes the bytes of a draft under the first free name.
pub(super) fn put_under_free_name(
    folder: &Path,
    wanted: &DraftId,
    bytes: &[u8],
) -> Result<DraftId, StorageError> {
    let name = |number| path_of(folder, &wanted.numbered(number));
    let (number, _) = file::write_free(name, bytes)?;
    Ok(wanted.numbered(number))
}

/// The drafts of the data folder, the last written first; broken ones too.
///
/// # Errors
/// When the folder is there but cannot be read.
pub fn list(data: &DataFolder) -> Result<Vec<Listed>, StorageError> {
    let mut listed: Vec<Listed> = draft_files(&data.drafts())?
        .into_iter()
        .map(|path| Listed {
            id: DraftId::of_file(&path),
            changed: fs::metadata(&path).and_then(|m| m.modified()).ok(),
            content: load(&path).map(|loaded| loaded.report),
            path,
        })
        .collect();
    listed.sort_by(|a, b| b.changed.cmp(&a.changed).then_with(|| a.id.cmp(&b.id)));
    Ok(listed)
}

/// The `.ron` files of a folder in the order of their names, hidden ones
/// (temporary files, the traces of other systems) left out; none where the
/// folder is missing.
pub(super) fn draft_files(folder: &Path) -> Result<Vec<PathBuf>, StorageError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(StorageError::from_io(folder, &error)),
    };
    let paths = entries.flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = paths.filter(|path| is_draft_file(path)).collect();
    files.sort();
    Ok(files)
}

fn is_draft_file(path: &Path) -> bool {
    let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
    let ending = path.extension().unwrap_or_default();
    !hidden && ending.eq_ignore_ascii_case(ENDING)
}

#[cfg(test)]
mod tests;
