//! Nothing is lost: the exported text is the file less the listed noise, in order.

use fazhi_tui::document::assemble;
use fazhi_tui::export::{Format, Style};
use fazhi_tui::import::{self, Choices, Imported};
use fazhi_tui::report::Noise;

use super::templates;

/// A text without white space.
pub(super) fn ink(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The finished text of a report.
pub(super) fn exported(imported: &Imported) -> String {
    let bytes = Format::Text.render(&assemble(&imported.report), Style::default());
    String::from_utf8(bytes).unwrap()
}

/// The text of a plain file less what the import lists, where it lists it.
fn less_noise(text: &str, noise: &[Noise]) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines: Vec<Vec<Option<char>>> =
        text.split('\n').map(|line| line.chars().map(Some).collect()).collect();
    for entry in noise {
        let told = entry.text.as_str();
        let repeated = told.split_once("连续 ").and_then(|(_, rest)| rest.split_once(' '));
        let stood =
            told.split_once("（网页代码，改为 ").map(|(name, to)| (name, to.chars().next()));
        let length = match (repeated, stood) {
            (Some((count, _)), _) => count.parse().unwrap(),
            (None, Some((name, _))) => name.chars().count(),
            (None, None) if told.starts_with("U+") => 1,
            (None, None) => told.chars().count(),
        };
        let start = entry.column - 1;
        let place = &mut lines[entry.line - 1][start..start + length];
        let there: String = place.iter().map(|c| c.expect("listed twice")).collect();
        assert!(
            told.starts_with("U+") || told.starts_with(&there),
            "{there:?} is listed as {told:?}"
        );
        place.fill(None);
        if let Some((_, became)) = stood {
            place[0] = became;
        }
    }
    ink(&lines.concat().into_iter().flatten().collect::<String>())
}

/// Reads the bytes of a plain text and compares what comes out.
pub(super) fn assert_nothing_lost(bytes: &[u8]) -> Imported {
    let templates = templates();
    let choices = Choices { templates: &templates, year: Some(2025), ..Choices::default() };
    let imported = import::import(bytes, &choices).unwrap();
    let (text, _) = import::decode(bytes, None).unwrap();
    assert_eq!(ink(&exported(&imported)), less_noise(&text, &imported.report.noise));
    imported
}

#[test]
fn every_text_file_comes_out_whole() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    let mut read = 0;
    for folder in [folder.clone(), folder.join("patterns")] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "txt") {
                println!("{}", path.display());
                assert_nothing_lost(&std::fs::read(path).unwrap());
                read += 1;
            }
        }
    }
    assert!(read >= 7 + 25, "{read} files");
}

/// A text in every encoding that an office machine writes.
fn encoded(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let utf16 =
        |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    let little = utf16(u16::to_le_bytes);
    let big = utf16(u16::to_be_bytes);
    vec![
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with mark", marked(b"\xef\xbb\xbf", text.as_bytes())),
        ("UTF-16LE with mark", marked(b"\xff\xfe", &little)),
        ("UTF-16BE with mark", marked(b"\xfe\xff", &big)),
        ("UTF-16LE", little),
        ("UTF-16BE", big),
        ("GB18030", encoding_rs::GB18030.encode(text).0.into_owned()),
    ]
}

#[test]
fn every_encoding_gives_the_same_report() {
    let long = include_str!("../../fixtures/import/patterns/p01-clean.txt");
    // One character takes four bytes in GB18030.
    let four = long.replace("云溪镇", "云\u{20bb7}镇");
    let short = "云溪镇2025年法治政府建设情况报告\n一、成效\n全年共学习12次，共办件八十七件次。\n";
    assert_eq!(ink(short).chars().count(), 40);
    for text in [long, &four, short] {
        let first = assert_nothing_lost(text.as_bytes());
        for (name, bytes) in encoded(text) {
            let read = assert_nothing_lost(&bytes);
            assert_eq!(read.report, first.report, "{name}");
        }
    }
}
