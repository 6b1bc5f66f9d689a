//! 查找和替换 on the screen: the rows to fill, the count, and the list of hits,
//! each with the words around it and with what takes its place; where there is
//! room, the paragraph of the chosen one.

use ratatui::layout::{Position, Rect};

use super::canvas::{Canvas, padded, small};
use super::excerpt::{Shown, draw_paragraph, draw_row};
use super::form::draw_value;
use super::layout::inside;
use super::theme;
use crate::app::entry::Entry;
use crate::app::mouse::Target;
use crate::app::pane::frame::label_of;
use crate::app::prompt::FindPrompt;
use crate::report::Report;
use crate::report::find::Hit;

/// Columns of the labels of the rows.
const LABEL: u16 = 8;
/// Rows inside the frame from which on a free row parts list and count.
const ROOMY: u16 = 10;
/// Rows inside the frame from which on the paragraph of the chosen hit is shown.
const TALL: u16 = 20;

/// The parts of the box: the rows to fill with the count, the list, and the
/// paragraph of the chosen hit where there is room for it.
struct Parts {
    rows: Rect,
    list: Rect,
    paragraph: Rect,
}

fn parts(frame: Rect) -> Parts {
    let window = padded(inside(frame), 1);
    let above = if window.height < ROOMY { 4 } else { 5 };
    let above = above.min(window.height);
    let below = if window.height < TALL { 0 } else { window.height / 3 };
    let height = window.height - above - below;
    let list = Rect { y: window.y + above, height, ..window };
    let paragraph = Rect { y: list.bottom(), height: below, ..window };
    Parts { rows: Rect { height: above, ..window }, list, paragraph }
}

/// Rows of the list of hits.
pub(super) fn list_rows(frame: Rect) -> usize {
    usize::from(parts(frame).list.height)
}

/// Draws the box; the cursor stands in the row with the caret.
pub(super) fn draw(
    canvas: &mut Canvas,
    area: Rect,
    find: &FindPrompt,
    report: &Report,
) -> Position {
    canvas.popup(area, "查找和替换");
    canvas.under.mark(area, Target::List);
    let parts = parts(area);
    let cursor = draw_rows(canvas, parts.rows, find);
    let shown = |hit: &Hit| Shown {
        text: report.text_at(hit.site).unwrap_or_default(),
        own: hit.range(),
        change: change(find, hit),
    };
    let below = find.hits().len().saturating_sub(find.list.top + usize::from(parts.list.height));
    canvas.more(area, (find.list.top, below), "处");
    let seen = find.hits().iter().enumerate().skip(find.list.top);
    for (row, (index, hit)) in seen.take(usize::from(parts.list.height)).enumerate() {
        let line = Rect { y: parts.list.y + small(row), height: 1, ..parts.list };
        draw_row(canvas, line, &place(report, hit), &shown(hit));
        canvas.mark(line, 0, Target::Hit(index));
        if index == find.list.selected {
            canvas.tint(line, 0, theme::CHOSEN);
        }
    }
    if let Some(hit) = find.chosen() {
        let below = parts.paragraph;
        canvas.line(below, 1, &Entry::of(hit.site).full_label(report), theme::STRONG);
        let height = below.height.saturating_sub(2);
        draw_paragraph(canvas, Rect { y: below.y + 2, height, ..below }, &shown(hit));
    }
    cursor
}

/// Draws the rows to fill and the count; gives the place of the caret.
fn draw_rows(canvas: &mut Canvas, window: Rect, find: &FindPrompt) -> Position {
    let mut cursor = Position { x: window.x, y: window.y };
    for (index, row) in find.form.rows.iter().enumerate() {
        let open = index == find.form.focus;
        canvas.line(window, index, row.label, if open { theme::HERE } else { theme::STRONG });
        canvas.mark(window, index, Target::Row(index));
        let y = window.y + small(index);
        let width = window.width.saturating_sub(LABEL);
        let line = Rect { x: window.x + LABEL, y, width, height: 1 };
        let caret = draw_value(canvas, line, row, open);
        if !row.is_choice() {
            let shown = row.field.window(usize::from(width), canvas.ambiguous);
            let column = if open { shown.hidden } else { 0 };
            canvas.mark(line, 0, Target::Field { row: index, column });
        }
        if open {
            cursor = caret;
        }
    }
    let mut told = find.told();
    while told.len() > 1 && canvas.columns(&told.join("；")) > usize::from(window.width) {
        told.pop();
    }
    canvas.line(window, find.form.rows.len(), &told.join("；"), theme::QUIET);
    cursor
}

/// Where a hit stands: the entry of 目录 in short, of 版头 and 落款 the line.
fn place(report: &Report, hit: &Hit) -> String {
    match Entry::of(hit.site) {
        Entry::Text(place) => report.path(place),
        Entry::Letterhead | Entry::Closing => label_of(hit.site).to_owned(),
    }
}

/// What becomes of a hit, as it is shown behind it.
fn change(find: &FindPrompt, hit: &Hit) -> String {
    match find.replacement() {
        _ if !find.shows_replacement() => String::new(),
        _ if hit.cited => "（不换）".to_owned(),
        "" => "→（删去）".to_owned(),
        replacement => format!("→{replacement}"),
    }
}
