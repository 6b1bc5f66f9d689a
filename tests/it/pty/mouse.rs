//! The mouse in a real terminal.

use super::home::{Home, ID};
use super::sample;

/// How a frame begins.
const FRAME: &str = "\x1b[?2026h";

#[test]
fn a_mouse_that_is_pulled_fast_is_drawn_where_it_has_come_to() {
    let home = Home::with_report(&sample::full_report(4000));
    let terminal = home.open(ID, (112, 30));
    terminal.quiet();
    terminal.send("\x1b[<0;40;5M");
    terminal.quiet();
    let before = terminal.sent();
    let place = |n| format!("\x1b[<32;{};{}M", 40 + n % 30, 5 + n % 7);
    terminal.send(&(0..200).map(place).collect::<String>());
    let one_by_one = terminal.quiet();
    let frames = String::from_utf8_lossy(&terminal.raw()[before..]).matches(FRAME).count();
    assert!(frames < 60, "{frames}");
    // Where the last one is, as if it were the only one.
    terminal.send("\x1b[<0;40;5M");
    terminal.send(&place(199));
    assert_eq!(one_by_one.difference(&terminal.quiet()), None);
}
