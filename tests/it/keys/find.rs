//! 查找和替换: what is found, where it leads, what is replaced and how it is undone.

mod replacing;

use fazhi_tui::app::Context;
use fazhi_tui::app::form::Form;
use fazhi_tui::app::prompt::{FindPrompt, Prompt};
use fazhi_tui::report::find::Site;
use fazhi_tui::report::{Place, Report, SectionId};
use fazhi_tui::text::position::Position;

use super::ITEM;
use crate::stage::{Stage, new_report, set_body};

/// The second item of the first part: 一/（二）.
const SECOND: Place = Place::Section(SectionId(3));

/// A report in which 普法 stands in texts, and in a heading and lines of 落款.
fn report() -> Report {
    let mut report = new_report();
    set_body(&mut report, Place::Preamble, vec!["推进普法，做好普法。".to_owned()]);
    let body = ["普法活动12次。", "用{普法活动}次普法活动。"].map(str::to_owned);
    set_body(&mut report, ITEM, body.to_vec());
    set_body(&mut report, SECOND, vec!["没有。".to_owned()]);
    report.preamble.as_mut().unwrap().done = true;
    report.sections[4].heading = "普法".into();
    report.closing.copy_to = Some("抄送：县普法办。".to_owned());
    report
}

/// The report, open at 一/（一） with the caret at its start.
fn stage() -> Stage {
    let mut stage = Stage::writing(report());
    stage.play("Ctrl+Home");
    assert_eq!((stage.at().as_str(), stage.pane().spot().position.byte), ("一/（一）", 0));
    stage
}

fn find(stage: &Stage) -> &FindPrompt {
    match stage.app.prompt() {
        Some(Prompt::Find(find)) => find,
        other => panic!("查找 is not open: {other:?}"),
    }
}

fn told(stage: &Stage) -> String {
    find(stage).told().join("；")
}

fn form(stage: &Stage) -> &Form {
    &find(stage).form
}

/// What of the text is selected.
fn selected(stage: &Stage) -> String {
    let pane = stage.pane();
    pane.editor.selected(pane.body()).unwrap_or_default()
}

#[test]
fn typing_finds_at_once_from_the_caret_on() {
    let mut stage = stage();
    stage.play("Ctrl+F");
    assert_eq!(
        (stage.prompt().as_str(), told(&stage)),
        ("查找", "打要找的字，找到的列在下面".into())
    );
    stage.play("普法");
    assert_eq!(find(&stage).count(), "全文 7 处，第 3 处");
    stage.play("Down");
    assert_eq!(find(&stage).count(), "全文 7 处，第 4 处");
    stage.play("活动");
    assert_eq!(find(&stage).count(), "全文 3 处，第 1 处");
    stage.play("没有");
    assert_eq!(find(&stage).count(), "全文没有“普法活动没有”");
    stage.play("Backspace Backspace Backspace Backspace Up Up");
    assert_eq!(find(&stage).count(), "全文 7 处，第 1 处");
    stage.play("F3 F3 F3 F3 F3 F3");
    assert_eq!(find(&stage).count(), "全文 7 处，第 7 处");
    stage.play("F3");
    assert_eq!(find(&stage).count(), "全文 7 处，第 1 处", "round the end");
}

#[test]
fn the_range_is_the_open_entry_or_the_whole_report_and_is_remembered() {
    let mut stage = stage();
    stage.play("Ctrl+F 普法 Shift+Tab Right");
    assert_eq!(find(&stage).count(), "本节 3 处，第 1 处");
    stage.play("Left");
    assert_eq!(find(&stage).count(), "全文 7 处，第 3 处");
    stage.play("字");
    assert!(stage.notice().contains("不用打字"), "{}", stage.notice());
    stage.play("Right Esc Alt+Down Ctrl+F");
    assert_eq!(told(&stage), "本节没有“普法”；到范围一行可以换成全文");
    stage.play("Esc Ctrl+G 落款 Enter Ctrl+F");
    assert_eq!(find(&stage).count(), "本节 1 处，第 1 处");
}

