//! Signs that a document takes from fonts of signs, as characters.
//!
//! Such a font draws a box where its code has a letter; only signs that office
//! papers use are known here, all others are told.

/// Codes in Wingdings, and the characters that look alike.
const WINGDINGS: [(u8, char); 22] = [
    (0x28, '☎'),
    (0x4a, '☺'),
    (0x6c, '●'),
    (0x6d, '❍'),
    (0x6e, '■'),
    (0x6f, '□'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x73, '⬧'),
    (0x74, '⧫'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x9f, '•'),
    (0xa1, '○'),
    (0xa7, '▪'),
    (0xa8, '□'),
    (0xab, '★'),
    (0xd8, '➢'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfd, '☒'),
    (0xfe, '☑'),
];

/// The same for Wingdings 2.
const WINGDINGS_2: [(u8, char); 5] =
    [(0x4f, '✗'), (0x50, '✓'), (0x51, '☒'), (0x52, '☑'), (0xa3, '□')];

/// The same for Symbol.
const SYMBOL: [(u8, char); 12] = [
    (0x2a, '*'),
    (0x2b, '+'),
    (0x2d, '−'),
    (0xa3, '≤'),
    (0xa5, '∞'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
];

/// The character of a sign: the font, and the code as the file writes it.
pub(super) fn character(font: &str, code: &str) -> Option<char> {
    let code = u32::from_str_radix(code.trim(), 16).ok()?;
    let font = font.to_ascii_lowercase();
    let table: &[(u8, char)] = match font.as_str() {
        "wingdings" => &WINGDINGS,
        "wingdings 2" => &WINGDINGS_2,
        "symbol" => &SYMBOL,
        _ => return char::from_u32(code).filter(|c| is_usual(*c)),
    };
    let code = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    table.iter().find(|(known, _)| u32::from(*known) == code).map(|(_, c)| *c)
}

/// Whether a character means the same in every font.
fn is_usual(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_signs_are_characters_and_others_are_not() {
        for (font, code, c) in [
            ("Wingdings", "F0FE", Some('☑')),
            ("Wingdings 2", "0052", Some('☑')),
            ("Symbol", "F0B7", Some('•')),
            ("Wingdings", "F021", None),
            ("Webdings", "F061", None),
            ("宋体", "2460", Some('①')),
            ("宋体", "000A", None),
            ("宋体", "xyz", None),
        ] {
            assert_eq!(character(font, code), c, "{font} {code}");
        }
    }
}
