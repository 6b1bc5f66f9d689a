//! The finished lines of a form, beside it or below it in the same window.

use ratatui::layout::Rect;

use crate::app::pane::guide::PRINTED;
use crate::text::wrap::Wrap;
use crate::ui::canvas::{Canvas, small};
use crate::ui::theme;

/// Rows of a form that stay when its lines stand below it: five fields, a free
/// row and the hint.
const LEAST_FORM: usize = 7;

/// Divides a window for a form and, below it, its finished lines; the lines
/// get no more than half, and none at all where the form needs the room.
pub(super) fn divided(canvas: &Canvas, window: Rect, lines: &[String]) -> (Rect, Rect) {
    let height = usize::from(window.height);
    let wrap = Wrap { width: usize::from(window.width), indent: 0, ambiguous: canvas.ambiguous };
    let wanted: usize = lines.iter().map(|line| wrap.rows(line).len()).sum();
    let room = height.saturating_sub(LEAST_FORM.max(height / 2));
    let rows = if room < 3 || wanted == 0 { 0 } else { (wanted + 2).min(room) };
    let form = Rect { height: small(height - rows), ..window };
    (form, Rect { y: form.bottom(), height: small(rows), ..window })
}

/// Draws the lines under their heading; where not all have room, those from
/// the line `first` on.
pub(super) fn draw(canvas: &mut Canvas, window: Rect, lines: &[String], first: usize) {
    if window.height < 2 {
        return;
    }
    // A free row above the heading, where there is room for it.
    let free = u16::from(window.height > 5);
    canvas.line(window, usize::from(free), PRINTED, theme::STRONG);
    let used = free + 1;
    let below = Rect { y: window.y + used, height: window.height - used, ..window };
    let wrap = Wrap { width: usize::from(window.width), indent: 0, ambiguous: canvas.ambiguous };
    let mut rows = Vec::new();
    let mut top = 0;
    for (index, line) in lines.iter().enumerate() {
        if index == first {
            top = rows.len();
        }
        rows.extend(wrap.rows(line).into_iter().map(|row| &line[row.start..row.end]));
    }
    let top = top.min(rows.len().saturating_sub(usize::from(below.height)));
    for (row, text) in rows.into_iter().skip(top).enumerate() {
        canvas.line(below, row, text, theme::PLAIN);
    }
}
