//! The mouse: what a press and the wheel do on every screen.

use crossterm::event::{MouseButton, MouseEventKind};
use fazhi_tui::app::Screen;
use fazhi_tui::app::effect::Effect;
use fazhi_tui::app::pane::writing::Focus;
use fazhi_tui::app::prompt::Prompt;
use fazhi_tui::app::prompt::export::ExportRow;
use fazhi_tui::export::{Newline, Style};
use fazhi_tui::text::Ambiguous;

use super::at_item_with;
use crate::stage::source::SOURCE;
use crate::stage::{Stage, file, new_report};

const PRESS: MouseEventKind = MouseEventKind::Down(MouseButton::Left);

/// The cell of the first character of a text on the screen.
#[track_caller]
fn cell(stage: &mut Stage, text: &str) -> (u16, u16) {
    let frame = stage.draw(stage.size.width, stage.size.height);
    for y in 0..stage.size.height {
        let row = frame.row(y);
        for (index, (x, _)) in row.iter().enumerate() {
            let rest: String = row[index..].iter().map(|(_, symbol)| *symbol).collect();
            if rest.starts_with(text) {
                return (*x, y);
            }
        }
    }
    panic!("{text} is not to be seen:\n{}", frame.dump());
}

#[track_caller]
fn press(stage: &mut Stage, text: &str) {
    let at = cell(stage, text);
    stage.mouse(PRESS, at);
}

#[track_caller]
fn wheel(stage: &mut Stage, text: &str, kind: MouseEventKind) {
    let at = cell(stage, text);
    stage.mouse(kind, at);
}

fn draft_list(count: usize) -> Stage {
    let draft = |n: usize| (format!("{}-云溪镇", 2000 + n), Ok(new_report()));
    Stage::with((0..count).map(draft).collect(), Ambiguous::Narrow)
}

#[test]
fn a_key_of_the_key_line_is_pressed() {
    let mut stage = at_item_with("甲");
    press(&mut stage, "F1 帮助");
    assert_eq!(stage.app.help(), Some(0));
    press(&mut stage, "Esc 返回");
    assert_eq!(stage.app.help(), None);
    press(&mut stage, "命令");
    assert_eq!(stage.prompt(), "全部命令");
    press(&mut stage, "Esc");
    press(&mut stage, "Ctrl+Q");
    assert!(stage.asked().contains(&Effect::Quit(false)));
}

#[test]
fn a_pair_of_keys_is_not_pressed_for_one_of_them() {
    let mut stage = at_item_with("甲");
    stage.play("Shift+Tab");
    let before = stage.report().clone();
    press(&mut stage, "Ctrl+上下");
    press(&mut stage, "上下 选");
    assert_eq!((stage.report(), stage.at().as_str()), (&before, "一/（一）"));
    press(&mut stage, "Ins 加");
    assert_eq!(stage.prompt(), "标题");
}

#[test]
fn esc_of_the_key_line_leaves_a_report_as_the_key_does() {
    let mut stage = at_item_with("甲");
    stage.draw(160, 30);
    press(&mut stage, "Esc 返回");
    assert!(stage.notice().starts_with("再按一次 Esc"), "{}", stage.notice());
    press(&mut stage, "Esc 返回");
    assert!(stage.asked().contains(&Effect::Close));
    // Anything between is no second press.
    let mut stage = at_item_with("甲");
    stage.draw(160, 30);
    press(&mut stage, "Esc 返回");
    press(&mut stage, "甲");
    press(&mut stage, "Esc 返回");
    assert!(!stage.asked().contains(&Effect::Close));
}

#[test]
fn the_first_press_chooses_a_draft_and_the_second_opens_it() {
    let mut stage = draft_list(3);
    press(&mut stage, "2001-云溪镇");
    let Screen::Drafts(pane) = stage.app.screen() else { panic!() };
    assert_eq!(pane.list.selected, 1);
    assert_eq!(stage.asked(), []);
    press(&mut stage, "2001-云溪镇");
    assert_eq!(stage.asked(), [Effect::Open(file("2001-云溪镇"))]);
}

