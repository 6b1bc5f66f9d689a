//! Whole documents: what comes out as lines, what is told, what is refused.

mod content;
mod files;
mod refused;
mod structure;

use super::sample::document;
use crate::import::Source;

/// The lines of a document with this body.
fn lines(body: &str) -> Vec<String> {
    texts(&source(body, &[]))
}

fn source(body: &str, parts: &[(&str, &str)]) -> Source {
    super::read(&document(body, parts)).unwrap()
}

fn texts(source: &Source) -> Vec<String> {
    source.lines.iter().map(|line| line.text.as_str().to_owned()).collect()
}

/// The notes as `line:column message`.
fn notes(source: &Source) -> Vec<String> {
    let told = source.notes.iter();
    told.map(|note| format!("{}:{} {}", note.line, note.column, note.message)).collect()
}

/// The noise as `line:column text`.
fn noise(source: &Source) -> Vec<String> {
    let listed = source.noise.iter();
    listed.map(|noise| format!("{}:{} {}", noise.line, noise.column, noise.text)).collect()
}
