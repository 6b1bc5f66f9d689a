//! Selecting, copying, moving: Word's keys in the text and in every field.

use crossterm::event::{MouseButton, MouseEventKind};
use fazhi_tui::app::Input;
use fazhi_tui::app::command::Command;
use fazhi_tui::app::effect::{Effect, Held, Outcome};
use fazhi_tui::app::mouse::Mouse;
use fazhi_tui::report::{Amount, Figure, State};

use super::at_item_with;
use crate::stage::{Stage, new_report};

const PRESS: MouseEventKind = MouseEventKind::Down(MouseButton::Left);
const DRAG: MouseEventKind = MouseEventKind::Drag(MouseButton::Left);

/// What is selected in the open text.
fn selected(stage: &Stage) -> String {
    let pane = stage.pane();
    pane.editor.selected(pane.body()).unwrap_or_default()
}

fn text(stage: &Stage) -> String {
    stage.pane().body().join("\n")
}

#[test]
fn shift_selects_and_typing_replaces() {
    let mut stage = at_item_with("全年审查合同");
    stage.play("Shift+Left Shift+Left");
    assert_eq!(selected(&stage), "合同");
    stage.play("文件");
    assert_eq!(text(&stage), "全年审查文件");
    stage.play("Ctrl+Z");
    assert_eq!(text(&stage), "全年审查合同");
    stage.play("End Shift+Home");
    assert_eq!(selected(&stage), "全年审查合同");
    stage.play("Left");
    assert_eq!((selected(&stage), stage.pane().editor.caret().byte), (String::new(), 0));
    stage.play("Ctrl+A Right");
    assert_eq!(stage.pane().editor.caret().byte, "全年审查合同".len());
}

#[test]
fn a_replaced_selection_is_taken_back_alone() {
    let mut stage = at_item_with("");
    stage.play("先打的字 Ctrl+A 再打的字");
    assert_eq!(text(&stage), "再打的字");
    stage.play("Ctrl+Z");
    assert_eq!(text(&stage), "先打的字");
    stage.play("Ctrl+A Backspace");
    assert_eq!(text(&stage), "");
    stage.play("Ctrl+Z");
    assert_eq!(text(&stage), "先打的字");
}

#[test]
fn what_is_cut_is_pasted_elsewhere_with_its_paragraphs() {
    let mut stage = at_item_with("甲乙");
    stage.play("Enter 丙丁 Shift+Up Shift+Left");
    assert_eq!(selected(&stage), "乙\n丙丁");
    stage.play("Ctrl+X");
    assert_eq!((text(&stage).as_str(), stage.notice()), ("甲", "已剪切 3 字"));
    stage.play("Ctrl+PageDown Ctrl+V");
    assert_eq!(text(&stage), "乙\n丙丁");
    stage.play("Ctrl+Z");
    assert_eq!(text(&stage), "");
    stage.play("Ctrl+Z");
    assert_eq!(text(&stage), "甲乙\n丙丁");
}

#[test]
fn other_programs_get_figures_as_printed_and_the_text_keeps_its_citations() {
    let mut report = new_report();
    report.figures.push(Figure {
        name: "审查合同".to_owned(),
        value: Some(Amount::parse("43").unwrap()),
        unit: "份".to_owned(),
        source: String::new(),
    });
    report.preamble.as_mut().unwrap().body = vec!["审查合同{审查合同}份。".to_owned()];
    let mut stage = Stage::writing(report);
    stage.clipboard = Some(String::new());
    stage.play("Ctrl+A Ctrl+C");
    assert_eq!(stage.clipboard.as_deref(), Some("审查合同43份。"));
    stage.play("Ctrl+End Ctrl+V");
    assert_eq!(text(&stage), "审查合同{审查合同}份。审查合同{审查合同}份。");
    stage.clipboard = Some("别处来的字".to_owned());
    stage.play("Ctrl+A Ctrl+V");
    assert_eq!(text(&stage), "别处来的字");
}

#[test]
fn without_a_desktop_the_own_clipboard_serves_and_the_terminal_is_told() {
    let mut stage = at_item_with("甲");
    stage.asked();
    stage.play("Ctrl+V");
    assert_eq!((text(&stage).as_str(), stage.asked()), ("甲", vec![Effect::ReadClipboard]));
    assert!(stage.notice().contains("没有复制过文字"), "{}", stage.notice());
    stage.play("Ctrl+A Ctrl+C End Ctrl+V Ctrl+V");
    assert_eq!(text(&stage), "甲甲甲");
    assert!(stage.asked().contains(&Effect::WriteClipboard("甲".to_owned())));
}

