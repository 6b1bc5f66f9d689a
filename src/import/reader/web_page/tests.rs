//! Pages as government sites write them, read line by line.

use super::*;
use crate::import::traced::Traced;
use crate::report::Level;

fn read(page: &str) -> Source {
    super::read(page).unwrap()
}

/// The lines of a page: `P`, `I` for a level, `*` for the frame.
fn shown(page: &str) -> Vec<String> {
    let sign = |line: &SourceLine| match (line.level, line.frame) {
        (Some(Level::Part), _) => "P ",
        (Some(Level::Item), _) => "I ",
        (None, true) => "* ",
        (None, false) => "",
    };
    read(page).lines.iter().map(|line| format!("{}{}", sign(line), line.text.as_str())).collect()
}

fn notes(page: &str) -> Vec<String> {
    read(page).notes.into_iter().map(|note| note.message).collect()
}

/// Every character that stands in the page as itself is found at its place.
fn assert_places(page: &str, text: &Traced) {
    let lines: Vec<&str> = page.split('\n').collect();
    for (byte, c) in text.char_indices() {
        let origin = text.origin(byte);
        let there = lines[origin.line - 1].chars().nth(origin.column - 1).unwrap();
        assert!(there == c || there == '&' || there == '<' || c == ' ' || c == '\t', "{c} {there}");
    }
}

const SAMPLE: &str = include_str!("../../../../tests/fixtures/import/04-web-page.html");

#[test]
fn the_sample_is_read_line_by_line() {
    let source = read(SAMPLE);
    let lines: Vec<&str> = source.lines.iter().map(|line| line.text.as_str()).collect();
    let paragraphs = SAMPLE.lines().filter_map(|line| line.strip_prefix("<p style=\"text-align:"));
    let paragraphs = paragraphs.map(|line| {
        let (_, text) = line.split_once('>').unwrap();
        let text = text.strip_suffix("</p>").unwrap().replace("&emsp;", "\u{2003}");
        text.replace("&ldquo;", "“").replace("&rdquo;", "”")
    });
    assert_eq!(lines[12..47], paragraphs.collect::<Vec<_>>());
    assert_eq!(lines[..4], ["首页", "政务公开", "政务服务", "互动交流"]);
    assert_eq!(lines[4], "当前位置：首页 > 政务公开 > 法治政府建设年度报告");
    assert_eq!(lines[5], "索引号：SY5550-0301-2023-00017");
    assert_eq!(lines[11], "【字体：大 中 小】 打印 关闭");
    assert_eq!(lines[12], "鹿鸣街道2022年法治政府建设工作报告");
    assert_eq!(lines[46], "澜浦区人民政府鹿鸣街道办事处");
    assert_eq!(lines[50], "网站标识码：0000000000");
    let framed: Vec<usize> = (0..51).filter(|index| source.lines[*index].frame).collect();
    assert_eq!(framed, [0, 1, 2, 3, 4, 47, 48, 49, 50]);
    for line in &source.lines {
        assert_places(SAMPLE, &line.text);
    }
    assert_eq!(source.lines[12].text.start(), Origin { line: 6, column: 30 });
    assert!(source.notes.is_empty(), "{:?}", source.notes);
}

#[test]
fn paragraphs_pasted_from_word() {
    let page = "<html><body><div class=\"TRS_Editor\"><style>p{x:y}</style>\n\
        <p class=MsoNormal style='text-indent:32.0pt'><span style=\"font-size:16pt\">全年办件\n\
        <span lang=EN-US>12</span>件<o:p></o:p></span></p>\n\
        <p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>\
        <p class=MsoNormal><b><span>&nbsp;&nbsp;&nbsp;&nbsp;一、主要\n   做法</span></b></p>\
        <!--[if gte mso 9]><xml>x</xml><![endif]--><!-- 注释 --></div>";
    assert_eq!(shown(page), ["全年办件12件", "\u{a0}", "\u{a0}\u{a0}\u{a0}\u{a0}一、主要做法"]);
    for line in read(page).lines {
        assert_places(page, &line.text);
    }
}

#[test]
fn soup_of_divs_and_breaks() {
    let page = "<div id=\"zoom\"><ucapcontent><div>　　枕河镇地处山区。<br><br/>　　<strong>一、主要做法\
        </strong><br>\n　　<font color=red>（一）学法</font><div>正文</div>尾</div></ucapcontent>";
    let lines = ["　　枕河镇地处山区。", "　　一、主要做法", "　　（一）学法", "正文", "尾"];
    assert_eq!(shown(page), lines);
}

#[test]
fn end_tags_may_be_missing() {
    let page = "<body><p class=share>分享<p>甲<ul class=nav><li>首页<li>政务</ul><p>乙\
        <table><tr><td>审查合同<td>96<td>份<tr><td>听证<td>8<td>场</table>丙</div></p>丁";
    let lines = ["* 分享", "甲", "* 首页", "* 政务", "乙", "审查合同\t96\t份", "听证\t8\t场"];
    assert_eq!(shown(page), [&lines[..], &["丙", "丁"]].concat());
}

