//! A text field of one line: the same caret rules as the editor, one paragraph.

use std::ops::Range;

use super::command::Command;
use crate::report::prose::{self, Piece};
use crate::text::clean;
use crate::text::passage;
use crate::text::position::Position;
use crate::text::width::{self, Ambiguous};

/// A text field of one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    caret: usize,
    /// The other end of the selection, which stays while the caret moves.
    anchor: Option<usize>,
}

/// What a window shows of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The text that is seen.
    pub text: &'a str,
    /// What of it is selected, in bytes.
    pub selected: Range<usize>,
    /// The caret, in cells.
    pub column: usize,
    /// Cells of the text that stand before what is seen.
    pub hidden: usize,
}

impl Field {
    /// A field with this text, the caret behind it.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { caret: text.len(), text, anchor: None }
    }

    /// A field with this text, all of it selected: typing replaces it.
    pub fn selected(text: impl Into<String>) -> Self {
        Self { anchor: Some(0), ..Self::new(text) }
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
        self.caret = width::boundary_at_or_before(&self.text, byte);
        self.anchor = None;
    }

    /// Puts the caret to a cell of the text: before the sign that lies there, or
    /// behind it where its right half does.
    pub fn press(&mut self, column: usize, ambiguous: Ambiguous) {
        let byte = self.byte_at(column, ambiguous);
        self.place(byte);
    }

    /// Selects from where the caret was pressed to a cell of the text.
    pub fn drag(&mut self, column: usize, ambiguous: Ambiguous) {
        self.anchor = self.anchor.or(Some(self.caret));
        self.caret = self.byte_at(column, ambiguous);
    }

    fn byte_at(&self, column: usize, ambiguous: Ambiguous) -> usize {
        let mut left = 0;
        for (byte, cluster) in width::clusters(&self.text) {
            let right = left + width::cluster_columns(cluster, ambiguous);
            // A cell counts for the boundary that is nearer to its left edge.
            if 2 * column < left + right {
                return byte;
            }
            left = right;
        }
        self.text.len()
    }

    /// Puts the caret before the first blank `【…】`, which the next typing
    /// replaces; `false` where there is none.
    pub fn hold_blank(&mut self) -> bool {
        let pieces = prose::pieces(&self.text);
        let blank = pieces.into_iter().find(|(_, piece)| matches!(piece, Piece::Blank(_)));
        let Some((range, _)) = blank else { return false };
        self.hold(range);
        true
    }

    /// Selects a stretch of the text, the caret before it.
    pub fn hold(&mut self, range: Range<usize>) {
        self.caret = range.start;
        self.anchor = Some(range.end);
    }

    /// Whether what is selected is a blank.
    pub fn holds_blank(&self) -> bool {
        let selected = &self.text[self.selection()];
        matches!(prose::pieces(selected).as_slice(), [(_, Piece::Blank(_))])
    }

    /// Selects the word at the caret.
    pub fn select_word(&mut self) {
        let at = Position { paragraph: 0, byte: self.caret };
        let (from, to) = passage::word_at(std::slice::from_ref(&self.text), at);
        (self.anchor, self.caret) = (Some(from.byte), to.byte);
    }

    /// Selects all of the text, the caret behind it.
    pub fn select_all(&mut self) {
        *self = Self::selected(std::mem::take(&mut self.text));
    }

    /// Lets go of what is selected.
    pub fn let_go(&mut self) {
        self.anchor = None;
    }

    /// What is selected, in bytes: what the next typing replaces.
    pub fn selection(&self) -> Range<usize> {
        let anchor = self.anchor.unwrap_or(self.caret);
        self.caret.min(anchor)..self.caret.max(anchor)
    }

    /// Puts text in at the caret. Line ends become nothing, with the white
    /// space around them: a field never takes a second line and never confirms
    /// itself. Without line ends the text is as typed, spaces included.
    pub fn insert(&mut self, text: &str) {
        let mut clean = clean::clean(text).text;
        if clean.contains('\n') {
            clean = clean.split('\n').map(clean::trim_paragraph).collect();
        }
        self.replace(self.selection(), &clean);
    }

    /// Moves or deletes; `false` when the command is none of the field's.
    pub fn run(&mut self, command: Command) -> bool {
        let selection = self.selection();
        let selected = !selection.is_empty();
        match command {
            Command::Backspace
            | Command::Delete
            | Command::DeleteWordBack
            | Command::DeleteWord
                if selected =>
            {
                self.replace(selection, "");
            }
            Command::Left if selected => self.place(selection.start),
            Command::Right if selected => self.place(selection.end),
            Command::Backspace => self.replace(self.reach(Command::Left)..self.caret, ""),
            Command::Delete => self.replace(self.caret..self.reach(Command::Right), ""),
            Command::DeleteWordBack => self.replace(self.reach(Command::WordLeft)..self.caret, ""),
            Command::DeleteWord => self.replace(self.caret..self.reach(Command::WordRight), ""),
            _ => match self.target(command) {
                Some(byte) => self.place(byte),
                None => return false,
            },
        }
        true
    }

    /// Moves the caret as the end of the selection; `false` when the command is
    /// no movement of a field.
    pub fn extend(&mut self, command: Command) -> bool {
        // A field has one row: up is its start, down its end.
        let command = match command {
            Command::Up | Command::PageUp => Command::RowStart,
            Command::Down | Command::PageDown => Command::RowEnd,
            command => command,
        };
        let Some(byte) = self.target(command) else { return false };
        self.anchor = self.anchor.or(Some(self.caret));
        self.caret = byte;
        true
    }

    /// As [`Self::target`], for a command that is one.
    fn reach(&self, command: Command) -> usize {
        self.target(command).unwrap_or(self.caret)
    }

    /// Where a movement leads.
    fn target(&self, command: Command) -> Option<usize> {
        let at = Position { paragraph: 0, byte: self.caret };
        let line = std::slice::from_ref(&self.text);
        Some(match command {
            Command::Left => width::previous_boundary(&self.text, self.caret),
            Command::Right => width::next_boundary(&self.text, self.caret),
            Command::WordLeft => passage::previous_word(line, at).byte,
            Command::WordRight => passage::next_word(line, at).byte,
            Command::RowStart => 0,
            Command::RowEnd => self.text.len(),
            _ => return None,
        })
    }

    /// Puts a text in the place of a range, the caret behind it.
    fn replace(&mut self, range: Range<usize>, text: &str) {
        // Not by `place`: what was typed before may have joined what stands behind it.
        self.caret = range.start + text.len();
        self.anchor = None;
        self.text.replace_range(range, text);
    }

    /// As [`Field::run`], for a field above a list: the keys that move in a list
    /// stay with the list, Home and End as long as nothing is typed.
    pub fn run_beside_list(&mut self, command: Command) -> bool {
        let editing = match command {
            Command::Left
            | Command::Right
            | Command::WordLeft
            | Command::WordRight
            | Command::Backspace
            | Command::Delete
            | Command::DeleteWordBack
            | Command::DeleteWord => true,
            Command::RowStart | Command::RowEnd => !self.text.is_empty(),
            _ => false,
        };
        editing && self.run(command)
    }

    /// What a window of `columns` cells shows so that the caret is in it.
    pub fn window(&self, columns: usize, ambiguous: Ambiguous) -> Shown<'_> {
        let room = columns.saturating_sub(1);
        let start = width::start_of_end(&self.text[..self.caret], room, ambiguous);
        let text = width::cut(&self.text[start..], room, ambiguous);
        let Range { start: from, end: to } = self.selection();
        let seen = |byte: usize| byte.clamp(start, start + text.len()) - start;
        Shown {
            text,
            selected: seen(from)..seen(to),
            column: width::columns(&self.text[start..self.caret], ambiguous),
            hidden: width::columns(&self.text[..start], ambiguous),
        }
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
        let Shown { text, column, selected, .. } = field.window(7, Ambiguous::Narrow);
        assert_eq!((text, column, selected.len()), ("六七八", 6, 0));
    }

    #[test]
    fn a_text_of_any_length_is_shown_and_pressed_at_once() {
        // Each took half a minute while it measured the text anew for every sign.
        let mut field = Field::selected("法治".repeat(10_000));
        let shown = field.window(41, Ambiguous::Narrow);
        assert_eq!((shown.column, shown.hidden, shown.selected), (40, 39_960, 0..60));
        field.press(39_999, Ambiguous::Narrow);
        assert_eq!(field.caret(), 60_000);
    }

    #[test]
    fn what_is_selected_is_replaced() {
        let mut field = Field::new("云溪镇");
        field.extend(Command::Left);
        field.extend(Command::Left);
        assert_eq!(&field.text()[field.selection()], "溪镇");
        let shown = field.window(9, Ambiguous::Narrow);
        assert_eq!((shown.selected, shown.column), (3..9, 2));
        field.insert("湾");
        assert_eq!((field.text(), field.caret()), ("云湾", 6));
        field.select_all();
        field.run(Command::Left);
        assert_eq!((field.caret(), field.selection().len()), (0, 0));
        field.select_all();
        field.run(Command::Backspace);
        assert_eq!(field.text(), "");
    }

    #[test]
    fn a_sign_that_joins_the_next_leaves_the_caret_behind_it() {
        let mut field = Field::new("🇨");
        field.run(Command::Left);
        for text in ["🇨", "法", "治"] {
            field.insert(text);
        }
        assert_eq!((field.text(), field.caret()), ("🇨法治🇨", 10));
    }

    #[test]
    fn words_are_passed_and_deleted() {
        let mut field = Field::new("云溪镇2025年");
        field.run(Command::WordLeft);
        assert_eq!(field.caret(), "云溪镇2025".len());
        field.run(Command::DeleteWordBack);
        field.run(Command::DeleteWord);
        assert_eq!(field.text(), "云溪镇");
    }
}