#[test]
fn fields_select_copy_and_paste_as_well() {
    let mut stage = at_item_with("正文");
    stage.play("Ctrl+A Ctrl+C F5 Ctrl+V");
    assert_eq!(stage.prompt(), "转到");
    stage.play("Ctrl+A Ctrl+X Esc");
    stage.play("Ctrl+A 换掉 Ctrl+V");
    assert_eq!(text(&stage), "换掉正文");
}

#[test]
fn words_sentences_and_paragraphs_are_passed() {
    let mut stage = at_item_with("一是学习，共12次。二是执法；");
    let caret = |stage: &mut Stage, keys| {
        stage.play(keys);
        let at = stage.pane().editor.caret();
        text(stage)[..at.byte].to_owned()
    };
    assert_eq!(caret(&mut stage, "Ctrl+Home Ctrl+Right"), "一是学习，");
    assert_eq!(caret(&mut stage, "Ctrl+Right Ctrl+Right"), "一是学习，共12");
    assert_eq!(caret(&mut stage, "Alt+Right"), "一是学习，共12次。");
    assert_eq!(caret(&mut stage, "Alt+Left"), "");
    assert_eq!(caret(&mut stage, "Ctrl+Down Ctrl+Left"), "一是学习，共12次。");
    stage.play("Ctrl+Delete");
    assert_eq!(text(&stage), "一是学习，共12次。");
    stage.play("Ctrl+Backspace");
    assert_eq!(text(&stage), "一是学习，共12");
}

#[test]
fn a_paragraph_changes_places_with_its_neighbour() {
    let mut stage = at_item_with("甲");
    stage.play("Enter 乙 Enter 丙丁 Alt+Shift+Up");
    assert_eq!(text(&stage), "甲\n丙丁\n乙");
    stage.play("Alt+Shift+Up Alt+Shift+Up");
    assert_eq!((text(&stage).as_str(), stage.notice()), ("丙丁\n甲\n乙", "上面没有段落了，移不动"));
    stage.play("Shift+Down Alt+Shift+Down");
    assert_eq!(text(&stage), "乙\n丙丁\n甲");
    assert_eq!(selected(&stage), "\n甲");
    stage.play("Ctrl+Z Ctrl+Z Ctrl+Z");
    assert_eq!(text(&stage), "甲\n乙\n丙丁");
    stage.play("Ctrl+Y");
    assert_eq!(text(&stage), "甲\n丙丁\n乙");
}

#[test]
fn the_mouse_selects_by_dragging_also_out_of_the_window() {
    let mut stage = at_item_with("全年审查合同");
    let (x, y) = stage.draw(112, 30).cursor;
    stage.mouse(PRESS, (x - 4, y));
    stage.mouse(DRAG, (x - 8, y));
    assert_eq!(selected(&stage), "审查");
    stage.mouse(DRAG, (x, y));
    assert_eq!(selected(&stage), "合同");
    stage.mouse(DRAG, (0, 0));
    assert_eq!(selected(&stage), "全年审查");
    stage.mouse(PRESS, (x, y));
    assert_eq!(selected(&stage), "");
}

#[test]
fn the_wheel_keeps_a_selection() {
    let mut stage = at_item_with("开头");
    for _ in 0..60 {
        stage.play("Enter 一段");
    }
    stage.play("Shift+Left");
    let (_, y) = stage.draw(112, 30).cursor;
    stage.mouse(MouseEventKind::ScrollUp, (60, y));
    stage.mouse(MouseEventKind::ScrollUp, (60, y));
    assert_eq!(selected(&stage), "段");
    let top = stage.pane().editor.top();
    stage.play("Ctrl+C");
    assert_eq!(stage.pane().editor.top(), top);
    stage.play("Left");
    assert_ne!(stage.pane().editor.top(), top);
}

