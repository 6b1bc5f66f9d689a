//! 查找和替换: what is found, where it leads, what is replaced and how it is undone.

use fazhi_tui::app::form::Form;
use fazhi_tui::app::pane::writing::Focus;
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
    assert_eq!(stage.notice(), "全文 7 处，第 5 处，按 F3 到下一处");
    stage.play("宣传");
    assert_eq!(stage.text(), "普法活动12次。/用{普法活动}次宣传|活动。");
    stage.play("Ctrl+Z");
    assert_eq!(stage.report(), &report());
}

#[test]
fn f3_goes_on_without_the_box_and_round_the_end() {
    let mut stage = stage();
    stage.play("F3");
    assert_eq!(stage.notice(), "先按 Ctrl+F，打要找的字");
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
    stage.play("F2 上一处 Enter F2 上一处 Enter");
    assert_eq!(stage.text(), "普法活动12次。/用{普法活动}次|普法活动。");
    // After another movement, what counts is the caret.
    stage.play("Ctrl+Home F3");
    assert_eq!(stage.text(), "|普法活动12次。/用{普法活动}次普法活动。");
    // A text that is gone is told.
    stage.play("Esc Ctrl+F 没有的 Esc F3");
    assert_eq!(stage.notice(), "全文没有“没有的”");
}

#[test]
fn a_hit_in_a_heading_leads_to_the_outline_and_one_in_a_line_to_its_row() {
    let mut stage = stage();
    stage.play("Ctrl+F 普法 Down Down Down Enter");
    assert_eq!((stage.at().as_str(), stage.pane().focus), ("一/（四）", Focus::Outline));
    assert!(stage.notice().contains("按 Ctrl+R 改"), "{}", stage.notice());
    stage.play("F3");
    let form = stage.pane().form.as_ref().unwrap();
    let row = &form.rows[form.focus];
    assert_eq!((row.label, &row.field.text()[row.field.selection()]), ("抄送", "普法"));
    stage.play("依法治县");
    assert_eq!(stage.report().closing.copy_to.as_deref(), Some("抄送：县依法治县办。"));
}

#[test]
fn all_hits_are_replaced_at_once_and_undone_at_once() {
    let mut stage = stage();
    let before = stage.report().clone();
    stage.play("Ctrl+F 普法 Tab 宣传 Ctrl+T");
    assert_eq!(
        stage.notice(),
        "已替换 6 处（全文），Ctrl+Z 可以一次撤销；另有 1 处引用的指标没有换"
    );
    let report = stage.report();
    assert_eq!(report.body(Place::Preamble).unwrap(), ["推进宣传，做好宣传。"]);
    assert_eq!(report.body(ITEM).unwrap(), ["宣传活动12次。", "用{普法活动}次宣传活动。"]);
    assert_eq!(report.sections[4].heading, "宣传");
    assert_eq!(report.closing.copy_to.as_deref(), Some("抄送：县宣传办。"));
    assert!(!report.preamble.as_ref().unwrap().done);
    assert_eq!(stage.prompt(), "", "a second press must not replace once more");
    // What is left is shown, and cannot be replaced.
    stage.play("Ctrl+F Tab");
    assert_eq!(
        told(&stage),
        "全文 1 处，第 1 处；1 处是引用的指标，不换；Ctrl+R 换这一处，Ctrl+T 全部换"
    );
    stage.play("Ctrl+T");
    assert_eq!(stage.notice(), "1 处引用的指标没有换");
    stage.play("Ctrl+R");
    assert_eq!(stage.notice(), "这一处是引用的指标，没有换");
    stage.play("Esc Ctrl+Z");
    assert_eq!(stage.report(), &before);
    stage.play("Ctrl+Y");
    assert_eq!(stage.report().sections[4].heading, "宣传");
    stage.play("Ctrl+Z Ctrl+Z");
    assert_eq!((stage.report(), stage.notice()), (&before, "没有可以撤销的改动了"));
}

#[test]
fn in_the_open_entry_alone_the_others_stay() {
    let mut stage = stage();
    let before = stage.report().clone();
    stage.play("Ctrl+F 普法 Tab 宣传 Tab Right Ctrl+T");
    assert!(stage.notice().starts_with("已替换 2 处（本节）"), "{}", stage.notice());
    let mut wanted = before.clone();
    let body = ["宣传活动12次。", "用{普法活动}次宣传活动。"].map(str::to_owned);
    set_body(&mut wanted, ITEM, body.to_vec());
    assert_eq!(stage.report(), &wanted);
    stage.play("Ctrl+Z");
    assert_eq!((stage.report(), stage.notice()), (&before, "已撤销：正文的改动"));
}

