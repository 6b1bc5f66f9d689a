//! The text of a document, put together from its pieces.
//!
//! Word does not move text when it saves: a table tells which bytes of the main
//! stream follow each other, and whether they are one or two to a character.

use encoding_rs::WINDOWS_1252;

use super::bytes::{slice, u16_at, u32_at, usize_at};
use super::sprm::Changes;

/// A unit of UTF-16 of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) value: u16,
    /// The byte of the main stream where it stands: by it formats are found.
    pub(super) byte: u32,
    /// What its piece says of it beside its own format.
    pub(super) changes: Changes,
}

/// The first `count` units of the text; `None` where the table makes no sense.
pub(super) fn units(main: &[u8], pieces: &[u8], count: usize) -> Option<Vec<Unit>> {
    let (table, shared) = piece_table(pieces)?;
    // One place more than pieces, four bytes each; then eight bytes a piece.
    let number = table.len().checked_sub(4)? / 12;
    let mut units = Vec::new();
    for piece in 0..number {
        let (from, to) = (usize_at(table, piece * 4)?, usize_at(table, piece * 4 + 4)?);
        if from != units.len() || to < from {
            return None;
        }
        let descriptor = slice(table, (number + 1) * 4 + piece * 8, 8)?;
        let length = to.min(count) - from;
        add(main, descriptor, length, &shared, &mut units)?;
        if to >= count {
            return Some(units);
        }
    }
    None
}

/// The table of pieces, and the changes that several of them share.
fn piece_table(mut rest: &[u8]) -> Option<(&[u8], Vec<Changes>)> {
    let mut shared = Vec::new();
    loop {
        match rest.first()? {
            1 => {
                let length = usize::from(u16_at(rest, 1)?);
                shared.push(Changes::of(slice(rest, 3, length)?));
                rest = rest.get(3 + length..)?;
            }
            2 => return Some((slice(rest, 5, usize_at(rest, 1)?)?, shared)),
            _ => return None,
        }
    }
}

/// Adds the first units of a piece.
fn add(
    main: &[u8],
    descriptor: &[u8],
    length: usize,
    shared: &[Changes],
    units: &mut Vec<Unit>,
) -> Option<()> {
    let place = u32_at(descriptor, 2)?;
    let modifier = u16_at(descriptor, 6)?;
    let changes = match usize::from(modifier >> 1) {
        index if modifier & 1 == 1 => shared.get(index).copied().unwrap_or_default(),
        _ => Changes::short(modifier),
    };
    let narrow = place & 0x4000_0000 != 0;
    let place = place & 0x3fff_ffff;
    if narrow {
        let start = place / 2;
        let bytes = slice(main, usize::try_from(start).ok()?, length)?;
        for (byte, at) in bytes.iter().zip(start..) {
            units.push(Unit { value: wide(*byte), byte: at, changes });
        }
    } else {
        let bytes = slice(main, usize::try_from(place).ok()?, length.checked_mul(2)?)?;
        for (pair, at) in bytes.chunks_exact(2).zip((place..).step_by(2)) {
            units.push(Unit { value: u16::from_le_bytes([pair[0], pair[1]]), byte: at, changes });
        }
    }
    Some(())
}

/// The character of a single byte.
fn wide(byte: u8) -> u16 {
    if byte < 0x80 {
        return u16::from(byte);
    }
    let bytes = [byte];
    let text = WINDOWS_1252.decode_without_bom_handling(&bytes).0;
    text.encode_utf16().next().unwrap_or(0xfffd)
}
