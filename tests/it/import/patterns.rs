//! The shapes in which reports are met (P0–P24), a made-up file for each:
//! every one is read as its `//` line says.

use std::path::Path;

use fazhi_tui::import::{self, Choices, Reading, Role};
use fazhi_tui::report::options::SignatureLayout;
use fazhi_tui::report::template::Head;
use fazhi_tui::report::{HeadingStyle, Level};

use super::read::{Read, pattern};
use super::templates;

/// A file that asks for no decision.
fn certain(name: &str) -> Read {
    let read = pattern(name);
    assert_eq!(read.doubted(), [""; 0], "{name}");
    read
}

#[test]
fn p0_and_p1_run_in_items_and_two_signatures_in_one_row() {
    for (name, noise) in [
        ("p00-residue.txt", &["U+00A0 不间断空格", "[bookmark: _GoBack]"][..]),
        ("p01-clean.txt", &[]),
    ] {
        let read = certain(name);
        assert_eq!(read.items(), [10, 0, 0, 4]);
        let report = read.report();
        assert_eq!(report.letterhead.issuers.len(), 2);
        assert_eq!(report.title(), "关于2023年法治政府建设情况的报告");
        assert_eq!(report.style.heading, HeadingStyle::RunIn);
        assert_eq!(report.style.signature, SignatureLayout::SideBySide);
        assert_eq!(report.closing.day().map(|day| day.iso()).as_deref(), Some("2024-01-11"));
        assert_eq!(report.closing.contact_text(), Some("联系人：周某某，联系电话：023-55500123"));
        assert_eq!(read.noise(), noise);
    }
}

#[test]
fn p2_a_lost_bracket_is_kept_and_told() {
    let read = certain("p02-lost-bracket.txt");
    assert_eq!(read.labelled()[1], "（一）学习更加深入");
    assert_eq!(read.report().sections[1].written.label.as_deref(), Some("一）"));
    assert!(read.says("少了前面的括号，这样的还有 2 处"));
    assert_eq!(read.noise().len(), 6);
    assert_eq!(read.report().year, 2025);
}

#[test]
fn p3_glued_headings_are_parted_by_known_words_or_asked_about() {
    let read = pattern("p03-glued.txt");
    assert_eq!(read.labelled()[3], "（三）健全依法决策和制度体系");
    assert!(read.body(3)[0].starts_with("全年审查合同28份"));
    assert!(read.says("先按常见的标题从这里断开"));
    assert_eq!(read.doubts.len(), 2, "{:?}", read.doubts);
    assert!(read.doubted()[0].starts_with("全年审查合同28份"));
    assert!(read.doubted()[1].starts_with("（四）规范执法办案行为全年"));
    assert_eq!(read.report().letterhead.doc_number.as_deref(), Some("云政发20265号"));
    assert!(read.says("年份的〔〕不见了"));
    let preamble = read.report().preamble.as_ref().unwrap();
    assert!(preamble.body[0].contains("《<法治政府建设实施纲要>任务分工》"));
    assert_eq!(read.noise().len(), 3, "the title twice, two names of characters");
}

#[test]
fn p4_the_number_below_the_title_is_kept() {
    let read = certain("p04-number-below-title.txt");
    let letterhead = &read.report().letterhead;
    assert_eq!(letterhead.doc_number.as_deref(), Some("云政发〔2026〕5号"));
    assert!(!letterhead.doc_number_first);
    assert_eq!(letterhead.addressee_name(), Some("县委、县政府"));
    assert_eq!(read.items(), [2, 0]);
    assert_eq!(read.body(1)[1], "2一般干部跟着学，办培训班3期。");
}

#[test]
fn p5_numbers_that_run_on_are_text() {
    let read = certain("p05-run-on.txt");
    assert_eq!(read.items(), [3, 0]);
    assert!(read.body(3)[0].starts_with("5.队伍"));
}

