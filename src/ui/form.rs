//! A form on the screen: rows of a label with a text or a choice.

use std::borrow::Cow;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::canvas::{Canvas, small};
use super::{prompt, theme};
use crate::app::form::{Form, Row};
use crate::app::mouse::Target;
use crate::text::wrap::Wrap;

/// Columns of the labels.
const LABEL: u16 = 12;
/// Rows of the hint at most.
const HINT: usize = 2;
/// Rows of a window in which a form that is longer has a hint of one row.
const LOW: usize = 10;

/// Rows that a form takes so that all of it is seen: a row each, one for what is
/// hidden, and the longest hint.
pub(super) fn height(form: &Form, wrap: Wrap) -> usize {
    form.rows.len() + 1 + hint_rows(form, wrap)
}

/// Rows of the longest hint: the rows above stay where they are from one to the next.
fn hint_rows(form: &Form, wrap: Wrap) -> usize {
    let rows = form.rows.iter().map(|row| wrap.rows(&told(row).0).len());
    rows.max().unwrap_or(0).clamp(1, HINT)
}

/// What is wrong with a row, else what belongs in it.
fn told(row: &Row) -> (Cow<'_, str>, Style) {
    match row.trouble() {
        Some(trouble) => (format!("！{trouble}").into(), theme::ACCENT),
        None => (row.hint.as_ref().into(), theme::QUIET),
    }
}

/// Draws a form; the caret is in its row where it has the keyboard.
pub(super) fn draw_form(canvas: &mut Canvas, window: Rect, form: &Form, focused: bool) -> Position {
    let height = usize::from(window.height);
    let wrap = Wrap { width: usize::from(window.width), indent: 0, ambiguous: canvas.ambiguous };
    let hint = match hint_rows(form, wrap) {
        rows if height > form.rows.len() + rows || height >= LOW => rows,
        _ => 1,
    };
    let below = hint + 1;
    let step = if height > form.rows.len() * 2 + below { 2 } else { 1 };
    let room = (height.saturating_sub(below) / step).max(1);
    let top = (form.focus + 1).saturating_sub(room);
    let mut cursor = Position { x: window.x, y: window.y };
    for (row, (index, entry)) in form.rows.iter().enumerate().skip(top).take(room).enumerate() {
        let open = index == form.focus;
        let style = if open && focused { theme::HERE } else { theme::STRONG };
        canvas.line(window, row * step, &form.label(index), style);
        canvas.mark(window, row * step, Target::Row(index));
        let y = window.y + small(row * step);
        let line =
            Rect { x: window.x + LABEL, y, width: window.width.saturating_sub(LABEL), height: 1 };
        let caret = draw_value(canvas, line, entry, open && focused);
        if !entry.is_choice() {
            let shown = entry.field.window(usize::from(line.width), canvas.ambiguous);
            let column = if open { shown.hidden } else { 0 };
            canvas.mark(line, 0, Target::Field { row: index, column });
        }
        if open {
            cursor = caret;
        }
    }
    if let Some(row) = height.checked_sub(below) {
        draw_hidden(canvas, window, row, (top, form.rows.len().saturating_sub(top + room)));
    }
    // Right below the rows, where the eye is; a free row lies between.
    let last = height.saturating_sub(hint);
    draw_hint(canvas, window, form, (last.min(form.rows.len() * step + 1), hint), wrap);
    cursor
}

/// Says how many rows are not seen: nobody looks for what he does not know of.
fn draw_hidden(canvas: &mut Canvas, window: Rect, row: usize, hidden: (usize, usize)) {
    if let Some(told) = canvas.told_hidden(hidden, "项", usize::from(window.width) - 4) {
        canvas.line(window, row, &format!("（{told}）"), theme::QUIET);
    }
}

/// Draws what is told of the row that has the caret, in so many rows from the first on.
fn draw_hint(
    canvas: &mut Canvas,
    window: Rect,
    form: &Form,
    (first, room): (usize, usize),
    wrap: Wrap,
) {
    let Some(row) = form.rows.get(form.focus) else { return };
    let (text, style) = told(row);
    let rows = wrap.rows(&text);
    let shown = rows.len().min(room);
    for (index, part) in rows.iter().take(shown).enumerate() {
        let end = if index + 1 == shown { text.len() } else { part.end };
        canvas.line(window, first + index, &text[part.start..end], style);
    }
}

/// Draws the text or the choice of a row, and gives the place of its caret.
pub(super) fn draw_value(canvas: &mut Canvas, line: Rect, row: &Row, open: bool) -> Position {
    if row.is_choice() {
        let style = if open { theme::CHOSEN } else { theme::PLAIN };
        canvas.line(line, 0, &format!("< {} >", row.chosen_label()), style);
        return Position { x: line.x, y: line.y };
    }
    let caret = if open {
        prompt::field(canvas, line, &row.field, theme::CITATION)
    } else {
        // Without the caret a text is seen from its start.
        canvas.line(line, 0, row.field.text(), theme::PLAIN);
        Position { x: line.x, y: line.y }
    };
    if row.field.text().is_empty() && !row.usual.is_empty() {
        // Grey alone would not tell it from what is typed where there are no colours.
        canvas.line(line, 0, &format!("（{}）", row.usual), theme::QUIET);
    }
    caret
}
