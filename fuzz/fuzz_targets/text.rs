//! Bytes of any kind: no input ends the program.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = fazhi_tui::import::read(bytes, None);
});
