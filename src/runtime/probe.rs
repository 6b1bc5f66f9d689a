//! How wide this terminal draws “ and its like: nothing says so, it must be tried.
//!
//! One “ is drawn in the corner and the terminal asked where its cursor is. Sign and
//! question go out with the first frame and before it: the frame covers the sign, and
//! nobody waits to see it. Then there is a short wait for the answer, before keys are
//! read. An answer that is late is taken out of the keys by crossterm, which never
//! makes an event of it; it is lost, and signs are narrow as on most terminals.

use std::io::{self, IsTerminal};

use super::Program;
use super::terminal::{self, Terminal, while_raw};
use crate::text::Ambiguous;

/// The sign, in the corner.
const IN_THE_CORNER: &[u8] = "\x1b[H“".as_bytes();
/// The sign, at the start of the row, and how it is wiped there.
const IN_THE_ROW: &[u8] = "\r“".as_bytes();
const WIPE_ROW: &[u8] = b"\r\x1b[K";

/// How wide the sign is when the cursor is in this column behind it.
fn width_at(column: u16) -> Option<Ambiguous> {
    match column {
        1 => Some(Ambiguous::Narrow),
        2 => Some(Ambiguous::Wide),
        _ => None,
    }
}

/// Asks outside the screen, in the row where the cursor is: `doctor` tells of it.
/// A terminal without a cursor that moves would only print what it is asked.
pub fn measure_width() -> Option<Ambiguous> {
    let there = io::stdin().is_terminal() && io::stdout().is_terminal();
    if !there || terminal::is_dumb() {
        return None;
    }
    while_raw(|| {
        let mut asked = Vec::new();
        let probe = Probe::send(IN_THE_ROW, &mut asked);
        Terminal::write(&asked).ok()?;
        let answer = probe.only_answer();
        Terminal::write(WIPE_ROW).ok()?;
        answer
    })
}

impl Program {
    /// Asks with the next frame; also where the settings say what is so, for they may be
    /// changed to let the terminal say it.
    pub(super) fn ask_width(&mut self) -> Probe {
        Probe::send(IN_THE_CORNER, &mut self.ahead)
    }

    /// Takes the answer; where it is another than was drawn by, all is drawn anew.
    pub(super) fn take_width(&mut self, probe: Probe) {
        let drawn = self.app.facts().ambiguous();
        self.app.set_measured(probe.answer());
        if self.app.facts().ambiguous() != drawn {
            self.screen.forget();
        }
    }
}

#[cfg(unix)]
pub(super) use asked::Probe;
#[cfg(not(unix))]
pub(super) use looked_up::Probe;

/// Terminals answer among the keys.
#[cfg(unix)]
mod asked {
    use std::thread;
    use std::time::{Duration, Instant};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::{ioctl_fionread, read};
    use rustix::stdio::stdin;

    use super::{Ambiguous, column, width_at};

    /// How long to wait for the answer.
    const PATIENCE: Duration = Duration::from_millis(200);
    /// How long until the next look, when there are bytes but not enough.
    const PAUSE: Duration = Duration::from_millis(5);
    /// The question where the cursor is.
    const QUESTION: &[u8] = b"\x1b[6n";
    /// Bytes of the answer, as `ESC [ 1 ; 2 R`.
    const ANSWER: u64 = 6;

    /// How long to wait where a late answer would be typed into the user's shell.
    const LONGEST: Duration = Duration::from_secs(1);

    /// A question on its way.
    pub(in super::super) struct Probe {
        asked: Instant,
    }

    impl Probe {
        /// Puts sign and question into what goes out.
        pub(super) fn send(sign: &[u8], ahead: &mut Vec<u8>) -> Self {
            ahead.extend_from_slice(sign);
            ahead.extend_from_slice(QUESTION);
            Self { asked: Instant::now() }
        }

