//! The pictures of the manual: what is seen from the first start to the report
//! that is handed in. Each shows no more rows than it has something to show in.

use fazhi_tui::report::{Report, Section, State};
use fazhi_tui::storage::{Problem, StorageError};
use fazhi_tui::text::width::Ambiguous;

use super::keep;
use crate::stage::notice::NOTICE;
use crate::stage::source::{SOURCE, gbk};
use crate::stage::{BROKEN, Stage, file, worked_example};

/// Plays a script and keeps the frame, 80 columns wide; its name ends with its size.
fn show(stage: &mut Stage, script: &str, name: &str, height: u16) {
    show_at(stage, script, name, 80, height);
}

fn show_at(stage: &mut Stage, script: &str, name: &str, width: u16, height: u16) {
    stage.draw(width, height);
    stage.play(script);
    keep(&format!("day-{name}-{width}x{height}"), &stage.draw(width, height));
}

/// The worked example as it stood one day: （四） is half written, what comes
/// behind it is empty; a figure, a number and the day of signing are missing.
fn half_written() -> Report {
    let mut report = worked_example();
    report.state = State::Drafting;
    report.closing.date = Some("2026年1月【】日".to_owned());
    report.closing.contact = None;
    let begun = |section: &Section| section.heading == "严格规范公正文明执法";
    let index = report.sections.iter().position(begun).unwrap();
    for section in &mut report.sections[index..] {
        section.done = false;
        section.body.clear();
    }
    report.sections[index].body = vec![BEGUN.to_owned()];
    let missing = report.figures.iter_mut().find(|figure| figure.name == "涉企检查");
    missing.unwrap().value = None;
    report
}

const BEGUN: &str = "综合行政执法队有在编执法人员{在编执法人员}人，其中持证{持证执法人员}人，全年执法培训{执法培训}期。全年开展行政执法检查{行政执法检查}次，其中涉企检查{涉企检查}次，比上年减少【几】次；立案{立案}件，分别为占道经营15件、乱倒建筑垃圾12件、秸秆露天焚烧10件。";

/// The half-written report, open at (四).
fn halfway() -> Stage {
    let mut stage = Stage::writing(half_written());
    stage.draw(80, 24);
    stage.play("Ctrl+G 公正文明 Enter Ctrl+Home");
    stage
}

/// The worked example with slips in it, as they come at night.
fn slipped() -> Report {
    let mut report = worked_example();
    report.state = State::Drafting;
    let slips = [
        ("围绕防汛减灾、", "围绕防汛减灾,"),
        ("我镇辖14个村（社区）", "我镇辖15个村（社区）"),
        ("占道经营15件", "占道经营16件"),
        ("（2021—2025年）", "（2021-2025年）"),
    ];
    let bodies = report.preamble.iter_mut().map(|own| &mut own.body);
    let bodies = bodies.chain(report.sections.iter_mut().map(|own| &mut own.body));
    for text in bodies.flatten() {
        for (right, wrong) in slips {
            *text = text.replacen(right, wrong, 1);
        }
    }
    report
}

#[test]
fn what_the_checks_find() {
    let mut stage = Stage::writing(slipped());
    show(&mut stage, "F7 Down", "check", 24);
    show_at(&mut stage, "Enter", "check-at", 112, 24);
    show(&mut stage, "F7 Home Ctrl+T", "fixing", 20);
    show(&mut stage, "Esc Down Delete", "ignoring", 18);
    show(&mut stage, "数是县里给的 Enter Ctrl+B", "ignored", 14);
}

/// 稿件 with this year's report, last year's and one that cannot be read.
fn listed() -> Stage {
    let mut last = worked_example();
    last.year = 2024;
    last.state = State::Submitted;
    let drafts = vec![
        ("2025-云溪镇".to_owned(), Ok(half_written())),
        ("2024-云溪镇".to_owned(), Ok(last)),
        ("2023-云溪镇".to_owned(), Err(BROKEN.to_string())),
    ];
    let mut stage = Stage::with(drafts, Ambiguous::Narrow);
    stage.draw(80, 24);
    stage.play("F10").play(&"Down ".repeat(7)).play("1月20日 Esc Down Up");
    stage
}

#[test]
fn the_start() {
    let mut stage = Stage::new();
    show(&mut stage, "", "first", 15);
    show(&mut stage, "Ctrl+O Down Down", "import", 18);
    let mut stage = Stage::new();
    show(&mut stage, "Down Down Down Enter", "example", 24);
}

#[test]
fn last_years_file() {
    let mut stage = Stage::importing(gbk(SOURCE), Ambiguous::Narrow);
    show(&mut stage, "", "doubts", 24);
    show(&mut stage, "Ctrl+K", "role", 18);
    show(&mut stage, "Esc F7", "encodings", 14);
    show(&mut stage, "Esc Enter Enter Enter", "imported", 24);
}

