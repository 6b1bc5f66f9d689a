//! When the open draft is saved, and that nothing is left unsaved at the end.

use std::time::{Duration, Instant};

use super::saver::Saver;
use super::{Program, rescue};
use crate::app::effect::Outcome;
use crate::app::session::Session;

/// Saving begins at most this long after the last key …
const QUIET: Duration = Duration::from_millis(200);
/// … and at least this often while keys come.
const STEADY: Duration = Duration::from_secs(1);
/// How long to wait before a save that failed is tried again.
const RETRY: Duration = Duration::from_secs(5);

/// When the open draft is to be saved or checked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Due {
    /// The first change that waits.
    first: Instant,
    /// When saving begins if no further key comes.
    at: Instant,
}

impl Due {
    /// At once.
    pub(super) fn now() -> Self {
        let now = Instant::now();
        Self { first: now, at: now }
    }

    /// A moment after a change that was just made; `before` is when the changes that
    /// wait already are due.
    pub(super) fn after(before: Option<Self>) -> Self {
        let now = Instant::now();
        let first = before.map_or(now, |due| due.first);
        Self { first, at: (now + QUIET).min(first + STEADY) }
    }

    /// Whether it is time.
    pub(super) fn is_past(self) -> bool {
        self.at <= Instant::now()
    }

    /// Some time after a save that failed.
    pub(super) fn again() -> Self {
        let now = Instant::now();
        Self { first: now, at: now + RETRY }
    }

    /// How long until then.
    pub(super) fn wait(self) -> Duration {
        self.at.saturating_duration_since(Instant::now())
    }
}

impl Program {
    /// Sets the time of the next save when there is something to save.
    pub(super) fn note_changes(&mut self) {
        let Some(session) = self.app.session() else {
            self.due = None;
            return;
        };
        let sent = self.saver.as_ref().map_or(u64::MAX, Saver::sent);
        if session.revision() > sent {
            self.due = Some(Due::after(self.due));
        }
    }

    pub(super) fn save_if_due(&mut self) {
        if self.due.is_some_and(Due::is_past) {
            self.save();
        }
    }

    /// Gives the present state to the saver.
    pub(super) fn save(&mut self) {
        self.due = None;
        let (Some(session), Some(saver)) = (self.app.session(), &mut self.saver) else {
            return;
        };
        if let Err(sentence) = saver.save(session.report().clone(), session.revision()) {
            self.settle(Outcome::Unsaved(sentence));
        }
    }

    /// Saves what is not saved and waits for it; tells what the last save has to say.
    pub(super) fn save_all(&mut self) -> Result<Option<String>, String> {
        let sent = self.saver.as_ref().map_or(u64::MAX, Saver::sent);
        let newer = |session: &Session| session.unsaved() || session.revision() > sent;
        if self.app.session().is_some_and(newer) {
            self.save();
        }
        self.saver.as_ref().map_or(Ok(None), Saver::wait)
    }

    /// Lets go of the draft, whose lock is free when this returns.
    pub(super) fn end_saver(&mut self) {
        if let Some(saver) = self.saver.take() {
            saver.end();
        }
    }

    /// The end of every run: saves all, and where the draft takes no writing,
    /// leaves a copy where it can be found. What is to be told comes back.
    pub(super) fn let_go(&mut self) -> Result<Option<String>, String> {
        if let Some(changed) = self.app.settings_to_keep() {
            // The terminal may be gone: there is nobody to be told.
            let _ = changed.keep(&self.data);
        }
        let saved = match self.given_up.take() {
            Some(sentence) => Err(sentence),
            None => self.save_all(),
        };
        match (saved, self.app.session()) {
            (Err(sentence), Some(session)) => Err(rescue::keep(session, &self.data, &sentence)),
            (saved, _) => saved.map(|remark| remark.or(self.remark.take())),
        }
    }
}
