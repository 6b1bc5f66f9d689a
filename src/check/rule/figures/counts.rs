//! What the rules on the numbers of a sentence have in common.

use std::ops::Range;

use crate::check::prose::Number;
use crate::check::rule::View;
use crate::check::script::{Line, Part};
use crate::check::tables::Arithmetic;
use crate::report::Amount;

/// A sentence with its numbers.
#[derive(Clone, Copy)]
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    pub(super) numbers: &'a [Number],
    pub(super) words: &'a Arithmetic,
}

/// How many numbers a sentence has at most; one with more is a table that has lost its columns.
pub(super) const MOST_NUMBERS: usize = 200;

/// Whether a line tells something in sentences: a paragraph, or an item that is all heading.
pub(super) fn is_prose(line: &Line) -> bool {
    matches!(line.part, Part::Text | Part::Heading)
}

/// The sentences of a paragraph that have numbers.
pub(super) fn sentences<'a>(view: &View<'a>) -> impl Iterator<Item = Sentence<'a>> + use<'a> {
    let (text, words) = (&*view.line.text, &view.tables.arithmetic);
    let numbers: &[Number] =
        if is_prose(view.line) { &view.prose.numbers } else { Default::default() };
    let sentences = numbers.chunk_by(|a, b| a.sentence == b.sentence);
    let sentences = sentences.filter(|numbers| numbers.len() <= MOST_NUMBERS);
    sentences.map(move |numbers| Sentence { text, numbers, words })
}

impl<'a> Sentence<'a> {
    /// What stands in a stretch.
    pub(super) fn part(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// What stands between a number of the sentence and the one before it.
    pub(super) fn gap(&self, index: usize) -> &'a str {
        let Some(before) = index.checked_sub(1) else { return "" };
        let (before, own) = (&self.numbers[before], &self.numbers[index]);
        self.part(&(before.range.end..own.digits.start.max(before.range.end)))
    }

    /// A value in the unit of a number, with its 万: 57名, 1.2万元.
    pub(super) fn amount(&self, value: &Amount, of: &Number) -> String {
        let unit = self.part(&of.unit);
        let told = value.in_tens(of.zeros).map(|own| (own, self.scale(of)));
        let (value, scale) = told.unwrap_or_else(|| (value.clone(), ""));
        format!("{}{scale}{unit}", value.written())
    }

    /// 万 of 万元.
    pub(super) fn scale(&self, number: &Number) -> &'a str {
        let between = self.part(&(number.digits.end..number.unit.start));
        if number.zeros == 0 { "" } else { between }
    }

    /// Some numbers as terms of a sum: 3＋2, or 3万元＋500元 where their units are not one.
    pub(super) fn terms(&self, numbers: &[&Number], total: &Number) -> String {
        let one = numbers.iter().all(|own| own.zeros == total.zeros);
        let term = |own: &&Number| {
            let value = own.value.in_tens(own.zeros);
            let figures = value.as_ref().unwrap_or(&own.value).written();
            let unit = if one { "" } else { self.part(&own.unit) };
            let scale = if one { "" } else { self.scale(own) };
            format!("{figures}{scale}{unit}")
        };
        numbers.iter().map(term).collect::<Vec<_>>().join("＋")
    }
}

/// The name of a number and the number, as they stand.
pub(super) fn named(number: &Number) -> Range<usize> {
    number.name.start..number.range.end
}

/// Whether a number is an exact count.
pub(super) fn is_count(number: &Number) -> bool {
    number.modifier.is_none() && !number.percent && !number.unit.is_empty()
}

/// Whether two numbers have one unit.
pub(super) fn alike(a: &Number, b: &Number) -> bool {
    a.measure == b.measure
}
