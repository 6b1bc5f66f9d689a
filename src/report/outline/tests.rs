//! Every change of the outline: what it does and what it refuses.

mod random;

use super::*;
use crate::report::testing;

/// 一（学习、执法） 二, with texts.
fn report() -> Report {
    let mut report = testing::report();
    for (section, text) in
        report.sections.iter_mut().zip(["家底。", "学法。\n学规。", "办案。", "打算。"])
    {
        section.body = text.split('\n').map(str::to_owned).collect();
        section.done = true;
    }
    report
}

/// The outline in a line: number, heading and text of each section.
fn shown(report: &Report) -> String {
    let line = |(index, section): (usize, &Section)| {
        let label = section.label(report.ordinal(index));
        format!("{label}{}：{}", section.heading, section.body.join("/"))
    };
    report.sections.iter().enumerate().map(line).collect::<Vec<_>>().join(" ")
}

fn made(report: &Report, changed: Changed) -> (Report, Change) {
    let change = changed.unwrap();
    let mut later = report.clone();
    let back = later.apply(change.edit.clone()).unwrap();
    let mut again = later.clone();
    again.apply(back).unwrap();
    assert_eq!(again, *report);
    (later, change)
}

/// What the change is called.
fn what(change: &Change) -> &'static str {
    match &change.edit {
        Edit::Outline(outline) => outline.what,
        other => panic!("{other:?}"),
    }
}

/// The outline after a change.
fn after(report: &Report, changed: Changed) -> String {
    shown(&made(report, changed).0)
}

fn id(number: u32) -> SectionId {
    SectionId(number)
}

fn new(level: Option<Level>, heading: &str) -> NewSection {
    NewSection { level, heading: heading.to_owned(), body: Vec::new() }
}

fn adding(sections: Vec<NewSection>) -> Addition {
    Addition { lead: Vec::new(), sections }
}

#[test]
fn a_section_comes_behind_the_chosen_one_at_its_level() {
    let report = report();
    let one = adding(vec![new(None, "新")]);
    let (later, change) = made(&report, report.add_sections(Anchor::After(id(2)), &one));
    assert!(shown(&later).contains("（一）学习：学法。/学规。 （二）新： （三）执法"));
    assert_eq!((change.section, later.sections[2].id), (Some(id(5)), id(5)));
    // Below a part with items comes one more of these.
    let line = after(&report, report.add_sections(Anchor::After(id(1)), &one));
    assert!(line.contains("（二）执法：办案。 （三）新： 二、"), "{line}");
    // A part comes behind the items of the part, which stay where they are.
    let part = adding(vec![new(Some(Level::Part), "新")]);
    for above in [1, 2] {
        let line = after(&report, report.add_sections(Anchor::After(id(above)), &part));
        assert!(line.contains("（二）执法：办案。 二、新： 三、"), "{line}");
    }
    // Below a part without items comes a part.
    let line = after(&report, report.add_sections(Anchor::After(id(4)), &one));
    assert!(line.ends_with("三、新："), "{line}");
    for (anchor, first) in [(Anchor::Start, "一、新： 二、"), (Anchor::End, "三、新：")] {
        let line = after(&report, report.add_sections(anchor, &one));
        assert!(line.contains(first), "{line}");
    }
}

