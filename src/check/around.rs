//! What stands around a place in a line: the marks that enclose it, its clause, its sentence.
//!
//! Asked only where a rule is about to speak, so it reads the line again each
//! time instead of keeping anything.

use std::ops::Range;

/// Marks that come in pairs.
const PAIRS: [(char, char); 8] = [
    ('《', '》'),
    ('〈', '〉'),
    ('“', '”'),
    ('‘', '’'),
    ('（', '）'),
    ('(', ')'),
    ('〔', '〕'),
    ('【', '】'),
];

/// Marks round the title of a text.
pub(super) const TITLE_MARKS: [char; 2] = ['《', '〈'];
/// Marks round a title or a quotation.
pub(super) const QUOTING_MARKS: [char; 4] = ['《', '〈', '“', '‘'];

/// Marks that part clauses.
const CLAUSE_ENDS: [char; 6] = ['，', '；', '。', '！', '？', '：'];
/// Marks that end sentences.
const SENTENCE_ENDS: [char; 3] = ['。', '！', '？'];

/// How far from a place is looked, in bytes: further than any sentence goes, so that a line
/// without end does not take time without end.
const REACH: usize = 6000;

/// The byte itself, or the next before it at which a character begins.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or_default()
}

/// Whether a byte of a text stands inside a pair of marks that one of these opens.
pub(super) fn inside(text: &str, at: usize, opens: &[char]) -> bool {
    let mut open = Vec::new();
    let near = boundary(text, at.saturating_sub(REACH));
    for sign in text[near..at].chars() {
        if PAIRS.iter().any(|(left, _)| *left == sign) {
            open.push(sign);
        } else if let Some((left, _)) = PAIRS.iter().find(|(_, right)| *right == sign)
            && let Some(last) = open.iter().rposition(|own| own == left)
        {
            open.truncate(last);
        }
    }
    open.iter().any(|own| opens.contains(own))
}

/// The clause that a stretch stands in, without its end mark.
pub(super) fn clause(text: &str, range: &Range<usize>) -> Range<usize> {
    between(text, range, &CLAUSE_ENDS)
}

/// The sentence that a stretch stands in, without its end mark.
pub(super) fn sentence(text: &str, range: &Range<usize>) -> Range<usize> {
    between(text, range, &SENTENCE_ENDS)
}

fn between(text: &str, range: &Range<usize>, ends: &[char]) -> Range<usize> {
    let near = boundary(text, range.start.saturating_sub(REACH));
    let far = boundary(text, text.len().min(range.end.saturating_add(REACH)));
    let mut before = text[near..range.start].char_indices().rev();
    let before = before.find(|(_, sign)| ends.contains(sign));
    let start = before.map_or(near, |(byte, sign)| near + byte + sign.len_utf8());
    let end = text[range.end..far].find(ends).map_or(far, |byte| range.end + byte);
    start..end
}

/// Whether a text ends with one of these.
pub(super) fn ends_with(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.ends_with(word.as_str()))
}

/// Whether a text begins with one of these.
pub(super) fn starts_with(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.starts_with(word.as_str()))
}

/// Whether one of these stands in a text.
pub(super) fn holds(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.contains(word.as_str()))
}

/// The last characters of a text, so many of them.
pub(super) fn last_chars(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().take(count).last().map_or(text.len(), |(byte, _)| byte);
    &text[start..]
}

/// The first characters of a text, so many of them.
pub(super) fn first_chars(text: &str, count: usize) -> &str {
    let end = text.char_indices().nth(count).map_or(text.len(), |(byte, _)| byte);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, part: &str) -> Range<usize> {
        let start = text.find(part).unwrap();
        start..start + part.len()
    }

    #[test]
    fn a_place_knows_the_marks_that_enclose_it() {
        let text = "落实《关于〈甲〉的意见》（乙）丙“丁（戊）”";
        let inside = |part: &str, opens: &[char]| inside(text, at(text, part).start, opens);
        assert!(inside("甲", &TITLE_MARKS) && inside("的意见", &TITLE_MARKS));
        assert!(!inside("乙", &TITLE_MARKS) && inside("乙", &['（']));
        assert!(!inside("丙", &['（', '《']) && inside("戊", &QUOTING_MARKS));
    }

    #[test]
    fn clause_and_sentence_end_at_their_marks() {
        let text = "一句。二句，三句：四句；五句。";
        let of = at(text, "三");
        assert_eq!(&text[clause(text, &of)], "三句");
        assert_eq!(&text[sentence(text, &of)], "二句，三句：四句；五句");
        assert_eq!((first_chars(text, 2), last_chars(text, 2)), ("一句", "句。"));
        assert_eq!(
            (first_chars("一", 3), last_chars("一", 3), last_chars("", 1)),
            ("一", "一", "")
        );
    }
}
