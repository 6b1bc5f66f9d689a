//! Every change has its inverse; a change that does not fit changes nothing.

use proptest::prelude::*;

use super::*;
use crate::report::{Amount, HeadingStyle, Title, testing};
use crate::text::samples;

/// A report with texts of several paragraphs, done marks and a ledger.
fn report() -> Report {
    let mut report = testing::report();
    report.sections[1].body = strings(&["甲乙丙", "", "e\u{301}👨\u{200d}👩\u{200d}👧丁"]);
    report.sections[1].done = true;
    report.sections[2].body = strings(&["办案{执法案件}件。"]);
    report.figures =
        ["执法案件", "调解纠纷", "审查合同"].map(|name| figure(name, Some(3))).to_vec();
    report
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn figure(name: &str, value: Option<u16>) -> Figure {
    Figure {
        name: name.to_owned(),
        value: value.map(|value| Amount::parse(&value.to_string()).unwrap()),
        unit: "件".to_owned(),
        source: String::new(),
    }
}

fn text(place: Place, (paragraph, byte): (usize, usize), removed: &str, inserted: &str) -> Edit {
    Edit::Text {
        place,
        at: Position { paragraph, byte },
        removed: removed.to_owned(),
        inserted: inserted.to_owned(),
    }
}

/// A change that somebody wishes, whatever the report looks like by then.
#[derive(Clone, Debug)]
enum Wish {
    Text(usize, (usize, usize), String),
    Done(usize, bool),
    Year(i32),
    State(usize),
    Unit(String),
    Heading(HeadingStyle),
    LeftOut(bool),
    Swap,
    Letterhead(String),
    Closing(String),
    Figure(usize, Option<u16>),
    Remove(usize),
    All(Vec<Wish>),
}

impl Wish {
    /// The edit that it comes to in this report.
    fn edit(&self, report: &Report) -> Edit {
        let places = report.places();
        let place = |index: &usize| places[index % places.len()];
        match self {
            Self::Text(index, (from, to), inserted) => {
                let place = place(index);
                let body = report.body(place).unwrap();
                let spots = spots(body);
                let (from, to) = (spots[from % spots.len()], spots[to % spots.len()]);
                let (from, to) = (from.min(to), from.max(to));
                Edit::Text {
                    place,
                    at: from,
                    removed: between(body, from, to),
                    inserted: inserted.clone(),
                }
            }
            Self::Done(index, done) => Edit::Done { place: place(index), done: *done },
            Self::State(index) => Edit::State(State::ALL[index % State::ALL.len()]),
            Self::Year(year) => Edit::Year(*year),
            Self::Unit(name) => Edit::Unit(Unit::named(name)),
            Self::Heading(heading) => Edit::Style(Style { heading: *heading, ..report.style }),
            Self::LeftOut(left_out) => {
                let preamble = report.preamble.clone().unwrap_or_default();
                Edit::Preamble(Some(Preamble { left_out: *left_out, ..preamble }))
            }
            Self::Swap => report.swap_parts(SectionId(4), SectionId(1)).unwrap().edit,
            Self::Letterhead(title) => Edit::Letterhead(Box::new(Letterhead {
                title: Title::Free(title.clone()),
                ..report.letterhead.clone()
            })),
            Self::Closing(date) => {
                Edit::Closing(Box::new(Closing { date: Some(date.clone()), ..Closing::default() }))
            }
            Self::Figure(index, value) => {
                let names = ["执法案件", "调解纠纷", "审查合同", "新指标"];
                let name = names[index % names.len()];
                Edit::Figure { name: name.to_owned(), figure: Some(figure(name, *value)) }
            }
            Self::Remove(index) => {
                let names: Vec<_> = report.figures.iter().map(|f| f.name.clone()).collect();
                let name = names.get(index % names.len().max(1)).cloned();
                Edit::Figure { name: name.unwrap_or_default(), figure: None }
            }
            Self::All(wishes) => {
                let mut later = report.clone();
                let edits = wishes.iter().map(|wish| {
                    let edit = wish.edit(&later);
                    later.apply(edit.clone()).unwrap();
                    edit
                });
                Edit::All(edits.collect())
            }
        }
    }
}

/// Every place between two characters of a text.
fn spots(body: &[String]) -> Vec<Position> {
    let mut spots = vec![Position::default()];
    for (paragraph, text) in body.iter().enumerate() {
        let bytes = (0..=text.len()).filter(|byte| text.is_char_boundary(*byte));
        spots.extend(bytes.map(|byte| Position { paragraph, byte }));
    }
    spots
}

/// The text between two places, whether or not they part a cluster.
fn between(body: &[String], from: Position, to: Position) -> String {
    let whole = body.join("\n");
    let offset = |p: Position| {
        let before: usize = body[..p.paragraph].iter().map(|text| text.len() + 1).sum();
        before + p.byte
    };
    whole[offset(from)..offset(to)].to_owned()
}

fn wish() -> impl Strategy<Value = Wish> {
    let words = samples::paragraphs().prop_map(|lines| lines.join("\n"));
    let marks = prop::sample::select(vec!["", "\n", "\u{301}", "e", "\u{200d}", "👩", "🇨", "🇳"]);
    let inserted = prop_oneof![2 => words, 3 => marks.prop_map(str::to_owned)];
    let simple = prop_oneof![
        6 => (any::<usize>(), any::<(usize, usize)>(), inserted)
            .prop_map(|(place, spots, inserted)| Wish::Text(place, spots, inserted)),
        2 => any::<(usize, bool)>().prop_map(|(place, done)| Wish::Done(place, done)),
        1 => any::<i32>().prop_map(Wish::Year),
        1 => any::<usize>().prop_map(Wish::State),
        1 => samples::paragraph(2).prop_map(Wish::Unit),
        1 => prop::sample::select(vec![HeadingStyle::OwnLine, HeadingStyle::RunIn])
            .prop_map(Wish::Heading),
        2 => any::<bool>().prop_map(Wish::LeftOut),
        1 => Just(Wish::Swap),
        1 => samples::paragraph(4).prop_map(Wish::Letterhead),
        1 => samples::paragraph(4).prop_map(Wish::Closing),
        2 => any::<(usize, Option<u16>)>().prop_map(|(name, value)| Wish::Figure(name, value)),
        1 => any::<usize>().prop_map(Wish::Remove),
    ];
    simple.prop_recursive(2, 12, 4, |inner| prop::collection::vec(inner, 0..4).prop_map(Wish::All))
}

proptest! {
    #[test]
    fn every_change_has_its_inverse(wishes in prop::collection::vec(wish(), 1..12)) {
        let mut report = report();
        let mut past = Vec::new();
        for wish in wishes {
            let before = report.clone();
            let back = report.apply(wish.edit(&before)).unwrap();
            past.push((before, back, report.clone()));
        }
        for (before, back, after) in past.into_iter().rev() {
            prop_assert_eq!(&report, &after);
            let again = report.apply(back).unwrap();
            prop_assert_eq!(&report, &before);
            let back = report.apply(again).unwrap();
            prop_assert_eq!(&report, &after);
            report.apply(back).unwrap();
        }
    }

    #[test]
    fn a_change_that_does_not_fit_changes_nothing(
        wishes in prop::collection::vec(wish(), 0..4),
        (paragraph, byte) in (0..5_usize, 0..30_usize),
        removed in samples::paragraph(3),
    ) {
        let mut report = report();
        let before = report.clone();
        let mut later = before.clone();
        let mut edits = Vec::new();
        for wish in &wishes {
            let edit = wish.edit(&later);
            later.apply(edit.clone()).unwrap();
            edits.push(edit);
        }
        let place = Place::Section(SectionId(2));
        edits.push(text(place, (paragraph, byte), &removed, "新"));
        if let Ok(back) = report.apply(Edit::All(edits)) {
            report.apply(back).unwrap();
        }
        prop_assert_eq!(report, before);
    }

    #[test]
    fn an_empty_text_leaves_no_paragraph(inserted in samples::paragraphs()) {
        let mut report = report();
        let place = Place::Section(SectionId(4));
        let inserted = inserted.join("\n");
        let back = report.apply(text(place, (0, 0), "", &inserted)).unwrap();
        prop_assert_eq!(report.body(place).unwrap().join("\n"), inserted);
        report.apply(back).unwrap();
        prop_assert!(report.body(place).unwrap().is_empty());
    }
}

#[test]
fn text_is_replaced_across_paragraphs() {
    let mut report = report();
    let place = Place::Section(SectionId(2));
    let back = report.apply(text(place, (0, 3), "乙丙\n\ne", "戊\n己")).unwrap();
    assert_eq!(report.body(place).unwrap(), ["甲戊", "己\u{301}👨\u{200d}👩\u{200d}👧丁"]);
    report.apply(back).unwrap();
    assert_eq!(report, self::report());
}

#[test]
fn a_changed_text_is_no_longer_done_until_it_is_taken_back() {
    let mut report = report();
    let place = Place::Section(SectionId(2));
    let back = report.apply(text(place, (0, 0), "", "先")).unwrap();
    assert!(!report.sections[1].done);
    report.apply(back).unwrap();
    assert!(report.sections[1].done);
}

#[test]
fn a_mark_that_joins_its_letter_is_taken_back_alone() {
    let mut report = report();
    let place = Place::Section(SectionId(4));
    let mut back = Vec::new();
    for (byte, part) in [(0, "👨"), (4, "\u{200d}"), (7, "👩"), (11, "e"), (12, "\u{301}")] {
        back.push(report.apply(text(place, (0, byte), "", part)).unwrap());
    }
    for edit in back.into_iter().rev() {
        report.apply(edit).unwrap();
    }
    assert_eq!(report, self::report());
}

#[test]
fn a_removed_figure_comes_back_to_its_place() {
    let mut report = report();
    let removal = Edit::Figure { name: "执法案件".to_owned(), figure: None };
    let back = report.apply(removal).unwrap();
    assert_eq!(report.figures.len(), 2);
    report.apply(back).unwrap();
    assert_eq!(report, self::report());
}

#[test]
fn what_does_not_fit_is_refused() {
    let original = report();
    let place = Place::Section(SectionId(2));
    for (edit, error) in [
        (text(Place::Section(SectionId(99)), (0, 0), "", "甲"), EditError::NoPlace),
        (text(place, (0, 1), "", "甲"), EditError::OtherText),
        (text(place, (3, 0), "", "甲"), EditError::OtherText),
        (text(place, (0, 0), "乙", ""), EditError::OtherText),
        (text(place, (0, 6), "丙丁", ""), EditError::OtherText),
        (text(place, (2, 0), "e\u{301}👨\u{200d}👩\u{200d}👧丁\n", ""), EditError::OtherText),
        (Edit::Done { place: Place::Section(SectionId(99)), done: true }, EditError::NoPlace),
    ] {
        let mut report = original.clone();
        assert_eq!(report.apply(edit.clone()), Err(error.clone()), "{edit:?}");
        assert_eq!(report, original, "{edit:?}");
        let half = Edit::All(vec![text(place, (0, 0), "甲", "子"), edit]);
        assert_eq!(report.apply(half), Err(error));
        assert_eq!(report, original);
    }
}

#[test]
fn a_refused_change_leaves_an_empty_paragraph_of_a_file() {
    let mut report = report();
    report.sections[3].body = strings(&[""]);
    let before = report.clone();
    let place = Place::Section(SectionId(4));
    assert!(report.apply(text(place, (0, 0), "甲", "")).is_err());
    assert_eq!(report, before);
}

#[test]
fn a_lead_in_that_is_left_out_is_as_good_as_not_there() {
    let mut report = testing::report();
    let before = report.clone();
    assert!(!report.open().is_empty());
    let kept = Preamble { left_out: true, ..report.preamble.clone().unwrap() };
    let back = report.apply(Edit::Preamble(Some(kept.clone()))).unwrap();
    assert_eq!(report.places().len(), before.places().len() - 1);
    assert_eq!(report.required().len(), before.required().len() - 1);
    assert_eq!((report.body(Place::Preamble), report.lead_in()), (None, None));
    assert!(report.open().iter().all(|open| open.place.is_none()));
    assert_eq!(report.preamble.as_ref(), Some(&kept), "its text is kept");
    let typed = text(Place::Preamble, (0, 0), "", "甲");
    assert_eq!(report.apply(typed), Err(EditError::NoPlace));
    report.apply(back).unwrap();
    assert_eq!(report, before);
}
