//! The clipboard of the system: told through the terminal where there is no
//! desktop, and never waited for.

use std::net::TcpListener;
use std::time::Duration;

use super::home::{Home, ID, preamble};
use super::keys::{CTRL_A, CTRL_C, CTRL_END, CTRL_Q, CTRL_V};
use super::terminal::Terminal;

const SIZE: (u16, u16) = (80, 24);

/// How a terminal is told what its clipboard shall hold.
const OSC_52: &str = "\x1b]52;c;";

#[test]
fn without_a_desktop_the_terminal_is_told_what_was_copied() {
    let home = Home::with_draft();
    let terminal = home.open(ID, SIZE);
    terminal.send("法治");
    terminal.wait("typed", |view| view.cursor_behind("法治"));
    terminal.send_for(&format!("{CTRL_A}{CTRL_C}"), "已复制 2 字");
    let sent = String::from_utf8_lossy(&terminal.raw()).into_owned();
    assert!(sent.contains(&format!("{OSC_52}5rOV5rK7")), "{OSC_52} is not sent");
    terminal.send(CTRL_END);
    terminal.send(CTRL_V);
    terminal.wait("pasted", |view| view.cursor_behind("法治法治"));
}

#[test]
fn the_console_of_linux_is_told_nothing_that_it_would_show() {
    let home = Home::with_draft();
    let terminal = Terminal::start(home.call(&[ID]).env("TERM", "linux"), SIZE);
    terminal.wait_for("本节");
    terminal.send("法治");
    terminal.send_for(&format!("{CTRL_A}{CTRL_C}"), "已复制 2 字");
    assert!(!String::from_utf8_lossy(&terminal.raw()).contains("\x1b]"));
}

#[test]
fn a_display_that_never_answers_holds_nothing_up() {
    let home = Home::with_draft();
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    // Displays are counted from port 6000.
    let number = silent.local_addr().unwrap().port() - 6000;
    let display = format!("127.0.0.1:{number}");
    let mut terminal = Terminal::start(home.call(&[ID]).env("DISPLAY", display), SIZE);
    terminal.wait_for("本节");
    terminal.send("前文");
    terminal.send_for(&format!("{CTRL_A}{CTRL_C}"), "已复制 2 字");
    terminal.send(CTRL_END);
    terminal.send_for(CTRL_V, "没有回答");
    terminal.send("后文");
    terminal.wait("typed", |view| view.cursor_behind("前文前文后文"));
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_exit(Duration::from_secs(10)).code(), Some(0));
    assert_eq!(preamble(&home.load(ID)), "前文前文后文");
}
