//! Heads and ends of files in their odd shapes: what is plain is read without a
//! question, what is not is asked about, and nothing goes elsewhere in silence.

use fazhi_tui::import::{Note, Role};

use super::read::{Read, pattern, read};

/// The doubtful lines with what they are taken for.
fn roles(read: &Read) -> Vec<(Role, &str)> {
    read.doubts.iter().map(|(role, text, _)| (*role, text.as_str())).collect()
}

fn last_text(read: &Read) -> Option<&str> {
    read.report().sections.last()?.body.last().map(String::as_str)
}

fn signature(read: &Read) -> Vec<&str> {
    read.report().closing.signature.iter().map(String::as_str).collect()
}

fn date(read: &Read) -> Option<&str> {
    read.report().closing.date.as_deref()
}

/// A plain report with this head and this end.
fn around(head: &str, end: &str) -> Read {
    let text = format!(
        "{head}\n全年依法办事，现将情况报告如下：\n一、成效\n全年开会6次。\n二、不足\n人手偏紧。\n{end}\n"
    );
    read(text.as_bytes())
}

const TITLE: &str = "云溪镇2025年法治政府建设情况报告";

#[test]
fn an_imprint_and_several_contacts_hide_nothing() {
    let read = pattern("c01-imprint.txt");
    assert_eq!(roles(&read), []);
    let closing = &read.imported.report.closing;
    assert_eq!(signature(&read), ["云溪镇人民政府（盖章）"]);
    assert_eq!(closing.day().map(|day| day.iso()).as_deref(), Some("2026-01-05"));
    let contact = "（此件公开发布） 联 系 人：李×× 联系方式：138****1234";
    assert_eq!(closing.contact.as_deref(), Some(contact));
    assert_eq!(closing.copy_to.as_deref(), Some("抄送：县司法局。"));
    assert_eq!(read.noise().len(), 4);
    assert_eq!(last_text(&read), Some("补齐两名执法人员，每季度评查一次案卷。"));
}

#[test]
fn the_contents_of_attachments_are_asked_about_once() {
    let read = pattern("c02-attached.txt");
    assert_eq!(roles(&read), [(Role::Noise, "附件1")]);
    assert!(read.doubts[0].2.contains("共 7 行"), "{:?}", read.doubts);
    assert_eq!((signature(&read), date(&read)), (vec!["云溪镇人民政府"], Some("2026年1月5日")));
    assert_eq!(read.noise().len(), 7);
    assert_eq!(last_text(&read), Some("补齐两名执法人员，每季度评查一次案卷。"));
}

#[test]
fn a_report_that_is_an_attachment_itself_is_read() {
    let letter = "关于报送报告的函\n县司法局：\n现报上。\n云溪镇人民政府\n2026年1月6日\n附件";
    let read = around(&format!("{letter}\n{TITLE}"), "云溪镇人民政府\n2026年1月5日");
    assert_eq!(read.imported.report.sections.len(), 2);
    assert_eq!(date(&read), Some("2026年1月5日"));
}

#[test]
fn a_red_head_keeps_number_title_and_addressee() {
    let read = pattern("c03-red-head.txt");
    assert_eq!(roles(&read), []);
    let letterhead = &read.imported.report.letterhead;
    assert_eq!(letterhead.doc_number.as_deref(), Some("云政〔2026〕2号"));
    assert_eq!(letterhead.issuers, ["云溪镇人民政府"]);
    assert_eq!(read.imported.report.title(), "关于报送2025年法治政府建设情况报告的函");
    assert_eq!(letterhead.addressee_name(), Some("县司法局"));
    assert_eq!(date(&read), Some("2026年1月5日。"));
    assert_eq!(read.noise(), ["云溪镇人民政府文件", "签发人：李某", "★"]);
}

