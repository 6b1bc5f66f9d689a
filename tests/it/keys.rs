//! Key scripts: what a person presses, and what is in the report afterwards.

mod blanks;
mod checks;
mod drafts;
mod figures;
mod files;
mod find;
mod forms;
mod frame;
mod guide;
mod help;
mod import;
mod leaving;
mod mouse;
mod outline;
mod palette;
mod proofing;
mod reading;
mod selecting;
mod settings;
mod template;
mod whole;

use std::path::Path;

use fazhi_tui::app::effect::Effect;
use fazhi_tui::app::form::Row;
use fazhi_tui::app::pane::writing::Focus;
use fazhi_tui::app::prompt::Prompt;
use fazhi_tui::app::{Input, Screen};
use fazhi_tui::report::progress::Mark;
use fazhi_tui::report::{Place, Report, SectionId, Title};
use fazhi_tui::text::Ambiguous;
use fazhi_tui::text::position::Position;

use crate::stage::source::SOURCE;
use crate::stage::{Stage, file, flawed_report, new_report, set_body, written_report};

/// The first item of the first part: 一/（一）.
const ITEM: Place = Place::Section(SectionId(2));

/// An open report whose first undone text is 一/（一）, empty.
fn at_item() -> Stage {
    let mut report = new_report();
    set_body(&mut report, Place::Preamble, vec!["导语。".to_owned()]);
    report.preamble.as_mut().unwrap().done = true;
    Stage::writing(report)
}

/// The same with this text in it, the caret at its end.
fn at_item_with(text: &str) -> Stage {
    let mut stage = at_item();
    stage.paste(text);
    stage
}

fn body(report: &Report) -> String {
    report.body(ITEM).unwrap().join("/")
}

#[test]
fn the_whole_walk_from_nothing_to_a_file() {
    let mut stage = Stage::new();
    stage.play("Enter 云溪镇 Down 临川县 Down Down Down Down Down Enter");
    stage.play("Enter Enter Enter");
    let asked = stage.asked();
    let [Effect::Create(report, profile)] = asked.as_slice() else { panic!("{asked:?}") };
    assert_eq!((report.year, profile.county.as_str()), (2025, "临川县"));
    assert_eq!(stage.at(), "导语");

    // 导语 comes with blanks: it is marked in spite of them.
    stage.play("F4");
    assert!(stage.prompt().contains("待填"), "{}", stage.prompt());
    stage.play("F4");
    let mut written = 1;
    while stage.prompt().is_empty() && stage.at() != "落款" {
        stage.play("一年来，全镇推进依法行政。 F4");
        written += 1;
        assert!(written < 50, "the walk does not end at {}", stage.at());
    }
    assert_eq!(written, stage.report().progress().required);
    assert!(stage.report().progress().complete());
    assert_eq!(stage.at(), "落款");
    stage.play("F4");
    assert_eq!(stage.prompt(), "导出");
    stage.play("Enter");
    assert_eq!(stage.prompt(), "报告还没有写完");
    stage.play("Down Enter");
    let asked = stage.asked();
    let [Effect::Export(order)] = asked.as_slice() else { panic!("{asked:?}") };
    assert_eq!(order.report, *stage.report());
    assert_eq!(order.path, Path::new("文档").join("云溪镇2025年法治政府建设情况报告.txt"));
    assert_eq!(stage.prompt(), "已导出");
    stage.play("Enter");
    assert_eq!((stage.prompt().as_str(), stage.at().as_str()), ("", "落款"));
}

#[test]
fn a_finished_report_is_exported_without_a_question() {
    let mut report = written_report();
    for section in &mut report.sections {
        section.done = true;
    }
    report.preamble.as_mut().unwrap().done = true;
    let mut stage = Stage::writing(report);
    assert_eq!((stage.at().as_str(), stage.pane().focus), ("导语", Focus::Outline));
    stage.play("F4");
    assert_eq!((stage.at().as_str(), stage.pane().focus), ("落款", Focus::Text));
    stage.play("F4 Enter");
    assert!(matches!(stage.asked().as_slice(), [Effect::Open(_), Effect::Export(_)]));
}

#[test]
fn an_empty_text_is_not_finished() {
    let mut stage = at_item();
    let before = stage.report().clone();
    stage.play("F4");
    assert!(stage.notice().contains("还没有内容"), "{}", stage.notice());
    assert_eq!((stage.at().as_str(), stage.report()), ("一/（一）", &before));
}

