//! What a terminal makes of the bytes of a program: its cells, its cursor, and
//! its answers.
//!
//! The parser below draws “ and its like one cell wide. A terminal that draws them two
//! cells wide is made of it by a trick: before the bytes are parsed, each such character
//! is replaced by a rare wide one that stands for it, and [`View`] reads it back.

use std::num::NonZeroU16;
use std::time::Duration;

use fazhi_tui::text::Ambiguous;
use unicode_width::UnicodeWidthChar;

use super::view::View;

/// The question where the cursor is.
const QUESTION: &[u8] = b"\x1b[6n";
/// Where the characters begin that stand for others: nobody writes these.
const FIRST: u32 = 0x20000;

/// How a terminal answers the question where its cursor is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Answer {
    /// As terminals do.
    #[default]
    AtOnce,
    /// After this time, as over a slow line.
    Late(Duration),
    /// Not at all.
    Never,
}

/// A sort of terminal.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Kind {
    /// How wide it draws “ and its like.
    pub(crate) ambiguous: Ambiguous,
    /// How it answers.
    pub(crate) answer: Answer,
}

/// The screen of one terminal.
#[derive(Default)]
pub(crate) struct Emulator {
    parser: vt100::Parser,
    ambiguous: Ambiguous,
    /// The beginning of a character or of a question.
    torn: Vec<u8>,
}

impl Emulator {
    /// A screen that draws “ and its like as wide as this.
    pub(crate) fn new(ambiguous: Ambiguous) -> Self {
        Self { ambiguous, ..Self::default() }
    }

    /// Gives the screen another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        let cells = |number| NonZeroU16::new(number).expect("a size above nothing");
        self.parser.set_size(cells(rows), cells(columns));
    }

    /// What stands on it.
    pub(crate) fn view(&self) -> View {
        View::of(self.parser.screen(), self.ambiguous)
    }

    /// Draws what a program sends, and gives the answers to its questions.
    pub(crate) fn process(&mut self, bytes: &[u8]) -> Vec<String> {
        let mut waiting = std::mem::take(&mut self.torn);
        waiting.extend_from_slice(bytes);
        self.torn = waiting.split_off(waiting.len() - torn(&waiting));
        let mut answers = Vec::new();
        let mut rest = &waiting[..];
        while let Some(at) = rest.windows(QUESTION.len()).position(|w| w == QUESTION) {
            self.draw(&rest[..at]);
            let (row, column) = self.parser.screen().cursor_position();
            answers.push(format!("\x1b[{};{}R", row + 1, column + 1));
            rest = &rest[at + QUESTION.len()..];
        }
        self.draw(rest);
        answers
    }

    fn draw(&mut self, bytes: &[u8]) {
        match self.ambiguous {
            Ambiguous::Narrow => self.parser.process(bytes),
            Ambiguous::Wide => {
                let text = String::from_utf8_lossy(bytes);
                let text: String = text.chars().map(|c| stand_in(c).unwrap_or(c)).collect();
                self.parser.process(text.as_bytes());
            }
        }
    }
}

/// How many bytes at the end may be the beginning of something.
fn torn(bytes: &[u8]) -> usize {
    let question = (1..QUESTION.len()).rev().find(|&n| bytes.ends_with(&QUESTION[..n]));
    question.unwrap_or_else(|| match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => bytes.len() - error.valid_up_to(),
        _ => 0,
    })
}

/// Whether terminals quarrel about the width of a character.
pub(crate) fn is_ambiguous(c: char) -> bool {
    c.width() == Some(1) && c.width_cjk() == Some(2)
}

/// The character that stands for an ambiguous one on a terminal that draws it wide.
fn stand_in(c: char) -> Option<char> {
    let code = u32::from(c);
    (is_ambiguous(c) && code < 0xa000).then(|| char::from_u32(FIRST + code)).flatten()
}

/// The character that another stands for.
pub(crate) fn stood_for(c: char) -> Option<char> {
    let meant = u32::from(c).checked_sub(FIRST).filter(|code| *code < 0xa000);
    meant.and_then(char::from_u32).filter(|c| is_ambiguous(*c))
}
