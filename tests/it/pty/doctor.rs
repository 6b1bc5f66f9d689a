//! What `doctor` asks the terminal, and that nothing of it is left there.

use std::time::Duration;

use fazhi_tui::text::Ambiguous;
use pty_process::blocking::Command;

use super::emulator::{Answer, Kind};
use super::home::{Home, PROGRAM};
use super::terminal::Terminal;

const SOON: Duration = Duration::from_secs(10);
const WIDE: Kind = Kind { ambiguous: Ambiguous::Wide, answer: Answer::AtOnce };

#[test]
fn doctor_tells_what_is_measured_and_leaves_no_trace_of_it() {
    for (kind, told) in [
        (Kind::default(), "模糊宽度：自动，这个终端按窄算"),
        (WIDE, "模糊宽度：自动，这个终端按宽算"),
        (Kind { answer: Answer::Never, ..WIDE }, "模糊宽度：自动，没有量出来，按窄算"),
    ] {
        let home = Home::with_draft();
        let mut terminal = Terminal::start_on(kind, home.call(&["doctor"]), (112, 40));
        assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
        let view = terminal.view();
        assert!(view.has(told), "{view}");
        let trace = view.rows().into_iter().find(|row| row.starts_with('“'));
        assert_eq!(trace, None, "{view}");
    }
}

#[test]
fn nothing_that_doctor_has_asked_is_left_to_the_shell() {
    let late = |by| Answer::Late(Duration::from_millis(by));
    for (answer, told) in [
        (Answer::AtOnce, "按宽算"),
        (late(20), "按宽算"),
        (late(500), "按宽算"),
        (Answer::Never, "没有量出来"),
    ] {
        let home = Home::with_draft();
        let data = home.data().root().display().to_string();
        let rest = "sleep 1; stty -icanon min 0 time 1; echo 剩下 $(head -c 99 | wc -c) 个。";
        let line = format!("{PROGRAM} --data-dir {data} doctor; {rest}");
        let shell = home.environment(Command::new("sh").args(["-c", &line]));
        let mut terminal = Terminal::start_on(Kind { answer, ..WIDE }, shell, (112, 50));
        assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
        let view = terminal.view();
        assert!(view.has(told) && view.has("剩下 0 个。"), "{answer:?}\n{view}");
        assert!(!view.has("^[["), "{answer:?}\n{view}");
    }
}

#[test]
fn doctor_asks_no_terminal_that_cannot_move_its_cursor() {
    let home = Home::with_draft();
    let command = home.call(&["doctor"]).env("TERM", "dumb");
    let mut terminal = Terminal::start_on(WIDE, command, (112, 50));
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
    let raw = terminal.raw();
    assert!(!raw.contains(&b'\x1b'), "{}", String::from_utf8_lossy(&raw));
    assert!(terminal.view().has("自动，没有量出来"));
}
