//! The pages of 新建 and the choices of 版头 and 落款: what is turned, and what
//! becomes of it.

use fazhi_tui::app::Screen;
use fazhi_tui::app::effect::Effect;
use fazhi_tui::app::form::Form;
use fazhi_tui::app::pane::NewPane;
use fazhi_tui::app::pane::new::Page;
use fazhi_tui::report::options::{HeadingStyle, SignatureLayout, ThirdLevel};
use fazhi_tui::report::unit::Profile;
use fazhi_tui::report::{Kind, Place, Report, Title};

use super::at_item;
use crate::stage::{Stage, new_report, set_body};

fn new_pane(stage: &Stage) -> &NewPane {
    match stage.app.screen() {
        Screen::New(pane) => pane,
        other => panic!("新建 is not open: {other:?}"),
    }
}

/// Comes to the row with this label in the form that is open.
fn come_to(stage: &mut Stage, label: &str) {
    let place = |form: &Form| {
        let wanted = form.rows.iter().position(|row| row.label == label).unwrap();
        (form.focus, wanted)
    };
    let (focus, wanted) = match stage.app.screen() {
        Screen::New(pane) => place(pane.form().unwrap()),
        _ => place(stage.pane().form.as_ref().unwrap()),
    };
    stage.play(&"Up ".repeat(focus)).play(&"Down ".repeat(wanted));
}

/// 新建 for this unit at its last page.
fn at_layout(name: &str) -> Stage {
    let mut stage = Stage::new();
    stage.play("Ctrl+N").play(name).play("Down 临川县 Enter Enter Enter Enter Enter Enter");
    stage.play("Enter Enter");
    assert_eq!(new_pane(&stage).page, Page::Layout);
    stage
}

/// The report that was asked for, and what is remembered.
fn created(stage: &mut Stage) -> (Report, Profile) {
    stage.asked();
    stage.play("Enter");
    let asked = stage.asked();
    let [Effect::Create(report, profile)] = asked.as_slice() else { panic!("{asked:?}") };
    ((**report).clone(), profile.clone())
}

fn parts(report: &Report) -> Vec<&str> {
    let keys = report.sections.iter().filter_map(|s| s.key.as_deref());
    keys.filter(|key| ["shortcomings", "leadership"].contains(key)).collect()
}

#[test]
fn enter_alone_makes_what_the_template_makes() {
    let (report, profile) = created(&mut at_layout("云溪镇"));
    assert_eq!(report, new_report());
    assert_eq!((profile.kind, profile.addressee), (None, None));
}

#[test]
fn what_is_turned_on_the_last_page_is_in_the_new_report() {
    let mut stage = at_layout("云溪镇");
    for (label, keys) in [
        ("标题写法", "Right"),
        ("导语", "Right"),
        ("（一）标题", "Right"),
        ("第三层", "Left"),
        ("中间两部分", "Right"),
        ("署名写法", "Right"),
        ("联系人", "张三"),
        ("附件", "清单；统计表"),
        ("发文字号", "云政〔2026〕5号"),
    ] {
        come_to(&mut stage, label);
        stage.play(keys);
    }
    come_to(&mut stage, "主送机关");
    stage.play(&"Backspace ".repeat(7));
    let (report, profile) = created(&mut stage);
    assert_eq!(report.title(), "云溪镇2025年法治政府建设情况报告");
    assert_eq!(report.preamble, None);
    assert_eq!(report.style.heading, HeadingStyle::RunIn);
    assert_eq!(report.style.third_level, ThirdLevel::Plain);
    assert_eq!(parts(&report), ["leadership", "shortcomings"]);
    assert_eq!(report.style.signature, SignatureLayout::SideBySide);
    assert_eq!(report.closing.contact.as_deref(), Some("（张三）"));
    assert_eq!(report.closing.attachments, ["附件：1.清单", "2.统计表"]);
    assert_eq!(report.letterhead.doc_number.as_deref(), Some("云政〔2026〕5号"));
    assert_eq!(report.letterhead.addressee, None);
    assert_eq!(profile.contact.as_deref(), Some("张三"), "what is typed is remembered");
}

