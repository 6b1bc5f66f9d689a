//! The changes of 导入: each is a step that can be taken back.

use std::mem::replace;

use super::ImportPane;
use super::steps::{Step, Was};
use crate::import::{
    Choices, Encoding, ImportError, Imported, Origin, Passage, Reading, Role, read,
};
use crate::report::{Level, Template};
use crate::text::position::Position;

/// From the highest to the lowest: what Tab and Shift+Tab lead through.
const LEVELS: [Role; 3] = [Role::Heading(Level::Part), Role::Heading(Level::Item), Role::Text];

/// What there can be only one of in a report.
const SINGLE: [Role; 5] =
    [Role::DocNumber, Role::Addressee, Role::Date, Role::Contact, Role::CopyTo];

impl ImportPane {
    /// Says what the chosen passage is; its doubt is settled by that. Where there
    /// can be one of a kind only, the one that was it before is what its words
    /// say: gives where that stands and what it is now.
    pub fn decide(&mut self, role: Role) -> Option<(Origin, Role)> {
        let index = self.list.selected;
        let passages = self.reading.passages().iter();
        let is_other = |(at, passage): &(usize, &Passage)| *at != index && passage.role == role;
        let other = passages.enumerate().find(is_other).filter(|_| SINGLE.contains(&role));
        let other = other.map(|(at, passage)| (at, passage.origin()));
        let what = self.said(role);
        let (first, last) = match other {
            Some((other, _)) => (index.min(other), index.max(other)),
            None => (index, index),
        };
        self.change(what, first, last - first + 1, |reading| {
            if let Some((other, _)) = other {
                reading.decide(other, reading.likely(other));
            }
            reading.decide(index, role);
            true
        });
        let (other, origin) = other?;
        Some((origin, self.reading.passages().get(other)?.role))
    }

    /// What was decided of the chosen passage, in a few words.
    pub fn said(&self, role: Role) -> String {
        match role {
            Role::Noise => format!("{}去掉", self.place()),
            other => format!("{}认成{}", self.place(), other.label()),
        }
    }

    /// Takes the chosen passage for what it is shown as; `false` where that was
    /// not in doubt.
    pub fn confirm(&mut self) -> bool {
        let doubted = self.chosen().filter(|passage| passage.doubt.is_some());
        let Some(role) = doubted.map(|passage| passage.role) else { return false };
        self.decide(role);
        self.unanswered = false;
        true
    }

    /// Whether a change was made since Enter was last pressed: one that comes right
    /// behind it was not meant to import. Asked once.
    pub fn take_unanswered(&mut self) -> bool {
        replace(&mut self.unanswered, false)
    }

    /// One level lower or higher; `None` at the end of the levels. What is no
    /// heading and no text counts as text.
    pub fn shift(&mut self, lower: bool) -> Option<Role> {
        let now = self.chosen()?.role;
        let role = match (LEVELS.iter().position(|level| *level == now), lower) {
            (Some(level), true) => *LEVELS.get(level + 1)?,
            (Some(level), false) => LEVELS[level.checked_sub(1)?],
            (None, true) => Role::Text,
            (None, false) => Role::Heading(Level::Item),
        };
        self.decide(role);
        Some(role)
    }

    /// Takes the chosen passage out, or back in as what it was, with what was not
    /// certain of it.
    pub fn toggle_noise(&mut self) -> Option<Role> {
        let mut passage = self.chosen()?.clone();
        if passage.role != Role::Noise {
            self.dropped.retain(|own| own.origin() != passage.origin());
            self.dropped.push(passage);
            self.decide(Role::Noise);
            return Some(Role::Noise);
        }
        let known = self.dropped.iter().find(|own| own.origin() == passage.origin());
        let likely = || (self.reading.likely(self.list.selected), None);
        let (role, doubt) = known.map_or_else(likely, |own| (own.role, own.doubt.clone()));
        let index = self.list.selected;
        let what = format!("{}放回", self.place());
        (passage.role, passage.doubt) = (role, doubt);
        self.change(what, index, 1, |reading| {
            reading.put(index..index + 1, vec![passage]);
            true
        });
        Some(role)
    }

