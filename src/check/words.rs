//! Words of tables in a text.

use std::ops::Range;

/// The first of the words in a text; of two at one place the longer.
pub(super) fn first(text: &str, words: &[String]) -> Option<Range<usize>> {
    let found = words.iter().filter_map(|word| {
        let at = text.find(word.as_str())?;
        Some(at..at + word.len())
    });
    found.min_by_key(|range| (range.start, usize::MAX - range.end))
}

/// Whether any of the words stands in a text.
pub(super) fn any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.contains(word.as_str()))
}

/// What of a text stands before its longest ending that is one of the words; `None` where
/// it ends with none.
pub(super) fn before_end<'a>(text: &'a str, words: &[String]) -> Option<&'a str> {
    let ends = words.iter().filter_map(|word| text.strip_suffix(word.as_str()));
    ends.min_by_key(|rest| rest.len())
}

/// The longest of the words that a text begins with.
pub(super) fn start<'a>(text: &str, words: &'a [String]) -> Option<&'a str> {
    let starts = words.iter().filter(|word| text.starts_with(word.as_str()));
    starts.max_by_key(|word| word.len()).map(String::as_str)
}

/// A text without the words that it begins with.
pub(super) fn without<'a>(text: &'a str, words: &[String]) -> &'a str {
    let mut rest = text;
    while let Some(word) = start(rest, words) {
        rest = &rest[word.len()..];
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Vec<String> {
        ["共", "共有", "有"].map(str::to_owned).to_vec()
    }

    #[test]
    fn the_longer_of_two_words_counts() {
        assert_eq!(first("全镇共有九个村", &words()), Some(6..12));
        assert_eq!(before_end("全镇共有", &words()), Some("全镇"));
        assert_eq!(start("共有九个村", &words()), Some("共有"));
        assert_eq!(without("共共有九个村", &words()), "九个村");
        assert_eq!((first("九个村", &words()), start("九", &words())), (None, None));
        assert!(any("有", &words()) && !any("无", &words()));
    }
}
