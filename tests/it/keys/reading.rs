//! 通读: the whole report as one text, and the way from it to each place.

use std::time::{Duration, Instant};

use crossterm::event::{MouseButton, MouseEventKind};
use fazhi_tui::app::pane::writing::Focus;
use fazhi_tui::app::prompt::{Prompt, Reading};
use fazhi_tui::document::{Block, assemble};
use fazhi_tui::report::{Place, Report, SectionId};

use super::{at_item_with, body};
use crate::stage::{Stage, set_body, written_report};

fn reading(stage: &Stage) -> &Reading {
    match stage.app.prompt() {
        Some(Prompt::Reading(reading)) => reading,
        other => panic!("通读 is not open: {other:?}"),
    }
}

/// The paragraph that is read.
fn read(stage: &Stage) -> &str {
    let reading = reading(stage);
    &reading.paragraphs[reading.selected].text
}

#[test]
fn it_is_the_text_that_is_exported() {
    let mut stage = Stage::writing(written_report());
    stage.play("Ctrl+D");
    let lines: Vec<String> = assemble(stage.report()).blocks.iter().map(Block::line).collect();
    let shown: Vec<String> = reading(&stage).paragraphs.iter().map(|p| p.text.clone()).collect();
    assert_eq!(shown, lines);
    let mut read_on = vec![];
    stage.play("Home");
    for _ in &lines {
        read_on.push(read(&stage).to_owned());
        stage.play("Down");
    }
    assert_eq!(read_on, lines);
}

#[test]
fn it_opens_at_the_caret_and_leads_back() {
    let mut stage = at_item_with("甲段。\n乙段。\n丙段。");
    stage.play("Up Left");
    assert_eq!(stage.text(), "甲段。/乙段|。/丙段。");
    stage.play("Ctrl+D");
    assert_eq!(read(&stage), "乙段。");
    stage.play("Down Esc");
    assert_eq!((stage.prompt().as_str(), stage.text().as_str()), ("", "甲段。/乙段|。/丙段。"));
    stage.play("Ctrl+D Enter");
    assert_eq!(stage.text(), "甲段。/乙段|。/丙段。");
    stage.play("Ctrl+D Down Enter");
    assert_eq!(stage.text(), "甲段。/乙段。/|丙段。");
    stage.play("Ctrl+D Alt+Down Enter");
    assert_eq!((stage.at().as_str(), stage.text().as_str()), ("一/（二）", "|"));
    stage.play("Ctrl+D Ctrl+PageUp Enter");
    assert_eq!(
        (stage.at().as_str(), stage.text().as_str()),
        ("一/（一）", "|甲段。/乙段。/丙段。")
    );
}

#[test]
fn title_and_signature_lead_to_their_forms() {
    let mut stage = at_item_with("甲段。");
    let row = |stage: &Stage| {
        let form = stage.pane().form.as_ref().unwrap();
        (form.rows[form.focus].label, form.caret().byte)
    };
    stage.play("Ctrl+D Home Enter");
    assert_eq!((stage.at().as_str(), row(&stage).0), ("版头", "发文机关"));
    stage.play("Home Right Ctrl+D Enter");
    assert_eq!(row(&stage), ("发文机关", 3), "the caret stays where it is");
    stage.play("Ctrl+D Down Enter");
    assert_eq!(stage.pane().form.as_ref().unwrap().focus, 4, "the second body");
    // A row that is not printed stands beside the line before it.
    stage.play("Down Ctrl+D");
    assert_eq!(read(&stage), "临川县云溪镇人民政府");
    stage.play("Esc Shift+Tab Ctrl+D End Enter");
    assert_eq!((stage.at().as_str(), stage.pane().focus), ("落款", Focus::Text));
}

