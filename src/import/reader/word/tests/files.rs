//! Files as programs write them.

use super::super::read;
use super::*;

const TYPED: &[u8] = include_bytes!("../../../../../tests/fixtures/import/05-typed-numbers.docx");
const AUTOMATIC: &[u8] =
    include_bytes!("../../../../../tests/fixtures/import/07-automatic-numbers.docx");
const REVISED: &[u8] = include_bytes!("../../../../../tests/fixtures/import/11-revisions.docx");

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