#[test]
fn several_lines_bring_their_levels_along() {
    let report = report();
    let mut lines = adding(vec![
        new(Some(Level::Item), "甲"),
        new(Some(Level::Part), "乙"),
        new(Some(Level::Item), "丙"),
    ]);
    lines.lead = vec!["1.抓学。【】".to_owned()];
    lines.sections[2].body = vec!["1.抓细。【】".to_owned()];
    let (later, change) = made(&report, report.add_sections(Anchor::After(id(2)), &lines));
    let line = shown(&later);
    assert!(line.contains("（一）学习：学法。/学规。/1.抓学。【】 （二）执法：办案。 （三）甲： 二、乙： （一）丙：1.抓细。【】 三、"), "{line}");
    assert!(!later.sections[1].done && change.section == Some(id(5)));
    // Items before the first part have no part to belong to.
    lines.lead.clear();
    let line = after(&report, report.add_sections(Anchor::Start, &lines));
    assert!(line.starts_with("一、甲： 二、乙： （一）丙："), "{line}");
    lines.lead = vec!["1.抓学。【】".to_owned()];
    assert!(report.add_sections(Anchor::Start, &lines).unwrap_err().contains("第一行"));
    assert!(report.add_sections(Anchor::End, &Addition::default()).is_err());
    lines.sections.clear();
    let (_, change) = made(&report, report.add_sections(Anchor::After(id(3)), &lines));
    assert_eq!((change.section, what(&change)), (Some(id(3)), "写进正文"));
}

#[test]
fn a_heading_is_changed_but_not_taken_away() {
    let mut report = report();
    assert!(after(&report, report.rename_section(id(3), "执法规范")).contains("（二）执法规范："));
    assert!(report.rename_section(id(3), "").unwrap_err().contains("不能空着"));
    report.sections[2].heading.clear();
    assert!(report.rename_section(id(3), "").is_ok());
    assert!(report.rename_section(id(9), "甲").is_err());
}

#[test]
fn an_item_moves_over_the_border_of_its_part() {
    let report = report();
    let down = report.move_section_down(id(3));
    let (later, _) = made(&report, down);
    assert!(shown(&later).ends_with("二、2026年主要安排：打算。 （一）执法：办案。"));
    assert!(later.move_section_down(id(3)).unwrap_err().contains("最后"));
    assert_eq!(after(&later, later.move_section_up(id(3))), shown(&report));
    assert!(report.move_section_up(id(2)).unwrap_err().contains("最前"));
}

#[test]
fn a_part_moves_with_its_items() {
    let report = report();
    let (later, _) = made(&report, report.move_section_down(id(1)));
    let line = shown(&later);
    assert!(line.starts_with("一、2026年主要安排：打算。 二、2025年"), "{line}");
    assert!(line.ends_with("（一）学习：学法。/学规。 （二）执法：办案。"), "{line}");
    assert_eq!(after(&later, later.move_section_up(id(1))), shown(&report));
    assert!(report.move_section_up(id(1)).is_err() && report.move_section_down(id(4)).is_err());
}

#[test]
fn two_parts_change_places_with_their_items() {
    let mut report = report();
    for (id, level) in [(5, Level::Item), (6, Level::Part), (7, Level::Part), (8, Level::Item)] {
        report.sections.push(Section::new(SectionId(id), level, format!("{id}")));
    }
    let order = |report: &Report| report.sections.iter().map(|s| s.id.0).collect::<Vec<_>>();
    assert_eq!(order(&report), [1, 2, 3, 4, 5, 6, 7, 8]);
    for (one, other, wanted) in [
        (1, 4, [4, 5, 1, 2, 3, 6, 7, 8]),
        (7, 1, [7, 8, 4, 5, 6, 1, 2, 3]),
        (4, 6, [1, 2, 3, 6, 4, 5, 7, 8]),
    ] {
        let (later, _) = made(&report, report.swap_parts(id(one), id(other)));
        assert_eq!(order(&later), wanted);
    }
    for (one, other) in [(1, 2), (1, 1), (2, 3), (1, 9)] {
        assert!(report.swap_parts(id(one), id(other)).is_err(), "{one} {other}");
    }
}

#[test]
fn levels_change_and_items_follow_the_part_before_them() {
    let report = report();
    let (later, _) = made(&report, report.make_part(id(2)));
    let line = shown(&later);
    assert!(line.contains("二、学习：学法。/学规。 （一）执法：办案。 三、"), "{line}");
    assert_eq!((later.items(id(2)), later.items(id(1))), (1, 0));
    let back = after(&later, later.make_item(id(2)));
    assert_eq!(back, shown(&report));
    assert!(report.make_item(id(1)).unwrap_err().contains("第一个部分"));
    assert!(report.make_item(id(2)).is_err() && report.make_part(id(1)).is_err());
}