#[test]
fn p6_and_p7_one_paragraph_is_taken_apart_and_asked_about() {
    let read6 = pattern("p06-one-paragraph.txt");
    assert_eq!(read6.items(), [3, 0, 0, 0]);
    assert_eq!(read6.report().title(), "云溪镇2025年法治政府建设情况报告");
    assert_eq!(read6.report().letterhead.addressee.as_deref(), Some("县委、县政府："));
    assert_eq!(read6.labelled()[1], "（一）深入学习");
    assert_eq!(read6.body(4), ["执法力量不足，持证人员只有7名；普法办法不多。"]);
    assert_eq!(read6.doubts.len(), 2);
    let read7 = pattern("p07-long-heading.txt");
    let long = &read7.report().sections[1].heading;
    assert!(long.starts_with("坚持把") && long.ends_with("基本习惯"), "{long}");
    assert_eq!(read7.labelled()[2], "（二）依法履职，把事项管住管好");
    assert!(read7.body(2)[0].starts_with("一是清单管事"));
}

#[test]
fn p8_lines_cut_hard_are_joined() {
    let read = certain("p08-hard-wrapped.txt");
    assert_eq!(read.items(), [2, 0]);
    assert_eq!(read.body(1).len(), 2);
    assert!(read.body(1)[0].contains("便民服务中心轮流主讲"));
    assert!(read.body(1)[0].contains("学习 12 次，参加"));
    assert!(read.says("按宽度切断"));
}

#[test]
fn p9_items_numbered_like_parts_are_nested() {
    let read = pattern("p09-nested.txt");
    assert_eq!(read.items(), [3, 2, 0]);
    assert_eq!(read.report().sections[1].written.label.as_deref(), Some("一、"));
    assert_eq!(read.doubted(), ["三、下一步打算"]);
}

#[test]
fn p10_to_p12_chains_and_points_under_a_part_are_its_text() {
    let chains = certain("p10-two-chains.txt");
    assert_eq!((chains.items(), chains.body(0).len()), (vec![0, 0], 4));
    let points = certain("p11-points-under-part.txt");
    assert_eq!((points.items(), points.body(0).len()), (vec![0, 0], 3));
    let leadership = certain("p12-leadership-chain.txt");
    assert_eq!((leadership.items(), leadership.body(0).len()), (vec![0; 4], 3));
    assert_eq!(
        covers(&leadership),
        [Head::Leadership, Head::Results, Head::Shortcomings, Head::Plan]
    );
}

#[test]
fn p13_parts_are_known_by_their_meaning() {
    let read = certain("p13-leadership-first.txt");
    assert_eq!(read.items(), [2, 2, 0, 0]);
    assert_eq!(covers(&read), [Head::Leadership, Head::Results, Head::Shortcomings, Head::Plan]);
}

/// The required content that the template ties each part to.
fn covers(read: &Read) -> Vec<Head> {
    let report = read.report();
    let templates = templates();
    let (_, template) = templates.iter().find(|(stem, _)| *stem == report.template).unwrap();
    let parts = report.sections.iter().filter(|section| section.level == Level::Part);
    let part =
        |key: &Option<String>| template.parts.iter().find(|part| Some(&part.key) == key.as_ref());
    parts.filter_map(|section| part(&section.key).unwrap().covers.first().copied()).collect()
}

#[test]
fn p14_a_thematic_report_has_parts_alone() {
    let read = certain("p14-thematic.txt");
    assert_eq!(read.items(), [0; 6]);
    assert_eq!(read.report().letterhead.issuers.len(), 2);
    assert_eq!(read.report().template, "thematic");
}

#[test]
fn p15_an_item_that_is_a_sentence_has_no_heading() {
    let read = certain("p15-sentence-items.txt");
    assert_eq!(read.items(), [3, 0]);
    assert!(read.report().sections[1..4].iter().all(|s| s.heading.is_empty() && s.body.len() == 1));
}

