//! An open draft: the report, what was done to it, and what is saved of it.

use super::entry::{Entry, Spot};
use super::history::{History, Kind, Step};
use crate::report::{Edit, Report};

/// An open draft.
#[derive(Clone, Debug)]
pub struct Session {
    /// The ID of the draft.
    pub id: String,
    /// Who else has the draft open, if it can only be read here.
    pub read_only: Option<String>,
    report: Report,
    history: History,
    revision: u64,
    saved: u64,
}

impl Session {
    /// A session on a draft that has just been read.
    pub fn new(id: String, report: Report, read_only: Option<String>) -> Self {
        Self { id, read_only, report, history: History::default(), revision: 0, saved: 0 }
    }

    /// The report as it stands.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Counts the changes; a saver compares it with what it has written.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether there are changes that are not on disk.
    pub fn unsaved(&self) -> bool {
        self.revision > self.saved
    }

    /// Notes that a revision is on disk.
    pub fn mark_saved(&mut self, revision: u64) {
        self.saved = self.saved.max(revision);
    }

    /// The entries of 目录, in their order.
    pub fn entries(&self) -> Vec<Entry> {
        let texts = self.report.places().into_iter().map(Entry::Text);
        std::iter::once(Entry::Letterhead)
            .chain(texts)
            .chain(std::iter::once(Entry::Closing))
            .collect()
    }

    /// Makes a change as a step, or as part of the last one. An edit that does
    /// not fit changes nothing and is told.
    pub fn change(
        &mut self,
        edit: Edit,
        kind: Kind,
        before: Spot,
        after: Spot,
    ) -> Result<(), String> {
        let back = self.report.apply(edit).map_err(|e| e.to_string())?;
        self.history.record(Step { back: vec![back], before, after, kind });
        self.revision += 1;
        Ok(())
    }

    /// Ends a run of typing.
    pub fn seal(&mut self) {
        self.history.seal();
    }

    /// Takes the last step back and says where the caret was before it.
    pub fn undo(&mut self) -> Option<Spot> {
        let step = self.history.pop_undo()?;
        let before = step.before;
        let undone = self.reverse(step)?;
        self.history.push_redo(undone);
        Some(before)
    }

    /// Does the last undone step again and says where the caret was after it.
    pub fn redo(&mut self) -> Option<Spot> {
        let step = self.history.pop_redo()?;
        let after = step.after;
        let redone = self.reverse(step)?;
        self.history.push_undo(redone);
        Some(after)
    }

    /// Applies the edits of a step backwards; the step that results takes that back.
    fn reverse(&mut self, step: Step) -> Option<Step> {
        let mut back = Vec::with_capacity(step.back.len());
        for edit in step.back.into_iter().rev() {
            back.push(self.report.apply(edit).ok()?);
        }
        self.revision += 1;
        Some(Step { back, ..step })
    }
}
