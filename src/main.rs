//! The program: everything it can do is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    fazhi_tui::cli::run(std::env::args_os())
}
