//! The rows of a whole text, kept from one key to the next.
//!
//! The one layout that drawing, caret, mouse and movement ask: which row and column a place is at,
//! and which place a row and column are. It keeps a copy of the text, so that the answers always
//! belong to one state of it, and re-wraps only the paragraph that changed, from a little before the
//! change to where the rows fall into step again. Whoever knows what changed says so ([`follow`]);
//! else it is found by comparing ([`sync`]). It scrolls and draws nothing.
//!
//! [`follow`]: Layout::follow
//! [`sync`]: Layout::sync

use std::mem::take;

use super::position::Position;
use super::rewrap::{Head, Tail, common_head, common_tail};
use super::splice::Splice;
use super::width::{boundary_at_or_before, cluster_columns, clusters, columns};
use super::wrap::{Row, Wrap};

/// One row of the text, as [`Layout::row`] gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaidRow {
    /// Index of its paragraph, from 0.
    pub paragraph: usize,
    /// The byte of the paragraph at which the row begins.
    pub start: usize,
    /// The byte of the paragraph behind the row.
    pub end: usize,
    /// Cells of the row without indent and without hanging spaces.
    pub columns: usize,
    /// Whether it is the first row of its paragraph, which is drawn with the indent.
    pub first: bool,
}

/// A cell of the laid-out text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// Index of the row, from 0.
    pub row: usize,
    /// Cells from the left edge, the indent of a first row included; at most the width.
    pub column: usize,
}

/// The rows of a list of paragraphs. New, it holds one empty paragraph.
#[derive(Clone, Debug)]
pub struct Layout {
    wrap: Wrap,
    /// Never empty.
    blocks: Vec<Block>,
}

/// One paragraph with its rows.
#[derive(Clone, Debug)]
struct Block {
    text: String,
    rows: Vec<Row>,
    /// Index of its first row in the whole text.
    first: usize,
}

impl Block {
    fn new(text: &str, wrap: Wrap) -> Block {
        Block { text: text.to_owned(), rows: wrap.rows(text), first: 0 }
    }
}

impl Default for Layout {
    fn default() -> Layout {
        let wrap = Wrap::default();
        Layout { wrap, blocks: vec![Block::new("", wrap)] }
    }
}

impl Layout {
    /// Brings the rows up to date with the text. Paragraphs equal to what they were, counted from
    /// both ends, keep their rows unless `wrap` changed; a single paragraph between them keeps the
    /// rows that its change does not reach.
    pub fn sync(&mut self, paragraphs: &[String], wrap: Wrap) {
        if wrap != self.wrap {
            self.wrap = wrap;
            self.blocks.clear();
        }
        let same = |(block, text): &(&Block, &String)| block.text == **text;
        let head = self.blocks.iter().zip(paragraphs).take_while(same).count();
        let tail = self.blocks[head..].iter().rev().zip(paragraphs[head..].iter().rev());
        let tail = tail.take_while(same).count();
        let old = head..self.blocks.len() - tail;
        let new = &paragraphs[head..paragraphs.len() - tail];
        if old.is_empty() && new.is_empty() && !self.blocks.is_empty() {
            return;
        }
        if let ([text], 1) = (new, old.len()) {
            let before = &self.blocks[head].text;
            let same = common_head(before, text);
            let stays = common_tail(&before[same..], &text[same..]);
            let at = |byte| Position { paragraph: head, byte };
            let (removed, inserted) = (at(before.len() - stays), at(text.len() - stays));
            self.replace(paragraphs, Splice { at: at(same), removed, inserted });
        } else {
            self.blocks.splice(old, new.iter().map(|text| Block::new(text, wrap)));
            if self.blocks.is_empty() {
                self.blocks.push(Block::new("", wrap));
            }
            self.number(head);
        }
    }

