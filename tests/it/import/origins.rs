//! Every character of a draft knows where it stood in its file.

use std::path::Path;

use fazhi_tui::import::{self, Choices, Imported, Origin, Reading};

use super::kept::ink;
use super::templates;

/// The characters of the lines of a file, by their places in it.
fn lines(bytes: &[u8]) -> Vec<Vec<char>> {
    let (text, _) = import::decode(bytes, None).unwrap();
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.split('\n').map(|line| line.chars().collect()).collect()
}

/// How many characters of a report were compared with the file at their origins.
fn compare(imported: &Imported, lines: &[Vec<char>]) -> usize {
    let mut compared = 0;
    for site in imported.map.sites() {
        let text = imported.report.text_at(site).unwrap_or_default();
        for (byte, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            let Origin { line, column } = imported.map.origin(site, byte).unwrap();
            let stood = lines[line - 1][column - 1];
            // A character of a web page that is written by its name stands at its &.
            assert!(stood == c || stood == '&', "{site:?} 第{line}行第{column}列：{text}");
            compared += 1;
        }
        assert_eq!(imported.map.origin(site, text.len() + 1), None);
    }
    compared
}

#[test]
fn the_map_points_into_the_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    let files = [
        "01-own-line.txt",
        "02-run-in-gbk.txt",
        "03-utf16.txt",
        "06-hard-wrapped.txt",
        "08-web-text.txt",
        "10-chinese-date.txt",
        "12-full-stops.txt",
        "04-web-page.html",
        "09-markdown.md",
        "patterns/p06-one-paragraph.txt",
        "patterns/p08-hard-wrapped.txt",
    ];
    let templates = templates();
    for file in files {
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let choices = Choices { templates: &templates, ..Choices::default() };
        let imported = import::import(&bytes, &choices).unwrap();
        let compared = compare(&imported, &lines(&bytes));
        assert_most(file, &imported, compared);
    }
    // The lines of a Word file are its paragraphs as they are printed.
    for name in ["05-typed-numbers", "07-automatic-numbers", "11-revisions"] {
        let bytes = std::fs::read(folder.join(format!("{name}.docx"))).unwrap();
        let printed = std::fs::read(folder.join(format!("{name}.lines.txt"))).unwrap();
        let choices = Choices { templates: &templates, ..Choices::default() };
        let imported = import::import(&bytes, &choices).unwrap();
        let compared = compare(&imported, &lines(&printed));
        assert_most(name, &imported, compared);
    }
}

/// All but the numbers of headings and the marks behind them was compared.
fn assert_most(file: &str, imported: &Imported, compared: usize) {
    let whole = ink(&super::kept::exported(imported)).chars().count();
    assert!(compared * 100 > whole * 90, "{file}: {compared} of {whole}");
}

#[test]
fn the_map_holds_after_decisions() {
    let text = "云溪镇2025年法治政府建设情况报告\n一、成效\n（一）学习。甲\u{200b}乙丙。\n丁戊。\n";
    let source = import::read(text.as_bytes(), None).unwrap();
    let mut reading = Reading::of(&source, &[]);
    assert!(reading.split(2, "（一）学习。甲".len()));
    assert!(reading.join(4));
    let imported = reading.build(&Choices::default());
    assert_eq!(imported.report.sections[1].body, ["甲", "乙丙。丁戊。"]);
    assert!(compare(&imported, &lines(text.as_bytes())) > 20);
}
