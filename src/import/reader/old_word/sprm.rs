//! The few properties of text and paragraphs that decide what is read.
//!
//! Properties come as a row of numbers with values of known lengths ([MS-DOC]
//! 2.2.5.1); all others are passed over.

use super::bytes::{slice, u16_at};

/// What a row of properties says; `None` where it says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    /// Deleted, with the deletion recorded.
    pub(super) deleted: Option<bool>,
    /// Not shown.
    pub(super) hidden: Option<bool>,
    /// A sign of a font of signs stands for the character.
    pub(super) symbol: bool,
    /// The list that numbers the paragraph; 0 for none.
    pub(super) list: Option<u16>,
    /// Its level in the list, from 0.
    pub(super) level: Option<u8>,
    /// In a table.
    pub(super) in_table: Option<bool>,
    /// The end of a row.
    pub(super) row_end: bool,
}

impl Changes {
    /// Reads a row of properties; it ends where it makes no sense.
    pub(super) fn of(mut rest: &[u8]) -> Self {
        let mut changes = Self::default();
        while let Some((number, value, behind)) = next(rest) {
            changes.take(number, value);
            rest = behind;
        }
        changes
    }

    /// A single property in the short form of a piece.
    pub(super) fn short(modifier: u16) -> Self {
        let on = Some(modifier >> 8 & 1 == 1);
        match modifier >> 1 & 0x7f {
            0x41 => Self { deleted: on, ..Self::default() },
            0x5c => Self { hidden: on, ..Self::default() },
            _ => Self::default(),
        }
    }

    fn take(&mut self, number: u16, value: &[u8]) {
        let on = value.first().is_some_and(|value| value & 1 == 1);
        match number {
            0x0800 => self.deleted = Some(on),
            0x083c => self.hidden = Some(on),
            0x6a09 => self.symbol = true,
            0x260a => self.level = value.first().copied(),
            0x460b => self.list = u16_at(value, 0),
            0x2416 => self.in_table = Some(on),
            0x2417 => self.row_end = on,
            // Properties too long for their page stand elsewhere: those of a row.
            0x6645 | 0x6646 => self.row_end = true,
            _ => {}
        }
    }

    /// These, and where they say nothing the others.
    pub(super) fn over(self, other: Self) -> Self {
        Self {
            deleted: self.deleted.or(other.deleted),
            hidden: self.hidden.or(other.hidden),
            symbol: self.symbol || other.symbol,
            list: self.list.or(other.list),
            level: self.level.or(other.level),
            in_table: self.in_table.or(other.in_table),
            row_end: self.row_end || other.row_end,
        }
    }
}

/// The first property: its number, its value, and what follows.
fn next(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let number = u16_at(bytes, 0)?;
    let (skipped, length) = match (number >> 13, number) {
        (0 | 1, _) => (0, 1),
        (2 | 4 | 5, _) => (0, 2),
        (3, _) => (0, 4),
        (7, _) => (0, 3),
        // The definition of a table has a length of two bytes, one too many.
        (_, 0xd608) => (2, usize::from(u16_at(bytes, 2)?).saturating_sub(1)),
        // So many tab stops that one byte cannot tell.
        (_, 0xc615) if bytes.get(2) == Some(&255) => return None,
        _ => (1, usize::from(*bytes.get(2)?)),
    };
    let start = 2 + skipped;
    Some((number, slice(bytes, start, length)?, bytes.get(start + length..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_properties_are_found_among_others() {
        let row =
            b"\x00\x08\x01\x43\x4a\x20\x00\x15\xc6\x02\x00\x00\x3c\x08\x81\x0b\x46\x03\x00\x0b";
        let changes = Changes::of(row);
        let expected = Changes {
            deleted: Some(true),
            hidden: Some(true),
            list: Some(3),
            ..Changes::default()
        };
        assert_eq!(changes, expected);
        assert_eq!(Changes::short(0x0182).deleted, Some(true));
    }
}
