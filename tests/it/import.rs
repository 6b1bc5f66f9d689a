//! Whole files of every format, read as a user has them read.

mod closing;
mod kept;
mod origins;
mod patterns;
mod read;
mod truth;
mod wrapped;

use fazhi_tui::report::Template;
use fazhi_tui::storage::{DataFolder, library};

/// The built-in templates.
fn templates() -> Vec<(String, Template)> {
    let library = library::templates(&DataFolder::at("no such folder"));
    library.templates.into_iter().map(|entry| (entry.stem, entry.template)).collect()
}
