//! What wakes the loop: the terminal, signals and the saver, in one channel.

use std::sync::mpsc::{Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyEventKind};

use crate::app::effect::Outcome;
use crate::input;

/// Something that the loop must look at.
#[derive(Debug)]
pub(super) enum Message {
    /// From the terminal.
    Terminal(Event),
    /// From the saver of this number.
    Saver(u64, Outcome),
    /// From the checker, of the draft of this number.
    Checker(u64, Outcome),
    /// A signal that ends the program.
    #[cfg(unix)]
    Signal(i32),
    /// The program is to stop for a while.
    #[cfg(unix)]
    Stop,
    /// It goes on after it was stopped.
    #[cfg(unix)]
    GoOn,
    /// The terminal can no longer be read.
    Lost,
}

impl Message {
    /// The event, where it is one of the terminal.
    pub(super) fn event(&self) -> Option<&Event> {
        match self {
            Self::Terminal(event) => Some(event),
            _ => None,
        }
    }
}

/// How long to wait for one more key that was pressed before a signal …
const LAST_KEY: Duration = Duration::from_millis(50);
/// … and for all of them.
const LAST_KEYS: Duration = Duration::from_millis(300);

/// Starts the thread that waits for keys.
///
/// The loop must not read events itself: when a terminal goes away, crossterm
/// 0.29 can hang in `poll`, and the text would never be saved.
pub(super) fn read_keys(keys: Sender<Message>) {
    thread::spawn(move || {
        #[cfg(unix)]
        let mut read = {
            let mut reader = super::glued::Reader::new(Crossterm);
            move || reader.read()
        };
        #[cfg(not(unix))]
        let read = event::read;
        loop {
            let message = match read() {
                Ok(Event::Key(key)) if key.kind == KeyEventKind::Release => continue,
                // A terminal tells each cell that the mouse comes over.
                Ok(event @ Event::Mouse(_)) if input::mouse(&event).is_none() => continue,
                read => read.map_or(Message::Lost, Message::Terminal),
            };
            let lost = matches!(message, Message::Lost);
            if keys.send(message).is_err() || lost {
                return;
            }
        }
    });
}

/// The events of the terminal.
#[cfg(unix)]
struct Crossterm;

#[cfg(unix)]
impl super::glued::Source for Crossterm {
    fn poll(&mut self, time: Duration) -> std::io::Result<bool> {
        event::poll(time)
    }

    fn read(&mut self) -> std::io::Result<Event> {
        event::read()
    }
}

/// What was pressed before a signal and comes behind it: a signal overtakes keys
/// that the terminal still holds.
pub(super) fn last_keys(receiver: &Receiver<Message>) -> Vec<Message> {
    let end = Instant::now() + LAST_KEYS;
    let next = || {
        let left = end.saturating_duration_since(Instant::now());
        receiver.recv_timeout(left.min(LAST_KEY)).ok()
    };
    std::iter::from_fn(next).collect()
}

/// Starts the thread that waits for signals.
#[cfg(unix)]
pub(super) fn wait_for_signals(sender: Sender<Message>) {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    use signal_hook::iterator::Signals;

    let Ok(mut signals) = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT]) else {
        return;
    };
    thread::spawn(move || {
        for signal in signals.forever() {
            let message = match signal {
                SIGTSTP => Message::Stop,
                SIGCONT => Message::GoOn,
                other => Message::Signal(other),
            };
            if sender.send(message).is_err() {
                return;
            }
        }
    });
}
