//! Standard output and standard error.
//!
//! A reader that has seen enough closes the pipe (`list | head -1`); that is
//! no failure of ours, so nothing is said about it.

use std::io::{self, Write};

use serde::Serialize;

use super::failure::Failure;

/// Writes a result.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    print_bytes(text.as_bytes())
}

/// Writes a result that is no text of this program's encoding.
pub(super) fn print_bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Trouble(format!("写不到标准输出，系统的说明是：{error}")))
        }
        _ => Ok(()),
    }
}

/// Writes a result for programs.
pub(super) fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|error| Failure::Trouble(format!("结果写不成 JSON：{error}")))?;
    print(&format!("{text}\n"))
}

/// Says something about a result. Where nobody can hear it, nothing is lost.
pub(super) fn tell(text: &str) {
    let mut err = io::stderr().lock();
    let _ = writeln!(err, "{text}");
}
