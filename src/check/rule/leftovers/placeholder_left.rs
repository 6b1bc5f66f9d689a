//! Places that somebody meant to fill in.

use std::ops::Range;

use crate::check::around;
use crate::check::chars::is_break;
use crate::check::rule::{View, slips};
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::text::punctuation::is_han;

/// Signs that stand for what is not known.
const UNKNOWN: [char; 7] = ['X', 'x', 'Ｘ', 'ｘ', '×', '＊', '*'];
/// Lines on which something is to be written.
const LINES: [char; 2] = ['_', '＿'];
/// Boxes in which something is to be written.
const BOXES: [char; 1] = ['□'];
/// Round brackets, which nobody leaves empty.
const BRACKETS: [(char, char); 2] = [('（', '）'), ('(', ')')];

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    if matches!(view.line.part, Part::Removed) {
        return;
    }
    for hit in slips::hits(view, &view.tables.words.placeholders.slips) {
        sink.add(hit);
    }
    for range in runs(view.text(), &UNKNOWN) {
        if let Some(range) = unknown(view, range) {
            sink.add(open(view, range));
        }
    }
    for range in
        runs(view.text(), &LINES).filter(|range| view.text()[range.clone()].chars().count() > 1)
    {
        sink.add(open(view, range));
    }
    for range in runs(view.text(), &BOXES).chain(empty(view)) {
        sink.add(open(view, range));
    }
    // In a draft a blank is what its progress counts.
    if view.facts.file {
        for range in blanks(view) {
            sink.add(open(view, range));
        }
    }
}

/// Stretches of a text that consist of some signs.
fn runs<'a>(text: &'a str, signs: &'a [char]) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(signs)?;
        let length = text[start..].find(|sign| !signs.contains(&sign));
        from = length.map_or(text.len(), |length| start + length);
        Some(start..from)
    })
}

/// The place to fill in that such a stretch is, with the word that it stands beside.
fn unknown(view: &View, range: Range<usize>) -> Option<Range<usize>> {
    let text = view.text();
    let (before, after) = (&text[..range.start], &text[range.end..]);
    if around::inside(text, range.start, &around::TITLE_MARKS) {
        return None;
    }
    // 20XX年: the figures before it belong to it. 138****1234 and 5×8 are none.
    let figures = before.len() - before.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
    let letter = |sign: char| sign.is_ascii_alphanumeric();
    if after.starts_with(letter) || before[..before.len() - figures].ends_with(letter) {
        return None;
    }
    let beside = &view.tables.words.placeholders.beside;
    let beside = beside.iter().find(|word| after.starts_with(word.as_str()));
    if let Some(word) = beside {
        return Some(range.start - figures..range.end + word.len());
    }
    let latin = !text[range.clone()].contains(['×', '*', '＊']);
    let double = text[range.clone()].chars().count() > 1;
    let head = before.is_empty() || before.ends_with(is_break);
    let in_words = (head || before.ends_with(is_han)) && after.starts_with(is_han);
    // A name that is withheld is no place to fill in.
    (latin && double && in_words && view.line.part != Part::Contact).then_some(range)
}

/// 【…】 but for labels of paragraphs, and years of document numbers.
fn blanks<'a>(view: &View<'a>) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let text = view.text();
    let table = &view.tables.words.placeholders;
    text.match_indices('【').filter_map(move |(start, mark)| {
        let end = start + text[start..].find('】')? + '】'.len_utf8();
        let inner = &text[start + mark.len()..end - '】'.len_utf8()];
        let label = start == 0 && end < text.len();
        let year = !inner.is_empty() && inner.chars().all(|sign| sign.is_ascii_digit());
        let cited = around::inside(text, start, &around::TITLE_MARKS);
        let named = around::starts_with(&text[end..], &table.named);
        (!label && !year && !cited && !named).then_some(start..end)
    })
}

/// Round brackets of a text with nothing in them.
fn empty<'a>(view: &View<'a>) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let text = if slips::has_words(view) { view.text() } else { "" };
    text.char_indices().filter_map(move |(start, sign)| {
        let (_, close) = BRACKETS.iter().find(|(open, _)| *open == sign)?;
        let inner = &text[start + sign.len_utf8()..];
        let rest = inner.trim_start().strip_prefix(*close)?;
        Some(start..text.len() - rest.len())
    })
}

fn open(view: &View, range: Range<usize>) -> Hit {
    let message = format!("“{}”还没有填，请补上，或者删去。", &view.text()[range.clone()]);
    Hit::new("open", view.index, range, message)
}
