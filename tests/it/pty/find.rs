//! 查找和替换 on a terminal: what is typed, seen, replaced, undone and saved.

use std::time::Duration;

use fazhi_tui::report::Report;

use super::home::{Home, ID};
use super::keys::{CTRL_F, CTRL_Q, CTRL_T, CTRL_Z, DOWN, ENTER, F3, TAB};
use super::sample;
use super::terminal::Terminal;

const WANTED: &str = "执法";
const OTHER: &str = "行政执法";

/// The report with every text replaced, by the plainest means.
fn replaced(report: &Report) -> Report {
    let mut report = report.clone();
    report.preamble.as_mut().unwrap().body.iter_mut().for_each(replace);
    for section in &mut report.sections {
        replace(&mut section.heading);
        section.body.iter_mut().for_each(replace);
    }
    report
}

fn replace(text: &mut String) {
    *text = text.replace(WANTED, OTHER);
}

fn leave(mut terminal: Terminal) {
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_exit(Duration::from_secs(10)).code(), Some(0));
}

#[test]
fn all_hits_are_replaced_saved_and_undone() {
    let report = sample::full_report(6_000);
    let count = format!("{report:?}").matches(WANTED).count();
    assert!(count > 20, "{count}");
    for (size, undone) in [((80, 24), false), ((160, 45), true)] {
        let home = Home::with_report(&report);
        let terminal = home.open(ID, size);
        terminal.send_for(CTRL_F, "打要找的字");
        terminal.send_for(WANTED, &format!("全文 {count} 处"));
        terminal.send(TAB);
        terminal.send_for(OTHER, &format!("{WANTED}→{OTHER}"));
        let view = terminal.wait("the caret", |view| view.cursor_behind(OTHER));
        assert!(view.shows_cursor() && view.cursor().1 + 3 < size.1, "{view}");
        terminal.send_for(CTRL_T, &format!("已替换 {count} 处（全文）"));
        if undone {
            terminal.send_for(CTRL_Z, "已撤销");
        }
        leave(terminal);
        let wanted = if undone { report.clone() } else { replaced(&report) };
        assert_eq!(home.load(ID), wanted);
    }
}

#[test]
fn a_hit_is_gone_to_and_the_next_without_the_box() {
    let report = sample::full_report(6_000);
    let home = Home::with_report(&report);
    let terminal = home.open(ID, (80, 24));
    terminal.send_for(CTRL_F, "打要找的字");
    terminal.send_for("复议", "全文 ");
    terminal.send(DOWN);
    terminal.send_for(ENTER, "F3 到下一处");
    let at = |view: &super::view::View| {
        let (x, y) = view.cursor();
        view.symbol(x, y) == "复"
    };
    terminal.wait("the caret before the hit", at);
    let before = terminal.view();
    terminal.send(F3);
    terminal.wait("the next hit", |view| at(view) && view.difference(&before).is_some());
    terminal.send("【新】");
    terminal.wait("typed over it", |view| view.cursor_behind("【新】"));
    leave(terminal);
    let saved = format!("{:?}", home.load(ID));
    let count = |text: &str, word: &str| text.matches(word).count();
    assert_eq!(count(&saved, "【新】"), 1);
    assert_eq!(count(&saved, "复议") + 1, count(&format!("{report:?}"), "复议"));
}
