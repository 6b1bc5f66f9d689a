//! 通读: the report as it will be printed, as one text to read.
//!
//! It is composed once when it is opened, and wrapped once for each width; a
//! key only moves. What is chosen is a paragraph, so that Enter can lead to
//! the place that it comes from and a new width keeps it.

use std::ops::Range;

use crate::app::command::Command;
use crate::app::entry::{Entry, Spot};
use crate::document::{Block, Source, sourced};
use crate::report::{Place, Report};
use crate::text::position::Position;
use crate::text::wrap::Wrap;

/// Where a paragraph stands between the margins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    Left,
    Indented,
    Centre,
    Right,
}

/// Cells between the signature and the right margin: two characters.
const MARGIN: usize = 4;

/// One paragraph of the finished text.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The text.
    pub text: String,
    /// Bytes from its start that are a heading or the title.
    pub heading: usize,
    source: Source,
    stand: Stand,
    /// Whether a free row parts it from the next.
    parted: bool,
}

/// One row on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Its bytes in the paragraph; empty for a free row.
    pub bytes: Range<usize>,
    /// Cells before it.
    pub column: usize,
}

/// 通读.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The paragraphs from the first issuer to the copy-to line.
    pub paragraphs: Vec<Paragraph>,
    /// The chosen paragraph.
    pub selected: usize,
    /// The first row that is seen.
    pub top: usize,
    /// 字数 of all that is printed between 版头 and 落款.
    words: usize,
    /// The characters of the same without white space.
    characters: usize,
    rows: Vec<Row>,
    /// The first row of each paragraph, and behind them the number of all rows.
    starts: Vec<usize>,
    height: usize,
    wrap: Option<Wrap>,
}

impl Reading {
    /// The whole report, at the paragraph where the caret is; in 版头 and 落款,
    /// `at` names the printed line.
    pub fn new(report: &Report, at: Spot) -> Self {
        let blocks = sourced(report);
        let selected = nearest(report, &blocks, at);
        let printed = |place: &Place| blocks.iter().any(|(s, _)| entry(*s) == Entry::Text(*place));
        let places: Vec<Place> = report.places().into_iter().filter(printed).collect();
        let words = places.iter().map(|place| report.words(*place)).sum();
        let characters = places.iter().map(|place| report.characters(*place)).sum();
        let zones: Vec<_> = blocks.iter().map(|(_, block)| block.zone()).collect();
        let parted = |index: usize| zones.get(index + 1).is_some_and(|next| *next != zones[index]);
        let paragraphs = blocks.into_iter().enumerate();
        let paragraphs =
            paragraphs.map(|(i, (source, block))| paragraph(source, &block, parted(i)));
        Self {
            paragraphs: paragraphs.collect(),
            selected,
            top: 0,
            words,
            characters,
            rows: Vec::new(),
            starts: Vec::new(),
            height: 0,
            wrap: None,
        }
    }

    /// The rows that are seen, with the index of each.
    pub fn seen(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().skip(self.top).take(self.height)
    }

    /// How far one has read, and how long the whole is.
    pub fn told(&self) -> String {
        let (at, all) = (self.selected + 1, self.paragraphs.len());
        let Self { words, characters, .. } = self;
        format!("第 {at} 段，共 {all} 段，全文 {words} 字，不计空格 {characters} 字符")
    }

    /// The place that the chosen paragraph comes from; of 版头 and 落款, the
    /// paragraph is the printed line.
    pub fn spot(&self) -> Option<Spot> {
        let source = self.paragraphs.get(self.selected)?.source;
        let before = self.paragraphs[..self.selected].iter().map(|paragraph| paragraph.source);
        let paragraph = part(source, before);
        Some(Spot { entry: entry(source), position: Position { paragraph, byte: 0 } })
    }

    /// Whether the chosen paragraph is the heading of a text, and nothing else.
    pub fn at_heading(&self) -> bool {
        self.paragraphs.get(self.selected).is_some_and(|paragraph| {
            let text = matches!(paragraph.source, Source::Text { .. });
            text && paragraph.heading == paragraph.text.len()
        })
    }