#[test]
fn enter_selects_the_hit_and_typing_takes_its_place() {
    let mut stage = stage();
    stage.play("Ctrl+F 普法 Down Enter");
    assert_eq!(
        (stage.prompt().as_str(), stage.text().as_str()),
        ("", "普法活动12次。/用{|普法活动}次普法活动。")
    );
    stage.play("F3");
    assert_eq!(stage.text(), "普法活动12次。/用{普法活动}次|普法活动。");
    assert_eq!(selected(&stage), "普法");
    assert_eq!(stage.notice(), "全文 7 处，第 5 处，按 Enter 或 F3 到下一处");
    stage.play("宣传");
    assert_eq!(stage.text(), "普法活动12次。/用{普法活动}次宣传|活动。");
    stage.play("Ctrl+Z");
    assert_eq!(stage.report(), &report());
}

#[test]
fn f3_goes_on_without_the_box_and_round_the_end() {
    let mut stage = stage();
    stage.play("F3");
    assert!(stage.notice().starts_with("先按 Ctrl+F 查找"), "{}", stage.notice());
    stage.play("Ctrl+F 普法 Esc");
    let mut ways = Vec::new();
    for _ in 0..8 {
        stage.play("F3");
        let notice = stage.notice();
        let round = notice.starts_with("后面没有了，从头找起");
        let number = notice.split("第 ").nth(1).unwrap().chars().next().unwrap();
        ways.push((stage.at(), number, round));
    }
    let at = |at: &str, number, round| (at.to_owned(), number, round);
    assert_eq!(
        ways,
        [
            at("一/（一）", '3', false),
            at("一/（一）", '4', false),
            at("一/（一）", '5', false),
            at("一/（四）", '6', false),
            at("落款", '7', false),
            at("导语", '1', true),
            at("导语", '2', false),
            at("一/（一）", '3', false),
        ]
    );
    stage.play("F2 上一处 Enter");
    assert_eq!((stage.at().as_str(), stage.text().as_str()), ("导语", "推进普法，做好|普法。"));
    stage.play("F2 上一处 Enter F2 上一处 Enter");
    assert_eq!(stage.at(), "落款");
    assert!(stage.notice().starts_with("前面没有了，从末尾找起：全文 7 处，第 7 处"));
    stage.play("F2 上一处 Enter Esc F2 上一处 Enter");
    assert_eq!(stage.text(), "普法活动12次。/用{普法活动}次|普法活动。");
    // After another movement, what counts is the caret.
    stage.play("Ctrl+Home F3");
    assert_eq!(stage.text(), "|普法活动12次。/用{普法活动}次普法活动。");
    // A text that is gone is told.
    stage.play("Esc Ctrl+F 没有的 Esc F3");
    assert_eq!(stage.notice(), "全文没有“没有的”");
}

#[test]
fn esc_keeps_what_was_typed_and_the_next_typing_takes_its_place() {
    let mut stage = stage();
    stage.play("Ctrl+F 普法 Tab 宣传 Esc Alt+Down Ctrl+F");
    let texts = |stage: &Stage| {
        let row = |row: usize| form(stage).rows[row].field.text().to_owned();
        (row(0), row(1))
    };
    assert_eq!(texts(&stage), ("普法".into(), "宣传".into()));
    stage.play("活动 Tab 培训");
    assert_eq!(texts(&stage), ("活动".into(), "培训".into()));
    stage.play("Esc F2 th Enter 学习");
    assert_eq!((form(&stage).focus, texts(&stage)), (1, ("活动".into(), "学习".into())));
    stage.play("Ctrl+F 普法");
    assert_eq!((form(&stage).focus, texts(&stage)), (0, ("普法".into(), "学习".into())));
}

#[test]
fn what_is_selected_stands_in_the_box_but_a_blank_does_not() {
    let mut stage = stage();
    stage.play("Ctrl+F 活动 Enter");
    assert_eq!(selected(&stage), "活动");
    stage.play("Ctrl+F");
    let field = &form(&stage).rows[0].field;
    assert_eq!((field.text(), field.selection()), ("活动", 0..6));
    stage.play("次 Esc Ctrl+T Ctrl+F");
    assert_eq!(form(&stage).rows[0].field.text(), "次");
}

