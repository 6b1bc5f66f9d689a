//! Templates: the built-in ones, and the user's own that go before them.
//!
//! What a template means is known by the report. A user's copy that cannot be
//! used is named, with its place, and the built-in one of the same name stands
//! in: a slip in a template must not keep anyone from writing.

use std::path::{Path, PathBuf};

use super::error::StorageError;
use super::paths::DataFolder;
use super::{draft, file, notation};
use crate::report::Template;

/// The templates that are built in: stem and text.
const BUILT_IN: [(&str, &str); 2] = [
    (
        "town-four-parts",
        include_str!("../../data/templates/town-four-parts.ron"),
    ),
    (
        "town-ten-parts",
        include_str!("../../data/templates/town-ten-parts.ron"),
    ),
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

/// All templates that can be used, and what is wrong with the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// The built-in ones in their order, then the user's by name.
    pub templates: Vec<Entry>,
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

/// The templates of a data folder and of the program.
pub fn templates(data: &DataFolder) -> Library {
    let mut library = Library::default();
    for (stem, text) in BUILT_IN {
        let path = PathBuf::from(format!("{stem}.ron"));
        match parse(text, &path) {
            Ok(template) => library.put(Entry {
                stem: stem.to_owned(),
                template,
                origin: Origin::BuiltIn,
            }),
            Err(error) => library.errors.push(error),
        }
    }
    match draft::draft_files(&data.templates()) {
        Ok(files) => files.into_iter().for_each(|path| add(&mut library, path)),
        Err(error) => library.errors.push(error),
    }
    library
}

fn add(library: &mut Library, path: PathBuf) {
    let stem = path.file_stem().unwrap_or_default();
    let stem = stem.to_string_lossy().into_owned();
    match file::read_text(&path).and_then(|text| parse(&text, &path)) {
        Ok(template) => library.put(Entry {
            stem,
            template,
            origin: Origin::User(path),
        }),
        Err(error) => library.errors.push(error),
    }
}

/// The template that a text holds; `path` only names it in errors.
///
/// # Errors
/// When it is broken, holds an unknown word in square brackets, or uses a key twice.
pub fn parse(text: &str, path: &Path) -> Result<Template, StorageError> {
    notation::parse(text, path)
}