#[test]
fn the_choices_of_an_empty_start_and_of_a_question_are_pressed() {
    let mut stage = Stage::new();
    press(&mut stage, "把去年的 Word");
    press(&mut stage, "导入已有的报告");
    assert_eq!(stage.prompt(), "导入");
    let mut stage = at_item_with("【几】件");
    stage.play("F4");
    press(&mut stage, "仍");
    assert!(!stage.prompt().is_empty());
    press(&mut stage, "仍");
    assert_eq!(stage.prompt(), "");
    assert_ne!(stage.at(), "一/（一）");
}

#[test]
fn entries_are_opened_and_the_second_press_goes_to_the_text() {
    let mut stage = at_item_with("甲");
    press(&mut stage, "（三）");
    assert_eq!((stage.at().as_str(), stage.pane().focus), ("一/（三）", Focus::Outline));
    press(&mut stage, "（三）");
    assert_eq!((stage.at().as_str(), stage.pane().focus), ("一/（三）", Focus::Text));
}

#[test]
fn a_press_in_the_text_puts_the_caret_there() {
    let mut stage = at_item_with("开展普法活动。\n审查合同。");
    press(&mut stage, "普法活动");
    assert_eq!(stage.text(), "开展|普法活动。/审查合同。");
    let (x, y) = cell(&mut stage, "普法活动");
    // The right half of 法, then far behind the end of the row, then below all rows.
    stage.mouse(PRESS, (x + 3, y));
    assert_eq!(stage.text(), "开展普法|活动。/审查合同。");
    stage.mouse(PRESS, (x + 20, y + 1));
    assert_eq!(stage.text(), "开展普法活动。/审查合同。|");
    stage.mouse(PRESS, (x, y));
    stage.mouse(PRESS, (x + 30, y + 9));
    assert_eq!(stage.text(), "开展普法活动。/审查合同。|");
    stage.play("Shift+Tab");
    stage.mouse(PRESS, (x, y));
    stage.play("广泛");
    assert_eq!(stage.text(), "开展广泛|普法活动。/审查合同。");
}

#[test]
fn offers_are_chosen_and_taken() {
    let mut stage = at_item_with("甲");
    press(&mut stage, "（Enter 填数）");
    assert_eq!(stage.pane().focus, Focus::Guide);
    let first = stage.pane().guide.lines.iter().find(|line| line.text.contains("待填")).unwrap();
    let name: String = first.text.trim().chars().take(4).collect();
    press(&mut stage, &name);
    press(&mut stage, &name);
    assert!(stage.prompt().starts_with(&name), "{} {name}", stage.prompt());
}

#[test]
fn rows_of_forms_are_chosen_and_choices_turned() {
    let mut stage = Stage::new();
    stage.play("Ctrl+N");
    press(&mut stage, "所属县区");
    stage.play("临川县");
    let Screen::New(pane) = stage.app.screen() else { panic!() };
    assert_eq!(pane.unit.value(1), "临川县");
    let mut stage = at_item_with("甲");
    stage.play("F10");
    press(&mut stage, "模糊宽度");
    press(&mut stage, "< 自动 >");
    press(&mut stage, "< 窄 >");
    assert_eq!(stage.app.facts().ambiguous(), Ambiguous::Wide);
    stage.play("Esc Ctrl+G 落款 Enter");
    press(&mut stage, "联系人  ");
    let form = stage.pane().form.as_ref().unwrap();
    assert_eq!(form.rows[form.focus].label, "联系人");
}

#[test]
fn a_press_in_a_field_puts_the_caret_there() {
    let mut stage = at_item_with("甲");
    stage.play("Ctrl+G 版头 Enter");
    // The value stands twelve cells behind the label; 中共 takes four.
    let (x, y) = cell(&mut stage, "发文机关");
    stage.play("Shift+Tab");
    stage.mouse(PRESS, (x + 16, y));
    stage.play("上");
    assert_eq!(stage.report().letterhead.issuers[0], "中共上云溪镇委员会");
    stage.play("F10");
    let (x, y) = cell(&mut stage, "单位简称");
    stage.mouse(PRESS, (x, y));
    stage.play("云溪镇");
    stage.mouse(PRESS, (x + 14, y));
    stage.play("山 Esc");
    assert_eq!(stage.app.facts().settings.profile.name, "云山溪镇");
    // Fields of one line, also where their text is longer than their window.
    stage.play("Ctrl+G 学习 Enter Shift+Tab Ctrl+R");
    stage.types(&"长".repeat(90));
    stage.play("尾声");
    press(&mut stage, "尾声");
    stage.play("的 Enter");
    assert!(stage.report().sections[1].heading.ends_with("长的尾声"));
}

