//! Reports that were not written to be faulty: what is found in them was read,
//! and is right.

use super::{findings, fixtures, number, text};

/// What is found beside hints and white space at the ends of lines, each read and found
/// right: file, line, rule, excerpt.
const RIGHT: [(&str, usize, &str, &str); 14] = [
    ("02-run-in-gbk.txt", 7, "import-residue", "[bookmark: _GoBack]"),
    ("02-run-in-gbk.txt", 7, "stray-space", "\u{3000}"),
    ("02-run-in-gbk.txt", 27, "personal-data", ""),
    ("04-web-page.html", 4, "import-residue", "当前位置：首页 > 政务公开 > 法治政府建设年度报告"),
    ("04-web-page.html", 41, "import-residue", "上一篇：无"),
    (
        "05-typed-numbers.docx",
        13,
        "unanswered-shortcoming",
        "四是普法宣传覆盖游客多、覆盖外来务工人员少",
    ),
    ("07-automatic-numbers.docx", 9, "heading-mark", "1、"),
    ("08-web-text.txt", 1, "import-residue", "索引号：SY5550-0301-2024-00017"),
    ("08-web-text.txt", 10, "import-residue", "老槐街道2023年法治政府建设年度报告"),
    ("08-web-text.txt", 11, "stray-space", "\u{a0}"),
    ("08-web-text.txt", 18, "heading-mark", "一）"),
    ("12-full-stops.txt", 5, "heading-mark", "。"),
    ("12-full-stops.txt", 6, "heading-mark", "。"),
    ("12-full-stops.txt", 16, "document-number", "鹭政规20251号"),
];

/// Which finding of a file this is, if it is no hint and no space at the end of a line.
fn told(name: &str, own: &serde_json::Value) -> Option<(String, usize, String, String)> {
    let at_end = text(own, "rule") == "stray-space" && text(own, "message").starts_with("末尾");
    if own["severity"] == "hint" || at_end {
        return None;
    }
    // No number of a telephone stands here.
    let private = text(own, "rule") == "personal-data";
    let excerpt = if private { "" } else { text(own, "excerpt") };
    Some((name.into(), number(own, "line"), text(own, "rule").into(), excerpt.into()))
}

#[test]
fn only_what_is_right_is_found_in_reports_of_every_shape() {
    let truth = std::fs::read_to_string(fixtures("import").join("truth.json")).unwrap();
    let truth: Vec<serde_json::Value> = serde_json::from_str(&truth).unwrap();
    let mut found = Vec::new();
    for file in &truth {
        let name = text(file, "file");
        let own = findings(&fixtures("import").join(name));
        found.extend(own.iter().filter_map(|own| told(name, own)));
    }
    let right = RIGHT.map(|(file, line, rule, excerpt)| {
        (file.to_owned(), line, rule.to_owned(), excerpt.to_owned())
    });
    assert_eq!(found, right);
}
