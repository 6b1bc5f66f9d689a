//! Terminals that draw “ and its like one cell wide and two: asked at the start, drawn
//! straight on both, readable where the settings are wrong.

use std::time::{Duration, Instant};

use fazhi_tui::storage::{Settings, Width};
use fazhi_tui::text::Ambiguous;
use unicode_width::UnicodeWidthChar;

use super::emulator::{Answer, Kind};
use super::home::{Home, ID, preamble};
use super::keys::{
    CTRL_D, CTRL_G, CTRL_HOME, CTRL_K, CTRL_L, CTRL_N, CTRL_O, CTRL_P, CTRL_Q, CTRL_R, DELETE,
    DOWN, ENTER, ESC, F1, F4, F5, F6, F7, F10, F12, PAGE_DOWN, PAGE_UP, RIGHT, SHIFT_TAB, UP,
};
use super::sample;
use super::terminal::Terminal;
use super::view::View;

const SIZE: (u16, u16) = (80, 24);
const SOON: Duration = Duration::from_secs(10);
/// Sign and question, as they go out before the first frame.
const PROBE: &str = "\x1b[H“\x1b[6n";
const WIDE: Kind = Kind { ambiguous: Ambiguous::Wide, answer: Answer::AtOnce };
/// Signs on whose width terminals quarrel, and some on which they do not.
const SIGNS: &str = "“”‘’…—·①②③④⑤⑥⑦⑧⑨⑩㎡％℃Ⅳ№×《》";

fn open(home: &Home, kind: Kind, size: (u16, u16)) -> Terminal {
    let terminal = Terminal::start_on(kind, home.call(&[ID]), size);
    terminal.wait("a report", |view| view.squeezed().contains("F1帮助"));
    terminal
}

/// What 设置 says that was measured.
#[track_caller]
fn measured(terminal: &Terminal, told: &str) {
    terminal.send_for(F10, "模糊宽度");
    terminal.send(&DOWN.repeat(8));
    terminal.wait(told, |view| view.squeezed().contains(told));
    terminal.send(ESC);
    terminal.wait("closed", |view| !view.has("模糊宽度"));
}

#[track_caller]
fn leave(mut terminal: Terminal) {
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
}

/// Both sides of the screen stand in one column each, made of what is narrow everywhere.
#[track_caller]
fn straight(view: &View, what: &str) {
    let (columns, rows) = view.size();
    for y in 1..rows - 2 {
        for x in [0, columns - 1] {
            let side = view.symbol(x, y);
            assert!(["|", "+"].contains(&side), "{what}: {side:?} at {x},{y}\n{view}");
        }
        assert!(!view.half_before(columns - 1, y), "{what}: row {y}\n{view}");
    }
    assert!(!view.rows().concat().contains(['│', '─', '┌', '○']), "{what}\n{view}");
    let (x, y) = view.cursor();
    assert!(view.shows_cursor() && x < columns && y < rows, "{what}\n{view}");
}

/// The screen is straight, and what a redraw of everything makes of it.
#[track_caller]
fn sound(terminal: &Terminal, what: &str) {
    let shown = terminal.quiet();
    straight(&shown, what);
    let fresh = terminal.redrawn(|terminal| terminal.send(CTRL_L));
    assert_eq!(shown.difference(&fresh), None, "{what}");
}

#[test]
fn the_terminal_is_asked_with_the_first_frame_and_the_sign_is_wiped() {
    for (ambiguous, told) in [(Ambiguous::Narrow, "按窄算"), (Ambiguous::Wide, "按宽算")] {
        let home = Home::with_draft();
        let kind = Kind { ambiguous, ..Kind::default() };
        let terminal = open(&home, kind, SIZE);
        let raw = String::from_utf8(terminal.raw()).unwrap();
        assert_eq!(raw.matches(PROBE).count(), 1, "{raw:?}");
        assert!(raw.find(PROBE) < raw.find("\x1b[?2026h"), "{raw:?}");
        // Where signs are wide there is a second frame.
        let side = if ambiguous == Ambiguous::Wide { "|" } else { "│" };
        terminal.wait("frames of this terminal", |view| view.symbol(0, 2) == side);
        let view = terminal.quiet();
        assert_eq!(view.symbol(0, 0), "", "{view}");
        measured(&terminal, &format!("自动：这个终端{told}"));
        leave(terminal);
        assert_eq!(preamble(&home.load(ID)), "", "an answer is no text");
    }
}

