//! Which template a report follows, and which of its sections each one is.
//!
//! Headings are compared by their words, not by their places: reports of one
//! outline differ in years, in 推进 and 的, and in the order of their parts.

use std::collections::HashSet;

use crate::report::{Level, Section, Template};
use crate::text::punctuation::is_han;

/// From this likeness on two headings are the same section.
const ALIKE: f64 = 0.6;

/// The stem of the template that fits best; the first of equals.
pub(super) fn best<'a>(
    sections: &[Section],
    templates: &'a [(String, Template)],
) -> Option<&'a str> {
    let mut best: Option<(&str, f64)> = None;
    for (stem, template) in templates {
        let matches = pairs(sections, template);
        let both = sections.len() + template.headings().len();
        let fit = ratio(2 * matches.len(), both);
        if best.is_none_or(|(_, most)| fit > most) {
            best = Some((stem, fit));
        }
    }
    best.map(|(stem, _)| stem)
}

/// Sets the key of each section that the template knows; each key once.
pub(super) fn assign(sections: &mut [Section], template: &Template) {
    for (index, key) in pairs(sections, template) {
        sections[index].key = Some(key.to_owned());
    }
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
    alike
        .into_iter()
        .map(|(_, index, key)| (index, key))
        .collect()
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

/// 1 for the same words, 0.9 where one holds the other, else the share of
/// pairs of characters that they have in common.
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
    ratio(2 * common, ours.len() + theirs.len())
}

fn bigrams(text: &str) -> HashSet<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
}

fn ratio(part: usize, whole: usize) -> f64 {
    let real = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
    if whole == 0 {
        0.0
    } else {
        real(part) / real(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_marks_do_not_part_headings() {
        let own = essence("2025年推进法治政府建设的主要举措和成效");
        assert!(likeness(&own, &essence("[年]年推进法治政府建设的主要举措和成效")) > 0.99);
        assert!(likeness(&own, &essence("主要举措和成效")) > 0.8);
        assert!(
            likeness(
                &essence("规范行政执法行为"),
                &essence("依法预防处置突发事件")
            ) < ALIKE
        );
        assert!(likeness("", "举措") < ALIKE);
    }
}
