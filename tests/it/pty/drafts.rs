//! 稿件 with real files: renamed, copied, deleted, brought back, replaced.

use std::fs;
use std::time::Duration;

use fazhi_tui::report::State;
use fazhi_tui::storage::{DataFolder, DraftId, draft};

use super::home::{Home, ID};
use super::keys::{CTRL_B, CTRL_D, CTRL_G, CTRL_K, CTRL_Q, CTRL_R, DELETE, DOWN, END, ENTER, ESC};
use super::terminal::Terminal;

const SOON: Duration = Duration::from_secs(10);

fn leave(mut terminal: Terminal) {
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
}

/// The row on which the cursor stands.
fn chosen(terminal: &Terminal) -> String {
    let view = terminal.view();
    view.rows()[usize::from(view.cursor().1)].clone()
}

#[test]
fn a_draft_is_renamed_copied_deleted_and_brought_back() {
    let home = Home::with_draft();
    let report = home.load(ID);
    let kept = home.data().history(&DraftId::new(ID)).join("20260108-103200.ron");
    fs::create_dir_all(kept.parent().unwrap()).unwrap();
    fs::copy(home.draft(ID), &kept).unwrap();
    let terminal = home.start((112, 30));

    terminal.send_for(CTRL_R, "稿件的新名字");
    terminal.send(END);
    terminal.send("/");
    terminal.send_for(ENTER, "不能有这些符号");
    terminal.send("\x7f（一稿）");
    terminal.send_for(ENTER, "已改名为");
    let new = format!("{ID}（一稿）");
    assert_eq!(home.load(&new), report);
    assert!(!home.draft(ID).exists() && !kept.exists());
    assert!(home.data().history(&DraftId::new(&new)).join("20260108-103200.ron").exists());

    terminal.send_for(CTRL_D, "已复制为");
    let copy = format!("{new}-2");
    assert!(chosen(&terminal).contains(&copy), "{}", terminal.view());
    assert_eq!(home.load(&copy), report);

    terminal.send_for(DELETE, "删除这份稿件");
    terminal.send(DOWN);
    terminal.send_for(ENTER, "已移到回收站");
    assert!(!home.draft(&copy).exists() && home.draft(&new).exists());

    terminal.send_for(CTRL_B, "找回删除的稿件");
    terminal.send_for(ENTER, "已找回");
    assert!(chosen(&terminal).contains(&copy), "{}", terminal.view());
    assert_eq!(home.load(&copy), report);
    assert_eq!(fs::read_dir(home.data().bin()).unwrap().count(), 0);

    terminal.send_for(CTRL_K, "改状态");
    terminal.send(DOWN);
    terminal.send_for(ENTER, "的状态改为：送审");
    assert_eq!(home.load(&copy).state, State::Review);
    leave(terminal);
}

#[test]
fn a_draft_that_another_window_has_open_keeps_its_name_and_state() {
    let home = Home::with_draft();
    let writer = home.open(ID, (80, 24));
    let terminal = home.start((112, 30));
    terminal.send_for(CTRL_R, "稿件的新名字");
    terminal.send("二");
    terminal.send_for(ENTER, "正在编辑这份稿件");
    terminal.send(ESC);
    terminal.wait("closed", |view| !view.has("稿件的新名字"));
    terminal.send_for(CTRL_K, "改状态");
    terminal.send(DOWN);
    terminal.send_for(ENTER, "正在编辑这份稿件");
    terminal.send(ESC);
    terminal.wait("closed", |view| !view.has("知道了"));
    assert!(home.draft(ID).exists());
    assert_eq!(home.load(ID).state, State::Drafting);
    writer.send("照常写。");
    writer.wait_for("已保存");
    leave(writer);
    leave(terminal);
    assert_eq!(super::home::preamble(&home.load(ID)), "照常写。");
}

#[test]
fn a_broken_draft_is_replaced_by_its_kept_version() {
    let home = Home::with_draft();
    let report = home.load(ID);
    // The first session keeps what was there before it.
    let terminal = home.open(ID, (112, 30));
    terminal.send("甲");
    terminal.wait_for("已保存");
    leave(terminal);
    let torn = fs::read(home.draft(ID)).unwrap()[..300].to_vec();
    fs::write(home.draft(ID), &torn).unwrap();

    let terminal = home.start((112, 30));
    terminal.send_for(ENTER, "留下的旧稿代替");
    terminal.send(DOWN);
    terminal.send_for(ENTER, "已换成留下的旧稿");
    assert_eq!(home.load(ID), report);
    let binned = fs::read_dir(home.data().bin()).unwrap().next().unwrap().unwrap();
    assert_eq!(fs::read(binned.path()).unwrap(), torn);
    terminal.send_for(ENTER, "本节");
    leave(terminal);
}

#[test]
fn another_data_folder_is_gone_to_with_its_settings() {
    let home = Home::with_draft();
    let other = DataFolder::at(home.root().join("b"));
    draft::create(&other, &DraftId::new("2025-柳湾乡"), true, &home.load(ID)).unwrap();
    let settings = "(profile: (name: \"柳湾乡\"))";
    fs::write(other.settings(), settings).unwrap();
    let terminal = home.start((112, 30));
    terminal.wait_for(&format!("稿件（{}）", home.data().root().display()));
    terminal.send_for(CTRL_G, "文件夹在哪里");
    terminal.send(&home.root().join("c").display().to_string());
    terminal.send_for(ENTER, "没有这个文件夹");
    fs::create_dir(home.root().join("c")).unwrap();
    terminal.send_for(ENTER, "这里还没有稿件（没有 drafts 文件夹）");
    terminal.send("\x7fb/drafts");
    terminal.send_for(ENTER, "2025-柳湾乡");
    terminal.wait_for(&format!("稿件（{}）", other.root().display()));
    assert!(!terminal.view().has(ID), "{}", terminal.view());
    terminal.send_for("\x0e", "谁来报告");
    terminal.wait_for("柳湾乡");
    terminal.send_for(ESC, "2025-柳湾乡");
    terminal.send_for(ENTER, "本节");
    terminal.send("在那边写。");
    terminal.wait_for("已保存");
    leave(terminal);
    let there = draft::load(&other.drafts().join("2025-柳湾乡.ron")).unwrap().report;
    assert_eq!(super::home::preamble(&there), "在那边写。");
    assert_eq!(super::home::preamble(&home.load(ID)), "");
    assert_eq!(fs::read_to_string(other.settings()).unwrap(), settings);
}
