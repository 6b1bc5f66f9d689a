//! Cells → bytes: only what changed, in one piece.

#[cfg(test)]
mod tests;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use super::look::write_cells;
use crate::ui::{Drawn, Under};

/// Whether the environment forbids colours: <https://no-color.org>.
pub(super) fn forbids_colours() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// What the terminal shows.
#[derive(Debug, Default)]
pub struct Screen {
    shown: Buffer,
    cursor: Option<Position>,
    known: bool,
}

impl Screen {
    /// Draws the next frame whole: the terminal may show something else.
    pub fn forget(&mut self) {
        self.known = false;
    }

    /// The bytes that bring the terminal to the next frame; none when it shows
    /// it already; and what the mouse finds in it. They hide the cursor while cells
    /// change and end with it at its place, so that no stop in between can be seen.
    pub fn frame(
        &mut self,
        size: Size,
        colours: bool,
        draw: impl FnOnce(&mut Buffer) -> Drawn,
    ) -> (Vec<u8>, Under) {
        let area = Rect::from((Position::ORIGIN, size));
        let mut next = Buffer::empty(area);
        let Drawn { cursor, under } = draw(&mut next);
        if !colours {
            take_colours(&mut next);
        }
        let whole = !self.known || self.shown.area != area;
        if whole {
            self.shown = Buffer::empty(area);
        }
        let bytes = self.bytes(&next, cursor, whole).unwrap_or_default();
        self.shown = next;
        self.cursor = cursor;
        self.known = true;
        (bytes, under)
    }

    /// Writing into memory does not fail; the result is there for `queue!`.
    fn bytes(
        &self,
        next: &Buffer,
        cursor: Option<Position>,
        whole: bool,
    ) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let changes = self.changes(next);
        if changes.is_empty() && !whole {
            if cursor != self.cursor {
                put_cursor(&mut bytes, cursor)?;
            }
            return Ok(bytes);
        }
        queue!(bytes, BeginSynchronizedUpdate, Hide)?;
        if whole {
            queue!(bytes, SetAttribute(Attribute::Reset), Clear(ClearType::All))?;
        }
        write_cells(&mut bytes, &changes)?;
        put_cursor(&mut bytes, cursor)?;
        queue!(bytes, EndSynchronizedUpdate)?;
        Ok(bytes)
    }

    /// The cells to send: characters that differ, whole. Which cells a wide one covers
    /// is marked in the buffer.
    ///
    /// A right half is written before the character where it would else keep what it
    /// shows: some terminals keep the ground of each half for itself, and some draw
    /// narrow what is taken for wide.
    fn changes<'a>(&self, next: &'a Buffer) -> Vec<(u16, u16, &'a Cell)> {
        let mut changes = Vec::new();
        let width = usize::from(next.area.width).max(1);
        let rows = self.shown.content.chunks(width).zip(next.content.chunks(width));
        for (y, (shown, next)) in (0..).zip(rows) {
            let mut x = 0;
            while x < width {
                let cells = if next.get(x + 1).is_some_and(is_half) { 2 } else { 1 };
                if shown[x..x + cells] != next[x..x + cells] {
                    let sent = x..x + 1;
                    let half =
                        (x + 1..x + cells).filter(|&x| is_stale(&shown[x], &next[x - 1..=x]));
                    changes.extend(half.chain(sent).map(|x| (columns(x), y, &next[x])));
                }
                x += cells;
            }
        }
        changes
    }
}

/// Columns of a screen, which has no more than `u16::MAX`.
fn columns(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}

/// Whether a cell is the right half of the character before it.
fn is_half(cell: &Cell) -> bool {
    cell.diff_option == CellDiffOption::Skip
}

/// Whether a cell would still show what it did, once this character and its half are there.
fn is_stale(shown: &Cell, next: &[Cell]) -> bool {
    let ground = |cell: &Cell| (cell.bg, cell.modifier & SEEN_ON_BLANKS);
    let [character, half] = next else { return false };
    let narrow = character.symbol().width() < 2 && shown.symbol() != " ";
    narrow || ground(shown) != ground(half)
}

/// What can be seen where nothing is written.
const SEEN_ON_BLANKS: Modifier =
    Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// Leaves of each cell only what can be told without colours.
fn take_colours(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        (cell.fg, cell.bg) = (Color::Reset, Color::Reset);
    }
}

/// Shows the cursor at its place, or hides it.
fn put_cursor(bytes: &mut Vec<u8>, cursor: Option<Position>) -> std::io::Result<()> {
    if let Some(Position { x, y }) = cursor {
        queue!(bytes, MoveTo(x, y), Show)
    } else {
        queue!(bytes, Hide)
    }
}
