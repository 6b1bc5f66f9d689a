//! Entering a figure: what the dictionary knows of it, before and after.

use fazhi_tui::app::prompt::Prompt;

use super::at_item_with;
use crate::stage::Stage;

fn hints(stage: &Stage) -> Vec<String> {
    match stage.app.prompt() {
        Some(Prompt::Figure(figure)) => figure.hints.clone(),
        other => panic!("no figure is asked for: {other:?}"),
    }
}

#[test]
fn other_names_and_what_must_agree_are_shown() {
    let mut stage = at_item_with("全年学习。");
    stage.play("F6 Down Down Down Enter");
    assert_eq!(stage.prompt(), "法治考试参考");
    assert_eq!(hints(&stage), ["又叫 参考人数、实际参考、参加法治理论考试", "不超过法治考试应考"]);
}

#[test]
fn a_figure_that_does_not_fit_is_taken_and_told() {
    let mut stage = at_item_with("全年学习。");
    stage.play("F6 Down Down Enter 40 Enter");
    assert_eq!(stage.notice(), "法治考试应考：40 人");
    stage.play("Down Enter 41 Enter");
    assert_eq!(stage.notice(), "法治考试参考 41 比 法治考试应考 40 多：请核对");
    assert_eq!(stage.prompt(), "");
    let value = stage.report().figure("法治考试参考").unwrap().value.clone().unwrap();
    assert_eq!(value.written(), "41");
    stage.play("Enter Backspace 0 Enter");
    assert_eq!(stage.notice(), "法治考试参考：40 人");
    stage.play("Up Enter Backspace Backspace 39 Enter");
    assert_eq!(stage.notice(), "法治考试参考 40 比 法治考试应考 39 多：请核对");
}

#[test]
fn an_emptied_figure_is_told_to_be_open_again() {
    let mut stage = at_item_with("全年学习。");
    stage.play("F6 Down Down Enter 40人 Enter");
    assert_eq!(stage.notice(), "法治考试应考：40 人", "the unit is said once");
    stage.play("Enter Backspace Backspace Enter");
    assert_eq!(stage.notice(), "法治考试应考：已改回待填");
    stage.play("Enter Enter");
    assert_eq!(stage.notice(), "法治考试应考：还是待填");
}

#[test]
fn a_number_that_esc_closes_is_there_again_for_its_figure() {
    let mut stage = at_item_with("全年学习。");
    let typed = |stage: &Stage| match stage.app.prompt() {
        Some(Prompt::Figure(figure)) => figure.field.text().to_owned(),
        other => panic!("no figure is asked for: {other:?}"),
    };
    stage.play("F6 Down Down Enter 40 Esc Down Enter 3 Esc Up Enter");
    assert_eq!(typed(&stage), "40");
    stage.play("Esc Down Enter");
    assert_eq!(typed(&stage), "3");
    // What stands there now goes before what was typed before it.
    stage.play("Backspace 5 Enter Enter 6 Esc Ctrl+Z F6 Enter");
    assert_eq!(typed(&stage), "");
}
