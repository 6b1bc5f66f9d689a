//! Out of a draft and back into it; what is told on the way, and what saving tells.

use fazhi_tui::app::effect::{Effect, Outcome};
use fazhi_tui::app::notice::Tone;
use fazhi_tui::app::pane::writing::Focus;
use fazhi_tui::app::prompt::Prompt;
use fazhi_tui::app::{Input, Screen};
use fazhi_tui::report::Report;

use super::{at_item, at_item_with};
use crate::stage::{Stage, file, new_report, written_report};

/// A report in which every required text is done.
fn done_report() -> Report {
    let mut report = written_report();
    report.preamble.as_mut().unwrap().done = true;
    for section in &mut report.sections {
        section.done = true;
    }
    report
}

fn is_open(stage: &Stage) -> bool {
    matches!(stage.app.screen(), Screen::Writing(_))
}

#[test]
fn only_two_esc_in_a_row_close_a_report() {
    for between in ["字", "Left", "F1 Esc", "F5 Esc", "F6 Esc", "Ctrl+S", "Ctrl+L", "Alt+Down"] {
        let mut stage = at_item_with("甲");
        stage.play("Esc").play(between).play("Esc");
        assert!(is_open(&stage), "{between}");
        assert!(stage.notice().starts_with("再按一次 Esc"), "{between}: {}", stage.notice());
        stage.asked();
        stage.play("Esc");
        assert!(!is_open(&stage), "{between}");
        assert_eq!(stage.asked(), [Effect::Close], "{between}");
    }
    let mut stage = at_item();
    stage.play("Esc");
    stage.input(Input::Unbound("F3".to_owned()));
    assert!(stage.notice().starts_with("F3 在这里没有用处"), "{}", stage.notice());
    stage.play("Esc");
    assert!(is_open(&stage));
}

#[test]
fn a_key_of_other_programs_is_answered_with_what_helps_here() {
    for (key, helps) in
        [("Ctrl+V", "Ctrl+Shift+V"), ("Ctrl+C", "Ctrl+A 全选"), ("Ctrl+X", "Ctrl+A 全选")]
    {
        for place in ["Home", "F12"] {
            let mut stage = at_item_with("甲。");
            stage.play(place).play(key);
            assert!(stage.notice().contains(helps), "{place} {key}: {}", stage.notice());
        }
    }
}

#[test]
fn esc_asks_anew_in_every_report() {
    let mut stage = at_item_with("甲");
    stage.play("Esc Esc Enter Esc");
    assert!(is_open(&stage));
    // By its name there is nothing to ask.
    stage.asked();
    stage.play("F2 稿件列表 Enter");
    assert_eq!(stage.asked(), [Effect::Close]);
}

#[test]
fn a_draft_that_is_opened_again_goes_on_where_it_was() {
    let mut stage = at_item_with("甲乙丙");
    stage.play("Left 丁 Esc Esc");
    assert!(!is_open(&stage));
    stage.play("Enter");
    assert_eq!((stage.at().as_str(), stage.text().as_str()), ("一/（一）", "甲乙丁|丙"));
    assert!(!stage.app.session().unwrap().unsaved());
    stage.play("Ctrl+Z");
    assert_eq!((stage.text().as_str(), stage.notice()), ("甲乙|丙", "已撤销：正文的改动"));
    assert!(stage.app.session().unwrap().unsaved());
    stage.play("Ctrl+Z Esc Esc Enter Ctrl+Y Ctrl+Y");
    assert_eq!(stage.text(), "甲乙丁|丙");
}

#[test]
fn a_draft_that_others_changed_meanwhile_begins_anew() {
    let mut stage = at_item_with("甲");
    stage.play("Esc Esc");
    let mut theirs = stage.drafts[0].1.clone().unwrap();
    theirs.sections[1].body = vec!["别人写的。".to_owned()];
    stage.drafts[0].1 = Ok(theirs.clone());
    stage.play("Enter Ctrl+Z");
    assert_eq!(stage.notice(), "没有可以撤销的改动了");
    assert_eq!(stage.report(), &theirs);
}

#[test]
fn only_the_draft_that_was_closed_last_goes_on() {
    let mut stage = at_item_with("甲");
    stage.drafts.push(("别的".to_owned(), Ok(new_report())));
    stage.play("Esc Esc Down Enter 乙 Esc Esc");
    let Screen::Drafts(pane) = stage.app.screen() else { panic!() };
    assert_eq!(pane.chosen().unwrap().id, "别的", "the one that was just closed is chosen");
    stage.play("Up Enter Ctrl+Z");
    assert_eq!(stage.notice(), "没有可以撤销的改动了");
}

