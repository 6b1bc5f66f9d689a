//! Rates that do not fit the counts beside them: 100 % of unequal counts, less of equal ones.

use std::ops::Range;

use super::counts::{Sentence, alike, is_count, named, sentences};
use crate::check::prose::Number;
use crate::check::rule::View;
use crate::check::sink::{Hit, Sink};
use crate::check::tables::{Rate, ends, has};
use crate::report::Amount;

/// A whole and its part, and what rate they are of.
pub(super) struct Pair<'a> {
    pub(super) whole: &'a Number,
    pub(super) part: &'a Number,
    pub(super) rate: &'a Rate,
}

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    let mut before: Option<(Sentence, Vec<Pair>)> = None;
    for sentence in sentences(view) {
        let pairs = pairs(&sentence);
        for rate in sentence.numbers.iter().filter(|own| is_rate(&sentence, own)) {
            let near = |pair: &&Pair| {
                is_of(&sentence, rate, pair) && pair.part.range.end <= rate.name.start
            };
            if let Some(pair) = pairs.iter().rev().find(near) {
                sink_rate(view, sink, "clause", &sentence, rate, pair);
            } else if pairs.is_empty() {
                let far = before.iter().flat_map(|(_, pairs)| pairs);
                let next = |pair: &&Pair| pair.part.sentence + 1 == rate.sentence;
                let bare = |pair: &&Pair| sentence.part(&rate.name) == pair.rate.name;
                if let Some(pair) = far.filter(next).rfind(bare) {
                    sink_rate(view, sink, "far", &sentence, rate, pair);
                }
            }
        }
        for pair in pairs.iter().filter(|own| is_less(own)) {
            if let Some(all) = all_of(&sentence, pair) {
                let message = format!(
                    "写了“{}”，但是{}。请核对。",
                    sentence.part(&all),
                    counts(&sentence, pair)
                );
                let hit = Hit::new("clause", view.index, all, message);
                sink.add(also(hit, view, pair));
            }
        }
        before = Some((sentence, pairs));
    }
}

fn sink_rate(
    view: &View,
    sink: &mut Sink,
    branch: &'static str,
    sentence: &Sentence,
    rate: &Number,
    pair: &Pair,
) {
    let full = rate.value.compare(&Amount::of(100)).is_eq();
    let timely = has(sentence.part(&rate.name), &sentence.words.timely);
    let equal = pair.whole.value.compare(&pair.part.value).is_eq();
    let less = is_less(pair);
    if !(full && less && !timely || !full && equal) {
        return;
    }
    let counts = counts(sentence, pair);
    let written = sentence.part(&(rate.digits.start..rate.unit.end));
    let message = if full {
        format!("写的是{written}，但是{counts}，不到100%。请核对个数和比率。")
    } else {
        format!("写的是{written}，但是{counts}，两个数相等，应为100%。请核对个数和比率。")
    };
    let hit = Hit::new(branch, view.index, named(rate), message);
    sink.add(also(hit, view, pair));
}

fn also(hit: Hit, view: &View, pair: &Pair) -> Hit {
    hit.also(view.index, named(pair.whole)).also(view.index, named(pair.part))
}

fn counts(sentence: &Sentence, pair: &Pair) -> String {
    let told = |own: &Number| sentence.part(&named(own)).to_owned();
    format!("前面是“{}”“{}”", told(pair.whole), told(pair.part))
}

fn is_less(pair: &Pair) -> bool {
    pair.part.value.compare(&pair.whole.value).is_lt()
}

/// Whether a number is a rate that is told exactly.
fn is_rate(sentence: &Sentence, number: &Number) -> bool {
    number.percent
        && number.modifier.is_none()
        && sentence.words.rate(sentence.part(&number.name)).is_some()
}

fn is_of(sentence: &Sentence, rate: &Number, pair: &Pair) -> bool {
    sentence.part(&rate.name).ends_with(pair.rate.name.as_str())
}

/// The counts of a sentence that are a whole and its part, right behind each other among
/// those of their unit.
pub(super) fn pairs<'a>(sentence: &Sentence<'a>) -> Vec<Pair<'a>> {
    let mut pairs = Vec::new();
    for (index, part) in sentence.numbers.iter().enumerate() {
        let name = sentence.part(&part.name);
        let before = sentence.numbers[..index].iter().rev();
        let Some(whole) = before.filter(|own| !own.percent).find(|own| alike(own, part)) else {
            continue;
        };
        let whole_name = sentence.part(&whole.name);
        let known = sentence.words.rates.iter().filter(|own| {
            is_part(sentence, name, own)
                && has(whole_name, &own.whole)
                && !ends(whole_name, &own.part)
        });
        if is_count(whole) && is_count(part) && whole.period == part.period {
            pairs.extend(known.map(|rate| Pair { whole, part, rate }));
        }
    }
    pairs
}

/// Whether a name is that of a part, and not of what is left or of some of it: 未整改, 当场整改.
fn is_part(sentence: &Sentence, name: &str, rate: &Rate) -> bool {
    let mut before = rate.part.iter().filter_map(|part| name.strip_suffix(part.as_str()));
    let (denied, some) = (&sentence.words.denied, &sentence.words.partial);
    before.any(|before| !ends(before, denied) && !ends(before, some))
}

/// Where the sentence says behind a pair that it was all of them.
fn all_of(sentence: &Sentence, pair: &Pair) -> Option<Range<usize>> {
    let start = pair.part.range.end;
    let next = sentence.numbers.iter().find(|own| own.digits.start > start);
    let clauses = &sentence.text[start..next.map_or(sentence.text.len(), |own| own.digits.start)];
    let end = clauses.find(['。', '；', '！', '？']).unwrap_or(clauses.len());
    let clauses = &clauses[..end];
    let said = sentence.words.all.iter().flat_map(|all| {
        pair.rate.part.iter().filter_map(move |part| {
            let said = format!("{all}{part}");
            clauses.find(&said).map(|at| start + at..start + at + said.len())
        })
    });
    let said = said.min_by_key(|own| own.start)?;
    let denied = ends(&sentence.text[..said.start], &sentence.words.denied);
    (!denied).then_some(said)
}
