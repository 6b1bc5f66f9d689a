//! What the rules on the numbers of a sentence have in common.

use std::ops::Range;

use crate::check::prose::Number;
use crate::check::rule::View;
use crate::check::script::Part;
use crate::check::tables::Arithmetic;
use crate::report::Amount;

/// A sentence with its numbers.
#[derive(Clone, Copy)]
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    pub(super) numbers: &'a [Number],
    pub(super) words: &'a Arithmetic,
}

/// The sentences of a paragraph that have numbers.
pub(super) fn sentences<'a>(view: &View<'a>) -> impl Iterator<Item = Sentence<'a>> + use<'a> {
    let (text, words) = (&*view.line.text, &view.tables.arithmetic);
    let numbers: &[Number] =
        if view.line.part == Part::Text { &view.prose.numbers } else { Default::default() };
    let sentences = numbers.chunk_by(|a, b| a.sentence == b.sentence);
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

    /// A value in the unit of a number: 57名.
    pub(super) fn amount(&self, value: &Amount, of: &Number) -> String {
        format!("{}{}", value.written(), self.part(&of.unit))
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
