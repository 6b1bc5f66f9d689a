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
        Position { byte: next_boundary(text, p.byte), ..p }
    } else if p.paragraph + 1 < paragraphs.len() {
        Position { paragraph: p.paragraph + 1, byte: 0 }
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
        Position { byte: previous_boundary(text, p.byte), ..p }
    } else if p.paragraph > 0 {
        let paragraph = p.paragraph - 1;
        Position { paragraph, byte: text_of(paragraphs, paragraph).len() }
    } else {
        p
    }
}

/// The place behind the last character of the text.
pub fn end_of(paragraphs: &[String]) -> Position {
    let paragraph = paragraphs.len().saturating_sub(1);
    Position { paragraph, byte: text_of(paragraphs, paragraph).len() }
}

/// A place that exists: behind the last paragraph, the end of the text; inside a cluster, its start.
pub fn clamp(paragraphs: &[String], p: Position) -> Position {
    if p.paragraph >= paragraphs.len().max(1) {
        return end_of(paragraphs);
    }
    Position { byte: boundary_at_or_before(text_of(paragraphs, p.paragraph), p.byte), ..p }
}

/// The text between two places, in whichever order they come, with `\n` between paragraphs.
pub fn slice(paragraphs: &[String], from: Position, to: Position) -> String {
    let (from, to) = (clamp(paragraphs, from), clamp(paragraphs, to));
    let (from, to) = (from.min(to), from.max(to));
    let mut out = String::new();
    for paragraph in from.paragraph..=to.paragraph {
        let text = text_of(paragraphs, paragraph);
        let start = if paragraph == from.paragraph { from.byte } else { 0 };
        let end = if paragraph == to.paragraph { to.byte } else { text.len() };
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
        None => Position { byte: p.byte + text.len(), ..p },
        Some(last) => Position {
            paragraph: p.paragraph + text.matches('\n').count(),
            byte: text.len() - last - 1,
        },
    }
}

/// The paragraph of that index; empty where there is none.
pub(super) fn text_of(paragraphs: &[String], index: usize) -> &str {
    paragraphs.get(index).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples;
    use super::*;

    fn at(paragraph: usize, byte: usize) -> Position {
        Position { paragraph, byte }
    }

    #[test]
    fn one_step_passes_one_character() {
        let text = ["法👨\u{200d}👩🇨🇳".to_owned(), "e\u{301}".to_owned()];
        let mut p = Position::default();
        let mut steps = Vec::new();
        while p != end_of(&text) {
            p = next(&text, p);
            steps.push((p.paragraph, p.byte));
        }
        assert_eq!(steps, [(0, 3), (0, 14), (0, 22), (1, 0), (1, 3)]);
        assert_eq!(next(&text, p), p);
        assert_eq!(previous(&text, at(1, 0)), at(0, 22));
        assert_eq!(previous(&text, at(0, 0)), at(0, 0));
    }

    #[test]
    fn no_paragraph_is_one_empty_paragraph() {
        assert_eq!(end_of(&[]), at(0, 0));
        assert_eq!(clamp(&[], at(3, 7)), at(0, 0));
        assert_eq!(next(&[], at(0, 0)), at(0, 0));
        assert_eq!(slice(&[], at(0, 0), at(2, 2)), "");
    }

    #[test]
    fn places_that_do_not_exist_are_brought_back() {
        let text = ["法治".to_owned()];
        assert_eq!(clamp(&text, at(0, 4)), at(0, 3));
        assert_eq!(clamp(&text, at(0, 99)), at(0, 6));
        assert_eq!(clamp(&text, at(1, 0)), at(0, 6));
    }

    proptest! {
        #[test]
        fn steps_back_undo_steps_forth(text in samples::paragraphs()) {
            let mut p = Position::default();
            while p != end_of(&text) {
                let further = next(&text, p);
                prop_assert!(further > p);
                prop_assert_eq!(previous(&text, further), p);
                prop_assert_eq!(clamp(&text, further), further);
                p = further;
            }
        }

        #[test]
        fn advance_over_a_slice_ends_where_it_ended(
            text in samples::paragraphs(), a in (0..8_usize, 0..300_usize), b in (0..8_usize, 0..300_usize),
        ) {
            let (a, b) = (clamp(&text, at(a.0, a.1)), clamp(&text, at(b.0, b.1)));
            prop_assert_eq!(slice(&text, a, b), slice(&text, b, a));
            prop_assert_eq!(advance(a.min(b), &slice(&text, a, b)), a.max(b));
            prop_assert_eq!(slice(&text, Position::default(), end_of(&text)), text.join("\n"));
        }
    }
}
