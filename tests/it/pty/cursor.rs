//! The terminal's own cursor stands at the caret in every text field: an input
//! method shows its candidates there.

use super::home::{Home, ID, preamble};
use super::keys::{
    BACKSPACE, CTRL_END, CTRL_F, CTRL_G, CTRL_HOME, CTRL_O, CTRL_P, CTRL_PAGE_UP, CTRL_Q, CTRL_R,
    CTRL_Y, CTRL_Z, DELETE, DOWN, END, ENTER, ESC, F4, F5, F6, F7, F10, F12, HOME, INSERT, LEFT,
    RIGHT, SHIFT_TAB, UP, pasted,
};
use super::sample;
use super::terminal::Terminal;
use super::view::View;
use std::time::Duration;

/// The text as it should be, with the caret in characters.
#[derive(Default)]
struct Model {
    text: Vec<char>,
    caret: usize,
}

impl Model {
    fn insert(&mut self, text: &str) {
        for c in text.chars() {
            self.text.insert(self.caret, c);
            self.caret += 1;
        }
    }

    fn backspace(&mut self) {
        if self.caret > 0 {
            self.caret -= 1;
            self.text.remove(self.caret);
        }
    }

    fn delete(&mut self) {
        if self.caret < self.text.len() {
            self.text.remove(self.caret);
        }
    }

    /// Whether the cursor stands between the characters beside the caret: the
    /// one before it is in the cell to its left, or the cursor is at the start
    /// of a row and the one after it is in its own cell.
    fn agrees(&self, view: &View) -> bool {
        let (x, y) = view.cursor();
        let symbol = |at: Option<usize>| {
            let found = at.and_then(|at| self.text.get(at));
            found.filter(|c| **c != '\n').map(char::to_string)
        };
        let before = symbol(self.caret.checked_sub(1));
        let after = symbol(Some(self.caret));
        let left = view.symbol_before_cursor();
        let at_start = left.is_empty() || left == " ";
        let fits = match (&before, &after) {
            (Some(before), _) if left == before => true,
            (_, Some(after)) => at_start && view.symbol(x, y) == after,
            (None, None) => at_start,
            (Some(_), None) => false,
        };
        view.shows_cursor() && fits
    }
}

#[test]
fn after_fifty_edits_of_all_kinds_the_cursor_stands_at_the_caret() {
    let home = Home::with_draft();
    let mut terminal = home.open(ID, (80, 24));
    let mut model = Model::default();
    let pieces = [
        "坚持以习近平法治思想为指导，",
        "全年办结“两法”衔接案件12件；",
        "法治a政府",
        "（一）审查合同GB/T 9704共43份。",
        "成功率99.7％……",
        "——",
        "①排查②化解㎡",
    ];
    let mut edits = 0;
    for round in 0..5 {
        for (index, piece) in pieces.iter().enumerate() {
            if (index + round) % 3 == 0 {
                terminal.send(&pasted(piece));
            } else {
                terminal.send(piece);
            }
            model.insert(piece);
            edits += 1;
            check(&terminal, &model, edits);
        }
        edits = other_edits(&terminal, &mut model, edits);
    }
    assert!(edits >= 50, "{edits}");
    terminal.send(CTRL_Q);
    terminal.wait_exit(Duration::from_secs(10));
    let text: String = model.text.iter().collect();
    assert_eq!(preamble(&home.load(ID)), text);
}

/// Deleting, moving and parting paragraphs.
fn other_edits(terminal: &Terminal, model: &mut Model, mut edits: usize) -> usize {
    let mut step = |keys: &str, model: &mut Model| {
        terminal.send(keys);
        edits += 1;
        check(terminal, model, edits);
    };
    model.backspace();
    step(BACKSPACE, model);
    for _ in 0..3 {
        model.caret -= 1;
    }
    step(&LEFT.repeat(3), model);
    model.insert("依");
    step("依", model);
    model.delete();
    step(DELETE, model);
    model.insert("\n");
    step(ENTER, model);
    model.caret += 1;
    step(RIGHT, model);
    model.caret = model.text.len();
    step(CTRL_END, model);
    edits
}

#[track_caller]
fn check(terminal: &Terminal, model: &Model, edit: usize) {
    let text: String = model.text.iter().collect();
    let what = format!("edit {edit}: the cursor at {} of {text}", model.caret);
    terminal.wait(&what, |view| model.agrees(view));
}

