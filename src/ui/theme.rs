//! Colours and signs: one accent, fainter for what is secondary, and nothing told
//! by colour alone.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

use crate::text::width::Ambiguous;

/// Plain text on the ground of the terminal.
pub const PLAIN: Style = Style::new();
/// The red of official papers: the place where the user is, and troubles.
pub const ACCENT: Style = STRONG.fg(Color::Red);
/// The row of a form where the user is; underlined, so that it shows without colours too.
pub const HERE: Style = ACCENT.add_modifier(Modifier::UNDERLINED);
/// What is secondary: fainter, not grey, for grey is the ground itself where a palette
/// gives its numbers other colours (Solarized). What cannot be drawn fainter stays as it is.
pub const QUIET: Style =
    Style::new().fg(Color::Reset).add_modifier(Modifier::DIM).remove_modifier(Modifier::BOLD);
/// A heading in a pane. What is drawn over something faint is not faint itself.
pub const STRONG: Style = Style::new().add_modifier(Modifier::BOLD).remove_modifier(Modifier::DIM);
/// The chosen row; reversed, so that it shows without colours too.
pub const CHOSEN: Style = Style::new().add_modifier(Modifier::REVERSED);
/// A blank that must be filled.
pub const BLANK: Style =
    Style::new().fg(Color::Red).add_modifier(Modifier::UNDERLINED).remove_modifier(Modifier::DIM);
/// What is wrong beyond doubt.
pub const WRONG: Style = Style::new().fg(Color::Red).add_modifier(Modifier::UNDERLINED);
/// What is likely wrong, or to be looked at; told from an error by its colour, and by the
/// sign in the status line.
pub const DOUBTED: Style = Style::new().add_modifier(Modifier::UNDERLINED);
/// A cited figure.
pub const CITATION: Style = Style::new().add_modifier(Modifier::UNDERLINED);

/// A frame of plus, minus and bar, where lines would take two cells.
const ASCII: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

/// The frame that stays straight on this terminal.
pub fn frame(ambiguous: Ambiguous) -> border::Set<'static> {
    match ambiguous {
        Ambiguous::Narrow => border::PLAIN,
        Ambiguous::Wide => ASCII,
    }
}

/// The signs that frames are made of, with the sides to which they lead: up,
/// down, left, right.
const LINES: [(&str, u8); 11] = [
    ("│", 0b1100),
    ("─", 0b0011),
    ("┌", 0b0101),
    ("┐", 0b0110),
    ("└", 0b1001),
    ("┘", 0b1010),
    ("├", 0b1101),
    ("┤", 0b1110),
    ("┬", 0b0111),
    ("┴", 0b1011),
    ("┼", 0b1111),
];

/// The corner of a frame that falls on a sign of another frame; on anything
/// else it stays as it is.
pub fn joined(corner: &'static str, met: &str) -> &'static str {
    let sides = |sign: &str| LINES.iter().find(|(own, _)| *own == sign).map(|(_, sides)| *sides);
    let both = sides(corner).zip(sides(met)).map(|(corner, met)| corner | met);
    LINES.iter().find(|(_, sides)| Some(*sides) == both).map_or(corner, |(sign, _)| sign)
}

/// The sign of the chosen entry or paragraph; one cell everywhere.
pub const POINTER: &str = "▸";

/// The sign of a text that is not done; that of a done one, ✓, is one cell everywhere.
pub fn not_done(ambiguous: Ambiguous) -> &'static str {
    match ambiguous {
        Ambiguous::Narrow => "○",
        Ambiguous::Wide => "o",
    }
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn a_corner_is_joined_with_the_line_it_falls_on() {
        assert_eq!((joined("┌", "┐"), joined("└", "┘")), ("┬", "┴"));
        assert_eq!((joined("┌", "│"), joined("┘", "│")), ("├", "┤"));
        assert_eq!((joined("┌", "─"), joined("└", "─")), ("┬", "┴"));
        assert_eq!((joined("┌", "┴"), joined("┌", "┌")), ("┼", "┌"));
        for (corner, met) in [("┌", "法"), ("└", " "), ("+", "+"), ("+", "│")] {
            assert_eq!(joined(corner, met), corner);
        }
    }
}
