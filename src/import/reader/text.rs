//! Plain text: one line is one paragraph.

use crate::import::source::{Format, Source, SourceLine};

/// The lines of a text, blank ones too.
pub(super) fn read(text: &str) -> Source {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = text.split('\n').zip(1..).map(|(line, number)| SourceLine::plain(line, number));
    Source {
        format: Format::Text,
        encoding: None,
        lines: lines.collect(),
        noise: Vec::new(),
        notes: Vec::new(),
    }
}
