//! 校核 on the screen: the list, and below it what is to be known of the chosen
//! finding; before fixes are made, the list of what each makes of the text.

use std::borrow::Cow;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::canvas::{Canvas, padded, small};
use super::excerpt::{Shown, draw_row};
use super::form::{self, draw_form};
use super::layout::inside;
use super::{prompt, theme};
use crate::app::fixes::Fix;
use crate::app::mouse::Target;
use crate::app::prompt::proofing::Row;
use crate::app::prompt::{Ignoring, Proofing};
use crate::app::proofing::{grade, quoted, sign};
use crate::check::{Finding, Severity};
use crate::report::Report;
use crate::text::wrap::Wrap;

/// Rows inside the frame from which on a free row parts list and words.
const ROOMY: u16 = 10;
/// Most rows of what is told of a finding.
const MOST: u16 = 14;
/// Least rows of it.
const LEAST: u16 = 3;
/// Cells of the sign before a finding.
const SIGN: u16 = 2;

/// The list, and what is told of the chosen finding.
fn parts(frame: Rect) -> (Rect, Rect) {
    let window = padded(inside(frame), 1);
    let free = u16::from(window.height >= ROOMY);
    let told = (window.height * 2 / 5).clamp(LEAST, MOST).min(window.height.saturating_sub(1));
    let list = Rect { height: window.height - told - free.min(window.height - told), ..window };
    let below = Rect { y: list.bottom() + free, height: told, ..window };
    (list, below)
}

/// Rows of the list.
pub(super) fn list_rows(frame: Rect) -> usize {
    usize::from(parts(frame).0.height)
}

/// Draws the list; the cursor stands on the chosen row.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, list: &Proofing, report: &Report) -> Position {
    canvas.popup(area, &list.title());
    canvas.under.mark(area, Target::List);
    let (window, told) = parts(area);
    if list.length() == 0 {
        let mut row = 0;
        for sentence in list.nothing() {
            let rest = padded(inside(area), 1);
            row = prompt::paragraph(canvas, rest, row, &sentence, theme::PLAIN);
        }
        return Position { x: window.x, y: window.y };
    }
    let top = list.list.top;
    let below = list.length().saturating_sub(top + usize::from(window.height));
    canvas.more(area, (top, below), "行");
    for row in 0..usize::from(window.height).min(list.length().saturating_sub(top)) {
        let line = Rect { y: window.y + small(row), height: 1, ..window };
        draw_line(canvas, line, list, top + row, report);
        canvas.mark(line, 0, Target::Row(top + row));
        if top + row == list.list.selected {
            canvas.tint(line, 0, theme::CHOSEN);
        }
    }
    if let Some(finding) = list.chosen() {
        draw_told(canvas, told, finding);
    }
    let row = small(list.list.selected.saturating_sub(top)).min(window.height.saturating_sub(1));
    Position { x: window.x, y: window.y + row }
}

fn draw_line(canvas: &mut Canvas, line: Rect, list: &Proofing, row: usize, report: &Report) {
    if let Some(fixes) = list.fixes() {
        if let Some(fix) = fixes.get(row) {
            draw_fix(canvas, line, fix, report);
        }
        return;
    }
    match list.rows().get(row) {
        Some(Row::Head(severity, group, count)) => {
            let head = format!("{}  {}  {count} 处", grade(*severity), group.label());
            canvas.line(line, 0, &head, theme::STRONG);
        }
        Some(Row::Hints(count)) => {
            let turn = if list.hints_open() { "收起" } else { "展开" };
            canvas.line(
                line,
                0,
                &format!("{} {count} 处，Enter {turn}", grade(Severity::Hint)),
                theme::STRONG,
            );
        }
        Some(Row::Finding(index)) => {
            if let Some(finding) = list.finding(*index) {
                draw_finding(canvas, line, finding, report);
            }
        }
        None => {}
    }
}

/// One row: the sign, the place, the words with what stands around them.
fn draw_finding(canvas: &mut Canvas, line: Rect, finding: &Finding, report: &Report) {
    let rest = draw_sign(canvas, line, finding.severity);
    let text = finding.spot.at.text_in(report).unwrap_or(Cow::Borrowed(""));
    let own = finding.spot.range.clone();
    // Words that are all of their text tell nothing of what is wrong with it.
    let whole = own.is_empty() || own.len() == text.len();
    let change = if whole { format!("（{}）", finding.name) } else { String::new() };
    draw_row(canvas, rest, &finding.spot.section, &Shown { text: &text, own, change });
}

