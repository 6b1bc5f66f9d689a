//! 稿件: what is done to drafts without opening them.

use std::path::PathBuf;

use fazhi_tui::app::Screen;
use fazhi_tui::app::effect::{Effect, Outcome};
use fazhi_tui::app::prompt::Prompt;
use fazhi_tui::report::State;
use fazhi_tui::text::width::Ambiguous;

use crate::stage::{Stage, file, new_report};

/// Three drafts, the last one broken; the second is chosen.
fn listed() -> Stage {
    let broken = Err("“2023-云溪镇.ron”第12行第5列：缺少英文引号。请补上。".to_owned());
    let drafts = [("2025-云溪镇", Ok(new_report())), ("2024-云溪镇", Ok(new_report()))];
    let mut drafts: Vec<_> = drafts.map(|(id, content)| (id.to_owned(), content)).into();
    drafts.push(("2023-云溪镇".to_owned(), broken));
    let mut stage = Stage::with(drafts, Ambiguous::Narrow);
    stage.play("Down");
    stage.asked();
    stage
}

/// The chosen draft.
fn chosen(stage: &Stage) -> String {
    match stage.app.screen() {
        Screen::Drafts(pane) => pane.chosen().map_or_else(String::new, |row| row.id.clone()),
        other => panic!("稿件 is not shown: {other:?}"),
    }
}

/// What is typed in the line, and why it was refused.
fn line(stage: &Stage) -> (String, Option<String>) {
    match stage.app.prompt() {
        Some(Prompt::Line(line)) => (line.field.text().to_owned(), line.refused.clone()),
        other => panic!("no line: {other:?}"),
    }
}

#[test]
fn a_draft_is_renamed_and_stays_chosen() {
    let mut stage = listed();
    stage.play("Ctrl+R");
    assert_eq!(line(&stage), ("2024-云溪镇".to_owned(), None));
    stage.play("（送审） Enter");
    let wanted = "2024-云溪镇（送审）";
    assert_eq!(stage.asked(), [Effect::Rename(file("2024-云溪镇"), wanted.to_owned())]);
    assert_eq!((stage.prompt(), chosen(&stage)), (String::new(), wanted.to_owned()));
    assert_eq!(stage.notice(), format!("已改名为 {wanted}"));
}

#[test]
fn a_name_that_is_refused_stays_typed_with_the_reason_below() {
    let mut stage = listed();
    stage.play("Ctrl+R Home Delete Delete Delete Delete 2025 Enter");
    let (typed, refused) = line(&stage);
    assert_eq!(typed, "2025-云溪镇");
    assert!(refused.unwrap().contains("已经有叫 2025-云溪镇 的稿件"));
    assert_eq!(chosen(&stage), "2024-云溪镇");
    // Typing takes the reason away; Esc keeps what is typed for the next time.
    stage.play("（二）");
    assert_eq!(line(&stage).1, None);
    stage.play("Esc Ctrl+R");
    assert_eq!(line(&stage).0, "2025（二）-云溪镇");
    // Only for the same draft.
    stage.play("Esc Up Ctrl+R");
    assert_eq!(line(&stage).0, "2025-云溪镇");
    stage.asked();
    stage.play("Enter");
    assert_eq!((stage.asked(), stage.prompt()), (Vec::new(), String::new()));
}

#[test]
fn a_name_and_a_folder_keep_each_what_was_typed() {
    let mut stage = listed();
    stage.play("Ctrl+R （送审） Esc Ctrl+G D:/报告 Esc Ctrl+R");
    assert_eq!(line(&stage).0, "2024-云溪镇（送审）");
    stage.play("Esc Ctrl+G");
    assert_eq!(line(&stage).0, "D:/报告");
    // Opening a draft takes neither, nor a path that was not imported.
    stage.play("Esc Ctrl+O D:/旧稿.txt Esc Enter Esc Esc Ctrl+G");
    assert_eq!(line(&stage).0, "D:/报告");
    // A place that was typed to import is none to begin with next time.
    stage.play("Esc Ctrl+O");
    let Some(Prompt::Files(files)) = stage.app.prompt() else { panic!() };
    assert_eq!(files.field.text(), "");
}

#[test]
fn a_reason_does_not_outlive_the_line_that_is_put_aside() {
    let mut stage = listed();
    stage.play("Ctrl+R Home Delete Delete Delete Delete 2025 Enter");
    assert!(line(&stage).1.is_some());
    stage.play("Esc Ctrl+R");
    assert_eq!(line(&stage), ("2025-云溪镇".to_owned(), None));
}

