//! 导入: a file is looked through, corrected and becomes a draft.

mod kept;

use fazhi_tui::app::Screen;
use fazhi_tui::app::effect::Effect;
use fazhi_tui::app::prompt::Prompt;
use fazhi_tui::import::{Encoding, Role};
use fazhi_tui::report::{Level, Report};
use fazhi_tui::text::Ambiguous;

use crate::stage::Stage;
use crate::stage::source::{SOURCE, certain, gbk};

const PART: Role = Role::Heading(Level::Part);
const ITEM: Role = Role::Heading(Level::Item);

fn importing(text: &str) -> Stage {
    Stage::importing(text.into(), Ambiguous::Narrow)
}

/// 目录 as it is shown.
fn outline(report: &Report) -> Vec<String> {
    let sections = report.sections.iter().enumerate();
    let told = sections.map(|(index, section)| {
        format!("{}{}", section.label(report.ordinal(index)), section.heading)
    });
    told.collect()
}

fn line(stage: &Stage) -> usize {
    stage.looked_through().chosen().unwrap().origin().line
}

#[test]
fn a_certain_file_passes_with_one_enter() {
    let mut stage = importing(&certain());
    assert!(stage.notice().contains("按 Enter 导入"), "{}", stage.notice());
    stage.asked();
    stage.play("Enter");
    let asked = stage.asked();
    let [Effect::CreateImported(imported)] = asked.as_slice() else { panic!("{asked:?}") };
    assert_eq!(imported.report.year, 2024);
    // What is only seen is built without one.
    assert!(!imported.report.template.is_empty());
    let found = outline(stage.report());
    assert_eq!(found.len(), 8, "{found:?}");
    assert_eq!(found[3], "（三）规范行政执法");
    assert_eq!(stage.report().noise.len(), 1);
}

#[test]
fn two_doubts_are_decided_by_tab_and_by_the_list() {
    let mut stage = importing(SOURCE);
    assert_eq!((line(&stage), stage.looked_through().doubts().len()), (11, 2));
    // Enter says that it is right, and leads to the next.
    stage.play("Enter");
    assert_eq!((line(&stage), stage.notice()), (16, "还有 1 处没定"));
    stage.play("Ctrl+Z");
    assert_eq!((line(&stage), stage.looked_through().doubts().len()), (11, 2));
    stage.play("Tab");
    assert_eq!((line(&stage), stage.role()), (11, Role::Text));
    stage.play("Enter");
    assert_eq!(line(&stage), 16);
    stage.play("Ctrl+K");
    assert_eq!(stage.prompt(), "这一段是什么");
    stage.types("一级标题");
    stage.play("Enter");
    assert_eq!((line(&stage), stage.role()), (16, PART));
    // One more Enter behind a change does not import by accident.
    stage.play("Enter");
    assert_eq!(stage.notice(), "都定了，再按 Enter 导入");
    stage.play("Enter");
    let found = outline(stage.report());
    assert_eq!(found.len(), 7, "{found:?}");
    assert!(!found.iter().any(|heading| heading.contains("规范行政执法")), "{found:?}");
    assert!(found.iter().any(|heading| heading.contains("普法形式单一")), "{found:?}");
}

#[test]
fn levels_end_and_say_so() {
    let mut stage = importing(SOURCE);
    stage.play("Shift+Tab");
    assert_eq!(stage.role(), PART);
    stage.play("Shift+Tab");
    assert!(stage.role() == PART && stage.notice().contains("不能再高"), "{}", stage.notice());
    stage.play("Tab Tab Tab");
    assert!(stage.role() == Role::Text && stage.notice().contains("不能再低"));
    // What is none of the levels becomes one.
    stage.play("Ctrl+Home Down Tab");
    assert_eq!(stage.role(), Role::Text);
}

#[test]
fn the_encoding_is_changed_and_changed_back() {
    let mut stage = Stage::importing(gbk(SOURCE), Ambiguous::Narrow);
    let first = stage.looked_through().reading().clone();
    assert_eq!(first.encoding, Some(Encoding::Gb18030));
    stage.play("Enter F7");
    let Some(Prompt::Picker(picker)) = stage.app.prompt() else { panic!() };
    let rows: Vec<String> = picker.matches().iter().map(|row| row.label.clone()).collect();
    assert!(rows[0].starts_with("UTF-8  读不了（第1行"), "{rows:?}");
    assert!(rows[1].contains("（现在）") && rows[1].contains("索引号：云政2025"), "{rows:?}");
    // One that cannot read it is refused, and the list stays.
    stage.play("Up Enter");
    assert!(stage.notice().contains("按 UTF-8 读不了"), "{}", stage.notice());
    stage.play("Down Down Enter");
    assert_eq!(stage.looked_through().reading().encoding, Some(Encoding::Utf16Be));
    assert!(stage.notice().contains("Ctrl+Z"), "{}", stage.notice());
    stage.play("F7");
    stage.types("gbk");
    stage.play("Enter");
    assert_eq!(stage.looked_through().reading(), &first);
    // Undo leads back over both, to what was decided before.
    stage.play("Ctrl+Z Ctrl+Z");
    assert_eq!(stage.looked_through().doubts().len(), 1);
    stage.play("Ctrl+Z");
    assert_eq!(stage.looked_through().reading(), &first);
    stage.play("Ctrl+Y Ctrl+Y");
    assert_eq!(stage.looked_through().reading().encoding, Some(Encoding::Utf16Be));
}