#[test]
fn the_new_report_in_short_follows_every_page_and_the_settings() {
    let mut stage = at_layout("云溪镇");
    let shown = |stage: &Stage| new_pane(stage).preview.clone();
    let reads = |stage: &Stage, text: &str| shown(stage).lines.iter().any(|l| l.contains(text));
    assert!(reads(&stage, "关于2025年法治政府") && shown(&stage).first == 0);
    stage.play("Left");
    assert!(reads(&stage, "临川县云溪镇人民政府关于2025年"));
    come_to(&mut stage, "联系人");
    stage.play("张三");
    assert!(reads(&stage, "（张三）") && shown(&stage).first > 0);
    stage.play("F10 Down Down Down Down Down 区委 Esc");
    assert!(reads(&stage, "区委："));
    stage.play("Esc Esc Backspace 4 Enter Enter");
    assert!(reads(&stage, "关于2024年"));
}

#[test]
fn one_body_on_the_last_page_stands_in_the_title() {
    let mut stage = at_layout("云溪镇");
    stage.play("Left");
    let (report, _) = created(&mut stage);
    assert_eq!(report.letterhead.title, Title::A);
    assert_eq!(report.title(), "临川县云溪镇人民政府关于2025年法治政府建设情况的报告");
    assert_eq!(report.closing.signature, ["临川县云溪镇人民政府"]);
}

#[test]
fn what_is_turned_stays_on_the_way_back_and_the_outline_follows() {
    let mut stage = at_layout("云溪镇");
    come_to(&mut stage, "中间两部分");
    stage.play("Right Esc");
    stage.draw(112, 40);
    let lines = |stage: &Stage| -> Vec<String> {
        new_pane(stage).outline.lines.iter().map(|line| line.text.clone()).collect()
    };
    let second = |stage: &Stage| lines(stage).into_iter().find(|line| line.starts_with("二、"));
    assert!(second(&stage).unwrap().contains("第一责任人"), "{:?}", lines(&stage));
    // Another unit brings its own usual lines, and keeps what was turned.
    stage.play("Esc Esc");
    come_to(&mut stage, "所属县区");
    stage.play("Backspace Backspace Backspace 临江区");
    stage.play("Enter Enter Enter Enter Enter Enter Enter Enter");
    let (report, _) = created(&mut stage);
    assert_eq!(parts(&report), ["leadership", "shortcomings"]);
    assert_eq!(report.letterhead.addressee.as_deref(), Some("区委、区政府："));
    let copy_to = report.closing.copy_to.unwrap();
    assert_eq!(copy_to, "抄送：区委全面依法治区委员会办公室。");
}

#[test]
fn the_kind_follows_the_name_until_it_is_turned() {
    let mut stage = Stage::new();
    stage.play("Ctrl+N 柳湾乡 Down Down");
    let kind = |stage: &Stage| new_pane(stage).unit.rows[2].chosen_label();
    assert_eq!(kind(&stage), "乡");
    stage.play("字");
    assert!(stage.notice().contains("左右键"), "{}", stage.notice());
    stage.play("Right Up Up Backspace 镇 Enter");
    assert_eq!(kind(&stage), "街道");
    assert_eq!(new_pane(&stage).unit.rows[3].usual, "中共柳湾镇工作委员会");
    stage.play("Enter Enter Enter Enter Enter Enter Enter Enter");
    let (report, profile) = created(&mut stage);
    assert_eq!((report.unit.kind, profile.kind), (Kind::Subdistrict, Some(Kind::Subdistrict)));
    stage.play("Esc Esc Ctrl+N");
    assert_eq!(kind(&stage), "街道", "it is remembered");
}