#[test]
fn blanks_are_shown_before_a_text_is_finished() {
    let mut stage = at_item_with("办结【几】件，受理【多少】件。");
    let text = body(stage.report());
    stage.play("F4");
    assert_eq!(stage.prompt(), "这一节还有 2 处待填");
    stage.play("Esc");
    assert_eq!(stage.text(), "办结|【几】件，受理【多少】件。");
    assert_eq!(stage.report().mark(ITEM), Mark::Drafting);
    stage.play("F4 Enter");
    assert_eq!(stage.report().mark(ITEM), Mark::Drafting);
    stage.play("F4 F4");
    assert_eq!(stage.report().mark(ITEM), Mark::Done);
    assert_eq!(stage.at(), "一/（二）");
    assert_eq!(body(stage.report()), text);
}

#[test]
fn typing_into_a_finished_text_takes_the_mark_away_and_undo_gives_it_back() {
    let mut stage = at_item_with("全年学习。");
    stage.play("F4 Ctrl+PageUp");
    assert_eq!(stage.report().mark(ITEM), Mark::Done);
    stage.play("再");
    assert_eq!(stage.report().mark(ITEM), Mark::Drafting);
    stage.play("Ctrl+Z");
    assert_eq!(stage.report().mark(ITEM), Mark::Done);
    stage.play("Ctrl+Z");
    assert_eq!(stage.report().mark(ITEM), Mark::Drafting);
}

#[test]
fn a_clause_that_is_typed_is_one_step() {
    let mut stage = at_item();
    stage.play("全年学习， 学了八次。 Ctrl+Z");
    assert_eq!(stage.text(), "全年学习，|");
    stage.play("Ctrl+Z");
    assert_eq!(stage.text(), "|");
    stage.play("Ctrl+Z");
    assert_eq!(stage.notice(), "没有可以撤销的改动了");
    stage.play("Ctrl+Y Ctrl+Y");
    assert_eq!(stage.text(), "全年学习，学了八次。|");
    stage.play("Ctrl+Y");
    assert_eq!(stage.notice(), "没有可以重做的改动了");
}

#[test]
fn a_paste_is_one_step_and_typing_around_it_others() {
    let mut stage = at_item();
    stage.play("先");
    stage.paste("一段\n又一段。\r\n第三段");
    stage.play("后");
    assert_eq!(stage.text(), "先一段/又一段。/第三段后|");
    stage.play("Ctrl+Z");
    assert_eq!(stage.text(), "先一段/又一段。/第三段|");
    stage.play("Ctrl+Z");
    assert_eq!(stage.text(), "先|");
    stage.play("Ctrl+Z");
    assert_eq!(stage.text(), "|");
}

#[test]
fn typing_after_moving_away_is_a_new_step() {
    let mut stage = at_item();
    stage.play("甲乙 Left 丙 Ctrl+Z");
    assert_eq!(stage.text(), "甲|乙");
    stage.play("Ctrl+End 丁 Backspace Backspace Ctrl+Z");
    assert_eq!(stage.text(), "甲乙丁|");
    stage.play("Ctrl+Z Ctrl+Z");
    assert_eq!(stage.text(), "|");
}

#[test]
fn undo_goes_back_to_the_text_that_was_changed() {
    let mut stage = at_item();
    stage.play("甲 Alt+Down 乙 Alt+Down");
    assert_eq!(stage.at(), "一/（三）");
    stage.play("Ctrl+Z");
    assert_eq!((stage.at().as_str(), stage.text().as_str()), ("一/（二）", "|"));
    stage.play("Ctrl+Z");
    assert_eq!((stage.at().as_str(), stage.text().as_str()), ("一/（一）", "|"));
    stage.play("Ctrl+Y Ctrl+Y");
    assert_eq!((stage.at().as_str(), stage.text().as_str()), ("一/（二）", "乙|"));
    stage.play("Ctrl+Z 丙 Ctrl+Y");
    assert_eq!(stage.text(), "丙|");
}

#[test]
fn what_is_typed_goes_into_the_text_wherever_the_keyboard_is() {
    for way in ["Tab", "F6", "Shift+Tab"] {
        let mut stage = at_item();
        stage.play(way);
        assert_ne!(stage.pane().focus, Focus::Text);
        stage.play("全年学习");
        assert_eq!(stage.pane().focus, Focus::Text);
        assert_eq!(stage.text(), "全年学习|");
        stage.play(way);
        stage.paste("、宣传");
        assert_eq!(stage.text(), "全年学习、宣传|");
    }
}

