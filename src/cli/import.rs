//! `import`: an existing report as a draft.
//!
//! What was recognised and what was taken out is told line by line, so that
//! the user can check it beside the file.

use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::Failure;
use super::{arguments, output, template};
use crate::import::{self, Choices, Encoding, Imported, is_replaced};
use crate::report::Noise;
use crate::storage::{DataFolder, DraftId, draft, file};

/// What can be said to `import`.
#[derive(Debug, Args)]
#[command(
    about = "把已有的报告收为稿件，输出稿件名称",
    override_usage = "fazhi-tui import FILE [选项]"
)]
pub(super) struct Arguments {
    #[arg(
        value_name = "FILE",
        help = "报告文件：Word（.docx、.doc）、WPS、纯文本（.txt）、网页（.html）、Markdown（.md）"
    )]
    file: PathBuf,
    #[arg(long, value_name = "NAME", help = "模板的文件名或中文名称；不写就选最接近的")]
    template: Option<String>,
    #[arg(long, value_name = "YEAR", value_parser = arguments::year, help = "报告年度；不写就从文件里找")]
    year: Option<i32>,
    #[arg(long, value_name = "ID", help = "稿件名称，已有同名的就不导入；不写就按年度和单位取名")]
    id: Option<String>,
    #[arg(
        long,
        value_name = "NAME",
        value_parser = encoding,
        help = "文件的编码：utf-8、utf-8-bom、utf-16le、utf-16be、gb18030（gbk）；不写就自动识别"
    )]
    encoding: Option<Encoding>,
}

pub(super) fn encoding(name: &str) -> Result<Encoding, String> {
    let known = "可以写：utf-8、utf-8-bom、utf-16le、utf-16be、gb18030（gbk）";
    Encoding::parse(name).ok_or_else(|| known.to_owned())
}

/// Makes the draft, prints its name and tells what was recognised.
pub(super) fn run(data: &DataFolder, wanted: &Arguments) -> Result<(), Failure> {
    let library = template::load(data);
    let stem = match &wanted.template {
        Some(name) => Some(template::find(&library, name)?.stem.clone()),
        None => None,
    };
    let choices = Choices {
        encoding: wanted.encoding,
        year: wanted.year,
        template: stem.as_deref(),
        templates: &template::pairs(library),
    };
    let imported = read(&wanted.file, &choices)?;
    output::tell(&account(&imported));
    let report = &imported.report;
    if report.year == 0 {
        let sentence = "没有导入：文件里找不到报告年度，请加上 --year，例如 --year 2024。";
        return Err(Failure::Trouble(sentence.to_owned()));
    }
    let id = match &wanted.id {
        Some(id) => DraftId::new(id),
        None => DraftId::suggest(report.year, &report.unit.name),
    };
    let id = draft::create(data, &id, wanted.id.is_some(), report)?;
    output::print(&format!("{id}\n"))
}

/// The report in a file.
pub(super) fn read(path: &Path, choices: &Choices) -> Result<Imported, Failure> {
    let bytes = file::read_at_most(path, import::MAX_DOCUMENT)?;
    import::import(&bytes, choices).map_err(|error| Failure::of_import(path, &error))
}

/// What was recognised, and all that was taken out.
fn account(imported: &Imported) -> String {
    let mut lines = vec!["识别结果：".to_owned()];
    let notes = imported.notes.iter();
    let placed = |line: usize, column: usize, words: &str| {
        format!("  {}第{column}列：{words}", imported.format.place(line))
    };
    lines.extend(notes.map(|note| placed(note.line, note.column, &note.message)));
    let noise = imported.report.noise.iter();
    let (replaced, removed): (Vec<&Noise>, Vec<&Noise>) = noise.partition(|n| is_replaced(n));
    for (what, entries) in [("去掉的内容", removed), ("换掉的代码", replaced)] {
        if !entries.is_empty() {
            lines.push(format!("{what}（{} 处）：", entries.len()));
        }
        lines.extend(entries.iter().map(|n| placed(n.line, n.column, &n.text)));
    }
    lines.join("\n")
}
