//! Cells → bytes: only what changed, in one piece.

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Color;
use unicode_width::UnicodeWidthStr;

use crate::ui::{Drawn, Under};

/// Whether the environment forbids colours: <https://no-color.org>.
pub(super) fn forbids_colours() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// What the terminal shows.
#[derive(Debug, Default)]
pub(super) struct Screen {
    shown: Buffer,
    cursor: Position,
    known: bool,
}

impl Screen {
    /// Draws the next frame whole: the terminal may show something else.
    pub(super) fn forget(&mut self) {
        self.known = false;
    }

    /// The bytes that bring the terminal to the next frame; none when it shows
    /// it already; and what the mouse finds in it. They hide the cursor while cells change and end with it at
    /// its place, so that no stop in between can be seen.
    pub(super) fn frame(
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
        // The drawing library ends each frame with the usual colours of the terminal.
        crossterm::style::force_color_output(colours);
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
    fn bytes(&self, next: &Buffer, cursor: Position, whole: bool) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let changes = self.changes(next);
        if changes.is_empty() && !whole {
            if cursor != self.cursor {
                queue!(bytes, MoveTo(cursor.x, cursor.y), Show)?;
            }
            return Ok(bytes);
        }
        queue!(bytes, BeginSynchronizedUpdate, Hide)?;
        if whole {
            queue!(bytes, Clear(ClearType::All))?;
        }
        CrosstermBackend::new(&mut bytes).draw(changes.into_iter())?;
        queue!(bytes, MoveTo(cursor.x, cursor.y), Show)?;
        queue!(bytes, EndSynchronizedUpdate)?;
        Ok(bytes)
    }

    /// The cells to send. Where a narrow character takes the place of a wide
    /// one, some terminals give its style to the right half as well, which the
    /// drawing library takes for blank already: that cell is sent too.
    fn changes<'a>(&self, next: &'a Buffer) -> Vec<(u16, u16, &'a Cell)> {
        let mut changes: Vec<(u16, u16, &Cell)> = Vec::new();
        for (x, y, cell) in self.shown.diff(next) {
            if changes.last().is_some_and(|last| (last.0, last.1) == (x, y)) {
                continue;
            }
            changes.push((x, y, cell));
            let halved = self.shown[(x, y)].symbol().width() > 1 && cell.symbol().width() < 2;
            let half = next.cell(Position { x: x + 1, y }).filter(|_| halved);
            changes.extend(half.map(|half| (x + 1, y, half)));
        }
        changes
    }
}

/// Leaves of each cell only what can be told without colours.
fn take_colours(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        (cell.fg, cell.bg, cell.underline_color) = (Color::Reset, Color::Reset, Color::Reset);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::{Modifier, Style};

    #[test]
    fn without_colours_weight_and_lines_are_left() {
        let style = Style::new().fg(Color::Red).bg(Color::Blue).add_modifier(Modifier::BOLD);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        buffer.set_string(0, 0, "字", style);
        take_colours(&mut buffer);
        assert_eq!(buffer[(0, 0)].style().fg, Some(Color::Reset));
        assert_eq!(buffer[(0, 0)].style().bg, Some(Color::Reset));
        assert_eq!((buffer[(0, 0)].symbol(), buffer[(0, 0)].modifier), ("字", Modifier::BOLD));
    }
}
