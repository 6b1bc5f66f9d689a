//! Changes of the outline at the open entry.

use super::WritingPane;
use super::typing::refuse_if_read_only;
use crate::app::entry::{Entry, Spot};
use crate::app::history::Kind;
use crate::report::outline::{Anchor, Change};
use crate::report::{Place, Report, SectionId};

impl WritingPane {
    /// The open section, which can be changed.
    ///
    /// # Errors
    /// A Chinese sentence where the entry is none, or the draft can only be read.
    pub fn own_section(&self) -> Result<SectionId, String> {
        self.refuse_if_read_only()?;
        match self.place() {
            Some(Place::Section(id)) => Ok(id),
            Some(Place::Preamble) | None => Err("请先在目录里选一个部分或一节".to_owned()),
        }
    }

    /// Where a section is put in that stands below the open entry.
    pub fn anchor(&self) -> Anchor {
        match self.entry() {
            Entry::Letterhead | Entry::Text(Place::Preamble) => Anchor::Start,
            Entry::Text(Place::Section(id)) => Anchor::After(id),
            Entry::Closing => Anchor::End,
        }
    }

    /// # Errors
    /// The usual sentence where the draft can only be read.
    pub fn refuse_if_read_only(&self) -> Result<(), String> {
        refuse_if_read_only(&self.session)
    }

    /// Makes a change of the outline, and opens the section that it leads to.
    pub fn reshape(&mut self, change: Change) -> Result<(), String> {
        self.refuse_if_read_only()?;
        let before = self.spot();
        let entry = change.section.map_or(Entry::Letterhead, |id| Entry::Text(Place::Section(id)));
        // A text that stays open keeps its caret.
        let position = if entry == before.entry { before.position } else { change.at };
        self.session.seal();
        self.session.change(change.edit, Kind::Single, before, Spot { entry, position })?;
        self.go_to(entry);
        self.editor.place(position);
        Ok(())
    }
}

/// The entry to open for one that a step was made in: itself, or, where it is
/// gone, the first required text that is not done.
pub(super) fn nearest(pane: &WritingPane, entry: Entry) -> Entry {
    if exists(pane.session.report(), entry) {
        return entry;
    }
    pane.undone().first().copied().map_or(Entry::Letterhead, Entry::Text)
}

fn exists(report: &Report, entry: Entry) -> bool {
    match entry {
        Entry::Letterhead | Entry::Closing => true,
        Entry::Text(place) => report.body(place).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::pane::writing::Focus;
    use crate::app::session::Session;
    use crate::report::testing;
    use crate::text::position::Position;

    #[test]
    fn a_caret_in_a_section_that_is_gone_goes_to_a_text_that_is_there() {
        let session = Session::new("甲".to_owned(), testing::report(), None);
        let mut pane = WritingPane::new(session, &[]);
        pane.go_to(Entry::Closing);
        pane.focus = Focus::Guide;
        let gone = Entry::Text(Place::Section(SectionId(99)));
        pane.restore(Spot { entry: gone, position: Position { paragraph: 7, byte: 7 } });
        assert_eq!((pane.entry(), pane.focus), (Entry::Text(Place::Preamble), Focus::Text));
        assert_eq!(pane.spot().position, crate::text::position::end_of(pane.body()));
        assert_eq!(pane.outline.selected, 1);
    }
}