#[test]
fn p16_the_mark_behind_a_heading_is_kept_apart() {
    let read = certain("p16-heading-marks.txt");
    assert_eq!(read.labelled()[..2], ["一、主要举措和成效", "（一）深入学习"]);
    let section = &read.report().sections[1];
    assert_eq!(section.heading_style(read.report().style.heading), HeadingStyle::OwnLine);
    assert_eq!(section.written.end.as_deref(), Some("。"));
}

#[test]
fn p17_a_part_has_a_text_of_its_own() {
    let read = certain("p17-part-body.txt");
    assert_eq!(read.items(), [2, 1]);
    assert!(read.body(0)[0].starts_with("全镇辖11个村"));
    assert_eq!(read.body(3), ["总的看，工作还有差距。"]);
}

#[test]
fn p18_two_lists_in_one_part_keep_their_numbers() {
    let read = certain("p18-two-lists.txt");
    assert_eq!(read.items(), [2, 5, 0]);
    let labels: Vec<_> =
        read.report().sections[4..9].iter().map(|s| s.written.label.as_deref()).collect();
    assert_eq!(labels, [None, None, None, Some("（一）"), Some("（二）")]);
    assert!(read.report().sections[4..9].iter().all(|section| section.heading.is_empty()));
    assert!(read.says("节号又从头编"));
}

#[test]
fn p19_to_p21_odd_text_stays_as_it_is() {
    let stray = certain("p19-stray-numbers.txt");
    assert_eq!(stray.items(), [2, 0]);
    assert!(stray.body(1)[0].contains("参加1、干部"));
    let nested = certain("p20-nested-title-marks.txt");
    assert!(nested.body(1)[0].contains("《《行政处罚法》解读》"));
    let masked = certain("p21-masked.txt");
    assert_eq!((masked.items(), masked.report().year), (vec![2, 0], 0));
    assert_eq!(masked.report().closing.date.as_deref(), Some("****年*月**日"));
    assert!(masked.says("没有找到报告年度"));
}

#[test]
fn p22_the_first_of_two_titles_is_kept() {
    let read = pattern("p22-two-titles.txt");
    assert_eq!(read.report().title(), "云溪镇2024年法治政府建设情况报告");
    assert_eq!(read.doubted(), ["2024年度云溪镇法治政府建设工作报告"]);
    assert_eq!(read.noise(), ["2024年度云溪镇法治政府建设工作报告"]);
    assert_eq!(read.report().preamble, None);
}

#[test]
fn p23_traditional_characters_are_read_as_they_are() {
    let read = certain("p23-traditional.txt");
    assert_eq!(read.items(), [2, 0, 0]);
    assert_eq!(read.report().title(), "雲溪鎮2025年法治政府建設情況報告");
    assert_eq!(read.report().letterhead.addressee_name(), Some("縣委、縣政府"));
    assert_eq!(read.report().closing.signature, ["雲溪鎮人民政府"]);
}

#[test]
fn p24_lower_levels_in_a_paragraph_are_text() {
    let read = certain("p24-three-levels.txt");
    assert_eq!(read.items(), [2, 1]);
    assert_eq!(read.labelled()[1], "（一）深入学习");
    assert!(read.body(1)[0].starts_with("1.领导干部带头学。一是中心组"));
}

#[test]
fn a_decision_is_what_is_imported() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/patterns");
    let bytes = std::fs::read(folder.join("p22-two-titles.txt")).unwrap();
    let mut reading = Reading::of(&import::read(&bytes, None).unwrap(), &templates());
    reading.decide(1, Role::Text);
    assert_eq!(reading.doubts(), [0; 0]);
    let report = reading.build(&Choices::default()).report;
    assert_eq!(report.preamble.unwrap().body, ["2024年度云溪镇法治政府建设工作报告"]);
    assert!(report.noise.is_empty());
}