#[test]
fn remarks_below_the_title_hide_no_addressee() {
    let read = pattern("c04-remarks.txt");
    assert_eq!(
        roles(&read),
        [
            (Role::Noise, "（送审稿）"),
            (Role::Noise, "——在全镇工作会议上"),
            (Role::Signature, "报告单位：云溪司法所"),
        ]
    );
    let report = &read.imported.report;
    assert_eq!(report.title(), TITLE);
    assert_eq!(report.letterhead.addressee_name(), Some("县委、县政府，县司法局"));
    assert_eq!((signature(&read), date(&read)), (vec!["云溪司法所"], Some("2026-01-05")));
    let labels = ["标题：", "（送审稿）", "——在全镇工作会议上", "报告单位：", "日期："];
    assert_eq!(read.noise(), labels);
}

#[test]
fn what_is_missing_or_unlike_is_asked_about() {
    let read = pattern("c05-no-title.txt");
    let first = "2025年，云溪镇依法办事，平稳推进各项工作。现将情况报告如下：";
    assert_eq!(
        roles(&read),
        [
            (Role::Text, first),
            (Role::Text, "云溪调解中心"),
            (Role::Noise, "主送：县委、县政府"),
            (Role::Noise, "审核：李某"),
        ]
    );
    assert_eq!(signature(&read), ["云溪镇人民政府"]);
}

#[test]
fn closing_lines_above_an_unknown_one_are_asked_about() {
    let read = around(TITLE, "云溪镇人民政府\n2026年1月5日\n请各村遵照执行。\n抄送：县司法局。");
    assert_eq!(roles(&read), [(Role::Signature, "云溪镇人民政府"), (Role::Date, "2026年1月5日")]);
    assert!(read.doubts.iter().all(|(.., said)| said.contains("导出时")));
    assert_eq!(last_text(&read), Some("请各村遵照执行。"));
    let said = |note: &Note| note.message.contains("这一段写在日期之后");
    assert!(read.imported.notes.iter().any(said), "{:?}", read.imported.notes);
}

#[test]
fn a_date_or_the_own_name_below_the_title_is_asked_about() {
    let read = around("2025年度法治政府建设工作总结\n云溪镇人民政府\n（2026年1月5日）", "");
    assert_eq!(
        roles(&read),
        [(Role::Signature, "云溪镇人民政府"), (Role::Date, "（2026年1月5日）")]
    );
    let end = "云溪镇人民政府\n2026年1月5日";
    let read = around(&format!("{TITLE}\n（2026年1月9日）\n县司法局："), end);
    assert_eq!(roles(&read), [(Role::Noise, "（2026年1月9日）")]);
    assert_eq!(read.imported.report.letterhead.addressee_name(), Some("县司法局"));
    let read = around(&format!("{TITLE}\n临川县人民政府"), end);
    assert_eq!(roles(&read), []);
    assert_eq!(read.imported.report.letterhead.addressee_name(), Some("临川县人民政府"));
}

#[test]
fn a_line_above_the_date_signs_with_a_doubt() {
    for name in ["云溪镇", "云溪司法所", "云溪镇法治建设领导小组"] {
        let read = around(TITLE, &format!("{name}\n2026年1月5日"));
        assert_eq!(roles(&read), [(Role::Signature, name)]);
    }
    let three = "中共云溪镇委员会 云溪镇人大主席团 云溪镇人民政府";
    let read = around(&format!("{three}\n关于2025年法治政府建设情况的报告"), three);
    assert_eq!(read.imported.report.letterhead.issuers.len(), 3);
    assert_eq!(roles(&read), [(Role::Signature, three)]);
}

#[test]
fn the_year_of_a_plan_is_not_that_of_the_report() {
    let year = |first: &str, date: &str| {
        let text = format!(
            "云溪镇法治政府建设情况报告\n{first}\n一、成效\n开会6次。\n二、2025年打算\n再开会。\n云溪镇人民政府\n{date}\n"
        );
        read(text.as_bytes()).imported.report.year
    };
    assert_eq!(year("我镇依法办事，现报告如下：", "2025年1月5日"), 2024);
    assert_eq!(year("自2019年起，我镇依法办事，现报告如下：", "二O二五年一月五日"), 2024);
    assert_eq!(year("2024年，我镇依法办事，现报告如下：", ""), 2024);
    assert_eq!(year("落实《规划（2021—2025年）》，现报告如下：", "2025年1月5日。"), 2024);
}
