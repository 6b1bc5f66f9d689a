//! Where a finding stands: line and column in a file, paragraph and column in a
//! draft.

use crate::check::{Spot, Where};
use crate::import::{Origin, Source, SourceMap};
use crate::report::find::Site;

/// How the texts of a report are found again.
pub(in crate::cli) enum Places {
    /// By section and paragraph.
    Draft,
    /// In the file that it was read from.
    File { map: SourceMap, source: Source },
}

/// A stretch of a file or a draft.
pub(in crate::cli) struct FilePlace {
    /// The line of the file, or the paragraph of the section, from 1.
    pub(in crate::cli) line: usize,
    /// The character in it, from 1.
    pub(in crate::cli) column: usize,
    /// What stands there.
    pub(in crate::cli) excerpt: String,
}

impl Places {
    /// Where a spot stands.
    pub(in crate::cli) fn of(&self, spot: &Spot) -> FilePlace {
        match self {
            Self::Draft => in_draft(spot),
            Self::File { map, source } => in_file(spot, map, source),
        }
    }
}

fn in_draft(spot: &Spot) -> FilePlace {
    let line = match spot.at {
        Where::Text(Site::Paragraph(_, index)) => index + 1,
        _ => 1,
    };
    FilePlace { line, column: spot.column, excerpt: spot.excerpt.clone() }
}

fn in_file(spot: &Spot, map: &SourceMap, source: &Source) -> FilePlace {
    let text = match spot.at {
        Where::Text(site) => map.text(site),
        Where::Number(id) => map.heading(id).map(|(number, _)| number),
        Where::HeadingEnd(id) => map.heading(id).map(|(_, end)| end),
        Where::Source(number) => source.lines.get(number - 1).map(|line| &line.text),
    };
    let own = || spot.excerpt.clone();
    let Some(text) = text else {
        return FilePlace { line: 1, column: spot.column, excerpt: own() };
    };
    // A number is kept without the spaces that stood in it: it is pointed at as a whole.
    let range = match spot.at {
        Where::Number(_) | Where::HeadingEnd(_) => 0..text.len(),
        _ => spot.range.clone(),
    };
    let start = text.origin(range.start);
    let last = text.as_str()[..range.end].chars().next_back().map_or(0, char::len_utf8);
    let end = if range.is_empty() { start } else { text.origin(range.end - last) };
    // A line as it stood is the file, and several of a page may share one of it. Where nothing
    // was taken out between, the text is what stands there.
    let length = text.as_str()[range.clone()].chars().count();
    let gapless = start.line == end.line && end.column + 1 == start.column + length;
    let looked_at = matches!(spot.at, Where::Text(_)) && gapless;
    let stands = !range.is_empty() && !looked_at && !matches!(spot.at, Where::Source(_));
    let excerpt = if stands { stretch(source, start, end) } else { None };
    FilePlace { line: start.line, column: start.column, excerpt: excerpt.unwrap_or_else(own) }
}

/// What stands in one line of the file from one character to another, both included,
/// as far as it is text.
fn stretch(source: &Source, start: Origin, end: Origin) -> Option<String> {
    if start.line != end.line {
        return None;
    }
    let mut lines = source.lines.iter();
    let line = lines.find(|own| (own.text.start()..=own.text.last()).contains(&start))?;
    let within = line.text.origins().filter(|(.., origin)| (start..=end).contains(origin));
    Some(within.map(|(_, c, _)| c).collect())
}