#[test]
fn the_panes_take_turns() {
    let mut stage = at_item();
    for focus in [Focus::Guide, Focus::Outline, Focus::Text] {
        stage.play("F6");
        assert_eq!(stage.pane().focus, focus);
    }
    stage.play("Shift+Tab");
    assert_eq!(stage.pane().focus, Focus::Outline);
    stage.play("Down Down Enter");
    assert_eq!((stage.at().as_str(), stage.pane().focus), ("一/（三）", Focus::Text));
    stage.play("Shift+Tab Esc");
    assert_eq!(stage.pane().focus, Focus::Text);
    assert!(stage.asked().len() <= 1);
}

#[test]
fn one_key_takes_one_sign() {
    for sign in ["👨\u{200d}👩\u{200d}👧", "e\u{301}", "🇨🇳", "𠮷", "镕", "a"] {
        let mut stage = at_item_with(&format!("法{sign}治"));
        stage.play("Left Left");
        assert_eq!(stage.text(), format!("法|{sign}治"));
        stage.play("Right Backspace");
        assert_eq!(stage.text(), "法|治", "{sign}");
        stage.play("Ctrl+Z Left Delete");
        assert_eq!(stage.text(), "法|治", "{sign}");
    }
}

#[test]
fn a_sign_that_is_typed_part_by_part_is_taken_back_whole() {
    let mut stage = at_item();
    stage.play("法，");
    for text in ["👨\u{200d}👩\u{200d}👧", "e\u{301}", "🇨🇳"] {
        let before = stage.text();
        stage.play("Left Right");
        stage.types(text);
        stage.play("Ctrl+Z");
        assert_eq!(stage.text(), before, "{text}");
        stage.play("Ctrl+Y");
        assert_eq!(stage.text(), before.replace('|', text) + "|");
    }
}

#[test]
fn enter_parts_and_backspace_joins_paragraphs() {
    let mut stage = at_item();
    stage.play("甲乙 Left Enter");
    assert_eq!(stage.text(), "甲/|乙");
    stage.play("Backspace");
    assert_eq!(stage.text(), "甲|乙");
    stage.play("Enter Left Delete");
    assert_eq!(stage.text(), "甲|乙");
    stage.play("Backspace Delete Backspace Delete");
    assert_eq!(stage.text(), "|");
    assert!(stage.report().body(ITEM).unwrap().is_empty());
}

#[test]
fn control_keys_of_old_terminals_are_backspace_and_enter() {
    let mut stage = at_item();
    stage.play("甲乙 Ctrl+H Ctrl+J 丙");
    assert_eq!(stage.text(), "甲/丙|");
}

#[test]
fn a_paste_is_cleaned_and_told() {
    let mut stage = at_item();
    stage.paste("\u{feff}　法治\u{200b}政府\r\n\u{202e}依法\u{a0}行政");
    assert_eq!(stage.text(), "法治政府/依法行政|");
    assert!(stage.notice().starts_with("已粘贴 8 字（去掉"), "{}", stage.notice());
}

#[test]
fn a_paste_of_nothing_changes_nothing() {
    let mut stage = at_item_with("全年学习。");
    stage.play("F4 Ctrl+PageUp 再 Ctrl+Z");
    let before = stage.report().clone();
    stage.paste("\u{200b}\u{feff}");
    assert_eq!((stage.report(), stage.report().mark(ITEM)), (&before, Mark::Done));
    stage.play("Ctrl+Y");
    assert_eq!(stage.text(), "全年学习。再|");
}

#[test]
fn a_field_stays_one_line() {
    let lines = "第一行\n第二行\r\n第三行";
    let mut stage = Stage::new();
    stage.play("Ctrl+N").paste(lines);
    let Screen::New(pane) = stage.app.screen() else { panic!() };
    assert_eq!((pane.unit.focus, pane.unit.value(0)), (0, "第一行第二行第三行"));

    let mut stage = Stage::new();
    stage.play("Ctrl+O").paste(lines);
    assert_eq!(stage.prompt(), "导入");
    let mut stage = at_item();
    stage.play("F12").paste(lines);
    assert_eq!(stage.prompt(), "导出");
    let mut stage = at_item();
    stage.play("F5").paste("执法\n");
    assert_eq!(stage.prompt(), "转到");
    let mut stage = at_item();
    stage.play("Ctrl+PageUp Ctrl+PageUp Ctrl+PageUp Down Down Down").paste(lines);
    assert_eq!(stage.at(), "版头");
    assert!(stage.report().letterhead.issuers[0].ends_with("第一行第二行第三行"));
    assert_eq!(stage.report().letterhead.issuers.len(), 2);
}

#[test]
fn a_space_can_be_typed_into_a_field() {
    let mut stage = Stage::new();
    stage.play("Ctrl+O C:/My Space Documents/a.txt Enter");
    let asked = stage.asked();
    assert_eq!(asked, [Effect::Import("C:/My Documents/a.txt".into())]);
}

