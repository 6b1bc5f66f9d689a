//! From a byte of a text to its line and column, and what a line end means.
//!
//! Readers ask in the order of the file, so each character is counted once; a
//! page may stand in a single line of many megabytes.

use crate::import::traced::Origin;
use crate::text::punctuation::is_han;

/// A walk through a text that knows its line and column.
pub(super) struct Place<'a> {
    text: &'a str,
    byte: usize,
    origin: Origin,
}

impl<'a> Place<'a> {
    /// At the first character.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, byte: 0, origin: Origin { line: 1, column: 1 } }
    }

    /// Where the character at this byte stands. A byte that lies before one
    /// asked for earlier is answered with the place of that one.
    pub(super) fn at(&mut self, byte: usize) -> Origin {
        let ahead = self.text.get(self.byte..byte).unwrap_or_default();
        for c in ahead.chars() {
            if c == '\n' {
                self.origin = Origin { line: self.origin.line + 1, column: 1 };
            } else {
                self.origin.column += 1;
            }
        }
        self.byte += ahead.len();
        self.origin
    }
}

/// Whether a line end between two characters of one paragraph stands for a
/// space: between words of letters and figures, not beside Chinese.
pub(super) fn spaced(before: char, after: char) -> bool {
    !is_chinese(before) && !is_chinese(after)
}

/// A Chinese character, or a mark as wide as one.
fn is_chinese(c: char) -> bool {
    let mark =
        matches!(c, '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff60}');
    mark || is_han(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_told_as_line_and_column() {
        let text = "甲乙\n\n丙a";
        let mut place = Place::new(text);
        let mut found = Vec::new();
        for (byte, _) in text.char_indices() {
            let origin = place.at(byte);
            found.push((origin.line, origin.column));
        }
        assert_eq!(found, [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 2)]);
        assert_eq!(place.at(0), Origin { line: 3, column: 2 });
    }

    #[test]
    fn a_line_end_beside_chinese_is_no_space() {
        assert!(!spaced('全', '年') && !spaced('，', '年') && !spaced('全', '1'));
        assert!(spaced('a', 'b') && spaced('1', 'a'));
    }
}
