//! The outline is the user's: each change of it comes to one edit.
//!
//! A change is made on a copy of the report and handed back as the whole new
//! outline, so that one step takes it back. No text is ever lost on the way:
//! what is deleted goes with its text to [`Report::removed`]. Numbers follow
//! by themselves, for they are computed.

mod place;
mod texts;

pub use texts::Removal;

use super::section::{Level, Section, SectionId};
use super::{Edit, Place, Report};
use crate::text::position::{self, Position};

/// Everything that a change of the outline may move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// What the change is called, to be told when it is undone.
    pub what: &'static str,
    /// Parts and items in reading order.
    pub sections: Vec<Section>,
    /// The sections that were deleted, with their texts.
    pub removed: Vec<Section>,
}

/// A change of the outline, and where one is after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The edit.
    pub edit: Edit,
    /// The section to go to; `None` where none is left.
    pub section: Option<SectionId>,
    /// The caret in its text.
    pub at: Position,
}

/// What a change comes to, or why it cannot be made, in one Chinese sentence.
pub type Changed = Result<Change, String>;

/// Where something is put into the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Before the first section.
    Start,
    /// Behind this section.
    After(SectionId),
    /// Behind the last section.
    End,
}

/// A section that is to be put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSection {
    /// Its level; `None` for that of the place where it comes to stand.
    pub level: Option<Level>,
    /// Its heading.
    pub heading: String,
    /// Its text.
    pub body: Vec<String>,
}

/// What is to be put in at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addition {
    /// Paragraphs for the section that stands there already.
    pub lead: Vec<String>,
    /// New sections.
    pub sections: Vec<NewSection>,
}

impl Report {
    /// Gives a section another heading.
    ///
    /// # Errors
    /// Where the new one is empty.
    pub fn rename_section(&self, id: SectionId, heading: &str) -> Changed {
        let index = self.find(id)?;
        if heading.is_empty() && !self.sections[index].heading.is_empty() {
            return Err("标题不能空着；不改请按 Esc".to_owned());
        }
        let mut later = self.clone();
        heading.clone_into(&mut later.sections[index].heading);
        Ok(self.change_to(later, "改标题", Some(id)))
    }

    /// Lets the number of a section be the one that it is counted to have, and not
    /// the one that a file wrote.
    ///
    /// # Errors
    /// Where there is no such section.
    pub fn number_by_count(&self, id: SectionId) -> Changed {
        let index = self.find(id)?;
        let mut later = self.clone();
        later.sections[index].written.label = None;
        Ok(self.change_to(later, "改序号", Some(id)))
    }

    /// Puts another mark behind the heading of a section; empty for none.
    ///
    /// # Errors
    /// Where there is no such section.
    pub fn end_heading(&self, id: SectionId, end: &str) -> Changed {
        let index = self.find(id)?;
        let mut later = self.clone();
        let own = &mut later.sections[index];
        own.written.end = None;
        if own.heading_end(self.style.heading) != end {
            own.written.end = Some(end.to_owned());
        }
        Ok(self.change_to(later, "改标题后的标点", Some(id)))
    }

    /// Makes an item a part: the items behind it become its own.
    ///
    /// # Errors
    /// Where it is a part.
    pub fn make_part(&self, id: SectionId) -> Changed {
        let index = self.find(id)?;
        if self.sections[index].level == Level::Part {
            return Err("这里已经是部分，上面没有更高的层次了".to_owned());
        }
        let mut later = self.clone();
        later.sections[index].level = Level::Part;
        Ok(self.change_to(later, "改为部分", Some(id)))
    }

    /// Makes a part an item of the part above; its items stay items.
    ///
    /// # Errors
    /// Where it is an item, or no part stands above.
    pub fn make_item(&self, id: SectionId) -> Changed {
        let index = self.find(id)?;
        if self.sections[index].level == Level::Item {
            return Err("这里已经是节，再往下的层次写在正文里，如“1.”“一是”".to_owned());
        }
        if !self.has_part_above(index) {
            return Err("上面没有部分，第一个部分不能改成节".to_owned());
        }
        let mut later = self.clone();
        later.sections[index].level = Level::Item;
        Ok(self.change_to(later, "改为节", Some(id)))
    }