#[test]
fn esc_goes_back_a_page_and_keeps_what_was_typed() {
    let mut stage = Stage::new();
    stage.play("Ctrl+N 云溪镇 Enter 临川县 Down Down Down Down Down Enter Backspace 4 Enter Down");
    stage.play("Esc Esc");
    let Screen::New(pane) = stage.app.screen() else { panic!() };
    assert_eq!((pane.unit.value(0), pane.year.value(0)), ("云溪镇", "2024"));
    stage.play("Esc");
    assert!(matches!(stage.app.screen(), Screen::Drafts(_)));
    stage.play("Ctrl+N");
    let Screen::New(pane) = stage.app.screen() else { panic!() };
    assert_eq!((pane.unit.value(0), pane.unit.value(1)), ("云溪镇", "临川县"));
    stage.play("Down Down Down Down Down Down Enter Enter Enter Enter");
    let asked = stage.asked();
    let [Effect::Create(report, _)] = asked.as_slice() else { panic!("{asked:?}") };
    assert_eq!((report.year, report.template.as_str()), (2024, "town-ten-parts"));
    stage.play("Esc Esc Ctrl+N");
    let Screen::New(pane) = stage.app.screen() else { panic!() };
    assert_eq!(pane.unit.value(0), "云溪镇", "the unit is remembered");
    assert_eq!(pane.year.value(0), "2025");
}

#[test]
fn a_new_report_says_what_is_missing() {
    let mut stage = Stage::new();
    stage.play("Ctrl+N Down Down Down Down Down Down Enter");
    assert!(stage.notice().contains("单位简称"));
    stage.play("云溪镇 Down Down Down Down Down Down Enter 年 Backspace Backspace Enter");
    assert!(stage.notice().contains("年度"), "{}", stage.notice());
    assert!(stage.asked().is_empty());
    stage.play("5年 Enter Enter Enter");
    assert_eq!(stage.asked().len(), 1);
}

#[test]
fn a_single_body_can_be_asked_for() {
    let mut stage = Stage::new();
    stage.play("Ctrl+N 云溪镇 Down Down Down Down 无 Down Down Enter Enter Enter Enter");
    assert_eq!(stage.report().letterhead.issuers, ["中共云溪镇委员会"]);
    assert_eq!(stage.report().letterhead.title, Title::A);
}

#[test]
fn the_export_is_kept_while_it_is_aside() {
    let mut stage = at_item();
    stage.play("F12 Home 新 Down Right Esc F12");
    let Some(Prompt::Export(export)) = stage.app.prompt() else { panic!() };
    assert!(export.path.text().starts_with("新文档"));
    assert_eq!(export.style.encoding, fazhi_tui::export::Encoding::Utf8Bom);
}

#[test]
fn what_is_open_is_said_before_the_export() {
    let mut stage = at_item();
    stage.asked();
    stage.play("Ctrl+E Enter");
    assert_eq!(stage.prompt(), "报告还没有写完");
    stage.play("Esc");
    assert_eq!((stage.prompt().as_str(), stage.asked().len()), ("", 0));
    stage.play("Ctrl+E Enter Enter");
    assert_eq!((stage.prompt().as_str(), stage.asked().len()), ("", 0));
    stage.play("Ctrl+E Enter Down Enter");
    assert_eq!(stage.asked().len(), 1);
}

#[test]
fn an_existing_file_is_never_replaced_unasked() {
    let path = Path::new("文档").join("云溪镇2025年法治政府建设情况报告.txt");
    let free = Path::new("文档").join("云溪镇2025年法治政府建设情况报告-2.txt");
    for (answer, target, overwrite) in [("Enter", free, false), ("Down Enter", path.clone(), true)]
    {
        let mut stage = at_item();
        stage.files.push(path.clone());
        stage.play("F12 Enter Down Enter");
        assert_eq!(stage.prompt(), "已有同名文件");
        stage.asked();
        stage.play(answer);
        let asked = stage.asked();
        let [Effect::Export(order)] = asked.as_slice() else { panic!("{asked:?}") };
        assert_eq!((&order.path, order.overwrite), (&target, overwrite));
    }
    for answer in ["Down Down Enter", "Esc"] {
        let mut stage = at_item();
        stage.files.push(path.clone());
        stage.play("F12 Enter Down Enter");
        stage.asked();
        stage.play(answer);
        assert_eq!((stage.prompt().as_str(), stage.asked().len()), ("", 0));
    }
}

