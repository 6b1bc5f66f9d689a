//! Web pages: no input ends the program, and each character knows its place.
#![no_main]

use fazhi_tui::import::{Encoding, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let page = format!("<p>\n{text}");
    let lines: Vec<usize> = page.replace("\r\n", "\n").replace('\r', "\n")
        .split('\n').map(|line| line.chars().count()).collect();
    let Ok(source) = read(page.as_bytes(), Some(Encoding::Utf8)) else {
        return;
    };
    for line in &source.lines {
        for (byte, c) in line.text.char_indices() {
            let origin = line.text.origin(byte);
            // A line feed that is written as a reference stands in no line.
            assert!(origin.line <= lines.len(), "{c}");
            assert!(origin.column <= lines[origin.line - 1] + 1, "{c} {origin:?}");
        }
    }
});