#[test]
fn a_parked_draft_that_can_only_be_read_now_is_not_changed() {
    let mut stage = at_item_with("甲");
    stage.play("Esc Esc");
    stage.read_only = Some("李四@二楼".to_owned());
    stage.play("Enter");
    assert!(stage.notice().starts_with("只读"), "{}", stage.notice());
    let before = stage.report().clone();
    for key in ["乙", "Backspace", "Ctrl+Z", "Ctrl+Y"] {
        stage.play(key);
        assert_eq!(stage.report(), &before, "{key}");
    }
    assert!(!stage.app.session().unwrap().unsaved());
}

#[test]
fn a_finished_draft_opens_with_the_keyboard_in_the_outline() {
    let mut stage = Stage::writing(done_report());
    assert_eq!(stage.pane().focus, Focus::Outline);
    assert!(stage.notice().contains("都已完成"), "{}", stage.notice());
    stage.play("Down Down Enter");
    assert_eq!((stage.at().as_str(), stage.pane().focus), ("一/（一）", Focus::Text));
    // Gone on with, it is where it was, and is told so.
    stage.play("Esc Esc Enter");
    assert_eq!((stage.at().as_str(), stage.pane().focus), ("一/（一）", Focus::Text));
    assert!(!stage.notice().contains("目录"), "{}", stage.notice());
}

#[test]
fn a_finished_draft_that_others_have_open_says_so_first() {
    let stage = Stage::reading(done_report());
    assert!(stage.notice().starts_with("只读"), "{}", stage.notice());
}

#[test]
fn what_the_last_save_has_to_say_is_told_in_the_list() {
    let mut stage = at_item_with("甲");
    stage.remark = Some("您写的另存为 2025-云溪镇-2，两份都在".to_owned());
    stage.play("Esc Esc");
    assert!(!is_open(&stage));
    assert_eq!(
        (stage.notice(), stage.app.notice().tone),
        ("您写的另存为 2025-云溪镇-2，两份都在", Tone::Trouble)
    );
    stage.play("Down");
    assert_eq!(stage.notice(), "");
    stage.play("Enter 乙 Esc Esc");
    assert_eq!(stage.notice(), "");
}

/// 一/（一） with 甲 in it, which could not be saved.
fn unsaved() -> Stage {
    let mut stage = at_item_with("甲");
    stage.disk = Some("没有存上，文字还在，会再试：磁盘满了".to_owned());
    stage.play("Ctrl+S");
    stage
}

#[test]
fn a_failed_save_is_told_in_a_box_once_and_stands_until_it_succeeds() {
    let mut stage = unsaved();
    assert_eq!((stage.prompt().as_str(), stage.app.notice().tone), ("没有存上", Tone::Unsaved));
    stage.play("Enter");
    for script in ["Left", "乙", "Backspace", "Alt+Down", "Alt+Up", "Ctrl+S", "Ctrl+S Right"] {
        stage.play(script);
        assert_eq!(
            (stage.prompt().as_str(), stage.app.notice().tone),
            ("", Tone::Unsaved),
            "{script}"
        );
        assert!(stage.notice().contains("磁盘满了"), "{script}");
    }
    stage.disk = None;
    stage.play("Ctrl+S");
    assert_eq!((stage.notice(), stage.app.notice().tone), ("已保存 10:32", Tone::Saved));
    // The next failure is told in a box again.
    stage.disk = Some("没有存上：没有这个文件夹".to_owned());
    stage.play("丙 Ctrl+S");
    assert_eq!(stage.prompt(), "没有存上");
}

#[test]
fn a_box_that_only_tells_lets_what_is_typed_through() {
    let mut stage = unsaved();
    stage.play("乙");
    assert_eq!((stage.prompt().as_str(), stage.text().as_str()), ("", "甲乙|"));
    let mut stage = unsaved();
    stage.paste("一段");
    assert_eq!((stage.prompt().as_str(), stage.text().as_str()), ("", "甲一段|"));
    // A key is for the box.
    let mut stage = unsaved();
    stage.play("Backspace");
    assert_eq!((stage.prompt().as_str(), stage.text().as_str()), ("没有存上", "甲|"));
    stage.play("Esc");
    assert_eq!((stage.prompt().as_str(), stage.text().as_str()), ("", "甲|"));
    // In the list there is nowhere to type.
    let mut stage = Stage::new();
    stage.app.settle(Outcome::Failed("磁盘出了毛病，请看看是不是满了。".repeat(3)));
    assert_eq!(stage.prompt(), "没有成功");
    stage.play("字");
    assert_eq!(stage.prompt(), "");
    assert!(stage.notice().contains("这里不用打字"), "{}", stage.notice());
}

