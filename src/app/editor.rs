//! The editor of one text: caret, selection, movement and the edits that keys mean.
//!
//! It holds no text: the report does. It holds the layout, so that drawing,
//! caret, mouse and movement all read one and the same wrapping of it.

use std::ops::Range;

use super::command::Command;
use super::list::scrolled;
use super::session::Touched;
use crate::report::{Edit, Place};
use crate::text::layout::{Layout, Spot};
use crate::text::passage;
use crate::text::position::{self, Position};
use crate::text::wrap::Wrap;

/// The caret in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Caret {
    /// The place in the text.
    position: Position,
    /// Whether it stands behind the last character of a wrapped row rather
    /// than before the first of the next.
    at_row_end: bool,
    /// The column that Up and Down keep to, in cells.
    goal: Option<usize>,
}

/// The editor of one text.
#[derive(Clone, Debug, Default)]
pub struct Editor {
    caret: Caret,
    /// The other end of the selection, which stays while the caret moves.
    anchor: Option<Position>,
    layout: Layout,
    /// What has changed in the text since it was laid out.
    touched: Touched,
    wrap: Wrap,
    /// The first row that is seen.
    top: usize,
    height: usize,
    /// Whether the wheel has moved the window away from a caret that must stay,
    /// for it is an end of a selection.
    away: bool,
}

/// A change that a key asks for: the edit and where the caret goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The edit.
    pub edit: Edit,
    /// The caret after it.
    pub after: Position,
    /// The other end of the selection after it, where one stays.
    pub anchor: Option<Position>,
}

impl Editor {
    /// The caret.
    pub fn caret(&self) -> Position {
        self.caret.position
    }

    /// The wrapped rows, as of the last [`Editor::fit`].
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The first row that is seen.
    pub fn top(&self) -> usize {
        self.top
    }

    /// The row and column (cells) of the caret in the whole text.
    pub fn spot(&self) -> Spot {
        self.layout.locate(self.caret.position, self.caret.at_row_end)
    }

    /// Puts the caret somewhere and lets go of the selection.
    pub fn place(&mut self, position: Position) {
        self.anchor = None;
        self.stand((position, false));
    }

    /// Selects from one place to another; the caret stands at the second.
    pub fn select(&mut self, from: Position, to: Position) {
        self.anchor = Some(from);
        self.stand((to, false));
    }

    /// Selects so many bytes from a place on, the caret before them: what is typed
    /// next takes their place, and the candidates of an input method cover none.
    pub fn hold(&mut self, position: Position, bytes: usize) {
        self.select(Position { byte: position.byte + bytes, ..position }, position);
    }

    /// What is selected; `None` while that is nothing.
    pub fn selection(&self) -> Option<Range<Position>> {
        let (caret, anchor) = (self.caret.position, self.anchor?);
        (caret != anchor).then(|| caret.min(anchor)..caret.max(anchor))
    }

    /// The selected text; `\n` parts paragraphs.
    pub fn selected(&self, body: &[String]) -> Option<String> {
        self.selection().map(|own| position::slice(body, own.start, own.end))
    }

    /// What the next typing takes the place of: the selection, or nothing at the caret.
    pub fn replaced(&self) -> Range<Position> {
        self.selection().unwrap_or(self.caret.position..self.caret.position)
    }

    /// Notes what has changed in the text since the last time.
    pub fn note(&mut self, touched: Touched) {
        self.touched = self.touched.and(touched);
    }

    /// Brings the rows up to date, up to that of the caret at least.
    fn lay_out(&mut self, body: &[String]) {
        match std::mem::replace(&mut self.touched, Touched::Nothing) {
            Touched::Nothing => self.layout.follow(body, self.wrap, None),
            Touched::Prose(_, splice) => self.layout.follow(body, self.wrap, splice),
            Touched::Much => self.layout.sync(body, self.wrap),
        }
        while self.layout.settle(self.spot().row) {}
    }

    /// Lays the text out for a window and lets the window follow the caret.
    pub fn fit(&mut self, body: &[String], wrap: Wrap, height: usize) {
        self.wrap = wrap;
        self.height = height;
        self.lay_out(body);
        self.caret.position = position::clamp(body, self.caret.position);
        self.anchor = self.anchor.map(|anchor| position::clamp(body, anchor));
        self.follow_caret();
        // What is seen must stand as it will; where the window is may depend on that.
        while self.layout.settle(self.top + height) {
            self.follow_caret();
        }
    }

