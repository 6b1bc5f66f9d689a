//! A word that stands twice.

use std::ops::Range;

use crate::check::around;
use crate::check::rule::{View, slips};
use crate::check::script::Part;
use crate::check::sink::{Hit, Sink};
use crate::text::punctuation::is_han;

/// How short a word may be.
const SHORTEST: usize = 2;
/// How long a word may be.
const LONGEST: usize = 8;
/// What begins words that are said twice: 一户一户.
const NUMERALS: [char; 12] =
    ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '两', '几'];

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    if !slips::has_words(view) {
        return;
    }
    let text = view.text();
    let branch = if view.line.part == Part::Title { "title" } else { "text" };
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let mut index = 0;
    while index < signs.len() {
        let Some(length) = doubled(&signs[index..]) else {
            index += 1;
            continue;
        };
        let byte = |index: usize| signs.get(index).map_or(text.len(), |(byte, _)| *byte);
        let range = byte(index)..byte(index + length * 2);
        if !is_meant(view, &range) {
            let word = &text[byte(index)..byte(index + length)];
            let message = format!("“{word}”连写了两遍，请删去一个。");
            sink.add(Hit::new(branch, view.index, range, message).fix(word));
        }
        index += length * 2;
    }
    if view.line.part == Part::Title {
        title(view, sink);
    }
}

/// How long the word is that a text begins with twice.
fn doubled(signs: &[(usize, char)]) -> Option<usize> {
    let (_, first) = signs.first()?;
    if !is_han(*first) || NUMERALS.contains(first) {
        return None;
    }
    (SHORTEST..=LONGEST.min(signs.len() / 2)).find(|length| {
        let mut pairs = signs[..*length].iter().zip(&signs[*length..*length * 2]);
        pairs.all(|((_, one), (_, other))| one == other && is_han(*one))
            && signs[1..*length].iter().any(|(_, sign)| sign != first)
    })
}

/// Whether the word is meant to stand twice.
fn is_meant(view: &View, range: &Range<usize>) -> bool {
    let text = view.text();
    let grammar = &view.tables.words.grammar.words;
    let noun = text[range.clone()].chars().count() == SHORTEST * 2
        && around::starts_with(&text[range.end..], &grammar.doubled_heads);
    let words = &grammar.doubled;
    noun || words.iter().any(|word| text[range.start..].starts_with(word.as_str()))
        || around::inside(text, range.start, &around::TITLE_MARKS)
}

/// A word that the title has twice.
fn title(view: &View, sink: &mut Sink) {
    let text = view.text();
    for word in &view.tables.words.titles.once {
        let places: Vec<usize> = text.match_indices(word.as_str()).map(|(byte, _)| byte).collect();
        let [first, second] = places.as_slice() else { continue };
        // Side by side it is told already.
        if first + word.len() == *second {
            continue;
        }
        let message = format!("标题里“{word}”出现了两次，请删去一个。");
        let hit = Hit::new("title", view.index, *second..second + word.len(), message);
        sink.add(hit.also(view.index, *first..first + word.len()));
    }
}
