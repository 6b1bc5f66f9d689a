//! Cells: text that stays inside its window, frames and popups.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::theme;
use super::under::Under;
use crate::app::mouse::Target;
use crate::text::width::{self, Ambiguous};

/// A buffer with the width rule of the terminal.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    /// How wide this terminal draws “ ” and their like.
    pub(super) ambiguous: Ambiguous,
    /// What was drawn where.
    pub(super) under: Under,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, ambiguous: Ambiguous) -> Self {
        Self { buffer, ambiguous, under: Under::default() }
    }

    /// Puts text at a cell, cut at `columns`; gives the cells that it took.
    pub(super) fn put(&mut self, x: u16, y: u16, columns: usize, text: &str, style: Style) -> u16 {
        let area = self.buffer.area;
        if y >= area.bottom() || x >= area.right() {
            return 0;
        }
        let end = x + small(columns.min(usize::from(area.right() - x)));
        let mut column = x;
        for (_, cluster) in width::clusters(text) {
            let cells = small(width::cluster_columns(cluster, self.ambiguous));
            if cells > end - column {
                break;
            }
            self.buffer[(column, y)].set_symbol(width::shown(cluster)).set_style(style);
            for covered in column + 1..column + cells {
                self.buffer[(covered, y)].reset();
                self.buffer[(covered, y)].set_style(style);
            }
            column += cells;
        }
        column - x
    }

    /// Puts text on a row of a window, shortened with an ellipsis where needed;
    /// spaces that hang over the end of a wrapped row are no such need.
    pub(super) fn line(&mut self, window: Rect, row: usize, text: &str, style: Style) {
        if row >= usize::from(window.height) {
            return;
        }
        let text = width::elide(text.trim_end(), usize::from(window.width), self.ambiguous);
        self.put(window.x, window.y + small(row), usize::from(window.width), &text, style);
    }

    /// Notes what a row of a window shows.
    pub(super) fn mark(&mut self, window: Rect, row: usize, target: Target) {
        if row < usize::from(window.height) {
            self.under.mark(Rect { y: window.y + small(row), height: 1, ..window }, target);
        }
    }

    /// Gives a row of a window one style without changing its text.
    pub(super) fn tint(&mut self, window: Rect, row: usize, style: Style) {
        if row < usize::from(window.height) {
            let area = Rect { y: window.y + small(row), height: 1, ..window };
            self.buffer.set_style(area, style);
        }
    }

    /// Draws a frame with a title and gives the window inside. Where its corner
    /// falls on a line of another frame, the two are joined.
    pub(super) fn frame(&mut self, area: Rect, title: &str, style: Style) -> Rect {
        self.frame_for(self.ambiguous, area, title, style)
    }

    fn frame_for(&mut self, ambiguous: Ambiguous, area: Rect, title: &str, style: Style) -> Rect {
        if area.width < 2 || area.height < 2 {
            return Rect { width: 0, height: 0, ..area };
        }
        let set = theme::frame(ambiguous);
        let (right, bottom) = (area.right() - 1, area.bottom() - 1);
        for x in area.x + 1..right {
            self.cell(x, area.y, set.horizontal_top, style);
            self.cell(x, bottom, set.horizontal_bottom, style);
        }
        for y in area.y + 1..bottom {
            self.cell(area.x, y, set.vertical_left, style);
            self.cell(right, y, set.vertical_right, style);
        }
        for (x, y, own) in [
            (area.x, area.y, set.top_left),
            (right, area.y, set.top_right),
            (area.x, bottom, set.bottom_left),
            (right, bottom, set.bottom_right),
        ] {
            let met = self.buffer.cell(Position { x, y }).map_or("", Cell::symbol);
            let sign = theme::joined(own, met);
            self.cell(x, y, sign, style);
        }
        let room = usize::from(area.width.saturating_sub(4));
        if !title.is_empty() && room > 4 {
            let title = format!(" {} ", width::elide(title, room - 2, self.ambiguous));
            self.put(area.x + 1, area.y, room, &title, style);
        }
        Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 2 }
    }

    /// How much is not seen above and below, in words that have room.
    pub(super) fn told_hidden(
        &self,
        hidden: (usize, usize),
        unit: &str,
        room: usize,
    ) -> Option<String> {
        let told = match hidden {
            (0, 0) => return None,
            (above, 0) => vec![format!("上面还有 {above} {unit}")],
            (0, below) => vec![format!("下面还有 {below} {unit}")],
            (above, below) => vec![
                format!("上面还有 {above} {unit}，下面还有 {below} {unit}"),
                format!("上下还有 {} {unit}", above + below),
            ],
        };
        told.into_iter().find(|told| self.columns(told) <= room)
    }

    /// Says in the bottom of a frame how much of what it holds is not seen.
    pub(super) fn more(&mut self, area: Rect, hidden: (usize, usize), unit: &str) {
        let room = usize::from(area.width.saturating_sub(6));
        let Some(told) = self.told_hidden(hidden, unit, room) else { return };
        let told = format!(" {told} ");
        let x = area.right().saturating_sub(small(self.columns(&told)) + 2);
        self.put(x, area.bottom().saturating_sub(1), room + 2, &told, theme::QUIET);
    }

    /// Clears an area and draws a frame: what was below is covered cleanly.
    pub(super) fn popup(&mut self, area: Rect, title: &str) -> Rect {
        self.clear(area);
        self.frame(area, title, theme::ACCENT)
    }

    /// A popup whose frame is straight on every terminal, also on one that is
    /// taken for another kind.
    pub(super) fn plain_popup(&mut self, area: Rect, title: &str) -> Rect {
        self.clear(area);
        self.frame_for(Ambiguous::Wide, area, title, theme::ACCENT)
    }

    /// Clears what lies inside the frame of an area.
    fn clear(&mut self, area: Rect) {
        for y in area.y + 1..area.bottom().saturating_sub(1) {
            for x in area.x + 1..area.right().saturating_sub(1) {
                if let Some(cell) = self.buffer.cell_mut(Position { x, y }) {
                    cell.reset();
                }
            }
        }
    }

    fn cell(&mut self, x: u16, y: u16, symbol: &str, style: Style) {
        if let Some(cell) = self.buffer.cell_mut(Position { x, y }) {
            cell.reset();
            cell.set_symbol(symbol).set_style(style);
        }
    }

    /// Cells of a text on this terminal.
    pub(super) fn columns(&self, text: &str) -> usize {
        width::columns(text, self.ambiguous)
    }
}

/// Cells that the drawing library gives to a symbol.
pub(super) fn cells_of(symbol: &str) -> usize {
    if symbol.len() == 1 { 1 } else { symbol.width() }
}

/// Cells as the terminal counts them; a screen has no more than `u16::MAX`.
pub(super) fn small(cells: usize) -> u16 {
    u16::try_from(cells).unwrap_or(u16::MAX)
}

/// A window without its outermost columns.
pub(super) fn padded(window: Rect, columns: u16) -> Rect {
    let columns = columns.min(window.width / 2);
    Rect { x: window.x + columns, width: window.width - 2 * columns, ..window }
}
