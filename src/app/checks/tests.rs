//! Findings go with the text: what is shown stands where it is shown.

use proptest::prelude::*;

use super::*;
use crate::app::fixes;
use crate::app::history::Kind;
use crate::app::session::Session;
use crate::check::{Group, Spot as Found};
use crate::report::waiver::{Anchor, Scope};
use crate::report::{SectionId, Waiver, testing};

const ITEM: Place = Place::Section(SectionId(2));

/// A finding at a stretch of a text.
fn finding(report: &Report, at: Where, range: Range<usize>, fix: Option<&str>) -> Finding {
    let text = at.text_in(report).unwrap();
    Finding {
        rule: "half-width-mark".into(),
        name: "半角标点".into(),
        group: Group::Marks,
        branch: "mark".into(),
        severity: Severity::Error,
        spot: Found {
            at,
            column: text[..range.start].chars().count() + 1,
            excerpt: text[range.clone()].to_owned(),
            range,
            section: "一/（一）".into(),
            line: 0,
        },
        message: "请改为全角标点".to_owned(),
        basis: "GB/T 15834—2011".into(),
        fix: fix.map(str::to_owned),
        also: Vec::new(),
    }
}

fn paragraph(index: usize) -> Where {
    Where::Text(Site::Paragraph(ITEM, index))
}

/// A finding for each “,” of a text.
fn commas(report: &Report, place: Place) -> Vec<Finding> {
    let body = report.body(place).unwrap().iter().enumerate();
    let all = body.flat_map(|(index, text)| {
        let at = Where::Text(Site::Paragraph(place, index));
        text.match_indices(',').map(move |(byte, _)| (at, byte)).collect::<Vec<_>>()
    });
    all.map(|(at, byte)| finding(report, at, byte..byte + 1, Some("，"))).collect()
}

fn report(body: &[&str]) -> Report {
    let mut report = testing::report();
    report.sections[1].body = body.iter().map(|&text| text.to_owned()).collect();
    report
}

fn session(report: &Report) -> Session {
    let mut session = Session::new("甲".into(), report.clone(), None);
    session.take_checked(checked(0, commas(report, ITEM)));
    session
}

fn checked(revision: u64, standing: Vec<Finding>) -> Checked {
    let review = Review { standing, ignored: Vec::new() };
    Checked { revision, review, rules: Arc::new(Rules::default()) }
}

fn change(session: &mut Session, edit: Edit) {
    let spot = Spot { entry: Entry::Text(ITEM), position: Position::default() };
    session.change(edit, Kind::Single, spot, spot).unwrap();
}

fn text(paragraph: usize, byte: usize, removed: &str, inserted: &str) -> Edit {
    let at = Position { paragraph, byte };
    Edit::Text { place: ITEM, at, removed: removed.into(), inserted: inserted.into() }
}

fn places(session: &Session) -> Vec<(Where, usize)> {
    let all = session.checks().all().iter();
    all.map(|finding| (finding.spot.at, finding.spot.range.start)).collect()
}

#[test]
fn what_stands_behind_a_change_moves_and_what_it_touches_is_gone() {
    let mut session = session(&report(&["甲,乙,丙", "丁,戊"]));
    change(&mut session, text(0, 4, "", "新"));
    assert_eq!(places(&session), [(paragraph(0), 3), (paragraph(0), 10), (paragraph(1), 3)]);
    change(&mut session, text(0, 0, "", "前\n"));
    assert_eq!(places(&session), [(paragraph(1), 3), (paragraph(1), 10), (paragraph(2), 3)]);
    change(&mut session, text(1, 3, ",", "，"));
    assert_eq!(places(&session), [(paragraph(1), 12), (paragraph(2), 3)]);
    session.undo().unwrap();
    assert_eq!(places(&session), [(paragraph(1), 10), (paragraph(2), 3)]);
}

