//! Words of time that are no longer true on the day of signing.
//!
//! The case `once` (第一年, 首次 in a sentence kept from last year) waits until a
//! draft knows which sentences it has kept.

use std::ops::Range;

use crate::check::around;
use crate::check::rule::View;
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::report::template::Head;

/// What joins two months to a span.
const SPANS: [char; 5] = ['—', '-', '至', '到', '～'];

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    let year = view.facts.year;
    let later = view.facts.signed.is_none_or(|signed| signed.year > year);
    // In the plan this year is the year of signing.
    if year == 0 || !later || view.line.part != Part::Text || view.head == Some(Head::Plan) {
        return;
    }
    let words = &view.tables.words.times;
    let mut end = 0;
    for (start, word) in found(view.text(), words.dated.iter().chain(&words.vague)) {
        // Of words that lie over each other the first counts.
        if start < end {
            continue;
        }
        end = start + word.len();
        if let Some(hit) = hit(view, start, word) {
            sink.add(hit);
        }
    }
    since(view, sink);
}

/// 2025年以来: a time without an end.
fn since(view: &View, sink: &mut Sink) {
    let word = format!("{}年以来", view.facts.year);
    for (start, stands) in view.text().match_indices(word.as_str()) {
        let before = &view.text()[..start];
        if before.ends_with('自') || around::inside(view.text(), start, &around::QUOTING_MARKS) {
            continue;
        }
        let message = format!(
            "“{stands}”没有说到什么时候为止，报告写的是{0}年全年，请核对要不要改为“{0}年”。",
            view.facts.year
        );
        sink.add(Hit::new("vague", view.index, start..start + word.len(), message));
    }
}

/// What is wrong with a word, if anything is.
fn hit(view: &View, start: usize, word: &str) -> Option<Hit> {
    let (text, words) = (view.text(), &view.tables.words.times);
    let end = start + word.len();
    if around::inside(text, start, &around::QUOTING_MARKS) {
        return None;
    }
    if let Some(month) = month(&text[end..])
        && words.dated.iter().any(|own| own == word)
    {
        return Some(dated_hit(view, start..end + month));
    }
    let vague = words.vague.iter().any(|own| own == word) && is_vague(view, start);
    vague.then(|| vague_hit(view, start..end))
}

/// Where words stand in a text, in order; at one place the longer one first.
fn found<'a>(text: &str, words: impl Iterator<Item = &'a String>) -> Vec<(usize, &'a str)> {
    let places =
        words.flat_map(|word| text.match_indices(word.as_str()).map(|(at, _)| (at, word.as_str())));
    let mut found: Vec<(usize, &str)> = places.collect();
    found.sort_by_key(|(byte, word)| (*byte, usize::MAX - word.len()));
    found
}

/// How long the month is that a text begins with, or the span of months: 1—10月.
fn month(text: &str) -> Option<usize> {
    let figures =
        |text: &str| text.find(|sign: char| !sign.is_ascii_digit()).filter(|end| *end > 0);
    let first = figures(text).filter(|end| *end <= 2)?;
    let span = text[first..].strip_prefix(SPANS);
    let rest = match span.and_then(|rest| figures(rest).map(|end| &rest[end..])) {
        Some(rest) => rest,
        None => &text[first..],
    };
    let behind = rest.strip_prefix('月')?;
    Some(text.len() - behind.len())
}

fn is_vague(view: &View, start: usize) -> bool {
    let before = &view.text()[..start];
    // Shortcomings are told as they are on the day of writing.
    view.head != Some(Head::Shortcomings)
        && !around::ends_with(before, &view.tables.words.times.vague_not_before)
}

fn dated_hit(view: &View, range: Range<usize>) -> Hit {
    let year = view.facts.year;
    let stands = &view.text()[range.clone()];
    let right = stands.replacen("今年", &format!("{year}年"), 1).replacen("截止", "截至", 1);
    let when = view.facts.signed.map_or_else(
        || "报告要到下一年才签发".to_owned(),
        |signed| format!("报告在{}签发", signed.written()),
    );
    let message = format!("{when}，到那时“今年”已经不是{year}年，请把“{stands}”改为“{right}”。");
    Hit::new("dated", view.index, range, message).fix(right)
}

fn vague_hit(view: &View, range: Range<usize>) -> Hit {
    let year = view.facts.year;
    let stands = &view.text()[range.clone()];
    let message = format!(
        "“{stands}”说的是写稿的时候，报告签发时已经是下一年，请核对要不要写成{year}年的具体时间。"
    );
    Hit::new("vague", view.index, range, message)
}