#[test]
fn the_rows_of_the_export_are_pressed() {
    let mut stage = at_item_with("甲");
    stage.play("F12");
    let export = |stage: &Stage| match stage.app.prompt() {
        Some(Prompt::Export(export)) => export.clone(),
        other => panic!("no export: {other:?}"),
    };
    press(&mut stage, "行尾");
    assert_eq!((export(&stage).row, export(&stage).style), (ExportRow::Newline, Style::default()));
    press(&mut stage, "行尾");
    assert_eq!(export(&stage).style.newline, Newline::Crlf);
    let (x, y) = cell(&mut stage, "放在哪里");
    stage.mouse(PRESS, (x + 4, y + 1));
    assert_eq!(export(&stage).row, ExportRow::Path);
    stage.play("终稿");
    assert!(export(&stage).path.text().starts_with("文档终稿"), "{}", export(&stage).path.text());
}

#[test]
fn what_a_popup_covers_is_out_of_reach_and_nothing_closes_it() {
    let mut stage = at_item_with("甲【几】");
    let outline = cell(&mut stage, "（三）");
    for script in ["F2", "F10", "F12", "F4", "F1"] {
        stage.play(script);
        let before = (stage.prompt(), stage.app.help(), stage.at());
        stage.mouse(PRESS, outline);
        stage.mouse(MouseEventKind::ScrollDown, outline);
        let after = (stage.prompt(), stage.app.help().map(|_| 0), stage.at());
        assert_eq!(after, before, "{script}");
        stage.play("Esc");
    }
}

#[test]
fn the_wheel_scrolls_what_lies_under_it() {
    let mut stage = draft_list(60);
    wheel(&mut stage, "2005", MouseEventKind::ScrollDown);
    let Screen::Drafts(pane) = stage.app.screen() else { panic!() };
    assert_eq!((pane.list.selected, pane.list.top), (0, 3));
    press(&mut stage, "2003");
    let Screen::Drafts(pane) = stage.app.screen() else { panic!() };
    assert_eq!((pane.list.selected, pane.list.top), (3, 3));

    let mut stage = at_item_with(&"全年审查合同。\n".repeat(60));
    stage.play("Ctrl+Home");
    for _ in 0..2 {
        wheel(&mut stage, "全年审查", MouseEventKind::ScrollDown);
    }
    assert_eq!((stage.pane().editor.top(), stage.pane().spot().position.paragraph), (6, 6));
    wheel(&mut stage, "全年审查", MouseEventKind::ScrollUp);
    assert_eq!(stage.pane().editor.top(), 3);
    let guide = stage.pane().guide.top;
    stage.size.height = 14;
    wheel(&mut stage, "提示", MouseEventKind::ScrollDown);
    assert_eq!(stage.pane().guide.top, guide + 3);
    assert_eq!((stage.pane().focus, stage.at().as_str()), (Focus::Text, "一/（一）"));
    wheel(&mut stage, "目录", MouseEventKind::ScrollDown);
    assert_eq!((stage.pane().outline.top, stage.at().as_str()), (3, "一/（一）"));

    stage.play("F2");
    wheel(&mut stage, "下一节", MouseEventKind::ScrollDown);
    let Some(Prompt::Picker(picker)) = stage.app.prompt() else { panic!() };
    assert_eq!((picker.list.selected, picker.list.top), (0, 3));
    stage.play("Esc F1");
    wheel(&mut stage, "帮助", MouseEventKind::ScrollDown);
    assert_eq!(stage.app.help(), Some(3));
}

#[test]
fn a_file_is_pressed_and_pressed_again() {
    let mut stage = Stage::new();
    stage.play("Ctrl+O");
    press(&mut stage, "去年的报告.txt");
    assert_eq!(stage.asked(), []);
    press(&mut stage, "去年的报告.txt");
    let path = "/data/wang/文档/去年的报告.txt".into();
    assert_eq!(stage.asked(), [Effect::Import(path)]);
    stage.play("Up Down Up");
    stage.size.height = 11;
    wheel(&mut stage, "县里的工作要点", MouseEventKind::ScrollUp);
    let Some(Prompt::Files(files)) = stage.app.prompt() else { panic!() };
    assert_eq!((files.list.selected, files.list.top), (4, 0));
    press(&mut stage, "上一级");
    press(&mut stage, "上一级");
    assert_eq!(stage.asked(), [Effect::ListFolder("/data/wang".into())]);
}