#[test]
fn each_frame_hides_the_cursor_first_and_ends_with_it_at_the_caret() {
    let home = Home::with_draft();
    let terminal = home.open(ID, (80, 24));
    terminal.quiet();
    let before = terminal.sent();
    terminal.send("写一句");
    terminal.wait("写一句", |view| view.cursor_behind("写一句"));
    let view = terminal.wait_for("已保存");
    assert!(view.cursor_behind("写一句"), "the status line has the cursor\n{view}");
    let (x, y) = view.cursor();
    let raw = String::from_utf8(terminal.raw().split_off(before)).unwrap();
    let frames: Vec<&str> = raw.split_terminator("\x1b[?2026l").collect();
    assert!(frames.len() > 1, "{raw:?}");
    for frame in &frames {
        assert!(frame.starts_with("\x1b[?2026h\x1b[?25l"), "{frame:?}");
        assert_eq!(frame.matches("\x1b[?25h").count(), 1, "{frame:?}");
        assert!(frame.ends_with("H\x1b[?25h"), "{frame:?}");
    }
    let end = format!("\x1b[{};{}H\x1b[?25h", y + 1, x + 1);
    assert!(frames[frames.len() - 1].ends_with(&end), "{raw:?}");
}

#[test]
fn movement_undo_and_redo_take_the_cursor_along() {
    let home = Home::with_report(&sample::full_report(4000));
    let terminal = home.open(ID, (80, 24));
    terminal.send(CTRL_HOME);
    terminal.send("起头");
    terminal.wait("起头", |view| view.cursor_behind("起头"));
    terminal.send(END);
    terminal.send("行尾");
    terminal.wait("行尾", |view| view.cursor_behind("行尾"));
    terminal.send(HOME);
    terminal.send("行首");
    terminal.wait("行首", |view| view.cursor_behind("行首"));
    for key in [DOWN, DOWN, UP] {
        terminal.send(key);
    }
    terminal.send("中间");
    terminal.wait("中间", |view| view.cursor_behind("中间"));
    terminal.send_for(CTRL_Z, "已撤销");
    terminal.wait("no 中间", |view| !view.has("中间") && view.shows_cursor());
    terminal.send_for(CTRL_Y, "已重做");
    terminal.wait("中间", |view| view.cursor_behind("中间"));
}

#[test]
fn in_every_field_of_a_prompt_the_cursor_stands_behind_what_is_typed() {
    let home = Home::new();
    let terminal = home.start((80, 24));
    field(&terminal, CTRL_P, "全部命令");
    terminal.send(ESC);
    terminal.wait("the list", |view| !view.has("全部命令"));
    field(&terminal, CTRL_O, "导入已有的报告");
    let home = Home::with_draft();
    let terminal = home.start((80, 24));
    for (key, title) in [(CTRL_R, "稿件的新名字"), (CTRL_G, "数据文件夹")] {
        field(&terminal, key, title);
        terminal.send(ESC);
        terminal.wait("the list", |view| !view.has("Esc 返回"));
    }
    let terminal = home.open(ID, (80, 24));
    for (key, title) in [(CTRL_P, "全部命令"), (F5, "转到"), (F12, "放在哪里")] {
        field(&terminal, key, title);
        terminal.send(ESC);
        terminal.wait("no prompt", |view| !view.has("Esc 返回"));
    }
    // 查找 says again what it looks for.
    terminal.send_for(CTRL_F, "替换为");
    terminal.send("法治a政府");
    let view = terminal.wait("法治a政府", |view| view.cursor_behind("法治a政府"));
    assert!(view.cursor().1 + 3 < 24, "{view}");
    terminal.send(ESC);
    terminal.wait("no prompt", |view| !view.has("替换为"));
    // The first figure of the second section, in 提示.
    terminal.send("导语。");
    terminal.wait("导语。", |view| view.cursor_behind("导语。"));
    terminal.send_for(F4, "完成 1/12");
    terminal.send_for(F6, "要哪些数");
    terminal.send(&UP.repeat(9));
    field(&terminal, ENTER, "一般由");
}

