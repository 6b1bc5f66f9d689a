//! Entering a figure: what the dictionary knows of it, before and after.

use fazhi_tui::app::pane::guide::Look;
use fazhi_tui::app::prompt::Prompt;
use fazhi_tui::report::Place;
use fazhi_tui::report::progress::Mark;
use ratatui::layout::Size;

use super::{ITEM, at_item_with, body};
use crate::stage::{Stage, new_report, set_body, written_report};

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
    stage.play("F6 Down Down Enter 40 Esc Down Enter 3 Esc Up Enter");
    assert_eq!(typed(&stage), "40");
    stage.play("Esc Down Enter");
    assert_eq!(typed(&stage), "3");
    // What stands there now goes before what was typed before it.
    stage.play("Backspace 5 Enter Enter 6 Esc Ctrl+Z F6 Enter");
    assert_eq!(typed(&stage), "");
}

/// What stands in the field of the prompt for a figure.
fn typed(stage: &Stage) -> String {
    match stage.app.prompt() {
        Some(Prompt::Figure(figure)) => figure.field.text().to_owned(),
        other => panic!("no figure is asked for: {other:?}"),
    }
}

fn value(stage: &Stage, name: &str) -> Option<String> {
    let figure = stage.report().figure(name)?;
    figure.value.as_ref().map(|amount| amount.written().to_owned())
}

/// 一/（一） with this text, its first open place held.
fn holding(text: &str) -> Stage {
    let mut stage = at_item_with(text);
    stage.play("Ctrl+Home Ctrl+T");
    stage
}

#[test]
fn a_number_that_is_typed_over_a_citation_goes_into_the_ledger() {
    let text = "学法{中心组学法}次，会前{会前学法}次，【几】人。";
    let mut stage = holding(text);
    assert_eq!(stage.notice(), "打数字就填进指标；打别的字就替换");
    stage.play("1");
    assert_eq!((stage.prompt().as_str(), typed(&stage).as_str()), ("中心组学法", "1"));
    stage.play("2 Enter");
    assert_eq!(stage.notice(), "中心组学法：12 次");
    assert_eq!(
        (body(stage.report()).as_str(), value(&stage, "中心组学法")),
        (text, Some("12".to_owned()))
    );
    // The next open place of the text is held: here a figure again, full-width too.
    assert_eq!(stage.pane().held_citation(), Some("会前学法"));
    stage.play("３ Enter");
    assert_eq!(value(&stage, "会前学法"), Some("3".to_owned()));
    stage.play("68");
    assert_eq!(stage.text(), text.replace("【几】", "68|"));
    stage.play("Ctrl+Z Ctrl+Z Ctrl+Z");
    assert_eq!((body(stage.report()).as_str(), value(&stage, "中心组学法")), (text, None));
}

#[test]
fn behind_the_last_citation_one_goes_on_writing() {
    let mut stage = holding("学法{中心组学法}次");
    stage.paste("1,208").play("Enter");
    assert_eq!(stage.text(), "学法{中心组学法}|次");
    stage.play("Ctrl+End 。");
    assert_eq!(body(stage.report()), "学法{中心组学法}次。");
    assert_eq!(value(&stage, "中心组学法"), Some("1,208".to_owned()));
}

#[test]
fn esc_gives_neither_the_citation_nor_the_number_away() {
    let mut stage = holding("学法{中心组学法}次");
    stage.play("1 6 Esc");
    assert_eq!((stage.prompt().as_str(), stage.text().as_str()), ("", "学法|{中心组学法}次"));
    assert_eq!(value(&stage, "中心组学法"), None);
    assert_eq!(stage.pane().held_citation(), Some("中心组学法"));
    stage.play("F6 Enter");
    assert_eq!(typed(&stage), "16");
    // What is no number is refused and stays.
    stage.play("多 Enter");
    assert_eq!(typed(&stage), "16多");
}

#[test]
fn what_is_no_number_takes_the_place_of_a_citation() {
    for text in ["多", "，", "12次", "-"] {
        let mut stage = holding("学法{中心组学法}次");
        stage.paste(text);
        assert_eq!(
            (stage.prompt().as_str(), stage.text()),
            ("", format!("学法{text}|次")),
            "{text}"
        );
    }
}

#[test]
fn a_citation_that_nobody_knows_is_entered_too_and_read_only_stays_so() {
    let mut stage = holding("受理{没有}件");
    stage.play("7");
    assert!(!stage.draw(80, 24).dump().contains("单位"), "{}", stage.draw(80, 24).dump());
    stage.play("Enter");
    assert_eq!((value(&stage, "没有"), stage.notice()), (Some("7".to_owned()), "没有：7"));
    let mut report = new_report();
    set_body(&mut report, Place::Preamble, vec!["受理{没有}件".to_owned()]);
    let mut stage = Stage::reading(report);
    stage.play("Ctrl+Home Ctrl+T 7");
    assert_eq!(stage.prompt(), "");
    assert!(stage.notice().contains("只读"), "{}", stage.notice());
}

