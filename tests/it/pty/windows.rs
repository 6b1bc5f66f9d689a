//! Two windows on one draft, and a draft that somebody else changes.

use std::fs;
use std::time::Duration;

use fazhi_tui::storage::draft;

use super::home::{Home, ID, preamble};
use super::keys::CTRL_Q;
use super::sample;
use super::terminal::Terminal;
use fazhi_tui::report::Place;

const SOON: Duration = Duration::from_secs(10);

#[test]
fn a_second_window_reads_only_and_says_so() {
    let home = Home::with_draft();
    let mut first = home.open(ID, (80, 24));
    first.send("第一个窗口。");
    first.wait("typed", |view| view.cursor_behind("第一个窗口。"));
    first.wait_for("已保存");
    let mut second = Terminal::start(home.call(&[ID]), (80, 24));
    second.wait("只读 in the header", |view| view.rows()[0].contains("只读"));
    second.wait_for("测试员");
    second.send("第二个窗口");
    let view = second.wait_for("这里是只读");
    assert!(!view.has("第二个窗口"), "{view}");
    first.send("照常写。");
    first.wait("typed", |view| view.cursor_behind("照常写。"));
    second.send(CTRL_Q);
    assert_eq!(second.wait_exit(SOON).code(), Some(0));
    first.send(CTRL_Q);
    assert_eq!(first.wait_exit(SOON).code(), Some(0));
    assert_eq!(preamble(&home.load(ID)), "第一个窗口。照常写。");

    let mut again = home.open(ID, (80, 24));
    again.send("又能写了。");
    again.wait("typed", |view| view.cursor_behind("又能写了。"));
    again.send(CTRL_Q);
    assert_eq!(again.wait_exit(SOON).code(), Some(0));
    assert_eq!(preamble(&home.load(ID)), "第一个窗口。照常写。又能写了。");
}

#[test]
fn a_draft_that_somebody_else_changed_is_kept_beside_ours() {
    let home = Home::with_draft();
    let mut terminal = home.open(ID, (160, 45));
    terminal.send("我写的。");
    terminal.wait_for("已保存");
    let mut theirs = home.load(ID);
    sample::replace(&mut theirs, Place::Preamble, "别人写的。");
    fs::write(home.draft(ID), draft::render(&theirs).unwrap()).unwrap();
    terminal.send("我又写的。");
    terminal.wait_for("两份都在");
    terminal.send("接着写。");
    terminal.wait("typed", |view| view.cursor_behind("接着写。"));
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
    assert_eq!(home.load(ID), theirs);
    let ours = home.load(&format!("{ID}-2"));
    assert_eq!(preamble(&ours), "我写的。我又写的。接着写。");
}

#[test]
fn two_windows_write_two_drafts_of_one_folder() {
    let home = Home::with_draft();
    let other = "2024-云溪镇";
    home.add(other, &home.load(ID));
    let mut windows = [home.open(ID, (80, 24)), home.open(other, (80, 24))];
    let text = "一二三四五六七八九十".repeat(5);
    for c in text.chars() {
        for window in &windows {
            window.send(&c.to_string());
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    for window in &mut windows {
        window.wait("typed", |view| view.cursor_behind("九十"));
        window.send(CTRL_Q);
        assert_eq!(window.wait_exit(SOON).code(), Some(0));
    }
    for id in [ID, other] {
        assert_eq!(preamble(&home.load(id)), text);
    }
    let names = fs::read_dir(home.data().drafts()).unwrap();
    let drafts = names.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        !name.to_string_lossy().starts_with('.')
    });
    assert_eq!(drafts.count(), 2);
}
