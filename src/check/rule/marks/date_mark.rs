//! Marks in the names of days and between years: “12·4”, 2021—2025年.

use std::ops::Range;

use crate::check::chars::{Chars, is_digit};
use crate::check::rule::View;
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::check::tables::Days;

/// The mark between month and day, and what stands in its place.
const DOT: char = '·';
const DOTS: &str = "·.．•・‧∙⋅";

/// The dash of a span of time, and what stands in its place.
const DASH: char = '—';
const DASHES: &str = "-－–‐‑‒−﹣﹘";

/// How far back the beginning of a quotation is looked for, in characters.
const LONGEST_QUOTE: usize = 300;

/// The longest span of years that two years without a mark between them may be.
const SPAN: u32 = 20;

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    let part = view.line.part;
    if !matches!(part, Part::Title | Part::Heading | Part::Text | Part::Attachment) {
        return;
    }
    let chars = Chars::of(view.text());
    let mut at = 0;
    while at < chars.len() {
        let start = chars.run(at, |c| !is_digit(c));
        let end = chars.run(start, is_digit);
        let hit = day(&chars, start..end, &view.tables.days).or_else(|| span(&chars, start..end));
        // What belongs to a number or a code before it is no date.
        let joined = chars.before(start).is_some_and(|c| c.is_ascii_alphabetic() || c == '.');
        if let Some(hit) = hit.filter(|_| !joined) {
            sink.add(hit);
        }
        at = end.max(at + 1);
    }
}

/// A day that is called by its month and day.
fn day(chars: &Chars, month: Range<usize>, days: &Days) -> Option<Hit> {
    let dot = chars.at(month.end).filter(|c| DOTS.contains(*c))?;
    let end = chars.run(month.end + 1, is_digit);
    let written = (number(chars, month.clone())?, number(chars, month.end + 1..end)?);
    if !(1..=12).contains(&written.0) || !(1..=31).contains(&written.1) {
        return None;
    }
    let date = format!("{}{DOT}{}", written.0, written.1);
    let quoted = chars.before(month.start) == Some('“') && chars.at(end) == Some('”');
    let range = month.start - usize::from(quoted)..end + usize::from(quoted);
    let behind = chars.from(range.end);
    let known = days.list.iter().find(|own| own.date == date);
    let names = known.map(|own| own.names.as_slice()).unwrap_or_default();
    let called = begins_with(behind, &days.prefixes, names);
    let inside = !quoted && is_in_quotes(chars, range.start);
    let is_day = if quoted {
        known.is_some() || days.words.iter().any(|word| behind.starts_with(word))
    } else {
        called
    };
    let own = if inside { date } else { format!("“{date}”") };
    match (is_day, dot == DOT) {
        (true, false) => Some(dotted(chars, range, &own)),
        (true, true) if !quoted && !inside => Some(bare(chars, range, &own)),
        _ => None,
    }
}

fn dotted(chars: &Chars, range: Range<usize>, fix: &str) -> Hit {
    let message = format!("用月、日称呼的日子，月和日之间应当用间隔号“{DOT}”，请改为{fix}");
    Hit::new("day", 0, chars.range(range), message).fix(fix)
}

fn bare(chars: &Chars, range: Range<usize>, fix: &str) -> Hit {
    let message = format!("用月、日称呼的日子应当加引号，请改为{fix}");
    Hit::new("bare", 0, chars.range(range), message).fix(fix)
}

/// Whether a text begins with one of the names, a prefix aside.
fn begins_with(text: &str, prefixes: &[String], names: &[String]) -> bool {
    let begins = |text: &str| names.iter().any(|name| text.starts_with(name.as_str()));
    begins(text) || prefixes.iter().any(|own| text.strip_prefix(own.as_str()).is_some_and(begins))
}

/// Whether a quotation is open at this character.
fn is_in_quotes(chars: &Chars, at: usize) -> bool {
    let start = chars.run_back_within(at, LONGEST_QUOTE, |c| c != '“' && c != '”');
    chars.before(start) == Some('“')
}

/// A span of years with another mark than the dash, or with none.
fn span(chars: &Chars, first: Range<usize>) -> Option<Hit> {
    if first.len() == 8 {
        let middle = first.start + 4;
        return joined(chars, first.start..middle, middle..first.end);
    }
    let from = year(chars, first.clone())?;
    let year_word = usize::from(chars.at(first.end) == Some('年'));
    let mark = first.end + year_word;
    let spaced = chars.run(mark, char::is_whitespace);
    let dash = chars.run(spaced, |c| DASHES.contains(c) || c == DASH);
    let second = chars.run(dash, char::is_whitespace);
    let end = chars.run(second, is_digit);
    let to = year(chars, second..end)?;
    let dashes = chars.text(spaced..dash);
    let lost = dashes.is_empty();
    if from >= to || dashes == "—" || (lost && (year_word > 0 || spaced == mark)) {
        return None;
    }
    if lost && to - from > SPAN {
        return None;
    }
    let closed = chars.at(end) == Some('年');
    let bracketed = chars.before(first.start).is_some_and(|c| "（(".contains(c))
        && chars.at(end).is_some_and(|c| "）)".contains(c));
    if !closed && (!bracketed || lost) {
        return None;
    }
    Some(dashed(chars, first.start..end + usize::from(closed)))
}

/// Two years that stand side by side: 20212025年.
fn joined(chars: &Chars, first: Range<usize>, second: Range<usize>) -> Option<Hit> {
    let (from, to) = (year(chars, first.clone())?, year(chars, second.clone())?);
    let is_span = from < to && to - from <= SPAN && chars.at(second.end) == Some('年');
    is_span.then(|| dashed(chars, first.start..second.end + 1))
}

/// The finding for a span, by what stands there: the years with a dash between them.
fn dashed(chars: &Chars, range: Range<usize>) -> Hit {
    let stands = chars.text(range.clone());
    let figures: String = stands.chars().filter(|c| is_digit(*c)).collect();
    let (from, to) = figures.split_at(4);
    let year = if stands.matches('年').count() > 1 { "年" } else { "" };
    let closed = if stands.ends_with('年') { "年" } else { "" };
    let fix = format!("{from}{year}{DASH}{to}{closed}");
    let message = format!("年份的起止之间应当用一字线“{DASH}”，请改为{fix}");
    Hit::new("span", 0, chars.range(range), message).fix(fix)
}

/// A year of this and the last century.
fn year(chars: &Chars, digits: Range<usize>) -> Option<u32> {
    let year = number(chars, digits.clone()).filter(|_| digits.len() == 4)?;
    (1900..2100).contains(&year).then_some(year)
}

fn number(chars: &Chars, digits: Range<usize>) -> Option<u32> {
    chars.text(digits).parse().ok()
}
