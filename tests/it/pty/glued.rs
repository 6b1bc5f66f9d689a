//! Keys whose first byte came with the one of an Esc, or alone.

use std::thread::sleep;
use std::time::Duration;

use super::home::{Home, ID, preamble};
use super::keys::{CTRL_Q, ENTER, ESC, F4, F5, UP, pasted};
use super::terminal::Terminal;
use super::view::View;

const SIZE: (u16, u16) = (80, 24);
/// The head of the box of 转到.
const BOX: &str = "┌ 转到";
const SOON: Duration = Duration::from_secs(10);

/// A draft in which something is written.
fn written(home: &Home, text: &str) -> Terminal {
    let terminal = home.open(ID, SIZE);
    terminal.send(text);
    terminal.wait(text, |view| view.cursor_behind(text));
    terminal.quiet();
    terminal
}

/// The text at the end.
fn left(home: &Home, mut terminal: Terminal) -> String {
    terminal.quiet();
    terminal.send(CTRL_Q);
    terminal.wait_exit(SOON);
    preamble(&home.load(ID))
}

fn no_box(view: &View) -> bool {
    !view.has(BOX)
}

#[test]
fn what_comes_with_an_esc_is_not_typed_into_the_report() {
    let pasted = pasted("甲\r乙");
    for (glued, text) in [
        ("\x1b[<35;10;5M", "前"),
        ("\x1b[<64;40;9M", "前"),
        ("\x1b[1;2R", "前"),
        ("\x1b[1;2F", "前"),
        (&pasted, "前甲\n乙"),
    ] {
        let home = Home::with_draft();
        let terminal = written(&home, "前");
        terminal.send_for(F5, BOX);
        terminal.send(&[ESC, glued].concat());
        terminal.wait("the box has gone", no_box);
        assert_eq!(left(&home, terminal), text, "{glued:?}");
    }
}

#[test]
fn a_key_behind_the_esc_that_closes_a_box_is_that_key() {
    let home = Home::with_draft();
    let terminal = written(&home, "前");
    terminal.send_for(F5, BOX);
    terminal.send(&[ESC, F4].concat());
    terminal.wait("the next section", |view| no_box(view) && !view.cursor_behind("前"));
    assert_eq!(left(&home, terminal), "前");
}

#[test]
fn a_key_in_two_pieces_is_that_key_alone() {
    let home = Home::with_draft();
    let terminal = written(&home, "前");
    terminal.send(ESC);
    sleep(Duration::from_millis(5));
    terminal.send_for(&F5[1..], BOX);
    terminal.send(ESC);
    terminal.wait("the box has gone", no_box);
    assert_eq!(left(&home, terminal), "前");
}

#[test]
fn text_soon_after_an_esc_is_text() {
    let home = Home::with_draft();
    let terminal = written(&home, "前");
    terminal.send_for(F5, BOX);
    terminal.send(ESC);
    sleep(Duration::from_millis(30));
    terminal.send("OA系统");
    terminal.wait("the text", |view| view.cursor_behind("前OA系统"));
    assert_eq!(left(&home, terminal), "前OA系统");
}

#[test]
fn an_esc_and_an_arrow_in_one_piece_are_the_arrow_with_alt() {
    for up in ["\x1b[1;3A", &[ESC, UP].concat()] {
        let home = Home::with_draft();
        let terminal = written(&home, "甲");
        terminal.send(F4);
        terminal.wait("the next section", |view| view.has("▸○ （一）"));
        terminal.send(up);
        terminal.wait("the one before", |view| view.has("▸  一、"));
        assert_eq!(left(&home, terminal), "甲");
    }
}

/// What a link that stalled delivers at once.
#[test]
fn fields_of_a_form_that_come_at_once_stay_fields() {
    let home = Home::new();
    let terminal = home.start(SIZE);
    terminal.send_for(ENTER, "（1/4）");
    terminal.quiet();
    terminal.send("云溪镇\t临川县\t\t中共云溪镇委员会\t云溪镇人民政府");
    let view = terminal.wait_for("云溪镇人民政府");
    let rows = view.rows();
    let row = |text: &str| rows.iter().position(|row| row.contains(text));
    assert!(row("云溪镇") < row("临川县"), "{view}");
    assert!(row("临川县") < row("中共云溪镇委员会"), "{view}");
}
