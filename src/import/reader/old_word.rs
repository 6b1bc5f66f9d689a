//! Documents of Word before 2007 and of WPS (.doc, .wps), as far as that is safe.
//!
//! Only the main text. What the text alone would get wrong without a sign, such
//! as numbers that Word counts itself, refuses the file: a missing 一、 or a
//! deleted sentence come back to life would not be noticed.

mod bytes;
mod formats;
mod head;
mod lists;
mod paragraphs;
mod pieces;
mod sprm;
mod styles;
#[cfg(test)]
mod tests;

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use crate::import::ImportError;
use crate::import::source::{Format, MAX_CHARS, Source, SourceLine};

use super::rank;
use formats::Formats;
use head::Head;
use lists::Lists;
use paragraphs::Paragraphs;
use styles::Styles;

/// The longest stream that is read, in bytes.
const LONGEST: u64 = 100 * 1024 * 1024;

/// Documents of other programs in the same kind of container, by a name in it.
const OTHERS: [(&str, &str); 7] = [
    ("/Workbook", "一份 Excel 或 WPS 表格"),
    ("/Book", "一份 Excel 或 WPS 表格"),
    ("/PowerPoint Document", "一份 PowerPoint 或 WPS 演示"),
    ("/CONTENTS", "一份 Works 文档 (.wps)"),
    ("/MatOST", "一份 Works 文档 (.wps)"),
    ("/__properties_version1.0", "一份 Outlook 邮件"),
    ("/FileHeader", "一份 HWP 文档"),
];

type Container<'a> = CompoundFile<Cursor<&'a [u8]>>;

/// The lines of a document.
pub(super) fn read(bytes: &[u8]) -> Result<Source, ImportError> {
    let open = CompoundFile::open(Cursor::new(bytes));
    let mut file = open.map_err(|_| damaged("文件不完整或已损坏"))?;
    if !file.is_stream("/WordDocument") {
        return Err(other(&file));
    }
    let main = stream(&mut file, "/WordDocument")?;
    let head = Head::read(&main)?;
    if head.text > MAX_CHARS {
        return Err(damaged("文字多得不像一份报告"));
    }
    let table = stream(&mut file, head.table)?;
    document(&main, &table, &head)
}

fn document(main: &[u8], table: &[u8], head: &Head) -> Result<Source, ImportError> {
    let broken = || damaged("文字的位置表已损坏");
    let formats = || damaged("格式表已损坏，分不清删除的文字和自动编号");
    let pieces = head.pieces.of(table).ok_or_else(broken)?;
    let units = pieces::units(main, pieces, head.text).ok_or_else(broken)?;
    let characters = head.characters.of(table).ok_or_else(formats)?;
    let characters = Formats::of_characters(main, characters).ok_or_else(formats)?;
    let paragraphs = head.paragraphs.of(table).ok_or_else(formats)?;
    let paragraphs = Formats::of_paragraphs(main, paragraphs).ok_or_else(formats)?;
    let styles = Styles::read(head.styles.of(table).unwrap_or_default());
    let lists = Lists::read(table, head);
    let read = Paragraphs::new(&characters, &paragraphs, &styles, &lists).read(&units)?;
    let ranks: Vec<Option<u8>> = read.lines.iter().map(|line| line.1).collect();
    let levels = rank::levels(&ranks);
    let lines = read.lines.into_iter().zip(levels);
    Ok(Source {
        format: Format::OldWord,
        encoding: None,
        lines: lines.map(|((text, _), level)| SourceLine { text, level, frame: false }).collect(),
        noise: read.noise,
        notes: read.left_out.notes(head),
    })
}

/// Why a container without a document of Word is refused.
fn other(file: &Container) -> ImportError {
    if file.exists("/EncryptedPackage") {
        return ImportError::Locked;
    }
    let known = OTHERS.iter().find(|(name, _)| file.exists(name));
    ImportError::NotText {
        kind: known.map_or("一份旧版 WPS 或其他程序的文档", |(_, kind)| kind)
    }
}

/// A stream of the container.
fn stream(file: &mut Container, name: &str) -> Result<Vec<u8>, ImportError> {
    let broken = |_| damaged("文件不完整或已损坏");
    let mut bytes = Vec::new();
    let stream = file.open_stream(name).map_err(broken)?;
    stream.take(LONGEST).read_to_end(&mut bytes).map_err(broken)?;
    Ok(bytes)
}

fn damaged(why: impl Into<String>) -> ImportError {
    ImportError::Damaged { kind: Format::OldWord.label(), why: why.into() }
}
