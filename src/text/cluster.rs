//! Where the characters of a text begin: extended grapheme clusters (UAX #29).
//!
//! A cluster is what one arrow key or Backspace passes: 法, é of two code points, a flag. How wide
//! it is, `width` says. Apart from the general algorithm there is a short way for plain Chinese and
//! ASCII, which are nearly all of a report: wrapping is three times as fast by it.

use std::str::Chars;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// The clusters of a text in order, each with the byte at which it begins.
pub fn clusters(text: &str) -> Clusters<'_> {
    let mut behind = text.chars();
    let first = behind.next();
    Clusters { text, at: 0, first, behind }
}

/// The iterator of [`clusters`].
#[derive(Clone, Debug)]
pub struct Clusters<'a> {
    text: &'a str,
    /// The byte at which the next cluster begins.
    at: usize,
    /// The character there, and those behind it: each is decoded once on the short way.
    first: Option<char>,
    behind: Chars<'a>,
}

impl<'a> Iterator for Clusters<'a> {
    type Item = (usize, &'a str);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let first = self.first?;
        let second = self.behind.next();
        let at = self.at;
        if is_plain(first) && second.is_none_or(is_plain) {
            self.at += first.len_utf8();
            self.first = second;
        } else {
            self.pass_any();
        }
        Some((at, &self.text[at..self.at]))
    }
}

impl Clusters<'_> {
    /// Passes the cluster at the front by the general algorithm.
    fn pass_any(&mut self) {
        let cluster = self.text[self.at..].graphemes(true).next();
        self.at += cluster.map_or(0, str::len);
        self.behind = self.text[self.at..].chars();
        self.first = self.behind.next();
    }
}

/// The cluster boundary after `byte`, or the end of the text. `byte` need not be a boundary.
pub fn next_boundary(text: &str, byte: usize) -> usize {
    let byte = char_boundary(text, byte);
    let mut chars = text[byte..].chars();
    let Some(first) = chars.next() else {
        return text.len();
    };
    if is_plain(first) && chars.next().is_none_or(is_plain) {
        return byte + first.len_utf8();
    }
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// The cluster boundary before `byte`, or 0. `byte` need not be a boundary.
pub fn previous_boundary(text: &str, byte: usize) -> usize {
    let floor = char_boundary(text, byte);
    if floor < byte.min(text.len()) {
        return boundary_at_or_before(text, floor);
    }
    let mut chars = text[..floor].chars().rev();
    let Some(last) = chars.next() else { return 0 };
    if is_plain(last) && chars.next().is_none_or(is_plain) {
        return floor - last.len_utf8();
    }
    let mut cursor = GraphemeCursor::new(floor, text.len(), true);
    cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// `byte` itself if it is a cluster boundary, else the boundary before it; at most the text's end.
pub fn boundary_at_or_before(text: &str, byte: usize) -> usize {
    let byte = char_boundary(text, byte);
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    if cursor.is_boundary(text, 0).unwrap_or(true) { byte } else { previous_boundary(text, byte) }
}

/// Whether a cluster begins or ends at `byte`; both ends of the text are such places.
pub fn is_boundary(text: &str, byte: usize) -> bool {
    if byte == 0 || byte >= text.len() || !text.is_char_boundary(byte) {
        return byte == 0 || byte == text.len();
    }
    let plain = |c: Option<char>| c.is_some_and(is_plain);
    if plain(text[..byte].chars().next_back()) && plain(text[byte..].chars().next()) {
        return true;
    }
    GraphemeCursor::new(byte, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// Characters that are a cluster by themselves next to another plain one: no mark combines them.
pub(super) fn is_plain(c: char) -> bool {
    matches!(
        c,
        ' '..='~' | '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{3029}' | '\u{ff01}'..='\u{ff60}'
            | '\u{2010}'..='\u{2027}' | '\u{3400}'..='\u{4dbf}'
    )
}

/// `byte`, or the beginning of the character that it falls into; at most the text's end.
fn char_boundary(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples;
    use super::*;

    proptest! {
        #[test]
        fn clusters_are_those_of_the_reference(text in samples::paragraph(40)) {
            let ours: Vec<(usize, &str)> = clusters(&text).collect();
            let reference: Vec<(usize, &str)> = text.grapheme_indices(true).collect();
            prop_assert_eq!(ours, reference);
        }

        #[test]
        fn boundaries_are_those_of_the_clusters(text in samples::paragraph(20)) {
            let mut bounds: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            bounds.push(text.len());
            for byte in 0..=text.len() + 1 {
                let after = bounds.iter().copied().find(|&b| b > byte).unwrap_or(text.len());
                let before = bounds.iter().copied().rfind(|&b| b < byte).unwrap_or(0);
                let floor = bounds.iter().copied().rfind(|&b| b <= byte).unwrap_or(0);
                prop_assert_eq!(next_boundary(&text, byte), after);
                prop_assert_eq!(boundary_at_or_before(&text, byte), floor);
                prop_assert_eq!(is_boundary(&text, byte), bounds.contains(&byte));
                if byte <= text.len() {
                    prop_assert_eq!(previous_boundary(&text, byte), before);
                }
            }
        }
    }
}