/// 一/（一） in which 40 should have sat the examination, and 41 have.
fn disagreeing() -> Stage {
    let mut stage = at_item_with("全年学习。");
    stage.play("F6 Down Down Enter 40 Enter Down Enter 41 Enter");
    stage
}

#[test]
fn figures_that_do_not_agree_stay_marked() {
    let marked = |stage: &Stage| {
        let lines = stage.pane().guide.lines.iter();
        let lines = lines.filter(|line| line.text.starts_with('！') || line.look == Look::Misfit);
        lines.map(|line| line.text.trim()).collect::<String>()
    };
    let mut stage = disagreeing();
    stage.size = Size::new(160, 45);
    stage.play("Esc 字");
    // The rows of one sentence are put together again.
    let told = "法治考试参考 41 比 法治考试应考 40多";
    assert_eq!(
        marked(&stage),
        format!("！法治考试应考   40 人    司法所{told}！法治考试参考   41 人    司法所")
    );
    stage.play("Ctrl+Z Ctrl+Z");
    assert_eq!(marked(&stage), "");
}

#[test]
fn figures_that_do_not_agree_are_looked_at_before_a_text_is_done() {
    let mut stage = disagreeing();
    stage.play("Esc F4");
    assert_eq!(stage.prompt(), "这一节有 1 处数对不上");
    assert!(stage.draw(80, 24).dump().contains("！法治考试参考 41 比 法治考试应考 40 多：请核对"));
    for stay in ["Esc", "F4 Enter"] {
        stage.play(stay);
        assert_eq!((stage.prompt().as_str(), stage.at().as_str()), ("", "一/（一）"), "{stay}");
    }
    stage.play("F4 F4");
    assert_eq!((stage.report().mark(ITEM), stage.at().as_str()), (Mark::Done, "一/（二）"));
    // Beside what is open they are listed too.
    let mut stage = disagreeing();
    stage.play("Esc 办结【几】件。 F4");
    assert_eq!(stage.prompt(), "这一节还有 1 处待填");
    assert!(stage.draw(80, 24).dump().contains("41 比"));
    // A text that has nothing to do with them is done without a word.
    stage.play("Esc Ctrl+G 主要安排 Enter 明年推进。 F4");
    assert_eq!(stage.prompt(), "");
}

#[test]
fn figures_that_do_not_agree_are_listed_by_the_export() {
    let mut stage = Stage::writing(written_report());
    stage.play("Ctrl+G 深入 Enter F6 Down Down Enter 40 Enter Down Enter 41 Enter Esc F12");
    for (width, height) in [(80, 24), (60, 18), (40, 20)] {
        let dump = stage.draw(width, height).dump();
        assert!(dump.contains("台账里，法治考试参考"), "{dump}");
    }
    // A part that is more than its whole is an error, which asks for an answer.
    stage.play("Enter");
    assert_eq!(stage.prompt(), "校核出的错误还没有改");
    stage.play("Down Enter");
    assert_eq!(stage.prompt(), "已导出");
}

#[test]
fn what_cannot_be_a_count_is_refused_and_what_is_taken_is_told() {
    let mut stage = at_item_with("全年学习。");
    stage.play("F6 Down Down Enter");
    for (typed, word) in [("-3", "没有负数"), ("12.5", "只填整数")] {
        stage.types(typed);
        stage.play("Enter");
        assert!(stage.notice().contains(word), "{typed}: {}", stage.notice());
        assert_eq!(stage.prompt(), "法治考试应考");
        stage.play(&"Backspace ".repeat(typed.len()));
    }
    stage.types("１２人");
    stage.play("Enter");
    assert_eq!(stage.notice(), "法治考试应考：12 人");
}

#[test]
fn a_date_that_is_none_is_told_by_the_export() {
    for (date, told) in
        [(Some("2026年13月40日"), "成文日期“2026年13月40日”写得不对"), (None, "没有写成文日期")]
    {
        let mut report = written_report();
        report.closing.date = date.map(str::to_owned);
        let text = Stage::writing(report).play("F12").draw(80, 24).text();
        assert!(text.contains(told), "{text}");
    }
    let text = Stage::writing(written_report()).play("F12").draw(80, 24).text();
    assert!(!text.contains("成文日期"), "{text}");
}
