//! 全部命令 and 转到: every command and every section is found by typing.

use fazhi_tui::app::command::{Command, Reach};
use fazhi_tui::app::prompt::{Pick, Picker, Prompt};
use fazhi_tui::app::{Context, Input};
use fazhi_tui::text::Ambiguous;
use pinyin::ToPinyinMulti;

use super::{at_item_with, places};
use crate::stage::source::SOURCE;
use crate::stage::{Stage, new_report, written_report};

/// Rows of the list that are seen at 80×24.
const SEEN: usize = 12;

fn picker(stage: &Stage) -> &Picker {
    match stage.app.prompt() {
        Some(Prompt::Picker(picker)) => picker,
        other => panic!("no list is open: {other:?}"),
    }
}

fn labels(stage: &Stage) -> Vec<String> {
    picker(stage).matches().iter().map(|row| row.label.clone()).collect()
}

/// The screen on which a command makes sense.
fn screen_of(command: Command) -> Option<Stage> {
    let drafts = vec![("2025-云溪镇".to_owned(), Ok(new_report()))];
    match command.info().reach {
        Reach::Everywhere | Reach::Writing | Reach::Steps => {
            Some(at_item_with("全年学习【几】次。"))
        }
        Reach::Drafts | Reach::Files | Reach::Templates => Some(Stage::new()),
        Reach::Import | Reach::Passages => Some(Stage::importing(SOURCE.into(), Ambiguous::Narrow)),
        Reach::ChosenDraft | Reach::Reports => Some(Stage::with(drafts, Ambiguous::Narrow)),
        Reach::KeyOnly => None,
    }
}

/// Every way to write a title in initials: each character in each of its readings.
fn initials(title: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for c in title.chars().filter(|c| c.is_alphanumeric()) {
        let mut own: Vec<char> = match c.to_pinyin_multi() {
            Some(readings) => {
                readings.into_iter().filter_map(|r| r.plain().chars().next()).collect()
            }
            None => vec![c],
        };
        own.sort_unstable();
        own.dedup();
        let longer = |typed: &String| own.iter().map(|c| format!("{typed}{c}")).collect::<Vec<_>>();
        all = all.iter().flat_map(longer).collect();
    }
    all
}

/// What can be told of the program from outside.
fn state(stage: &mut Stage) -> String {
    let asked = stage.asked();
    let (prompt, notice) = (stage.prompt(), stage.notice().to_owned());
    let caret = stage.app.session().map(|_| (stage.at(), stage.pane().spot()));
    let contexts = stage.app.contexts();
    format!("{asked:?} {prompt} {notice} {caret:?} {contexts:?} {:?}", stage.app.help())
}

#[test]
fn every_command_is_found_by_the_initials_of_its_title_and_run() {
    for command in Command::all() {
        let Some(mut stage) = screen_of(command) else { continue };
        let title = command.info().title;
        stage.draw(80, 24);
        stage.asked();
        stage.input(Input::Command(command));
        let wanted = state(&mut stage);
        for typed in initials(title) {
            let mut stage = screen_of(command).unwrap();
            stage.draw(80, 24);
            stage.asked();
            stage.play("Ctrl+P");
            stage.types(&typed);
            let found = picker(&stage).matches();
            let own = found.iter().position(|row| row.pick == Pick::Command(command));
            let own = own.unwrap_or_else(|| panic!("{typed} does not find {title}"));
            assert!(own < SEEN, "{typed} finds {title} at {own}");
            for _ in 0..own {
                stage.play("Down");
            }
            stage.play("Enter");
            assert_eq!(state(&mut stage), wanted, "{title} by {typed}");
        }
    }
}

#[test]
fn the_best_match_is_chosen_however_it_is_typed() {
    for (typed, title) in [
        ("dc", "导出"),
        ("daochu", "导出"),
        ("ＤＣ", "导出"),
        ("f12", "导出"),
        ("Ｆ１２", "导出"),
        ("ctrl+e", "导出"),
        ("另存", "导出"),
        ("lc", "导出"),
        ("待填", "下一处待填"),
        ("dt", "下一处待填"),
        ("cz", "查找"),
        ("th", "替换"),
        ("czxyc", "查找下一处"),
        ("zdmyj", "转到某一节"),
        ("tc", "离开"),
        ("退出", "离开"),
        ("f1", "帮助"),
        ("td", "通读全文"),
        ("定稿", "改状态"),
        ("tongdu", "通读全文"),
        ("zh", "找回删去的节"),
    ] {
        let mut stage = at_item_with("甲。");
        stage.play("F2");
        stage.types(typed);
        assert_eq!(labels(&stage)[0], title, "{typed}");
    }
}

