//! Some words of a text with what stands around them, and with what becomes of
//! them: in one row of a list, or in their paragraph.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::theme;
use crate::text::width::{self, Ambiguous};
use crate::text::wrap::Wrap;

/// Columns of the place.
const PLACE: usize = 10;

/// Some words of a text as they are shown.
pub(super) struct Shown<'a> {
    /// The whole text.
    pub(super) text: &'a str,
    /// Where the words stand in it.
    pub(super) own: Range<usize>,
    /// What becomes of them, as it is shown behind them.
    pub(super) change: String,
}

impl Shown<'_> {
    /// The same with what a fix makes of the words. Of words that leave no room in a row for
    /// what stands around them, only what differs is shown as changed.
    pub(super) fn with_fix(mut self, fix: &str, line: Rect) -> Self {
        let words = self.text.get(self.own.clone()).unwrap_or_default();
        let cells = |text| width::columns(text, Ambiguous::Wide);
        let room = usize::from(line.width).saturating_sub(PLACE);
        let mut after = fix;
        if cells(words) + cells(fix) > room / 2 {
            let (own, changed) = differing(words, fix);
            self.own = self.own.start + own.start..self.own.start + own.end;
            after = &fix[changed];
        }
        self.change =
            if after.is_empty() { "→（删去）".to_owned() } else { format!("→{after}") };
        self
    }

    /// What stands before the words, the words, and what stands behind them.
    fn parts(&self) -> Option<[&str; 3]> {
        let Range { start, end } = self.own;
        Some([self.text.get(..start)?, self.text.get(start..end)?, self.text.get(end..)?])
    }
}

/// Where two texts differ, in bytes of each: what they begin and end with alike is left
/// out, but for one character where nothing else would be left of one.
fn differing(before: &str, after: &str) -> (Range<usize>, Range<usize>) {
    let same = |(own, other): &(char, char)| own == other;
    let cells = before.chars().zip(after.chars()).take_while(same);
    let start: usize = cells.map(|(own, _)| own.len_utf8()).sum();
    let ends = before[start..].chars().rev().zip(after[start..].chars().rev());
    let end: usize = ends.take_while(same).map(|(own, _)| own.len_utf8()).sum();
    let nothing_left = before.len() - end == start || after.len() - end == start;
    let kept = before[..start].chars().next_back().filter(|_| nothing_left);
    let start = start - kept.map_or(0, char::len_utf8);
    (start..before.len() - end, start..after.len() - end)
}

/// How the parts look: what stands before the words, themselves, what becomes of
/// them, what stands behind them.
const STYLES: [Style; 4] = [theme::PLAIN, theme::HERE, theme::STRONG, theme::PLAIN];

/// One row of a list: the place of the words, and as many of those around them as
/// find room.
pub(super) fn draw_row(canvas: &mut Canvas, line: Rect, place: &str, shown: &Shown) {
    let ambiguous = canvas.ambiguous;
    let place = width::pad(place, PLACE, ambiguous);
    let mut x = line.x + canvas.put(line.x, line.y, PLACE, &place, theme::QUIET);
    let room = usize::from(line.right().saturating_sub(x));
    let Some([before, own, behind]) = shown.parts() else { return };
    // What stands around them tells them from the others: that has half of the room at
    // least, or a quarter where it must be seen what becomes of them.
    let share = if shown.change.is_empty() { room / 2 } else { room * 3 / 4 };
    let own = width::elide(own, share - canvas.columns(&shown.change).min(share / 2), ambiguous);
    let change = width::elide(&shown.change, share - canvas.columns(&own), ambiguous);
    let left = room.saturating_sub(canvas.columns(&own) + canvas.columns(&change));
    let before = end_of(before, left / 2, ambiguous);
    let rest = left.saturating_sub(canvas.columns(&before));
    // Cut before it is measured, for a paragraph may be very long.
    let behind = width::elide(width::cut(behind, rest + 4, ambiguous), rest, ambiguous);
    for (part, style) in [before, own, change, behind].iter().zip(STYLES) {
        x += canvas.put(x, line.y, usize::from(line.right().saturating_sub(x)), part, style);
    }
}

/// As much of the paragraph around the words as the window holds.
pub(super) fn draw_paragraph(canvas: &mut Canvas, window: Rect, shown: &Shown) {
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
    fn of_long_words_only_what_differs_is_shown_as_changed() {
        let all = [
            ("2021-2025年", "2021—2025年", "-", "—"),
            ("依据《纲要》,落实", "依据《纲要》，落实", ",", "，"),
            ("办结事项", "办结的事项", "结", "结的"),
            ("的的", "的", "的的", "的"),
            ("多余", "", "多余", ""),
        ];
        for (before, after, own, changed) in all {
            let (left, right) = differing(before, after);
            assert_eq!((&before[left], &after[right]), (own, changed), "{before}");
        }
    }

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
