//! How cells look, as the oldest sequences say it: 16 colours and a few weights that
//! every terminal knows, and a place for whatever it may draw wider than was thought.

use std::io::{self, Write};

use crossterm::cursor::MoveTo;
use crossterm::queue;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// The weights and lines that are used, with their numbers.
const MODIFIERS: [(Modifier, u16); 6] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::REVERSED, 7),
    (Modifier::CROSSED_OUT, 9),
];
/// What is added to the number of a colour for characters and for their ground.
const INK: u16 = 30;
const GROUND: u16 = 40;

/// How a cell looks.
type Look = (Color, Color, Modifier);

/// The usual look of the terminal, which every frame begins and ends with.
const USUAL: Look = (Color::Reset, Color::Reset, Modifier::empty());

/// Writes cells, each at its place.
pub(super) fn write_cells(bytes: &mut Vec<u8>, cells: &[(u16, u16, &Cell)]) -> io::Result<()> {
    let mut look = USUAL;
    // Where the terminal's cursor is for sure.
    let mut at = None;
    for (x, y, cell) in cells {
        if at != Some((*x, *y)) {
            queue!(bytes, MoveTo(*x, *y))?;
        }
        let wanted = (cell.fg, cell.bg, cell.modifier);
        if wanted != look {
            write_look(bytes, look, wanted)?;
            look = wanted;
        }
        bytes.write_all(cell.symbol().as_bytes())?;
        at = sure_columns(cell.symbol()).map(|columns| (x + columns, *y));
    }
    if look == USUAL { Ok(()) } else { bytes.write_all(b"\x1b[0m") }
}

/// Leaves the one look and takes on the other.
fn write_look(bytes: &mut Vec<u8>, from: Look, (ink, ground, modifier): Look) -> io::Result<()> {
    let reset = (from != USUAL).then_some(0);
    let modifiers = MODIFIERS.iter().filter(|(m, _)| modifier.contains(*m)).map(|(_, n)| *n);
    let ink = number(ink).map(|colour| INK + colour);
    let ground = number(ground).map(|colour| GROUND + colour);
    let numbers: Vec<String> = reset
        .into_iter()
        .chain(modifiers)
        .chain(ink)
        .chain(ground)
        .map(|number| number.to_string())
        .collect();
    write!(bytes, "\x1b[{}m", numbers.join(";"))
}

/// The number of a colour among the 16 that every palette has; none for the usual one.
fn number(colour: Color) -> Option<u16> {
    let number = match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => return None,
    };
    Some(number)
}

/// The columns of a sign on whose width no two terminals disagree.
fn sure_columns(symbol: &str) -> Option<u16> {
    let mut chars = symbol.chars();
    match (chars.next()?, chars.next()) {
        (' '..='~', None) => Some(1),
        ('\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{3029}' | '\u{ff01}'..='\u{ff60}', None) => {
            Some(2)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    /// The bytes of one row of signs that stand beside each other.
    fn row(signs: &[(u16, &str, Style)]) -> String {
        let cells: Vec<(u16, Cell)> = signs
            .iter()
            .map(|(x, symbol, style)| {
                let mut cell = Cell::default();
                cell.set_symbol(symbol).set_style(*style);
                (*x, cell)
            })
            .collect();
        let cells: Vec<_> = cells.iter().map(|(x, cell)| (*x, 0, cell)).collect();
        let mut bytes = Vec::new();
        write_cells(&mut bytes, &cells).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn what_may_be_drawn_wider_is_followed_by_a_place() {
        let plain = Style::new();
        let signs = [(0, "法", plain), (2, "a", plain), (3, "“", plain), (4, "治", plain)];
        assert_eq!(row(&signs), "\x1b[1;1H法a“\x1b[1;5H治");
    }

    #[test]
    fn looks_are_said_with_the_oldest_numbers() {
        let red = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
        let chosen = Style::new().add_modifier(Modifier::REVERSED).bg(Color::LightBlue);
        let signs = [(0, "a", red), (1, "b", red), (2, "c", chosen), (3, "d", Style::new())];
        assert_eq!(row(&signs), "\x1b[1;1H\x1b[1;31mab\x1b[0;7;104mc\x1b[0md");
        assert_eq!(row(&[(0, "a", chosen)]), "\x1b[1;1H\x1b[7;104ma\x1b[0m");
    }
}
