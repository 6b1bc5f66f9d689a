//! What 目录 and the rows above and below tell of each entry: derived, and
//! counted anew only where something changed, for a key must stay cheap.

use super::WritingPane;
use crate::app::entry::Entry;
use crate::app::session::Touched;
use crate::report::progress::Mark;
use crate::report::{Progress, Report};

/// What is told of one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The entry.
    pub entry: Entry,
    /// Its mark; 版头 and 落款 have none and count as drafted.
    pub mark: Mark,
    /// Whether it is one of the required texts.
    pub required: bool,
    /// Its 字数, with the heading; 0 without text.
    pub words: usize,
    /// How much in it must still be filled.
    pub open: usize,
}

impl WritingPane {
    /// What is told of each entry, in the order of 目录, as of the last fit.
    pub fn facts(&self) -> &[Facts] {
        &self.facts
    }

    /// What is told of the open entry.
    pub fn open_facts(&self) -> Option<&Facts> {
        self.facts.get(self.outline.selected)
    }

    /// Texts done of texts required.
    pub fn progress(&self) -> Progress {
        let required = self.facts.iter().filter(|facts| facts.required);
        let done = required.clone().filter(|facts| facts.mark == Mark::Done);
        Progress { done: done.count(), required: required.count() }
    }

    /// How much in the whole report must still be filled.
    pub fn open(&self) -> usize {
        self.facts.iter().map(|facts| facts.open).sum()
    }

    /// Counts anew what has changed.
    pub(in crate::app) fn count(&mut self, touched: Touched) {
        let report = self.session.report();
        match touched {
            Touched::Nothing => {}
            Touched::Prose(place) => {
                let entry = Entry::Text(place);
                let Some(own) = self.facts.iter_mut().find(|facts| facts.entry == entry) else {
                    return;
                };
                let before = *own;
                *own = count(report, entry, before.required);
                // An optional section that fills or empties takes or frees a number.
                if !before.required && (before.mark == Mark::Empty) != (own.mark == Mark::Empty) {
                    self.count(Touched::Much);
                }
            }
            Touched::Much => {
                let required = report.required();
                let entries = self.session.entries().into_iter();
                let asked =
                    |entry| matches!(entry, Entry::Text(place) if required.contains(&place));
                self.facts = entries.map(|entry| count(report, entry, asked(entry))).collect();
            }
        }
    }
}

fn count(report: &Report, entry: Entry, required: bool) -> Facts {
    let (mark, words, open) = match entry {
        Entry::Letterhead => (Mark::Drafting, 0, report.open_in_letterhead().len()),
        Entry::Closing => (Mark::Drafting, 0, report.open_in_closing().len()),
        Entry::Text(place) => match report.mark(place) {
            Mark::Empty => (Mark::Empty, 0, 0),
            mark => (mark, report.words(place), report.open_in(place).len()),
        },
    };
    Facts { entry, mark, required, words, open }
}
