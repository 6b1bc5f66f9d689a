//! The properties of every stretch of the main stream, from its pages of formats.
//!
//! Pages of 512 bytes hold the ends of the stretches in front and their
//! properties behind ([MS-DOC] 2.9.33, 2.9.174).

use super::bytes::{slice, u16_at, u32_at, usize_at};
use super::sprm::Changes;

/// The length of a page.
const PAGE: usize = 512;

/// The most stretches that are kept: several a line of the longest text that is read.
const MOST: usize = 1_000_000;

/// Reads an entry of a page: the style, if it has one, and what it says.
type ReadEntry = fn(&[u8], usize) -> Option<(u16, Changes)>;

/// Bytes that share properties.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    from: u32,
    to: u32,
    changes: Changes,
    /// The style of the paragraph.
    style: u16,
}

/// Stretches in the order of the stream.
#[derive(Debug, Default)]
pub(super) struct Formats {
    stretches: Vec<Stretch>,
}

impl Formats {
    /// Those of characters.
    pub(super) fn of_characters(main: &[u8], table: &[u8]) -> Option<Self> {
        Self::read(main, table, 1, |page, entry| {
            let at = usize::from(*page.get(entry)?) * 2;
            if at == 0 {
                return Some((0, Changes::default()));
            }
            let length = usize::from(*page.get(at)?);
            Some((0, Changes::of(slice(page, at + 1, length)?)))
        })
    }

    /// Those of paragraphs, with their styles.
    pub(super) fn of_paragraphs(main: &[u8], table: &[u8]) -> Option<Self> {
        Self::read(main, table, 13, |page, entry| {
            let at = usize::from(*page.get(entry)?) * 2;
            if at == 0 {
                return Some((0, Changes::default()));
            }
            let words = usize::from(*page.get(at)?);
            let (start, length) = match words {
                0 => (at + 2, usize::from(*page.get(at + 1)?) * 2),
                _ => (at + 1, words * 2 - 1),
            };
            let row = slice(page, start, length)?;
            Some((u16_at(row, 0)?, Changes::of(row.get(2..)?)))
        })
    }

    /// Reads all pages; an entry of a page has `size` bytes.
    fn read(main: &[u8], table: &[u8], size: usize, entry: ReadEntry) -> Option<Self> {
        let pages = table.len().checked_sub(4)? / 8;
        if pages > main.len() / PAGE {
            return None;
        }
        let mut stretches = Vec::new();
        for index in 0..pages {
            let number = usize_at(table, (pages + 1) * 4 + index * 4)? & 0x003f_ffff;
            let page = slice(main, number * PAGE, PAGE)?;
            let count = usize::from(page[PAGE - 1]);
            for run in 0..count {
                let (from, to) = (u32_at(page, run * 4)?, u32_at(page, run * 4 + 4)?);
                let (style, changes) = entry(page, (count + 1) * 4 + run * size)?;
                stretches.push(Stretch { from, to, changes, style });
            }
            if stretches.len() > MOST {
                return None;
            }
        }
        stretches.sort_by_key(|stretch| stretch.from);
        Some(Self { stretches })
    }

    /// The properties of the character at this byte, and the style of its paragraph.
    pub(super) fn at(&self, byte: u32) -> (u16, Changes) {
        let behind = self.stretches.partition_point(|stretch| stretch.from <= byte);
        let found = behind.checked_sub(1).and_then(|index| self.stretches.get(index));
        let found = found.filter(|stretch| byte < stretch.to);
        found.map(|stretch| (stretch.style, stretch.changes)).unwrap_or_default()
    }
}