#[test]
fn a_copy_is_chosen_and_nothing_is_opened() {
    let mut stage = listed();
    stage.play("Ctrl+D");
    assert_eq!(stage.asked(), [Effect::Copy(file("2024-云溪镇"))]);
    assert_eq!(chosen(&stage), "2024-云溪镇-2");
    assert_eq!(stage.notice(), "已复制为 2024-云溪镇-2");
}

#[test]
fn what_is_deleted_can_be_found_again() {
    let mut stage = listed();
    stage.play("Ctrl+B");
    assert_eq!((stage.prompt(), stage.notice()), (String::new(), "回收站里没有稿件"));
    stage.play("Delete");
    assert_eq!(stage.prompt(), "删除这份稿件？");
    stage.play("Enter");
    assert_eq!(stage.drafts.len(), 3, "the first answer keeps it");
    stage.play("Delete Down Enter");
    assert_eq!(stage.drafts.len(), 2);
    assert_eq!(chosen(&stage), "2023-云溪镇", "the choice stays where it was");
    stage.play("Up Ctrl+B");
    assert_eq!(stage.prompt(), "找回删除的稿件");
    stage.asked();
    stage.play("Enter");
    assert_eq!(stage.asked(), [Effect::Restore("2024-云溪镇@20260108-103200".to_owned())]);
    assert_eq!((chosen(&stage), stage.notice()), ("2024-云溪镇".to_owned(), "已找回 2024-云溪镇"));
}

#[test]
fn the_last_draft_is_deleted_and_found_again_from_the_empty_start() {
    let mut stage = Stage::with(vec![("甲".to_owned(), Ok(new_report()))], Ambiguous::Narrow);
    stage.play("Delete Down Enter");
    assert_eq!(stage.drafts.len(), 0);
    for script in ["Ctrl+P 改名", "Ctrl+P 复制", "Ctrl+P 改状态"] {
        stage.play(script);
        let text = stage.draw(80, 24).text();
        assert!(text.contains("没有找到"), "what needs a draft is not offered: {text}");
        stage.play("Esc");
    }
    stage.play("Ctrl+B Enter");
    assert_eq!(chosen(&stage), "甲");
}

#[test]
fn the_state_is_set_from_the_list_without_opening() {
    let mut stage = listed();
    stage.play("Ctrl+K");
    assert_eq!(stage.prompt(), "改状态");
    stage.play("Down Enter");
    assert_eq!(stage.asked(), [Effect::SetState(file("2024-云溪镇"), State::Review)]);
    assert_eq!(chosen(&stage), "2024-云溪镇");
    assert_eq!(stage.drafts[1].1.as_ref().unwrap().state, State::Review);
    assert!(stage.draw(112, 30).text().contains("送审"));
    // The present state is the chosen one.
    stage.play("Ctrl+K Down Enter");
    assert_eq!(stage.drafts[1].1.as_ref().unwrap().state, State::Final);
}

#[test]
fn the_state_of_the_open_report_is_a_step_that_can_be_undone() {
    let mut stage = Stage::writing(new_report());
    stage.play("Ctrl+P 改状态 Enter 送审 Enter");
    assert_eq!((stage.report().state, stage.notice()), (State::Review, "状态改为：送审"));
    stage.play("Ctrl+Z");
    assert_eq!((stage.report().state, stage.notice()), (State::Drafting, "已撤销：状态的改动"));
    stage.play("Ctrl+Y Ctrl+P 改状态 Enter Enter");
    assert_eq!((stage.report().state, stage.notice()), (State::Review, "状态没有变"));
    let mut stage = Stage::reading(new_report());
    stage.play("Ctrl+P 改状态 Enter 定稿 Enter");
    assert_eq!(stage.report().state, State::Drafting);
    assert!(stage.notice().starts_with("这里是只读"), "{}", stage.notice());
}

#[test]
fn a_broken_draft_is_told_of_whole_and_gives_way_to_a_kept_version() {
    let kept = PathBuf::from("history/2023-云溪镇/20260107-170500.ron");
    let path = file("2023-云溪镇");
    for (script, effect) in [
        ("Enter", None),
        ("Down Enter", Some(Effect::Replace { path: path.clone(), kept })),
        ("Down Down Enter", Some(Effect::Delete(path))),
    ] {
        let mut stage = listed();
        stage.play("Down Enter");
        assert_eq!(stage.prompt(), "打不开 2023-云溪镇");
        let text = stage.draw(80, 24).text();
        for told in ["第12行第5列", "知道了", "用 2026-01-07 17:05 留下的旧稿代替", "移到回收站"]
        {
            assert!(text.contains(told), "{told}:\n{text}");
        }
        stage.play(script);
        assert_eq!(stage.asked(), effect.into_iter().collect::<Vec<_>>());
        assert_eq!(stage.prompt(), "");
    }
}