#[test]
fn a_file_that_the_found_encoding_cannot_read_asks_for_another() {
    let mut bytes = SOURCE.repeat(3).into_bytes();
    // A broken byte in a text that is UTF-8 otherwise.
    bytes[30] = 0xff;
    bytes.truncate(bytes.len() / 2 * 2);
    let mut stage = Stage::importing(bytes, Ambiguous::Narrow);
    // Its bytes make signs of UTF-16, if none that anyone wrote.
    assert_eq!(stage.looked_through().reading().encoding, Some(Encoding::Utf16Le));
    assert!(stage.prompt().starts_with("文件的编码"), "{}", stage.prompt());
    assert!(stage.notice().starts_with("按 UTF-8 读不了（第2行"), "{}", stage.notice());
    stage.play("Esc Esc");
    assert!(matches!(stage.app.screen(), Screen::Drafts(_)));
}

#[test]
fn passages_are_cut_and_joined_and_all_of_it_is_undone() {
    let mut stage = importing(SOURCE);
    let first = stage.roles();
    stage.play("Ctrl+Home").play(&"Down ".repeat(6));
    assert_eq!((line(&stage), stage.role()), (8, ITEM));
    stage.play("Ctrl+D");
    assert!(stage.notice().contains("左右键"), "{}", stage.notice());
    stage.play("Alt+Right Ctrl+D");
    let pane = stage.looked_through();
    assert!(pane.body()[0].starts_with("镇党委会议"), "{:?}", pane.body());
    assert_eq!(pane.reading().passages().len(), first.len() + 1);
    assert_eq!(stage.role(), Role::Text);
    // In the middle of the words Backspace does nothing, at their start it joins.
    stage.play("Right Backspace");
    assert!(stage.notice().contains("不能改字"), "{}", stage.notice());
    stage.play("Home Backspace");
    assert_eq!(stage.roles(), first);
    assert_eq!(stage.looked_through().caret(), "（一）加强组织领导。".len());
    stage.play("Home Backspace Delete");
    let last = stage.roles();
    assert_eq!(last.len(), first.len() - 1);
    stage.play("Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z");
    assert_eq!(stage.roles(), first);
    stage.play("Ctrl+Z");
    assert_eq!(stage.notice(), "没有可以撤销的改动了");
    stage.play("Ctrl+Y Ctrl+Y Ctrl+Y Ctrl+Y");
    assert_eq!(stage.roles(), last);
    stage.play("Ctrl+Y");
    assert_eq!(stage.notice(), "没有可以重做的改动了");
    stage.play("Ctrl+Home Backspace");
    assert!(stage.notice().contains("先按 Delete 放回"), "{}", stage.notice());
    stage.play("Delete Backspace");
    assert_eq!(stage.notice(), "上面没有别的段了");
}

#[test]
fn what_is_taken_out_is_listed_and_comes_back_as_what_it_was() {
    let mut stage = importing(SOURCE);
    stage.play("Ctrl+End Up");
    assert_eq!(stage.role(), Role::Signature);
    stage.play("Delete");
    assert_eq!(stage.role(), Role::Noise);
    assert_eq!(stage.looked_through().imported().report.noise.len(), 2);
    stage.play("F9");
    let Some(Prompt::Picker(picker)) = stage.app.prompt() else { panic!() };
    let rows: Vec<String> = picker.matches().iter().map(|row| row.label.clone()).collect();
    assert!(rows[0].starts_with("没有认出署名"), "{rows:?}");
    assert_eq!(rows[1..], ["第1行 去掉：索引号：云政2025", "第20行 去掉：云溪镇人民政府"]);
    stage.play("Down Enter");
    assert_eq!(line(&stage), 1);
    stage.play("Delete Ctrl+End Up Delete");
    assert_eq!(stage.role(), Role::Signature);
    stage.play("F9");
    assert_eq!((stage.prompt().as_str(), stage.notice()), ("", "什么也没有去掉，没有要留意的"));
}

