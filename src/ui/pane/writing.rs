//! 编写 on the screen: 目录, 正文 and 提示.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{printed, text};
use crate::app::entry::Entry;
use crate::app::mouse::Target;
use crate::app::pane::WritingPane;
use crate::app::pane::guide::Look;
use crate::app::pane::writing::{Facts, Focus};
use crate::report::progress::Mark;
use crate::report::{Level, Place, Report};
use crate::text::width::Ambiguous;
use crate::ui::canvas::{Canvas, padded, small};
use crate::ui::form::draw_form;
use crate::ui::layout::Panes;
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
        Focus::Outline if panes.outline.width > 0 => draw_outline(canvas, panes.outline, pane),
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

fn draw_outline(canvas: &mut Canvas, area: Rect, pane: &WritingPane) -> Position {
    canvas.under.mark(area, Target::Pane(Focus::Outline));
    let window = canvas.frame(area, "目录", frame_style(pane, Focus::Outline));
    let seen = pane.facts().iter().enumerate().skip(pane.outline.top);
    for (row, (index, facts)) in seen.take(usize::from(window.height)).enumerate() {
        draw_entry(canvas, window, row, pane.session.report(), facts);
        canvas.mark(window, row, Target::Entry(index));
        if index == pane.outline.selected {
            let focused = pane.focus == Focus::Outline;
            canvas.tint(window, row, if focused { theme::CHOSEN } else { theme::OPEN });
        }
    }
    let row = small(pane.outline.selected.saturating_sub(pane.outline.top));
    Position { x: window.x, y: window.y + row.min(window.height.saturating_sub(1)) }
}

/// One entry: sign, number and heading, what is open, 字数.
fn draw_entry(canvas: &mut Canvas, window: Rect, row: usize, report: &Report, facts: &Facts) {
    let entry = facts.entry;
    let indent = match entry {
        Entry::Text(Place::Section(id))
            if report.section(id).is_some_and(|s| s.level == Level::Item) =>
        {
            " "
        }
        _ => "",
    };
    let (sign, tail) = (sign(*facts, canvas.ambiguous), tail(*facts));
    let tail_columns = canvas.columns(&tail);
    let room = usize::from(window.width).saturating_sub(tail_columns + 1);
    let mut label = format!("{sign} {indent}{}", entry.label(report));
    if canvas.columns(&label) > room {
        label = format!("{sign} {indent}{}", entry.short_label(report));
    }
    canvas.line(Rect { width: small(room), ..window }, row, &label, theme::PLAIN);
    let x = window.right().saturating_sub(small(tail_columns));
    canvas.put(x, window.y + small(row), tail_columns, &tail, theme::QUIET);
}

/// The sign before an entry: whether its text is done.
pub(in crate::ui) fn sign(facts: Facts, ambiguous: Ambiguous) -> &'static str {
    match facts.mark {
        Mark::Done => "✓",
        Mark::Empty | Mark::Drafting if facts.required => theme::not_done(ambiguous),
        Mark::Empty | Mark::Drafting => " ",
    }
}

/// What stands at the right of an entry: what is open, and its 字数.
pub(in crate::ui) fn tail(facts: Facts) -> String {
    let open = if facts.open == 0 { String::new() } else { format!("！{}", facts.open) };
    let words = if facts.words == 0 { String::new() } else { facts.words.to_string() };
    format!("{open}{words:>4}").trim_end().to_owned()
}

/// 正文 or a form; its finished lines stand in it where 提示 is not `beside` it.
fn draw_text(canvas: &mut Canvas, area: Rect, pane: &WritingPane, beside: bool) -> Position {
    canvas.under.mark(area, Target::Pane(Focus::Text));
    let report = pane.session.report();
    let title = pane.entry().full_label(report);
    let window = padded(canvas.frame(area, &title, frame_style(pane, Focus::Text)), 1);
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
    text::draw(canvas, window, pane)
}

fn draw_guide(canvas: &mut Canvas, panes: &Panes, pane: &WritingPane) -> Position {
    let style = frame_style(pane, Focus::Guide);
    canvas.under.mark(panes.guide, Target::Pane(Focus::Guide));
    let guide = &pane.guide;
    // On coming from an empty text the first starter is chosen, and what belongs
    // in the text has scrolled away: that must be seen.
    let title = if guide.top > 0 { "提示（上面还有，按 PageUp）" } else { "提示" };
    let framed = if panes.guide_over {
        canvas.popup(panes.guide, title)
    } else {
        canvas.frame(panes.guide, title, style)
    };
    let window = padded(framed, 1);
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
