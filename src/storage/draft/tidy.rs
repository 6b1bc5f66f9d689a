//! What a hand in Notepad easily breaks and the program can mend by itself.
//!
//! The model wants each paragraph on one line and each section under a number
//! of its own; a copied section or a line break inside the quotes must not
//! keep anyone from opening a draft. No text is changed, only cut into paragraphs.

use std::collections::HashSet;

use crate::report::{Report, SectionId};

/// The report with one string a paragraph and one number a section.
pub(super) fn tidied(mut report: Report) -> Report {
    if let Some(preamble) = &mut report.preamble {
        split(&mut preamble.body);
    }
    for section in report.sections.iter_mut().chain(&mut report.removed) {
        split(&mut section.body);
    }
    renumber(&mut report);
    report
}

fn split(body: &mut Vec<String>) {
    if body.iter().any(|paragraph| paragraph.contains('\n')) {
        let lines = body.iter().flat_map(|paragraph| paragraph.split('\n'));
        *body = lines.map(str::to_owned).collect();
    }
}

/// The highest number that a section keeps: there is room for new ones above it.
const HIGHEST: u32 = u32::MAX / 2;

/// Gives a section whose number is taken by one before it, or leaves no room for
/// more, a new number.
fn renumber(report: &mut Report) {
    let mut seen = HashSet::new();
    let all = report.sections.iter().chain(&report.removed).map(|section| section.id.0);
    let mut free = all.filter(|id| *id <= HIGHEST).max().unwrap_or(0);
    for section in report.sections.iter_mut().chain(&mut report.removed) {
        if section.id.0 > HIGHEST || !seen.insert(section.id) {
            free += 1;
            section.id = SectionId(free);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::sample;

    #[test]
    fn a_line_break_in_a_paragraph_parts_it() {
        let mut report = sample::full();
        report.sections[1].body = vec!["甲\n乙".to_owned(), "丙".to_owned()];
        assert_eq!(tidied(report).sections[1].body, ["甲", "乙", "丙"]);
    }

    #[test]
    fn a_copied_section_gets_a_number_of_its_own() {
        let mut report = sample::full();
        let copy = report.sections[0].clone();
        report.removed = vec![copy.clone()];
        report.sections.push(copy);
        let tidied = tidied(report);
        let ids: Vec<u32> = tidied.sections.iter().chain(&tidied.removed).map(|s| s.id.0).collect();
        assert_eq!(ids, [1, 3, 4, 5]);
    }

    #[test]
    fn a_number_at_the_end_of_all_numbers_leaves_room_for_more() {
        let mut report = sample::full();
        report.sections[0].id = SectionId(u32::MAX);
        let highest = |report: &Report| {
            report.sections.iter().chain(&report.removed).map(|s| s.id.0).max().unwrap()
        };
        assert_eq!(highest(&report), u32::MAX);
        let before = highest(&sample::full());
        assert_eq!(highest(&tidied(report)), before + 1);
    }

    #[test]
    fn a_sound_report_stays_as_it_is() {
        assert_eq!(tidied(sample::full()), sample::full());
    }
}