#[test]
fn a_year_that_is_not_found_is_asked_for() {
    let text = certain().replace("2024年", "今年").replace("2025年10月10日\n", "");
    let mut stage = importing(&text);
    assert_eq!(stage.looked_through().year(), None);
    stage.asked();
    stage.play("Enter");
    assert_eq!((stage.prompt().as_str(), stage.asked().len()), ("报告年度", 0));
    let Some(Prompt::Line(asked)) = stage.app.prompt() else { panic!() };
    assert_eq!(asked.field.text(), "2025", "the last year");
    stage.play("Backspace Enter");
    assert_eq!((stage.prompt().as_str(), stage.asked().len()), ("报告年度", 0));
    // It was a guess: the first key took all of it.
    stage.play("2023 Enter");
    assert_eq!(stage.report().year, 2023);
}

#[test]
fn the_year_is_changed_and_changed_back() {
    let mut stage = importing(SOURCE);
    stage.play("F8 Backspace 2 Enter");
    assert!(stage.notice().contains("文件里写的是2024年"), "{}", stage.notice());
    assert_eq!(stage.looked_through().year(), Some(2022));
    stage.play("Ctrl+Z");
    assert_eq!(stage.looked_through().year(), Some(2024));
    stage.play("Ctrl+Y");
    assert_eq!(stage.looked_through().year(), Some(2022));
}

#[test]
fn f4_twice_imports_with_doubts_left() {
    let mut stage = importing(SOURCE);
    stage.asked();
    stage.play("F4");
    assert_eq!((stage.prompt().as_str(), stage.asked().len()), ("还有 2 处没定", 0));
    stage.play("Enter");
    assert_eq!(stage.prompt(), "", "the first answer goes back");
    stage.play("F4 F4");
    assert_eq!(outline(stage.report()).len(), 8);
}

#[test]
fn esc_goes_back_and_the_same_file_goes_on() {
    let mut stage = importing(SOURCE);
    stage.play("Enter Esc Esc");
    assert!(matches!(stage.app.screen(), Screen::Drafts(_)));
    assert!(stage.notice().contains("原文件没有动"), "{}", stage.notice());
    assert!(stage.drafts.is_empty());
    stage.import();
    assert_eq!((line(&stage), stage.looked_through().doubts().len()), (16, 1));
    stage.play("Ctrl+Z");
    assert_eq!(stage.looked_through().doubts().len(), 2);
    // Another file of that name begins anew.
    stage.play("Enter Esc Esc");
    stage.sources[0].1 = certain().into();
    stage.import();
    assert_eq!(stage.looked_through().doubts().len(), 0);
}

#[test]
fn another_file_can_be_chosen_from_here() {
    let mut stage = importing(SOURCE);
    stage.sources.push(("/去年/别的.txt".into(), certain().into()));
    stage.play("Enter Ctrl+O").paste("/去年/别的.txt").play("Enter");
    assert_eq!(stage.looked_through().file_name(), "别的.txt");
    // The first one is as it was left.
    stage.import();
    assert_eq!(stage.looked_through().doubts().len(), 1);
    // A file that is not there takes nothing away.
    stage.play("Ctrl+O").paste("/去年/没有.txt").play("Enter Esc Esc");
    assert_eq!(stage.looked_through().doubts().len(), 1);
}

#[test]
fn nothing_is_typed_here_and_that_is_said() {
    let mut stage = importing(SOURCE);
    let before = stage.roles();
    stage.play("法治").paste("政府\n建设");
    assert_eq!(stage.roles(), before);
    assert!(stage.notice().contains("没有写进去"), "{}", stage.notice());
}

#[test]
fn what_cannot_be_read_is_told_and_nothing_is_lost() {
    let stage = Stage::importing(b"%PDF-1.7".to_vec(), Ambiguous::Narrow);
    assert!(matches!(stage.app.screen(), Screen::Drafts(_)));
    let Some(Prompt::Files(files)) = stage.app.prompt() else { panic!() };
    assert!(files.refused.as_ref().unwrap().contains("PDF"), "{:?}", files.refused);
    assert!(files.field.text().ends_with("报告.txt"), "{}", files.field.text());
}

#[test]
fn the_key_line_says_what_enter_does() {
    let mut stage = importing(SOURCE);
    let mut told = |script: &str| {
        stage.play(script);
        stage.draw(80, 24).line(23)
    };
    assert!(told("").contains("Enter 认可"));
    assert!(told("Up").contains("Enter 去看"));
    assert!(told("Enter Enter Enter").contains("Enter 导入"));
}
