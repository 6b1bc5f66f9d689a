//! 正文 on the screen: the rows of the open text, what stands out in them, and
//! what is selected.

use std::ops::Range;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::mouse::Target;
use crate::app::pane::WritingPane;
use crate::check::Severity;
use crate::report::find::Site;
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
    let mut found = Vec::new();
    for row in 0..usize::from(window.height) {
        let Some(laid) = layout.row(editor.top() + row) else { break };
        let Some(paragraph) = body.get(laid.paragraph) else { break };
        if cut.0 != Some(laid.paragraph) {
            cut = (Some(laid.paragraph), pane.pieces(laid.paragraph));
            found = marks(pane, laid.paragraph);
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
        let looks = Looks { pieces: &cut.1, found: &found, selected };
        let used = draw_row(canvas, line, paragraph, &looks, &seen);
        // The end of a paragraph that is selected, or an empty one would not show it.
        if laid.end == paragraph.len() && looks.selected.contains(&paragraph.len()) {
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

/// The stretches of a paragraph that the checks have found, none over another. Hints
/// stay quiet until the caret is in one.
fn marks(pane: &WritingPane, paragraph: usize) -> Vec<(Range<usize>, Severity)> {
    let Some(place) = pane.place() else { return Vec::new() };
    let caret = Some(pane.spot().position).filter(|own| own.paragraph == paragraph);
    let mut marks = pane.checks().marks(Site::Paragraph(place, paragraph));
    marks.retain(|(range, severity)| {
        let here = caret.is_some_and(|own| (range.start..=range.end).contains(&own.byte));
        *severity != Severity::Hint || here
    });
    apart(&marks)
}

/// Cuts stretches that lie over each other: of the gravest all is left.
fn apart(marks: &[(Range<usize>, Severity)]) -> Vec<(Range<usize>, Severity)> {
    let mut ends: Vec<usize> = marks.iter().flat_map(|(own, _)| [own.start, own.end]).collect();
    ends.sort_unstable();
    ends.dedup();
    let between = ends.windows(2).filter_map(|ends| {
        let over =
            |(own, _): &&(Range<usize>, Severity)| own.start <= ends[0] && ends[1] <= own.end;
        let gravest = marks.iter().filter(over).map(|(_, severity)| *severity).min()?;
        Some((ends[0]..ends[1], gravest))
    });
    between.collect()
}

/// What stands out in a paragraph.
struct Looks<'a> {
    /// Its blanks and citations, and the text between them.
    pieces: &'a [(Range<usize>, Piece<'a>)],
    /// What the checks have found, none over another.
    found: &'a [(Range<usize>, Severity)],
    selected: Range<usize>,
}

impl Looks<'_> {
    /// How a stretch of one piece is drawn, part by part.
    fn parts(&self, stretch: &Range<usize>, own: Style) -> Vec<(Range<usize>, Style)> {
        let mut parts = Vec::new();
        let mut start = stretch.start;
        let first = self.found.partition_point(|(range, _)| range.end <= start);
        for (range, severity) in &self.found[first..] {
            if range.start >= stretch.end {
                break;
            }
            let end = range.end.min(stretch.end);
            let from = range.start.max(start);
            let mark = if *severity == Severity::Error { theme::WRONG } else { theme::DOUBTED };
            parts.push((start..from, own));
            parts.push((from..end, own.patch(mark)));
            start = end;
        }
        parts.push((start..stretch.end, own));
        parts.retain(|(part, _)| part.start < part.end);
        parts
    }
}

/// One row of prose; blanks, citations and what was found stand out, and what is
/// selected most of all. Gives the cells that it took.
fn draw_row(
    canvas: &mut Canvas,
    line: Rect,
    paragraph: &str,
    looks: &Looks,
    row: &Range<usize>,
) -> u16 {
    let Looks { pieces, selected, .. } = looks;
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
        let mut parts = looks.parts(&(start..from), own);
        parts.push((from..to, theme::CHOSEN));
        parts.extend(looks.parts(&(to..end), own));
        for (part, style) in parts.into_iter().filter(|(part, _)| part.start < part.end) {
            let room = usize::from(line.right().saturating_sub(x));
            x += canvas.put(x, line.y, room, &paragraph[part], style);
        }
    }
    x - line.x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_what_lies_over_another_the_gravest_is_seen() {
        use Severity::{Error, Hint, Warning};
        let marks = [(0..30, Hint), (6..12, Error), (9..18, Warning), (40..46, Warning)];
        let seen = [
            (0..6, Hint),
            (6..9, Error),
            (9..12, Error),
            (12..18, Warning),
            (18..30, Hint),
            (40..46, Warning),
        ];
        assert_eq!(apart(&marks), seen);
        assert_eq!(apart(&[]), []);
    }
}
