//! What a number counts: the words around it.

use std::ops::Range;

use super::scan::{Raw, Scanned, Time};
use super::{Clause, Modifier, Number, Period, Span};
use crate::check::tables::{Kind, Met, Reading};

/// What is known of a line before its numbers are put together.
pub(super) struct Frame<'a> {
    pub(super) text: &'a str,
    pub(super) reading: &'a Reading,
    pub(super) words: &'a [Met],
    pub(super) spans: &'a [Span],
    pub(super) clauses: &'a [Clause],
}

/// How many words of time before a number are looked at.
const MOST_TIMES: usize = 16;

/// How many words before a number are looked at for who meets.
const MOST_WORDS: usize = 64;

/// How many characters behind a unit are looked at for its noun.
const MOST_OF_NOUN: usize = 14;

/// The numbers of a line with what they count.
pub(super) fn numbers(frame: &Frame, sentences: &[Range<usize>], scanned: Scanned) -> Vec<Number> {
    let Scanned { numbers: raw, times } = scanned;
    let starts: Vec<usize> = raw.iter().map(|own| own.digits.start).collect();
    let mut numbers: Vec<Number> = Vec::with_capacity(raw.len());
    for (index, own) in raw.into_iter().enumerate() {
        let Some(clause) = frame.clause(own.digits.start) else { continue };
        let next = starts.get(index + 1).copied().unwrap_or(frame.text.len());
        let sentence = frame.clauses[clause].sentence;
        let from = frame.from(clause, &numbers, own.digits.start);
        let mut number = frame.number(own, clause, from, next, &times);
        let start = sentences.get(sentence).map_or(0, |own| own.start);
        number.period = frame.period(&times, start, from, number.digits.start);
        number.body = frame.body(&numbers, start, &number);
        numbers.push(number);
    }
    numbers
}

