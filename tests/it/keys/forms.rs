//! 版头, 落款 and the file to export to: what is typed and what becomes of it.

use std::path::Path;

use fazhi_tui::app::effect::Effect;
use fazhi_tui::app::pane::writing::Focus;
use fazhi_tui::app::prompt::Prompt;
use fazhi_tui::document::assemble;
use fazhi_tui::export::{Encoding, Newline, Style};
use fazhi_tui::report::{Report, Title};

use super::{at_item, at_item_with};
use crate::stage::{Stage, new_report};

/// Comes to the first row with this label and empties it.
fn emptied(stage: &mut Stage, entry: &str, label: &str) {
    stage.play(&format!("Ctrl+G {entry} Enter"));
    let form = || stage.pane().form.as_ref().unwrap();
    let (focus, rows) = (form().focus, &form().rows);
    let wanted = rows.iter().position(|row| row.label == label).unwrap();
    let length = rows[wanted].field.text().chars().count();
    stage.play(&"Up ".repeat(focus)).play(&"Down ".repeat(wanted));
    stage.play("End").play(&"Backspace ".repeat(length));
}

fn printed(report: &Report) -> Vec<String> {
    assemble(report).blocks.into_iter().map(|block| block.line()).collect()
}

#[test]
fn lines_of_the_frame_get_their_dress_when_they_are_typed() {
    for (entry, label, typed, line) in [
        ("版头", "主送机关", "区委", "区委："),
        ("版头", "主送机关", "区委：", "区委："),
        ("版头", "主送机关", "区委:", "区委:"),
        ("落款", "联系人", "张三", "（张三）"),
        ("落款", "联系人", "（张三）", "（张三）"),
        ("落款", "抄送", "县委办", "抄送：县委办。"),
        ("落款", "抄送", "抄送县委办", "抄送县委办"),
    ] {
        let mut stage = at_item();
        emptied(&mut stage, entry, label);
        stage.types(typed);
        let lines = printed(stage.report());
        assert!(lines.contains(&line.to_owned()), "{typed}: {lines:?}");
        // Gone to again, the row shows what is printed, and printing adds nothing.
        stage.play("Ctrl+G 学习 Enter").play(&format!("Ctrl+G {entry} Enter"));
        let rows = &stage.pane().form.as_ref().unwrap().rows;
        let row = rows.iter().find(|row| row.label == label).unwrap();
        assert_eq!(row.field.text(), line, "{typed}");
        assert_eq!(stage.pane().printed().iter().filter(|own| *own == line).count(), 1);
    }
}

#[test]
fn what_a_file_wrote_without_dress_stays_so() {
    let mut report = new_report();
    report.letterhead.addressee = Some("县委".to_owned());
    report.closing.contact = Some("联系人：张三".to_owned());
    report.closing.copy_to = Some("县委办".to_owned());
    let mut stage = Stage::writing(report);
    stage.play("Ctrl+G 版头 Enter Down 甲 Ctrl+G 落款 Enter 9");
    let lines = printed(stage.report());
    for line in ["县委", "联系人：张三", "县委办"] {
        assert!(lines.contains(&line.to_owned()), "{line}: {lines:?}");
    }
}

#[test]
fn the_profile_may_come_without_dress() {
    let mut stage = Stage::new();
    stage.play(
        "Ctrl+N 云溪镇 Down 临川县 Down Down Down Down 区委 Down 张三 Enter Enter Enter Enter",
    );
    let lines = printed(stage.report());
    for line in ["区委：", "（张三）"] {
        assert!(lines.contains(&line.to_owned()), "{line}: {lines:?}");
    }
}

#[test]
fn a_text_that_does_not_count_is_told_on_every_way_out_of_its_row() {
    for way in
        ["Down", "Enter", "Ctrl+G 学习 Enter", "Ctrl+PageDown", "F4", "Ctrl+P 稿件列表 Enter"]
    {
        let mut stage = at_item();
        stage.play("Ctrl+G 版头 Enter Up Up Up Up 改成这个");
        assert!(stage.notice().is_empty(), "{}", stage.notice());
        stage.play(way);
        assert_eq!(
            stage.notice(),
            "报告年度“2025改成这个”：年度要写四位数字，如 2025；写对以前仍按原来的",
            "{way}"
        );
    }
    let mut stage = at_item();
    stage.play("Ctrl+G 版头 Enter Up Up Up Up 改 Esc");
    assert!(stage.notice().starts_with("再按一次 Esc 回到稿件列表；报告年度“2025改”"));
    stage.play("Backspace Down");
    assert_eq!(stage.notice(), "");
    emptied(&mut stage, "版头", "单位简称");
    stage.play("Down");
    assert_eq!(stage.notice(), "单位简称不能空着；写好以前仍按原来的");
}

#[test]
fn an_emptied_title_has_the_form_of_the_template() {
    let mut report = new_report();
    report.letterhead.title = Title::Free("总结".to_owned());
    let mut stage = Stage::writing(report);
    emptied(&mut stage, "版头", "标题");
    let row = |stage: &Stage| {
        let form = stage.pane().form.as_ref().unwrap();
        form.rows.iter().find(|row| row.label == "标题").unwrap().value().to_owned()
    };
    assert_eq!(stage.report().letterhead.title, Title::A2);
    assert_eq!(row(&stage), "关于2025年法治政府建设情况的报告");
    stage.play("Ctrl+Z");
    assert!(matches!(stage.report().letterhead.title, Title::Free(_)));
    // One body alone stands in the title itself.
    let mut report = new_report();
    report.letterhead.issuers.truncate(1);
    report.letterhead.title = Title::Free("总结".to_owned());
    let mut stage = Stage::writing(report);
    emptied(&mut stage, "版头", "标题");
    assert_eq!(stage.report().letterhead.title, Title::A);
}

