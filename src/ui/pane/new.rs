//! 新建 on the screen.

use ratatui::layout::{Position, Rect};

use super::printed;
use crate::app::form::{Form, Row};
use crate::app::mouse::Target;
use crate::app::pane::NewPane;
use crate::app::pane::guide::Look;
use crate::app::pane::new::{Page, Preview};
use crate::ui::canvas::{Canvas, padded, small};
use crate::ui::layout::{beside, templates};
use crate::ui::{prompt, theme};

/// The window with the outline of a template; PageUp and PageDown turn it.
const OUTLINE: &str = "说明和提纲（PageUp/PageDown 翻看）";

/// Columns of the labels of a form.
const LABEL: u16 = 12;

/// Draws the open page.
pub(in crate::ui) fn draw(canvas: &mut Canvas, area: Rect, pane: &NewPane) -> Position {
    match pane.form() {
        Some(_) if pane.page == Page::Layout => draw_layout(canvas, area, pane),
        Some(form) => {
            let window = padded(canvas.frame(area, "", theme::PLAIN), 1);
            draw_form(canvas, window, form, true)
        }
        None => draw_templates(canvas, area, pane),
    }
}

/// Draws a form; the caret is in its row where it has the keyboard.
pub(in crate::ui) fn draw_form(
    canvas: &mut Canvas,
    window: Rect,
    form: &Form,
    focused: bool,
) -> Position {
    let spread = usize::from(window.height) >= form.rows.len() * 2 + 3;
    let step = if spread { 2 } else { 1 };
    let room = usize::from(window.height).saturating_sub(2) / step;
    let top = (form.focus + 1).saturating_sub(room.max(1));
    let mut cursor = Position { x: window.x, y: window.y };
    for (row, (index, entry)) in
        form.rows.iter().enumerate().skip(top).take(room.max(1)).enumerate()
    {
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
    let last = usize::from(window.height).saturating_sub(1);
    if let Some(row) = form.rows.get(form.focus) {
        match row.trouble() {
            Some(trouble) => canvas.line(window, last, &format!("！{trouble}"), theme::ACCENT),
            None => canvas.line(window, last, row.hint, theme::QUIET),
        }
    }
    cursor
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

fn draw_templates(canvas: &mut Canvas, area: Rect, pane: &NewPane) -> Position {
    let (left, right) = templates(area);
    let list = padded(canvas.frame(left, "模板", theme::PLAIN), 1);
    canvas.under.mark(left, Target::List);
    let seen = pane.names().enumerate().skip(pane.list.top).take(usize::from(list.height));
    for (row, (index, name)) in seen.enumerate() {
        canvas.line(list, row, name, theme::PLAIN);
        canvas.mark(list, row, Target::Row(index));
        if index == pane.list.selected {
            canvas.tint(list, row, theme::CHOSEN);
        }
    }
    let window = padded(canvas.frame(right, OUTLINE, theme::PLAIN), 1);
    let lines = pane.outline.lines.iter().skip(pane.outline.top);
    for (row, line) in lines.take(usize::from(window.height)).enumerate() {
        let style = if line.look == Look::Head { theme::STRONG } else { theme::PLAIN };
        canvas.line(window, row, &line.text, style);
    }
    let row =
        small(pane.list.selected.saturating_sub(pane.list.top)).min(list.height.saturating_sub(1));
    Position { x: list.x, y: list.y + row }
}

/// 版式: the form, and what the report will look like beside or below it.
fn draw_layout(canvas: &mut Canvas, area: Rect, pane: &NewPane) -> Position {
    let Preview { lines, first } = pane.preview();
    let (form, printed) = if let Some((left, right)) = beside(area) {
        let printed = padded(canvas.frame(right, "", theme::PLAIN), 1);
        (padded(canvas.frame(left, "", theme::PLAIN), 1), printed)
    } else {
        let window = padded(canvas.frame(area, "", theme::PLAIN), 1);
        printed::divided(canvas, window, &lines)
    };
    printed::draw(canvas, printed, &lines, first);
    draw_form(canvas, form, &pane.layout, true)
}