#[test]
fn templates_that_suit_the_unit_stand_first_and_the_others_say_for_whom_they_are() {
    let mut stage = Stage::new();
    let mut templates = crate::stage::templates();
    templates[1].1.kinds = vec![Kind::Bureau];
    let names: Vec<String> = templates.iter().map(|(_, t)| t.name.clone()).collect();
    stage.app.set_templates(templates, crate::stage::dictionary());
    stage.play("Ctrl+N 司法局 Down Down Down Down Down Down Enter Enter");
    let own = |stage: &Stage| new_pane(stage).names().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(own(&stage)[0], names[1]);
    let note = |stage: &mut Stage| {
        stage.draw(80, 24);
        new_pane(stage).outline.lines[0].text.clone()
    };
    assert!(!note(&mut stage).contains("这个模板是给"));
    stage.play("Down Down");
    assert!(note(&mut stage).contains("这个模板是给镇、乡用的"), "{}", note(&mut stage));
    stage.play("字");
    assert!(stage.notice().contains("不用打字"), "{}", stage.notice());
}

#[test]
fn the_order_of_two_parts_is_one_step_with_all_that_is_written() {
    let mut report = new_report();
    for place in report.required() {
        set_body(&mut report, place, vec![format!("{place:?}")]);
    }
    let mut stage = Stage::writing(report);
    let before = stage.report().clone();
    stage.play("Ctrl+G 版头 Enter");
    come_to(&mut stage, "中间两部分");
    stage.play("Right");
    assert_eq!(parts(stage.report()), ["leadership", "shortcomings"]);
    assert_eq!(stage.report().sections.len(), before.sections.len());
    stage.play("Ctrl+G 执法 Enter Ctrl+Z");
    assert!(stage.notice().contains("两部分的先后"), "{}", stage.notice());
    assert_eq!((stage.report(), stage.at().as_str()), (&before, "版头"));
    stage.play("Ctrl+Y");
    assert_eq!(parts(stage.report()), ["leadership", "shortcomings"]);
}

#[test]
fn a_lead_in_goes_and_comes_with_its_text() {
    let mut stage = at_item();
    let before = stage.report().clone();
    let required = before.required().len();
    let entries = stage.pane().session.entries().len();
    stage.play("Ctrl+G 版头 Enter");
    come_to(&mut stage, "导语");
    stage.play("Right");
    assert_eq!(stage.pane().session.entries().len(), entries - 1);
    assert_eq!(stage.report().required().len(), required - 1);
    assert_eq!(stage.report().body(Place::Preamble), None);
    stage.play("F5 导语 Enter");
    assert_eq!(stage.at(), "版头", "there is no such entry");
    stage.play("Esc");
    come_to(&mut stage, "导语");
    stage.play("Right");
    assert_eq!(stage.report(), &before);
    stage.play("Ctrl+Z Ctrl+Z");
    assert_eq!(stage.report(), &before);
    stage.play("Ctrl+Y");
    assert_eq!(stage.report().lead_in(), None);
}

#[test]
fn an_own_title_outlives_a_turn_and_a_walk_through_the_report() {
    let mut report = new_report();
    report.letterhead.title = Title::Free("二〇二五年总结".to_owned());
    let own = report.letterhead.title.clone();
    let mut stage = Stage::writing(report);
    stage.play("Ctrl+G 版头 Enter");
    come_to(&mut stage, "标题写法");
    stage.play("Right");
    assert_eq!(stage.report().letterhead.title, Title::A);
    stage.play("Ctrl+G 落款 Enter Ctrl+G 版头 Enter");
    come_to(&mut stage, "标题写法");
    stage.play("Left");
    assert_eq!(stage.report().letterhead.title, own);
}

