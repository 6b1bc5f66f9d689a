//! The shortcomings that a report names, one by one, each with the reasons that are told with it.

use std::ops::Range;

use crate::check::rule::{View, Whole};
use crate::check::script::{Division, Part};
use crate::check::tables::Shortcomings;
use crate::check::words;
use crate::report::Level;
use crate::report::template::Head;
use crate::text::punctuation::is_han;

/// One shortcoming.
pub(super) struct Item<'a> {
    /// The line that it begins in.
    pub(super) line: usize,
    /// Its beginning, up to the end of the clause.
    pub(super) range: Range<usize>,
    /// What it says.
    pub(super) texts: Vec<&'a str>,
}

/// All of them, with whether they can be counted: not where a text is not parted into items.
pub(super) struct Items<'a> {
    pub(super) all: Vec<Item<'a>>,
    pub(super) counted: bool,
}

/// The sections about shortcomings and their reasons.
pub(super) fn divisions<'a>(whole: &Whole<'a>) -> impl Iterator<Item = &'a Division> + use<'a> {
    whole.script.divisions.iter().filter(|own| own.head == Some(Head::Shortcomings))
}

/// The shortcomings of a report.
pub(super) fn items<'a>(whole: &Whole<'a>) -> Items<'a> {
    let table = &whole.tables.shortcomings;
    let mut items = Items { all: Vec::new(), counted: true };
    for division in divisions(whole) {
        let heading = division.heading.as_str();
        if words::any(heading, &table.reasons) && !words::any(heading, &table.named) {
            continue;
        }
        let texts: Vec<View> =
            whole.lines_of(division).filter(|view| view.line.part == Part::Text).collect();
        let chained = chained(&texts, table);
        if !chained.is_empty() {
            items.all.extend(chained);
        } else if division.level == Some(Level::Item) && !nouns(heading, table).is_empty() {
            items.all.extend(headed(whole, division, &texts));
        } else if texts.iter().any(|view| !view.text().trim().is_empty()) {
            items.counted = false;
        }
    }
    items
}

/// A section that is one shortcoming, told by its heading.
fn headed<'a>(whole: &Whole<'a>, division: &'a Division, texts: &[View<'a>]) -> Option<Item<'a>> {
    let heading = whole.lines_of(division).find(|view| view.line.part == Part::Heading)?;
    let own = texts.iter().map(View::text);
    let texts = std::iter::once(heading.text()).chain(own).collect();
    Some(Item { line: heading.index, range: 0..heading.text().len(), texts })
}

/// The items 一是, 二是 or 1. of some paragraphs. One that begins anew behind a reason is of
/// the reasons.
fn chained<'a>(texts: &[View<'a>], table: &Shortcomings) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    let mut reasons = false;
    for view in texts {
        let text = view.text();
        let marks = marks(text);
        let ends = marks.iter().skip(1).map(|mark| mark.at.start).chain([text.len()]);
        let before = marks.first().map_or(text, |mark| &text[..mark.at.start]);
        reasons |= words::any(before, &table.reasons);
        for (mark, end) in marks.iter().zip(ends) {
            if mark.first && reasons {
                return items;
            }
            let own = &text[mark.at.end..end];
            reasons |= words::any(own, &table.reasons);
            let clause = own.find(is_stop).unwrap_or(own.len());
            let range = mark.at.start..mark.at.end + clause;
            let texts = vec![own];
            items.push(Item { line: view.index, range, texts });
        }
    }
    items
}

/// The mark before an item.
struct Mark {
    at: Range<usize>,
    /// Whether it is the first of its kind: 一是, 1.
    first: bool,
}

/// The marks 一是, 二是 of a paragraph, or 1. at its beginning.
fn marks(text: &str) -> Vec<Mark> {
    let figures = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    if figures > 0 && text[figures..].starts_with(['.', '．', '、']) {
        let end = figures + text[figures..].chars().next().map_or(0, char::len_utf8);
        return vec![Mark { at: 0..end, first: &text[..figures] == "1" }];
    }
    let signs = text.match_indices('是').filter_map(|(at, sign)| {
        let before = &text[..at];
        let numeral = before.trim_end_matches(|c| "一二三四五六七八九十".contains(c));
        let stands_alone = !numeral.ends_with(char::is_alphanumeric);
        (numeral.len() < at && stands_alone).then(|| Mark {
            at: numeral.len()..at + sign.len(),
            first: &before[numeral.len()..] == "一",
        })
    });
    signs.collect()
}

fn is_stop(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '：' | ',' | ';' | '！' | '？')
}

/// The stretches of a text that may be nouns: Chinese, two characters or more, without what
/// stands in every report.
pub(super) fn nouns<'a>(text: &'a str, table: &Shortcomings) -> Vec<&'a str> {
    let mut nouns = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(c) = text[at..].chars().next() {
        let general = words::start(&text[at..], &table.general).map(str::len);
        let single = (!is_han(c) || table.particles.contains(c)).then(|| c.len_utf8());
        match general.or(single) {
            Some(length) => {
                nouns.push(&text[start..at]);
                at += length;
                start = at;
            }
            None => at += c.len_utf8(),
        }
    }
    nouns.push(&text[start..]);
    nouns.retain(|noun| noun.chars().nth(1).is_some());
    nouns
}
