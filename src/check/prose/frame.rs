//! Where sentences, clauses and what stands in pairs of marks begin and end.

use std::collections::HashMap;
use std::ops::Range;

use super::{Clause, Span};

/// The mark that closes what a mark opens.
fn close_of(open: char) -> Option<char> {
    let close = match open {
        '《' => '》',
        '〈' => '〉',
        '“' => '”',
        '‘' => '’',
        '（' => '）',
        '(' => ')',
        '〔' => '〕',
        '[' => ']',
        '【' => '】',
        '「' => '」',
        '『' => '』',
        '［' => '］',
        '〖' => '〗',
        _ => return None,
    };
    Some(close)
}

/// Whether a mark closes something.
fn closes(c: char) -> bool {
    matches!(
        c,
        '》' | '〉' | '”' | '’' | '）' | ')' | '〕' | ']' | '】' | '」' | '』' | '］' | '〗'
    )
}

/// Whether a mark ends a sentence.
fn ends(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?')
}

/// Whether a mark parts clauses.
fn parts(c: char) -> bool {
    matches!(c, '，' | '；' | '：' | ',' | ';' | ':') || ends(c)
}

impl Span {
    /// What stands between its marks.
    pub(in crate::check) fn inner(&self, text: &str) -> Range<usize> {
        let close = text[self.range.clone()].chars().next_back().map_or(0, char::len_utf8);
        self.range.start + self.open.len_utf8()..self.range.end - close
    }

    /// Whether it is a bracket: what stands in it is beside the sentence.
    pub(in crate::check) fn is_bracket(&self) -> bool {
        matches!(self.open, '（' | '(' | '［' | '[' | '【' | '〖')
    }

    /// Whether it is the title of a text.
    pub(in crate::check) fn is_title(&self) -> bool {
        matches!(self.open, '《' | '〈')
    }
}

/// What stands in pairs of marks; a mark without its other half opens nothing.
pub(super) fn spans(text: &str) -> Vec<Span> {
    let mut open: Vec<(usize, char, char)> = Vec::new();
    // How many wait for a mark, so that one without its other half is known at once.
    let mut waiting: HashMap<char, usize> = HashMap::new();
    let mut spans = Vec::new();
    for (at, c) in text.char_indices() {
        if let Some(close) = close_of(c) {
            open.push((at, c, close));
            *waiting.entry(close).or_default() += 1;
        } else if closes(c) && waiting.get(&c).is_some_and(|own| *own > 0) {
            while let Some((start, mark, close)) = open.pop() {
                waiting.entry(close).and_modify(|own| *own -= 1);
                if close == c {
                    spans.push(Span { range: start..at + c.len_utf8(), open: mark });
                    break;
                }
            }
        }
    }
    spans.sort_by_key(|own| (own.range.start, usize::MAX - own.range.end));
    spans
}

/// The sentences; an end inside brackets and titles is none.
pub(super) fn sentences(text: &str, spans: &[Span]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut ended = false;
    for (at, c) in Outer::new(text, spans, 0..text.len()) {
        if ended && !closes(c) && !ends(c) {
            push_trimmed(&mut sentences, text, start..at);
            start = at;
            ended = false;
        }
        ended |= ends(c) && !within_latin(text, at, c);
    }
    push_trimmed(&mut sentences, text, start..text.len());
    sentences
}

/// The clauses, brackets behind the clause that they stand in.
pub(super) fn clauses(text: &str, spans: &[Span], sentences: &[Range<usize>]) -> Vec<Clause> {
    let mut clauses = Vec::new();
    part(text, spans, 0..text.len(), 0, &mut |range, depth| {
        let sentence = sentences.partition_point(|own| own.end <= range.start);
        clauses.push(Clause { range, sentence, depth });
    });
    clauses
}

fn part(
    text: &str,
    spans: &[Span],
    range: Range<usize>,
    depth: usize,
    take: &mut dyn FnMut(Range<usize>, usize),
) {
    let mut start = range.start;
    let mut brackets: Vec<&Span> = Vec::new();
    let mut chars = Outer::new(text, spans, range.clone());
    let mut flush = |range: Range<usize>, brackets: &mut Vec<&Span>| {
        let own = trimmed(text, range);
        if !own.is_empty() {
            take(own, depth);
        }
        for span in brackets.drain(..).filter(|_| depth < MOST_DEPTH) {
            part(text, spans, span.inner(text), depth + 1, take);
        }
    };
    while let Some((at, c)) = chars.next() {
        brackets.extend(chars.passed.take());
        if parts(c) && !within_latin(text, at, c) {
            flush(start..at, &mut brackets);
            start = at + c.len_utf8();
        }
    }
    brackets.extend(chars.passed.take());
    flush(start..range.end, &mut brackets);
}

/// How many brackets within brackets are looked into.
const MOST_DEPTH: usize = 8;

/// The characters of a stretch without those in brackets and titles; of those
/// it gives the mark that opens them.
struct Outer<'a> {
    text: &'a str,
    spans: &'a [Span],
    at: usize,
    end: usize,
    /// The bracket that was passed last.
    passed: Option<&'a Span>,
}

impl<'a> Outer<'a> {
    fn new(text: &'a str, spans: &'a [Span], range: Range<usize>) -> Self {
        let first = spans.partition_point(|own| own.range.start < range.start);
        Self { text, spans: &spans[first..], at: range.start, end: range.end, passed: None }
    }
}

impl Iterator for Outer<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<(usize, char)> {
        if self.at >= self.end {
            return None;
        }
        let at = self.at;
        let c = self.text[at..].chars().next()?;
        while let Some((span, rest)) = self.spans.split_first() {
            if span.range.start > at {
                break;
            }
            self.spans = rest;
            if span.range.start == at && (span.is_bracket() || span.is_title()) {
                self.at = span.range.end;
                self.passed = span.is_bracket().then_some(span);
                return Some((at, c));
            }
        }
        self.at = at + c.len_utf8();
        Some((at, c))
    }
}

/// Whether a half-width mark stands within figures or Latin letters: 12,000 and 10:30.
fn within_latin(text: &str, at: usize, c: char) -> bool {
    c.is_ascii()
        && text[at + 1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/')
        && text[..at].ends_with(|c: char| c.is_ascii_alphanumeric())
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let own = &text[range.clone()];
    let start = range.start + (own.len() - own.trim_start().len());
    start..start + own.trim().len()
}

fn push_trimmed(all: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let own = trimmed(text, range);
    if !own.is_empty() {
        all.push(own);
    }
}