#[test]
fn a_line_that_comes_as_keys_is_cleaned_as_a_paste_is() {
    let mut stage = at_item_with("");
    stage.input(Input::Text("法\u{200b}治\u{a0}政府\u{feff}".to_owned()));
    assert_eq!((text(&stage).as_str(), stage.notice()), ("法治政府", "去掉了 3 个不可见字符"));
    stage.types("建设");
    assert_eq!((text(&stage).as_str(), stage.notice()), ("法治政府建设", ""));
}

#[test]
fn one_key_gives_the_mouse_to_the_terminal_and_back() {
    let mut stage = at_item_with("甲");
    assert!(stage.app.wants_mouse());
    stage.play("Ctrl+U");
    assert!(!stage.app.wants_mouse() && stage.notice().contains("Ctrl+U"), "{}", stage.notice());
    stage.play("F5 Ctrl+U");
    assert!(stage.app.wants_mouse());
}

#[test]
fn a_read_only_draft_can_be_copied_and_not_cut() {
    let mut report = new_report();
    report.preamble.as_mut().unwrap().body = vec!["甲乙".to_owned()];
    let mut stage = Stage::reading(report);
    stage.play("F5 Enter Ctrl+A Ctrl+C");
    stage.play("Ctrl+A Ctrl+X");
    assert_eq!(text(&stage), "甲乙");
    assert!(stage.notice().contains("只读"), "{}", stage.notice());
}

#[test]
fn spaces_survive_cutting_and_pasting() {
    let mut stage = at_item_with("使用 Adobe Photoshop 打开");
    stage.play("Home Ctrl+Right Ctrl+Right Shift+Left Ctrl+X");
    assert_eq!(text(&stage), "使用 AdobePhotoshop 打开");
    stage.play("Ctrl+V");
    assert_eq!(text(&stage), "使用 Adobe Photoshop 打开");
    stage.play("End").paste(" 图片\n　　另一段 ");
    assert_eq!(text(&stage), "使用 Adobe Photoshop 打开 图片\n另一段 ");
}

#[test]
fn cut_and_pasted_text_is_counted_alike() {
    let mut stage = at_item_with("使用 Adobe Photoshop 打开图片");
    assert_eq!(stage.notice(), "已粘贴 8 字");
    stage.play("Ctrl+A Ctrl+X");
    assert_eq!(stage.notice(), "已剪切 8 字");
    stage.play("Ctrl+V");
    assert_eq!(stage.notice(), "已粘贴 8 字");
}

#[test]
fn in_a_form_a_replaced_selection_is_taken_back_alone_too() {
    let mut stage = at_item_with("正文");
    stage.play("F5 落款 Enter Up Up");
    let row = |stage: &Stage| {
        let form = stage.pane().form.as_ref().unwrap();
        form.rows[form.focus].field.text().to_owned()
    };
    stage.play("Ctrl+A 甲乙丙 Ctrl+A 丁戊 Ctrl+Z");
    assert_eq!(row(&stage), "甲乙丙");
    stage.play("Backspace Ctrl+A Backspace Ctrl+Z");
    assert_eq!(row(&stage), "甲乙");
}

#[test]
fn half_width_marks_end_a_run_of_typing() {
    let mut stage = at_item_with("");
    stage.play("审查合同43份,提出意见118条; Ctrl+Z");
    assert_eq!(text(&stage), "审查合同43份,");
}

#[test]
fn keys_that_wait_together_move_in_the_rows_that_are_seen() {
    let mut stage = at_item_with(&"一二三四五六七八九十".repeat(12));
    stage.play("Ctrl+PageUp Ctrl+PageDown Up");
    let seen = stage.pane().editor.caret();
    stage.play("Ctrl+PageUp");
    stage.app.update(Input::Command(Command::NextSection));
    stage.app.update(Input::Command(Command::Up));
    assert_eq!(stage.pane().editor.caret(), seen);
}

#[test]
fn a_paragraph_of_which_only_the_start_is_reached_stays() {
    let mut stage = at_item_with("甲");
    stage.play("Enter 乙 Enter 丙 Ctrl+Home Ctrl+Down Shift+Down Alt+Shift+Up");
    assert_eq!(text(&stage), "乙\n甲\n丙");
}

