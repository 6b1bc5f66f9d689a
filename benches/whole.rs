//! The release binary on a pseudo-terminal, with a full report: how soon, how
//! much, how often. `cargo bench --bench whole` prints tables.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    dead_code,
    reason = "a measurement may fail loudly, and uses a part of the tests' harness"
)]

#[cfg(unix)]
#[path = "../tests/it/pty/emulator.rs"]
mod emulator;
#[cfg(unix)]
#[path = "../tests/it/pty/home.rs"]
mod home;
#[cfg(unix)]
#[path = "../tests/it/pty/keys.rs"]
mod keys;
#[cfg(target_os = "linux")]
#[path = "whole/long.rs"]
mod long;
#[cfg(target_os = "linux")]
#[path = "whole/measures.rs"]
mod measures;
#[cfg(target_os = "linux")]
#[path = "whole/process.rs"]
mod process;
#[cfg(unix)]
#[path = "../tests/it/pty/sample.rs"]
mod sample;
#[cfg(unix)]
#[path = "../tests/it/pty/terminal.rs"]
mod terminal;
#[cfg(target_os = "linux")]
#[path = "whole/texts.rs"]
mod texts;
#[cfg(unix)]
#[path = "../tests/it/pty/view.rs"]
mod view;

fn main() {
    // Whoever only wants to know that it builds passes no `--bench`.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    #[cfg(target_os = "linux")]
    measures::all();
    #[cfg(not(target_os = "linux"))]
    eprintln!("what is measured here is read from /proc");
}
