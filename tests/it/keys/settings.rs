//! 设置: what is chosen counts at once, what is changed is kept on leaving.

use std::path::Path;

use fazhi_tui::app::Screen;
use fazhi_tui::app::effect::Effect;
use fazhi_tui::app::prompt::Prompt;
use fazhi_tui::export::Encoding;
use fazhi_tui::report::Kind;
use fazhi_tui::report::calendar::CountyDay;
use fazhi_tui::report::unit::Profile;
use fazhi_tui::storage::{Colours, Settings, Width};
use fazhi_tui::text::width::Ambiguous;

use super::at_item_with;
use crate::stage::{Stage, new_report};

const COUNTY_DAY: &str = "Down Down Down Down Down Down Down";

/// The settings that were to be written down since the last look.
fn kept(stage: &mut Stage) -> Vec<Settings> {
    let asked = stage.asked().into_iter();
    let kept = asked.filter_map(|effect| match effect {
        Effect::KeepSettings(changed) => Some(changed.after),
        _ => None,
    });
    kept.collect()
}

#[test]
fn what_is_typed_is_kept_on_leaving_and_goes_into_the_next_report() {
    let mut stage = Stage::new();
    stage.play("F10 云溪镇 Enter 临川县").play("Esc");
    assert_eq!((stage.prompt(), stage.notice()), (String::new(), "设置已经存好"));
    let kept = kept(&mut stage);
    assert_eq!(kept.len(), 1);
    assert_eq!(
        (kept[0].profile.name.as_str(), kept[0].profile.county.as_str()),
        ("云溪镇", "临川县")
    );
    assert!(kept[0].profile.bodies.is_empty() && kept[0].profile.addressee.is_none());
    stage.play("Ctrl+N").play(&"Enter ".repeat(10));
    let issuers = &stage.report().letterhead.issuers;
    assert_eq!(issuers, &["中共云溪镇委员会", "临川县云溪镇人民政府"]);
}

#[test]
fn an_open_report_stays_as_it_is() {
    let mut stage = at_item_with("写到这里");
    let before = (stage.report().clone(), stage.text());
    stage.play("F10 清河街道 Down Down Down Down Down 区委 Esc");
    assert_eq!((stage.report().clone(), stage.text()), before);
    stage.play("接着写");
    assert_eq!(stage.text(), "写到这里接着写|");
}

#[test]
fn nothing_is_written_where_nothing_changed() {
    let mut stage = Stage::new();
    stage.play("F10 Down Esc F10").play(&"Enter ".repeat(12));
    assert_eq!(stage.prompt(), "");
    stage.play("F10").play(COUNTY_DAY).play("Down Right Left Esc");
    assert_eq!(kept(&mut stage), []);
}

#[test]
fn a_choice_counts_at_once_and_the_screen_is_drawn_whole() {
    let mut stage = at_item_with("甲");
    stage.play("F10").play(COUNTY_DAY);
    let mut seen = Vec::new();
    for _ in 0..3 {
        stage.asked();
        let before = stage.app.facts().ambiguous();
        stage.play(if seen.is_empty() { "Down Right" } else { "Right" });
        seen.push(stage.app.facts().ambiguous());
        // Whatever else is done leaves the screen right: it is not drawn whole.
        let drawn = stage.asked().contains(&Effect::Redraw);
        assert_eq!(drawn, stage.app.facts().ambiguous() != before);
    }
    assert_eq!(seen, [Ambiguous::Narrow, Ambiguous::Wide, Ambiguous::Narrow]);
    stage.play("Down Right Down Right");
    assert!(!stage.asked().contains(&Effect::Redraw));
    let settings = &stage.app.facts().settings;
    assert_eq!((settings.colours, settings.mouse), (Colours::None, false));
    stage.play("Left Up Left Up Left Esc");
    let kept = kept(&mut stage);
    assert_eq!(kept, [Settings { ambiguous: Width::Wide, ..Settings::default() }]);
}

#[test]
fn the_day_of_the_county_is_in_the_header_at_once() {
    let mut stage = Stage::writing(new_report());
    let header = |stage: &mut Stage| stage.draw(112, 30).line(0);
    assert!(header(&mut stage).contains("距3月1日 52 天"));
    stage.play("F10").play(COUNTY_DAY).play("1月20日");
    assert!(header(&mut stage).contains("距报县 12 天"));
    stage.play("Esc");
    assert_eq!(kept(&mut stage)[0].county_date, CountyDay::parse("1月20日"));
}

#[test]
fn a_day_that_is_none_is_told_and_stays_in_its_row() {
    let mut stage = Stage::writing(new_report());
    stage.play("F10").play(COUNTY_DAY).play("20日以前");
    assert!(stage.draw(80, 24).dump().contains("请写成 1月20日"));
    stage.play("Esc");
    assert!(stage.notice().contains("20日以前"), "{}", stage.notice());
    assert_eq!(kept(&mut stage), []);
    stage.play("F10").play(COUNTY_DAY);
    assert!(stage.draw(80, 24).dump().contains("20日以前"));
    stage.play("Backspace Backspace Backspace Backspace Backspace 1月15日 Esc");
    assert_eq!(kept(&mut stage)[0].county_date, CountyDay::parse("1月15日"));
}