#[test]
fn a_drag_that_began_beside_the_text_or_under_a_box_selects_nothing() {
    let mut stage = at_item_with("全年审查合同");
    let (x, y) = stage.draw(112, 30).cursor;
    stage.mouse(PRESS, (x, y));
    stage.mouse(PRESS, (0, 0));
    stage.mouse(DRAG, (x - 4, y));
    assert_eq!(selected(&stage), "");
    stage.mouse(PRESS, (x, y));
    stage.play("F10");
    stage.mouse(DRAG, (x - 4, y));
    stage.play("Esc");
    assert_eq!(selected(&stage), "");
}

#[test]
fn a_second_press_takes_the_word_and_a_third_the_paragraph() {
    let mut stage = at_item_with("审查合同43份。");
    let (x, y) = stage.draw(112, 30).cursor;
    let target = stage.draw(112, 30).under.at(x - 5, y).unwrap();
    stage.input(Input::Mouse(Mouse::Double, target));
    assert_eq!(selected(&stage), "43");
    stage.input(Input::Mouse(Mouse::Triple, target));
    assert_eq!(selected(&stage), "审查合同43份。");
}

#[test]
fn a_citation_is_selected_before_it_is_deleted() {
    let mut stage = at_item_with("全年{立案}件");
    stage.play("Left Backspace");
    assert_eq!((selected(&stage).as_str(), text(&stage).as_str()), ("{立案}", "全年{立案}件"));
    assert!(stage.notice().contains("再按一次"), "{}", stage.notice());
    stage.play("Backspace");
    assert_eq!(text(&stage), "全年件");
    stage.play("Ctrl+Z Home Right Right Delete Delete");
    assert_eq!(text(&stage), "全年件");
}

#[test]
fn esc_lets_go_of_a_selection_first() {
    let mut stage = at_item_with("全年");
    stage.play("Shift+Left Esc");
    assert_eq!((selected(&stage).as_str(), stage.notice()), ("", ""));
    stage.play("Esc");
    assert!(stage.notice().contains("再按一次 Esc"), "{}", stage.notice());
}

#[test]
fn spaces_at_the_start_of_a_paragraph_are_not_typed() {
    let mut stage = at_item_with("");
    stage.input(Input::Text("\u{3000}".to_owned()));
    assert_eq!(text(&stage), "");
    assert!(stage.notice().contains("自动空两个字"), "{}", stage.notice());
    stage.input(Input::Text("\u{3000}\u{3000}全年".to_owned()));
    stage.input(Input::Text(" a".to_owned()));
    assert_eq!(text(&stage), "全年 a");
}

#[test]
fn nothing_is_deleted_blindly_and_nothing_typed_is_lost() {
    let mut stage = at_item_with("全年");
    stage.draw(20, 5);
    stage.play("Ctrl+A Delete Ctrl+Z 工作");
    stage.draw(80, 24);
    assert_eq!(text(&stage), "全年工作");
}

#[test]
fn what_the_system_says_of_its_clipboard_is_told() {
    let mut stage = at_item_with("甲");
    stage.play("Ctrl+A Ctrl+C End");
    stage.clipboard = Some(String::new());
    stage.play("Ctrl+V");
    assert_eq!((text(&stage).as_str(), stage.notice()), ("甲", "剪贴板里没有文字"));
    stage.app.settle(Outcome::Clipboard(Held::Silent));
    assert_eq!(text(&stage), "甲甲");
    assert!(stage.notice().contains("没有回答"), "{}", stage.notice());
}

#[test]
fn the_first_change_of_a_finished_report_is_told() {
    let mut report = new_report();
    report.state = State::Final;
    let mut stage = Stage::writing(report);
    stage.play("全");
    assert!(stage.notice().contains("定稿"), "{}", stage.notice());
    stage.play("年");
    assert_eq!(stage.notice(), "");
    let mut report = new_report();
    report.state = State::Final;
    let mut stage = Stage::writing(report);
    stage.paste("全年\u{200b}");
    assert!(
        stage.notice().starts_with("已粘贴 2 字（去掉 1 个不可见字符）；"),
        "{}",
        stage.notice()
    );
}

#[test]
fn what_a_field_leaves_out_of_a_paste_is_told() {
    let mut stage = at_item_with("");
    stage.play("F5").paste("法\u{200b}治\n政府");
    assert_eq!(stage.notice(), "几行接成了一行，去掉了 1 个不可见字符");
    stage.play("Ctrl+A").paste("法治");
    assert_eq!(stage.notice(), "");
}
