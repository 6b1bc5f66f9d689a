//! Pastes, bracketed and as plain keys.

use std::time::{Duration, Instant};

use fazhi_tui::report::Place;

use super::home::{Home, ID, preamble};
use super::keys::{CTRL_O, CTRL_Q, CTRL_Y, CTRL_Z, END, ESC, pasted};
use super::sample;
use super::terminal::Terminal;

const SIZE: (u16, u16) = (80, 24);

/// About this many characters of prose, paragraphs parted by line ends.
fn prose(characters: usize) -> String {
    let report = sample::full_report(4000);
    let places = report.required();
    let texts: Vec<String> =
        places.iter().map(|place: &Place| report.body(*place).unwrap().join("\n")).collect();
    let text = texts.join("\n");
    let times = characters / text.chars().count() + 1;
    let long = vec![text; times].join("\n");
    let cut: String = long.chars().take(characters).collect();
    cut.trim_end().to_owned()
}

/// Leaves and gives what 导语 then holds.
fn left(terminal: &mut Terminal, home: &Home) -> String {
    terminal.send(CTRL_Q);
    let status = terminal.wait_exit(Duration::from_secs(10));
    assert_eq!(status.code(), Some(0));
    preamble(&home.load(ID))
}

#[test]
fn forty_thousand_characters_arrive_whole_and_go_in_one_step() {
    let text = prose(40_000);
    for newline in ["\r", "\n"] {
        let home = Home::with_draft();
        let mut terminal = home.open(ID, SIZE);
        terminal.send("前文。");
        terminal.wait_for("前文。");
        terminal.send(&pasted(&text.replace('\n', newline)));
        terminal.wait_for("已粘贴");
        assert_eq!(left(&mut terminal, &home), format!("前文。{text}"));
    }
    let home = Home::with_draft();
    let mut terminal = home.open(ID, SIZE);
    terminal.send("前文。");
    terminal.wait_for("前文。");
    terminal.send_for(&pasted(&text.replace('\n', "\r")), "已粘贴");
    terminal.send_for(CTRL_Z, "已撤销");
    terminal.wait("the text before", |view| view.cursor_behind("前文。"));
    assert_eq!(left(&mut terminal, &home), "前文。");
}

#[test]
fn a_burst_of_plain_keys_is_text_and_nothing_else() {
    let text = prose(6_000);
    for newline in ["\r", "\n"] {
        let home = Home::with_draft();
        let mut terminal = home.open(ID, SIZE);
        let start = Instant::now();
        terminal.send(&text.replace('\n', newline));
        terminal.send("完");
        terminal.wait("the last character", |view| view.cursor_behind("完"));
        let taken = start.elapsed();
        assert!(taken < Duration::from_secs(5), "{taken:?}");
        terminal.send_for(CTRL_Z, "已撤销");
        terminal.wait("one step", |view| view.has("这一节还没有内容"));
        terminal.send_for(CTRL_Y, "已重做");
        assert_eq!(left(&mut terminal, &home), format!("{text}完"));
    }
}

#[test]
fn residue_is_taken_out_and_told() {
    let home = Home::with_draft();
    let mut terminal = home.open(ID, SIZE);
    terminal.send(&pasted("　　法\u{200b}治\u{feff}政府\r\n  第二段\t\u{1}"));
    terminal.wait_for("个不可见字符");
    let text = left(&mut terminal, &home);
    assert_eq!(text.replace(['\t', ' '], ""), "法治政府\n第二段");
}

#[test]
fn a_burst_of_plain_lines_into_a_field_confirms_nothing() {
    let lines: Vec<String> = (1..=20).map(|n| format!("第{n}行")).collect();
    for newline in ["\r", "\n"] {
        for _ in 0..10 {
            let home = Home::new();
            let terminal = home.start((160, 45));
            terminal.send_for(CTRL_O, "导入已有的报告");
            terminal.send(&lines.join(newline));
            let view = terminal.wait("第20行", |view| view.cursor_behind("第20行"));
            assert!(view.has("原文件不会改动"), "{view}");
        }
    }
}

#[test]
fn lines_pasted_into_a_field_stay_one_line_and_confirm_nothing() {
    let lines: Vec<String> = (1..=20).map(|n| format!("第{n}行")).collect();
    let home = Home::new();
    let terminal = home.start((160, 45));
    terminal.send_for(CTRL_O, "导入已有的报告");
    for newline in ["\r", "\n", "\r\n"] {
        terminal.send(&pasted(&lines.join(newline)));
        let view = terminal.wait("第20行", |view| view.cursor_behind("第20行"));
        assert!(view.has("原文件不会改动"), "{view}");
    }
    let home = Home::with_draft();
    let terminal = home.open(ID, (160, 45));
    terminal.send_for("\x1b[24~", "放在哪里");
    terminal.send(END);
    terminal.send(&pasted(&lines.join("\r")));
    let view = terminal.wait("第20行", |view| view.cursor_behind("第20行"));
    assert!(view.has("放在哪里"), "{view}");
    terminal.send(ESC);
    terminal.wait("no prompt", |view| !view.has("放在哪里"));
}
