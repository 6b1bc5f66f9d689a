//! Blanks that are gone to: held, replaced by what is typed, let go of by moving.

use fazhi_tui::app::effect::Effect;
use fazhi_tui::app::pane::writing::Focus;
use fazhi_tui::app::prompt::Prompt;
use fazhi_tui::report::progress::Mark;
use fazhi_tui::report::{Place, Report};

use super::{ITEM, at_item, at_item_with, body};
use crate::stage::{Stage, new_report, set_body, written_report};

/// The text in the place of the caret that the next typing replaces.
fn held(stage: &Stage) -> String {
    let pane = stage.pane();
    if let Some(form) = &pane.form {
        let field = &form.rows[form.focus].field;
        return field.text()[field.selection()].to_owned();
    }
    pane.editor.selected(pane.body()).unwrap_or_default()
}

/// 一/（一） with this text, its first blank held.
fn holding(text: &str) -> Stage {
    let mut stage = at_item_with(text);
    stage.play("Ctrl+Home Ctrl+T");
    stage
}

#[test]
fn what_is_typed_takes_the_place_of_a_blank() {
    let mut stage = holding("办结【几】件，受理【多少】件。");
    assert_eq!(
        (stage.text().as_str(), held(&stage).as_str()),
        ("办结|【几】件，受理【多少】件。", "【几】")
    );
    stage.play("12");
    assert_eq!((stage.text().as_str(), held(&stage).as_str()), ("办结12|件，受理【多少】件。", ""));
    stage.play("Ctrl+T");
    assert_eq!(held(&stage), "【多少】");
    stage.paste("30\u{200b}");
    assert_eq!(stage.text(), "办结12件，受理30|件。");
    stage.play("Ctrl+Z");
    assert_eq!((stage.text().as_str(), held(&stage).as_str()), ("办结12件，受理|【多少】件。", ""));
    stage.play("Ctrl+Z");
    assert_eq!(body(stage.report()), "办结【几】件，受理【多少】件。");
    stage.play("Ctrl+Y Ctrl+Y");
    assert_eq!(body(stage.report()), "办结12件，受理30件。");
}

#[test]
fn two_equal_blanks_side_by_side_are_filled_one_by_one() {
    let mut stage = holding("办结【几】【几】件，【几】。");
    stage.play("甲");
    assert_eq!((stage.text().as_str(), held(&stage).as_str()), ("办结甲|【几】件，【几】。", ""));
    stage.play("Ctrl+T 乙");
    assert_eq!(stage.text(), "办结甲乙|件，【几】。");
    stage.play("Ctrl+T 丙");
    assert_eq!(stage.text(), "办结甲乙件，丙|。");

    let mut stage = holding("办结【几】【几】件，【几】。");
    for text in ["办结【几】|【几】件，【几】。", "办结【几】【几】件，|【几】。"]
    {
        stage.play("Ctrl+T");
        assert_eq!((stage.text().as_str(), held(&stage).as_str()), (text, "【几】"));
    }
    stage.play("丙");
    assert_eq!(stage.text(), "办结【几】【几】件，丙|。");
}

#[test]
fn a_figure_without_a_value_is_an_open_place_too() {
    let mut stage = holding("学法{中心组学法}次，{没有}次。");
    assert_eq!(held(&stage), "{中心组学法}");
    stage.play("F6 Enter 12 Enter Ctrl+Home Ctrl+T");
    assert_eq!(held(&stage), "{没有}", "{}", stage.text());
    stage.play("三");
    assert_eq!(stage.text(), "学法{中心组学法}次，三|次。");
}

#[test]
fn any_movement_lets_go() {
    let text = "办结【几】件。";
    for key in [
        "Left",
        "Right",
        "Up",
        "Down",
        "Home",
        "End",
        "PageUp",
        "PageDown",
        "Ctrl+Home",
        "Ctrl+End",
        "Alt+Down Alt+Up",
        "Ctrl+PageUp",
        "F5 执法 Enter",
    ] {
        let mut stage = holding(text);
        assert_eq!(held(&stage), "【几】");
        stage.play(key);
        assert_eq!(held(&stage), "", "{key}");
        stage.play("字");
        // Within it or beside it: no sign of it is gone.
        let own = stage.report().body(ITEM).unwrap().concat();
        assert_eq!(own.replace('字', ""), text, "{key}: {own}");
    }
}

#[test]
fn both_keys_that_delete_take_a_blank_out_whole() {
    for key in ["Backspace", "Delete"] {
        let mut stage = holding("办结【几】件。");
        stage.play(key);
        assert_eq!((stage.text().as_str(), held(&stage).as_str()), ("办结|件。", ""), "{key}");
        stage.play("Ctrl+Z");
        assert_eq!(
            (stage.text().as_str(), held(&stage).as_str()),
            ("办结|【几】件。", ""),
            "{key}"
        );
        stage.play(key);
        assert_ne!(body(stage.report()), "办结件。", "{key} takes one sign again");
    }
}

