//! 通读 on the screen.

use ratatui::layout::{Position, Rect};

use super::canvas::{Canvas, small};
use super::{layout, theme};
use crate::app::mouse::Target;
use crate::app::prompt::Reading;
use crate::app::prompt::reading::{Paragraph, Row};
use crate::report::prose::{self, Piece};

/// Draws what is seen of the text; the cursor stands before the chosen paragraph.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, reading: &Reading) -> Position {
    canvas.popup(area, "通读");
    let window = layout::reading(area);
    let mut cursor = Position { x: window.x, y: window.y };
    let mut met = false;
    canvas.under.mark(area, Target::List);
    for (y, row) in (window.y..).zip(reading.seen()) {
        canvas.under.mark(Rect { y, height: 1, ..window }, Target::Row(row.paragraph));
        let Some(paragraph) = reading.paragraphs.get(row.paragraph) else { continue };
        draw_row(canvas, Rect { y, height: 1, ..window }, paragraph, row);
        if row.paragraph == reading.selected && !met {
            met = true;
            let x = window.x.saturating_sub(2);
            canvas.put(x, y, 1, theme::POINTER, theme::ACCENT);
            cursor = Position { x, y };
        }
    }
    cursor
}

/// One row; headings, blanks and figures that are not filled stand out.
fn draw_row(canvas: &mut Canvas, line: Rect, paragraph: &Paragraph, row: &Row) {
    let mut x = line.x + small(row.column);
    let mut put = |start: usize, end: usize, style| {
        let (start, end) = (start.max(row.bytes.start), end.min(row.bytes.end));
        if start < end {
            let room = usize::from(line.right().saturating_sub(x));
            x += canvas.put(x, line.y, room, &paragraph.text[start..end], style);
        }
    };
    for (range, piece) in prose::pieces(&paragraph.text) {
        match piece {
            Piece::Text(_) => {
                put(range.start, range.end.min(paragraph.heading), theme::STRONG);
                put(range.start.max(paragraph.heading), range.end, theme::PLAIN);
            }
            Piece::Blank(_) => put(range.start, range.end, theme::BLANK),
            Piece::Citation(_) => put(range.start, range.end, theme::CITATION),
        }
    }
}
