//! Changes of the outline that move text: add, split, merge, delete, restore.

use super::{Addition, Anchor, Change, Changed, NewSection};
use crate::report::prose::{self, Piece};
use crate::report::section::{Level, Section, SectionId};
use crate::report::{Place, Report};
use crate::text::position::{self, Position};

/// How much goes when a part is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal {
    /// The section alone; items of a part come under the part above.
    Alone,
    /// A part with its items.
    WithItems,
}

impl Report {
    /// Puts sections in, and paragraphs at the end of the section that stands there.
    ///
    /// # Errors
    /// Where there is nothing to put in, or no section for the paragraphs.
    pub fn add_sections(&self, anchor: Anchor, addition: &Addition) -> Changed {
        let mut later = self.clone();
        let own = self.level_at(anchor);
        if !addition.lead.is_empty() {
            let Anchor::After(id) = anchor else {
                return Err("第一行要是标题，前面没有可以放这一段的节".to_owned());
            };
            let section = &mut later.sections[self.find(id)?];
            section.body.extend(addition.lead.iter().cloned());
            section.done = false;
        }
        let levels = || addition.sections.iter().map(|new| new.level.unwrap_or(own));
        let highest = if levels().any(|level| level == Level::Part) { Level::Part } else { own };
        let start = self.index_for(anchor, highest)?;
        // Before the first part there are no items.
        let mut under_a_part = start > 0;
        let mut first = None;
        for (new, index) in addition.sections.iter().zip(start..) {
            under_a_part |= new.level.unwrap_or(own) == Level::Part;
            let level = if under_a_part { new.level.unwrap_or(own) } else { Level::Part };
            let NewSection { heading, body, .. } = new.clone();
            let section = Section { body, ..Section::new(later.free_id(), level, heading) };
            first = first.or(Some(section.id));
            later.sections.insert(index, section);
        }
        let above = if let Anchor::After(id) = anchor { Some(id) } else { None };
        match first.or(above) {
            None => Err("没有要加的标题".to_owned()),
            section => {
                let what = if first.is_some() { "加一节" } else { "写进正文" };
                Ok(self.change_to(later, what, section))
            }
        }
    }

    /// The level of a section that is put in here without a number: below a part
    /// that has items comes one more of these.
    pub fn level_at(&self, anchor: Anchor) -> Level {
        match anchor {
            Anchor::After(id) if self.items(id) > 0 => Level::Item,
            Anchor::After(id) => self.section(id).map_or(Level::Part, |section| section.level),
            Anchor::Start | Anchor::End => Level::Part,
        }
    }

    /// Parts a section at a place in its text: what follows becomes the text of
    /// a new section behind it. Neither is done any more.
    ///
    /// # Errors
    /// Where nothing stands on one side of the place.
    pub fn split_section(&self, id: SectionId, at: Position, heading: &str) -> Changed {
        let index = self.find(id)?;
        let (above, below) = self.parted(id, at)?;
        let mut later = self.clone();
        let own = &mut later.sections[index];
        own.body = above;
        own.done = false;
        let new = Section {
            key: own.key.clone(),
            optional: own.optional,
            body: below,
            ..Section::new(self.free_id(), own.level, heading)
        };
        let section = new.id;
        later.sections.insert(index + 1, new);
        let change = self.change_to(later, "拆成两节", Some(section));
        Ok(Change { at: Position::default(), ..change })
    }

