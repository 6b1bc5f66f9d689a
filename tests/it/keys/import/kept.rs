//! 导入: what was decided is not lost by a key, and one thing is there once.

use fazhi_tui::app::Screen;
use fazhi_tui::app::effect::Effect;
use fazhi_tui::app::prompt::Prompt;
use fazhi_tui::import::Role;

use super::{importing, line};
use crate::stage::source::{SOURCE, certain};

#[test]
fn leaving_the_program_asks_once_something_is_decided() {
    let mut stage = importing(SOURCE);
    stage.asked();
    stage.play("Ctrl+Q");
    assert_eq!(stage.asked(), [Effect::Quit(false)], "nothing to lose");
    stage.play("Tab Ctrl+Q");
    assert_eq!((stage.prompt().as_str(), stage.asked().len()), ("现在离开？", 0));
    // The same key again does not leave either.
    stage.play("Ctrl+Q Down Enter");
    assert_eq!((stage.prompt().as_str(), stage.asked().len()), ("", 0));
    stage.play("Ctrl+Q Down Down Enter");
    assert_eq!(stage.asked(), [Effect::Quit(false)]);
}

#[test]
fn it_can_be_imported_on_the_way_out() {
    let mut stage = importing(&certain());
    stage.play("Ctrl+End Tab Ctrl+Z Tab");
    stage.asked();
    stage.play("Ctrl+Q Enter");
    let asked = stage.asked();
    assert!(matches!(asked.as_slice(), [Effect::ImportAndQuit(_)]), "{asked:?}");
    // With doubts left these are asked first, and one is still here.
    let mut stage = importing(SOURCE);
    stage.play("Tab");
    stage.asked();
    stage.play("Ctrl+Q Enter");
    assert_eq!((stage.prompt().as_str(), stage.asked().len()), ("还有 1 处没定", 0));
}

#[test]
fn it_takes_a_second_esc_to_leave_decisions_and_leads_back_to_the_files() {
    let mut stage = importing(SOURCE);
    stage.play("Tab Esc");
    assert!(matches!(stage.app.screen(), Screen::Import(_)));
    assert!(stage.notice().contains("再按一次 Esc 回文件列表"), "{}", stage.notice());
    // Another key in between begins anew.
    stage.play("Down Esc");
    assert!(matches!(stage.app.screen(), Screen::Import(_)));
    stage.play("Esc");
    assert!(matches!(stage.app.screen(), Screen::Drafts(_)));
    assert!(matches!(stage.app.prompt(), Some(Prompt::Files(_))));
}

#[test]
fn what_is_put_back_is_in_doubt_as_before() {
    let mut stage = importing(SOURCE);
    let before = stage.looked_through().chosen().cloned().unwrap();
    assert!(before.doubt.is_some());
    stage.play("Delete");
    assert_eq!((stage.role(), stage.looked_through().doubts().len()), (Role::Noise, 1));
    stage.play("Delete");
    assert_eq!(stage.looked_through().chosen(), Some(&before));
    stage.play("Ctrl+Z");
    assert_eq!(stage.role(), Role::Noise);
}

#[test]
fn a_second_date_takes_the_place_of_the_first_in_one_step() {
    let mut stage = importing(&certain().replace("一、主要", "发布日期：2025年2月3日\n一、主要"));
    let first = stage.roles();
    let find = |stage: &crate::stage::Stage, words: &str| {
        let passages = stage.looked_through().reading().passages();
        passages.iter().position(|p| p.text().contains(words)).unwrap()
    };
    let label = find(&stage, "发布日期");
    stage.play("Ctrl+Home").play(&"Down ".repeat(label));
    stage.play("Ctrl+K").types("日期");
    stage.play("Enter");
    assert!(stage.notice().contains("原来的（第"), "{}", stage.notice());
    let report = &stage.looked_through().imported().report;
    assert_eq!(report.closing.date.as_deref(), Some("2025年2月3日"));
    assert!(report.noise.iter().any(|noise| noise.text == "发布日期："), "{:?}", report.noise);
    assert!(line(&stage) > 0);
    stage.play("Ctrl+Z");
    assert_eq!(stage.roles(), first);
}