#[test]
fn what_is_held_survives_panes_and_prompts() {
    for way in ["F6 F6 F6", "F6 Esc", "F5 Esc", "F1 Esc", "F2 Esc", "F12 Esc", "Ctrl+S", "Ctrl+L"] {
        let mut stage = holding("办结【几】件。");
        stage.play(way);
        assert_eq!(held(&stage), "【几】", "{way}");
        stage.play("6");
        assert_eq!(stage.text(), "办结6|件。", "{way}");
    }
}

#[test]
fn the_question_before_finishing_leads_to_the_first_blank() {
    for answer in ["Enter", "Esc"] {
        let mut stage = at_item_with("办结【几】件，受理【多少】件。");
        stage.play("F4").play(answer);
        assert_eq!(held(&stage), "【几】", "{answer}");
        assert!(stage.notice().contains("Ctrl+T"), "{}", stage.notice());
        stage.play("6 Ctrl+T 9 F4");
        assert_eq!(body(stage.report()), "办结6件，受理9件。");
        assert_eq!(stage.report().mark(ITEM), Mark::Done);
    }
}

#[test]
fn what_is_open_is_visited_round_the_report() {
    let mut report = new_report();
    set_body(&mut report, Place::Preamble, vec!["按【通知】。".to_owned()]);
    let mut stage = Stage::writing(report);
    stage.play("Ctrl+G 学习 Enter").paste("办结【几】件。");
    let mut seen = Vec::new();
    for _ in 0..4 {
        stage.play("Ctrl+T");
        assert_eq!(stage.pane().focus, Focus::Text);
        seen.push((stage.at(), held(&stage)));
    }
    let round =
        [("一/（一）", "【几】"), ("落款", "【】"), ("导语", "【通知】"), ("一/（一）", "【几】")];
    assert_eq!(seen, round.map(|(at, held)| (at.to_owned(), held.to_owned())));
    assert_eq!(stage.pane().open(), 3);
}

#[test]
fn the_open_places_of_the_present_text_come_first() {
    let told = |stage: &Stage| (stage.at(), held(stage), stage.notice().to_owned());
    let here = "打字就替换选中的这一处，Ctrl+T 到下一处";
    let said =
        |at: &str, held: &str, notice: &str| (at.to_owned(), held.to_owned(), notice.to_owned());
    let mut report = new_report();
    set_body(&mut report, Place::Preamble, vec!["按【通知】，从【几月】起。".to_owned()]);
    // The caret is at the end of 导语, behind both.
    let mut stage = Stage::writing(report);
    stage.play("Ctrl+T");
    assert_eq!(told(&stage), said("导语", "【通知】", here));
    stage.play("工作要点 Ctrl+Home Ctrl+End Ctrl+T");
    assert_eq!(told(&stage), said("导语", "【几月】", here));
    stage.play("三月 Ctrl+T");
    assert_eq!(told(&stage), said("落款", "【】", "已转到 落款：打字就替换选中的这一处"));
    // In a form too: a blank that was let go of comes before those elsewhere.
    stage.play("Up Ctrl+T");
    assert_eq!(told(&stage), said("落款", "【】", here));
    // What is before the caret is not passed by once what is behind it is filled.
    let mut stage = at_item_with("办结【几】件，受理【多少】件。");
    stage.play("Left Left Left Left Left Left Left Left Ctrl+T");
    assert_eq!(held(&stage), "【多少】");
    stage.play("9 Ctrl+T");
    assert_eq!(told(&stage), said("一/（一）", "【几】", here));
}

#[test]
fn where_nothing_is_open_the_first_empty_text_comes_and_then_a_word() {
    let mut report = written_report();
    set_body(&mut report, Place::Preamble, vec!["导语。".to_owned()]);
    set_body(&mut report, ITEM, Vec::new());
    let mut stage = Stage::writing(report);
    stage.play("Ctrl+T");
    assert!(stage.app.notice().text.starts_with("这里还没有写："), "{:?}", stage.app.notice());
    assert_eq!(stage.at(), "一/（一）");
    stage.play("写了。 Ctrl+T");
    assert_eq!((stage.at().as_str(), stage.notice()), ("一/（一）", "没有待填的地方了"));
}

/// Comes to a starter of 一/（一） that has a blank or a figure in it, and puts it in.
fn insert_starter(stage: &mut Stage) {
    let figures = stage.pane().guidance().unwrap().figures.len();
    stage.play("F6 Home").play(&"Down ".repeat(figures)).play("Enter");
}

#[test]
fn a_starter_holds_its_first_open_place() {
    let mut stage = at_item();
    insert_starter(&mut stage);
    assert_eq!((stage.pane().focus, held(&stage).as_str()), (Focus::Text, "{中心组学法}"));
    assert_eq!(stage.notice(), "已插入：打数字就填进指标；打别的字就替换");
    stage.play("六");
    assert!(stage.text().starts_with("党委理论学习中心组全年学法六|次"), "{}", stage.text());
    // Only what came with the starter counts, not what stood before it.
    let mut stage = at_item_with("先办【几】件。");
    insert_starter(&mut stage);
    assert_eq!(held(&stage), "{中心组学法}");
}

