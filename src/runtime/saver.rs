//! Saving on a thread of its own: typing never waits for a disk.
//!
//! The newest state wins: states that wait behind a save in progress are
//! dropped but for the last. The thread owns the open draft and its lock.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
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
    Answer(Sender<Result<Saved, StorageError>>),
}

/// The saver of one open draft.
pub(super) struct Saver {
    /// Tells its outcomes from those of the saver of another draft.
    number: u64,
    orders: Sender<Order>,
    thread: JoinHandle<()>,
    sent: u64,
}

impl Saver {
    /// Starts saving a draft; outcomes go to the loop under this number.
    pub(super) fn start(draft: OpenDraft, number: u64, sender: Sender<Message>) -> Self {
        let (orders, waiting) = channel();
        let thread = thread::spawn(move || save_all(draft, &waiting, number, &sender));
        Self { number, orders, thread, sent: 0 }
    }

    /// The number of this saver.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// The newest revision that was given to the saver.
    pub(super) fn sent(&self) -> u64 {
        self.sent
    }

    /// Gives a state to the saver; fails when its thread is gone.
    pub(super) fn save(&mut self, report: Report, revision: u64) -> Result<(), String> {
        let order = Order::Save(Box::new(report), revision);
        self.orders.send(order).map_err(|_| GONE.to_owned())?;
        self.sent = revision;
        Ok(())
    }

    /// Waits until all that was given is on disk, for a time that a person who
    /// leaves would wait; tells what the last save has to say.
    pub(super) fn wait(&self) -> Result<Option<String>, String> {
        let (answer, answered) = channel();
        self.orders.send(Order::Answer(answer)).map_err(|_| GONE.to_owned())?;
        match answered.recv_timeout(LAST_SAVE) {
            Ok(Ok(saved)) => Ok(remark(&saved)),
            Ok(Err(error)) => Err(error.to_string()),
            Err(_) => Err("保存没有等到结果。".to_owned()),
        }
    }

    /// Gives the draft back, and its lock with it. After [`Saver::wait`], so
    /// that it does not take long.
    pub(super) fn end(self) {
        drop(self.orders);
        // A thread that has panicked holds nothing any more.
        let _ = self.thread.join();
    }
}

/// What is told when the thread of a saver is gone.
const GONE: &str = "保存停了。请按 F12 把文字导出到别处，再重新打开程序。";

/// Saves states until no more can come.
fn save_all(mut draft: OpenDraft, orders: &Receiver<Order>, number: u64, sender: &Sender<Message>) {
    let mut last = Ok(Saved::default());
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
            last = draft.save(&report, &clock::stamp());
            // Nobody listens any more when the program is leaving.
            let _ = sender.send(Message::Saver(number, told(&last, revision)));
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
            remark: remark(saved),
        },
        Err(error) => Outcome::Unsaved(format!("没有存上，文字还在，会再试：{error}")),
    }
}

/// What a save has to say beside that it succeeded.
pub(super) fn remark(saved: &Saved) -> Option<String> {
    if let Some(id) = &saved.conflict {
        return Some(format!("稿件文件被别的程序改过：您写的另存为 {id}，两份都在"));
    }
    if saved.vanished {
        return Some("稿件文件不见了，已经重新写好".to_owned());
    }
    saved.warning.as_ref().map(|error| format!("已保存，但旧稿没有留下：{error}"))
}
