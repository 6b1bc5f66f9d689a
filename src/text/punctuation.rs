//! Marks: their half-width twins, and which of them may not begin or end a row.
//!
//! Sets of characters only; where a row breaks is decided in `wrap`, what is wrong in a text is
//! found by the checks. The sets stand here because wrapping and its tests must read the same ones.

/// The half-width twin of a full-width character, for places where the key is a command.
///
/// An input method left on sends ？ for `?` and １ for `1`; 、 comes from the key of `/` and 。
/// from the key of `.`. Every other character is returned as it is.
pub fn half_width(c: char) -> char {
    match c {
        '、' => '/',
        '。' => '.',
        _ => twin(c).unwrap_or(c),
    }
}

/// The ASCII twin of a full-width form (U+FF01–U+FF5E) or of the ideographic space.
///
/// Unlike [`half_width`] it leaves 、 and 。 alone: they are marks of their own.
pub(crate) fn twin(c: char) -> Option<char> {
    match c {
        '\u{3000}' => Some(' '),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        _ => None,
    }
}

/// Closing marks, dashes, dots and unit signs, full width or of Chinese prose, then their half-width
/// twins. GB/T 15834-2011 5.1 for the marks; a unit sign stays with its number.
const NEVER_FIRST: &str = "，。、；：！？．…—―⸺–～·‧・／﹏々）》〉」』】〕〗〙〛｝］｠”’〞〟｣｡､\
    ％‰‱℃℉°′″㎡㎥㎞㎏㎎㎝㎜￠¢)]}>!?,.;:%/";

/// Opening marks (GB/T 15834-2011 5.1), the signs that belong to the number behind them, and the
/// stroke, which may stand at neither edge.
const NEVER_LAST: &str = "（《〈「『【〔〖〘〚｛［｟｢“‘〝￥¥＄$￡№／([{</";

/// Whether the character may not stand first in a row: ，。）》”…％ and their like.
///
/// The straight quotation marks are in neither set: they have no direction.
pub fn forbidden_at_row_start(c: char) -> bool {
    NEVER_FIRST.contains(c)
}

/// Whether the character may not stand last in a row: （《“ and their like, ￥, №, ／.
pub fn forbidden_at_row_end(c: char) -> bool {
    NEVER_LAST.contains(c)
}

/// Whether the character is a Chinese character: the Unicode blocks of unified and compatibility
/// ideographs, and 〇, the zero of Chinese years.
pub fn is_han(c: char) -> bool {
    matches!(
        c,
        '\u{4e00}'..='\u{9fff}'
            | '\u{3400}'..='\u{4dbf}'
            | '〇'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{323af}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_sent_by_an_input_method_have_their_twins() {
        let sent = "？：／、，。（）０９ａ\u{3000}";
        assert_eq!(sent.chars().map(half_width).collect::<String>(), "?://,.()09a ");
        assert_eq!(half_width('法'), '法');
        assert_eq!(half_width('“'), '“');
    }

    #[test]
    fn the_marks_of_the_standard_are_in_their_sets() {
        for c in "，。、；：！？）》〉」』】〕〗”’…—％%‰℃·～".chars()
        {
            assert!(forbidden_at_row_start(c), "{c}");
            assert!(!forbidden_at_row_end(c), "{c}");
        }
        for c in "（《〈「『【〔〖“‘".chars() {
            assert!(forbidden_at_row_end(c), "{c}");
            assert!(!forbidden_at_row_start(c), "{c}");
        }
    }

    #[test]
    fn rare_characters_are_han_and_marks_are_not() {
        assert!("法〇镕𠮷㐀".chars().all(is_han));
        assert!(!"，a１　《々".chars().any(is_han));
    }
}
