//! Markdown: no input ends the program, and no Chinese character vanishes.
#![no_main]

use fazhi_tui::import::{Encoding, read};
use libfuzzer_sys::fuzz_target;

fn chinese(text: &str) -> usize {
    text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count()
}

fuzz_target!(|text: &str| {
    // Tags may hold anything in their attributes.
    let page = text.contains('<') || text.contains('&');
    let text = format!("# 云溪镇\n{text}");
    let Ok(source) = read(text.as_bytes(), Some(Encoding::Utf8)) else {
        return;
    };
    let lines: usize = source.lines.iter().map(|line| chinese(&line.text)).sum();
    let noise: usize = source.noise.iter().map(|noise| chinese(&noise.text)).sum();
    assert!(page || lines + noise == chinese(&text), "{source:?}");
});