#[test]
fn a_report_that_others_have_open_is_not_changed() {
    let mut stage = Stage::reading(written_report());
    assert!(stage.notice().starts_with("只读"));
    let before = stage.report().clone();
    for script in [
        "字",
        "Enter",
        "Backspace",
        "Delete",
        "F4",
        "Ctrl+Z",
        "Ctrl+Y",
        "Ctrl+G 学习 Enter F6 Enter 12 Enter Esc",
        "Down Down Down Down Down Down Down Down Enter",
        "Ctrl+G 版头 Enter Down 字",
        "Backspace",
        "Delete",
    ] {
        stage.play(script);
        assert_eq!(stage.report(), &before, "{script}");
    }
    stage.play("Down 字");
    assert!(stage.notice().contains("只读"), "{}", stage.notice());
    stage.play("Down").paste("一段");
    assert!(stage.notice().contains("只读"), "{}", stage.notice());
    let form = stage.pane().form.as_ref().unwrap();
    assert!(!form.rows.iter().any(|row| row.field.text().contains('字')));
    stage.play("F4 字");
    assert!(stage.notice().contains("只读"), "{}", stage.notice());
    assert_eq!(stage.report(), &before);
    assert!(!stage.app.session().unwrap().unsaved());
}

#[test]
fn no_row_of_a_form_takes_what_is_typed_while_it_can_only_be_read() {
    for entry in ["版头", "落款"] {
        let mut stage = Stage::reading(written_report());
        stage.play(&format!("Ctrl+G {entry} Enter Up Up Up Up Up"));
        let rows = stage.pane().form.as_ref().unwrap().rows.clone();
        for row in 0..rows.len() {
            for key in ["1", "字", "Backspace", "Home Delete"] {
                stage.play("Ctrl+L").play(key);
                assert!(stage.notice().contains("只读"), "{entry} {row} {key}");
            }
            let form = stage.pane().form.as_ref().unwrap();
            assert_eq!(form.focus, row, "the caret stays");
            let texts = |rows: &[Row]| -> Vec<String> {
                rows.iter().map(|row| row.field.text().to_owned()).collect()
            };
            assert_eq!(texts(&form.rows), texts(&rows), "{entry} {row}");
            stage.play("Down");
        }
    }
}

#[test]
fn a_figure_is_entered_beside_the_text() {
    let mut stage = at_item_with("全年学习。");
    stage.play("F6 Enter");
    assert_eq!(stage.prompt(), "中心组学法");
    stage.play("十二 Enter");
    assert!(stage.notice().contains("不是数"), "{}", stage.notice());
    assert_eq!(stage.prompt(), "中心组学法");
    stage.play("Backspace Backspace １２ Enter");
    assert_eq!(stage.prompt(), "");
    let value = |stage: &Stage| {
        let figure = stage.report().figure("中心组学法");
        figure.and_then(|f| f.value.clone()).map(|v| v.written().to_owned())
    };
    assert_eq!(value(&stage).as_deref(), Some("12"));
    stage.play("Ctrl+Z");
    assert_eq!(value(&stage), None);
    stage.play("Ctrl+Y F6 Enter Backspace Backspace Enter");
    assert_eq!(value(&stage), None);
    assert!(stage.report().figure("中心组学法").is_some());
    stage.play("Ctrl+Z");
    assert_eq!(value(&stage).as_deref(), Some("12"));
}

#[test]
fn a_starter_brings_its_figures_in_one_step() {
    let mut stage = at_item();
    let figures = stage.pane().guidance().unwrap().figures.len();
    let before = stage.report().clone();
    let to_starters = "Down ".repeat(figures);
    stage.play("甲 F6").play(&to_starters).play("Enter");
    let names: Vec<&str> = stage.report().figures.iter().map(|f| f.name.as_str()).collect();
    assert_eq!(names, ["中心组学法", "会前学法"]);
    assert!(body(stage.report()).starts_with("甲/党委理论学习中心组全年学法{中心组学法}次"));
    assert_eq!(stage.pane().focus, Focus::Text);
    stage.play("Ctrl+Z");
    assert_eq!((body(stage.report()).as_str(), stage.report().figures.len()), ("甲", 0));
    stage.play("Ctrl+Y");
    assert_eq!(stage.report().figures.len(), 2);
    stage.play("Ctrl+Z Ctrl+Z");
    assert_eq!(stage.report(), &before);
}

#[test]
fn the_palette_finds_a_command_by_initials() {
    let mut stage = at_item();
    stage.play("Ctrl+P dc Enter");
    assert_eq!(stage.prompt(), "导出");
    stage.play("Esc F2 cx Enter");
    assert_eq!(stage.notice(), "没有可以撤销的改动了");
    stage.play("F2 没有这个命令 Enter");
    assert_eq!(stage.prompt(), "全部命令");
    stage.play("Esc");
    assert_eq!(stage.prompt(), "");
    stage.asked();
    stage.play("Ctrl+P 离开 Enter");
    assert_eq!(stage.asked(), [Effect::Quit(false)]);
}