#[test]
fn the_first_texts() {
    let mut stage = Stage::new();
    show(&mut stage, "Ctrl+N 云溪镇 Down 临川县", "unit", 14);
    show(&mut stage, "Down Down Down Down Down Enter", "year", 10);
    show(&mut stage, "Enter", "template", 24);
    show(&mut stage, "Enter", "form", 24);
    show(&mut stage, "Enter", "started", 24);
    show(&mut stage, "F4", "open", 14);
    let filled = "Enter 临川县2025年法治政府建设工作要点 Ctrl+T 防汛减灾和农贸市场改造 F4";
    show(&mut stage, filled, "next", 14);
    show(&mut stage, "F6", "guide", 24);
    show(&mut stage, "Enter", "starter", 14);
    show(&mut stage, "F6 Enter 6 Enter Down Enter 18 Enter Down Enter 66 Enter", "figures", 24);
    show(&mut stage, "Down Enter 68", "figure", 14);
    show(&mut stage, "Enter", "misfit", 14);
}

#[test]
fn the_middle_of_the_work() {
    let mut stage = halfway();
    show_at(&mut stage, "", "writing", 112, 24);
    show(&mut stage, "F5 yf", "go-to", 14);
    show(&mut stage, "Esc Ctrl+F 司法所 Tab 镇司法所", "find", 20);
    show(&mut stage, "Esc Ctrl+P dc", "palette", 14);
    show(&mut stage, "Esc F1", "help", 16);
    show(&mut stage, "Esc Ctrl+G 版头 Enter", "letterhead", 24);
    show(&mut stage, "Ctrl+G 落款 Enter", "closing", 24);
    show(&mut stage, "Ctrl+G 公正文明 Enter Ctrl+D Home Down Down Down Down", "reading", 20);
    show(&mut stage, "Esc Ctrl+K", "state", 14);
}

#[test]
fn the_outline() {
    let mut stage = halfway();
    show(&mut stage, "Shift+Tab", "outline", 24);
    show(&mut stage, "Insert", "add", 14);
    stage.paste("（一）推进基层治理法治化\n1.规范村级议事\n2.办好民生实事\n（二）推进政务公开");
    show(&mut stage, "", "add-lines", 18);
    show(&mut stage, "Enter", "added-lines", 24);
    show(&mut stage, "Ctrl+Z Delete", "remove", 14);
    show(&mut stage, "Down Enter Ctrl+P zh Enter", "restore", 14);
}

#[test]
fn handing_in() {
    let mut stage = halfway();
    show(&mut stage, "F12", "export", 18);
    show(&mut stage, "Enter", "export-open", 14);
    stage.files.push("文档/云溪镇2025年法治政府建设情况报告.txt".into());
    show(&mut stage, "Down Enter", "exists", 14);
    show(&mut stage, "Enter", "exported", 14);
}

#[test]
fn the_drafts() {
    let mut stage = listed();
    show(&mut stage, "", "drafts", 24);
    show(&mut stage, "Ctrl+R", "rename", 12);
    show(&mut stage, "Esc Delete", "delete", 12);
    show(&mut stage, "Down Enter Ctrl+B", "bin", 12);
    show(&mut stage, "Esc Ctrl+G", "folder", 12);
    show(&mut stage, "Esc Down Down Down Enter", "broken", 14);
    let mut stage = Stage::reading(worked_example());
    show(&mut stage, "Ctrl+G 导语 Enter 字", "read-only", 14);
}

#[test]
fn a_template_of_a_notice() {
    let mut stage = Stage::new();
    stage.play("Ctrl+N 云溪镇 Down 临川县 Down Down Down Down Down Enter Enter");
    show(&mut stage, "Ctrl+T", "outline-empty", 12);
    stage.paste(NOTICE);
    show(&mut stage, "", "outline-pasted", 24);
    show(&mut stage, "Enter", "template-name", 14);
    show(&mut stage, "Enter", "template-chosen", 16);
}

#[test]
fn the_settings() {
    let mut stage = Stage::new();
    stage.play("F10 云溪镇 Down 临川县").play(&"Down ".repeat(6));
    show(&mut stage, "1月20日", "settings", 23);
}

#[test]
fn a_full_disk() {
    let error = StorageError::new(file("2025-云溪镇"), Problem::DiskFull).to_string();
    let mut stage = halfway();
    stage.disk = Some(format!("没有存上，文字还在，会再试：{error}"));
    show(&mut stage, "字 Ctrl+S", "unsaved", 14);
    stage.disk = Some(error);
    show(&mut stage, "Esc Ctrl+Q", "leaving", 14);
}
