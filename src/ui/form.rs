//! A form on the screen: rows of a label with a text or a choice.

use ratatui::layout::{Position, Rect};

use super::canvas::{Canvas, small};
use super::{prompt, theme};
use crate::app::form::{Form, Row};
use crate::app::mouse::Target;

/// Columns of the labels.
const LABEL: u16 = 12;
/// Rows below the form: what is hidden, and the hint.
const BELOW: usize = 2;

/// Draws a form; the caret is in its row where it has the keyboard.
pub(super) fn draw_form(canvas: &mut Canvas, window: Rect, form: &Form, focused: bool) -> Position {
    let height = usize::from(window.height);
    let step = if height > form.rows.len() * 2 + BELOW { 2 } else { 1 };
    let room = (height.saturating_sub(BELOW) / step).max(1);
    let top = (form.focus + 1).saturating_sub(room);
    let mut cursor = Position { x: window.x, y: window.y };
    for (row, (index, entry)) in form.rows.iter().enumerate().skip(top).take(room).enumerate() {
        let open = index == form.focus;
        let label = if open && focused { theme::HERE } else { theme::STRONG };
        canvas.line(window, row * step, entry.label, label);
        canvas.mark(window, row * step, Target::Row(index));
        let y = window.y + small(row * step);
        let line =
            Rect { x: window.x + LABEL, y, width: window.width.saturating_sub(LABEL), height: 1 };
        let caret = draw_value(canvas, line, entry, open && focused);
        if open {
            cursor = caret;
        }
    }
    draw_hidden(canvas, window, top, form.rows.len().saturating_sub(top + room));
    draw_hint(canvas, window, form);
    cursor
}

/// Says how many rows are not seen: nobody looks for what he does not know of.
fn draw_hidden(canvas: &mut Canvas, window: Rect, above: usize, below: usize) {
    let sentence = match (above, below) {
        (0, 0) => return,
        (above, 0) => format!("（上面还有 {above} 项）"),
        (0, below) => format!("（下面还有 {below} 项）"),
        (above, below) => format!("（上面还有 {above} 项，下面还有 {below} 项）"),
    };
    if let Some(row) = usize::from(window.height).checked_sub(BELOW) {
        canvas.line(window, row, &sentence, theme::QUIET);
    }
}

/// What is wrong with the row that has the caret, else what belongs in it.
fn draw_hint(canvas: &mut Canvas, window: Rect, form: &Form) {
    let last = usize::from(window.height).saturating_sub(1);
    let Some(row) = form.rows.get(form.focus) else { return };
    match row.trouble() {
        Some(trouble) => canvas.line(window, last, &format!("！{trouble}"), theme::ACCENT),
        None => canvas.line(window, last, row.hint, theme::QUIET),
    }
}

/// Draws the text or the choice of a row, and gives the place of its caret.
fn draw_value(canvas: &mut Canvas, line: Rect, row: &Row, open: bool) -> Position {
    if row.is_choice() {
        let style = if open { theme::CHOSEN } else { theme::PLAIN };
        canvas.line(line, 0, &format!("< {} >", row.chosen_label()), style);
        return Position { x: line.x, y: line.y };
    }
    let caret = prompt::field(canvas, line, &row.field, theme::PLAIN);
    if row.field.text().is_empty() && !row.usual.is_empty() {
        // Grey alone would not tell it from what is typed where there are no colours.
        canvas.line(line, 0, &format!("（{}）", row.usual), theme::QUIET);
    }
    caret
}
