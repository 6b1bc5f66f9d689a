//! Readers: a file of any format becomes lines of text with their origins.
//!
//! One file a format; each knows its format and nothing of reports. What a
//! reader cannot take over is told in a note or listed as noise, never dropped
//! in silence, and what cannot be read safely is refused with a way out.

mod bounds;
mod kind;
mod markdown;
mod old_word;
mod place;
mod rank;
mod references;
mod tally;
mod text;
mod web_page;
mod word;

use super::ImportError;
use super::decode::{self, Encoding};
use super::source::{Format, Source};
use kind::Kind;

pub use kind::MAX_DOCUMENT;

/// The lines of a file. The format is found by its content; a text is read in
/// the encoding that is wanted, else in the one that is found.
///
/// # Errors
/// What is no document or text, is damaged or locked by a password, holds no
/// text at all, or far more than a report has.
pub fn read(bytes: &[u8], wanted: Option<Encoding>) -> Result<Source, ImportError> {
    let source = match kind::of(bytes)? {
        Kind::Word => word::read(bytes)?,
        Kind::OldWord => old_word::read(bytes)?,
        Kind::Text => {
            let (text, encoding) = decode::decode(bytes, wanted)?;
            Source { encoding: Some(encoding), ..of_text(&text)? }
        }
    };
    bounds::check(&source)?;
    Ok(source)
}

/// The lines of a decoded text, by what it turns out to be.
fn of_text(text: &str) -> Result<Source, ImportError> {
    let format = kind::of_text(text);
    if format == Format::WebPage {
        return web_page::read(text);
    }
    bounds::check_text(text)?;
    Ok(if format == Format::Markdown { markdown::read(text) } else { text::read(text) })
}
