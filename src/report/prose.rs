//! The small grammar inside a paragraph: `{名称}` cites a figure, `【…】` is a
//! blank that somebody must still fill.
//!
//! It is a grammar of the text, not of the screen: drawing, progress and
//! export all read it here.

use std::ops::Range;

/// One stretch of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Plain text.
    Text(&'a str),
    /// `{名称}`: the name between the braces.
    Citation(&'a str),
    /// `【…】`: the words between the brackets.
    Blank(&'a str),
}

/// Cuts a paragraph into pieces; their ranges (bytes) cover it without gaps.
pub fn pieces(paragraph: &str) -> Vec<(Range<usize>, Piece<'_>)> {
    let mut found = Vec::new();
    let mut plain = 0;
    let mut at = 0;
    while let Some(offset) = paragraph[at..].find(['{', '【']) {
        let open = at + offset;
        let Some((end, piece)) = special(paragraph, open) else {
            at = open + char_len(paragraph, open);
            continue;
        };
        if plain < open {
            found.push((plain..open, Piece::Text(&paragraph[plain..open])));
        }
        found.push((open..end, piece));
        plain = end;
        at = end;
    }
    if plain < paragraph.len() {
        found.push((plain..paragraph.len(), Piece::Text(&paragraph[plain..])));
    }
    found
}

/// The citation or blank that opens at `open`, and the byte after it.
fn special(paragraph: &str, open: usize) -> Option<(usize, Piece<'_>)> {
    let start = open + char_len(paragraph, open);
    let rest = &paragraph[start..];
    if paragraph[open..].starts_with('{') {
        let length = rest.find(['{', '}'])?;
        let name = &rest[..length];
        let closed = rest[length..].starts_with('}') && !name.trim().is_empty();
        return closed.then(|| (start + length + 1, Piece::Citation(name)));
    }
    let length = rest.find(['【', '】'])?;
    let closed = rest[length..].starts_with('】');
    closed.then(|| {
        (
            start + length + '】'.len_utf8(),
            Piece::Blank(&rest[..length]),
        )
    })
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

/// The names of all figures that a paragraph cites, in order.
pub fn citations(paragraph: &str) -> Vec<&str> {
    let names = pieces(paragraph).into_iter();
    names
        .filter_map(|(_, piece)| match piece {
            Piece::Citation(name) => Some(name),
            _ => None,
        })
        .collect()
}