#[test]
fn sections_are_filtered_by_typing() {
    let mut stage = at_item();
    stage.play("F5 执法 Enter");
    assert_eq!(stage.at(), "一/（四）");
    stage.play("Ctrl+G lk Enter");
    assert_eq!(stage.at(), "落款");
    stage.play("Ctrl+G PageUp PageUp Down Down Enter");
    assert_eq!(stage.at(), "一");
    stage.play("Ctrl+G 执法 Esc");
    assert_eq!(stage.at(), "一");
}

#[test]
fn help_scrolls_and_loses_nothing() {
    let mut stage = at_item();
    stage.play("F12 Home 新 F1");
    assert_eq!(stage.app.help(), Some(0));
    stage.play("Down Down Up");
    assert_eq!(stage.app.help(), Some(1));
    stage.play("End");
    let last = stage.app.help().unwrap();
    stage.play("Down PageDown");
    assert_eq!(stage.app.help(), Some(last));
    stage.play("PageUp Home");
    assert_eq!(stage.app.help(), Some(0));
    stage.types("字");
    stage.paste("一段");
    assert_eq!(stage.app.help(), Some(0));
    assert!(stage.app.notice().text.contains("没有写进去"), "{:?}", stage.app.notice());
    stage.play("Esc");
    assert_eq!((stage.app.help(), stage.prompt().as_str()), (None, "导出"));
    let Some(Prompt::Export(export)) = stage.app.prompt() else { panic!() };
    assert!(export.path.text().starts_with("新文档"));
    stage.play("F1 F1");
    assert_eq!(stage.app.help(), None);
}

/// Every screen, pane and prompt, and how one gets there.
fn places() -> Vec<(&'static str, Stage)> {
    let writing = |script: &str| {
        let mut stage = at_item_with("办结【几】件。");
        stage.play(script);
        stage
    };
    let first = |script: &str| {
        let mut stage = Stage::new();
        stage.play(script);
        stage
    };
    let listed = |script: &str| {
        let drafts = vec![("2025-云溪镇".to_owned(), Ok(new_report()))];
        let mut stage = Stage::with(drafts, Ambiguous::Narrow);
        stage.play(script);
        stage
    };
    let mut exists = at_item();
    exists.files.push(Path::new("文档").join("云溪镇2025年法治政府建设情况报告.txt"));
    exists.play("F12 Enter Down Enter");
    vec![
        ("空的稿件", first("")),
        ("稿件", listed("")),
        ("删除", listed("Delete")),
        ("导入", first("Ctrl+O")),
        ("导入的位置", first("Ctrl+O /去年")),
        ("换文件夹", first("Ctrl+G")),
        ("改名", listed("Ctrl+R")),
        ("新建一", first("Ctrl+N")),
        ("新建二", first("Ctrl+N 云溪镇 Down Down Down Down Down Down Enter")),
        ("新建三", first("Ctrl+N 云溪镇 Down Down Down Down Down Down Enter Enter")),
        (
            "新建四",
            first("Ctrl+N 云溪镇 Down Down Down Down Down Down Enter Enter Enter Down Down Down"),
        ),
        ("正文", writing("")),
        ("选中", writing("Ctrl+A")),
        ("提示", writing("F6")),
        ("目录", writing("Shift+Tab")),
        ("版头", writing("Ctrl+G 版头 Enter")),
        ("印出来的样子", writing("Ctrl+G 版头 Enter F6")),
        ("落款", writing("Ctrl+G 落款 Enter")),
        ("转到", writing("F5")),
        ("全部命令", writing("F2")),
        ("填数", writing("F6 Enter")),
        ("待填", writing("F4")),
        ("设置", first("F10")),
        ("导出", writing("F12")),
        ("导出选项", writing("F12 Down")),
        ("没写完", writing("F12 Enter")),
        ("已有同名文件", exists),
        ("通读", writing("Ctrl+D")),
        ("查找", writing("Ctrl+F 件")),
        ("替换", writing("Ctrl+F 件 Tab")),
        ("找到的", writing("Ctrl+F 件 Enter")),
        ("帮助", writing("F1")),
    ]
    .into_iter()
    .chain(checked())
    .chain(importing())
    .collect()
}

