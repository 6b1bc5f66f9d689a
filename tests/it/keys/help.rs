//! 帮助: every key of every place is told, and all of it can be read in any window.

use std::collections::HashSet;

use fazhi_tui::app::Context;
use fazhi_tui::ui::help;

use super::{at_item, at_item_with, places};
use crate::stage::Stage;

/// The help as it is for the present place.
fn help_lines(stage: &Stage) -> Vec<String> {
    help::lines(&stage.app, &stage.keymap, 72)
}

#[test]
fn every_key_of_every_place_is_in_its_help() {
    let mut met = HashSet::new();
    for (name, stage) in places() {
        let lines = help_lines(&stage);
        for context in stage.app.contexts() {
            met.insert(context);
            let heading = format!("【{}】", help::label(context));
            let own = lines.iter().skip_while(|line| **line != heading).skip(1);
            let own: Vec<&str> =
                own.take_while(|line| !line.starts_with('【')).map(String::as_str).collect();
            for binding in stage.keymap.at(context) {
                let (keys, told) = (binding.all_keys(" "), binding.explanation());
                let begun: String = told.chars().take(8).collect();
                let line = own.iter().find(|line| {
                    let rest = line.trim_start().strip_prefix(&keys);
                    rest.is_some_and(|rest| rest.trim_start().starts_with(&begun))
                });
                assert!(line.is_some(), "{name}: {keys} {told} in {context:?}:\n{own:#?}");
            }
        }
    }
    let all: HashSet<Context> = at_item().keymap.contexts().into_iter().collect();
    assert_eq!(met, all, "a place with keys is missing in places()");
}

#[test]
fn a_prompt_is_explained_and_stays_open() {
    for (script, heading) in [
        ("F12", "【导出】"),
        ("F2", "【查找列表】"),
        ("F6 Enter", "【填写】"),
        ("Ctrl+D", "【通读】"),
    ] {
        let mut stage = at_item_with("甲。");
        stage.play(script);
        let prompt = stage.prompt();
        stage.play("F1");
        assert_eq!(help_lines(&stage)[0], heading);
        stage.play("Esc");
        assert_eq!((stage.app.help(), stage.prompt()), (None, prompt));
    }
}

#[test]
fn who_asks_how_it_works_reads_that_first() {
    let mut stage = Stage::new();
    stage.play("Down Down Enter");
    let lines = help_lines(&stage);
    assert_eq!((lines[0].as_str(), lines[1].trim()), ("【怎么用】", "怎样写完一份报告"));
    assert!(lines.iter().any(|line| line == "【各个画面】"), "{lines:?}");
    stage.play("Esc F1");
    assert_eq!(help_lines(&stage)[0], "【还没有稿件时】");
}

#[test]
fn it_is_read_to_its_end_in_every_window() {
    for (width, height) in [(80, 24), (80, 10), (30, 10), (300, 100)] {
        for (name, mut stage) in places() {
            stage.draw(width, height);
            if stage.app.help().is_none() {
                stage.play("F1");
            }
            let frame = stage.draw(width, height);
            let window = frame.layout.help;
            let columns = usize::from(window.width - 4);
            let lines = help::lines(&stage.app, &stage.keymap, columns).len();
            let rows = usize::from(window.height - 2);
            let mut end = 0;
            while end < lines {
                let top = stage.app.help().unwrap();
                assert!(top <= end && top + rows > end, "{name} at {width}x{height}: {top} {end}");
                end = top + rows;
                stage.play("PageDown");
            }
            stage.play("Home");
            assert_eq!(stage.app.help(), Some(0));
            stage.play("End");
            assert_eq!(stage.app.help(), Some(lines.saturating_sub(rows)));
        }
    }
}