#[test]
fn a_result_is_brought_to_the_present_text() {
    let old = report(&["甲,乙", "丙,丁"]);
    let mut session = session(&old);
    change(&mut session, text(0, 0, "", "新"));
    change(&mut session, text(1, 3, ",", "，"));
    session.take_checked(checked(1, commas(&report(&["新甲,乙", "丙,丁"]), ITEM)));
    assert_eq!(places(&session), [(paragraph(0), 6)]);
    assert_eq!(session.checks().revision(), Some(1));
    // One that comes late tells nothing.
    session.take_checked(checked(0, commas(&old, ITEM)));
    assert_eq!(session.checks().revision(), Some(1));
}

#[test]
fn findings_are_asked_for_by_entry_caret_and_text() {
    let session = session(&report(&["甲,乙", "丁,戊"]));
    let checks = session.checks();
    assert!(checks.is_known());
    assert_eq!(checks.counts(), Counts { error: 2, ..Counts::default() });
    assert_eq!(checks.counts_of(Entry::Text(ITEM)).error, 2);
    assert_eq!(checks.of(Entry::Closing).count(), 0);
    assert_eq!(checks.marks(Site::Paragraph(ITEM, 1)), [(3..4, Severity::Error)]);
    let at = |paragraph, byte| {
        let position = Position { paragraph, byte };
        checks.at(Spot { entry: Entry::Text(ITEM), position }).is_some()
    };
    assert!(at(0, 3) && at(0, 4) && !at(0, 0) && !at(2, 3));
}

#[test]
fn all_fixes_are_one_change_from_the_last_to_the_first() {
    let mut report = report(&["甲,乙,丙", "多余", "丁,戊"]);
    report.letterhead.addressee = Some("县委:".to_owned());
    report.sections[1].heading = "依法,办事".to_owned();
    report.sections[1].written.label = Some("（五）".to_owned());
    let mut findings = commas(&report, ITEM);
    let heading = Where::Text(Site::Heading(SectionId(2)));
    findings.push(finding(&report, heading, 6..7, Some("")));
    findings.push(finding(&report, Where::Number(SectionId(2)), 0..9, Some("（一）")));
    findings.push(finding(&report, Where::Text(Site::Addressee), 6..7, Some("：")));
    findings.push(finding(&report, paragraph(1), 0..6, Some("")));
    // It lies over another.
    findings.push(finding(&report, paragraph(2), 0..4, Some("丁")));
    findings.push(finding(&report, paragraph(2), 0..3, None));
    assert_eq!(fixes::offered(&findings, &report).len(), 8);
    let (edit, made) = fixes::all(&findings, &report);
    assert_eq!(made.len(), 7);
    let before = report.clone();
    let back = report.apply(edit).unwrap();
    assert_eq!(report.body(ITEM).unwrap(), ["甲，乙，丙", "丁，戊"]);
    assert_eq!(report.sections[1].heading, "依法办事");
    assert_eq!(report.sections[1].written.label, None);
    assert_eq!(report.letterhead.addressee.as_deref(), Some("县委："));
    report.apply(back).unwrap();
    assert_eq!(report, before);
}

#[test]
fn a_fix_is_shown_with_what_stands_around_it() {
    let report = report(&["全年办结群众反映的事项,都有回音"]);
    let fix = fixes::shown(&commas(&report, ITEM)[0], &report).unwrap();
    assert_eq!((fix.before.as_str(), fix.after.as_str()), (",", "，"));
    assert_eq!((fix.head.as_str(), fix.tail.as_str()), ("结群众反映的事项", "都有回音"));
    let changed = self::report(&["全年办结"]);
    assert_eq!(fixes::shown(&fix.finding, &changed), None);
}

