//! Keys as xterm sends them.

pub(crate) const ENTER: &str = "\r";
pub(crate) const ESC: &str = "\x1b";
pub(crate) const TAB: &str = "\t";
pub(crate) const BACKSPACE: &str = "\x7f";
pub(crate) const DELETE: &str = "\x1b[3~";
pub(crate) const INSERT: &str = "\x1b[2~";
pub(crate) const UP: &str = "\x1b[A";
pub(crate) const DOWN: &str = "\x1b[B";
pub(crate) const RIGHT: &str = "\x1b[C";
pub(crate) const LEFT: &str = "\x1b[D";
pub(crate) const HOME: &str = "\x1b[H";
pub(crate) const END: &str = "\x1b[F";
pub(crate) const CTRL_HOME: &str = "\x1b[1;5H";
pub(crate) const CTRL_END: &str = "\x1b[1;5F";
pub(crate) const PAGE_UP: &str = "\x1b[5~";
pub(crate) const PAGE_DOWN: &str = "\x1b[6~";
pub(crate) const SHIFT_TAB: &str = "\x1b[Z";
pub(crate) const CTRL_PAGE_UP: &str = "\x1b[5;5~";
pub(crate) const F1: &str = "\x1bOP";
pub(crate) const F3: &str = "\x1bOR";
pub(crate) const F4: &str = "\x1bOS";
pub(crate) const F5: &str = "\x1b[15~";
pub(crate) const F6: &str = "\x1b[17~";
pub(crate) const F7: &str = "\x1b[18~";
pub(crate) const F10: &str = "\x1b[21~";
pub(crate) const F12: &str = "\x1b[24~";
pub(crate) const SHIFT_RIGHT: &str = "\x1b[1;2C";
pub(crate) const SHIFT_LEFT: &str = "\x1b[1;2D";
pub(crate) const CTRL_A: &str = "\x01";
pub(crate) const CTRL_B: &str = "\x02";
pub(crate) const CTRL_C: &str = "\x03";
pub(crate) const CTRL_D: &str = "\x04";
pub(crate) const CTRL_F: &str = "\x06";
pub(crate) const CTRL_G: &str = "\x07";
pub(crate) const CTRL_K: &str = "\x0b";
pub(crate) const CTRL_L: &str = "\x0c";
pub(crate) const CTRL_N: &str = "\x0e";
pub(crate) const CTRL_O: &str = "\x0f";
pub(crate) const CTRL_P: &str = "\x10";
pub(crate) const CTRL_Q: &str = "\x11";
pub(crate) const CTRL_R: &str = "\x12";
pub(crate) const CTRL_T: &str = "\x14";
pub(crate) const CTRL_V: &str = "\x16";
pub(crate) const CTRL_X: &str = "\x18";
pub(crate) const CTRL_Y: &str = "\x19";
pub(crate) const CTRL_Z: &str = "\x1a";

/// A paste as a terminal brackets it.
pub(crate) fn pasted(text: &str) -> String {
    format!("\x1b[200~{text}\x1b[201~")
}