#[test]
fn one_hit_after_the_other_is_replaced_or_passed_by() {
    let mut stage = stage();
    let before = stage.report().clone();
    stage.play("Ctrl+F 普法 Tab 普法宣传 Ctrl+R");
    assert_eq!(stage.notice(), "已替换这一处，还有 7 处");
    assert_eq!(find(&stage).count(), "全文 7 处，第 4 处", "not the one in what was put in");
    stage.play("Ctrl+R");
    assert_eq!(stage.notice(), "这一处是引用的指标，没有换");
    assert_eq!(find(&stage).count(), "全文 7 处，第 5 处");
    stage.play("Down Ctrl+R Ctrl+R");
    assert_eq!(stage.notice(), "已替换这一处，后面没有了，前面还有 7 处");
    assert_eq!(find(&stage).count(), "全文 7 处，第 1 处");
    let report = stage.report();
    assert_eq!(report.body(ITEM).unwrap(), ["普法宣传活动12次。", "用{普法活动}次普法活动。"]);
    assert_eq!(report.sections[4].heading, "普法宣传");
    assert_eq!(report.closing.copy_to.as_deref(), Some("抄送：县普法宣传办。"));
    // Each is a step of its own; the box takes back no others.
    stage.play("Ctrl+Z Ctrl+Z Ctrl+Z");
    assert_eq!(stage.report(), &before);
    stage.play("Ctrl+Z");
    assert!(stage.notice().starts_with("这里只撤销刚才的替换"), "{}", stage.notice());
}

#[test]
fn what_the_box_has_not_made_it_does_not_take_back() {
    let mut stage = stage();
    stage.play("甲 Ctrl+F 普法 Tab 宣传 Ctrl+R Ctrl+Z Ctrl+Z");
    assert!(stage.text().starts_with("甲"), "{}", stage.text());
    stage.play("Esc Ctrl+Z");
    assert_eq!(stage.report(), &report());
}

#[test]
fn nothing_is_deleted_before_it_was_shown() {
    for (key, done) in [("Ctrl+T", "已删去 5 处（全文）"), ("Ctrl+R", "已删去这一处，还有 6 处")]
    {
        let mut stage = stage();
        stage.play("Ctrl+F 普法").play(key);
        assert_eq!((stage.report(), form(&stage).focus), (&report(), 1), "{key}");
        assert!(stage.notice().contains("要删去就空着，再按一次"), "{}", stage.notice());
        stage.play(key);
        assert!(stage.notice().starts_with(done), "{}", stage.notice());
    }
}

#[test]
fn a_heading_that_would_be_empty_stays_and_is_told() {
    let mut stage = stage();
    stage.play("Ctrl+F 普法 Tab Ctrl+T");
    assert_eq!(
        stage.notice(),
        "已删去 5 处（全文），Ctrl+Z 可以一次撤销；另有 1 处引用的指标、1 处整个的标题没有换"
    );
    stage.play("Ctrl+F Tab Ctrl+R Ctrl+R");
    assert_eq!(stage.notice(), "这一处是整个的标题，不能空着，没有换");
}

#[test]
fn the_caret_stays_with_the_signs_around_it() {
    let mut stage = stage();
    stage.play("Right Right Right Ctrl+F 普法 Tab 法治宣传 Ctrl+T");
    assert_eq!(stage.text(), "法治宣传活|动12次。/用{普法活动}次法治宣传活动。");
    let mut stage = self::stage();
    stage.play("Right Ctrl+F 普法 Tab 法治宣传 Ctrl+T");
    assert_eq!(stage.text(), "法治宣传|活动12次。/用{普法活动}次法治宣传活动。");
    stage.play("Ctrl+Z");
    assert_eq!(stage.text(), "普|法活动12次。/用{普法活动}次普法活动。");
}

#[test]
fn a_form_shows_what_was_replaced_in_it() {
    let mut stage = stage();
    stage.play("Ctrl+G 版头 Enter Down Ctrl+F 云溪镇 Tab 柳湾乡 Ctrl+T");
    let form = stage.pane().form.as_ref().unwrap();
    assert_eq!((form.value(1), form.rows[2].chosen_label()), ("柳湾乡", "乡"));
    assert_eq!(stage.report().letterhead.issuers[1], "临川县柳湾乡人民政府");
    assert_eq!(stage.report().closing.signature, stage.report().letterhead.issuers);
    stage.play("Ctrl+Z");
    assert_eq!(stage.report(), &report());
    assert_eq!(stage.pane().form.as_ref().unwrap().value(1), "云溪镇");
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
fn latin_letters_are_found_in_both_cases_and_full_width_as_typed() {
    let mut stage = stage();
    stage.play("Ctrl+End").paste("用App和APP，１２次12次。");
    for (typed, count) in [("app", 2), ("12", 2), ("１２", 1)] {
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