/// The places of 校核, and that of a new section.
fn checked() -> Vec<(&'static str, Stage)> {
    let scripts = [
        ("校核", "F7"),
        ("校核，只看一部分", "F7 Ctrl+F 警告 Enter"),
        ("改以前", "F7 Ctrl+R"),
        ("忽略", "F7 Delete"),
        ("忽略的", "F7 Delete Enter Ctrl+B"),
        ("到了一处", "F7 Enter"),
        ("侧栏", "F6 Right"),
        ("加一节", "Shift+Tab Insert"),
    ];
    let staged = |(name, script)| {
        let mut stage = Stage::writing(flawed_report());
        stage.play(script);
        (name, stage)
    };
    scripts.map(staged).into_iter().collect()
}

/// The places of 导入.
fn importing() -> Vec<(&'static str, Stage)> {
    let staged = |(name, script)| {
        let mut stage = Stage::importing(SOURCE.into(), Ambiguous::Narrow);
        stage.play(script);
        (name, stage)
    };
    let scripts = [
        ("看文件", ""),
        ("看文件的别处", "Up"),
        ("要断开的一段", "Right"),
        ("编码", "F7"),
        ("年度", "F8"),
        ("没定的", "F4"),
    ];
    let template = |(name, script)| {
        let mut stage = Stage::outlining(Ambiguous::Narrow);
        stage.play(script);
        (name, stage)
    };
    let templates = [("做模板", ""), ("模板的名字", "F4")];
    let mut empty = Stage::new();
    empty.play("Ctrl+T");
    let pasted = templates.map(template).into_iter().chain([("还没有粘贴", empty)]);
    scripts.map(staged).into_iter().chain(pasted).collect()
}

#[test]
fn no_bare_letter_is_ever_a_command() {
    let half = (' '..='~').collect::<Vec<_>>();
    let full = "？：／、，。１９　";
    for (name, mut stage) in places() {
        for c in half.iter().copied().chain(full.chars()) {
            let before = (stage.prompt(), stage.app.help(), format!("{:?}", stage.app.contexts()));
            stage.effects.clear();
            stage.types(&c.to_string());
            assert_eq!(stage.effects, [], "{name}: {c:?}");
            let after = (stage.prompt(), stage.app.help(), format!("{:?}", stage.app.contexts()));
            if !["选中", "找到的", "提示", "目录", "印出来的样子", "到了一处", "侧栏"]
                .contains(&name)
            {
                assert_eq!(after, before, "{name}: {c:?}");
            }
        }
    }
}

#[test]
fn typed_text_arrives_whole_wherever_it_is_typed() {
    let all: String = ('!'..='~').collect();
    for (name, mut stage) in places() {
        stage.types(&all);
        let text = match (stage.app.prompt(), stage.app.screen()) {
            _ if stage.app.help().is_some() => continue,
            (Some(Prompt::Question(_) | Prompt::Reading(_) | Prompt::Proofing(_)), _)
            | (None, Screen::Drafts(_) | Screen::Import(_)) => continue,
            (Some(Prompt::Picker(picker)), _) => picker.filter.text().to_owned(),
            (Some(Prompt::Files(files)), _) => files.field.text().to_owned(),
            (Some(Prompt::Line(line)), _) => line.field.text().to_owned(),
            (Some(Prompt::Figure(figure)), _) => figure.field.text().to_owned(),
            (Some(Prompt::Heading(heading)), _) => heading.field.text().to_owned(),
            (Some(Prompt::Export(export)), _) => export.path.text().to_owned(),
            (Some(Prompt::Find(find)), _) => {
                find.form.rows[find.form.focus].field.text().to_owned()
            }
            (Some(Prompt::Ignoring(ignoring)), _) => ignoring.form.value(0).to_owned(),
            (Some(Prompt::Settings(settings)), _) => settings.form.value(0).to_owned(),
            (None, Screen::New(pane)) => match pane.form() {
                Some(form) => form.value(form.focus).to_owned(),
                None => continue,
            },
            (None, Screen::Writing(pane)) => match &pane.form {
                Some(form) => form.value(form.focus).to_owned(),
                None => pane.body().concat(),
            },
        };
        // The date is filled where its blank stood, all else is typed at the end.
        let behind = if name == "落款" { "日" } else { "" };
        // Where a finding was gone to, the caret stands before it.
        let whole = text.ends_with(&format!("{all}{behind}"));
        assert!(whole || name == "到了一处" && text.contains(&all), "{name}: {text}");
    }
}

