//! A place in a text of several paragraphs, and the steps from one place to the next.
//!
//! Nothing here knows rows or cells: a place stays valid when the window is resized. A list without
//! any paragraph counts as one empty paragraph, so that a caret always has somewhere to stand.

use super::width::{boundary_at_or_before, next_boundary, previous_boundary};

/// A place between two clusters in a list of paragraphs; ordered as the text is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Index of the paragraph, from 0.
    pub paragraph: usize,
    /// Bytes before the place within its paragraph.
    pub byte: usize,
}

/// The place one cluster further; behind the last cluster of a paragraph, the start of the next
/// paragraph; at the end of the text, the end.
pub fn next(paragraphs: &[String], p: Position) -> Position {
    let p = clamp(paragraphs, p);
    let text = text_of(paragraphs, p.paragraph);
    if p.byte < text.len() {
        Position {
            byte: next_boundary(text, p.byte),
            ..p
        }
    } else if p.paragraph + 1 < paragraphs.len() {
        Position {
            paragraph: p.paragraph + 1,
            byte: 0,
        }
    } else {
        p
    }
}

/// The place one cluster back; at the start of a paragraph, the end of the one before; at the start
/// of the text, the start.
pub fn previous(paragraphs: &[String], p: Position) -> Position {
    let p = clamp(paragraphs, p);
    if p.byte > 0 {
        let text = text_of(paragraphs, p.paragraph);
        Position {
            byte: previous_boundary(text, p.byte),
            ..p
        }
    } else if p.paragraph > 0 {
        let paragraph = p.paragraph - 1;
        Position {
            paragraph,
            byte: text_of(paragraphs, paragraph).len(),
        }
    } else {
        p
    }
}

/// The place behind the last character of the text.
pub fn end_of(paragraphs: &[String]) -> Position {
    let paragraph = paragraphs.len().saturating_sub(1);
    Position {
        paragraph,
        byte: text_of(paragraphs, paragraph).len(),
    }
}

/// A place that exists: behind the last paragraph, the end of the text; inside a cluster, its start.
pub fn clamp(paragraphs: &[String], p: Position) -> Position {
    if p.paragraph >= paragraphs.len().max(1) {
        return end_of(paragraphs);
    }
    Position {
        byte: boundary_at_or_before(text_of(paragraphs, p.paragraph), p.byte),
        ..p
    }
}

/// The text between two places, in whichever order they come, with `\n` between paragraphs.
pub fn slice(paragraphs: &[String], from: Position, to: Position) -> String {
    let (from, to) = (clamp(paragraphs, from), clamp(paragraphs, to));
    let (from, to) = (from.min(to), from.max(to));
    let mut out = String::new();
    for paragraph in from.paragraph..=to.paragraph {
        let text = text_of(paragraphs, paragraph);
        let start = if paragraph == from.paragraph {
            from.byte
        } else {
            0
        };
        let end = if paragraph == to.paragraph {
            to.byte
        } else {
            text.len()
        };
        if paragraph > from.paragraph {
            out.push('\n');
        }
        out.push_str(&text[start..end]);
    }
    out
}

/// The place behind `text` after it has been inserted at `p`; each `\n` begins a new paragraph.
pub fn advance(p: Position, text: &str) -> Position {
    match text.rfind('\n') {
        None => Position {
            byte: p.byte + text.len(),
            ..p
        },
        Some(last) => Position {
            paragraph: p.paragraph + text.matches('\n').count(),
            byte: text.len() - last - 1,
        },
    }
}

/// The paragraph of that index; empty where there is none.
fn text_of(paragraphs: &[String], index: usize) -> &str {
    paragraphs.get(index).map_or("", String::as_str)
}
