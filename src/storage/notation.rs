//! RON as this program writes and reads it.
//!
//! Which values stand in a file is not known here. One place sets the options,
//! because a file that is written with one set and read with another is lost:
//! `Some(…)` never shows, strings stand as they are read, line ends are `\n`
//! on every system.

use std::path::Path;

use ron::Options;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::complaint;
use super::error::{Problem, StorageError};

fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// The value that a text says; `path` only names it in errors.
pub(super) fn parse<T: DeserializeOwned>(text: &str, path: &Path) -> Result<T, StorageError> {
    options().from_str(text).map_err(|error| complaint::translate(&error, text, path))
}

/// The value that a text says, or nothing where it says none.
pub(super) fn try_parse<T: DeserializeOwned>(text: &str) -> Option<T> {
    options().from_str(text).ok()
}

/// A value as text, ended by a line end.
///
/// Strings stand unescaped, so that Chinese stays legible to whoever opens the
/// file; only a value with control characters, which no keyboard enters, is
/// escaped, for they would not survive an editor or the reading of line ends.
pub(super) fn render<T: Serialize>(value: &T) -> Result<String, StorageError> {
    let text = render_as(value, false)?;
    let unsafe_raw = |c: char| c.is_control() && c != '\n' && c != '\t';
    if text.contains(unsafe_raw) {
        return render_as(value, true);
    }
    Ok(text)
}

fn render_as<T: Serialize>(value: &T, escape: bool) -> Result<String, StorageError> {
    let pretty = PrettyConfig::new()
        .struct_names(false)
        .escape_strings(escape)
        .indentor("  ")
        .new_line("\n");
    let mut text = options()
        .to_string_pretty(value, pretty)
        .map_err(|error| StorageError::new("", Problem::Other(error.to_string())))?;
    text.push('\n');
    Ok(text)
}
