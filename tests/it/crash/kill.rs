//! `kill -9`: what was typed two seconds before is there, and the file can be read.

use std::hash::{BuildHasher, RandomState};
use std::thread;
use std::time::{Duration, Instant};

use crate::pty::home::{Home, ID, preamble};
use crate::pty::keys::ENTER;
use crate::pty::terminal::Terminal;

const SIZE: (u16, u16) = (80, 24);
/// At most this much typing may be lost.
const PROMISE: Duration = Duration::from_secs(2);
/// Between two characters of somebody who types fast.
const PACE: Duration = Duration::from_millis(20);
/// How often to kill, unless the variable says otherwise.
const TRIALS: u64 = 10;
const VARIABLE: &str = "FAZHI_TUI_TRIALS";

/// Characters that are all different, so that any loss is seen.
fn characters() -> impl Iterator<Item = char> {
    (0x4e00..0x9fa5).filter_map(char::from_u32)
}

/// Kills the program as nothing can catch it.
fn kill(mut terminal: Terminal) {
    terminal.signal("KILL");
    terminal.wait_exit(Duration::from_secs(5));
}

#[test]
fn three_hundred_characters_are_there_two_seconds_after_the_last() {
    let home = Home::with_draft();
    let terminal = home.open(ID, SIZE);
    let text: String = characters().take(300).collect();
    for c in text.chars() {
        terminal.send(&c.to_string());
        thread::sleep(Duration::from_millis(5));
    }
    thread::sleep(PROMISE);
    kill(terminal);
    assert_eq!(preamble(&home.load(ID)), text);
    let last: String = text.chars().skip(298).collect();
    let terminal = home.open(ID, SIZE);
    terminal.wait("the last characters", |view| view.cursor_behind(&last));
}

#[test]
fn a_new_report_of_one_second_is_there() {
    let home = Home::new();
    let terminal = home.start((100, 30));
    terminal.send_for(ENTER, "（1/4）");
    terminal.send_for("云溪镇", "中共云溪镇委员会");
    for _ in 0..7 {
        terminal.send(ENTER);
    }
    terminal.wait_for("（2/4）");
    terminal.send_for(ENTER, "（3/4）");
    terminal.send_for(ENTER, "（4/4）");
    terminal.send_for(ENTER, "直接打字就写进报告");
    thread::sleep(Duration::from_secs(1));
    kill(terminal);
    let terminal = home.start((100, 30));
    terminal.wait_for("云溪镇");
    terminal.send_for(ENTER, "完成 0/12");
}

#[test]
fn a_kill_at_any_moment_loses_two_seconds_at_most() {
    let trials = std::env::var(VARIABLE).ok();
    let trials = trials.map_or(TRIALS, |number| number.parse().expect(VARIABLE));
    for trial in 0..trials {
        let random = RandomState::new().hash_one(trial) % 2500;
        one_trial(Duration::from_millis(300 + random));
    }
}

/// Types for a while, kills, and looks at the file.
fn one_trial(duration: Duration) {
    let home = Home::with_draft();
    let terminal = home.open(ID, SIZE);
    let start = Instant::now();
    let mut typed = Vec::new();
    for c in characters() {
        if start.elapsed() > duration {
            break;
        }
        // A terminal echoes nothing: a character counts from when it was sent.
        typed.push((c, Instant::now()));
        terminal.send(&c.to_string());
        thread::sleep(PACE);
    }
    let end = Instant::now();
    kill(terminal);
    let saved = preamble(&home.load(ID));
    let text: String = typed.iter().map(|(c, _)| c).collect();
    assert!(text.starts_with(&saved), "{saved} is no beginning of {text}");
    let kept = saved.chars().count();
    if let Some((_, sent)) = typed.get(kept) {
        let lost = end.duration_since(*sent);
        assert!(lost <= PROMISE, "{lost:?} of typing lost after {duration:?}");
    }
}
