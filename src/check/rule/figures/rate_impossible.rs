//! Rates that no whole count gives.

use super::counts::{Sentence, is_count, named, sentences};
use super::rate_whole_mismatch::{Pair, pairs};
use crate::check::prose::Number;
use crate::check::rule::{View, Whole};
use crate::check::sink::{Hit, Sink};
use crate::check::tables::has;
use crate::report::Amount;

/// Checks a line.
pub(in crate::check) fn line(view: &View, sink: &mut Sink) {
    for sentence in sentences(view) {
        for (index, rate) in sentence.numbers.iter().enumerate() {
            if let Some(message) = impossible(&sentence, index, rate) {
                sink.add(Hit::new("none", view.index, named(rate), message));
            }
        }
    }
}

/// Why a rate is impossible; `None` where any count of the sentence allows it, or where the
/// sentence does not say of what it is the rate.
fn impossible(sentence: &Sentence, index: usize, rate: &Number) -> Option<String> {
    let name = sentence.part(&rate.name);
    let known = sentence.words.rate(name)?;
    if !rate.percent || rate.modifier.is_some() {
        return None;
    }
    let others = || sentence.numbers.iter().filter(|own| !own.percent);
    if others().any(|own| !is_count(own)) {
        return None;
    }
    if let Some(message) = beside(sentence, index, rate) {
        return Some(message);
    }
    if others().any(|own| fits(rate, own)) {
        return None;
    }
    let before = &sentence.numbers[..index];
    let says = |own: &&Number| has(sentence.part(&own.name), &known.whole);
    let whole = before.iter().rev().filter(|own| !own.percent).find(says)?;
    let count = whole.value.at(0)?;
    let (less, more) = around(&rate.value, count)?;
    let unit = sentence.part(&whole.unit);
    let share = |part: i128| Some(format!("{part}{unit}是{}%", share(part, count, rate)?));
    let near: Vec<String> = [less, more].into_iter().filter_map(share).collect();
    Some(format!(
        "“{}”：按“{}”算，{}，都得不出{}%。请核对个数和比率。",
        sentence.part(&named(rate)),
        sentence.part(&named(whole)),
        near.join("，"),
        rate.value.written()
    ))
}

/// Why a rate is not that of the whole and the part that stand right before it: 抽查40份，
/// 优秀34份，优秀率87.2%; `None` where any two counts of the sentence allow it.
fn beside(sentence: &Sentence, index: usize, rate: &Number) -> Option<String> {
    let before = &sentence.numbers[..index];
    let pairs = pairs(sentence);
    let right_before = |own: &&Pair| {
        let [.., whole, part] = before else { return false };
        std::ptr::eq(whole, own.whole) && std::ptr::eq(part, own.part)
    };
    let alone = |own: &&Pair| sentence.part(&rate.name) == own.rate.name;
    let pair = pairs.iter().find(|own| right_before(own) && alone(own))?;
    let (part, whole) = (pair.part.value.at(0)?, pair.whole.value.at(0)?);
    let counts = || sentence.numbers.iter().filter(|own| !own.percent).map(|own| &own.value);
    let allowed = counts().any(|one| counts().any(|other| rate.value.is_rate(one, other)));
    let told = part == whole || rate.value.compare(&Amount::of(100)).is_eq();
    // A rate of 100 % and one of equal counts are told by another rule.
    if allowed || told || part > whole {
        return None;
    }
    let right = share(part, whole, rate)?;
    Some(format!(
        "“{}”：按“{}”“{}”算，应是{}%。请核对个数和比率。",
        sentence.part(&named(rate)),
        sentence.part(&named(pair.whole)),
        sentence.part(&named(pair.part)),
        right.trim_end_matches('0').trim_end_matches('.')
    ))
}

/// Whether a count can be what a rate is of, or the part that it tells of.
fn fits(rate: &Number, count: &Number) -> bool {
    let Some(whole) = count.value.at(0).filter(|&own| own > 0) else { return true };
    let is = |part: i128, whole: i128| {
        let (part, whole) = (Amount::of(part), Amount::of(whole));
        rate.value.is_rate(&part, &whole)
    };
    let as_whole = around(&rate.value, whole);
    if as_whole.is_none_or(|(less, more)| is(less, whole) || is(more, whole)) {
        return true;
    }
    let Some(hundred) = 10_i128.checked_pow(rate.value.decimals() + 2) else { return true };
    let digits = rate.value.at(rate.value.decimals()).filter(|&own| own > 0);
    let of = digits.and_then(|digits| whole.checked_mul(hundred).map(|own| own / digits));
    of.is_none_or(|of| is(whole, of) || is(whole, of + 1))
}

/// The counts right below and above a share of a whole.
fn around(rate: &Amount, whole: i128) -> Option<(i128, i128)> {
    let hundred = 10_i128.checked_pow(rate.decimals() + 2)?;
    let less = rate.at(rate.decimals())?.checked_mul(whole)? / hundred;
    Some((less, less + 1))
}

/// A share in per cent with the decimals of a rate, rounded; two at least.
fn share(part: i128, whole: i128, rate: &Number) -> Option<String> {
    if part > whole {
        return None;
    }
    let decimals = rate.value.decimals().max(2);
    let scaled = part.checked_mul(10_i128.checked_pow(decimals + 2)?)?;
    let digits = (scaled.checked_mul(2)?.checked_add(whole)?) / (whole.checked_mul(2)?);
    let unit = 10_i128.checked_pow(decimals)?;
    let places = usize::try_from(decimals).ok()?;
    Some(format!("{}.{:0places$}", digits / unit, digits % unit))
}

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    super::ledger::rates(whole, sink);
}
