//! Markdown as people write reports in it: headings, lists, tables, emphasis.
//!
//! Not an engine of the standard: that renumbers lists, joins lines that a
//! Chinese writer meant to be two, and knows emphasis badly between Chinese
//! marks. A mark is taken out only where it surely is one; all else is text.

mod blocks;
mod inline;
#[cfg(test)]
mod tests;

use crate::import::source::{Format, Source, SourceLine};

use super::rank;
use blocks::{Block, Content};
use inline::Reader;

/// The lines of a text.
pub(super) fn read(text: &str) -> Source {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (blocks, mut noise) = blocks::split(&text);
    let mut inline = Reader::default();
    let mut lines = Vec::new();
    let mut ranks = Vec::new();
    for Block { content, rank } in blocks {
        let found = match content {
            Content::Verbatim(line) => vec![line],
            Content::Text(pieces) => inline.lines(&pieces),
            Content::Row(cells) => vec![inline.row(&cells)],
        };
        ranks.extend(found.iter().map(|_| rank));
        lines.extend(found);
    }
    let levels = rank::levels(&ranks);
    let line = |(text, level)| SourceLine { text, level, frame: false };
    noise.append(&mut inline.noise);
    noise.sort_by_key(|noise| (noise.line, noise.column));
    Source {
        format: Format::Markdown,
        encoding: None,
        lines: lines.into_iter().zip(levels).map(line).collect(),
        noise,
        notes: inline.pictures.into_iter().collect(),
    }
}
