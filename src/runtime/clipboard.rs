//! The clipboard of the system: asked where there is a desktop, and told through
//! the terminal (OSC 52) where there is none or it is another machine's.

use std::env;
use std::io;

use arboard::Clipboard as Desktop;
use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

/// The clipboard, taken up when it is first needed: that costs more than a start.
#[derive(Default)]
pub(super) struct Clipboard {
    desktop: Option<Desktop>,
}

impl std::fmt::Debug for Clipboard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Clipboard").field("desktop", &self.desktop.is_some()).finish()
    }
}

impl Clipboard {
    /// Puts a text in. What does not work is not told: the program keeps the text
    /// itself, and whether a terminal takes it cannot be known.
    pub(super) fn write(&mut self, text: &str) {
        let text = if cfg!(windows) { text.replace('\n', "\r\n") } else { text.to_owned() };
        let told = self.desktop().is_some_and(|desktop| desktop.set_text(text.clone()).is_ok());
        if !told || env::var_os("SSH_CONNECTION").is_some() {
            let _ = execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text));
        }
    }

    /// What text it holds; `None` where there is no desktop to ask. Terminals are
    /// not asked: most do not answer, and some ask the user first.
    pub(super) fn read(&mut self) -> Option<String> {
        self.desktop()?.get_text().ok()
    }

    fn desktop(&mut self) -> Option<&mut Desktop> {
        if self.desktop.is_none() {
            self.desktop = Desktop::new().ok();
        }
        self.desktop.as_mut()
    }
}
