//! What is read, in what order, and that no window hides a part of it.

use super::*;
use crate::report::testing;
use crate::text::width::Ambiguous;

fn wrap(width: usize) -> Wrap {
    Wrap { width, indent: 4, ambiguous: Ambiguous::Narrow }
}

/// The trial report with a long text in its first item, opened at the title.
fn reading(paragraphs: usize, long: usize) -> Reading {
    let mut report = testing::report();
    report.sections[1].body = vec!["依法办事。".repeat(long); paragraphs];
    let at = Spot { entry: Entry::Letterhead, position: Position::default() };
    let mut reading = Reading::new(&report, at);
    reading.fit(wrap(40), 10);
    reading
}

/// Whether a row of the chosen paragraph is seen.
fn chosen_is_seen(reading: &Reading) -> bool {
    reading.seen().any(|row| row.paragraph == reading.selected)
}

#[test]
fn every_row_is_seen_on_the_way_down_and_up() {
    for height in 1..12 {
        let mut reading = reading(3, 60);
        reading.fit(wrap(24), height);
        let all = reading.rows.len();
        for way in [Command::Down, Command::Up, Command::PageDown, Command::PageUp] {
            let mut seen = vec![false; all];
            for _ in 0..2 * all {
                let window = reading.top..(reading.top + height).min(all);
                seen[window].fill(true);
                assert!(chosen_is_seen(&reading), "{way:?} in {height} rows: {reading:?}");
                reading.go(way);
            }
            assert!(seen.iter().all(|seen| *seen), "{way:?} in {height} rows: {seen:?}");
            let end = matches!(way, Command::Down | Command::PageDown);
            let last = reading.paragraphs.len() - 1;
            assert_eq!(reading.selected, if end { last } else { 0 }, "{way:?}");
        }
    }
}

#[test]
fn a_page_never_leads_back() {
    for height in 2..12 {
        let mut reading = reading(3, 12);
        reading.fit(wrap(24), height);
        for start in 0..reading.paragraphs.len() {
            for way in [Command::PageDown, Command::PageUp] {
                reading.choose(start, false);
                for _ in 0..reading.rows.len() {
                    let before = reading.selected;
                    reading.go(way);
                    let (now, down) = (reading.selected, way == Command::PageDown);
                    let on = if down { now >= before } else { now <= before };
                    assert!(on && chosen_is_seen(&reading), "{way:?} in {height}: {before} {now}");
                }
            }
        }
    }
}

#[test]
fn a_new_width_keeps_the_paragraph() {
    let mut reading = reading(8, 9);
    for _ in 0..9 {
        reading.go(Command::Down);
    }
    let selected = reading.selected;
    for (width, height) in [(20, 10), (80, 30), (24, 5), (6, 1), (40, 10)] {
        reading.fit(wrap(width), height);
        assert_eq!(reading.selected, selected);
        assert!(chosen_is_seen(&reading), "{width}x{height}");
        assert!(reading.top <= reading.lowest());
    }
}

#[test]
fn sections_are_gone_through_from_first_to_last() {
    let mut reading = reading(2, 3);
    let mut met = vec![reading.spot().unwrap().entry];
    for _ in 0..20 {
        let before = reading.selected;
        reading.go(Command::NextSection);
        if reading.begins_entry(reading.selected) && reading.selected != before {
            met.push(reading.spot().unwrap().entry);
        }
    }
    let report = testing::report();
    assert_eq!((met.first(), met.last()), (Some(&Entry::Letterhead), Some(&Entry::Closing)));
    assert_eq!(met.len(), report.places().len() + 2, "{met:?}");
    for _ in 0..20 {
        reading.go(Command::PreviousSection);
    }
    assert_eq!(reading.selected, 0);
}

#[test]
fn it_opens_where_the_caret_is() {
    let mut report = testing::report();
    report.sections[1].body = vec!["甲。".into(), String::new(), "乙。".into()];
    let place = Place::Section(report.sections[1].id);
    let opened = |report: &Report, entry, paragraph| {
        let at = Spot { entry, position: Position { paragraph, byte: 0 } };
        let reading = Reading::new(report, at);
        reading.paragraphs[reading.selected].text.clone()
    };
    for (paragraph, text) in [(0, "甲。"), (1, "甲。"), (2, "乙。")] {
        assert_eq!(opened(&report, Entry::Text(place), paragraph), text);
    }
    report.sections[1].optional = true;
    report.sections[1].body.clear();
    let next = report.sections[2].heading.clone();
    assert!(opened(&report, Entry::Text(place), 0).ends_with(&next));
    assert_eq!(opened(&report, Entry::Letterhead, 0), report.letterhead.issuers[0]);
    assert_eq!(opened(&report, Entry::Closing, 0), report.closing.signature[0]);
}

#[test]
fn title_and_signature_stand_where_a_reader_expects_them() {
    let reading = reading(1, 1);
    let column = |text: &str| {
        let mut rows = reading.rows.iter();
        let row = rows.find(|row| reading.paragraphs[row.paragraph].text.starts_with(text));
        row.unwrap().column
    };
    assert_eq!(column("县委、县政府"), 0);
    assert_eq!(column("（一）学习"), 4);
    let date = reading.paragraphs.iter().rfind(|p| p.stand == Stand::Right).unwrap();
    let cells = crate::text::width::columns(&date.text, Ambiguous::Narrow);
    assert_eq!(column(&date.text), 40 - MARGIN - cells);
    let issuer = &reading.paragraphs[0];
    let cells = crate::text::width::columns(&issuer.text, Ambiguous::Narrow);
    assert_eq!(column(&issuer.text), (40 - cells) / 2);
    assert_eq!(
        reading.told(),
        format!(
            "第 1 段，共 {} 段，全文 {} 字，不计空格 {} 字符",
            reading.paragraphs.len(),
            reading.words,
            reading.characters
        )
    );
}
