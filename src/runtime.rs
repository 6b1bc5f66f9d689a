//! The one loop: read, interpret, update, perform, arrange, fit, draw.
//!
//! Here alone are a terminal, a clock, threads and files brought together. It
//! takes all input that waits before it draws once, writes one buffer a frame,
//! and nothing at all while nothing changes.

mod arrange;
mod burst;
mod checker;
mod choosing;
mod clicks;
mod clipboard;
mod clock;
mod console;
mod drawing;
mod events;
#[cfg(unix)]
mod glued;
mod look;
mod perform;
mod probe;
mod rescue;
pub mod rules;
mod saver;
mod saving;
mod screen;
#[cfg(unix)]
mod sequence;
#[cfg(unix)]
mod stop;
mod templating;
mod terminal;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::iter::once;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crossterm::event::Event;

use crate::app::effect::{Effect, Outcome};
use crate::app::mouse::Mouse;
use crate::app::{App, Facts, Input};
use crate::input::{self, Keymap, interpret};
use crate::report::Dictionary;
use crate::storage::{DataFolder, Settings, file, paths};
use crate::ui::Under;
use burst::Run;
use checker::Checker;
use clicks::Clicks;
use clipboard::Clipboard;
use events::Message;
pub use probe::measure_width;
use saver::Saver;
use saving::Due;
pub use screen::Screen;
use terminal::Terminal;

/// Why the program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The user left.
    Left,
    /// This signal, or the loss of the terminal (then that of a hang-up), ended it.
    Signal(i32),
}

/// Why the program could not run to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no terminal that can be used; a Chinese sentence.
    NoTerminal(String),
    /// Something did not work; a Chinese sentence.
    Trouble(String),
}

impl From<String> for Fault {
    fn from(sentence: String) -> Self {
        Self::Trouble(sentence)
    }
}

/// A hang-up, by its number on all systems that have one.
const HANG_UP: i32 = 1;
/// How often an idle program looks whether its terminal is still there.
const WATCH: Duration = Duration::from_secs(1);

/// Runs the program on a terminal, at the list of drafts or at a draft.
///
/// # Errors
/// A Chinese sentence when there is no terminal, or after a fault of the
/// program; the terminal is restored and the text saved in every case.
pub fn run(data: DataFolder, draft: Option<String>) -> Result<End, Fault> {
    let (sender, receiver) = channel();
    // Before the terminal is taken: a signal right then must not leave it so.
    #[cfg(unix)]
    events::wait_for_signals(sender.clone());
    let terminal = Terminal::enter().map_err(Fault::NoTerminal)?;
    let mut program = Program::new(data, sender)?;
    let ended = catch_unwind(AssertUnwindSafe(|| program.turn(&receiver, draft)));
    let saved = program.let_go();
    terminal.leave();
    if let Some(remark) = saved? {
        eprintln!("{remark}");
    }
    match ended {
        Ok(end) => Ok(end?),
        Err(_) => Err(Fault::Trouble(
            "程序出了意外，已经停下；写过的文字都已保存，重新打开就能接着写".to_owned(),
        )),
    }
}

/// Everything that one run holds.
struct Program {
    app: App,
    keymap: Keymap,
    data: DataFolder,
    sender: Sender<Message>,
    saver: Option<Saver>,
    due: Option<Due>,
    screen: Screen,
    clipboard: Clipboard,
    clicks: Clicks,
    quit: bool,
    /// Why the text cannot be saved, when the user leaves all the same.
    given_up: Option<String>,
    /// What the save before leaving had to say.
    remark: Option<String>,
    /// How many drafts were opened.
    opened: u64,
    checker: Checker,
    /// What is wrong with the settings, until it is told.
    trouble: Option<String>,
    /// Whether the environment forbids colours.
    no_colours: bool,
    /// Whether the terminal tells of the mouse.
    mouse: bool,
    /// What goes out before the next frame.
    ahead: Vec<u8>,
    /// How many signals to go on are on their way after which the terminal is taken already.
    #[cfg(unix)]
    awake: usize,
    /// What the mouse finds in the last frame; `None` once the app has moved on.
    under: Option<Under>,
}

