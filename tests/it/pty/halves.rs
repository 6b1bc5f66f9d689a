//! Both halves of a character have the look of the whole.

use super::emulator::Kind;
use super::home::{Home, ID};
use super::keys::{CTRL_HOME, CTRL_L, DELETE, RIGHT, SHIFT_LEFT, SHIFT_RIGHT};
use super::sample;
use super::terminal::Terminal;
use fazhi_tui::text::Ambiguous;

#[test]
fn a_selection_that_comes_and_goes_leaves_the_screen_of_a_redraw() {
    for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
        let home = Home::with_report(&sample::full_report(4000));
        let kind = Kind { ambiguous, ..Kind::default() };
        let terminal = Terminal::start_on(kind, home.call(&[ID]), (80, 24));
        terminal.wait_for("本节");
        terminal.quiet();
        terminal.send(&format!("{CTRL_HOME}法治“法治”"));
        let keys = [SHIFT_LEFT; 6].into_iter().chain([SHIFT_RIGHT; 8]).chain([RIGHT, SHIFT_LEFT]);
        for key in keys.chain(["ab", DELETE, SHIFT_RIGHT, "法"]) {
            let shown = terminal.send_until_quiet(key);
            let fresh = terminal.redrawn(|terminal| terminal.send(CTRL_L));
            assert_eq!(shown.difference(&fresh), None, "{key:?}");
        }
    }
}
