//! Which template a report follows, and which of its sections each one is.
//!
//! Headings are compared by their words, not by their places: reports of one
//! outline differ in years, in 推进 and 的, and in the order of their parts.

use std::collections::HashSet;

use crate::report::template::{Guide, Head};
use crate::report::{Kind, Level, Section, Template};
use crate::text::punctuation::is_han;

/// From this likeness on two headings are the same section.
const ALIKE: f64 = 0.6;

/// The stem of the template that fits best. Where two fit about as well, the
/// one for this kind of unit, then the one with more of the very same words;
/// the first of equals.
pub(super) fn best<'a>(
    sections: &[Section],
    kind: Kind,
    templates: &'a [(String, Template)],
) -> Option<&'a str> {
    let mut best: Option<(&str, (usize, bool, usize))> = None;
    for (stem, template) in templates {
        let both = sections.len() + template.headings().len();
        let tenths = 20 * pairs(sections, template).len() / both.max(1);
        let fit = (tenths, template.kinds.contains(&kind), same(sections, template));
        if best.is_none_or(|(_, most)| fit > most) {
            best = Some((stem, fit));
        }
    }
    best.map(|(stem, _)| stem)
}

/// How many sections have a heading of the template in its very words.
fn same(sections: &[Section], template: &Template) -> usize {
    let headings: Vec<(Level, String)> =
        template.headings().into_iter().map(|(level, _, h)| (level, essence(h))).collect();
    sections.iter().filter(|s| headings.contains(&(s.level, essence(&s.heading)))).count()
}

/// Sets the key of each section that the template knows; each key once.
pub(super) fn assign(sections: &mut [Section], template: &Template) {
    for (index, key) in pairs(sections, template) {
        sections[index].key = Some(key.to_owned());
    }
    for part in &template.parts {
        let used = sections.iter().any(|s| s.key.as_ref() == Some(&part.key));
        let meant = |s: &&mut Section| {
            let free = s.level == Level::Part && s.key.is_none();
            free && Head::named_by(&s.heading).is_some_and(|head| part.covers.contains(&head))
        };
        if let Some(section) = sections.iter_mut().find(meant).filter(|_| !used) {
            section.key = Some(part.key.clone());
        }
    }
}

/// Whether a heading can be nothing but that of a part: it names a required
/// content other than the first.
pub(super) fn begins_part(heading: &str) -> bool {
    Head::named_by(heading).is_some_and(|head| head != Head::Results)
}

/// The guidance of the section most like this one in any of the templates,
/// with the required contents that it answers; the first of equals. A part
/// whose words name a required content is like no part on another one.
pub(super) fn most_alike<'a>(
    section: &Section,
    templates: &'a [(String, Template)],
) -> Option<(&'a Guide, &'a [Head])> {
    let own = essence(&section.heading);
    let meant = Head::named_by(&section.heading).filter(|_| section.level == Level::Part);
    let mut best: Option<(f64, &Guide, &[Head])> = None;
    for part in templates.iter().flat_map(|(_, template)| &template.parts) {
        let items = part.items.iter().map(|i| (Level::Item, &i.heading, &i.guide, &i.covers));
        let whole = (Level::Part, &part.heading, &part.guide, &part.covers);
        for (level, heading, guide, covers) in std::iter::once(whole).chain(items) {
            let likeness = match meant {
                _ if level != section.level => continue,
                Some(head) if !covers.contains(&head) => continue,
                Some(_) => likeness(&own, &essence(heading)).max(ALIKE),
                None => likeness(&own, &essence(heading)),
            };
            if likeness >= ALIKE && best.is_none_or(|(most, ..)| likeness > most) {
                best = Some((likeness, guide, covers));
            }
        }
    }
    best.map(|(_, guide, covers)| (guide, covers))
}

/// Sections with the keys of the headings most like theirs, the likest first.
fn pairs<'a>(sections: &[Section], template: &'a Template) -> Vec<(usize, &'a str)> {
    let headings: Vec<(Level, &str, String)> = template
        .headings()
        .into_iter()
        .map(|(level, key, heading)| (level, key, essence(heading)))
        .collect();
    let mut alike = Vec::new();
    for (index, section) in sections.iter().enumerate() {
        let own = essence(&section.heading);
        for (level, key, heading) in &headings {
            let likeness = likeness(&own, heading);
            if *level == section.level && likeness >= ALIKE {
                alike.push((likeness, index, *key));
            }
        }
    }
    alike.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut sections_used, mut keys_used) = (HashSet::new(), HashSet::new());
    alike.retain(|(_, index, key)| {
        let free = !sections_used.contains(index) && !keys_used.contains(key);
        if free {
            sections_used.insert(*index);
            keys_used.insert(*key);
        }
        free
    });
    alike.into_iter().map(|(_, index, key)| (index, key)).collect()
}

/// A heading without figures, years, marks and words in square brackets.
fn essence(heading: &str) -> String {
    let mut inside = false;
    let words = heading.chars().filter(|c| {
        inside = (inside || *c == '[') && *c != ']';
        !inside && is_han(*c) && !"年度的〇".contains(*c)
    });
    words.collect()
}

/// 1 for the same words, 0.9 where one holds the other, else the share of the
/// shorter one's pairs of characters that the other has too.
fn likeness(a: &str, b: &str) -> f64 {
    let shorter = a.chars().count().min(b.chars().count());
    if shorter == 0 {
        return 0.0;
    }
    if a == b {
        return 1.0;
    }
    if shorter >= 4 && (a.contains(b) || b.contains(a)) {
        return 0.9;
    }
    let (ours, theirs) = (bigrams(a), bigrams(b));
    let common = ours.intersection(&theirs).count();
    ratio(common, ours.len().min(theirs.len()))
}

fn bigrams(text: &str) -> HashSet<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
}

fn ratio(part: usize, whole: usize) -> f64 {
    let real = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
    if whole == 0 { 0.0 } else { real(part) / real(whole) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_marks_do_not_part_headings() {
        let own = essence("2025年推进法治政府建设的主要举措和成效");
        assert!(likeness(&own, &essence("[年]年推进法治政府建设的主要举措和成效")) > 0.99);
        assert!(likeness(&own, &essence("主要举措和成效")) > 0.8);
        assert!(likeness(&essence("规范行政执法行为"), &essence("依法预防处置突发事件")) < ALIKE);
        assert!(likeness("", "举措") < ALIKE);
    }
}
