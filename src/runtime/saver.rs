//! Saving on a thread of its own: typing never waits for a disk.
//!
//! The newest state wins: states that wait behind a save in progress are
//! dropped but for the last. The thread owns the open draft and its lock.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use super::clock;
use super::events::Message;
use crate::app::effect::Outcome;
use crate::report::Report;
use crate::storage::{OpenDraft, StorageError};

/// How long leaving waits for the last save.
const LAST_SAVE: Duration = Duration::from_millis(1500);

/// A state to be saved.
struct State {
    report: Report,
    revision: u64,
}

/// The saver of one open draft.
pub(super) struct Saver {
    states: Sender<State>,
    end: Receiver<Result<(), StorageError>>,
    sent: u64,
}

impl Saver {
    /// Starts saving a draft; outcomes go to the loop.
    pub(super) fn start(draft: OpenDraft, sender: Sender<Message>) -> Self {
        let (states, waiting) = channel();
        let (tell_end, end) = channel();
        thread::spawn(move || {
            let last = save_all(draft, &waiting, &sender);
            // Nobody listens any more when leaving took too long.
            let _ = tell_end.send(last);
        });
        Self {
            states,
            end,
            sent: 0,
        }
    }

    /// The newest revision that was given to the saver.
    pub(super) fn sent(&self) -> u64 {
        self.sent
    }

    /// Gives a state to the saver.
    pub(super) fn save(&mut self, report: Report, revision: u64) {
        // A saver that is gone is told by `finish`.
        let _ = self.states.send(State { report, revision });
        self.sent = revision;
    }

    /// Waits until the last state is on disk and the lock is given back.
    pub(super) fn finish(self) -> Result<(), String> {
        drop(self.states);
        match self.end.recv_timeout(LAST_SAVE) {
            Ok(last) => last.map_err(|error| error.to_string()),
            Err(_) => Err("最后一次保存没有等到结果，请重新打开稿件看一看".to_owned()),
        }
    }
}

/// Saves states until no more can come; gives what came of the last save.
fn save_all(
    mut draft: OpenDraft,
    states: &Receiver<State>,
    sender: &Sender<Message>,
) -> Result<(), StorageError> {
    let mut last = Ok(());
    while let Ok(first) = states.recv() {
        let State { report, revision } = states.try_iter().last().unwrap_or(first);
        let saved = draft.save(&report, &clock::stamp());
        let outcome = match &saved {
            Ok(saved) => Outcome::Saved {
                revision,
                time: clock::time(),
                moved_to: saved.conflict.as_ref().map(ToString::to_string),
            },
            Err(error) => Outcome::Unsaved(format!("没有存上，文字还在：{error}")),
        };
        let _ = sender.send(Message::Done(outcome));
        last = saved.map(|_| ());
    }
    last
}
