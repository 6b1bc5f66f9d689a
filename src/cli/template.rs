//! The templates at hand, and the one that a user means.

use super::failure::Failure;
use super::output;
use crate::report::options::word;
use crate::report::{Kind, Template};
use crate::storage::{DataFolder, Entry, Library, library};

/// The templates of a data folder; what is wrong with the user's own, and with
/// the user's dictionary, is told, since a built-in one stands in for it.
pub(super) fn load(data: &DataFolder) -> Library {
    let library = library::templates(data);
    for error in &library.errors {
        output::tell(&format!("不能用：{error}"));
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

/// The template of a draft for which none was named: the first that suits the unit.
pub(super) fn usual(library: &Library, kind: Kind) -> Result<&Entry, Failure> {
    let mut entries = library.templates.iter();
    entries.find(|entry| entry.template.kinds.contains(&kind)).ok_or_else(|| {
        Failure::Usage(format!(
            "没有适合{}的模板，请用 --template 写明用哪一个。",
            word(&Kind::WORDS, kind)
        ))
    })
}

/// The templates by their stems, as an import wants them.
pub(super) fn pairs(library: Library) -> Vec<(String, Template)> {
    let entries = library.templates.into_iter();
    entries.map(|entry| (entry.stem, entry.template)).collect()
}
