//! The clipboard of the system: that of the desktop, or, where there is none or it
//! is another machine's, the terminal is told (OSC 52).
//!
//! A display can be reached and never answer, as one that is forwarded from a
//! machine asleep. So it is spoken to by a thread of its own, and never waited for
//! longer than a person would not notice.

use std::env;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use arboard::Clipboard as Desktop;
use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;

use crate::app::effect::Held;

/// How long to wait for what the desktop holds.
const PATIENCE: Duration = Duration::from_millis(300);
/// Bytes of text that terminals take: xterm's limit is 100,000 of them, coded by
/// four letters for three.
const MOST: usize = 74_000;

/// The way to the clipboard.
#[derive(Debug)]
pub(super) enum Clipboard {
    /// Through a thread that is started when it is first needed.
    Desktop(Option<Sender<Wish>>),
    /// Through the terminal, which takes text and gives none.
    Terminal,
    /// There is none.
    Nowhere,
}

/// What the thread is asked for.
#[derive(Debug)]
pub(super) enum Wish {
    Put(String),
    Get(Sender<Held>),
}

impl Clipboard {
    /// The way that there is here.
    pub(super) fn find() -> Self {
        let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
        let remote = set("SSH_CONNECTION") || set("SSH_TTY");
        let desktop = cfg!(any(windows, target_os = "macos")) || set("DISPLAY");
        match env::var("TERM").as_deref() {
            _ if desktop && !remote => Self::Desktop(None),
            Ok("linux") => Self::Nowhere,
            _ => Self::Terminal,
        }
    }

    /// Puts a text in; what goes to the terminal for that is put `ahead` of the next
    /// frame. Gives a sentence where it is too long.
    pub(super) fn put(&mut self, text: String, ahead: &mut Vec<u8>) -> Option<String> {
        match self {
            Self::Desktop(_) => self.ask(Wish::Put(text)),
            Self::Terminal if text.len() > MOST => {
                return Some("文字太长，没有放进系统剪贴板；在程序里能粘贴".to_owned());
            }
            Self::Terminal => {
                // Writing into memory does not fail.
                let _ = queue!(ahead, CopyToClipboard::to_clipboard_from(text));
            }
            Self::Nowhere => {}
        }
        None
    }

    /// What it holds.
    pub(super) fn get(&mut self) -> Held {
        let Self::Desktop(_) = self else { return Held::Unknown };
        let (sender, receiver) = channel();
        self.ask(Wish::Get(sender));
        receiver.recv_timeout(PATIENCE).unwrap_or(Held::Silent)
    }

    fn ask(&mut self, wish: Wish) {
        if let Self::Desktop(asked) = self {
            let asked = asked.get_or_insert_with(|| {
                let (sender, receiver) = channel();
                thread::spawn(move || serve(&receiver));
                sender
            });
            // The thread lives as long as the sender.
            let _ = asked.send(wish);
        }
    }
}

/// Speaks to the desktop.
fn serve(wishes: &Receiver<Wish>) {
    let mut desktop = Desktop::new().ok();
    for wish in wishes {
        match (wish, &mut desktop) {
            (Wish::Put(text), Some(desktop)) => {
                let text = if cfg!(windows) { text.replace('\n', "\r\n") } else { text };
                // The program keeps the text itself.
                let _ = desktop.set_text(text);
            }
            (Wish::Get(asker), desktop) => {
                let held = match desktop.as_mut().map(Desktop::get_text) {
                    Some(Ok(text)) => Held::Text(text),
                    Some(Err(_)) => Held::NoText,
                    None => Held::Unknown,
                };
                let _ = asker.send(held);
            }
            (Wish::Put(_), None) => {}
        }
    }
}