#[test]
fn leaving_the_program_keeps_what_is_typed() {
    let mut stage = Stage::new();
    stage.play("F10 柳湾乡 Ctrl+Q");
    let asked = stage.asked();
    let [Effect::KeepSettings(changed), Effect::Quit(false)] = asked.as_slice() else {
        panic!("{asked:?}")
    };
    assert_eq!(changed.after.profile.name, "柳湾乡");
}

#[test]
fn exports_go_to_the_folder_that_is_set() {
    let mut stage = at_item_with("甲");
    stage.play("F10").play(&"Down ".repeat(11)).play("别处 Enter F12 Enter Down Enter");
    let asked = stage.asked();
    let order = asked.iter().find_map(|effect| match effect {
        Effect::Export(order) => Some(order),
        _ => None,
    });
    assert!(order.unwrap().path.starts_with(Path::new("别处")));
}

/// The profile that goes with the report which 新建 makes.
fn created(stage: &mut Stage) -> Profile {
    let asked = stage.asked();
    let profile = asked.iter().find_map(|effect| match effect {
        Effect::Create(_, profile) => Some(profile.clone()),
        _ => None,
    });
    profile.unwrap()
}

#[test]
fn new_follows_what_is_typed_in_the_settings_over_it() {
    let mut stage = Stage::new();
    stage.play("Ctrl+N 云溪镇 F10 柳湾乡 Down 临川县 Down Down Down Down Down 张三 Esc");
    stage.play(&"Enter ".repeat(10));
    let profile = created(&mut stage);
    assert_eq!(profile.name, "云溪镇", "what is typed in 新建 stays");
    assert_eq!(
        (profile.county.as_str(), profile.contact.as_deref()),
        ("临川县", Some("张三")),
        "what is not, follows"
    );
    assert_eq!(stage.report().closing.contact.as_deref(), Some("（张三）"));
}

#[test]
fn an_export_that_was_put_aside_follows_the_folder_until_its_path_is_changed() {
    let mut stage = at_item_with("甲");
    let path = |stage: &Stage| match stage.app.prompt() {
        Some(Prompt::Export(export)) => export.target(),
        other => panic!("no export: {other:?}"),
    };
    let folder = format!("F10 {}", "Down ".repeat(11));
    stage.play("F12 Down Left Esc").play(&folder).play("别处 Esc F12");
    assert!(path(&stage).starts_with("别处"), "{:?}", path(&stage));
    let Some(Prompt::Export(export)) = stage.app.prompt() else { panic!() };
    assert_eq!(export.style.encoding, Encoding::Gb18030, "what was turned stays");
    stage.play("Up Home 我的 Esc").play(&folder).play("/另一处 Esc F12");
    assert!(path(&stage).starts_with("我的别处"), "{:?}", path(&stage));
}

#[test]
fn a_folder_that_is_dropped_is_the_whole_path() {
    let mut stage = Stage::new();
    stage.play("F10").play(&"Down ".repeat(11)).play("D:/旧").paste("'D:/报告 二'").play("Esc");
    assert_eq!(kept(&mut stage)[0].export_folder.as_deref(), Some(Path::new("D:/报告 二")));
    // Elsewhere a paste goes in at the caret.
    stage.play("F10 云溪").paste("镇").play("Esc");
    assert_eq!(kept(&mut stage)[0].profile.name, "云溪镇");
}

#[test]
fn new_that_was_put_aside_follows_the_settings() {
    let mut stage = Stage::new();
    stage.play("F10 云溪镇 Esc Ctrl+N Enter Enter Enter Enter Enter Enter Enter 4 Esc Esc");
    stage.play("F10 Backspace Backspace Backspace 清河街道 Esc Ctrl+N");
    let Screen::New(pane) = stage.app.screen() else { panic!() };
    assert_eq!((pane.unit.value(0), pane.unit.rows[2].chosen_label()), ("清河街道", "街道"));
    assert_eq!(pane.year.value(0), "20254", "what was typed is there again");
    stage.play(&"Enter ".repeat(7)).play("Backspace").play(&"Enter ".repeat(3));
    let profile = created(&mut stage);
    assert_eq!((profile.name.as_str(), profile.kind), ("清河街道", None));
}

#[test]
fn a_choice_takes_no_text_and_says_so() {
    let mut stage = Stage::new();
    stage.play("F10").play(COUNTY_DAY).play("Down 宽");
    assert!(stage.notice().contains("左右键"), "{}", stage.notice());
}

#[test]
fn a_kind_that_is_chosen_is_kept_and_goes_into_the_next_report() {
    let mut stage = Stage::new();
    stage.play("F10 云溪镇 Down Down Right Right Esc");
    assert_eq!(kept(&mut stage)[0].profile.kind, Some(Kind::Subdistrict));
    stage.play("Ctrl+N").play(&"Enter ".repeat(10));
    assert_eq!(stage.report().unit.kind, Kind::Subdistrict);
    // One that the name tells by itself is not remembered.
    stage.play("Esc Esc F10 Down Down Left Left Esc");
    assert_eq!(kept(&mut stage)[0].profile.kind, None);
}
