//! Stopped and going on: a shell with job control, or whoever sends the signals, puts the
//! program aside for a while. What is written is saved and the terminal given back first.

use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;

use super::Program;
use super::terminal::Terminal;

impl Program {
    /// Saves, gives the terminal to the shell, and stands still until the program goes on.
    pub(super) fn stop(&mut self) {
        // A draft that takes no writing is told of when somebody looks again.
        let _ = self.save_all();
        Terminal::lend();
        // It returns when the program goes on.
        if emulate_default_handler(SIGTSTP).is_ok() {
            self.awake += 1;
        }
        // A terminal that is gone is noticed by the loop.
        let _ = Terminal::take_again();
        self.draw_anew();
    }

    /// Goes on; if the program was stopped without a warning, the terminal is still as
    /// the shell has left it.
    pub(super) fn go_on(&mut self) {
        if self.awake > 0 {
            self.awake -= 1;
            return;
        }
        let _ = Terminal::recover();
        self.draw_anew();
    }
}