#[test]
fn the_words_that_people_know_find_what_they_mean() {
    let listed =
        || Stage::with(vec![("2025-云溪镇".to_owned(), Ok(new_report()))], Ambiguous::Narrow);
    let writing = || at_item_with("甲。");
    let found = |mut stage: Stage, typed: &str| {
        stage.play("F2");
        stage.types(typed);
        labels(&stage)
    };
    for (typed, titles) in [
        ("拆分", ["从光标处拆成两节"].as_slice()),
        ("合并", &["并入上一节"]),
        ("删除", &["删去这一节"]),
        ("添加", &["加一节"]),
        ("增加", &["加一节"]),
        ("新增", &["加一节"]),
        ("改名", &["改标题"]),
        ("重命名", &["改标题"]),
        ("标题", &["改标题"]),
        ("回收站", &["找回删去的节"]),
        ("查找", &["查找", "查找下一处", "查找上一处"]),
        ("替换", &["替换"]),
        ("搜索", &["查找"]),
        ("目录", &["转到某一节", "换到下一栏"]),
        ("指标", &["下一处待填", "换到下一栏"]),
        ("填数", &["下一处待填", "换到下一栏"]),
        ("升级", &["改为部分"]),
        ("降级", &["改为节"]),
        ("上移", &["这一节往上移"]),
        ("下移", &["这一节往下移"]),
        ("恢复", &["找回删去的节", "重做"]),
        ("预览", &["通读全文"]),
        ("字数", &["通读全文"]),
        ("打印", &["导出"]),
        ("另存", &["导出"]),
        ("退出", &["离开"]),
        ("设置", &["设置"]),
        ("版头", &["转到某一节"]),
        ("落款", &["转到某一节"]),
        ("日期", &["转到某一节", "设置"]),
    ] {
        let found = found(writing(), typed);
        assert_eq!(found[..titles.len().min(found.len())], *titles, "{typed}: {found:?}");
    }
    for (typed, title) in [
        ("删除", "删除稿件"),
        ("新增", "新建报告"),
        ("改名", "给稿件改名"),
        ("重命名", "给稿件改名"),
        ("回收站", "找回删除的稿件"),
        ("恢复", "找回删除的稿件"),
        ("退出", "离开"),
        ("日期", "设置"),
    ] {
        assert_eq!(found(listed(), typed)[0], title, "{typed}");
    }
}

#[test]
fn home_and_end_are_of_the_list_until_something_is_typed() {
    let mut stage = at_item_with("甲。");
    stage.play("Ctrl+K Down Home");
    assert_eq!(picker(&stage).list.selected, 0);
    stage.play("End");
    assert_eq!(picker(&stage).list.selected, labels(&stage).len() - 1);
    stage.play("Esc F2 移 Down Home 上");
    assert_eq!(picker(&stage).filter.text(), "上移");
    stage.play("End 去");
    assert_eq!(picker(&stage).filter.text(), "上移去");
}

#[test]
fn only_what_makes_sense_is_listed() {
    let title = |command: Command| command.info().title.to_owned();
    let mut empty = Stage::new();
    empty.play("F2");
    let listed = labels(&empty);
    assert!(listed.contains(&title(Command::NewReport)));
    for other in [Command::OpenDraft, Command::DeleteDraft, Command::Undo, Command::Palette] {
        assert!(!listed.contains(&title(other)), "{listed:?}");
    }
    let mut new = Stage::new();
    new.play("Ctrl+N F2");
    let everywhere: Vec<String> = Command::all()
        .filter(|command| command.info().reach == Reach::Everywhere)
        .map(title)
        .collect();
    assert_eq!(labels(&new), everywhere);
    assert!(everywhere.len() < listed.len());
}

#[test]
fn a_section_is_found_by_number_heading_and_initials_and_the_open_one_is_chosen() {
    for (typed, at) in [
        ("1", "一"),
        ("一", "一"),
        ("１．３", "一/（三）"),
        ("1。3", "一/（三）"),
        ("一3", "一/（三）"),
        ("一、（三）", "一/（三）"),
        ("2.1", "二/（一）"),
        ("czdbz", "二/（一）"),
        ("存在的", "二/（一）"),
        ("bt", "版头"),
    ] {
        let mut stage = at_item_with("甲。");
        stage.play("F5");
        assert_eq!(picker(&stage).chosen(), Some(Pick::Entry(stage.pane().entry())));
        stage.types(typed);
        stage.play("Enter");
        assert_eq!(stage.at(), at, "{typed}");
    }
}

#[test]
fn marks_and_lengths_stand_beside_the_sections() {
    let mut stage = Stage::writing(written_report());
    stage.play("F4 F5");
    let facts = |index: usize| picker(&stage).matches()[index].facts.unwrap();
    let pane = stage.pane();
    assert_eq!((facts(0), facts(1)), (pane.facts()[0], pane.facts()[1]));
    assert!(facts(1).words > 0);
}

#[test]
fn a_key_that_is_listed_means_its_command_here_or_tells_where() {
    for (name, mut stage) in places() {
        let contexts = stage.app.contexts();
        if stage.app.prompt().is_some() {
            continue;
        }
        stage.play("Ctrl+P");
        let Some(Prompt::Picker(picker)) = stage.app.prompt() else { continue };
        for row in picker.matches() {
            let Pick::Command(command) = row.pick else { continue };
            let contexts = row.at.map_or(contexts.clone(), |at| vec![at]);
            for key in &row.keys {
                let command_at = |at: &Context| {
                    let own = stage
                        .keymap
                        .at(*at)
                        .find(|own| own.keys.iter().any(|k| k.to_string() == *key));
                    own.map(|own| own.command)
                };
                let meant = contexts.iter().find_map(command_at);
                assert_eq!(meant, Some(command), "{name}: {key} of {}", row.label);
            }
        }
    }
    let mut stage = at_item_with("甲。");
    stage.play("F2 删去");
    assert!(stage.draw(80, 24).dump().contains("目录里 Delete"));
    stage.play("Esc Shift+Tab F2 删去");
    assert!(!stage.draw(80, 24).dump().contains("目录里"));
}
