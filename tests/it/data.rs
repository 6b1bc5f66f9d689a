//! The data that is built in: each template loads, is sound and carries a
//! report from the first key to the finished text and back.

mod walk;

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use fazhi_tui::report::template::{Guide, Head, WORDS};
use fazhi_tui::report::unit::Profile;
use fazhi_tui::report::{Kind, Report, Template, prose};
use fazhi_tui::storage::draft;

use crate::stage;

/// Every guide of a template, with the key of its text.
fn guides(template: &Template) -> Vec<(&str, &Guide)> {
    let mut guides = vec![("导语", &template.preamble.guide)];
    for part in &template.parts {
        guides.push((&part.key, &part.guide));
        guides.extend(part.items.iter().map(|item| (item.key.as_str(), &item.guide)));
    }
    guides
}

/// Every text of a template that a unit's words are put into.
fn texts(template: &Template) -> Vec<&str> {
    let mut texts = vec![template.preamble.starter.as_str()];
    for part in &template.parts {
        texts.push(&part.heading);
        for item in &part.items {
            texts.push(&item.heading);
            texts.extend(item.points.iter().map(String::as_str));
        }
    }
    for (_, guide) in guides(template) {
        for list in [&guide.what, &guide.forgotten, &guide.starters] {
            texts.extend(list.iter().map(String::as_str));
        }
    }
    texts
}

/// A unit of this kind.
fn profile(kind: Kind) -> Profile {
    let name = match kind {
        Kind::Town => "云溪镇",
        Kind::Township => "柳湾乡",
        Kind::Subdistrict => "清河街道",
        Kind::Bureau => "司法局",
    };
    Profile {
        name: name.to_owned(),
        county: "临川县".to_owned(),
        contact: Some("联系人：张××，联系电话：138****1234".to_owned()),
        ..Profile::default()
    }
}

/// A new report for a unit of the first kind that the template suits.
fn start(stem: &str, template: &Template) -> Report {
    template.start(stem, &profile(template.kinds[0]), 2025)
}

#[test]
fn every_template_is_there() {
    let stems: Vec<String> = stage::templates().into_iter().map(|(stem, _)| stem).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/templates");
    let files: HashSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(stems.iter().cloned().collect::<HashSet<_>>(), files);
}

#[test]
fn the_texts_required_are_counted() {
    let required: BTreeMap<String, usize> = stage::templates()
        .iter()
        .map(|(stem, template)| (stem.clone(), start(stem, template).progress().required))
        .collect();
    assert_eq!(required["town-four-parts"], 12);
    assert_eq!(required["town-ten-parts"], 14);
    assert_eq!(required["subdistrict-four-parts"], 12);
    assert_eq!(required["leadership-first"], 12);
    assert_eq!(required["thematic"], 8);
    assert_eq!(required["bureau"], 10);
    assert_eq!(required["brief"], 4);
    assert_eq!(required["work-points"], 12);
}

#[test]
fn keys_are_unique() {
    for (stem, template) in stage::templates() {
        let mut seen = HashSet::new();
        for (_, key, _) in template.headings() {
            assert!(seen.insert(key), "{stem} uses the key {key} twice");
        }
    }
}

#[test]
fn a_cited_figure_is_asked_in_the_same_guide() {
    for (stem, template) in stage::templates() {
        assert!(prose::citations(&template.preamble.starter).is_empty(), "{stem}");
        for (key, guide) in guides(&template) {
            let asked: Vec<&str> = guide.figures.iter().map(|f| f.name.as_str()).collect();
            for name in guide.starters.iter().flat_map(|text| prose::citations(text)) {
                assert!(asked.contains(&name), "{stem}, {key}: {{{name}}} is not asked");
            }
        }
    }
}

#[test]
fn a_figure_has_one_unit_and_one_place() {
    for (stem, template) in stage::templates() {
        let mut units: BTreeMap<&str, &str> = BTreeMap::new();
        for (key, guide) in guides(&template) {
            let mut here = HashSet::new();
            for figure in &guide.figures {
                let place = format!("{stem}, {key}: {}", figure.name);
                assert!(here.insert(&figure.name), "{place} is asked twice");
                assert!(!figure.unit.is_empty() && !figure.source.is_empty(), "{place}");
                let unit = *units.entry(&figure.name).or_insert(&figure.unit);
                assert_eq!(unit, figure.unit, "{place}");
            }
        }
    }
}

