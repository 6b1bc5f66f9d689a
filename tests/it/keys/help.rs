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

/// Whether a line of these, as help names its keys, names this one too.
fn names(lines: &[&str], key: &str) -> bool {
    let folded = |one, pair| key.replace(one, pair).replace("键键", "键");
    let ways = [
        key.to_owned(),
        folded("向上", "上下"),
        folded("向下", "上下"),
        folded("向左", "左右"),
        folded("向右", "左右"),
        ["向上", "向下", "向左", "向右"]
            .iter()
            .fold(key.to_owned(), |k, one| k.replace(one, "方向")),
    ];
    // Shift with any key that moves selects: one line tells it of all.
    let moves =
        |key: &str| key.starts_with("向") || ["Home", "End", "PageUp", "PageDown"].contains(&key);
    let selects = key.rsplit_once("Shift+").is_some_and(|(_, last)| moves(last));
    lines.iter().any(|line| {
        let keys = line.trim_start().split("  ").next().unwrap_or("");
        let mut named = keys.split([' ', '、']);
        named.any(|own| ways.iter().any(|way| way == own) || selects && own == "Shift+方向键")
    })
}

#[test]
fn every_key_of_every_place_is_in_its_help() {
    let mut met = HashSet::new();
    for (name, stage) in places() {
        let lines = help_lines(&stage);
        let contexts = stage.app.contexts_under_help();
        let within = contexts.iter().enumerate().map(|(index, at)| (at, &contexts[..index]));
        let help = stage.app.help().map(|_| (&Context::Help, [].as_slice()));
        // The lines of this place and of those that lie within it.
        let mut own: Vec<&str> = Vec::new();
        for (context, inner) in within.chain(help) {
            met.insert(*context);
            let heading = format!("【{}】", help::label(*context));
            let under = lines.iter().skip_while(|line| **line != heading).skip(1);
            own.extend(under.take_while(|line| !line.starts_with('【')).map(String::as_str));
            for binding in stage.keymap.told(*context, inner) {
                let (keys, told) = (binding.all_keys(" "), binding.explanation());
                let begun: String = told.chars().take(8).collect();
                let line = own.iter().find(|line| {
                    let rest = line.trim_start().strip_prefix(&keys);
                    rest.is_some_and(|rest| rest.trim_start().starts_with(&begun))
                });
                assert!(line.is_some(), "{name}: {keys} {told} in {context:?}:\n{own:#?}");
            }
            for key in stage.keymap.at(*context).flat_map(|binding| &binding.keys) {
                let key = key.to_string();
                assert!(names(&own, &key), "{name}: {key} in {context:?}:\n{own:#?}");
            }
        }
    }
    let all: HashSet<Context> = at_item().keymap.contexts().into_iter().collect();
    assert_eq!(met, all, "a place with keys is missing in places()");
}

#[test]
fn what_everyone_knows_comes_last_and_nothing_is_told_twice() {
    let stage = at_item_with("甲。");
    let lines = help_lines(&stage);
    let is = |line: &String, keys: &str| line.trim_start().starts_with(keys);
    let at = |keys: &str| lines.iter().position(|line| is(line, keys)).unwrap();
    for useful in ["Shift+方向键", "Ctrl+C", "Ctrl+Z", "Ctrl+F", "Alt+Shift+上下键"] {
        assert!(at(useful) < at("方向键、Home、End"), "{useful}");
        assert!(at(useful) < 20, "{useful} is not on the first screen");
        assert_eq!(lines.iter().filter(|line| is(line, useful)).count(), 1, "{useful}");
    }
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
