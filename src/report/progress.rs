//! How far a report is: derived from the text and the author's marks, never stored.

use super::Report;
use super::prose::{self, Piece};
use super::section::Place;

/// What is known of one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing but white space.
    Empty,
    /// Text, but the author has not said that it is done.
    Drafting,
    /// Done by the author's word.
    Done,
}

/// Texts done of texts required.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many are done.
    pub done: usize,
    /// How many there must be.
    pub required: usize,
}

impl Progress {
    /// Whether nothing is left to do.
    pub fn complete(self) -> bool {
        self.done == self.required
    }
}

/// Something in a text that must still be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Which text; `None` for title block and closing lines.
    pub place: Option<Place>,
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// Where it begins in the paragraph, in bytes.
    pub byte: usize,
    /// What stands there: `【…】` or `{名称}`.
    pub text: String,
}

impl Report {
    /// The mark of a text. A text that is gone is empty whatever was said of it.
    pub fn mark(&self, place: Place) -> Mark {
        let body = self.body(place).unwrap_or_default();
        let done = match place {
            Place::Preamble => self.lead_in().is_some_and(|p| p.done),
            Place::Section(id) => self.section(id).is_some_and(|s| s.done),
        };
        if body.iter().all(|paragraph| paragraph.trim().is_empty()) {
            Mark::Empty
        } else if done {
            Mark::Done
        } else {
            Mark::Drafting
        }
    }

    /// The texts that must be done: 导语 where there is one, and every section
    /// that is not optional and has no items of which anything is printed.
    pub fn required(&self) -> Vec<Place> {
        let preamble = self.lead_in().map(|_| Place::Preamble).into_iter();
        let sections = self.sections.iter().enumerate();
        let leaves = sections.filter(|(index, s)| !s.optional && !self.has_items(*index));
        preamble.chain(leaves.map(|(_, s)| Place::Section(s.id))).collect()
    }

    /// Texts done of texts required.
    pub fn progress(&self) -> Progress {
        let required = self.required();
        let done = required.iter().filter(|place| self.mark(**place) == Mark::Done);
        Progress { done: done.count(), required: required.len() }
    }

    /// What must still be filled in one text: blanks, and figures without a value.
    pub fn open_in(&self, place: Place) -> Vec<Open> {
        let body = self.body(place).unwrap_or_default();
        self.open_of(Some(place), body)
    }

    /// What must still be filled in the whole report, in reading order.
    pub fn open(&self) -> Vec<Open> {
        let mut all = self.open_in_letterhead();
        for place in self.places() {
            all.extend(self.open_in(place));
        }
        all.extend(self.open_in_closing());
        all
    }

    /// What must still be filled in the title block.
    pub fn open_in_letterhead(&self) -> Vec<Open> {
        let letterhead = &self.letterhead;
        let mut lines = letterhead.issuers.clone();
        lines.push(self.title());
        lines.extend(letterhead.doc_number.clone());
        lines.extend(letterhead.addressee.clone());
        self.open_of(None, &lines)
    }

    /// What must still be filled in the closing lines.
    pub fn open_in_closing(&self) -> Vec<Open> {
        let closing = &self.closing;
        let mut lines = closing.attachments.clone();
        lines.extend(closing.signers(self.style.signature).iter().cloned());
        lines.extend(closing.date.clone());
        lines.extend(closing.contact.clone());
        lines.extend(closing.copy_to.clone());
        self.open_of(None, &lines)
    }

    /// Whether a piece must still be filled.
    pub(super) fn is_open(&self, piece: &Piece<'_>) -> bool {
        match piece {
            Piece::Text(_) => false,
            Piece::Blank(_) => true,
            Piece::Citation(name) => self.figure(name).is_none_or(|f| f.value.is_none()),
        }
    }

