//! The data that is built in: each template loads, is sound and carries a
//! report from the first key to the finished text and back.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use fazhi_tui::document::assemble;
use fazhi_tui::export::{Format, Style};
use fazhi_tui::import::{Choices, import};
use fazhi_tui::report::template::{Guide, WORDS};
use fazhi_tui::report::unit::Profile;
use fazhi_tui::report::{Edit, Kind, Place, Report, Template, prose};
use fazhi_tui::storage::draft;
use fazhi_tui::text::position::{Position, end_of, slice};

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

/// A new report for a unit of the first kind that the template suits.
fn start(stem: &str, template: &Template) -> Report {
    let name = match template.kinds[0] {
        Kind::Town => "云溪镇",
        Kind::Township => "柳湾乡",
        Kind::Subdistrict => "清河街道",
        Kind::Bureau => "司法局",
    };
    let profile =
        Profile { name: name.to_owned(), county: "临川县".to_owned(), ..Profile::default() };
    template.start(stem, &profile, 2025)
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
        let report = start(&stem, &template);
        for section in &report.sections {
            assert!(!section.heading.contains(['[', ']', '{', '【']), "{stem}");
        }
    }
}

/// Writes a text anew and marks it as done.
fn write(report: &mut Report, place: Place, text: &str) {
    let body = report.body(place).unwrap().to_vec();
    let removed = slice(&body, Position::default(), end_of(&body));
    report
        .apply(Edit::Text { place, at: Position::default(), removed, inserted: text.to_owned() })
        .unwrap();
    report.apply(Edit::Done { place, done: true }).unwrap();
}

#[test]
fn every_template_leads_to_a_finished_text_and_back() {
    for (stem, template) in stage::templates() {
        let mut report = start(&stem, &template);
        for place in report.required() {
            let path = report.path(place);
            let text = format!(
                "全镇围绕{path}开展工作12次，审查合同3份。\n群众反映“办事快了”——效果明显。"
            );
            write(&mut report, place, &text);
        }
        report.closing.date = Some("2026年1月9日".to_owned());
        assert!(report.progress().complete(), "{stem}: {:?}", report.progress());
        assert_eq!(report.open(), [], "{stem}");

        let file = draft::render(&report).unwrap();
        assert_eq!(draft::parse(&file, Path::new("稿件.ron")).unwrap(), report, "{stem}");

        let bytes = Format::Text.render(&assemble(&report), Style::default());
        let templates = stage::templates();
        let choices = Choices { templates: &templates, ..Choices::default() };
        let back = import(&bytes, &choices).unwrap().report;
        let outline = |report: &Report| -> Vec<_> {
            let printed = (0..report.sections.len()).filter(|index| !report.left_out(*index));
            printed
                .map(|index| &report.sections[index])
                .map(|s| (s.level, s.heading.clone(), s.body.clone(), s.key.clone()))
                .collect()
        };
        assert_eq!(back.template, stem);
        assert_eq!(outline(&back), outline(&report), "{stem}");
        let lead = |report: &Report| report.preamble.clone().map(|p| p.body);
        assert_eq!(lead(&back), lead(&report), "{stem}");
        assert_eq!(back.title(), report.title());
        assert_eq!(back.closing, report.closing, "{stem}");
        assert_eq!((back.year, &back.unit.name), (2025, &report.unit.name));
        assert!(back.noise.is_empty());
    }
}
