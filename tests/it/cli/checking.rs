//! `check --fix`: what is mended, and where it goes.

use std::path::Path;

use super::{Desk, REPORT, read};

/// The report with slips that can be mended.
fn slips() -> String {
    REPORT
        .replace("报告如下：", "报告如下。")
        .replace("全年集中学习", "利用“12.4”国家宪法日，全年集中学习")
}

#[test]
fn fixes_are_shown_and_nothing_is_written() {
    let desk = Desk::new();
    let file = desk.put("去年.txt", slips().as_bytes());
    let shown = desk.good(&["check", "--fix", &file]);
    let text = shown.text();
    for line in ["“报告如下。”→“报告如下：”", "“[bookmark: _GoBack]”→（删去）", "“\u{a0}”→（删去）"]
    {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(shown.err.contains("没有写文件"), "{}", shown.err);
    assert!(!desk.data().exists());
}

#[test]
fn a_mended_file_keeps_encoding_and_line_ends() {
    let desk = Desk::new();
    let source = slips().replace('\u{a0}', "").replace('\n', "\r\n");
    let file = desk.put("去年.txt", &encoding_rs::GBK.encode(&source).0);
    let target = format!("{file}.new.txt");
    desk.good(&["check", "--fix", &file, "-o", &target]);
    let mended = encoding_rs::GBK.decode(&read(Path::new(&target))).0.into_owned();
    let due = source
        .replace("报告如下。", "报告如下：")
        .replace("[bookmark: _GoBack]", "")
        .replace("“12.4”", "“12·4”");
    assert_eq!(mended, due);

    let again = desk.run(&["check", "--fix", &file, "-o", &target]);
    assert_eq!(again.code, 3);
    assert!(again.err.contains("-o"), "{}", again.err);
    assert_eq!(desk.good(&["check", "--fix", &target]).text(), "");
}

#[test]
fn a_mended_draft_is_a_draft() {
    let desk = Desk::new();
    let file = desk.put("去年.txt", slips().as_bytes());
    desk.good(&["import", &file]);
    let target = format!("{file}.ron");
    let shown = desk.good(&["check", "--fix", "2023-云溪镇", "-o", &target]);
    assert!(shown.text().contains("导语:1:"), "{}", shown.text());
    let outline = desk.good(&["outline", &target, "--json"]).json();
    let preamble = outline["preamble"].as_str().unwrap();
    assert!(preamble.ends_with("报告如下："), "{preamble}");
    let old = desk.good(&["outline", "2023-云溪镇", "--json"]).json();
    assert!(old["preamble"].as_str().unwrap().ends_with("报告如下。"));
}

#[test]
fn a_name_that_is_missing_is_told_and_the_others_are_checked() {
    let desk = Desk::new();
    let file = desk.put("去年.txt", slips().as_bytes());
    for missing in ["没有的.txt", "没有的稿件"] {
        let checked = desk.run(&["check", missing, &file]);
        assert_eq!(checked.code, 3, "{missing}");
        assert!(checked.err.contains(missing), "{}", checked.err);
        assert!(checked.text().contains("12.4"), "{}", checked.text());
        let alone = desk.run(&["check", missing]);
        assert_eq!((alone.code, alone.text().as_str()), (3, ""));
    }
}

#[test]
fn what_cannot_be_mended_is_refused() {
    let desk = Desk::new();
    let word = "tests/fixtures/import/05-typed-numbers.docx";
    let refused = desk.run(&["check", "--fix", word]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("import"), "{}", refused.err);
    let file = desk.put("去年.txt", slips().as_bytes());
    assert_eq!(desk.run(&["check", "--fix", &file, &file]).code, 2);
    assert_eq!(desk.run(&["check", &file, "-o", "新.txt"]).code, 2);
}

#[test]
fn a_broken_copy_of_rules_is_named_and_the_built_in_ones_work_on() {
    let desk = Desk::new();
    let rules = desk.data().join("rules");
    std::fs::create_dir_all(&rules).unwrap();
    std::fs::write(rules.join("marks.ron"), "[\n  (id: \"x\",,)]").unwrap();
    let file = desk.put(
        "报告.txt",
        "云溪镇2025年法治政府建设情况报告\n一、成效\n开展\"法治\"宣传。\n".as_bytes(),
    );
    let ran = desk.run(&["check", &file]);
    assert_eq!(ran.code, 1);
    assert!(ran.text().contains("half-width-mark"), "{}", ran.text());
    assert!(ran.err.contains("marks.ron”第2行第"), "{}", ran.err);
    let told = desk.good(&["doctor"]).text();
    assert!(told.contains("校核规则：48 条") && told.contains("marks.ron”第2行第"), "{told}");
}
