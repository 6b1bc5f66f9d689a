//! Like matters that are counted in different units.

use std::collections::HashMap;

use super::claims::{self, Claim};
use crate::check::rule::Whole;
use crate::check::sink::{Hit, Sink};

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let claims = claims::claims(whole);
    let mut firsts: HashMap<&str, &Claim> = HashMap::new();
    for claim in &claims {
        let Some(matter) = matter(claim) else { continue };
        let first = *firsts.entry(matter).or_insert(claim);
        let known = is_known(first) || is_known(claim);
        if unit(first) == unit(claim) || !known || !are_mixed(first, claim) {
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

/// What a number counts, where that is told alike elsewhere: by what its name ends with, or by
/// a name that the report has for a figure.
fn matter<'a>(claim: &Claim<'a>) -> Option<&'a str> {
    let tables = claim.view.tables;
    let table = &tables.matters;
    let alike = table.alike.iter().find(|name| claim.before.ends_with(name.as_str()));
    alike.map(String::as_str).or_else(|| {
        let clear =
            tables.known.is_name(claim.key) && !table.unclear.iter().any(|own| own == claim.key);
        (clear && claim.key.chars().count() >= 4).then_some(claim.key)
    })
}

/// Whether the unit of a number is one that its matter is counted in.
fn is_known(claim: &Claim) -> bool {
    let tables = claim.view.tables;
    tables.matters.alike.iter().any(|name| claim.before.ends_with(name.as_str()))
        || tables.known.entry(claim.key, &claim.number.measure).is_some()
}

/// Whether two units should not stand side by side.
fn are_mixed(one: &Claim, other: &Claim) -> bool {
    let has = |group: &Vec<String>, own: &Claim| group.iter().any(|known| known == unit(own));
    one.view.tables.matters.mixed.iter().any(|group| has(group, one) && has(group, other))
}
