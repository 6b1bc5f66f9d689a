//! The view: it reads the app and fills cells, and changes nothing.
//!
//! Everything is drawn into a [`Buffer`]; the runtime turns it into bytes.
//! The order is arrange → fit → draw: [`Layout::arrange`] gives each pane its
//! window, the app lets its windows follow, [`draw`] only reads. The place of
//! the terminal's cursor comes back from the draw: no caret is ever painted,
//! for input methods show their candidates at the real one.

mod canvas;
mod form;
pub mod help;
pub mod layout;
mod pane;
mod prompt;
mod reading;
mod status;
pub mod theme;
pub mod under;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::mouse::Target;
use crate::app::{App, Screen};
use crate::input::Keymap;
use crate::text::width::{Ambiguous, cluster_columns};
use canvas::Canvas;
pub use layout::Layout;
pub use under::Under;

/// What is known of a frame once it is drawn.
#[derive(Clone, Debug, Default)]
pub struct Drawn {
    /// Where the terminal's cursor belongs.
    pub cursor: Position,
    /// What the mouse finds where.
    pub under: Under,
}

/// Draws the whole screen.
pub fn draw(buffer: &mut Buffer, layout: &Layout, app: &App, keymap: &Keymap) -> Drawn {
    let mut canvas = Canvas::new(buffer, app.facts().ambiguous());
    if layout.too_small {
        let cursor = status::too_small(&mut canvas, layout.area);
        return Drawn { cursor, under: canvas.under };
    }
    status::header(&mut canvas, layout.header, app);
    let mut cursor = match app.screen() {
        Screen::Drafts(pane) => pane::drafts::draw(&mut canvas, layout.body, pane, app.facts()),
        Screen::New(pane) => pane::new::draw(&mut canvas, layout.body, pane),
        Screen::Writing(pane) => pane::writing::draw(&mut canvas, &layout.writing, pane),
    };
    status::notice(&mut canvas, layout.status, app);
    status::keys(&mut canvas, layout.keys, app, keymap);
    let covered = Rect { height: layout.area.height - 1, ..layout.area };
    if let Some(open) = app.prompt() {
        canvas.under.mark(covered, Target::Covered);
        cursor = prompt::draw(&mut canvas, layout.prompt, open);
    }
    if let Some(top) = app.help() {
        canvas.under.mark(covered, Target::Covered);
        canvas.under.mark(layout.help, Target::Help);
        cursor = help::draw(&mut canvas, layout.help, top, app, keymap);
    }
    let under = canvas.under;
    mend_wide(buffer, app.facts().ambiguous());
    Drawn { cursor, under }
}

/// Blanks each wide character whose right half another cell covers.
///
/// Without this the left frame of a popup is eaten wherever a wide character
/// straddles it (a known fault of the drawing library up to 0.30.2). Wide is
/// what the library or this terminal takes for it: “ is on some.
fn mend_wide(buffer: &mut Buffer, ambiguous: Ambiguous) {
    let Rect { x, y, width, height } = buffer.area;
    for row in y..y + height {
        for column in x..x + width {
            let symbol = buffer[(column, row)].symbol();
            let wide = canvas::cells_of(symbol) > 1 || cluster_columns(symbol, ambiguous) > 1;
            let covered = column + 1 >= x + width || buffer[(column + 1, row)].symbol() != " ";
            if wide && covered {
                buffer[(column, row)].set_symbol(" ");
            }
        }
    }
}
