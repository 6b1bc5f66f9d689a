//! An open draft: the report, what was done to it, and what is saved of it.

use super::checks::{Changes, Checked, Checks};
use super::entry::{Entry, Spot};
use super::history::{History, Kind, Step};
use crate::check::Script;
use crate::report::{Edit, Place, Report, Waiver};
use crate::text::Splice;

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
    touched: Touched,
    checks: Checks,
}

/// What has changed since somebody last asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Touched {
    /// Nothing.
    Nothing,
    /// The prose of one text: which stretch of it, or only that it is done or not.
    Prose(Place, Option<Splice>),
    /// More than that.
    #[default]
    Much,
}

/// A step that was taken back or done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Where the caret belongs.
    pub spot: Spot,
    /// What the step was, in a word.
    pub what: String,
    /// Whether it changed the outline.
    pub outline: bool,
}

impl Touched {
    /// This, and then that.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nothing, one) | (one, Self::Nothing) => one,
            (Self::Prose(one, before), Self::Prose(two, after)) if one == two => {
                let both = before.zip(after).map(|(before, after)| before.then(after));
                Self::Prose(one, both.or(before).or(after))
            }
            _ => Self::Much,
        }
    }

    fn by(edit: &Edit) -> Self {
        match edit {
            Edit::Text { place, at, removed, inserted } => {
                Self::Prose(*place, Some(Splice::new(*at, removed, inserted)))
            }
            Edit::Done { place, .. } => Self::Prose(*place, None),
            // No text, number or mark follows from it.
            Edit::Waivers(_) => Self::Nothing,
            Edit::All(edits) => edits.iter().map(Self::by).fold(Self::Nothing, Self::and),
            _ => Self::Much,
        }
    }
}

impl Session {
    /// A session on a draft that has just been read.
    pub fn new(id: String, report: Report, read_only: Option<String>) -> Self {
        Self {
            id,
            read_only,
            report,
            history: History::default(),
            revision: 0,
            saved: 0,
            touched: Touched::Much,
            checks: Checks::default(),
        }
    }

    /// The report as it stands.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Counts the changes; a saver compares it with what it has written.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What the checks have found in it.
    pub fn checks(&self) -> &Checks {
        &self.checks
    }

    /// Takes the result of a check.
    pub fn take_checked(&mut self, checked: Checked) {
        self.checks.take(checked, &self.report);
    }

    /// Takes away what a waiver that was just given covers.
    pub(super) fn set_aside(&mut self, waiver: &Waiver) {
        let script = Script::of(&self.report);
        self.checks.set_aside(|finding| finding.is_left(waiver, &script));
    }

    /// Takes away what a rule has found that is switched off.
    pub(super) fn drop_rule(&mut self, rule: &str) {
        self.checks.drop_rule(rule);
    }

    /// What has changed since this was last asked.
    pub fn take_touched(&mut self) -> Touched {
        std::mem::replace(&mut self.touched, Touched::Nothing)
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
        let (touched, changes) = (Touched::by(&edit), Changes::of(&edit));
        let back = self.report.apply(edit).map_err(|e| e.to_string())?;
        self.history.record(Step { back: vec![back], before, after, kind });
        self.note(touched, changes);
        Ok(())
    }

    /// Ends a run of typing.
    pub fn seal(&mut self) {
        self.history.seal();
    }

    /// Goes on with a session on a draft that was read again. Where it can only
    /// be read now, nothing is undone.
    pub fn resume(&mut self, read_only: Option<String>) {
        if read_only.is_some() {
            self.history = History::default();
        }
        self.read_only = read_only;
        self.saved = self.revision;
        self.touched = Touched::Much;
    }

    /// Where the caret will belong after taking a step back or doing one again.
    pub fn ahead(&self, back: bool) -> Option<Spot> {
        if back {
            self.history.last_undo().map(|step| step.before)
        } else {
            self.history.last_redo().map(|step| step.after)
        }
    }

    /// Takes the last step back; the caret belongs where it was before it.
    pub fn undo(&mut self) -> Option<Taken> {
        let step = self.history.pop_undo()?;
        let told = Taken { spot: step.before, what: step.what(), outline: step.is_outline() };
        let undone = self.reverse(step)?;
        self.history.push_redo(undone);
        Some(told)
    }

    /// Does the last undone step again; the caret belongs where it was after it.
    pub fn redo(&mut self) -> Option<Taken> {
        let step = self.history.pop_redo()?;
        let told = Taken { spot: step.after, what: step.what(), outline: step.is_outline() };
        let redone = self.reverse(step)?;
        self.history.push_undo(redone);
        Some(told)
    }

    /// Applies the edits of a step backwards; the step that results takes that back.
    fn reverse(&mut self, step: Step) -> Option<Step> {
        // As one edit: it fits whole or changes nothing.
        let edits = Edit::All(step.back.into_iter().rev().collect());
        let (touched, changes) = (Touched::by(&edits), Changes::of(&edits));
        let back = vec![self.report.apply(edits).ok()?];
        self.note(touched, changes);
        Some(Step { back, ..step })
    }

    /// Counts a change that was made, and lets go with it what follows the text.
    fn note(&mut self, touched: Touched, changes: Changes) {
        self.touched = self.touched.and(touched);
        self.revision += 1;
        self.checks.follow(changes, self.revision, &self.report);
    }
}