#[test]
fn a_broken_draft_is_told_of_by_every_command_that_must_read_it() {
    for key in ["Enter", "Ctrl+K"] {
        let mut stage = listed();
        stage.play("Down").play(key);
        assert_eq!(stage.prompt(), "打不开 2023-云溪镇", "{key}");
        assert_eq!(stage.asked(), [], "{key}");
    }
}

#[test]
fn another_data_folder_is_gone_to_and_shown_or_refused() {
    let mut stage = listed();
    stage.play("Ctrl+G Enter");
    assert!(line(&stage).1.unwrap().starts_with("请写文件夹的位置"));
    stage.paste("D:/没有").play("Enter");
    assert_eq!(line(&stage), ("D:/没有".to_owned(), Some("没有这个文件夹：D:/没有".to_owned())));
    assert_eq!((chosen(&stage), stage.drafts.len()), ("2024-云溪镇".to_owned(), 3));
    // A folder that is dropped on the window is the whole path.
    stage.paste("\"D:/备用 一/data\"").play("Enter");
    let wanted = Effect::OpenFolder(PathBuf::from("D:/备用 一/data"));
    assert_eq!(stage.asked().last(), Some(&wanted));
    assert_eq!(stage.prompt(), "");
    assert_eq!(stage.notice(), "已换到数据文件夹 D:/备用 一/data");
    assert!(stage.draw(80, 24).text().contains("稿件（D:/备用 一/data）"));
    assert_eq!(stage.app.facts().export_folder(), PathBuf::from("别处"));
    stage.play("Ctrl+N");
    let Screen::New(pane) = stage.app.screen() else { panic!("新建 is not open") };
    assert_eq!(pane.form().unwrap().value(0), "柳湾乡");
}

#[test]
fn what_was_put_aside_stays_in_its_data_folder() {
    let mut stage = listed();
    stage.play("Ctrl+N 清河街道 Esc");
    stage.play("F10 Down Down Down Down Down Down Down 20日以前 Esc");
    stage.play("Ctrl+G").paste("D:/备用").play("Enter Ctrl+N");
    let Screen::New(pane) = stage.app.screen() else { panic!("新建 is not open") };
    assert_eq!(pane.form().unwrap().value(0), "柳湾乡");
    assert!(!stage.play("F10").draw(80, 24).text().contains("20日以前"));
}

#[test]
fn two_long_troubles_are_both_told() {
    let mut stage = listed();
    for file in ["设置", "模板"] {
        let sentence =
            format!("{file}不能用，先按默认的来；请用记事本改正这一处后再打开，原文件未改动。");
        stage.app.settle(Outcome::Failed(sentence));
    }
    let text = stage.draw(80, 24).text();
    assert!(text.contains("设置不能用") && text.contains("模板不能用"), "{text}");
    stage.play("Esc");
    assert_eq!(stage.prompt(), "");
}

#[test]
fn what_cannot_be_done_is_told_and_the_line_stays() {
    let mut stage = listed();
    stage.play("Ctrl+R 二");
    stage.app.settle(Outcome::Failed("甲正在编辑这份稿件".repeat(8)));
    assert_eq!(line(&stage).0, "2024-云溪镇二");
    let text = stage.draw(80, 24).text();
    assert_eq!(text.matches('甲').count(), 8, "{text}");
}

#[test]
fn commands_of_the_list_wait_until_one_is_back_in_it() {
    for command in ["改名", "复制", "找回", "数据文件夹", "删除"] {
        let mut stage = listed();
        stage.play("Ctrl+N Ctrl+P").play(command).play("Enter");
        assert_eq!((stage.asked(), stage.prompt()), (Vec::new(), "全部命令".to_owned()));
        let text = stage.draw(80, 24).text();
        assert!(text.contains("没有找到"), "{command}: {text}");
    }
}

#[test]
fn a_draft_that_was_closed_goes_on_where_it_was_under_its_new_name_and_state() {
    let mut stage = Stage::writing(new_report());
    stage.play("Alt+Down Alt+Down 甲乙 Left Esc Esc");
    stage.play("Ctrl+R 二 Enter Ctrl+K 定稿 Enter Enter");
    assert_eq!(stage.app.session().unwrap().id, "2025-云溪镇二");
    assert_eq!((stage.report().state, stage.text().as_str()), (State::Final, "甲|乙"));
    stage.play("Ctrl+Z");
    assert_eq!(stage.report().state, State::Drafting);
    stage.play("Ctrl+Z");
    assert_eq!(stage.text(), "|");
    stage.play("Esc Esc");
    assert_eq!(stage.drafts[0].1, Ok(new_report()));
}