#[test]
fn rows_are_lines_and_layout_is_not() {
    let meta = "<table><tbody><tr><th>索 引 号</th><td><p>ZH-01</p></td><th>主题<br>分类</th>\
        <td></td><td>其他</td></tr></tbody></table>";
    assert_eq!(shown(meta), ["索 引 号\tZH-01\t主题分类\t\t其他"]);
    let long =
        "街道把法治建设列入责任制，全年研究法治工作六次，制定任务分工表，年末全部完成，没有遗漏。";
    let layout = format!(
        "<table><tr><td><a href=#>首页</a></td><td><p>标题</p><p>{long}</p>\
        <table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>"
    );
    assert_eq!(shown(&layout), ["* 首页", "标题", long, "甲\t1"]);
}

#[test]
fn the_headings_of_a_page_have_levels() {
    let page = "<h3>枕河镇人民政府</h3><h1>枕河镇2025年<br>报告</h1><h2>一、成效</h2><p>甲</p>\
        <h4>（一）学法</h4><h5>1.会议</h5><h2>二、不足</h2><footer><h2>联系我们</h2></footer>";
    let lines = ["枕河镇人民政府", "枕河镇2025年", "报告", "P 一、成效", "甲", "I （一）学法"];
    assert_eq!(shown(page), [&lines[..], &["1.会议", "P 二、不足", "* 联系我们"]].concat());
}

#[test]
fn the_frame_is_told_from_text() {
    let prose =
        "街道把法治建设列入责任制，全年研究法治工作六次，制定任务分工表，年末全部完成，没有遗漏。";
    let page = format!(
        "<header><h1>云溪镇政府网</h1></header><div class=\"position\"><p>{prose}</p></div>\
        <article><header><h2>云溪镇2025年报告</h2></header></article>\
        <p><a href=/>首页</a> &gt; <a href=/z>公开</a></p><p><a name=top></a>正文</p>\
        <p><a href=x.doc>附件：统计表</a></p><p>下一篇：<a href=y>通知</a></p><p>- - -</p>"
    );
    let lines =
        ["* 云溪镇政府网", prose, "云溪镇2025年报告", "* 首页 > 公开", "正文", "附件：统计表"];
    assert_eq!(shown(&page), [&lines[..], &["下一篇：通知", "- - -"]].concat());
}

#[test]
fn what_is_no_text_is_left_out_and_told() {
    let page = "<head><title>题</title><meta content=\"词\"></head><script>var a='<p>字';</script>\
        <noscript>请开启脚本</noscript><template><p>模</p></template><select><option>大</select>\
        <textarea>写</textarea><p hidden>隐</p><p style=\"display: none\">藏 着</p><p>见</p><img>";
    assert_eq!(shown(page), ["见"]);
    let notes = notes(page);
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(notes[0].contains("3 个字是隐藏的") && notes[1].contains("1 处图片"), "{notes:?}");
    assert!(self::notes("<p>甲</p><!-- 乙").iter().any(|note| note.contains("没有正常结束")));
    assert!(self::notes("<p>甲</p><script>乙").iter().any(|note| note.contains("没有正常结束")));
}

#[test]
fn references_are_characters() {
    let page = "<p>《关于&lt;条例&gt;的意见》&#12288;&#x3000;&#0;&ldquo;法&rdquo;&ensp;&middot;&bogus;</p>";
    assert_eq!(shown(page), ["《关于<条例>的意见》\u{3000}\u{3000}\u{fffd}“法”\u{2002}·&bogus;"]);
}

#[test]
fn numbers_of_lists_are_written() {
    let page = "<p>不足：</p><ol start=2><li>学法<li>执法</ol><ul><li>甲</ul>\
        <ol class=breadcrumb><li>首页</ol><ol style=\"list-style-type: none\"><li>乙</ol>";
    assert_eq!(shown(page), ["不足：", "2.学法", "3.执法", "甲", "* 首页", "乙"]);
    assert!(notes(page)[0].contains("2 个自动编号"));
}

#[test]
fn preformatted_text_keeps_its_lines() {
    assert_eq!(shown("<pre>  甲  乙\n\n丙</pre>丁\n戊 己"), ["  甲  乙", "丙", "丁戊 己"]);
}

#[test]
fn floods_are_read_in_time() {
    let many = 30_000;
    for page in [
        "<div>".repeat(many),
        format!("{}甲{}", "<b>".repeat(many), "</i>".repeat(many)),
        "<table><tr><td>甲".repeat(5_000),
        "&ldquo;甲&amp;".repeat(many),
        "<p>甲".repeat(10_000),
        "甲 乙".repeat(many),
        "<ol><li>".repeat(5_000) + "甲",
    ] {
        let source = read(&page);
        assert!(source.lines.len() <= 20_000);
    }
}

#[test]
fn a_flood_of_tags_or_text_is_refused() {
    for (flood, words) in [("<b>", "个以上的标记"), ("字字字", "个字符，超过")] {
        let page = format!("<p>云溪镇{}", flood.repeat(MAX_TOKENS));
        let error = super::read(&page).unwrap_err().to_string();
        assert!(error.contains(words), "{flood} {error}");
    }
    let scripted = format!("<p>云溪镇<script>{}</script>", "var a;".repeat(MAX_CHARS / 5));
    assert_eq!(shown(&scripted), ["云溪镇"]);
}
