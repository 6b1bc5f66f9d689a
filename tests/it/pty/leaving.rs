//! Out of a draft and into another one: nothing typed is lost on the way, and
//! what the last save has to say is told.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use fazhi_tui::report::Place;
use fazhi_tui::storage::draft;

use super::home::{Home, ID, preamble};
use super::keys::{CTRL_END, CTRL_O, CTRL_P, CTRL_Q, CTRL_Z, DOWN, ENTER, ESC, F5};
use super::sample;
use super::terminal::Terminal;

const SIZE: (u16, u16) = (160, 45);
const SOON: Duration = Duration::from_secs(10);
const OTHER: &str = "2024-云溪镇";

/// A home with two drafts that open at an empty 导语.
fn two_drafts() -> Home {
    let home = Home::with_draft();
    home.add(OTHER, &home.load(ID));
    home
}

/// The keys that close the open draft without a wait between them.
fn close() -> String {
    format!("{CTRL_P}稿件列表{ENTER}")
}

#[track_caller]
fn leave(mut terminal: Terminal) {
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
}

/// Somebody else's text in the file of the draft.
fn write_theirs(home: &Home) {
    let mut theirs = home.load(ID);
    sample::replace(&mut theirs, Place::Preamble, "别人写的。");
    fs::write(home.draft(ID), draft::render(&theirs).unwrap()).unwrap();
}

#[test]
fn esc_twice_and_enter_lead_from_one_draft_to_the_next() {
    let home = two_drafts();
    let mut terminal = home.open(ID, SIZE);
    terminal.send("第一份。");
    terminal.wait("typed", |view| view.cursor_behind("第一份。"));
    terminal.send_for(ESC, "再按一次 Esc");
    terminal.send_for(ESC, "改动时间");
    terminal.send(&format!("{DOWN}{ENTER}第二份。{CTRL_Q}"));
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
    assert_eq!(preamble(&home.load(ID)), "第一份。");
    assert_eq!(preamble(&home.load(OTHER)), "第二份。");
}

#[test]
fn keys_that_come_all_at_once_go_each_into_its_draft() {
    for _ in 0..5 {
        let home = two_drafts();
        let mut terminal = home.open(ID, SIZE);
        let close = close();
        terminal.send(&format!("第一份。{close}{DOWN}{ENTER}第二份。{CTRL_Q}"));
        assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
        assert_eq!(preamble(&home.load(ID)), "第一份。");
        assert_eq!(preamble(&home.load(OTHER)), "第二份。");
    }
}

#[test]
fn a_late_word_of_one_draft_marks_no_other_as_saved() {
    let home = two_drafts();
    let terminal = home.open(ID, SIZE);
    // Many revisions here, one there: a number of the first is greater.
    for c in "一二三四五六七八九十".chars() {
        terminal.send(&c.to_string());
    }
    terminal.wait("typed", |view| view.cursor_behind("九十"));
    terminal.send(&format!("完{}{DOWN}{ENTER}另", close()));
    terminal.wait("typed", |view| view.cursor_behind("另"));
    sleep(Duration::from_secs(1));
    assert_eq!(preamble(&home.load(ID)), "一二三四五六七八九十完");
    assert_eq!(preamble(&home.load(OTHER)), "另", "saved by itself");
    leave(terminal);
}

#[test]
fn a_draft_that_is_opened_again_at_once_can_be_written_and_undone() {
    for _ in 0..5 {
        let home = Home::with_draft();
        let terminal = home.open(ID, SIZE);
        terminal.send(&format!("先写。{}{ENTER}再写。", close()));
        let view = terminal.wait("typed", |view| view.cursor_behind("先写。再写。"));
        assert!(!view.has("只读"), "{view}");
        terminal.send_for(CTRL_Z, "已撤销");
        terminal.wait("one step back", |view| view.cursor_behind("先写。"));
        terminal.send(CTRL_Z);
        terminal.wait("two steps back", |view| !view.has("先写。"));
        terminal.send("终。");
        terminal.wait("typed", |view| view.cursor_behind("终。"));
        leave(terminal);
        assert_eq!(preamble(&home.load(ID)), "终。");
    }
}

#[test]
fn a_conflict_that_the_last_save_found_is_told_in_the_list() {
    let home = Home::with_draft();
    let terminal = home.open(ID, SIZE);
    terminal.send("我写的。");
    terminal.wait_for("已保存");
    write_theirs(&home);
    terminal.send(&format!("又写。{}", close()));
    let view = terminal.wait_for("两份都在");
    assert!(view.has("改动时间") && view.has(&format!("{ID}-2")), "{view}");
    leave(terminal);
    assert_eq!(preamble(&home.load(ID)), "别人写的。");
    assert_eq!(preamble(&home.load(&format!("{ID}-2"))), "我写的。又写。");
}

#[test]
fn a_conflict_that_the_last_save_found_is_told_after_leaving() {
    let home = Home::with_draft();
    let mut terminal = home.open(ID, SIZE);
    terminal.send("我写的。");
    terminal.wait_for("已保存");
    write_theirs(&home);
    terminal.send(&format!("又写。{CTRL_Q}"));
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
    let view = terminal.view();
    assert!(view.has("两份都在") && !view.modes().0, "{view}");
    assert_eq!(preamble(&home.load(ID)), "别人写的。");
    assert_eq!(preamble(&home.load(&format!("{ID}-2"))), "我写的。又写。");
}

