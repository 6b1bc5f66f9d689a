//! What is asked before the outline is changed.

use crate::app::entry::Entry;
use crate::app::pane::WritingPane;
use crate::app::prompt::{Answer, Question};
use crate::report::outline::{Addition, Anchor, Change, Removal};
use crate::report::{Level, Place, Report, Section, SectionId};

/// Where a new section will stand and as what, and what else it can be.
pub(super) fn place_told(pane: &WritingPane) -> String {
    let (report, anchor) = (pane.session.report(), pane.anchor());
    let place = match (anchor, report.level_at(anchor)) {
        (Anchor::After(id), Level::Item) => {
            let own = name(report, id);
            let place = if report.items(id) > 0 { "的最后" } else { "后面" };
            format!("加在 {own} {place}，成为一节；写“二、…”就成为一个部分")
        }
        (Anchor::After(id), Level::Part) => {
            let own = name(report, id);
            format!("加在 {own} 后面，成为一个部分；写“（一）…”就成为 {own} 的一节")
        }
        (Anchor::Start, _) => "加在最前面，成为一个部分".to_owned(),
        (Anchor::End, _) => {
            "加在最后面，成为一个部分；写“（一）…”就成为最后一个部分的一节".to_owned()
        }
    };
    format!("{place}；粘贴几行就加几节。不用写序号。")
}

/// A section as it is named in a sentence: one that is not printed has no number.
fn name(report: &Report, id: SectionId) -> String {
    match report.index_of(id).filter(|index| report.left_out(*index)) {
        Some(index) => format!("“{}”", report.sections[index].heading),
        None => report.path(Place::Section(id)),
    }
}

/// Shows what pasted lines will become.
pub(super) fn pasted_question(pane: &WritingPane, addition: Addition, change: Change) -> Question {
    let report = pane.session.report();
    let mut later = report.clone();
    let mut lines = Vec::new();
    if later.apply(change.edit).is_ok() {
        let own = pane.entry().full_label(report);
        lines.extend(addition.lead.iter().map(|text| format!("写进“{own}”：{text}")));
        for (index, section) in later.sections.iter().enumerate() {
            if report.section(section.id).is_none() {
                let indent = if section.level == Level::Item { "  " } else { "" };
                let label = section.label(later.ordinal(index));
                lines.push(format!("{indent}{label}{}", section.heading));
                lines.extend(section.body.iter().map(|text| format!("    {text}")));
            }
        }
    }
    let title = match addition.sections.len() {
        0 => format!("把这 {} 段写进正文？", addition.lead.len()),
        count => format!("加这 {count} 节？"),
    };
    let answers = vec![
        ("加上".to_owned(), Answer::AddPasted(Box::new(addition))),
        ("回去".to_owned(), Answer::BackToHeading),
    ];
    Question { listed: true, ..Question::new(title, lines, answers) }
}

/// 字数 of a section as 目录 tells it: with the heading, none without text.
pub(super) fn words(report: &Report, id: SectionId) -> usize {
    if report.is_blank(id) { 0 } else { report.words(Place::Section(id)) }
}

/// Asks before a text or a part with items is deleted.
pub(super) fn removal_question(report: &Report, id: SectionId) -> Question {
    let index = report.index_of(id).unwrap_or(0);
    let items = report.items(id);
    let block = &report.sections[report.block(index)];
    let words = |section: &Section| words(report, section.id);
    let own = block.first().map_or(0, words);
    let all: usize = block.iter().map(words).sum();
    let label = Entry::Text(Place::Section(id)).full_label(report);
    let mut lines = Vec::new();
    let mut answers = vec![("留着".to_owned(), Answer::Stay)];
    if items == 0 {
        lines.push(format!("这一节有 {own} 字。"));
        answers.push(("删去".to_owned(), Answer::RemoveSection(Removal::Alone)));
    } else {
        lines.push(match all {
            0 => format!("这里和下面 {items} 节都还没有文字。"),
            _ => format!("这个部分自己有 {own} 字，连同下面 {items} 节共 {all} 字。"),
        });
        let whole = format!("连同下面 {items} 节一起删");
        answers.push((whole, Answer::RemoveSection(Removal::WithItems)));
        if report.has_part_above(index) {
            let alone = "只删这个标题和它的文字，下面的节并到上一部分".to_owned();
            answers.push((alone, Answer::RemoveSection(Removal::Alone)));
        }
    }
    lines.push("删了可以找回：按 Ctrl+Z，或在全部命令里选“找回删去的节”。".to_owned());
    // In the title it is read in the smallest window too.
    Question::new(format!("删去“{label}”？"), lines, answers)
}
