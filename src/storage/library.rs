//! Templates and the dictionary of figures: the built-in ones, and the user's
//! own that go before them.
//!
//! What they mean is known by the report. A user's copy that cannot be used is
//! named, with its place, and the built-in one of the same name stands in: a
//! slip in a template must not keep anyone from writing.

mod complete;
mod figures;
mod inspect;
mod own;

use std::path::{Path, PathBuf};

pub use own::{OwnFile, broken, own_file};

use super::error::StorageError;
use super::id::DraftId;
use super::paths::DataFolder;
use super::{draft, file, notation};
use crate::report::{Dictionary, Template};

/// The templates that are built in: stem and text.
const BUILT_IN: [(&str, &str); 8] = [
    ("town-four-parts", include_str!("../../data/templates/town-four-parts.ron")),
    ("town-ten-parts", include_str!("../../data/templates/town-ten-parts.ron")),
    ("subdistrict-four-parts", include_str!("../../data/templates/subdistrict-four-parts.ron")),
    ("leadership-first", include_str!("../../data/templates/leadership-first.ron")),
    ("thematic", include_str!("../../data/templates/thematic.ron")),
    ("bureau", include_str!("../../data/templates/bureau.ron")),
    ("brief", include_str!("../../data/templates/brief.ron")),
    ("work-points", include_str!("../../data/templates/work-points.ron")),
];

/// Where a template comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From the program.
    BuiltIn,
    /// From this file of the user.
    User(PathBuf),
}

/// One template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The stem of its file, by which drafts name it.
    pub stem: String,
    /// The template.
    pub template: Template,
    /// Where it comes from.
    pub origin: Origin,
}

/// All templates that can be used, the dictionary, and what is wrong with the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// The built-in ones in their order, then the user's by name.
    pub templates: Vec<Entry>,
    /// What is known of figures.
    pub dictionary: Dictionary,
    /// What is wrong with files of the user.
    pub errors: Vec<StorageError>,
}

impl Library {
    /// The template that a user means by its stem or its Chinese name.
    pub fn find(&self, name: &str) -> Option<&Entry> {
        let mut entries = self.templates.iter();
        entries.find(|e| e.stem == name || e.template.name == name)
    }

    fn put(&mut self, entry: Entry) {
        match self.templates.iter_mut().find(|e| e.stem == entry.stem) {
            Some(old) => *old = entry,
            None => self.templates.push(entry),
        }
    }
}

/// A template as it stands in its file.
struct Source {
    entry: Entry,
    text: String,
    path: PathBuf,
}

/// The templates and the dictionary of a data folder and of the program.
pub fn templates(data: &DataFolder) -> Library {
    let mut library = Library::default();
    let figures = figures::load(data, &mut library.errors);
    let mut sources = Vec::new();
    let own = own(data, &mut library.errors);
    for read in built_in().chain(own) {
        match read {
            Ok(source) => sources.push(source),
            Err(error) => library.errors.push(error),
        }
    }
    // Of two with one stem the user's stands behind: it is the first to be asked.
    let entries = sources.iter().rev().map(|source| &source.entry);
    let others: Vec<_> = entries.map(|entry| (entry.stem.as_str(), &entry.template)).collect();
    for Source { entry, text, path } in &sources {
        let mut entry = entry.clone();
        match complete::complete(&mut entry.template, &others, &figures, text, path) {
            Ok(()) => library.put(entry),
            Err(error) => library.errors.push(error),
        }
    }
    library.dictionary = figures.own;
    library
}

/// The templates that are built in.
fn built_in() -> impl Iterator<Item = Result<Source, StorageError>> {
    BUILT_IN.into_iter().map(|(stem, text)| {
        let path = PathBuf::from(format!("{stem}.ron"));
        source(stem.to_owned(), text.to_owned(), path, Origin::BuiltIn)
    })
}

/// The templates of the user.
fn own(
    data: &DataFolder,
    errors: &mut Vec<StorageError>,
) -> impl Iterator<Item = Result<Source, StorageError>> + use<> {
    let files = draft::draft_files(&data.templates()).unwrap_or_else(|error| {
        errors.push(error);
        Vec::new()
    });
    files.into_iter().map(|path| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = file::read_text(&path)?;
        source(stem, text, path.clone(), Origin::User(path))
    })
}

