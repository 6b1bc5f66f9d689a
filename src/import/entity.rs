//! Names of characters, such as `&lt;`, that a copied web page left in a text.
//!
//! Only the few that editors of web pages write; a text is no page, and an
//! ampersand in it mostly means itself.

use std::ops::Range;

/// The names met in texts, and what they stand for.
const NAMES: [(&str, char); 14] = [
    ("&lt;", '<'),
    ("&gt;", '>'),
    ("&amp;", '&'),
    ("&quot;", '"'),
    ("&nbsp;", ' '),
    ("&ensp;", ' '),
    ("&emsp;", ' '),
    ("&ldquo;", '“'),
    ("&rdquo;", '”'),
    ("&lsquo;", '‘'),
    ("&rsquo;", '’'),
    ("&middot;", '·'),
    ("&mdash;", '—'),
    ("&hellip;", '…'),
];

/// The names in a text, with what they stand for, in order.
pub(super) fn named(text: &str) -> Vec<(Range<usize>, char)> {
    let found = text.match_indices('&').filter_map(|(at, _)| {
        let (name, c) = NAMES.iter().find(|(name, _)| text[at..].starts_with(name))?;
        Some((at..at + name.len(), *c))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_names_are_found() {
        assert_eq!(named("《&lt;A&B&gt;》&x;"), [(3..7, '<'), (10..14, '>')]);
    }
}
