//! 校核: the list, the way to what was found and on, fixes, what is ignored.

use crossterm::event::{MouseButton, MouseEventKind};
use fazhi_tui::app::Context;
use fazhi_tui::app::effect::Effect;
use fazhi_tui::app::pane::writing::{Focus, Side};
use fazhi_tui::app::prompt::{Prompt, Proofing};

use crate::stage::{Stage, flawed_report, new_report, written_report};

fn flawed() -> Stage {
    Stage::writing(flawed_report())
}

fn list(stage: &Stage) -> &Proofing {
    match stage.app.prompt() {
        Some(Prompt::Proofing(list)) => list,
        other => panic!("校核 is not open: {other:?}"),
    }
}

/// The words that the chosen finding is about.
fn chosen(stage: &Stage) -> &str {
    list(stage).chosen().map_or("", |finding| finding.spot.excerpt.as_str())
}

/// How many errors and warnings there are.
fn grave(stage: &Stage) -> usize {
    let counts = stage.app.session().unwrap().checks().counts();
    counts.error + counts.warning
}

#[test]
fn enter_leads_to_the_place_and_f7_back_to_the_row() {
    let mut stage = flawed();
    stage.play("F7");
    assert_eq!(chosen(&stage), ",");
    stage.play("Down");
    let second = chosen(&stage).to_owned();
    stage.play("Enter");
    assert_eq!((stage.prompt().as_str(), stage.at().as_str()), ("", "一/（二）"));
    assert!(stage.text().contains(&format!("|{second}")), "{}", stage.text());
    assert_eq!(stage.pane().editor.selection(), None, "a key must not delete what was found");
    assert_eq!((stage.pane().focus, stage.pane().side), (Focus::Text, Side::Findings));
    assert!(stage.app.contexts().contains(&Context::AtFinding));
    stage.play("F7");
    assert_eq!(chosen(&stage), second);
    stage.play("Esc");
    assert_eq!(stage.prompt(), "");
}

#[test]
fn esc_at_a_finding_leads_back_to_the_list() {
    let mut stage = flawed();
    stage.play("F7 Enter Esc");
    assert_eq!(stage.prompt(), "校核");
    // Once the caret has moved it is the text that one leaves.
    stage.play("Enter Left Left Esc");
    assert_eq!(stage.prompt(), "");
}

#[test]
fn the_list_opens_at_the_section_of_the_caret_else_at_the_top() {
    let mut stage = flawed();
    stage.play("Ctrl+G 依法全面 Enter Ctrl+Home F7");
    assert_eq!(&*list(&stage).chosen().unwrap().spot.section, "一/（二）");
    stage.play("Esc Ctrl+G 落款 Enter F7");
    assert_eq!(&*list(&stage).chosen().unwrap().spot.section, "导语");
}

#[test]
fn the_fix_at_the_caret_is_shown_and_made_in_the_text() {
    let mut stage = flawed();
    stage.play("F7 Enter Ctrl+R");
    assert!(stage.draw(80, 24).text().contains(",→，"), "{}", stage.draw(80, 24).dump());
    stage.play("Esc");
    assert_eq!((stage.prompt().as_str(), stage.notice()), ("", "没有改"));
    let found = grave(&stage);
    stage.play("Ctrl+R Enter");
    assert_eq!((stage.prompt().as_str(), grave(&stage)), ("", found - 1));
    stage.play("Ctrl+End Ctrl+R");
    assert_eq!(stage.prompt(), "");
    assert!(stage.notice().contains("没有问题"), "{}", stage.notice());
}

#[test]
fn f3_goes_on_with_what_was_used_last() {
    let mut stage = flawed();
    stage.play("F3");
    assert!(stage.notice().contains("F7"), "{}", stage.notice());
    stage.play("F7 Enter F3");
    assert_eq!(stage.at(), "一/（一）");
    stage.play("F3");
    assert_eq!(stage.at(), "一/（二）");
    stage.play("Ctrl+F 发放资料 Enter F3");
    assert!(stage.notice().contains("按 Enter 或 F3"), "{}", stage.notice());
    stage.play("Ctrl+P 校核下一处 Enter");
    assert!(stage.app.finding_here().is_some());
    let all = stage.app.session().unwrap().checks().all().len();
    let mut told = false;
    for _ in 0..all {
        stage.play("F3");
        while stage.prompt() == "标题" {
            stage.play("F3");
        }
        told |= stage.notice().contains("从头看起");
    }
    assert!(told, "round the end of the report");
}

