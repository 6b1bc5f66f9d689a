//! Finds what counts in a line, and what says for which time.

use std::ops::Range;

use super::numeral::{figures, is_figure, is_numeral, is_year, numerals, value, year};
use super::{Modifier, Period, Span};
use crate::check::tables::{Kind, Met, Reading};
use crate::report::Amount;
use crate::text::numeral::to_half_width;
use crate::text::punctuation::is_han;

/// A number with its unit, and nothing of what stands before it.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) digits: Range<usize>,
    pub(super) value: Amount,
    pub(super) zeros: u32,
    pub(super) unit: Range<usize>,
    pub(super) measure: String,
    /// What makes it inexact behind its figures.
    pub(super) inexact: Vec<(Range<usize>, Modifier)>,
    pub(super) end: usize,
}

/// A word of time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Time {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) period: Period,
}

/// What was found, each in order.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    pub(super) numbers: Vec<Raw>,
    pub(super) times: Vec<Time>,
}

/// Characters before figures that make them part of something else: B-3, /2, 第3.
const TIES: &str = "-+/·.#@_=&№＋*×〔[第\"'";

/// What joins figures to one thing that is no number: 3—5, 10:30, 1+3, 7×24.
const JOINTS: &str = "-—–―~～+＋/／·×*至到∶";

/// Characters before Chinese numerals that make them part of something else.
const NUMERAL_TIES: &str = "第之其唯周期·几数每任某千万亿百";

/// Whole numbers behind figures, by how many zeros they stand for.
const SCALES: [(&str, u32); 5] = [("万亿", 12), ("亿", 8), ("万", 4), ("千", 3), ("百", 2)];

/// Finds the numbers and the words of time of a line.
pub(super) fn scan(
    text: &str,
    spans: &[Span],
    words: &[Met],
    reading: &Reading,
    year: i32,
) -> Scanned {
    let mut scan = Scan { text, words, reading, year, found: Scanned::default() };
    let mut hidden = spans.iter().filter(|own| hides(own)).peekable();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        while hidden.next_if(|own| own.range.start < at).is_some() {}
        if let Some(span) = hidden.next_if(|own| own.range.start == at) {
            at = span.range.end;
        } else if is_figure(c) {
            at = scan.figures(at);
        } else if is_numeral(c) {
            at = scan.numerals(at);
        } else {
            at += c.len_utf8();
        }
    }
    let named = words.iter().filter_map(|own| match own.kind {
        Kind::Period(period) => Some(Time { start: own.start, end: own.end, period }),
        _ => None,
    });
    scan.found.times.extend(named);
    scan.found.times.sort_by_key(|own| own.start);
    scan.found
}

/// Whether nothing in it counts: titles, names in quotation marks, years of documents.
fn hides(span: &Span) -> bool {
    !matches!(span.open, '（' | '(')
}

struct Scan<'a> {
    text: &'a str,
    words: &'a [Met],
    reading: &'a Reading,
    year: i32,
    found: Scanned,
}

