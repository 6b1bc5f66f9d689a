//! Soft wrap: where the rows of one paragraph begin and end.
//!
//! UAX #14 cut down to what Chinese prose needs, with the marks of GB/T 15834-2011 5.1 that may not
//! begin or end a row. It draws nothing and keeps nothing; `layout` keeps the rows. It is ours
//! because a table of classes can be read and changed by whoever knows the rules of official prose,
//! and is faster than the general algorithm.
//!
//! Greedy, by clusters. A break is *good* between words and marks, *weak* inside a Latin word or a
//! number, which is used only when that run alone is longer than a row, and *never* allowed next to
//! a mark that would stand at the wrong edge. Spaces hang behind the end of the row.

use super::punctuation::{forbidden_at_row_end, forbidden_at_row_start, is_han};
use super::width::{Ambiguous, cluster_columns, clusters};

/// One row of a paragraph. The rows of a paragraph partition its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The byte of the paragraph at which the row begins.
    pub start: usize,
    /// The byte behind the row's last cluster, hanging spaces included.
    pub end: usize,
    /// Cells of the row without indent; spaces that hang beyond the width are not counted.
    pub columns: usize,
}

/// What decides where rows break, besides the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wrap {
    /// Cells of a row; 0 counts as 1.
    pub width: usize,
    /// Cells that the first row of a paragraph is shorter (首行缩进); see [`Wrap::lead`].
    pub indent: usize,
    /// How the terminal draws characters of ambiguous width.
    pub ambiguous: Ambiguous,
}

impl Wrap {
    /// The cells left free before the first row: the indent, but never so much that a wide
    /// character would not fit behind it.
    pub fn lead(&self) -> usize {
        self.indent.min(self.width.saturating_sub(2))
    }

    /// The rows of a paragraph, at least one. No row is wider than the width, except where a single
    /// cluster is. `paragraph` holds no line end.
    pub fn rows(&self, paragraph: &str) -> Vec<Row> {
        let mut filler = Filler::new(*self);
        for (at, cluster) in clusters(paragraph) {
            let kind = Kind::of(paragraph, at, cluster);
            filler.take(at, kind, cluster_columns(cluster, self.ambiguous));
        }
        filler.finish(paragraph.len())
    }
}

/// How a cluster behaves at the edge of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Chinese characters and all that is not named below: may stand anywhere.
    Free,
    /// Letters, digits and their signs: a run of them stays whole if it fits into a row.
    Word,
    /// Never begins a row, hangs at its end.
    Space,
    /// Never ends a row.
    Open,
    /// Never begins a row.
    Close,
    /// Neither begins nor ends a row: the strokes / and ／.
    Bind,
    /// The straight quotation marks, of unknown direction: kept to their neighbours on both sides.
    Quote,
}

/// The class of a cluster and the character that gives it.
#[derive(Clone, Copy)]
struct Kind {
    class: Class,
    sign: char,
}

impl Kind {
    /// The kind of the cluster at byte `at` of the paragraph.
    fn of(paragraph: &str, at: usize, cluster: &str) -> Kind {
        let sign = cluster.chars().next().unwrap_or(' ');
        let class = match sign {
            '’' if is_apostrophe(paragraph, at, cluster) => Class::Word,
            _ => class_of(sign),
        };
        Kind { class, sign }
    }
}

/// The class of a character standing for its cluster.
fn class_of(c: char) -> Class {
    match c {
        _ if is_han(c) => Class::Free,
        'a'..='z' | 'A'..='Z' | '0'..='9' => Class::Word,
        ' ' | '\t' | '\u{3000}' | '\u{2000}'..='\u{200a}' => Class::Space,
        '"' | '\'' | '\u{a0}' => Class::Quote,
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
enum Break {
    Good,
    Weak,
    Never,
}

/// The break between `before` and `after`, which stand side by side or with spaces between.
fn break_between(before: Kind, spaced: bool, after: Kind) -> Break {
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

/// A place where the open row could end.
#[derive(Clone, Copy)]
struct Candidate {
    byte: usize,
    /// Cells of the row up to here.
    used: usize,
    /// The same without the spaces at its end.
    solid: usize,
}

/// Fills rows, one cluster after the other.
struct Filler {
    wrap: Wrap,
    rows: Vec<Row>,
    start: usize,
    room: usize,
    used: usize,
    solid: usize,
    good: Option<Candidate>,
    weak: Option<Candidate>,
    /// The last cluster that is no space, and whether spaces came behind it.
    before: Kind,
    spaced: bool,
}

impl Filler {
    fn new(wrap: Wrap) -> Filler {
        Filler {
            wrap,
            rows: Vec::new(),
            start: 0,
            room: wrap.width.max(1) - wrap.lead(),
            used: 0,
            solid: 0,
            good: None,
            weak: None,
            before: Kind {
                class: Class::Free,
                sign: ' ',
            },
            spaced: false,
        }
    }

    /// Adds the cluster at byte `at`, ending rows before it where it does not fit.
    fn take(&mut self, at: usize, kind: Kind, columns: usize) {
        let here = Candidate {
            byte: at,
            used: self.used,
            solid: self.solid,
        };
        if at > self.start {
            match break_between(self.before, self.spaced, kind) {
                Break::Good => self.good = Some(here),
                Break::Weak => self.weak = Some(here),
                Break::Never => {}
            }
        }
        if kind.class == Class::Space {
            self.used += columns;
            self.spaced = true;
            return;
        }
        while self.used + columns > self.room && at > self.start {
            let here = Candidate {
                byte: at,
                used: self.used,
                solid: self.solid,
            };
            self.end_row(self.good.or(self.weak).unwrap_or(here));
        }
        self.used += columns;
        self.solid = self.used;
        self.before = kind;
        self.spaced = false;
    }

    /// Ends the open row at a candidate; what lies behind it begins the next row.
    fn end_row(&mut self, end: Candidate) {
        let columns = end.solid.max(end.used.min(self.room));
        self.rows.push(Row {
            start: self.start,
            end: end.byte,
            columns,
        });
        self.start = end.byte;
        self.room = self.wrap.width.max(1);
        self.used -= end.used;
        self.solid = self.solid.saturating_sub(end.used);
        self.good = None;
        self.weak = self
            .weak
            .filter(|weak| weak.byte > end.byte)
            .map(|weak| Candidate {
                byte: weak.byte,
                used: weak.used - end.used,
                solid: weak.solid.saturating_sub(end.used),
            });
    }

    /// Ends the last row at the end of the paragraph, `end` bytes from its start.
    fn finish(mut self, end: usize) -> Vec<Row> {
        self.end_row(Candidate {
            byte: end,
            used: self.used,
            solid: self.solid,
        });
        self.rows
    }
}
