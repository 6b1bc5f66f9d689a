//! The terminal while the program has it, and giving it back in every case.

use std::io::{self, IsTerminal, Write};
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::cursor::Show;
use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use crossterm::execute;
use crossterm::terminal::{self, EnterAlternateScreen, LeaveAlternateScreen};
use ratatui::layout::Size;

/// The terminal, taken over; given back by [`Terminal::leave`] or when dropped.
#[derive(Debug)]
pub(super) struct Terminal {
    taken: Arc<AtomicBool>,
}

impl Terminal {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// A Chinese sentence when there is none that can be used.
    pub(super) fn enter() -> Result<Self, String> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err("这里不是终端窗口，打不开界面。请在终端里直接运行 fazhi-tui；\
                 不用界面的命令见 fazhi-tui --help"
                .to_owned());
        }
        if std::env::var("TERM").is_ok_and(|term| term == "dumb") {
            return Err(
                "这个终端不能移动光标（TERM=dumb），打不开界面。请换一个终端窗口".to_owned()
            );
        }
        let taken = Arc::new(AtomicBool::new(false));
        restore_on_panic(Arc::clone(&taken));
        let fault = |error| format!("终端打不开：{error}");
        terminal::enable_raw_mode().map_err(fault)?;
        taken.store(true, Ordering::SeqCst);
        let terminal = Self { taken };
        execute!(io::stdout(), EnterAlternateScreen, Show).map_err(fault)?;
        // On Windows a paste comes as keys, and asking for more breaks Enter in some terminals.
        #[cfg(not(windows))]
        execute!(io::stdout(), crossterm::event::EnableBracketedPaste).map_err(fault)?;
        Ok(terminal)
    }

    /// Gives the terminal back.
    pub(super) fn leave(&self) {
        restore_once(&self.taken);
    }

    /// Its size in cells; nothing when it cannot be asked.
    pub(super) fn size() -> Size {
        terminal::size().map_or(Size::ZERO, Size::from)
    }

    /// Whether it is still there.
    pub(super) fn is_there() -> bool {
        io::stdin().is_terminal()
    }

    /// Asks for the mouse, or leaves it to the terminal.
    pub(super) fn listen_to_mouse(listen: bool) -> io::Result<()> {
        if listen {
            execute!(io::stdout(), EnableMouseCapture)
        } else {
            execute!(io::stdout(), DisableMouseCapture)
        }
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

/// Restores what was taken, and a second time nothing: by then a message may
/// stand where the screen was.
fn restore_once(taken: &AtomicBool) {
    if taken.swap(false, Ordering::SeqCst) {
        restore();
    }
}

/// Everything back to what a shell expects. A terminal that has gone away
/// cannot be restored and need not be.
fn restore() {
    let _ = Terminal::listen_to_mouse(false);
    #[cfg(not(windows))]
    let _ = execute!(io::stdout(), crossterm::event::DisableBracketedPaste);
    let _ = execute!(io::stdout(), LeaveAlternateScreen, Show);
    let _ = terminal::disable_raw_mode();
}

/// Restores the terminal before a panic of the main thread is printed. A panic
/// of another thread must not: the screen goes on.
fn restore_on_panic(taken: Arc<AtomicBool>) {
    let main = thread::current().id();
    let default = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == main {
            restore_once(&taken);
            default(info);
        }
    }));
}
