//! Nothing is written where nothing changes.

use std::thread::sleep;
use std::time::Duration;

use super::home::{Home, ID};
use super::keys::{CTRL_HOME, CTRL_L, F1, LEFT, UP};
use super::sample;
use super::terminal::Terminal;
use super::view::View;

/// Whether nothing comes after these keys for a while, once all that came before them is
/// drawn. Only a save may fall between: then they are pressed again.
fn is_silent(terminal: &Terminal, keys: &str, time: Duration) -> bool {
    let saved = |view: &View| view.rows().into_iter().find(|row| row.contains("已保存"));
    loop {
        terminal.redrawn(|terminal| terminal.send(CTRL_L));
        let shown = terminal.quiet();
        let before = terminal.sent();
        terminal.send(keys);
        sleep(time);
        if terminal.sent() == before {
            return true;
        }
        if saved(&terminal.view()) == saved(&shown) {
            return false;
        }
    }
}

#[test]
fn a_key_without_a_change_and_a_program_without_keys_write_nothing() {
    let home = Home::with_report(&sample::full_report(4000));
    let terminal = home.open(ID, (112, 30));
    terminal.send(CTRL_HOME);
    let soon = Duration::from_millis(300);
    for key in [CTRL_HOME, LEFT, UP] {
        assert!(is_silent(&terminal, &key.repeat(3), soon), "{key:?}");
    }
    assert!(is_silent(&terminal, "", Duration::from_millis(2500)), "an idle program");
    terminal.send_for(F1, "帮助");
    assert!(is_silent(&terminal, UP, soon), "at the top of the help");
}
