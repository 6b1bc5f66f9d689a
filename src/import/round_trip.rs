//! The promise of the room, tested: no character is lost, none is added.
//!
//! A small renderer stands in for the exports here, so that the promise is
//! tested without them: what it prints, white space aside, must be the file
//! minus the list of noise.

use proptest::prelude::*;

use super::{Choices, Encoding, ImportError, Imported, Reading, Role, Source, import};
use crate::report::options::SignatureLayout;
use crate::report::{HeadingStyle, Level, Report};

const OWN_LINE: &[u8] = include_bytes!("../../tests/fixtures/import/01-own-line.txt");
const RUN_IN: &[u8] = include_bytes!("../../tests/fixtures/import/02-run-in-gbk.txt");

fn read_source(text: &str) -> Result<Source, ImportError> {
    super::read(text.as_bytes(), Some(Encoding::Utf8))
}

fn read(text: &str) -> Imported {
    import(text.as_bytes(), &Choices::default()).unwrap()
}

/// The report as lines, in the order of a printed page.
fn render(report: &Report) -> String {
    let head = &report.letterhead;
    let mut lines: Vec<String> = Vec::new();
    lines.extend(head.doc_number.clone().filter(|_| head.doc_number_first));
    lines.extend(head.issuers.iter().cloned());
    lines.push(report.title());
    lines.extend(head.doc_number.clone().filter(|_| !head.doc_number_first));
    lines.extend(head.addressee.clone());
    lines.extend(report.preamble.iter().flat_map(|p| p.body.clone()));
    for (index, section) in report.sections.iter().enumerate() {
        let label = section.label(report.ordinal(index));
        let end = section.heading_end(report.style.heading);
        let heading = format!("{label}{}{end}", section.heading);
        let run_in = section.heading_style(report.style.heading) == HeadingStyle::RunIn;
        let (first, rest) = section.body.split_at(usize::from(run_in).min(section.body.len()));
        lines.push(heading + &first.concat());
        lines.extend(rest.iter().cloned());
    }
    let closing = &report.closing;
    lines.extend(closing.attachments.iter().cloned());
    lines.extend(closing.signature_lines(report.style.signature));
    lines.extend(closing.date.clone());
    lines.extend(closing.contact.clone());
    lines.extend(closing.copy_to.clone());
    lines.join("\n")
}

fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The text of a file minus what the import lists as noise, where it lists it.
fn minus_noise(text: &str, report: &Report) -> String {
    let text = text.replace("\r\n", "\n");
    let mut lines: Vec<Vec<Option<char>>> =
        text.split('\n').map(|line| line.chars().map(Some).collect()).collect();
    for noise in &report.noise {
        let named = noise.text.starts_with("U+");
        let repeated = noise.text.split_once("连续 ").and_then(|(_, rest)| rest.split_once(' '));
        let length = match repeated {
            _ if !named => noise.text.chars().count(),
            Some((count, _)) => count.parse().unwrap(),
            None => 1,
        };
        let place = &mut lines[noise.line - 1][noise.column - 1..noise.column - 1 + length];
        let stood: String = place.iter().map(|c| c.expect("listed twice")).collect();
        assert!(named || stood == noise.text, "{stood:?} is listed as {:?}", noise.text);
        place.fill(None);
    }
    without_blanks(&lines.concat().into_iter().flatten().collect::<String>())
}

/// The characters of a text, whatever their order.
fn sorted(text: &str) -> Vec<char> {
    let mut chars: Vec<char> = text.chars().collect();
    chars.sort_unstable();
    chars
}

fn assert_nothing_lost(text: &str, imported: &Imported) {
    let (kept, printed) =
        (minus_noise(text, &imported.report), without_blanks(&render(&imported.report)));
    let moved = imported.notes.iter().any(|note| note.message.contains("导出时"));
    if moved {
        assert_eq!(sorted(&kept), sorted(&printed));
    } else {
        assert_eq!(kept, printed);
    }
}

#[test]
fn a_report_with_headings_on_their_own_lines_is_read() {
    let imported = import(OWN_LINE, &Choices::default()).unwrap();
    assert_nothing_lost(std::str::from_utf8(OWN_LINE).unwrap(), &imported);
    let report = imported.report;
    assert_eq!((report.year, report.unit.name.as_str()), (2024, "枕河镇"));
    assert_eq!(report.style.heading, HeadingStyle::OwnLine);
    assert_eq!(report.letterhead.doc_number.as_deref(), Some("枕政〔2025〕5号"));
    assert!(report.letterhead.doc_number_first && report.noise.is_empty());
    let parts = report.sections.iter().filter(|s| s.level == Level::Part);
    assert_eq!((parts.count(), report.sections.len()), (4, 16));
    assert!(report.sections.iter().all(|s| s.written.is_plain()));
    assert_eq!(report.closing.copy_to_names(), Some("县委全面依法治县委员会办公室"));
}

