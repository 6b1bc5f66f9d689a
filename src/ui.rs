//! The view: it reads the app and fills cells, and changes nothing.
//!
//! Everything is drawn into a [`Buffer`]; the runtime turns it into bytes.
//! The order is arrange → fit → draw: [`Layout::arrange`] gives each pane its
//! window, the app lets its windows follow (then a popup may give way to the
//! caret), [`draw`] only reads. The place of
//! the terminal's cursor comes back from the draw: no caret is ever painted,
//! for input methods show their candidates at the real one.

mod canvas;
mod excerpt;
mod files;
mod find;
mod form;
pub mod help;
pub mod layout;
mod pane;
mod prompt;
mod proofing;
mod reading;
mod status;
pub mod theme;
pub mod under;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::{Position, Rect};

use crate::app::mouse::Target;
use crate::app::pane::writing::Focus;
use crate::app::{App, Screen};
use crate::input::Keymap;
use crate::text::width::{Ambiguous, cluster_columns};
use canvas::Canvas;
pub use layout::Layout;
pub use under::Under;

/// What is known of a frame once it is drawn.
#[derive(Clone, Debug, Default)]
pub struct Drawn {
    /// Where the terminal's cursor belongs; nowhere where that is not seen.
    pub cursor: Option<Position>,
    /// What the mouse finds where.
    pub under: Under,
}

/// Draws the whole screen.
pub fn draw(buffer: &mut Buffer, layout: &Layout, app: &App, keymap: &Keymap) -> Drawn {
    let mut canvas = Canvas::new(buffer, app.facts().ambiguous());
    let cursor = if layout.too_small {
        status::too_small(&mut canvas, layout.area)
    } else {
        draw_screen(&mut canvas, layout, app, keymap)
    };
    let under = canvas.under;
    mend_wide(buffer, app.facts().ambiguous());
    let cursor = (layout.too_small || sees_cursor(app)).then_some(cursor);
    Drawn { cursor, under }
}

/// Whether the place where one types is seen: the wheel may have left a selection
/// behind, and a cursor on other text would be a wrong one.
fn sees_cursor(app: &App) -> bool {
    match app.screen() {
        Screen::Writing(pane) if app.prompt().is_none() && app.help().is_none() => {
            pane.form.is_some() || pane.focus != Focus::Text || pane.editor.sees_caret()
        }
        _ => true,
    }
}

fn draw_screen(canvas: &mut Canvas, layout: &Layout, app: &App, keymap: &Keymap) -> Position {
    status::header(canvas, layout.header, app);
    let mut cursor = match app.screen() {
        Screen::Drafts(pane) => pane::drafts::draw(canvas, layout.body, pane, app.facts()),
        Screen::New(pane) => pane::new::draw(canvas, layout.body, pane),
        Screen::Import(pane) => pane::import::draw(canvas, layout.body, pane),
        Screen::Writing(pane) => pane::writing::draw(canvas, &layout.writing, pane),
    };
    status::notice(canvas, layout.status, app);
    status::keys(canvas, layout.keys, app, keymap);
    let covered = Rect { height: layout.area.height - 1, ..layout.area };
    if let (Some(list), Some(session)) = (app.proofing_behind(), app.session()) {
        proofing::draw(canvas, layout.body, list, session.report());
    }
    if let Some(open) = app.prompt() {
        canvas.under.mark(covered, Target::Covered);
        cursor = prompt::draw(canvas, layout.prompt, open, app);
    }
    if let Some(top) = app.help() {
        canvas.under.mark(covered, Target::Covered);
        canvas.under.mark(layout.help, Target::Help);
        cursor = help::draw(canvas, layout.help, top, app, keymap);
    }
    cursor
}

/// Makes each wide character whole: one that has lost its right half to another cell
/// or to the edge is blanked, and the right half of every other is marked as covered
/// ([`CellDiffOption::Skip`]) and gets its style.
///
/// The drawing library, up to 0.30.2, knows of no halves: it lets a wide character eat
/// the frame of a popup that it straddles, and takes a half for a blank. Wide is what the
/// library or this terminal takes for it: “ is on some.
pub(crate) fn mend_wide(buffer: &mut Buffer, ambiguous: Ambiguous) {
    let Rect { x, y, width, height } = buffer.area;
    for row in y..y + height {
        for column in x..x + width {
            let symbol = buffer[(column, row)].symbol();
            if canvas::cells_of(symbol) < 2 && cluster_columns(symbol, ambiguous) < 2 {
                continue;
            }
            let mut half = buffer[(column, row)].clone();
            half.set_symbol(" ").set_diff_option(CellDiffOption::Skip);
            match buffer.cell_mut(Position { x: column + 1, y: row }) {
                Some(next) if next.symbol() == " " => *next = half,
                _ => {
                    buffer[(column, row)].set_symbol(" ");
                }
            }
        }
    }
}
