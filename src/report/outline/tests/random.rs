//! Whatever is done to the outline in any order: no text is lost by it, and all
//! of it can be undone.

use proptest::prelude::*;

use super::*;

/// The change that gives a section another heading.
const RENAME: usize = 1;

/// One change, whatever the report looks like by then.
fn change(report: &Report, what: usize, which: usize, byte: usize) -> Changed {
    let index = which % report.sections.len();
    let id = report.sections[index].id;
    let anchor = [Anchor::After(id), Anchor::Start, Anchor::End][byte % 3];
    let level = [None, Some(Level::Part), Some(Level::Item)][byte % 3];
    match what % 11 {
        0 => report.add_sections(anchor, &adding(vec![new(level, "新"), new(None, "再")])),
        RENAME => report.rename_section(id, "改过"),
        2 => report.move_section_up(id),
        3 => report.move_section_down(id),
        4 => report.make_part(id),
        5 => report.make_item(id),
        6 => {
            let paragraph = byte % report.sections[index].body.len().max(1);
            report.split_section(id, Position { paragraph, byte: byte % 24 }, "拆出")
        }
        7 => report.merge_section(id),
        8 => report.remove_section(id, [Removal::Alone, Removal::WithItems][byte % 2]),
        9 => report.toggle_optional(id),
        _ => {
            let kept = report.removed.get(which % report.removed.len().max(1));
            let kept = kept.ok_or_else(String::new)?;
            report.restore_section(kept.id, anchor)
        }
    }
}

/// The headings, in no order: those of sections that were deleted too.
fn headings(report: &Report) -> Vec<&str> {
    let all = report.sections.iter().chain(&report.removed);
    all.map(|section| section.heading.as_str()).collect()
}

/// The headings that are no longer there.
fn lost<'a>(before: &'a Report, after: &Report) -> Vec<&'a str> {
    let mut there = headings(after);
    let mut lost = headings(before);
    lost.retain(|heading| match there.iter().position(|other| other == heading) {
        Some(at) => {
            there.swap_remove(at);
            false
        }
        None => !heading.is_empty(),
    });
    lost
}

/// All characters of the prose, in no order.
fn characters(report: &Report) -> Vec<char> {
    let sections = report.sections.iter().chain(&report.removed).map(|section| &section.body);
    let bodies = sections.chain(report.preamble.iter().map(|preamble| &preamble.body));
    let mut all: Vec<char> = bodies.flatten().flat_map(|text| text.chars()).collect();
    all.sort_unstable();
    all
}

fn check(report: &Report) {
    assert_eq!(report.sections[0].level, Level::Part);
    let ids = report.sections.iter().chain(&report.removed).map(|section| section.id);
    let ids: std::collections::HashSet<SectionId> = ids.collect();
    assert_eq!(ids.len(), report.sections.len() + report.removed.len());
    let (mut part, mut item) = (0, 0);
    for index in (0..report.sections.len()).filter(|index| !report.left_out(*index)) {
        let last = match report.sections[index].level {
            Level::Part => {
                item = 0;
                &mut part
            }
            Level::Item => &mut item,
        };
        *last += 1;
        assert_eq!(report.ordinal(index), *last);
    }
    assert!(report.sections.iter().all(|section| section.body != [String::new()]));
}

proptest! {
    #[test]
    fn no_text_is_lost_and_everything_can_be_undone(
        changes in prop::collection::vec(any::<(usize, usize, usize)>(), 1..24),
        text in "[甲乙e\u{301}👨\u{200d}👩{}【】\n]{0,24}",
    ) {
        let mut report = report();
        report.sections[1].body.extend(text.split('\n').map(str::to_owned));
        let first = report.clone();
        let prose = characters(&report);
        let mut back = Vec::new();
        for (what, which, byte) in changes {
            let Ok(change) = change(&report, what, which, byte) else { continue };
            let before = report.clone();
            back.push(report.apply(change.edit).unwrap());
            check(&report);
            prop_assert_eq!(&characters(&report), &prose);
            // Only a new heading takes the place of an old one.
            let renamed = usize::from(what % 11 == RENAME);
            prop_assert!(lost(&before, &report).len() <= renamed, "{:?}", lost(&before, &report));
            let section = change.section.unwrap();
            let body = report.body(Place::Section(section)).unwrap();
            prop_assert_eq!(position::clamp(body, change.at), change.at);
        }
        for edit in back.into_iter().rev() {
            report.apply(edit).unwrap();
        }
        prop_assert_eq!(report, first);
    }
}