    /// Moves through the text; a command that is no movement does nothing.
    pub fn go(&mut self, command: Command) {
        let last = self.paragraphs.len().saturating_sub(1);
        let page = self.height.max(2) - 1;
        let rows = self.rows_of(self.selected);
        match command {
            // A paragraph longer than the window is read to its end first.
            Command::Down if rows.end > self.top + self.height => {
                self.top = (self.top + page).min(rows.end - self.height);
            }
            Command::Up if rows.start < self.top => {
                self.top = self.top.saturating_sub(page).max(rows.start);
            }
            Command::Down => self.choose((self.selected + 1).min(last), false),
            Command::Up => self.choose(self.selected.saturating_sub(1), true),
            Command::PageDown => {
                let before = self.selected;
                self.turn(self.top + page);
                self.selected = self.selected.max(before);
            }
            Command::PageUp => {
                let before = self.selected;
                self.turn(self.top.saturating_sub(page));
                self.selected = self.selected.min(before);
            }
            Command::RowStart => self.choose(0, false),
            Command::RowEnd => self.choose(last, false),
            Command::NextSection => {
                let next = (self.selected + 1..=last).find(|index| self.begins_entry(*index));
                self.show_from(next.unwrap_or(last));
            }
            Command::PreviousSection => {
                let before = (0..self.selected).rev().find(|index| self.begins_entry(*index));
                self.show_from(before.unwrap_or(0));
            }
            _ => {}
        }
    }

    /// Moves the window by some rows; the choice stays in it.
    pub fn scroll(&mut self, rows: isize) {
        self.top = self.top.saturating_add_signed(rows).min(self.lowest());
        let own = self.rows_of(self.selected);
        let edge = if own.end <= self.top {
            self.rows.get(self.top)
        } else if own.start >= self.top + self.height {
            self.seen().last()
        } else {
            None
        };
        self.selected = edge.map_or(self.selected, |row| row.paragraph);
    }

    /// Wraps the text for a window and keeps the chosen paragraph in it.
    pub fn fit(&mut self, wrap: Wrap, height: usize) {
        if wrap.width == 0 || height == 0 {
            return;
        }
        self.height = height;
        if self.wrap != Some(wrap) {
            let above = match self.wrap {
                Some(_) => self.rows_of(self.selected).start.saturating_sub(self.top),
                None => height / 3,
            };
            self.lay_out(wrap);
            let start = self.rows_of(self.selected).start;
            self.top = start.saturating_sub(above.min(height - 1));
        }
        let rows = self.rows_of(self.selected);
        if rows.start >= self.top + height {
            self.top = rows.start + 1 - height;
        } else if rows.end <= self.top {
            self.top = rows.start;
        }
        self.top = self.top.min(self.lowest());
    }

    fn lay_out(&mut self, wrap: Wrap) {
        self.wrap = Some(wrap);
        self.rows.clear();
        self.starts.clear();
        for (index, paragraph) in self.paragraphs.iter().enumerate() {
            self.starts.push(self.rows.len());
            self.rows.extend(paragraph.rows(index, wrap));
        }
        self.starts.push(self.rows.len());
    }

    /// The rows of a paragraph; none before the first fit.
    fn rows_of(&self, paragraph: usize) -> Range<usize> {
        let start = |index: usize| self.starts.get(index).copied().unwrap_or(0);
        start(paragraph)..start(paragraph + 1)
    }

    /// The last row that may stand first in the window.
    fn lowest(&self) -> usize {
        self.rows.len().saturating_sub(self.height)
    }

    /// Whether a paragraph is the first of its entry.
    fn begins_entry(&self, index: usize) -> bool {
        let of = |index: usize| self.paragraphs.get(index).map(|paragraph| entry(paragraph.source));
        index == 0 || of(index) != of(index - 1)
    }

    /// Chooses a paragraph and moves the window no more than needed to see it;
    /// of one longer than the window, the end that one comes from.
    fn choose(&mut self, index: usize, from_below: bool) {
        self.selected = index;
        let rows = self.rows_of(index);
        let lowest = rows.end.saturating_sub(self.height);
        let (least, most) = (lowest.min(rows.start), lowest.max(rows.start));
        self.top = match rows.len() > self.height {
            true if from_below => most,
            true => least,
            false => self.top.clamp(least, most),
        };
        self.top = self.top.min(self.lowest());
    }

