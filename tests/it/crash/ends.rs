//! Signals, a closed terminal, a panic and leaving: the text is saved, the
//! terminal is as it was, and the process is gone within two seconds.

use std::time::{Duration, Instant};

use pty_process::blocking::Command;

use crate::pty::home::{Home, ID, PROGRAM, preamble};
use crate::pty::keys::CTRL_Q;
use crate::pty::terminal::{Terminal, signal};

const SIZE: (u16, u16) = (80, 24);
/// How soon the program must be gone.
const SOON: Duration = Duration::from_secs(2);
/// What a shell does around a program; the settings of the line before and after.
const SHELL: &str =
    "stty -g; sh -c 'echo pid=$$; exec \"$@\"' sh \"$@\"; echo code=$?; stty -g; read -r wait";

/// The program in a shell.
struct Shell {
    home: Home,
    terminal: Terminal,
    process: u32,
}

impl Shell {
    fn start() -> Self {
        let home = Home::with_draft();
        let data = home.data();
        let command = Command::new("sh")
            .args(["-c", SHELL, "sh", PROGRAM, "--data-dir"])
            .arg(data.root())
            .arg(ID);
        let terminal = Terminal::start(home.environment(command), SIZE);
        terminal.wait_for("本节");
        let raw = String::from_utf8_lossy(&terminal.raw()).into_owned();
        let process = raw.split("pid=").nth(1).unwrap();
        let process = process.lines().next().unwrap().trim().parse().unwrap();
        Self { home, terminal, process }
    }

    fn type_text(&self, text: &str) {
        self.terminal.send(text);
        self.terminal.wait(text, |view| view.cursor_behind(text));
    }

    /// Waits until the shell goes on, and looks at what the program left.
    fn left(&self, code: i32, text: &str) {
        let start = Instant::now();
        let expected = format!("code={code}");
        let view = self.terminal.wait("the shell", |view| view.has("code="));
        let taken = start.elapsed();
        assert!(view.has(&expected), "not {expected}\n{view}");
        assert!(taken < SOON, "gone after {taken:?}");
        let settings = |view: &crate::pty::view::View| {
            let rows = view.rows().into_iter();
            let settings = rows.filter(|row| row.split(':').count() > 10);
            settings.collect::<Vec<_>>()
        };
        let view = self.terminal.wait("both settings of the line", |view| settings(view).len() > 1);
        let settings = settings(&view);
        assert_eq!(settings[0], settings[1], "{view}");
        assert_eq!(view.modes(), (false, false), "{view}");
        assert!(view.shows_cursor(), "{view}");
        self.check_bytes();
        assert_eq!(preamble(&self.home.load(ID)), text);
    }

    /// Each mode that was switched is switched back last.
    fn check_bytes(&self) {
        let raw = String::from_utf8_lossy(&self.terminal.raw()).into_owned();
        for (on, off) in [
            ("\x1b[?1049h", "\x1b[?1049l"),
            ("\x1b[?2004h", "\x1b[?2004l"),
            ("\x1b[?1000h", "\x1b[?1000l"),
            ("\x1b[?1003h", "\x1b[?1003l"),
            ("\x1b[?1006h", "\x1b[?1006l"),
            ("\x1b[?25l", "\x1b[?25h"),
            ("\x1b[?2026h", "\x1b[?2026l"),
        ] {
            let (on_at, off_at) = (raw.rfind(on), raw.rfind(off));
            assert!(off_at > on_at, "{on:?} at {on_at:?}, {off:?} at {off_at:?}");
        }
    }
}

#[test]
fn signals_save_restore_and_end_with_their_number() {
    for (name, number) in [("TERM", 15), ("HUP", 1), ("INT", 2)] {
        let shell = Shell::start();
        let text = format!("收到{name}之前写的。");
        shell.type_text(&text);
        signal(shell.process, name);
        shell.left(128 + number, &text);
    }
}

#[test]
fn a_signal_right_behind_a_burst_of_keys_loses_none_of_them() {
    let text: String = (0x4e00..).filter_map(char::from_u32).take(400).collect();
    for name in ["HUP", "TERM", "HUP", "TERM", "HUP", "TERM"] {
        let home = Home::with_draft();
        let mut terminal = home.open(ID, SIZE);
        terminal.send(&text);
        terminal.signal(name);
        terminal.wait_exit(SOON);
        assert_eq!(preamble(&home.load(ID)), text, "{name}");
    }
}

#[test]
fn leaving_at_once_saves_what_was_just_typed() {
    let shell = Shell::start();
    shell.terminal.send(&format!("刚写就走。{CTRL_Q}"));
    shell.left(0, "刚写就走。");
    let shell = Shell::start();
    shell.type_text("写完再走。");
    shell.terminal.send(CTRL_Q);
    shell.left(0, "写完再走。");
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_saves_restores_and_is_told() {
    let shell = Shell::start();
    shell.type_text("出事之前写的。");
    shell.terminal.send("崩");
    shell.left(3, "出事之前写的。");
    let raw = String::from_utf8_lossy(&shell.terminal.raw()).into_owned();
    assert!(raw.contains("程序出了意外"), "{raw}");
}

#[test]
fn a_closed_terminal_saves_and_ends() {
    let home = Home::with_draft();
    let mut terminal = home.open(ID, SIZE);
    terminal.send("窗口关掉之前写的。");
    terminal.wait("typed", |view| view.cursor_behind("写的。"));
    terminal.hang_up();
    let status = terminal.wait_exit(SOON);
    assert_eq!(status.code(), Some(129));
    assert_eq!(preamble(&home.load(ID)), "窗口关掉之前写的。");
}

/// Whether a process still runs. One that has ended but that its new parent has
/// not yet asked after (state Z) is gone: how soon it is asked is not ours.
#[cfg(target_os = "linux")]
fn runs(process: &str) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let state = stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next());
    state.is_some_and(|state| state != 'Z')
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_that_goes_without_a_signal_saves_and_ends() {
    let home = Home::with_draft();
    let data = home.data();
    // In a session of its own the program has no controlling terminal.
    let command = Command::new("sh")
        .args(["-c", "echo; setsid -w sh -c 'echo pid=$$; exec \"$@\"' sh \"$@\"", "sh"])
        .args([PROGRAM, "--data-dir"])
        .arg(data.root())
        .arg(ID);
    let mut terminal = Terminal::start(home.environment(command), SIZE);
    terminal.wait_for("本节");
    let raw = String::from_utf8_lossy(&terminal.raw()).into_owned();
    let process = raw.split("pid=").nth(1).unwrap();
    let process = process.lines().next().unwrap().trim().to_owned();
    terminal.send("没有信号也存了。");
    terminal.wait("typed", |view| view.cursor_behind("存了。"));
    terminal.hang_up();
    let start = Instant::now();
    while runs(&process) {
        assert!(start.elapsed() < SOON, "still there");
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(preamble(&home.load(ID)), "没有信号也存了。");
}