#[test]
fn a_question_takes_no_text_and_says_so() {
    for script in ["F4", "F12 Enter", "F12 Enter Down"] {
        let mut stage = at_item_with("办结【几】件。");
        stage.play(script);
        let (prompt, before) = (stage.prompt(), stage.report().clone());
        let Some(Prompt::Question(question)) = stage.app.prompt() else { panic!("{script}") };
        let chosen = question.answer();
        for pasted in [false, true] {
            if pasted {
                stage.paste("一段\n又一段");
            } else {
                stage.play("1");
            }
            assert!(stage.notice().starts_with("请先选一项"), "{script}: {}", stage.notice());
            assert_eq!((stage.prompt(), stage.report()), (prompt.clone(), &before), "{script}");
            let Some(Prompt::Question(question)) = stage.app.prompt() else { panic!("{script}") };
            assert_eq!(question.answer(), chosen);
        }
    }
}

#[test]
fn a_text_that_cannot_be_saved_is_not_left_unasked() {
    let ask = |answer: &str| {
        let mut stage = unsaved();
        stage.play("Enter Ctrl+Q");
        assert_eq!(stage.prompt(), "文字还没有存上");
        stage.asked();
        stage.play(answer);
        stage
    };
    for answer in ["Enter", "Esc"] {
        let mut stage = ask(answer);
        assert_eq!((stage.prompt().as_str(), stage.asked()), ("", Vec::new()), "{answer}");
        assert_eq!(stage.text(), "甲|");
    }
    let mut stage = ask("Down Enter");
    assert_eq!((stage.prompt().as_str(), stage.asked()), ("导出", Vec::new()));
    let mut stage = ask("Down Down Enter");
    assert_eq!(stage.asked(), [Effect::Quit(true)]);
    // What was typed in a prompt is there again when one has stayed.
    for (open, again) in [("Shift+Tab Insert", "Insert"), ("F6 Down Enter", "Enter")] {
        let mut stage = unsaved();
        stage.play("Enter").play(open).play("12 Ctrl+Q");
        assert_eq!(stage.prompt(), "文字还没有存上", "{open}");
        stage.play("Enter").play(again);
        let typed = match stage.app.prompt() {
            Some(Prompt::Heading(heading)) => heading.field.text(),
            Some(Prompt::Figure(figure)) => figure.field.text(),
            other => panic!("{open}: {other:?}"),
        };
        assert_eq!(typed, "12", "{open}");
    }
    // Closing keeps it open.
    let mut stage = unsaved();
    stage.play("Enter Esc Esc");
    assert!(is_open(&stage));
    assert_eq!((stage.text().as_str(), stage.app.notice().tone), ("甲|", Tone::Unsaved));
}

#[test]
fn a_sentence_fades_with_the_next_key_unless_it_tells_of_saving() {
    for key in ["Left", "字", "F6", "Alt+Down"] {
        let mut stage = at_item();
        stage.play("F4");
        assert!(stage.notice().contains("还没有内容"));
        stage.play(key);
        assert_eq!(stage.notice(), "", "{key}");
        stage.play("字 Ctrl+S").play(key);
        assert_eq!(stage.notice(), "已保存 10:32", "{key}");
    }
}

#[test]
fn saving_never_covers_a_sentence_that_was_not_read() {
    let mut stage = at_item_with("甲");
    stage.play("Esc");
    let revision = stage.app.session().unwrap().revision();
    let saved = |remark: Option<&str>| Outcome::Saved {
        revision,
        time: "10:33".to_owned(),
        moved_to: None,
        remark: remark.map(str::to_owned),
    };
    stage.app.settle(saved(None));
    assert!(stage.notice().starts_with("再按一次 Esc"), "{}", stage.notice());
    stage.app.settle(saved(Some("稿件文件不见了，已经重新写好")));
    assert_eq!(stage.notice(), "稿件文件不见了，已经重新写好");
}

#[test]
fn undo_and_redo_say_what_they_took() {
    for (script, what) in [
        ("甲", "正文的改动"),
        ("甲 F4 Alt+Up", "确认完成"),
        ("F6 Home Enter 12 Enter", "填数 中心组学法"),
        ("Ctrl+G 版头 Enter Down 甲", "版头的改动"),
        ("Ctrl+G 版头 Enter Up Up Up End Backspace 4", "版头的改动"),
        ("Ctrl+G 落款 Enter 9", "落款的改动"),
        ("F6 End Enter", "正文的改动"),
    ] {
        let mut stage = at_item();
        stage.play(script).play("Ctrl+Z");
        assert_eq!(stage.notice(), format!("已撤销：{what}"), "{script}");
        stage.play("Ctrl+Y");
        assert_eq!(stage.notice(), format!("已重做：{what}"), "{script}");
    }
}

#[test]
fn an_opened_draft_is_asked_for_by_its_file() {
    let mut stage = Stage::with(
        vec![("2025-云溪镇".to_owned(), Ok(new_report()))],
        fazhi_tui::text::Ambiguous::Narrow,
    );
    stage.asked();
    stage.play("Enter");
    assert_eq!(stage.asked(), [Effect::Open(file("2025-云溪镇"))]);
}
