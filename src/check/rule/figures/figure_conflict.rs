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

/// Whether the words that two numbers share tell a matter by themselves: the name of a figure;
/// or of both it is said that they are of the whole year; or nothing else stands in their
/// clauses, in two sections of the results.
fn is_clear(one: &Claim, other: &Claim) -> bool {
    let tables = one.view.tables;
    let (key, table) = (one.key, &tables.matters);
    let has = |words: &[String]| words.iter().any(|own| own == key);
    let known = tables.known.entry(key, &one.number.measure).is_some() && is_long(key, 4);
    let known = known && !has(&table.shared) && is_of_all(one) && is_of_all(other);
    let yearly = one.says_year() && other.says_year();
    let yearly = yearly && (is_long(essence(key, table), 3) || is_flat(one, other));
    let bare = [one, other].iter().all(|own| own.is_bare());
    let apart = one.view.line.division != other.view.line.division && bare;
    let apart = apart && is_long(key, 4) && is_long(essence(key, table), 3);
    !has(&table.unclear) && (known || yearly || (apart && !has(&table.shared)))
}

/// Whether two sentences of one section say the same of the whole year: 全年开展检查50次,
/// however general that is.
fn is_flat(one: &Claim, other: &Claim) -> bool {
    let same = one.view.line.division == other.view.line.division && one.before == other.before;
    same && !one.key.is_empty() && words::start(one.before, &one.matters().years).is_some()
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
