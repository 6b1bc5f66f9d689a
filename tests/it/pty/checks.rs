//! 校核 on a terminal: what is ignored stays so from one start to the next, is listed
//! with its reason, and can be taken up again.

use std::fs;
use std::time::Duration;

use super::home::Home;
use super::keys::{CTRL_B, CTRL_Q, DELETE, ENTER, F7};
use super::terminal::Terminal;
use crate::stage::source::{certain, gbk};

const SOON: Duration = Duration::from_secs(10);
const ID: &str = "2024-云溪镇";
/// What is found, with its neighbours.
const FOUND: &str = "府建设,主要";

#[track_caller]
fn leave(mut terminal: Terminal) {
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
}

#[test]
fn what_is_ignored_is_still_ignored_at_the_next_start() {
    for size in [(80, 24), (160, 45)] {
        let home = Home::new();
        let source = certain().replace("法治政府建设，主要", "法治政府建设,主要");
        fs::write(home.root().join("去年.txt"), gbk(&source)).unwrap();
        let terminal = Terminal::start(home.call(&["去年.txt"]), size);
        terminal.wait_for("都定了");
        terminal.send_for(ENTER, "导入为稿件");
        terminal.send_for(F7, FOUND);
        terminal.send_for(DELETE, "理由");
        terminal.send_for("原文如此", "原文如此");
        let view = terminal.send_for(ENTER, "已忽略");
        assert!(!view.has(FOUND), "{view}");
        leave(terminal);
        assert_eq!(home.load(ID).waivers.len(), 1);

        let terminal = home.open(ID, size);
        let view = terminal.send_for(F7, "第 1 处");
        assert!(!view.has(FOUND), "{view}");
        let view = terminal.send_for(CTRL_B, "原文如此（20");
        assert!(view.has("设,主"), "{view}");
        terminal.send_for(ENTER, FOUND);
        leave(terminal);
        assert!(home.load(ID).waivers.is_empty());
    }
}
