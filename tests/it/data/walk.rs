//! The walk: each template, for each kind of unit that it suits and in each
//! form that it can have, from a new report to the finished text and back.

use std::path::Path;

use fazhi_tui::document::assemble;
use fazhi_tui::export::{Format, Style};
use fazhi_tui::import::{Choices, import};
use fazhi_tui::report::options::{
    Bodies, HeadingStyle, Numbering, Options, Order, SignatureLayout, ThirdLevel, TitleForm,
    YearWord,
};
use fazhi_tui::report::unit::Profile;
use fazhi_tui::report::{self, Edit, Level, Place, Report, Template};
use fazhi_tui::storage::draft;
use fazhi_tui::text::position::{Position, end_of, slice};

use super::profile;
use crate::stage;

fn style(
    year_word: YearWord,
    heading: HeadingStyle,
    third_level: ThirdLevel,
    numbering: Numbering,
    signature: SignatureLayout,
) -> report::Style {
    report::Style { year_word, heading, third_level, numbering, signature }
}

/// The options as they are, and four ways to change them: together they hold
/// every value of every option.
fn ways(usual: &Options) -> Vec<Options> {
    let order = |order| usual.order.map(|_| order);
    let one = Options {
        bodies: Bodies::One,
        title: TitleForm::A,
        addressee: None,
        doc_number: Some("云政〔2026〕5号".to_owned()),
        lead_in: false,
        order: order(Order::ShortcomingsFirst),
        contact: false,
        copy_to: None,
        attachments: vec!["指标表".to_owned()],
        style: style(
            YearWord::FiscalYear,
            HeadingStyle::RunIn,
            ThirdLevel::ChainParagraphs,
            Numbering::RunOn,
            SignatureLayout::SideBySide,
        ),
    };
    let two = Options {
        bodies: Bodies::Two,
        title: TitleForm::A2,
        addressee: Some("区委、区政府：".to_owned()),
        doc_number: None,
        lead_in: true,
        order: order(Order::LeadershipFirst),
        contact: true,
        copy_to: Some("抄送：县委全面依法治县委员会办公室。".to_owned()),
        attachments: vec!["指标表".to_owned(), "案例".to_owned()],
        style: style(
            YearWord::Year,
            HeadingStyle::OwnLine,
            ThirdLevel::Figures,
            Numbering::Restart,
            SignatureLayout::Stacked,
        ),
    };
    let brief = Options {
        title: TitleForm::B,
        attachments: Vec::new(),
        style: report::Style {
            third_level: ThirdLevel::Plain,
            signature: SignatureLayout::Hidden,
            ..two.style
        },
        ..two.clone()
    };
    let yearly = Options {
        title: TitleForm::C,
        style: report::Style { third_level: ThirdLevel::Chain, ..one.style },
        bodies: Bodies::Two,
        ..one.clone()
    };
    vec![usual.clone(), one, two, brief, yearly]
}

/// Writes a text anew and marks it as done.
fn write(report: &mut Report, place: Place) {
    let body = report.body(place).unwrap().to_vec();
    let removed = slice(&body, Position::default(), end_of(&body));
    let begun = body.join("\n");
    let inserted = match place {
        // The points of the county stay, and are written out.
        Place::Section(_) if !body.is_empty() => begun.replace("【】", "全年办理12件。"),
        _ => format!(
            "全镇围绕{}开展工作12次，审查合同3份。\n群众反映“办事快了”——效果明显。",
            report.path(place)
        ),
    };
    report.apply(Edit::Text { place, at: Position::default(), removed, inserted }).unwrap();
    report.apply(Edit::Done { place, done: true }).unwrap();
}

/// What is compared of the outline and its texts.
fn outline(report: &Report) -> Vec<(Level, String, Vec<String>, Option<String>)> {
    let printed = (0..report.sections.len()).filter(|index| !report.left_out(*index));
    let sections = printed.map(|index| &report.sections[index]);
    sections.map(|s| (s.level, s.heading.clone(), s.body.clone(), s.key.clone())).collect()
}

/// The templates by their stems.
type Templates = [(String, Template)];

fn walk((stem, template): &(String, Template), of: &Profile, options: &Options, all: &Templates) {
    let place = format!("{stem}, {}, {options:?}", of.name);
    let mut report = template.start_with(stem, of, 2025, options);
    let bodies = if options.bodies == Bodies::Two { 2 } else { 1 };
    assert_eq!(report.closing.signature.len(), bodies, "{place}");
    for text in report.places() {
        write(&mut report, text);
    }
    report.closing.date = Some("2026年1月9日".to_owned());
    assert!(report.progress().complete(), "{place}: {:?}", report.progress());
    assert_eq!(report.open(), [], "{place}");

    let file = draft::render(&report).unwrap();
    assert_eq!(draft::parse(&file, Path::new("稿件.ron")).unwrap(), report, "{place}");

    let bytes = Format::Text.render(&assemble(&report), Style::default());
    let choices = Choices { templates: all, ..Choices::default() };
    let back = import(&bytes, &choices).unwrap().report;
    let text = String::from_utf8_lossy(&bytes);
    assert_eq!(&back.template, stem, "{place}\n{text}");
    assert_eq!(outline(&back), outline(&report), "{place}\n{text}");
    let lead = |report: &Report| report.preamble.clone().map(|p| p.body);
    assert_eq!(lead(&back), lead(&report), "{place}\n{text}");
    assert_eq!(back.title(), report.title(), "{place}");
    assert_eq!(back.letterhead.addressee, report.letterhead.addressee, "{place}");
    assert_eq!(back.letterhead.doc_number, report.letterhead.doc_number, "{place}");
    let mut closing = report.closing.clone();
    if report.style.signature == SignatureLayout::Hidden {
        // What is not printed cannot come back.
        closing.signature.clear();
    }
    assert_eq!(back.closing, closing, "{place}\n{text}");
    assert_eq!((back.year, &back.unit.name), (2025, &report.unit.name), "{place}");
    assert!(back.noise.is_empty(), "{place}: {:?}", back.noise);
}

#[test]
fn every_template_leads_to_a_finished_text_and_back() {
    let all = stage::templates();
    for entry in &all {
        for kind in &entry.1.kinds {
            let of = profile(*kind);
            for options in ways(&entry.1.options_for(&of)) {
                walk(entry, &of, &options, &all);
            }
        }
    }
}
