//! 新建 on the screen.

use ratatui::layout::{Position, Rect};

use super::printed;
use crate::app::mouse::Target;
use crate::app::pane::NewPane;
use crate::app::pane::guide::Look;
use crate::app::pane::new::{Page, Preview};
use crate::ui::canvas::{Canvas, padded, small};
use crate::ui::form::draw_form;
use crate::ui::layout::{beside, templates};
use crate::ui::theme;

/// The window with the outline of a template; PageUp and PageDown turn it.
const OUTLINE: &str = "说明和提纲（PageUp/PageDown 翻看）";

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
    let below = pane.names().count().saturating_sub(pane.list.top + usize::from(list.height));
    canvas.more(left, (pane.list.top, below), "项");
    let window = padded(canvas.frame(right, OUTLINE, theme::PLAIN), 1);
    let (top, all) = (pane.outline.top, pane.outline.lines.len());
    canvas.more(right, (top, all.saturating_sub(top + usize::from(window.height))), "行");
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
    let Preview { lines, first } = &pane.preview;
    let (form, printed) = if let Some((left, right)) = beside(area) {
        let printed = padded(canvas.frame(right, "", theme::PLAIN), 1);
        (padded(canvas.frame(left, "", theme::PLAIN), 1), printed)
    } else {
        let window = padded(canvas.frame(area, "", theme::PLAIN), 1);
        printed::divided(canvas, window, lines)
    };
    printed::draw(canvas, printed, lines, *first);
    draw_form(canvas, form, &pane.layout, true)
}