impl Program {
    fn new(data: DataFolder, sender: Sender<Message>) -> Result<Self, String> {
        let (settings, trouble) = Settings::load(&data);
        let keymap = Keymap::built_in()?;
        let facts = Facts {
            keys: keymap.names(),
            templates: Vec::new(),
            dictionary: Dictionary::default(),
            settings,
            measured: None,
            usual_folder: paths::export_folder(),
            data_folder: perform::shown_folder(&data),
            today: clock::today(),
        };
        Ok(Self {
            app: App::new(facts),
            keymap,
            data,
            sender,
            saver: None,
            due: None,
            screen: Screen::default(),
            clipboard: Clipboard::find(),
            clicks: Clicks::default(),
            quit: false,
            given_up: None,
            remark: None,
            opened: 0,
            checker: Checker::default(),
            trouble: trouble.map(|error| format!("设置没有用上，先按默认的来。{error}")),
            no_colours: screen::forbids_colours(),
            mouse: false,
            ahead: Vec::new(),
            #[cfg(unix)]
            awake: 0,
            under: None,
        })
    }

    /// The loop, until the user leaves or a signal comes.
    fn turn(&mut self, receiver: &Receiver<Message>, draft: Option<String>) -> Result<End, String> {
        let first = draft.map(|draft| perform::first(&self.data, &draft));
        // An import asks the templates which outline it is; all else can be seen before them.
        let early = matches!(first, Some(Effect::Import(_)));
        if early {
            self.load_templates();
        }
        self.do_all(first.into_iter().collect());
        if self.app.session().is_none() {
            self.do_all(vec![Effect::List]);
        }
        // Told last: whatever opens takes the place of a box.
        if let Some(sentence) = self.trouble.take() {
            self.settle(Outcome::Failed(sentence));
        }
        let probe = self.ask_width();
        self.draw()?;
        if !early {
            self.load_templates();
        }
        self.take_width(probe);
        events::read_keys(self.sender.clone());
        self.draw()?;
        self.note_checks();
        file::clean_tree(self.data.root(), clock::moment());
        loop {
            let mut batch: Vec<Message> = match receiver.recv_timeout(self.patience()) {
                Ok(first) => once(first).chain(receiver.try_iter()).collect(),
                Err(RecvTimeoutError::Timeout) => Vec::new(),
                Err(RecvTimeoutError::Disconnected) => return Ok(End::Signal(HANG_UP)),
            };
            burst::complete(&mut batch, receiver);
            let idle = batch.is_empty();
            if let Some(end) = self.take_all(batch) {
                self.take_all(events::last_keys(receiver));
                return Ok(end);
            }
            if idle && !Terminal::is_there() {
                return Ok(End::Signal(HANG_UP));
            }
            self.save_if_due();
            self.check_if_due();
            if self.quit {
                return Ok(End::Left);
            }
            if !idle && let Err(sentence) = self.draw() {
                // The signal of a hang-up may be on its way only.
                return if Terminal::is_there() { Err(sentence) } else { Ok(End::Signal(HANG_UP)) };
            }
        }
    }

    /// How long to wait for input.
    fn patience(&self) -> Duration {
        let due = [self.due, self.checker.due()].into_iter().flatten();
        due.map(Due::wait).fold(WATCH, Duration::min)
    }

