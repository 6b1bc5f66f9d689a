//! Marks that an input method puts where the notation needs its own.
//!
//! It is only about the notation of files; marks in prose are not judged here.

use ron::error::Error as Code;

/// Marks without a twin of the same form, and what is meant by them.
const MEANT: [(char, char); 12] = [
    ('“', '"'),
    ('”', '"'),
    ('‘', '"'),
    ('’', '"'),
    ('、', ','),
    ('；', ','),
    ('。', ','),
    ('【', '['),
    ('】', ']'),
    ('「', '"'),
    ('」', '"'),
    ('\u{3000}', ' '),
];

/// What is wrong with a full-width mark and which one belongs there; nothing
/// for any other character.
pub(super) fn full_width(found: char) -> Option<String> {
    let twin = twin(found)?;
    if twin == ' ' {
        return Some("这里是全角空格，应当是半角空格".to_owned());
    }
    if twin == '"' {
        return Some(format!("这里是全角引号（{found}），应当是半角引号（\"）"));
    }
    Some(format!("这里是全角的“{found}”，应当是半角的“{twin}”"))
}

/// Whether a full-width mark is likely the slip where the reader stopped: where
/// text is missed, `（` may well be its unquoted beginning, and only a quote is.
pub(super) fn could_stand(found: char, code: &Code) -> bool {
    let twin = twin(found);
    match code {
        Code::ExpectedString => matches!(twin, Some('"' | ' ')),
        Code::ExpectedInteger | Code::ExpectedFloat => {
            twin.is_some_and(|t| t == ' ' || t.is_ascii_digit())
        }
        _ => true,
    }
}

fn twin(found: char) -> Option<char> {
    let meant = MEANT.iter().find(|(mark, _)| *mark == found);
    if let Some((_, twin)) = meant {
        return Some(*twin);
    }
    if !('！'..='～').contains(&found) {
        return None;
    }
    char::from_u32(u32::from(found) - u32::from('！') + u32::from('!'))
}

/// A character as it is named in a sentence.
pub(super) fn name(found: char) -> String {
    match found {
        '\n' => "行末".to_owned(),
        ' ' => "空格".to_owned(),
        '"' => "引号（\"）".to_owned(),
        _ if unseen(found) => format!("看不见的字符（U+{:04X}）", u32::from(found)),
        _ => format!("“{found}”"),
    }
}

fn unseen(c: char) -> bool {
    let format = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    format || c.is_control() || c.is_whitespace()
}
