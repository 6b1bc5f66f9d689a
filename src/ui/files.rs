//! The list of files to import one of: the folder, the field, the rows, and below
//! them what is told.
//!
//! In a low window the list gives way to a refusal, which must be read whole, and
//! what is usually told gives way to the list.

use std::borrow::Cow;
use std::path::Path;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::canvas::{Canvas, padded, small};
use super::layout::inside;
use super::prompt::{field, paragraph};
use super::theme;
use crate::app::effect::FileFacts;
use crate::app::mouse::Target;
use crate::app::prompt::FilesPrompt;
use crate::app::prompt::files::FilesRow;
use crate::text::Ambiguous;
use crate::text::width::{self, ellipsis};
use crate::text::wrap::Wrap;

/// Rows inside the frame from which on what is usually told has room.
const ROOMY: u16 = 9;
/// Columns of a row from which on length and time of a file have room.
const WIDE: u16 = 56;
/// Columns of a row from which on the day of a file has room.
const MIDDLE: u16 = 44;

/// What is told of a folder that is not listed whole.
const CUT: &str = "东西太多，只列了一部分；没有列出来的，请把文件拖进窗口。";

/// The parts of the box.
struct Parts {
    folder: Rect,
    field: Rect,
    list: Rect,
    note: Rect,
}

/// Divides the box. A refusal takes the rows it needs, of the folder's name too.
fn parts(frame: Rect, files: &FilesPrompt, ambiguous: Ambiguous) -> Parts {
    let window = padded(inside(frame), 1);
    let wrap = Wrap { width: usize::from(window.width), indent: 0, ambiguous };
    let needed = small(wrap.rows(&note(files).0).len());
    let asks = files.refused.is_some() || files.listing.told.is_some();
    let room = if asks { window.height.saturating_sub(1) } else { window.height / 2 };
    let shown = if asks || window.height >= ROOMY { needed.min(room) } else { 0 };
    let above = 2.min(window.height.saturating_sub(shown).max(1));
    let row = |row: u16| Rect { y: window.y + row, height: 1.min(window.height), ..window };
    let gap = u16::from(window.height >= ROOMY);
    let gaps = gap * if shown > 0 { 2 } else { 1 };
    let height = window.height.saturating_sub(above + shown + gaps);
    let list = Rect { y: window.y + above + gap, height, ..window };
    let note = Rect { y: window.bottom() - shown.min(window.height), height: shown, ..window };
    let folder = if above > 1 { row(0) } else { Rect { height: 0, ..window } };
    Parts { folder, field: row(above.saturating_sub(1)), list, note }
}

/// Rows of the list.
pub(super) fn list_rows(frame: Rect, files: &FilesPrompt, ambiguous: Ambiguous) -> usize {
    usize::from(parts(frame, files, ambiguous).list.height)
}

/// What is told below the list, and how.
fn note(files: &FilesPrompt) -> (String, Style) {
    let listing = &files.listing;
    if let Some(sentence) = &files.refused {
        return (format!("！{sentence}"), theme::ACCENT);
    }
    if let Some(sentence) = &listing.told {
        return (format!("！{sentence}"), theme::ACCENT);
    }
    let others = match listing.others {
        0 => String::new(),
        count => format!("；另有 {count} 个别的文件"),
    };
    let cut = if listing.cut { CUT } else { "" };
    (format!("能读文本、Word、网页、Markdown，原文件不会改动{others}。{cut}"), theme::QUIET)
}

/// Draws the box; the cursor stands in the field.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, files: &FilesPrompt) -> Position {
    canvas.popup(area, "导入已有的报告");
    canvas.under.mark(area, Target::List);
    let parts = parts(area, files, canvas.ambiguous);
    draw_folder(canvas, parts.folder, files);
    let cursor = field(canvas, parts.field, &files.field, theme::CITATION);
    if files.field.text().is_empty() {
        let hint = Rect {
            x: parts.field.x + 2,
            width: parts.field.width.saturating_sub(2),
            ..parts.field
        };
        canvas.line(hint, 0, "（打几个字来找，或者把文件拖进窗口）", theme::QUIET);
    }
    let (told, style) = note(files);
    paragraph(canvas, parts.note, 0, &told, style);
    draw_list(canvas, area, parts.list, files);
    cursor
}

/// Where one is: of a long place its end.
fn draw_folder(canvas: &mut Canvas, row: Rect, files: &FilesPrompt) {
    if row.height == 0 {
        return;
    }
    let place = files.listing.folder.display().to_string();
    let label = "文件夹：";
    let room = usize::from(row.width).saturating_sub(canvas.columns(label));
    let place = if canvas.columns(&place) > room {
        let dots = ellipsis(canvas.ambiguous);
        let left = room.saturating_sub(canvas.columns(dots));
        format!("{dots}{}", &place[width::start_of_end(&place, left, canvas.ambiguous)..])
    } else {
        place
    };
    canvas.line(row, 0, &format!("{label}{place}"), theme::STRONG);
}

fn draw_list(canvas: &mut Canvas, area: Rect, list: Rect, files: &FilesPrompt) {
    let rows = files.rows();
    if rows.is_empty() || rows == [FilesRow::Up] {
        let below = rows.len();
        canvas.line(list, below, &nothing(files), theme::QUIET);
    }
    let seen = rows.iter().enumerate().skip(files.list.top).take(usize::from(list.height));
    for (y, (index, row)) in seen.enumerate() {
        draw_row(canvas, list, y, *row, files.above());
        canvas.mark(list, y, Target::Row(index));
        if index == files.list.selected {
            canvas.tint(list, y, theme::CHOSEN);
        }
    }
    let below = rows.len().saturating_sub(files.list.top + usize::from(list.height));
    canvas.more(area, (files.list.top, below), "项");
}

/// What stands where the list has no rows.
fn nothing(files: &FilesPrompt) -> Cow<'static, str> {
    let others = files.listing.others;
    if files.is_place() {
        "按 Enter 去这个位置：是文件就导入，是文件夹就打开".into()
    } else if files.field.text().trim().is_empty() {
        "这个文件夹里没有能导入的文件".into()
    } else if others > 0 {
        format!("没有找到，删去几个字再看；另有 {others} 个文件，不是能导入的一类").into()
    } else {
        "没有找到，删去几个字再看".into()
    }
}

/// One row: the name, and at the right what it is or how long and how old.
fn draw_row(canvas: &mut Canvas, list: Rect, y: usize, row: FilesRow, above: Option<&Path>) {
    let (name, tail) = match row {
        FilesRow::Up => ("上一级", above.map(name_of).unwrap_or_default()),
        FilesRow::Entry(row) => match &row.file {
            None => (row.name.as_str(), "文件夹".to_owned()),
            Some(facts) => (row.name.as_str(), tail(facts, list.width)),
        },
    };
    let columns = canvas.columns(&tail);
    let free = usize::from(list.width).saturating_sub(columns + 1);
    canvas.line(Rect { width: small(free), ..list }, y, name, theme::PLAIN);
    if y < usize::from(list.height) {
        let x = list.right().saturating_sub(small(columns));
        canvas.put(x, list.y + small(y), columns, &tail, theme::QUIET);
    }
}

/// The name of a folder; of the topmost its place.
fn name_of(folder: &Path) -> String {
    folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned()
}

/// What is told of a file where so many columns are seen.
fn tail(facts: &FileFacts, columns: u16) -> String {
    let FileFacts { size, changed } = facts;
    match columns {
        WIDE.. => format!("{size}  {changed}"),
        MIDDLE.. => changed.split(' ').next().unwrap_or_default().to_owned(),
        _ => String::new(),
    }
}
