//! 稿件 on the screen: the list, and below it what is known of the chosen draft.

use ratatui::layout::{Position, Rect};

use super::drafts_table::Table;
use crate::app::Facts;
use crate::app::effect::{DraftRow, Summary};
use crate::app::mouse::Target;
use crate::app::pane::DraftsPane;
use crate::app::pane::drafts::FIRST_STEPS;
use crate::ui::canvas::{Canvas, padded, small};
use crate::ui::layout::{inside, narrowed};
use crate::ui::prompt::paragraph;
use crate::ui::theme;

/// Rows of a pane from which on the chosen draft is told of below the list.
const TALL: u16 = 20;
/// Rows of what is told of the chosen draft, with the free one above.
const DETAIL: u16 = 4;

/// Columns of the choices of an empty start.
const STEPS: u16 = 56;

/// The windows of head and rows of the list, and of what is told below it.
struct Windows {
    head: Rect,
    rows: Rect,
    detail: Option<Rect>,
}

fn windows(body: Rect) -> Windows {
    let window = padded(inside(body), 1);
    let below = if body.height >= TALL { DETAIL } else { 0 };
    let height = window.height.saturating_sub(2 + below);
    let rows = Rect { y: window.y + 2, height, ..window };
    let detail = Rect { y: rows.bottom() + 1, height: below.saturating_sub(1), ..window };
    Windows { head: window, rows, detail: (below > 0).then_some(detail) }
}

/// How many drafts are seen at once.
pub(in crate::ui) fn visible_rows(body: Rect) -> usize {
    usize::from(windows(body).rows.height)
}

/// Draws the list, or the choices of an empty start.
pub(in crate::ui) fn draw(
    canvas: &mut Canvas,
    area: Rect,
    pane: &DraftsPane,
    facts: &Facts,
) -> Position {
    let folder = facts.data_folder.as_ref();
    let title = folder.map_or("稿件".to_owned(), |folder| format!("稿件（{folder}）"));
    let window = padded(canvas.frame(area, &title, theme::PLAIN), 1);
    canvas.under.mark(area, Target::List);
    if pane.rows.is_empty() {
        first_steps(canvas, window, pane)
    } else {
        list(canvas, area, pane, facts)
    }
}

/// The choices of an empty start in the middle, each with its explanation; where
/// there is no room for all of these, with that of the chosen one below.
fn first_steps(canvas: &mut Canvas, window: Rect, pane: &DraftsPane) -> Position {
    let height = usize::from(window.height);
    let explained = window.width >= STEPS && height >= 2 + FIRST_STEPS.len() * 2;
    let step = if explained { 2 } else { 1 };
    let gap = if height > FIRST_STEPS.len() + 1 { 2 } else { 1 };
    let needed = gap + FIRST_STEPS.len() * step;
    let top = height.saturating_sub(needed) / 3;
    // A low window has no rows to spare above.
    let top = if explained { top } else { 0 };
    let window = narrowed(window, STEPS);
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
            if !explained {
                paragraph(canvas, window, needed + 1, explanation, theme::QUIET);
            }
        }
    }
    cursor(window, top + gap + pane.list.selected * step)
}

fn list(canvas: &mut Canvas, area: Rect, pane: &DraftsPane, facts: &Facts) -> Position {
    let Windows { head, rows, detail } = windows(area);
    let table = Table::new(&pane.rows, facts, usize::from(head.width));
    canvas.line(head, 0, &table.head(), theme::QUIET);
    let seen = pane.rows.iter().enumerate().skip(pane.list.top).take(usize::from(rows.height));
    for (row, (index, draft)) in seen.enumerate() {
        let broken = draft.content.is_err();
        let style = if broken { theme::ACCENT } else { theme::PLAIN };
        canvas.line(rows, row, &table.row(index, draft), style);
        canvas.mark(rows, row, Target::Row(index));
        if index == pane.list.selected {
            canvas.tint(rows, row, theme::CHOSEN);
        }
    }
    let below = pane.rows.len().saturating_sub(pane.list.top + usize::from(rows.height));
    canvas.more(area, (pane.list.top, below), "份");
    if let (Some(window), Some(draft)) = (detail, pane.chosen()) {
        tell(canvas, window, draft, facts);
    }
    cursor(rows, pane.list.selected.saturating_sub(pane.list.top))
}

/// What is known of the chosen draft, or why it cannot be read.
fn tell(canvas: &mut Canvas, window: Rect, draft: &DraftRow, facts: &Facts) {
    let summary = match &draft.content {
        Ok(summary) => summary,
        Err(broken) => {
            let last = usize::from(window.height.saturating_sub(1));
            let told = Rect { height: small(last), ..window };
            let sentence = format!("{}。{}。", broken.short, broken.remedy);
            let row = paragraph(canvas, told, 0, &sentence, theme::ACCENT);
            canvas.line(window, row.min(last), "按 Enter 看全部说明和处理办法", theme::QUIET);
            return;
        }
    };
    let report = format!("{}  {}年法治政府建设情况报告", summary.unit, summary.year);
    canvas.line(window, 0, &report, theme::STRONG);
    let heads = heads(summary, facts, canvas);
    canvas.line(window, 1, &heads, theme::PLAIN);
    let row = if heads.is_empty() { 1 } else { 2 };
    canvas.line(window, row, &format!("文件：{}", draft.path.display()), theme::QUIET);
}

/// Which of the required contents have text; nothing where the outline is not known.
fn heads(summary: &Summary, facts: &Facts, canvas: &Canvas) -> String {
    let template = facts.templates.iter().find(|(stem, _)| *stem == summary.template);
    let heads = template.map(|(_, template)| template.heads(&summary.written));
    let told = heads.into_iter().flatten().map(|(head, written)| {
        let sign = if written { "✓" } else { theme::not_done(canvas.ambiguous) };
        format!("{sign} {}", head.label())
    });
    told.collect::<Vec<_>>().join("  ")
}

fn cursor(window: Rect, row: usize) -> Position {
    let row = small(row).min(window.height.saturating_sub(1));
    Position { x: window.x, y: window.y + row }
}
