//! What a list puts in front of its paragraphs: nothing, a sign, or a number.
//!
//! The text has none of them. Which number it is would have to be counted over
//! the whole document as Word does; here it is only told that there is one.

use std::collections::HashMap;

use super::bytes::{slice, u16_at, u32_at, usize_at};
use super::head::Head;

/// How many levels a list has, but a simple one.
const LEVELS: usize = 9;

/// The kind of number that is a sign.
const SIGN: u8 = 0x17;

/// What stands in front of a paragraph of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Front {
    Nothing,
    Sign,
    Number,
}

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The levels of each list, by its identifier.
    levels: HashMap<u32, Vec<Front>>,
    /// The uses of lists, which paragraphs name: the identifier, and whether levels are changed.
    uses: Vec<(u32, bool)>,
}

impl Lists {
    /// Reads the lists; what cannot be read is taken for numbers later.
    pub(super) fn read(table: &[u8], head: &Head) -> Self {
        let mut lists = Self::default();
        if let (Some(fixed), Some(levels)) = (head.lists.of(table), head.lists.behind(table)) {
            lists.read_levels(fixed, levels);
        }
        if let Some(uses) = head.list_uses.of(table) {
            let count = usize_at(uses, 0).unwrap_or_default();
            let entries = uses.get(4..).unwrap_or_default().chunks_exact(16).take(count);
            let entry = |entry: &[u8]| Some((u32_at(entry, 0)?, *entry.get(12)? > 0));
            lists.uses = entries.map_while(entry).collect();
        }
        lists
    }

    fn read_levels(&mut self, fixed: &[u8], mut rest: &[u8]) {
        let count = usize::from(u16_at(fixed, 0).unwrap_or_default());
        for list in fixed.get(2..).unwrap_or_default().chunks_exact(28).take(count) {
            let Some(id) = u32_at(list, 0) else {
                return;
            };
            let is_simple = list.get(26).is_some_and(|flags| flags & 1 == 1);
            let mut fronts = Vec::new();
            for _ in 0..if is_simple { 1 } else { LEVELS } {
                let Some((front, behind)) = level(rest) else {
                    return;
                };
                fronts.push(front);
                rest = behind;
            }
            self.levels.insert(id, fronts);
        }
    }

    /// What stands in front of a paragraph that names this use of a list, from 1, and level.
    pub(super) fn front(&self, used: u16, level: u8) -> Front {
        let used = usize::from(used).checked_sub(1).and_then(|index| self.uses.get(index));
        let front = used.and_then(|(id, changed)| {
            let levels = self.levels.get(id)?;
            levels.get(usize::from(level)).filter(|_| !changed).copied()
        });
        front.unwrap_or(Front::Number)
    }
}

/// The first level of a row of them ([MS-DOC] 2.9.150), and what follows.
fn level(bytes: &[u8]) -> Option<(Front, &[u8])> {
    let kind = *bytes.get(4)?;
    let properties = usize::from(*bytes.get(24)?) + usize::from(*bytes.get(25)?);
    let at = 28 + properties;
    let length = usize::from(u16_at(bytes, at)?) * 2;
    slice(bytes, at + 2, length)?;
    let front = match kind {
        _ if length == 0 => Front::Nothing,
        SIGN => Front::Sign,
        _ => Front::Number,
    };
    Some((front, bytes.get(at + 2 + length..)?))
}
