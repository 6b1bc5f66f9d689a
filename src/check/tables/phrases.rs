//! Many phrases, looked for in one pass over a line.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

/// Phrases that are looked for together; of two at one place the longer one counts.
#[derive(Clone, Debug, Default)]
pub(in crate::check) struct Phrases {
    seek: Option<AhoCorasick>,
}

impl Phrases {
    /// Phrases by their numbers in this order.
    pub(in crate::check) fn of<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Self {
        let mut seek = AhoCorasick::builder();
        // A set that cannot be built finds nothing.
        Self { seek: seek.match_kind(MatchKind::LeftmostLongest).build(phrases).ok() }
    }

    /// Where phrases stand in a text, in order and without overlap, with their numbers.
    pub(in crate::check) fn find<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, Range<usize>)> + 'a {
        let found = self.seek.iter().flat_map(move |seek| seek.find_iter(text));
        found.map(|own| (own.pattern().as_usize(), own.range())).filter(|(_, own)| !own.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_of_two_phrases_at_a_place_counts() {
        let phrases = Phrases::of(["今年", "今年以来", "以来"]);
        let found: Vec<_> = phrases.find("今年以来，今年").collect();
        assert_eq!(found, [(1, 0..12), (0, 15..21)]);
        assert_eq!(Phrases::default().find("今年").count(), 0);
    }
}