#[test]
fn a_draft_that_others_have_open_is_searched_but_not_replaced() {
    let mut stage = Stage::reading(report());
    stage.play("Ctrl+F 普法 Tab 宣传");
    assert!(find(&stage).count().starts_with("全文 7 处"));
    for key in ["Ctrl+R", "Ctrl+T"] {
        stage.play(key);
        assert!(stage.notice().starts_with("这里是只读"), "{}", stage.notice());
    }
    stage.play("Enter");
    assert_eq!((stage.prompt().as_str(), stage.report()), ("", &report()));
}

#[test]
fn enter_on_nothing_and_replacing_nothing_tell_why() {
    let mut stage = stage();
    stage.play("Ctrl+F Enter");
    assert!(stage.notice().starts_with("还没有找到"), "{}", stage.notice());
    stage.play("Tab 宣传 Ctrl+T");
    assert_eq!(stage.notice(), "先打要找的字");
    stage.play("Tab Tab 没有的 Ctrl+R");
    assert_eq!(stage.notice(), "全文没有“没有的”，没有可以换的");
}

#[test]
fn latin_letters_are_found_in_both_cases_and_both_widths() {
    let mut stage = stage();
    stage.play("Ctrl+End").paste("用App和APP，１２次12次。");
    for (typed, count) in [("app", 2), ("12", 3), ("１２", 3), ("１2次", 3)] {
        stage.play("Ctrl+F").play(typed);
        assert_eq!(find(&stage).hits().len(), count, "{typed}");
        stage.play("Esc");
    }
}

#[test]
fn the_box_is_for_a_report_that_is_open() {
    let mut stage = Stage::new();
    stage.play("Ctrl+F");
    assert_eq!(
        (stage.prompt().as_str(), stage.notice().starts_with("Ctrl+F 在这里没有用处")),
        ("", true)
    );
}

#[test]
fn hits_know_their_sites() {
    let mut stage = stage();
    stage.play("Ctrl+F 普法");
    let sites: Vec<Site> = find(&stage).hits().iter().map(|hit| hit.site).collect();
    assert_eq!(sites[5..], [Site::Heading(SectionId(5)), Site::CopyTo]);
    assert_eq!(stage.pane().spot().position, Position::default());
}

#[test]
fn enter_goes_on_to_the_next_while_nothing_else_was_done() {
    let mut stage = stage();
    stage.play("Ctrl+F 普法 Enter");
    assert_eq!(stage.text(), "|普法活动12次。/用{普法活动}次普法活动。");
    assert_eq!(stage.notice(), "全文 7 处，第 3 处，按 Enter 或 F3 到下一处");
    stage.play("Enter Enter");
    assert_eq!(stage.notice(), "全文 7 处，第 5 处，按 Enter 或 F3 到下一处");
    assert_eq!((stage.report(), selected(&stage).as_str()), (&report(), "普法"));
    // After F3, in a line of 落款, and from there round the end.
    stage.play("F3 F3 Enter Enter Enter");
    assert_eq!(stage.text(), "|普法活动12次。/用{普法活动}次普法活动。");
    assert_eq!((stage.report(), stage.app.contexts()[0]), (&report(), Context::Found));
    // Whatever else was done, Enter is what it is in a text.
    for script in ["Shift+Right", "Right", "Right Left", "宣传", "Delete Ctrl+Z"] {
        let mut stage = self::stage();
        stage.play("Ctrl+F 普法 Enter").play(script);
        assert_ne!(stage.app.contexts()[0], Context::Found, "{script}");
        let before = stage.pane().body().len();
        stage.play("Enter");
        assert_eq!(stage.pane().body().len(), before + 1, "{script}");
    }
}

