//! A line as characters that know their bytes, for rules about marks: what is
//! right of a mark hangs on what stands on either side of it.

use std::ops::Range;

use crate::text::punctuation::is_han;

/// The characters of a line.
pub(super) struct Chars<'a> {
    text: &'a str,
    chars: Vec<(usize, char)>,
}

impl<'a> Chars<'a> {
    /// The characters of this line.
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, chars: text.char_indices().collect() }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character with this number, if there is one.
    pub(super) fn at(&self, index: usize) -> Option<char> {
        self.chars.get(index).map(|(_, c)| *c)
    }

    /// The character before that with this number.
    pub(super) fn before(&self, index: usize) -> Option<char> {
        index.checked_sub(1).and_then(|index| self.at(index))
    }

    /// The next character from this number on that is no white space.
    pub(super) fn next_sign(&self, index: usize) -> Option<char> {
        self.chars.get(index..)?.iter().map(|(_, c)| *c).find(|c| !c.is_whitespace())
    }

    /// The last character before this number that is no white space.
    pub(super) fn last_sign(&self, index: usize) -> Option<char> {
        self.chars.get(..index)?.iter().rev().map(|(_, c)| *c).find(|c| !c.is_whitespace())
    }

    /// The byte at which the character with this number begins; the end of the line behind
    /// the last.
    pub(super) fn byte(&self, index: usize) -> usize {
        self.chars.get(index).map_or(self.text.len(), |(byte, _)| *byte)
    }

    /// The bytes of a stretch of characters.
    pub(super) fn range(&self, chars: Range<usize>) -> Range<usize> {
        self.byte(chars.start)..self.byte(chars.end)
    }

    /// The text of a stretch of characters.
    pub(super) fn text(&self, chars: Range<usize>) -> &'a str {
        &self.text[self.range(chars)]
    }

    /// The text from this character on.
    pub(super) fn from(&self, index: usize) -> &'a str {
        &self.text[self.byte(index)..]
    }

    /// The end of the run of characters from this number on that are such.
    pub(super) fn run(&self, from: usize, is: impl Fn(char) -> bool) -> usize {
        let rest = self.chars.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|(_, c)| is(*c)).count()
    }

    /// The same, so many characters at most.
    pub(super) fn run_within(&self, from: usize, most: usize, is: impl Fn(char) -> bool) -> usize {
        let rest = self.chars.get(from..).unwrap_or_default();
        from + rest.iter().take(most).take_while(|(_, c)| is(*c)).count()
    }

    /// The start of the run of characters up to this number that are such.
    pub(super) fn run_back(&self, to: usize, is: impl Fn(char) -> bool) -> usize {
        let head = self.chars.get(..to).unwrap_or_default();
        to - head.iter().rev().take_while(|(_, c)| is(*c)).count()
    }

    /// The same, so many characters at most.
    pub(super) fn run_back_within(
        &self,
        to: usize,
        most: usize,
        is: impl Fn(char) -> bool,
    ) -> usize {
        let head = self.chars.get(..to).unwrap_or_default();
        to - head.iter().rev().take(most).take_while(|(_, c)| is(*c)).count()
    }
}

/// The marks of Chinese text that stand behind something.
const CLOSING: &str = "，。、；：！？》〉）〕】”’…—";

/// The marks of Chinese text that stand before something.
const OPENING: &str = "《〈（〔【“‘…—";

/// Whether it is a mark that ends a sentence or parts its clauses.
pub(super) fn is_break(c: char) -> bool {
    "，。、；：！？".contains(c)
}

/// Whether it is a Chinese character, or a mark that may stand before what follows.
pub(super) fn is_chinese_before(c: char) -> bool {
    is_han(c) || CLOSING.contains(c)
}

/// Whether it is a Chinese character, or a mark that may stand behind what precedes.
pub(super) fn is_chinese_behind(c: char) -> bool {
    is_han(c) || OPENING.contains(c)
}

/// Whether it is a Chinese character or a mark of Chinese text.
pub(super) fn is_chinese(c: char) -> bool {
    is_han(c) || CLOSING.contains(c) || OPENING.contains(c)
}

/// Whether it is a figure of a number.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Whether it is a figure of a Chinese ordinal.
pub(super) fn is_numeral(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}
