//! 提示: what it says of a section that no template knows, and how far it is turned.

use fazhi_tui::app::pane::guide::{GuidePane, Offer};
use fazhi_tui::app::pane::writing::Focus;
use fazhi_tui::report::template::Guide;
use ratatui::layout::Size;

use super::at_item;
use crate::stage::Stage;

#[test]
fn a_section_that_was_added_has_guidance_for_any_section() {
    let mut stage = at_item();
    let hint = "按 F6 到提示里";
    assert!(stage.draw(160, 30).dump().contains(hint));
    stage.play("Shift+Tab Insert 守牢底线 Enter");
    assert_eq!(stage.pane().guidance(), Some(&Guide::general()));
    let dump = stage.draw(160, 30).dump();
    assert!(dump.contains("直接打字就行") && !dump.contains(hint), "{dump}");
    assert!(dump.contains("写什么") && !dump.contains("这里没有提示"), "{dump}");
    // Under a part with guidance of its own as well.
    stage.play("Ctrl+G 主要安排 Enter Shift+Tab Insert （一）新 Enter");
    assert_eq!(
        (stage.at().as_str(), stage.pane().guidance()),
        ("四/（一）", Some(&Guide::general()))
    );
    stage.play("F6 Enter");
    assert!(stage.text().starts_with("|【几月】以来"), "{}", stage.text());
    assert!(!stage.draw(80, 24).dump().contains("直接打字就行"));
}

/// 提示 of 一/（一） with the keyboard, in a window that shows a part of it.
fn turning() -> Stage {
    let mut stage = at_item();
    stage.size = Size::new(80, 18);
    stage.play("F6");
    assert_eq!(stage.pane().focus, Focus::Guide);
    stage
}

/// The lines that are seen.
fn seen(stage: &mut Stage) -> (usize, usize) {
    let layout = stage.fit();
    let rows = layout.viewports(&stage.app, &stage.keymap).guide_rows;
    let GuidePane { top, lines, .. } = &stage.pane().guide;
    (*top, (*top + rows).min(lines.len()))
}

#[test]
fn pages_lead_to_the_real_end_and_back_to_the_start() {
    let mut stage = turning();
    let length = stage.pane().guide.lines.len();
    for script in ["End", "Home PageDown PageDown PageDown PageDown PageDown PageDown"] {
        stage.play(script);
        assert_eq!(seen(&mut stage).1, length, "{script}");
    }
    stage.play("PageUp PageUp PageUp PageUp PageUp PageUp");
    assert_eq!(seen(&mut stage).0, 0);
    // Past the last choice the window goes on line by line.
    stage.play(&"Down ".repeat(length));
    assert_eq!(seen(&mut stage).1, length);
    stage.play(&"Up ".repeat(2 * length));
    assert_eq!((seen(&mut stage).0, stage.pane().guide.selected), (0, 0));
}

#[test]
fn the_choice_follows_into_the_window() {
    let mut stage = turning();
    stage.play("Home");
    let mut met = Vec::new();
    for _ in 0..6 {
        stage.play("PageDown");
        met.push(stage.pane().guide.selected);
    }
    assert!(met.is_sorted() && met[5] > met[0], "{met:?}");
    assert!(matches!(stage.pane().offer(), Some(Offer::Starter(_))));
    // A key that moves the choice brings the window to it.
    stage.play("Home Down Down Down");
    let at = stage.pane().guide.selected;
    assert_eq!(at, 3);
}