#[test]
fn f3_goes_on_after_the_list_was_only_looked_at() {
    let mut stage = flawed();
    let count = grave(&stage);
    stage.play("F7 Esc Ctrl+G 导语 Enter Ctrl+Home F3");
    let first = format!("第 1 处，共 {count} 处：✗");
    assert!(stage.notice().starts_with(&first), "{}", stage.notice());
    stage.play("F3");
    assert!(stage.notice().starts_with(&format!("第 2 处，共 {count} 处：")), "{}", stage.notice());
    stage.play("Ctrl+P 校核上一处 Enter");
    assert!(stage.notice().starts_with(&first), "{}", stage.notice());
    stage.play("Ctrl+P 校核上一处 Enter");
    let last = format!("从末尾看起，第 {count} 处，共 {count} 处：");
    assert!(stage.notice().starts_with(&last), "{}", stage.notice());
}

#[test]
fn f3_keeps_to_what_the_list_shows() {
    let mut stage = flawed();
    let counts = stage.app.session().unwrap().checks().counts();
    assert!(counts.error > 0 && counts.warning > 0, "{counts:?}");
    stage.play("F7 Ctrl+F 警告 Enter Esc F3");
    for _ in 0..counts.warning {
        let warning = format!("共 {} 处：▴", counts.warning);
        assert!(stage.notice().contains(&warning), "{}", stage.notice());
        stage.play("F3");
    }

    // Hints come while they are open in the list.
    let mut stage = Stage::writing(written_report());
    let counts = stage.app.session().unwrap().checks().counts();
    assert!(counts.warning > 0 && counts.hint > 0, "{counts:?}");
    let told = |stage: &Stage, count: usize| {
        assert!(stage.notice().contains(&format!("共 {count} 处：")), "{}", stage.notice());
    };
    stage.play("F7 Esc F3");
    told(&stage, counts.error + counts.warning);
    stage.play("Esc F7 End Enter Esc F3");
    told(&stage, counts.error + counts.warning + counts.hint);
}

#[test]
fn what_is_wrong_is_told_where_the_caret_stands() {
    let mut stage = flawed();
    stage.play("F7 Enter");
    let frame = stage.draw(112, 30);
    let status = frame.line(28);
    assert!(status.contains("✗") && status.contains("逗号"), "{status}");
    stage.play("Left Left Left");
    assert!(!stage.draw(112, 30).line(28).contains("✗"));
}

#[test]
fn a_fix_is_shown_and_then_made() {
    let mut stage = flawed();
    stage.play("F7 Ctrl+R");
    assert!(stage.draw(80, 24).text().contains(",→，"), "{}", stage.draw(80, 24).dump());
    let text = |stage: &Stage| stage.report().preamble.as_ref().unwrap().body.concat();
    assert!(text(&stage).contains("位置,"), "nothing is changed before it is seen");
    stage.play("Esc");
    assert_eq!((stage.prompt().as_str(), chosen(&stage)), ("校核", ","));
    stage.play("Ctrl+R Enter");
    assert!(text(&stage).contains("位置，"));
    assert_eq!(stage.prompt(), "校核");
    assert!(stage.notice().contains("改好 1 处"), "{}", stage.notice());
    stage.play("Ctrl+Z");
    assert!(text(&stage).contains("位置,"));
    stage.play("Ctrl+Z");
    assert!(stage.notice().contains("还没有改过"), "{}", stage.notice());
}

#[test]
fn all_fixes_are_one_step() {
    let mut stage = flawed();
    let before = stage.report().clone();
    let found = grave(&stage);
    stage.play("F7 Ctrl+T");
    let count = list(&stage).fixes().unwrap().len();
    assert!(count >= 3, "{count}");
    stage.play("Enter");
    assert!(stage.notice().contains(&format!("改好 {count} 处")), "{}", stage.notice());
    assert_eq!(grave(&stage), found - count);
    stage.play("Esc Ctrl+Z");
    assert_eq!(stage.report(), &before);
}

#[test]
fn single_fixes_are_left_out() {
    let mut stage = flawed();
    stage.play("F7 Ctrl+T");
    let count = list(&stage).fixes().unwrap().len();
    stage.play("Delete");
    assert_eq!(list(&stage).wanted_fixes(), count - 1);
    assert!(stage.draw(80, 24).text().contains("（不改）"));
    stage.play("字");
    assert!(stage.notice().contains(&format!("Enter 改 {} 处", count - 1)), "{}", stage.notice());
    let found = grave(&stage);
    stage.play("Enter");
    assert_eq!((grave(&stage), chosen(&stage)), (found - count + 1, ","));
    stage.play("Ctrl+T Delete Enter");
    assert!(stage.notice().contains("一处也没有选"), "{}", stage.notice());
    assert!(list(&stage).fixes().is_some());
}