    /// Brings the rows up to date with a text of which only this stretch has changed since the last
    /// time; nothing at all without one. It costs what the change does, however long the text is.
    pub fn follow(&mut self, paragraphs: &[String], wrap: Wrap, changed: Option<Splice>) {
        if wrap != self.wrap {
            self.sync(paragraphs, wrap);
        } else if let Some(splice) = changed {
            self.replace(paragraphs, splice);
        }
        debug_assert!(self.is_of(paragraphs), "the text has changed elsewhere");
    }

    /// Whether it is the layout of this text.
    fn is_of(&self, paragraphs: &[String]) -> bool {
        let own = self.blocks.iter().map(|block| &block.text);
        own.eq(paragraphs) || (paragraphs.is_empty() && self.blocks.len() == 1)
    }

    /// Replaces a stretch. The rows before it and behind it are kept, in whichever paragraphs they
    /// are now.
    fn replace(&mut self, paragraphs: &[String], Splice { at, removed, inserted }: Splice) {
        let mut tail = Tail::of(&mut self.blocks[removed.paragraph].rows, removed.byte);
        let mut head = Head::of(&mut self.blocks[at.paragraph].rows, at.byte);
        // Its bytes are moved, not copied: most keys change one paragraph.
        let mut text = std::mem::take(&mut self.blocks[at.paragraph].text);
        let new = (at.paragraph..=inserted.paragraph).map(|index| {
            let now = paragraphs.get(index).map_or("", String::as_str);
            let (first, last) = (index == at.paragraph, index == inserted.paragraph);
            let head = if first { take(&mut head) } else { Head::default() };
            let tail = if last { take(&mut tail) } else { Tail::default() };
            let rows = self.wrap.rewrap(now, head, &tail);
            let text = if first && last && at.paragraph == removed.paragraph {
                text.replace_range(at.byte..removed.byte, &now[at.byte..inserted.byte]);
                take(&mut text)
            } else {
                now.to_owned()
            };
            Block { text, rows, first: 0 }
        });
        let new: Vec<Block> = new.collect();
        self.blocks.splice(at.paragraph..=removed.paragraph, new);
        self.number(at.paragraph);
    }

    /// The wrap that the rows were made with.
    pub fn wrap(&self) -> Wrap {
        self.wrap
    }

    /// The number of rows, at least one.
    pub fn rows(&self) -> usize {
        self.blocks.last().map_or(0, |block| block.first + block.rows.len())
    }

    /// The row of that index; none behind the last.
    pub fn row(&self, index: usize) -> Option<LaidRow> {
        let paragraph = self.paragraph_of(index);
        let block = &self.blocks[paragraph];
        let row = block.rows.get(index - block.first)?;
        let Row { start, end, columns } = *row;
        Some(LaidRow { paragraph, start, end, columns, first: index == block.first })
    }

    /// The cell before which a place lies. Where a paragraph is wrapped, one place is both the end
    /// of a row and the start of the next: it is the latter unless `at_row_end`.
    pub fn locate(&self, p: Position, at_row_end: bool) -> Spot {
        let paragraph = p.paragraph.min(self.blocks.len() - 1);
        let block = &self.blocks[paragraph];
        let byte = if p.paragraph > paragraph { block.text.len() } else { p.byte };
        let byte = boundary_at_or_before(&block.text, byte);
        let behind = block.rows.partition_point(|row| row.start <= byte);
        let mut index = behind - 1;
        if at_row_end && index > 0 && block.rows[index].start == byte {
            index -= 1;
        }
        let before = &block.text[block.rows[index].start..byte];
        let column = self.lead(index == 0) + columns(before, self.wrap.ambiguous);
        Spot { row: block.first + index, column: column.min(self.wrap.width) }
    }