#[test]
fn a_run_in_report_in_gbk_is_read() {
    let imported = import(RUN_IN, &Choices::default()).unwrap();
    let text = encoding_rs::GB18030.decode(RUN_IN).0.into_owned();
    assert_nothing_lost(&text, &imported);
    assert_eq!(imported.encoding, Some(Encoding::Gb18030));
    let report = imported.report;
    assert_eq!(report.style.heading, HeadingStyle::RunIn);
    assert_eq!(report.style.signature, SignatureLayout::SideBySide);
    assert_eq!(report.closing.signature.len(), 2);
    assert_eq!(report.noise.len(), 1);
    assert_eq!((report.noise[0].line, report.noise[0].column), (7, 1));
    assert_eq!(report.sections[1].heading, "学习贯彻习近平法治思想");
}

#[test]
fn a_year_of_signing_that_cannot_be_is_no_year() {
    let year = |date: &str| {
        read(&format!("工作报告\n一、工作\n做了事。\n云溪镇人民政府\n{date}\n")).report.year
    };
    assert_eq!([year("2025年1月9日"), year("9999年1月9日"), year("1950年1月9日")], [2024, 0, 0]);
}

#[test]
fn what_was_written_is_kept_as_written() {
    let imported = read(
        "云溪镇2025年法治政府建设情况报告\n一、举措。\n一）抓学习\n学。\n（二）、抓执法。执。\n\
         （四）抓监督\n督。\n二．不足\n三是另一句话。\n云溪镇人民政府\n2026年1月5日",
    );
    let sections = &imported.report.sections;
    let labels: Vec<_> = sections.iter().map(|s| s.written.label.as_deref()).collect();
    assert_eq!(labels, [None, Some("一）"), Some("（二）、"), Some("（四）"), Some("二．")]);
    assert_eq!(sections[0].written.end.as_deref(), Some("。"));
    assert_eq!(sections[2].written.style, Some(HeadingStyle::RunIn));
    assert_eq!(sections[4].body, ["三是另一句话。"]);
    assert!(imported.notes.iter().any(|n| n.line == 6 && n.message.contains("（四）")));
}

#[test]
fn a_number_out_of_sequence_is_text() {
    let imported = read(
        "报告\n一、举措\n正文。\n七、这一句只是说明，不是标题。另有一句。\n（三）也不是。\n二、不足\n不足。",
    );
    let sections = &imported.report.sections;
    assert_eq!(sections.len(), 2);
    assert_eq!(sections[0].body.len(), 3);
}

#[test]
fn an_item_may_begin_with_its_text() {
    let sentence = "（一）全年召开党委会12次，专题学习4次，研究问题9个。其中两次邀请律师。";
    let imported = read(&format!("报告\n一、举措\n{sentence}\n（二）抓执法\n执法。"));
    let item = &imported.report.sections[1];
    assert_eq!(item.heading, "");
    assert_eq!(item.written.style, Some(HeadingStyle::RunIn));
    assert_eq!(format!("（一）{}", item.body[0]), sentence);
}

#[test]
fn a_text_without_headings_becomes_the_preamble() {
    let imported = read("今天开会。\n\n讨论了两件事。");
    assert_eq!(imported.report.preamble.unwrap().body.len(), 2);
    assert!(imported.report.sections.is_empty());
    assert!(imported.notes.iter().any(|n| n.message.contains("没有找到「一、」")));
}

/// One line of a made-up file: what real ones are made of, in any order.
fn scrap() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "",
        " \u{3000} ",
        "\u{a0}",
        "— 3 —",
        "索引号：A/1",
        "首页 > 公开",
        "附件1",
        "发文字号：云政〔2025〕5号",
        "云政〔2025〕5号",
        "中共云溪镇委员会",
        "临川县云溪镇人民政府",
        "中共云溪镇委员会   云溪镇人民政府",
        "云溪镇人民政府\u{b}2026年1月5日",
        "关于2025年法治政府",
        "建设情况的报告",
        "云溪镇2025年法治政府建设年度报告",
        "县委、县政府：",
        "[bookmark: a]一、举措",
        "一、举措和成效。",
        "二、不足PAGEREF _Toc1 \\h",
        "三、安排。今后要做好。",
        "（一）抓学习",
        "\u{3000}（二）抓执法。执法12次。",
        "二）、抓普法：一是讲。",
        "（三）",
        "1.清理文件3件；",
        "（三）全年开会12次，成效明显，群众满意，各方面的工作都有了新的进展。",
        "附件：1.清单",
        "2.统计表",
        "2026年1月5日",
        "云溪镇人民政府  2026年1月5日",
        "二〇二六年一月五日",
        "（联系人：张××）",
        "抄送：县委办。",
        "一是\u{200b}抓\u{a0}\u{a0}学 习\t",
        "第 2 页 共 9 页",
        "云溪镇人民政府文件",
        "★",
        "（送审稿）",
        "县委、县政府，",
        "标题：云溪镇2025年法治政府建设年度报告",
        "（2026年1月5日）",
        "云溪司法所",
        "报告单位：云溪司法所",
        "日\u{200b} 期：2026-01-05",
        "云溪镇人民政府二Ｏ二六年一月五日",
        "联系电话：138****1234",
        "主送：县委",
        "附件一",
        "云溪镇党政办公室  2026年1月6日印发",
    ]);
    prop_oneof![
        4 => fixed.prop_map(str::to_owned),
        1 => "[一二三四（）()、。：，0-9年月日号第\\[\\] \u{a0}\u{3000}\ta-c\u{b}\u{feff}]{0,24}",
        1 => "\\PC{0,20}",
    ]
}