    /// Makes a required section one that may be left out, or the other way round.
    ///
    /// # Errors
    /// Where it has items, for these are what is required then.
    pub fn toggle_optional(&self, id: SectionId) -> Changed {
        let index = self.find(id)?;
        if self.has_items(index) {
            return Err("这个部分下面有节，写不写请到各节里改".to_owned());
        }
        let mut later = self.clone();
        let optional = &mut later.sections[index].optional;
        *optional = !*optional;
        let what = if *optional { "改为可不写" } else { "改为必写" };
        Ok(self.change_to(later, what, Some(id)))
    }

    /// Moves a section one place up: a part with its items over the part above,
    /// an item also over the border of its part.
    ///
    /// # Errors
    /// Where it stands first.
    pub fn move_section_up(&self, id: SectionId) -> Changed {
        let index = self.find(id)?;
        let own = self.block(index);
        let above = match self.sections[index].level {
            Level::Part => self.part_above(index).map(|part| self.block(part)),
            Level::Item => (index > 0).then(|| index - 1..index),
        };
        let first_part = |above: &std::ops::Range<usize>| {
            self.sections[above.start].level == Level::Part && !self.has_part_above(above.start)
        };
        let own_level = self.sections[index].level;
        let above = above.filter(|above| own_level == Level::Part || !first_part(above));
        let Some(above) = above else {
            return Err("已经在最前面，不能再往上移".to_owned());
        };
        let mut later = self.clone();
        later.sections[above.start..own.end].rotate_left(above.len());
        Ok(self.change_to(later, "往上移", Some(id)))
    }

    /// Moves a section one place down; see [`Report::move_section_up`].
    ///
    /// # Errors
    /// Where it stands last.
    pub fn move_section_down(&self, id: SectionId) -> Changed {
        let index = self.find(id)?;
        let own = self.block(index);
        if own.end == self.sections.len() {
            return Err("已经在最后面，不能再往下移".to_owned());
        }
        let below = match self.sections[index].level {
            Level::Part => self.block(own.end),
            Level::Item => own.end..own.end + 1,
        };
        let mut later = self.clone();
        later.sections[own.start..below.end].rotate_left(own.len());
        Ok(self.change_to(later, "往下移", Some(id)))
    }

    /// Lets two parts change places, each with its items.
    ///
    /// # Errors
    /// Where they are not two parts.
    pub fn swap_parts(&self, one: SectionId, other: SectionId) -> Changed {
        let (one, other) = (self.find(one)?, self.find(other)?);
        let (first, second) = (self.block(one.min(other)), self.block(one.max(other)));
        let parts = [&first, &second].map(|block| self.sections[block.start].level);
        if parts != [Level::Part; 2] || first == second {
            return Err("只有两个部分才能对调".to_owned());
        }
        let mut later = self.clone();
        let moved = &mut later.sections[first.start..second.end];
        moved.rotate_right(second.len());
        // The first part now stands before what was between the two.
        moved[second.len()..].rotate_left(first.len());
        Ok(self.change_to(later, "两部分的先后", None))
    }

    /// Whether nothing but white space stands in the text of a section.
    pub fn is_blank(&self, id: SectionId) -> bool {
        self.section(id).is_none_or(Section::is_blank)
    }

    /// The change from this report to a later one, the caret at the end of the
    /// text of `section`. A number that a file wrote in its own way stays only
    /// where level and ordinal are what they were, and no section before it may
    /// be left out, for then they change with what is typed there.
    pub(super) fn change_to(
        &self,
        mut later: Self,
        what: &'static str,
        section: Option<SectionId>,
    ) -> Change {
        for index in 0..later.sections.len() {
            let own = &later.sections[index];
            let now = (own.level, later.ordinal(index));
            let before = self.index_of(own.id);
            let before = before.map(|old| (self.sections[old].level, self.ordinal(old)));
            if before != Some(now) || later.follows_optional(index) {
                later.sections[index].written.label = None;
            }
        }
        let body = section.and_then(|id| later.body(Place::Section(id))).unwrap_or_default();
        let at = position::end_of(body);
        let Self { sections, removed, .. } = later;
        let edit = Edit::Outline(Box::new(Outline { what, sections, removed }));
        Change { edit, section, at }
    }
}

#[cfg(test)]
mod tests;