    fn open_of(&self, place: Option<Place>, body: &[String]) -> Vec<Open> {
        let mut open = Vec::new();
        for (paragraph, text) in body.iter().enumerate() {
            for (range, piece) in prose::pieces(text) {
                if self.is_open(&piece) {
                    open.push(Open {
                        place,
                        paragraph,
                        byte: range.start,
                        text: text[range].to_owned(),
                    });
                }
            }
        }
        open
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Amount, Figure, SectionId, testing};

    const STUDY: Place = Place::Section(SectionId(2));

    fn written(body: &[&str]) -> Report {
        let mut report = testing::report();
        report.sections[1].body = body.iter().map(|text| (*text).to_owned()).collect();
        report
    }

    #[test]
    fn a_text_that_is_gone_is_empty_whatever_was_said_of_it() {
        let mut report = written(&["全年学习。"]);
        assert_eq!(report.mark(STUDY), Mark::Drafting);
        report.sections[1].done = true;
        assert_eq!(report.mark(STUDY), Mark::Done);
        report.sections[1].body = vec!["\u{3000} ".into(), String::new()];
        assert_eq!(report.mark(STUDY), Mark::Empty);
        assert_eq!(report.mark(Place::Section(SectionId(9))), Mark::Empty);
    }

    #[test]
    fn parents_and_optional_texts_are_not_required() {
        let mut report = testing::report();
        let ids = |report: &Report| -> Vec<Place> { report.required() };
        let section = |id| Place::Section(SectionId(id));
        assert_eq!(ids(&report), [Place::Preamble, section(2), section(3), section(4)]);
        report.sections[2].optional = true;
        report.preamble = None;
        assert_eq!(ids(&report), [section(2), section(4)]);
        // A part under which nothing is written must have a text itself.
        report.sections[1].optional = true;
        assert_eq!(ids(&report), [section(1), section(4)]);
        report.sections[1].body = vec!["写了。".into()];
        assert_eq!(ids(&report), [section(4)]);
    }

    #[test]
    fn progress_counts_what_is_done_of_what_is_required() {
        let mut report = written(&["全年学习。"]);
        assert_eq!(report.progress(), Progress { done: 0, required: 4 });
        report.sections[1].done = true;
        // The text of a part with items, and the mark of an empty text, do not count.
        report.sections[0].body = vec!["家底。".into()];
        report.sections[0].done = true;
        report.sections[2].done = true;
        assert_eq!(report.progress(), Progress { done: 1, required: 4 });
        assert!(!report.progress().complete());
        for section in &mut report.sections {
            section.body = vec!["写完。".into()];
            section.done = true;
        }
        report.preamble = None;
        assert!(report.progress().complete());
    }

    #[test]
    fn blanks_and_figures_without_a_value_are_open() {
        let mut report = written(&["共{审查合同}份、{法律顾问}名。", "其中【几】份、{别处}件。"]);
        let figure = |name: &str, value: Option<&str>| Figure {
            name: name.into(),
            value: value.map(|text| Amount::parse(text).unwrap()),
            unit: String::new(),
            source: String::new(),
        };
        report.figures = vec![figure("审查合同", Some("12")), figure("法律顾问", None)];
        let open: Vec<_> = report
            .open_in(STUDY)
            .into_iter()
            .map(|open| (open.place, open.paragraph, open.text))
            .collect();
        let expected = [(0, "{法律顾问}"), (1, "【几】"), (1, "{别处}")];
        assert_eq!(open, expected.map(|(at, text)| (Some(STUDY), at, text.to_owned())));
    }

    #[test]
    fn the_frame_is_open_too() {
        let report = written(&["【几】"]);
        let texts = |open: Vec<Open>| -> Vec<String> { open.into_iter().map(|o| o.text).collect() };
        assert_eq!(texts(report.open_in_closing()), ["【】"]);
        assert_eq!(texts(report.open()), ["【几】", "【几】", "【】"]);
        assert_eq!(report.open()[2].place, None);
    }
}
