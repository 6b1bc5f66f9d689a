//! A text field of one line: the same caret rules as the editor, one paragraph.

use super::command::Command;
use crate::report::prose::{self, Piece};
use crate::text::clean;
use crate::text::width::{self, Ambiguous};

/// A text field of one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    caret: usize,
    /// Bytes behind the caret that the next typing takes the place of.
    held: usize,
}

impl Field {
    /// A field with this text, the caret behind it.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { caret: text.len(), text, held: 0 }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The caret, in bytes from the start.
    pub fn caret(&self) -> usize {
        self.caret
    }

    /// Puts the caret at a byte, or at the boundary before it.
    pub fn place(&mut self, byte: usize) {
        let mut caret = byte.min(self.text.len());
        while !self.text.is_char_boundary(caret) {
            caret -= 1;
        }
        self.caret = caret;
        self.held = 0;
    }

    /// Puts the caret to a cell of the text: before the sign that lies there, or
    /// behind it where its right half does.
    pub fn press(&mut self, column: usize, ambiguous: Ambiguous) {
        let mut byte = 0;
        let mut left = 0;
        while byte < self.text.len() {
            let next = width::next_boundary(&self.text, byte);
            let right = width::columns(&self.text[..next], ambiguous);
            // A cell counts for the boundary that is nearer to its left edge.
            if 2 * column < left + right {
                break;
            }
            (byte, left) = (next, right);
        }
        self.place(byte);
    }

    /// Puts the caret before the first blank `【…】`, which the next typing
    /// replaces; `false` where there is none.
    pub fn hold_blank(&mut self) -> bool {
        let pieces = prose::pieces(&self.text);
        let blank = pieces.into_iter().find(|(_, piece)| matches!(piece, Piece::Blank(_)));
        let Some((range, _)) = blank else { return false };
        self.place(range.start);
        self.held = range.len();
        true
    }

    /// Lets go of what is held.
    pub fn let_go(&mut self) {
        self.held = 0;
    }

    /// The text that the next typing replaces; empty for none.
    pub fn held(&self) -> &str {
        &self.text[self.caret..self.caret + self.held]
    }

    /// Puts text in at the caret. Line ends become nothing, with the white
    /// space around them: a field never takes a second line and never confirms
    /// itself. Without line ends the text is as typed, spaces included.
    pub fn insert(&mut self, text: &str) {
        let mut clean = clean::clean(text).text;
        if clean.contains('\n') {
            clean = clean.split('\n').map(clean::trim_paragraph).collect();
        }
        self.text.replace_range(self.caret..self.caret + self.held, &clean);
        self.held = 0;
        self.caret += clean.len();
    }

    /// Moves or deletes; `false` when the command is none of the field's.
    pub fn run(&mut self, command: Command) -> bool {
        let held = std::mem::take(&mut self.held);
        match command {
            Command::Backspace | Command::Delete if held > 0 => {
                self.text.replace_range(self.caret..self.caret + held, "");
            }
            Command::Left => self.caret = width::previous_boundary(&self.text, self.caret),
            Command::Right => self.caret = width::next_boundary(&self.text, self.caret),
            Command::RowStart => self.caret = 0,
            Command::RowEnd => self.caret = self.text.len(),
            Command::Backspace => {
                let start = width::previous_boundary(&self.text, self.caret);
                self.text.replace_range(start..self.caret, "");
                self.caret = start;
            }
            Command::Delete => {
                let end = width::next_boundary(&self.text, self.caret);
                self.text.replace_range(self.caret..end, "");
            }
            _ => return false,
        }
        true
    }

    /// As [`Field::run`], for a field above a list: the keys that move in a list
    /// stay with the list, Home and End as long as nothing is typed.
    pub fn run_beside_list(&mut self, command: Command) -> bool {
        let editing = match command {
            Command::Left | Command::Right | Command::Backspace | Command::Delete => true,
            Command::RowStart | Command::RowEnd => !self.text.is_empty(),
            _ => false,
        };
        editing && self.run(command)
    }

    /// What a window of `columns` cells shows so that the caret is in it: the
    /// visible text and the column of the caret.
    pub fn window(&self, columns: usize, ambiguous: Ambiguous) -> (&str, usize) {
        let room = columns.saturating_sub(1);
        let mut start = 0;
        while width::columns(&self.text[start..self.caret], ambiguous) > room {
            start = width::next_boundary(&self.text, start);
        }
        let shown = width::cut(&self.text[start..], room, ambiguous);
        (shown, width::columns(&self.text[start..self.caret], ambiguous))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_and_deletes_by_grapheme() {
        let mut field = Field::new("云溪");
        field.insert("镇\n");
        field.run(Command::Left);
        field.run(Command::Left);
        field.run(Command::Backspace);
        assert_eq!((field.text(), field.caret()), ("溪镇", 0));
        field.run(Command::Delete);
        assert_eq!(field.text(), "镇");
    }

    #[test]
    fn twenty_pasted_lines_stay_one_line() {
        let mut field = Field::default();
        field.insert(&"一行\r\n".repeat(20));
        assert_eq!(field.text(), "一行".repeat(20));
    }

    #[test]
    fn spaces_are_typed_like_any_sign() {
        let mut field = Field::default();
        for key in ["D:/My", " ", "Files ", "a.txt"] {
            field.insert(key);
        }
        assert_eq!(field.text(), "D:/My Files a.txt");
        field.insert(" 一 \n 二 ");
        assert_eq!(field.text(), "D:/My Files a.txt一二");
    }

    #[test]
    fn a_press_puts_the_caret_to_the_nearest_boundary() {
        let mut field = Field::new("云a溪");
        for (column, byte) in [(0, 0), (1, 3), (2, 3), (3, 4), (4, 7), (40, 7)] {
            field.press(column, Ambiguous::Narrow);
            assert_eq!(field.caret(), byte, "{column}");
        }
        let mut empty = Field::default();
        empty.press(3, Ambiguous::Narrow);
        assert_eq!(empty.caret(), 0);
    }

    #[test]
    fn the_window_holds_the_caret() {
        let field = Field::new("一二三四五六七八");
        let (shown, column) = field.window(7, Ambiguous::Narrow);
        assert_eq!((shown, column), ("六七八", 6));
    }
}