#[test]
fn a_text_is_parted_at_the_caret() {
    let report = report();
    for (paragraph, byte, expected) in [
        (1, 0, "（一）学习：学法。 （二）新：学规。 （三）执法"),
        (0, 9, "（一）学习：学法。 （二）新：学规。 （三）执法"),
        (0, 3, "（一）学习：学 （二）新：法。/学规。 （三）执法"),
    ] {
        let at = Position { paragraph, byte };
        let (later, change) = made(&report, report.split_section(id(2), at, "新"));
        assert!(shown(&later).contains(expected), "{}", shown(&later));
        assert_eq!((change.section, change.at), (Some(id(5)), Position::default()));
        assert!(!later.sections[1].done && !later.sections[2].done);
        assert_eq!(later.sections[2].key, later.sections[1].key);
    }
    // A figure and a blank stay whole, wherever in them the caret is.
    for (text, byte, above, below) in [
        ("共{审查合同}份。", 6, "共{审查合同}", "份。"),
        ("共【几】份。", 9, "共【几】", "份。"),
        ("共【几】份。", 3, "共", "【几】份。"),
    ] {
        let mut report = report.clone();
        report.sections[1].body = vec![text.to_owned()];
        let at = Position { paragraph: 0, byte };
        let parted = report.parted(id(2), at).unwrap();
        assert_eq!(parted, (vec![above.to_owned()], vec![below.to_owned()]), "{text} {byte}");
    }
    let mut whole = report.clone();
    whole.sections[1].body = vec!["共【几】".to_owned()];
    assert!(whole.parted(id(2), Position { paragraph: 0, byte: 6 }).is_err());
    for (paragraph, byte) in [(0, 0), (1, 9), (7, 0)] {
        let at = Position { paragraph, byte };
        assert!(report.split_section(id(2), at, "新").unwrap_err().contains("光标"));
    }
}

#[test]
fn a_merged_text_follows_the_one_above() {
    let mut report = report();
    report.sections[1].optional = true;
    let (later, change) = made(&report, report.merge_section(id(3)));
    assert!(shown(&later).contains("（一）学习：学法。/学规。/办案。 二、"), "{}", shown(&later));
    assert_eq!((change.section, change.at), (Some(id(2)), Position { paragraph: 2, byte: 0 }));
    assert!(!later.sections[1].done && !later.sections[1].optional);
    let [kept] = later.removed.as_slice() else { panic!("{:?}", later.removed) };
    assert_eq!((kept.heading.as_str(), kept.body.len(), kept.done), ("执法", 0, false));
    assert!(report.merge_section(id(1)).unwrap_err().contains("上面没有"));
    report.sections[2].heading.clear();
    report.sections[2].body.clear();
    let (later, _) = made(&report, report.merge_section(id(3)));
    assert!(later.removed.is_empty() && later.sections[1].done && later.sections[1].optional);
}

#[test]
fn what_is_deleted_is_kept_and_comes_back() {
    let report = report();
    let (later, change) = made(&report, report.remove_section(id(2), Removal::Alone));
    assert_eq!((change.section, later.removed.len()), (Some(id(3)), 1));
    assert!(!later.places().contains(&Place::Section(id(2))));
    // The id of what was deleted is not given to another.
    let added = later.add_sections(Anchor::End, &adding(vec![new(None, "新")]));
    assert_eq!(added.unwrap().section, Some(id(5)));
    let (back, change) = made(&later, later.restore_section(id(2), Anchor::After(id(1))));
    assert!(shown(&back).contains("（一）执法：办案。 （二）学习：学法。/学规。 二、"));
    assert!(back.removed.is_empty() && change.section == Some(id(2)));
    let line = after(&later, later.restore_section(id(2), Anchor::Start));
    assert!(line.starts_with("一、学习：学法。/学规。 二、"), "{line}");
    assert!(back.restore_section(id(2), Anchor::End).is_err());
}

