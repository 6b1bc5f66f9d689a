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
/// The chosen row of a pane without the keyboard.
pub const OPEN: Style = STRONG.add_modifier(Modifier::UNDERLINED);
/// A blank that must be filled.
pub const BLANK: Style =
    Style::new().fg(Color::Red).add_modifier(Modifier::UNDERLINED).remove_modifier(Modifier::DIM);
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

/// The frame that stays straight on this terminal, and the signs where the tops
/// and bottoms of two frames meet.
pub fn frame(ambiguous: Ambiguous) -> (border::Set<'static>, (&'static str, &'static str)) {
    match ambiguous {
        Ambiguous::Narrow => (border::PLAIN, ("┬", "┴")),
        Ambiguous::Wide => (ASCII, ("+", "+")),
    }
}

/// The sign of a text that is not done; that of a done one, ✓, is one cell everywhere.
pub fn not_done(ambiguous: Ambiguous) -> &'static str {
    match ambiguous {
        Ambiguous::Narrow => "○",
        Ambiguous::Wide => "o",
    }
}