#[test]
fn what_is_left_as_it_is_lapses_with_its_words() {
    let waiver = |excerpt: Option<&str>| Waiver {
        rule: "half-width-mark".into(),
        at: excerpt.map(|_| Scope::Section(SectionId(2))),
        excerpt: excerpt.map(str::to_owned),
        nth: 0,
        reason: String::new(),
        date: String::new(),
    };
    let left = |body: &[&str], waiver: &Waiver| {
        let mut report = report(body);
        report.waivers = vec![waiver.clone()];
        let script = check::Script::of(&report);
        let review = check::waived(commas(&report, ITEM), &report.waivers, &script);
        (review.standing.len(), review.ignored.len())
    };
    let here = waiver(Some("办结,全年"));
    assert_eq!(left(&["办结,全年", "别处,全年"], &here), (1, 1));
    assert_eq!(left(&["前面加了一段", "办结,全年"], &here), (0, 1));
    assert_eq!(left(&["办完,全年"], &here), (1, 0));
    assert_eq!(left(&["办结,全年", "别处,全年"], &waiver(None)), (0, 2));
}

/// Edits of one text, of lines and of the outline.
fn edits() -> impl Strategy<Value = (u8, usize, usize, String)> {
    (0..9_u8, 0..40_usize, 0..12_usize, "[甲,\n]{0,4}")
}

/// The edit that a row of numbers stands for; none where it does not fit.
fn edit(report: &Report, (kind, at, length, inserted): (u8, usize, usize, String)) -> Option<Edit> {
    match kind {
        0..=4 => {
            let all = report.body(ITEM)?.join("\n");
            let signs: Vec<(usize, char)> = all.char_indices().collect();
            let start = at.min(signs.len());
            let end = (start + length).min(signs.len());
            let byte = |index: usize| signs.get(index).map_or(all.len(), |(byte, _)| *byte);
            let before = &all[..byte(start)];
            let at = crate::text::position::advance(Position::default(), before);
            let removed = all[byte(start)..byte(end)].to_owned();
            Some(Edit::Text { place: ITEM, at, removed, inserted })
        }
        5 => Some(Edit::Year(2024)),
        6 => Some(report.move_section_down(SectionId(2)).ok()?.edit),
        7 => Some(report.merge_section(SectionId(3)).ok()?.edit),
        _ => Some(Edit::Preamble(None)),
    }
}

proptest! {
    #[test]
    fn what_is_shown_stands_where_it_is_shown(
        body in "[甲,\n]{0,40}",
        steps in prop::collection::vec(edits(), 1..12),
        late in 0..12_usize,
    ) {
        let lines: Vec<&str> = body.split('\n').collect();
        let report = report(&lines);
        let mut session = session(&report);
        let mut kept = (0, commas(&report, ITEM));
        for (number, step) in steps.into_iter().enumerate() {
            if step.0 == 4 && step.2 > 9 {
                session.undo();
            } else if let Some(edit) = edit(session.report(), step) {
                change(&mut session, edit);
            }
            if number == late / 2 && session.report().body(ITEM).is_some() {
                kept = (session.revision(), commas(session.report(), ITEM));
            }
            if number == late {
                session.take_checked(checked(kept.0, kept.1.clone()));
            }
            for finding in session.checks().all() {
                prop_assert!(finding.spot.stands_in(session.report()), "{finding:?}");
            }
        }
    }

    #[test]
    fn a_waiver_never_takes_away_what_it_is_not_about(body in "[甲乙,\n]{0,40}") {
        let lines: Vec<&str> = body.split('\n').collect();
        let mut report = report(&lines);
        let findings = commas(&report, ITEM);
        let script = check::Script::of(&report);
        for own in &findings {
            let Anchor { words, nth } = own.spot.anchor(&script).unwrap();
            report.waivers = vec![Waiver {
                rule: own.rule.to_string(),
                at: own.spot.at.scope(),
                excerpt: Some(words.to_owned()),
                nth,
                reason: String::new(),
                date: String::new(),
            }];
            let review = check::waived(findings.clone(), &report.waivers, &script);
            prop_assert!(review.ignored.contains(own));
            // A paragraph that stands whole in others takes them with it.
            let whole = own.spot.at.text_in(&report).is_some_and(|text| text == words);
            prop_assert!(whole || review.ignored == std::slice::from_ref(own));
        }
    }
}
