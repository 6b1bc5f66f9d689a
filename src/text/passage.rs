//! Words, sentences and paragraphs: what the caret passes at one stroke.
//!
//! Chinese has no spaces between words, and a dictionary of words would be as large as the program.
//! A *word* here is what the eye takes in at once: a Chinese phrase up to the next mark, or a run of
//! Latin letters and digits, each with the marks that close it and the opening ones before it. A
//! *sentence* ends with 。！？；… and the closing quotation marks behind. Only the way from the caret
//! to the place it goes to is read, so a paragraph of any length costs no more.

use super::cluster::{next_boundary, previous_boundary};
use super::position::{self, Position, text_of};
use super::punctuation::{forbidden_at_row_end, is_han};

/// The start of the next word; behind the last of a paragraph, the start of the next paragraph.
pub fn next_word(paragraphs: &[String], p: Position) -> Position {
    let text = text_of(paragraphs, p.paragraph);
    if p.byte >= text.len() {
        return position::next(paragraphs, p);
    }
    let at = forward(text, p.byte, is_opening);
    let at = match sign_at(text, at).map(Sort::of) {
        None | Some(Sort::Mark) => at,
        Some(sort) => forward(text, at, |c| Sort::of(c) == sort),
    };
    let at = forward(text, at, |c| Sort::of(c) == Sort::Mark && !is_opening(c));
    Position { byte: at, ..p }
}

/// The start of this word or of the one before; at the start of a paragraph, the end of the one
/// before it.
pub fn previous_word(paragraphs: &[String], p: Position) -> Position {
    if p.byte == 0 {
        return position::previous(paragraphs, p);
    }
    let text = text_of(paragraphs, p.paragraph);
    let at = backward(text, p.byte, |c| Sort::of(c) == Sort::Mark && !is_opening(c));
    let at = match sign_before(text, at).map(Sort::of) {
        None | Some(Sort::Mark) => at,
        Some(sort) => backward(text, at, |c| Sort::of(c) == sort),
    };
    Position { byte: backward(text, at, is_opening), ..p }
}

/// The start of the next sentence; behind the last of a paragraph, the start of the next paragraph.
pub fn next_sentence(paragraphs: &[String], p: Position) -> Position {
    let text = text_of(paragraphs, p.paragraph);
    if p.byte >= text.len() {
        return position::next(paragraphs, p);
    }
    let at = forward(text, p.byte, |c| !ends_sentence(c));
    Position { byte: forward(text, at, |c| ends_sentence(c) || follows_end(c)), ..p }
}

/// The start of this sentence or of the one before; at the start of a paragraph, the end of the
/// one before it.
pub fn previous_sentence(paragraphs: &[String], p: Position) -> Position {
    if p.byte == 0 {
        return position::previous(paragraphs, p);
    }
    let text = text_of(paragraphs, p.paragraph);
    let mut at = backward(text, p.byte, |c| ends_sentence(c) || follows_end(c));
    while at > 0 && !is_sentence_start(text, at) {
        at = previous_boundary(text, at);
    }
    Position { byte: at, ..p }
}

/// The start of the next paragraph; in the last one, the end of the text.
pub fn next_paragraph(paragraphs: &[String], p: Position) -> Position {
    if p.paragraph + 1 < paragraphs.len() {
        Position { paragraph: p.paragraph + 1, byte: 0 }
    } else {
        position::end_of(paragraphs)
    }
}

/// The start of this paragraph; from there, of the one before.
pub fn previous_paragraph(p: Position) -> Position {
    let before = usize::from(p.byte == 0);
    Position { paragraph: p.paragraph.saturating_sub(before), byte: 0 }
}

/// The word at a place, without the marks around it: from where to where. A mark is one by itself.
pub fn word_at(paragraphs: &[String], p: Position) -> (Position, Position) {
    let text = text_of(paragraphs, p.paragraph);
    let at = if p.byte < text.len() { p.byte } else { previous_boundary(text, p.byte) };
    let (start, end) = match sign_at(text, at).map(Sort::of) {
        None | Some(Sort::Mark) => (at, next_boundary(text, at)),
        Some(sort) => {
            let same = |c| Sort::of(c) == sort;
            (backward(text, at, same), forward(text, at, same))
        }
    };
    (Position { byte: start, ..p }, Position { byte: end, ..p })
}

/// What a character is to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// Part of a Chinese phrase.
    Chinese,
    /// Part of a Latin word or a number.
    Latin,
    /// White space and marks of every kind.
    Mark,
}

impl Sort {
    fn of(c: char) -> Self {
        match c {
            _ if is_han(c) => Self::Chinese,
            '0'..='9' | 'A'..='Z' | 'a'..='z' | '%' | '％' | '.' | '-' | '_' => Self::Latin,
            _ if c < '\u{2000}' && c.is_alphanumeric() => Self::Latin,
            _ if c.is_alphanumeric() => Self::Chinese,
            _ => Self::Mark,
        }
    }
}

fn is_opening(c: char) -> bool {
    forbidden_at_row_end(c)
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | '…' | '!' | '?' | ';')
}

/// What belongs to a sentence although it comes behind its end.
fn follows_end(c: char) -> bool {
    c.is_whitespace() || matches!(c, '”' | '’' | '）' | '》' | '」' | '』' | ')')
}

