//! Every option of a template, as it acts on a new report and its finished text.

use fazhi_tui::document::{Block, assemble};
use fazhi_tui::report::options::{
    Bodies, HeadingStyle, Numbering, Options, Order, SignatureLayout, ThirdLevel, TitleForm,
    YearWord,
};
use fazhi_tui::report::unit::Profile;
use fazhi_tui::report::{Level, Report};

use crate::stage::templates;

/// The finished text of a report.
fn lines(report: &Report) -> Vec<String> {
    assemble(report).blocks.iter().map(Block::line).collect()
}

/// A report for 云溪镇 with options that are changed from those of the template.
fn chosen(change: impl Fn(&mut Options)) -> Report {
    let (stem, mut template) = templates().swap_remove(0);
    template.parts[0].items[0].points = vec!["甲".to_owned(), "乙".to_owned()];
    template.parts[0].items[1].points = vec!["丙".to_owned()];
    let profile = Profile {
        name: "云溪镇".to_owned(),
        county: "临川县".to_owned(),
        contact: Some("张三".to_owned()),
        ..Profile::default()
    };
    let mut options = template.options_for(&profile);
    change(&mut options);
    template.start_with(&stem, &profile, 2025, &options)
}

#[test]
fn every_option_acts() {
    let head = |change: fn(&mut Options)| lines(&chosen(change))[..4].join("|");
    let usual = "中共云溪镇委员会|临川县云溪镇人民政府|关于2025年法治政府建设情况的报告|\
                 县委、县政府：";
    assert_eq!(head(|_| {}), usual);
    let one = head(|o| o.bodies = Bodies::One);
    assert!(one.starts_with("临川县云溪镇人民政府关于2025年"), "{one}");
    let joined = head(|o| o.title = TitleForm::A);
    assert!(joined.starts_with("中共云溪镇委员会、临川县云溪镇人民政府关于"), "{joined}");
    assert!(head(|o| o.title = TitleForm::B).starts_with("云溪镇2025年法治政府建设情况报告"));
    assert!(head(|o| o.title = TitleForm::C).starts_with("云溪镇2025年法治政府建设年度报告"));
    assert!(head(|o| o.style.year_word = YearWord::FiscalYear).contains("2025年度"));
    assert!(!head(|o| o.addressee = None).contains("县政府："));
    assert!(head(|o| o.addressee = Some("市委".into())).ends_with("市委："));
    assert!(head(|o| o.doc_number = Some("云政〔2026〕5号".into())).ends_with("云政〔2026〕5号"));
    assert_eq!(chosen(|o| o.lead_in = false).preamble, None);
    let body = |change: fn(&mut Options)| {
        let report = chosen(change);
        [report.sections[1].body.join("|"), report.sections[2].body.join("|")].join("/")
    };
    assert_eq!(body(|_| {}), "一是甲。【】二是乙。【】/一是丙。【】");
    let third = body(|o| o.style.third_level = ThirdLevel::ChainParagraphs);
    assert_eq!(third, "一是甲。【】|二是乙。【】/一是丙。【】");
    let third = body(|o| o.style.third_level = ThirdLevel::Plain);
    assert_eq!(third, "甲。【】|乙。【】/丙。【】");
    let third = body(|o| o.style.third_level = ThirdLevel::Figures);
    assert_eq!(third, "1.甲。【】|2.乙。【】/1.丙。【】");
    let on = body(|o| {
        o.style.third_level = ThirdLevel::Figures;
        o.style.numbering = Numbering::RunOn;
    });
    assert_eq!(on, "1.甲。【】|2.乙。【】/3.丙。【】");
    let run_in = lines(&chosen(|o| o.style.heading = HeadingStyle::RunIn));
    assert!(
        run_in.contains(&"（一）深入学习贯彻习近平法治思想。一是甲。【】二是乙。【】".to_owned()),
        "{run_in:?}"
    );
    let swapped = chosen(|o| o.order = Some(Order::LeadershipFirst));
    let parts: Vec<&str> = swapped
        .sections
        .iter()
        .filter(|s| s.level == Level::Part)
        .map(|s| s.key.as_deref().unwrap())
        .collect();
    assert_eq!(parts[..3], ["results", "leadership", "shortcomings"]);
}

#[test]
fn every_option_of_the_closing_lines_acts() {
    let end = |change: fn(&mut Options)| {
        let lines = lines(&chosen(change));
        let last = lines.iter().rposition(|line| line.contains("主要安排")).unwrap();
        lines[last + 1..].join("|")
    };
    let usual = "中共云溪镇委员会|临川县云溪镇人民政府|2026年1月【】日|（张三）|抄送：县委全面依法治县委员会办公室。";
    assert_eq!(end(|_| {}), usual);
    assert_eq!(end(|o| o.bodies = Bodies::One), usual.replace("中共云溪镇委员会|", ""));
    let beside = end(|o| o.style.signature = SignatureLayout::SideBySide);
    assert!(beside.starts_with("中共云溪镇委员会      临川县"), "{beside}");
    let hidden = end(|o| o.style.signature = SignatureLayout::Hidden);
    assert_eq!(hidden, "2026年1月【】日|（张三）|抄送：县委全面依法治县委员会办公室。");
    assert_eq!(end(|o| o.contact = false), usual.replace("（张三）|", ""));
    assert_eq!(
        end(|o| o.copy_to = None),
        usual.replace("|抄送：县委全面依法治县委员会办公室。", "")
    );
    assert!(end(|o| o.copy_to = Some("县委办".into())).ends_with("|抄送：县委办。"));
    let attached = end(|o| o.attachments = vec!["清单".into(), "统计表".into()]);
    assert!(attached.starts_with("附件：1.清单|2.统计表|"), "{attached}");
}
