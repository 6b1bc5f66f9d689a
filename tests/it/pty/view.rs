//! What a terminal shows: its cells and its cursor.

use std::collections::HashMap;
use std::fmt;

use fazhi_tui::text::Ambiguous;

use super::emulator::stood_for;

/// One state of a screen.
#[derive(Clone)]
pub(crate) struct View {
    screen: vt100::Screen,
    /// What is meant in the cells where a character stands for another.
    meant: HashMap<(u16, u16), String>,
}

impl View {
    /// The present state of a screen.
    pub(crate) fn of(screen: &vt100::Screen, ambiguous: Ambiguous) -> Self {
        let mut view = Self { screen: screen.clone(), meant: HashMap::new() };
        if ambiguous == Ambiguous::Wide {
            view.meant = view.cells().filter_map(|at| Some((at, view.meant(at)?))).collect();
        }
        view
    }

    fn meant(&self, (x, y): (u16, u16)) -> Option<String> {
        let mut chars = self.screen.cell(y, x)?.contents().chars();
        let first = stood_for(chars.next()?)?;
        Some(std::iter::once(first).chain(chars).collect())
    }

    /// All cells, row by row.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (u16, u16)> + use<> {
        let (columns, rows) = self.size();
        (0..rows).flat_map(move |y| (0..columns).map(move |x| (x, y)))
    }

    /// Columns and rows.
    pub(crate) fn size(&self) -> (u16, u16) {
        let (rows, columns) = self.screen.size();
        (columns.get(), rows.get())
    }

    /// The text of each row.
    pub(crate) fn rows(&self) -> Vec<String> {
        self.screen.rows(0, self.size().0).map(|row| self.as_meant(row)).collect()
    }

    /// Whether a text stands in one of the rows.
    pub(crate) fn has(&self, text: &str) -> bool {
        self.rows().iter().any(|row| row.contains(text))
    }

    /// The whole screen as one text without spaces and line ends.
    pub(crate) fn squeezed(&self) -> String {
        self.rows().concat().replace(' ', "")
    }

    /// What stands in a cell; nothing in the right half of a wide character.
    pub(crate) fn symbol(&self, x: u16, y: u16) -> &str {
        let meant = self.meant.get(&(x, y)).map(String::as_str);
        meant.unwrap_or_else(|| self.screen.cell(y, x).map_or("", vt100::Cell::contents))
    }

    fn as_meant(&self, row: String) -> String {
        if self.meant.is_empty() {
            return row;
        }
        row.chars().map(|c| stood_for(c).unwrap_or(c)).collect()
    }

    /// Column and row of the cursor.
    pub(crate) fn cursor(&self) -> (u16, u16) {
        let (row, column) = self.screen.cursor_position();
        (column, row)
    }

    /// Whether the cursor can be seen.
    pub(crate) fn shows_cursor(&self) -> bool {
        !self.screen.hide_cursor()
    }

    /// What stands in the cell before the cursor.
    pub(crate) fn symbol_before_cursor(&self) -> &str {
        let (x, y) = self.cursor();
        let Some(left) = x.checked_sub(1) else {
            return "";
        };
        let half = self.screen.cell(y, left);
        let half = half.is_some_and(vt100::Cell::is_wide_continuation);
        self.symbol(left.saturating_sub(u16::from(half)), y)
    }

    /// Whether the cell before this one holds a wide character that has lost
    /// its right half.
    pub(crate) fn half_before(&self, x: u16, y: u16) -> bool {
        let cell = |x: u16| self.screen.cell(y, x);
        let left = x.checked_sub(1).and_then(cell);
        let own = cell(x).is_some_and(vt100::Cell::is_wide_continuation);
        left.is_some_and(vt100::Cell::is_wide) != own
    }

    /// The text of the cursor's row up to the cursor.
    pub(crate) fn before_cursor(&self) -> String {
        let (x, y) = self.cursor();
        let mut rows = self.screen.rows(0, x);
        self.as_meant(rows.nth(usize::from(y)).unwrap_or_default())
    }

    /// Whether the visible cursor stands right behind a text.
    pub(crate) fn cursor_behind(&self, text: &str) -> bool {
        self.shows_cursor() && self.before_cursor().ends_with(text)
    }

    /// The modes that a program leaves behind: alternate screen, bracketed paste.
    pub(crate) fn modes(&self) -> (bool, bool) {
        (self.screen.alternate_screen(), self.screen.bracketed_paste())
    }

    /// Whether the terminal was asked to tell of the mouse.
    pub(crate) fn tells_of_mouse(&self) -> bool {
        self.screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None
    }

    /// The column at which a text of narrow characters begins in a row.
    pub(crate) fn column_of(&self, text: &str, y: u16) -> u16 {
        let is = |c: char, x| self.symbol(x, y) == c.to_string();
        let at = |x: &u16| text.chars().zip(*x..).all(|(c, x)| is(c, x));
        (0..self.size().0).find(at).expect("the text stands in this row")
    }

    /// Where two states differ, cell by cell with colours and attributes. The
    /// row that tells what happened is left out: a save may come in between.
    pub(crate) fn difference(&self, other: &Self) -> Option<String> {
        if self.size() != other.size() {
            return Some(format!("{:?} and {:?}", self.size(), other.size()));
        }
        let (columns, rows) = self.size();
        let status = rows.saturating_sub(2);
        let compared = (0..rows).filter(|y| rows < 3 || *y != status);
        let cells = compared.flat_map(|y| (0..columns).map(move |x| (x, y)));
        let mut unlike = cells.filter(|&(x, y)| self.look(x, y) != other.look(x, y));
        let (x, y) = unlike.next()?;
        Some(format!(
            "column {x}, row {y}: {:?} and {:?}\n{self}\n{other}",
            self.look(x, y),
            other.look(x, y)
        ))
    }

    /// How a cell looks. The colour and weight of nothing cannot be seen.
    fn look(&self, x: u16, y: u16) -> impl PartialEq + fmt::Debug {
        self.screen.cell(y, x).map(|cell| {
            let symbol = Some(cell.contents()).filter(|symbol| !symbol.is_empty());
            let symbol = symbol.unwrap_or(" ").to_owned();
            let ink = (symbol != " ").then(|| (cell.fgcolor(), cell.bold(), cell.dim()));
            (
                symbol,
                ink,
                (cell.is_wide(), cell.is_wide_continuation()),
                (cell.bgcolor(), cell.underline(), cell.inverse()),
            )
        })
    }
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (columns, rows) = self.size();
        let (x, y) = self.cursor();
        let shown = if self.shows_cursor() { "shown" } else { "hidden" };
        writeln!(f, "{columns}x{rows}, cursor {shown} at column {x}, row {y}")?;
        for row in self.rows() {
            writeln!(f, "|{row}")?;
        }
        Ok(())
    }
}
