//! Each slip is named at its character, with what belongs there.

use super::*;
use crate::storage::draft;

const GOOD: &str = r#"// 注释
(
  format: 1,
  report: (
    year: 2024,
    state: drafting,
    unit: (kind: town, name: "云溪镇"),
    letterhead: (title: a2, addressee: "县政府："),
    sections: [
      (id: 1, level: 1, heading: "一", body: [
        "甲",
        "乙",
      ]),
    ],
  ),
)
"#;

fn complaint(from: &str, to: &str) -> String {
    assert!(GOOD.contains(from), "{from}");
    let text = GOOD.replacen(from, to, 1);
    let error = draft::parse(&text, Path::new("x.ron")).unwrap_err();
    error.to_string()
}

#[test]
fn full_width_marks_are_named_with_their_twins() {
    let cases = [
        ("year: 2024,", "year：2024,", "第5行第9列：这里是全角的“：”，应当是半角的“:”"),
        ("year: 2024,", "year: 2024，", "第5行第15列：这里是全角的“，”，应当是半角的“,”"),
        ("\"甲\",", "“甲”,", "第11行第9列：这里是全角引号（“），应当是半角引号（\"）"),
        ("\"甲\",", "\"甲\"、", "第11行第12列：这里是全角的“、”，应当是半角的“,”"),
        ("(kind", "（kind", "第7行第11列：这里是全角的“（”，应当是半角的“(”"),
        ("镇\"),", "镇\"），", "第7行第35列：这里是全角的“）”，应当是半角的“)”"),
        ("body: [", "body: 【", "第10行第45列：这里是全角的“【”，应当是半角的“[”"),
        ("2024", "２０２４", "第5行第11列：这里是全角的“２”，应当是半角的“2”"),
        ("year: 2024", "　year: 2024", "第5行第5列：这里是全角空格，应当是半角空格"),
    ];
    for (from, to, expected) in cases {
        let text = complaint(from, to);
        assert!(text.contains(expected), "{to}: {text}");
        assert!(text.starts_with("“x.ron”") && text.contains("原文件未改动"), "{text}");
    }
}

#[test]
fn a_torn_string_is_named_where_it_opens_or_should_close() {
    let text = complaint("\"甲\",", "\"甲”,");
    assert!(
        text.contains(
            "第11行第11列：这段文字没有用半角引号结束，这里是全角引号（”），应当是半角引号（\"）"
        ),
        "{text}"
    );
    let text = complaint("\"甲\",", "\"甲,");
    assert!(text.contains("第11行第9列：从这里开始的文字没有用半角引号（\"）结束"), "{text}");
}

fn each_says(cases: &[(&str, &str, &str)]) {
    for (from, to, expected) in cases {
        let text = complaint(from, to);
        assert!(text.contains(expected), "{to}: {text}");
        assert!(text.contains("原文件未改动"), "{text}");
    }
}

#[test]
fn missed_marks_are_named_with_what_stands_there() {
    each_says(&[
        (
            "\"甲\",",
            "\"甲\"",
            "第12行第9列：这里应当是逗号“,”，却是引号（\"）。请在前一项后面加半角逗号",
        ),
        ("\"甲\",", "\"甲\"乙\",", "第11行第12列：这里应当是逗号“,”，却是“乙”。请在前一项"),
        ("\"县政府：\"", "（县政府）：", "第8行第40列：这里应当是用半角引号括起来的文字，却是“（”"),
        ("\"甲\",", "甲,", "第11行第9列：这里应当是用半角引号括起来的文字，却是“甲”"),
        ("\"甲\",", "\"甲\\乙\",", "第11行第11列：反斜杠"),
    ]);
}

#[test]
fn refused_names_and_values_are_named_with_what_may_stand() {
    each_says(&[
        ("year: 2024", "yaer: 2024", "第5行第5列：不认识“yaer”这一项。这里可以写的有：year、"),
        (
            "镇\"),",
            "镇\",",
            "第8行第5列：不认识“letterhead”这一项。这里可以写的有：kind、name；如果项名没有写错，请看前面是否漏了右括号",
        ),
        ("    year: 2024,\n", "", "第14行第3列：这个括号里缺少“year”这一项。请补上"),
        ("year: 2024,", "year: 2024, year: 2025,", "第5行第17列：“year”这一项写了两遍"),
        (
            "state: drafting",
            "state: 撰写",
            "第6行第12列：不认识选项“撰写”。请改为其中之一：drafting、review、final、submitted",
        ),
        ("level: 1", "level: 3", "第10行第22列：节的层级只能是 1 或 2，这里是 3"),
        ("year: 2024", "year: 99999999999", "第5行第11列：数字超出了范围"),
    ]);
}

#[test]
fn torn_and_surplus_texts_are_named_where_it_shows() {
    each_says(&[
        ("year: 2024", "year: \"2024\"", "第5行第11列：这里应当是数字，却是引号（\"）"),
        ("  ),\n)\n", "", "第15行第1列：文件到此为止"),
        ("  ),\n)\n", "  ),\n)\n多余", "第17行第1列：内容到前面已经结束"),
        ("// 注释", "/* 注释", "第1行第3列：注释没有用“*/”结束"),
        ("format: 1", "format: \"1\"", "第3行第11列：这里应当是数字"),
        (
            "year: 2024",
            "\u{200b}year: 2024",
            "第5行第5列：这里应当是项名或选项（英文，不加引号），却是看不见的字符（U+200B）",
        ),
    ]);
}

#[test]
fn a_good_text_has_no_complaint_and_no_place_panics() {
    assert!(draft::parse(GOOD, Path::new("x")).is_ok());
    for (end, _) in GOOD.char_indices() {
        let _ = draft::parse(&GOOD[..end], Path::new("x")).map_err(|e| e.to_string());
        let _ = draft::parse(&GOOD[end..], Path::new("x")).map_err(|e| e.to_string());
    }
}
