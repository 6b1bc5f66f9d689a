//! Field codes of word processors, left in a text by a conversion.
//!
//! Only the code goes: what the field showed is text of the report and stays.

use std::ops::Range;

/// Words that begin a code; each is followed by arguments only.
const NAMES: [&str; 4] = ["PAGEREF", "HYPERLINK", "MERGEFORMAT", "TOC \\"];

/// The field codes in a line, as byte ranges in order.
pub(super) fn codes(line: &str) -> Vec<Range<usize>> {
    let mut codes = Vec::new();
    let mut at = 0;
    while let Some(code) = next(line, at) {
        at = code.end;
        codes.push(code);
    }
    codes
}

fn next(line: &str, from: usize) -> Option<Range<usize>> {
    let mut begins = line[from..].match_indices(['P', 'H', 'M', 'T']).map(|(at, _)| from + at);
    let (start, mut end) = begins.find_map(|start| {
        let name = NAMES.iter().find(|name| line[start..].starts_with(**name))?;
        // Its last sign may begin the first argument.
        Some((start, start + name.trim_end_matches(" \\").len()))
    })?;
    while let Some(length) = argument(&line[end..]) {
        end += length;
    }
    Some(start..end)
}

/// The length of one argument with the spaces before it: a quoted string, a
/// switch such as `\h`, or the name of a bookmark.
fn argument(rest: &str) -> Option<usize> {
    let trimmed = rest.trim_start_matches(' ');
    let blank = rest.len() - trimmed.len();
    let length = match trimmed.chars().next()? {
        '"' => trimmed[1..].find('"')? + 2,
        '\\' => {
            1 + trimmed[1..]
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '*')
                .unwrap_or(trimmed.len() - 1)
        }
        '_' => {
            trimmed.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(trimmed.len())
        }
        _ => return None,
    };
    Some(blank + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_end_where_the_text_goes_on() {
        let found = |line: &'static str| -> Vec<&str> {
            codes(line).into_iter().map(|code| &line[code]).collect()
        };
        assert_eq!(found("成效PAGEREF _Toc88 \\h"), ["PAGEREF _Toc88 \\h"]);
        assert_eq!(
            found("HYPERLINK \"http://a\" \\l \"b\" 县政府"),
            ["HYPERLINK \"http://a\" \\l \"b\""]
        );
        assert_eq!(
            found("MERGEFORMAT甲TOC \\o \"1-3\" \\h 乙PAGEREF"),
            ["MERGEFORMAT", "TOC \\o \"1-3\" \\h", "PAGEREF"]
        );
        assert!(found("一、2025年TOC").is_empty());
    }
}