    /// The text of a section before and behind a place; a figure or a blank
    /// around it stays whole, before it.
    ///
    /// # Errors
    /// Where nothing stands on one side of the place.
    pub fn parted(
        &self,
        id: SectionId,
        at: Position,
    ) -> Result<(Vec<String>, Vec<String>), String> {
        let mut above = self.body(Place::Section(id)).unwrap_or_default().to_vec();
        let mut at = position::clamp(&above, at);
        at.byte = above.get(at.paragraph).map_or(at.byte, |text| behind_piece(text, at.byte));
        let mut below =
            if at.paragraph < above.len() { above.split_off(at.paragraph) } else { Vec::new() };
        if let Some(torn) = below.first_mut()
            && at.byte > 0
        {
            let tail = torn.split_off(at.byte);
            above.push(std::mem::replace(torn, tail));
            if below[0].is_empty() {
                below.remove(0);
            }
        }
        let empty = |body: &[String]| body.iter().all(|text| text.trim().is_empty());
        if empty(&above) || empty(&below) {
            return Err("光标前后都要有文字：请先把光标放到要拆开的地方".to_owned());
        }
        Ok((above, below))
    }

    /// Puts the text of a section at the end of the section above; its items
    /// follow. Its heading is kept among the deleted ones.
    ///
    /// # Errors
    /// Where no section stands above.
    pub fn merge_section(&self, id: SectionId) -> Changed {
        let index = self.find(id)?;
        if index == 0 {
            return Err("上面没有节，不能并".to_owned());
        }
        let mut later = self.clone();
        let mut gone = later.sections.remove(index);
        let moved = std::mem::take(&mut gone.body);
        let target = &mut later.sections[index - 1];
        let join = (!moved.is_empty() && !target.body.is_empty())
            .then_some(Position { paragraph: target.body.len(), byte: 0 });
        target.done &= moved.is_empty();
        // What had to be written still has to be.
        target.optional &= gone.optional || moved.is_empty();
        target.body.extend(moved);
        let target = target.id;
        gone.done = false;
        later.put_away(gone);
        let change = self.change_to(later, "并入上一节", Some(target));
        Ok(Change { at: join.unwrap_or(change.at), ..change })
    }

    /// Takes a section out and keeps it, with its text, among the deleted ones.
    ///
    /// # Errors
    /// Where no section would be left, or items without a part.
    pub fn remove_section(&self, id: SectionId, removal: Removal) -> Changed {
        let index = self.find(id)?;
        let gone = match removal {
            Removal::Alone => index..index + 1,
            Removal::WithItems => self.block(index),
        };
        if gone.len() == self.sections.len() {
            return Err("报告里至少要留一节，不能全删".to_owned());
        }
        if removal == Removal::Alone && self.block(index).len() > 1 && !self.has_part_above(index) {
            return Err("上面没有部分，下面的节没有地方归".to_owned());
        }
        let mut later = self.clone();
        let sections: Vec<Section> = later.sections.drain(gone).collect();
        for section in sections {
            later.put_away(section);
        }
        let next = later.sections.get(index).or(later.sections.last());
        let next = next.map(|section| section.id);
        Ok(self.change_to(later, "删去一节", next))
    }

    /// Puts a deleted section back in, at its own level.
    ///
    /// # Errors
    /// Where it is no longer among the deleted ones.
    pub fn restore_section(&self, id: SectionId, anchor: Anchor) -> Changed {
        let mut later = self.clone();
        let Some(kept) = later.removed.iter().position(|section| section.id == id) else {
            return Err("删去的节里没有这一节了".to_owned());
        };
        let mut section = later.removed.remove(kept);
        let index = self.index_for(anchor, section.level)?;
        if index == 0 {
            section.level = Level::Part;
        }
        later.sections.insert(index, section);
        Ok(self.change_to(later, "找回一节", Some(id)))
    }

    /// Keeps a section that is gone from the outline; one that holds nothing is not.
    fn put_away(&mut self, section: Section) {
        if !section.heading.is_empty() || !section.body.is_empty() {
            self.removed.push(section);
        }
    }
}

/// The end of the figure or the blank that a byte of a paragraph stands in, else the byte.
fn behind_piece(paragraph: &str, byte: usize) -> usize {
    let mut pieces = prose::pieces(paragraph).into_iter();
    let around = pieces.find(|(range, piece)| {
        range.start < byte && byte < range.end && !matches!(piece, Piece::Text(_))
    });
    around.map_or(byte, |(range, _)| range.end)
}