    /// Lets the window follow the caret.
    fn follow_caret(&mut self) {
        self.top = if self.away {
            self.top.min(self.last_top())
        } else {
            scrolled(self.top, self.height, self.spot().row, self.layout.rows())
        };
    }

    /// Moves the caret, and with `extend` the end of the selection that it is; a
    /// command that is no movement does nothing.
    pub fn go(&mut self, command: Command, body: &[String], extend: bool) {
        self.lay_out(body);
        let selection = self.selection().filter(|_| !extend);
        if !is_movement(command) {
            return;
        }
        self.away = false;
        if extend {
            self.anchor = self.anchor.or(Some(self.caret.position));
        } else {
            self.anchor = None;
        }
        match (selection, command) {
            (Some(own), Command::Left) => return self.stand((own.start, false)),
            (Some(own), Command::Right) => return self.stand((own.end, false)),
            // Rows are counted from the end of the selection that lies in their way.
            (Some(own), Command::Up | Command::PageUp) => self.stand((own.start, false)),
            (Some(own), Command::Down | Command::PageDown) => self.stand((own.end, false)),
            _ => {}
        }
        self.run(command, body);
    }

    fn run(&mut self, command: Command, body: &[String]) {
        let at = self.caret.position;
        match command {
            Command::Up => return self.go_rows(-1),
            Command::Down => return self.go_rows(1),
            Command::PageUp => return self.go_rows(-self.page()),
            Command::PageDown => return self.go_rows(self.page()),
            Command::RowStart => return self.stand(self.layout.row_start(self.spot().row)),
            Command::RowEnd => return self.stand(self.layout.row_end(self.spot().row)),
            _ => {}
        }
        let position = match command {
            Command::Left => position::previous(body, at),
            Command::Right => position::next(body, at),
            Command::WordLeft => passage::previous_word(body, at),
            Command::WordRight => passage::next_word(body, at),
            Command::SentenceLeft => passage::previous_sentence(body, at),
            Command::SentenceRight => passage::next_sentence(body, at),
            Command::ParagraphUp => passage::previous_paragraph(at),
            Command::ParagraphDown => passage::next_paragraph(body, at),
            Command::TextStart => Position::default(),
            Command::TextEnd => position::end_of(body),
            _ => at,
        };
        self.stand((position, false));
    }

    /// An editor of another text in the same window.
    #[must_use]
    pub fn anew(&self) -> Self {
        Self { wrap: self.wrap, height: self.height, touched: Touched::Much, ..Self::default() }
    }

    /// Puts the caret to a cell of the text.
    pub fn press(&mut self, row: usize, column: usize) {
        self.anchor = None;
        self.stand(self.nearest(row, column));
    }

    /// Selects from where the caret was pressed to a cell of the text.
    pub fn drag(&mut self, row: usize, column: usize) {
        self.anchor = self.anchor.or(Some(self.caret.position));
        self.stand(self.nearest(row, column));
    }

    /// The place nearest to a cell: on the right half of a wide character, behind it.
    fn nearest(&self, row: usize, column: usize) -> (Position, bool) {
        let (position, at_row_end) = self.layout.position(row, column);
        let left = self.layout.locate(position, at_row_end).column;
        let right_half = left < column && !at_row_end && self.layout.row(row).is_some();
        if right_half { self.layout.position(row, column + 1) } else { (position, at_row_end) }
    }

    /// Selects the word at a cell of the text.
    pub fn select_word(&mut self, row: usize, column: usize, body: &[String]) {
        let (from, to) = passage::word_at(body, self.layout.position(row, column).0);
        self.select(from, to);
    }

    /// Selects the paragraph of the caret.
    pub fn select_paragraph(&mut self, body: &[String]) {
        let at = Position { byte: 0, ..self.caret.position };
        let length = body.get(at.paragraph).map_or(0, String::len);
        self.select(at, Position { byte: length, ..at });
    }

    /// Moves the window, and the caret with it: it stays where one types. A
    /// selection stays as it is.
    pub fn scroll(&mut self, rows: isize) {
        let top = self.top.saturating_add_signed(rows).min(self.last_top());
        let moved = top.cast_signed() - self.top.cast_signed();
        self.top = top;
        if self.selection().is_some() {
            self.away = true;
        } else if moved != 0 {
            self.go_rows(moved);
        }
    }

