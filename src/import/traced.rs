//! A text each of whose characters knows where it stands in a file.
//!
//! Readers make it, every step after them only cuts and joins it: so a check
//! can point into the file of the user, however the text was taken apart.

use std::ops::{Deref, Range};

/// Where a character stands in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// The line, from 1; the paragraph in a file that has no lines, as of Word.
    pub line: usize,
    /// The character in it, from 1.
    pub column: usize,
}

impl Origin {
    /// Where the character behind this text stands that begins here.
    fn ahead(self, text: &str) -> Self {
        Self { column: self.column + text.chars().count(), ..self }
    }
}

/// The characters after which a run is cut: a place in a line of megabytes is
/// found by its run, and only within that are characters counted.
const LONGEST_RUN: usize = 256;

/// A text with the origins of its characters.
#[derive(Clone, Debug, Default)]
pub struct Traced {
    text: String,
    runs: Vec<Run>,
    /// Where the next character would stand; line and column 0 for an empty text.
    end: Origin,
}

/// Characters that stand one after another in one line of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// The byte at which it begins.
    at: usize,
    /// Where its first character stands.
    origin: Origin,
}

impl Traced {
    /// A text whose characters stand one after another from an origin on.
    pub fn new(text: impl Into<String>, origin: Origin) -> Self {
        let text = text.into();
        if text.is_empty() {
            return Self::default();
        }
        let runs = text.char_indices().enumerate().step_by(LONGEST_RUN);
        let run = |(ahead, (at, _))| {
            let column = origin.column + ahead;
            Run { at, origin: Origin { column, ..origin } }
        };
        let runs: Vec<Run> = runs.map(run).collect();
        let end = runs.last().map_or(origin, |run| run.origin.ahead(&text[run.at..]));
        Self { text, runs, end }
    }

    /// The text alone.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text alone, to keep.
    pub fn into_string(self) -> String {
        self.text
    }

    /// Adds a character.
    pub fn push(&mut self, c: char, origin: Origin) {
        if !self.runs_on(origin) {
            self.runs.push(Run { at: self.text.len(), origin });
        }
        self.text.push(c);
        self.end = Origin { column: origin.column + 1, ..origin };
    }

    /// Adds a text whose characters stand one after another from an origin on.
    pub fn push_str(&mut self, text: &str, origin: Origin) {
        self.append(&Self::new(text, origin));
    }

    /// Adds another text with its origins.
    pub fn append(&mut self, other: &Self) {
        let start = self.text.len();
        let mut runs = other.runs.iter().copied().peekable();
        runs.next_if(|run| self.runs_on(run.origin));
        if !other.text.is_empty() {
            self.end = other.end;
        }
        self.runs.extend(runs.map(|run| Run { at: run.at + start, ..run }));
        self.text.push_str(&other.text);
    }

    /// Whether the last run may take in a character that stands here.
    fn runs_on(&self, origin: Origin) -> bool {
        let is_short = |run: &Run| self.end.column - run.origin.column < LONGEST_RUN;
        self.end == origin && self.runs.last().is_some_and(is_short)
    }

    /// Where the character at this byte stands; at the end of the text, where
    /// the next one would stand. Line and column 0 for an empty text.
    pub fn origin(&self, byte: usize) -> Origin {
        let index = self.runs.partition_point(|run| run.at <= byte);
        let Some(run) = index.checked_sub(1).and_then(|index| self.runs.get(index)) else {
            return Origin::default();
        };
        if byte == self.text.len() { self.end } else { run.origin.ahead(&self.text[run.at..byte]) }
    }

    /// Each character with its byte and its origin, in order.
    pub fn origins(&self) -> impl Iterator<Item = (usize, char, Origin)> {
        let mut runs = self.runs.iter().peekable();
        let mut here = Origin::default();
        self.text.char_indices().map(move |(at, c)| {
            if let Some(run) = runs.next_if(|run| run.at == at) {
                here = run.origin;
            }
            let origin = here;
            here.column += 1;
            (at, c, origin)
        })
    }

    /// Where the text begins in the file.
    pub fn start(&self) -> Origin {
        self.origin(0)
    }

