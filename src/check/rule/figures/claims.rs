//! What a report tells of its year in numbers: each exact number with the words that say
//! what it counts, so that two places can be compared.

use std::ops::Range;

use super::counts::{MOST_NUMBERS, is_prose};
use crate::check::prose::{Number, Period};
use crate::check::rule::{View, Whole};
use crate::check::tables::{Kind, Matters};
use crate::check::words;
use crate::report::template::Head;

/// A number with what it counts.
#[derive(Clone, Copy)]
pub(super) struct Claim<'a> {
    pub(super) view: View<'a>,
    pub(super) number: &'a Number,
    /// What stands before it in its clause, behind the number before it.
    pub(super) before: &'a str,
    /// The same without 全年, 共, 组织: 审查合同.
    pub(super) key: &'a str,
    /// What stands before it in its sentence.
    pub(super) sentence: &'a str,
}

/// All numbers of a report that are exact, of the whole year and no shares. Those of the
/// plans and of other years are none.
pub(super) fn claims<'a>(whole: &Whole<'a>) -> Vec<Claim<'a>> {
    let views = whole.lines().filter(is_told);
    views.flat_map(|view| of_line(view).filter(Claim::is_exact)).collect()
}

/// Whether a line tells of the year: a paragraph, but no row of a table, whose columns may be
/// other years.
pub(super) fn is_told(view: &View) -> bool {
    let text = view.text();
    let row = text.contains(char::is_whitespace) && !text.contains(['，', '。', '；', '：']);
    is_prose(view.line) && !row && view.head != Some(Head::Plan)
}

/// The numbers of a line, exact or not.
pub(super) fn of_line(view: View<'_>) -> impl Iterator<Item = Claim<'_>> {
    let sentences = view.prose.numbers.chunk_by(|a, b| a.sentence == b.sentence);
    let sentences = sentences.filter(|numbers| numbers.len() <= MOST_NUMBERS);
    let places = sentences.flat_map(|own| own.iter().enumerate().map(move |at| (own, at)));
    places.filter_map(move |(numbers, (index, number))| {
        let start = view.prose.clauses.get(number.clause)?.range.start;
        let last = index.checked_sub(1).and_then(|last| numbers.get(last));
        let start =
            last.filter(|own| own.clause == number.clause).map_or(start, |own| own.range.end);
        let before = view.text().get(start..number.range.start)?.trim_matches(is_pause);
        let from = view.prose.sentences.get(number.sentence)?.start;
        let sentence = view.text().get(from..number.range.start)?;
        Some(Claim { view, number, before, key: key(before, &view.tables.matters), sentence })
    })
}

fn is_pause(c: char) -> bool {
    matches!(c, '、' | '，' | '（' | '(' | '：' | ':') || c.is_whitespace()
}

/// A name without what it may go without.
fn key<'a>(before: &'a str, table: &Matters) -> &'a str {
    let year =
        table.years.iter().filter_map(|word| Some(before.rfind(word.as_str())? + word.len()));
    let mut key = &before[year.max().unwrap_or(0)..];
    while let Some(lead) = words::start(key, &table.leads).filter(|lead| lead.len() < key.len()) {
        key = &key[lead.len()..];
    }
    key
}

impl<'a> Claim<'a> {
    pub(super) fn is_exact(&self) -> bool {
        let number = self.number;
        number.modifier.is_none() && number.period == Period::Year && !number.percent
    }

    /// Whether the sentence says that it is of the whole year.
    pub(super) fn is_yearly(&self) -> bool {
        words::any(self.sentence, &self.matters().years)
    }

    /// Whether that stands right before it.
    pub(super) fn says_year(&self) -> bool {
        words::any(self.before, &self.matters().years)
    }

    /// Whether its clause tells nothing but what is counted, among the results.
    pub(super) fn is_bare(&self) -> bool {
        let table = self.matters();
        let mut rest = self.before;
        while let Some(word) =
            words::start(rest, &table.leads).or_else(|| words::start(rest, &table.years))
        {
            rest = &rest[word.len()..];
        }
        rest.len() <= self.key.len() && self.view.head == Some(Head::Results)
    }

    /// Whether it is of an occasion, of a part, or of matters of other years.
    pub(super) fn is_limited(&self) -> bool {
        let table = self.matters();
        [&table.limits, &table.subset, &table.earlier]
            .iter()
            .any(|own| words::any(self.sentence, own))
    }

    /// The body of which all meetings are counted: 党委会 of 召开党委会4次.
    pub(super) fn meets(&self) -> Option<&'a str> {
        let body = self.number.body.as_deref()?;
        let reading = &self.view.tables.reading;
        let name = reading.words(self.before);
        let name = name.iter().find(|word| matches!(word.kind, Kind::Body(_)))?;
        let mut rest = &self.before[..name.start];
        while let Some(before) = words::before_end(rest, &self.matters().meetings) {
            rest = before;
        }
        let all = rest.is_empty() && name.end == self.before.len() && self.number.measure == "次";
        all.then_some(body)
    }

    pub(super) fn matters(&self) -> &'a Matters {
        &self.view.tables.matters
    }

    /// The number with its unit.
    pub(super) fn counted(&self) -> Range<usize> {
        self.number.digits.start..self.number.unit.end.max(self.number.digits.end)
    }

    /// The same with what it counts.
    pub(super) fn named(&self) -> Range<usize> {
        self.number.range.start - self.behind_key()..self.counted().end
    }

    /// How far before the number its name begins.
    fn behind_key(&self) -> usize {
        let before = &self.view.text()[..self.number.range.start];
        before.rfind(self.key).map_or(0, |at| before.len() - at)
    }

    /// What stands there, for a message.
    pub(super) fn told(&self) -> &'a str {
        &self.view.text()[self.named()]
    }

    /// The number with its unit, for a message.
    pub(super) fn amount(&self) -> &'a str {
        &self.view.text()[self.counted()]
    }

    pub(super) fn is_more_than(&self, other: &Self) -> bool {
        self.number.value.compare(&other.number.value).is_gt()
    }

    /// Whether both stand in one sentence.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        self.view.index == other.view.index && self.number.sentence == other.number.sentence
    }
}
