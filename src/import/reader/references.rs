//! References such as `&ldquo;` and `&#12288;`, and where their characters stand.
//!
//! The tokenizer of pages decodes them and tells only where the whole piece of
//! text lies, so those in it are decoded once more, one by one.

use std::collections::HashMap;

use html5gum::{Token, Tokenizer};

/// No reference that has a name is longer.
const LONGEST: usize = 40;

/// References that were decoded before: a page has few kinds of them, but
/// thousands of each.
#[derive(Default)]
pub(super) struct References {
    known: HashMap<String, String>,
}

impl References {
    /// The characters of `value`, which the tokenizer made of `source`, with
    /// their bytes in `source`; those of a reference stand at its `&`.
    pub(super) fn characters(&mut self, value: &str, source: &str) -> Vec<(usize, char)> {
        if value == source {
            return source.char_indices().collect();
        }
        let mut found = Vec::with_capacity(value.chars().count());
        let mut at = 0;
        while at < source.len() {
            let length = reference(&source[at..]);
            if length > 0 {
                let decoded = self.decoded(&source[at..at + length]);
                found.extend(decoded.chars().map(|c| (at, c)));
            }
            let rest = &source[at + length..];
            let plain = &rest[..rest.find('&').unwrap_or(rest.len())];
            found.extend(plain.char_indices().map(|(byte, c)| (at + length + byte, c)));
            at += length + plain.len();
        }
        if found.iter().map(|(_, c)| *c).eq(value.chars()) {
            return found;
        }
        // Where the two disagree the text of the tokenizer holds, at the place of the piece.
        value.chars().map(|c| (0, c)).collect()
    }

    /// What a reference means; itself if it means nothing.
    pub(super) fn decoded(&mut self, name: &str) -> &str {
        self.known.entry(name.to_owned()).or_insert_with(|| {
            let tokens = Tokenizer::new(name).filter_map(Result::ok);
            let strings = tokens.filter_map(|token| match token {
                Token::String(piece) => Some(String::from_utf8_lossy(&piece).into_owned()),
                _ => None,
            });
            strings.collect()
        })
    }
}

/// The bytes from a `&` at the start that may belong to a reference; 0 without one.
pub(super) fn reference(text: &str) -> usize {
    let Some(name) = text.strip_prefix('&') else {
        return 0;
    };
    let name = name.as_bytes();
    let letters = name.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'#');
    let letters = letters.take(LONGEST).count();
    1 + letters + usize::from(name.get(letters) == Some(&b';'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_stands_at_its_start() {
        let source = "甲&ldquo;乙&#12288;&nbsp丙&x;&amp;&";
        let value = "甲“乙\u{3000}\u{a0}丙&x;&&";
        let found = References::default().characters(value, source);
        let bytes: Vec<usize> = found.iter().map(|(byte, _)| *byte).collect();
        assert_eq!(bytes, [0, 3, 10, 13, 21, 26, 29, 29, 29, 32, 37]);
        assert_eq!(found.iter().map(|(_, c)| *c).collect::<String>(), value);
    }

    #[test]
    fn a_piece_without_references_is_itself() {
        let found = References::default().characters("&amp;乙", "&amp;乙");
        assert_eq!(found.len(), 6);
    }
}
