//! The small grammar inside a paragraph: `{名称}` cites a figure, `【…】` is a
//! blank that somebody must still fill.
//!
//! It is a grammar of the text, not of the screen: drawing, progress and
//! export all read it here.

use std::ops::Range;

/// One stretch of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Plain text.
    Text(&'a str),
    /// `{名称}`: the name between the braces.
    Citation(&'a str),
    /// `【…】`: the words between the brackets.
    Blank(&'a str),
}

/// A sign that opens or closes a citation or a blank, or would if others stood right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// Where it stands, in bytes.
    pub byte: usize,
    /// One of `{`, `}`, `【` and `】`.
    pub sign: char,
}

/// The signs of a text. They are all that decides on its pieces, and nothing
/// but the text at its own place decides on a sign.
pub fn signs(text: &str) -> Vec<Sign> {
    let found = text.match_indices(['{', '}', '【', '】']);
    found.filter_map(|(byte, sign)| Some(Sign { byte, sign: sign.chars().next()? })).collect()
}

/// Cuts a paragraph into pieces; their ranges (bytes) cover it without gaps.
pub fn pieces(paragraph: &str) -> Vec<(Range<usize>, Piece<'_>)> {
    pieces_by(paragraph, &signs(paragraph))
}

/// The pieces of a paragraph whose signs are known.
pub fn pieces_by<'a>(paragraph: &'a str, signs: &[Sign]) -> Vec<(Range<usize>, Piece<'a>)> {
    let mut found = Vec::new();
    let mut plain = 0;
    let mut rest = signs;
    while let [open, behind @ ..] = rest {
        let Some((piece, close, after)) = special(paragraph, *open, behind) else {
            rest = behind;
            continue;
        };
        if plain < open.byte {
            found.push((plain..open.byte, Piece::Text(&paragraph[plain..open.byte])));
        }
        plain = close.byte + close.sign.len_utf8();
        found.push((open.byte..plain, piece));
        rest = after;
    }
    if plain < paragraph.len() {
        found.push((plain..paragraph.len(), Piece::Text(&paragraph[plain..])));
    }
    found
}

/// The citation or blank that a sign opens, the sign that closes it, and the
/// signs behind it.
fn special<'a, 's>(
    paragraph: &'a str,
    open: Sign,
    behind: &'s [Sign],
) -> Option<(Piece<'a>, Sign, &'s [Sign])> {
    let closing = match open.sign {
        '{' => '}',
        '【' => '】',
        _ => return None,
    };
    let own = |other: &Sign| other.sign == open.sign || other.sign == closing;
    let index = behind.iter().position(own)?;
    let close = behind[index];
    let inside = &paragraph[open.byte + open.sign.len_utf8()..close.byte];
    let piece = match open.sign {
        _ if close.sign != closing => return None,
        '{' if inside.trim().is_empty() => return None,
        '{' => Piece::Citation(inside),
        _ => Piece::Blank(inside),
    };
    Some((piece, close, &behind[index + 1..]))
}

/// The names of all figures that a paragraph cites, in order.
pub fn citations(paragraph: &str) -> Vec<&str> {
    let names = pieces(paragraph).into_iter();
    names
        .filter_map(|(_, piece)| match piece {
            Piece::Citation(name) => Some(name),
            _ => None,
        })
        .collect()
}

/// The citation that ends before a byte, or begins behind it.
pub fn citation_beside(paragraph: &str, byte: usize, before: bool) -> Option<Range<usize>> {
    let range = if before {
        let inside = paragraph[..byte].strip_suffix('}')?;
        inside.rfind(['{', '}'])?..byte
    } else {
        let inside = paragraph[byte..].strip_prefix('{')?;
        byte..byte + inside.find(['{', '}'])? + 2
    };
    let cited = matches!(pieces(&paragraph[range.clone()]).as_slice(), [(_, Piece::Citation(_))]);
    cited.then_some(range)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(paragraph: &str) -> Vec<Piece<'_>> {
        pieces(paragraph).into_iter().map(|(_, piece)| piece).collect()
    }

    #[test]
    fn citations_and_blanks_are_found() {
        use Piece::{Blank, Citation, Text};
        assert_eq!(
            read("审查{合同}份，【几】件"),
            [Text("审查"), Citation("合同"), Text("份，"), Blank("几"), Text("件")]
        );
        assert_eq!(read("【】{甲}"), [Blank(""), Citation("甲")]);
        assert_eq!(read(""), []);
    }

    #[test]
    fn what_is_not_closed_is_text() {
        for plain in ["{", "【", "{名称", "【几", "名称}", "几】", "{}", "{ }", "{\u{3000}}"]
        {
            assert_eq!(read(plain), [Piece::Text(plain)], "{plain}");
        }
    }

    #[test]
    fn the_innermost_of_nested_brackets_counts() {
        use Piece::{Blank, Citation, Text};
        assert_eq!(read("{甲{乙}"), [Text("{甲"), Citation("乙")]);
        assert_eq!(read("【甲【乙】"), [Text("【甲"), Blank("乙")]);
        assert_eq!(read("【甲{乙}丙】"), [Blank("甲{乙}丙")]);
        assert_eq!(read("{甲【乙】}"), [Citation("甲【乙】")]);
        assert_eq!(read("【甲】】"), [Blank("甲"), Text("】")]);
    }

    #[test]
    fn names_are_listed_in_order() {
        assert_eq!(citations("{乙}和{甲}，{乙}，【{丙}】"), ["乙", "甲", "乙"]);
    }

    proptest! {
        #[test]
        fn the_pieces_cover_the_paragraph(paragraph in "[{}【】甲乙 a\u{301}]{0,24}") {
            let mut end = 0;
            for (range, piece) in pieces(&paragraph) {
                prop_assert_eq!(range.start, end);
                prop_assert!(range.end > range.start);
                let stands = &paragraph[range.clone()];
                let written = match piece {
                    Piece::Text(text) => text.to_owned(),
                    Piece::Citation(name) => format!("{{{name}}}"),
                    Piece::Blank(words) => format!("【{words}】"),
                };
                prop_assert_eq!(written, stands);
                end = range.end;
            }
            prop_assert_eq!(end, paragraph.len());
        }
    }

    #[test]
    fn a_citation_is_found_from_both_ends() {
        let text = "共{立案}件}{";
        let (start, end) = ("共".len(), "共{立案}".len());
        assert_eq!(citation_beside(text, end, true), Some(start..end));
        assert_eq!(citation_beside(text, start, false), Some(start..end));
        for (byte, before) in
            [(0, true), (0, false), (end, false), (text.len() - 1, true), (text.len() - 1, false)]
        {
            assert_eq!(citation_beside(text, byte, before), None, "{byte} {before}");
        }
    }
}
