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

/// Cuts a paragraph into pieces; their ranges (bytes) cover it without gaps.
pub fn pieces(paragraph: &str) -> Vec<(Range<usize>, Piece<'_>)> {
    let mut found = Vec::new();
    let mut plain = 0;
    let mut at = 0;
    while let Some(offset) = paragraph[at..].find(['{', '【']) {
        let open = at + offset;
        let Some((end, piece)) = special(paragraph, open) else {
            at = open + char_len(paragraph, open);
            continue;
        };
        if plain < open {
            found.push((plain..open, Piece::Text(&paragraph[plain..open])));
        }
        found.push((open..end, piece));
        plain = end;
        at = end;
    }
    if plain < paragraph.len() {
        found.push((plain..paragraph.len(), Piece::Text(&paragraph[plain..])));
    }
    found
}

/// The citation or blank that opens at `open`, and the byte after it.
fn special(paragraph: &str, open: usize) -> Option<(usize, Piece<'_>)> {
    let start = open + char_len(paragraph, open);
    let rest = &paragraph[start..];
    if paragraph[open..].starts_with('{') {
        let length = rest.find(['{', '}'])?;
        let name = &rest[..length];
        let closed = rest[length..].starts_with('}') && !name.trim().is_empty();
        return closed.then(|| (start + length + 1, Piece::Citation(name)));
    }
    let length = rest.find(['【', '】'])?;
    let closed = rest[length..].starts_with('】');
    closed.then(|| (start + length + '】'.len_utf8(), Piece::Blank(&rest[..length])))
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
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
}
