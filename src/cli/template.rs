//! The templates at hand, and the one that a user means.

use super::failure::Failure;
use super::output;
use crate::report::Template;
use crate::storage::{DataFolder, Entry, Library, library};

/// The templates of a data folder; what is wrong with the user's own is told,
/// since a built-in one stands in for it.
pub(super) fn load(data: &DataFolder) -> Library {
    let library = library::templates(data);
    for error in &library.errors {
        output::tell(&format!("模板不能用：{error}"));
    }
    library
}

/// The template of this stem or Chinese name.
pub(super) fn find<'a>(library: &'a Library, name: &str) -> Result<&'a Entry, Failure> {
    library.find(name).ok_or_else(|| {
        let all = library.templates.iter();
        let names: Vec<String> =
            all.map(|entry| format!("{}（{}）", entry.stem, entry.template.name)).collect();
        Failure::Usage(format!("没有“{name}”这个模板，可以用：{}。", names.join("、")))
    })
}

/// The templates by their stems, as an import wants them.
pub(super) fn pairs(library: Library) -> Vec<(String, Template)> {
    let entries = library.templates.into_iter();
    entries.map(|entry| (entry.stem, entry.template)).collect()
}
