//! The numbers that stand in the text of a section: 1. and （1） at the head of a
//! line or of a sentence, 一是 at the head of a clause.

use std::ops::Range;

use super::chain::{Kind, Step};
use crate::check::chars::{Chars, is_break, is_digit, is_numeral};
use crate::check::rule::{View, Whole};
use crate::check::script::{Division, Part};
use crate::check::tables::MarkWords;
use crate::text::numeral::{parse_chinese, parse_digits};
use crate::text::punctuation::is_han;

/// A stretch of a line of the script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) range: Range<usize>,
}

/// The numbers in the paragraphs of a section, in order.
pub(super) fn steps(whole: &Whole, division: &Division) -> Vec<Step<Place>> {
    let texts = whole.lines_of(division).filter(|view| view.line.part == Part::Text);
    texts.flat_map(|view| of_line(&view)).collect()
}

fn of_line(view: &View) -> Vec<Step<Place>> {
    let chars = Chars::of(view.text());
    let words = &view.tables.marks;
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let step = point(&chars, at).or_else(|| word(&chars, at, words));
        if let Some((kind, value, loose, place)) = step {
            at = place.end;
            let place = Place { line: view.index, range: chars.range(place) };
            found.push(Step { kind, value, loose, place });
        } else {
            at = beyond(&chars, at);
        }
    }
    found
}

/// The next character at which a number may begin.
fn beyond(chars: &Chars, at: usize) -> usize {
    let is_figure = |c: char| is_digit(c) || is_numeral(c);
    chars.run(at, is_figure).max(at + 1)
}

type Found = (Kind, u32, bool, Range<usize>);

/// 1. or （1） at the head of a line, or of a sentence within it.
fn point(chars: &Chars, at: usize) -> Option<Found> {
    let open = chars.at(at).is_some_and(|c| matches!(c, '（' | '('));
    let digits = at + usize::from(open);
    let end = chars.run(digits, is_digit);
    let value = parse_digits(chars.text(digits..end)).filter(|value| (1..100).contains(value))?;
    let mark = chars.at(end)?;
    let fits = if open { matches!(mark, '）' | ')') } else { matches!(mark, '.' | '．' | '、') };
    let first = chars.last_sign(at).is_none();
    let heads = first || chars.last_sign(at).is_some_and(|c| "。；：".contains(c));
    let words = chars.next_sign(end + 1).is_some_and(|c| is_han(c) || "“《".contains(c));
    let kind = if open { Kind::Bracket } else { Kind::Point };
    (fits && heads && words).then_some((kind, value, !first, at..end + 1))
}

/// 一是 at the head of a clause; within one it may be part of a word.
fn word(chars: &Chars, at: usize, words: &MarkWords) -> Option<Found> {
    let end = chars.run(at, is_numeral);
    let value = parse_chinese(chars.text(at..end))?;
    let behind = chars.from(end);
    let word = words.counted_words.iter().find(|word| behind.starts_with(word.as_str()))?;
    let idiom = |own: &String| {
        let length = own.chars().count();
        let near = chars.text(at.saturating_sub(length)..at);
        let about = format!("{near}{}", chars.text(at..at + length));
        about
            .match_indices(own.as_str())
            .any(|(start, _)| start <= near.len() && near.len() < start + own.len())
    };
    if words.idioms.iter().any(idiom) {
        return None;
    }
    let heads = chars.last_sign(at).is_none_or(|c| is_break(c) || "（“".contains(c));
    Some((Kind::Word, value, !heads, at..end + word.chars().count()))
}
