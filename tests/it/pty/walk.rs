//! The whole way: from an empty start to the exported file, by keys that the
//! screen names.

use std::fs;
use std::time::Duration;

use super::home::{Home, ID};
use super::keys::{BACKSPACE, CTRL_Q, DOWN, ENTER, F4};
use super::terminal::Terminal;

#[test]
fn a_new_user_comes_to_the_exported_file_at_80x24() {
    whole_way((80, 24));
}

#[test]
fn a_new_user_comes_to_the_exported_file_at_160x45() {
    whole_way((160, 45));
}

fn whole_way(size: (u16, u16)) {
    let home = Home::new();
    let mut terminal = home.start(size);
    for choice in ["写一份新报告", "导入已有的报告", "先看看怎么用"] {
        terminal.wait_for(choice);
    }
    named(&terminal, "Enter 确定");
    make_report(&terminal);
    let sentences: Vec<String> = (1..=12).map(|n| format!("这里写第{n}处的话。")).collect();
    for (index, sentence) in sentences.iter().enumerate() {
        write_section(&terminal, index, sentence);
    }
    named(&terminal, "F4 完成");
    terminal.wait_for("再按 F4 导出");
    terminal.send_for(F4, "放在哪里");
    named(&terminal, "Enter 导出");
    let name = "云溪镇2025年法治政府建设情况报告.txt";
    terminal.send(ENTER);
    // The date and, in 导语, the names of the notice are still blank.
    terminal.wait_for("报告还没有写完");
    terminal.send(DOWN);
    let path = home.exports().join(name);
    terminal.send_for(ENTER, "已导出");
    terminal.wait_for(&path.display().to_string());
    let exported = fs::read_to_string(path).unwrap();
    let mut rest = exported.as_str();
    for sentence in &sentences {
        let at = rest.find(sentence.as_str());
        rest =
            &rest[at.unwrap_or_else(|| panic!("{sentence} is missing or misplaced\n{exported}"))..];
    }
    terminal.send(CTRL_Q);
    terminal.wait_exit(Duration::from_secs(10));
    assert!(home.load(ID).progress().complete());
}

/// From the first screen through 新建 into 编写.
fn make_report(terminal: &Terminal) {
    terminal.send_for(ENTER, "（1/4）");
    named(terminal, "Enter 下一步");
    terminal.send_for("云溪镇", "中共云溪镇委员会");
    terminal.send(ENTER);
    terminal.send_for("临川县", "临川县云溪镇人民政府");
    for _ in 0..6 {
        terminal.send(ENTER);
    }
    terminal.wait_for("（2/4）");
    terminal.send(&BACKSPACE.repeat(4));
    terminal.wait("an empty year", |view| !view.cursor_behind("6"));
    terminal.send("2025");
    terminal.wait("the year", |view| view.cursor_behind("2025"));
    terminal.send_for(ENTER, "（3/4）");
    terminal.wait_for("乡镇·标准四部分");
    terminal.send_for(ENTER, "（4/4）");
    named(terminal, "Enter 新建");
    terminal.send_for(ENTER, "直接打字就写进报告");
    terminal.wait_for("完成 0/12");
}

/// Types into the open text and finishes it.
fn write_section(terminal: &Terminal, index: usize, sentence: &str) {
    terminal.send(sentence);
    // The row may end within the sentence.
    let last_words = sentence.strip_prefix("这里写第").unwrap();
    terminal.wait(sentence, |view| view.cursor_behind(last_words));
    named(terminal, "F4 完成");
    terminal.send(F4);
    let done = format!("完成 {}/12", index + 1);
    let view = terminal.wait(&done, |view| view.has(&done) || view.has("再按 F4"));
    if !view.has(&done) {
        terminal.send_for(F4, &done);
    }
}

/// The key and what it does stand on the last row.
#[track_caller]
fn named(terminal: &Terminal, key: &str) {
    terminal.wait(key, |view| view.rows().last().is_some_and(|row| row.contains(key)));
}
