//! `outline`: structure and text of a draft, or of a file that is none. The file
//! is read in memory; nothing is written.

use std::fmt::Write as _;

use clap::Args;

use super::failure::Failure;
use super::json::{Node, Outline};
use super::{draft, import, output, status, template, wording};
use crate::import::Choices;
use crate::report::Report;
use crate::storage::DataFolder;

/// What can be said to `outline`.
#[derive(Debug, Args)]
#[command(
    about = "列出稿件或报告文件的结构和文字",
    override_usage = "fazhi-tui outline DRAFT_OR_FILE [选项]"
)]
pub(super) struct Arguments {
    #[arg(
        value_name = "DRAFT_OR_FILE",
        help = "稿件的名称或文件，或者别的报告文件（.docx .doc .txt .html .md）"
    )]
    source: String,
    #[arg(long, help = "输出 JSON，供程序读取")]
    json: bool,
}

/// Prints the outline of a draft or a file.
pub(super) fn run(data: &DataFolder, wanted: &Arguments) -> Result<(), Failure> {
    let outline = Outline::of(&report(data, &wanted.source)?);
    if wanted.json {
        return output::print_json(&outline);
    }
    output::print(&human(&outline))
}

/// The report of a draft, or of another file.
fn report(data: &DataFolder, source: &str) -> Result<Report, Failure> {
    let path = draft::locate(data, source)?;
    if draft::is_draft(&path) {
        return Ok(draft::read_file(&path)?.report);
    }
    let templates = template::pairs(template::load(data));
    let choices = Choices { templates: &templates, ..Choices::default() };
    Ok(import::read(&path, &choices)?.report)
}

fn human(outline: &Outline) -> String {
    let mut text = String::new();
    let year = outline.year.map_or("没有找到".to_owned(), |year| year.to_string());
    field(&mut text, "报告年度", Some(&year));
    field(&mut text, "发文机关", Some(&outline.issuers.join("、")));
    field(&mut text, "标题", Some(&outline.title));
    field(&mut text, "文号", outline.doc_number.as_deref());
    field(&mut text, "主送", outline.addressee.as_deref());
    if let Some(preamble) = &outline.preamble {
        text.push_str("\n导语\n");
        paragraphs(&mut text, preamble);
    }
    outline.sections.iter().for_each(|part| node(&mut text, part));
    text.push('\n');
    field(&mut text, "附件", Some(&outline.attachments.join("；")));
    field(&mut text, "署名", Some(&outline.signature.join("、")));
    field(&mut text, "日期", outline.date.as_deref());
    field(&mut text, "附注", outline.contact.as_deref());
    field(&mut text, "抄送", outline.copy_to.as_deref());
    for noise in &outline.noise {
        field(&mut text, "不属于正文", Some(noise));
    }
    text
}

/// A line of its own; none for what is not there.
fn field(text: &mut String, name: &str, value: Option<&str>) {
    if let Some(value) = value.filter(|value| !value.is_empty()) {
        let _ = writeln!(text, "{name}：{value}");
    }
}

fn node(text: &mut String, node: &Node) {
    let heading = wording::heading(node.level, node.number.as_deref(), &node.heading);
    let facts = format!("{} 字符，{}", node.characters, status::mark(node.mark));
    let _ = writeln!(text, "\n{heading}〔{facts}〕");
    paragraphs(text, &node.body);
    node.children.iter().for_each(|child| self::node(text, child));
}

fn paragraphs(text: &mut String, body: &str) {
    for paragraph in body.lines() {
        let _ = writeln!(text, "    {paragraph}");
    }
}