    /// Whether the caret is seen: the wheel may have left it behind.
    pub fn sees_caret(&self) -> bool {
        (self.top..self.top + self.height.max(1)).contains(&self.spot().row)
    }

    fn last_top(&self) -> usize {
        self.layout.rows().saturating_sub(self.height)
    }

    fn page(&self) -> isize {
        isize::try_from(self.height.max(2) - 1).unwrap_or(1)
    }

    fn stand(&mut self, (position, at_row_end): (Position, bool)) {
        self.caret = Caret { position, at_row_end, goal: None };
        self.away = false;
    }

    fn go_rows(&mut self, rows: isize) {
        let spot = self.spot();
        let goal = self.caret.goal.unwrap_or(spot.column);
        self.layout.settle(spot.row.saturating_add_signed(rows));
        let last = self.layout.rows().saturating_sub(1);
        let row = spot.row.saturating_add_signed(rows).min(last);
        let (position, at_row_end) = if row == spot.row && rows < 0 {
            self.layout.row_start(row)
        } else if row == spot.row {
            self.layout.row_end(row)
        } else {
            self.layout.position(row, goal)
        };
        self.caret = Caret { position, at_row_end, goal: Some(goal) };
    }

    /// The edit that puts text in at the caret, in the place of what is selected;
    /// `\n` parts paragraphs.
    pub fn insertion(&self, place: Place, body: &[String], text: &str) -> Change {
        let Range { start, end } = self.replaced();
        replacement(place, body, start..end, text)
    }

    /// The edit that takes out what is selected, or what a command names before or
    /// behind the caret; `None` where that is nothing.
    pub fn deletion(&self, command: Command, place: Place, body: &[String]) -> Option<Change> {
        let at = self.caret.position;
        let range = match (self.selection(), command) {
            (Some(own), _) => own,
            (None, Command::Backspace) => position::previous(body, at)..at,
            (None, Command::Delete) => at..position::next(body, at),
            (None, Command::DeleteWordBack) => passage::previous_word(body, at)..at,
            (None, Command::DeleteWord) => at..passage::next_word(body, at),
            _ => return None,
        };
        (range.start != range.end).then(|| replacement(place, body, range, ""))
    }

    /// The edit that moves the paragraph of the caret, or those that are selected,
    /// before the one above or behind the one below; `None` at the ends of the text.
    pub fn exchange(&self, up: bool, place: Place, body: &[String]) -> Option<Change> {
        let own = self.replaced();
        let first = own.start.paragraph;
        // Of a paragraph nothing is selected where the selection ends at its start.
        let behind = own.end.byte == 0 && own.end.paragraph > first;
        let last = own.end.paragraph - usize::from(behind);
        let other = if up { first.checked_sub(1)? } else { last + 1 };
        let (top, bottom) = (first.min(other), last.max(other));
        body.get(bottom)?;
        let start = Position { paragraph: top, byte: 0 };
        let end = Position { paragraph: bottom, byte: body[bottom].len() };
        let mut moved: Vec<&str> = body[top..=bottom].iter().map(String::as_str).collect();
        if up {
            moved.rotate_left(1);
        } else {
            moved.rotate_right(1);
        }
        let shift = |p: Position| {
            let paragraph = if up { p.paragraph - 1 } else { p.paragraph + 1 };
            Position { paragraph, ..p }
        };
        let change = replacement(place, body, start..end, &moved.join("\n"));
        Some(Change { after: shift(self.caret.position), anchor: self.anchor.map(shift), ..change })
    }
}

/// The edit that puts text in the place of a range; the caret goes behind it.
fn replacement(place: Place, body: &[String], range: Range<Position>, text: &str) -> Change {
    let Range { start: at, end } = range;
    let removed = position::slice(body, at, end);
    let edit = Edit::Text { place, at, removed, inserted: text.to_owned() };
    Change { edit, after: position::advance(at, text), anchor: None }
}

/// Whether a command moves the caret in a text.
pub fn is_movement(command: Command) -> bool {
    matches!(
        command,
        Command::Left
            | Command::Right
            | Command::Up
            | Command::Down
            | Command::PageUp
            | Command::PageDown
            | Command::RowStart
            | Command::RowEnd
            | Command::TextStart
            | Command::TextEnd
            | Command::WordLeft
            | Command::WordRight
            | Command::SentenceLeft
            | Command::SentenceRight
            | Command::ParagraphUp
            | Command::ParagraphDown
    )
}
