//! What 目录 and the rows above and below tell of each entry: derived, and
//! counted anew only where something changed, for a key must stay cheap.

use std::ops::Range;

use super::WritingPane;
use crate::app::entry::Entry;
use crate::app::session::Touched;
use crate::report::progress::Mark;
use crate::report::prose::Piece;
use crate::report::{Progress, Report, Tally};

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

    /// The pieces of a paragraph of the open text, as of the last fit.
    pub fn pieces(&self, paragraph: usize) -> Vec<(Range<usize>, Piece<'_>)> {
        let counted = self.facts.iter().zip(&self.tallies);
        let own = counted.into_iter().find(|(facts, _)| facts.entry == self.entry);
        let text = self.body().get(paragraph);
        own.zip(text).map(|((_, tally), text)| tally.pieces(paragraph, text)).unwrap_or_default()
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

    /// Passes on what has changed to all that follows from the report.
    pub(in crate::app) fn catch_up(&mut self) {
        let touched = self.session.take_touched();
        match touched {
            // Of a text that is not open the editor holds no rows.
            Touched::Prose(place, _) if self.place() != Some(place) => {}
            // Prose changes neither guidance nor figures nor the printed frame.
            Touched::Nothing | Touched::Prose(..) => self.editor.note(touched),
            Touched::Much => {
                self.editor.note(touched);
                self.guide.compose_anew();
            }
        }
        self.count(touched);
    }

    /// Counts anew what has changed.
    fn count(&mut self, touched: Touched) {
        let report = self.session.report();
        match touched {
            Touched::Nothing => {}
            Touched::Prose(place, splice) => {
                let entry = Entry::Text(place);
                let mut counted = self.facts.iter_mut().zip(&mut self.tallies);
                let Some((own, tally)) = counted.find(|(own, _)| own.entry == entry) else {
                    return;
                };
                if let Some(splice) = splice {
                    tally.follow(report, place, splice);
                }
                let before = *own;
                *own = facts(report, entry, before.required, tally);
                // An optional section that fills or empties takes or frees a number.
                if !before.required && (before.mark == Mark::Empty) != (own.mark == Mark::Empty) {
                    self.count(Touched::Much);
                }
            }
            Touched::Much => {
                let required = report.required();
                let asked =
                    |entry| matches!(entry, Entry::Text(place) if required.contains(&place));
                let tally = |entry| match entry {
                    Entry::Text(place) => report.tally(place),
                    Entry::Letterhead | Entry::Closing => Tally::default(),
                };
                let entries = self.session.entries();
                self.tallies = entries.iter().map(|entry| tally(*entry)).collect();
                let counted = entries.into_iter().zip(&self.tallies);
                let facts = counted.map(|(entry, own)| facts(report, entry, asked(entry), own));
                self.facts = facts.collect();
            }
        }
    }
}

fn facts(report: &Report, entry: Entry, required: bool, tally: &Tally) -> Facts {
    let (mark, words, open) = match entry {
        Entry::Letterhead => (Mark::Drafting, 0, report.open_in_letterhead().len()),
        Entry::Closing => (Mark::Drafting, 0, report.open_in_closing().len()),
        Entry::Text(place) => match report.mark(place) {
            Mark::Empty => (Mark::Empty, 0, 0),
            mark => (mark, tally.words() + report.heading_words(place), tally.open()),
        },
    };
    Facts { entry, mark, required, words, open }
}