    /// Chooses a paragraph and shows it at the top.
    fn show_from(&mut self, index: usize) {
        self.selected = index;
        self.top = self.rows_of(index).start.min(self.lowest());
    }

    /// Shows the rows from `top` on and chooses the first paragraph that begins
    /// there. At the first and the last page that one can lie behind the choice:
    /// who turns pages keeps to the direction.
    fn turn(&mut self, top: usize) {
        let last = self.paragraphs.len().saturating_sub(1);
        if top == self.top || top > self.lowest() && self.top == self.lowest() {
            self.selected = if top == 0 { 0 } else { last };
            return;
        }
        self.top = top.min(self.lowest());
        let first = self.starts.partition_point(|start| *start < self.top);
        let begins = self.rows_of(first).start < self.top + self.height;
        self.selected = if begins { first } else { first.saturating_sub(1) }.min(last);
    }
}

impl Paragraph {
    fn rows(&self, index: usize, wrap: Wrap) -> Vec<Row> {
        let indent = if self.stand == Stand::Indented { wrap.indent } else { 0 };
        let wrap = Wrap { indent, ..wrap };
        let rows = wrap.rows(&self.text).into_iter().map(|row| {
            let free = wrap.width.saturating_sub(row.columns);
            let column = match self.stand {
                Stand::Indented if row.start == 0 => wrap.lead(),
                Stand::Left | Stand::Indented => 0,
                Stand::Centre => free / 2,
                Stand::Right => free.saturating_sub(MARGIN),
            };
            Row { paragraph: index, bytes: row.start..row.end, column }
        });
        let mut rows: Vec<Row> = rows.collect();
        if self.parted {
            rows.push(Row { paragraph: index, bytes: 0..0, column: 0 });
        }
        rows
    }
}

/// A block as a reader expects it on paper (GB/T 9704-2012, 7.3).
fn paragraph(source: Source, block: &Block, parted: bool) -> Paragraph {
    let text = block.line();
    let (stand, heading) = match block {
        Block::Issuer(_) | Block::Title(_) => (Stand::Centre, text.len()),
        Block::DocNumber(_) => (Stand::Centre, 0),
        Block::Addressee(_) | Block::CopyTo(_) => (Stand::Left, 0),
        Block::Heading { .. } => (Stand::Indented, text.len()),
        Block::Paragraph { heading: Some((_, heading)), .. } => (Stand::Indented, heading.len()),
        Block::Paragraph { heading: None, .. } | Block::Attachment(_) | Block::Contact(_) => {
            (Stand::Indented, 0)
        }
        Block::Signature(_) | Block::Date(_) => (Stand::Right, 0),
    };
    Paragraph { text, heading, source, stand, parted }
}

/// The entry of 目录 that a block comes from.
fn entry(source: Source) -> Entry {
    match source {
        Source::Letterhead => Entry::Letterhead,
        Source::Text { place, .. } => Entry::Text(place),
        Source::Closing => Entry::Closing,
    }
}

/// Which part of its entry a block is, behind the blocks from these sources:
/// the paragraph of a text, the line of 版头 or 落款.
fn part(source: Source, before: impl Iterator<Item = Source>) -> usize {
    match source {
        Source::Text { paragraph, .. } => paragraph,
        Source::Letterhead | Source::Closing => before.filter(|own| *own == source).count(),
    }
}

/// The block at a place of the report; for a text that is not printed, the next
/// that is.
fn nearest(report: &Report, blocks: &[(Source, Block)], at: Spot) -> usize {
    let before = |index: &usize| {
        let source = blocks[*index].0;
        let part = part(source, blocks[..*index].iter().map(|(own, _)| *own));
        entry(source) == at.entry && part <= at.position.paragraph
    };
    if let Some(own) = (0..blocks.len()).rev().find(before) {
        return own;
    }
    let places = report.places();
    let rank = |entry: Entry| match entry {
        Entry::Letterhead => 0,
        Entry::Text(place) => {
            1 + places.iter().position(|own| *own == place).unwrap_or(places.len())
        }
        Entry::Closing => places.len() + 1,
    };
    let next = blocks.iter().position(|(source, _)| rank(entry(*source)) >= rank(at.entry));
    next.unwrap_or(blocks.len().saturating_sub(1))
}

#[cfg(test)]
mod tests;
