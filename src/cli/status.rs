//! `status`: how far one draft is.

use clap::Args;

use super::failure::Failure;
use super::json::{SectionStatus, Status, Text};
use super::{draft, output, rules, table, wording};
use crate::check::Counts;
use crate::report::Level;
use crate::storage::DataFolder;

/// What can be said to `status`.
#[derive(Debug, Args)]
#[command(about = "一份稿件写到了哪里", override_usage = "fazhi-tui status DRAFT [选项]")]
pub(super) struct Arguments {
    #[arg(value_name = "DRAFT", help = "稿件的名称或文件")]
    draft: String,
    #[arg(long, help = "输出 JSON，供程序读取")]
    json: bool,
}

/// Prints the state of a draft.
pub(super) fn run(data: &DataFolder, wanted: &Arguments) -> Result<(), Failure> {
    let draft = draft::read(data, &wanted.draft)?;
    let findings = Counts::of(&rules::review(data, &draft.report).standing);
    let status = Status::of(&draft.id, &draft.report, findings);
    if wanted.json {
        return output::print_json(&status);
    }
    output::print(&human(&draft.report.unit.name, &status))
}

fn human(unit: &str, status: &Status) -> String {
    let Status { id, year, state, progress, characters, blanks, findings, .. } = status;
    let head = format!(
        "{id}：{unit}{year}年报告，{}\n完成 {}/{} 节，全文 {characters} 字符，待填 {blanks} 处，校核：错误 {} 处、警告 {} 处、提示 {} 处\n\n",
        state.label(),
        progress.done,
        progress.required,
        findings.error,
        findings.warning,
        findings.hint,
    );
    let preamble = status.preamble.iter();
    let mut rows: Vec<Vec<String>> =
        preamble.map(|text| row("导语".to_owned(), mark(text.mark), text)).collect();
    rows.extend(status.sections.iter().zip(1..).map(|(section, behind)| {
        let mark = mark_of(section, &status.sections[behind..]);
        row(name(section), mark, &section.text)
    }));
    head + &table::align(&rows)
}

fn name(section: &SectionStatus) -> String {
    let indent = if section.level == Level::Item { "  " } else { "" };
    let heading = wording::heading(section.level, section.number.as_deref(), &section.heading);
    format!("{indent}{heading}")
}

/// The word for the mark of a section; none for a part whose text is in its items.
fn mark_of(section: &SectionStatus, behind: &[SectionStatus]) -> &'static str {
    let mut items = behind.iter().take_while(|other| other.level == Level::Item);
    let items = section.level == Level::Part && items.any(|item| item.number.is_some());
    match section.text.mark {
        "empty" if items => "",
        own => mark(own),
    }
}

fn row(name: String, mark: &str, text: &Text) -> Vec<String> {
    let blanks = match text.blanks {
        0 => String::new(),
        some => format!("待填 {some} 处"),
    };
    let characters = format!("{:>5} 字符", text.characters);
    vec![mark.to_owned(), characters, name, blanks]
}

/// The word for a mark.
pub(super) fn mark(mark: &str) -> &'static str {
    match mark {
        "done" => "完成",
        "drafting" => "撰写",
        _ => "空白",
    }
}
