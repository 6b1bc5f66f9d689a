//! Any size of the window, while text is there.

use super::home::{Home, ID, preamble};
use super::keys::{CTRL_L, F6};
use super::sample;
use super::terminal::Terminal;
use super::view::View;

const SIZES: [(u16, u16); 9] =
    [(59, 24), (40, 24), (20, 24), (80, 5), (1, 1), (2, 30), (300, 100), (30, 10), (80, 24)];

#[test]
fn any_size_is_drawn_right_and_nothing_is_lost() {
    let home = Home::with_report(&sample::full_report(4000));
    let terminal = home.open(ID, (80, 24));
    terminal.send("缩放之前。");
    terminal.wait_for("缩放之前。");
    for (columns, rows) in SIZES {
        let drawn = terminal.redrawn(|terminal| terminal.resize(columns, rows));
        terminal.send("字");
        if columns < 30 || rows < 10 {
            let told = columns < 8 || drawn.has("窗口太小");
            assert!(told && drawn.shows_cursor(), "{drawn}");
            continue;
        }
        for pane in [F6, F6, F6] {
            let shown = terminal.send_until_quiet(pane);
            fresh(&terminal, &shown);
        }
    }
    // In this window what was typed since then stands in one row.
    terminal.redrawn(|terminal| terminal.resize(120, 40));
    let typed = "字".repeat(SIZES.len());
    terminal.wait("the text", |view| view.cursor_behind(&typed));
}

#[test]
fn a_storm_of_sizes_with_keys_between_ends_in_the_last_one() {
    let home = Home::with_report(&sample::full_report(4000));
    let terminal = home.open(ID, (120, 40));
    let mut typed = String::new();
    for number in 0..100_u16 {
        // From 1x1 to 300x100, in no order.
        terminal.resize(1 + number * 89 % 300, 1 + number * 37 % 100);
        let sign = char::from_u32(0x4e00 + u32::from(number)).unwrap();
        terminal.send(&sign.to_string());
        typed.push(sign);
        if number % 10 == 3 {
            terminal.send(CTRL_L);
        }
    }
    terminal.resize(300, 100);
    let end: String = typed.chars().skip(90).collect();
    terminal.wait("all that was typed", |view| view.cursor_behind(&end));
    fresh(&terminal, &terminal.quiet());
    let drawn = terminal.redrawn(|terminal| terminal.resize(100, 30));
    fresh(&terminal, &drawn);
    terminal.wait_for("已保存");
    assert!(preamble(&home.load(ID)).ends_with(&typed));
}

#[test]
fn the_right_border_stands_in_one_column_at_every_width() {
    let home = Home::with_report(&sample::full_report(4000));
    let terminal = home.open(ID, (80, 24));
    for columns in 40..=200 {
        let view = terminal.redrawn(|terminal| terminal.resize(columns, 24));
        for y in 2..20 {
            assert_eq!(view.symbol(columns - 1, y), "│", "{columns}, row {y}\n{view}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_screen_that_another_program_spoils_is_drawn_anew() {
    let home = Home::with_report(&sample::full_report(4000));
    let terminal = home.open(ID, (80, 24));
    let whole = terminal.quiet();
    let other = format!("/proc/{}/fd/1", terminal.id());
    for keys in [CTRL_L, "\x10重画\r"] {
        std::fs::write(&other, "\x1b[31;7m\r\n别的程序的话\r\n别的程序的话\r\n").unwrap();
        terminal.wait_for("别的程序的话");
        terminal.redrawn(|terminal| terminal.send(keys));
        let mended = terminal.quiet();
        assert_eq!(mended.difference(&whole), None);
    }
}

/// What stands on the screen is what a redraw of everything makes of it.
#[track_caller]
fn fresh(terminal: &Terminal, shown: &View) {
    let fresh = terminal.redrawn(|terminal| terminal.send(CTRL_L));
    assert_eq!(shown.difference(&fresh), None);
    assert!(fresh.shows_cursor(), "{fresh}");
}
