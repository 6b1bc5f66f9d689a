//! The worked example and the one of the 街道: whole, in order with themselves,
//! and the same again after an export and an import.

use std::collections::BTreeSet;
use std::path::Path;

use fazhi_tui::app::effect::Effect;
use fazhi_tui::document::assemble;
use fazhi_tui::export::{Format, Style};
use fazhi_tui::import::{Choices, import};
use fazhi_tui::report::{Report, prose};
use fazhi_tui::storage::draft;

use crate::stage::{Stage, templates, worked_example};

const SUBDISTRICT: &str = include_str!("../fixtures/drafts/example-subdistrict.ron");

/// The example of the 街道, which is no part of the program.
fn subdistrict() -> Report {
    draft::parse(SUBDISTRICT, Path::new("example-subdistrict.ron")).unwrap()
}

fn examples() -> [Report; 2] {
    [worked_example(), subdistrict()]
}

/// The finished text in one piece.
fn finished(report: &Report) -> String {
    assemble(report).blocks.iter().map(|block| block.line() + "\n").collect()
}

#[test]
fn nothing_is_left_to_write() {
    for report in examples() {
        let name = &report.unit.name;
        assert!(report.progress().complete(), "{name}: {:?}", report.progress());
        assert_eq!(report.open(), [], "{name}");
        assert!(!finished(&report).contains(['【', '】', '{', '}']), "{name}");
    }
}

#[test]
fn every_figure_is_cited_and_has_a_unit_and_a_source() {
    for report in examples() {
        let texts = report.places().into_iter().flat_map(|place| report.body(place).unwrap());
        let cited: BTreeSet<&str> = texts.flat_map(|text| prose::citations(text)).collect();
        let figures: Vec<&str> = report.figures.iter().map(|figure| figure.name.as_str()).collect();
        let ledger: BTreeSet<&str> = figures.iter().copied().collect();
        assert_eq!(ledger.len(), figures.len(), "a figure stands twice");
        assert_eq!(cited, ledger);
        for figure in &report.figures {
            let whole = !figure.unit.is_empty() && !figure.source.is_empty();
            assert!(whole && figure.value.is_some(), "{figure:?}");
        }
    }
}

#[test]
fn an_export_read_back_is_the_same_report() {
    for report in examples() {
        let bytes = Format::Text.render(&assemble(&report), Style::default());
        let templates = templates();
        let choices = Choices { templates: &templates, ..Choices::default() };
        let back = import(&bytes, &choices).unwrap().report;
        assert_eq!(finished(&back), finished(&report));
        assert_eq!((back.year, &back.unit), (report.year, &report.unit));
        assert_eq!(back.closing, report.closing);
        assert!(back.noise.is_empty(), "{:?}", back.noise);
        let outline = |report: &Report| -> Vec<_> {
            let printed = (0..report.sections.len()).filter(|index| !report.left_out(*index));
            let sections = printed.map(|index| &report.sections[index]);
            sections.map(|s| (s.level, s.heading.clone(), s.body.len())).collect()
        };
        assert_eq!(outline(&back), outline(&report));
    }
}

/// The first number of a phrase.
fn number(phrase: &str) -> f64 {
    let digit = |c: char| c.is_ascii_digit();
    let rest = &phrase[phrase.find(digit).unwrap()..];
    let end = rest.find(|c: char| !digit(c) && c != '.').unwrap_or(rest.len());
    rest[..end].parse().unwrap()
}