/// Whether a sentence ends right before a byte, with all that follows its end.
fn is_sentence_start(text: &str, byte: usize) -> bool {
    let end = backward(text, byte, follows_end);
    sign_before(text, end).is_some_and(ends_sentence)
        && sign_at(text, byte).is_some_and(|c| !ends_sentence(c) && !follows_end(c))
}

/// The first character of the cluster at a byte.
fn sign_at(text: &str, byte: usize) -> Option<char> {
    text[byte..].chars().next()
}

/// The first character of the cluster before a byte.
fn sign_before(text: &str, byte: usize) -> Option<char> {
    if byte == 0 { None } else { sign_at(text, previous_boundary(text, byte)) }
}

/// Behind the clusters from a byte on that begin with such a character.
fn forward(text: &str, mut byte: usize, such: impl Fn(char) -> bool) -> usize {
    while sign_at(text, byte).is_some_and(&such) {
        byte = next_boundary(text, byte);
    }
    byte
}

/// Before the clusters up to a byte that begin with such a character.
fn backward(text: &str, mut byte: usize, such: impl Fn(char) -> bool) -> usize {
    while sign_before(text, byte).is_some_and(&such) {
        byte = previous_boundary(text, byte);
    }
    byte
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::position::{clamp, end_of};
    use super::super::samples;
    use super::*;

    /// The pieces into which steps of one kind part a text.
    fn parted(text: &str, step: impl Fn(&[String], Position) -> Position) -> Vec<String> {
        let body: Vec<String> = text.split('\n').map(str::to_owned).collect();
        let mut p = Position::default();
        let mut parts = Vec::new();
        while p != end_of(&body) {
            let further = step(&body, p);
            parts.push(position::slice(&body, p, further));
            p = further;
        }
        parts
    }

    /// The same from the end of the text.
    fn parted_back(text: &str, step: impl Fn(&[String], Position) -> Position) -> Vec<String> {
        let body: Vec<String> = text.split('\n').map(str::to_owned).collect();
        let mut p = end_of(&body);
        let mut parts = Vec::new();
        while p != Position::default() {
            let before = step(&body, p);
            parts.insert(0, position::slice(&body, before, p));
            p = before;
        }
        parts
    }

    #[test]
    fn a_word_is_a_phrase_or_a_run_of_letters_with_its_marks() {
        let text = "全年审查合同43份，依据《条例》（第3条）：“放管服”改革 OK，办结率99.5%。";
        let words = [
            "全年审查合同",
            "43",
            "份，",
            "依据",
            "《条例》",
            "（第",
            "3",
            "条）：",
            "“放管服”",
            "改革 ",
            "OK，",
            "办结率",
            "99.5%。",
        ];
        assert_eq!(parted(text, next_word), words);
        assert_eq!(parted_back(text, previous_word), words);
    }

    #[test]
    fn a_sentence_ends_with_its_quotation_marks() {
        let text = "他说：“好。”然后走了！真的……是吗？\n一是学习；二是执法";
        let sentences =
            ["他说：“好。”", "然后走了！", "真的……", "是吗？", "\n", "一是学习；", "二是执法"];
        assert_eq!(parted(text, next_sentence), sentences);
        assert_eq!(parted_back(text, previous_sentence), sentences);
    }

    #[test]
    fn paragraphs_are_passed_from_start_to_start() {
        let body = ["一".to_owned(), "二三".to_owned()];
        let at = |paragraph, byte| Position { paragraph, byte };
        assert_eq!(next_paragraph(&body, at(0, 3)), at(1, 0));
        assert_eq!(next_paragraph(&body, at(1, 0)), at(1, 6));
        assert_eq!(previous_paragraph(at(1, 3)), at(1, 0));
        assert_eq!(previous_paragraph(at(1, 0)), at(0, 0));
        assert_eq!(previous_paragraph(at(0, 0)), at(0, 0));
    }

    #[test]
    fn a_word_is_taken_without_its_marks() {
        let body = ["依据《条例》，共43份".to_owned()];
        let word = |byte| {
            let (from, to) = word_at(&body, Position { paragraph: 0, byte });
            position::slice(&body, from, to)
        };
        assert_eq!(word(0), "依据");
        assert_eq!(word("依据《条".len()), "条例");
        assert_eq!(word("依据《条例".len()), "》");
        assert_eq!(word("依据《条例》，共4".len()), "43");
        assert_eq!(word(body[0].len()), "份");
        assert_eq!(word_at(&[], Position::default()), (Position::default(), Position::default()));
    }

    proptest! {
        #[test]
        fn every_step_goes_on_and_stops_between_clusters(text in samples::paragraphs()) {
            for step in [next_word, next_sentence, next_paragraph] {
                let mut p = Position::default();
                while p != end_of(&text) {
                    let further = step(&text, p);
                    prop_assert!(further > p);
                    prop_assert_eq!(clamp(&text, further), further);
                    p = further;
                }
            }
            for step in [previous_word, previous_sentence] {
                let mut p = end_of(&text);
                while p != Position::default() {
                    let before = step(&text, p);
                    prop_assert!(before < p);
                    prop_assert_eq!(clamp(&text, before), before);
                    p = before;
                }
            }
        }
    }
}
