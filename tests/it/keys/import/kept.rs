//! 导入: what was decided is not lost by a key, and one thing is there once.

use fazhi_tui::app::Screen;
use fazhi_tui::app::effect::{Effect, Outcome};
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

#[test]
fn what_is_missing_is_told_and_a_title_is_asked_for_once() {
    let text = certain().replace("关于2024年法治政府建设情况的报告", "");
    let text =
        text.replace("云溪镇人民政府\n2025年10月10日\n", "").replace("中共云溪镇委员会　", "");
    let mut stage = importing(&text);
    let top = stage.draw(80, 24).line(0);
    assert!(top.contains("没有报告标题、署名、日期"), "{top}");
    stage.play("F9");
    let Some(Prompt::Picker(picker)) = stage.app.prompt() else { panic!() };
    let first = picker.matches()[0].label.clone();
    assert!(first.starts_with("没有认出报告标题：选中"), "{first}");
    stage.play("Esc");
    stage.asked();
    stage.play("F4");
    let Some(Prompt::Question(asked)) = stage.app.prompt() else { panic!() };
    assert!(asked.lines[0].starts_with("没有认出报告标题"), "{:?}", asked.lines);
    assert_eq!(stage.asked().len(), 0);
    stage.play("F4");
    assert_eq!(stage.asked().len(), 1);
}

#[test]
fn what_is_listed_is_in_plain_words_and_what_is_replaced_is_not_counted() {
    let text = certain().replace("抓好普法。", "抓好《&lt;条例&gt;》\u{a0}普\u{200b}法。")
        + "（联系人：王某，电话 0000）\n";
    let mut stage = importing(&text);
    let top = stage.draw(100, 24).line(0);
    assert!(top.contains("去掉 3 处"), "{top}");
    stage.play("F9");
    let Some(Prompt::Picker(picker)) = stage.app.prompt() else { panic!() };
    let rows: Vec<String> = picker.matches().iter().map(|row| row.label.clone()).collect();
    assert!(rows[1].starts_with("第19行 换掉：&lt;"), "{rows:?}");
    assert!(rows.iter().any(|row| row == "第19行 去掉：零宽字符"), "{rows:?}");
    assert!(rows.last().unwrap().contains("联系人存为附注"), "{rows:?}");
}

#[test]
fn a_file_that_is_dropped_on_a_report_is_asked_about() {
    let mut stage = importing(&certain());
    stage.play("Enter");
    let before = stage.report().clone();
    stage.asked();
    stage.paste("'/去年/云溪镇2024年报告.txt' ");
    assert_eq!((stage.prompt().as_str(), stage.report()), ("这像是拖进来的文件", &before));
    stage.play("Down Enter");
    assert_ne!(stage.report(), &before, "taken as text");
    // Words with a stroke are text as ever.
    stage.paste("和/或.txt");
    assert_eq!(stage.prompt(), "");
    stage.paste("/去年/云溪镇2024年报告.txt");
    stage.play("Enter");
    assert!(matches!(stage.app.screen(), Screen::Import(_)));
    // There is a draft of it by now, which is told once.
    stage.play("Enter");
    assert_eq!(stage.prompt(), "已经有这一年的稿件");
    stage.play("F4");
    assert!(matches!(stage.app.screen(), Screen::Writing(_)));
}

#[test]
fn where_a_passage_may_be_cut_its_key_is_seen() {
    let mut stage = importing(SOURCE);
    assert!(!stage.draw(80, 24).line(23).contains("Ctrl+D"));
    stage.play("Right");
    assert!(stage.draw(80, 24).line(23).contains("Ctrl+D 断开"));
}

#[test]
fn a_heading_is_never_blank_beside_its_words() {
    let text = certain().replace("（二）推进依法决策", "推进依法决策");
    let mut stage = importing(&text);
    stage.play("Ctrl+Home").play(&"Down ".repeat(8));
    stage.play("Shift+Tab");
    let dump = stage.draw(120, 30).dump();
    let role = stage.role();
    assert!(dump.contains("〔没有编号〕"), "{role:?}\n{dump}");
}

#[test]
fn decisions_outlive_a_look_at_another_file() {
    let mut stage = importing(SOURCE);
    let first = stage.looked_through().path.clone().unwrap();
    stage.play("Tab");
    let decided = stage.roles();
    let other = std::path::PathBuf::from("/another/report.txt");
    stage.app.settle(Outcome::FileRead { path: other, bytes: certain().into() });
    assert_ne!(stage.roles(), decided);
    stage.play("Esc");
    stage.app.settle(Outcome::FileRead { path: first, bytes: SOURCE.into() });
    assert_eq!(stage.roles(), decided);
}

#[test]
fn the_caret_stands_where_lines_were_joined_in_doubt() {
    let file = include_str!("../../../fixtures/import/patterns/w08-guessed-heading.txt");
    let mut stage = importing(file);
    let pane = stage.looked_through();
    let passage = pane.chosen().unwrap();
    assert!(passage.doubt.is_some());
    let (before, behind) = passage.text().split_at(pane.caret());
    let lines: Vec<String> = [before, behind].map(str::to_owned).into();
    assert!(file.contains(&format!("{before}\n")), "{before}");
    stage.play("Ctrl+D");
    let at =
        stage.looked_through().reading().passages().iter().position(|own| own.text() == lines[0]);
    assert!(at.is_some(), "{lines:?}");
}
