//! A choice in a list that may be longer than its window.

use super::command::Command;

/// Which row is chosen and which rows are seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListState {
    /// The chosen row, from 0.
    pub selected: usize,
    /// The first row that is seen.
    pub top: usize,
    height: usize,
    /// The choice that the wheel has let the window leave.
    left: Option<usize>,
}

impl ListState {
    /// Moves the choice among `length` rows; `false` when the command is not a move.
    pub fn go(&mut self, command: Command, length: usize) -> bool {
        self.left = None;
        let last = length.saturating_sub(1);
        let page = self.height.max(2) - 1;
        self.selected = match command {
            Command::Up => self.selected.saturating_sub(1),
            Command::Down => self.selected + 1,
            Command::PageUp => self.selected.saturating_sub(page),
            Command::PageDown => self.selected + page,
            Command::RowStart => 0,
            Command::RowEnd => last,
            _ => return false,
        }
        .min(last);
        true
    }

    /// Chooses a row; the window comes back to it.
    pub fn choose(&mut self, row: usize) {
        self.selected = row;
        self.left = None;
    }

    /// Moves the window and leaves the choice where it is.
    pub fn scroll(&mut self, rows: isize) {
        self.left = Some(self.selected);
        self.top = self.top.saturating_add_signed(rows);
    }

    /// Lets the window of `height` rows follow the choice among `length` rows.
    pub fn fit(&mut self, height: usize, length: usize) {
        self.height = height;
        self.selected = self.selected.min(length.saturating_sub(1));
        self.left = self.left.filter(|left| *left == self.selected);
        self.top = match self.left {
            Some(_) => self.top.min(length.saturating_sub(height)),
            None => scrolled(self.top, height, self.selected, length),
        };
    }
}

/// The first row of a window so that `row` is in it and no row is wasted.
pub fn scrolled(top: usize, height: usize, row: usize, length: usize) -> usize {
    let lowest = (row + 1).saturating_sub(height);
    top.clamp(lowest, row.max(lowest)).min(length.saturating_sub(height).max(lowest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wheel_moves_the_window_until_the_choice_moves() {
        let mut list = ListState::default();
        list.scroll(3);
        list.fit(4, 10);
        assert_eq!((list.selected, list.top), (0, 3));
        list.scroll(30);
        list.fit(4, 10);
        assert_eq!((list.selected, list.top), (0, 6));
        list.go(Command::Up, 10);
        list.fit(4, 10);
        assert_eq!((list.selected, list.top), (0, 0));
        list.scroll(3);
        list.selected = 1;
        list.fit(4, 10);
        assert_eq!((list.selected, list.top), (1, 1));
    }

    #[test]
    fn the_window_follows_the_choice() {
        let mut list = ListState::default();
        list.fit(3, 10);
        for _ in 0..5 {
            list.go(Command::Down, 10);
        }
        list.fit(3, 10);
        assert_eq!((list.selected, list.top), (5, 3));
        list.go(Command::PageUp, 10);
        list.go(Command::PageUp, 10);
        list.fit(3, 10);
        assert_eq!((list.selected, list.top), (1, 1));
        list.go(Command::RowEnd, 10);
        list.fit(3, 10);
        assert_eq!((list.selected, list.top), (9, 7));
        list.fit(20, 4);
        assert_eq!((list.selected, list.top), (3, 0));
    }
}