/// The export of a report, with this in the field of the file.
fn exporting(path: &str) -> Stage {
    let mut stage = at_item();
    stage.play("F12");
    let Some(Prompt::Export(export)) = stage.app.prompt() else { panic!() };
    let length = export.path.text().chars().count();
    stage.play("End").play(&"Backspace ".repeat(length));
    stage.types(path);
    stage.asked();
    stage
}

#[test]
fn no_export_goes_to_a_file_that_would_be_another_kind() {
    for (path, word) in [
        ("稿件.ron", ".ron"),
        ("稿件.RON", ".ron"),
        ("'稿件.ron'", ".ron"),
        ("终稿.docx", ".docx"),
        ("终稿.doc", ".doc"),
        ("终稿.wps", ".wps"),
        ("终稿.PDF", ".pdf"),
        ("", "文件名"),
        ("   ", "文件名"),
    ] {
        let mut stage = exporting(path);
        stage.play("Enter");
        assert_eq!((stage.prompt().as_str(), stage.asked()), ("导出", Vec::new()), "{path}");
        let Some(Prompt::Export(export)) = stage.app.prompt() else { panic!() };
        assert!(export.refused.as_ref().unwrap().contains(word), "{path}: {:?}", export.refused);
        assert_eq!(export.path.text(), path, "what is typed stays");
    }
}

#[test]
fn an_export_is_called_a_text() {
    for (path, target) in [
        ("终稿", "终稿.txt"),
        ("终稿.txt", "终稿.txt"),
        ("终稿2026.1.9", "终稿2026.1.9.txt"),
        ("别处/终稿.bak", "别处/终稿.bak.txt"),
        ("别处/", "别处/云溪镇2025年法治政府建设情况报告.txt"),
    ] {
        let mut stage = exporting(path);
        stage.play("Enter Down Enter");
        let asked = stage.asked();
        let [Effect::Export(order)] = asked.as_slice() else { panic!("{path}: {asked:?}") };
        assert_eq!(order.path, Path::new(target));
        // What turns out to be a folder takes the file under the proposed name.
        let inside = Path::new(path).join("云溪镇2025年法治政府建设情况报告.txt");
        assert_eq!(order.inside, Some(inside));
    }
}

#[test]
fn an_export_that_is_refused_stays_with_its_reason() {
    let mut stage = exporting("D:/没有/终稿");
    stage.play("Down Right Enter Down Enter");
    let export = |stage: &Stage| {
        let Some(Prompt::Export(export)) = stage.app.prompt() else { panic!() };
        (export.path.text().to_owned(), export.refused.clone())
    };
    let refused = Some("没有这个文件夹：D:/没有".to_owned());
    assert_eq!(export(&stage), ("D:/没有/终稿".to_owned(), refused));
    assert!(stage.draw(80, 24).text().contains("！没有这个文件夹：D:/没有"));
    stage.play("Up 2");
    assert_eq!(export(&stage), ("D:/没有/终稿2".to_owned(), None));
}

#[test]
fn the_next_export_is_written_as_the_last_one() {
    let mut stage = exporting("终稿");
    stage.play("Down Right Down Right Enter Down Enter");
    assert_eq!(stage.prompt(), "已导出");
    stage.play("Esc Esc Esc Enter F12");
    let Some(Prompt::Export(export)) = stage.app.prompt() else { panic!() };
    assert_eq!(export.path.text(), "文档/云溪镇2025年法治政府建设情况报告.txt");
    let style = Style { encoding: Encoding::Utf8Bom, newline: Newline::Crlf };
    assert_eq!(export.style, style);
}

#[test]
fn the_list_to_go_to_names_the_part_of_each_item() {
    let mut stage = at_item_with("甲");
    stage.play("F5");
    let Some(Prompt::Picker(picker)) = stage.app.prompt() else { panic!() };
    let labels: Vec<&str> = picker.matches().iter().map(|row| row.label.as_str()).collect();
    assert_eq!((labels[0], labels[1]), ("版头", "导语"));
    assert!(labels.iter().any(|label| label.starts_with("一/（一） 深入学习")), "{labels:?}");
    assert!(labels.iter().any(|label| label.starts_with("二/（一） 存在的")), "{labels:?}");
    stage.types("二/（一");
    stage.play("Enter");
    assert_eq!(stage.at(), "二/（一）");
}

#[test]
fn what_is_printed_is_only_seen_and_enter_leads_back() {
    for entry in ["版头", "落款"] {
        let mut stage = at_item();
        stage.play(&format!("Ctrl+G {entry} Enter F6"));
        let line = stage.draw(80, 24).line(23);
        assert!(line.contains("Enter 回去改") && !line.contains("填数"), "{line}");
        stage.play("Enter");
        assert_eq!((stage.pane().focus, stage.at().as_str()), (Focus::Text, entry));
    }
}

#[test]
fn enter_in_the_last_row_says_how_to_go_on() {
    let mut stage = at_item();
    stage.play("Ctrl+G 落款 Enter").play(&"Down ".repeat(20)).play("Enter");
    assert!(stage.notice().contains("F4"), "{}", stage.notice());
}