#[test]
fn a_part_goes_with_its_items_or_leaves_them_to_the_part_above() {
    let report = report();
    let (later, change) = made(&report, report.remove_section(id(1), Removal::WithItems));
    assert_eq!(
        (shown(&later).as_str(), change.section),
        ("一、2026年主要安排：打算。", Some(id(4)))
    );
    assert_eq!(later.removed.len(), 3);
    assert!(later.remove_section(id(4), Removal::Alone).unwrap_err().contains("至少"));
    assert!(report.remove_section(id(1), Removal::Alone).unwrap_err().contains("上面没有部分"));
    let (moved, _) = made(&report, report.move_section_down(id(1)));
    let line = after(&moved, moved.remove_section(id(1), Removal::Alone));
    assert_eq!(line, "一、2026年主要安排：打算。 （一）学习：学法。/学规。 （二）执法：办案。");
    let (last, change) = made(&report, report.remove_section(id(4), Removal::Alone));
    assert_eq!((last.sections.len(), change.section), (3, Some(id(3))));
}

#[test]
fn a_section_may_be_left_out_or_not() {
    let mut report = report();
    let (later, _) = made(&report, report.toggle_optional(id(3)));
    assert!(later.sections[2].optional && !later.required().contains(&Place::Section(id(3))));
    assert!(
        made(&later, later.toggle_optional(id(3))).0.required().contains(&Place::Section(id(3)))
    );
    assert!(report.toggle_optional(id(1)).unwrap_err().contains("各节"));
    report.sections[1].body.clear();
    assert!(after(&report, report.toggle_optional(id(2))).contains("（一）执法："));
}

#[test]
fn a_number_as_a_file_wrote_it_stays_only_where_it_is_still_right() {
    let mut report = report();
    for (section, label) in report.sections.iter_mut().zip(["一.", "一）", "二）", "二."]) {
        section.written.label = Some(label.to_owned());
    }
    let line = after(&report, report.remove_section(id(2), Removal::Alone));
    assert!(line.contains("一.2025") && line.contains("（一）执法") && line.contains("二.2026"));
    let line = after(&report, report.make_part(id(3)));
    assert!(line.contains("一）学习") && line.contains("二、执法") && line.contains("三、2026"));
    let line = after(&report, report.rename_section(id(2), "学"));
    assert!(line.contains("一）学："), "{line}");
    let line = after(&report, report.swap_parts(id(1), id(4)));
    assert!(line.starts_with("一、2026") && line.contains("二、2025"), "{line}");
    assert!(line.contains("一）学习") && line.contains("二）执法"), "{line}");
}

#[test]
fn a_number_as_a_file_wrote_it_goes_where_typing_will_move_it() {
    let mut report = report();
    report.sections.insert(3, Section::new(id(5), Level::Item, "应急"));
    for (section, label) in report.sections.iter_mut().zip(["一.", "一）", "二）", "三）", "二."])
    {
        section.written.label = Some(label.to_owned());
    }
    let (mut later, _) = made(&report, report.toggle_optional(id(3)));
    later.sections[2].body.clear();
    let line = shown(&later);
    assert!(
        line.contains("一）学习") && line.contains("（二）应急") && line.contains("二."),
        "{line}"
    );
    // Moved behind one that may be left out, it goes as well.
    let mut report = self::report();
    report.sections[2].optional = true;
    report.sections[1].written.label = Some("一）".to_owned());
    report.sections[2].body.clear();
    let line = after(&report, report.move_section_down(id(2)));
    assert!(line.contains("（一）学习"), "{line}");
}
