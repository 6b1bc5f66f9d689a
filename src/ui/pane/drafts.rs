//! 稿件 on the screen.

use ratatui::layout::{Position, Rect};

use crate::app::effect::DraftRow;
use crate::app::mouse::Target;
use crate::app::pane::DraftsPane;
use crate::app::pane::drafts::FIRST_STEPS;
use crate::text::width::pad;
use crate::ui::canvas::{Canvas, padded, small};
use crate::ui::{status, theme};

/// Draws the list, or the choices of an empty start.
pub(in crate::ui) fn draw(canvas: &mut Canvas, area: Rect, pane: &DraftsPane) -> Position {
    let window = padded(canvas.frame(area, "稿件", theme::PLAIN), 1);
    canvas.under.mark(area, Target::List);
    if pane.rows.is_empty() {
        first_steps(canvas, window, pane)
    } else {
        list(canvas, window, pane)
    }
}

fn first_steps(canvas: &mut Canvas, window: Rect, pane: &DraftsPane) -> Position {
    let rows = usize::from(window.height);
    let top = if rows > 12 { 2 } else { 0 };
    // Where there is little room, the explanations give way.
    let explained = rows >= top + 2 + FIRST_STEPS.len() * 2;
    let (gap, step) = if explained { (2, 2) } else { (1, 1) };
    canvas.line(window, top, "还没有稿件。从哪里开始？", theme::STRONG);
    for (index, (title, explanation, _)) in FIRST_STEPS.iter().enumerate() {
        let row = top + gap + index * step;
        canvas.line(window, row, &format!("  {title}"), theme::PLAIN);
        canvas.mark(window, row, Target::Row(index));
        if explained {
            canvas.line(window, row + 1, &format!("      {explanation}"), theme::QUIET);
            canvas.mark(window, row + 1, Target::Row(index));
        }
        if index == pane.list.selected {
            canvas.tint(window, row, theme::CHOSEN);
        }
    }
    cursor(window, top + gap + pane.list.selected * step)
}

fn list(canvas: &mut Canvas, window: Rect, pane: &DraftsPane) -> Position {
    let wide = window.width >= 76;
    let head = if wide {
        "稿件                      完成                    状态    改动时间"
    } else {
        "稿件                      完成"
    };
    canvas.line(window, 0, head, theme::QUIET);
    let rows = Rect { y: window.y + 2, height: window.height.saturating_sub(2), ..window };
    let seen = pane.rows.iter().enumerate().skip(pane.list.top).take(usize::from(rows.height));
    for (row, (index, draft)) in seen.enumerate() {
        let broken = draft.content.is_err();
        let text = row_text(canvas, draft, wide);
        canvas.line(rows, row, &text, if broken { theme::ACCENT } else { theme::PLAIN });
        canvas.mark(rows, row, Target::Row(index));
        if index == pane.list.selected {
            canvas.tint(rows, row, theme::CHOSEN);
        }
    }
    cursor(rows, pane.list.selected.saturating_sub(pane.list.top))
}

fn row_text(canvas: &Canvas, draft: &DraftRow, wide: bool) -> String {
    let summary = match &draft.content {
        Ok(summary) => summary,
        Err(broken) => return format!("{}  打不开：{}", draft.id, broken.short),
    };
    let progress = format!("{}/{}", summary.progress.done, summary.progress.required);
    let columns = |text: &str, columns| pad(text, columns, canvas.ambiguous);
    let mut text = format!("{}  {}", columns(&draft.id, 24), columns(&progress, 6));
    if wide {
        let (bar, state) = (status::bar(summary.progress), columns(summary.state.label(), 6));
        text = format!("{text}  {bar}  {state}  {}", draft.changed);
    }
    text
}

fn cursor(window: Rect, row: usize) -> Position {
    let row = small(row).min(window.height.saturating_sub(1));
    Position { x: window.x, y: window.y + row }
}
