//! A terminal with a program in it.
//!
//! It honours synchronized output as terminals do: what is looked at is always
//! a whole frame. Every wait has an end, and what stood on the screen then is
//! told.

use std::io::{Read, Write};
use std::process::{Child, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command, Pty};

use super::emulator::{Answer, Emulator, Kind};
use super::view::View;

/// The longest that anything may take to appear, on a loaded machine too.
const PATIENCE: Duration = Duration::from_secs(20);
const BEGIN_FRAME: &[u8] = b"\x1b[?2026h";
const END_FRAME: &[u8] = b"\x1b[?2026l";
/// What the program sends first when it draws everything.
const CLEAR: &[u8] = b"\x1b[2J";

/// A terminal with a program in it.
pub(crate) struct Terminal {
    pty: Option<Arc<Pty>>,
    child: Child,
    shared: Arc<Shared>,
    reader: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    seen: Mutex<Seen>,
    changed: Condvar,
    hanging_up: AtomicBool,
}

/// What came from the program.
#[derive(Default)]
struct Seen {
    emulator: Emulator,
    /// The beginning of a frame that is not whole yet.
    held: Vec<u8>,
    raw: Vec<u8>,
    ended: bool,
}

impl Seen {
    /// Takes what comes, and gives the answers to the questions in it.
    fn take(&mut self, bytes: &[u8]) -> Vec<String> {
        self.raw.extend_from_slice(bytes);
        self.held.extend_from_slice(bytes);
        let begun = last(&self.held, BEGIN_FRAME);
        let open = begun.filter(|&at| last(&self.held[at..], END_FRAME).is_none());
        let whole = open.unwrap_or_else(|| self.held.len() - torn(&self.held));
        let rest = self.held.split_off(whole);
        let answers = self.emulator.process(&self.held);
        self.held = rest;
        answers
    }
}

fn last(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|w| w == wanted)
}

/// How many bytes at the end may be the start of a frame's first sequence.
fn torn(bytes: &[u8]) -> usize {
    let lengths = (1..BEGIN_FRAME.len()).rev();
    let torn = lengths.into_iter().find(|&n| bytes.ends_with(&BEGIN_FRAME[..n]));
    torn.unwrap_or(0)
}

impl Terminal {
    /// Starts a program on a terminal of this size.
    pub(crate) fn start(command: Command, size: (u16, u16)) -> Self {
        Self::start_on(Kind::default(), command, size)
    }

    /// Starts a program on a terminal of this sort and size.
    pub(crate) fn start_on(kind: Kind, command: Command, (columns, rows): (u16, u16)) -> Self {
        let (pty, pts) = pty_process::blocking::open().expect("a pseudo-terminal");
        pty.resize(Size::new(rows, columns)).unwrap();
        let child = command.spawn(pts).expect("the program starts");
        let (pty, shared) = (Arc::new(pty), Arc::new(Shared::default()));
        shared.seen.lock().unwrap().emulator = Emulator::new(kind.ambiguous);
        shared.resize(columns, rows);
        let reader = thread::spawn({
            let (pty, shared) = (Arc::clone(&pty), Arc::clone(&shared));
            move || shared.read(&pty, kind.answer)
        });
        Self { pty: Some(pty), child, shared, reader: Some(reader) }
    }

    /// Types.
    pub(crate) fn send(&self, keys: &str) {
        let pty = self.pty.as_ref().expect("the terminal is there");
        (&**pty).write_all(keys.as_bytes()).expect("the terminal takes keys");
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        self.shared.resize(columns, rows);
        let pty = self.pty.as_ref().expect("the terminal is there");
        pty.resize(Size::new(rows, columns)).unwrap();
    }

    /// What the terminal shows now.
    pub(crate) fn view(&self) -> View {
        self.shared.seen.lock().unwrap().emulator.view()
    }

    /// All bytes that the program sent.
    pub(crate) fn raw(&self) -> Vec<u8> {
        self.shared.seen.lock().unwrap().raw.clone()
    }

    /// How many bytes the program has sent.
    pub(crate) fn sent(&self) -> usize {
        self.shared.seen.lock().unwrap().raw.len()
    }