#[test]
fn a_name_that_is_worked_on_never_ends_as_its_first_character() {
    let mut stage = at_item();
    let unit = stage.report().unit.clone();
    stage.play("Ctrl+G 版头 Enter");
    come_to(&mut stage, "单位简称");
    stage.play("Backspace Backspace Backspace");
    assert_eq!(stage.report().unit, unit);
    assert!(stage.draw(112, 40).dump().contains("不能空着"));
    // A name that was typed whole is the one from before when the row is come to again.
    stage.play("柳湾乡 Down Up Backspace Backspace Backspace");
    assert_eq!(
        (stage.report().unit.name.as_str(), stage.report().unit.kind),
        ("柳湾乡", Kind::Township)
    );
    stage.play("Down Up Ctrl+Z Ctrl+Z Ctrl+Z");
    assert_eq!(stage.report().unit, unit);
}

/// The texts in the rows with this label.
fn texts<'a>(stage: &'a Stage, label: &str) -> Vec<&'a str> {
    let rows = &stage.pane().form.as_ref().unwrap().rows;
    let own = rows.iter().filter(|row| row.label == label);
    own.map(|row| row.field.text()).collect()
}

#[test]
fn undo_leaves_the_rows_where_they_stand_and_the_caret_in_its_own() {
    const SECOND: &str = "临川县云溪镇人民政府";
    for (entry, label) in [("版头", "发文机关"), ("落款", "署名")] {
        let mut stage = at_item();
        let open = format!("Ctrl+G {entry} Enter");
        stage.play(&open);
        come_to(&mut stage, label);
        stage.play(&"Backspace ".repeat(20)).play("甲 Ctrl+Z");
        assert_eq!(texts(&stage, label), ["", SECOND]);
        stage.play("乙");
        assert_eq!(texts(&stage, label), ["乙", SECOND]);
        stage.play("Ctrl+Z Ctrl+Y");
        assert_eq!(texts(&stage, label), ["乙", SECOND]);
        // Also where the form was left between.
        stage.play("Ctrl+G 学习 Enter Ctrl+Z");
        assert_eq!(texts(&stage, label), ["", SECOND]);
        stage.play("丙");
        assert_eq!(texts(&stage, label), ["丙", SECOND]);
        // And where the rows have moved up since: the caret is with its text.
        stage.play("Backspace Down 丁").play(&open).play("Ctrl+Z 戊");
        assert_eq!(texts(&stage, label), [format!("{SECOND}戊").as_str(), ""]);
    }
}

#[test]
fn undo_takes_an_attachment_back_from_its_own_row() {
    let mut report = new_report();
    report.closing.attachments = vec!["附件：1.甲表".to_owned(), "2.乙表".to_owned()];
    let mut stage = Stage::writing(report);
    stage.play("Ctrl+G 落款 Enter");
    come_to(&mut stage, "附件");
    stage.play(&"Backspace ".repeat(20)).play("Down 。 Ctrl+Z");
    assert_eq!(texts(&stage, "附件"), ["", "2.乙表", ""]);
    stage.play("Ctrl+Z");
    assert_eq!(texts(&stage, "附件"), ["附件：1.甲表", "2.乙表", ""]);
}

#[test]
fn each_turn_is_a_step_of_its_own() {
    let mut stage = at_item();
    let before = stage.report().clone();
    stage.play("Ctrl+G 落款 Enter");
    come_to(&mut stage, "署名写法");
    stage.play("Right Right");
    assert_eq!(stage.report().style.signature, SignatureLayout::Hidden);
    assert!(!stage.pane().printed().iter().any(|line| line.contains("人民政府")));
    stage.play("Ctrl+Z");
    assert_eq!(stage.report().style.signature, SignatureLayout::SideBySide);
    assert_eq!(stage.pane().form.as_ref().unwrap().rows[2].chosen_label(), "并排");
    stage.play("Ctrl+Z");
    assert_eq!(stage.report(), &before);
}

#[test]
fn choices_of_a_report_that_others_have_open_do_not_turn() {
    let mut stage = Stage::reading(new_report());
    stage.play("Ctrl+G 版头 Enter");
    come_to(&mut stage, "单位类别");
    stage.play("Right");
    assert!(stage.notice().contains("只读"), "{}", stage.notice());
    assert_eq!(stage.pane().form.as_ref().unwrap().rows[2].chosen_label(), "镇");
}
