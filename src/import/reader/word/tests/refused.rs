//! Files that are refused, each in a sentence.

use std::fmt::Write;

use super::super::read;
use super::super::sample::{archive, document, p};
use crate::import::ImportError;

fn refusal(bytes: &[u8]) -> String {
    read(bytes).unwrap_err().to_string()
}

#[test]
fn other_archives_are_named_by_what_is_in_them() {
    for (file, words) in [
        ("xl/workbook.xml", "Excel"),
        ("ppt/presentation.xml", "演示文稿"),
        ("content.xml", "OpenDocument"),
        ("OFD.xml", "OFD"),
        ("云溪镇/报告.docx", "解压"),
        ("[Content_Types].xml", "缺少存正文的部分"),
    ] {
        let error = refusal(&archive(&[(file, "<a/>")]));
        assert!(error.contains(words) && error.contains('：'), "{error}");
    }
}

#[test]
fn broken_archives_are_refused() {
    let whole = document(&p("云溪镇"), &[]);
    let mut wrong = whole.clone();
    let at = wrong.windows(9).position(|w| w == "云溪镇".as_bytes()).unwrap();
    wrong[at] ^= 1;
    let random: Vec<u8> =
        (0..4000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    let random = [b"PK\x03\x04".as_slice(), &random].concat();
    for bytes in [&whole[..whole.len() / 2], &whole[..30], &wrong, &random, b"PK\x05\x06"] {
        let error = refusal(bytes);
        assert!(
            error.contains("损坏") || error.contains("不完整") || error.contains("读不出来"),
            "{error}"
        );
    }
}

#[test]
fn broken_marks_and_bombs_are_refused() {
    for (body, words) in [
        ("<w:p>".to_owned(), "不完整"),
        ("<x>".repeat(200_000) + &"</x>".repeat(200_000), "256 层"),
        ("&bomb;".to_owned(), "实体"),
    ] {
        let error = refusal(&document(&body, &[]));
        assert!(error.contains(words), "{error}");
    }
    let bomb = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><x>&b;</x>";
    let error = refusal(&document(&p("甲"), &[("styles", bomb)]));
    assert!(error.contains("DTD"), "{error}");
}

#[test]
fn a_locked_archive_says_so() {
    let mut bytes = document(&p("甲"), &[]);
    // The flag of encryption, in both headers of each file.
    for (magic, flag) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let starts: Vec<usize> =
            (0..bytes.len() - 4).filter(|at| bytes[*at..].starts_with(magic)).collect();
        for at in starts {
            bytes[at + flag] |= 1;
        }
    }
    assert_eq!(read(&bytes), Err(ImportError::Locked));
}

#[test]
fn a_document_far_too_long_is_counted_but_not_kept() {
    let many = document(&"<w:p/>".repeat(100_001), &[]);
    assert_eq!(read(&many), Err(ImportError::TooLong { lines: 100_001 }));
    let long = document(&p(&"x".repeat(21 * 1024 * 1024)), &[]);
    assert_eq!(read(&long), Err(ImportError::TooLarge { megabytes: 21, most: 20 }));
    let cells = document(&format!("<w:tr>{}</w:tr>", "<w:tc/>".repeat(200_000)), &[]);
    assert_eq!(read(&cells), Err(ImportError::TooLong { lines: 100_001 }));
    let plain = document(&p("甲").repeat(10_000), &[]);
    let error = crate::import::read(&plain, None);
    assert_eq!(error, Err(ImportError::TooLong { lines: 10_000 }));
}

#[test]
fn styles_and_lists_beyond_number_are_refused() {
    let mut styles = String::from("<s>");
    let mut lists = String::from("<n>");
    for n in 0..=20_000 {
        let _ = write!(styles, "<w:style w:styleId='{n}'/>");
        let _ = write!(lists, "<w:num w:numId='{n}'/>");
    }
    styles += "</s>";
    lists += "</n>";
    for (part, text, words) in [("styles", styles, "样式"), ("numbering", lists, "编号")] {
        let error = refusal(&document(&p("甲"), &[(part, &text)]));
        assert!(error.contains(words), "{error}");
    }
}

#[test]
fn floods_take_no_longer_than_their_length() {
    // Paragraphs of white space that go on in the next, and cells of them.
    let carried = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>BLANKS</w:t></w:r></w:p>";
    let carried = carried.replace("BLANKS", &" ".repeat(200)).repeat(20_000);
    let cell = format!("<w:tr><w:tc>{}</w:tc><w:tc/></w:tr>", p(&" ".repeat(200)).repeat(20_000));
    assert_eq!(
        read(&document(&format!("{cell}{carried}{}", p("甲")), &[])).unwrap().lines.len(),
        2
    );
    // A name without end that each run would ask for, and a chain of styles.
    let long = "x".repeat(1_000_000);
    let mut styles = format!(
        "<s><w:style w:type='paragraph' w:default='1' w:styleId='{long}'><w:name w:val='{long}'/><w:basedOn w:val='0'/></w:style>"
    );
    for n in 0..1000 {
        let _ = write!(styles, "<w:style w:styleId='{n}'><w:basedOn w:val='{}'/></w:style>", n + 1);
    }
    styles += "</s>";
    let runs = format!("<w:p>{}</w:p>", "<w:r><w:t>甲</w:t></w:r>".repeat(50_000));
    let source = read(&document(&runs, &[("styles", &styles)])).unwrap();
    assert_eq!(source.lines[0].text.chars().count(), 50_000);
}