    /// The place nearest to a cell, and whether it is meant as the end of that row. On the left or
    /// right half of a wide character it is the place before it; behind the row's last character,
    /// the row's end. A row behind the last counts as the last.
    pub fn position(&self, row: usize, column: usize) -> (Position, bool) {
        let (paragraph, index) = self.find(row);
        let block = &self.blocks[paragraph];
        let Row { start, end, .. } = block.rows[index];
        let mut right = self.lead(index == 0);
        for (at, cluster) in clusters(&block.text[start..end]) {
            right += cluster_columns(cluster, self.wrap.ambiguous);
            if right > column {
                return (Position { paragraph, byte: start + at }, false);
            }
        }
        self.row_end(row)
    }

    /// The place at the start of a row.
    pub fn row_start(&self, row: usize) -> (Position, bool) {
        let (paragraph, index) = self.find(row);
        (Position { paragraph, byte: self.blocks[paragraph].rows[index].start }, false)
    }

    /// The place at the end of a row, and whether the next row begins at the same place.
    pub fn row_end(&self, row: usize) -> (Position, bool) {
        let (paragraph, index) = self.find(row);
        let rows = &self.blocks[paragraph].rows;
        (Position { paragraph, byte: rows[index].end }, index + 1 < rows.len())
    }

    /// Cells before the text of a row.
    fn lead(&self, first: bool) -> usize {
        if first { self.wrap.lead() } else { 0 }
    }

    /// The paragraph that the row belongs to, or the last.
    fn paragraph_of(&self, row: usize) -> usize {
        self.blocks.partition_point(|block| block.first <= row) - 1
    }

    /// Paragraph and index within it of a row, or of the last row.
    fn find(&self, row: usize) -> (usize, usize) {
        let row = row.min(self.rows() - 1);
        let paragraph = self.paragraph_of(row);
        (paragraph, row - self.blocks[paragraph].first)
    }

