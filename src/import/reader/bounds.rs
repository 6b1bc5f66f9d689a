//! How much text a report may hold.
//!
//! What is beyond is no report, and every later step may count on that: a text
//! is asked before it is taken apart, and what came out of a file once more.

use crate::import::ImportError;
use crate::import::decode::is_blank;
use crate::import::source::{MANUAL_BREAKS, MAX_CHARS, MAX_LINE, MAX_LINES, Source};

/// Refuses what is blank, or holds far more than a report has.
pub(super) fn check(source: &Source) -> Result<(), ImportError> {
    for line in &source.lines {
        let characters = line.text.chars().count();
        if characters > MAX_LINE {
            let line = line.text.start().line;
            return Err(ImportError::LongLine { line, characters });
        }
    }
    check_amount(source.lines.iter().map(|line| line.text.as_str()))
}

/// Refuses a text that is blank or far too much, before it is taken apart.
pub(super) fn check_text(text: &str) -> Result<(), ImportError> {
    check_amount(text.split(['\n', '\r']))
}

fn check_amount<'a>(lines: impl Iterator<Item = &'a str>) -> Result<(), ImportError> {
    let (mut filled, mut chars) = (0, 0);
    for line in lines {
        // The end of the line is one too.
        chars += line.chars().count() + 1;
        filled += line.split(MANUAL_BREAKS).filter(|piece| !is_blank(piece)).count();
    }
    match filled {
        0 => Err(ImportError::Blank),
        lines if lines > MAX_LINES => Err(ImportError::TooLong { lines }),
        _ if chars > MAX_CHARS => Err(ImportError::TooMuch { chars }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read;

    fn refusal(text: &str) -> Option<ImportError> {
        read(text.as_bytes(), None).err()
    }

    #[test]
    fn a_flood_is_refused_before_it_is_taken_apart() {
        for head in ["云溪镇2025年报告\n", "# 云溪镇2025年报告\n"] {
            for flood in ["\u{200b}", "[a](b.c)", "\n"] {
                let many = MAX_CHARS / flood.chars().count();
                let error = refusal(&format!("{head}{}", flood.repeat(many)));
                assert!(matches!(error, Some(ImportError::TooMuch { .. })), "{error:?}");
            }
            let error = refusal(&format!("{head}{}", "镇\u{b}".repeat(MAX_LINES)));
            assert_eq!(error, Some(ImportError::TooLong { lines: MAX_LINES + 1 }));
        }
    }

    #[test]
    fn what_stands_in_few_lines_is_read() {
        let line = format!("{}\n", "镇&lt;*[a](b.c) ".repeat(10_000));
        assert_eq!(refusal(&format!("# {}", line.repeat(4))), None);
    }
}
