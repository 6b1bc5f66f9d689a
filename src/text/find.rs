//! Where a text that is looked for stands in a paragraph.
//!
//! It stands there when it is the same sign by sign; Latin letters count the same in both cases, and
//! letters and digits of full width as those of half width, as people know it from Word. A hit never
//! begins or ends inside a cluster (the e of é is none), and hits do not overlap.

use std::borrow::Cow;
use std::ops::Range;

use super::cluster::is_boundary;

/// What a digit or letter of full width lies above its twin of half width.
const WIDE: u32 = 0xfee0;

/// A text that is looked for: never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    folded: String,
    /// Whether it has Latin letters or digits, so that paragraphs must be folded too.
    twinned: bool,
}

impl Needle {
    /// A needle; `None` for an empty text, which stands everywhere and nowhere.
    pub fn new(text: &str) -> Option<Self> {
        let folded = Folded::of(text).text.into_owned();
        let twinned = folded.bytes().any(|byte| byte.is_ascii_alphanumeric());
        (!text.is_empty()).then_some(Self { folded, twinned })
    }

    /// The bytes of a paragraph where it stands, in order.
    pub fn hits(&self, paragraph: &str) -> Vec<Range<usize>> {
        if self.twinned {
            self.hits_in(paragraph, &Folded::of(paragraph))
        } else {
            self.hits_in(paragraph, &Folded::whole(paragraph))
        }
    }

    fn hits_in(&self, paragraph: &str, folded: &Folded) -> Vec<Range<usize>> {
        let mut hits = Vec::new();
        let mut from = 0;
        loop {
            let mut torn = None;
            for (offset, found) in folded.text[from..].match_indices(&self.folded) {
                let start = from + offset;
                let hit = folded.origin(start)..folded.origin(start + found.len());
                if is_boundary(paragraph, hit.start) && is_boundary(paragraph, hit.end) {
                    hits.push(hit);
                } else {
                    torn = Some(start);
                    break;
                }
            }
            // One that would tear a cluster may overlap one that does not.
            let Some(start) = torn else { return hits };
            from = start + folded.text[start..].chars().next().map_or(1, char::len_utf8);
        }
    }
}

/// A text in which what counts the same is the same.
struct Folded<'a> {
    text: Cow<'a, str>,
    /// The bytes of it that stand for a sign of full width, which has two bytes more.
    narrowed: Vec<usize>,
}

impl<'a> Folded<'a> {
    /// A text as it is.
    fn whole(text: &'a str) -> Self {
        Self { text: text.into(), narrowed: Vec::new() }
    }

    fn of(text: &str) -> Self {
        if !text.contains(|c| narrow(c).is_some()) {
            return Self { text: text.to_ascii_lowercase().into(), narrowed: Vec::new() };
        }
        let (mut folded, mut narrowed) = (String::with_capacity(text.len()), Vec::new());
        for c in text.chars() {
            if narrow(c).is_some() {
                narrowed.push(folded.len());
            }
            folded.push(narrow(c).unwrap_or(c).to_ascii_lowercase());
        }
        Self { text: folded.into(), narrowed }
    }

    /// The byte of the text itself for a byte of this one.
    fn origin(&self, byte: usize) -> usize {
        byte + 2 * self.narrowed.partition_point(|narrowed| *narrowed < byte)
    }
}

/// The twin of half width of a digit or letter of full width.
fn narrow(c: char) -> Option<char> {
    let wide = matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    char::from_u32((c as u32).checked_sub(WIDE)?).filter(|_| wide)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples;
    use super::super::width::clusters;
    use super::*;

    const NONE: [usize; 0] = [];

    fn ranges(needle: &str, paragraph: &str) -> Vec<Range<usize>> {
        Needle::new(needle).unwrap().hits(paragraph)
    }

    fn hits(needle: &str, paragraph: &str) -> Vec<usize> {
        ranges(needle, paragraph).into_iter().map(|hit| hit.start).collect()
    }

    #[test]
    fn signs_are_found_as_they_are_typed() {
        assert_eq!(hits("法治", "法治政府，法治思想，法律"), [0, 15]);
        assert_eq!(hits("法治", "法 治"), NONE);
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
    fn digits_and_letters_count_the_same_in_both_widths() {
        for needle in ["12", "１２", "1２"] {
            assert_eq!(ranges(needle, "12件１２件1２3"), [0..2, 5..11, 14..18], "{needle}");
        }
        assert_eq!(ranges("件a", "２件Ａ，件a"), [3..9, 12..16]);
        // Marks are as they are.
        assert_eq!(hits("(1)", "（1）(１)"), [7]);
        assert_eq!(hits("％", "%％"), [1]);
        assert_eq!(hits("1", "１\u{301}1"), [5]);
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
    fn slow(needle: &str, paragraph: &str) -> Vec<Range<usize>> {
        fn plain(text: &str) -> impl Iterator<Item = char> {
            text.chars().map(|c| narrow(c).unwrap_or(c).to_ascii_lowercase())
        }
        let mut bounds: Vec<usize> = clusters(paragraph).map(|(at, _)| at).collect();
        bounds.push(paragraph.len());
        let mut found = Vec::new();
        let mut free = 0;
        for &start in &bounds {
            let same =
                |end: &&usize| start < **end && plain(&paragraph[start..**end]).eq(plain(needle));
            if let Some(&end) = bounds.iter().find(same).filter(|_| start >= free) {
                found.push(start..end);
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
            for needle in [own.as_str(), "a", "法", "\u{301}", "🇨", "99", "９9"] {
                if !needle.is_empty() {
                    prop_assert_eq!(ranges(needle, &text), slow(needle, &text));
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
                for hit in ranges(&needle, &text).into_iter().rev() {
                    replaced.replace_range(hit, "鑫");
                }
                prop_assert_eq!(hits(&needle, &replaced), Vec::<usize>::new());
                prop_assert_eq!(replaced.matches('鑫').count(), hits(&needle, &text).len());
            }
        }
    }
}