    /// Takes all that waits; typed characters that follow each other are one text.
    fn take_all(&mut self, batch: Vec<Message>) -> Option<End> {
        let mut end = None;
        let mut typed = String::new();
        let mut rest = VecDeque::from(batch);
        // How many of the next events are known to be keys.
        let mut keys = 0;
        while let Some(message) = rest.pop_front() {
            let event = match message {
                Message::Terminal(event) => event,
                other => {
                    // What was typed before it is in the report before anything else happens.
                    self.type_in(&mut typed);
                    match other {
                        Message::Saver(number, outcome) => self.settle_saver(number, outcome),
                        Message::Checker(number, outcome) => self.settle_checker(number, outcome),
                        #[cfg(unix)]
                        Message::Signal(signal) => end = end.or(Some(End::Signal(signal))),
                        #[cfg(unix)]
                        Message::Stop => self.stop(),
                        #[cfg(unix)]
                        Message::GoOn => self.go_on(),
                        Message::Lost | Message::Terminal(_) => {
                            end = end.or(Some(End::Signal(HANG_UP)));
                        }
                    }
                    continue;
                }
            };
            if is_overtaken(&event, rest.front()) {
                continue;
            }
            if keys == 0 {
                let waiting = rest.iter().map_while(Message::event);
                keys = match burst::run(once(&event).chain(waiting)) {
                    Run::Paste(text, events) => {
                        rest.drain(..events - 1);
                        self.type_in(&mut typed);
                        self.take(Input::Paste(text));
                        continue;
                    }
                    Run::Keys(events) => events,
                };
            }
            keys = keys.saturating_sub(1);
            if burst::is_character(&event)
                && let Some(Input::Text(text)) = self.meaning(&event)
            {
                typed.push_str(&text);
                continue;
            }
            // What was typed before a key may change what it means, or what the mouse finds.
            self.type_in(&mut typed);
            if let Some(input) = self.meaning(&event) {
                self.take(input);
            }
        }
        self.type_in(&mut typed);
        end
    }

    fn meaning(&mut self, event: &Event) -> Option<Input> {
        if let Event::Resize(..) = event {
            self.screen.forget();
        }
        if let Some((mouse, x, y)) = input::mouse(event) {
            return self.under(mouse, x, y).map(|target| Input::Mouse(mouse, target));
        }
        interpret(event, &self.app.contexts(), &self.keymap)
    }

    fn type_in(&mut self, typed: &mut String) {
        if !typed.is_empty() {
            self.take(Input::Text(std::mem::take(typed)));
        }
    }

    fn take(&mut self, input: Input) {
        let input = match input {
            Input::Mouse(mouse, target) => {
                Input::Mouse(self.clicks.count(mouse, target, Instant::now()), target)
            }
            input => input,
        };
        #[cfg(debug_assertions)]
        panic_on_purpose(&input);
        // The wheel leaves everything where the user saw it, but for its rows.
        if !matches!(input, Input::Mouse(Mouse::WheelUp | Mouse::WheelDown, _)) {
            self.under = None;
        }
        let effects = self.app.update(input);
        self.do_all(effects);
        self.note_changes();
        self.note_checks();
    }

    fn do_all(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if let Some(outcome) = self.perform(effect) {
                self.settle(outcome);
            }
        }
    }

    /// Takes what a saver tells, unless its draft is closed.
    fn settle_saver(&mut self, number: u64, outcome: Outcome) {
        if self.saver.as_ref().is_some_and(|saver| saver.number() == number) {
            self.settle(outcome);
        }
    }

    fn settle(&mut self, outcome: Outcome) {
        if let Outcome::Unsaved(_) = outcome {
            self.due = Some(Due::again());
        }
        self.under = None;
        self.app.settle(outcome);
    }

    fn load_templates(&mut self) {
        let (templates, dictionary, unread) = perform::templates(&self.data);
        self.app.set_templates(templates, dictionary);
        if let Some(sentence) = unread {
            self.app.settle(Outcome::Failed(sentence));
        }
    }
}

/// Whether the mouse is pulled on at once: where it has come by counts for nothing.
fn is_overtaken(event: &Event, next: Option<&Message>) -> bool {
    let pulls = |event| matches!(input::mouse(event), Some((Mouse::Drag, ..)));
    pulls(event) && next.and_then(Message::event).is_some_and(pulls)
}

/// A debug build panics when it is told to, so that tests can see what a panic
/// leaves behind.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "this is its purpose")]
fn panic_on_purpose(input: &Input) {
    if let (Input::Text(text), Ok(word)) = (input, std::env::var("FAZHI_TUI_PANIC"))
        && *text == word
    {
        panic!("told to");
    }
}