    /// Cuts the chosen passage at the caret, and chooses what stood behind it;
    /// `false` where nothing would be left of one of them.
    pub fn split(&mut self) -> bool {
        let (index, byte) = (self.list.selected, self.caret());
        let what = format!("{}断开", self.place());
        let cut = self.change(what, index, 1, |reading| reading.split(index, byte));
        if cut {
            self.choose(index + 1);
        }
        cut
    }

    /// Puts the chosen passage at the end of the one above that is not taken out,
    /// the caret where they meet; `false` where there is none.
    pub fn join(&mut self) -> bool {
        let index = self.list.selected;
        let Some(above) = self.reading.above(index) else { return false };
        let what = format!("{}接到上一段", self.place());
        let length = self.body.first().map_or(0, String::len);
        let joined = self.change(what, above, index - above + 1, |reading| reading.join(index));
        if joined {
            self.choose(above);
            let whole = self.body.first().map_or(0, String::len);
            let byte = whole.saturating_sub(length);
            self.editor.place(Position { paragraph: 0, byte });
        }
        joined
    }

    /// Reads the file again in another encoding; what was decided is taken back
    /// by undoing that.
    ///
    /// # Errors
    /// The file cannot be read in this encoding; nothing is changed.
    pub fn reread(&mut self, encoding: Encoding) -> Result<(), ImportError> {
        let source = read(&self.bytes, Some(encoding))?;
        let new = self.understand(&source);
        let before = replace(&mut self.reading, new);
        let what = format!("换成 {} 编码", encoding.label());
        self.note(what, Was::Reading(Box::new(before)));
        self.begin(0);
        Ok(())
    }

    /// Takes the year that the report is on.
    pub fn set_year(&mut self, year: i32) {
        let before = self.year.replace(year);
        self.note(format!("年度改为 {year}"), Was::Year(before));
    }

    /// Takes the last change back, or does it again; gives what it was.
    pub fn step(&mut self, undo: bool) -> Option<String> {
        let Step { what, chosen, was } = self.steps.take(undo)?;
        let inverse = match was {
            Was::Passages(range, before) => {
                let stands = range.start..range.start + before.len();
                Was::Passages(stands, self.reading.put(range, before))
            }
            Was::Reading(before) => Was::Reading(Box::new(replace(&mut self.reading, *before))),
            Was::File(before) => Was::File(Box::new(self.exchange(*before))),
            Was::Year(before) => Was::Year(replace(&mut self.year, before)),
        };
        let inverse = Step { what: what.clone(), chosen: self.list.selected, was: inverse };
        self.steps.keep(undo, inverse);
        self.unanswered = true;
        self.build();
        self.choose(chosen);
        Some(what)
    }

    /// Changes so many passages from `first` on, if `how` can, as one step.
    pub(super) fn change(
        &mut self,
        what: String,
        first: usize,
        count: usize,
        how: impl FnOnce(&mut Reading) -> bool,
    ) -> bool {
        let passages = self.reading.passages();
        let length = passages.len();
        let Some(before) = passages.get(first..first + count).map(<[_]>::to_vec) else {
            return false;
        };
        if !how(&mut self.reading) {
            return false;
        }
        let now = (self.reading.passages().len() + count).saturating_sub(length);
        self.note(what, Was::Passages(first..first + now, before));
        true
    }

    /// Notes a change that was made, and lets the report follow.
    pub(super) fn note(&mut self, what: String, was: Was) {
        self.steps.note(Step { what, chosen: self.list.selected, was });
        self.unanswered = true;
        self.build();
    }

    /// The report as it is shown. Which template it follows is not seen here, and
    /// to compare all headings with all templates at every key is slow.
    pub(super) fn build(&mut self) {
        self.imported = self.built(&[]);
    }

    /// The report with the template that it follows: what a draft is made of.
    pub fn finished(&self) -> Imported {
        self.built(&self.templates)
    }

    /// The year that the file says, whatever was typed.
    pub fn year_in_file(&self) -> Option<i32> {
        let read = self.reading.build(&Choices::default());
        Some(read.report.year).filter(|year| *year != 0)
    }

    fn built(&self, templates: &[(String, Template)]) -> Imported {
        let encoding = self.reading.encoding;
        self.reading.build(&Choices { encoding, year: self.year, template: None, templates })
    }
}
