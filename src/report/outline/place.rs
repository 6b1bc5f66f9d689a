//! Where sections stand in the flat list, and what belongs together there.

use std::ops::Range;

use super::Anchor;
use crate::report::Report;
use crate::report::section::{Level, SectionId};

impl Report {
    /// The section at `index` and, if it is a part, its items.
    pub fn block(&self, index: usize) -> Range<usize> {
        match self.sections[index].level {
            Level::Part => index..self.end_of_part(index),
            Level::Item => index..index + 1,
        }
    }

    /// How many items belong to a section.
    pub fn items(&self, id: SectionId) -> usize {
        self.index_of(id).map_or(0, |index| self.block(index).len() - 1)
    }

    /// Whether a part stands before `index`.
    pub fn has_part_above(&self, index: usize) -> bool {
        self.part_above(index).is_some()
    }

    pub(in crate::report) fn part_above(&self, index: usize) -> Option<usize> {
        self.sections[..index].iter().rposition(|section| section.level == Level::Part)
    }

    /// Whether a section that may be left out stands before `index` among its siblings.
    pub(super) fn follows_optional(&self, index: usize) -> bool {
        self.siblings_above(index).any(|above| self.sections[above].optional)
    }

    /// The sections before `index` that are numbered in one row with it.
    pub(in crate::report) fn siblings_above(&self, index: usize) -> impl Iterator<Item = usize> {
        let level = self.sections[index].level;
        let above = (0..index).rev().map(|above| (above, self.sections[above].level));
        above
            .take_while(move |(_, other)| level == Level::Part || *other == Level::Item)
            .filter(move |(_, other)| *other == level)
            .map(|(above, _)| above)
    }

    pub(super) fn find(&self, id: SectionId) -> Result<usize, String> {
        self.index_of(id).ok_or_else(|| "报告里没有这一节了".to_owned())
    }

    /// An id that no section has, nor one that was deleted.
    pub(super) fn free_id(&self) -> SectionId {
        let all = self.sections.iter().chain(&self.removed);
        SectionId(all.map(|section| section.id.0).max().unwrap_or(0).saturating_add(1))
    }

    /// The index where something of this level is put in, so that no section
    /// that stands there already comes under another part.
    pub(super) fn index_for(&self, anchor: Anchor, level: Level) -> Result<usize, String> {
        Ok(match anchor {
            Anchor::Start => 0,
            Anchor::End => self.sections.len(),
            Anchor::After(id) => {
                let index = self.find(id)?;
                match (self.sections[index].level, level) {
                    (Level::Item, Level::Item) => index + 1,
                    _ => self.end_of_part(index),
                }
            }
        })
    }

    /// The index behind the last item from `index` on, before the next part.
    fn end_of_part(&self, index: usize) -> usize {
        let behind = self.sections[index + 1..].iter();
        index + 1 + behind.take_while(|section| section.level == Level::Item).count()
    }
}
