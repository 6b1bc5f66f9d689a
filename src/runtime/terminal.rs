//! The terminal while the program has it, and giving it back in every case.

use std::io::{self, IsTerminal, Write};
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::cursor::Show;
use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use crossterm::queue;
use crossterm::terminal::{
    self, DisableLineWrap, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen,
};
use ratatui::layout::Size;

use super::console::CodePages;

/// The terminal, taken over; given back by [`Terminal::leave`] or when dropped.
#[derive(Debug)]
pub(super) struct Terminal {
    taken: Arc<AtomicBool>,
    pages: CodePages,
}

impl Terminal {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// A Chinese sentence when there is none that can be used.
    pub(super) fn enter() -> Result<Self, String> {
        let found = Found {
            terminal: io::stdin().is_terminal() && io::stdout().is_terminal(),
            dumb: is_dumb(),
            sequences: understands_sequences(),
        };
        if let Some(sentence) = found.refused() {
            return Err(sentence.to_owned());
        }
        let pages = CodePages::take();
        let terminal = Self { taken: Arc::new(AtomicBool::new(true)), pages };
        restore_on_panic(Arc::clone(&terminal.taken), pages);
        take().map_err(|error| format!("终端打不开：{error}"))?;
        Ok(terminal)
    }

    /// Gives the terminal back.
    pub(super) fn leave(&self) {
        restore_once(&self.taken, self.pages);
    }

    /// Gives the terminal to the shell while the program is stopped.
    #[cfg(unix)]
    pub(super) fn lend() {
        restore();
    }

    /// Takes it again after it was lent.
    #[cfg(unix)]
    pub(super) fn take_again() -> io::Result<()> {
        take()
    }

    /// Takes it again after the program was stopped without a warning: the shell
    /// has changed what it found.
    #[cfg(unix)]
    pub(super) fn recover() -> io::Result<()> {
        restore();
        take()
    }

    /// Its size in cells; nothing when it cannot be asked.
    pub(super) fn size() -> Size {
        terminal::size().map_or(Size::ZERO, Size::from)
    }

    /// Whether it is still there.
    pub(super) fn is_there() -> bool {
        io::stdin().is_terminal()
    }

    /// What gives it all its modes, whatever another program has left there.
    pub(super) fn modes(ahead: &mut Vec<u8>) -> io::Result<()> {
        queue!(ahead, EnterAlternateScreen, DisableLineWrap, Show)?;
        // On Windows a paste comes as keys, and asking for more breaks Enter in some terminals.
        #[cfg(not(windows))]
        queue!(ahead, crossterm::event::EnableBracketedPaste)?;
        Ok(())
    }

    /// What asks for the mouse, or leaves it to the terminal.
    pub(super) fn listen_to_mouse(listen: bool, ahead: &mut Vec<u8>) -> io::Result<()> {
        if listen { queue!(ahead, EnableMouseCapture) } else { queue!(ahead, DisableMouseCapture) }
    }

    /// Sends the bytes of a frame in one write.
    pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
        if bytes.is_empty() {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.leave();
    }
}

/// What there is to draw on.
struct Found {
    /// Keys come from a terminal and the screen is one.
    terminal: bool,
    /// It says itself that it cannot move its cursor.
    dumb: bool,
    /// It understands control sequences.
    sequences: bool,
}

impl Found {
    /// Why it cannot be used.
    fn refused(&self) -> Option<&'static str> {
        if !self.terminal {
            return Some(
                "这里不是终端窗口，打不开界面。请在终端里直接运行 fazhi-tui；\
                 不用界面的命令见 fazhi-tui --help",
            );
        }
        if self.dumb {
            return Some("这个终端不能移动光标（TERM=dumb），打不开界面。请换一个终端窗口");
        }
        if !self.sequences {
            return Some(
                "这个窗口太旧，显示不了界面。请用 Windows 10 1703 以上的系统，\
                 或者装上 Windows Terminal，在它里面运行 fazhi-tui",
            );
        }
        None
    }
}

/// Whether the terminal says itself that it cannot move its cursor.
pub(super) fn is_dumb() -> bool {
    std::env::var("TERM").is_ok_and(|term| term == "dumb")
}

/// Whether control sequences are understood; asking an old Windows switches them on.
fn understands_sequences() -> bool {
    #[cfg(windows)]
    return crossterm::ansi_support::supports_ansi();
    #[cfg(not(windows))]
    true
}

/// Does something while keys come one by one and are not shown, without a screen.
pub(super) fn while_raw<T>(act: impl FnOnce() -> Option<T>) -> Option<T> {
    terminal::enable_raw_mode().ok()?;
    let done = act();
    let _ = terminal::disable_raw_mode();
    done
}

/// Everything as the program needs it. Rows are placed one by one, so that none needs to
/// wrap: where the terminal draws a sign wider than was thought, the next row stays whole.
fn take() -> io::Result<()> {
    terminal::enable_raw_mode()?;
    let mut modes = Vec::new();
    Terminal::modes(&mut modes)?;
    Terminal::write(&modes)
}

/// Restores what was taken, and a second time nothing: by then a message may
/// stand where the screen was.
fn restore_once(taken: &AtomicBool, pages: CodePages) {
    if taken.swap(false, Ordering::SeqCst) {
        restore();
        pages.give_back();
    }
}

/// Everything back to what a shell expects. A terminal that has gone away
/// cannot be restored and need not be.
fn restore() {
    let mut modes = Vec::new();
    let _ = Terminal::listen_to_mouse(false, &mut modes);
    #[cfg(not(windows))]
    let _ = queue!(modes, crossterm::event::DisableBracketedPaste);
    let _ = queue!(modes, EnableLineWrap, LeaveAlternateScreen, Show);
    let _ = Terminal::write(&modes);
    let _ = terminal::disable_raw_mode();
}

/// Restores the terminal before a panic of the main thread is printed. A panic
/// of another thread must not: the screen goes on.
fn restore_on_panic(taken: Arc<AtomicBool>, pages: CodePages) {
    let main = thread::current().id();
    let default = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == main {
            restore_once(&taken, pages);
            default(info);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_drawn_on_is_refused_with_what_is_needed() {
        let sound = || Found { terminal: true, dumb: false, sequences: true };
        assert_eq!(sound().refused(), None);
        for (found, told) in [
            (Found { terminal: false, ..sound() }, "不是终端窗口"),
            (Found { dumb: true, ..sound() }, "TERM=dumb"),
            (Found { sequences: false, ..sound() }, "Windows 10 1703"),
            (Found { sequences: false, ..sound() }, "Windows Terminal"),
        ] {
            let sentence = found.refused().unwrap();
            assert!(sentence.contains(told), "{sentence}");
        }
    }
}
