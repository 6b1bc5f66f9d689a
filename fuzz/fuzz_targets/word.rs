//! Any bytes as a file: the kind is found, and whatever reader it is answers.

#![no_main]

use fazhi_tui::import::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = read(bytes, None);
});