#[test]
fn a_hit_in_a_heading_is_changed_there_and_one_in_a_line_in_its_row() {
    let mut stage = stage();
    stage.play("Ctrl+F 普法 Down Down Down Enter");
    let asked = |stage: &Stage| match stage.app.prompt() {
        Some(Prompt::Heading(heading)) => {
            (heading.field.text().to_owned(), heading.field.selection())
        }
        other => panic!("改标题 is not open: {other:?}"),
    };
    assert_eq!((stage.at().as_str(), asked(&stage)), ("一/（四）", ("普法".into(), 0..6)));
    assert_eq!(stage.notice(), "全文 7 处，第 6 处，在标题里：打字就改标题，按 F3 到下一处");
    // The next without a change; to it again, and changed.
    stage.play("F3");
    let form = stage.pane().form.as_ref().unwrap();
    let row = &form.rows[form.focus];
    assert_eq!((row.label, &row.field.text()[row.field.selection()]), ("抄送", "普法"));
    stage.play("F2 上一处 Enter 宣传");
    assert_eq!(asked(&stage).0, "宣传");
    stage.play("F3");
    assert_eq!((asked(&stage).0.as_str(), stage.report()), ("宣传", &report()));
    assert!(stage.notice().starts_with("标题改过了"), "{}", stage.notice());
    stage.play("Enter");
    assert_eq!((stage.at().as_str(), stage.prompt().as_str()), ("一/（四）", ""));
    let mut wanted = report();
    wanted.sections[4].heading = "宣传".into();
    assert_eq!(stage.report(), &wanted);
    stage.play("F3 依法治县");
    assert_eq!(stage.report().closing.copy_to.as_deref(), Some("抄送：县依法治县办。"));
    // After Esc, as from 目录: what is typed goes behind the text, and F3 goes into it.
    let mut own = report();
    set_body(&mut own, Place::Section(SectionId(5)), vec!["做普法。".to_owned()]);
    let mut stage = Stage::writing(own);
    stage.play("Ctrl+G 一4 Enter Shift+Tab Ctrl+F 普法 Up Enter 乙 Enter F3");
    assert_eq!((stage.at().as_str(), stage.text().as_str()), ("一/（四）", "做|普法。"));
    stage.play("Ctrl+Z F2 上一处 Enter F2 上一处 Enter Esc F3 F2 上一处 Enter");
    assert_eq!(asked(&stage), ("普法".into(), 0..6));
    stage.play("Esc 再写");
    assert_eq!(stage.text(), "做普法。再写|");
    // What was typed and put aside is there again.
    let mut stage = self::stage();
    stage.play("Ctrl+F 普法 Down Down Down Enter 宣传 Esc F3 F2 上一处 Enter");
    assert_eq!((asked(&stage), stage.report()), (("宣传".into(), 6..6), &report()));
}

#[test]
fn a_heading_of_a_draft_that_can_only_be_read_is_shown() {
    let mut stage = Stage::reading(report());
    stage.play("Ctrl+F 普法 Down Down Down Down Down Down Up Enter");
    assert_eq!((stage.at().as_str(), stage.prompt().as_str()), ("一/（四）", ""));
    assert!(stage.notice().contains("这里只读，不能改；按 F3 到下一处"), "{}", stage.notice());
    stage.play("F3");
    assert_eq!(stage.at(), "落款");
}

#[test]
fn a_long_selection_is_not_what_is_looked_for() {
    let mut stage = stage();
    stage.play("Ctrl+F 普法 Esc Ctrl+A Ctrl+F");
    assert_eq!(form(&stage).rows[0].field.text(), "普法", "two paragraphs");
    stage.play("Esc Alt+Down Ctrl+A").paste(&"法".repeat(200)).play("Ctrl+A Ctrl+F");
    assert_eq!(form(&stage).rows[0].field.text(), "法".repeat(200));
    stage.play("Esc End 治 Ctrl+A Ctrl+F");
    assert_eq!(form(&stage).rows[0].field.text(), "法".repeat(200), "kept, not the selection");
}

#[test]
fn what_is_pasted_into_the_box_loses_the_spaces_at_its_ends() {
    let mut stage = stage();
    stage.play("Ctrl+F").paste(" 普法\u{3000}\n");
    assert_eq!(find(&stage).count(), "全文 7 处，第 3 处");
    stage.play("Ctrl+A 普法").types(" ");
    assert_eq!(find(&stage).count(), "全文没有“普法 ”", "typed, it is meant");
    stage.play("Tab").paste(" 宣传");
    assert_eq!(form(&stage).rows[1].field.text(), " 宣传");
}
