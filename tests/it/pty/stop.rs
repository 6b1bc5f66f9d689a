//! Stopped and going on: the text is on disk, the terminal is the shell's meanwhile, and
//! afterwards all is as before.

use std::fs;
use std::process::Command as Process;
use std::time::{Duration, Instant};

use pty_process::blocking::Command;

use super::home::{Home, ID, PROGRAM, preamble};
use super::keys::{CTRL_L, CTRL_Q};
use super::terminal::{Terminal, signal};
use super::view::View;

const SIZE: (u16, u16) = (80, 24);
const SOON: Duration = Duration::from_secs(10);

/// Waits until a process is in a state, such as T for stopped.
#[track_caller]
fn wait_state(process: u32, wanted: impl Fn(char) -> bool) {
    let end = Instant::now() + SOON;
    loop {
        let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
        let state = stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next()).unwrap();
        if wanted(state) {
            return;
        }
        assert!(Instant::now() < end, "it is in state {state}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// What `stty` says or does of the terminal of a process.
fn stty(process: u32, arguments: &[&str]) -> String {
    let terminal = format!("/proc/{process}/fd/0");
    let done = Process::new("stty").args(["-F", &terminal]).args(arguments).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    String::from_utf8(done.stdout).unwrap()
}

fn is_raw(process: u32) -> bool {
    stty(process, &["-a"]).contains("-icanon")
}

/// The terminal is the program's: all modes on, and what stands there is what a redraw
/// of everything makes of it.
#[track_caller]
fn taken(terminal: &Terminal) {
    let shown = terminal.quiet();
    assert_eq!(shown.modes(), (true, true), "{shown}");
    assert!(shown.tells_of_mouse() && shown.shows_cursor(), "{shown}");
    let fresh = terminal.redrawn(|terminal| terminal.send(CTRL_L));
    assert_eq!(shown.difference(&fresh), None);
}

/// The terminal is the shell's.
#[track_caller]
fn lent(terminal: &Terminal) -> View {
    terminal.wait("a terminal without the program's modes", |view| {
        view.modes() == (false, false) && !view.tells_of_mouse() && view.shows_cursor()
    })
}

#[track_caller]
fn write(terminal: &Terminal, text: &str) {
    terminal.send(text);
    terminal.wait(text, |view| view.cursor_behind(text));
}

#[test]
fn a_program_that_is_stopped_gives_the_terminal_back_and_takes_it_again() {
    let home = Home::with_draft();
    let mut terminal = home.open(ID, SIZE);
    let process = terminal.id();
    let mut text = String::new();
    for round in ["一", "二"] {
        write(&terminal, round);
        text += round;
        terminal.signal("TSTP");
        wait_state(process, |state| state == 'T');
        assert_eq!(preamble(&home.load(ID)), text, "saved before it stands still");
        lent(&terminal);
        assert!(!is_raw(process));
        terminal.signal("CONT");
        terminal.wait("the screen again", |view| view.has("本节") && view.has(&text));
        taken(&terminal);
        assert!(is_raw(process));
    }
    write(&terminal, "三");
    terminal.send(CTRL_Q);
    lent(&terminal);
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
    assert_eq!(preamble(&home.load(ID)), "一二三");
}

#[test]
fn a_stop_without_a_warning_leaves_a_program_that_works_afterwards() {
    let home = Home::with_draft();
    let mut terminal = home.open(ID, SIZE);
    let process = terminal.id();
    write(&terminal, "停下以前");
    terminal.signal("STOP");
    wait_state(process, |state| state == 'T');
    // As a shell does it.
    stty(process, &["sane"]);
    assert!(!is_raw(process));
    let before = terminal.sent();
    terminal.signal("CONT");
    terminal.wait_frame(before);
    terminal.quiet();
    assert!(is_raw(process));
    taken(&terminal);
    write(&terminal, "，接着写");
    terminal.send(CTRL_Q);
    lent(&terminal);
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
    assert_eq!(preamble(&home.load(ID)), "停下以前，接着写");
}

#[test]
fn a_shell_with_job_control_can_put_it_aside_and_fetch_it() {
    let home = Home::with_draft();
    let shell = home.environment(Command::new("sh").arg("-i")).env("PS1", "壳> ");
    let mut terminal = Terminal::start(shell, SIZE);
    terminal.wait_for("壳>");
    let data = home.data();
    terminal.send(&format!("{PROGRAM} --data-dir {} {ID}\n", data.root().display()));
    terminal.wait_for("本节");
    let shell = terminal.id();
    let children = fs::read_to_string(format!("/proc/{shell}/task/{shell}/children")).unwrap();
    let process: u32 = children.trim().parse().unwrap();
    write(&terminal, "第一句。");
    signal(process, "TSTP");
    terminal.wait("the shell", |view| view.has("Stopped") && !view.has("本节"));
    lent(&terminal);
    terminal.send("echo 别的事\n");
    terminal.wait("the shell works", |view| view.has("别的事"));
    terminal.send("fg\n");
    terminal.wait("the screen again", |view| view.has("本节") && view.has("第一句。"));
    taken(&terminal);
    write(&terminal, "第二句。");
    terminal.send(CTRL_Q);
    terminal.wait("the shell", |view| view.before_cursor().trim() == "壳>");
    let view = lent(&terminal);
    assert!(view.has("别的事"), "{view}");
    terminal.send("exit\n");
    terminal.wait_exit(SOON);
    assert_eq!(preamble(&home.load(ID)), "第一句。第二句。");
}

#[test]
fn a_redraw_gives_the_terminal_the_modes_that_another_program_took() {
    let home = Home::with_draft();
    let terminal = home.open(ID, SIZE);
    write(&terminal, "前");
    terminal.quiet();
    let other = format!("/proc/{}/fd/1", terminal.id());
    fs::write(other, "\x1b[?2004l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1049l").unwrap();
    lent(&terminal);
    terminal.redrawn(|terminal| terminal.send(CTRL_L));
    taken(&terminal);
}

#[test]
fn stops_in_quick_succession_are_all_accounted_for() {
    let home = Home::with_draft();
    let terminal = home.open(ID, SIZE);
    let process = terminal.id();
    terminal.quiet();
    for _ in 0..15 {
        terminal.signal("TSTP");
        wait_state(process, |state| state == 'T');
        terminal.signal("CONT");
    }
    terminal.wait("the screen again", |view| view.modes() == (true, true));
    terminal.quiet();
    terminal.signal("STOP");
    wait_state(process, |state| state == 'T');
    stty(process, &["sane"]);
    let before = terminal.sent();
    terminal.signal("CONT");
    terminal.wait_frame(before);
    assert!(is_raw(process));
    taken(&terminal);
}