#[test]
fn a_form_changes_the_report_and_undo_puts_the_caret_back() {
    let mut stage = at_item();
    let before = stage.report().clone();
    stage.play("Ctrl+G 落款 Enter End Backspace Backspace Backspace");
    let caret = stage.pane().spot().position;
    assert_eq!(caret.paragraph, 3);
    assert_eq!(stage.report().closing.date.as_deref(), Some("2026年1月"));
    stage.play("9日 Up Up 甲");
    assert_eq!(stage.report().closing.date.as_deref(), Some("2026年1月9日"));
    assert!(stage.report().closing.signature[1].ends_with('甲'));
    stage.play("Ctrl+Z");
    assert_eq!(stage.pane().spot().position.paragraph, 1);
    stage.play("Ctrl+PageUp Ctrl+Z");
    assert_eq!(stage.at(), "落款");
    assert_eq!(stage.pane().spot().position, caret);
    assert_eq!(stage.report().closing.date.as_deref(), Some("2026年1月"));
    stage.play("Ctrl+Z");
    let end = "2026年1月【】日".len();
    assert_eq!(stage.pane().spot().position, Position { paragraph: 3, byte: end });
    assert_eq!(stage.report(), &before);
    stage.play("Ctrl+Y Ctrl+Y");
    assert_eq!(stage.report().closing.date.as_deref(), Some("2026年1月9日"));
}

#[test]
fn an_emptied_row_of_a_form_is_left_out() {
    let mut stage = at_item();
    stage.play("Ctrl+G 版头 Enter Down Down Down Down");
    while !stage.pane().form.as_ref().unwrap().value(4).is_empty() {
        stage.play("Backspace");
    }
    assert_eq!(stage.report().letterhead.issuers, ["中共云溪镇委员会"]);
    assert_eq!(stage.report().letterhead.title, Title::A2);
    let title = "中共云溪镇委员会关于2025年法治政府建设情况的报告";
    assert_eq!(stage.report().title(), title, "alone it stands in the title");
    stage.play("临川县云溪镇人民政府");
    assert_eq!(stage.report().letterhead.issuers.len(), 2);
    stage.play("Down Down 关于法治的报告");
    assert_eq!(stage.report().title(), "关于法治的报告");
}

#[test]
fn esc_closes_one_layer_at_a_time() {
    let mut stage = at_item_with("甲");
    stage.play("F6 F2 F1 Esc");
    assert_eq!((stage.app.help(), stage.prompt().as_str()), (None, "全部命令"));
    stage.play("Esc");
    assert_eq!((stage.prompt().as_str(), stage.pane().focus), ("", Focus::Guide));
    stage.play("Esc");
    assert_eq!(stage.pane().focus, Focus::Text);
    stage.asked();
    stage.play("Esc");
    assert_eq!((stage.text().as_str(), stage.asked().len()), ("甲|", 0));
    assert!(stage.notice().starts_with("再按一次 Esc"), "{}", stage.notice());
    stage.play("Esc");
    assert!(matches!(stage.app.screen(), Screen::Drafts(_)));
    assert_eq!(stage.asked(), [Effect::Close]);
    stage.play("Esc");
    assert_eq!(stage.asked(), []);
}

#[test]
fn drafts_are_opened_and_deleted_from_the_list() {
    let drafts = vec![
        ("2025-云溪镇".to_owned(), Ok(new_report())),
        ("坏".to_owned(), Err("坏.ron 第 3 行：缺引号".to_owned())),
    ];
    let mut stage = Stage::with(drafts, fazhi_tui::text::Ambiguous::Narrow);
    stage.asked();
    stage.play("字");
    assert!(stage.notice().contains("这里不用打字"));
    stage.play("Down Enter");
    assert_eq!((stage.prompt().as_str(), stage.asked()), ("打不开 坏", Vec::new()));
    stage.play("Esc Up Delete Enter");
    assert_eq!((stage.prompt().as_str(), stage.asked().len()), ("", 0));
    stage.play("Delete Down Enter");
    assert_eq!(stage.asked(), [Effect::Delete(file("2025-云溪镇"))]);
    let Screen::Drafts(pane) = stage.app.screen() else { panic!() };
    assert_eq!(pane.rows.len(), 1);
}

#[test]
fn saving_is_told_but_never_covers_a_trouble() {
    let mut stage = at_item();
    stage.play("甲");
    assert!(stage.app.session().unwrap().unsaved());
    stage.play("Ctrl+S");
    assert_eq!(stage.notice(), "已保存 10:32");
    assert!(!stage.app.session().unwrap().unsaved());
    stage.play("Backspace F4 Ctrl+L");
    assert!(stage.notice().contains("还没有内容"));
}

#[test]
fn a_committed_word_is_one_input() {
    let mut stage = at_item();
    stage.input(Input::Text("法治政府".to_owned()));
    stage.input(Input::Text("建设".to_owned()));
    assert_eq!(stage.text(), "法治政府建设|");
    stage.play("Ctrl+Z");
    assert_eq!(stage.text(), "|");
}
