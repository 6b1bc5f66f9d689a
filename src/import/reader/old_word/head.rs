//! The head of the main stream: what the file is, and where its tables lie.
//!
//! Places as the published description of the format [MS-DOC] has them (2.5).

use crate::import::ImportError;

use super::bytes::{slice, u16_at, usize_at};
use super::damaged;

/// The first two bytes of a document of Word 97 and later.
const MARK: u16 = 0xa5ec;

/// The number of the format of Word 97; those before it are built otherwise.
const WORD_97: u16 = 0xc1;

/// Where the places of the tables begin in the head.
const TABLES: usize = 0x9a;

/// A part of the table stream: where it begins, and its length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    at: usize,
    length: usize,
}

impl Part {
    /// Its bytes.
    pub(super) fn of(self, table: &[u8]) -> Option<&[u8]> {
        slice(table, self.at, self.length)
    }

    /// What stands behind it.
    pub(super) fn behind(self, table: &[u8]) -> Option<&[u8]> {
        table.get(self.at.checked_add(self.length)?..)
    }
}

/// What the head says.
#[derive(Clone, Debug)]
pub(super) struct Head {
    /// The name of the stream with the tables.
    pub(super) table: &'static str,
    /// Characters of the text itself.
    pub(super) text: usize,
    /// Characters of footnotes and endnotes.
    pub(super) footnotes: usize,
    /// Characters in text boxes.
    pub(super) boxes: usize,
    pub(super) styles: Part,
    pub(super) characters: Part,
    pub(super) paragraphs: Part,
    pub(super) pieces: Part,
    pub(super) lists: Part,
    pub(super) list_uses: Part,
}

impl Head {
    /// Reads the head of the main stream.
    pub(super) fn read(main: &[u8]) -> Result<Self, ImportError> {
        let short = || damaged("文件头不完整");
        let mark = u16_at(main, 0).ok_or_else(short)?;
        let version = u16_at(main, 2).ok_or_else(short)?;
        if mark != MARK || version < WORD_97 {
            return Err(damaged("它是 Word 97 以前的格式"));
        }
        let flags = u16_at(main, 0xa).ok_or_else(short)?;
        if flags & 0x8100 != 0 {
            return Err(ImportError::Locked);
        }
        Self::places(main, flags).ok_or_else(short)
    }

    fn places(main: &[u8], flags: u16) -> Option<Self> {
        let part = |index: usize| {
            let at = TABLES + index * 8;
            Some(Part { at: usize_at(main, at)?, length: usize_at(main, at + 4)? })
        };
        let count = |at: usize| usize_at(main, at);
        Some(Self {
            table: if flags & 0x200 == 0 { "/0Table" } else { "/1Table" },
            text: count(0x4c)?,
            footnotes: count(0x50)?.saturating_add(count(0x60)?),
            boxes: count(0x64)?,
            styles: part(1)?,
            characters: part(12)?,
            paragraphs: part(13)?,
            pieces: part(33)?,
            lists: part(73)?,
            list_uses: part(74)?,
        })
    }
}