#[test]
fn in_the_field_for_a_reason_the_cursor_stands_behind_what_is_typed() {
    let home = Home::with_draft();
    let terminal = home.open(ID, (80, 24));
    terminal.send("坚持把法治建设摆在重要位置,认真落实。");
    terminal.wait_for("✗1");
    terminal.send_for(F7, "错误 1");
    field(&terminal, DELETE, "理由");
}

#[test]
fn full_width_signs_do_what_their_twins_do() {
    let home = Home::with_draft();
    let terminal = home.open(ID, (80, 24));
    terminal.send_for(CTRL_P, "全部命令");
    terminal.send_for("Ｆ１２", "导出");
    terminal.send_for(ENTER, "放在哪里");
}

#[test]
fn a_heading_is_typed_at_the_cursor_too() {
    let home = Home::with_draft();
    let terminal = home.open(ID, (80, 24));
    terminal.send_for(SHIFT_TAB, "Ins 加");
    terminal.send(&DOWN.repeat(2));
    for (key, title) in [(INSERT, "新的一节叫什么"), (CTRL_R, "序号自动编")] {
        field(&terminal, key, title);
        terminal.send(ESC);
        terminal.wait("no prompt", |view| !view.has("Esc 返回") && !view.has(title));
    }
}

#[test]
fn in_every_field_of_a_form_the_cursor_stands_behind_what_is_typed() {
    let home = Home::new();
    let terminal = home.start((80, 24));
    terminal.send_for(ENTER, "（1/4）");
    for row in 0..7 {
        // The kind of unit is chosen, not typed.
        if row != 2 {
            let text = format!("法治a政府{row}");
            terminal.send(&text);
            terminal.wait(&text, |view| view.cursor_behind(&text));
        }
        terminal.send(ENTER);
    }
    terminal.wait_for("（2/4）");
    terminal.send("年");
    terminal.wait("年", |view| view.cursor_behind("年"));
    terminal.send_for(F10, "模糊宽度");
    for row in 0..12 {
        // Kind, width, colours and mouse are chosen, not typed.
        if ![2, 8, 9, 10].contains(&row) {
            let text = format!("{row}法a治");
            terminal.send(&text);
            terminal.wait(&text, |view| view.cursor_behind(&text));
        }
        terminal.send(DOWN);
    }
    let home = Home::with_draft();
    let terminal = home.open(ID, (80, 24));
    terminal.send(CTRL_PAGE_UP);
    terminal.wait_for("发文字号");
    for row in 0..10 {
        // Kind, form of the title and 年度 are chosen, not typed.
        if ![2, 5, 7].contains(&row) {
            let text = format!("{row}依法a行政");
            terminal.send(&text);
            terminal.wait(&text, |view| view.cursor_behind(&text));
        }
        terminal.send(DOWN);
    }
}

/// Opens a field and types into it; room for candidates is below.
fn field(terminal: &Terminal, key: &str, title: &str) {
    terminal.send_for(key, title);
    terminal.send("法治a政府");
    let view = terminal.wait(title, |view| view.cursor_behind("法治a政府"));
    let (row, rows) = (view.cursor().1, view.size().1);
    assert!(row + 3 < rows, "the field is too low\n{view}");
    terminal.send(&LEFT.repeat(3));
    terminal.send("依");
    terminal.wait("依", |view| {
        let (x, y) = view.cursor();
        view.cursor_behind("法治依") && view.symbol(x, y) == "a"
    });
    let count = view.rows().iter().filter(|row| row.contains("法治a政府")).count();
    assert_eq!(count, 1, "{view}");
}

#[test]
fn behind_signs_of_doubtful_width_the_cursor_and_the_border_stand_right() {
    let home = Home::with_draft();
    for size in [(80, 24), (160, 45)] {
        let terminal = home.open(ID, size);
        terminal.send(&pasted("👨\u{200d}👩\u{200d}👧🇨🇳❤\u{fe0f}e\u{301}𠮷镕①㎡法"));
        let view = terminal.wait("法", |view| view.cursor_behind("法"));
        let row = view.cursor().1;
        let borders = |y| (0..size.0).filter(|x| view.symbol(*x, y) == "│").collect::<Vec<_>>();
        assert_eq!(borders(row), borders(row + 4), "{view}");
        for _ in 0..9 {
            terminal.send(BACKSPACE);
        }
        terminal.wait_for("本节还没有内容");
    }
}
