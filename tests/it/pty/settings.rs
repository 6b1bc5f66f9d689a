//! 设置 and what it does to the bytes: colours, the mouse, a broken file.

use std::fs;
use std::time::Duration;

use fazhi_tui::storage::{Colours, Settings, Width};

use super::home::{Home, ID};
use super::keys::{CTRL_Q, DOWN, ESC, F10, RIGHT};
use super::terminal::Terminal;

const SIZE: (u16, u16) = (112, 30);
const SOON: Duration = Duration::from_secs(10);

/// The parameters of all sequences that set how cells look.
fn looks(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let sequences = text.split("\x1b[").skip(1);
    let looks = sequences.filter_map(|rest| {
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    looks.collect()
}

/// Whether one of them sets a colour, or the usual one.
fn coloured(looks: &[String]) -> bool {
    let colour = |part: &str| matches!(part.parse(), Ok(30..=49 | 58 | 59 | 90..=107));
    looks.iter().any(|look| look.split(';').any(colour))
}

#[track_caller]
fn leave(mut terminal: Terminal) {
    terminal.send(CTRL_Q);
    assert_eq!(terminal.wait_exit(SOON).code(), Some(0));
}

#[test]
fn no_colour_sends_no_colour_but_weight_and_reversed() {
    let home = Home::with_draft();
    let mut call = home.call(&[ID]);
    call = call.env("NO_COLOR", "1");
    let terminal = Terminal::start(call, SIZE);
    terminal.wait_for("本节");
    terminal.send_for("\x1b[Z", "Ins 加");
    terminal.send_for(F10, "模糊宽度");
    let looks = looks(&terminal.raw());
    assert!(!coloured(&looks), "{looks:?}");
    let told = |number| looks.iter().any(|look| look.split(';').any(|part| part == number));
    assert!(told("1") && told("7"), "{looks:?}");
    leave(terminal);
    // An empty variable forbids nothing.
    let terminal = Terminal::start(home.call(&[ID]).env("NO_COLOR", ""), SIZE);
    terminal.wait_for("本节");
    assert!(coloured(&self::looks(&terminal.raw())));
    leave(terminal);
}

#[test]
fn what_is_chosen_is_seen_at_once_and_there_at_the_next_start() {
    let home = Home::with_draft();
    let terminal = home.open(ID, SIZE);
    terminal.send_for(F10, "模糊宽度");
    terminal.send(&DOWN.repeat(8));
    terminal.wait_for("边框断开");
    let view = terminal.send_for(&format!("{RIGHT}{RIGHT}"), "< 宽 >");
    assert!(!view.rows().concat().contains(['│', '─']), "{view}");
    terminal.send_for(DOWN, "反白");
    let before = terminal.sent();
    terminal.send_for(RIGHT, "< 不用颜色 >");
    terminal.send_for(ESC, "设置已经存好");
    assert!(!coloured(&looks(&terminal.raw()[before..])));
    leave(terminal);
    let (settings, trouble) = Settings::load(&home.data());
    assert_eq!(trouble, None);
    assert_eq!((settings.ambiguous, settings.colours), (Width::Wide, Colours::None));
    let terminal = home.open(ID, SIZE);
    assert!(!coloured(&looks(&terminal.raw())));
    assert!(!terminal.view().rows().concat().contains(['│', '─']));
    leave(terminal);
}

#[test]
fn broken_settings_are_told_over_a_draft_and_left_alone() {
    let home = Home::with_draft();
    let broken = "(\n  mouse: 开,\n)\n";
    fs::write(home.data().settings(), broken).unwrap();
    for arguments in [&[][..], &[ID]] {
        let terminal = Terminal::start(home.call(arguments), SIZE);
        let view = terminal.wait_for("知道了");
        let told = view.squeezed();
        for part in ["settings.ron", "第2行第10列", "true", "先按默认的来"] {
            assert!(told.contains(part), "{part}\n{view}");
        }
        leave(terminal);
        assert_eq!(fs::read_to_string(home.data().settings()).unwrap(), broken);
    }
    // Written anew, the broken file is put aside and that is told.
    let terminal = Terminal::start(home.call(&[]), SIZE);
    terminal.wait_for("知道了");
    terminal.send(ESC);
    terminal.wait("the box is gone", |view| !view.has("知道了"));
    terminal.send_for(F10, "模糊宽度");
    terminal.send_for("柳湾乡", "柳湾乡人民政府");
    terminal.send_for(ESC, "settings.坏.ron");
    leave(terminal);
    let aside = home.data().root().join("settings.坏.ron");
    assert_eq!(fs::read_to_string(aside).unwrap(), broken);
    assert_eq!(Settings::load(&home.data()).0.profile.name, "柳湾乡");
}

#[test]
fn the_mouse_is_asked_for_unless_the_settings_leave_it_to_the_terminal() {
    let home = Home::with_draft();
    let terminal = home.open(ID, SIZE);
    assert!(terminal.view().tells_of_mouse());
    terminal.send("甲乙丙");
    terminal.wait("typed", |view| view.cursor_behind("甲乙丙"));
    let (x, y) = terminal.view().cursor();
    // Cells of the mouse count from 1; the caret was behind 丙.
    terminal.send(&format!("\x1b[<35;{};{}M\x1b[<0;{};{}M", x, y + 1, x - 1, y + 1));
    terminal.wait("the caret moved", |view| view.cursor_behind("甲乙"));
    let keys = SIZE.1;
    let view = terminal.view();
    terminal.send(&format!(
        "\x1b[<0;{};{}M\x1b[<0;{0};{1}m",
        view.column_of("Ctrl+P", keys - 1) + 1,
        keys
    ));
    terminal.wait_for("全部命令");
    terminal.send(ESC);
    terminal.wait("the list is gone", |view| !view.has("全部命令"));
    terminal.send_for(F10, "模糊宽度");
    terminal.send(&DOWN.repeat(10));
    terminal.wait_for("鼠标归终端用");
    terminal.send_for(RIGHT, "< 关 >");
    terminal.wait("the mouse is let go", |view| !view.tells_of_mouse());
    terminal.send_for(ESC, "设置已经存好");
    leave(terminal);
    let terminal = home.open(ID, SIZE);
    assert!(!terminal.view().tells_of_mouse());
    leave(terminal);
}
