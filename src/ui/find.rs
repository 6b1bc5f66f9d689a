//! 查找和替换 on the screen: the rows to fill, the count, and the list of hits,
//! each with the words around it and with what takes its place; where there is
//! room, the paragraph of the chosen one.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::canvas::{Canvas, padded, small};
use super::form::draw_value;
use super::layout::inside;
use super::theme;
use crate::app::entry::Entry;
use crate::app::mouse::Target;
use crate::app::pane::frame::label_of;
use crate::app::prompt::FindPrompt;
use crate::report::Report;
use crate::report::find::Hit;
use crate::text::width::{self, Ambiguous};
use crate::text::wrap::Wrap;

/// Columns of the labels of the rows.
const LABEL: u16 = 8;
/// Columns of the place of a hit.
const PLACE: usize = 10;
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
        hit: hit.range(),
        change: change(find, hit),
    };
    let below = find.hits().len().saturating_sub(find.list.top + usize::from(parts.list.height));
    canvas.more(area, (find.list.top, below), "处");
    let seen = find.hits().iter().enumerate().skip(find.list.top);
    for (row, (index, hit)) in seen.take(usize::from(parts.list.height)).enumerate() {
        let line = Rect { y: parts.list.y + small(row), height: 1, ..parts.list };
        draw_hit(canvas, line, &place(report, hit), &shown(hit));
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

/// A hit as it is shown.
struct Shown<'a> {
    text: &'a str,
    hit: Range<usize>,
    change: String,
}

impl Shown<'_> {
    /// What stands before the hit, the hit, and what stands behind it.
    fn parts(&self) -> Option<[&str; 3]> {
        let Range { start, end } = self.hit;
        Some([self.text.get(..start)?, self.text.get(start..end)?, self.text.get(end..)?])
    }
}

/// How the parts of a hit look: what stands before it, itself, what becomes of
/// it, what stands behind it.
const STYLES: [Style; 4] = [theme::PLAIN, theme::HERE, theme::STRONG, theme::PLAIN];

/// One row of the list: the place of a hit, and as many of the words around it
/// as find room.
fn draw_hit(canvas: &mut Canvas, line: Rect, place: &str, shown: &Shown) {
    let ambiguous = canvas.ambiguous;
    let place = width::pad(place, PLACE, ambiguous);
    let mut x = line.x + canvas.put(line.x, line.y, PLACE, &place, theme::QUIET);
    let room = usize::from(line.right().saturating_sub(x));
    let Some([before, own, behind]) = shown.parts() else { return };
    // The words around a hit tell it from the others: they have half of the room at least.
    let half = room / 2;
    let own = width::elide(own, half - canvas.columns(&shown.change).min(half / 2), ambiguous);
    let change = width::elide(&shown.change, half - canvas.columns(&own), ambiguous);
    let left = room.saturating_sub(canvas.columns(&own) + canvas.columns(&change));
    let before = end_of(before, left / 2, ambiguous);
    let rest = left.saturating_sub(canvas.columns(&before));
    // Cut before it is measured, for a paragraph may be very long.
    let behind = width::elide(width::cut(behind, rest + 4, ambiguous), rest, ambiguous);
    for (part, style) in [before, own, change, behind].iter().zip(STYLES) {
        x += canvas.put(x, line.y, usize::from(line.right().saturating_sub(x)), part, style);
    }
}

/// As much of the paragraph around a hit as the window holds.
fn draw_paragraph(canvas: &mut Canvas, window: Rect, shown: &Shown) {
    let Some([before, own, behind]) = shown.parts().filter(|_| window.height > 0) else { return };
    let wrap = Wrap { width: usize::from(window.width), indent: 0, ambiguous: canvas.ambiguous };
    let cells = wrap.width * usize::from(window.height);
    let before = end_of(before, cells / 3, canvas.ambiguous);
    let behind = width::cut(behind, cells, canvas.ambiguous);
    let parts = [before.as_ref(), own, &shown.change, behind];
    let text = parts.concat();
    for (y, row) in (window.top()..window.bottom()).zip(wrap.rows(&text)) {
        let (mut x, mut start) = (window.x, 0);
        for (part, style) in parts.iter().zip(STYLES) {
            let end = start + part.len();
            let (from, to) = (start.max(row.start), end.min(row.end));
            if from < to {
                let room = usize::from(window.right().saturating_sub(x));
                x += canvas.put(x, y, room, &text[from..to], style);
            }
            start = end;
        }
    }
}

/// The end of a text in at most so many cells; a mark says that it is not all.
fn end_of(text: &str, columns: usize, ambiguous: Ambiguous) -> Cow<'_, str> {
    let whole = width::start_of_end(text, columns, ambiguous);
    if whole == 0 {
        return text.into();
    }
    let mark = width::ellipsis(ambiguous);
    let Some(room) = columns.checked_sub(width::columns(mark, ambiguous)) else {
        return "".into();
    };
    format!("{mark}{}", &text[width::start_of_end(text, room, ambiguous)..]).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_text_is_marked_where_more_stands_before() {
        for (columns, end) in
            [(0, ""), (1, "…"), (3, "…府"), (6, "…政府"), (8, "法治政府"), (9, "法治政府")]
        {
            assert_eq!(end_of("法治政府", columns, Ambiguous::Narrow), end, "{columns}");
        }
        assert_eq!(end_of("法治政府", 5, Ambiguous::Wide), "..府");
        assert_eq!(end_of("", 0, Ambiguous::Narrow), "");
    }
}
