//! An existing report as a draft: bytes in, a [`Report`] and what was noticed out.
//!
//! It opens no file and changes no word: what a file wrote is kept as written,
//! and what is no text of the report is taken out *and* listed in
//! [`Report::noise`]. So the characters of the export, white space aside, are
//! those of the file minus the list: a clerk can trust last year's text to it.
//!
//! Four steps, each a value that the next one takes: bytes → [`Source`] (lines
//! of any format) → [`Reading`] (passages with roles, which the user can
//! correct) → [`Imported`] (the report, and where each character stood).

mod build;
mod decode;
mod entity;
mod error;
mod field;
mod heading;
mod keys;
mod map;
mod names;
mod noise;
mod notes;
mod notice;
mod passage;
mod pasted;
mod reader;
mod reading;
mod recognise;
mod residue;
#[cfg(test)]
mod round_trip;
mod sample;
mod source;
mod template;
mod traced;
mod year;

pub use decode::{Encoding, MAX_BYTES, decode, encode_like};
pub use error::ImportError;
pub use map::SourceMap;
pub use notes::Note;
pub use passage::{Passage, Role};
pub use pasted::{outline_lines, typed_heading};
pub use reader::{MAX_DOCUMENT, read};
pub use reading::Reading;
pub use residue::is_replaced;
pub use sample::sample;
pub use source::{Format, MAX_LINES, Source, SourceLine};
pub use template::Outline;
pub use traced::{Origin, Traced};

use crate::report::{Report, Template};

/// What the user has chosen; the rest is found in the file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choices<'a> {
    /// The encoding; `None` to find it.
    pub encoding: Option<Encoding>,
    /// The year that is reported on; `None` to read it.
    pub year: Option<i32>,
    /// File stem of the template; `None` for the one that fits best.
    pub template: Option<&'a str>,
    /// The templates at hand, by file stem.
    pub templates: &'a [(String, Template)],
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The report; what was taken out of the file is in its `noise`.
    pub report: Report,
    /// Where each character of the report stood in the file.
    pub map: SourceMap,
    /// The format of the file.
    pub format: Format,
    /// The encoding that the file was read in, if it is a text.
    pub encoding: Option<Encoding>,
    /// What was recognised, then what is odd.
    pub notes: Vec<Note>,
}

/// Reads a report from the bytes of a file, as far as it can be told without
/// asking.
///
/// # Errors
/// What cannot be read (see [`read`]). A text without any heading is no
/// failure: it becomes 导语, with a note.
pub fn import(bytes: &[u8], choices: &Choices) -> Result<Imported, ImportError> {
    let source = read(bytes, choices.encoding)?;
    Ok(Reading::of(&source, choices.templates).build(choices))
}
