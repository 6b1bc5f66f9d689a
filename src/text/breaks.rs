//! Between which two clusters a row may break: the table behind `wrap`.
//!
//! UAX #14 cut down to what Chinese prose needs, with the marks of GB/T 15834-2011 5.1 that may not
//! begin or end a row. It measures nothing. It is ours because a table of seven classes can be read
//! and changed by whoever knows the rules of official prose, and is faster than the general one.

use super::punctuation::{forbidden_at_row_end, forbidden_at_row_start, is_han};

/// How a cluster behaves at the edge of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Chinese characters and all that is not named below: may stand anywhere.
    Free,
    /// Letters, digits and their signs: a run of them stays whole if it fits into a row.
    Word,
    /// Never begins a row, hangs at its end. A no-break space is one of them: it is taken out before
    /// text is stored, and where it is not, it must not be seen at the start of a row either.
    Space,
    /// Never ends a row.
    Open,
    /// Never begins a row.
    Close,
    /// Neither begins nor ends a row: the strokes / and ／.
    Bind,
    /// Kept to its neighbours on both sides: straight quotation marks, of unknown direction, the
    /// apostrophe.
    Quote,
}

/// The class of a cluster and the character that gives it.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    pub(super) class: Class,
    sign: char,
}

impl Kind {
    /// What stands before the first cluster of a row: nothing that forbids a break.
    pub(super) const EDGE: Kind = Kind { class: Class::Free, sign: ' ' };

    /// The kind of the cluster at byte `at` of the paragraph.
    #[inline]
    pub(super) fn of(paragraph: &str, at: usize, cluster: &str) -> Kind {
        let sign = cluster.chars().next().unwrap_or(' ');
        let class = match sign {
            '’' if is_apostrophe(paragraph, at, cluster) => Class::Quote,
            _ => class_of(sign),
        };
        Kind { class, sign }
    }
}

/// The class of a character standing for its cluster.
pub(super) fn class_of(c: char) -> Class {
    match c {
        _ if is_han(c) => Class::Free,
        'a'..='z' | 'A'..='Z' | '0'..='9' => Class::Word,
        ' ' | '\t' | '\u{a0}' | '\u{3000}' | '\u{2000}'..='\u{200a}' => Class::Space,
        '"' | '\'' => Class::Quote,
        '/' | '／' => Class::Bind,
        _ if forbidden_at_row_start(c) => Class::Close,
        _ if forbidden_at_row_end(c) => Class::Open,
        '!'..='~' | '±' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Class::Word,
        _ if c < '\u{2000}' && c.is_alphanumeric() => Class::Word,
        _ => Class::Free,
    }
}

/// Whether the ’ at byte `at` stands inside a Latin word (Xi’an) and closes nothing.
fn is_apostrophe(paragraph: &str, at: usize, cluster: &str) -> bool {
    let before = paragraph[..at].chars().next_back();
    let after = paragraph[at + cluster.len()..].chars().next();
    let latin = |c: Option<char>| c.is_some_and(|c| c < '\u{2000}' && c.is_alphabetic());
    latin(before) && latin(after)
}

/// Whether a row may break between two clusters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
    /// Between words and marks.
    Good,
    /// Inside a Latin word or a number: only if that run alone is longer than a row.
    Weak,
    /// Next to a mark that would stand at the wrong edge.
    Never,
}

/// The break between `before` and `after`, which stand side by side or with spaces between.
pub(super) fn break_between(before: Kind, spaced: bool, after: Kind) -> Break {
    use Class::{Bind, Close, Open, Quote, Space, Word};
    match (before.class, after.class) {
        (Open | Bind, _) | (_, Space | Close | Bind) => Break::Never,
        _ if spaced => Break::Good,
        (Quote, _) | (_, Quote) => Break::Never,
        (Word, Word) => Break::Weak,
        (Word, Open) if after.sign.is_ascii() => Break::Weak,
        (Close, Word) if before.sign.is_ascii() || matches!(before.sign, '·' | '．') => {
            Break::Weak
        }
        _ => Break::Good,
    }
}
