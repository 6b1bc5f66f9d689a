//! What stands in a paragraph.

use super::*;
use crate::import::Origin;

#[test]
fn runs_breaks_and_entities_make_one_paragraph() {
    let body = "<w:p><w:r><w:t>云溪</w:t></w:r><w:hyperlink><w:r><w:t>镇 &lt;</w:t></w:r></w:hyperlink>\
        <w:smartTag><w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent><w:r><w:tab/><w:t xml:space='preserve'> 2024\n年 </w:t></w:r></w:sdtContent></w:sdt></w:smartTag>\
        <w:r><w:br/><w:t> 报告 </w:t><w:noBreakHyphen/><w:softHyphen/><w:br w:type='page'/><w:sym w:font='Wingdings' w:char='F0FE'/></w:r></w:p><w:p/>";
    assert_eq!(lines(body), ["云溪镇 <\t 2024 年 \u{b}报告-\u{ad}\u{b}☑", ""]);
}

#[test]
fn lines_know_their_paragraphs_and_columns() {
    let found = source(&["<w:p/>", &super::super::sample::p("二段")].concat(), &[]);
    assert_eq!(found.lines[1].text.start(), Origin { line: 2, column: 1 });
    assert_eq!(found.lines[1].text.origin("二".len()), Origin { line: 2, column: 2 });
}

#[test]
fn tab_stops_and_old_properties_are_no_text() {
    let body = "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs><w:pPrChange><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:pPrChange></w:pPr>\
        <w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r></w:p>";
    let found = source(body, &[]);
    assert_eq!((texts(&found), found.lines[0].level), (vec!["甲".to_owned()], None));
}

#[test]
fn revisions_count_as_accepted_and_are_told() {
    let body = "<w:p><w:r><w:t>今年</w:t></w:r><w:del><w:r><w:delText>去年</w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>全镇</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新处</w:t></w:r></w:moveTo></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前一</w:t></w:r></w:p><w:p><w:r><w:t>半</w:t></w:r></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>整段</w:delText></w:r></w:del></w:p><w:p><w:r><w:t>末段</w:t></w:r></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>没有下文</w:t></w:r></w:p>";
    let found = source(body, &[]);
    assert_eq!(texts(&found), ["今年全镇新处", "前一半", "末段", "没有下文"]);
    assert_eq!(
        notes(&found),
        [
            "1:3 文件里有没有接受的修订，按全部接受读入：插入的 2 处已收入（第 1 段），删去的 3 处（第 1、3 段，共 6 字）没有收入，请核对"
        ]
    );
}

#[test]
fn deleted_rows_and_cells_are_left_out_and_told() {
    let cell = |more: &str, text: &str| {
        format!("<w:tc>{more}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let row = |more: &str, cells: &[String]| format!("<w:tr>{more}{}</w:tr>", cells.concat());
    let gone = "<w:del/>";
    let body = [
        "<w:tbl>".to_owned(),
        row("", &[cell("", "甲"), cell("<w:tcPr><w:cellDel/></w:tcPr>", "乙"), cell("", "丙")]),
        row(&format!("<w:trPr>{gone}</w:trPr>"), &[cell("", "丁"), cell("", "戊")]),
        "</w:tbl><w:p/>".to_owned(),
    ];
    let found = source(&body.concat(), &[]);
    assert_eq!(texts(&found), ["甲\t丙", ""]);
    assert!(notes(&found)[0].contains("共 3 字"), "{:?}", notes(&found));
}

#[test]
fn of_fields_only_the_result_is_text() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let code = |text: &str| format!("<w:r><w:instrText>{text}</w:instrText></w:r>");
    let text = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = [
        "<w:p>".to_owned(),
        field("begin") + &code(" IF ") + &field("begin") + &code("PAGE"),
        field("separate") + &text("7") + &field("end") + &code("= 1"),
        field("separate") + &text("结果") + &field("end"),
        "<w:fldSimple w:instr='DATE'><w:r><w:t>2025年</w:t></w:r></w:fldSimple>".to_owned(),
        field("begin") + &code("eq \\o\\ac(○,1)") + &field("end"),
        field("begin") + &code("XE") + &field("end"),
        "</w:p><w:p>".to_owned(),
        field("begin") + &text("没有结果"),
        "</w:p>".to_owned(),
        super::super::sample::p("下一段"),
    ];
    let found = source(&body.concat(), &[]);
    assert_eq!(texts(&found), ["结果2025年", "", "下一段"]);
    assert_eq!(notes(&found), ["1:8 1 个特殊符号（第 1 段）读不出来，没有收入；请对照原文件补上"]);
}

#[test]
fn hidden_text_is_left_out_and_told() {
    let styles = "<w:styles><w:style w:styleId='h'><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";
    let run = |more: &str, text: &str| format!("<w:r><w:rPr>{more}</w:rPr><w:t>{text}</w:t></w:r>");
    let body = [
        "<w:p>",
        &run("", "看"),
        &run("<w:vanish/>", "不"),
        &run("<w:rStyle w:val='h'/>", "见"),
        &run("<w:vanish w:val='0'/>", "得"),
        "</w:p><w:p><w:pPr><w:pStyle w:val='h'/></w:pPr>",
        &run("", "藏"),
        &run("<w:vanish w:val='false'/>", "显"),
        "</w:p><w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>",
        &run("", "（一）标题。"),
        "</w:p><w:p>",
        &run("", "正文"),
        "</w:p>",
    ];
    let found = source(&body.concat(), &[("styles", styles)]);
    assert_eq!(texts(&found), ["看得", "显", "（一）标题。正文"]);
    assert_eq!(
        notes(&found),
        ["1:2 2 处隐藏的文字（第 1、2 段，共 3 字）没有收入；要用的，请在 Word 里取消隐藏再导入"]
    );
}

#[test]
fn what_is_no_text_is_told_with_its_place() {
    let body = "<w:p><w:r><w:t>甲</w:t><w:commentReference w:id='0'/><w:drawing><a><pic:pic/></a></w:drawing><w:drawing><c:chart/></w:drawing></w:r>\
        <w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>\
        <m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath><w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>字</w:t></w:r></w:rubyBase></w:ruby><w:sym w:font='Webdings' w:char='F061'/></w:r></w:p><w:altChunk/>";
    let found = source(body, &[]);
    assert_eq!(texts(&found), ["甲x+1字"]);
    let told = notes(&found).join("\n");
    for words in [
        "1 条批注",
        "2 张图片（第 1 段）",
        "1 个图表",
        "1 个嵌入",
        "1 个公式",
        "1 处拼音",
        "1 个特殊符号",
        "1 个插入的子文件",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
}