    /// Counts the rows anew from a paragraph on.
    fn number(&mut self, from: usize) {
        let mut first = match from.checked_sub(1) {
            Some(before) => self.blocks[before].first + self.blocks[before].rows.len(),
            None => 0,
        };
        for block in &mut self.blocks[from..] {
            block.first = first;
            first += block.rows.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::position::{clamp, end_of, next, slice};
    use super::super::samples;
    use super::super::width::Ambiguous;
    use super::*;

    fn laid(paragraphs: &[String], width: usize, indent: usize) -> Layout {
        let mut layout = Layout::default();
        layout.sync(paragraphs, Wrap { width, indent, ambiguous: Ambiguous::Narrow });
        layout
    }

    fn at(paragraph: usize, byte: usize) -> Position {
        Position { paragraph, byte }
    }

    /// All that a layout answers about its rows.
    fn all_rows(layout: &Layout) -> Vec<Option<LaidRow>> {
        (0..=layout.rows()).map(|row| layout.row(row)).collect()
    }

    #[test]
    fn an_empty_text_has_one_row() {
        for layout in [Layout::default(), laid(&[], 10, 4)] {
            assert_eq!(layout.rows(), 1);
            assert_eq!(
                layout.row(0).map(|row| (row.start, row.end, row.first)),
                Some((0, 0, true))
            );
            assert_eq!(layout.row(1), None);
            assert_eq!(layout.row_end(9), (at(0, 0), false));
        }
        assert_eq!(laid(&[], 10, 4).locate(at(5, 5), false), Spot { row: 0, column: 4 });
    }

    #[test]
    fn a_place_at_a_soft_break_is_on_two_rows() {
        let text = ["依法行政法治".to_owned(), "政府".to_owned()];
        let layout = laid(&text, 8, 4);
        assert_eq!(layout.rows(), 3);
        assert_eq!(layout.locate(at(0, 6), false), Spot { row: 1, column: 0 });
        assert_eq!(layout.locate(at(0, 6), true), Spot { row: 0, column: 8 });
        assert_eq!(layout.locate(at(1, 3), false), Spot { row: 2, column: 6 });
        assert_eq!(layout.row_end(0), (at(0, 6), true));
        assert_eq!(layout.row_end(1), (at(0, 18), false));
        assert_eq!(layout.row_start(1), (at(0, 6), false));
    }

    #[test]
    fn a_cell_finds_the_place_before_it() {
        let layout = laid(&["依法行政法治".to_owned()], 8, 4);
        let found: Vec<usize> = (0..10).map(|column| layout.position(0, column).0.byte).collect();
        assert_eq!(found, [0, 0, 0, 0, 0, 0, 3, 3, 6, 6]);
        assert_eq!(layout.position(0, 8), (at(0, 6), true));
        assert_eq!(layout.position(7, 99), (at(0, 18), false));
    }

    #[test]
    fn hanging_spaces_keep_the_caret_at_the_edge() {
        let layout = laid(&["法治    政府".to_owned()], 4, 0);
        assert_eq!(layout.locate(at(0, 9), false), Spot { row: 0, column: 4 });
        assert_eq!(layout.locate(at(0, 10), false), Spot { row: 1, column: 0 });
    }

    proptest! {
        #[test]
        fn places_and_cells_agree(
            text in samples::paragraphs(), width in 1..60_usize, indent in 0..6_usize,
        ) {
            let layout = laid(&text, width, indent);
            for row in 0..layout.rows() {
                for column in 0..=width {
                    let (p, at_end) = layout.position(row, column);
                    let spot = layout.locate(p, at_end);
                    prop_assert_eq!(spot.row, row);
                    prop_assert_eq!(clamp(&text, p), p);
                    let first = layout.row(row).is_some_and(|row| row.first);
                    prop_assert!(spot.column <= column || p == layout.row_start(row).0 && first);
                    prop_assert!(spot.column == width || layout.position(row, spot.column) == (p, at_end));
                }
            }
        }

        #[test]
        fn every_place_is_found_again(text in samples::paragraphs(), width in 2..60_usize) {
            let layout = laid(&text, width, 4);
            let mut p = Position::default();
            let mut last = Spot::default();
            loop {
                let spot = layout.locate(p, false);
                prop_assert!((spot.row, spot.column) >= (last.row, last.column));
                prop_assert!(spot.column == width || layout.position(spot.row, spot.column).0 == p);
                last = spot;
                let further = next(&text, p);
                if further == p {
                    break;
                }
                p = further;
            }
        }

        #[test]
        fn a_layout_that_follows_is_a_fresh_one(
            text in samples::paragraphs(), width in 1..40_usize,
            changes in prop::collection::vec(
                (0..6_usize, 0..200_usize, 0..3_usize, 0..200_usize, samples::paragraphs()), 1..5,
            ),
        ) {
            let wrap = Wrap { width, indent: 4, ambiguous: Ambiguous::Narrow };
            let mut text = text;
            let mut layout = laid(&text, width, 4);
            for (paragraph, byte, down, to, new) in changes {
                let from = clamp(&text, at(paragraph, byte));
                let to = clamp(&text, at(from.paragraph + down, to)).max(from);
                let (removed, new) = (slice(&text, from, to), new.join("\n"));
                let all = [slice(&text, at(0, 0), from), new.clone(), slice(&text, to, end_of(&text))];
                text = all.concat().split('\n').map(str::to_owned).collect();
                layout.follow(&text, wrap, Some(Splice::new(from, &removed, &new)));
                prop_assert_eq!(all_rows(&layout), all_rows(&laid(&text, width, 4)));
            }
        }

        #[test]
        fn a_synced_layout_is_a_fresh_one(
            states in prop::collection::vec((samples::paragraphs(), 0..3_usize), 1..6),
        ) {
            let mut layout = Layout::default();
            for (text, extra) in states {
                let width = 20 + extra / 2;
                layout.sync(&text, Wrap { width, indent: 4, ambiguous: Ambiguous::Narrow });
                prop_assert_eq!(all_rows(&layout), all_rows(&laid(&text, width, 4)));
            }
        }
    }
}