#[test]
fn a_starter_is_a_paragraph_of_its_own() {
    let paragraphs = |stage: &Stage| stage.report().body(ITEM).unwrap().to_vec();
    // One after the other: the second does not part the first, whose blank is held.
    let mut stage = at_item();
    insert_starter(&mut stage);
    let first = paragraphs(&stage);
    stage.play("F6 End Enter");
    let both = paragraphs(&stage);
    assert_eq!((both.len(), &both[0]), (2, &first[0]));
    // In the middle of what is written: below it, and before what follows.
    let mut stage = at_item();
    stage.paste("前一段。\n后一段。").play("Ctrl+Home Right");
    insert_starter(&mut stage);
    let body = paragraphs(&stage);
    assert_eq!(
        (body.len(), &body[0], &body[1], &body[2]),
        (3, &"前一段。".to_owned(), &first[0], &"后一段。".to_owned())
    );
    stage.play("Ctrl+Z");
    assert_eq!(stage.text(), "前|一段。/后一段。");
    // An empty paragraph is filled.
    let mut stage = at_item();
    stage.paste("前一段。\n\n后一段。").play("Ctrl+Home Down");
    insert_starter(&mut stage);
    assert_eq!(paragraphs(&stage), ["前一段。", &first[0], "后一段。"]);
}

#[test]
fn a_starter_takes_no_blank_away_that_is_held() {
    let mut stage = holding("办结【多少】件。");
    insert_starter(&mut stage);
    let text = body(stage.report());
    assert!(text.contains("【多少】"), "{text}");
    assert_eq!(held(&stage), "{中心组学法}");
    stage.play("Ctrl+Z");
    assert_eq!(body(stage.report()), "办结【多少】件。");
}

#[test]
fn a_form_holds_the_blank_of_a_row() {
    let date = |report: &Report| report.closing.date.clone().unwrap();
    let mut stage = at_item();
    stage.play("Ctrl+G 落款 Enter");
    assert_eq!((stage.pane().form.as_ref().unwrap().focus, held(&stage).as_str()), (3, "【】"));
    stage.play("9");
    assert_eq!((date(stage.report()).as_str(), held(&stage).as_str()), ("2026年1月9日", ""));
    stage.play("Ctrl+Z");
    assert_eq!(date(stage.report()), "2026年1月【】日");
    for key in ["Backspace", "Delete"] {
        let mut stage = at_item();
        stage.play("Ctrl+G 落款 Enter").play(key);
        assert_eq!(date(stage.report()), "2026年1月日", "{key}");
    }
    for key in ["Left", "Right", "Home", "End", "Up Down", "Down Up", "Enter Up"] {
        let mut stage = at_item();
        stage.play("Ctrl+G 落款 Enter").play(key);
        assert_eq!(held(&stage), "", "{key}");
        stage.play("9");
        assert_eq!(date(stage.report()).replace('9', ""), "2026年1月【】日", "{key}");
    }
}

#[test]
fn from_a_blank_at_the_very_start_of_a_form_the_way_goes_on() {
    let mut report = new_report();
    set_body(&mut report, Place::Preamble, vec!["按【通知】。".to_owned()]);
    report.closing.signature[0] = "【机关】".to_owned();
    let mut stage = Stage::writing(report);
    stage.play("Ctrl+T Ctrl+T");
    assert_eq!((stage.at().as_str(), held(&stage).as_str()), ("落款", "【机关】"));
    stage.play("Ctrl+T");
    assert_eq!((stage.at().as_str(), held(&stage).as_str()), ("导语", "【通知】"));
}

#[test]
fn a_report_that_can_only_be_read_keeps_its_blanks() {
    let mut report = new_report();
    set_body(&mut report, Place::Preamble, vec!["办结【几】件。".to_owned()]);
    let mut stage = Stage::reading(report);
    let before = stage.report().clone();
    for key in ["字", "Backspace", "Delete", "Enter"] {
        stage.play("Ctrl+Home Ctrl+T");
        assert_eq!(held(&stage), "【几】");
        stage.play(key);
        assert!(stage.notice().contains("只读"), "{key}: {}", stage.notice());
        assert_eq!(stage.report(), &before);
    }
}

#[test]
fn the_question_before_the_export_leads_to_what_is_open() {
    let mut stage = at_item_with("办结【几】件。");
    stage.play("Ctrl+Home F12 Enter");
    assert!(matches!(stage.app.prompt(), Some(Prompt::Question(_))));
    stage.asked();
    stage.play("Enter");
    assert_eq!(held(&stage), "【几】");
    assert_eq!(stage.asked(), Vec::<Effect>::new());
}
