//! The styles of a document: which are headings, which number their paragraphs.
//!
//! Only what is needed of the sheet ([MS-DOC] 2.9.271); one that cannot be read
//! ends it, and what was read stays.

use super::bytes::{slice, u16_at};
use super::sprm::Changes;

/// The most styles that stand on each other.
const DEEPEST: usize = 16;

/// A style of paragraphs.
#[derive(Clone, Copy, Debug, Default)]
struct Style {
    /// The number by which Word knows its own styles; 1 to 9 are headings.
    kind: u16,
    base: u16,
    changes: Changes,
}

/// All styles, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: Vec<Style>,
}

impl Styles {
    /// Reads the sheet.
    pub(super) fn read(sheet: &[u8]) -> Self {
        let mut styles = Vec::new();
        let head = usize::from(u16_at(sheet, 0).unwrap_or_default());
        let fixed = usize::from(u16_at(sheet, 4).unwrap_or_default());
        let mut at = 2 + head;
        while let Some(length) = u16_at(sheet, at) {
            let length = usize::from(length);
            let Some(style) = slice(sheet, at + 2, length) else {
                break;
            };
            styles.push(Style::read(style, fixed).unwrap_or_default());
            at += 2 + length.next_multiple_of(2);
        }
        Self { styles }
    }

    /// The rank of the heading that the style makes, 1 to 9.
    pub(super) fn rank(&self, style: u16) -> Option<u8> {
        let kind = self.styles.get(usize::from(style))?.kind;
        u8::try_from(kind).ok().filter(|rank| (1..=9).contains(rank))
    }

    /// What the style says of its paragraphs, with those that it stands on.
    pub(super) fn changes(&self, style: u16) -> Changes {
        let mut changes = Changes::default();
        let mut next = style;
        for _ in 0..DEEPEST {
            let Some(style) = self.styles.get(usize::from(next)) else {
                break;
            };
            changes = changes.over(style.changes);
            next = style.base;
        }
        changes
    }
}

impl Style {
    /// Reads one; `fixed` is the length of its first part.
    fn read(style: &[u8], fixed: usize) -> Option<Self> {
        let kind = u16_at(style, 0)? & 0x0fff;
        let second = u16_at(style, 2)?;
        let base = second >> 4;
        let is_paragraph = second & 0xf == 1;
        if !is_paragraph {
            return Some(Self { kind: u16::MAX, base, ..Self::default() });
        }
        let name = usize::from(u16_at(style, fixed)?);
        let at = fixed + 2 + name * 2 + 2;
        let length = usize::from(u16_at(style, at)?);
        let row = slice(style, at + 2, length)?;
        let changes = Changes::of(row.get(2..).unwrap_or_default());
        Some(Self { kind, base, changes })
    }
}
