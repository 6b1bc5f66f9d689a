//! 替换: one hit after the other, all at once, what stays and how it is undone.

use super::*;

#[test]
fn all_hits_are_replaced_at_once_and_undone_at_once() {
    let mut stage = stage();
    let before = stage.report().clone();
    stage.play("Ctrl+F 普法 Tab 宣传 Ctrl+T");
    assert_eq!(
        stage.notice(),
        "已替换 6 处（全文），其中 1 节要重新看一遍按 F4；另有 1 处引用的指标没有换，Ctrl+Z 可以一次撤销"
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
    assert_eq!((stage.report(), stage.notice()), (&before, "已撤销：替换"));
}

#[test]
fn one_hit_after_the_other_is_replaced_or_passed_by() {
    let mut stage = stage();
    let before = stage.report().clone();
    stage.play("Ctrl+F 普法 Tab 普法宣传 Ctrl+R");
    assert_eq!(stage.notice(), "已替换这一处，还有 6 处");
    assert_eq!(find(&stage).count(), "全文 7 处，第 4 处", "not the one in what was put in");
    stage.play("Ctrl+R");
    assert_eq!(stage.notice(), "这一处是引用的指标，没有换");
    assert_eq!(find(&stage).count(), "全文 7 处，第 5 处");
    stage.play("Down Ctrl+R Ctrl+R");
    assert_eq!(stage.notice(), "已替换这一处，后面没有了，前面还有 6 处");
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
    for (key, done) in [("Ctrl+T", "已删去 5 处（全文）"), ("Ctrl+R", "已删去这一处，还有 4 处")]
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
        "已删去 5 处（全文），其中 1 节要重新看一遍按 F4；另有 1 处引用的指标、1 处整个的标题没有换，Ctrl+Z 可以一次撤销"
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
fn the_word_that_is_selected_is_the_first_to_be_replaced() {
    for select in
        ["Ctrl+Home Shift+Right Shift+Right", "Ctrl+Home Right Right Shift+Left Shift+Left"]
    {
        let mut stage = stage();
        stage.play("Ctrl+A 普法甲普法乙").play(select).play("Ctrl+F Tab 宣传 Ctrl+R");
        assert_eq!(stage.pane().body(), ["宣传甲普法乙"], "{select}");
    }
    let mut stage = stage();
    stage.play("Ctrl+G 落款 Enter Ctrl+F 抄送：县 Enter End");
    stage.play("普法 Home Shift+End Shift+Left Shift+Left Shift+Left");
    stage.play("Ctrl+F 普法");
    assert_eq!(find(&stage).chosen().unwrap().byte, "抄送：县".len());
}

#[test]
fn what_was_taken_back_is_replaced_again_at_the_same_place() {
    for (script, place) in
        [("", 3), ("Down Down", 5), ("Up", 2), ("Down Down Down", 6), ("Down Down Down Down", 7)]
    {
        let mut stage = stage();
        stage.play("Ctrl+F 普法 Tab 宣传").play(script);
        let here = format!("全文 7 处，第 {place} 处");
        assert_eq!(find(&stage).count(), here);
        stage.play("Ctrl+R");
        let once = stage.report().clone();
        assert_ne!(once, report(), "{script}");
        stage.play("Ctrl+Z");
        assert_eq!((stage.report(), find(&stage).count()), (&report(), here), "{script}");
        stage.play("Ctrl+R");
        assert_eq!(stage.report(), &once, "{script}");
    }
    // Outside of the box too: the caret is before it, and behind what was put in.
    let mut stage = stage();
    stage.play("Ctrl+F 普法 Tab 宣传 Ctrl+R Esc");
    assert_eq!(stage.text(), "宣传|活动12次。/用{普法活动}次普法活动。");
    stage.play("Ctrl+Z");
    assert_eq!(stage.text(), "|普法活动12次。/用{普法活动}次普法活动。");
    stage.play("Ctrl+F Ctrl+R Ctrl+R");
    assert_eq!(stage.report().body(ITEM).unwrap()[0], "宣传活动12次。");
}

#[test]
fn what_was_typed_the_last_time_is_seen_before_it_replaces_anything() {
    for (key, says) in [
        ("Ctrl+T", "全文 6 处都换成“宣传”：再按一次 Ctrl+T 就换"),
        ("Ctrl+R", "这一处换成“宣传”：再按一次 Ctrl+R 就换"),
    ] {
        let mut stage = stage();
        stage.play("Ctrl+F 学习 Tab 宣传 Esc Ctrl+F 普法").play(key);
        let field = &form(&stage).rows[1].field;
        assert_eq!((form(&stage).focus, field.selection()), (1, 0..6), "{key}");
        assert_eq!((stage.notice(), stage.report()), (says, &report()));
        stage.play(key);
        assert!(stage.notice().starts_with("已替换"), "{}", stage.notice());
        // Who has gone there has seen it.
        let mut stage = self::stage();
        stage.play("Ctrl+F 学习 Tab 宣传 Esc Ctrl+F 普法 Tab Tab").play(key);
        assert!(stage.notice().starts_with("已替换"), "{}", stage.notice());
    }
}

#[test]
fn what_stands_there_already_is_not_replaced_and_stays_done() {
    let mut stage = stage();
    stage.play("Ctrl+F 普法 Tab 普法 Ctrl+R");
    assert_eq!(stage.notice(), "这一处本来就是“普法”，没有换");
    assert_eq!(find(&stage).count(), "全文 7 处，第 4 处");
    stage.play("Ctrl+T");
    assert_eq!(stage.notice(), "1 处引用的指标、6 处本来就一样的没有换");
    assert_eq!(stage.report(), &report());
    stage.play("Esc Ctrl+Z");
    assert_eq!(stage.notice(), "没有可以撤销的改动了");
}

#[test]
fn what_cannot_be_replaced_is_not_counted_as_left() {
    let mut stage = stage();
    stage.play("Ctrl+A 讲{普法活动}次，再普法。 Ctrl+F 普法 Tab 宣传 Tab Right Down Ctrl+R");
    assert_eq!(stage.notice(), "已替换这一处，没有别的要换了");
}

#[test]
fn the_name_of_the_unit_is_not_deleted_and_told_by_its_name() {
    let mut stage = stage();
    stage.play("Ctrl+G 版头 Enter Ctrl+F 云溪镇 Tab Ctrl+R");
    assert_eq!(stage.notice(), "这一处是整个的单位简称，不能空着，没有换");
    stage.play("Ctrl+T");
    assert!(stage.notice().contains("；另有 1 处整个的单位简称没有换"), "{}", stage.notice());
}

#[test]
fn replacing_is_undone_by_its_name_wherever_it_was() {
    for script in ["Ctrl+F 普法 Tab 宣传 Ctrl+T", "Ctrl+F 云溪镇 Tab 柳湾乡 Ctrl+T"] {
        let mut stage = stage();
        stage.play(script).play("Ctrl+Z");
        assert_eq!((stage.notice(), stage.report()), ("已撤销：替换", &report()));
        stage.play("Ctrl+Y");
        assert_eq!(stage.notice(), "已重做：替换");
    }
}

#[test]
fn both_widths_are_replaced_by_what_is_typed() {
    let mut stage = stage();
    stage
        .play("Ctrl+A")
        .paste("１２次、12次、1２次")
        .play("Ctrl+F 12次 Tab １２件 Tab Right Ctrl+T");
    assert_eq!(stage.pane().body(), ["１２件、１２件、１２件"]);
}