/// Figures of one trade alone, which the dictionary leaves to their templates.
const OUTSIDE: [&str; 9] = [
    "住宅小区",
    "微型消防站",
    "业委会备案",
    "联络站收集意见",
    "法制审核人员",
    "调整权责事项",
    "双随机抽查",
    "普法责任事项",
    "以案释法案例",
];

#[test]
fn a_figure_is_in_the_dictionary_with_its_unit() {
    let dictionary = stage::dictionary();
    for (stem, template) in stage::templates() {
        for (key, guide) in guides(&template) {
            for figure in &guide.figures {
                let place = format!("{stem}, {key}: {}", figure.name);
                match dictionary.entry(&figure.name) {
                    Some(entry) => assert!(entry.units.contains(&figure.unit), "{place}"),
                    None => assert!(OUTSIDE.contains(&figure.name.as_str()), "{place}"),
                }
            }
        }
    }
}

/// Checks that the advice for a text is short and nothing of it was `seen` before.
fn check_advice<'a>(guide: &'a Guide, seen: &mut HashSet<&'a String>, place: &str) {
    assert!(!guide.what.is_empty() && !guide.starters.is_empty(), "{place}");
    for line in guide.what.iter().chain(&guide.forgotten) {
        assert!(line.chars().count() <= 40, "{place}: {line}");
        assert!(seen.insert(line), "{place}: {line}");
    }
    for starter in &guide.starters {
        assert!(seen.insert(starter), "{place}: {starter}");
    }
}

#[test]
fn advice_is_short_and_given_once() {
    for (stem, template) in stage::templates() {
        let mut seen = HashSet::new();
        for (key, guide) in guides(&template) {
            check_advice(guide, &mut seen, &format!("{stem}, {key}"));
        }
    }
}

#[test]
fn the_advice_for_any_section_has_blanks_and_no_figures() {
    let guide = Guide::general();
    check_advice(&guide, &mut HashSet::new(), "any section");
    assert_eq!((guide.figures.len(), guide.starters.len()), (0, 2));
    for text in &guide.starters {
        let pieces = prose::pieces(text).into_iter();
        let blanks = pieces.filter(|(_, piece)| matches!(piece, prose::Piece::Blank(_)));
        assert!(blanks.count() >= 3 && prose::citations(text).is_empty(), "{text}");
        assert!(text.ends_with('。') && !text.contains(['[', ']', '{', '}']), "{text}");
    }
}

#[test]
fn every_required_content_has_its_text() {
    use Head::{Leadership, Plan, Results, Shortcomings};
    for (stem, template) in stage::templates() {
        for head in [Results, Shortcomings, Leadership, Plan] {
            let parts = template.parts.iter().any(|part| part.covers.contains(&head));
            let mut items = template.parts.iter().flat_map(|part| &part.items);
            assert!(parts || items.any(|item| item.covers.contains(&head)), "{stem}: {head:?}");
        }
        let lines: Vec<&str> = texts(&template);
        assert!(lines.iter().any(|line| line.contains("推进法治建设第一责任人职责")), "{stem}");
    }
}

/// The lines to the county follow the unit by themselves: nobody is asked to change them.
#[test]
fn no_template_asks_for_what_is_done_already() {
    for (stem, template) in stage::templates() {
        let note = template.note.clone().unwrap_or_default();
        assert!(!note.contains("抄送改成"), "{stem}: {note}");
        let of = Profile { county: "临江区".to_owned(), ..profile(template.kinds[0]) };
        let report = template.start(&stem, &of, 2025);
        let lines = [report.letterhead.addressee, report.closing.copy_to];
        for line in lines.into_iter().flatten() {
            assert!(line.contains('区') && !line.contains('县'), "{stem}: {line}");
        }
    }
}

#[test]
fn square_brackets_hold_known_words_only() {
    for (stem, template) in stage::templates() {
        for text in texts(&template) {
            let mut rest = text.to_owned();
            for (word, _) in WORDS {
                rest = rest.replace(word, "");
            }
            assert!(!rest.contains(['[', ']']), "{stem}: {text}");
        }
        for kind in &template.kinds {
            let report = template.start(&stem, &profile(*kind), 2025);
            for section in &report.sections {
                assert!(!section.heading.contains(['[', ']', '{', '【']), "{stem}");
            }
            let started = draft::render(&report).unwrap();
            let words = WORDS.iter().find(|(word, _)| started.contains(word));
            assert_eq!(words, None, "{stem}");
        }
    }
}
