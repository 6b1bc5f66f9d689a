//! Like matters that are counted in different units.

use super::claims::{self, Claim};
use crate::check::rule::Whole;
use crate::check::sink::{Hit, Sink};

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let claims = claims::claims(whole);
    for (index, claim) in claims.iter().enumerate() {
        let mut before = claims[..index].iter();
        let Some(first) = before.find(|own| are_alike(own, claim)) else { continue };
        if unit(first) == unit(claim) || !are_mixed(first, claim) {
            continue;
        }
        let message = format!(
            "前面写“{}”，这里写“{}”，像是同类的事用了两个单位（{}、{}）。通常用一个单位，请核对。",
            first.told(),
            claim.told(),
            unit(first),
            unit(claim)
        );
        let hit = Hit::new("mixed", claim.view.index, claim.counted(), message);
        sink.add(hit.also(first.view.index, first.counted()));
    }
}

/// The unit as it is written, with 万.
fn unit<'a>(claim: &Claim<'a>) -> &'a str {
    let number = claim.number;
    let text = claim.view.text();
    text.get(number.digits.end..number.unit.end).map_or("", str::trim)
}

/// Whether two numbers count matters that are alike: by their names, or by what these end with.
fn are_alike(one: &Claim, other: &Claim) -> bool {
    let tables = one.view.tables;
    let ends = |name: &String| one.before.ends_with(name) && other.before.ends_with(name);
    let known = |own: &Claim| tables.known.entry(own.key, &own.number.measure).is_some();
    let same = one.key == other.key
        && !tables.matters.unclear.iter().any(|own| own == one.key)
        && (known(one) || known(other))
        && one.key.chars().count() >= 4;
    tables.matters.alike.iter().any(ends) || same
}

/// Whether two units should not stand side by side.
fn are_mixed(one: &Claim, other: &Claim) -> bool {
    let has = |group: &Vec<String>, own: &Claim| group.iter().any(|known| known == unit(own));
    one.view.tables.matters.mixed.iter().any(|group| has(group, one) && has(group, other))
}
