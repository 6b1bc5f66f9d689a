//! The rules of the checks: built in, or as the user's own files say.

use std::path::{Path, PathBuf};

use crate::check::Rules;
use crate::storage::library::{self, OwnFile};
use crate::storage::{DataFolder, StorageError};

/// The rules and tables of a data folder and of the program, some of them switched
/// off and on by their names, and what is wrong with files of the user. A name that
/// no rule has is that of another version.
pub fn load(data: &DataFolder, off: &[String], on: &[String]) -> (Rules, Vec<StorageError>) {
    let mut errors = Vec::new();
    let mut own: Vec<(String, OwnFile)> = Vec::new();
    let mut read = |name: &str| {
        let file = library::own_file(data, name).unwrap_or_else(|error| {
            errors.push(error);
            None
        })?;
        own.push((name.to_owned(), file.clone()));
        Some(file.text)
    };
    let (mut rules, broken) = Rules::load(&mut read);
    errors.extend(broken.iter().map(|broken| {
        let file = own.iter().find(|(name, _)| *name == broken.name).map(|(_, file)| file);
        let built_in = PathBuf::from(&broken.name);
        let path: &Path = file.map_or(&built_in, |file| &file.path);
        library::broken(path, file.map_or("", |file| &file.text), &broken.error)
    }));
    for (names, on) in [(on, true), (off, false)] {
        for name in names {
            rules.switch(name, on);
        }
    }
    (rules, errors)
}