#[test]
fn what_is_ignored_is_gone_and_can_be_taken_up_again() {
    let mut stage = flawed();
    let found = grave(&stage);
    stage.play("F7 Delete");
    assert_eq!(stage.prompt(), "忽略");
    stage.play("县里就是这样写的 Esc");
    assert_eq!((stage.prompt().as_str(), grave(&stage)), ("校核", found));
    stage.play("Delete Enter");
    assert_eq!((stage.prompt().as_str(), grave(&stage)), ("校核", found - 1));
    assert_eq!(stage.report().waivers[0].reason, "县里就是这样写的");
    stage.play("Ctrl+B");
    assert!(stage.draw(112, 30).text().contains("县里就是这样写的（2026-01-08）"));
    stage.play("Enter");
    assert_eq!((stage.prompt().as_str(), grave(&stage)), ("校核", found));
    // The usual reason, for the whole draft, and then for all.
    stage.play("Home Delete Down Right Enter");
    assert_eq!(stage.report().waivers[0].reason, "看过了，没有错");
    assert_eq!(stage.report().waivers[0].at, None);
    stage.asked();
    stage.play("Delete Down Left Enter");
    assert!(matches!(stage.asked()[..], [Effect::SwitchRules(_)]));
}

#[test]
fn a_reason_that_was_not_given_waits_for_its_finding() {
    let mut stage = flawed();
    let reason = |stage: &Stage| match stage.app.prompt() {
        Some(Prompt::Ignoring(ignoring)) => ignoring.reason().to_owned(),
        other => panic!("{other:?}"),
    };
    stage.play("F7 Delete 原文如此 Esc");
    assert!(stage.notice().contains("打的字留着"), "{}", stage.notice());
    stage.play("Down Delete");
    assert_eq!(reason(&stage), "看过了，没有错", "another finding has its own");
    stage.play("另有说法 Esc Home Up Delete");
    assert_eq!(reason(&stage), "原文如此");
    // Also when the text before it is another by now, and the list was left.
    stage.play("Esc Esc Ctrl+G 导语 Enter Ctrl+Home 今年以来， F7 Home Delete");
    assert_eq!(reason(&stage), "原文如此");
    stage.play("Enter");
    assert_eq!(stage.report().waivers[0].reason, "原文如此");
}

#[test]
fn a_part_is_listed_and_all_again() {
    let mut stage = flawed();
    stage.play("F7");
    let all = list(&stage).length();
    stage.play("Ctrl+F 警告 Enter");
    assert!(list(&stage).length() < all);
    let frame = stage.draw(80, 24);
    assert!(frame.line(1).contains("只看：警告") && frame.line(1).contains("Ctrl+F 看全部"));
    assert!(frame.line(23).contains("Ctrl+F 看全部"), "{}", frame.line(23));
    stage.play("Ctrl+F");
    assert!(!stage.draw(80, 24).line(1).contains("只看"));
    // It is kept on the way to a place and back, and not longer.
    stage.play("Ctrl+F 警告 Enter Enter F7");
    assert!(list(&stage).is_part());
    stage.play("Esc F7");
    assert!(!list(&stage).is_part());
    stage.play("Ctrl+F （二） Enter");
    assert_eq!(&*list(&stage).chosen().unwrap().spot.section, "一/（二）");
}

#[test]
fn the_side_bar_lists_what_is_in_the_open_text() {
    let mut stage = flawed();
    stage.play("Ctrl+G 导语 Enter Ctrl+Home F6 Right");
    assert_eq!((stage.pane().focus, stage.pane().side), (Focus::Guide, Side::Findings));
    assert!(stage.draw(112, 30).text().contains("提示 [校核 1]"));
    stage.play("Enter");
    assert!(stage.text().contains("位置|,"), "{}", stage.text());
    stage.play("F6 Left");
    assert_eq!(stage.pane().side, Side::Guide);
    stage.play("Esc Ctrl+G 版头 Enter F6");
    assert!(stage.draw(112, 30).text().contains("[提示] 校核"));
}

#[test]
fn a_clean_report_is_told_so() {
    let mut stage = Stage::writing(new_report());
    stage.play("F7");
    let text = stage.draw(80, 24).text();
    if list(&stage).length() == 0 {
        assert!(text.contains("没有发现问题") && text.contains("Ctrl+D"), "{text}");
    }
    stage.play("Ctrl+R");
    assert!(!stage.notice().is_empty());
    stage.play("Ctrl+T Delete Ctrl+B Enter Esc");
    assert_eq!(stage.prompt(), "");
}

#[test]
fn the_mouse_chooses_and_goes() {
    let mut stage = flawed();
    stage.play("F7");
    let frame = stage.draw(80, 24);
    let y = (1..20).find(|y| frame.line(*y).contains("17个村")).unwrap();
    for _ in 0..2 {
        stage.mouse(MouseEventKind::Down(MouseButton::Left), (20, y));
    }
    assert_eq!((stage.prompt().as_str(), stage.at().as_str()), ("", "一/（一）"));
}

#[test]
fn text_is_not_taken_by_the_list() {
    let mut stage = flawed();
    let before = stage.report().clone();
    stage.play("F7 字");
    assert_eq!((stage.report(), stage.prompt().as_str()), (&before, "校核"));
    assert!(stage.notice().contains("这里不打字"), "{}", stage.notice());
}
