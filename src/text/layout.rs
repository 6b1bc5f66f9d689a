//! The rows of a whole text, kept from one key to the next.
//!
//! The one layout that drawing, caret, mouse and movement ask: which row and column a place is at,
//! and which place a row and column are. It keeps a copy of the text, so that the answers always
//! belong to one state of it, and re-wraps only the paragraph that changed, from a little before the
//! change to where the rows fall into step again. Whoever knows what changed says so ([`follow`]);
//! else it is found by comparing ([`sync`]). It scrolls and draws nothing.
//!
//! In a long paragraph rows may never fall into step: a character at its start can move every row
//! behind it. Who says what changed waits for no more of them than can be seen; the rest stand as
//! they did, one row among them too short, until [`settle`] asks for them.
//!
//! [`follow`]: Layout::follow
//! [`settle`]: Layout::settle
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
    /// Where rows begin that a change before them has not reached yet, if there are any. They are
    /// in order among themselves; the row before them, which ends here, is not.
    seam: Option<Position>,
}

/// How many rows behind a change are made at least: more than any screen shows. In tests so few
/// that there are often more.
const AHEAD: usize = if cfg!(test) { 3 } else { 128 };

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
        Layout { wrap, blocks: vec![Block::new("", wrap)], seam: None }
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
            self.seam = None;
        }
        self.settle(usize::MAX);
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
            self.replace(paragraphs, Splice { at: at(same), removed, inserted }, usize::MAX);
        } else {
            self.blocks.splice(old, new.iter().map(|text| Block::new(text, wrap)));
            if self.blocks.is_empty() {
                self.blocks.push(Block::new("", wrap));
            }
            self.number(head);
        }
    }

    /// Brings the rows up to date with a text of which only this stretch has changed since the last
    /// time; nothing at all without one. It costs what the change does, however long the text is,
    /// for rows far behind the change may be left for [`Layout::settle`].
    pub fn follow(&mut self, paragraphs: &[String], wrap: Wrap, changed: Option<Splice>) {
        if wrap != self.wrap {
            self.sync(paragraphs, wrap);
        } else if let Some(splice) = changed {
            self.replace(paragraphs, splice, AHEAD);
        }
        debug_assert!(self.is_of(paragraphs), "the text has changed elsewhere");
    }

    /// Whether it is the layout of this text.
    fn is_of(&self, paragraphs: &[String]) -> bool {
        let own = self.blocks.iter().map(|block| &block.text);
        own.eq(paragraphs) || (paragraphs.is_empty() && self.blocks.len() == 1)
    }

    /// Makes sure of the rows up to this one, and says whether any had to be made: where rows were
    /// counted before, they may have other numbers now.
    pub fn settle(&mut self, row: usize) -> bool {
        let Some(seam) = self.seam else { return false };
        let block = &mut self.blocks[seam.paragraph];
        let short = block.rows.partition_point(|own| own.start < seam.byte) - 1;
        if row < block.first + short {
            return false;
        }
        let ahead = (row - block.first - short).saturating_add(AHEAD);
        let at = block.rows[short].start;
        let tail = Tail::of(&mut block.rows, seam.byte);
        let head = Head::of(&mut block.rows, at);
        let (rows, byte) = self.wrap.rewrap(&block.text, head, &tail, ahead);
        block.rows = rows;
        self.seam = byte.map(|byte| Position { byte, ..seam });
        self.number(seam.paragraph);
        true
    }

    /// Replaces a stretch. The rows before it and behind it are kept, in whichever paragraphs they
    /// are now; so many are made behind it at least.
    fn replace(&mut self, paragraphs: &[String], splice: Splice, ahead: usize) {
        let from = self.pass_seam(splice.removed);
        let Splice { at, removed, inserted } = splice;
        let mut tail = Tail::of(&mut self.blocks[removed.paragraph].rows, from);
        let mut head = Head::of(&mut self.blocks[at.paragraph].rows, at.byte);
        // Its bytes are moved, not copied: most keys change one paragraph.
        let mut text = take(&mut self.blocks[at.paragraph].text);
        let mut seam = None;
        let new = (at.paragraph..=inserted.paragraph).map(|index| {
            let now = paragraphs.get(index).map_or("", String::as_str);
            let (first, last) = (index == at.paragraph, index == inserted.paragraph);
            let head = if first { take(&mut head) } else { Head::default() };
            let tail = if last { take(&mut tail) } else { Tail::default() };
            let (mut rows, byte) = self.wrap.rewrap(now, head, &tail, ahead);
            if !last {
                // A part of a long paragraph would else have room for the rows of all of it.
                rows.shrink_to_fit();
            }
            seam = byte.map(|byte| Position { paragraph: index, byte });
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
        self.seam = seam;
        self.number(at.paragraph);
    }

    /// The byte from which on rows behind a change are in order. A seam is passed where it is near,
    /// and settled where it is not: there is never more than one.
    fn pass_seam(&mut self, removed: Position) -> usize {
        if let Some(seam) = self.seam
            && seam.paragraph == removed.paragraph
            && seam.byte > removed.byte
        {
            let rows = &self.blocks[seam.paragraph].rows;
            let row = |byte| rows.partition_point(|own| own.start < byte);
            if row(seam.byte) - row(removed.byte) <= 2 * AHEAD {
                return seam.byte;
            }
        }
        self.settle(usize::MAX);
        removed.byte + 1
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
mod tests;
