//! Markdown as people write it, read line by line.

use super::*;
use crate::report::Level;

/// The lines of a text: `P`, `I` for a level; then the noise, each behind `-`.
fn shown(text: &str) -> Vec<String> {
    let source = read(text);
    let sign = |line: &SourceLine| match line.level {
        Some(Level::Part) => "P ",
        Some(Level::Item) => "I ",
        None => "",
    };
    let lines = source.lines.iter().map(|line| format!("{}{}", sign(line), line.text.as_str()));
    lines.chain(source.noise.iter().map(|noise| format!("-{}", noise.text))).collect()
}

const SAMPLE: &str = include_str!("../../../../tests/fixtures/import/09-markdown.md");

#[test]
fn the_sample_is_read_line_by_line() {
    let source = read(SAMPLE);
    let expected: Vec<&str> = SAMPLE.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(source.lines.len(), expected.len());
    for (line, expected) in source.lines.iter().zip(expected) {
        let heading = expected.trim_start_matches('#');
        assert_eq!(line.text.as_str(), heading.trim());
        let level = match expected.len() - heading.len() {
            2 => Some(Level::Part),
            3 => Some(Level::Item),
            _ => None,
        };
        assert_eq!(line.level, level, "{expected}");
        let origin = line.text.start();
        let there = SAMPLE.lines().nth(origin.line - 1).unwrap();
        assert_eq!(there.chars().skip(origin.column - 1).collect::<String>(), line.text.as_str());
    }
    assert!(source.noise.is_empty() && source.notes.is_empty());
}

#[test]
fn headings_of_every_form() {
    let text =
        "# 报告\n正文\n一、成效\n----\n##（一）学法 ##\n\n##\n#标签\n## 二、不足\n### （一）甲\n";
    let lines = ["报告", "正文", "P 一、成效", "P （一）学法", "#标签", "P 二、不足", "I （一）甲"];
    assert_eq!(shown(text), lines);
    assert_eq!(
        shown("# 一、成效\n## （一）学法\n# 二、不足"),
        ["P 一、成效", "I （一）学法", "P 二、不足"]
    );
    assert_eq!(
        shown("报告\n===\n一、成效\n---\n甲。\n---\n乙"),
        ["报告", "P 一、成效", "甲。", "乙"]
    );
}

#[test]
fn marks_go_only_where_they_surely_are_marks() {
    for (text, expected) in [
        ("**一、成效**", "一、成效"),
        ("推进**“法治”**建设，*重点*和***难点***", "推进“法治”建设，重点和难点"),
        ("__甲__ 与 _乙_", "甲 与 乙"),
        ("召开会议**次，研究**项，办理**件", "召开会议**次，研究**项，办理**件"),
        ("a_b_c 和 3 * 5", "a_b_c 和 3 * 5"),
        ("`代码 * 文`和``a`b``与`独", "代码 * 文和a`b与`独"),
        (r"\*\*件\，1\. 甲\#", r"**件\，1. 甲#"),
        ("《关于&lt;条例&gt;》&ldquo;甲&rdquo;&amp&bogus;", "《关于<条例>》“甲”&amp&bogus;"),
        ("《<条例>》<u>甲</u><font color=red>乙</font>", "《<条例>》甲乙"),
        (
            "~~删~~[bookmark: _GoBack]云政发[2023]（5）号",
            "~~删~~[bookmark: _GoBack]云政发[2023]（5）号",
        ),
    ] {
        assert_eq!(shown(text), [expected], "{text}");
    }
}

#[test]
fn lists_quotations_and_rules() {
    let text = "- 甲\n* 乙\n  1. 丙\n2. 丁\n3、戊\n（一）己\n- 1 -\n> 庚\n> > 辛\n\n>60%\n\n***\n- - -\n-5℃";
    let lines =
        ["甲", "乙", "1. 丙", "2. 丁", "3、戊", "（一）己", "- 1 -", "庚", "辛", ">60%", "-5℃"];
    assert_eq!(shown(text), lines);
}

#[test]
fn rows_are_joined_by_tabs() {
    let text = "指标：\n\n| 指标 | 数 |\n|:---|---:|\n| **办件** | 1\\|2 |\n| 会议 | |\n\n甲|乙\n-|-\n丙|丁\n戊";
    let lines = ["指标：", "指标\t数", "办件\t1|2", "会议\t", "甲\t乙", "丙\t丁", "戊"];
    assert_eq!(shown(text), lines);
}

#[test]
fn lines_that_were_cut_are_joined() {
    let cut = "全年召开党委会议研究法治工作六次，召开领导小组会议三次，制定年度";
    let text =
        format!("{cut}\n{cut}\n重点任务。\n\n云溪镇人民政府\n2026年1月8日\n\n甲  \n乙\\\n丙<br>丁");
    let joined = format!("{cut}{cut}重点任务。");
    assert_eq!(shown(&text), [&joined, "云溪镇人民政府", "2026年1月8日", "甲", "乙", "丙", "丁"]);
    let source = read(&text);
    let line = &source.lines[0].text;
    assert_eq!(line.origin(cut.len()), crate::import::traced::Origin { line: 2, column: 1 });
    let words = "words ".repeat(10);
    assert_eq!(shown(&format!("{words}\n{words}\nend")), [format!("{words}{words}end")]);
}

#[test]
fn a_wide_line_alone_was_not_cut() {
    let sentence = "全年开展执法检查八十六次，办理案件十二件，没有发生行政复议被撤销的情况";
    for end in ["。", "：", "（其中三件移送县里。）", ""] {
        let lines = [format!("{sentence}{end}"), "枕河镇人民政府".to_owned()];
        assert_eq!(shown(&lines.join("\n")), lines);
    }
    let lines = [format!("{sentence}。"), format!("{sentence}。"), "2026年1月8日".to_owned()];
    assert_eq!(shown(&lines.join("\n")), lines);
}

#[test]
fn every_tab_of_a_row_has_a_place() {
    let source = read("# 甲\n\n| | | 乙 | |\n");
    let row = &source.lines[1].text;
    assert_eq!(row.as_str(), "\t\t乙\t");
    assert!(row.origins().all(|(.., origin)| origin.line == 3 && origin.column >= 7));
}

#[test]
fn code_is_taken_as_it_stands() {
    assert_eq!(
        shown("```text\n# **甲**\n\n  乙\n```\n丙"),
        ["# **甲**", "", "  乙", "丙", "-text"]
    );
}

#[test]
fn what_is_not_of_the_document_is_listed() {
    let text = "---\ntitle: 报告\n---\n见[通知](https://a.b/c)<!-- 注 -->。\n\n[1]: http://a.b\n![图](a.png)\n<http://c.d>";
    let lines = ["见通知。", "http://c.d", "----", "-title: 报告", "----", "-https://a.b/c"];
    let rest = ["-<!-- 注 -->", "-[1]: http://a.b", "-![图](a.png)"];
    assert_eq!(shown(text), [&lines[..], &rest].concat());
    assert!(read(text).notes[0].message.contains("图片"));
    assert_eq!(shown("---\n甲\n---\n乙"), ["甲", "乙"]);
}

#[test]
fn floods_are_read_in_time() {
    let many = 20_000;
    for text in [
        "[".repeat(many),
        "[甲](".repeat(many),
        "`a``b".repeat(many),
        "*甲".repeat(many),
        "<!--".repeat(many),
        "<a ".repeat(many),
        "&amp;".repeat(many),
        "> ".repeat(many),
        "|".repeat(many),
        "# 甲\n".repeat(many),
        "甲乙丙丁".repeat(many),
    ] {
        read(&text);
    }
}
