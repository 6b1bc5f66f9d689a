//! The editor of one text: caret, movement and the edits that keys mean.
//!
//! It holds no text: the report does. It holds the layout, so that drawing,
//! caret and movement all read one and the same wrapping of it.

use super::command::Command;
use super::list::scrolled;
use crate::report::{Edit, Place};
use crate::text::layout::{Layout, Spot};
use crate::text::position::{self, Position};
use crate::text::wrap::Wrap;

/// The caret in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Caret {
    /// The place in the text.
    pub position: Position,
    /// Whether it stands behind the last character of a wrapped row rather
    /// than before the first of the next.
    pub at_row_end: bool,
    /// The column that Up and Down keep to, in cells.
    goal: Option<usize>,
}

/// The editor of one text.
#[derive(Clone, Debug, Default)]
pub struct Editor {
    caret: Caret,
    /// Bytes behind the caret that the next typing takes the place of: a blank
    /// that was gone to. Any movement lets go of it.
    held: usize,
    layout: Layout,
    wrap: Wrap,
    /// The first row that is seen.
    top: usize,
    height: usize,
}

/// A change that a key asks for: the edit and where the caret goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The edit.
    pub edit: Edit,
    /// The caret after it.
    pub after: Position,
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

    /// Puts the caret somewhere.
    pub fn place(&mut self, position: Position) {
        self.caret = Caret { position, at_row_end: false, goal: None };
        self.held = 0;
    }

    /// Puts the caret before a blank of this many bytes, which the next typing replaces.
    pub fn hold(&mut self, position: Position, bytes: usize) {
        self.place(position);
        self.held = bytes;
    }

    /// Where the blank that is held begins, while one is.
    pub fn held(&self) -> Option<Position> {
        (self.held > 0).then_some(self.caret.position)
    }

    /// Lays the text out for a window and lets the window follow the caret.
    pub fn fit(&mut self, body: &[String], wrap: Wrap, height: usize) {
        self.wrap = wrap;
        self.height = height;
        self.layout.sync(body, wrap);
        self.caret.position = position::clamp(body, self.caret.position);
        self.top = scrolled(self.top, height, self.spot().row, self.layout.rows());
    }

    /// Moves the caret; a command that is no movement does nothing.
    pub fn go(&mut self, command: Command, body: &[String]) {
        self.layout.sync(body, self.wrap);
        let at = self.caret.position;
        let held = std::mem::take(&mut self.held);
        match command {
            Command::Left => self.place(position::previous(body, at)),
            Command::Right => self.place(position::next(body, at)),
            Command::TextStart => self.place(Position::default()),
            Command::TextEnd => self.place(position::end_of(body)),
            Command::Up => self.go_rows(-1),
            Command::Down => self.go_rows(1),
            Command::PageUp => self.go_rows(-self.page()),
            Command::PageDown => self.go_rows(self.page()),
            Command::RowStart => {
                let (position, at_row_end) = self.layout.row_start(self.spot().row);
                self.caret = Caret { position, at_row_end, goal: None };
            }
            Command::RowEnd => {
                let (position, at_row_end) = self.layout.row_end(self.spot().row);
                self.caret = Caret { position, at_row_end, goal: None };
            }
            _ => self.held = held,
        }
    }

    /// Puts the caret to a cell of the text.
    pub fn press(&mut self, row: usize, column: usize) {
        let (position, at_row_end) = self.layout.position(row, column);
        self.caret = Caret { position, at_row_end, goal: None };
        self.held = 0;
    }

    /// Moves the window, and the caret with it: it stays where one types.
    pub fn scroll(&mut self, rows: isize) {
        let last = self.layout.rows().saturating_sub(self.height);
        let top = self.top.saturating_add_signed(rows).min(last);
        let moved = top.cast_signed() - self.top.cast_signed();
        if moved != 0 {
            self.held = 0;
            self.top = top;
            self.go_rows(moved);
        }
    }

    fn page(&self) -> isize {
        isize::try_from(self.height.max(2) - 1).unwrap_or(1)
    }

    fn go_rows(&mut self, rows: isize) {
        let spot = self.spot();
        let goal = self.caret.goal.unwrap_or(spot.column);
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

    /// The edit that puts text in at the caret, in the place of a blank that is
    /// held; `\n` parts paragraphs.
    pub fn insertion(&self, place: Place, body: &[String], text: &str) -> Change {
        let at = self.caret.position;
        let removed = position::slice(body, at, self.end_of_held());
        let inserted = text.to_owned();
        Change {
            edit: Edit::Text { place, at, removed, inserted },
            after: position::advance(at, text),
        }
    }

    /// Behind the blank that is held; where the caret is while none is.
    pub fn end_of_held(&self) -> Position {
        let at = self.caret.position;
        Position { byte: at.byte + self.held, ..at }
    }

    /// The edit that takes out the cluster before or behind the caret, or the
    /// blank that is held; `None`
    /// at the ends of the text.
    pub fn deletion(&self, command: Command, place: Place, body: &[String]) -> Option<Change> {
        let at = self.caret.position;
        let (from, to) = match command {
            Command::Backspace | Command::Delete if self.held > 0 => (at, self.end_of_held()),
            Command::Backspace => (position::previous(body, at), at),
            Command::Delete => (at, position::next(body, at)),
            _ => return None,
        };
        (from != to).then(|| Change {
            edit: Edit::Text {
                place,
                at: from,
                removed: position::slice(body, from, to),
                inserted: String::new(),
            },
            after: from,
        })
    }
}