    /// The process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    pub(crate) fn wait(&self, what: &str, wanted: impl Fn(&View) -> bool) -> View {
        self.wait_raw(what, |seen| {
            let view = seen.emulator.view();
            wanted(&view).then_some(view)
        })
    }

    /// Waits until a text stands on the screen.
    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) -> View {
        self.wait(text, |view| view.has(text))
    }

    /// Types, and waits until a text stands on the screen.
    #[track_caller]
    pub(crate) fn send_for(&self, keys: &str, text: &str) -> View {
        self.send(keys);
        self.wait_for(text)
    }

    /// Does something that makes the program draw everything, and waits for it.
    #[track_caller]
    pub(crate) fn redrawn(&self, by: impl FnOnce(&Self)) -> View {
        let before = self.sent();
        by(self);
        self.wait_raw("a whole redraw", |seen| {
            let drawn = last(&seen.raw[before..], CLEAR).is_some() && seen.held.is_empty();
            drawn.then(|| seen.emulator.view())
        })
    }

    /// Types, waits for an answer and then until nothing more comes.
    #[track_caller]
    pub(crate) fn send_until_quiet(&self, keys: &str) -> View {
        let before = self.sent();
        self.send(keys);
        self.wait_frame(before);
        self.quiet()
    }

    /// Waits until the program has sent a whole frame after these bytes.
    #[track_caller]
    pub(crate) fn wait_frame(&self, before: usize) {
        self.wait_raw("a frame", |seen| {
            (seen.raw.len() > before && seen.held.is_empty()).then_some(())
        });
    }

    /// Waits until nothing more comes.
    pub(crate) fn quiet(&self) -> View {
        let mut before = 0;
        while self.sent() > before {
            before = self.sent();
            thread::sleep(Duration::from_millis(150));
        }
        self.view()
    }

    #[track_caller]
    fn wait_raw<T>(&self, what: &str, look: impl Fn(&Seen) -> Option<T>) -> T {
        let start = Instant::now();
        let mut seen = self.shared.seen.lock().unwrap();
        loop {
            if let Some(found) = look(&seen) {
                return found;
            }
            let left = PATIENCE.saturating_sub(start.elapsed());
            if left.is_zero() || seen.ended {
                let view = seen.emulator.view();
                drop(seen);
                panic!("waited in vain for: {what}\n{view}");
            }
            seen = self.shared.changed.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Sends a signal, such as `TERM`.
    pub(crate) fn signal(&self, name: &str) {
        signal(self.id(), name);
    }

    /// Waits for the end of the program and of its output.
    #[track_caller]
    pub(crate) fn wait_exit(&mut self, within: Duration) -> ExitStatus {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(start.elapsed() < within, "still there after {within:?}\n{}", self.view());
            thread::sleep(Duration::from_millis(5));
        };
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        status
    }

    /// Closes the terminal, as when its window is closed.
    pub(crate) fn hang_up(&mut self) {
        self.shared.hanging_up.store(true, Ordering::SeqCst);
        // The reader waits for bytes and lets go of the terminal after the next ones.
        self.send(super::keys::CTRL_L);
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        self.pty = None;
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Shared {
    fn resize(&self, columns: u16, rows: u16) {
        self.seen.lock().unwrap().emulator.resize(columns, rows);
    }

    fn read(&self, pty: &Arc<Pty>, answer: Answer) {
        let mut buffer = vec![0; 65536];
        loop {
            let count = { &**pty }.read(&mut buffer).unwrap_or(0);
            let mut seen = self.seen.lock().unwrap();
            let answers = seen.take(&buffer[..count]);
            seen.ended = count == 0;
            drop(seen);
            give(pty, answer, answers.concat());
            self.changed.notify_all();
            if count == 0 || self.hanging_up.load(Ordering::SeqCst) {
                return;
            }
        }
    }
}

/// Answers as this terminal does.
fn give(pty: &Arc<Pty>, answer: Answer, answers: String) {
    if answers.is_empty() {
        return;
    }
    let to = Arc::clone(pty);
    // The program may have ended meanwhile.
    let write = move || drop((&*to).write_all(answers.as_bytes()));
    match answer {
        Answer::AtOnce => write(),
        Answer::Never => {}
        Answer::Late(by) => drop(thread::spawn(move || {
            thread::sleep(by);
            write();
        })),
    }
}

/// Sends a signal to a process.
pub(crate) fn signal(process: u32, name: &str) {
    let line = format!("kill -{name} {process}");
    let done = std::process::Command::new("sh").args(["-c", &line]).status();
    assert!(done.unwrap().success(), "{line}");
}