/// Each whole with its parts, as the text has them.
const TOWN: [(&str, &[&str]); 27] = [
    ("法治经费26.5万", &["补贴9.6万", "宣传6.3万", "装备5.8万", "服务4.8万"]),
    ("会前学法18次", &["党委会上11次", "办公会上7次"]),
    ("应考68人", &["参考66人", "缺考的2人"]),
    ("参考66人", &["合格64人", "不合格的2人"]),
    ("活动46场次", &["赶场日24场次", "院坝14场次", "学校8场次"]),
    ("工单436件", &["按期办结431件", "超期的5件"]),
    ("收集问题33个", &["解决30个", "其余3个"]),
    ("此前制定的6件", &["保留4件", "修改1件", "废止1件"]),
    ("合法性审查132件次", &["文件31件次", "决策事项17件次", "合同84件次"]),
    ("合同84件次", &["审查合同76份", "有8份退回"]),
    ("审查合同76份", &["镇政府合同37份", "村级合同39份"]),
    ("提出审查意见147条", &["采纳139条", "未采纳的8条"]),
    ("立案37件", &["占道经营15件", "建筑垃圾12件", "露天焚烧10件"]),
    ("立案37件", &["行政处罚29件", "不予处罚8件"]),
    ("应急演练17次", &["镇级3次", "村（社区）14次"]),
    ("排查隐患186处", &["整改179处", "未整改的7处"]),
    ("转移群众11户", &["其余9户", "房屋损毁的2户"]),
    ("受理矛盾纠纷246件", &["化解233件", "其余13件"]),
    ("其余13件", &["引导起诉5件", "继续调解8件"]),
    ("行政诉讼2件", &["胜诉1件", "撤诉1件"]),
    ("共12件", &["人大建议9件", "政协提案3件"]),
    ("发现问题11个", &["已整改10个", "剩下的1个"]),
    ("问题3项", &["已改2项", "漏审1项"]),
    ("采购合同58份", &["签订前送审39份", "另外19份"]),
    ("扣分3份", &["取证不全2份", "签收日期1份"]),
    ("在编执法人员9人", &["持证7人", "有2人9月才从"]),
    ("积案3件", &["办结2件", "余下1件"]),
];

const STREET: [(&str, &[&str]); 15] = [
    ("应考74人", &["合格71人", "不合格的3人"]),
    ("活动38场次", &["夜场21场次", "校园9场次", "商圈8场次"]),
    ("工单2147件", &["按期办结2126件", "超期的21件"]),
    ("收集问题58个", &["解决53个", "没有解决的5个"]),
    ("提出审查意见118条", &["采纳113条", "没有采纳的5条"]),
    ("征求462户", &["同意431户", "另外31户"]),
    ("立案76件", &["行政处罚63件", "不予处罚13件"]),
    ("排查隐患275处", &["整改268处", "未整改的7处"]),
    ("应急演练12次", &["街道3次", "社区9次"]),
    ("受理矛盾纠纷318件", &["化解301件", "其余17件"]),
    ("其余17件", &["起诉12件", "继续调解5件"]),
    ("行政复议2件", &["维持1件", "终止1件"]),
    ("共10件", &["代表建议6件", "政协提案4件"]),
    ("扣分4份", &["照抄条文3份", "填错1份"]),
    ("执法人员16人", &["持证14人", "2人8月才"]),
];

#[test]
fn sums_agree() {
    let [town, street] = examples().map(|report| finished(&report));
    let all = TOWN.iter().map(|row| (&town, row)).chain(STREET.iter().map(|row| (&street, row)));
    for (text, (whole, parts)) in all {
        for phrase in parts.iter().chain([whole]) {
            assert!(text.contains(phrase), "{phrase} is not in the text");
        }
        let sum: f64 = parts.iter().map(|part| number(part)).sum();
        assert!((sum - number(whole)).abs() < 1e-9, "{whole}: {sum}");
    }
}

#[test]
fn shares_agree() {
    let [town, street] = examples().map(|report| finished(&report));
    for (text, share, part, whole) in [
        (&town, "按期办结率98.9%", 431.0, 436.0),
        (&town, "受理总数的53.3%", 68.0 + 63.0, 246.0),
        (&town, "占56.2%", 118.0, 210.0),
        (&street, "按期办结率99.0%", 2126.0, 2147.0),
        (&street, "占93.3%", 431.0, 462.0),
        (&street, "受理总数的71.1%", 104.0 + 79.0 + 43.0, 318.0),
        (&street, "占44.2%", 19.0, 43.0),
    ] {
        assert!(text.contains(share), "{share} is not in the text");
        let tenths: f64 = (part / whole * 1000.0_f64).round();
        assert!((tenths / 10.0 - number(share)).abs() < 1e-9, "{share}: {tenths}");
    }
}

#[test]
fn it_is_opened_from_the_empty_first_screen_and_from_the_palette() {
    let mut stage = Stage::new();
    stage.play("Down Down Down Enter");
    assert_eq!(stage.asked(), [Effect::OpenExample]);
    assert_eq!(stage.app.session().unwrap().id, "示例-云溪镇");
    stage.play("F5 bt Enter Down Down Down 甲");
    let changed = stage.report().clone();
    stage.play("Esc Esc");
    stage.asked();
    stage.play("Ctrl+P lizi Enter");
    assert_eq!(stage.asked(), [Effect::OpenExample]);
    assert_eq!(*stage.report(), changed);
}