/// What a user may do to a passage, by numbers.
#[derive(Clone, Debug)]
enum Decision {
    Decide(usize, usize),
    Join(usize),
    Split(usize, usize),
}

fn decision() -> impl Strategy<Value = Decision> {
    prop_oneof![
        (0..24_usize, 0..Role::ALL.len()).prop_map(|(at, role)| Decision::Decide(at, role)),
        (0..24_usize).prop_map(Decision::Join),
        (0..24_usize, 0..40_usize).prop_map(|(at, byte)| Decision::Split(at, byte)),
    ]
}

/// A report as its parts: each a heading and the items under it.
fn outline() -> impl Strategy<Value = Vec<(String, Vec<String>)>> {
    let heading = "[法治建设推进执行依学习]{2,20}";
    prop::collection::vec((heading, prop::collection::vec(heading, 0..8)), 1..6)
}

/// The outline as a file, and the sections that must be found in it.
fn print(parts: &[(String, Vec<String>)], run_in: bool) -> (String, Vec<(Level, String)>) {
    let mut lines =
        ["云溪镇2025年法治政府建设情况报告", "县委、县政府：", "现将情况报告如下："].join("\n");
    let mut sections = Vec::new();
    let mut add = |level: Level, ordinal: u32, heading: &String, after: &str| {
        lines.extend(["\n", &level.label(ordinal), heading, after]);
        sections.push((level, heading.clone()));
    };
    for ((part, items), number) in parts.iter().zip(1..) {
        add(Level::Part, number, part, "");
        for (item, number) in items.iter().zip(1..) {
            add(Level::Item, number, item, if run_in { "。正文。" } else { "\n正文。" });
        }
    }
    (lines + "\n云溪镇人民政府\n2026年1月5日\n", sections)
}

proptest! {
    #[test]
    fn nothing_is_lost_from_any_file(lines in prop::collection::vec(scrap(), 0..24), crlf: bool) {
        let text = lines.join(if crlf { "\r\n" } else { "\n" });
        if let Ok(imported) = import(text.as_bytes(), &Choices { encoding: Some(Encoding::Utf8), ..Choices::default() }) {
            assert_nothing_lost(text.strip_prefix('\u{feff}').unwrap_or(&text), &imported);
        }
    }

    #[test]
    fn decisions_lose_nothing(
        lines in prop::collection::vec(scrap(), 0..24),
        decisions in prop::collection::vec(decision(), 0..12),
    ) {
        let text = lines.join("\n");
        let Ok(source) = read_source(&text) else { return Ok(()) };
        let mut reading = Reading::of(&source, &[]);
        for decision in decisions {
            match decision {
                Decision::Decide(at, role) => reading.decide(at, Role::ALL[role]),
                Decision::Join(at) => _ = reading.join(at),
                Decision::Split(at, byte) => _ = reading.split(at, byte),
            }
        }
        let report = reading.build(&Choices::default()).report;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        prop_assert_eq!(sorted(&minus_noise(text, &report)), sorted(&without_blanks(&render(&report))));
    }

    #[test]
    fn garbage_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = import(&bytes, &Choices::default());
    }

    #[test]
    fn a_printed_outline_is_read_back(parts in outline(), run_in: bool) {
        let (text, expected) = print(&parts, run_in);
        let imported = read(&text);
        assert_nothing_lost(&text, &imported);
        let found: Vec<_> = imported.report.sections.iter().map(|s| (s.level, s.heading.clone())).collect();
        prop_assert_eq!(found, expected);
        prop_assert!(imported.report.sections.iter().all(|s| s.written.is_plain()));
        let again = read(&render(&imported.report));
        prop_assert_eq!(again.report, imported.report);
    }
}
