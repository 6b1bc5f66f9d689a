//! One matter with two values in two places.

use std::collections::HashMap;

use super::claims::{self, Claim};
use crate::check::rule::Whole;
use crate::check::sink::{Hit, Sink};
use crate::check::tables::Matters;
use crate::check::words;
use crate::report::template::Head;

/// What two numbers have in common where the text itself says that they are of one matter.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Matter<'a> {
    /// All meetings of a body.
    Meetings(&'a str),
    /// The name of a figure, with its unit.
    Known(&'a str, &'a str),
    /// Other words, with the unit, of which it is said that they are of the whole year.
    Yearly(&'a str, &'a str),
    /// The same words in one section, however general: 全年开展检查50次.
    Flat(&'a str, &'a str, usize),
    /// All that stands in a clause, in two sections of the results.
    Bare(&'a str, &'a str),
}

/// Checks the whole report.
pub(in crate::check) fn whole(whole: &Whole, sink: &mut Sink) {
    let claims = claims::claims(whole);
    let mut told: HashMap<Matter, Vec<usize>> = HashMap::new();
    for (index, claim) in claims.iter().enumerate() {
        let matters = matters(claim);
        let first = |own: &Matter| {
            let mut before = told.get(own)?.iter().copied();
            before.find(|before| are_apart(*own, &claims[*before], claim))
        };
        if let Some(first) = matters.iter().filter_map(first).min() {
            conflict(&claims[first], claim, sink);
        }
        for matter in matters {
            told.entry(matter).or_default().push(index);
        }
    }
}

/// Whether two numbers of one matter stand in two places.
fn are_apart(matter: Matter, one: &Claim, other: &Claim) -> bool {
    let sections = one.view.line.division != other.view.line.division;
    !one.is_beside(other) && (sections || !matches!(matter, Matter::Bare(..)))
}

/// What a number is told of; nothing where that is not clear, or where it may be a part.
fn matters<'a>(claim: &Claim<'a>) -> Vec<Matter<'a>> {
    if let Some(body) = claim.meets() {
        return vec![Matter::Meetings(body)];
    }
    let tables = claim.view.tables;
    let (key, measure, table) = (claim.key, claim.number.measure.as_str(), &tables.matters);
    let has = |words: &[String]| words.iter().any(|own| own == key);
    if has(&table.unclear) || claim.is_limited() {
        return Vec::new();
    }
    let long = is_long(essence(key, table), 3);
    let named = is_long(key, 4) && !has(&table.shared);
    let known = named && tables.known.entry(key, measure).is_some() && is_of_all(claim);
    let yearly = claim.says_year() && long;
    let flat = !key.is_empty() && words::start(claim.before, &table.years).is_some();
    let bare = named && long && claim.is_bare();
    let all = [
        known.then_some(Matter::Known(key, measure)),
        yearly.then_some(Matter::Yearly(key, measure)),
        flat.then_some(Matter::Flat(claim.before, measure, claim.view.line.division)),
        bare.then_some(Matter::Bare(key, measure)),
    ];
    all.into_iter().flatten().collect()
}

fn conflict(first: &Claim, claim: &Claim, sink: &mut Sink) {
    if first.number.value.compare(&claim.number.value).is_eq() {
        return;
    }
    let message = format!(
        "前面写“{}”，这里写“{}”，像是同一件事的两个数。请核对，改为同一个数。",
        first.told(),
        claim.told()
    );
    let hit = Hit::new("two", claim.view.index, claim.named(), message);
    sink.add(hit.also(first.view.index, first.named()));
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

#[cfg(test)]
mod tests {
    use crate::check::testing::{found_by, report, script};
    use crate::report::{Level, Section, SectionId};

    /// What is found where these stand in two sections of the results.
    fn found(one: &str, other: &str) -> Vec<String> {
        let mut report = report(2025, "云溪镇");
        let mut second = Section::new(SectionId(9), Level::Item, "守住安全底线");
        second.body = vec![other.to_owned()];
        report.sections[1].body = vec![one.to_owned()];
        report.sections.insert(2, second);
        let found = found_by("figure-conflict", &script(&report, false));
        found.into_iter().map(|own| own.spot.excerpt).collect()
    }

    #[test]
    fn the_same_bare_words_in_two_sections_are_of_one_matter() {
        assert_eq!(found("举办船员讲座12场。", "举办船员讲座15场。"), ["举办船员讲座15场"]);
        for other in [
            "渡口站举办船员讲座15场。",
            "举办船员讲座12场。",
            "举办讲座15场。",
            "举办船员讲座15期。",
        ] {
            assert_eq!(found("举办船员讲座12场。", other), Vec::<String>::new(), "{other}");
        }
    }
}
