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
use crate::storage::{OpenDraft, Saved, StorageError};

/// How long leaving waits for the last save.
const LAST_SAVE: Duration = Duration::from_millis(1500);

/// What the saver is asked for.
enum Order {
    /// Save this state of this revision.
    Save(Box<Report>, u64),
    /// Answer when all before it is on disk, with what came of the last save.
    Answer(Sender<Result<(), StorageError>>),
}

/// The saver of one open draft. Dropping it gives the lock back.
pub(super) struct Saver {
    orders: Sender<Order>,
    sent: u64,
}

impl Saver {
    /// Starts saving a draft; outcomes go to the loop.
    pub(super) fn start(draft: OpenDraft, sender: Sender<Message>) -> Self {
        let (orders, waiting) = channel();
        thread::spawn(move || save_all(draft, &waiting, &sender));
        Self { orders, sent: 0 }
    }

    /// The newest revision that was given to the saver.
    pub(super) fn sent(&self) -> u64 {
        self.sent
    }

    /// Gives a state to the saver.
    pub(super) fn save(&mut self, report: Report, revision: u64) {
        // A saver that is gone is told by `wait`.
        let _ = self.orders.send(Order::Save(Box::new(report), revision));
        self.sent = revision;
    }

    /// Waits until all that was given is on disk, for a time that a person
    /// who leaves would wait.
    pub(super) fn wait(&self) -> Result<(), String> {
        let (answer, answered) = channel();
        let _ = self.orders.send(Order::Answer(answer));
        match answered.recv_timeout(LAST_SAVE) {
            Ok(last) => last.map_err(|error| error.to_string()),
            Err(_) => Err("保存没有等到结果".to_owned()),
        }
    }
}

/// Saves states until no more can come.
fn save_all(mut draft: OpenDraft, orders: &Receiver<Order>, sender: &Sender<Message>) {
    let mut last = Ok(());
    while let Ok(first) = orders.recv() {
        let mut newest = None;
        let mut answers = Vec::new();
        for order in std::iter::once(first).chain(orders.try_iter()) {
            match order {
                Order::Save(report, revision) => newest = Some((report, revision)),
                Order::Answer(answer) => answers.push(answer),
            }
        }
        if let Some((report, revision)) = newest {
            let saved = draft.save(&report, &clock::stamp());
            // Nobody listens any more when the program is leaving.
            let _ = sender.send(Message::Done(told(&saved, revision)));
            last = saved.map(|_| ());
        }
        for answer in answers {
            let _ = answer.send(last.clone());
        }
    }
}

fn told(saved: &Result<Saved, StorageError>, revision: u64) -> Outcome {
    match saved {
        Ok(saved) => Outcome::Saved {
            revision,
            time: clock::time(),
            moved_to: saved.conflict.as_ref().map(ToString::to_string),
        },
        Err(error) => Outcome::Unsaved(format!("没有存上，文字还在，会再试：{error}")),
    }
}
