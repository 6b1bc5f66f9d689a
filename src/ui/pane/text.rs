//! 正文 on the screen: the rows of the open text, what stands out in them, and
//! what is selected.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use crate::app::mouse::Target;
use crate::app::pane::WritingPane;
use crate::report::prose::Piece;
use crate::text::Position as Place;
use crate::ui::canvas::{Canvas, small};
use crate::ui::theme;

/// Draws the rows that are seen and says where the caret is.
pub(super) fn draw(canvas: &mut Canvas, window: Rect, pane: &WritingPane) -> Position {
    let editor = &pane.editor;
    draw_rows(canvas, window, pane);
    for row in 0..usize::from(window.height) {
        canvas.mark(window, row, Target::Text { row: editor.top() + row, column: 0 });
    }
    let spot = editor.spot();
    let row = small(spot.row.saturating_sub(editor.top()));
    Position {
        x: window.x + small(spot.column).min(window.width.saturating_sub(1)),
        y: window.y + row.min(window.height.saturating_sub(1)),
    }
}

fn draw_rows(canvas: &mut Canvas, window: Rect, pane: &WritingPane) {
    let (body, editor) = (pane.body(), &pane.editor);
    let layout = editor.layout();
    let indent = layout.wrap().lead();
    let selection = editor.selection();
    let mut cut: (Option<usize>, Vec<(Range<usize>, Piece)>) = (None, Vec::new());
    for row in 0..usize::from(window.height) {
        let Some(laid) = layout.row(editor.top() + row) else { break };
        let Some(paragraph) = body.get(laid.paragraph) else { break };
        if cut.0 != Some(laid.paragraph) {
            cut = (Some(laid.paragraph), pane.pieces(laid.paragraph));
        }
        let lead = if laid.first { small(indent) } else { 0 };
        let line = Rect {
            x: window.x + lead,
            y: window.y + small(row),
            width: window.width.saturating_sub(lead),
            height: 1,
        };
        let selected = selection.as_ref().map_or(0..0, |own| bytes_in(own, laid.paragraph));
        let seen = laid.start..laid.end;
        let used = draw_row(canvas, line, paragraph, &cut.1, &seen, &selected);
        // The end of a paragraph that is selected, or an empty one would not show it.
        if laid.end == paragraph.len() && selected.contains(&paragraph.len()) {
            let room = usize::from(line.width.saturating_sub(used));
            canvas.put(line.x + used, line.y, room, " ", theme::CHOSEN);
        }
    }
}

/// What of a paragraph is selected, in bytes; to the last number where the
/// selection goes on behind its end.
fn bytes_in(selection: &Range<Place>, paragraph: usize) -> Range<usize> {
    let Range { start, end } = selection;
    if paragraph < start.paragraph || paragraph > end.paragraph {
        return 0..0;
    }
    let from = if start.paragraph == paragraph { start.byte } else { 0 };
    let to = if end.paragraph == paragraph { end.byte } else { usize::MAX };
    from..to
}

/// One row of prose; blanks and citations stand out, and what is selected most
/// of all. Gives the cells that it took.
fn draw_row(
    canvas: &mut Canvas,
    line: Rect,
    paragraph: &str,
    pieces: &[(Range<usize>, Piece)],
    row: &Range<usize>,
    selected: &Range<usize>,
) -> u16 {
    let mut x = line.x;
    let first = pieces.partition_point(|(range, _)| range.end <= row.start);
    for (range, piece) in pieces[first..].iter().take_while(|(range, _)| range.start < row.end) {
        let own = match piece {
            Piece::Text(_) => theme::PLAIN,
            Piece::Blank(_) => theme::BLANK,
            Piece::Citation(_) => theme::CITATION,
        };
        let (start, end) = (range.start.max(row.start), range.end.min(row.end));
        let inside = |byte: usize| byte.clamp(start, end.max(start));
        let (from, to) = (inside(selected.start), inside(selected.end));
        let parts = [(start..from, own), (from..to, theme::CHOSEN), (to..end, own)];
        for (part, style) in parts.into_iter().filter(|(part, _)| part.start < part.end) {
            let room = usize::from(line.right().saturating_sub(x));
            x += canvas.put(x, line.y, room, &paragraph[part], style);
        }
    }
    x - line.x
}