    /// Where its last character stands; line and column 0 for an empty text.
    pub fn last(&self) -> Origin {
        let last = self.text.chars().next_back().map_or(0, char::len_utf8);
        self.origin(self.text.len() - last)
    }

    /// A piece of the text, by its bytes.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Self {
        let text = self.text[range.clone()].to_owned();
        if text.is_empty() {
            return Self::default();
        }
        let first = Run { at: 0, origin: self.origin(range.start) };
        let from = self.runs.partition_point(|run| run.at <= range.start);
        let inner = self.runs[from..].iter().take_while(|run| run.at < range.end);
        let inner = inner.map(|run| Run { at: run.at - range.start, ..*run });
        let runs: Vec<Run> = std::iter::once(first).chain(inner).collect();
        let end = runs.last().map_or(first.origin, |run| run.origin.ahead(&text[run.at..]));
        Self { text, runs, end }
    }

    /// The bytes that `part` is of this text; it must be borrowed from it.
    pub fn range_of(&self, part: &str) -> Range<usize> {
        let start = part.as_ptr() as usize - self.text.as_ptr() as usize;
        start..start + part.len()
    }

    /// The piece that `part` is; it must be borrowed from this text.
    #[must_use]
    pub fn part(&self, part: &str) -> Self {
        self.slice(self.range_of(part))
    }

    /// The characters to be kept, told by their bytes and themselves.
    #[must_use]
    pub fn filtered(&self, keep: impl Fn(usize, char) -> bool) -> Self {
        let mut kept = Self::default();
        for (_, c, origin) in self.origins().filter(|(at, c, _)| keep(*at, *c)) {
            kept.push(c, origin);
        }
        kept
    }

    /// The text without any white space.
    #[must_use]
    pub fn without_blanks(&self) -> Self {
        self.filtered(|_, c| !c.is_whitespace())
    }

    /// The text without white space at its ends.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        self.part(self.text.trim())
    }
}

/// The same characters at the same places, however they were put together.
impl PartialEq for Traced {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.origins().eq(other.origins())
    }
}

impl Eq for Traced {}

impl Deref for Traced {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: usize, column: usize) -> Origin {
        Origin { line, column }
    }

    #[test]
    fn every_character_knows_where_it_stood() {
        let mut text = Traced::new("全年", at(3, 5));
        text.push('开', at(3, 7));
        text.push('会', at(4, 1));
        text.append(&Traced::new("12次", at(4, 2)));
        assert_eq!(text.as_str(), "全年开会12次");
        assert_eq!(text.runs.len(), 2);
        let origins: Vec<Origin> = text.origins().map(|(_, _, origin)| origin).collect();
        let single: Vec<Origin> = text.char_indices().map(|(byte, _)| text.origin(byte)).collect();
        assert_eq!(origins, single);
        assert_eq!(origins, [at(3, 5), at(3, 6), at(3, 7), at(4, 1), at(4, 2), at(4, 3), at(4, 4)]);
        assert_eq!(text.origin(text.len()), at(4, 5));
    }

    #[test]
    fn pieces_keep_their_origins() {
        let mut text = Traced::new(" 一、甲", at(1, 1));
        text.push_str("乙 ", at(2, 1));
        let trimmed = text.trimmed();
        assert_eq!((trimmed.as_str(), trimmed.start()), ("一、甲乙", at(1, 2)));
        let rest = trimmed.part(trimmed.strip_prefix("一、").unwrap());
        assert_eq!((rest.as_str(), rest.start()), ("甲乙", at(1, 4)));
        assert_eq!(rest.origin("甲".len()), at(2, 1));
        assert_eq!(rest.part(&rest[rest.len()..]), Traced::default());
    }

    #[test]
    fn a_line_of_megabytes_is_taken_apart_at_once() {
        let whole = Traced::new("镇a".repeat(100_000), at(1, 3));
        let mut again = Traced::default();
        for (byte, c) in whole.char_indices().filter(|(_, c)| *c == 'a') {
            let piece = whole.slice(byte - "镇".len()..byte + c.len_utf8());
            assert_eq!(whole.origin(byte).column, piece.start().column + 1);
            again.append(&piece);
        }
        assert!(again == whole && again.runs.len() < 2 * whole.runs.len());
        assert_eq!(again.origin(again.len()), at(1, 200_003));
    }
}
