//! Frames over Chinese text: whole on both sides at any width.

use super::home::{Home, ID};
use super::keys::{
    CTRL_D, CTRL_F, CTRL_HOME, CTRL_L, CTRL_P, DOWN, ESC, F1, F4, F5, F12, PAGE_DOWN, UP,
};
use super::sample;
use super::view::View;

#[test]
fn frames_of_popups_are_whole_over_chinese_text() {
    let mut report = sample::full_report(4000);
    let place = report.required()[0];
    let text = report.body(place).unwrap().join("\n");
    sample::replace(&mut report, place, &format!("【待填】{text}"));
    let home = Home::with_report(&report);
    let terminal = home.open(ID, (80, 24));
    // The first check comes back a moment after the draft is there.
    terminal.wait_for("✗");
    let popups = [
        (CTRL_P, "全部命令", "打几个字"),
        (F1, "帮助", "【正文】"),
        (F4, "这一节还有 1 处待填", "再按 F4"),
        (F12, "导出", "放在哪里"),
        (F5, "转到", "打几个字"),
        (CTRL_F, "查找和替换", "替换为"),
    ];
    for width in 60..=120 {
        terminal.redrawn(|terminal| terminal.resize(width, 24));
        // A blank that F4 has gone to is let go of, though the caret stays.
        let before = terminal.sent();
        terminal.send(CTRL_HOME);
        terminal.wait_frame(before);
        terminal.wait("the start of the text", |view| {
            let (x, y) = view.cursor();
            view.symbol(x, y) == "【"
        });
        for (key, title, inside) in popups {
            let under = terminal.view();
            let view = terminal.send_for(key, inside);
            whole(&view, title);
            let fresh = terminal.redrawn(|terminal| terminal.send(CTRL_L));
            assert_eq!(view.difference(&fresh), None, "{title} at {width}");
            terminal.send(ESC);
            let closed = terminal.wait("closed", |view| !view.has(inside));
            if key != F4 {
                assert_eq!(closed.difference(&under), None, "{title} at {width}");
            }
        }
    }
}

#[test]
fn a_list_that_scrolls_leaves_nothing_behind() {
    let home = Home::with_report(&sample::full_report(4000));
    let terminal = home.open(ID, (80, 24));
    for (key, inside, steps) in [
        (CTRL_P, "打几个字", [DOWN; 50]),
        (CTRL_P, "打几个字", [UP; 50]),
        (CTRL_D, "通读", [DOWN; 50]),
        (CTRL_D, "通读", [PAGE_DOWN; 50]),
        (F1, "【正文】", [DOWN; 50]),
        (F5, "打几个字", [DOWN; 50]),
    ] {
        terminal.send_for(key, inside);
        for step in steps.chunks(10) {
            // One key after the other: each has its frame.
            for key in step {
                terminal.send(key);
                std::thread::sleep(std::time::Duration::from_millis(3));
            }
            let shown = terminal.quiet();
            let fresh = terminal.redrawn(|terminal| terminal.send(CTRL_L));
            assert_eq!(shown.difference(&fresh), None, "{inside}");
        }
        // Esc and a key behind it would be taken for one.
        let before = terminal.sent();
        terminal.send(ESC);
        terminal.wait_frame(before);
    }
}

/// The frame with this title has an unbroken line on each side; its corners may
/// lie on the lines of another frame, and its bottom tells what is not seen.
#[track_caller]
fn whole(view: &View, title: &str) {
    let (columns, rows) = view.size();
    let corner = |x: u16, y: u16| {
        let mut text = String::new();
        let mut at = x + 1;
        while at < columns && text.chars().count() < title.chars().count() + 2 {
            text.push_str(view.symbol(at, y));
            at += 1;
        }
        "┌├┬".contains(view.symbol(x, y)) && text.trim() == title
    };
    let cells = (0..rows).flat_map(|y| (0..columns).map(move |x| (x, y)));
    let found = cells.clone().find(|&(x, y)| corner(x, y) && !view.symbol(x, y).is_empty());
    let (left, top) = found.unwrap_or_else(|| panic!("no frame {title}\n{view}"));
    let is = |signs: &str, x, y| !view.symbol(x, y).is_empty() && signs.contains(view.symbol(x, y));
    let right = (left + 1..columns).find(|&x| is("┐┤┬", x, top));
    let right = right.unwrap_or_else(|| panic!("no end of {title}\n{view}"));
    let bottom = (top + 1..rows).find(|&y| is("└├┴", left, y));
    let bottom = bottom.unwrap_or_else(|| panic!("no bottom of {title}\n{view}"));
    for y in top + 1..bottom {
        let sides = (view.symbol(left, y), view.symbol(right, y));
        assert_eq!(sides, ("│", "│"), "{title}, row {y}\n{view}");
        let half = view.half_before(left, y) || view.half_before(right + 1, y);
        assert!(!half, "{title}, row {y}: half a character\n{view}");
    }
    let line: String = (left + 1..right).map(|x| view.symbol(x, bottom)).collect();
    let told = line.trim_matches('─');
    let whole =
        told.is_empty() || told.starts_with(' ') && told.contains("还有") && told.ends_with(' ');
    assert!(whole, "{title}: {told}\n{view}");
    assert!(is("┘┤┴", right, bottom), "{title}\n{view}");
}