fn source(
    stem: String,
    text: String,
    path: PathBuf,
    origin: Origin,
) -> Result<Source, StorageError> {
    let template = parse(&text, &path)?;
    Ok(Source { entry: Entry { stem, template, origin }, text, path })
}

/// The template that a text holds, still without what it takes from elsewhere;
/// `path` only names it in errors.
///
/// # Errors
/// When it is broken, holds an unknown word in square brackets, or uses a key twice.
pub fn parse(text: &str, path: &Path) -> Result<Template, StorageError> {
    let template = notation::parse(text, path)?;
    inspect::words(&template, text, path)?;
    inspect::keys(&template, text, path)?;
    Ok(template)
}

/// The first lines of a template that the program has made.
const COMMENT: &str = "// 模板，由 fazhi-tui 照着标题做成，可以照着自带的模板改。\n\
    // [年] 是报告年度，[下年] 是下一年，[单位] 是单位简称。\n";

/// Keeps a template as the user's own and gives its stem; one that is there is
/// never overwritten.
///
/// # Errors
/// [`Problem::Exists`](super::Problem::Exists) when the name is taken, else
/// when the file cannot be written.
pub fn save(data: &DataFolder, template: &Template) -> Result<String, StorageError> {
    let stem = DraftId::new(&template.name).to_string();
    let path = draft::path_of(&data.templates(), &DraftId::new(&stem));
    let text = COMMENT.to_owned() + &notation::render(template)?;
    file::write_new(&path, text.as_bytes())?;
    Ok(stem)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn user_file(folder: &Path, name: &str, text: &str) -> PathBuf {
        let path = folder.join("templates").join(name);
        file::write_whole(&path, text.as_bytes()).unwrap();
        path
    }

    #[test]
    fn every_built_in_template_is_sound() {
        let folder = tempfile::tempdir().unwrap();
        let library = templates(&DataFolder::at(folder.path()));
        assert_eq!(library.errors, []);
        assert_eq!(library.templates.len(), BUILT_IN.len());
        let first = &library.templates[0];
        assert_eq!(library.find(&first.template.name), Some(first));
        assert_eq!(library.find("town-four-parts"), Some(first));
        assert_eq!(library.find("没有"), None);
    }

    #[test]
    fn the_user_overrides_and_adds() {
        let folder = tempfile::tempdir().unwrap();
        let text = BUILT_IN[0].1.replace("乡镇向县里", "本镇向县里");
        let own = user_file(folder.path(), "town-four-parts.ron", &text);
        user_file(folder.path(), "本局.ron", BUILT_IN[1].1);
        user_file(folder.path(), "说明.txt", "不是模板");
        let library = templates(&DataFolder::at(folder.path()));
        assert_eq!(library.errors, []);
        assert_eq!(library.templates.len(), BUILT_IN.len() + 1);
        let entry = library.find("town-four-parts").unwrap();
        assert_eq!(entry.origin, Origin::User(own));
        assert!(library.find("本局").is_some());
    }

    #[test]
    fn a_template_that_was_made_is_kept_and_found() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path());
        let mut template = templates(&data).templates[0].template.clone();
        template.name = "县里2026年提纲".to_owned();
        assert_eq!(save(&data, &template).unwrap(), "县里2026年提纲");
        let library = templates(&data);
        assert_eq!(library.errors, []);
        assert_eq!(library.find("县里2026年提纲").unwrap().template, template);
        let taken = save(&data, &template).unwrap_err();
        assert_eq!(taken.problem, super::super::error::Problem::Exists);
    }

    #[test]
    fn a_broken_copy_is_named_and_the_built_in_one_used() {
        let folder = tempfile::tempdir().unwrap();
        let text = BUILT_IN[0].1.replacen("name:", "名称:", 1);
        let own = user_file(folder.path(), "town-four-parts.ron", &text);
        let library = templates(&DataFolder::at(folder.path()));
        let entry = library.find("town-four-parts").unwrap();
        assert_eq!(entry.origin, Origin::BuiltIn);
        let [error] = library.errors.as_slice() else { panic!("{:?}", library.errors) };
        assert_eq!(error.path, own);
        assert!(error.line.is_some() && error.to_string().contains("不认识“名称”这一项"));
    }
}
