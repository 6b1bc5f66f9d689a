//! One matter with two values in two places.

use super::claims::{self, Claim};
use crate::check::rule::Whole;
use crate::check::sink::{Hit, Sink};
use crate::check::tables::Matters;
use crate::check::words;
use crate::report::template::Head;

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let claims = claims::claims(whole);
    for (index, claim) in claims.iter().enumerate() {
        let mut before = claims[..index].iter();
        let Some(first) = before.find(|own| are_one(own, claim)) else { continue };
        if first.number.value.compare(&claim.number.value).is_eq() {
            continue;
        }
        let message = format!(
            "前面写“{}”，这里写“{}”，像是同一件事的两个数。请核对，改为同一个数。",
            first.told(),
            claim.told()
        );
        let hit = Hit::new("two", claim.view.index, claim.named(), message);
        sink.add(hit.also(first.view.index, first.named()));
    }
}

/// Whether the text itself says that two numbers are of one matter.
fn are_one(one: &Claim, other: &Claim) -> bool {
    if one.number.measure != other.number.measure || one.is_beside(other) {
        return false;
    }
    match (one.meets(), other.meets()) {
        (Some(one), Some(other)) => return one == other,
        (None, None) => {}
        _ => return false,
    }
    one.key == other.key && is_clear(one, other) && !one.is_limited() && !other.is_limited()
}

/// Whether the words that two numbers share tell a matter by themselves: the name of a figure,
/// or of both it is said that they are of the whole year.
fn is_clear(one: &Claim, other: &Claim) -> bool {
    let tables = one.view.tables;
    let (key, table) = (one.key, &tables.matters);
    let has = |words: &[String]| words.iter().any(|own| own == key);
    let known = tables.known.entry(key, &one.number.measure).is_some() && is_long(key, 4);
    let known = known && !has(&table.shared) && is_of_all(one) && is_of_all(other);
    let yearly = one.says_year() && other.says_year() && is_long(essence(key, table), 3);
    !has(&table.unclear) && (known || yearly)
}

/// Whether a number may be that of the whole report: what is told of the two heads may be
/// theirs alone, unless it is said to be of the year.
fn is_of_all(claim: &Claim) -> bool {
    claim.view.head != Some(Head::Leadership) || claim.is_yearly()
}

fn is_long(text: &str, least: usize) -> bool {
    text.chars().count() >= least
}

/// What is left of a name without verbs that tell nothing.
fn essence<'a>(key: &'a str, table: &Matters) -> &'a str {
    words::without(key, &table.plain)
}
