//! 每月, 每周 without a total that fits.

use std::collections::HashMap;

use super::counts::{Sentence, alike, is_count, named, sentences};
use crate::check::prose::{Every, Number, Period};
use crate::check::rule::{View, Whole};
use crate::check::sink::{Hit, Sink};
use crate::check::tables::has;
use crate::report::template::Head;

/// How many characters of a matter two numbers have in common, at least.
const LEAST_OF_MATTER: usize = 3;

/// Checks the whole report: a total may stand far from the frequency.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let told = |view: &View| !matches!(view.head, Some(Head::Plan | Head::Shortcomings));
    let mut known = HashMap::new();
    for view in whole.lines().filter(told) {
        for sentence in sentences(&view) {
            for (index, number) in sentence.numbers.iter().enumerate() {
                if let Some(times) = times(&sentence, number) {
                    let mut elsewhere = |measure: &str, thing: &str| {
                        let key = (measure.to_owned(), thing.to_owned());
                        *known.entry(key).or_insert_with(|| is_told(whole, measure, thing))
                    };
                    let place = Place { view: &view, sentence: &sentence, index, times };
                    frequency(&place, sink, &mut elsewhere);
                }
            }
        }
    }
}

/// How often a year something is that is told by the month or the week, and how that is called.
fn times(sentence: &Sentence, number: &Number) -> Option<(i128, &'static str)> {
    let unit = sentence.part(&number.unit);
    let counts = sentence.words.frequencies.iter().any(|own| own == unit);
    match number.period {
        _ if !counts || !is_count(number) => None,
        Period::Each(Every::Month) => Some((12, "每月")),
        Period::Each(Every::Week) => Some((52, "每周")),
        _ => None,
    }
}

/// A frequency in its place.
struct Place<'a> {
    view: &'a View<'a>,
    sentence: &'a Sentence<'a>,
    index: usize,
    /// How often a year it is, and how the report says so.
    times: (i128, &'static str),
}

/// Tells of a frequency that has no total, or one that does not fit.
fn frequency(place: &Place, sink: &mut Sink, elsewhere: &mut dyn FnMut(&str, &str) -> bool) {
    let Place { view, sentence, index, times: (times, every) } = *place;
    let number = &sentence.numbers[index];
    let clause = &view.prose.clauses[number.clause];
    let before = sentence.part(&(clause.range.start..number.digits.start));
    let start = before.rfind(every).map_or(number.name.start, |at| clause.range.start + at);
    let behind = sentence.part(&(number.range.end..clause.range.end));
    if has(before, &sentence.words.intended) || has(behind, &sentence.words.intended) {
        return;
    }
    let stands = start..number.noun.end;
    let Some(expected) = number.value.at(0).and_then(|own| own.checked_mul(times)) else { return };
    let unit = sentence.part(&number.unit);
    let matter = sentence.part(&(start + every.len()..number.digits.start));
    let Some(total) = total(sentence, index) else {
        let noun = sentence.part(&number.noun);
        let thing = if noun.is_empty() { matter } else { noun };
        if is_total_before(sentence, index, expected) || elsewhere(&number.measure, thing) {
            return;
        }
        let message = format!(
            "“{}”是要求，全年做了几{unit}没有写。通常写明全年共几{unit}（全年约{expected}{unit}），请补充。",
            sentence.part(&stands)
        );
        return sink.add(Hit::new("missing", view.index, stands, message));
    };
    let same = sentence.part(&total.unit) == unit && is_count(total);
    if same && !fits(total, expected, sink) {
        let message = format!(
            "“{}”，全年应为{expected}{unit}左右，写的却是“{}”。请核对。",
            sentence.part(&stands),
            sentence.part(&named(total))
        );
        let hit = Hit::new("total", view.index, stands, message);
        sink.add(hit.also(view.index, named(total)));
    }
}

/// Whether a total is about what a frequency makes of a year, or as many times that as there
/// are places where it is done.
fn fits(total: &Number, expected: i128, sink: &Sink) -> bool {
    let value = total.value.at(0).unwrap_or(0);
    let share = value.checked_mul(100).unwrap_or(0) / expected.max(1);
    let about = i128::from(sink.setting("least"))..=i128::from(sink.setting("most"));
    about.contains(&share) || value > 0 && expected > 0 && value % expected == 0
}

/// Whether the total stands before the frequency: 排查24次，每月2次.
fn is_total_before(sentence: &Sentence, index: usize, expected: i128) -> bool {
    let own = &sentence.numbers[index];
    sentence.numbers[..index].iter().any(|total| {
        let value = total.value.at(0).unwrap_or(0);
        let whole = total.period == Period::Year && is_count(total) && alike(own, total);
        whole && value > 0 && expected > 0 && value % expected == 0
    })
}

/// The number behind a frequency that tells how often it was in the whole year.
fn total<'a>(sentence: &Sentence<'a>, index: usize) -> Option<&'a Number> {
    let own = &sentence.numbers[index];
    sentence.numbers[index + 1..].iter().find(|next| {
        let unit = sentence.part(&next.unit);
        let often = sentence.words.frequencies.iter().any(|own| own == unit);
        let from = next.name.start.min(next.total.start).max(own.range.end);
        let before = sentence.part(&(own.range.end..from.max(own.range.end)));
        let year = has(before, &sentence.words.yearly) || !next.total.is_empty();
        often && next.period == Period::Year && year
    })
}

/// Whether a total of the same matter stands anywhere in the report.
fn is_told(whole: &Whole, measure: &str, thing: &str) -> bool {
    let told =
        |long: &str, short: &str| long.contains(short) && short.chars().count() >= LEAST_OF_MATTER;
    whole.lines().any(|view| {
        let text = view.text();
        let mut totals = view.prose.numbers.iter();
        totals.any(|own| {
            let name = text.get(own.name.clone()).unwrap_or_default();
            let total = own.period == Period::Year && own.measure == measure;
            total && (told(name, thing) || told(thing, name))
        })
    })
}