impl<'a> Scan<'a> {
    fn rest(&self, at: usize) -> &'a str {
        &self.text[at..]
    }

    fn next(&self, at: usize) -> Option<char> {
        self.rest(at).chars().next()
    }

    fn last(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    /// The word that a place lies in or begins.
    fn word(&self, at: usize) -> Option<&'a Met> {
        let own = self.words.partition_point(|own| own.end <= at);
        self.words.get(own).filter(|own| own.start <= at)
    }

    /// The word that ends at a place.
    fn word_to(&self, at: usize) -> Option<&'a Met> {
        let own = self.words.partition_point(|own| own.end < at);
        self.words.get(own).filter(|own| own.end == at)
    }

    /// Reads figures; where to go on.
    fn figures(&mut self, start: usize) -> usize {
        let fixed = |own: &&Met| own.start == start && own.kind == Kind::Fixed;
        if let Some(word) = self.word(start).filter(fixed) {
            return word.end;
        }
        let end = start + figures(self.rest(start));
        if let Some(end) = self.joined(end) {
            return self.joint(start, end);
        }
        let tied = self.is_tied(start);
        match self.next(end) {
            Some('年') if is_year(&self.text[start..end]) => {
                if !tied {
                    self.year_at(start, end);
                }
                return end;
            }
            Some('月') => return self.month(start, end),
            Some('时' | '点') => return self.clock(end),
            Some('日' | '号') => return end,
            _ => {}
        }
        let Some(raw) = self.counted(start, end) else { return self.past_pieces(end) };
        let go_on = raw.end;
        let bare = raw.unit.is_empty() && raw.end == end;
        if bare && !tied && is_year(&self.text[start..end]) {
            self.year_at(start, end);
        } else if !(tied || bare && self.is_name(start, end) || self.is_heading(start, end)) {
            self.found.numbers.push(raw);
        }
        go_on
    }

    /// Reads Chinese numerals; where to go on.
    fn numerals(&mut self, start: usize) -> usize {
        if let Some(word) = self.word(start).filter(|own| own.kind == Kind::Fixed) {
            return word.end;
        }
        let end = start + numerals(self.rest(start));
        let written = &self.text[start..end];
        match self.next(end) {
            Some('年') if year(written).is_some() => {
                if let Some(year) = year(written) {
                    self.put_year(start, end + '年'.len_utf8(), year);
                }
                return end;
            }
            Some('月') => return self.month(start, end),
            _ => {}
        }
        let part = self.is_part_of_more(start) || self.is_one_and_one(start, end);
        let Some(value) = value(written).filter(|_| !part) else { return end };
        let Some(raw) = self.counted_as(start, end, &value.to_string()) else { return end };
        let unit = &self.text[raw.unit.clone()];
        let idle = value == 1 && self.next(raw.end).is_some_and(is_han);
        let counts = self.reading.unit(unit).is_some_and(|(_, unit)| !unit.arabic_only);
        if idle || !counts {
            return end;
        }
        let go_on = raw.end;
        self.found.numbers.push(raw);
        go_on
    }

    /// Whether what stands before Chinese numerals makes them part of something else.
    fn is_part_of_more(&self, start: usize) -> bool {
        let before = &self.text[..start];
        let listed = before.strip_suffix(['、', '至', '到']);
        let listed = listed.is_some_and(|own| own.ends_with(is_numeral));
        let ties = |c: char| NUMERAL_TIES.contains(c) || is_figure(c);
        listed || self.last(start).is_some_and(ties)
    }

    /// Whether it is 一 of 一人一册.
    fn is_one_and_one(&self, start: usize, end: usize) -> bool {
        let one = |c: Option<char>| c == Some('一');
        if &self.text[start..end] != "一" {
            return false;
        }
        let before: Vec<char> = self.text[..start].chars().rev().take(4).collect();
        let behind: Vec<char> = self.rest(end).chars().take(4).collect();
        (1..4).any(|n| one(before.get(n).copied()) || one(behind.get(n).copied()))
    }

    /// A number out of figures with what stands behind them.
    fn counted(&self, start: usize, end: usize) -> Option<Raw> {
        self.counted_as(start, end, &self.text[start..end])
    }

    fn counted_as(&self, start: usize, end: usize, value: &str) -> Option<Raw> {
        let mut value = Amount::parse(value).ok()?;
        let mut inexact = Vec::new();
        let mut zeros = 0;
        let mut at = end;
        if self.reading.unit(self.rest(at)).is_none() {
            at = self.over(at, &mut inexact);
            if let Some((word, scale)) =
                SCALES.iter().find(|(own, _)| self.rest(at).starts_with(own))
            {
                at += word.len();
                value = value.tens(*scale)?;
                zeros = *scale;
                if self.next(at).is_some_and(is_figure) {
                    return None;
                }
                at = self.over(at, &mut inexact);
            }
        }
        let unit = self.reading.unit(self.rest(at));
        let len = unit.map_or(0, |(word, _)| word.len());
        let range = at..at + len;
        at += len;
        if unit.is_some_and(|(_, unit)| unit.lasts) {
            at = self.longer(at, &mut inexact);
        }
        if let Some((word, is)) = self.reading.behind.longest(self.rest(at)) {
            inexact.push((at..at + word.len(), *is));
            at += word.len();
        }
        let measure = unit.map_or_else(String::new, |(_, unit)| unit.measure.clone());
        Some(Raw { digits: start..end, value, zeros, unit: range, measure, inexact, end: at })
    }

    /// Past 余 or 多, if a unit or no word follows.
    fn over(&self, at: usize, inexact: &mut Vec<(Range<usize>, Modifier)>) -> usize {
        let Some((word, is)) = self.reading.after.longest(self.rest(at)) else { return at };
        let end = at + word.len();
        let rest = self.rest(end);
        let scaled = SCALES.iter().any(|(own, _)| rest.starts_with(own));
        if !scaled && rest.starts_with(is_han) && self.reading.unit(rest).is_none() {
            return at;
        }
        inexact.push((at..end, *is));
        end
    }

    /// Past 多 of 3年多.
    fn longer(&self, at: usize, inexact: &mut Vec<(Range<usize>, Modifier)>) -> usize {
        let Some((word, is)) = self.reading.after.longest(self.rest(at)) else { return at };
        let end = at + word.len();
        if self.reading.unit(self.rest(end)).is_some() {
            return at;
        }
        inexact.push((at..end, *is));
        end
    }

    /// Past figures that are written in pieces: 3千5百.
    fn past_pieces(&self, mut at: usize) -> usize {
        loop {
            let rest = self.rest(at);
            let scale = SCALES.iter().find(|(own, _)| rest.starts_with(own));
            let scale = scale.map_or(0, |(own, _)| own.len());
            let len = scale + figures(&rest[scale..]);
            if len == 0 {
                return at;
            }
            at += len;
        }
    }

    /// The end of figures that are joined to those that end here.
    fn joined(&self, mut end: usize) -> Option<usize> {
        let from = end;
        loop {
            let rest = self.rest(end);
            let joint = rest.find(|c| !JOINTS.contains(c)).unwrap_or(rest.len());
            let colon = rest.strip_prefix([':', '：']).filter(|own| figures(own) == 2);
            let point = rest.strip_prefix('.');
            let joint = match (joint, colon.or(point)) {
                (0, Some(behind)) => rest.len() - behind.len(),
                (joint, _) => joint,
            };
            let len = figures(&rest[joint..]);
            if joint == 0 || len == 0 {
                return (end > from).then_some(end);
            }
            end += joint + len;
        }
    }

    /// What is joined is no number, but may be a time.
    fn joint(&mut self, start: usize, end: usize) -> usize {
        match self.next(end) {
            Some('年') => self.put(start, end + '年'.len_utf8(), Period::Other),
            Some('月') => self.put(start, end + '月'.len_utf8(), Period::Part),
            _ => {
                let unit = self.reading.unit(self.rest(end));
                return end + unit.map_or(0, |(word, _)| word.len());
            }
        }
        end
    }

    fn is_tied(&self, start: usize) -> bool {
        let before = &self.text[..start];
        let Some(last) = before.chars().next_back() else { return false };
        if TIES.contains(last) || last.is_ascii_alphabetic() {
            return true;
        }
        // GB/T 9704, 第 3 次
        let spaced = before.trim_end();
        spaced.len() < before.len()
            && spaced.ends_with(|c: char| c.is_ascii_alphabetic() || c == '第' || c == '-')
    }

    /// Whether figures without a unit are a name: hotlines, telephones, 5G, (1), 1、2.
    fn is_name(&self, start: usize, end: usize) -> bool {
        let digits = to_half_width(&self.text[start..end]);
        let figure_listed = |before: &str| before.ends_with(is_figure);
        let before = &self.text[..start];
        let next = self.next(end);
        let bracketed =
            before.ends_with(['（', '(', '【']) && matches!(next, Some('）' | ')' | '】'));
        digits.len() >= 7
            || self.reading.is_hotline(&digits)
            || bracketed
            || next.is_some_and(|c| c.is_ascii_alphanumeric() || "_-+/\"'*".contains(c))
            || self.rest(end).strip_prefix('、').is_some_and(|own| own.starts_with(is_figure))
            || before.strip_suffix('、').is_some_and(figure_listed)
    }

    /// Whether it is the number before a heading: 1.
    fn is_heading(&self, start: usize, end: usize) -> bool {
        let behind = self.rest(end).starts_with(['.', '．', '、']);
        let before = self.text[..start].trim_end();
        behind && (before.is_empty() || before.ends_with(['。', '；', '：', '！', '？']))
    }

    fn year_at(&mut self, start: usize, end: usize) {
        if let Ok(year) = to_half_width(&self.text[start..end]).parse() {
            let sign = if self.rest(end).starts_with('年') { '年'.len_utf8() } else { 0 };
            self.put_year(start, end + sign, year);
        }
    }

    fn put_year(&mut self, start: usize, end: usize, year: i32) {
        let own = self.year == 0 || year == self.year;
        self.put(start, end, if own { Period::Year } else { Period::Other });
    }

    /// Past a time of day: 10时30分.
    fn clock(&self, end: usize) -> usize {
        let Some(sign) = self.next(end) else { return end };
        let minutes = end + sign.len_utf8();
        let len = figures(self.rest(minutes));
        if len > 0 && self.next(minutes + len) == Some('分') { minutes + len } else { minutes }
    }

    /// A month is a part of the year, unless it is where the year ends so far.
    fn month(&mut self, start: usize, end: usize) -> usize {
        let period = if self.is_until(start) { Period::Year } else { Period::Part };
        let end = end + '月'.len_utf8();
        self.put(start, end, period);
        end
    }

    /// Whether 截至 stands before a time: 截至12月, 截至今年12月, 截至2025年12月.
    fn is_until(&self, start: usize) -> bool {
        let mut start = start;
        while let Some(word) = self.word_to(start) {
            match word.kind {
                Kind::Until => return true,
                Kind::Period(_) => start = word.start,
                _ => break,
            }
        }
        let year = self.found.times.last().filter(|own| own.end == start && own.start < start);
        year.is_some_and(|own| self.word_to(own.start).is_some_and(|own| own.kind == Kind::Until))
    }

    fn put(&mut self, start: usize, end: usize, period: Period) {
        self.found.times.push(Time { start, end, period });
    }
}