#[test]
fn a_terminal_that_answers_late_or_never_is_taken_for_narrow() {
    for answer in [Answer::Late(Duration::from_millis(700)), Answer::Never] {
        let home = Home::with_draft();
        let kind = Kind { ambiguous: Ambiguous::Wide, answer };
        let terminal = Terminal::start_on(kind, home.call(&[ID]), SIZE);
        terminal.wait_for("本节");
        // Whoever types at once loses nothing and waits for nothing.
        let start = Instant::now();
        terminal.send("字a");
        terminal.wait("字a", |view| view.cursor_behind("字a"));
        let taken = start.elapsed();
        assert!(taken < Duration::from_millis(1500), "{taken:?}");
        std::thread::sleep(Duration::from_millis(900));
        terminal.send("完。");
        terminal.wait("完。", |view| view.cursor_behind("字a完。"));
        let view = terminal.view();
        assert!(view.rows().concat().contains('│'), "{view}");
        measured(&terminal, "自动：没有量出来，按窄算");
        leave(terminal);
        assert_eq!(preamble(&home.load(ID)), "字a完。", "{answer:?}");
    }
}

#[test]
fn what_is_typed_before_the_answer_is_all_there() {
    let typed: String = (0x4e00..).filter_map(char::from_u32).take(300).collect();
    for answer in [Answer::AtOnce, Answer::Late(Duration::from_millis(100)), Answer::Never] {
        let home = Home::with_draft();
        let terminal = Terminal::start_on(Kind { answer, ..WIDE }, home.call(&[ID]), SIZE);
        let question = |view: &View| view.has("Ctrl+Q");
        terminal.wait("the first frame", question);
        terminal.send(&typed);
        let end = &typed[typed.len() - 3..];
        terminal.wait(end, |view| view.cursor_behind(end));
        leave(terminal);
        assert_eq!(preamble(&home.load(ID)), typed, "{answer:?}");
    }
}

#[test]
fn what_settings_say_of_the_width_is_not_asked_of_the_terminal() {
    for (setting, ambiguous) in [(Width::Narrow, Ambiguous::Wide), (Width::Wide, Ambiguous::Narrow)]
    {
        let home = Home::with_draft();
        Settings { ambiguous: setting, ..Settings::default() }.save(&home.data()).unwrap();
        let terminal = open(&home, Kind { ambiguous, ..Kind::default() }, SIZE);
        let lines = |view: &View| view.rows().concat().contains('│');
        let view = terminal.quiet();
        assert_eq!(lines(&view), setting == Width::Narrow, "{view}");
        // But the answer is there for whoever leaves it to the terminal afterwards.
        terminal.send_for(F10, "模糊宽度");
        terminal.send(&DOWN.repeat(8));
        terminal.wait_for("引号、破折号占几格");
        let turns = if setting == Width::Narrow { 2 } else { 1 };
        terminal.send_for(&RIGHT.repeat(turns), "< 自动 >");
        terminal.send_for(ESC, "设置已经存好");
        let view = terminal.quiet();
        assert_eq!(lines(&view), setting == Width::Wide, "{view}");
        leave(terminal);
    }
}

#[test]
fn every_view_is_straight_where_signs_are_wide() {
    let home = Home::with_report(&sample::full_report(4000));
    let terminal = Terminal::start_on(WIDE, home.call(&[]), SIZE);
    terminal.wait_for("改动时间");
    sound(&terminal, "稿件");
    for (keys, inside, name) in [
        (CTRL_N, "（1/4）", "新建"),
        (CTRL_O, "导入已有的报告", "导入"),
        (CTRL_G, "数据文件夹", "换文件夹"),
        (CTRL_R, "改名", "改名"),
        (DELETE, "回收站", "删除"),
        (F10, "模糊宽度", "设置"),
        (CTRL_P, "全部命令", "全部命令"),
        (F1, "帮助", "帮助"),
        (CTRL_K, "状态", "状态"),
    ] {
        view(&terminal, keys, inside, name);
    }
    leave(terminal);
    let terminal = open(&home, WIDE, SIZE);
    sound(&terminal, "编写");
    for (keys, inside, name) in [
        (F5, "转到", "转到"),
        (F6, "写什么", "提示"),
        (F12, "放在哪里", "导出"),
        (CTRL_D, "通读", "通读"),
        (F7, "校核", "校核"),
        (F4, "（一）", "下一节"),
    ] {
        view(&terminal, keys, inside, name);
    }
    terminal.send(SHIFT_TAB);
    sound(&terminal, "目录");
    leave(terminal);
}

/// Opens a view, looks at it, and goes back.
#[track_caller]
fn view(terminal: &Terminal, keys: &str, inside: &str, name: &str) {
    terminal.send_for(keys, inside);
    sound(terminal, name);
    terminal.send(&DOWN.repeat(3));
    sound(terminal, name);
    terminal.send(ESC);
    sound(terminal, name);
}

