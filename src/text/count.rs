//! How long a text is, as the clerk's word processor says it.
//!
//! Two numbers are shown side by side, because people mean either: 字数 as Word counts it, and the
//! characters without white space. Cells and bytes are not counted here. What leaves no trace on
//! the screen (zero-width characters, controls) counts as nothing, else two texts that look the
//! same would have different lengths.

use super::cluster::is_plain;
use super::punctuation::is_han;
use super::width::{Ambiguous, cluster_columns, clusters, is_invisible};

/// 字数 as Word counts it: each Chinese character is one, each full-width or Chinese mark is one,
/// each run of other characters without white space (a word, a number, `99%`) is one.
///
/// A character is of the Chinese kind if it takes two cells where ambiguous ones do, so that
/// “ ” — … · count as marks, as Word counts them in a Chinese text.
pub fn words(text: &str) -> usize {
    let mut count = 0;
    let mut in_run = false;
    for cluster in visible(text) {
        if is_blank(cluster) {
            in_run = false;
        } else if cluster_columns(cluster, Ambiguous::Wide) == 2 {
            count += 1;
            in_run = false;
        } else {
            count += usize::from(!in_run);
            in_run = true;
        }
    }
    count
}

/// The first place at or behind `from` at which a text can be parted so that the 字数 of its parts
/// are together that of the whole; its end where there is none.
pub fn parting(text: &str, from: usize) -> usize {
    let mut from = from.min(text.len());
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut before = text[..from].chars().next_back();
    for (at, after) in text[from..].char_indices() {
        if before.is_some_and(|before| parts(before, after)) {
            return from + at;
        }
        before = Some(after);
    }
    text.len()
}

/// Whether neither a cluster nor a run can have both characters, told by nothing but them.
fn parts(before: char, after: char) -> bool {
    is_plain(before) && is_plain(after) && (is_han(before) || is_han(after))
}

/// Characters (grapheme clusters) without white space: 字符数，不计空格.
pub fn characters(text: &str) -> usize {
    visible(text).filter(|cluster| !is_blank(cluster)).count()
}

/// The clusters that leave a trace, white space included.
fn visible(text: &str) -> impl Iterator<Item = &str> {
    clusters(text)
        .map(|(_, cluster)| cluster)
        .filter(|cluster| is_blank(cluster) || !cluster.chars().next().is_some_and(is_invisible))
}

/// Whether the cluster is white space, line ends included.
fn is_blank(cluster: &str) -> bool {
    cluster.chars().next().is_some_and(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples;
    use super::*;

    proptest! {
        #[test]
        fn parts_count_as_much_as_the_whole(text in samples::paragraph(40), from in 0..400_usize) {
            let at = parting(&text, from);
            prop_assert!(at >= from.min(text.len()));
            prop_assert_eq!(words(&text[..at]) + words(&text[at..]), words(&text));
        }
    }

    #[test]
    fn words_are_counted_as_word_does() {
        assert_eq!(words("使用 Adobe Photoshop 打开图片"), 8);
        assert_eq!(words("[bookmark: _GoBack]"), 2);
        assert_eq!(words("99%"), 1);
        assert_eq!(words("12.4"), 1);
        assert_eq!(words("办结率99%，同比上升"), 9);
        assert_eq!(words("“放管服”——……"), 9);
        assert_eq!(words("《条例》、（一）"), 8);
    }

    #[test]
    fn white_space_counts_nothing() {
        assert_eq!(words("\n\n\n\n\n\n\n\n\n\n"), 0);
        assert_eq!(words(" \u{3000}\t\u{a0}"), 0);
        assert_eq!(words("a\nb"), 2);
        assert_eq!(characters(" \u{3000}法\u{a0}治\n\t"), 2);
        assert_eq!(characters("[bookmark: _GoBack]"), 18);
    }

    #[test]
    fn what_looks_the_same_counts_the_same() {
        assert_eq!(words("法\u{200b}治\u{feff}"), 2);
        assert_eq!(characters("法\u{200b}治\u{feff}"), 2);
        assert_eq!(characters("e\u{301}"), 1);
        assert_eq!(
            (words("👨\u{200d}👩\u{200d}👧🇨🇳"), characters("👨\u{200d}👩\u{200d}👧🇨🇳")),
            (2, 2)
        );
    }
}