/// One row: whether the fix is made, and what it makes of the words.
fn draw_fix(canvas: &mut Canvas, line: Rect, fix: &Fix, report: &Report) {
    let mark = if fix.left_out { " " } else { "✓" };
    canvas.put(line.x, line.y, 1, mark, theme::STRONG);
    let line = after(line, SIGN);
    let rest = draw_sign(canvas, line, fix.finding.severity);
    let text = fix.finding.spot.at.text_in(report).unwrap_or(Cow::Borrowed(""));
    let own = fix.finding.spot.range.clone();
    let mut shown = Shown { text: &text, own, change: String::new() }.with_fix(&fix.after, rest);
    if fix.left_out {
        shown.change = String::from("（不改）");
    }
    draw_row(canvas, rest, &fix.finding.spot.section, &shown);
}

/// Puts the sign of a severity; gives what is left of the row.
fn draw_sign(canvas: &mut Canvas, line: Rect, severity: Severity) -> Rect {
    let style = if severity == Severity::Error { theme::ACCENT } else { theme::STRONG };
    canvas.put(line.x, line.y, 1, sign(severity), style);
    after(line, SIGN)
}

/// What is left of a row behind so many cells.
fn after(line: Rect, cells: u16) -> Rect {
    Rect { x: line.x + cells, width: line.width.saturating_sub(cells), ..line }
}

/// What is to be known of a finding: what is wrong, what can be done, with what it
/// was compared, what it rests on.
fn draw_told(canvas: &mut Canvas, window: Rect, finding: &Finding) {
    let mut row = 0;
    for (text, style) in told(finding, window.height > LEAST) {
        row = prompt::paragraph(canvas, window, row, &text, style);
    }
}

fn told(finding: &Finding, roomy: bool) -> Vec<(String, Style)> {
    let mut told = Vec::new();
    if roomy {
        let head =
            format!("{}  {}  {}", grade(finding.severity), finding.name, finding.spot.section);
        told.push((head, theme::STRONG));
    }
    told.push((finding.message.clone(), theme::PLAIN));
    if let Some(fix) = &finding.fix {
        let excerpt = &finding.spot.excerpt;
        let change = match (quoted(excerpt), quoted(fix)) {
            (before, _) if fix.is_empty() => format!("{before}删去"),
            // What is new are the marks themselves.
            (before, after) if before == after => format!("{excerpt} 改成 {fix}"),
            (before, after) => format!("{before}改成{after}"),
        };
        told.push((format!("可以直接改：{change}"), theme::PLAIN));
    }
    for spot in &finding.also {
        let also = format!("另见 {}：{}", spot.section, quoted(&spot.excerpt));
        told.push((also, theme::PLAIN));
    }
    told.push((format!("依据：{}", finding.basis), theme::QUIET));
    told
}

/// Most rows of what is ignored, above the form.
const ASKED: usize = 3;

/// Rows of the prompt for a reason, so that all of it is seen.
pub(super) fn ignoring_rows(ignoring: &Ignoring, wrap: Wrap) -> usize {
    let asked = wrap.rows(&ignoring.asks()).len().min(ASKED);
    asked + 1 + form::height(&ignoring.form, wrap)
}

/// Draws the prompt for a reason.
pub(super) fn draw_ignoring(canvas: &mut Canvas, area: Rect, ignoring: &Ignoring) -> Position {
    let window = padded(canvas.popup(area, "忽略这一处"), 1);
    let least = ignoring.form.rows.len() + 2;
    let room = usize::from(window.height).saturating_sub(least + 1).min(ASKED);
    let above = Rect { height: small(room), ..window };
    let used = prompt::paragraph(canvas, above, 0, &ignoring.asks(), theme::PLAIN).min(room);
    let start = small(used + usize::from(used > 0));
    let below = Rect { y: window.y + start, height: window.height.saturating_sub(start), ..window };
    draw_form(canvas, below, &ignoring.form, true)
}
