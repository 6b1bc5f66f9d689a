//! Files whose lines were cut at a width, and rows of cells: what becomes of them.

use super::read::{Read, pattern};

/// How many paragraphs each section has.
fn paragraphs(read: &Read) -> Vec<usize> {
    read.report().sections.iter().map(|section| section.body.len()).collect()
}

/// A file that asks for no decision and is signed.
fn certain(name: &str) -> Read {
    let read = pattern(name);
    assert_eq!(read.doubted(), [""; 0], "{name}");
    let closing = &read.imported.report.closing;
    assert_eq!(closing.signature, ["枕河镇人民政府"], "{name}");
    assert_eq!(closing.day().map(|day| day.iso()).as_deref(), Some("2026-01-09"), "{name}");
    read
}

#[test]
fn lines_that_spaces_push_to_the_right_hide_no_cut() {
    let read = certain("w01-pushed-right.txt");
    assert_eq!(paragraphs(&read), [0, 1, 1, 1, 1, 1]);
    assert_eq!(read.noise(), ["签发人：周某某"]);
    assert!(read.says("接回了 11 处，请核对"));
}

#[test]
fn bare_page_numbers_leave_the_sentence_whole() {
    let read = certain("w02-bare-pages.txt");
    assert_eq!(read.noise(), ["1", "2", "3"]);
    assert_eq!(paragraphs(&read), [0, 1, 1, 1, 1, 1]);
    assert!(read.says("第 3 行写满了又正好说完一句"));
}

#[test]
fn numbers_that_were_cut_are_whole_again() {
    let read = certain("w03-cut-numbers.txt");
    assert_eq!(read.body(0).len(), 6);
    for paragraph in read.body(0) {
        for words in ["48217件", "1350600元", "99.37%", "29405件", "18812件"] {
            assert!(paragraph.contains(words), "{words}: {paragraph}");
        }
    }
}

#[test]
fn a_heading_as_wide_as_the_line_stays_one() {
    let read = certain("w04-full-headings.txt");
    let expected = [
        "主要举措和成效",
        "坚持学法用法，把学习成果用到解决群众反映的问题之中去",
        "规范行政执法，逐项核对清单并对轻微违法先行提醒",
        "化解矛盾纠纷，对牵涉多个部门的事项由司法所牵头会商并逐件定人定时",
        "加强公开",
        "培养队伍",
        "存在的不足",
        "下一步打算",
    ];
    assert_eq!(read.headings(), expected);
    assert_eq!(paragraphs(&read), [0, 1, 1, 1, 1, 2, 1, 2]);
}

#[test]
fn a_heading_that_may_go_on_is_asked_about() {
    let read = pattern("w08-guessed-heading.txt");
    assert_eq!(read.doubts.len(), 1);
    assert!(read.doubted()[0].starts_with("（一）坚持学法用法"));
    assert!(read.says("标题写满了一行"));
}

#[test]
fn a_list_of_equal_lines_is_no_paragraph() {
    let read = certain("w05-equal-lines.txt");
    assert_eq!(paragraphs(&read), [9, 1, 1]);
    assert!(!read.says("按宽度切断"));
}

#[test]
fn a_number_within_a_sentence_begins_no_heading() {
    let read = certain("w06-label-in-sentence.txt");
    assert_eq!(read.headings()[1..4], ["坚持学法用法", "规范行政执法", "规范商户经营"]);
    assert!(read.body(3)[0].contains("按照管理办法第（三）项的规定处理"));
}

#[test]
fn cells_stay_apart() {
    let read = certain("w07-tabs.txt");
    let rows = &read.body(0)[2..];
    assert_eq!(rows[0], "类别 件数 金额（元） 备注");
    assert_eq!(rows[2], "网上办理 29405 其中夜间提交3107件");
    assert_eq!(rows[3], "1.统计时间到十二月底。");
    assert_eq!(read.noise(), [""; 0]);
}
