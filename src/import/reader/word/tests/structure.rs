//! Tables, text boxes, headings, numbers, and what stands apart from the text.

use super::super::sample::p;
use super::*;
use crate::report::Level;

fn cell(inner: &str) -> String {
    format!("<w:tc><w:tcPr/>{inner}</w:tc>")
}

fn row(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

#[test]
fn rows_are_lines_and_tables_in_tables_lie_flat() {
    let inner = format!("<w:tbl>{}</w:tbl>", row(&[cell(&p("内一")), cell(&p("内二"))]));
    let body = [
        "<w:tbl><w:tblPr/>".to_owned(),
        row(&[cell(&p("项目")), cell(&p("2024年"))]),
        row(&[cell(&(p("业务") + &p("培训"))), cell(&p("19")), cell("<w:p/>")]),
        row(&[cell(&(p("外") + &inner + "<w:p/>")), cell(&p("后"))]),
        row(&[cell(&(p("标题") + &inner + &p("第二行")))]),
        "</w:tbl>".to_owned(),
    ];
    assert_eq!(
        lines(&body.concat()),
        ["项目\t2024年", "业务培训\t19\t", "外\t内一\t内二\t后", "标题", "内一\t内二", "第二行"]
    );
}

#[test]
fn text_boxes_stand_behind_their_paragraph_once() {
    let boxed = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let both = format!(
        "<mc:AlternateContent><mc:Choice><w:drawing>{0}</w:drawing></mc:Choice><mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent>",
        boxed("框里")
    );
    let anchor = |text: &str| format!("<w:p><w:r>{both}<w:t>{text}</w:t></w:r></w:p>");
    let drawn = "<w:p><w:r><w:pict><v:shape><v:textpath string='临川县人民政府文件'/></v:shape></w:pict></w:r></w:p>";
    let table = format!("<w:tbl>{}</w:tbl>", row(&[cell(&anchor("左")), cell(&p("右"))]));
    assert_eq!(
        lines(&[anchor("正文").as_str(), &p("下一段"), drawn, &table].concat()),
        ["正文", "框里", "下一段", "", "临川县人民政府文件", "左\t右", "框里"]
    );
}

#[test]
fn headings_by_style_have_levels_and_the_title_has_none() {
    let styles = "<w:styles><w:style w:styleId='t'><w:name w:val='Title'/></w:style>\
        <w:style w:styleId='1'><w:name w:val='heading 1'/></w:style><w:style w:styleId='2'><w:name w:val='heading 2'/></w:style></w:styles>";
    let heading = |style: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let own = "<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr><w:r><w:t>（二）自定</w:t></w:r></w:p>";
    let body = [
        heading("t", "云溪镇报告"),
        heading("1", "一、成效"),
        heading("2", "（一）学习"),
        own.to_owned(),
        p("正文"),
    ];
    let found = source(&body.concat(), &[("styles", styles)]);
    let levels: Vec<_> = found.lines.iter().map(|line| line.level).collect();
    let (part, item) = (Some(Level::Part), Some(Level::Item));
    assert_eq!(levels, [None, part, item, item, None]);
}

#[test]
fn numbers_are_printed_and_deleted_paragraphs_are_not_counted() {
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId='0'>\
        <w:lvl w:ilvl='0'><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>\
        <w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/><w:lvlText w:val='\u{f06c}'/></w:lvl></w:abstractNum>\
        <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>";
    let item = |depth: u8, more: &str, runs: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='1'/></w:numPr><w:rPr>{more}</w:rPr></w:pPr>{runs}</w:p>"
        )
    };
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let gone = "<w:del><w:r><w:delText>不要</w:delText></w:r></w:del>";
    let body = [
        item(0, "", &run("成效")),
        item(0, "<w:del/>", gone),
        item(1, "", &run("点")),
        item(0, "<w:del/>", &run("不")),
        item(0, "", &run("足")),
        item(0, "", ""),
    ];
    let found = source(&body.concat(), &[("numbering", numbering)]);
    assert_eq!(texts(&found), ["一、成效", "点", "二、不足", "三、"]);
    assert!(
        notes(&found).iter().any(|note| note == "2:1 1 段（第 2 段）前面有项目符号，符号没有收入")
    );
    let columns = found.lines[0].text.origin("一、".len());
    assert_eq!(columns.column, 3);
}

#[test]
fn notes_edges_of_pages_and_contents_are_listed() {
    let styles = "<w:styles><w:style w:styleId='c'><w:name w:val='toc 1'/></w:style></w:styles>";
    let foot = "<w:footnotes><w:footnote w:id='-1' w:type='separator'><w:p/></w:footnote>\
        <w:footnote w:id='2'><w:p><w:r><w:t>数据来自统计站。</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id='3'><w:p><w:r><w:t>没有引用。</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let footer = "<w:ftr><w:sdt><w:sdtContent><w:p><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr='PAGE'><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t> —</w:t></w:r></w:p></w:sdtContent></w:sdt></w:ftr>";
    let header = "<w:hdr><w:p><w:r><w:t>内部资料</w:t></w:r></w:p></w:hdr>";
    let body = "<w:p><w:pPr><w:pStyle w:val='c'/></w:pPr><w:r><w:t>一、成效\t1</w:t></w:r></w:p>\
        <w:p><w:r><w:t>全镇</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>";
    let parts = [("styles", styles), ("footnotes", foot), ("footer", footer), ("header", header)];
    let found = source(body, &parts);
    assert_eq!(texts(&found), ["全镇"]);
    assert_eq!(noise(&found), ["1:1 一、成效 1", "1:1 内部资料", "1:3 数据来自统计站。"]);
    assert_eq!(
        notes(&found),
        ["1:1 页眉、页脚、脚注和目录不是正文，共 3 处，已列入去掉的内容；要用的，请自己补上"]
    );
}