#[test]
fn writing_and_scrolling_keep_every_row_where_signs_are_wide() {
    let home = Home::with_report(&sample::full_report(4000));
    for size in [(40, 16), (60, 24), (112, 30), (160, 45)] {
        let terminal = open(&home, WIDE, size);
        terminal.send(CTRL_HOME);
        for keys in ["“引号”……——①", PAGE_DOWN, "‘·’", PAGE_DOWN, UP, UP, PAGE_UP]
        {
            terminal.send_until_quiet(keys);
            sound(&terminal, keys);
        }
        for keys in [DOWN, DOWN, DOWN, DOWN, RIGHT, RIGHT, DELETE, DELETE] {
            terminal.send(keys);
        }
        sound(&terminal, "moved and deleted");
        leave(terminal);
    }
}

#[test]
fn the_caret_stands_right_behind_each_sign() {
    for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
        let home = Home::with_draft();
        let terminal = open(&home, Kind { ambiguous, ..Kind::default() }, SIZE);
        let first = terminal.view().cursor().0;
        let mut columns = 0;
        for sign in SIGNS.chars().take(20) {
            terminal.send(&sign.to_string());
            columns += match ambiguous {
                Ambiguous::Narrow => sign.width().unwrap(),
                Ambiguous::Wide => sign.width_cjk().unwrap(),
            };
            let x = first + u16::try_from(columns).unwrap();
            let there = |view: &View| {
                view.cursor().0 == x && view.symbol_before_cursor() == sign.to_string()
            };
            terminal.wait(&format!("{sign} at {x}"), there);
        }
        terminal.send(ENTER);
        let rest: String = SIGNS.chars().skip(20).collect();
        terminal.send(&rest);
        terminal.wait(&rest, |view| view.cursor_behind(&rest));
        leave(terminal);
    }
}

#[test]
fn a_wrong_setting_is_reached_and_mended_on_the_screen_that_it_spoils() {
    for (setting, ambiguous) in [(Width::Narrow, Ambiguous::Wide), (Width::Wide, Ambiguous::Narrow)]
    {
        let home = Home::with_report(&sample::full_report(4000));
        Settings { ambiguous: setting, ..Settings::default() }.save(&home.data()).unwrap();
        let kind = Kind { ambiguous, ..Kind::default() };
        let terminal = open(&home, kind, SIZE);
        terminal.send_for(F10, "模糊宽度");
        terminal.send(&DOWN.repeat(8));
        let wrong = if setting == Width::Narrow { "< 窄 >" } else { "< 宽 >" };
        let view = terminal.wait_for("引号、破折号占几格");
        for label in ["单位简称", "所属县区", wrong, "颜色", "鼠标", "导出文件夹"]
        {
            assert!(view.has(label), "{label}\n{view}");
        }
        let turns = if setting == Width::Narrow { 1 } else { 2 };
        let right = if setting == Width::Narrow { "< 宽 >" } else { "< 窄 >" };
        terminal.send_for(&RIGHT.repeat(turns), right);
        terminal.send_for(ESC, "设置已经存好");
        let shown = terminal.quiet();
        if ambiguous == Ambiguous::Wide {
            straight(&shown, "mended");
        }
        let fresh = terminal.redrawn(|terminal| terminal.send(CTRL_L));
        assert_eq!(shown.difference(&fresh), None);
        leave(terminal);
    }
}

/// Every terminal since the first ones takes a sequence of this form for what it is, or
/// for nothing: none of them shows as text.
#[test]
fn only_sequences_of_the_plain_form_are_sent() {
    let home = Home::with_report(&sample::full_report(4000));
    let terminal = open(&home, Kind::default(), SIZE);
    for keys in ["“引号”", F1, ESC, CTRL_D, ESC, F12, ESC, SHIFT_TAB, F6, CTRL_L] {
        terminal.send_until_quiet(keys);
    }
    let raw = String::from_utf8(terminal.raw()).unwrap();
    leave(terminal);
    for rest in raw.split('\x1b').skip(1) {
        let rest = rest.strip_prefix('[').unwrap_or_else(|| panic!("{rest:?}"));
        let end = rest.find(|c: char| !c.is_ascii_digit() && !";?".contains(c)).unwrap();
        let (parameters, last) = (&rest[..end], &rest[end..=end]);
        let known = match last {
            "H" | "J" | "m" => !parameters.contains('?'),
            "n" => parameters == "6",
            "h" | "l" => [
                "?7", "?25", "?1000", "?1002", "?1003", "?1006", "?1015", "?1049", "?2004", "?2026",
            ]
            .contains(&parameters),
            _ => false,
        };
        assert!(known, "{parameters}{last}");
    }
}
