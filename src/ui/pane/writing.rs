//! 编写 on the screen: 目录, 正文 and 提示.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{outline, printed, text};
use crate::app::mouse::Target;
use crate::app::pane::WritingPane;
use crate::app::pane::guide::Look;
use crate::app::pane::writing::{Focus, Side};
use crate::ui::canvas::{Canvas, padded, small};
use crate::ui::form::draw_form;
use crate::ui::layout::{self, Panes};
use crate::ui::{prompt, theme};

/// Draws the panes; the cursor stands in the one with the keyboard. That one is
/// drawn last, for neighbours share the line between them.
pub(in crate::ui) fn draw(canvas: &mut Canvas, panes: &Panes, pane: &WritingPane) -> Position {
    let all = [Focus::Outline, Focus::Text, Focus::Guide];
    for other in all.into_iter().filter(|focus| *focus != pane.focus) {
        draw_pane(canvas, panes, pane, other);
    }
    draw_pane(canvas, panes, pane, pane.focus)
}

/// Draws a pane where it is seen and says where its cursor is.
fn draw_pane(canvas: &mut Canvas, panes: &Panes, pane: &WritingPane, which: Focus) -> Position {
    match which {
        Focus::Outline if panes.outline.width > 0 => {
            outline::draw(canvas, panes.outline, pane, frame_style(pane, Focus::Outline))
        }
        Focus::Text if panes.text.width > 0 => {
            let beside = panes.guide.width > 0 && !panes.guide_over;
            draw_text(canvas, panes.text, pane, beside)
        }
        Focus::Guide if panes.guide.width > 0 => draw_guide(canvas, panes, pane),
        Focus::Outline | Focus::Text | Focus::Guide => Position::ORIGIN,
    }
}

fn frame_style(pane: &WritingPane, own: Focus) -> Style {
    if pane.focus == own { theme::ACCENT } else { theme::QUIET }
}

/// 正文 or a form; its finished lines stand in it where 提示 is not `beside` it.
fn draw_text(canvas: &mut Canvas, area: Rect, pane: &WritingPane, beside: bool) -> Position {
    canvas.under.mark(area, Target::Pane(Focus::Text));
    let report = pane.session.report();
    let title = pane.entry().full_label(report);
    canvas.frame(area, &title, frame_style(pane, Focus::Text));
    let window = layout::text(area);
    if let Some(form) = &pane.form {
        let lines = if beside { Vec::new() } else { pane.printed() };
        let (window, below) = printed::divided(canvas, window, &lines);
        printed::draw(canvas, below, &lines, 0);
        return draw_form(canvas, window, form, pane.focus == Focus::Text);
    }
    if pane.body().is_empty() {
        let hint = if pane.has_own_guidance() {
            "这一节还没有内容。直接打字，或按 F6 到提示里选一句起头的话。"
        } else {
            "这一节还没有内容，直接打字就行。"
        };
        prompt::paragraph(canvas, window, 2, hint, theme::QUIET);
    }
    let (top, rows) = (pane.editor.top(), pane.editor.layout().rows());
    canvas.more(area, (top, rows.saturating_sub(top + usize::from(window.height))), "行");
    text::draw(canvas, window, pane)
}

/// The tabs of the pane at the right, the one that is seen in brackets; behind 校核
/// how many errors and warnings the open entry has.
fn tabs(pane: &WritingPane) -> String {
    let found = pane.checks().counts_of(pane.entry());
    let checks = match found.error + found.warning {
        0 => "校核".to_owned(),
        count => format!("校核 {count}"),
    };
    match pane.side {
        Side::Guide => format!("[提示] {checks}"),
        Side::Findings => format!("提示 [{checks}]"),
    }
}

fn draw_guide(canvas: &mut Canvas, panes: &Panes, pane: &WritingPane) -> Position {
    let style = frame_style(pane, Focus::Guide);
    canvas.under.mark(panes.guide, Target::Pane(Focus::Guide));
    let guide = pane.side();
    let tabs = tabs(pane);
    // Where nothing of the text is seen, it is said whose advice this is.
    let title = if panes.guide.contains(panes.text.as_position()) || panes.text.width == 0 {
        format!("{tabs}  {}", pane.entry().full_label(pane.session.report()))
    } else {
        tabs
    };
    let framed = if panes.guide_over {
        canvas.popup(panes.guide, &title)
    } else {
        canvas.frame(panes.guide, &title, style)
    };
    let window = padded(framed, 1);
    let below = guide.lines.len().saturating_sub(guide.top + usize::from(window.height));
    canvas.more(panes.guide, (guide.top, below), "行");
    if guide.lines.is_empty() {
        canvas.line(window, 0, "这里没有提示。", theme::QUIET);
    }
    let mut cursor = Position { x: window.x, y: window.y };
    let seen = guide.lines.iter().skip(guide.top).take(usize::from(window.height));
    let mut met = false;
    for (row, line) in seen.enumerate() {
        let style = match line.look {
            Look::Head => theme::STRONG,
            Look::Misfit => theme::QUIET,
            Look::Advice | Look::Offer(_) | Look::Blank => theme::PLAIN,
        };
        canvas.line(window, row, &line.text, style);
        if let Look::Offer(offer) = line.look {
            canvas.mark(window, row, Target::Offer(offer));
        }
        if line.look == Look::Offer(guide.selected) && pane.focus == Focus::Guide {
            canvas.tint(window, row, theme::CHOSEN);
            if !met {
                cursor.y = window.y + small(row);
                met = true;
            }
        }
    }
    cursor
}
