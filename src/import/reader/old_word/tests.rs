//! Documents as Word and others write them, whole and broken.

use super::*;
use crate::report::Level;
use std::io::{Seek, SeekFrom, Write};

const OWN_LINE: &[u8] = include_bytes!("../../../../tests/fixtures/import/01-own-line.doc");
const PLAIN: &str = include_str!("../../../../tests/fixtures/import/01-own-line.txt");
const REVISIONS: &[u8] = include_bytes!("../../../../tests/fixtures/import/11-revisions.doc");

fn lines(source: &Source) -> Vec<&str> {
    source.lines.iter().map(|line| line.text.as_str()).collect()
}

/// The document with other bytes at a place of a stream.
fn altered(stream: &str, at: u64, bytes: &[u8]) -> Vec<u8> {
    let mut file = CompoundFile::open(Cursor::new(OWN_LINE.to_vec())).unwrap();
    let mut stream = file.open_stream(stream).unwrap();
    stream.seek(SeekFrom::Start(at)).unwrap();
    stream.write_all(bytes).unwrap();
    drop(stream);
    file.into_inner().into_inner()
}

/// A container with streams of these names.
fn container(names: &[&str]) -> Vec<u8> {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for name in names {
        file.create_stream(name).unwrap().write_all(b"text").unwrap();
    }
    file.into_inner().into_inner()
}

#[test]
fn a_document_is_read_line_by_line() {
    let source = read(OWN_LINE).unwrap();
    let expected: Vec<&str> = PLAIN.trim_end_matches('\n').split('\n').collect();
    assert_eq!(lines(&source)[..expected.len()], expected);
    assert!(source.notes.is_empty() && source.noise.is_empty());
    let tenth = &source.lines[9].text;
    assert_eq!(tenth.origin(tenth.find('。').unwrap()).line, 10);
}

#[test]
fn deletions_and_comments_are_left_out_and_told_and_rows_are_lines() {
    let source = read(REVISIONS).unwrap();
    let all = lines(&source).join("\n");
    assert!(!all.contains("原来的说法不用了"));
    assert!(all.contains("是全区工业重镇，辖18个村"));
    assert!(all.contains("\n项目\t2023年\t2024年\n业务培训\t19期\t24期\n"), "{all}");
    let notes: Vec<&str> = source.notes.iter().map(|note| &*note.message).collect();
    assert_eq!(notes, ["修订中删除的 24 个字没有导入", "文档里有 1 条批注，没有导入"]);
    assert_eq!((source.notes[0].line, source.notes[0].column), (5, 21));
}

#[test]
fn other_containers_are_refused_by_their_names() {
    for (names, words) in [
        (&["Workbook"][..], "表格"),
        (&["PowerPoint Document"], "演示"),
        (&["CONTENTS"], "Works"),
        (&["Contents2"], "旧版 WPS"),
        (&["WordDocument"], "Word 97 以前"),
    ] {
        let error = read(&container(names)).unwrap_err().to_string();
        assert!(error.contains(words) && error.contains(".docx"), "{error}");
    }
    assert_eq!(read(&container(&["EncryptionInfo", "EncryptedPackage"])), Err(ImportError::Locked));
    let secret = altered("/WordDocument", 0xa, &[0, 0x13]);
    assert_eq!(read(&secret), Err(ImportError::Locked));
}

#[test]
fn a_broken_document_is_refused() {
    for cut in (0..OWN_LINE.len()).step_by(499) {
        if let Ok(source) = read(&OWN_LINE[..cut]) {
            assert_eq!(lines(&source), lines(&read(OWN_LINE).unwrap()), "{cut}");
        }
    }
    for (at, bytes) in [
        (0, &b"\xdc\xa5"[..]),
        (2, b"\x68\0"),
        (0x4c, b"\xff\xff\xff\xff"),
        (0x4c, b"\xff\xff\x0f\0"),
        (0x1a2, b"\xff\xff\xff\xff"),
        (0xfa, b"\xff\xff\xff\x7f"),
        (0x102, b"\xff\xff\xff\xff"),
    ] {
        let error = read(&altered("/WordDocument", at, bytes)).unwrap_err();
        assert!(matches!(error, ImportError::Damaged { .. }), "{error}");
    }
}

#[test]
fn headings_lists_rows_and_fields() {
    let source = read(include_bytes!("../../../../tests/fixtures/import/parts.doc")).unwrap();
    let expected = [
        "枕河镇2025年法治政府建设情况报告",
        "县政府：",
        "一、主要做法",
        "（一）学法",
        "全年学习见通知十二次。\u{b}第二行",
        "甲事",
        "乙事",
        "指标\t数量",
        "\t12",
        "尾段",
        "框内一",
        "框内二",
        "末段",
        "",
    ];
    assert_eq!(lines(&source), expected);
    assert_eq!(source.lines[2].level, Some(Level::Part));
    assert_eq!(source.lines[3].level, Some(Level::Item));
    assert!(source.lines.iter().filter(|line| line.level.is_some()).count() == 2);
    assert_eq!(source.noise[0].text, "HYPERLINK \"http://example.com/a\"");
    assert_eq!(source.notes[0].message, "文档里有 2 段前面的项目符号没有导入");
}

#[test]
fn what_is_not_in_the_main_text_is_told() {
    let source = read(include_bytes!("../../../../tests/fixtures/import/left-out.doc")).unwrap();
    let expected = ["云溪镇报告", "正文见下，不见1页。😀𠮷", "段落a-b\u{ad}c-d “引”—…", ""];
    assert_eq!(lines(&source), expected);
    let notes: Vec<&str> = source.notes.iter().map(|note| &*note.message).collect();
    for (note, words) in notes.iter().zip(["隐藏的 3 个字", "1 处图片", "脚注", "文本框"])
    {
        assert!(note.contains(words), "{note}");
    }
    assert_eq!(notes.len(), 4);
}

#[test]
fn a_document_that_word_numbers_is_refused() {
    // A list that cannot be found is taken for one with numbers.
    assert_eq!(Lists::default().front(1, 0), lists::Front::Number);
    let numbers = include_bytes!("../../../../tests/fixtures/import/07-automatic-numbers.doc");
    let error = read(numbers).unwrap_err().to_string();
    assert!(error.contains("第 7 段“2024年推进法治政府建…”") && error.contains(".docx"), "{error}");
}

#[test]
fn a_field_without_an_end_swallows_nothing() {
    let mut file = CompoundFile::open(Cursor::new(OWN_LINE)).unwrap();
    let main = stream(&mut file, "/WordDocument").unwrap();
    let title = PLAIN.chars().take(3).collect::<String>();
    let title: Vec<u8> = title.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let at = main.windows(title.len()).position(|bytes| bytes == title).unwrap();
    let error = read(&altered("/WordDocument", at as u64, &[0x13, 0])).unwrap_err();
    assert!(error.to_string().contains("域没有结束"), "{error}");
}
