//! Files as programs write them.

use super::super::read;
use super::*;
use crate::report::Level;

const TYPED: &[u8] = include_bytes!("../../../../../tests/fixtures/import/05-typed-numbers.docx");
const AUTOMATIC: &[u8] =
    include_bytes!("../../../../../tests/fixtures/import/07-automatic-numbers.docx");
const REVISED: &[u8] = include_bytes!("../../../../../tests/fixtures/import/11-revisions.docx");

/// Written by LibreOffice: a text box, a list, revisions, notes, a table.
const MIXED: &[u8] = include_bytes!("../../../../../tests/fixtures/import/word-mixed.docx");

/// The lines that a person sees in each file.
const TYPED_LINES: &str =
    include_str!("../../../../../tests/fixtures/import/05-typed-numbers.lines.txt");
const AUTOMATIC_LINES: &str =
    include_str!("../../../../../tests/fixtures/import/07-automatic-numbers.lines.txt");
const REVISED_LINES: &str =
    include_str!("../../../../../tests/fixtures/import/11-revisions.lines.txt");

fn assert_lines(source: &Source, expected: &str) {
    let expected: Vec<&str> = expected.lines().collect();
    assert_eq!(texts(source), expected);
    let starts = source.lines.iter().map(|line| line.text.start());
    assert!(starts.zip(1..).all(|(start, line)| (start.line, start.column) == (line, 1)));
    assert!(source.noise.is_empty());
}

#[test]
fn typed_numbers_stay_as_they_are() {
    let found = read(TYPED).unwrap();
    assert_lines(&found, TYPED_LINES);
    assert!(found.notes.is_empty());
}

#[test]
fn automatic_numbers_are_printed() {
    let found = read(AUTOMATIC).unwrap();
    assert_lines(&found, AUTOMATIC_LINES);
    assert!(found.notes.is_empty());
}

#[test]
fn revisions_comments_and_tables_come_out_right() {
    let found = read(REVISED).unwrap();
    assert_lines(&found, REVISED_LINES);
    assert_eq!(
        notes(&found),
        [
            "5:21 文件里有没有接受的修订，按全部接受读入：插入的 3 处已收入（第 5、8、9 段），删去的 3 处（第 5、8、9 段，共 24 字）没有收入，请核对",
            "5:131 1 条批注（第 5 段）没有收入；请在原文件里看"
        ]
    );
}

#[test]
fn a_file_of_another_program_is_read_as_it_prints_it() {
    let found = read(MIXED).unwrap();
    assert_eq!(
        texts(&found),
        [
            "云溪镇2025年法治政府建设情况报告",
            "县委、县政府：",
            "框里第一段",
            "框里第二段",
            "一、主要举措",
            "（一）学习",
            "（二）决策",
            "二、不足",
            "全镇新加的话开会十二次。完。\u{b}第二行\t制表",
            "前段后段",
            "项目\t19 20",
            "云溪镇人民政府",
        ]
    );
    let levels = found.lines.iter().map(|line| line.level).collect::<Vec<_>>();
    let (part, item) = (Some(Level::Part), Some(Level::Item));
    assert_eq!(levels[3..9], [None, part, item, item, part, None]);
    assert_eq!(levels[0], None);
    assert_eq!(noise(&found), ["1:1 云溪镇内部资料", "9:12 脚注文字"]);
    assert_eq!(
        notes(&found),
        [
            "9:7 文件里有没有接受的修订，按全部接受读入：插入的 1 处已收入（第 9 段），删去的 3 处（第 9、10 段，共 4 字）没有收入，请核对",
            "9:13 1 处隐藏的文字（第 9 段，共 4 字）没有收入；要用的，请在 Word 里取消隐藏再导入",
            "9:13 1 条批注（第 9 段）没有收入；请在原文件里看",
            "1:1 页眉、页脚、脚注和目录不是正文，共 2 处，已列入去掉的内容；要用的，请自己补上",
        ]
    );
}
