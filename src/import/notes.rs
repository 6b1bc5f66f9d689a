//! What is said of a file that was read: what was recognised, what is odd.
//!
//! Whole sentences with a place, because the user reads them beside the file.

use crate::report::{Level, Report};

use super::passage::Passage;
use super::reading::Reading;
use super::residue::is_replaced;
use super::traced::Origin;

/// One thing that was recognised in a file or is odd in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Line in the file, from 1.
    pub line: usize,
    /// Character in that line, from 1.
    pub column: usize,
    /// A sentence for the user.
    pub message: String,
}

impl Note {
    /// A note at the start of a line.
    pub(super) fn at(passage: &Passage, message: String) -> Self {
        let Origin { line, column } = passage.origin();
        Self { line, column, message }
    }
}

/// Where things stand in the file, for the places of the notes.
#[derive(Default)]
pub(super) struct Places {
    pub(super) title: Option<usize>,
    /// The first heading.
    pub(super) section: Option<usize>,
    pub(super) date: Option<usize>,
    pub(super) contact: Option<usize>,
}

/// What was recognised in the whole file, in the order of a page.
pub(super) fn recognised(report: &Report, reading: &Reading, places: &Places) -> Vec<Note> {
    let title = places.title.unwrap_or(1);
    let first = places.section.unwrap_or(1);
    let date = places.date.unwrap_or(1);
    let said = [
        (1, format_note(reading)),
        (title, title_note(report)),
        (title, year_note(report)),
        (title, addressee_note(report)),
        (first, sections_note(report)),
        (date, closing_note(report)),
    ];
    let said = said.into_iter().chain(more_notes(report, places));
    let all = said.map(|(line, message)| Note { line, column: 1, message });
    all.chain(contact_note(report, places)).chain(noise_note(report)).collect()
}

fn format_note(reading: &Reading) -> String {
    let format = reading.format.label();
    match reading.encoding {
        Some(encoding) => format!("{format}，按 {} 编码读入", encoding.label()),
        None => format!("{format}，已读入"),
    }
}

fn title_note(report: &Report) -> String {
    let title = report.title();
    if title.is_empty() {
        return "没有找到标题：请在版头里补上".to_owned();
    }
    match report.letterhead.issuers.as_slice() {
        [] => format!("标题：{title}"),
        issuers => format!("标题：{title}；发文机关：{}", issuers.join("、")),
    }
}

fn year_note(report: &Report) -> String {
    match report.year {
        0 => "没有找到报告年度：请指定年度（--year）再导入".to_owned(),
        year => format!("报告年度：{year}年"),
    }
}

fn addressee_note(report: &Report) -> String {
    match report.letterhead.addressee_name() {
        Some(name) => format!("主送机关：{name}"),
        None => "没有主送机关；如果应当有，请在版头里补上".to_owned(),
    }
}

/// What not every report has: only told where it is there.
fn more_notes(report: &Report, places: &Places) -> Vec<(usize, String)> {
    let (top, end) = (places.title.unwrap_or(1), places.date.unwrap_or(1));
    let closing = &report.closing;
    let number = report.letterhead.doc_number.as_ref();
    let attachments = Some(closing.attachments.join("；")).filter(|all| !all.is_empty());
    let all = [
        number.map(|number| (top, format!("文号：{number}"))),
        attachments.map(|all| (end, format!("附件：{all}"))),
        closing.copy_to.as_ref().map(|names| (end, format!("抄送：{names}"))),
    ];
    all.into_iter().flatten().collect()
}

fn sections_note(report: &Report) -> String {
    let count = |level| report.sections.iter().filter(|s| s.level == level).count();
    match (count(Level::Part), count(Level::Item)) {
        (0, 0) => "没有找到「一、」这样的标题：全文收入导语；请在原文件里给各部分标题加上「一、」「（一）」，再导入一次".to_owned(),
        (parts, items) => format!("识别出 {parts} 个部分、{items} 个节"),
    }
}

fn closing_note(report: &Report) -> String {
    let closing = &report.closing;
    let signed = match closing.signature.as_slice() {
        [] => "没有找到署名".to_owned(),
        names => format!("署名：{}", names.join("、")),
    };
    let date = match &closing.date {
        None => "没有找到日期".to_owned(),
        Some(date) => format!("日期：{date}"),
    };
    format!("{signed}；{date}")
}

fn contact_note(report: &Report, places: &Places) -> Option<Note> {
    report.closing.contact.as_ref().map(|_| Note {
        line: places.contact.unwrap_or(1),
        column: 1,
        message: "联系人单独存为附注，印在报告最后，公开发布前请删去".to_owned(),
    })
}

fn noise_note(report: &Report) -> Option<Note> {
    let mut removed = report.noise.iter().filter(|noise| !is_replaced(noise));
    let first = removed.next()?;
    let count = removed.count() + 1;
    Some(Note {
        line: first.line,
        column: first.column,
        message: format!("去掉了 {count} 处不属于正文的内容，逐条列出，请核对"),
    })
}
