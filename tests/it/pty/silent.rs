//! Nothing is written where nothing changes.

use std::thread::sleep;
use std::time::Duration;

use super::home::{Home, ID};
use super::keys::{CTRL_HOME, F1, LEFT, UP};
use super::sample;

#[test]
fn a_key_without_a_change_and_a_program_without_keys_write_nothing() {
    let home = Home::with_report(&sample::full_report(4000));
    let terminal = home.open(ID, (112, 30));
    terminal.send(CTRL_HOME);
    for key in [CTRL_HOME, LEFT, UP] {
        // The first one may take a sentence off the status line.
        terminal.send(key);
        terminal.quiet();
        let before = terminal.sent();
        terminal.send(&key.repeat(3));
        sleep(Duration::from_millis(300));
        assert_eq!(terminal.sent(), before, "{key:?}");
    }
    let before = terminal.sent();
    sleep(Duration::from_millis(2500));
    assert_eq!(terminal.sent(), before, "an idle program");
    terminal.send_for(F1, "帮助");
    terminal.quiet();
    let before = terminal.sent();
    terminal.send(UP);
    sleep(Duration::from_millis(300));
    assert_eq!(terminal.sent(), before, "at the top of the help");
}
