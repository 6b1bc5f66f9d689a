//! 导入 on a terminal: a file in GBK, its encoding corrected by hand, two doubts
//! decided, and the outline that comes of it.

use std::fs;
use std::time::Duration;

use fazhi_tui::report::{Level, Report};

use super::home::Home;
use super::keys::{CTRL_K, CTRL_O, CTRL_Q, CTRL_Z, DOWN, ENTER, ESC, F7, TAB, UP};
use crate::stage::source::{SOURCE, gbk};

const SOON: Duration = Duration::from_secs(10);
const ID: &str = "2024-云溪镇";

fn outline(report: &Report) -> Vec<(Level, String)> {
    report.sections.iter().map(|section| (section.level, section.heading.clone())).collect()
}

#[test]
fn a_file_in_gbk_becomes_a_draft_with_the_right_outline() {
    for size in [(80, 24), (160, 45)] {
        let home = Home::new();
        let path = home.root().join("去年.txt");
        fs::write(&path, gbk(SOURCE)).unwrap();
        let mut terminal = home.start(size);
        terminal.send_for(CTRL_O, "导入已有的报告");
        let place = path.display().to_string();
        terminal.send(&place);
        terminal.wait("typed", |view| view.cursor_behind(&place));
        let view = terminal.send_for(ENTER, "有 2 处拿不准");
        assert!(view.has("GB18030（GBK）") && view.has("（四）规范行政执法"), "{view}");

        // A wrong encoding is seen, and the right one chosen by how it reads.
        terminal.send_for(F7, "看哪一行的字读得通");
        terminal.send(&DOWN.repeat(2));
        let view = terminal.send_for(ENTER, "已按 UTF-16BE 重新读");
        assert!(!view.has("规范行政执法") && view.has("没有认出"), "{view}");
        let view = terminal.send_for(F7, "看哪一行的字读得通");
        assert!(view.has("索引号：云政2025"), "{view}");
        terminal.send(&UP.repeat(2));
        terminal.send_for(ENTER, "已按 GB18030（GBK） 重新读");
        terminal.wait_for("还有 2 处没定");

        // The first is a heading of a part, the second is text.
        let view = terminal.view();
        assert!(view.has("第11行：二级标题") && view.has("Enter 认可"), "{view}");
        terminal.send_for(ENTER, "第16行：二级标题");
        terminal.send_for(CTRL_K, "这一段是什么");
        terminal.send("正文");
        terminal.send_for(ENTER, "第16行：正文");
        terminal.wait_for("都定了");
        terminal.send_for(CTRL_Z, "还有 1 处没定");
        terminal.send_for(TAB, "第16行认成正文");
        assert!(!home.draft(ID).exists());
        terminal.send_for(ENTER, "都定了，再按 Enter 导入");
        let view = terminal.send_for(ENTER, "导入为稿件");
        assert!(view.has("（四）规范行政执法") && view.has("三、下一步安排"), "{view}");
        assert!(!view.has("（三）普法形式单一"), "{view}");
        terminal.send(CTRL_Q);
        assert_eq!(terminal.wait_exit(SOON).code(), Some(0));

        let wanted = [
            (Level::Part, "主要举措和成效"),
            (Level::Item, "加强组织领导"),
            (Level::Item, "推进依法决策"),
            (Level::Item, "规范行政执法"),
            (Level::Part, "存在的不足"),
            (Level::Item, "执法力量不足"),
            (Level::Part, "下一步安排"),
        ];
        let wanted = wanted.map(|(level, heading)| (level, heading.to_owned()));
        assert_eq!(outline(&home.load(ID)), wanted);
        assert_eq!(fs::read(&path).unwrap(), gbk(SOURCE), "the file is never touched");
    }
}

#[test]
fn esc_goes_back_and_nothing_is_written() {
    let home = Home::new();
    fs::write(home.root().join("去年.txt"), gbk(SOURCE)).unwrap();
    let mut terminal = super::terminal::Terminal::start(home.call(&["去年.txt"]), (80, 24));
    terminal.send_for("字", "没有写进去");
    terminal.send_for(ENTER, "还有 1 处没定");
    terminal.send_for(ESC, "再按一次 Esc");
    terminal.send_for(ESC, "没有导入");
    terminal.wait_for("还没有稿件");
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
    assert_eq!(fs::read_dir(home.data().drafts()).map_or(0, Iterator::count), 0);
}
