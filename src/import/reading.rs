//! A file as it is understood: its passages, each with what it is in the report.
//!
//! The one thing that the user sees and corrects before a draft is made. Every
//! change is a change of passages; the report follows from them alone
//! ([`Reading::build`]), so what is shown is what is imported.

use std::ops::Range;

use crate::report::{Level, Noise, Template};

use super::build;
use super::decode::Encoding;
use super::notes::Note;
use super::passage::{self, Passage, Role};
use super::recognise::is_date;
use super::source::{Format, Source};
use super::{Choices, Imported, heading, names, recognise};

/// A file as it is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The format of the file.
    pub format: Format,
    /// The encoding that it was read in, if it is a text.
    pub encoding: Option<Encoding>,
    pub(super) passages: Vec<Passage>,
    /// Residue of lines that hold nothing else, and what a reader took out.
    pub(super) noise: Vec<Noise>,
    /// What is odd in the file but asks for no decision.
    pub(super) notes: Vec<Note>,
}

impl Reading {
    /// What the lines of a file are, as far as can be told. Headings of the
    /// templates help where a heading is not parted from its text.
    pub fn of(source: &Source, templates: &[(String, Template)]) -> Self {
        let (passages, mut noise) = passage::passages(source);
        noise.extend(source.noise.iter().cloned());
        let mut reading = Self {
            format: source.format,
            encoding: source.encoding,
            passages,
            noise,
            notes: source.notes.clone(),
        };
        recognise::recognise(&mut reading, templates);
        reading
    }

    /// The passages in the order of the file.
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// The passages that wait for a decision, by their numbers from 0.
    pub fn doubts(&self) -> Vec<usize> {
        let numbered = self.passages.iter().enumerate();
        numbered.filter(|(_, passage)| passage.doubt.is_some()).map(|(index, _)| index).collect()
    }

    /// Says what a passage is; its doubt is settled by that.
    pub fn decide(&mut self, index: usize, role: Role) {
        if let Some(passage) = self.passages.get_mut(index) {
            passage.role = role;
            passage.doubt = None;
        }
    }

    /// The passage that one is joined to: the last above it that is not taken out.
    pub fn above(&self, index: usize) -> Option<usize> {
        let before = self.passages.get(..index)?;
        before.iter().rposition(|passage| passage.role != Role::Noise)
    }

    /// Puts a passage at the end of the one [above](Self::above) it; a page number
    /// may stand between. `false` where there is none, and for what is taken out.
    pub fn join(&mut self, index: usize) -> bool {
        let out = self.passages.get(index).is_none_or(|passage| passage.role == Role::Noise);
        let Some(above) = self.above(index).filter(|_| !out) else { return false };
        let second = self.passages.remove(index);
        let first = &mut self.passages[above];
        first.join(second);
        first.doubt = None;
        true
    }

    /// Cuts a passage in two before this byte of its text; what follows is a
    /// heading where it begins with a number, else text. `false` where nothing
    /// would be left of one of them.
    pub fn split(&mut self, index: usize, byte: usize) -> bool {
        let Some((mut first, mut second)) = self.passages.get(index).and_then(|p| p.cut(byte))
        else {
            return false;
        };
        first.doubt = None;
        second.role = match (first.role, heading::label(&second.text)) {
            (Role::Heading(_) | Role::Text, Some(label)) => Role::Heading(label.level),
            (Role::Heading(_), None) => Role::Text,
            (role, _) if SINGLE.contains(&role) => Role::Text,
            (role, _) => role,
        };
        // Names and the date behind them may have shared the line.
        if first.role == Role::Date && is_date(&second.text) {
            let signed = names::names(&first).is_some();
            first.role = if signed { Role::Signature } else { Role::Text };
            second.role = Role::Date;
        }
        self.passages.splice(index..=index, [first, second]);
        true
    }

    /// What a passage is by its words alone: a heading where it begins with a
    /// number, else text.
    pub fn likely(&self, index: usize) -> Role {
        let label = self.passages.get(index).and_then(|passage| heading::label(&passage.text));
        label.map_or(Role::Text, |label| Role::Heading(label.level))
    }

    /// Puts passages in the place of others, and gives these: so a change is
    /// taken back. A range beyond the end is cut there.
    pub fn put(&mut self, range: Range<usize>, passages: Vec<Passage>) -> Vec<Passage> {
        let end = range.end.min(self.passages.len());
        self.passages.splice(range.start.min(end)..end, passages).collect()
    }

    /// What is odd in the file but asks for no decision.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// How many headings of a level were recognised.
    pub fn headings(&self, level: Level) -> usize {
        self.passages.iter().filter(|passage| passage.role == Role::Heading(level)).count()
    }

    /// The report that the passages come to.
    pub fn build(&self, choices: &Choices) -> Imported {
        build::build(self, choices)
    }
}

/// What a report has one of: cut in two, only one piece can be it.
const SINGLE: [Role; 3] = [Role::Date, Role::DocNumber, Role::Addressee];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_name_and_date_is_cut_into_both() {
        let text = "云溪镇2025年报告\n一、成效\n甲。\n云溪镇人民政府  2026年1月5日\n";
        let mut reading = Reading::of(&crate::import::read(text.as_bytes(), None).unwrap(), &[]);
        assert_eq!(reading.passages()[3].role, Role::Date);
        assert!(reading.split(3, "云溪镇人民政府  ".len()));
        let roles: Vec<Role> = reading.passages()[3..].iter().map(|own| own.role).collect();
        assert_eq!(roles, [Role::Signature, Role::Date]);
    }

    #[test]
    fn what_is_taken_out_is_joined_over_and_never_joined() {
        let text = "云溪镇2025年报告\n一、成效\n全年学\n— 1 —\n习12次。\n";
        let mut reading = Reading::of(&crate::import::read(text.as_bytes(), None).unwrap(), &[]);
        assert_eq!(reading.passages()[3].role, Role::Noise);
        assert!(!reading.join(3));
        assert!(reading.join(4));
        assert_eq!(reading.passages()[2].text(), "全年学习12次。");
        assert_eq!(reading.passages()[3].role, Role::Noise);
    }

    #[test]
    fn a_change_is_taken_back_by_what_stood_there() {
        let text = "云溪镇2025年报告\n一、成效\n全年推进工作。（五）成效明显\n";
        let source = crate::import::read(text.as_bytes(), None).unwrap();
        let mut reading = Reading::of(&source, &[]);
        let before = reading.clone();
        let third = reading.passages()[2].clone();
        assert!(reading.split(2, "全年推进工作。".len()));
        assert_eq!(reading.passages()[3].role, Role::Heading(Level::Item));
        let put = reading.put(2..4, vec![third]);
        assert_eq!((put.len(), &reading), (2, &before));
        assert_eq!(
            (reading.likely(1), reading.likely(9)),
            (Role::Heading(Level::Part), Role::Text)
        );
        assert_eq!(reading.put(9..12, Vec::new()), []);
    }
}
