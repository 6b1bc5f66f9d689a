//! Reports of a made-up township.

use std::path::Path;

use fazhi_tui::report::unit::Profile;
use fazhi_tui::report::{Edit, Place, Report};
use fazhi_tui::storage::{DataFolder, library};
use fazhi_tui::text::position::Position;

/// Sentences for any section.
const SENTENCES: [&str; 12] = [
    "坚持把学习贯彻习近平法治思想摆在首位，党委理论学习中心组专题学习6次，班子成员带头讲法治课4场，“关键少数”带动“绝大多数”。",
    "全年审查各类合同43份、重大行政决策7件，提出修改意见118条，采纳112条；没有一份合同因程序不当引起纠纷。",
    "把便民服务中心的28项事项整理成“一张清单”，群众办一件事平均少跑1.6趟，平均等候时间由25分钟缩短到9分钟。",
    "严格落实行政执法“三项制度”，执法全过程用记录仪记录，办理一般程序案件36件，无一件被撤销、变更或者确认违法。",
    "依托“一站式”矛盾纠纷调处中心，调解各类纠纷214件，调解成功209件，成功率97.7％；其中邻里纠纷96件、土地权属纠纷51件。",
    "组织“法律明白人”培训8期，受训412人次，每个村（社区）至少有3名——能讲政策、会调纠纷、懂得引导群众依法办事。",
    "对存在的问题不回避：有的执法人员证件到期没有及时更换，有的村规民约照搬照抄，有的台账记得粗……",
    "主要负责人切实履行推进法治建设第一责任人职责，对重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。",
    "下一步，将对照年度工作要点，一项一项抓落实：一是抓学习，二是抓执法，三是抓普法，四是抓队伍，确保各项任务按时完成。",
    "开展“法律进乡村”活动19场，发放资料2,300份，解答咨询560人次；在逢集日设普法摊点，把群众关心的事讲清楚、讲明白。",
    "政务公开栏每季度更新一次，主动公开信息137条，办理依申请公开3件，全部在法定期限内答复，没有发生复议和诉讼。",
    "推行包村干部、法律顾问、派出所民警“三方联动”，全年排查风险隐患88处，化解85处，其余3处已经明确专人跟进。",
];

/// The template that the program offers first, started for 云溪镇 and 2025.
pub(crate) fn new_report() -> Report {
    let library = library::templates(&DataFolder::at(Path::new("no such folder")));
    let entry = library.find("town-four-parts").unwrap();
    let profile =
        Profile {
            name: "云溪镇".to_owned(), county: "临川县".to_owned(), ..Profile::default()
        };
    entry.template.start(&entry.stem, &profile, 2025)
}

/// A report with about this many characters, spread evenly over its texts.
pub(crate) fn full_report(characters: usize) -> Report {
    let mut report = new_report();
    let places = report.required();
    let each = characters / places.len();
    let mut sentences = SENTENCES.iter().cycle();
    for place in places {
        let mut text = String::new();
        let mut paragraph = 0;
        while text.chars().count() < each {
            let sentence = sentences.next().unwrap();
            if paragraph > 150 {
                text.push('\n');
                paragraph = 0;
            }
            text.push_str(sentence);
            paragraph += sentence.chars().count();
        }
        replace(&mut report, place, &text);
    }
    report
}

/// Puts a text in the place of what stands there.
pub(crate) fn replace(report: &mut Report, place: Place, text: &str) {
    let removed = report.body(place).unwrap().join("\n");
    let edit = Edit::Text { place, at: Position::default(), removed, inserted: text.to_owned() };
    report.apply(edit).unwrap();
}
