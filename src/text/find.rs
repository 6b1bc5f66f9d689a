//! Where a text that is looked for stands in a paragraph.
//!
//! It stands there when it is the same sign by sign; Latin letters count the same in both cases, as
//! people know it from Word. A hit never begins or ends inside a cluster (the e of é is none), and
//! hits do not overlap. As only ASCII is folded, every hit is as long as the needle.

use super::cluster::is_boundary;

/// A text that is looked for: never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    folded: String,
    /// Whether it has Latin letters, so that paragraphs must be folded too.
    cased: bool,
}

impl Needle {
    /// A needle; `None` for an empty text, which stands everywhere and nowhere.
    pub fn new(text: &str) -> Option<Self> {
        let cased = text.bytes().any(|byte| byte.is_ascii_alphabetic());
        (!text.is_empty()).then(|| Self { folded: text.to_ascii_lowercase(), cased })
    }

    /// The length of the needle and of every hit, in bytes.
    pub fn bytes(&self) -> usize {
        self.folded.len()
    }

    /// The bytes at which it begins in a paragraph, in order.
    pub fn hits(&self, paragraph: &str) -> Vec<usize> {
        if self.cased {
            self.hits_in(paragraph, &paragraph.to_ascii_lowercase())
        } else {
            self.hits_in(paragraph, paragraph)
        }
    }

    fn hits_in(&self, paragraph: &str, folded: &str) -> Vec<usize> {
        let mut hits = Vec::new();
        let mut from = 0;
        loop {
            let mut torn = None;
            for (offset, found) in folded[from..].match_indices(&self.folded) {
                let start = from + offset;
                if is_boundary(paragraph, start) && is_boundary(paragraph, start + found.len()) {
                    hits.push(start);
                } else {
                    torn = Some(start);
                    break;
                }
            }
            // One that would tear a cluster may overlap one that does not.
            let Some(start) = torn else { return hits };
            from = start + folded[start..].chars().next().map_or(1, char::len_utf8);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples;
    use super::super::width::clusters;
    use super::*;

    const NONE: [usize; 0] = [];

    fn hits(needle: &str, paragraph: &str) -> Vec<usize> {
        Needle::new(needle).unwrap().hits(paragraph)
    }

    #[test]
    fn signs_are_found_as_they_are_typed() {
        assert_eq!(hits("法治", "法治政府，法治思想，法律"), [0, 15]);
        assert_eq!(hits("法治", "法 治"), NONE);
        assert_eq!(hits("12", "12件１２件312"), [0, 15]);
        assert_eq!(hits("１２", "12件１２件"), [5]);
        assert_eq!(hits(" ", "a b"), [1]);
        assert_eq!(hits("，", "a,b，c"), [3]);
        assert_eq!(Needle::new(""), None);
    }

    #[test]
    fn latin_letters_count_the_same_in_both_cases() {
        assert_eq!(hits("gb/t", "GB/T 9704，gb/t、Gb/T"), [0, 12, 19]);
        assert_eq!(hits("App", "手机app"), [6]);
        // Other scripts are as they are.
        assert_eq!(hits("é", "É"), NONE);
    }

    #[test]
    fn hits_do_not_overlap() {
        assert_eq!(hits("一一", "一一一一一"), [0, 6]);
    }

    #[test]
    fn no_cluster_is_torn() {
        assert_eq!(hits("e", "e\u{301}e"), [3]);
        assert_eq!(hits("\u{301}", "e\u{301}"), NONE);
        assert_eq!(hits("👩", "👨\u{200d}👩👩"), [11]);
        assert_eq!(hits("🇨", "🇨🇳🇨"), [8]);
        // The hit that overlaps one that would tear a family.
        assert_eq!(hits("👩👩", "👨\u{200d}👩👩👩"), [11]);
        assert_eq!(hits("aa", "aaa\u{301}aaa"), [0, 5]);
        assert_eq!(hits("ab\u{301}a", "ab\u{301}a\u{301}ab\u{301}a"), [7]);
    }

    /// The hits as the definition has them, sign by sign.
    fn slow(needle: &str, paragraph: &str) -> Vec<usize> {
        let mut bounds: Vec<usize> = clusters(paragraph).map(|(at, _)| at).collect();
        bounds.push(paragraph.len());
        let mut found = Vec::new();
        let mut free = 0;
        for &start in &bounds {
            let end = start + needle.len();
            let same =
                paragraph.get(start..end).is_some_and(|text| text.eq_ignore_ascii_case(needle));
            if start >= free && same && bounds.contains(&end) {
                found.push(start);
                free = end;
            }
        }
        found
    }

    proptest! {
        #[test]
        fn the_hits_are_those_of_the_definition(
            text in samples::paragraph(30), from in 0..40_usize, count in 1..4_usize,
        ) {
            let signs: Vec<&str> = clusters(&text).map(|(_, cluster)| cluster).collect();
            let own: String = signs.iter().skip(from % signs.len().max(1)).take(count).copied().collect();
            for needle in [own.as_str(), "a", "法", "\u{301}", "🇨", "99"] {
                if !needle.is_empty() {
                    prop_assert_eq!(hits(needle, &text), slow(needle, &text));
                }
            }
        }

        #[test]
        fn nothing_is_left_once_each_hit_is_another_sign(
            text in samples::paragraph(30), from in 0..40_usize, count in 1..4_usize,
        ) {
            let signs: Vec<&str> = clusters(&text).map(|(_, cluster)| cluster).collect();
            let needle: String = signs.iter().skip(from % signs.len().max(1)).take(count).copied().collect();
            if !needle.is_empty() {
                let mut replaced = text.clone();
                for hit in hits(&needle, &text).into_iter().rev() {
                    replaced.replace_range(hit..hit + needle.len(), "鑫");
                }
                prop_assert_eq!(hits(&needle, &replaced), Vec::<usize>::new());
                prop_assert_eq!(replaced.matches('鑫').count(), hits(&needle, &text).len());
            }
        }
    }
}