#[test]
fn a_folder_that_is_gone_is_told_once_and_leaving_asks() {
    let home = Home::with_draft();
    let mut terminal = home.open(ID, SIZE);
    let (drafts, aside) = (home.data().drafts(), home.root().join("aside"));
    fs::rename(&drafts, &aside).unwrap();
    fs::write(&drafts, "").unwrap();
    terminal.send("写了。");
    terminal.wait_for("知道了");
    terminal.send("接着写。");
    let view = terminal.wait("typed", |view| view.cursor_behind("写了。接着写。"));
    assert!(!view.has("知道了") && view.has("没有存上"), "{view}");
    terminal.send_for(CTRL_Q, "文字还没有存上");
    terminal.send(ENTER);
    terminal.wait("still there", |view| view.cursor_behind("接着写。"));
    fs::remove_file(&drafts).unwrap();
    fs::rename(&aside, &drafts).unwrap();
    terminal.send("好了。");
    terminal.wait_for("已保存");
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
    assert_eq!(preamble(&home.load(ID)), "写了。接着写。好了。");
}

#[test]
fn leaving_without_a_folder_leaves_a_copy_where_it_says() {
    let home = Home::with_draft();
    let mut terminal = home.open(ID, SIZE);
    let drafts = home.data().drafts();
    fs::rename(&drafts, home.root().join("aside")).unwrap();
    fs::write(&drafts, "").unwrap();
    terminal.send(&format!("写了。{CTRL_Q}"));
    terminal.wait_for("仍要离开");
    terminal.send(&format!("{DOWN}{DOWN}{ENTER}"));
    assert_ne!(terminal.wait_exit(SOON).code(), Some(0));
    let view = terminal.view();
    assert!(view.squeezed().contains("文字另存在"), "{view}");
    let files = fs::read_dir(home.data().root()).unwrap().map(|entry| entry.unwrap().path());
    let copy = files.into_iter().find(|path| path.extension().is_some_and(|e| e == "ron"));
    assert_eq!(preamble(&draft::load(&copy.unwrap()).unwrap().report), "写了。");
}

const TEXT: &str = "云溪镇人民政府关于2023年法治政府建设情况的报告\n县委、县政府：\n\
    现将有关情况报告如下：\n一、2023年推进法治政府建设的主要举措和成效\n\
    （一）深入学习贯彻习近平法治思想\n全年集中学习12次。\n";

#[test]
fn a_text_named_at_the_start_is_imported_like_one_that_is_chosen() {
    let home = Home::new();
    let path = home.root().join("去年.txt");
    fs::write(&path, TEXT).unwrap();
    let terminal = Terminal::start(home.call(&["去年.txt"]), SIZE);
    // It is looked through first; nothing is written before Enter.
    terminal.wait_for("没有认出署名、日期");
    assert!(!home.draft("2023-云溪镇").exists());
    terminal.send_for(ENTER, "导入为稿件");
    leave(terminal);
    assert_eq!(fs::read_to_string(&path).unwrap(), TEXT);
    let named = home.load("2023-云溪镇");

    let home = Home::new();
    fs::write(home.exports().join("去年.txt"), TEXT).unwrap();
    let terminal = home.start(SIZE);
    terminal.send_for(CTRL_O, "导入已有的报告");
    terminal.send("去年.txt");
    terminal.wait("typed", |view| view.cursor_behind("去年.txt"));
    terminal.send_for(ENTER, "没有认出署名、日期");
    terminal.send_for(ENTER, "导入为稿件");
    leave(terminal);
    assert_eq!(named, home.load("2023-云溪镇"));
}

#[test]
fn a_file_named_at_the_start_that_cannot_be_imported_leads_to_the_list() {
    let home = Home::with_draft();
    fs::write(home.root().join("图.png"), [0x89, b'P', b'N', b'G', 0, 1, 2, 0xff]).unwrap();
    let terminal = Terminal::start(home.call(&["图.png"]), SIZE);
    terminal.wait_for("图.png");
    terminal.send(ESC);
    terminal.wait_for("改动时间");
    leave(terminal);
    assert_eq!(
        fs::read_dir(home.data().drafts())
            .unwrap()
            .filter(|e| { e.as_ref().unwrap().path().extension().is_some_and(|e| e == "ron") })
            .count(),
        1
    );
}

#[test]
fn a_key_that_comes_in_one_piece_with_esc_is_not_typed() {
    let home = Home::with_draft();
    let terminal = home.open(ID, (80, 24));
    terminal.send_for(&format!("{ESC}{F5}"), "转到");
    terminal.send(&format!("{ESC}{CTRL_END}"));
    terminal.send("法");
    terminal.wait("only what was typed", |view| view.cursor_behind("   法"));
}

#[test]
fn a_signal_right_at_the_start_leaves_the_terminal_as_it_was() {
    for pause in (0..20).map(|step| Duration::from_micros(500 * step)) {
        let home = Home::with_draft();
        let mut terminal = Terminal::start(home.call(&[ID]), (80, 24));
        terminal.wait("the program's screen", |view| view.modes().0);
        sleep(pause);
        terminal.signal("TERM");
        terminal.wait_exit(Duration::from_secs(10));
        let view = terminal.view();
        assert_eq!(view.modes(), (false, false), "{pause:?}\n{view}");
    }
}