impl Frame<'_> {
    /// The innermost clause at a place.
    fn clause(&self, at: usize) -> Option<usize> {
        let behind = self.clauses.partition_point(|own| own.range.start <= at);
        (0..behind).rev().find(|&own| self.clauses[own].range.contains(&at))
    }

    /// Where the words before a number begin: behind the number before it in its clause.
    fn from(&self, clause: usize, numbers: &[Number], at: usize) -> usize {
        let start = self.clauses[clause].range.start;
        let last = numbers.iter().rev().take_while(|own| own.digits.start >= start);
        let last = last.filter(|own| own.clause == clause).map(|own| own.range.end).next();
        let mut from = last.unwrap_or(start);
        // A bracket with numbers of its own says nothing of what comes behind it.
        let first = self.spans.partition_point(|own| own.range.start < from);
        for span in self.spans[first..].iter().take_while(|own| own.range.start < at) {
            let counts = numbers.last().is_some_and(|own| own.digits.start > span.range.start);
            if span.is_bracket() && span.range.end <= at && counts {
                from = from.max(span.range.end);
            }
        }
        from
    }

    /// The words that stand wholly in a stretch.
    fn words_in(&self, range: Range<usize>) -> &[Met] {
        let first = self.words.partition_point(|own| own.start < range.start);
        let last = self.words.partition_point(|own| own.end <= range.end);
        self.words.get(first..last).unwrap_or_default()
    }

    fn number(&self, raw: Raw, clause: usize, from: usize, next: usize, times: &[Time]) -> Number {
        let Raw { digits, value, zeros, unit, measure, inexact: behind, end } = raw;
        let words = self.words_in(from..digits.start);
        let mut start = digits.start;
        let mut inexact: Vec<(Range<usize>, Modifier)> = Vec::new();
        for word in words.iter().rev().take_while(|own| joins(own.kind)) {
            if word.end != start {
                break;
            }
            if let Kind::Before(modifier) = word.kind {
                inexact.insert(0, (word.start..word.end, modifier));
            }
            start = word.start;
        }
        inexact.extend(behind);
        let total = words.iter().rev().find(|own| own.kind == Kind::Total);
        let percent = measure == "%";
        Number {
            name: self.name(from..start, times),
            noun: self.noun(end, next.min(self.clauses[clause].range.end)),
            range: start..end,
            value,
            zeros,
            percent,
            modifier: inexact.first().map(|(_, modifier)| *modifier),
            inexact: inexact.into_iter().map(|(range, _)| range).collect(),
            unit,
            measure,
            total: total.map_or(start..start, |own| own.start..own.end),
            clause,
            sentence: self.clauses[clause].sentence,
            body: None,
            period: Period::Year,
            digits,
        }
    }

    /// The noun phrase in the words before a number.
    fn name(&self, range: Range<usize>, times: &[Time]) -> Range<usize> {
        let mut start = self.behind_last_pause(range.clone());
        let mut end = range.end;
        loop {
            let own = &self.text[start..end];
            let blank = own.len() - own.trim_start().len();
            let leads = |own: &&Met| own.start == start && leads(own.kind) && own.end <= end;
            let word = self.words_in(start..end).first().filter(leads).map(|own| own.end - start);
            let lead = || self.reading.leads.longest(own).map(|(word, ())| word.len());
            let time = || {
                let first = times.partition_point(|own| own.start < start);
                let mut same = times[first..].iter().take_while(|own| own.start == start);
                let time = same.find(|own| own.end <= end);
                time.map(|own| own.end - start)
            };
            match word.or_else(time).or_else(lead).unwrap_or(blank) {
                0 => break,
                len => start += len,
            }
        }
        loop {
            let own = &self.text[start..end];
            let blank = own.len() - own.trim_end().len();
            let kept = self.reading.kept.longest(own).is_some();
            let tail = self.reading.tails.longest(own).filter(|_| !kept).map(str::len);
            match tail.unwrap_or(blank) {
                0 => break,
                len => end -= len,
            }
        }
        start..end
    }

    /// Behind the last 、 of a stretch that stands in no pair of marks there.
    fn behind_last_pause(&self, range: Range<usize>) -> usize {
        let first = self.spans.partition_point(|own| own.range.start < range.start);
        let near = self.spans[first..].iter().take_while(|own| own.range.start < range.end);
        let mut spans = near.filter(|own| own.range.end <= range.end);
        let mut span = spans.next();
        let mut start = range.start;
        for (at, c) in self.text[range.clone()].char_indices() {
            let at = range.start + at;
            while span.is_some_and(|own| own.range.end <= at) {
                span = spans.next();
            }
            if c == '、' && !span.is_some_and(|own| own.range.contains(&at)) {
                start = at + c.len_utf8();
            }
        }
        start
    }

    /// The noun behind a unit: up to a mark, a verb or the next number.
    fn noun(&self, start: usize, limit: usize) -> Range<usize> {
        let mut end = start;
        let limit = limit.max(start);
        let mut passed = start;
        for (at, c) in self.text[start..limit].char_indices().take(MOST_OF_NOUN) {
            let at = start + at;
            if at < passed {
                continue;
            }
            let span = self.spans.binary_search_by_key(&at, |own| own.range.start);
            let span = span.ok().and_then(|own| self.spans.get(own));
            if let Some(span) = span.filter(|own| own.range.end <= limit) {
                passed = span.range.end;
                end = passed;
                continue;
            }
            if let Some((word, ())) = self.reading.nouns.longest(&self.text[at..limit]) {
                passed = at + word.len();
                end = passed;
                continue;
            }
            let stops = self.reading.stops.longest(&self.text[at..limit]).is_some();
            if stops || !c.is_alphanumeric() {
                break;
            }
            end = at + c.len_utf8();
        }
        start..end
    }

    /// For which time a number counts: as the words right before it say, or those that
    /// open a clause before it in its sentence.
    fn period(&self, times: &[Time], sentence: usize, from: usize, at: usize) -> Period {
        let behind = times.partition_point(|own| own.start < at);
        let before = times[..behind].iter().rev().take_while(|own| own.start >= sentence);
        for time in before.take(MOST_TIMES) {
            if time.start >= from {
                return time.period;
            }
            let carries = !matches!(time.period, Period::Each(_));
            if carries && self.opens(times, *time) {
                return time.period;
            }
        }
        Period::Year
    }

    /// Whether a word of time stands at the start of a clause, be it behind others.
    fn opens(&self, times: &[Time], mut time: Time) -> bool {
        for _ in 0..MOST_TIMES {
            let behind = times.partition_point(|own| own.start < time.start);
            let mut near = times[..behind].iter().rev().take(MOST_TIMES);
            match near.find(|own| own.end == time.start) {
                Some(before) => time = *before,
                None => break,
            }
        }
        let clause = self.clause(time.start).map(|own| &self.clauses[own]);
        clause.is_some_and(|own| own.range.start == time.start)
    }

    /// Who meets: the body that stands before the number, with no other number between
    /// but those that it is a part of.
    fn body(&self, numbers: &[Number], sentence: usize, number: &Number) -> Option<String> {
        let words = self.words_in(sentence..number.digits.start);
        let word = words.iter().rev().take(MOST_WORDS).find_map(|own| match own.kind {
            Kind::Body(body) => Some((own.start, body)),
            _ => None,
        })?;
        let (start, body) = word;
        let between = numbers.last().is_some_and(|own| own.digits.start > start);
        let part = words.iter().rev().take_while(|own| own.start > start);
        let part = part.filter(|own| own.kind == Kind::Among).count() > 0;
        if between && !part {
            return None;
        }
        self.reading.body(body).map(str::to_owned)
    }
}

/// Whether a word belongs to the number right behind it.
fn joins(kind: Kind) -> bool {
    matches!(kind, Kind::Total | Kind::Before(_))
}

/// Whether a word does not belong to a name that begins with it.
fn leads(kind: Kind) -> bool {
    matches!(kind, Kind::Total | Kind::Before(_) | Kind::Period(_) | Kind::Until | Kind::Among)
}