        /// The answer, once that is written and before keys are read.
        ///
        /// Only where there are bytes enough for one crossterm is asked: it reads them, keeps
        /// what is a key, and waits up to two seconds where there is no answer among them.
        pub(super) fn answer(self) -> Option<Ambiguous> {
            if !self.may_be_there() {
                return None;
            }
            let (column, _) = crossterm::cursor::position().ok()?;
            width_at(column)
        }

        /// The answer, where no keys are read afterwards: all is read up to its end.
        pub(super) fn only_answer(self) -> Option<Ambiguous> {
            let end = self.asked + LONGEST;
            let mut bytes = Vec::new();
            let mut piece = [0; 64];
            loop {
                if let Some(column) = column(&bytes) {
                    return width_at(column);
                }
                let left = end.saturating_duration_since(Instant::now());
                let fds = &mut [PollFd::from_borrowed_fd(stdin(), PollFlags::IN)];
                let ready = poll(fds, Timespec::try_from(left).ok().as_ref());
                if left.is_zero() || ready != Ok(1) {
                    return None;
                }
                match read(stdin(), &mut piece) {
                    Ok(count @ 1..) => bytes.extend_from_slice(&piece[..count]),
                    _ => return None,
                }
            }
        }

        /// Waits for as many bytes as an answer has.
        fn may_be_there(&self) -> bool {
            loop {
                let Ok(bytes) = ioctl_fionread(stdin()) else { return false };
                if bytes >= ANSWER {
                    return true;
                }
                let left = (self.asked + PATIENCE).saturating_duration_since(Instant::now());
                if left.is_zero() {
                    return false;
                }
                let fds = &mut [PollFd::from_borrowed_fd(stdin(), PollFlags::IN)];
                let time = Timespec::try_from(left).ok();
                // A key that was typed ahead would end each wait at once.
                if bytes > 0 || poll(fds, time.as_ref()).is_err() {
                    thread::sleep(PAUSE.min(left));
                }
            }
        }
    }
}

/// The column in the answer among these bytes, counted from 0.
#[cfg(unix)]
fn column(bytes: &[u8]) -> Option<u16> {
    let text = String::from_utf8_lossy(bytes);
    text.split("\x1b[").skip(1).find_map(|behind| {
        let (row, column) = behind.split_once('R')?.0.split_once(';')?;
        row.parse::<u16>().ok()?;
        column.parse::<u16>().ok()?.checked_sub(1)
    })
}

/// The console of Windows tells where its cursor is without a question.
#[cfg(not(unix))]
mod looked_up {
    use super::{Ambiguous, Terminal, width_at};

    /// What was found.
    pub(in super::super) struct Probe {
        column: Option<u16>,
    }

    impl Probe {
        /// Draws the sign and looks where the cursor is.
        pub(super) fn send(sign: &[u8], _ahead: &mut Vec<u8>) -> Self {
            let drawn = Terminal::write(sign);
            let column = drawn.and_then(|()| crossterm::cursor::position()).map(|(x, _)| x);
            Self { column: column.ok() }
        }

        /// How wide the sign was.
        pub(super) fn answer(self) -> Option<Ambiguous> {
            self.column.and_then(width_at)
        }

        /// The same: nothing is on its way.
        pub(super) fn only_answer(self) -> Option<Ambiguous> {
            self.answer()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_behind_the_sign_is_its_width() {
        assert_eq!(width_at(1), Some(Ambiguous::Narrow));
        assert_eq!(width_at(2), Some(Ambiguous::Wide));
        // A terminal that prints what it does not understand, or has drawn nothing.
        assert_eq!((width_at(0), width_at(5)), (None, None));
    }

    #[cfg(unix)]
    #[test]
    fn the_answer_is_found_among_what_was_typed() {
        assert_eq!(column(b"\x1b[12;3R"), Some(2));
        assert_eq!(column("法R\x1b[A\x1b[12;3Rls".as_bytes()), Some(2));
        for none in ["", "R", "\x1b[12;", "\x1b[12;3", "\x1b[OR", "\x1b[1;0R"] {
            assert_eq!(column(none.as_bytes()), None, "{none:?}");
        }
    }
}