#[test]
fn a_list_that_the_wheel_has_moved_shows_its_choice_when_it_is_filtered() {
    let list = |stage: &Stage| match stage.app.prompt() {
        Some(Prompt::Picker(picker)) => (picker.list.selected, picker.list.top),
        other => panic!("no list is open: {other:?}"),
    };
    for (filter, key) in [("", "节"), ("节", "Backspace")] {
        let mut stage = at_item_with("甲");
        stage.draw(80, 16);
        stage.play("F2").play(filter);
        wheel(&mut stage, "全部命令", MouseEventKind::ScrollDown);
        assert_eq!(list(&stage), (0, 3));
        stage.play(key);
        assert_eq!(list(&stage), (0, 0), "{key}");
    }
}

#[test]
fn a_short_text_keeps_its_caret_under_the_wheel() {
    let mut stage = at_item_with("一段。\n又一段。");
    wheel(&mut stage, "又一段", MouseEventKind::ScrollUp);
    assert_eq!(stage.text(), "一段。/又一段。|");
}

#[test]
fn rows_and_hits_of_the_box_to_find_are_pressed() {
    let mut stage = at_item_with("甲办结乙，甲受理丙。");
    stage.play("Ctrl+F 甲");
    press(&mut stage, "替换为");
    stage.play("丁");
    press(&mut stage, "< 全文 >");
    press(&mut stage, "< 全文 >");
    let find = |stage: &Stage| match stage.app.prompt() {
        Some(Prompt::Find(find)) => (find.form.focus, find.replacement().to_owned(), find.count()),
        other => panic!("查找 is not open: {other:?}"),
    };
    assert_eq!(find(&stage), (2, "丁".to_owned(), "本节 2 处，第 1 处".to_owned()));
    press(&mut stage, "甲→丁受理");
    assert_eq!(find(&stage).2, "本节 2 处，第 2 处");
    // The text of a field: behind what is typed.
    let (x, y) = cell(&mut stage, "查找    甲");
    stage.mouse(PRESS, (x + 12, y));
    stage.play("受");
    assert_eq!(find(&stage), (0, "丁".to_owned(), "本节 1 处，第 1 处".to_owned()));
    wheel(&mut stage, "甲受", MouseEventKind::ScrollDown);
    press(&mut stage, "甲受→丁");
    assert_eq!((stage.prompt().as_str(), stage.text().as_str()), ("", "甲办结乙，|甲受理丙。"));
}

#[test]
fn a_passage_of_a_file_is_chosen_and_its_words_are_pressed() {
    let mut stage = Stage::importing(SOURCE.into(), Ambiguous::Narrow);
    stage.draw(80, 24);
    press(&mut stage, "（一）加强组织领导。");
    assert!(stage.looked_through().body()[0].starts_with("（一）加强"));
    // A second press imports nothing, as Enter would.
    stage.asked();
    press(&mut stage, "（一）加强组织领导。");
    assert_eq!(stage.asked(), []);
    press(&mut stage, "班子成员");
    assert!(stage.looked_through().body()[0][stage.looked_through().caret()..].starts_with("班子"));
    press(&mut stage, "宣传多在集市");
    assert_eq!(stage.looked_through().place(), "第17行");
    let top = stage.looked_through().list.top;
    wheel(&mut stage, "二、存在的不足", MouseEventKind::ScrollUp);
    stage.draw(80, 24);
    assert_eq!(stage.looked_through().place(), "第17行");
    assert_eq!(stage.looked_through().list.top, top.saturating_sub(3));
    press(&mut stage, "Del 去掉");
    assert!(stage.notice().contains("去掉了"), "{}", stage.notice());
    press(&mut stage, "Esc 返回");
    assert!(stage.notice().contains("再按一次 Esc"), "{}", stage.notice());
    press(&mut stage, "Esc 返回");
    assert!(matches!(stage.app.screen(), Screen::Drafts(_)));
}
