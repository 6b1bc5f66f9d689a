//! 做模板 on a terminal: a notice is pasted, corrected, kept, and a report is
//! made of it; a folder that takes no writing is told.

use std::fs;
use std::time::Duration;

use fazhi_tui::report::Level;
use fazhi_tui::storage::library;

use super::home::Home;
use super::keys::{CTRL_N, CTRL_Q, CTRL_T, DOWN, ENTER, ESC, SHIFT_TAB, pasted};
use super::terminal::Terminal;
use crate::stage::notice::NOTICE;

const SOON: Duration = Duration::from_secs(10);

#[track_caller]
fn leave(mut terminal: Terminal) {
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
}

#[test]
fn a_pasted_notice_becomes_a_template_and_a_report() {
    for size in [(80, 24), (160, 45)] {
        let home = Home::new();
        let terminal = home.start(size);
        terminal.send_for(CTRL_N, "谁来报告");
        terminal.send_for("云溪镇", "云溪镇");
        terminal.send(&DOWN.repeat(6));
        terminal.send_for(ENTER, "哪一年");
        terminal.send_for(ENTER, "用哪个模板");
        terminal.send_for(CTRL_T, "在这里粘贴");
        // A terminal sends the ends of lines as Enter.
        terminal.send_for(&pasted(&NOTICE.replace('\n', "\r")), "粘贴了 14 段");
        terminal.send_for(&DOWN.repeat(6), "第10行：二级标题");
        terminal.send_for(SHIFT_TAB, "第10行认成一级标题");
        terminal.send_for(ENTER, "模板叫什么名字");
        let view = terminal.send_for(ENTER, "已经选上");
        assert!(view.has("自己做的模板：4 个部分、2 个节"), "{view}");
        terminal.send_for(ENTER, "版式");
        let view = terminal.send_for(ENTER, "已经存好");
        assert!(view.has("二、本镇特色做法"), "{view}");
        leave(terminal);
        let drafts: Vec<_> = fs::read_dir(home.data().drafts()).unwrap().collect();
        let id = drafts[0].as_ref().unwrap().path();
        let report = home.load(&id.file_stem().unwrap().to_string_lossy());
        assert_eq!(report.template, "2025年提纲");
        let parts = report.sections.iter().filter(|section| section.level == Level::Part);
        assert_eq!((parts.count(), report.sections.len()), (4, 6));
        let library = library::templates(&home.data());
        assert!(library.errors.is_empty() && library.find("2025年提纲").is_some());
    }
}

#[test]
fn a_template_that_cannot_be_written_is_told_and_nothing_is_lost() {
    let home = Home::new();
    let mut terminal = home.start((80, 24));
    terminal.send_for(CTRL_T, "在这里粘贴");
    terminal.send_for(&pasted(NOTICE), "粘贴了 14 段");
    // A file stands where the folder should be.
    fs::create_dir_all(home.data().root()).unwrap();
    fs::write(home.data().templates(), "").unwrap();
    terminal.send_for(ENTER, "模板叫什么名字");
    terminal.send_for(ENTER, "！");
    fs::remove_file(home.data().templates()).unwrap();
    terminal.send_for(ENTER, "模板存好了");
    // Another of that name is refused where it only turns out in the folder.
    terminal.send_for(ESC, "还没有稿件");
    fs::write(home.data().templates().join("县里的.ron"), "").unwrap();
    terminal.send_for(CTRL_T, "在这里粘贴");
    terminal.send_for(&pasted(NOTICE), "粘贴了 14 段");
    terminal.send_for(ENTER, "模板叫什么名字");
    terminal.send(&"\x7f".repeat(10));
    terminal.send("县里的");
    terminal.wait("typed", |view| view.cursor_behind("县里的"));
    terminal.send_for(ENTER, "已经有叫 县里的 的模板了");
    // What was pasted is in no file yet, so leaving asks.
    terminal.send_for(CTRL_Q, "现在离开？");
    terminal.send_for(DOWN, "不要了，离开");
    terminal.send(ENTER);
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
    assert_eq!(fs::read(home.data().templates().join("县里的.ron")).unwrap(), b"");
}