#[test]
fn what_is_typed_after_enter_goes_into_the_line_that_was_read() {
    let mut report = written_report();
    report.letterhead.doc_number = Some("云政〔2026〕5号".to_owned());
    report.closing.contact = Some("（联系人：张××）".to_owned());
    report.closing.attachments = vec!["附件：1.甲表".to_owned(), "2.乙表".to_owned()];
    let lines = |report: &Report| -> Vec<String> {
        assemble(report).blocks.iter().map(Block::line).collect()
    };
    let before = lines(&report);
    for (index, line) in before.iter().enumerate() {
        let block = &assemble(&report).blocks[index];
        if block.frames_prose().is_none() {
            continue;
        }
        let mut stage = Stage::writing(report.clone());
        stage.play("Ctrl+D Home").play(&"Down ".repeat(index));
        assert_eq!(read(&stage), line);
        stage.play("Enter 改");
        let after = lines(stage.report());
        let changed: Vec<usize> =
            (0..after.len()).filter(|line| after[*line] != before[*line]).collect();
        assert_eq!(changed, [index], "{line}");
        assert!(after[index].contains('改') && stage.report().year == 2025, "{}", after[index]);
    }
}

#[test]
fn a_heading_says_where_it_is_changed() {
    let mut stage = at_item_with("甲段。");
    stage.play("Ctrl+D Up");
    assert!(read(&stage).starts_with("（一）"));
    stage.play("Enter");
    assert!(stage.notice().contains("Ctrl+R"), "{}", stage.notice());
    stage.play("Ctrl+D Enter");
    assert!(!stage.notice().contains("Ctrl+R"), "{}", stage.notice());
}

#[test]
fn nothing_is_changed_and_what_is_typed_is_told() {
    let mut stage = at_item_with("甲段。");
    let before = stage.report().clone();
    stage.play("Ctrl+D 字 Delete Backspace F4 Ctrl+Z");
    stage.paste("一大段");
    assert!(stage.notice().contains("按 Enter"), "{}", stage.notice());
    assert_eq!((stage.prompt().as_str(), stage.report()), ("通读", &before));
    stage.play("Down");
    assert_eq!(stage.notice(), "");
    stage.play("Up Enter 乙");
    assert_eq!(body(stage.report()), "甲段。乙");
    let mut stage = Stage::reading(written_report());
    stage.play("Ctrl+D Down Enter");
    assert_eq!(stage.prompt(), "");
}

#[test]
fn the_mouse_chooses_a_paragraph_and_the_wheel_reads_on() {
    let mut stage = at_item_with("甲段。\n乙段。\n丙段。");
    stage.draw(80, 24);
    stage.play("Ctrl+D Home");
    let cell = |stage: &mut Stage, text: &str| {
        let frame = stage.draw(80, 24);
        let row = (0..24).find(|y| frame.line(*y).contains(text)).unwrap();
        (20, row)
    };
    let press = MouseEventKind::Down(MouseButton::Left);
    let at = cell(&mut stage, "乙段。");
    stage.mouse(press, at);
    assert_eq!(read(&stage), "乙段。");
    stage.mouse(press, at);
    assert_eq!((stage.prompt().as_str(), stage.text().as_str()), ("", "甲段。/|乙段。/丙段。"));
    stage.draw(80, 10);
    stage.play("Ctrl+D Home");
    for _ in 0..20 {
        stage.mouse(MouseEventKind::ScrollDown, (20, 4));
    }
    let last = reading(&stage).seen().last().unwrap().paragraph;
    assert!(reading(&stage).paragraphs[last].text.starts_with("抄送"));
    for _ in 0..20 {
        stage.mouse(MouseEventKind::ScrollUp, (20, 4));
        assert!(reading(&stage).seen().any(|row| row.paragraph == reading(&stage).selected));
    }
    assert_eq!(reading(&stage).top, 0);
}

#[test]
fn a_long_report_opens_and_scrolls_at_once() {
    let mut report = written_report();
    for id in 2..9 {
        let text = "依法行政，规范执法，“双随机、一公开”抽查12次。".repeat(8);
        set_body(&mut report, Place::Section(SectionId(id)), vec![text; 8]);
    }
    let mut stage = Stage::writing(report);
    let start = Instant::now();
    stage.play("Ctrl+D");
    for _ in 0..200 {
        stage.play("PageDown Up");
    }
    stage.play("Home");
    let paragraph = read(&stage).to_owned();
    for width in 30..60 {
        stage.draw(width, 24);
        assert_eq!(read(&stage), paragraph);
    }
    // Generous, for an unoptimised build on a busy machine.
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}
